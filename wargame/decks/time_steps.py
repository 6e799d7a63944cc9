"""What a script may say about time: timers, pauses, the pace of the session, a jump to a later turn."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wargame.decks.fields import Part, Prose
from wargame.game.pace import Late, Missing, Stage, TalkNotes

Minutes = Annotated[int, Field(ge=1, le=600)]


class SessionPace(Part):
    """Minutes for the stages of a session, and what happens when an order is late or missing."""

    plan: Annotated[int, Field(ge=60, le=1440)] | None = None
    """Minutes for the whole session, shared out over its turns; left out, only `minutes` count."""
    minutes: dict[Stage, Minutes] = {}
    """Minutes by stage. Talks and orders are one, `orders`, unless `talks` are given; `turn` is a whole turn."""
    missing: Missing = "ask"
    """What stands in for a missing order: `ask` each time, `holds`, `intention`, `playbook`, or all in a `ladder`."""
    late: Late = "accept"
    """An order sealed after the time is up: `accept` it, accept it with a `note`, or `refuse` it."""
    talks: TalkNotes = "off"
    """Notes on talks: `off`, one `line` a seat, or in `full`."""
    bell: bool = False
    """Whether the terminal rings when time is up."""


class ChangedPace(SessionPace):
    """Let the session keep another pace from here on."""

    reason: Prose = ""
    """Why."""


class SetTimer(Part):
    """Set the timer of the stage the table is in."""

    minutes: Annotated[int, Field(ge=0, le=600)]
    """Minutes from now; 0 for none."""
    reason: Prose = ""
    """Why."""


class Paused(Part):
    """Let the clock stand still."""

    reason: Prose = ""
    """Why."""
    rest: bool = False
    """Whether this is the break of the plan."""


class Extended(Part):
    """Give the timer more minutes."""

    minutes: Annotated[int, Field(ge=-600, le=600)]
    """How many more (or fewer, below 0)."""
    reason: Prose = ""
    """Why."""


class TimeStep(Part):
    """The commands about time."""

    set_pace: ChangedPace | None = None
    """Keep another pace from here on."""
    set_timer: SetTimer | None = None
    """Set the timer of the stage the table is in."""
    pause_timer: Paused | None = None
    """Let the clock stand still."""
    resume_timer: Literal[True] | None = None
    """Let the clock go on."""
    extend_timer: Extended | None = None
    """Give the timer more minutes."""
