"""The questions about talks: open one, note a side's version, one line a seat for the turn."""

from __future__ import annotations

from wargame.game.commands import Command, NoteTalk, OpenTalk
from wargame.game.names import FACILITATOR
from wargame.game.views import TalkNoteView, TalkView, View
from wargame.tui.screens.asking import Filled, Question, number, numbers
from wargame.tui.screens.form import Asked, Line
from wargame.tui.whose_move import names, seat_name

OFF = (
    "Notes on talks are off; c changes that. o opens a talk, for so many minutes "
    "if wanted; seats open talks on their own screens (t)."
)
KEYS = {"off": OFF, "line": "l notes a line for each seat. o opens a talk."}
"""What is said of the keys, by how notes are kept."""
NOTES = [("off", "No notes"), ("line", "One line a seat: promised, was told"), ("full", "In full")]
"""How notes on talks can be kept."""
ROW = "What each seat promised / what it was told: a slash between."


def opening(opener: str) -> Question:
    """Open a talk, as a seat or the facilitator."""

    def asked(view: View) -> list[Asked]:
        hint = ", ".join(f"{place} {one.name}" for place, one in enumerate(view.seats, 1))
        return [
            Line("seats", "Seats (numbers)", hint=hint, needed=True, limit=40),
            Line("minutes", "Minutes", "0", hint="0: no end", limit=2),
        ]

    def command(view: View, filled: Filled) -> Command | str:
        places, minutes = numbers(filled["seats"]), number(filled["minutes"] or "0")
        if places is None or any(not 1 <= one <= len(view.seats) for one in places):
            return f"Seats: their numbers, 1 to {len(view.seats)}."
        if minutes is None:
            return "Minutes: a whole number."
        return OpenTalk(opener, [view.seats[one - 1].id for one in places], minutes)

    return Question("Open a talk", asked, command, "Nobody but those who talk learns of it.")


def version(view: View, seat: str, talk: TalkView, person: str = "") -> Question:
    """Note a seat's version of a talk; what it noted before stands there already."""
    others = [one for one in talk.seats if one != seat]
    whose = "" if view.who == seat else f"{seat_name(view, seat)}: "
    before = next((one for one in talk.notes if one.seat == seat), None)

    def asked(view: View) -> list[Asked]:
        return [
            Line("proposed", "Proposed", before.proposed if before else ""),
            Line("agreed", "Agreed", before.agreed if before else ""),
            Line("private", "For yourself", before.private if before else "", "your own reason"),
        ]

    def command(view: View, filled: Filled) -> Command | str:
        return NoteTalk(
            seat,
            others,
            filled["proposed"],
            filled["agreed"],
            filled["private"],
            person=person,
        )

    return Question(
        f"{whose}What came of the talk with {names(view, others)}",
        asked,
        command,
        "The other side writes its own version; you read each other's in the hot wash.",
    )


def line_before(view: View, seat: str) -> TalkNoteView | None:
    """The line that a seat has noted for this turn."""
    return next(
        (
            note
            for talk in view.talks
            for note in talk.notes
            if talk.turn == view.turn and not talk.seats and note.seat == seat
        ),
        None,
    )


def one_line(seat: str, person: str = "") -> Question:
    """One line for the turn: what a seat promised, and what it was told."""

    def asked(view: View) -> list[Asked]:
        before = line_before(view, seat)
        return [
            Line("promised", "Promised", before.promised if before else ""),
            Line("told", "Was told", before.told if before else ""),
        ]

    def command(view: View, filled: Filled) -> Command | str:
        return NoteTalk(seat, promised=filled["promised"], told=filled["told"], person=person)

    return Question("Promised and told this turn", asked, command)


def row_fields(view: View) -> list[Asked]:
    """A line a seat: what it promised / what it was told."""
    fields: list[Asked] = []
    for one in view.seats:
        before = line_before(view, one.id)
        value = f"{before.promised} / {before.told}" if before else ""
        hint = "what it promised / what it was told"
        fields.append(Line(one.id, one.name[:15], value, hint, limit=1200))
    return fields


def row_commands(view: View, filled: Filled) -> list[NoteTalk]:
    """What the row says, seat by seat; what is empty or as before is left."""
    found = []
    for seat, text in filled.items():
        promised, _, told = text.partition("/")
        before = line_before(view, seat)
        new = (promised.strip(), told.strip())
        if any(new) and (before is None or new != (before.promised, before.told)):
            found.append(NoteTalk(seat, promised=new[0], told=new[1]))
    return found


def talk_choices(view: View, seat: str = "") -> list[tuple[str, str]]:
    """This turn's talks, those of a seat alone if one is given."""
    return [
        (str(place), names(view, one.seats))
        for place, one in enumerate(view.talks)
        if one.turn == view.turn and one.seats and (not seat or seat in one.seats)
    ]


def sides(view: View, talk: TalkView) -> list[tuple[str, str]]:
    """Who took part in a talk."""
    return [(one, seat_name(view, one)) for one in talk.seats]


FACILITATORS = opening(FACILITATOR)
