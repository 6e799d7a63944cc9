"""The facilitator's own paper: the plan, the notes by research question, the parking lot. Hidden from everybody."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import Park, StrikeWords, TickOff, WritePlan
from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.plain import Plain, joined, plain
from wargame.tui.screens.asking import Filled, Question, number
from wargame.tui.screens.form import Asked, Line
from wargame.tui.screens.questioning import Questioning
from wargame.tui.widgets.notes import (
    Notes,
    ParkingLot,
    Plan,
    notes_of,
    planned_of,
    struck_words,
)

PARK = Question(
    "Park something, to come back to it",
    lambda view: [Line("text", "What", needed=True, limit=600)],
    lambda view, filled: Park(filled["text"]),
    "It is brought up again in the hot wash, to everybody.",
)


def plan_question(turn: int) -> Question:
    """What is planned for a turn (0: the session), with what stands there."""

    def lines(view: View) -> list[Asked]:
        return [Line("text", "Plan", view.plan.get(turn, ""), "nothing: no plan", limit=2000)]

    name = f"The plan for turn {turn}" if turn else "The plan for the session"
    return Question(name, lines, lambda view, filled: WritePlan(turn, filled["text"]))


def _strike_entry(view: View, filled: Filled) -> StrikeWords | str:
    entry = number(filled["entry"])
    if entry is None or entry < 0:
        return "Which entry: its number, as the review shows it."
    return StrikeWords(entry=entry, back=("", entry) in view.struck)


STRIKE_ENTRY = Question(
    "Strike the words of one entry, or let them in again",
    lambda view: [Line("entry", "Entry", hint="its number, as the review shows it", needed=True)],
    _strike_entry,
)


class NotesScreen(Questioning):
    """Plan, notes and parking lot on one paper."""

    DEFAULT_CSS = """
    NotesScreen #paper { padding: 0 1; }
    NotesScreen #paper Part { margin-bottom: 1; }
    """
    BINDINGS = [
        keys.key("n,f5", "note", "Note", shown="n"),
        keys.key("p", "plan", "Plan"),
        keys.key("k", "park", "Park"),
        keys.key("t", "tick", "Tick off"),
        keys.key("x", "strike", "Strike words"),
        *keys.SCROLLING,
        keys.key(keys.BACK, "dismiss", "Back", shown="Esc"),
    ]

    def body(self) -> ComposeResult:
        """The plan first: it is for now."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Plan()
            yield ParkingLot()
            yield Notes()
            yield Plain(id="struck", classes="quiet")

    def show(self, view: View) -> None:
        """Feed each its part."""
        self.query_one(Plan).feed(planned_of(view))
        self.query_one(ParkingLot).feed(tuple(view.parked))
        self.query_one(Notes).feed(notes_of(view))
        struck = ", ".join(struck_words(view))
        line = f"Left out of reports for others: {struck}." if struck else ""
        self.query_one("#struck", Plain).show(line)

    def status(self, view: View) -> Content:
        """The top line."""
        turn = f"turn {view.turn}/{view.turns}" if view.turn else ""
        name = plain("Plan and notes", "bold")
        return self.timed(joined(name, "yours alone", turn, view.label, between="  "))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is closed takes notes and strikes only."""
        if action in ("plan", "park"):
            return self.view.phase != "closed"
        if action == "tick":
            return self.view.phase != "closed" and bool(self.view.parked)
        return super().check_action(action, parameters)

    @work(exclusive=True, group="asking")
    async def action_plan(self) -> None:
        """Write what is planned for a turn."""
        first = max(1, self.view.turn)
        turns = [*range(first, self.view.turns + 1), *range(1, first)]
        ways = [(str(one), f"Turn {one}: {self.view.plan.get(one, '')}") for one in turns]
        turn = await self.choose("Plan what?", [*ways, ("0", "The whole session")])
        if turn is not None:
            await self.answer(plan_question(int(turn)))

    @work(exclusive=True, group="asking")
    async def action_park(self) -> None:
        """Park something."""
        await self.answer(PARK)

    @work(exclusive=True, group="asking")
    async def action_tick(self) -> None:
        """Tick off something that was parked, or not after all."""
        parked = {one.id: one for one in self.view.parked}
        ways = [(key, f"{'[x]' if one.done else '[ ]'} {one.text}") for key, one in parked.items()]
        item = await self.choose("Tick off what? (chosen again: not after all)", ways)
        if item:
            await self.ask(TickOff(item, not parked[item].done))

    @work(exclusive=True, group="asking")
    async def action_strike(self) -> None:
        """Leave somebody's words out of reports for others, on request."""
        struck = [person for person, _ in self.view.struck if person]
        ways = [
            (one, f"{name} (struck: let in again)" if one in struck else name)
            for one, name in self.view.people.items()
        ]
        about = (
            "Reports for the public and for seats leave them out and say so. The save keeps all."
        )
        who = await self.choose("Whose words?", [*ways, ("", "the words of one entry")], about)
        if who:
            await self.ask(StrikeWords(who, back=who in struck))
        elif who == "":
            await self.answer(STRIKE_ENTRY)
