"""A dilemma: a card that makes a seat choose."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from wargame.game.commands import ChooseOption
from wargame.game.views import DilemmaView, OptionView, View
from wargame.tui import keys
from wargame.tui.plain import Plain, choice, joined, plain
from wargame.tui.screens.live import LiveScreen


def option_words(option: OptionView) -> Content:
    """A way out: its text, what it costs, and why it is closed if it is."""
    cost = f"costs {', '.join(option.cost)}" if option.cost else ""
    closed = f"closed: {option.why_not}" if option.why_not else ""
    return joined(option.text, plain(cost, "bold"), plain(closed, "$warning"), between="  ")


class DilemmaScreen(LiveScreen[None]):
    """Shows the card and its ways out; closes when one was taken."""

    DEFAULT_CSS = """
    DilemmaScreen VerticalScroll { padding: 1 2; }
    DilemmaScreen #title { text-style: bold; margin-bottom: 1; }
    DilemmaScreen OptionList { height: auto; margin: 1 0; padding: 0; }
    DilemmaScreen OptionList, DilemmaScreen OptionList:focus { border: round $accent; }
    """
    BINDINGS = [
        keys.key(keys.BACK, "dismiss", "Back", shown="Esc"),
        *[keys.key(one, f"take({one})", f"Choose {one}", footer=False) for one in "123456789"],
    ]

    def body(self) -> ComposeResult:
        """The card, and its ways out."""
        with VerticalScroll(can_focus=False):
            yield Plain(id="title")
            yield Plain(id="text")
            yield OptionList()
            yield Plain(
                "A number chooses, or arrows and Enter. It cannot be taken back.", classes="quiet"
            )

    def dilemma(self) -> DilemmaView | None:
        """The first choice that waits for this seat."""
        return next((one for one in self.view.dilemmas if one.seat == self.view.who), None)

    def show(self, view: View) -> None:
        """The card as it stands; nothing waits any more when it is gone."""
        card = self.dilemma()
        ways = self.query_one(OptionList)
        ways.display = card is not None
        if card is None:
            self.query_one("#title", Plain).show("Nothing waits for your choice.")
            return
        self.query_one("#title", Plain).show(card.title)
        self.query_one("#text", Plain).show(card.text)
        kept = ways.highlighted or 0
        ways.clear_options()
        numbered = [
            joined(plain(f"{number}  ", "bold"), option_words(one))
            for number, one in enumerate(card.options, 1)
        ]
        ways.add_options([choice(one) for one in numbered])
        ways.highlighted = min(kept, len(card.options) - 1)

    def on_mount(self) -> None:
        """The arrows choose at once."""
        self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the numbers of the ways out there are."""
        if action == "take":
            card, number = self.dilemma(), parameters[0]
            return isinstance(number, int) and card is not None and number <= len(card.options)
        return super().check_action(action, parameters)

    def action_take(self, number: int) -> None:
        """Take the way out with this number."""
        ways = self.query_one(OptionList)
        ways.highlighted = number - 1
        ways.action_select()

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        card = self.dilemma()
        if card is None:
            return
        option = card.options[event.option_index]
        if option.why_not:
            self.notify(f"That is closed: {option.why_not}", severity="warning")
        elif await self.ask(ChooseOption(card.card, option.id)):
            self.dismiss()
