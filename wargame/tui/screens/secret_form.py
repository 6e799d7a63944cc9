"""What a seat writes in private: a secret argument with its trigger, a reply to what it alone was asked."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.game.changes import SecretText
from wargame.game.commands import Command, ReplyToQuestion, SealArgument
from wargame.game.views import AskedView, MenuItem, View
from wargame.tui.screens import conditions
from wargame.tui.screens.asking import Filled, Question
from wargame.tui.screens.form import Asked, Form, Line, OneOf

ABOUT = (
    "It waits, sealed, for its trigger; then it is shown and ruled on. Nobody else knows that there is "
    "one. A condition is looked at by the table itself; without one the facilitator says when."
)


OWN_WORDS = "in your own words, below"
BETWEEN = "/"
"""What stands between an order of the menu and its target where both are one answer."""


def menu_answers(menu: Sequence[MenuItem]) -> list[tuple[str, str]]:
    """What can be held back: an order in the seat's own words, or one of its menu, aimed at each of its targets.

    Whether it can be given is asked when its trigger comes.
    """
    found = [("", OWN_WORDS)]
    for item in menu:
        aims = [(f"{item.id}{BETWEEN}{one.id}", f"{item.name}: {one.name}") for one in item.targets]
        found += aims or [(item.id, item.name)]
    return found


def secret_argument(person: str) -> Question:
    """The question for a secret argument; an order of the menu can be held back."""

    def asked(view: View) -> list[Asked]:
        return [
            Line("trigger", "It waits for", hint="in words; or nothing, with a condition below"),
            OneOf("thing", "Condition", conditions.things(view)),
            OneOf("sign", "is", conditions.COMPARED),
            Line("amount", "this number", hint="such as 7; not for a fact", limit=7),
            Line("when", "or written", hint=conditions.example(view), limit=400),
            OneOf("order", "Then", menu_answers(view.menu)),
            Line("action", "Words", hint="what is done; or nothing, as the menu has it"),
            Line("result", "So that", hint="the result wanted"),
            Line("first", "Because"),
            Line("second", "And because"),
        ]

    def command(view: View, filled: Filled) -> Command | str:
        try:
            when, said = conditions.put_together(view, filled)
        except ValueError as error:
            return str(error)
        reasons = [filled[one] for one in ("first", "second") if filled[one]]
        move, _, target = filled["order"].partition(BETWEEN)
        trigger = filled["trigger"] or said
        text = SecretText(trigger, filled["action"], filled["result"], reasons, when, person)
        text.move, text.target = move, target
        return SealArgument(view.who, text)

    return Question("A secret argument", asked, command, ABOUT)


def reply_form(asked: AskedView) -> Form:
    """The form of a reply to a private question."""
    return Form(
        "Asked in private",
        [Line("text", "Reply", asked.reply, needed=True, limit=2000)],
        f"{asked.text} (Only the facilitator reads the reply.)",
    )


def replying(asked: AskedView, person: str, filled: dict[str, str]) -> ReplyToQuestion:
    """The command that a filled reply becomes."""
    return ReplyToQuestion(asked.question, filled["text"], person)
