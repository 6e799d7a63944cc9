"""Where everything begins: go on with a game, begin a new one, or look back on one."""

from __future__ import annotations

from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

import wargame
from wargame.game.refusals import Refused
from wargame.tui import keys
from wargame.tui.home import House, SaveCard, ScenarioName, Seating
from wargame.tui.plain import Plain, choice, entitled, joined, plain, stacked
from wargame.tui.widgets.keyline import KeyLine
from wargame.tui.widgets.lines import fitted

WELCOME = (
    "No games here yet. Choose a scenario and press Enter: the next screen asks who sits where, and the game "
    "begins. Everything is kept from then on; stop whenever you like, and go on from here."
)


def local_time(stamp: str) -> str:
    """A save's time stamp as the clock on the wall had it, to the minute; empty for none."""
    try:
        return f"{datetime.fromisoformat(stamp).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return ""


def save_words(save: SaveCard) -> Content:
    """A save on one line: name, scenario, how far it is, and when it was played last."""
    name = plain(fitted(save.name, 22), "bold")
    if save.problem:
        return joined(
            name, " ", plain(f"cannot be opened: {save.problem}", "$warning", lines=False)
        )
    when = local_time(save.last_at)
    far = "closed" if save.closed else f"turn {save.turn}" if save.turn else "not begun"
    return joined(name, " ", fitted(save.title, 20), " ", fitted(far, 10), plain(f" {when}", "dim"))


def scenario_words(one: ScenarioName) -> Content:
    """A scenario on two lines: its title and name, and what it is about."""
    if not one.title:
        return plain(one.name, "bold")
    about = one.summary.split(". ")[0].rstrip(".")
    name = plain(f"  {one.name}", "dim") if one.title.lower() != one.name else Content("")
    return stacked(
        [joined(plain(one.title, "bold"), name), plain(f"  {about}", "dim", lines=False)]
    )


def take_the_table(screen: Screen[None], seating: Seating, *, instead: bool) -> None:
    """Serve a table on this terminal, in front of the screen or `instead` of it."""
    from wargame.tui.facilitator import WargameApp
    from wargame.tui.screens.table import TableScreen

    if isinstance(screen.app, WargameApp):
        screen.app.sit(seating)
    table = TableScreen(seating)
    if instead:
        screen.app.switch_screen(table)
    else:
        screen.app.push_screen(table)


class HomeScreen(Screen[None]):
    """The games of this folder, and the scenarios at hand."""

    DEFAULT_CSS = """
    HomeScreen #name { height: 1; padding: 0 1; background: $panel; }
    HomeScreen VerticalScroll { padding: 1 2; }
    HomeScreen #welcome { margin-bottom: 1; }
    HomeScreen OptionList { height: auto; max-height: 60%; margin-bottom: 1; padding: 0; }
    HomeScreen OptionList { border: round $foreground 40%; text-wrap: nowrap; text-overflow: ellipsis; }
    HomeScreen OptionList:focus { border: round $accent; }
    """
    BINDINGS = [
        keys.always("enter", "take", "Go on", shown="Enter"),
        keys.key("v", "review", "Review"),
        keys.key("tab", "app.focus_next", "Other list", shown="Tab"),
    ]

    def __init__(self, house: House) -> None:
        """Show what this house holds."""
        super().__init__()
        self._house = house
        self._saves: list[SaveCard] = []
        self._scenarios: list[ScenarioName] = []

    def compose(self) -> ComposeResult:
        """The saves, then the scenarios."""
        yield Plain(joined(plain("Wargame", "bold"), wargame.__version__, between=" "), id="name")
        with VerticalScroll(can_focus=False):
            yield Plain(WELCOME, id="welcome")
            yield OptionList(id="saves")
            yield OptionList(id="scenarios")
        yield KeyLine()

    def on_mount(self) -> None:
        """Name the lists; they are filled when the screen comes to the front."""
        entitled(self.query_one("#saves"), "Go on with a game")
        entitled(self.query_one("#scenarios"), "Begin a new game")

    def on_screen_resume(self) -> None:
        """Look at the shelf again."""
        try:
            self._saves, self._scenarios = self._house.saves(), self._house.scenarios()
        except Refused as refused:
            self.notify(refused.sentence, severity="error")
        saves, scenarios = (
            self.query_one("#saves", OptionList),
            self.query_one("#scenarios", OptionList),
        )
        self._fill(saves, [save_words(one) for one in self._saves])
        self._fill(scenarios, [scenario_words(one) for one in self._scenarios])
        saves.display = bool(self._saves)
        self.query_one("#welcome").display = not self._saves
        (saves if self._saves else scenarios).focus()
        self.refresh_bindings()

    def _fill(self, options: OptionList, words: list[Content]) -> None:
        """Fill a list; what was marked stays marked."""
        kept = options.highlighted or 0
        options.clear_options()
        options.add_options([choice(one) for one in words])
        options.highlighted = min(kept, len(words) - 1) if words else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A review needs a save."""
        return bool(self._saves) if action == "review" else True

    @on(OptionList.OptionSelected, "#saves")
    def _go_on(self, event: OptionList.OptionSelected) -> None:
        save = self._saves[event.option_index]
        if save.problem:
            self.notify(save.problem, severity="warning")
        elif save.closed:
            self._look_back(save)
        else:
            try:
                seating = self._house.resume(save.name)
            except Refused as refused:
                self.notify(refused.sentence, severity="warning")
            else:
                take_the_table(self, seating, instead=False)

    @on(OptionList.OptionSelected, "#scenarios")
    def _begin(self, event: OptionList.OptionSelected) -> None:
        from wargame.tui.screens.setup import SetupScreen

        try:
            card = self._house.scenario(self._scenarios[event.option_index].name)
        except Refused as refused:
            self.notify(refused.sentence, severity="warning", timeout=20)
        else:
            self.app.push_screen(SetupScreen(self._house, card))

    def key_words(self, action: str) -> str:
        """What Enter does in the list that has the focus."""
        if action != "take":
            return ""
        options = self.focused
        if options is None or options.id != "saves":
            return "Begin"
        place = self.query_one("#saves", OptionList).highlighted
        return "Look back" if place is not None and self._saves[place].closed else "Go on"

    def on_descendant_focus(self) -> None:
        """Enter does something else in the other list."""
        self.refresh_bindings()

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        self.refresh_bindings()

    def action_take(self) -> None:
        """Take what is marked in the list that has the focus."""
        if isinstance(self.focused, OptionList):
            self.focused.action_select()

    def action_review(self) -> None:
        """Look back on the save that is marked."""
        place = self.query_one("#saves", OptionList).highlighted
        if place is not None:
            self._look_back(self._saves[place])

    def _look_back(self, save: SaveCard) -> None:
        try:
            self.app.push_screen(self._house.review(save.name))
        except Refused as refused:
            self.notify(refused.sentence, severity="warning")
