"""The folder of saves: which sessions there are, and where one is that somebody names."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from wargame.game.names import is_id
from wargame.game.plain_text import clean
from wargame.game.records import dataclass
from wargame.saves.disk import READ, Disk
from wargame.saves.errors import BadName, MissingSave, SaveError
from wargame.saves.reading import opened

ENDING = ".jsonl"
"""How the file of a save ends; what comes before it is the session's name."""

_TURN = re.compile(rb'","kind":"phase_begun","data":\{"phase":"[a-z]+","turn":(\d{1,9})')
_CLOSED = re.compile(rb'","kind":"session_closed","data":\{')
_AT = re.compile(rb'\{"n":\d+,"at":"([0-9T:.Z-]{24})"')


@dataclass(slots=True)
class Card:
    """What stands on the back of a save: enough to choose one, without reading it all.

    `turn` is 0 before the first; `entries` counts whole lines; `problem` says why it cannot be
    opened, in which case the rest may be empty. A save is checked only when it is opened.
    """

    name: str
    path: Path
    scenario: str = ""
    title: str = ""
    turn: int = 0
    entries: int = 0
    last_at: str = ""
    closed: bool = False
    problem: str = ""


class Shelf:
    """The saves in one folder, which need not be there yet."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self._disk = disk or Disk()

    def path(self, session: str) -> Path:
        """Where the save of a session is, or would be; BadName when it cannot be called so."""
        if not is_id(session):
            raise BadName(
                f"{clean(session, 60, lines=False)!r} cannot be a session's name: "
                "a letter a-z first, then a-z, 0-9, _ or -, 40 at most."
            )
        path = self.folder / f"{session}{ENDING}"
        inside = Path(os.path.realpath(self.folder))
        if path.is_symlink() and Path(os.path.realpath(path)).parent != inside:
            raise BadName(
                f"{path} is a link that leads out of the folder of saves. "
                "Give the path of the save itself."
            )
        return path

    def find(self, save: str) -> Path:
        """The save that somebody means: a session of this folder, else a path.

        MissingSave, with the names that would do, when there is neither.
        """
        if is_id(save):
            path = self.path(save)
            if path.exists():
                return path
        try:
            if save and os.path.lexists(Path(save).expanduser()):
                return Path(save).expanduser()
        except (OSError, ValueError, RuntimeError):
            pass
        known = ", ".join(self._names()[:8]) or "none"
        raise MissingSave(
            f"There is no save {clean(save, 200, lines=False)!r}, neither as a path "
            f"nor as a session in {self.folder} (there: {known})."
        )

    def saves(self) -> list[Card]:
        """A card for every save in the folder, the one played last first; none without a folder."""
        cards = [self._card(name) for name in self._names()]
        return sorted(cards, key=lambda card: (card.last_at, card.name), reverse=True)

    def _names(self) -> list[str]:
        """The names of the sessions in the folder, in order."""
        try:
            files = self._disk.names(self.folder)
        except OSError:
            return []
        names = [file.removesuffix(ENDING) for file in files if file.endswith(ENDING)]
        return sorted(name for name in names if is_id(name))

    def _card(self, name: str) -> Card:
        card = Card(name, self.folder / f"{name}{ENDING}")
        try:
            raw = self._bytes(self.path(name))
            first = json.loads(raw[: raw.find(b"\n") + 1])["data"]
            scenario = first["scenario"]
            card.scenario = clean(str(scenario["scenario"]), 40, lines=False)
            card.title = clean(str(scenario.get("title", "")), 200, lines=False)
        except SaveError as error:
            card.problem = str(error)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            card.problem = f"{card.path} does not begin as a save does."
        else:
            _fill(card, raw)
        return card

    def _bytes(self, path: Path) -> bytes:
        fd = opened(path, READ, self._disk)
        try:
            return self._disk.read(fd)
        except OSError as error:
            raise MissingSave(f"{path} cannot be read: {error.strerror}.") from error
        finally:
            self._disk.release(fd)


def _fill(card: Card, raw: bytes) -> None:
    """Turn, count and last time, as the lines say without being checked."""
    whole = raw[: raw.rfind(b"\n") + 1]
    turns: list[Any] = _TURN.findall(whole)
    card.turn = int(turns[-1]) if turns else 0
    card.entries = whole.count(b"\n")
    card.closed = _CLOSED.search(whole) is not None
    last = _AT.match(whole, whole.rfind(b"\n", 0, -1) + 1)
    card.last_at = last[1].decode("ascii") if last else ""
