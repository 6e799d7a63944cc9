"""What goes back in the record, or branches from it, once the moment is chosen."""

from __future__ import annotations

from shlex import quote

from wargame.game.commands import Correct, Rewind, Shuffle
from wargame.game.plain_text import counted
from wargame.game.refusals import Refused
from wargame.reports.steps import Undone, steps_of, undone_by
from wargame.reports.timeline import Timeline
from wargame.tui.home import Seating
from wargame.tui.plain import plain
from wargame.tui.screens.form import Form, Line
from wargame.tui.screens.live import LiveScreen


class GoingBack(LiveScreen[bool]):
    """A screen over the record. Hands back whether the game stands elsewhere now (`moved`)."""

    def __init__(self, seating: Seating) -> None:
        """Look back on the record of this table."""
        super().__init__(seating)
        self.moved = False

    @property
    def timeline(self) -> Timeline:
        """The record so far."""
        history = self.seating.history
        if history is None:
            raise LookupError("this table has no record at hand")
        return history.timeline()

    def action_leave(self) -> None:
        """Back to where this was opened from."""
        self.dismiss(self.moved)

    async def go_back_to(self, to: int, reason: str) -> None:
        """Go back to an entry: a reason, a name for the line that is left, a question, the rewind."""
        undone = undone_by(self.timeline, to)
        number = len(self.timeline.lines()) + 1
        form = Form(
            "Go back",
            [
                Line("reason", "Because", reason, needed=True),
                Line("branch", "Name the line", hint=f"line-{number}", limit=40),
            ],
            "Nothing is erased: the line that is left keeps its name, to be opened and compared.",
        )
        filled: dict[str, str] | None = await self.app.push_screen_wait(form)
        if filled is None or not await self._sure(undone):
            return
        if await self.ask(Rewind(to, filled["reason"], filled["branch"])):
            await self._offer_shuffle(undone)
            self.moved = True
            self.action_leave()

    async def _sure(self, undone: Undone) -> bool:
        """Say what will be undone, and ask."""
        from wargame.tui.screens.confirm import Confirm

        timeline, gone = self.timeline, set(undone.entries)
        steps = steps_of(timeline, len(timeline) - 1)
        words = [one.words for one in steps if one.last in gone and one.words]
        first = "".join(
            f"\n- {plain(one, lines=False).truncate(52, ellipsis=True).plain}" for one in words[:6]
        )
        more = f"\nand {len(words) - 6} more" if len(words) > 6 else ""
        many = counted(len(gone), "entry", "entries")
        question = (
            f"Undo {many}?{first}{more}" if gone else "Go there? Nothing that stands is undone."
        )
        answer: bool | None = await self.app.push_screen_wait(Confirm(question, "Go back", "Stay"))
        return answer is True

    async def _offer_shuffle(self, undone: Undone) -> None:
        """What was drawn comes again as it was, unless the pile is shuffled."""
        from wargame.tui.screens.choose import Choose

        names = {deck.id: deck.name for deck in self.timeline.state(0).scenario.decks}
        for deck in undone.decks:
            ways = [
                ("", "Leave it: the same cards come again"),
                (deck, "Shuffle what is left of it"),
            ]
            title = f"Cards were drawn from {names.get(deck, deck)}"
            if await self.app.push_screen_wait(Choose(title, ways)):
                await self.ask(Shuffle(deck))

    async def correct(self, entry: int, path: str, text: str) -> None:
        """Ask for the new text and the reason, until the table takes it or it is left."""
        filled: dict[str, str] | None = {"text": text, "reason": ""}
        while filled is not None:
            form = Form(
                f"Correct: {path} of entry {entry}",
                [
                    Line("text", "Reads", filled["text"], needed=True, limit=2000),
                    Line("reason", "Because", filled["reason"], needed=True),
                ],
                "Both stay on the record; the new one is shown as corrected.",
            )
            filled = await self.app.push_screen_wait(form)
            if filled and await self.ask(Correct(entry, path, filled["text"], filled["reason"])):
                self.notify("Corrected.")
                return

    async def fork_at(self, entry: int) -> None:
        """Ask for the new session's name, and make it."""
        form = Form(
            f"Fork at entry {entry}",
            [Line("session", "New session", needed=True, hint="a-z, 0-9, _ and -", limit=40)],
            "Another game with its own seed begins with these entries; this one goes on here.",
        )
        filled: dict[str, str] | None = await self.app.push_screen_wait(form)
        if filled is None or self.seating.history is None:
            return
        try:
            path = self.seating.history.fork(entry, filled["session"])
        except Refused as refused:
            self.notify(refused.sentence, severity="warning")
        else:
            self.notify(f"Forked. Play it with: wargame resume {quote(str(path))}", timeout=15)
