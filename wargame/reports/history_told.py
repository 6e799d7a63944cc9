"""What the record says of itself: corrections, rewinds, objections, changed places, forks, Turn Zero."""

from __future__ import annotations

from wargame.game.undoing import UNDONE
from wargame.reports.markdown import code, escaped, joined, listed
from wargame.reports.record import Record, Throw
from wargame.reports.timeline import LeftLine
from wargame.reports.words import Words, dice_in_words, percent


def history_told(record: Record, words: Words) -> str:
    """Everything by which the record was mended, told so that a reader can judge whether it was fair."""
    items = _rehearsed(record)
    items += [
        f"Entry {one.entry}, {escaped(one.field)}: “{escaped(before)}” reads “{escaped(one.text)}”. "
        f"Why: {escaped(one.reason)}"
        for one, before in record.corrections
    ]
    items += [
        f"At entry {n} {escaped(words.seat(one.author))} objected after the throw to "
        f"{code(one.order_id)} ({one.side}): “{escaped(one.text)}”. The ruling was made again"
        f"{', with the numbers given before' if one.numbers == 'kept' else ''}."
        for n, one in record.objections
    ]
    items += [_left(one) for one in record.lines if one.n not in _ends(record)]
    items += [_taken_back(one, words) for one in record.taken_back]
    items += [
        f"At entry {n} {escaped(words.seat(one.one))} and {escaped(words.seat(one.other))} changed "
        f"places {'for the rest of the game' if one.for_good else f'in turn {one.turn}'}; "
        f"{escaped(words.seat(one.asked))} asked for it. Why: {escaped(one.reason)}"
        for n, one in record.swaps
    ]
    items += [
        f"From entry {n} on this is the session {code(one.session)}, forked from "
        f"{code(str(one.parent.get('session', '')))} after its entry {one.parent.get('n', 0)}, "
        "with a seed of its own."
        for n, one in record.forks
    ]
    return joined(["## Corrections and rewinds", listed(items)]) if items else ""


def _ends(record: Record) -> list[int]:
    """The rewinds that ended a Turn Zero."""
    return [
        next((line.n for line in record.lines if line.n > start and line.to < start), -1)
        for start in record.rehearsals
    ]


def _rehearsed(record: Record) -> list[str]:
    """That a Turn Zero was played, and that it counts for nothing."""
    return [
        f"Turn Zero was rehearsed from entry {start} to entry {end - 1}, and taken back; nothing of "
        "it stands in this report or its numbers."
        if end > 0
        else f"Turn Zero began at entry {start} and goes on; nothing of it stands in this report."
        for start, end in zip(record.rehearsals, _ends(record), strict=True)
    ]


def _left(line: LeftLine) -> str:
    """A rewind, or a step undone."""
    if line.reason == UNDONE:
        return (
            f"At entry {line.n} the last step (entry {line.to + 1} to {line.last}) was undone before "
            f"anyone was told of it; its line is called {code(line.name)}."
        )
    return (
        f"At entry {line.n} the game went back to where it stood after entry {line.to}; the line that "
        f"was left is called {code(line.name)} and is not told here. Why: {escaped(line.reason)}"
    )


def _taken_back(throw: Throw, words: Words) -> str:
    """A throw that a rewind took back: what it showed stays known."""
    shown = throw.dice.throw if throw.dice is not None else None
    dice = dice_in_words(shown.dice, shown.sides) if shown is not None else ""
    seat = words.seat(throw.dice.seat) if throw.dice is not None else ""
    return (
        f"The throw of entry {throw.n} was taken back: {escaped(seat)}, "
        f"{percent(throw.call.odds)}, thrown {dice}. Its label is not used again."
    )
