"""One of two processes that want the same save at the same moment: `python -m tests.saves.racer`.

Reads lines `make|open MOMENT PATH`, waits for the moment on the clock that all processes share,
tries, says `wrote`, `refused` or what went wrong, and lets go at the next line.
"""

import sys
import time
from pathlib import Path

from tests.saves import pen
from wargame.saves.errors import NameTaken
from wargame.saves.log import SaveLog

LINES = pen.lines(pen.small(2))


def attempt(verb: str, path: Path) -> SaveLog | None:
    """Make or open the save and write an entry, if this process may."""
    try:
        log = SaveLog.create(path, LINES[0]) if verb == "make" else SaveLog.open(path)
    except NameTaken:
        return None
    if not log.writable:
        log.close()
        return None
    log.append([LINES[1]])
    return log


def main() -> None:
    """Race once for every line that comes."""
    for line in sys.stdin:
        verb, moment, path = line.split()
        while time.monotonic() < float(moment):
            pass
        log = attempt(verb, Path(path))
        print("wrote" if log else "refused", flush=True)
        sys.stdin.readline()
        if log:
            log.close()
        print("let go", flush=True)


if __name__ == "__main__":
    main()
