"""Commands about talks: open one, and note what came of it."""

from __future__ import annotations

from dataclasses import field

from wargame.game.records import dataclass


@dataclass(slots=True)
class OpenTalk:
    """Open a talk between seats; `minutes` 0 sets no end to it."""

    opener: str
    seats: list[str]
    minutes: int = 0


@dataclass(slots=True)
class NoteTalk:
    """Note one side's version of a talk with `others`; without others, one line for the whole turn."""

    seat: str
    others: list[str] = field(default_factory=list)
    proposed: str = ""
    agreed: str = ""
    private: str = ""
    promised: str = ""
    told: str = ""
    person: str = ""
