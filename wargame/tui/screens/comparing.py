"""Two moments of one record side by side: the board, the facts, the endings, and where they differ."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from wargame.game.records import dataclass
from wargame.reports.differing import Differences, TrackPair, differences
from wargame.reports.timeline import Timeline
from wargame.reports.words import PHASES
from wargame.tui import keys
from wargame.tui.plain import Plain, joined, plain, stacked
from wargame.tui.widgets.head import Banner
from wargame.tui.widgets.keyline import KeyLine
from wargame.tui.widgets.lines import fitted, hanging, heading
from wargame.tui.widgets.part import Part


@dataclass(slots=True, frozen=True)
class Place:
    """A moment by the name of its line."""

    name: str
    n: int


@dataclass(slots=True, frozen=True)
class Sides:
    """What stands at either moment; `whole` shows what is the same too."""

    names: tuple[str, str]
    found: Differences
    whole: bool


class SideBySide(Part[Sides]):
    """The tracks in two columns, then the facts that only one side has, then the endings."""

    def written(self, part: Sides, width: int) -> Content:
        """One track a line, a sign before those that differ."""
        room = max(12, min(28, width - 34))
        one, other = part.names
        head = f"  {fitted('', room)} {fitted(one, 14)} {fitted(other, 14)}"
        lines = [plain(head, "bold")]
        group = ""
        for pair in part.found.tracks:
            if not part.whole and pair.one == pair.other:
                continue
            if pair.group != group:
                group = pair.group
                lines.append(heading(f" {group}"))
            lines.append(self._track(pair, room))
        if len(lines) == 1:
            lines.append(plain("  No track differs.", "dim"))
        lines += self._facts(f"Only in {one}", part.found.only_one, width)
        lines += self._facts(f"Only in {other}", part.found.only_other, width)
        ends = part.found.endings
        if any(ends):
            lines.append(heading(" Endings"))
            lines += hanging(f"{one}: {ends[0] or 'none'}", width, "  ")
            lines += hanging(f"{other}: {ends[1] or 'none'}", width, "  ")
        return stacked(lines)

    def _track(self, pair: TrackPair, room: int) -> Content:
        """A track: both values, and the step from one to the other."""
        step = pair.other - pair.one
        sign = "*" if step else " "
        text = f"{sign} {fitted(pair.name, room)} {pair.one:<14} {pair.other:<8} {step:+d}"
        return plain(text, "bold") if step else plain(text.removesuffix("+0").rstrip(), "dim")

    def _facts(self, title: str, facts: tuple[str, ...], width: int) -> list[Content]:
        """Facts that one side alone has."""
        if not facts:
            return []
        return [
            heading(f" {title}"),
            *[line for one in facts for line in hanging(one, width, "  - ")],
        ]


class CompareScreen(Screen[None]):
    """Lays two moments side by side. `d` shows all, or only what differs."""

    DEFAULT_CSS = """
    CompareScreen #about { height: auto; max-height: 2; padding: 0 1; text-style: bold; }
    CompareScreen VerticalScroll { height: 1fr; padding: 0 1; }
    """
    BINDINGS = [
        keys.key("d", "whole", "All, or what differs"),
        keys.key("escape,q,c", "dismiss", "Back", shown="Esc"),
    ]

    def __init__(self, timeline: Timeline, one: Place, other: Place) -> None:
        """Compare two moments of one record."""
        super().__init__()
        self.places = (one, other)
        states = [timeline.state(place.n).copy() for place in (one, other)]
        self.found = differences(*states)
        self.where = [
            f"{place.name}: turn {state.board.turn}, {PHASES[state.phase]} (entry {place.n})"
            for place, state in zip(self.places, states, strict=True)
        ]
        self.banner = states[1].banner
        self.whole = False

    def compose(self) -> ComposeResult:
        """Which moments these are, and both."""
        yield Banner(self.banner)
        yield Plain(joined(*self.where, between="   |   "), id="about")
        with VerticalScroll():
            yield SideBySide()
        yield KeyLine()

    def on_mount(self) -> None:
        """What differs, first."""
        self.query_one(VerticalScroll).focus()
        self._fill()

    def _fill(self) -> None:
        one, other = self.places
        self.query_one(SideBySide).feed(Sides((one.name, other.name), self.found, self.whole))

    def action_whole(self) -> None:
        """Show all tracks, or those that differ."""
        self.whole = not self.whole
        self._fill()
