"""What may come of a game from one moment on: its futures, played by playbooks, and counted.

A future goes on from what somebody knows. What they do not know is drawn afresh in each: the piles,
the dice, orders under seal. So the odds asked for a seat tell it nothing that its own view does not.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import field
from typing import Any

from wargame.analysis.simulate import Plan, Simulation
from wargame.analysis.tally import Tally
from wargame.analysis.workers import parts_of, processes, spread_out
from wargame.decks.compile import compile_known
from wargame.game.continued import continued
from wargame.game.events.injects import InjectFired, InjectWritten
from wargame.game.evolve.history import events_of
from wargame.game.evolve.injects import as_played, injects_of
from wargame.game.injected import as_fired, with_card
from wargame.game.names import FACILITATOR
from wargame.game.position import Position, position_of
from wargame.game.records import dataclass
from wargame.game.rehearsal import played
from wargame.game.resumed import resumed
from wargame.game.scenario import Scenario
from wargame.game.state import State
from wargame.game.straight import Straight
from wargame.players.playbooks import in_simulation

Progress = Callable[[int], None]
"""Told how many futures have been played."""


@dataclass(slots=True, frozen=True)
class Question:
    """A position of a scenario whose odds are asked for. `books` gives the playbook of a seat, as in a plan.

    `seed` (0 or more) names the futures: the same seed gives the same odds. `injects` are the entries
    that put cards into this game that its scenario alone does not have.
    """

    scenario: Scenario
    position: Position
    seed: int = 0
    books: Mapping[str, str] = field(default_factory=dict)
    injects: tuple[InjectWritten | InjectFired, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes the scenario's plain JSON: compiled functions cannot."""
        books = dict(self.books)
        return _again, (self.scenario.plain, self.position, self.seed, books, self.injects)


def _again(
    plain: dict[str, Any],
    position: Position,
    seed: int,
    books: dict[str, str],
    injects: tuple[InjectWritten | InjectFired, ...],
) -> Question:
    """A question as it was before it was sent."""
    scenario = as_played(compile_known(plain), injects)
    return Question(scenario, position, seed, books, injects)


def question(state: State, who: str = FACILITATOR, seed: int = 0) -> Question:
    """What may come of a game now, as `who` (a seat, `facilitator`, `public`) knows it.

    Seats that a playbook plays at the table go on with it; of the others, one is drawn in each future.
    In Turn Zero the game is meant as it stood before: nothing of the rehearsal counts.
    """
    state = played(state)
    books = {
        seat: name
        for seat, name in state.playbooks.items()
        if name in state.scenario.playbooks.get(seat, ()) or name == "random"
    }
    injects = injects_of(events_of(state.line)) if state.scenario.base is not None else ()
    return Question(state.scenario, position_of(state, who), seed, books, injects)


def awaiting(scenario: Scenario, injects: Iterable[str]) -> Scenario:
    """The scenario with the cards of the injects that will come by themselves, as they will be fired."""
    for one in injects:
        card = scenario.injects[one].card
        scenario = with_card(scenario, as_fired(scenario, card, card.sees, card.seat))
    return scenario


class Futures:
    """The futures of a position, any of them at any time.

    NothingToSimulate when no seat has an order on its menu.
    """

    def __init__(self, asked: Question) -> None:
        """Lay the scenario out."""
        scenario = awaiting(asked.scenario, asked.position.injects)
        plan = Plan(scenario, asked.position.setup, asked.seed, asked.books)
        self.position = asked.position
        self.simulation = Simulation(plan)
        facts = self.position.board.facts.values()
        self.ready = continued(
            self.simulation.ready,
            (one.owner for one in facts if one.modifier),
            self.position.protected,
        )
        self.standing_in = {
            seat: in_simulation(asked.scenario, seat, name)
            for seat, name in self.position.standing_in.items()
        }

    def game(self, index: int) -> Straight:
        """One future, played to its end."""
        simulation = self.simulation
        players = {
            seat: simulation.players[seat][name] for seat, name in simulation.cast(index).items()
        }
        seed = simulation.seed(index)
        return resumed(self.ready, players, seed, self.position, self.standing_in).play()

    def play(self, indices: Iterable[int]) -> Tally:
        """What these futures come to."""
        tally = Tally()
        for index in indices:
            tally.add(self.game(index), self.simulation.copies)
        return tally


def odds(asked: Question, games: int, workers: int = 0, progress: Progress | None = None) -> Tally:
    """So many futures, on so many processes (0: as many as there are cores)."""
    tally = Tally()
    for tally in growing(asked, games, workers):
        if progress is not None:
            progress(tally.games)
    return tally


def growing(asked: Question, games: int, workers: int = 0) -> Generator[Tally, None, None]:
    """The tally of the futures played so far, each time some more have been; the last is that of all.

    It is the same tally each time, to be read before the next. Closing this ends the processes.
    """
    Futures(asked)  # what cannot be played on is refused here, not in the workers
    many = processes(games, workers)
    tally = Tally()
    for done in spread_out(Futures, asked, parts_of(games, many), many):
        tally.merge(done)
        yield tally
