"""The words in which a game is told: the names of its things, and short forms for people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import assert_never

from wargame.game.changes import Cause, Change
from wargame.game.looking import change_views
from wargame.game.names import FACILITATOR, TABLE
from wargame.game.plain_text import listed
from wargame.game.seating import observer
from wargame.game.state import State
from wargame.game.views import ChangeView

PHASES = {
    "setup": "before turn 1",
    "event": "event",
    "talks": "talks",
    "orders": "orders",
    "reveal": "reveal",
    "adjudicate": "results",
    "wrap": "wrap",
    "hotwash": "hot wash",
    "closed": "closed",
}
"""The phases as people read them."""

STAGES = PHASES | {
    "setup": "opening",
    "orders": "talks and orders",
    "turn": "the turn",
    "break": "break",
    "spare": "spare",
}
"""The stages of a session that have timers, as people read them."""

METHODS = {
    "automatic": "automatic",
    "umpire": "umpire’s ruling",
    "weighted": "weighted 2d6",
    "plain": "plain 2d6",
    "consensus": "consensus, d100",
    "expert": "an expert’s number, d100",
    "estimate": "estimates, d100",
    "hands": "hands raised, d100",
    "leaning": "leanings, d100",
    "opposed": "opposed rolls, 2d6 each",
    "chance": "chance, d100",
}
"""The methods as people read them."""

PLACES = {
    "top": "on top of its pile",
    "bottom": "at the bottom of its pile",
    "hand": "in a hand",
    "discard": "on the discards",
    "out": "out of the game",
}
"""Where a card can be put, as people read it."""


ELSEWHERE = {
    FACILITATOR: "the facilitator",
    TABLE: "the table",
    "public": "everyone",
    "observer": "the observers",
}
"""Who is no seat, as people read it."""

STRUCK = "(Words were struck here on request.)"
"""What stands in a report for others where somebody asked for words to be left out."""

MOST_WORDS = 7
"""By so many words a free order is known."""


class Words:
    """The names of one game's things, and sentences made with them."""

    def __init__(self, state: State, who: str = FACILITATOR, struck: Collection[str] = ()) -> None:
        """Speak of the game as it stands in `state`, to `who`; the words of orders `struck` are left out."""
        self.state = state
        self.who = who
        self.struck = struck

    def seat(self, seat: str) -> str:
        """A seat's name; who is no seat is named as such."""
        for one in self.state.scenario.seats:
            if one.id == seat:
                return one.name
        return ELSEWHERE.get(seat, seat)

    def seats(self, seats: Iterable[str]) -> str:
        """Several seats' names."""
        return listed([self.seat(one) for one in seats])

    def person(self, person: str) -> str:
        """A person's name; a seat's where the id is a seat."""
        known = self.state.people.get(person)
        return known.name if known else self.seat(person)

    def author(self, author: str) -> str:
        """Who wrote something, asked for something, or holds the screen: a seat or `observer:<id>`, by name."""
        return self.person(observer(author)) if observer(author) else self.seat(author)

    def card(self, card: str) -> str:
        """A card's title."""
        known = self.state.scenario.cards.get(card)
        return known.title if known else card

    def deck(self, deck: str) -> str:
        """A deck's name."""
        return next((one.name for one in self.state.scenario.decks if one.id == deck), deck)

    def order(self, order_id: str) -> str:
        """An order as `Seat: what it is`."""
        judged = (one.sealed for one in reversed(self.state.judged))
        earlier = (one for one in judged if one.order_id == order_id)
        sealed = self.state.sealed.get(order_id) or next(earlier, None)
        if sealed is None:
            return order_id
        rule = self.state.scenario.orders.get(sealed.order.move)
        said = STRUCK if order_id in self.struck else free(sealed.order.action)
        return f"{self.seat(sealed.seat)}: {rule.name if rule else said}"

    def move(self, move: str) -> str:
        """What an order of the menu is called."""
        rule = self.state.scenario.orders.get(move)
        return rule.name if rule else "A free order"

    def option(self, card: str, option: str) -> str:
        """The text of a way out of a dilemma."""
        known = self.state.scenario.cards.get(card)
        ways = known.options if known else ()
        return next((one.text for one in ways if one.id == option), option)

    def cause(self, cause: Cause) -> str:
        """What made something happen."""
        scenario = self.state.scenario
        match cause.kind:
            case "card" | "lasting":
                return self.card(cause.id)
            case "option":
                card, _, option = cause.id.partition("/")
                return f"{self.card(card)}: {self.option(card, option)}"
            case "rule":
                return next((one.name for one in scenario.rules if one.id == cause.id), cause.id)
            case "later":
                effect = scenario.later.get(cause.id)
                return effect.why if effect and effect.why else "Set going earlier"
            case "order":
                return self.order(cause.id)
            case "expiry":
                return "Its time was over"
            case _:
                assert_never(cause.kind)

    def changes(self, changes: Iterable[Change]) -> list[str]:
        """Each change that `who` may see, as a few words; what only the rules count comes last."""
        views = change_views(self.state, changes, self.who)
        return [changed(one) for one in sorted(views, key=lambda one: one.kind == "count")]

    def track(self, track: str) -> str:
        """A track's name."""
        return next((one.name for one in self.state.scenario.tracks if one.id == track), track)


WEIGHTS = {"counted": "counted", "strong": "counted as strong", "set_aside": "set aside"}
"""How an argument counts, as people read it."""


LEANS = {"agree": "agrees", "unsure": "is not sure", "disagree": "disagrees"}
"""How somebody leans, as people read it."""


def clock(at: str) -> str:
    """The time of day of an entry, to the minute: `09:41`."""
    return at[11:16]


def day(at: str) -> str:
    """The day and time of an entry: `2026-11-22 09:41`."""
    return f"{at[:10]} {at[11:16]}"


def signed(number: int) -> str:
    """A number with its sign: `+2`, `-1`, `0`."""
    return f"{number:+d}" if number else "0"


def percent(points: int) -> str:
    """Basis points as per cent: `58.33 %`, `100 %`."""
    whole, part = divmod(points, 100)
    return f"{whole}.{part:02d} %" if part else f"{whole} %"


def dice_in_words(dice: list[int], sides: int) -> str:
    """What dice showed: `3 + 4 = 7`, or `62` of a hundred."""
    if sides == 100 or len(dice) == 1:
        return str(dice[0])
    return f"{' + '.join(map(str, dice))} = {sum(dice)}"


def changed(view: ChangeView) -> str:
    """A change as a few words, without its reason."""
    match view.kind:
        case "track":
            return f"{view.name} {view.before} → {view.after}"
        case "fact":
            until = f" (until the end of turn {view.after})" if view.after else ""
            return f"Established: {view.name}{until}"
        case "end":
            return f"No longer so: {view.name or view.id}"
        case "ending":
            return f"Ending reached: {view.name}"
        case "detect":
            return "A covert order is detected"
        case "count":
            return f"Counter {view.name} is {view.after}"
        case "later":
            return f"Set going for turn {view.after}"
        case "draw":
            return f"To be drawn from {view.name}: {view.after}"
        case _:
            return view.name


def free(action: str) -> str:
    """A free order by its first words, in quotes: `“Send a delegation of three to London ...”`."""
    words = action.split()
    short = " ".join(words[:MOST_WORDS])
    return f"“{short if len(words) <= MOST_WORDS else short + ' ...'}”"


OURS = "ours"
"""What a scenario writes for a source where it goes beyond it."""


def source_words(source: str) -> str:
    """Where something comes from: paragraphs by their numbers, else its own words; empty where nothing is said."""
    if source == OURS:
        return "beyond the source"
    if not source:
        return ""
    return f"source {source}" if source[0].isdecimal() else f"source: {source}"
