"""The facilitator types in what the seats have written on paper: of equal rank with what they type themselves."""

from __future__ import annotations

from textual import work

from wargame.game.changes import OrderText
from wargame.game.commands import SealOrder
from wargame.game.views import MenuItem
from wargame.tui import keys
from wargame.tui.screens.closing import ClosingDesk
from wargame.tui.whose_move import names, without_order


class SlipDesk(ClosingDesk):
    """A desk at which slips are typed in, seat after seat."""

    BINDINGS = [keys.key("p", "slips", "Type in slips", shown="p")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Slips are typed while orders are open, and never on a screen that all can see."""
        if action == "slips":
            open_now = self.view.phase in ("talks", "orders") and not self.projector
            return open_now and bool(without_order(self.view))
        return super().check_action(action, parameters)

    @work(exclusive=True, group="asking")
    async def action_slips(self) -> None:
        """Ask for each seat's order in turn, those that have one left out."""
        for seat in without_order(self.view):
            if not await self._slip(seat):
                return

    async def _slip(self, seat: str) -> bool:
        """One seat's slip; whether to go on with the next seat."""
        from wargame.tui.screens.slip import FREE, SKIP, SLIP_WORDS, Slip, menu_lines

        menu = self.seating.links[seat].view().menu
        title = f"{names(self.view, [seat])}: the order on the slip"
        while True:
            slip = Slip(title, menu_lines(menu), SLIP_WORDS)
            taken: str | None = await self.app.push_screen_wait(slip)
            if taken is None or taken == SKIP:
                return taken == SKIP
            if taken == FREE:
                from wargame.tui.screens.order_form import OrderForm

                await self.app.push_screen_wait(OrderForm(self.seating, seat))
                return True
            item = next(one for one in menu if one.id == taken)
            target = await self._target(item)
            if target is None:
                continue
            order = OrderText(item.id, "", target=target, covert=item.covert == "yes")
            if await self.ask(SealOrder(seat, order)):
                return True

    async def _target(self, item: MenuItem) -> str | None:
        """What the order is aimed at; empty where it has no targets, None when it was left."""
        from wargame.tui.screens.slip import FREE, SKIP, Slip, target_lines

        if not item.targets:
            return ""
        slip = Slip(f"{item.name}: at what?", target_lines(item.targets), "Esc another order")
        taken: str | None = await self.app.push_screen_wait(slip)
        return None if taken in (FREE, SKIP) else taken
