"""Where things are: the folder of saves and that of shortcuts, as the environment says."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "WARGAME_SAVES"
"""The environment variable that names the folder of saves."""

CACHE = "WARGAME_CACHE"
"""The environment variable that names the folder of shortcuts; set to nothing, none are kept."""

DEFAULT = "saves"
"""The folder of saves when nothing is said: in the current folder."""


def saves_folder(given: str | None = None, environ: Mapping[str, str] | None = None) -> Path:
    """The folder of saves: `given` (from `--saves`), else `WARGAME_SAVES`, else `./saves`.

    It need not be there yet. An empty text counts as nothing said.
    """
    named = given or (os.environ if environ is None else environ).get(VARIABLE) or DEFAULT
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def cache_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """The folder for what can be made anew at any time: `WARGAME_CACHE`, else the user's own for caches.

    It need not be there yet. None when none is to be used.
    """
    known = os.environ if environ is None else environ
    named = known.get(CACHE)
    if named is not None:
        return Path(named) if Path(named).is_absolute() else None
    home = known.get("HOME", "")
    if not home.startswith("/"):
        return None
    if sys.platform == "darwin":
        return Path(home) / "Library" / "Caches" / "wargame"
    told = known.get("XDG_CACHE_HOME", "")
    return (Path(told) if told.startswith("/") else Path(home) / ".cache") / "wargame"
