"""The after-action report in Markdown: a whole game, told so that someone who was not there can follow it."""

from __future__ import annotations

from wargame.game.plain_text import counted
from wargame.game.seals import receipt
from wargame.reports.calibration import calibration_told
from wargame.reports.fairness import fairness_told
from wargame.reports.gathering import gather
from wargame.reports.history_told import history_told
from wargame.reports.markdown import code, emphasised, escaped, joined, listed, quoted, table
from wargame.reports.record import Record
from wargame.reports.room_told import beside_told, notes_told, seats_told
from wargame.reports.secrets_told import secrets_told
from wargame.reports.time_told import time_told
from wargame.reports.timeline import Timeline
from wargame.reports.turn_told import in_short, turn_told
from wargame.reports.words import PHASES, Words, day, signed
from wargame.saves.verify import Verdict

REACHED = {True: "**reached**", False: "not reached", None: "not read yet"}
"""What the board said of an objective."""


def after_action(timeline: Timeline, verdict: Verdict) -> str:
    """The report of a save, as the facilitator may read it: nothing is left out."""
    record = gather(timeline)
    words = Words(timeline.state(len(timeline) - 1))
    before = record.before
    return (
        joined(
            [
                _title(record),
                _trouble(record),
                _glance(record, verdict, words),
                "## The game in short",
                in_short(record, words),
                seats_told(record, timeline, words),
                _setup(record),
                *(
                    [turn_told(before, words)]
                    if before.happened or before.messages or before.adjusted or before.facts
                    else []
                ),
                *(turn_told(turn, words) for turn in record.turns),
                _tracks(record),
                _end(record, words),
                secrets_told(words, record.arguments),
                notes_told(record, words),
                beside_told(timeline, words),
                time_told(timeline, words),
                calibration_told(words),
                history_told(record, words),
                fairness_told(record, verdict, words),
                _briefs(record),
            ]
        )
        + "\n"
    )


def _title(record: Record) -> str:
    return f"# {escaped(record.scenario.title)}: session {escaped(record.opening.session)}"


def _trouble(record: Record) -> str:
    """What is wrong with the save, before all else."""
    return f"> **Not the whole game.** {escaped(record.trouble)}" if record.trouble else ""


def _glance(record: Record, verdict: Verdict, words: Words) -> str:
    """What a reader wants to know first."""
    opening, scenario = record.opening, record.scenario
    reached = next((turn.ending for turn in reversed(record.turns) if turn.ending), "")
    ending = next((one.title for one in scenario.endings if one.id == reached), "none was reached")
    stands = "is closed" if record.reached == "closed" else f"stands in {PHASES[record.reached]}"
    last = record.turns[-1].number if record.turns else 0
    over = "" if last == len(record.turns) else f" ({len(record.turns)} played)"
    played = f"{last} of {words.state.board.turns}{over}; the session {stands}"
    sound = "sound" if verdict.ok else "**not sound, see Fairness**"
    rows = [
        ["Scenario", f"{escaped(scenario.title)}, version {code(scenario.version)}"],
        ["Scenario’s hash", code(opening.scenario_sha256)],
        ["Set-up", escaped(scenario.setups[opening.setup].title)],
        ["Played (UTC)", f"{day(record.opened)} to {day(record.last)}"],
        ["Turns", played],
        ["Ending", escaped(ending)],
        [
            "Save",
            f"{counted(record.entries, 'entry', 'entries')}, head {code(receipt(record.head))}, {sound}",
        ],
        ["Made with", f"wargame {code(opening.wargame)}, save format {opening.format}"],
    ]
    if opening.banner:
        rows.insert(0, ["Banner", escaped(opening.banner)])
    return joined(
        ["Times are UTC. This report holds everything, secrets included.", table(["", ""], rows)]
    )


def _setup(record: Record) -> str:
    """How things stood before the first turn."""
    setup = record.scenario.setups[record.opening.setup]
    facts = [f"{escaped(record.scenario.facts[one].text)}" for one in setup.facts]
    rows = [
        [
            escaped(track.group),
            escaped(track.name),
            str(record.start[track.index]),
            _range(track.low, track.high),
        ]
        for track in record.scenario.tracks
    ]
    return joined(
        [
            "## How it began",
            quoted(record.scenario.summary) if record.scenario.summary else "",
            _source(record),
            escaped(setup.text),
            table(["", "track", "start", "range"], rows, right=[2]) if rows else "",
            f"Established at the start:\n\n{listed(facts)}" if facts else "",
        ]
    )


def _source(record: Record) -> str:
    """What the numbers after `source` refer to."""
    source = record.scenario.plain.get("source") or {}
    title, note = str(source.get("title", "")), str(source.get("note", ""))
    return f"Sources: “{escaped(title)}”. {escaped(note)}" if title else ""


def _range(low: int, high: int) -> str:
    return f"{low} to {high}"


def _tracks(record: Record) -> str:
    """Every track at the end of every turn."""
    if not record.turns or not record.scenario.tracks:
        return ""
    head = ["track", "start", *(f"{turn.number}" for turn in record.turns), ""]
    rows = []
    for track in record.scenario.tracks:
        values = [record.turns[0].start, *(turn.end for turn in record.turns)]
        each = [one[track.index] for one in values]
        rows.append([escaped(track.name), *map(str, each), signed(each[-1] - each[0])])
    return joined(
        [
            "## The tracks, turn by turn",
            "Each column is the end of a turn; the last one is the change over the game.",
            table(head, rows, right=range(1, len(head))),
        ]
    )


def _end(record: Record, words: Words) -> str:
    """Where things stood, objectives, the hot wash and the vote."""
    board = words.state.board
    facts = [
        f"{escaped(fact.text)}{f' (until the end of turn {fact.until})' if fact.until else ''}"
        for fact in board.facts.values()
    ]
    return joined(
        [
            "## Where it ended",
            f"Established at the end:\n\n{listed(facts)}" if facts else "No fact is established.",
            *_objectives(record),
            *_answers(record, words),
            *_votes(record, words),
        ]
    )


def _objectives(record: Record) -> list[str]:
    """Every objective, and what the board said of it."""
    rows = []
    for seat in record.scenario.seats:
        held = record.held.get(seat.id, {})
        for one in seat.objectives:
            marks = [
                word for word, is_so in (("main", one.main), ("private", one.private)) if is_so
            ]
            reached = REACHED[held.get(one.id)]
            rows.append([escaped(seat.name), escaped(one.text), ", ".join(marks), reached])
    return ["### Objectives", table(["seat", "objective", "", "at the end"], rows)] if rows else []


def _answers(record: Record, words: Words) -> list[str]:
    """What was said in the hot wash, by question."""
    if not record.answers:
        return []
    blocks = ["### Hot wash"]
    for question in dict.fromkeys(one.question for one in record.answers):
        given = [one for one in record.answers if one.question == question]
        blocks.append(f"*{escaped(question)}*")
        blocks.append(
            listed(
                f"**{escaped(words.seat(one.seat))}**"
                f"{f' ({escaped(words.person(one.person))})' if one.person else ''}: {escaped(one.text)}"
                for one in given
            )
        )
    return blocks


def _votes(record: Record, words: Words) -> list[str]:
    """Who won, by those who were there."""
    if not record.votes:
        return []
    rows = [
        [escaped(words.person(one.voter)), escaped(words.seat(one.seat))]
        for one in record.votes.values()
    ]
    return ["### Who won?", table(["says", "won"], rows)]


def _briefs(record: Record) -> str:
    """What each seat was given to read."""
    blocks = ["## Briefs"]
    for seat in record.scenario.seats:
        if seat.brief:
            blocks += [f"### {escaped(seat.name)}", emphasised(quoted(seat.brief))]
    return joined(blocks) if len(blocks) > 1 else ""
