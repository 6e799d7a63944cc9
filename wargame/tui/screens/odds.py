"""The odds of the game at the table: how it may end from here, worked out while one looks on."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from wargame.game.names import FACILITATOR
from wargame.tui import keys
from wargame.tui.forecast import Chance, Forecast, Forecaster
from wargame.tui.plain import Plain, joined, plain, stacked
from wargame.tui.screens.over import Over
from wargame.tui.widgets.lines import hanging

NARROW = 40
"""Columns that the text has at least."""
LOOK = 0.1
"""Seconds between two looks at how far it is."""
SURE = 1.96
"""How many standard deviations hold 95 in 100."""


class OddsScreen(Over[None]):
    """Shows the futures as they are played. Escape stops them and closes; the game is not touched."""

    DEFAULT_CSS = """
    OddsScreen { align: center middle; }
    OddsScreen #box { width: 78; max-width: 100%; height: 100%; max-height: 36; padding: 0 1; }
    OddsScreen #box { border: round $accent; background: $surface; }
    OddsScreen #paper { height: 1fr; }
    OddsScreen #found { height: auto; }
    """
    BINDINGS = [
        keys.key(keys.BACK, "close", "Stop and close"),
        keys.key("r", "again", "Play on anew"),
        *keys.SCROLLING,
    ]

    def __init__(self, forecaster: Forecaster, who: str = FACILITATOR) -> None:
        """Begin at once, with the game as `who` knows it now."""
        super().__init__()
        self.forecaster, self.who = forecaster, who
        self.running = forecaster.begin(who)

    def compose(self) -> ComposeResult:
        """A line that says how far it is, and what has been found."""
        with Vertical(id="box"):
            yield Plain(id="far")
            with VerticalScroll(id="paper", can_focus=False):
                yield Plain(id="found")
            yield Plain("Esc  stop and close     r  play on anew", id="keys")

    def on_mount(self) -> None:
        """Look again and again."""
        self.set_interval(LOOK, self.look)
        self.look()

    def on_unmount(self) -> None:
        """Whatever closes the screen stops the games."""
        self.running.stop()

    def look(self) -> None:
        """Show what there is now."""
        found = self.running.so_far()
        self.query_one("#far", Plain).show(self.heading(found))
        width = self.query_one("#paper").scrollable_content_region.width
        self.query_one("#found", Plain).show(stacked(lines(found, max(width, NARROW))))

    def heading(self, found: Forecast) -> Content:
        """What this is, and how far it is."""
        known = "as you know the game" if self.who == FACILITATOR else "as everybody knows the game"
        done = f"{found.games:,} of {found.wanted:,} games played on"
        if found.why_not:
            done = "it cannot be said"
        return joined(plain("Odds from here on", "bold"), known, done, between=", ")

    def action_close(self) -> None:
        """Stop and go back."""
        self.dismiss()

    def action_again(self) -> None:
        """Begin anew, with the game as it stands now."""
        self.running.stop()
        self.running = self.forecaster.begin(self.who)
        self.look()

    def action_scroll(self, step: int) -> None:
        """Scroll what was found."""
        self.query_one("#paper").scroll_relative(y=step * 3, animate=False)


def lines(found: Forecast, width: int) -> Iterator[Content]:
    """Endings and objectives, each with its share and how far chance alone may have moved it."""
    if found.why_not:
        yield from hanging(found.why_not, width)
        return
    if not found.games:
        yield plain("The first games are being played ...", "dim")
        return
    yield plain("Endings", "bold")
    for one in found.endings:
        yield from line(one, found.games, width)
    for seat, objectives in found.objectives:
        yield joined("")
        yield plain(f"{seat}: objectives reached", "bold")
        for one in objectives:
            yield from line(one, found.games, width)
    yield joined("")
    told = "± is what chance alone may do, 19 times in 20. Playbooks play the seats; people may play otherwise."
    yield from hanging(plain(told, "dim"), width)


def line(one: Chance, games: int, width: int) -> list[Content]:
    """A share in per cent, its margin, and what it is of; a main objective stands out."""
    share = one.many / games
    margin = SURE * (share * (1 - share) / games) ** 0.5
    figures = f"  {100 * share:5.1f} % ±{100 * margin:4.1f}  "
    style = "bold" if one.main else ""
    return hanging(plain(one.text, lines=False), width, plain(figures, style), style=style)
