"""What a seat writes in private: a secret argument with its trigger, a reply to what it alone was asked."""

from __future__ import annotations

from wargame.game.changes import SecretText
from wargame.game.commands import ReplyToQuestion, SealArgument
from wargame.game.views import AskedView
from wargame.tui.screens.form import Form, Line

ABOUT = (
    "It waits, sealed, for its trigger; then it is shown and ruled on. Nobody else knows that there is "
    "one. A condition, as in: street >= 7 or fact.siege, is looked at by the table itself."
)


def secret_form(filled: dict[str, str]) -> Form:
    """The form of a secret argument, with what was filled in before."""

    def line(name: str, label: str, hint: str = "", *, needed: bool = False) -> Line:
        return Line(name, label, filled.get(name, ""), hint, needed)

    return Form(
        "A secret argument",
        [
            line("trigger", "It waits for", "in words; the tighter, the better"),
            line("when", "Condition", "or nothing: then the facilitator says when"),
            line("action", "Then", "what is done", needed=True),
            line("result", "So that", "the result wanted"),
            line("first", "Because"),
            line("second", "And because"),
        ],
        ABOUT,
    )


def sealing(seat: str, person: str, filled: dict[str, str]) -> SealArgument:
    """The command that a filled form becomes."""
    reasons = [filled[one] for one in ("first", "second") if filled[one]]
    text = SecretText(
        filled["trigger"], filled["action"], filled["result"], reasons, filled["when"], person
    )
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
