"""Who sits where, as rows to fill in: names with commas, a playbook, or another seat's people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from wargame.game.changes import Person
from wargame.game.names import FACILITATOR
from wargame.tui import keys
from wargame.tui.people import seated
from wargame.tui.widgets.fields import Picker, PlainInput, Row

OBSERVER = "observer"
WITH = "with "
"""What the value of a row begins with whose seat is played by another seat's people."""


class NameField(PlainInput):
    """Names of a row: up, down and Enter go from row to row, Tab to who plays."""

    BINDINGS = [
        keys.key("up", "row(-1)", "Row above", footer=False),
        keys.key("down", "row(1)", "Row below", footer=False),
    ]

    def action_row(self, step: int) -> None:
        """Go to the names of the row above or below; past the last row, to what comes after it."""
        names = list(self.screen.query(NameField))
        place = names.index(self) + step
        if 0 <= place < len(names) and not names[place].disabled:
            names[place].focus()
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()


class Sitting(Vertical):
    """A row a seat, then the facilitator and the observers."""

    DEFAULT_CSS = """
    Sitting { height: auto; }
    Sitting Row > Plain { width: 16; }
    Sitting Row > .by { width: 26; margin-left: 1; }
    """

    def __init__(
        self,
        seats: Sequence[tuple[str, str]],
        playbooks: Mapping[str, Sequence[str]],
        played: Mapping[str, str] | None = None,
        *,
        characters: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """Rows for `seats` (id and name) with their `playbooks`; `played` are those that one plays already.

        `characters` says in words what each playbook of a seat does.
        """
        super().__init__()
        self.seats = list(seats)
        self._characters = characters or {}
        self.people = {
            seat: NameField(limit=200, placeholder="names, with commas") for seat, _ in seats
        }
        chosen = played or {}
        self.by = {
            seat: Picker(self._players(seat, playbooks), chosen.get(seat, ""), classes="by")
            for seat, _ in seats
        }
        self.facilitator = NameField(limit=60, placeholder="your name")
        self.observers = NameField(limit=400, placeholder="names, with commas")

    def _players(self, seat: str, playbooks: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
        """Who can play a seat: people, one of its playbooks, or the people of another seat."""
        books = [(one, f"by itself: {one}") for one in playbooks.get(seat, [])]
        others = [(f"{WITH}{one}", f"with {name}") for one, name in self.seats if one != seat]
        return [("", "by people"), *books, *(others if len(self.seats) > 2 else [])]

    def compose(self) -> ComposeResult:
        """One row below the other."""
        for seat, name in self.seats:
            yield Row(name, self.people[seat], self.by[seat], about=partial(self.about, seat))
        yield Row("Facilitator", self.facilitator, about="Who runs the table.")
        yield Row("Observers", self.observers, about="They look on and write notes, with commas.")

    def about(self, seat: str) -> str:
        """Who plays a seat as the row has it now, and what a playbook would do."""
        by = self.by[seat].value
        if by.startswith(WITH):
            return "The people of the other seat play both."
        if by:
            said = self._characters.get(seat, {}).get(by, "")
            return f"A playbook gives the orders. {said}".strip()
        return "One person or several, with commas; names can be added later. Tab: people, or a playbook by itself."

    @on(Picker.Changed)
    def _picked(self) -> None:
        """No names where others play."""
        for seat, by in self.by.items():
            self.people[seat].disabled = bool(by.value)

    @on(PlainInput.Submitted)
    def _entered(self, event: PlainInput.Submitted) -> None:
        """Enter goes on to the next row."""
        event.stop()
        if isinstance(event.input, NameField):
            event.input.action_row(1)

    def begun(self) -> bool:
        """Whether anything was written."""
        return any(one.value for one in (*self.people.values(), self.facilitator, self.observers))

    def named(self) -> list[Person]:
        """Everybody named, with ids that say nothing of the names."""
        names = [
            (seat, field.value) for seat, field in self.people.items() if not self.by[seat].value
        ]
        return seated(
            [*names, (FACILITATOR, self.facilitator.value), (OBSERVER, self.observers.value)]
        )

    def namesakes(self) -> list[tuple[str, list[str]]]:
        """Names that stand in more than one seat, as they were first written, with the seats."""
        found: dict[str, tuple[str, list[str]]] = {}
        for one in self.named():
            if one.seat in self.people:
                seats = found.setdefault(one.name.casefold(), (one.name, []))[1]
                seats += [one.seat] if one.seat not in seats else []
        return [(name, seats) for name, seats in found.values() if len(seats) > 1]

    def join(self, name: str, seats: Sequence[str]) -> None:
        """Let one person play these seats together, and with them whoever else stands there."""
        first, *rest = seats
        for seat in rest:
            others = [
                one.name
                for one in self.named()
                if one.seat == seat and one.name.casefold() != name.casefold()
            ]
            self.people[first].value = ", ".join([self.people[first].value, *others])
            self.by[seat].value = f"{WITH}{first}"

    def playbooks(self) -> dict[str, str]:
        """The seats that a playbook plays."""
        by = {seat: one.value for seat, one in self.by.items()}
        return {seat: one for seat, one in by.items() if one and not one.startswith(WITH)}

    def merged(self) -> list[list[str]]:
        """The seats that are played together, in groups."""
        groups: list[set[str]] = []
        for seat, by in self.by.items():
            if by.value.startswith(WITH):
                pair = {seat, by.value.removeprefix(WITH)}
                joined = [one for one in groups if one & pair]
                groups = [one for one in groups if one not in joined] + [pair.union(*joined)]
        return [[seat for seat, _ in self.seats if seat in group] for group in groups]
