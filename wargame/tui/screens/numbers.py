"""The questions that ask people for numbers: estimates as a row, hands, leanings, reasons."""

from __future__ import annotations

from wargame.game.commands import Command, CountHands, ExplainEstimate, TakeLeanings
from wargame.game.names import Lean
from wargame.game.views import AdjudicationView, View
from wargame.tui.screens.asking import Filled, Question, number, numbers
from wargame.tui.screens.form import Line
from wargame.tui.whose_move import names, seat_name

LETTERS: dict[str, Lean] = {"a": "agree", "n": "unsure", "d": "disagree"}
"""What people say, by letter: agree, not sure, disagree."""


def estimate_row(view: View, table: AdjudicationView, text: str) -> dict[str, int] | str:
    """Estimates typed as a row, each person's by place; or what is wrong with the row."""
    percents = numbers(text)
    wanted = len(table.estimators)
    asked = names(view, table.estimators)
    if percents is None or len(percents) != wanted:
        return f"{wanted} whole numbers, one each for {asked}."
    if any(not 0 <= one <= 100 for one in percents):
        return "An estimate is 0 to 100."
    return dict(zip(table.estimators, percents, strict=True))


def counting_hands(table: AdjudicationView) -> Question:
    """How many hands were raised, out of how many."""
    present = len(table.estimators)

    def command(view: View, filled: Filled) -> Command | str:
        raised, there = number(filled["raised"]), number(filled["present"] or str(present))
        if raised is None or there is None or not 0 <= raised <= there or there < 1:
            if not there or there < 1:
                return "Hands raised and people present are whole numbers, such as 5 of 7."
            return f"Hands raised: 0 to {there}, for so many are present."
        return CountHands(table.order.order_id, raised, there)

    return Question(
        "Hands raised for success",
        lambda view: [
            Line("raised", "Raised", hint="how many", needed=True, limit=3),
            Line("present", "Of", hint=f"{present}, or who is there", limit=3),
        ],
        command,
        "Everybody but the seat whose order it is. The share is the target, then d100.",
    )


def taking_leanings(table: AdjudicationView) -> Question:
    """How people lean: a letter each, or three counts."""

    def command(view: View, filled: Filled) -> Command | str:
        return leanings(view, table, filled["row"])

    return Question(
        "Who agrees that it succeeds?",
        lambda view: [
            Line("row", "Row", hint="a n d: one letter each; or counts, as 3 1 2", needed=True)
        ],
        command,
        "a agrees (1), n is not sure (1/2), d disagrees (0); the mean is the target, then d100.",
    )


def leanings(view: View, table: AdjudicationView, row: str) -> Command | str:
    """A row of letters, one for each person asked, or of three counts; or what is wrong with it."""
    counts = numbers(row)
    if counts is not None and len(counts) == 3:
        return TakeLeanings(table.order.order_id, {}, *counts)
    letters = [one for one in row.lower() if one.isalpha()]
    if len(letters) != len(table.estimators) or any(one not in LETTERS for one in letters):
        asked = names(view, table.estimators)
        return f"One letter (a, n or d) each for {asked}; or three counts."
    said = [LETTERS[one] for one in letters]
    return TakeLeanings(table.order.order_id, dict(zip(table.estimators, said, strict=True)))


def explaining(table: AdjudicationView, person: str) -> Question:
    """Why somebody's estimate is far from the others."""
    value, middle = table.estimates.get(person, 0), table.given
    return Question(
        "Far from the others",
        lambda view: [
            Line("text", seat_name(view, person)[:15], table.whys.get(person, ""), needed=True)
        ],
        lambda view, filled: ExplainEstimate(table.order.order_id, person, filled["text"]),
        f"{value} per cent, and the median is {middle}: why?",
    )
