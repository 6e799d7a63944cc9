"""What a seat writes in private: a secret argument with its trigger, a reply to what it alone was asked."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.game.changes import SecretText
from wargame.game.commands import ReplyToQuestion, SealArgument
from wargame.game.views import AskedView, MenuItem
from wargame.tui.screens.form import Form, Line, OneOf

ABOUT = (
    "It waits, sealed, for its trigger; then it is shown and ruled on. Nobody else knows that there is "
    "one. A condition, as in: street >= 7 or fact.siege, is looked at by the table itself."
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


def secret_form(filled: dict[str, str], menu: Sequence[MenuItem] = ()) -> Form:
    """The form of a secret argument, with what was filled in before; an order of the menu can be held back."""

    def line(name: str, label: str, hint: str = "", *, needed: bool = False) -> Line:
        return Line(name, label, filled.get(name, ""), hint, needed)

    return Form(
        "A secret argument",
        [
            line("trigger", "It waits for", "in words; the tighter, the better"),
            line("when", "Condition", "or nothing: then the facilitator says when"),
            OneOf("order", "Then", menu_answers(menu), filled.get("order", "")),
            line("action", "Words", "what is done; or nothing, as the menu has it"),
            line("result", "So that", "the result wanted"),
            line("first", "Because"),
            line("second", "And because"),
        ],
        ABOUT,
    )


def sealing(seat: str, person: str, filled: dict[str, str]) -> SealArgument:
    """The command that a filled form becomes."""
    reasons = [filled[one] for one in ("first", "second") if filled[one]]
    move, _, target = filled["order"].partition(BETWEEN)
    text = SecretText(
        filled["trigger"], filled["action"], filled["result"], reasons, filled["when"], person
    )
    text.move, text.target = move, target
    return SealArgument(seat, text)


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
