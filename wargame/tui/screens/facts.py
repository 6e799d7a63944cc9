"""Facts, situations and secret arguments: changed, ended, aimed at, shown when their trigger comes."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import AimAtSituation, GrantFactor
from wargame.game.records import dataclass
from wargame.game.views import AskedView, FactView, SecretView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.screens import facts_asked
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.injecting import told
from wargame.tui.theme import mark_style
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.lines import fitted, hanging, heading
from wargame.tui.widgets.papers import held_back
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import guarded


@dataclass(slots=True)
class Established:
    """What is listed: facts, secret arguments, the row that is marked, and what stands below."""

    facts: list[FactView]
    secrets: list[SecretView]
    mark: int
    owners: dict[str, str]
    told: dict[str, str]
    below: str
    asked: list[AskedView]
    protected: list[str]


class FactList(Part[Established]):
    """One line each, `>` before the one that is marked; the marked one in full."""

    def written(self, part: Established, width: int) -> Content:
        """Facts and situations, then secret arguments."""
        lines = [heading("Facts and situations")]
        if not part.facts:
            lines.append(plain("  none", "dim"))
        for place, fact in enumerate(part.facts):
            lines += self._fact(part, fact, width, marked=place == part.mark)
        for guard in part.protected:
            lines += hanging(guard, width, "  ")
        lines += [Content(""), heading("Secret arguments")]
        for place, secret in enumerate(part.secrets, len(part.facts)):
            lines += self._secret(part, secret, width, marked=place == part.mark)
        lines += hanging(plain(part.below, "dim"), width, "  ")
        if part.asked:
            lines += [Content(""), heading("Asked in private (A)")]
        for one in reversed(part.asked):
            head = f"{part.owners.get(one.seat, one.seat)}, turn {one.turn}: {one.text}"
            lines += hanging(head, width, "  ")
            lines += hanging(plain(one.reply or "no reply yet", "bold"), width, "    > ")
        return stacked(lines)

    def _fact(
        self, part: Established, fact: FactView, width: int, *, marked: bool
    ) -> list[Content]:
        kind = "situation: " if fact.situation else ""
        lasts = f"  until turn {fact.until}" if fact.until else ""
        if not marked:
            text = fitted(kind + fact.text, width - 2 - len(lasts)).rstrip()
            return [joined("  ", plain(text), plain(lasts, "dim"))]
        owner = part.owners.get(fact.owner, fact.owner)
        gives = f"{fact.modifier:+d} for {owner}" if fact.modifier and fact.owner else ""
        until = f"until turn {fact.until}" if fact.until else ""
        known = f"known to {part.told[fact.id]}"
        more = joined(gives, until, known, between=", ").stylize("dim")
        lines = hanging(plain(kind + fact.text, mark_style()), width, plain("> ", "bold"))
        return [*lines, *hanging(more, width, "    ")]

    def _secret(
        self, part: Established, secret: SecretView, width: int, *, marked: bool
    ) -> list[Content]:
        owner = part.owners.get(secret.seat, secret.seat)
        head = f"{owner}, turn {secret.turn} ({secret.stands}): {secret.waits_for}"
        if not marked:
            return [plain("  " + fitted(head, width - 2))]
        when = f"when {secret.further}" if secret.further else ""
        lines = hanging(plain(head, mark_style()), width, plain("> ", "bold"))
        lines += hanging(plain(when, "dim"), width, "    ") if when else []
        lines += hanging(held_back(secret), width, "    then: ")
        lines += [line for one in secret.reasons for line in hanging(one, width, "    because: ")]
        return [*lines, plain(f"    receipt: {secret.receipt}", "dim")]


class FactsScreen(Desk):
    """All that is established or sealed. Up and down mark one."""

    DEFAULT_CSS = """
    FactsScreen #paper { padding: 0 1; }
    """
    BINDINGS = [
        keys.key("up", "mark(-1)", "Above", footer=False),
        keys.key("down", "mark(1)", "Below", footer=False),
        keys.key("f", "fact", "New fact"),
        keys.key("c", "change", "Change"),
        keys.key("e", "end", "End it"),
        keys.key("a", "aim", "Aim the order at it"),
        keys.key("plus", "count", "Count for the order", shown="+"),
        keys.key("s", "allow", "Allow secrets, or not"),
        keys.key("enter", "onward", "Trigger came", shown="Enter"),
        keys.key("escape,F", "dismiss", "Table", shown="Esc"),
    ]

    def __init__(self, seating: Seating, *, projector: bool = False) -> None:
        """Sit at this table as the facilitator; a secret argument that waits is marked first."""
        super().__init__(seating, projector=projector)
        self.place = len(self.view.facts) if self.secrets else 0
        self._known = len(self.view.facts)

    @property
    def secrets(self) -> list[SecretView]:
        """The secret arguments that wait for their trigger."""
        return [one for one in self.view.secrets if one.stands == "open"]

    @property
    def marked(self) -> FactView | SecretView | None:
        """What is marked."""
        every: list[FactView | SecretView] = [*self.view.facts, *self.secrets]
        return every[self.place] if self.place < len(every) else None

    @property
    def fact(self) -> FactView | None:
        """The fact that is marked."""
        return self.marked if isinstance(self.marked, FactView) else None

    def paper(self) -> ComposeResult:
        """The list."""
        with VerticalScroll(id="paper", can_focus=False):
            yield FactList()

    def fill(self, view: View) -> None:
        """What may be shown: on a screen that all can see, public facts only."""
        public = view.injects is None
        if not public and len(view.facts) > self._known:
            self.place = len(view.facts) - 1  # the one that was just recorded
        self._known = len(view.facts) if not public else self._known
        self.place = min(self.place, max(0, len(view.facts) + len(self.secrets) - 1))
        secrets = [] if public else self.secrets
        below = "Secret arguments are allowed: a seat seals one with s on its screen."
        if not view.secret_arguments:
            below = "Secret arguments are not played; s allows them."
        if public:
            below = "Not public."
        owners = {one.id: one.name for one in view.seats}
        audience = {one.id: told(view, one.to) for one in view.facts}
        self.query_one(FactList).feed(
            Established(
                view.facts, secrets, self.place, owners, audience, below, view.asked, guarded(view)
            )
        )
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Scroll to what is marked, where it is out of sight."""
        if not self.query(FactList):
            return  # left in the meantime
        rows = self.query_one(FactList).shown.split("\n")
        row = next((at for at, line in enumerate(rows) if line.startswith("> ")), 0)
        scroll = self.query_one("#paper")
        top, high = scroll.scroll_offset.y, scroll.size.height
        if high and not top <= row < top + high - 2:
            scroll.scroll_to(y=max(0, row - high // 2), animate=False)

    def key_words(self, action: str) -> str:
        """Moving on shows the marked secret argument."""
        return "Trigger came" if action == "onward" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with what is marked."""
        if self.kept_back(action):
            return False
        match action:
            case "change" | "end":
                return self.fact is not None and not self.projector
            case "aim":
                return self.fact is not None and self.fact.situation and self._open_table()
            case "count":
                return self.fact is not None and self._open_table()
            case "onward":
                return isinstance(self.marked, SecretView) and not self.projector
            case "allow":
                return self.view.phase not in ("hotwash", "closed")
            case _:
                return super().check_action(action, parameters)

    def _open_table(self) -> bool:
        """Whether an order is on the table whose odds are open."""
        table = self.view.adjudication
        return table is not None and not table.called and table.quality is None

    def action_mark(self, step: int) -> None:
        """Mark the next, or the one before."""
        many = len(self.view.facts) + len(self.secrets)
        if many:
            self.place = (self.place + step) % many
            self.show(self.view)
            self.refresh_bindings()

    async def onward(self) -> None:
        """The trigger of the marked secret argument has come: it is shown, and ruled on next."""
        one = self.marked
        if isinstance(one, SecretView) and await self.answer(
            facts_asked.triggering(self.view, one)
        ):
            from wargame.tui.screens.adjudication import AdjudicationScreen

            self.app.switch_screen(AdjudicationScreen(self.seating))

    @work(exclusive=True, group="asking")
    async def action_change(self) -> None:
        """Change the marked fact, with a reason."""
        if self.fact is not None:
            await self.answer(facts_asked.changing(self.fact))

    @work(exclusive=True, group="asking")
    async def action_end(self) -> None:
        """End the marked fact, with a reason."""
        if self.fact is not None:
            await self.answer(facts_asked.ending(self.fact))

    @work(exclusive=True, group="asking")
    async def action_aim(self) -> None:
        """The order on the table is aimed at the marked situation."""
        table = self.view.adjudication
        if self.fact is None or table is None:
            return
        if await self.ask(AimAtSituation(table.order.order_id, self.fact.id)):
            seat = seat_name(self.view, table.order.seat)
            self.notify(f"{seat}'s order is aimed at it: its success ends it.")

    @work(exclusive=True, group="asking")
    async def action_count(self) -> None:
        """Count the marked fact for or against the order on the table."""
        table, fact = self.view.adjudication, self.fact
        if fact is not None and table is not None:
            ways = [(str(by), f"{by:+d}") for by in (1, -1, 2, -2)]
            by = await self.choose("How does it count?", ways, fact.text)
            if by:
                await self.ask(GrantFactor(table.order.order_id, int(by), fact.text, fact.source))

    @work(exclusive=True, group="asking")
    async def action_allow(self) -> None:
        """Let seats seal secret arguments, or no new ones."""
        played = self.view.secret_arguments
        rule = "Secret arguments: seal no new ones" if played else "Let seats seal secret arguments"
        if await self.sure(f"{rule}, from now on? It is a rule of this session.", "Change it"):
            await self.ask(facts_asked.allowing(self.view))
