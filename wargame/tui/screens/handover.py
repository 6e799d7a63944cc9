"""Between two seats: a blank screen that names who is next and shows nothing of anybody's view."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from wargame.game.audience import PUBLIC
from wargame.game.commands import HandScreen
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.game.views import View
from wargame.reports.words import PHASES
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, choice, entitled, joined, plain
from wargame.tui.screens.handover_ways import (
    AS_OBSERVER,
    Way,
    after,
    digits_of,
    first_on,
    ways_on,
)
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.seat import SeatScreen
from wargame.tui.widgets.fields import PlainInput

WAY_BACK = {
    False: "Esc: back to the facilitator's table.",
    True: "Esc marks the facilitator, whose table no seat may see.",
}
"""What Esc does, before and after a seat has had the screen: by then its people may still sit there."""


TOGETHER = "Several seats on one line: there, z changes between them."


def _lines(ways: list[Way], digits: dict[int, int]) -> list[Content]:
    """The words for everybody, with the digits that hand the screen to their seats, if they come first in them."""
    of = [[str(one) for one, place in digits.items() if place == at] for at in range(len(ways))]
    room = max(len(" ".join(one)) for one in of)
    return [
        joined(plain(f"{' '.join(own):{room}}  ", "bold"), plain(way.words, lines=False))
        for own, way in zip(of, ways, strict=True)
    ]


class HandoverScreen(LiveScreen[None]):
    """Names who is next; opens that seat's screen, or closes when the facilitator takes over."""

    DEFAULT_CSS = """
    HandoverScreen { align: center middle; }
    HandoverScreen #box { width: 64; max-width: 94%; height: auto; max-height: 100%; padding: 0 2; }
    HandoverScreen #box { border: round $accent; }
    HandoverScreen #next { text-align: center; text-style: bold; margin: 1 0; }
    HandoverScreen OptionList { height: auto; max-height: 10; margin: 1 0; padding: 0; }
    HandoverScreen OptionList, HandoverScreen OptionList:focus { border: none; }
    HandoverScreen #phrase { display: none; height: auto; }
    HandoverScreen PlainInput { background: $panel; margin-bottom: 1; }
    """
    BINDINGS = [
        keys.key(keys.BACK, "back", "Facilitator", shown="Esc"),
        *[keys.key(one, f"hand({one})", f"Hand to {one}", footer=False) for one in "123456789"],
    ]

    def __init__(self, seating: Seating, next_seat: str = "", next_person: str = "") -> None:
        """Begin with this seat named as the next, or with the first of the turn that people play.

        The digits are the seats' own, as on the table.
        """
        super().__init__(seating, PUBLIC)
        self._next, self._person = next_seat, next_person
        self._ways: list[Way] = []
        self._digits: dict[int, int] = {}
        self._asked: Way | None = None
        self._handed = False
        self._front = ""

    def body(self) -> ComposeResult:
        """Who is next, who else there is, and room for a pass phrase."""
        with Vertical(id="box"):
            yield Plain(id="next")
            yield Plain("Everybody else looks away. Enter or the number opens it.", classes="quiet")
            yield Plain(id="way-back", classes="quiet")
            yield OptionList()
            yield Plain(id="together", classes="quiet")
            with Vertical(id="phrase"):
                yield Plain("The pass phrase:")
                yield PlainInput(password=True, limit=200)

    def status(self, view: View) -> Content:
        """Where the game stands, and nobody's name."""
        turn = f"turn {view.turn}/{view.turns}" if view.turn else ""
        return self.timed(joined(view.title, turn, view.label, PHASES[view.phase], between="  "))

    def on_mount(self) -> None:
        """Nothing said to the one before may stay on the screen."""
        self.app.clear_notifications()
        entitled(self.query_one("#box"), "The screen changes hands")
        self.query_one("#way-back", Plain).show(WAY_BACK[False])
        self.query_one(OptionList).focus()

    def show(self, view: View) -> None:
        """Who can take the screen; the one named stays named."""
        ways = [*ways_on(view, self._next), Way(FACILITATOR, "", "The facilitator")]
        if ways == self._ways:
            return
        self._ways = ways
        options = self.query_one(OptionList)
        options.clear_options()
        self._digits = digits_of(view, ways)
        options.add_options([choice(one) for one in _lines(ways, self._digits)])
        together = self.query_one("#together", Plain)
        together.display = any(one.also for one in ways)
        together.show(TOGETHER)
        self._announce(self._next or first_on(view))

    def _announce(self, seat: str) -> None:
        """Name a seat as the next."""
        fitting = [at for at, one in enumerate(self._ways) if seat in (one.seat, *one.also)]
        meant = [at for at in fitting if self._ways[at].person == self._person]
        self.query_one(OptionList).highlighted = next(iter([*meant, *fitting]), 0)

    @on(OptionList.OptionHighlighted)
    def _named(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#next", Plain).show(f"Next: {self._ways[event.option_index].words}")

    def action_hand(self, number: int) -> None:
        """Hand the screen to whom this number stands for, with the seat of this number in front."""
        options = self.query_one(OptionList)
        seats = [one.id for one in self.view.seats]
        self._front = seats[number - 1] if number <= len(seats) else ""
        options.highlighted = self._digits[number]
        options.action_select()

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        way = self._ways[event.option_index].opened_at(self._front)
        self._front = ""
        if self.seating.links[way.seat].opens("", way.person):
            await self._open(way)
        else:
            self._asked = way
            self.refresh_bindings()
            self.query_one("#phrase").display = True
            self.query_one(PlainInput).focus()

    @on(PlainInput.Submitted)
    async def _said(self, event: PlainInput.Submitted) -> None:
        way, phrase = self._asked, event.value
        event.input.value = ""
        if way is not None and self.seating.links[way.seat].opens(phrase, way.person):
            await self._open(way)
        else:
            self.notify("That is not the phrase.", severity="warning")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the numbers that stand for somebody."""
        if action == "hand":
            return parameters[0] in self._digits
        return super().check_action(action, parameters)

    def key_words(self, action: str) -> str:
        """What Esc does now."""
        return "Choose again" if action == "back" and self._asked else ""

    def action_back(self) -> None:
        """Ask for no phrase; else the facilitator takes over, at once if no seat has had the screen yet."""
        if self._asked is not None:
            self._ask_nothing()
            return
        self.query_one(OptionList).highlighted = len(self._ways) - 1
        if not self._handed:
            self.query_one(OptionList).action_select()

    def _ask_nothing(self) -> None:
        """Put the pass phrase away, and let somebody be chosen."""
        self._asked = None
        self.refresh_bindings()
        self.query_one(PlainInput).value = ""
        self.query_one("#phrase").display = False
        self.query_one(OptionList).focus()

    async def _open(self, way: Way) -> None:
        """Note on the record whose view the screen shows now, and show it."""
        self._ask_nothing()
        joins = way.person in self.view.newcomers
        back = way.seat == FACILITATOR
        try:
            if self.view.phase != "closed" and (self._handed or not back):
                await self.seating.facilitator.ask(HandScreen(way.seat, way.person))
        except Refused as refused:
            self.notify(refused.sentence, severity="warning")
            return
        self.app.clear_notifications()
        if back:
            self.dismiss()
            return
        self._handed = True
        self.app.push_screen(self._screen_of(way, joins), lambda _: self._back_from(way))

    def _screen_of(self, way: Way, joins: bool) -> LiveScreen[None]:
        """The screen of a seat or of an observer; who joins late begins with the story so far."""
        if way.seat.startswith(AS_OBSERVER):
            from wargame.tui.screens.observer import ObserverScreen

            return ObserverScreen(self.seating, way.seat)
        return SeatScreen(self.seating, way.seat, way.person, "6" if joins else "")

    def _back_from(self, way: Way) -> None:
        """The seat is done: name the one after it."""
        self.app.clear_notifications()
        self.query_one("#way-back", Plain).show(WAY_BACK[True])
        self.query_one(OptionList).highlighted = after(self.view, self._ways, way)
