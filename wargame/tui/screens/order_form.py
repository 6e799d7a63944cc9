"""The order form: the seat's menu on the left, the order it writes on the right."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList

from wargame.game.changes import OrderText
from wargame.game.commands import SealOrder
from wargame.game.views import MenuItem, OrderView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, choice, entitled, joined, plain, stacked
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.live import LiveScreen
from wargame.tui.widgets.lines import hanging
from wargame.tui.widgets.order_fields import OrderFields
from wargame.tui.widgets.story import source_text

FREE = "Free order"
MENU_ROOM = 30
"""Cells of a line of the menu; a longer name goes on below."""
FREE_WORDS = plain(f"  {FREE}")


def menu_words(item: MenuItem) -> Content:
    """An order on the menu; an `x` before it says that it is closed."""
    lead, style = ("x ", "dim") if item.why_not else ("  ", "")
    return stacked(hanging(plain(item.name, lines=False), MENU_ROOM, lead)).stylize(style)


def about(item: MenuItem | None, *, revising: bool) -> Content:
    """What an order is, what it costs, and why it is closed if it is."""
    if item is None:
        return stacked(
            [
                plain(FREE, "bold"),
                "In your own words, whatever you like. The table judges it by your reasons.",
            ]
        )
    lines = [
        plain(item.name, "bold"),
        joined(item.text, plain(source_text(item.source), "dim"), between=" "),
    ]
    if item.result:
        lines.append(joined(plain("so that: "), item.result))
    if item.cost:
        lines.append(joined(plain("costs ", "bold"), ", ".join(item.cost)))
    if item.covert == "yes":
        lines.append(plain("Always covert: the facilitator alone sees it until it is detected."))
    if item.why_not:
        beside = " (beside the order you revise)" if revising else ""
        lines.append(plain(f"CLOSED{beside}: {item.why_not}", "bold $warning"))
    return stacked(lines)


class OrderForm(LiveScreen[None]):
    """Writes an order and seals it; `order` is one to revise, or None."""

    TITLE_OF_FORM = "Your order"
    """What stands over the form of a new order."""
    SEALS = "Seal the order"
    """What the last key does."""

    DEFAULT_CSS = """
    OrderForm #menu { width: 34; height: 1fr; border: round $foreground 40%; padding: 0; }
    OrderForm.-wide #menu { width: 40; }
    OrderForm #menu:focus, OrderForm #form:focus-within { border: round $accent; }
    OrderForm #form { padding: 0 1; border: round $foreground 40%; }
    OrderForm #about { margin-bottom: 1; }
    OrderForm #seal { margin-top: 1; }
    """
    BINDINGS = [
        keys.always(keys.SAVE, "seal", "Seal", shown="^s"),
        keys.key("tab", "app.focus_next", "Next field", shown="Tab"),
        keys.key("up", "app.focus_previous", "Field above", footer=False),
        keys.key("down", "app.focus_next", "Field below", footer=False),
        keys.key(keys.BACK, "back", "Back", shown="Esc"),
    ]

    def __init__(
        self, seating: Seating, seat: str, person: str = "", order: OrderView | None = None
    ) -> None:
        """Write for `seat`; `person` is who sits at the keys, if that is known."""
        super().__init__(seating, seat)
        self._person, self._revised = person, order
        self._menu: list[MenuItem | None] = [*self.view.menu, None]
        elsewhere = [one for one in self.view.sealed if not order or one.order_id != order.order_id]
        used = {asset for one in elsewhere for asset in one.assets}
        going_on = [fact for fact in self.view.facts if fact.situation]
        hand = [card for card in self.view.hand if card.id not in used]
        self._fields = OrderFields(hand, going_on)

    def body(self) -> ComposeResult:
        """The menu, and the form beside it."""
        with Horizontal():
            yield OptionList(id="menu")
            with VerticalScroll(id="form", can_focus=False):
                yield Plain(id="about")
                yield self._fields
                words = plain(f"{self.SEALS} (ctrl+s)")
                yield Button(words, id="seal", compact=True, variant="primary")

    def on_mount(self) -> None:
        """Begin at the menu, or at the words where there is nothing to choose from."""
        entitled(self.query_one("#menu"), "The menu")
        title = "Revise the order" if self._revised else self.TITLE_OF_FORM
        entitled(self.query_one("#form"), title)
        menu = self.query_one("#menu", OptionList)
        menu.add_options([choice(menu_words(one) if one else FREE_WORDS) for one in self._menu])
        menu.highlighted = self._place()
        self._offer(self._place())
        if self._revised:
            self._fields.fill(self._revised)
        menu.display = self._menu != [None]
        if menu.display:
            menu.focus()
        else:
            self._fields.action.focus()
        self._before = self._fields.written()

    def _place(self) -> int:
        """Where the order to revise stands on the menu."""
        move = self._revised.move if self._revised else ""
        places = [at for at, one in enumerate(self._menu) if one and one.id == move]
        return places[0] if places else len(self._menu) - 1 if self._revised else 0

    def show(self, view: View) -> None:
        """Mark what has closed or opened since; what was written stays."""
        fresh = {one.id: one for one in view.menu}
        self._menu = [fresh.get(one.id) if one else None for one in self._menu]
        menu = self.query_one("#menu", OptionList)
        for at, item in enumerate(self._menu[: menu.option_count]):
            menu.replace_option_prompt_at_index(at, menu_words(item) if item else FREE_WORDS)

    def _offer(self, place: int) -> None:
        item = self._menu[place]
        self.query_one("#about", Plain).show(about(item, revising=self._revised is not None))
        self._fields.offer(item)

    @on(OptionList.OptionHighlighted, "#menu")
    def _looked_at(self, event: OptionList.OptionHighlighted) -> None:
        self._offer(event.option_index)

    @on(OptionList.OptionSelected, "#menu")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        """On to the first field of an order of the menu; to the words of one in the player's own."""
        if self._menu[event.option_index] is None:
            self._fields.action.focus()
        else:
            self.app.action_focus_next()

    @on(Button.Pressed, "#seal")
    async def _pressed(self) -> None:
        await self.action_seal()

    async def action_seal(self) -> None:
        """Seal the order, and show its receipt."""
        revised = self._revised.order_id if self._revised else ""
        before = {one.order_id for one in self.view.sealed} - {revised}
        order = self.written_order()
        if await self.ask(SealOrder(self.view.who, order, revised)):
            receipts = [one.receipt for one in self.view.sealed if one.order_id not in before]
            self.notify(f"Sealed. Receipt: {', '.join(receipts)}", timeout=10)
            self.dismiss()

    def written_order(self) -> OrderText:
        """The order as it stands in the form."""
        return self._fields.order(self._person)

    def action_back(self) -> None:
        """Go back, after a question when something was written."""
        if self._fields.written() == self._before:
            self.dismiss()
            return
        question = Confirm(
            "Leave the form? What you wrote is not sealed.", "Leave", "Go on writing"
        )
        self.app.push_screen(question, self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss()
