"""What the facilitator is asked about facts: a new one, a change, an end; and who knows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wargame.game.audience import PUBLIC
from wargame.game.commands import (
    AllowSecretArguments,
    ChangeFact,
    Command,
    EndFact,
    RecordFact,
    TriggerArgument,
)
from wargame.game.names import FACILITATOR, is_id
from wargame.game.views import AdjudicationView, FactView, SecretView, View
from wargame.tui.screens.asking import Filled, Question, number, seat_choices, slug
from wargame.tui.screens.form import Asked, Line, OneOf
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.changes import bookkeeping

KINDS = [("", "a fact"), ("situation", "a situation: goes on until an order ends it")]
WHOLE = "What it gives and how many turns it lasts are whole numbers."


def audience(view: View, first: tuple[str, str]) -> list[tuple[str, str]]:
    """Who may know of a fact."""
    seats = [(one, f"{name} alone") for one, name in seat_choices(view)]
    everyone = [(PUBLIC, "everyone")] if first[0] != PUBLIC else []
    return [first, *everyone, *seats, (FACILITATOR, "the facilitator alone")]


def fact_question(text: str = "", owner: str = "", order_id: str = "", which: str = "") -> Question:
    """Turn something into a fact: one of the table's own, or one that the scenario knows (`which`).

    `text` is what it says when nothing is written.
    """
    known = ("", "as the scenario has it" if which else "as the order was" if order_id else "")
    first = known if known[1] else (PUBLIC, "everyone")
    hint = "nothing: as the scenario has it" if which else text

    def asked(view: View) -> list[Asked]:
        return [
            Line("text", "Fact", "", hint, needed=not hint, limit=2000),
            OneOf("owner", "For", [("", "nobody"), *seat_choices(view)], owner),
            Line("modifier", "Gives", "0", hint="-3 to +3 on this seat's orders; - counts against"),
            Line("lasts", "Lasts (turns)", "0", hint="0: for ever"),
            OneOf("to", "Known to", audience(view, first)),
            OneOf("kind", "Kind", KINDS),
        ]

    def command(view: View, filled: Filled) -> Command | str:
        modifier, lasts = number(filled["modifier"]), number(filled["lasts"])
        if modifier is None or lasts is None:
            return WHOLE
        words = filled["text"] or ("" if which else text)
        name = which or _name(view, words, order_id)
        to = [filled["to"]] if filled["to"] else []
        seat = filled["owner"] if modifier else ""
        situation = bool(filled["kind"])
        return RecordFact(name, words, seat, modifier, lasts, order_id, to, situation)

    return Question("A fact", asked, command)


def made_of(order_id: str) -> str:
    """The name of the fact that was made of an order's result."""
    return f"of-{order_id}"


def _name(view: View, words: str, order_id: str) -> str:
    """A name that no fact has: by the order that it comes of, or by its words."""
    taken = [one.id for one in view.facts]
    name = made_of(order_id)
    return name if order_id and is_id(name) and name not in taken else slug("told-" + words, taken)


def wanted(table: AdjudicationView | None) -> str:
    """What an order that has succeeded wanted, where its result leaves nothing on the board; else empty."""
    if table is None or table.quality not in ("strong", "success"):
        return ""
    project = table.project
    if project is not None and project.done + 1 < project.stages:
        return ""
    if not all(bookkeeping(one) for one in table.proposed):
        return ""
    return table.order.result or table.order.action


def establishing(text: str, table: AdjudicationView, view: View) -> Question:
    """Make a fact of what a successful order wanted; its form is filled in with `text` already.

    A fact that the scenario knows can be chosen in its place; it is as the scenario has it but for what
    is entered here.
    """
    order = table.order
    own = [("", "one of the table's own, as above")]
    known = [OneOf("which", "Or", [*own, *[(one.id, one.text) for one in view.declared]])]
    plain_form = fact_question(text, order.seat, order.order_id)

    def asked(view: View) -> list[Asked]:
        first = [Line("text", "Fact", text, needed=True, limit=2000)]
        return [*first, *(known if view.declared else []), *plain_form.asked(view)[1:]]

    def command(view: View, filled: Filled) -> Command | str:
        if filled.get("which"):
            entered = plain_form.command(view, filled)
            return (
                replace(entered, fact=filled["which"], text="")
                if isinstance(entered, RecordFact)
                else entered
            )
        return plain_form.command(view, filled)

    return Question(
        "What has succeeded is now a fact",
        asked,
        command,
        f"{seat_name(view, order.seat)}: {order.name}",
    )


def changing(fact: FactView) -> Question:
    """Let a fact read otherwise; the record keeps both."""

    def asked(view: View) -> list[Asked]:
        return [
            Line("text", "Fact", fact.text, limit=2000),
            OneOf("owner", "For", [("", "nobody"), *seat_choices(view)], fact.owner),
            Line("modifier", "Gives", str(fact.modifier), hint="-3 to +3; - counts against"),
            Line("lasts", "Lasts (turns)", "", hint="from now; 0: for ever; nothing: as it was"),
            OneOf("to", "Known to", audience(view, ("", "who knows of it now"))),
            OneOf("kind", "Kind", KINDS, "situation" if fact.situation else ""),
            Line("reason", "Because", needed=True),
        ]

    def command(view: View, filled: Filled) -> Command | str:
        modifier = number(filled["modifier"])
        lasts = number(filled["lasts"]) if filled["lasts"] else -1
        if modifier is None or lasts is None:
            return WHOLE
        to = [filled["to"]] if filled["to"] else []
        return ChangeFact(
            fact.id,
            filled["text"],
            filled["owner"],
            modifier,
            filled["reason"],
            lasts,
            to,
            bool(filled["kind"]),
        )

    return Question("Change a fact", asked, command, "The record keeps both, and why.")


def ending(fact: FactView) -> Question:
    """End a fact by hand."""
    return _because("End a fact", fact.text, lambda reason: EndFact(fact.id, reason))


def _because(title: str, about: str, made: Callable[[str], Command]) -> Question:
    return Question(
        title,
        lambda view: [Line("reason", "Because", needed=True)],
        lambda view, filled: made(filled["reason"]),
        about,
    )


def triggering(view: View, secret: SecretView) -> Question:
    """The trigger of a secret argument has come."""
    return Question(
        f"{seat_name(view, secret.seat)}: its trigger has come",
        lambda view: [Line("words", "What came", hint="a few words for the record, or nothing")],
        lambda view, filled: TriggerArgument(secret.seat, filled["words"]),
        f"It waits for: {secret.waits_for}. Everyone will see it, and it is ruled on next.",
    )


def allowing(view: View) -> AllowSecretArguments:
    """Let secret arguments be sealed, or no new ones."""
    return AllowSecretArguments(not view.secret_arguments)
