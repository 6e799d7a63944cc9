"""The injects: what is ready, held, fired and skipped; fired, put into a hand, or written on the spot."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.changes import Push
from wargame.game.commands import FireInject, MarkInject
from wargame.game.records import dataclass
from wargame.game.views import InjectsView, InjectView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.screens import injecting
from wargame.tui.screens.asking import movable
from wargame.tui.screens.desk import Desk
from wargame.tui.theme import mark_style
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.lines import fitted, hanging, heading
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import source_text

MARKS = {"ready": "ready", "held": "held", "fired": "fired", "skipped": "skipped"}
MARK_WIDTH = 10
"""Cells for how an inject stands."""
KINDS = {"event": "", "lasting": "lasts", "dilemma": "a choice", "asset": "to argue with"}


@dataclass(slots=True)
class Listed:
    """The injects, the seats by id, the inject marked, and in words how many each seat has had."""

    injects: list[InjectView]
    seats: dict[str, str]
    mark: int
    counts: str
    stalemate: str


class InjectList(Part[Listed]):
    """One line an inject, `>` before the one that is marked; above it the counts and a stalemate."""

    def written(self, part: Listed, width: int) -> Content:
        """The list."""
        lines = hanging(plain(part.counts, "dim"), width)
        if part.stalemate:
            lines += hanging(plain(f"A stalemate? {part.stalemate}", "bold $warning"), width)
        lines.append(Content(""))
        if not part.injects:
            lines += hanging("No inject is prepared. w writes one.", width)
        for place, one in enumerate(part.injects):
            mark = f"fired t{one.fired}" if one.mark == "fired" else MARKS[one.mark]
            room = Content(" " * max(1, MARK_WIDTH - len(mark)))
            line = joined(
                mark, room, plain(fitted(self._line(one, part.seats), width - 2 - MARK_WIDTH))
            )
            here = place == part.mark
            lead = plain("> ", "bold") if here else plain("  ")
            lines.append(joined(lead, line.stylize(mark_style()) if here else line))
        return stacked(lines)

    def _line(self, one: InjectView, seats: dict[str, str]) -> str:
        """An inject's title, its kind and whom it is for, when it comes by itself."""
        when = f"turn {one.turn}" if one.turn else ""
        by_itself = f"  when {one.condition}" if one.condition else ""
        spot = "written here" if one.written else ""
        whose = f"for {seats[one.seat]}" if one.seat in seats else ""
        kind = " ".join(word for word in (KINDS[one.kind], whose) if word)
        more = ", ".join(word for word in (kind, when, spot) if word)
        return f"{one.title}{f'  ({more})' if more else ''}{by_itself}"

    def row(self, part: Listed, width: int) -> int:
        """The row the mark stands on."""
        above = len(hanging(part.counts, width)) + 1
        if part.stalemate:
            above += len(hanging(f"A stalemate? {part.stalemate}", width))
        return above + part.mark


class InjectDetail(Part[tuple[InjectView, str, str]]):
    """The marked inject as it is read out, what it does, and the facilitator's note on it."""

    def written(self, part: tuple[InjectView, str, str], width: int) -> Content:
        """Title and audience, text, effects, note."""
        one, told, seat = part
        head = joined(plain(one.title, "bold"), plain(f"told: {told}", "dim"), seat, between="  ")
        lines = [heading("-" * width), *hanging(head, width)]
        source = plain(source_text(one.source), "dim")
        lines += hanging(joined(one.text, source, between=" "), width, "  ")
        lines += [line for does in one.does for line in hanging(does, width, "    ")]
        if one.condition:
            lines += hanging(f"By itself when {one.condition}", width, "  ")
        if one.note:
            lines += hanging(plain(f"Note: {one.note}", "dim"), width, "  ")
        return stacked(lines)


class InjectsScreen(Desk):
    """Every inject there is. Up and down mark one, Enter fires it."""

    DEFAULT_CSS = """
    InjectsScreen #paper { height: 1fr; padding: 0 1; }
    InjectsScreen InjectDetail { height: auto; max-height: 12; padding: 0 1; }
    """
    BINDINGS = [
        keys.key("up", "mark(-1)", "Inject above", footer=False),
        keys.key("down", "mark(1)", "Inject below", footer=False),
        keys.key("enter", "onward", "Fire", shown="Enter"),
        keys.key("a", "hand_over", "Hand", shown="a"),
        keys.key("o", "hold", "Hold", shown="o"),
        keys.key("s", "skip", "Skip"),
        keys.key("w", "write", "Write"),
        keys.key("escape,i,f4", "dismiss", "Table", shown="Esc"),
    ]

    def __init__(self, seating: Seating, *, projector: bool = False) -> None:
        """Sit at this table as the facilitator, the first inject that is ready marked."""
        super().__init__(seating, projector=projector)
        ready = [place for place, one in enumerate(self.injects) if one.mark == "ready"]
        self.place = ready[0] if ready else 0

    @property
    def injects(self) -> list[InjectView]:
        """All injects."""
        return self.view.injects.injects if self.view.injects else []

    @property
    def marked(self) -> InjectView | None:
        """The inject that is marked."""
        return self.injects[self.place] if self.place < len(self.injects) else None

    def paper(self) -> ComposeResult:
        """The list, and below it the marked one."""
        with VerticalScroll(id="paper", can_focus=False):
            yield InjectList()
        yield InjectDetail()

    def fill(self, view: View) -> None:
        """The list and the marked inject; on a screen that all can see, nothing."""
        part, one = view.injects, self.marked
        if part is None:
            self.query_one(InjectList).feed(Listed([], {}, 0, "The injects are not public.", ""))
            self.query_one(InjectDetail).feed(None)
            return
        seats = {one.id: one.name for one in view.seats}
        listed = Listed(part.injects, seats, self.place, counts(view, part), part.stalemate)
        self.query_one(InjectList).feed(listed)
        seat = seats.get(one.seat, "") if one else ""
        self.query_one(InjectDetail).feed(
            (one, injecting.prepared(view, one), seat and f"for {seat}") if one else None
        )
        self.call_after_refresh(self._keep_marked, listed)

    def _keep_marked(self, listed: Listed) -> None:
        """Scroll to the marked inject, once the room that the list has beside the marked one's text is known."""
        if not self.query(InjectList):
            return  # left in the meantime
        scroll = self.query_one("#paper")
        row = self.query_one(InjectList).row(listed, max(20, scroll.size.width - 3))
        top, high = scroll.scroll_offset.y, scroll.size.height
        if high and not top <= row < top + high:
            scroll.scroll_to(y=max(0, row - high // 2), animate=False)

    def key_words(self, action: str) -> str:
        """Moving on fires the marked inject."""
        return "Fire" if action == "onward" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the marked inject."""
        if self.kept_back(action):
            return False
        if action in ("hand_over", "hold", "skip", "onward"):
            one = self.marked
            open_now = one is not None and one.mark != "fired" and not self.projector
            if action == "hand_over" and one is not None and one.kind == "dilemma":
                return False
            return open_now
        if action == "write":
            return not self.projector and self.view.phase not in ("hotwash", "closed")
        return super().check_action(action, parameters)

    def action_mark(self, step: int) -> None:
        """Mark the next inject, or the one before."""
        if self.injects:
            self.place = (self.place + step) % len(self.injects)
            self.show(self.view)
            self.refresh_bindings()

    async def onward(self) -> None:
        """Fire the marked inject: to whom is asked first."""
        one = self.marked
        if one is None:
            return
        ways = injecting.ways(self.view, one)
        way = await self.choose(f"Fire: {one.title}", ways, injecting.warning(self.view, one))
        if way is None:
            return
        if way == injecting.SOME:
            await self.answer(injecting.some_seats(one))
        elif way.startswith("hand:"):
            await self._fire(one, [], way.removeprefix("hand:"))
        else:
            await self._fire(one, [way] if way else [], "")

    async def _fire(self, one: InjectView, to: list[str], seat: str) -> None:
        """Fire it; where somebody has had as many as there may be, ask why."""
        part = self.view.injects
        seats = injecting.concerned(self.view, one, to, seat)
        over = injecting.burdened(self.view, part, seats, part.cap) if part else ""
        if over:
            await self.answer(injecting.over_cap(one, to, seat, over))
        else:
            await self.ask(FireInject(one.id, to, seat))

    @work(exclusive=True, group="asking")
    async def action_hand_over(self) -> None:
        """Put it into a seat's hand, to argue with."""
        one = self.marked
        if one is not None:
            seat = await self.choose(one.title, injecting.hands(self.view))
            if seat:
                await self._fire(one, [], seat)

    @work(exclusive=True, group="asking")
    async def action_hold(self) -> None:
        """Hold it back; one that is held or skipped is ready again."""
        one = self.marked
        if one is not None and one.mark == "ready":
            await self.answer(injecting.marking(one, "held"))
        elif one is not None:
            await self.ask(MarkInject(one.id, "ready"))

    @work(exclusive=True, group="asking")
    async def action_skip(self) -> None:
        """Skip it, with a reason."""
        if self.marked is not None:
            await self.answer(injecting.marking(self.marked, "skipped"))

    @work(exclusive=True, group="asking")
    async def action_write(self) -> None:
        """Write an inject: what it moves first, then its words. It is ready then; Enter fires it."""
        pushes: list[Push] = []
        while (push := await self._push(pushes)) is not None:
            pushes.append(push)
        if await self.answer(injecting.writing(self.view, pushes)):
            self.place = len(self.injects) - 1
            self.show(self.view)

    async def _push(self, pushes: list[Push]) -> Push | None:
        """One track and by how much; None when there is nothing more to move."""
        taken = {one.track for one in pushes}
        tracks = [
            (one.id, f"{one.name}  {one.value}")
            for one in movable(self.view)
            if one.id not in taken
        ]
        no = "nothing more" if pushes else "nothing: words only"
        about = (
            "First this; its title and its words are asked next. When it is ready, Enter fires it."
        )
        track = await self.choose("What does it move?", [("", no), *tracks], about)
        if not track:
            return None
        steps = [(str(by), f"{by:+d}") for by in (1, 2, 3, -1, -2, -3)]
        name = next(one.name for one in self.view.tracks if one.id == track)
        by = await self.choose(f"{name}: by how much?", steps)
        return Push(track, int(by)) if by else None


def counts(view: View, part: InjectsView) -> str:
    """How many injects each seat has had."""
    each = ", ".join(f"{seat_name(view, one)} {many}" for one, many in part.had.items())
    return f"Injects so far: {each}; up to {part.cap} a seat without a reason."
