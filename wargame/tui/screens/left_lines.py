"""The lines that rewinds left: each can be opened, compared, forked, or taken up again."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList

from wargame.game.plain_text import counted
from wargame.reports.timeline import LeftLine, Timeline
from wargame.reports.words import PHASES, clock
from wargame.tui import keys
from wargame.tui.plain import Plain, choice, joined, plain
from wargame.tui.screens.comparing import CompareScreen, Place
from wargame.tui.widgets.head import Banner
from wargame.tui.widgets.keyline import KeyLine

NOW = "now"
"""The name of the line that counts."""


class LinesScreen(Screen["tuple[str, int] | None"]):
    """Lists the lines. Hands back what is to be done with one: `fork` or `take`, and its last entry."""

    DEFAULT_CSS = """
    LinesScreen #about { height: 1; padding: 0 1; text-style: bold; color: $accent; }
    LinesScreen OptionList { height: 1fr; background: $surface; padding: 0; }
    LinesScreen OptionList, LinesScreen OptionList:focus { border: none; }
    LinesScreen #told { height: auto; max-height: 5; padding: 0 1; border-top: solid $panel; }
    """
    BINDINGS = [
        keys.always("enter", "open", "Open", shown="Enter"),
        keys.key("c", "compare", "Compare"),
        keys.key("d", "compare_two", "Compare with another line", footer=False),
        keys.key("k", "hand_back('fork')", "Fork"),
        keys.key("t", "hand_back('take')", "Take up"),
        keys.key("escape,l,q", "dismiss", "Back", shown="Esc"),
    ]

    def __init__(self, timeline: Timeline, *, live: bool) -> None:
        """Show the lines of this record; where it is `live`, one can be forked or taken up again."""
        super().__init__()
        self.timeline = timeline
        self.live = live
        self.lines = timeline.lines()
        self.first: LeftLine | None = None

    def compose(self) -> ComposeResult:
        """The lines, and what is known of the one marked."""
        yield Banner(self.timeline.state(len(self.timeline) - 1).banner)
        yield Plain("Lines that were left. Nothing of them is erased.", id="about")
        yield OptionList(*[choice(self._row(one)) for one in self.lines])
        yield Plain(id="told")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the last one left."""
        options = self.query_one(OptionList)
        options.focus()
        options.highlighted = len(self.lines) - 1

    def _row(self, line: LeftLine) -> Content:
        """A line: its name, when it was left, where it ended."""
        last, left = self.timeline.moments[line.last], self.timeline.moments[line.n]
        where = f"turn {last.turn}, {PHASES[last.phase]}" if last.turn else PHASES[last.phase]
        again = (
            "" if line.entries and line.entries[0] in self.timeline.left() else "  (taken up again)"
        )
        return joined(
            plain(f"{clock(left.entry.at)}  ", "dim"),
            plain(f"{line.name:<22}", "bold"),
            plain(f"{where}, {counted(len(line.entries), 'entry', 'entries')}{again}"),
        )

    @property
    def marked(self) -> LeftLine | None:
        """The line that is marked."""
        place = self.query_one(OptionList).highlighted
        return self.lines[place] if place is not None else None

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        line = self.marked
        if line is not None:
            words = f"Left at entry {line.n}, for how things stood after entry {line.to}. Why: {line.reason}"
            self.query_one("#told", Plain).show(words)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line of a record that is only looked at is neither forked nor taken up."""
        return self.live if action == "hand_back" else super().check_action(action, parameters)

    def action_open(self) -> None:
        """Look at the line's end, entry by entry if wanted; nothing can be changed there."""
        line = self.marked
        if line is not None:
            from wargame.tui.screens.review import ReviewScreen

            review = ReviewScreen(self.timeline)
            review.past.go_to(line.last)
            self.app.push_screen(review)

    def action_compare(self) -> None:
        """The line's end beside how things stand now."""
        line = self.marked
        if line is not None:
            self._beside(line, None)

    def action_compare_two(self) -> None:
        """The line's end beside another's: the first press marks one, the second shows both."""
        line = self.marked
        if line is None:
            return
        if self.first is None or self.first is line:
            self.first = line
            self.app.notify(f"{line.name}: now mark another line and press d again.")
        else:
            self._beside(self.first, line)
            self.first = None

    def _beside(self, one: LeftLine, other: LeftLine | None) -> None:
        last = len(self.timeline) - 1
        second = Place(other.name, other.last) if other is not None else Place(NOW, last)
        self.app.push_screen(CompareScreen(self.timeline, Place(one.name, one.last), second))

    def action_hand_back(self, what: str) -> None:
        """Let whoever opened this fork the line, or take it up again."""
        line = self.marked
        if line is not None:
            self.dismiss((what, line.last))
