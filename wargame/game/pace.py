"""The pace of a session: minutes for its stages, and what happens when an order is late or missing.

A stage is a phase, or `break` or `spare`, or `turn`, which stands for a whole turn. Talks and orders
are one stage, `orders`, unless talks have minutes of their own.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal

from wargame.game.names import Phase
from wargame.game.plain_text import counted
from wargame.game.records import dataclass

Stage = Literal[
    "setup",
    "event",
    "talks",
    "orders",
    "reveal",
    "adjudicate",
    "wrap",
    "turn",
    "break",
    "hotwash",
    "spare",
]
"""What minutes can be given for."""

Missing = Literal["ask", "holds", "intention", "playbook", "ladder"]
"""What stands in for an order that is missing at the close.

`ask`: the facilitator says so each time; `holds`: nothing; `intention`: the seat's standing intention;
`playbook`: a playbook plays this once; `ladder`: the intention, else the playbook, else it holds.
"""
MISSING: Final[tuple[Missing, ...]] = ("ask", "holds", "intention", "playbook", "ladder")

Late = Literal["accept", "note", "refuse"]
"""An order sealed after the time is up is taken, taken with a note in the record, or refused."""
LATE: Final[tuple[Late, ...]] = ("accept", "note", "refuse")

TalkNotes = Literal["off", "line", "full"]
"""Notes on talks: none; one line a seat (promised, was told); or proposed, agreed and a private reason."""
TALK_NOTES: Final[tuple[TalkNotes, ...]] = ("off", "line", "full")

TURN: Final[tuple[Stage, ...]] = ("event", "talks", "orders", "reveal", "adjudicate", "wrap")
"""The stages of a turn, in order."""
STAGES: Final[tuple[Stage, ...]] = ("setup", *TURN, "turn", "break", "hotwash", "spare")
"""Every stage that minutes can be given for."""
Minutes = dict[Stage, int]
"""Minutes by stage."""
MOST_MINUTES: Final = 600

SHORTEST: Final = 60
"""Minutes of the shortest session that a plan can be made for."""
FIXED: Final[dict[Stage, int]] = {"setup": 20, "break": 10, "hotwash": 25, "spare": 5}
"""Minutes in three hours for what is not a turn."""
SHARES: Final[dict[Stage, int]] = {"event": 2, "orders": 7, "reveal": 1, "adjudicate": 8, "wrap": 2}
"""How the minutes of a turn are shared; of the 8 for results, 3 go to quick rulings and 5 to the spotlight."""


@dataclass(slots=True)
class Pace:
    """The pace that a session keeps. Treat it as fixed: another pace is another object.

    `plan` is how many minutes the whole session has (0: it has no plan), from which `minutes` are made
    where none are given: minutes by stage, each 1 to 600; a stage that is not there has no timer. `bell`
    lets the terminal ring when time is up.
    """

    plan: int = 0
    minutes: Minutes = field(default_factory=dict)
    missing: Missing = "ask"
    late: Late = "accept"
    talks: TalkNotes = "off"
    bell: bool = False


def planned(minutes: int, turns: int) -> Minutes:
    """The plan of a session of so many minutes and turns; ValueError when a turn would have less than 5.

    Three hours with six turns: 20 minutes to open, brief and rehearse, turns of 20, a break of 10,
    a hot wash of 25, 5 to spare. A shorter or longer session keeps these proportions, and the turns
    take what the others leave.
    """
    plan = {stage: max(3, share * min(minutes, 180) // 180) for stage, share in FIXED.items()}
    turn = (minutes - sum(plan.values())) // max(1, turns)
    if minutes < SHORTEST or turn < len(SHARES):
        raise ValueError(f"{minutes} minutes are too few for {counted(turns, 'turn')}")
    shares = {stage: max(1, share * turn // 20) for stage, share in SHARES.items()}
    shares["orders"] += turn - sum(shares.values())
    plan["spare"] += minutes - sum(plan.values()) - turn * turns
    return {stage: (plan | shares)[stage] for stage in STAGES if stage in plan or stage in shares}


def stage_of(phase: Phase, minutes: Minutes) -> Stage:
    """The stage that a phase belongs to: talks go with the orders unless they have minutes of their own."""
    if phase == "closed":
        return "spare"
    return "orders" if phase == "talks" and not minutes.get("talks") else phase


def of_turn(minutes: Minutes) -> int:
    """Minutes planned for a whole turn; 0 when none are."""
    return minutes.get("turn") or sum(minutes.get(stage, 0) for stage in TURN)


def is_plan(minutes: Minutes) -> bool:
    """Whether the minutes plan a whole session: its turns and its hot wash."""
    return bool(of_turn(minutes) and minutes.get("hotwash"))


def of_stage(stage: Stage, minutes: Minutes) -> int:
    """Minutes planned from where this stage begins to where its timer ends: a turn may have one for the whole."""
    whole = minutes.get("turn", 0) if stage == "event" else 0
    return whole or minutes.get(stage, 0)


def rest_of_turn(stage: Stage, minutes: Minutes) -> int:
    """Minutes planned for the stages of a turn after this one; none where the turn as a whole has its own."""
    if stage not in TURN or minutes.get("turn"):
        return 0
    return sum(minutes.get(one, 0) for one in TURN[TURN.index(stage) + 1 :])


def after(stage: Stage, turn: int, turns: int, minutes: Minutes, rested: bool) -> int:
    """Minutes planned after this stage of this turn, to the session's end; the break is over if `rested`."""
    spare = minutes.get("spare", 0)
    if stage == "hotwash":
        return spare
    left = 0 if rested else minutes.get("break", 0)
    left += minutes.get("hotwash", 0) + spare
    return left + rest_of_turn(stage, minutes) + max(0, turns - turn) * of_turn(minutes)
