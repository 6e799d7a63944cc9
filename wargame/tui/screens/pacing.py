"""The questions about time: a timer set by hand, and the pace of the session."""

from __future__ import annotations

from wargame.game.commands import Command, JumpTo, SetPace, SetTimer
from wargame.game.pace import LATE, MISSING, TALK_NOTES, Pace
from wargame.game.views import View
from wargame.tui.screens.asking import Filled, Question, number
from wargame.tui.screens.form import Asked, Line, OneOf

NONE = "This session keeps no time. c gives it a plan of three hours, or another pace."
"""Said where there is neither a plan nor a timer."""
MISSING_WORDS = {
    "ask": "ask each time",
    "holds": "it holds",
    "intention": "its standing intention",
    "playbook": "a playbook, this once",
    "ladder": "intention, else playbook",
}
LATE_WORDS = {
    "accept": "taken until you close",
    "note": "taken until you close, with a note",
    "refuse": "refused",
}
TALK_WORDS = {"off": "none", "line": "one line a seat", "full": "in full"}


def told(pace: Pace) -> str:
    """The policies of a pace, in a sentence."""
    return (
        f"A missing order: {MISSING_WORDS[pace.missing]}. A late one: {LATE_WORDS[pace.late]}. "
        f"Notes on talks: {TALK_WORDS[pace.talks]}. Bell: {'on' if pace.bell else 'off'}."
    )


def _set(view: View, filled: Filled) -> Command | str:
    minutes = number(filled["minutes"])
    if minutes is None or not 0 <= minutes <= 600:
        return "Minutes: a whole number, 0 to 600 (0 takes the timer away)."
    return SetTimer(minutes, filled["reason"])


SETTING = Question(
    "Set the timer",
    lambda view: [
        Line("minutes", "Minutes", hint="from now on; 0: no timer", needed=True, limit=3),
        Line("reason", "Because", hint="if wanted", limit=300),
    ],
    _set,
)


def _pace_lines(view: View) -> list[Asked]:
    pace = view.pace
    return [
        Line("plan", "Plan, in hours", hours(pace.plan), "3, or 2.5; empty: no plan", limit=5),
        OneOf("missing", "Missing order", list(MISSING_WORDS.items()), pace.missing),
        OneOf("late", "Late order", list(LATE_WORDS.items()), pace.late),
        OneOf("talks", "Notes on talks", list(TALK_WORDS.items()), pace.talks),
        OneOf("bell", "Bell", [("", "off"), ("on", "on, when time is up")], "on" * pace.bell),
        Line("reason", "Because", hint="if wanted", limit=300),
    ]


def hours(minutes: int) -> str:
    """Minutes as hours with at most one digit behind the point; empty for none."""
    return f"{minutes / 60:.1f}".removesuffix(".0") if minutes else ""


def minutes_in(text: str) -> int | None:
    """Hours as people write them (`3`, `2.5`, `2,5`) as minutes; 0 for nothing, None where it is no number."""
    if not text.strip():
        return 0
    whole, _, part = text.strip().replace(",", ".").partition(".")
    if not (whole.isascii() and whole.isdecimal() and len(whole) < 3):
        return None
    if part and not (part.isascii() and part.isdecimal() and len(part) < 3):
        return None
    return int(whole) * 60 + (int(part) * 60 // 10 ** len(part) if part else 0)


def _pace(view: View, filled: Filled) -> Command | str:
    plan, old = minutes_in(filled["plan"]), view.pace
    if plan is None:
        return "The plan is so many hours, as in 3 or 2.5."
    kept = old.minutes if plan == old.plan else {}
    missing = next(one for one in MISSING if one == filled["missing"])
    late = next(one for one in LATE if one == filled["late"])
    talks = next(one for one in TALK_NOTES if one == filled["talks"])
    new = Pace(plan, dict(kept), missing, late, talks, bool(filled["bell"]))
    return SetPace(new, filled["reason"])


def turns_ahead(view: View) -> list[tuple[str, str]]:
    """The turns that can be jumped to, with their place in the calendar."""
    return [
        (str(one.turn), f"Turn {one.turn}  {one.label}")
        for one in view.calendar
        if one.turn >= view.turn + 2
    ]


def jumping(view: View, turn: int) -> Question:
    """Go on with a later turn: why, and what becomes of what was dated for the turns between."""
    dated = [
        f"turn {one.turn}: {title.rstrip('.')}"
        for one in view.calendar
        if one.turn < turn
        for title in one.titles
    ]
    what = "; ".join(dated) or "nothing"

    def command(view: View, filled: Filled) -> Command | str:
        return JumpTo(turn, filled["reason"], filled["happen"] == "late")

    return Question(
        f"Go on with turn {turn}",
        lambda view: [
            Line("reason", "Because", needed=True, limit=300),
            OneOf(
                "happen", "What was dated", [("late", "happens late"), ("no", "does not happen")]
            ),
        ],
        command,
        f"Dated for the turns between: {what}.",
    )


PACE = Question(
    "The pace of the session",
    _pace_lines,
    _pace,
    "From here on. The plan gives every stage its minutes; the record keeps the change.",
)
