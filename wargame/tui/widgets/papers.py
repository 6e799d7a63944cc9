"""What a seat holds in its hands, as texts: what is asked of it now, its brief, hand, talks and record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from textual.content import Content

from wargame.game.names import TURN_PHASES
from wargame.game.plain_text import counted
from wargame.game.views import CardView, OrderView, SecretView, View
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.whose_move import called, came_in, names, seat_name
from wargame.tui.widgets.joining import joining_lines, objective_lines
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.odds import QUALITY_WORDS
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.prose import prose
from wargame.tui.widgets.said import talks_told
from wargame.tui.widgets.story import (
    Facts,
    Judged,
    each_change,
    happenings_told,
    judged_now,
    named_facts,
    source_text,
)

Lines = Iterable[Content]
BLANK = Content("")


def grouped_hex(digits: str) -> str:
    """Hex digits in groups of four, as people read them aloud."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def now_lines(view: View, width: int) -> Iterator[Content]:
    """What is asked of the seat, what happened, its own orders, and what came of everybody's."""
    yield from _asked(view, width)
    for order in view.sealed:
        yield BLANK
        closed = view.phase not in ("talks", "orders")
        yield from order_lines(order, width, "Your order" if closed else "Your order, sealed")
    for secret in view.secrets:
        yield BLANK
        yield from secret_lines(view, secret, width)
    for intention in view.intentions:
        yield BLANK
        yield from order_lines(intention, width, "If you give no order (i changes it)")
    for project in view.projects:
        if project.seat == view.who:
            done = f": {project.done} of {counted(project.stages, 'stage')} done"
            yield BLANK
            yield from hanging(joined(plain(project.name, "bold"), done), width, "Your project: ")
    if view.phase in ("reveal", "adjudicate", "wrap"):
        yield from _revealed(view, width)
    if view.happenings:
        yield BLANK
        yield happenings_told(view.happenings, width, each_change)
    if view.ending:
        yield BLANK
        yield from hanging(
            joined(plain(view.ending, "bold"), view.ending_text, between=": "), width
        )


def _asked(view: View, width: int) -> Iterator[Content]:
    """What the seat should do next, in one sentence."""
    if view.who in view.warned:
        yield from hanging(
            plain("YOUR ORDER IS MISSING: the time is nearly up.", "bold $warning"), width, "> "
        )
    mine = next((one for one in view.seats if one.id == view.who), None)
    for asked in view.asked:
        if not asked.reply and asked.seat == view.who:
            yield from hanging(
                plain(f"You alone are asked: {asked.text} Press a.", "bold $warning"), width, "> "
            )
    dilemmas = [one for one in view.dilemmas if one.seat == view.who]
    for dilemma in dilemmas:
        yield from hanging(
            plain(f"You must choose: {dilemma.title} (press d)", "bold $warning"), width, "> "
        )
        yield from hanging(dilemma.text, width, "  ")
    for dilemma in view.dilemmas:
        if dilemma.seat != view.who:
            choosing = f"{seat_name(view, dilemma.seat)} must choose: {dilemma.title}"
            yield from hanging(plain(choosing, "bold"), width, "> ")
            yield from hanging(dilemma.text, width, "  ")
    if mine and view.phase in ("talks", "orders"):
        left = mine.orders - len(view.sealed)
        wanted = "Give your order: press o." if left == 1 else f"Give {left} more orders: press o."
        late = ", late" if view.late else ""
        done = f"Your order is in{late}. Until the close, r revises it and w takes it back."
        yield from hanging(plain(wanted if left > 0 else done, "bold"), width, "> ")
    elif not dilemmas:
        waiting = _WAITING.get(view.phase, "")
        yield from hanging(plain(waiting, "bold"), width, "> ") if waiting else []
    yield from _came_in(view, width)


def _came_in(view: View, width: int) -> Iterator[Content]:
    """The messages of this turn that came in, and where they are read."""
    senders = came_in(view)
    if senders:
        whose = names(view, list(dict.fromkeys(senders)))
        many = counted(len(senders), "message")
        yield from hanging(f"{many} this turn, from {whose}: press 4.", width, "> ")


_WAITING = {
    "setup": "Read your brief (2). The game begins when everyone has read theirs.",
    "event": "The event is being read out. Orders open with the talks.",
    "reveal": "The orders are open.",
    "adjudicate": "The orders are being judged, one by one.",
    "wrap": "The turn is over: what changed, and why.",
    "hotwash": "The hot wash: say why it came out as it did.",
    "closed": "The session is closed; the seed is known.",
}


def order_lines(order: OrderView, width: int, title: str) -> Iterator[Content]:
    """An order with everything in it."""
    yield heading(title)
    at = f" -> {order.target_name}" if order.target_name else ""
    covert = "  (covert)" if order.covert else ""
    yield from hanging(plain(f"{order.name}{at}{covert}", "bold"), width, " ")
    yield from written_lines(order, width)
    if order.receipt:
        yield from hanging(plain(order.receipt, "bold"), width, " receipt: ")


def written_lines(order: OrderView, width: int, lead: str = " ") -> Iterator[Content]:
    """What a seat wrote in an order: what is done, what for, why, and with which cards."""
    yield from hanging(order.action, width, lead)
    if order.result:
        yield from hanging(order.result, width, f"{lead}so that: ")
    if order.ends:
        yield from hanging(order.ends, width, f"{lead}to end: ")
    for reason in order.reasons:
        yield from hanging(reason, width, f"{lead}because: ")
    if order.with_cards:
        yield from hanging(", ".join(order.with_cards), width, f"{lead}with: ")


def secret_lines(view: View, secret: SecretView, width: int) -> Iterator[Content]:
    """A secret argument: the seat's own that waits, or at the end one that was left sealed."""
    mine = secret.seat == view.who
    whose = "Your" if mine else f"{seat_name(view, secret.seat)}'s"
    yield heading(f"{whose} secret argument" + (": s takes it back" if mine else ""))
    yield from hanging(secret.waits_for, width, " waits for: ")
    if secret.further:
        yield from hanging(secret.further, width, " when: ")
    yield from hanging(held_back(secret), width, " then: ")
    if secret.result:
        yield from hanging(secret.result, width, " so that: ")
    for reason in secret.reasons:
        yield from hanging(reason, width, " because: ")
    yield from hanging(plain(secret.receipt, "bold"), width, " receipt: ")


def held_back(secret: SecretView) -> str:
    """What a secret argument holds back: an order of the menu by name, with its target, and the words."""
    aim = f" ({secret.aim})" if secret.aim else ""
    return f"{secret.move}{aim}: {secret.action}" if secret.move else secret.action


def _revealed(view: View, width: int) -> Iterator[Content]:
    if view.revealed:
        yield BLANK
        yield heading("Orders of this turn")
    for order in view.revealed:
        at = f" -> {order.target_name}" if order.target_name else ""
        yield from hanging(f"{seat_name(view, order.seat)}: {called(order)}{at}", width, " ")
    if any(one.turn == view.turn for one in view.judged):
        yield BLANK
        yield Judged().written(judged_now(view), width)


def brief_lines(view: View, width: int) -> Iterator[Content]:
    """The objectives, then the brief."""
    yield heading("What you want")
    wanted = [one for one in view.objectives if one.seat == view.who]
    for one in wanted:
        yield from objective_lines(one, width)
    if not wanted:
        yield plain(" Sealed until the hot wash.", "dim")
    yield BLANK
    yield heading("Your brief")
    for line in prose(view.brief).split("\n", allow_blank=True):
        yield from line.wrap(max(1, width)) if line.plain else [BLANK]


def hand_lines(view: View, width: int) -> Iterator[Content]:
    """The cards of the hand."""
    yield heading("Your hand")
    if not view.hand:
        yield plain(" No cards. Some turns deal you one.", "dim")
    for card in view.hand:
        yield from card_lines(card, view, width)


def card_lines(card: CardView, view: View, width: int) -> Iterator[Content]:
    """A card: what it is, what it gives, and what it goes with."""
    bonus = f"  {card.bonus:+d}" if card.bonus else ""
    yield from hanging(plain(card.title + bonus, "bold"), width, " ")
    yield from hanging(
        joined(card.text, plain(source_text(card.source), "dim"), between=" "), width, "   "
    )
    menu = {one.id: one.name for one in view.menu}
    suits = ", ".join(menu.get(one, one) for one in card.suits) or "any order"
    yield from hanging(plain(f"goes with: {suits}", "dim"), width, "   ")


def talk_lines(view: View, width: int) -> Iterator[Content]:
    """What the keys do for a talk, then all that was said."""
    if view.phase != "closed":
        yield from hanging(plain(_talk_keys(view), "dim"), width)
        yield BLANK
    yield from said_lines(view, width)


def _talk_keys(view: View) -> str:
    """What a seat's keys do for its talks now."""
    if view.phase not in TURN_PHASES:
        return "m writes a message."
    noted = {
        "off": "",
        "line": " v notes in one line what you promised and were told this turn.",
        "full": " v notes what came of a talk.",
    }
    return f"m writes a message, t opens a talk.{noted[view.pace.talks]}"


def said_lines(view: View, width: int) -> Iterator[Content]:
    """Every message to and from the seat, the latest first, and what it noted of its talks."""
    if view.talks:
        yield from talks_told(view, width)
        yield BLANK
    yield heading("Messages")
    if not view.messages:
        yield from hanging(plain("Nothing said yet.", "dim"), width, " ")
    turn = -1
    for one in reversed(view.messages):
        if one.turn != turn:
            turn = one.turn
            yield plain(f"turn {turn}" if turn else "before turn 1", "dim")
        who = f"{seat_name(view, one.sender)} > {names(view, one.to)}: "
        yield from hanging(joined(plain(who, "bold"), one.text), width, " ")


def record_lines(view: View, width: int) -> Iterator[Content]:
    """What the seat can hold the table to: facts, its orders so far, receipts, and the seed's commitment."""
    if view.facts:
        yield Facts().written(named_facts(view), width)
        yield BLANK
    yield heading("Your orders so far")
    mine = [one for one in view.judged if one.order.seat == view.who]
    for done in mine:
        yield from _recorded(done.order, done.turn, QUALITY_WORDS[done.quality].lower(), width)
        if done.narrative:
            yield from hanging(done.narrative, width, "   told: ")
    judged = [one.order.order_id for one in mine]
    waiting = [one for one in view.sealed if one.order_id not in judged]
    for order in waiting:
        stands = "sealed" if view.phase in ("talks", "orders") else "not ruled on yet"
        late = ", late" if order.order_id in view.late else ""
        yield from _recorded(order, view.turn, stands + late, width)
    if not mine and not waiting:
        yield plain(" none", "dim")
    yield BLANK
    yield from receipt_lines(view, width)


def _recorded(order: OrderView, turn: int, stands: str, width: int) -> Iterator[Content]:
    """An order of the seat's own in its record: how it stands, its receipt, and all that was written."""
    at = f" -> {order.target_name}" if order.target_name else ""
    covert = " (covert)" if order.covert else ""
    head = joined(
        plain(f"{order.name}{at}{covert}", "bold"), f": {stands}.", f"  Receipt {order.receipt}"
    )
    yield from hanging(head, width, f" turn {turn}  ")
    yield from written_lines(order, width, "   ")


def receipt_lines(view: View, width: int) -> Iterator[Content]:
    """The head receipts, the commitment to the seed, and what they are good for."""
    yield heading("Receipts of the record")
    for one in view.heads:
        yield plain(f" {one.at}:  {grouped_hex(one.head)}")
    if not view.heads:
        yield plain(" One at the end of each turn.", "dim")
    yield BLANK
    yield heading("The dice's seed")
    yield from hanging(grouped_hex(view.commitment), width, " committed to:  ")
    if view.seed:
        yield from hanging(grouped_hex(view.seed), width, " the seed was:  ")
    if view.seed_given:
        yield from hanging(
            plain("The seed was given, so the dice could be known.", "bold"), width, " "
        )
    why = "Copy these down: with them anyone can check later that nothing was changed."
    yield from hanging(plain(why, "dim"), width, " ")


PANES: dict[str, tuple[str, Callable[[View, int], Lines]]] = {
    "1": ("Now", now_lines),
    "2": ("Brief", brief_lines),
    "3": ("Hand", hand_lines),
    "4": ("Talks", talk_lines),
    "5": ("Record", record_lines),
    "6": ("So far", joining_lines),
}
"""The seat's papers by the key that shows them."""


class Paper(Part[tuple[str, View]]):
    """One of the seat's papers: the part is the key of the paper and the view."""

    def written(self, part: tuple[str, View], width: int) -> Content:
        """The paper at this width."""
        pane, view = part
        return stacked(PANES[pane][1](view, width))


class Said(Part[View]):
    """All that was said to and by a seat."""

    def written(self, part: View, width: int) -> Content:
        """The latest first."""
        return stacked(said_lines(part, width))
