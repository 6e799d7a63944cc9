"""Time in a report: what was planned, what was really used, and when the clock stood still."""

from __future__ import annotations

from wargame.game.events import PaceSet, PhaseBegun, TimerExtended, TimerSet
from wargame.game.moments import MINUTE
from wargame.game.pace import Stage, is_plan, stage_of
from wargame.game.used import PlanLine, Used, plan_lines, used
from wargame.reports.markdown import escaped, joined, listed, table
from wargame.reports.telling.timing import pace_told, timing_told
from wargame.reports.timeline import Timeline
from wargame.reports.words import STAGES, Words, clock

SECOND = 1000


def time_told(timeline: Timeline, words: Words) -> str:
    """Every stage with the minutes planned and used; empty when nothing was ever begun."""
    begun = _begun(timeline)
    if len(begun) < 2:
        return ""
    last = timeline.moments[-1].entry.at
    pauses = [(one.began, one.ended) for one in words.state.clock.pauses]
    spent = used(begun, pauses, last)
    minutes = words.state.pace.minutes
    lines = plan_lines(spent, minutes, max(one.turn for one in spent))
    rows = [_row(one) for one in lines if one.used >= 0 or one.planned]
    head = ["", "planned", "used", "paused"]
    return joined(
        [
            "## Time",
            "Minutes of real time, by what the entries say; a rewind gives none back.",
            table(head, rows, right=[1, 2, 3]),
            _whole(spent, words),
            *_by_hand(timeline, words),
        ]
    )


def _begun(timeline: Timeline) -> list[tuple[int, Stage, str]]:
    """When each stage began, those of lines that were left too: their time was used as well.

    A clock that was set back counts as one that stood still.
    """
    found: list[tuple[int, Stage, str]] = []
    minutes = timeline.state(len(timeline) - 1).pace.minutes
    at = ""
    for moment in timeline.moments:
        at = max(at, moment.entry.at)
        if moment.phase == "closed":
            continue
        stage = stage_of(moment.phase, minutes)
        turn = moment.turn if stage not in ("setup", "hotwash") else 0
        # a rewind goes on with a stage that no entry begins
        begins = isinstance(moment.event, PhaseBegun)
        if not found or begins or found[-1][:2] != (turn, stage):
            found.append((turn, stage, at))
    return found


def _row(line: PlanLine) -> list[str]:
    whole = line.stage == "turn"
    name = f"**Turn {line.turn}**" if whole else STAGES[line.stage]
    planned = str(line.planned) if line.planned else ""
    return [name, planned, _minutes(line.used), _minutes(line.paused) if line.paused else ""]


def _minutes(millis: int) -> str:
    """Minutes and seconds, as `7:05`; empty for what was never begun."""
    if millis < 0:
        return ""
    minutes, rest = divmod(millis, MINUTE)
    return f"{minutes}:{rest // SECOND:02d}"


def _whole(spent: list[Used], words: Words) -> str:
    """The whole session, and how it stood against its plan."""
    whole = sum(one.used for one in spent)
    paused = sum(one.paused for one in spent)
    text = f"In all {_minutes(whole)} used and {_minutes(paused)} paused."
    state = words.state
    if is_plan(state.pace.minutes) and state.clock.due:
        text += f" By its plan the session was to end at {clock(state.clock.due)}."
    return text


def _by_hand(timeline: Timeline, words: Words) -> list[str]:
    """The pace, pauses, and what was set by hand."""
    items = [
        f"{clock(one.entry.at)}: {escaped(timing_told(one.event, words))}"
        for one in timeline.moments
        if isinstance(one.event, PaceSet | TimerSet | TimerExtended)
    ]
    for pause in words.state.clock.pauses:
        ended = f"to {clock(pause.ended)}" if pause.ended else "to the end"
        why = f": {escaped(pause.reason)}" if pause.reason else ""
        items.append(f"Paused in turn {pause.turn}, {clock(pause.began)} {ended}{why}.")
    pace = f"At the end: {escaped(pace_told(words.state.pace))}."
    return [pace, listed(items)] if items else []
