"""Real time used: how long each stage lasted, and how much of that the clock stood still.

A rewind gives no time back: a stage that was begun twice has lasted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wargame.game.moments import reckoned
from wargame.game.pace import TURN, Minutes, Stage, of_turn
from wargame.game.records import dataclass


@dataclass(slots=True, frozen=True)
class Used:
    """A stage of a turn: when it began, and milliseconds used and paused (`used` holds no pause)."""

    turn: int
    stage: Stage
    began: str
    used: int
    paused: int


@dataclass(slots=True, frozen=True)
class PlanLine:
    """A line of the plan of time: minutes planned (0: none) and milliseconds used (-1: not begun).

    `turn` is 0 for what belongs to no turn; the line of a whole turn is of the stage `turn`.
    """

    turn: int
    stage: Stage
    planned: int
    used: int
    paused: int
    going: bool = False


def used(
    begun: Sequence[tuple[int, Stage, str]], pauses: Iterable[tuple[str, str]], until: str
) -> list[Used]:
    """What each stage used, from when the stages and the pauses began and ended, up to `until`.

    A pause without an end lasts until then. Stages that follow on themselves (talks, then orders) are one.
    """
    end = reckoned(until)
    still = [(reckoned(one), reckoned(other) if other else end) for one, other in pauses]
    found: list[Used] = []
    for place, (turn, stage, at) in enumerate(begun):
        first = reckoned(at)
        last = reckoned(begun[place + 1][2]) if place + 1 < len(begun) else end
        paused = sum(max(0, min(last, two) - max(first, one)) for one, two in still)
        whole = max(0, last - first)
        began = at
        if found and (found[-1].turn, found[-1].stage) == (turn, stage):
            before = found.pop()
            whole += before.used + before.paused
            paused += before.paused
            began = before.began
        found.append(Used(turn, stage, began, max(0, whole - paused), paused))
    return found


def plan_lines(spent: Sequence[Used], minutes: Minutes, turns: int) -> list[PlanLine]:
    """The plan beside what was used: opening, each turn and its stages, break, hot wash."""
    lines = [_line(spent, 0, "setup", minutes)]
    last = max([turns, *(one.turn for one in spent)])
    for turn in range(1, last + 1):
        mine = [one for one in spent if one.turn == turn and one.stage in TURN]
        now = bool(spent) and spent[-1] in mine
        lines.append(
            PlanLine(
                turn,
                "turn",
                of_turn(minutes),
                sum(one.used for one in mine) if mine else -1,
                sum(one.paused for one in mine),
                now,
            )
        )
        stages: list[Stage] = [
            one for one in TURN if minutes.get(one) or any(two.stage == one for two in mine)
        ]
        lines += [_line(mine, turn, stage, minutes, now) for stage in stages if mine]
    return [*lines, _line(spent, 0, "hotwash", minutes)]


def _line(
    spent: Sequence[Used], turn: int, stage: Stage, minutes: Minutes, now: bool = True
) -> PlanLine:
    mine = [one for one in spent if one.stage == stage]
    going = now and bool(mine) and spent[-1].stage == stage
    return PlanLine(
        turn,
        stage,
        minutes.get(stage, 0),
        sum(one.used for one in mine) if mine else -1,
        sum(one.paused for one in mine),
        going,
    )
