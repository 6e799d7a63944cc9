"""How the order on the table is heard: factors by hand, protection, projects, the spotlight, an appeal."""

from __future__ import annotations

from textual import work

from wargame.game.commands import DeclareProject, OpenAppeal, SetSpotlight
from wargame.tui import keys
from wargame.tui.screens import granting
from wargame.tui.screens.ruling import RulingDesk
from wargame.tui.whose_move import seat_name


class Hearing(RulingDesk):
    """What the facilitator can do about an order beside arguing and throwing."""

    BINDINGS = [
        keys.key("M", "factor", "Grant a factor", footer=False),
        keys.key("G", "protect", "Protect something", footer=False),
        keys.key("L", "spotlight", "Into the spotlight", footer=False),
        keys.key("A", "appeal", "Appeal: 60 seconds", footer=False),
    ]

    @work(exclusive=True, group="asking")
    async def action_factor(self) -> None:
        """Grant a modifier by hand; what is protected is offered."""
        table = self.table
        if table is None:
            return
        ways = granting.offers(self.view)
        which = await self.choose("Which factor?", ways) if len(ways) > 1 else ""
        if which is not None:
            await self.answer(granting.factor(table, self.view, which))

    @work(exclusive=True, group="asking")
    async def action_protect(self) -> None:
        """Protect something, or end that; by the order on the table where it has succeeded."""
        kind = await self.choose("Protect what?", granting.KINDS)
        things = granting.things(self.view, kind or "")
        thing = await self.choose(f"Which {kind}?", things) if kind and things else None
        if kind and thing is not None:
            await self.answer(granting.protecting(kind, thing, self.table))

    @work(exclusive=True, group="asking")
    async def action_spotlight(self) -> None:
        """Put an order in the spotlight: the one on the table, or one that waits."""
        if self.table is not None:
            await self.ask(SetSpotlight(self.table.order.order_id))
            return
        orders = {one.order_id: one for one in self.view.revealed}
        ways = [
            (one, f"{seat_name(self.view, orders[one].seat)}: {orders[one].name}{self._mark(one)}")
            for one in self.view.waiting
        ]
        chosen = await self.choose("Which order is argued in full?", ways) if ways else None
        if chosen:
            await self.ask(SetSpotlight(chosen))

    def _mark(self, order_id: str) -> str:
        """What is said beside the order that would move the board most."""
        return "  (moves the board most)" if order_id == self.view.weightiest else ""

    @work(exclusive=True, group="asking")
    async def action_appeal(self) -> None:
        """Begin the minute in which anybody may appeal."""
        if self.table is not None:
            await self.ask(OpenAppeal(self.table.order.order_id))

    async def declare_project(self) -> bool:
        """Make the free order on the table a stage of a project; whether it was done."""
        table = self.table
        if table is None:
            return False
        if table.order.move:
            self.notify("The scenario says which orders of the menu are projects.")
            return table.project is not None
        begun = granting.begun(self.view, table)
        which = await self.choose("Which project?", begun) if len(begun) > 1 else ""
        if which is None:
            return False
        if which:
            return await self.ask(DeclareProject(table.order.order_id, which))
        return await self.answer(granting.project(table, self.view))
