"""One live game: its single writer, its seats and their links."""
