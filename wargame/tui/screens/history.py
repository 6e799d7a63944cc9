"""Going back: the moments of the game as sentences, one of them chosen, and what would be undone."""

from __future__ import annotations

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from wargame.game.plain_text import counted
from wargame.game.records import dataclass
from wargame.game.texts import texts_of
from wargame.game.views import View
from wargame.reports.steps import Step, Undone, steps_of, undone_by
from wargame.reports.words import PHASES, clock
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, choice, joined, plain, stacked
from wargame.tui.screens.going_back import GoingBack
from wargame.tui.widgets.lines import fitted, hanging
from wargame.tui.widgets.part import Part

INDENT = {"turn": "", "phase": "  ", "step": "    ", "note": "    "}
"""How far a moment's words stand in."""


@dataclass(slots=True, frozen=True)
class Choice:
    """The moment that is marked, and what going back to it would undo."""

    step: Step
    undone: Undone
    words: tuple[str, ...]


class Going(Part[Choice]):
    """What would be undone, above the keys."""

    def written(self, part: Choice, width: int) -> Content:
        """The marked moment where its line is too short for it; then how much, and the first sentences of it."""
        undone = part.undone
        marked = hanging(part.step.words, width) if cell_len(part.step.words) > width - 16 else []
        if not undone.entries:
            return stacked([*marked, plain("Here the game stands now.", "dim")])
        what = f"Going back to here undoes {counted(len(undone.entries), 'entry', 'entries')}"
        throws = counted(undone.throws, "throw", "throws")
        thrown = f", {throws} of the table's (their labels stay used)" if undone.throws else ""
        lines = hanging(plain(f"{what}{thrown}:", "bold"), width)
        for words in part.words:
            lines.append(plain(fitted(f" - {words}", width).rstrip()))
        if undone.decks:
            lines += hanging("A card drawn again is the same card, unless you shuffle then.", width)
        return stacked([*marked, *lines])


def path_words(path: str) -> str:
    """Where in an entry a text stands, as people read it: `order.reasons.0` is `reason 1`."""
    *_, last = path.split(".")
    if last.isdecimal():
        return f"{path.split('.')[-2].removesuffix('s')} {int(last) + 1}"
    return last.replace("_", " ")


class HistoryScreen(GoingBack):
    """Chooses a moment. Hands back whether the game stands elsewhere now."""

    DEFAULT_CSS = """
    HistoryScreen #about { height: 1; padding: 0 1; text-style: bold; color: $accent; }
    HistoryScreen OptionList { height: 1fr; background: $surface; padding: 0; }
    HistoryScreen OptionList, HistoryScreen OptionList:focus { border: none; }
    HistoryScreen Going { height: auto; max-height: 8; padding: 0 1; border-top: solid $panel; }
    """
    BINDINGS = [
        keys.always("enter", "go_back", "Go back", shown="Enter"),
        keys.key("l", "lines", "Lines"),
        keys.key("c", "correct", "Correct"),
        keys.key("v", "look", "Look"),
        keys.key("k", "fork", "Fork"),
        keys.key("a", "all", "All"),
        keys.key("escape,z,f8", "leave", "Table", shown="Esc"),
    ]

    def __init__(self, seating: Seating) -> None:
        """Begin at the end of the game; turns, phases, and every step of the last turn."""
        super().__init__(seating)
        self.all = False
        self.steps: list[Step] = []

    def body(self) -> ComposeResult:
        """The moments, and what going back to the one marked would undo."""
        yield Plain("Choose a moment: the game will stand as it did just after it.", id="about")
        yield OptionList()
        yield Going()

    def on_mount(self) -> None:
        """The moments take the arrows."""
        self.query_one(OptionList).focus()

    def show(self, view: View) -> None:
        """List the moments, the last one marked."""
        timeline = self.timeline
        steps = steps_of(timeline, len(timeline) - 1)
        shown = [one for one in steps if self._shown(one, view.turn)]
        if shown == self.steps:
            return
        self.steps = shown
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([choice(self._row(one)) for one in shown])
        options.highlighted = len(shown) - 1

    def _shown(self, step: Step, turn: int) -> bool:
        """Whether a moment is listed: of turns past only where a turn or phase began."""
        return self.all or step.kind in ("turn", "phase") or step.turn == turn

    def _row(self, step: Step) -> Content:
        """A moment as one line."""
        where = f"T{step.turn}" if step.turn else "  "
        head = f"{clock(step.at)} {where:<4}"
        style = "bold" if step.kind == "turn" else ""
        text = plain(f"{INDENT[step.kind]}{step.words or PHASES[step.phase]}", style, lines=False)
        return joined(
            plain(head, "dim"), text.truncate(max(10, self.size.width - 14), ellipsis=True)
        )

    @property
    def marked(self) -> Step | None:
        """The moment that is marked."""
        place = self.query_one(OptionList).highlighted
        return self.steps[place] if place is not None and place < len(self.steps) else None

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        step = self.marked
        if step is not None:
            timeline = self.timeline
            undone = undone_by(timeline, step.last)
            after = [one for one in self.steps if one.last > step.last]
            words = tuple(one.words for one in after if one.words)[:4]
            self.query_one(Going).feed(Choice(step, undone, words))
            self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_go_back()

    def action_all(self) -> None:
        """List every step of every turn, or the turns and phases alone."""
        self.all = not self.all
        self.redraw()

    # going back

    @work(exclusive=True, group="asking")
    async def action_go_back(self) -> None:
        """Ask for a reason, say what will be undone, and go back."""
        step = self.marked
        if step is not None and undone_by(self.timeline, step.last).entries:
            await self.go_back_to(step.last, "")
        elif step is not None:
            self.notify("Here the game stands already.")

    # texts, branches, forks

    @work(exclusive=True, group="asking")
    async def action_correct(self) -> None:
        """Choose a text of the marked moment, and write how it reads."""
        from wargame.tui.screens.choose import Choose

        step, timeline = self.marked, self.timeline
        if step is None:
            return
        texts = {
            (n, path): text
            for n in range(step.first, step.last + 1)
            for path, text in texts_of(timeline.moments[n].event).items()
        }
        if not texts:
            self.notify("No text of a person's stands in this moment.")
            return
        places = list(texts)
        ways = [
            (str(at), f"{path_words(path)}: {plain(texts[n, path], lines=False).plain[:90]}")
            for at, (n, path) in enumerate(places)
        ]
        chosen = (
            "0" if len(ways) == 1 else await self.app.push_screen_wait(Choose("Which text?", ways))
        )
        if chosen is not None:
            entry, path = places[int(chosen)]
            await self.correct(entry, path, texts[entry, path])

    def action_look(self) -> None:
        """Look at the marked moment, with everything that was known then."""
        step = self.marked
        if step is not None:
            from wargame.tui.screens.review import ReviewScreen

            review = ReviewScreen(self.timeline)
            review.past.go_to(step.last)
            self.app.push_screen(review)

    @work(exclusive=True, group="asking")
    async def action_fork(self) -> None:
        """Make another game that begins with this one's entries up to the marked moment."""
        step = self.marked
        if step is not None:
            await self.fork_at(step.last)

    @work(exclusive=True, group="asking")
    async def action_lines(self) -> None:
        """Show the lines that were left: open, compare, fork, or take one up again."""
        from wargame.tui.screens.left_lines import LinesScreen

        if not self.timeline.lines():
            self.notify("No line has been left: nothing was undone or rewound.")
            return
        done = await self.app.push_screen_wait(LinesScreen(self.timeline, live=True))
        if done is None:
            return
        what, entry = done
        if what == "fork":
            await self.fork_at(entry)
        else:
            await self.go_back_to(entry, "")
