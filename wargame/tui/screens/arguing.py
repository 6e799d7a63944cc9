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
    ABOUT,
    FACILITATOR,
    GIVEN,
    METHODS,
    QUALITIES,
    About,
    Method,
    Quality,
    Side,
    Weight,
)
from wargame.game.views import AdjudicationView, View
from wargame.tui.screens.asking import Filled, Question, author_choices, number, numbers
from wargame.tui.screens.form import Line, OneOf
from wargame.tui.widgets.case import WEIGHTS
from wargame.tui.widgets.odds import QUALITY_WORDS, method_help, method_name, percent

PROJECT = "project"
"""What stands for a project among the methods: each stage is judged by one of the others."""

NO_SEAT = "-"
"""What stands for an opponent that is no seat."""

HOW: list[tuple[str, str]] = [
    ("counted", "counted"),
    ("strong", "strong: counts 2"),
    ("set_aside", "set aside: counts nothing"),
]


def arguing(table: AdjudicationView, side: Side) -> Question:
    """An argument for or against: whose it is, what it is about and how it counts."""
    author = table.order.seat if side == "pro" else FACILITATOR
    about = subjects(table, side)

    def command(view: View, filled: Filled) -> Command:
        subject: About = next((one for one in ABOUT if one == filled.get("about")), "action")
        said_by = filled["author"]
        if subject == "opposing" and said_by == author and table.contest is not None:
            said_by = table.contest.seat or FACILITATOR
        weight = _weight(filled["weight"])
        return AddArgument(table.order.order_id, side, filled["text"], said_by, weight, subject)

    asked: list[Line | OneOf] = [Line("text", "Because", needed=True)]
    if len(about) > 1:
        asked.append(OneOf("about", "About", about))
    return Question(
        "An argument for" if side == "pro" else "An argument against",
        lambda view: [
            *asked,
            OneOf("author", "Said by", author_choices(view), author),
            OneOf("weight", "Counts", HOW),
        ],
        command,
    )


def subjects(table: AdjudicationView, side: Side) -> list[tuple[str, str]]:
    """What an argument of this side can be about."""
    found = [("action", "the order itself")]
    if table.method == "opposed":
        found.append(("opposing", "the other side's own case"))
    if side == "con":
        found.append(("consequences", "its consequences: a strong success becomes a plain one"))
    return found


def _weight(text: str) -> Weight:
    return next((one for one in WEIGHTS if one == text), "counted")


def weighing(table: AdjudicationView) -> Question:
    """How one of the arguments counts."""
    answers = [
        (one.id, f"{place} {one.side}, {one.weight.replace('_', ' ')}: {one.text}")
        for place, one in enumerate(table.arguments, 1)
    ]
    return Question(
        "Weigh an argument",
        lambda view: [OneOf("argument", "Argument", answers), OneOf("weight", "Counts", HOW)],
        lambda view, filled: WeighArgument(
            table.order.order_id, filled["argument"], _weight(filled["weight"])
        ),
    )


def choosing_method(table: AdjudicationView, method: Method) -> Question:
    """Why this method; the probability for those that are given one, the other side of an opposed throw."""
    given, opposed = method in GIVEN, method == "opposed"

    def command(view: View, filled: Filled) -> Command | str:
        value = number(filled["given"]) if given else -1
        if value is None or (given and not 0 <= value <= 100):
            return "The probability is a whole number from 0 to 100."
        opponent = filled.get("opponent", "").removeprefix(NO_SEAT)
        return ChooseMethod(table.order.order_id, method, value, filled["reason"], opponent)

    why = Line("reason", "Why", hint="who the expert is" if method == "expert" else "or nothing")
    number_line = Line("given", "Per cent", hint="0 to 100", needed=True, limit=4)
    first = [number_line] if given else []
    return Question(
        method_name(method),
        lambda view: [*first, *([opponents(view, table)] if opposed else []), why],
        command,
        method_help(method),
    )


def opponents(view: View, table: AdjudicationView) -> OneOf:
    """Who can stand behind the other side: another seat, or none."""
    others = [(one.id, one.name) for one in view.seats if one.id != table.order.seat]
    seat = table.contest.seat or NO_SEAT if table.contest is not None else ""
    none = (NO_SEAT, "none of the seats: somebody else")
    return OneOf("opponent", "Opposed by", [*others, none], seat, needed=True)


def method_ways(table: AdjudicationView) -> list[tuple[str, str]]:
    """Every method with its odds as things stand, and what it does, on one line each."""
    odds = {one.method: one.odds for one in table.others}
    if table.method not in ("automatic", "umpire") and table.odds >= 0:
        odds[table.method] = table.odds
    ways = [(one, _way(one, percent(odds[one]) if one in odds else "")) for one in METHODS]
    return [*ways, (PROJECT, f"{'project':<15}{'':>8}  up to 3 successes, one a turn")]


def _way(method: Method, odds: str) -> str:
    return f"{method_name(method):<15}{odds:>8}  {method_help(method)}"


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
    if table.contest is not None:
        theirs = len(table.rolls) % 2
        wanted = "the other side's two dice" if theirs else "4 3, or both sides': 4 3 2 6"

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
            OneOf("quality", "Result", answers, needed=True),
            Line("reason", "Because", needed=True),
        ],
        command,
    )
