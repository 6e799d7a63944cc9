"""The facilitator's keys over history: undo, going back, late objections, places changed, Turn Zero."""

from __future__ import annotations

from textual import work

from wargame.game.commands import BeginTurnZero, EndTurnZero, Rewind, Undo
from wargame.tui import keys
from wargame.tui.screens.questioning import Questioning
from wargame.tui.whose_move import late_seats, names


class HistoryKeys(Questioning):
    """A screen from which the record can be gone back in."""

    BINDINGS = [
        keys.key("u", "undo", "Undo the last step", footer=False),
        keys.key("f8,z", "history", "Go back in the record", shown="F8 z", footer=False),
        keys.key("B", "object", "Belated objection", footer=False),
        keys.key("R", "reopen", "A late order: open them again", footer=False),
        keys.key("S", "swap", "Two seats change places", footer=False),
        keys.key("0", "turn_zero", "Turn Zero"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the moment allows."""
        view = self.view
        match action:
            case "undo":
                return view.phase != "closed"
            case "history":
                return self.seating.history is not None
            case "object":
                return view.phase in ("adjudicate", "wrap") and bool(view.revealed)
            case "reopen":
                shown = view.phase in ("reveal", "adjudicate")
                return shown and bool(late_seats(view)) and self.seating.history is not None
            case "swap":
                return view.phase not in ("hotwash", "closed") and not view.rehearsal
            case "turn_zero":
                return view.phase == "setup" or view.rehearsal
        return super().check_action(action, parameters)

    def key_words(self, action: str) -> str:
        """Turn Zero is begun and ended by one key."""
        return "End Turn Zero" if action == "turn_zero" and self.view.rehearsal else ""

    def stand_again(self) -> None:
        """The game stands elsewhere now: show the screen of the phase it is in."""

    @work(exclusive=True, group="asking")
    async def action_undo(self) -> None:
        """Take the last step back, after a question that says what it is."""
        from wargame.tui.screens.retracing import undo_question

        question = undo_question(self.seating.history)
        if await self.sure(question, "Undo it", "Leave it") and await self.ask(Undo()):
            self.notify("Undone. It stays on the record; F8 shows it.")
            self.stand_again()

    @work(exclusive=True, group="asking")
    async def action_history(self) -> None:
        """Show the moments of the game, to go back to one."""
        from wargame.tui.screens.history import HistoryScreen

        if self.seating.history is not None:
            moved = await self.app.push_screen_wait(HistoryScreen(self.seating))
            if moved:
                self.stand_again()

    @work(exclusive=True, group="asking")
    async def action_object(self) -> None:
        """Take up an objection to a ruling of this turn."""
        from wargame.tui.screens.retracing import objecting, ruled_orders

        ways = ruled_orders(self.view)
        if not ways:
            self.notify("Nothing has been thrown or ruled yet: add an argument.")
            return
        order_id = ways[0][0] if len(ways) == 1 else await self.choose("Object to which?", ways)
        history = self.seating.history
        if order_id and await self.answer(objecting(self.view, order_id, history)):
            self.stand_again()

    @work(exclusive=True, group="asking")
    async def action_reopen(self) -> None:
        """Go back to before the orders were closed, for one that comes late."""
        from wargame.tui.screens.retracing import before_close, reopening

        if self.seating.history is None:
            return
        timeline = self.seating.history.timeline()
        to = before_close(timeline)
        late = names(self.view, late_seats(self.view))
        if to < 0 or not await self.sure(reopening(self.view, timeline, to), "Open them"):
            return
        if await self.ask(Rewind(to, f"A late order: {late}")):
            self.notify("Orders are open: hand the screen over, or p types a slip in.", timeout=10)
            self.stand_again()

    @work(exclusive=True, group="asking")
    async def action_swap(self) -> None:
        """Two seats change places in the turn's order."""
        from wargame.tui.screens.retracing import SWAPPING

        await self.answer(SWAPPING)

    @work(exclusive=True, group="asking")
    async def action_turn_zero(self) -> None:
        """Begin the rehearsal, or end it."""
        if self.view.rehearsal:
            if await self.sure("End Turn Zero? The game stands as before it.", "End it"):
                await self.ask(EndTurnZero())
                self.stand_again()
        elif not await self.sure(
            "Rehearse on the real screens: seal an order or two, argue, throw. No card is drawn and "
            "nothing counts; 0 ends it.",
            "Begin Turn Zero",
            harmless=True,
        ):
            self.notify("Turn Zero has not begun.")
        elif await self.ask(BeginTurnZero()):
            self.stand_again()
