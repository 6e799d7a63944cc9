"""The reveal: all orders of the turn at once, in the order in which they will be judged."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import OpenAdjudication
from wargame.game.records import dataclass
from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.plain import plain, stacked
from wargame.tui.screens.desk import Desk
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.case import Named, order_lines
from wargame.tui.widgets.lines import hanging
from wargame.tui.widgets.part import Part

LATE = "An order that comes late: R opens the orders again."


@dataclass(slots=True)
class Revealed:
    """The orders in turn order, who gave none, and whether anything here is for the facilitator alone."""

    orders: list[Named]
    holding: list[str]
    public: bool


class Orders(Part[Revealed]):
    """Every order with its reasons and the receipt it was sealed under."""

    def written(self, part: Revealed, width: int) -> Content:
        """One order below the other; who holds comes last."""
        lines = []
        for one in part.orders:
            lines += order_lines(one, width, reasons=True)
            if one.order.covert and not part.public:
                lines.append(plain("  Only you and the seat may know of this order.", "bold"))
            if one.order.receipt:
                lines.append(plain(f"  Sealed: {one.order.receipt}", "dim"))
            lines.append(Content(""))
        for seat in part.holding:
            lines.append(plain(f"{seat}: holds", "bold", lines=False))
        if part.holding:
            lines += hanging(plain(LATE, "dim"), width, "  ")
        return stacked(lines or [plain("No order was given: everybody holds.", "bold")])


class RevealScreen(Desk):
    """Shows the orders together. `j` hides the covert ones for a screen that everybody sees."""

    DEFAULT_CSS = """
    RevealScreen #paper { padding: 1 2; }
    """
    BINDINGS = [
        keys.key("j", "projector", "Public only", shown="j"),
        keys.key(keys.BACK, "dismiss", "Table", shown="Esc"),
    ]

    def paper(self) -> ComposeResult:
        """The orders."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Orders()

    def fill(self, view: View) -> None:
        """The orders that this audience may see. Who holds is told apart from who hides nowhere but here."""
        orders = [Named(seat_name(view, one.seat), one) for one in view.revealed]
        giving = {one.seat for one in self.view.revealed}
        holding = [one.name for one in view.seats if one.id not in giving]
        self.query_one(Orders).feed(
            Revealed(orders, [] if self.projector else holding, self.projector)
        )

    async def onward(self) -> None:
        """Go on to the results, with the first order on the table."""
        if self.view.phase != "reveal":
            self.dismiss()
        elif await self.ask_all():
            self.follow()

    async def ask_all(self) -> bool:
        """Leave the reveal and take up the first order; whether the phase was left."""
        from wargame.game.commands import Advance

        if not await self.ask(Advance("reveal")):
            return False
        if self.view.waiting:
            await self.ask(OpenAdjudication())
        return True
