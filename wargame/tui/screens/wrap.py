"""The wrap: what changed this turn and why, in at most five lines; the turn's receipt; an ending."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import PlayOn
from wargame.game.plain_text import counted
from wargame.game.records import dataclass
from wargame.game.views import View
from wargame.tui import keys
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.screens.desk import ALL_SHOWN, Desk
from wargame.tui.whose_move import last_turn, out_of_turn, seat_name
from wargame.tui.widgets.changes import MOST_LINES, WrapLine, wrap_lines
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.papers import grouped_hex
from wargame.tui.widgets.part import Part


@dataclass(slots=True)
class Turn:
    """What a wrap reads out. `open` says what is still to be ruled on: there is no receipt before."""

    turn: int
    label: str
    lines: list[WrapLine]
    ending: str
    ending_text: str
    head: str
    last: str
    open: str = ""


class Wrap(Part[Turn]):
    """Five lines at most, each with its cause; then the ending, the warning, and the receipt."""

    def written(self, part: Turn, width: int) -> Content:
        """The turn in short."""
        title = joined(f"Turn {part.turn}", part.label, between=", ")
        lines = [plain(joined(title, ": what changed, and why"), "bold"), Content("")]
        for one in part.lines[:MOST_LINES]:
            lines += hanging(plain(one.text, "bold"), width, "  ")
            lines += hanging(one.cause, width, "      ")
        if not part.lines:
            lines.append(plain("  Nothing on the board has changed.", "dim"))
        more = len(part.lines) - MOST_LINES
        if more > 0:
            lines += hanging(
                plain(f"{counted(more, 'smaller change')}: see the board.", "dim"), width, "  "
            )
        lines.append(Content(""))
        if part.ending:
            lines.append(heading(f"An ending: {part.ending}"))
            lines += hanging(part.ending_text, width, "  ")
            lines += [
                plain("  p: play on for two turns more     w: go to the hot wash"),
                Content(""),
            ]
        if part.last:
            lines += [plain(part.last, "bold $warning"), Content("")]
        if part.open:
            lines += hanging(plain(part.open, "bold $warning"), width)
        elif part.head:
            lines.append(
                joined(
                    "Receipt of the record, for every seat:  ",
                    plain(grouped_hex(part.head), "bold"),
                )
            )
        return stacked(lines)


def turn_of(view: View) -> Turn:
    """What the wrap of this turn reads out."""
    head = next((one.head for one in view.heads if one.turn == view.turn), "")
    last = {
        "last turn": "The last turn has been played.",
        "last turn next": "The next turn is the LAST TURN.",
    }
    return Turn(
        view.turn,
        view.label,
        wrap_lines(view),
        view.ending,
        view.ending_text,
        head,
        last.get(last_turn(view), ""),
        still_open(view),
    )


def still_open(view: View) -> str:
    """What this turn still waits for, though its wrap has begun; empty once it is settled."""
    table = view.adjudication
    waiting = [one for one in view.revealed if one.order_id in view.waiting]
    orders = [table.order, *waiting] if table is not None else waiting
    named = "; ".join(f"{seat_name(view, one.seat)}: {one.name}" for one in orders)
    if out_of_turn(view):
        return f"Still to be ruled on: {named or 'an order'}. The turn's receipt comes after it."
    if view.throwing is not None:
        return "A die is still to be thrown. The turn's receipt comes after it."
    return ""


class WrapScreen(Desk):
    """Reads the turn out. An ending offers to play on or to go to the hot wash."""

    DEFAULT_CSS = """
    WrapScreen #paper { padding: 1 2; }
    """
    BINDINGS = [
        keys.key("p", "play_on", "Play on"),
        keys.key("w", "hot_wash", "Hot wash"),
        keys.key("j", "projector", "Public only", shown="j"),
        keys.key(keys.BACK, "dismiss", "Table", shown="Esc"),
    ]

    def paper(self) -> ComposeResult:
        """The turn in short."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Wrap()

    def fill(self, view: View) -> None:
        """What changed as this audience knows it."""
        self.query_one(Wrap).feed(turn_of(view))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Playing on is offered at an ending."""
        if action in ("play_on", "hot_wash"):
            return self.view.phase == "wrap" and bool(self.view.ending)
        return super().check_action(action, parameters)

    async def onward(self) -> None:
        """Go on to the next turn; at an ending, ask before the hot wash."""
        if self.view.phase != "wrap":
            self.dismiss()
        elif not self.view.ending or await self.sure(
            f"{self.view.ending}: go to the hot wash? {ALL_SHOWN}", "Hot wash"
        ):
            await self.advance()

    @work(exclusive=True, group="asking")
    async def action_play_on(self) -> None:
        """Play on after the ending."""
        await self.ask(PlayOn())

    @work(exclusive=True, group="asking")
    async def action_hot_wash(self) -> None:
        """Go to the hot wash."""
        await self.advance()
