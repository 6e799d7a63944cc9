"""The hot wash: objectives read out, every seat's why, what to do better, who won; then the close."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from wargame.game.commands import CloseSession, Command, GiveAnswer, Vote
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import counted
from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.screens.asking import Filled, Question, author_choices, seat_choices
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.form import Line, OneOf
from wargame.tui.whose_move import (
    TOGETHER,
    WHY,
    names,
    seat_name,
    silent_seats,
    unasked,
    unheard,
    voters,
)
from wargame.tui.widgets.washing import Washing


def why(seat: str, name: str) -> Question:
    """A seat says why it succeeded or failed."""
    return Question(
        f"{name}: why did you succeed or fail?",
        lambda view: [Line("text", "Because", needed=True, limit=2000)],
        lambda view, filled: GiveAnswer(WHY, seat, filled["text"]),
    )


def together(question: str) -> Question:
    """A question for the table."""
    return Question(
        question,
        lambda view: [
            Line("text", "Answer", needed=True, limit=2000),
            OneOf("seat", "Said by", author_choices(view), FACILITATOR),
        ],
        lambda view, filled: GiveAnswer(question, filled["seat"], filled["text"]),
    )


def _vote_lines(view: View) -> list[Line | OneOf]:
    waiting = unheard(view)
    done = [one for one in voters(view) if one in view.votes]
    people = [(one, seat_name(view, one)) for one in [*waiting, *done]]
    return [
        OneOf("voter", "Who votes", people),
        OneOf("seat", "Who won", seat_choices(view), needed=True),
    ]


def _vote(view: View, filled: Filled) -> Command:
    return Vote(filled["voter"], filled["seat"])


WINNER = Question("Who won?", _vote_lines, _vote, "One vote a person; a later one replaces it.")


def unfinished(view: View) -> str:
    """What a close would leave undone, a line for each; empty where nothing is left."""
    left = [f"{seat_name(view, one.seat)} has a choice open: {one.title}." for one in view.dilemmas]
    if voting := unheard(view):
        left.append(f"No vote yet from {names(view, voting)}.")
    if silent := silent_seats(view):
        left.append(f"Not said why: {names(view, silent)}.")
    if questions := unasked(view):
        left.append(f"{counted(len(questions), 'question')} to the table not answered.")
    return "".join(f"\n- {one}" for one in left)


class HotWashScreen(Desk):
    """Enter asks for what is still missing; at the end it closes the session."""

    DEFAULT_CSS = """
    HotWashScreen #paper { padding: 0 1; }
    """
    BINDINGS = [
        *[
            keys.key(str(place), f"why({place})", "Why: seat", footer=False)
            for place in range(1, 10)
        ],
        keys.key("w", "together(0)", "Well"),
        keys.key("l", "together(1)", "Less well"),
        keys.key("b", "together(2)", "Better"),
        keys.key("o", "vote", "Who won"),
        keys.key("c", "close_session", "Close"),
        keys.key(keys.BACK, "dismiss", "Table", shown="Esc"),
    ]

    def paper(self) -> ComposeResult:
        """All of it on one paper."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Washing()

    def fill(self, view: View) -> None:
        """What has been said so far."""
        self.query_one(Washing).feed(view)

    def key_words(self, action: str) -> str:
        """Whose why a digit asks for."""
        if action.startswith("why("):
            place = int(action.removeprefix("why(").removesuffix(")"))
            return f"Why: {self.view.seats[place - 1].name}"
        if action == "onward" and self.view.phase == "closed":
            return "Leave"
        return super().key_words(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is asked any more once the session is closed."""
        if action in ("why", "together", "vote", "close_session"):
            place = parameters[0] if parameters else 1
            there = isinstance(place, int) and place <= len(self.view.seats)
            return self.view.phase == "hotwash" and (there or action != "why")
        return super().check_action(action, parameters)

    async def onward(self) -> None:
        """Ask for what is missing: each seat's why, the table's questions, the votes; then close."""
        view = self.view
        if view.phase == "closed":
            await self.app.run_action("leave")
        elif silent_seats(view):
            seat = silent_seats(view)[0]
            await self.answer(why(seat, seat_name(view, seat)))
        elif unasked(view):
            await self.ask_table(unasked(view)[0])
        elif unheard(view):
            await self.take_vote()
        else:
            await self.close()

    async def ask_table(self, question: str) -> None:
        """Put a question to the table, and show what was answered."""
        if await self.answer(together(question)):
            self.query_one("#paper").scroll_end(animate=False)

    async def take_vote(self) -> None:
        """Take a vote, and show where the votes stand."""
        if await self.answer(WINNER):
            self.query_one("#paper").scroll_end(animate=False)

    async def close(self) -> None:
        """Close the session, after a question."""
        question = "Close the session? The seed is revealed, and nothing can be added."
        if await self.sure(f"{question}{unfinished(self.view)}", "Close"):
            await self.ask(CloseSession())
            self.query_one("#paper").scroll_home(animate=False)

    @work(exclusive=True, group="asking")
    async def action_why(self, place: int) -> None:
        """Ask a seat why it succeeded or failed."""
        seat = self.view.seats[place - 1]
        await self.answer(why(seat.id, seat.name))

    @work(exclusive=True, group="asking")
    async def action_together(self, place: int) -> None:
        """Ask the table."""
        await self.ask_table(TOGETHER[place])

    @work(exclusive=True, group="asking")
    async def action_vote(self) -> None:
        """Take a vote."""
        await self.take_vote()

    @work(exclusive=True, group="asking")
    async def action_close_session(self) -> None:
        """Close the session."""
        await self.close()
