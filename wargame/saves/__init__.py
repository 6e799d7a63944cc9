"""Save files: the only package that writes a game to disk."""
