"""The fields of an order: target, covertness, words, result wanted, reasons, assets."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from wargame.game.changes import OrderText
from wargame.game.views import CardView, FactView, MenuItem, OrderView
from wargame.tui.plain import joined, plain
from wargame.tui.widgets.area import PlainArea
from wargame.tui.widgets.fields import Picker, Row, Tick

MOST_REASONS = 8
FIRST_REASONS = 3
AS_ABOVE = "your own words, or as above"
FREE_COVERT = "choice"
"""A free order may be covert or not."""


class OrderFields(Vertical):
    """What a seat writes about its order; what does not go with the order chosen is not shown."""

    DEFAULT_CSS = """
    OrderFields { height: auto; }
    """

    def __init__(self, hand: Sequence[CardView], situations: Sequence[FactView] = ()) -> None:
        """Offer the cards of `hand` as assets, and each of the `situations` to be ended by the order."""
        super().__init__()
        self._hand = list(hand)
        self._item: MenuItem | None = None
        self.target = Picker([])
        going_on = [(one.id, one.text) for one in situations]
        self.aimed = Picker([("", "no situation"), *going_on] if going_on else [])
        self.covert = Tick("the facilitator alone sees it")
        self.action = PlainArea()
        self.result = PlainArea()
        self.reasons = [PlainArea(limit=300) for _ in range(MOST_REASONS)]
        self.assets = [Tick(_card_words(card)) for card in self._hand]

    def compose(self) -> ComposeResult:
        """One field below the other."""
        yield Row("Target", self.target)
        yield Row("Ends", self.aimed)
        yield Row("Covert", self.covert)
        yield Row("Words", self.action)
        yield Row("Result", self.result)
        for place, reason in enumerate(self.reasons, 1):
            yield Row(f"Reason {place}", reason)
        for asset in self.assets:
            yield Row("Asset", asset)

    def on_mount(self) -> None:
        """Show as many reasons as are needed, and what goes on, if anything does."""
        _row(self.aimed).display = bool(self.aimed.ways)
        self._show_reasons()

    def offer(self, item: MenuItem | None) -> None:
        """Ask for what this order of the menu needs; None is a free order."""
        self._item = item
        ways = [(one.id, one.name) for one in item.targets] if item else []
        kept = self.target.value
        self.target.turn_to([("", "choose with left and right"), *ways] if ways else [], kept)
        _row(self.target).display = bool(ways)
        _row(self.covert).display = (item.covert if item else FREE_COVERT) == "choice"
        self.action.placeholder = plain(AS_ABOVE if item else "What is to be done (needed)")
        self.result.placeholder = plain(AS_ABOVE if item else "What is seen when it works")
        for card, box in zip(self._hand, self.assets, strict=True):
            _row(box).display = self._suits(card)

    def _suits(self, card: CardView) -> bool:
        return not card.suits or (self._item is not None and self._item.id in card.suits)

    def fill(self, order: OrderView) -> None:
        """Put a sealed order's words back, to be revised."""
        self.target.value = order.target
        if self.aimed.ways:
            self.aimed.value = order.aimed
        self.covert.value = order.covert
        item = self._item
        self.action.words = "" if item and order.action == item.text else order.action
        self.result.words = "" if item and order.result == item.result else order.result
        for field, reason in zip(self.reasons, order.reasons, strict=False):
            field.words = reason
        for card, box in zip(self._hand, self.assets, strict=True):
            box.value = card.id in order.assets
        self._show_reasons()

    def written(self) -> list[str | bool]:
        """All that was written, ticked and picked, to be compared with a later moment."""
        texts = [one.words for one in (self.action, self.result, *self.reasons)]
        return [
            self.target.value,
            self.aimed.value,
            self.covert.value,
            *texts,
            *(one.value for one in self.assets),
        ]

    def order(self, person: str) -> OrderText:
        """The order as it is written now."""
        item = self._item
        pairs = zip(self._hand, self.assets, strict=True)
        hidden = item.covert if item else FREE_COVERT
        return OrderText(
            item.id if item else "",
            self.action.words,
            self.result.words,
            [one.words for one in self.reasons if one.words],
            self.target.value if item and item.targets else "",
            self.covert.value if hidden == "choice" else hidden == "yes",
            [card.id for card, box in pairs if box.value and self._suits(card)],
            person,
            self.aimed.value,
        )

    @on(PlainArea.Changed)
    def _written(self) -> None:
        self._show_reasons()

    def _show_reasons(self) -> None:
        """Show the reasons written and one more, three at least."""
        written = [place for place, one in enumerate(self.reasons, 1) if one.words]
        shown = max(FIRST_REASONS, max(written, default=0) + 1)
        for place, field in enumerate(self.reasons):
            _row(field).display = place < shown


def _row(field: Widget) -> Row:
    row = field.parent
    if not isinstance(row, Row):
        raise TypeError("a field of an order stands in a row")
    return row


def _card_words(card: CardView) -> Content:
    bonus = f"{card.bonus:+d}" if card.bonus else ""
    return joined(card.title, plain(bonus, "bold"), between=" ")
