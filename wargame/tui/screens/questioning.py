"""A screen that asks the facilitator: a form to fill, one of several, yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work

from wargame.tui.screens.live import LiveScreen

if TYPE_CHECKING:
    from wargame.tui.screens.asking import Question


class Questioning(LiveScreen[None]):
    """What the facilitator's keys ask with. Each family of keys is a subclass; the desk is all of them."""

    async def answer(self, question: Question) -> bool:
        """Ask the person until the table takes it or the person leaves it; whether it was done."""
        filled: dict[str, str] | None = {}
        while True:
            filled = await self.app.push_screen_wait(question.form(self.view, filled or {}))
            if filled is None:
                return False
            made = question.command(self.view, filled)
            if isinstance(made, str):
                self.notify(made, severity="warning")
            elif await self.ask(made):
                return True

    @work(exclusive=True, group="asking")
    async def action_note(self) -> None:
        """Write a note, tied to an order and to a research question, or to none."""
        from wargame.tui.screens.noting import a_note

        await self.answer(a_note(self.view))

    async def choose(
        self, title: str, ways: Sequence[tuple[str, str]], about: str = "", start: int = 0
    ) -> str | None:
        """Let one of several be chosen, `start` by Enter alone; None when it was left."""
        from wargame.tui.screens.choose import Choose

        return await self.app.push_screen_wait(Choose(title, ways, about, start))

    async def sure(
        self, question: str, yes: str, no: str = "Stay", *, harmless: bool = False
    ) -> bool:
        """Ask before something that cannot be taken back; Enter alone is yes where that is `harmless`."""
        from wargame.tui.screens.confirm import Confirm

        answer: bool | None = await self.app.push_screen_wait(
            Confirm(question, yes, no, harmless=harmless)
        )
        return answer is True

    def seats(self) -> list[tuple[str, str]]:
        """The seats to choose from, in scenario order."""
        return [(one.id, one.name) for one in self.view.seats]
