"""The order on the table while people are asked for numbers: by row, in secret, by hands, by leaning."""

from __future__ import annotations

from textual import work

from wargame.game.commands import SealEstimate, ShowEstimates
from wargame.game.views import AdjudicationView
from wargame.tui import keys
from wargame.tui.screens import numbers
from wargame.tui.screens.form import Form, Line
from wargame.tui.screens.ruling import RulingDesk
from wargame.tui.whose_move import names

WAYS = [
    ("row", "typed as a row, as from paper cards"),
    ("secret", "one by one, in secret, on this screen"),
]
"""How estimates are taken."""


class Polling(RulingDesk):
    """What asks the people outside the proposer's seat."""

    BINDINGS = [
        keys.key("W", "whys", "Why so far from the others", footer=False),
    ]

    async def take_numbers(self, table: AdjudicationView) -> None:
        """Ask for the number that the method still wants."""
        if not table.estimators and table.method == "estimate":
            self.notify("Nobody can be asked about this order.", severity="warning")
        elif table.method == "hands":
            await self.answer(numbers.counting_hands(table))
        elif table.method == "leaning":
            await self.answer(numbers.taking_leanings(table))
        elif table.method == "estimate":
            await self.take_estimates(table)

    async def take_estimates(self, table: AdjudicationView) -> None:
        """Take everybody's estimates, show them with their median, and ask who is far off."""
        way = await self.choose("How are the estimates given?", WAYS)
        if way == "row":
            taken = await self._typed(table)
        elif way == "secret":
            taken = await self._in_secret(table)
        else:
            return
        if taken and await self.ask(ShowEstimates(table.order.order_id)):
            await self.ask_whys()

    async def _in_secret(self, table: AdjudicationView) -> bool:
        """Hand the screen from one to the next; whether all have given theirs."""
        from wargame.tui.screens.estimating import EstimatingScreen

        screen = EstimatingScreen(self.seating, table.order.order_id)
        left: list[str] | None = await self.app.push_screen_wait(screen)
        return left == []

    async def _typed(self, table: AdjudicationView) -> bool:
        """Take everybody's estimates as a row; whether it was filled in."""
        about = f"In this order: {names(self.view, table.estimators)}."
        row = ""
        while True:
            form = Form(
                "Estimates", [Line("row", "Per cent", row, "40 60 55 70", needed=True)], about
            )
            filled: dict[str, str] | None = await self.app.push_screen_wait(form)
            if filled is None:
                return False
            row = filled["row"]
            found = numbers.estimate_row(self.view, table, row)
            if not isinstance(found, str):
                break
            self.notify(found, severity="warning")
        for person, percent in found.items():
            if not await self.ask(SealEstimate(table.order.order_id, person, percent)):
                return False
        return True

    async def ask_whys(self) -> None:
        """Ask everybody who is far from the median why; Escape leaves the rest unasked."""
        table = self.table
        for person in table.far_off if table is not None else []:
            if self.table is None or not await self.answer(numbers.explaining(self.table, person)):
                return

    @work(exclusive=True, group="asking")
    async def action_whys(self) -> None:
        """Ask once more who is far from the others."""
        await self.ask_whys()
