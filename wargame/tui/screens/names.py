"""Who sits where, before the first turn: a row a seat, asked when nobody is named yet."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import AddQuestion, Command, HandSeat, MergeSeats, SeatPerson
from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, joined, plain
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.namesakes import told_apart
from wargame.tui.screens.setup import asked
from wargame.tui.widgets.fields import PlainInput, Row
from wargame.tui.widgets.sitting import Sitting


class NamesScreen(LiveScreen[None]):
    """A row a seat, the facilitator, the observers, research questions. Ctrl+S seats everybody."""

    DEFAULT_CSS = """
    NamesScreen VerticalScroll { padding: 1 2; }
    NamesScreen Row > Plain { width: 16; }
    NamesScreen .quiet { margin: 1 0; }
    """
    BINDINGS = [
        keys.always(keys.SAVE, "seat_all", "Seat them", shown="^s"),
        keys.key("up", "app.focus_previous", "Field above", footer=False),
        keys.key("down", "app.focus_next", "Field below", footer=False),
        keys.key(keys.BACK, "dismiss", "Back", shown="Esc"),
    ]

    def __init__(self, seating: Seating) -> None:
        """Ask about this table's seats."""
        super().__init__(seating)
        seats = [(one.id, one.name) for one in self.view.seats]
        books = {one.id: one.playbooks for one in self.view.seats}
        played = {one.id: one.playbook for one in self.view.seats}
        self.sitting = Sitting(seats, books, played)
        self.questions = PlainInput(limit=900, placeholder="with semicolons between")

    def body(self) -> ComposeResult:
        """The rows, and what they are for."""
        with VerticalScroll(can_focus=False):
            yield self.sitting
            yield Row("Research", self.questions)
            words = (
                "A seat that stays empty is nobody's: the screen is handed to it by its name. Names stand "
                "in one place of the record; everything else uses ids, so reports can leave them out. "
                "Research questions are tags for notes; seats do not see them."
            )
            yield Plain(words, classes="quiet")

    def on_mount(self) -> None:
        """Begin at the first seat."""
        next(iter(self.sitting.people.values())).focus()

    def status(self, view: View) -> Content:
        """The top line."""
        return joined(plain("Who sits where", "bold"), view.title, between="  ")

    def commands(self) -> list[Command]:
        """What is to be asked of the table, in order."""
        taken = {*self.view.people, *(one.id for one in self.view.seats)}
        ids = (f"p{number}" for number in range(1, 1000) if f"p{number}" not in taken)
        asks: list[Command] = [
            HandSeat(one.id, self.sitting.playbooks().get(one.id, ""))
            for one in self.view.seats
            if one.playbook != self.sitting.playbooks().get(one.id, "")
        ]
        asks += [MergeSeats(group) for group in self.sitting.merged()]
        asks += [SeatPerson(next(ids), one.name, one.seat) for one in self.sitting.named()]
        known = {one.id for one in self.view.questions}
        free = (f"q{number}" for number in range(1, 100) if f"q{number}" not in known)
        return asks + [AddQuestion(next(free), one.text) for one in asked(self.questions.value)]

    @work(exclusive=True, group="asking")
    async def action_seat_all(self) -> None:
        """Seat everybody who is named; stop at the first that is refused."""
        if not await told_apart(self, self.sitting):
            return
        for command in self.commands():
            if not await self.ask(command):
                return
        self.dismiss()
