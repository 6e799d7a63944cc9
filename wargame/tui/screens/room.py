"""The room: who sits where, who plays what, and everything about people that the facilitator may change."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import GiveObjective, HandSeat, LeaveSeat, MergeSeats, PartSeats
from wargame.game.views import ObjectiveView, SeatView, View
from wargame.tui import keys
from wargame.tui.plain import joined, plain
from wargame.tui.screens.asking import player_choices
from wargame.tui.screens.questioning import Questioning
from wargame.tui.screens.seating import (
    BANNER,
    PERSON,
    RESEARCH,
    joined_late,
    own_objective,
    reseated,
)
from wargame.tui.whose_move import names, person_name
from wargame.tui.widgets.room import RoomPart, played_by


class RoomScreen(Questioning):
    """One paper of people, and a key for each thing that can be done about them."""

    DEFAULT_CSS = """
    RoomScreen #paper { padding: 0 1; }
    """
    BINDINGS = [
        keys.key("s", "sit", "Seat", shown="s"),
        keys.key("x", "leave_seat", "Left"),
        keys.key("k", "play", "Playbook"),
        keys.key("g", "together", "Together"),
        keys.key("o", "objective", "Objective"),
        keys.key("p", "phrase", "Phrase"),
        keys.key("b", "banner", "Banner"),
        keys.key("q", "question", "Question"),
        keys.key("h", "hand", "Hand over", footer=False),
        *keys.SCROLLING,
        keys.key(keys.BACK, "dismiss", "Back", shown="Esc"),
    ]

    def body(self) -> ComposeResult:
        """One paper."""
        with VerticalScroll(id="paper", can_focus=False):
            yield RoomPart("room")

    def show(self, view: View) -> None:
        """Who is there now."""
        self.query_one(RoomPart).feed(view)

    def status(self, view: View) -> Content:
        """The top line."""
        turn = f"turn {view.turn}/{view.turns}" if view.turn else ""
        return self.timed(
            joined(plain("The room", "bold"), view.title, turn, view.label, between="  ")
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is changed once the session is closed."""
        if action in ("scroll", "dismiss"):
            return True
        return self.view.phase != "closed" and super().check_action(action, parameters)

    @work(exclusive=True, group="asking")
    async def action_sit(self) -> None:
        """Seat somebody, new or known; a late joiner is shown the story so far."""
        known = {*self.view.people} - {*self.view.away}
        if await self.answer(PERSON):
            await self._seated(known)

    async def _seated(self, known: set[str]) -> None:
        """After somebody sat down mid-game: their objectives, and their first look."""
        person = joined_late(self.view, known)
        seat = next((one for one in self.view.seats if person in one.people), None)
        if seat is None:
            return
        name = self.view.people[person]
        if self.view.away and len(seat.people) == 1:
            about = f"Somebody has left. {name} may play for them without knowing what they want."
            ways = [("see", "are shown"), ("sealed", "stay sealed until the hot wash")]
            answer = await self.choose(f"{seat.name}: the objectives", ways, about)
            if answer == "sealed":
                await self.ask(reseated(person, name, seat.id))
        ways = [("now", f"Hand {name} the screen: the story so far, orders, brief"), ("", "Later")]
        if await self.choose(f"{name} joins {seat.name}", ways):
            self.hand_to(seat.id, person)

    def hand_to(self, seat: str, person: str = "") -> None:
        """Hand the screen over; a blank screen comes between."""
        from wargame.tui.screens.handover import HandoverScreen

        self.app.push_screen(HandoverScreen(self.seating, seat, person))

    @work(exclusive=True, group="asking")
    async def action_hand(self) -> None:
        """Hand the screen to a seat."""
        from wargame.tui.screens.handover_ways import to_hand

        ways, start = to_hand(self.view)
        seat = await self.choose("Hand the screen to", ways, start=start)
        if seat:
            self.hand_to(seat)

    @work(exclusive=True, group="asking")
    async def action_leave_seat(self) -> None:
        """Somebody left: the seat waits, or goes to a playbook."""
        here = [
            (one, person_name(self.view, one))
            for one in self.view.people
            if one not in self.view.away
        ]
        person = await self.choose("Who has left?", here, "The name stays on the record.")
        seat = next((one for one in self.view.seats if person in one.people), None)
        if not person or not await self.ask(LeaveSeat(person)) or seat is None:
            return
        left = [seat.id, *seat.together]
        empty = [one for one in self.view.seats if one.id in left and not one.people]
        if len(empty) == len(left) > 1 and await self.ask(PartSeats(seat.id)):
            self.notify(f"{names(self.view, left)} are played apart again.")
        for now in empty:
            await self._who_plays(now)

    async def _who_plays(self, seat: SeatView) -> None:
        """Ask who plays a seat that nobody sits in."""
        about = "Its objectives stay sealed. s seats somebody else; k gives it back later."
        player = await self.choose(
            f"{seat.name} is played by", player_choices(self.view, seat.id), about
        )
        if player:
            await self.ask(HandSeat(seat.id, player))

    @work(exclusive=True, group="asking")
    async def action_play(self) -> None:
        """Give a seat to a playbook, or back to its people."""
        seat = await self.choose("Who plays which seat?", self._seats_played())
        if seat:
            ways = player_choices(self.view, seat)
            player = await self.choose("From now on it is played by", ways)
            if player is not None:
                await self.ask(HandSeat(seat, player))

    def _seats_played(self) -> list[tuple[str, str]]:
        return [(one.id, f"{one.name}: {played_by(self.view, one)}") for one in self.view.seats]

    @work(exclusive=True, group="asking")
    async def action_together(self) -> None:
        """Let two seats be played by the same people, or apart again."""
        first = await self.choose(
            "Which seat is played together with another?", self._seats_played()
        )
        if not first:
            return
        seat = next(one for one in self.view.seats if one.id == first)
        if seat.together:
            pair = names(self.view, [first, *seat.together])
            if await self.sure(f"Play {pair} apart again?", "Apart"):
                await self.ask(PartSeats(first))
            return
        about = "Each keeps its own view and its own orders: the record says what each side knew."
        others = [one for one in self._seats_played() if one[0] != first]
        other = await self.choose(f"{seat.name} together with", others, about)
        if other and await self.sure(
            f"Play {names(self.view, [first, other])} together? Whoever plays them reads both briefs, "
            "objectives and secrets; playing them apart again takes no knowledge back.",
            "Together",
        ):
            await self.ask(MergeSeats([first, other]))

    @work(exclusive=True, group="asking")
    async def action_objective(self) -> None:
        """Give an objective to one person of a seat: a house divided."""
        shared = [(one.id, one.name) for one in self.view.seats if one.people]
        seat = await self.choose("An objective of which seat?", shared)
        if not seat:
            return
        wanted = [one for one in self.view.objectives if one.seat == seat]
        ways = [(one.id, self._owned(one)) for one in wanted]
        about = (
            "A new one is added, and nothing is taken. One of the seat's own, given to one person, "
            "is TAKEN from the others' briefs; given to everyone, it is the seat's again."
        )
        objective = await self.choose(
            "Which one?", [("", "A new one, in your words"), *ways], about
        )
        if objective is None:
            return
        person = await self._owner(seat, next((one for one in wanted if one.id == objective), None))
        if person is None:
            return
        if objective:
            await self.ask(GiveObjective(seat, person, objective))
        else:
            await self.answer(own_objective(seat, person))

    async def _owner(self, seat: str, one: ObjectiveView | None) -> str | None:
        """Whose an objective is to be; of one that others would lose, it is asked whether they shall."""
        people = next(one.people for one in self.view.seats if one.id == seat)
        alone = [(who, f"{self.view.people[who]} alone") for who in people]
        everyone = ("", "everyone's in the seat")
        ways = [*alone, everyone] if one is None else [everyone, *alone]
        about = "Hidden from the others of the seat until the hot wash."
        person = await self.choose("Whose is it?", ways, about)
        if not person or one is None or one.person == person:
            return person
        main = "the seat's MAIN objective" if one.main else "an objective of the seat"
        taken = f"This is {main}: it is taken from everybody's brief there but {self.view.people[person]}'s."
        back = "To give it back: the same key, and everyone's in the seat."
        return person if await self.sure(f"{taken}\n{back}", "Take it") else None

    def _owned(self, one: ObjectiveView) -> str:
        main = "  (main)" if one.main else ""
        whose = f"  ({self.view.people.get(one.person, '')} alone)" if one.person else ""
        return f"{one.text}{main}{whose}"

    @work(exclusive=True, group="asking")
    async def action_phrase(self) -> None:
        """Set the facilitator's phrase, or remove anybody's."""
        from wargame.tui.screens.phrase import PhraseScreen

        people = [(one, person_name(self.view, one)) for one in self.view.people]
        ways = [("facilitator", "The facilitator"), *self.seats(), *people]
        whose = await self.choose("Whose pass phrase?", ways, "It opens their view, and a lock.")
        if whose in self.view.people:
            self.app.push_screen(PhraseScreen(self.link, whose))
        elif whose:
            self.app.push_screen(PhraseScreen(self.seating.links[whose]))

    @work(exclusive=True, group="asking")
    async def action_banner(self) -> None:
        """Put another line on every screen."""
        await self.answer(BANNER)

    @work(exclusive=True, group="asking")
    async def action_question(self) -> None:
        """Add a research question."""
        await self.answer(RESEARCH)
