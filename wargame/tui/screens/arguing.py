"""The questions of an adjudication: arguments, weights, method, estimates, dice, ruling, edits."""

from __future__ import annotations

from wargame.game.commands import (
    AddArgument,
    ChooseMethod,
    Command,
    EnterDice,
    Rule,
    Throw,
    WeighArgument,
)
from wargame.game.names import (
    FACILITATOR,
    GIVEN,
    QUALITIES,
    Method,
    Quality,
    Side,
    Weight,
)
from wargame.game.views import AdjudicationView, View
from wargame.tui.screens.asking import Filled, Question, author_choices, number, numbers
from wargame.tui.screens.form import Line, OneOf
from wargame.tui.whose_move import names
from wargame.tui.widgets.case import WEIGHTS
from wargame.tui.widgets.odds import QUALITY_WORDS, method_help, method_name

HOW: list[tuple[str, str]] = [
    ("counted", "counted"),
    ("strong", "strong: counts 2"),
    ("set_aside", "set aside: counts nothing"),
]


def arguing(table: AdjudicationView, side: Side) -> Question:
    """An argument for or against: whose it is and how it counts."""
    author = table.order.seat if side == "pro" else FACILITATOR

    def command(view: View, filled: Filled) -> Command:
        return AddArgument(
            table.order.order_id,
            side,
            filled["text"],
            filled["author"],
            _weight(filled["weight"]),
        )

    return Question(
        "An argument for" if side == "pro" else "An argument against",
        lambda view: [
            Line("text", "Because", needed=True),
            OneOf("author", "Said by", author_choices(view), author),
            OneOf("weight", "Counts", HOW),
        ],
        command,
    )


def _weight(text: str) -> Weight:
    return next((one for one in WEIGHTS if one == text), "counted")


def weighing(table: AdjudicationView) -> Question:
    """How one of the arguments counts."""
    answers = [
        (one.id, f"{place} {one.side}: {one.text}") for place, one in enumerate(table.arguments, 1)
    ]
    return Question(
        "Weigh an argument",
        lambda view: [OneOf("argument", "Argument", answers), OneOf("weight", "Counts", HOW)],
        lambda view, filled: WeighArgument(
            table.order.order_id, filled["argument"], _weight(filled["weight"])
        ),
    )


def choosing_method(table: AdjudicationView, method: Method) -> Question:
    """Why this method; and the probability, for those that are given one."""
    given = method in GIVEN

    def command(view: View, filled: Filled) -> Command | str:
        percent = number(filled["given"]) if given else -1
        if percent is None or (given and not 0 <= percent <= 100):
            return "The probability is a whole number from 0 to 100."
        return ChooseMethod(table.order.order_id, method, percent, filled["reason"])

    why = Line("reason", "Why", hint="who the expert is" if method == "expert" else "or nothing")
    percent = Line("given", "Per cent", hint="0 to 100", needed=True, limit=4)
    return Question(
        method_name(method),
        lambda view: [percent, why] if given else [why],
        command,
        method_help(method),
    )


def throwing() -> Question:
    """A word of the thrower's, mixed into the dice."""
    return Question(
        "Throw with a word",
        lambda view: [Line("word", "Word", hint="any word; nothing will do", limit=200)],
        lambda view, filled: Throw(filled["word"]),
        "The word is mixed into the dice, so that neither the table nor the thrower decides them.",
    )


def entering(table: AdjudicationView) -> Question:
    """Dice thrown by hand."""
    wanted = "two dice, such as 4 3" if table.sides == 6 else "one throw of 1 to 100"

    def command(view: View, filled: Filled) -> Command | str:
        dice = numbers(filled["dice"])
        if dice is None or not dice:
            return f"Enter {wanted}."
        return EnterDice(dice)

    return Question(
        "Dice thrown by hand",
        lambda view: [Line("dice", "They show", hint=wanted, needed=True, limit=20)],
        command,
        "The record marks them as entered.",
    )


def ruling(table: AdjudicationView) -> Question:
    """The umpire's ruling."""

    def command(view: View, filled: Filled) -> Command:
        quality: Quality = next(one for one in QUALITIES if one == filled["quality"])
        return Rule(table.order.order_id, quality, filled["reason"])

    answers = [(one, QUALITY_WORDS[one].lower()) for one in QUALITIES]
    return Question(
        "The umpire rules",
        lambda view: [
            OneOf("quality", "Result", answers, "success"),
            Line("reason", "Because", needed=True),
        ],
        command,
    )


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
