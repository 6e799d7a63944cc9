"""The event of the turn, read out: cards drawn and dated, what lasts, what fired by itself, who must choose."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import ChooseOption, HoldCard, LetAct, SkipCard
from wargame.game.records import dataclass
from wargame.game.views import DilemmaView, HappeningView, OptionView, TurnedView, View
from wargame.tui import keys
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.screens.asking import Question
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.form import Line
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.changes import PRIVATE, aside, change_lines
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import cards_first, happening_title, named_facts, source_text


@dataclass(slots=True)
class EventPart:
    """What the event phase brought: what happened, and the choices that wait with their seats' names."""

    happenings: list[HappeningView]
    dilemmas: list[tuple[str, DilemmaView]]
    situations: list[str]


def option_words(option: OptionView) -> str:
    """A way out of a dilemma, its price, and why it is closed if it is."""
    cost = f"  costs {', '.join(option.cost)}" if option.cost else ""
    closed = f"  closed: {option.why_not}" if option.why_not else ""
    return f"{option.text}{cost}{closed}"


def happening_lines(one: HappeningView, width: int) -> Iterator[Content]:
    """A happening as it is read out: title, text with its source, and what it changed."""
    yield from hanging(happening_title(one), width)
    text = joined(one.text, plain(source_text(one.source), "dim"), between=" ")
    if text.plain:
        yield from hanging(text, width, "  ")
    yield from change_lines(one.changes, width, lead="    ")
    yield Content("")


def dilemma_lines(seat: str, one: DilemmaView, width: int) -> Iterator[Content]:
    """A choice that waits: the card, who must choose, and the ways out."""
    title = f"{aside(one.only)} {seat} must choose: {one.title}".lstrip()
    yield from hanging(plain(title, PRIVATE, lines=False), width)
    yield from hanging(one.text, width, "  ")
    for place, option in enumerate(one.options, 1):
        yield from hanging(option_words(option), width, f"    {place} ")
    yield Content("")


class EventCard(Part[EventPart]):
    """Everything the event phase brought, choices first."""

    def written(self, part: EventPart, width: int) -> Content:
        """Choices, cards, then what fired by itself."""
        lines = [line for seat, one in part.dilemmas for line in dilemma_lines(seat, one, width)]
        for text in part.situations:
            lines += [*hanging(text, width, plain("It goes on: ", "bold")), Content("")]
        happenings = cards_first(part.happenings)
        lines += [line for one in happenings for line in happening_lines(one, width)]
        return stacked(lines or [heading("Nothing happens.")])


def putting_off(one: TurnedView, way: str) -> Question:
    """Why a card is held or skipped."""
    command = HoldCard if way == "held" else SkipCard
    return Question(
        f"{'Hold' if way == 'held' else 'Skip'}: {one.title}",
        lambda view: [Line("reason", "Because", needed=True)],
        lambda view, filled: command(one.card, filled["reason"]),
        "The record keeps it, and why.",
    )


class EventScreen(Desk):
    """Reads the event out; where a seat must choose, hands it the screen or answers for it."""

    DEFAULT_CSS = """
    EventScreen #paper { padding: 1 2; }
    """
    BINDINGS = [
        keys.key(keys.BACK, "dismiss", "Table", shown="Esc"),
        keys.key("w", "talks_only", "Talks before orders"),
        keys.key("c", "held_cards", "Cards held back"),
        keys.key("j", "projector", "Public only", shown="j"),
    ]

    def paper(self) -> ComposeResult:
        """The card."""
        with VerticalScroll(id="paper", can_focus=False):
            yield EventCard()

    def fill(self, view: View) -> None:
        """What the event phase brought."""
        dilemmas = [(seat_name(view, one.seat), one) for one in view.dilemmas]
        situations = [one.text for one in named_facts(view) if one.situation]
        self.query_one(EventCard).feed(EventPart(view.happenings, dilemmas, situations))

    async def onward(self) -> None:
        """Answer the choice that waits, or go on to the talks; later in the turn, back to the table."""
        drawn = [one for one in self.view.turned if not one.held]
        if drawn:
            await self.decide_on(drawn[0])
        elif self.view.dilemmas:
            await self._choose(self.view.dilemmas[0])
        elif self.view.phase == "event":
            await self.to_window()
        else:
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Talks are parted from orders at the end of the event phase only."""
        if self.kept_back(action):
            return False
        if action == "held_cards":
            return any(one.held for one in self.view.turned)
        if action == "talks_only":
            return self.view.phase == "event" and not self.view.dilemmas
        return super().check_action(action, parameters)

    @work(group="onward")
    async def action_talks_only(self) -> None:
        """Go to the talks, and open the orders later."""
        await self.advance()

    async def decide_on(self, one: TurnedView) -> None:
        """A card that was drawn, or held back: let it act, hold it, or skip it with a reason."""
        ways = [("act", "Let it act"), ("held", "Hold it back"), ("skipped", "Skip it")]
        way = await self.choose(
            one.title, ways[:1] + ways[1 + one.held :], f"{aside(one.only)} {one.text}".lstrip()
        )
        if way == "act":
            await self.ask(LetAct(one.card))
        elif way is not None:
            await self.answer(putting_off(one, way))

    @work(exclusive=True, group="asking")
    async def action_held_cards(self) -> None:
        """Bring a card back that was held."""
        held = [one for one in self.view.turned if one.held]
        card = await self.choose("Cards held back", [(one.card, one.title) for one in held])
        for one in held:
            if one.card == card:
                await self.decide_on(one)

    async def _choose(self, one: DilemmaView) -> None:
        seat = seat_name(self.view, one.seat)
        ways = [(way.id, f"{seat} says: {option_words(way)}") for way in one.options]
        ways.append(("", f"Hand the screen to {seat}"))  # the options keep their numbers
        chosen = await self.choose(one.title, ways, f"{seat} must choose.", len(one.options))
        if chosen == "":
            self.hand_to(one.seat)
        elif chosen:
            await self.ask(ChooseOption(one.card, chosen))
