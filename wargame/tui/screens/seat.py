"""A seat's own screen: what it knows, what it holds, and what it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from wargame.game.commands import HandScreen, WithdrawArgument, WithdrawOrder
from wargame.game.refusals import Refused
from wargame.game.views import OrderView, View
from wargame.tui import keys
from wargame.tui.home import Seating
from wargame.tui.plain import Plain, joined, plain
from wargame.tui.screens.confirm import Confirm
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.seat_talks import SeatTalks
from wargame.tui.whose_move import came_in
from wargame.tui.widgets.board import Board
from wargame.tui.widgets.papers import PANES, Paper
from wargame.tui.widgets.story import Facts, named_facts


class SeatScreen(SeatTalks, LiveScreen[None]):
    """All that one seat may see, and its ways to act. It closes when the seat is done."""

    DEFAULT_CSS = """
    SeatScreen #tabs { height: 1; padding: 0 1; }
    SeatScreen #left { width: 42; }
    SeatScreen #right { width: 1fr; padding: 0 1 0 0; }
    SeatScreen VerticalScroll { border-left: blank; }
    SeatScreen VerticalScroll:focus { border-left: outer $accent; }
    SeatScreen.-wide #left { width: 62%; max-width: 74; }
    SeatScreen.-reading #left { display: none; }
    """
    BINDINGS = [
        keys.key("o", "order", "Order"),
        keys.key("r", "revise", "Revise"),
        keys.key("w", "withdraw", "Take back"),
        keys.key("d", "choose", "Choose"),
        keys.key("m", "message", "Message"),
        keys.key("s", "secret", "Secret argument", footer=False),
        keys.key("a", "reply", "Reply"),
        keys.key("p", "phrase", "Pass phrase", footer=False),
        keys.key("n", "jot_here", "Note", footer=False),
        keys.key("z", "other_seat", "Other seat"),
        *[keys.key(one, f"pane('{one}')", PANES[one][0], footer=False) for one in PANES],
        keys.always("left", "turn(-1)", "Paper before", footer=False),
        keys.always("right", "turn(1)", "Paper after", footer=False),
        keys.key(keys.BACK, "done", "Done", shown="Esc"),
    ]

    def __init__(self, seating: Seating, seat: str, person: str = "", pane: str = "") -> None:
        """Show the view of `seat`; `person` is who sits at the keys, if that is known; `pane` the paper in front."""
        super().__init__(seating, seat, person)
        self.pane = pane or ("2" if self.view.phase == "setup" else "1")

    def body(self) -> ComposeResult:
        """The papers' names, the board, and the paper in front."""
        yield Plain(id="tabs")
        with Horizontal():
            with VerticalScroll(id="left"):
                yield Board()
                yield Facts()
                yield Plain(id="secret", classes="quiet")
            with VerticalScroll(id="right"):
                yield Paper()

    def on_mount(self) -> None:
        """The paper in front scrolls with the arrows."""
        self.query_one("#right").focus()

    def show(self, view: View) -> None:
        """Board and paper; the paper that is read takes the whole width. Without tracks, facts are the board."""
        ground = [] if view.tracks else named_facts(view)
        self.set_class(self.pane in ("2", "5", "6") or not (view.tracks or ground), "-reading")
        self.query_one("#tabs", Plain).show(self._tabs(view))
        self.query_one(Board).feed(view.tracks)
        self.query_one(Facts).feed(ground)
        hidden = any(not one.public for one in view.tracks)
        self.query_one("#secret", Plain).show(" * not on the public screen" if hidden else "")
        self.query_one(Paper).feed((self.pane, view))

    def _tabs(self, view: View) -> Content:
        counts = {"3": len(view.hand), "4": len(came_in(view))}
        tabs = []
        for one, (name, _) in PANES.items():
            count = f" ({counts[one]})" if counts.get(one) else ""
            words = f"{one} {name}{count}"
            tabs.append(
                plain(f"[{words}]", "bold reverse") if one == self.pane else plain(f" {words} ")
            )
        return joined(*tabs)

    def action_pane(self, pane: str) -> None:
        """Put another paper in front."""
        self.pane = pane
        self.query_one("#right", VerticalScroll).scroll_home(animate=False)
        self.show(self.view)

    def action_turn(self, step: int) -> None:
        """Put the next paper in front, or the one before."""
        order = list(PANES)
        self.action_pane(order[(order.index(self.pane) + step) % len(order)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the seat can do now."""
        view = self.view
        open_now = view.phase in ("talks", "orders")
        match action:
            case "order":
                mine = next((one.orders for one in view.seats if one.id == view.who), 0)
                return open_now and len(view.sealed) < mine
            case "revise" | "withdraw":
                return open_now and bool(view.sealed)
            case "choose":
                return any(one.seat == view.who for one in view.dilemmas)
            case "reply":
                return bool(view.asked) and view.phase != "closed"
            case "secret":
                playing = view.phase not in ("hotwash", "closed")
                return playing and (view.secret_arguments or bool(view.secrets))
            case "message" | "phrase":
                return view.phase != "closed"
            case "other_seat":
                return bool(self.together())
            case _:
                return super().check_action(action, parameters)

    def action_order(self) -> None:
        """Write a new order."""
        self._write(None)

    def _write(self, order: OrderView | None) -> None:
        from wargame.tui.screens.order_form import OrderForm

        form = OrderForm(self.seating, self.view.who, self.person, order)
        self.app.push_screen(form, lambda _: self.action_pane("1"))

    def action_revise(self) -> None:
        """Write a sealed order anew."""
        self._pick("Revise which order?", self._write)

    def action_withdraw(self) -> None:
        """Take a sealed order back, after a question."""
        self._pick("Take back which order?", self._withdraw)

    def _withdraw(self, order: OrderView) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self.run_worker(self.ask(WithdrawOrder(order.order_id)))

        question = Confirm(f"Take back your order {order.name}?", "Take back", "Keep it")
        self.app.push_screen(question, answered)

    def _pick(self, question: str, then: Callable[[OrderView], None]) -> None:
        """Go on with the only sealed order, or ask which."""
        orders = {one.order_id: one for one in self.view.sealed}
        if len(orders) == 1:
            then(next(iter(orders.values())))
            return
        from wargame.tui.screens.choose import Choose

        ways = [
            (key, f"{one.name}  {one.target_name}  {one.receipt}") for key, one in orders.items()
        ]
        self.app.push_screen(Choose(question, ways), lambda key: then(orders[key]) if key else None)

    def action_choose(self) -> None:
        """Answer the dilemma."""
        from wargame.tui.screens.dilemma import DilemmaScreen

        self.app.push_screen(DilemmaScreen(self.seating, self.view.who))

    def action_message(self) -> None:
        """Write to other seats."""
        from wargame.tui.screens.messages import MessageScreen

        self.app.push_screen(MessageScreen(self.seating, self.view.who, self.person))

    @work(exclusive=True, group="asking")
    async def action_secret(self) -> None:
        """Write a secret argument, or take the one back that waits."""
        from wargame.tui.screens.secret_form import secret_argument

        if self.view.secrets:
            question = Confirm("Take your secret argument back?", "Take back", "Keep it")
            if await self.app.push_screen_wait(question):
                await self.ask(WithdrawArgument(self.view.who))
            return
        await self.answer(secret_argument(self.person))
        if self.view.secrets:
            self.action_pane("1")

    @work(exclusive=True, group="asking")
    async def action_reply(self) -> None:
        """Reply to what the facilitator asked this seat alone."""
        from wargame.tui.screens.secret_form import reply_form, replying

        one = next((one for one in self.view.asked if not one.reply), self.view.asked[-1])
        filled = await self.app.push_screen_wait(reply_form(one))
        if filled is not None:
            await self.ask(replying(one, self.person, filled))

    def action_phrase(self) -> None:
        """Set the pass phrase that opens this screen."""
        from wargame.tui.screens.phrase import PhraseScreen

        mine = next((one.people for one in self.view.seats if one.id == self.view.who), [])
        if len(mine) < 2 or not self.person:
            self.app.push_screen(PhraseScreen(self.link))
            return
        from wargame.tui.screens.choose import Choose

        ways = [(self.person, "Your own: only you open your screen"), ("", "The seat's")]
        ask = Choose("Which pass phrase?", ways)
        self.app.push_screen(ask, self._set_phrase)

    def _set_phrase(self, whose: str | None) -> None:
        from wargame.tui.screens.phrase import PhraseScreen

        if whose is not None:
            self.app.push_screen(PhraseScreen(self.link, whose))

    def action_jot_here(self) -> None:
        """Write a note: this seat's own, for itself and the facilitator."""
        self.run_worker(self.app.run_action("app.jot"))

    def together(self) -> list[str]:
        """The other seats that are played from this screen."""
        return next((one.together for one in self.view.seats if one.id == self.view.who), [])

    async def action_other_seat(self) -> None:
        """Show the next of the seats that the same people play: each keeps its own view."""
        seats = [one.id for one in self.view.seats if one.id in (self.view.who, *self.together())]
        other = seats[(seats.index(self.view.who) + 1) % len(seats)]
        try:
            if self.view.phase != "closed":
                await self.seating.facilitator.ask(HandScreen(other, self.person))
        except Refused as refused:
            self.notify(refused.sentence, severity="warning")
            return
        self.app.clear_notifications()
        self.follow_link(self.seating.links[other])
        self.action_pane("1")

    def action_done(self) -> None:
        """Hand the screen on."""
        self.dismiss()
