"""How balanced a scenario is: what many games say that are played by its own playbooks.

In every game each seat is played by one of its playbooks, the random one among them, drawn by chance.
Nothing here is about a certain scenario.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any

from wargame.analysis.simulate import Plan, Simulation
from wargame.analysis.tally import NO_ENDING, Tally, share
from wargame.analysis.workers import processes, spread_out
from wargame.game.fused import begin
from wargame.game.names import RANDOM
from wargame.game.pieces import Objective
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario
from wargame.game.straight import Player, Straight
from wargame.game.turns import AFTERMATH
from wargame.players.playbooks import Holding, book_for

EARLY = 3
"""A game that an ending cuts short before this turn has hardly been played."""
HOLDING = 4
"""For every so many games one is played for each seat in which that seat gives no order at all."""
FEWEST = 200
"""Games that a holding seat is given at least."""
PIECE = 125
"""Games that are played at a stretch."""

Piece = tuple[str, range]
"""The seat that holds (empty: none), and the games."""
Progress = Callable[[int, int], None]
"""Told how many games have been played, and of how many."""


@dataclass(slots=True)
class Counted:
    """What was counted over games.

    `early` were cut short; `used` are orders, cards and standing rules that did something, in the
    aftermath of an ending too, by kind and id; `drawn` are the games of each seat's playbooks and
    `served` those of them in which the seat reached its main objective.
    """

    tally: Tally = field(default_factory=Tally)
    early: int = 0
    used: Counter[tuple[str, str]] = field(default_factory=Counter)
    drawn: Counter[tuple[str, str]] = field(default_factory=Counter)
    served: Counter[tuple[str, str]] = field(default_factory=Counter)

    def merge(self, other: Counted) -> None:
        """Add what was counted elsewhere."""
        self.tally.merge(other.tally)
        self.early += other.early
        for name in ("used", "drawn", "served"):
            getattr(self, name).update(getattr(other, name))

    def reached(self, seat: str, objective: str) -> float:
        """The share of the games in which a seat reached an objective, 0 to 1."""
        return share(self.tally.objectives[seat, objective], self.tally.games)


class Balancing:
    """Plays the games of a plan and counts what they say about its scenario."""

    def __init__(self, plan: Plan) -> None:
        """Lay the plan out; NothingToSimulate when playbooks cannot play it."""
        self.simulation = Simulation(plan)
        self.mains = {seat.id: main_of(plan.scenario, seat.id) for seat in plan.scenario.seats}

    def play(self, piece: Piece) -> tuple[Piece, Counted]:
        """What these games come to."""
        seat, games = piece
        scenario = self.simulation.plan.scenario
        fixed = {seat: Holding(book_for(scenario, seat, RANDOM))} if seat else {}
        return piece, self.counted(games, fixed)

    def counted(self, games: range, fixed: Mapping[str, Player]) -> Counted:
        """What games come to in which the seats of `fixed` are played by these players."""
        found = Counted()
        for index in games:
            cast = self.simulation.cast(index)
            game = self._game(index, cast, fixed)
            self._note(found, game, {one: cast[one] for one in cast if one not in fixed})
        return found

    def _game(self, index: int, cast: Mapping[str, str], fixed: Mapping[str, Player]) -> Straight:
        """A game, played to its end."""
        sim = self.simulation
        players = {
            seat: fixed[seat] if seat in fixed else sim.players[seat][name]
            for seat, name in cast.items()
        }
        return begin(sim.ready, players, sim.seed(index), sim.plan.tracks).play()

    def _note(self, found: Counted, game: Straight, cast: Mapping[str, str]) -> None:
        """Count a game; `cast` are the playbooks that were drawn."""
        board, copies = game.board, self.simulation.copies
        found.tally.add(game, copies)
        found.early += bool(game.ending) and board.turn < min(EARLY, board.turns)
        for seat, name in cast.items():
            main = self.mains[seat]
            found.drawn[seat, name] += 1
            found.served[seat, name] += main is not None and bool(main.when(board, -1))
        _play_on(game)
        used = [("order", one) for one in game.given]
        used += [("card", one) for one in {copies[card] for card in game.fired}]
        found.used.update([*used, *(("rule", one) for one in game.rules)])


def _play_on(game: Straight) -> None:
    """Play the aftermath that an ending offers, as a table may: some rules are meant for it alone."""
    if not game.ending:
        return
    last = game.board.turn + AFTERMATH
    game.board.turns = max(game.board.turns, last)
    while game.board.turn < last:
        game.turn()


def main_of(scenario: Scenario, seat: str) -> Objective | None:
    """The main objective of a seat, or None when no objective is marked so."""
    return next((one for one in scenario.seat(seat).objectives if one.main), None)


def taken(scenario: Scenario, seat: str, tally: Tally) -> dict[str, float]:
    """How often a seat gave each order of its menu, of all that it could have given, the most taken first."""
    slots = tally.turns * scenario.seat(seat).orders
    menu = [one.id for one in scenario.orders.values() if one.seat == seat]
    menu.sort(key=lambda one: -tally.orders[one])
    return {one: share(tally.orders[one], slots) for one in menu}


@dataclass(slots=True, frozen=True)
class Balance:
    """What was measured: games with every seat drawn, and for each seat games in which it held."""

    plan: Plan
    drawn: Counted
    holding: Mapping[str, Counted]

    def of_turns(self, seat: str) -> dict[str, float]:
        """How often a seat gave each order, of all the orders it could have given, the most taken first."""
        return taken(self.plan.scenario, seat, self.drawn.tally)

    def endings(self) -> dict[str, float]:
        """How often each ending came, and none."""
        tally = self.drawn.tally
        names = [*(one.id for one in self.plan.scenario.endings), NO_ENDING]
        return {one: share(tally.endings[one], tally.games) for one in dict.fromkeys(names)}

    def unused(self) -> Iterator[tuple[str, str]]:
        """Every order, card and standing rule of the setup that did nothing in any game: kind and id."""
        scenario = self.plan.scenario
        setup = scenario.setups[self.plan.setup or scenario.default_setup]
        things = [("order", one) for one in scenario.orders]
        things += [
            ("card", card["id"])
            for card in scenario.plain["cards"]
            if card["id"] not in setup.without and card["turn"] <= setup.turns
        ]
        things += [("rule", one.id) for one in scenario.rules]
        yield from (one for one in things if not self.drawn.used[one])

    def report(self) -> dict[str, Any]:
        """All of it as plain JSON, shares from 0 to 1."""
        scenario, drawn = self.plan.scenario, self.drawn
        unused: dict[str, list[str]] = {"order": [], "card": [], "rule": []}
        for kind, one in self.unused():
            unused[kind].append(one)
        return {
            "games": drawn.tally.games,
            "setup": self.plan.setup or scenario.default_setup,
            "endings": self.endings(),
            "early": share(drawn.early, drawn.tally.games),
            "objectives": {one.id: _objectives(scenario, one.id, drawn) for one in scenario.seats},
            "holding": {
                seat: _objectives(scenario, seat, one) for seat, one in self.holding.items()
            },
            "playbooks": {one.id: self.of_playbooks(one.id) for one in scenario.seats},
            "orders": {one.id: self.of_turns(one.id) for one in scenario.seats},
            "unused": unused,
        }

    def of_playbooks(self, seat: str) -> dict[str, float]:
        """How often each playbook of a seat reached the seat's main objective, in the games it was drawn for."""
        drawn = self.drawn
        names = [name for one, name in drawn.drawn if one == seat]
        return {
            one: share(drawn.served[seat, one], drawn.drawn[seat, one]) for one in sorted(names)
        }


def _objectives(scenario: Scenario, seat: str, counted: Counted) -> dict[str, float]:
    """How often a seat reached each of its objectives."""
    return {one.id: counted.reached(seat, one.id) for one in scenario.seat(seat).objectives}


def measured(plan: Plan, games: int, workers: int = 0, progress: Progress | None = None) -> Balance:
    """Play `games` games and for each seat a quarter as many in which it holds.

    The same plan gives the same answer whatever the workers (0: one a core). NothingToSimulate when
    playbooks cannot play the scenario.
    """
    Simulation(plan)  # what cannot be simulated is refused here, not in the workers
    seats = [one.id for one in plan.scenario.seats]
    pieces = _pieces("", games)
    for seat in seats:
        pieces += _pieces(seat, max(min(games, FEWEST), games // HOLDING))
    total = sum(len(one) for _, one in pieces)
    found = {seat: Counted() for seat in ("", *seats)}
    played = 0
    for (seat, numbers), counted in spread_out(Balancing, plan, pieces, processes(total, workers)):
        found[seat].merge(counted)
        played += len(numbers)
        if progress is not None:
            progress(played, total)
    return Balance(plan, found[""], {seat: found[seat] for seat in seats})


def _pieces(seat: str, games: int) -> list[Piece]:
    """So many games, in pieces."""
    return [(seat, range(first, min(games, first + PIECE))) for first in range(0, games, PIECE)]
