"""An observer's screen: what observers may see of the game, and what they have noted."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from wargame.game.commands import GiveAnswer, SealEstimate, Vote
from wargame.game.views import View
from wargame.reports.words import PHASES
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import joined, plain
from wargame.tui.screens.asking import Question, number, seat_choices
from wargame.tui.screens.form import Line, OneOf
from wargame.tui.screens.handover_ways import AS_OBSERVER
from wargame.tui.screens.questioning import Questioning
from wargame.tui.whose_move import TOGETHER, whose_move
from wargame.tui.widgets.board import Board
from wargame.tui.widgets.notes import Notes, notes_of
from wargame.tui.widgets.seatlist import SeatList, seat_lines
from wargame.tui.widgets.story import (
    Facts,
    Headlines,
    Judged,
    Talks,
    judged_now,
    named_facts,
    talk_lines,
)


class ObserverScreen(Questioning):
    """All that an observer may see, a key for notes, and what observers are asked for."""

    DEFAULT_CSS = """
    ObserverScreen #left { width: 44; padding: 0 1; }
    ObserverScreen.-wide #left { width: 74; }
    ObserverScreen #paper { width: 1fr; padding: 0 1; }
    ObserverScreen #paper Part { margin-bottom: 1; }
    """
    BINDINGS = [
        keys.key("n,f5", "note", "Note", shown="n"),
        keys.key("e", "estimate", "Estimate"),
        keys.key("a", "answer_one", "Answer"),
        keys.key("v", "vote", "Who won"),
        keys.key("p", "phrase", "Pass phrase", footer=False),
        *keys.SCROLLING,
        keys.key(keys.BACK, "dismiss", "Done", shown="Esc"),
    ]

    def __init__(self, seating: Seating, who: str) -> None:
        """Show what `observer:<id>` may see."""
        super().__init__(seating, who)
        self.observer = who.removeprefix(AS_OBSERVER)

    def body(self) -> ComposeResult:
        """The board; beside it the story, then the notes."""
        with Horizontal():
            with VerticalScroll(id="left", can_focus=False):
                yield Board()
                yield Facts()
            with VerticalScroll(id="paper", can_focus=False):
                yield SeatList()
                yield Headlines()
                yield Judged()
                yield Talks()
                yield Notes()

    def show(self, view: View) -> None:
        """Feed each widget its part."""
        self.query_one("#left").display = bool(view.tracks or named_facts(view))
        self.query_one(Board).feed(view.tracks)
        self.query_one(Facts).feed(named_facts(view))
        self.query_one(SeatList).feed(seat_lines(view))
        self.query_one(Headlines).feed(view.happenings)
        self.query_one(Judged).feed(judged_now(view))
        self.query_one(Talks).feed(talk_lines(view) if view.messages else None)
        self.query_one(Notes).feed(notes_of(view))

    def status(self, view: View) -> Content:
        """The top line: who watches, and where the game stands."""
        name = plain(f"Observer: {view.people.get(self.observer, self.observer)}", "bold")
        turn = f"turn {view.turn}/{view.turns}" if view.turn else ""
        move = whose_move(view).sentence if view.phase == "hotwash" else ""
        return self.timed(joined(name, turn, view.label, PHASES[view.phase], move, between="  "))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what observers are asked for now."""
        table = self.view.adjudication
        match action:
            case "estimate":
                asked = table is not None and not table.estimates
                return asked and table is not None and self.observer in table.estimators
            case "answer_one" | "vote":
                return self.view.phase == "hotwash"
            case _:
                return super().check_action(action, parameters)

    @work(exclusive=True, group="asking")
    async def action_estimate(self) -> None:
        """Seal an estimate of the order on the table."""
        table = self.view.adjudication
        if table is None:
            return
        order_id, observer = table.order.order_id, self.observer

        def made(view: View, filled: dict[str, str]) -> SealEstimate | str:
            percent = number(filled["percent"])
            if percent is None:
                return "An estimate is a whole number from 0 to 100."
            return SealEstimate(order_id, observer, percent)

        line = Line("percent", "Per cent", hint="0 to 100", needed=True, limit=4)
        await self.answer(
            Question(f"{table.order.name}: will it succeed?", lambda view: [line], made)
        )

    @work(exclusive=True, group="asking")
    async def action_answer_one(self) -> None:
        """Answer a question of the hot wash."""
        asked = [(one, one) for one in TOGETHER]
        observer = self.observer
        question = Question(
            "The hot wash",
            lambda view: [
                OneOf("question", "Question", asked, TOGETHER[0]),
                Line("text", "Answer", needed=True, limit=2000),
            ],
            lambda view, filled: GiveAnswer(
                filled["question"], "observer", filled["text"], observer
            ),
        )
        await self.answer(question)

    @work(exclusive=True, group="asking")
    async def action_vote(self) -> None:
        """Say who won."""
        seat = await self.choose("Who won?", seat_choices(self.view))
        if seat:
            await self.ask(Vote(self.observer, seat))

    def action_phrase(self) -> None:
        """Set the pass phrase that opens this screen."""
        from wargame.tui.screens.phrase import PhraseScreen

        self.app.push_screen(PhraseScreen(self.link))
