"""Many games of a scenario, each with a seed of its own, played by playbooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from wargame.analysis.logs.inked import Inked
from wargame.analysis.logs.lines import Log
from wargame.analysis.logs.logged import with_log
from wargame.analysis.tally import Tally, copies_of
from wargame.decks.compile import compile_known
from wargame.game.chance import below, seed_of_game, words
from wargame.game.fused import begin
from wargame.game.prepared import prepare
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario
from wargame.game.straight import Straight
from wargame.players.playbooks import in_simulation, names_for


class NothingToSimulate(Exception):
    """A scenario that playbooks cannot play; the text says why, for a person."""


@dataclass(slots=True, frozen=True)
class Plan:
    """What is to be simulated.

    `setup` empty is the scenario's default. `seed` (0 or more) names all the games; each has a seed
    of its own, made of it and the game's index. `books` gives the playbook of a seat: a seat that is
    not named is played, in each game, by one of its playbooks, `random` among them, drawn by chance.
    `tracks` sets tracks, by index, to other values than the setup's.
    """

    scenario: Scenario
    setup: str = ""
    seed: int = 0
    books: Mapping[str, str] = field(default_factory=dict)
    tracks: Mapping[int, int] = field(default_factory=dict)

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes the scenario's plain JSON: compiled functions cannot."""
        parts = (self.scenario.plain, self.setup, self.seed, dict(self.books), dict(self.tracks))
        return _again, parts


def _again(
    plain: dict[str, Any], setup: str, seed: int, books: dict[str, str], tracks: dict[int, int]
) -> Plan:
    """A plan as it was before it was sent."""
    return Plan(compile_known(plain), setup, seed, books, tracks)


class Simulation:
    """The games of a plan, any of them at any time. KeyError for a setup or playbook that is not there."""

    def __init__(self, plan: Plan) -> None:
        """Lay the scenario out; NothingToSimulate when no seat has an order on its menu."""
        scenario = plan.scenario
        if not scenario.orders:
            raise NothingToSimulate(
                f'There is nothing to simulate in "{scenario.title}": no seat has an order on its '
                "menu, and a playbook can only give orders of a menu. Its orders are free, and are "
                "argued and judged by people."
            )
        self.plan = plan
        self.ready = prepare(scenario, plan.setup)
        self.copies = copies_of(scenario)
        self.choices = {
            seat.id: [plan.books[seat.id]]
            if seat.id in plan.books
            else names_for(scenario, seat.id)
            for seat in scenario.seats
        }
        self.players = {
            seat: {name: in_simulation(scenario, seat, name) for name in names}
            for seat, names in self.choices.items()
        }

    def seed(self, index: int) -> bytes:
        """The seed of a game."""
        return seed_of_game(self.plan.seed, index)

    def cast(self, index: int) -> dict[str, str]:
        """The playbook of each seat in a game. One seat's does not hang on what the others may be."""
        seed = self.seed(index)
        return {
            seat: names[below(words(seed, f"cast:{seat}"), len(names)) if len(names) > 1 else 0]
            for seat, names in self.choices.items()
        }

    def game(self, index: int) -> Straight:
        """A game, played to its end."""
        players = {seat: self.players[seat][name] for seat, name in self.cast(index).items()}
        return begin(self.ready, players, self.seed(index), self.plan.tracks).play()

    def logged(self, index: int) -> Log:
        """The complete log of the same game, in memory: the entries of a save, chained."""
        names = self.cast(index)
        players = {seat: self.players[seat][name] for seat, name in names.items()}
        seed, tracks = self.seed(index), self.plan.tracks
        return with_log(Inked, self.ready, players, seed, names, tracks).play().log

    def play(self, indices: Iterable[int]) -> Tally:
        """What these games come to."""
        tally = Tally()
        for index in indices:
            tally.add(self.game(index), self.copies)
        return tally
