"""The way from one phase to the next, and a desk whose screen can be shown to everybody."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key

from wargame.game.audience import PUBLIC
from wargame.game.commands import Advance, EndGame, HandScreen
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import counted
from wargame.game.views import TalkView, View
from wargame.table.link import Link
from wargame.tui import keys
from wargame.tui.countdown import now
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, joined, plain
from wargame.tui.screens.beside import Beside
from wargame.tui.screens.stages import stage_for
from wargame.tui.whose_move import out_of_turn, whose_move, without_order
from wargame.tui.why_not import bound_to
from wargame.tui.widgets.turnbar import turn_bar

PLAY = ("setup", "event", "talks", "orders", "reveal", "adjudicate", "wrap")
"""The phases in which the game can still be changed by hand, or ended early."""


ALL_SHOWN = "Every objective is shown there, the private ones too."
"""What the hot wash makes known, said before it begins."""
FOR_ALL = (
    *("onward", "projector", "public", "dismiss", "scroll", "scroll_board", "mark", "more_time"),
    *("pause", "stage", "board", "odds", "ledger", "hand_place", "mend", "end_game", "talks_only"),
    *("play_on", "hot_wash", "why", "together", "vote", "close_session", "turn_zero"),
    *("argue", "method", "by_hand", "word", "accept", "appeal", "narrative"),
)
"""What may be done while everybody can see the screen: nothing that shows more than is public."""
HIDDEN = "everybody can see this screen, and it shows what is not public; j shows all to you first."


def stalemate(view: View) -> str:
    """The offer of injects where the game stands still; the facilitator alone is made it."""
    part = view.injects
    if part is None or not part.stalemate or view.phase not in ("event", "wrap"):
        return ""
    ready = sum(one.mark == "ready" for one in part.injects)
    offer = f"F4: ready: {counted(ready, 'inject')}." if ready else "F4 writes an inject."
    return f"{part.stalemate} {offer}"


class Desk(Beside):
    """A screen of the facilitator's. `projector` shows what is public only, for a screen that all can see.

    A subclass gives its widgets in `paper`, fills them in `fill`, and says in `action_onward` what
    moving on means there.
    """

    DEFAULT_CSS = """
    Desk #move { height: auto; max-height: 2; padding: 0 1; text-style: bold; color: $accent; }
    """
    rules: ClassVar = False
    """Whether orders are ruled on here."""
    REST: ClassVar = 0.3
    """Seconds in which the key that moves on does nothing when pressed again: held down, a key repeats."""
    BINDINGS = [
        keys.key("f2,enter", "onward", "Go on", shown="F2 Enter"),
        keys.key("j", "projector", "Public only, or all", footer=False),
        keys.key("P", "public", "Public screen", footer=False),
        keys.key("E", "ledger", "Even-handedness", footer=False),
        keys.key("x", "end_game", "End the game early", footer=False),
        keys.key("q", "app.leave", "Leave", footer=False),
        *keys.SCROLLING,
    ]

    def __init__(self, seating: Seating, *, projector: bool = False) -> None:
        """Sit at this table as the facilitator."""
        super().__init__(seating)
        self.projector = projector
        self._moving = False
        self._pressed = monotonic()

    def body(self) -> ComposeResult:
        """Whose move it is, then the paper."""
        yield Plain(id="move")
        yield from self.paper()

    def paper(self) -> ComposeResult:
        """The widgets below the line that says whose move it is."""
        yield from ()

    def fill(self, view: View) -> None:
        """Fill the widgets from what may be shown: everything, or what is public."""

    def show(self, view: View) -> None:
        """Say whose move it is, and fill the paper."""
        shown = self.shown(view)
        move = joined(whose_move(shown).sentence, stalemate(shown), between=" ")
        self.query_one("#move", Plain).show(move)
        self.fill(shown)

    def shown(self, view: View) -> View:
        """What may be shown: everything, or what is public."""
        return self.seating.links[PUBLIC].view() if self.projector else view

    def status(self, view: View) -> Content:
        """The top line: what is played, where it stands, what is in, the time taken."""
        sign = plain("PUBLIC", "bold reverse") if self.projector else Content("")
        width = max(20, self.app.size.width - 2 - (sign.cell_length + 1 if self.projector else 0))
        return joined(
            sign, turn_bar(self.shown(view), width, now(), self.seating.countdown), between=" "
        )

    def key_words(self, action: str) -> str:
        """What moving on means now."""
        return whose_move(self.view).onward if action == "onward" else super().key_words(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the phase allows, and in front of everybody only what is public."""
        if self.kept_back(action):
            return False
        if action in ("adjust", "fact", "end_game", "hand_seat"):
            begun = self.view.phase != "setup" or action == "hand_seat"
            there = action != "adjust" or bool(self.view.tracks)
            return self.view.phase in PLAY and begun and there
        if action in ("message", "hand", "seat_person"):
            return self.view.phase != "closed"
        return super().check_action(action, parameters)

    def kept_back(self, action: str) -> bool:
        """Whether an action would show everybody what is not public."""
        return self.projector and action not in FOR_ALL

    def why_not(self, event: Key) -> str:
        """Why a key does nothing now; in front of everybody that is a reason of its own."""
        bound = bound_to(self, event.key)
        if bound is not None and self.kept_back(bound.action.split("(", maxsplit=1)[0]):
            return f"{bound.description}: {HIDDEN}"
        return super().why_not(event)

    def note_link(self) -> Link | None:
        """The facilitator's own notes are none of everybody's."""
        return None if self.projector else super().note_link()

    def talks_here(self) -> list[TalkView]:
        """No talk is told of in front of everybody."""
        return [] if self.projector else super().talks_here()

    def secret_step(self) -> bool:
        """Whether going on would show everybody what is not public: a card, a choice, whose order is missing."""
        if not self.projector or self.view.phase not in ("event", "orders"):
            return False
        hidden = whose_move(self.view) != whose_move(self.shown(self.view))
        return hidden and (self.view.phase == "event" or bool(without_order(self.view)))

    def on_screen_resume(self) -> None:
        """A key still held from the screen before does not move this one on."""
        self._pressed = monotonic()

    # moving on

    async def advance(self, *, holds: bool = False) -> None:
        """Leave the phase, and show the screen of the one that follows."""
        if await self.ask(Advance(self.view.phase, holds)):
            self.follow()

    async def to_window(self) -> None:
        """Leave the event for talks and orders, which are one window unless a session parts them."""
        if await self.ask(Advance("event")) and await self.ask(Advance("talks")):
            self.follow()

    def follow(self) -> None:
        """Show the screen of the phase the table is in now, in place of this one."""
        stage = stage_for(self.view.phase, self.seating, projector=self.projector)
        if stage is None:
            self.dismiss()
        else:
            self.app.switch_screen(stage)

    @work(group="onward")
    async def action_onward(self) -> None:
        """Move on, unless the key was held down or the step before is still being taken."""
        pressed, self._pressed = self._pressed, monotonic()
        if self._moving or self._pressed - pressed < self.REST:
            return
        if self.secret_step():
            self.notify(f"Going on: {HIDDEN}")
            return
        self._moving = True
        try:
            if self.view.throwing is not None:
                from wargame.tui.screens.asking import chance_die

                await self.answer(chance_die(self.view.throwing))
            elif out_of_turn(self.view) and not self.rules:
                from wargame.tui.screens.adjudication import AdjudicationScreen

                await self.app.push_screen(AdjudicationScreen(self.seating))
            else:
                await self.onward()
        finally:
            self._moving = False

    async def onward(self) -> None:
        """Move on to the next phase, or do what it still wants."""
        await self.advance()

    def stand_again(self) -> None:
        """The game stands elsewhere now: show the screen of its phase."""
        self.redraw()
        self.follow()

    def hand_to(self, seat: str) -> None:
        """Hand the screen over; it comes back as the facilitator's own."""
        self.projector = False
        super().hand_to(seat)

    async def _handed(self, who: str) -> None:
        """Keep who looks at this screen from here on: what they see, they were told."""
        if self.view.phase != "closed" and self.seating.keeper is not None:
            await self.ask(HandScreen(who))

    @work(group="handing")
    async def action_projector(self) -> None:
        """Show only what is public, or all again."""
        self.projector = not self.projector
        self.redraw()
        await self._handed(PUBLIC if self.projector else FACILITATOR)

    @work(group="handing")
    async def action_public(self) -> None:
        """Turn this screen into the public one, until somebody leaves it."""
        from wargame.tui.screens.public import PublicScreen

        await self._handed(PUBLIC)
        await self.app.push_screen_wait(PublicScreen(self.seating))
        await self._handed(FACILITATOR)

    def action_ledger(self) -> None:
        """Show how each seat's orders were treated."""
        from wargame.tui.screens.ledger import LedgerScreen

        self.app.push_screen(LedgerScreen(self.seating, projector=self.projector))

    @work(exclusive=True, group="asking")
    async def action_end_game(self) -> None:
        """End the game early, after a question."""
        waiting = len(self.view.waiting) + (self.view.adjudication is not None)
        dropped = (
            f" {counted(waiting, 'order')} not ruled on: nothing comes of it." if waiting else ""
        )
        sure = await self.sure(
            f"End the game now and go to the hot wash? {ALL_SHOWN}{dropped}", "End it"
        )
        if sure and await self.ask(EndGame()):
            self.follow()
