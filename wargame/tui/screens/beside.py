"""What the facilitator can do beside the game, at any time and on any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from wargame.game.audience import PUBLIC
from wargame.game.commands import HandSeat
from wargame.tui import keys
from wargame.tui.screens.clock_keys import ClockKeys
from wargame.tui.screens.facts_keys import FactsKeys
from wargame.tui.screens.history_keys import HistoryKeys
from wargame.tui.screens.inject_keys import InjectKeys
from wargame.tui.screens.questioning import Questioning
from wargame.tui.screens.room_keys import RoomKeys

if TYPE_CHECKING:
    from wargame.tui.screens.asking import Question


class Beside(HistoryKeys, ClockKeys, FactsKeys, InjectKeys, RoomKeys, Questioning):
    """A screen from which notes, messages, facts, tracks, people and seats are in reach."""

    BINDINGS = [
        keys.key("f5,n", "note", "Note", shown="F5 n", footer=False),
        keys.key("f6,v", "look", "View as seat", shown="F6 v", footer=False),
        keys.key("h", "hand", "Hand the screen to a seat", footer=False),
        keys.key("m", "message", "Send a message", footer=False),
        keys.key("t", "adjust", "Set a track by hand", footer=False),
        keys.key("f", "fact", "Record a fact", footer=False),
        keys.key("g", "seat_person", "Seat a person", footer=False),
        keys.key("k", "hand_seat", "Who plays a seat", footer=False),
    ]

    @work(exclusive=True, group="asking")
    async def action_message(self) -> None:
        """Send a message to seats."""
        from wargame.tui.screens.asking import MESSAGE

        await self.answer(MESSAGE)

    @work(exclusive=True, group="asking")
    async def action_fact(self) -> None:
        """Record a fact: the table's own, or one that the scenario knows."""
        from wargame.tui.screens.asking import fact_choices

        offered = self.fact_offered()
        ways = fact_choices(self.view)
        if offered is not None:
            await self.answer(offered)
            return
        which = await self.choose("Which fact?", ways) if ways else ""
        if which is not None:
            await self.answer(self.fact_question(which))

    def fact_offered(self) -> Question | None:
        """The fact that suggests itself here, to be recorded without more ado; None where there is none."""
        return None

    def fact_question(self, which: str) -> Question:
        """What the form of a fact begins with."""
        from wargame.tui.screens.facts_asked import fact_question

        return fact_question(which=which)

    @work(exclusive=True, group="asking")
    async def action_seat_person(self) -> None:
        """Seat a person."""
        from wargame.tui.screens.seating import PERSON

        await self.answer(PERSON)

    @work(exclusive=True, group="asking")
    async def action_hand_seat(self) -> None:
        """Give a seat to a playbook, or back to its people."""
        from wargame.tui.screens.asking import player_choices

        seat = await self.choose("Who plays which seat?", self.seats())
        if seat:
            ways = player_choices(self.view, seat)
            player = await self.choose("From now on it is played by", ways)
            if player is not None:
                await self.ask(HandSeat(seat, player))

    @work(exclusive=True, group="asking")
    async def action_adjust(self) -> None:
        """Set a track by hand, with a reason."""
        from wargame.tui.screens.asking import adjusting

        track = await self.pick_track()
        if track:
            await self.answer(adjusting(self.view, track))

    async def pick_track(self) -> str | None:
        """Choose a track, or None."""
        from wargame.tui.screens.asking import track_choices

        return await self.choose("Set which track?", track_choices(self.view))

    @work(exclusive=True, group="asking")
    async def action_look(self) -> None:
        """Look at the game as a seat, or as the public sees it."""
        who = await self.choose("Look at the game as", [*self.seats(), (PUBLIC, "the public")])
        if who:
            from wargame.tui.screens.look import LookScreen

            self.app.push_screen(LookScreen(self.seating, who))

    @work(exclusive=True, group="asking")
    async def action_hand(self) -> None:
        """Hand the screen to a seat."""
        from wargame.tui.screens.handover_ways import to_hand

        ways, start = to_hand(self.view)
        seat = await self.choose("Hand the screen to", ways, start=start)
        if seat:
            self.hand_to(seat)

    def hand_to(self, seat: str) -> None:
        """Hand the screen over; a blank screen comes between."""
        from wargame.tui.screens.handover import HandoverScreen

        self.app.push_screen(HandoverScreen(self.seating, seat))
