"""Set a game up: its name, how it begins, how long it is, and who sits where."""

from __future__ import annotations

from string import hexdigits

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Button

from wargame.game.changes import ResearchQuestion
from wargame.game.commands import OpenSession
from wargame.game.refusals import Refused
from wargame.tui import keys
from wargame.tui.home import House, ScenarioCard
from wargame.tui.people import free_name
from wargame.tui.plain import Plain, joined, plain
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.home import take_the_table
from wargame.tui.screens.namesakes import told_apart
from wargame.tui.screens.setup_settings import SETTINGS
from wargame.tui.widgets.fields import Picker, PlainInput, Row
from wargame.tui.widgets.keyline import KeyLine
from wargame.tui.widgets.sitting import Sitting

FEWEST = 6
"""Fewer turns than this get a warning (Mouat, Practical Advice on Matrix Games v15, p. 17)."""
MOST = 99
ABOUT_NAME = "The save has this name, and the game is resumed by it: a-z, 0-9, - and _."
ABOUT_SETUP = "Where and when the game begins."
ABOUT_TURNS = f"1 to {MOST}; empty: as many as the set-up has."
ABOUT_RESEARCH = (
    "What the session is to find out. Observers and you tag notes with it; seats do not see it."
)
ABOUT_BANNER = "A line at the top of every screen."
ABOUT_SEED = "0-9 and a-f. Whoever knows the seed knows the dice: leave it empty, unless a game is to be repeated."


def asked(written: str) -> list[ResearchQuestion]:
    """Research questions as they were written, with semicolons between; their tags are q1, q2 and so on."""
    texts = [one.strip() for one in written.split(";") if one.strip()]
    return [ResearchQuestion(f"q{at}", text) for at, text in enumerate(texts, 1)]


class SetupScreen(Screen[None]):
    """A form with everything a new game needs; most of it may stay as it is."""

    DEFAULT_CSS = """
    SetupScreen #name { height: 1; padding: 0 1; background: $panel; }
    SetupScreen VerticalScroll { padding: 0 2; }
    SetupScreen Row > Plain { width: 16; }
    SetupScreen Row > Picker { width: 1fr; }
    SetupScreen .quiet, SetupScreen .warn { margin-left: 16; }
    SetupScreen .warn { color: $warning; text-style: bold; }
    SetupScreen #summary { margin: 0 0 1 0; }
    SetupScreen .gap { margin-top: 1; }
    SetupScreen #about { dock: bottom; height: 3; margin: 0 0 1 0; padding: 0 2; color: $text-muted; }
    SetupScreen Button { margin: 1 0 0 16; }
    """
    BINDINGS = [
        keys.always(keys.SAVE, "begin", "Begin", shown="^s"),
        keys.key("tab", "app.focus_next", "Next field", shown="Tab"),
        keys.key("up", "app.focus_previous", "Field above", footer=False),
        keys.key("down", "app.focus_next", "Field below", footer=False),
        keys.key(keys.BACK, "back", "Back", shown="Esc"),
    ]

    def __init__(self, house: House, card: ScenarioCard) -> None:
        """Set up a game of this scenario in this house."""
        super().__init__()
        self._house, self._card = house, card
        self.session_name = PlainInput(free_name(card.name, house.free), limit=40, id="session")
        self.setting = Picker([(one.id, one.title) for one in card.setups], card.default_setup)
        self.turns = PlainInput(limit=2, id="turns")
        self.sitting = Sitting(card.seats, card.playbooks, characters=card.characters)
        self.questions = PlainInput(
            limit=900, placeholder="with semicolons between; tags for notes"
        )
        self.settings = {one.id: Picker(one.ways) for one in SETTINGS}
        self.banner = PlainInput(limit=120, placeholder="such as EXERCISE; stands on every screen")
        self.seed = PlainInput(limit=64, placeholder="empty: drawn in secret, and committed to")

    def compose(self) -> ComposeResult:
        """One field below the other."""
        yield Plain(joined(plain("A new game", "bold"), self._card.title, between="  "), id="name")
        with VerticalScroll(can_focus=False):
            yield Plain(self._card.summary, id="summary")
            yield Row("Name", self.session_name, about=ABOUT_NAME)
            yield Plain(id="taken", classes="warn")
            yield Row("Begins with", self.setting, about=ABOUT_SETUP)
            yield Plain(id="setting", classes="quiet")
            yield Row("Turns", self.turns, about=ABOUT_TURNS)
            yield Plain(id="few", classes="warn")
            yield Plain("Who sits where", classes="title gap")
            yield self.sitting
            yield Plain("If wanted", classes="title gap")
            yield Row("Research", self.questions, about=ABOUT_RESEARCH)
            for one in SETTINGS:
                yield Row(one.label, self.settings[one.id], about=one.about)
            yield Row("Banner", self.banner, about=ABOUT_BANNER)
            yield Row("Seed (hex)", self.seed, about=ABOUT_SEED)
            yield Button(plain("Begin (ctrl+s)"), id="begin", compact=True, variant="primary")
        yield Plain(id="about")
        yield KeyLine()

    def on_mount(self) -> None:
        """Say how things stand."""
        self._tell()
        self.session_name.focus()

    @on(PlainInput.Changed)
    @on(Picker.Changed)
    def _changed(self) -> None:
        self._tell()
        self._explain()

    def on_descendant_focus(self) -> None:
        """Explain the field that has the focus now."""
        self._explain()

    def _explain(self) -> None:
        """Say below the form what the field is for."""
        rows = self.focused.ancestors if self.focused is not None else []
        row = next((one for one in rows if isinstance(one, Row)), None)
        self.query_one("#about", Plain).show(row.about if row is not None else "")

    @on(PlainInput.Submitted)
    def _entered(self) -> None:
        self.app.action_focus_next()

    def _tell(self) -> None:
        """Check what is checked while it is typed."""
        setup = next((one for one in self._card.setups if one.id == self.setting.value), None)
        usual = setup.turns if setup else 0
        self._say("#taken", self._house.free(self.session_name.value))
        self._say("#setting", setup.text if setup else "")
        self.turns.placeholder = f"{usual}, as the set-up has it"
        few = (self._turn_count() or usual) < FEWEST
        warning = (
            f"Fewer than {FEWEST} turns: people hardly get into their parts (it can be played)."
        )
        self._say("#few", warning if few else "")

    def _say(self, where: str, words: str) -> None:
        line = self.query_one(where, Plain)
        line.show(words)
        line.display = bool(words)

    def _turn_count(self) -> int:
        """The number of turns written; 0 for as the set-up has it, -1 for no number of turns."""
        text = self.turns.value.strip()
        if not text:
            return 0
        return int(text) if text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST else -1

    def opening(self) -> OpenSession:
        """The game as the form has it now."""
        opening = OpenSession(
            self.session_name.value,
            self.setting.value,
            max(0, self._turn_count()),
            self.sitting.named(),
            self.sitting.playbooks(),
            self.banner.value,
            questions=asked(self.questions.value),
            merged=self.sitting.merged(),
        )
        for one in SETTINGS:
            one.put(opening, self.settings[one.id].value)
        return opening

    @on(Button.Pressed, "#begin")
    @work(exclusive=True)
    async def action_begin(self) -> None:
        """Begin the game, once one name in two seats was asked about."""
        if self._turn_count() < 0:
            self.notify(f"Turns: a number from 1 to {MOST}.", severity="warning")
            self.turns.focus()
            return
        seed = self.seed.value.strip()
        if any(one not in hexdigits for one in seed):
            self.notify(
                "The seed is hexadecimal: 0-9 and a-f, at most 64 digits.", severity="warning"
            )
            self.seed.focus()
            return
        if not await told_apart(self, self.sitting):
            return
        try:
            seating = self._house.start(self._card.name, self.opening(), seed)
        except Refused as refused:
            self.notify(refused.sentence, severity="warning", timeout=10)
        else:
            take_the_table(self, seating, instead=True)

    def action_back(self) -> None:
        """Go back, after a question when names were written."""
        if not self.sitting.begun():
            self.dismiss()
            return
        question = Confirm("Leave the set-up? The names are not kept.", "Leave", "Go on")
        self.app.push_screen(question, self._leave)

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss()
