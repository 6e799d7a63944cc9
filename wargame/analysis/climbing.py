"""The best reply: how far a seat gets that changes its playbook's weights, the other seats drawing theirs.

A step doubles, halves, drops or takes up one weight, or aims an order at one of its targets; it is kept
when the seat reaches its main objective no less often in the same games. What the reply is worth is
then measured in games that no step has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from wargame.analysis.balance import Balance, Balancing, Counted, main_of, taken
from wargame.analysis.simulate import Plan
from wargame.analysis.workers import processes, spread_out
from wargame.decks.playbooks import Playbook, Preference
from wargame.decks.preferences import Books
from wargame.decks.resolve import Resolver
from wargame.decks.schema import Scenario as Written
from wargame.game.chance import Counter as Chance
from wargame.game.chance import seed_of_game
from wargame.game.records import dataclass
from wargame.players.playbooks import InSimulation

STARTS = 1
"""From so many of a seat's playbooks, those that do best, a search begins."""
UNSEEN = 1_000_000
"""The number of the first game that no climb has seen."""
QUARTERS = 4
"""A weight is written in quarters, so that it can be halved twice."""
LONGEST = 300
"""Characters of a weight; one that would grow longer begins anew."""


@dataclass(slots=True, frozen=True)
class Reply:
    """What a climb came to, in shares from 0 to 1.

    `start` is the playbook that it began with and `began` what that one reached; `seen` is what `book`
    reached in the games of the climb, `share` what it reached in others. `orders` says how often it gave
    each order in those, of all that it could have given.
    """

    seat: str
    start: str
    began: float
    seen: float
    share: float
    book: Playbook
    orders: Mapping[str, float] = field(default_factory=dict)


class Climb:
    """A search for the weights with which one seat does best."""

    def __init__(self, plan: Plan, seat: str, games: int, last: int = 0) -> None:
        """`games` are played for every step, and `last` (0: as many) to see what the reply is worth."""
        self.seat = seat
        self.games = games
        self.last = last or games
        self.playing = Balancing(plan)
        self.seed = seed_of_game(plan.seed, UNSEEN)
        model = Written.model_validate(plan.scenario.plain)
        self.compiler = Books(model, Resolver(model))
        self.menu = [order.id for order in model.orders if order.seat == seat]
        self.written = {one.id: one for one in model.playbooks if one.seat == seat}

    def from_book(self, name: str, steps: int) -> Reply:
        """Climb from one of the seat's playbooks. The same plan gives the same climb."""
        chance = Chance(self.seed)
        best = self._spelt_out(name)
        began = top = self._share(best)
        for _ in range(steps):
            tried = self._changed(best, chance)
            part = self._share(tried)
            if part >= top:
                best, top = tried, part
        found = self._played(best, range(UNSEEN, UNSEEN + self.last))
        scenario = self.playing.simulation.plan.scenario
        orders = taken(scenario, self.seat, found.tally)
        return Reply(self.seat, name, began, top, self._reached(found), best, orders)

    def _share(self, book: Playbook) -> float:
        """How often the seat reaches its main objective by this playbook in the games of the climb."""
        return self._reached(self._played(book, range(self.games)))

    def _played(self, book: Playbook, games: range) -> Counted:
        """Games in which the seat is played by this playbook."""
        player = InSimulation(self.compiler.playbook(book))
        return self.playing.counted(games, {self.seat: player})

    def _reached(self, found: Counted) -> float:
        """How often the seat reached its main objective; 0 when it has none."""
        main = main_of(self.playing.simulation.plan.scenario, self.seat)
        return found.reached(self.seat, main.id) if main is not None else 0.0

    def _spelt_out(self, name: str) -> Playbook:
        """A playbook with every order of the menu in it, and every weight in quarters."""
        made = self.written.get(name) or Playbook(
            id="reply", seat=self.seat, name="Reply", text="All that is open.", otherwise=1
        )
        named = {one.order for one in made.orders}
        others = [Preference(order=order, weight=made.otherwise) for order in self.menu]
        lines = [*made.orders, *(one for one in others if one.order not in named)]
        return made.model_copy(
            update={
                "orders": [_weighted(one, f"({one.weight}) * {QUARTERS}") for one in lines],
                "hold": f"({made.hold}) * {QUARTERS}",
            }
        )

    def _changed(self, book: Playbook, chance: Chance) -> Playbook:
        """The playbook with one line changed."""
        place = chance.below(len(book.orders))
        line = book.orders[place]
        if line.targets and not chance.below(4):
            targets = list(line.targets)
            changed = line.model_copy(update={"targets": {targets[chance.below(len(targets))]: 1}})
        else:
            afresh = str(2 * QUARTERS)
            ways = (
                f"({line.weight}) * 2",
                f"({line.weight}) * 4",
                f"({line.weight}) // 2",
                "0",
                afresh,
            )
            way = ways[chance.below(len(ways))]
            changed = _weighted(line, way if len(way) <= LONGEST else afresh)
        orders = [*book.orders[:place], changed, *book.orders[place + 1 :]]
        return book.model_copy(update={"orders": orders})


def _weighted(line: Preference, weight: str) -> Preference:
    return line.model_copy(update={"weight": weight})


Ascent = tuple[str, str]
"""A seat, and the playbook that a climb begins with."""


@dataclass(slots=True, frozen=True)
class Search:
    """What is climbed for: `games` a step, `steps` a climb, `last` games to see what a reply is worth."""

    plan: Plan
    games: int
    steps: int
    last: int


class Climber:
    """Climbs from any playbook of any seat."""

    def __init__(self, search: Search) -> None:
        """Take note of what is searched for."""
        self.search = search

    def play(self, ascent: Ascent) -> Reply:
        """One climb."""
        seat, start = ascent
        search = self.search
        return Climb(search.plan, seat, search.games, search.last).from_book(start, search.steps)


def replies(
    balance: Balance,
    search: Search,
    workers: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Reply]:
    """The best reply of each seat that has a main objective and orders, from its best playbooks.

    The same balance and search give the same replies whatever the workers (0: one a core). `progress` is
    told how many climbs are done, and of how many.
    """
    ascents = [
        (seat.id, start)
        for seat in search.plan.scenario.seats
        if main_of(search.plan.scenario, seat.id) is not None and balance.of_turns(seat.id)
        for start in _starts(balance, seat.id)
    ]
    many = processes(len(ascents) * search.steps * search.games, workers)
    found: dict[Ascent, Reply] = {}
    for reply in spread_out(Climber, search, ascents, many):
        found[reply.seat, reply.start] = reply
        if progress is not None:
            progress(len(found), len(ascents))
    best: dict[str, Reply] = {}
    for seat, start in ascents:
        reply = found[seat, start]
        if seat not in best or reply.share > best[seat].share:
            best[seat] = reply
    return best


def _starts(balance: Balance, seat: str) -> list[str]:
    """The playbooks of a seat that reach most, the best first."""
    reached = balance.of_playbooks(seat)
    return sorted(reached, key=lambda name: (-reached[name], name))[:STARTS]
