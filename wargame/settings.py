"""Where things are: the folder of saves, as the command line or the environment says."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "WARGAME_SAVES"
"""The environment variable that names the folder of saves."""

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
