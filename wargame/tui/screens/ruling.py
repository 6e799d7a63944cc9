"""The order on the table as the facilitator rules on it: edits are kept here until the result is accepted."""

from __future__ import annotations

from typing import ClassVar

from textual import work

from wargame.game.commands import AcceptResult, Command, RecordFact
from wargame.game.views import AdjudicationView
from wargame.tui.home import Seating
from wargame.tui.screens import asking, editing, facts_asked
from wargame.tui.screens.asking import Question
from wargame.tui.screens.desk import Desk
from wargame.tui.widgets.case import Ruling


class RulingDesk(Desk):
    """A desk with an order on it. `ruling` is what the facilitator has changed of the proposed result.

    `chosen` are the facts of the scenario that were taken for what an order has brought about, by order.
    """

    rules: ClassVar = True

    def __init__(self, seating: Seating, *, projector: bool = False) -> None:
        """Sit at this table as the facilitator."""
        super().__init__(seating, projector=projector)
        self.ruling = Ruling()
        self.chosen: dict[str, str] = {}

    @property
    def table(self) -> AdjudicationView | None:
        """The order on the table, as the facilitator sees it."""
        return self.view.adjudication

    async def accept(self) -> bool:
        """Accept the result with what was edited."""
        table, ruling = self.table, self.ruling
        if table is None:
            return False
        done = await self.ask(
            AcceptResult(
                table.order.order_id,
                ruling.narrative,
                sorted(ruling.drop),
                list(ruling.add),
                ruling.reason,
            )
        )
        if done:
            self.ruling = Ruling()
            self.redraw()
        return done

    @work(exclusive=True, group="asking")
    async def action_edit(self) -> None:
        """Leave effects out, with a reason."""
        if self.table is not None:
            await self.rule(editing.leaving_out(self.table, self.ruling))

    @work(exclusive=True, group="asking")
    async def action_narrative(self) -> None:
        """Tell what happened, in the facilitator's words."""
        await self.rule(editing.telling(self.ruling))

    @work(exclusive=True, group="asking")
    async def action_adjust(self) -> None:
        """Set a track: as part of the result where there is one, else by hand."""
        track = await self.pick_track()
        if track and self.table is not None and self.table.quality is not None:
            await self.rule(editing.setting(self.view, track, self.ruling))
        elif track:
            await self.answer(asking.adjusting(self.view, track))

    async def rule(self, edit: editing.Editing) -> None:
        """Ask for an edit of the result and keep it until the result is accepted."""
        filled: dict[str, str] | None = {}
        while filled is not None:
            filled = await self.app.push_screen_wait(edit.form(filled))
            ruled = edit.ruled(filled) if filled is not None else self.ruling
            if isinstance(ruled, Ruling):
                self.ruling = ruled
                break
            self.notify(ruled, severity="warning")
        self.redraw()

    def made(self) -> str:
        """The fact that was made of the result on the table; empty while there is none."""
        order_id = self.table.order.order_id if self.table is not None else ""
        made = (facts_asked.made_of(order_id), self.chosen.get(order_id))
        return next((one.text for one in self.view.facts if one.id in made), "")

    def unrecorded(self) -> str:
        """What the order on the table has brought about, as far as that is no fact and no effect yet; else empty."""
        return "" if self.made() else facts_asked.wanted(self.table)

    def fact_offered(self) -> Question | None:
        """Of a success that leaves nothing on the board, what was wanted is offered as a fact."""
        table, wanted = self.table, self.unrecorded()
        if table is None or not wanted:
            return None
        return facts_asked.establishing(self.ruling.narrative or wanted, table, self.view)

    async def ask(self, command: Command) -> bool:
        """Ask the table; of a fact that comes of the order on the table, remember which it was."""
        if isinstance(command, RecordFact) and command.order_id:
            self.chosen[command.order_id] = command.fact
        return await super().ask(command)

    def fact_question(self, which: str) -> Question:
        """A fact begins with what the result says."""
        table = self.table
        if table is None:
            return super().fact_question(which)
        wanted = table.order.result if table.quality in ("strong", "success") else ""
        text = self.ruling.narrative or table.text or wanted
        return facts_asked.fact_question(text, table.order.seat, table.order.order_id, which)
