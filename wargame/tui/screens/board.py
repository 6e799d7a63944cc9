"""The whole board: every track with its band, and for the one marked what its band means and what moved it."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.records import dataclass
from wargame.game.views import TrackView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.screens import asking
from wargame.tui.screens.desk import Desk
from wargame.tui.theme import mark_style
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.board import columns, grouped, track_lines, value_of
from wargame.tui.widgets.changes import causes, change_text
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import Facts, named_facts


@dataclass(slots=True, frozen=True)
class Marked:
    """The tracks, and the id of the one marked."""

    tracks: list[TrackView]
    mark: str


class MarkedBoard(Part[Marked]):
    """The board with `>` before the track that is marked."""

    def written(self, part: Marked, width: int) -> Content:
        """The groups one below the other."""
        return stacked(line for _, line in self._lines(part, width))

    def _lines(self, part: Marked, width: int) -> Iterator[tuple[str, Content]]:
        """Every line with the track that it is of, if it is of one."""
        at = columns(part.tracks, width - 1)
        for group, tracks in grouped(part.tracks):
            yield "", joined(" ", heading(group))
            for one in tracks:
                sign = plain(">", "bold") if one.id == part.mark else plain(" ")
                for line in track_lines(one, at, width - 1):
                    yield (
                        one.id,
                        joined(sign, line.stylize(mark_style()) if one.id == part.mark else line),
                    )

    def row_of(self, part: Marked) -> int:
        """The row that the mark stands on."""
        lines = self._lines(part, max(2, self.content_size.width))
        return next((row for row, (track, _) in enumerate(lines) if track == part.mark), 0)


@dataclass(slots=True, frozen=True)
class Detail:
    """A track with whose side it speaks for, and what moved it this turn."""

    track: TrackView
    seat: str
    moved: list[str]


class TrackDetail(Part[Detail]):
    """What the band of a track means, who sees it, and what moved it."""

    def written(self, part: Detail, width: int) -> Content:
        """A few lines about one track."""
        track = part.track
        better = {"high": "more is better", "low": "less is better", "none": ""}[track.better]
        side = f"{better} for {part.seat}" if better and part.seat else better
        seen = "public" if track.public else "not public"
        span = f"{track.low} to {track.high}"
        head = joined(
            plain(f"{track.name} {value_of(track)}", "bold"), span, side, seen, between="  "
        )
        lines = [plain("-" * width, "dim"), *hanging(head, width)]
        if track.sentence:
            lines += hanging(f"{track.word}: {track.sentence}", width, "  ")
        for one in part.moved[-3:]:
            lines += hanging(one, width, "  ")
        return stacked(lines)


class BoardScreen(Desk):
    """The board in full. Up and down mark a track; `t` sets the marked one."""

    DEFAULT_CSS = """
    BoardScreen #paper { height: 1fr; padding: 0 1; }
    BoardScreen TrackDetail { height: auto; max-height: 9; padding: 0 1; }
    """
    BINDINGS = [
        keys.key("up", "mark(-1)", "Track above", footer=False),
        keys.key("down", "mark(1)", "Track below", footer=False),
        keys.key("t", "adjust", "Set this track"),
        keys.key("j", "projector", "Public only", shown="j"),
        keys.key("escape,b", "dismiss", "Table", shown="Esc"),
    ]

    def __init__(self, seating: Seating, *, projector: bool = False) -> None:
        """Sit at this table as the facilitator, the first track marked."""
        super().__init__(seating, projector=projector)
        self.place = 0
        self.tracks: list[TrackView] = []

    def paper(self) -> ComposeResult:
        """The board, and below it the marked track."""
        with VerticalScroll(id="paper", can_focus=False):
            yield MarkedBoard()
            yield Facts()
        yield TrackDetail()

    def fill(self, view: View) -> None:
        """The board, the mark, and what moved the marked track; the facts where there are no tracks."""
        self.query_one(Facts).feed([] if view.tracks else named_facts(view))
        self.tracks = [one for _, tracks in grouped(view.tracks) for one in tracks]
        if not self.tracks:
            return
        self.place = min(self.place, len(self.tracks) - 1)
        track = self.tracks[self.place]
        listing = Marked(view.tracks, track.id)
        board = self.query_one(MarkedBoard)
        board.feed(listing)
        self.query_one(TrackDetail).feed(
            Detail(track, seat_name(view, track.seat) if track.seat else "", moved(view, track.id))
        )
        scroll = self.query_one("#paper")
        row, top, high = board.row_of(listing), scroll.scroll_offset.y, scroll.size.height
        if high and not top <= row < top + high:
            scroll.scroll_to(y=max(0, row - high // 2), animate=False)

    def action_mark(self, step: int) -> None:
        """Mark the next track, or the one before."""
        if self.tracks:
            self.place = (self.place + step) % len(self.tracks)
            self.show(self.view)

    async def onward(self) -> None:
        """Back to where the board was called from."""
        self.dismiss()

    def key_words(self, action: str) -> str:
        """Moving on goes back."""
        return "Table" if action == "onward" else ""

    @work(exclusive=True, group="asking")
    async def action_adjust(self) -> None:
        """Set the marked track by hand, with a reason."""
        if self.tracks:
            await self.answer(asking.adjusting(self.view, self.tracks[self.place].id))


def moved(view: View, track: str) -> list[str]:
    """What moved a track this turn: each change with its cause."""
    return [
        f"{change_text(change)} by {cause.title}: {change.why}"
        for cause in causes(view)
        for change in cause.changes
        if change.kind == "track" and change.id == track
    ]
