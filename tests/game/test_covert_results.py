"""A covert act that nobody notices and that changes nothing: from seal to the last turn no trace of it.

Two games are equal but for covert orders: in one a seat gives some, which are argued, thrown for by any
method and fail; in the other it gives others, or none. What every other seat, an observer and the
public screen are shown, view after distinct view, is the same to the end of the game.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from random import Random

import pytest

from tests.game.hidden import FACILITATOR, Hidden
from tests.game.sitting import Game
from tests.game.test_secrets import numberless
from wargame.game.changes import OrderText, Person
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    Advance,
    CallThrow,
    ChooseMethod,
    ChooseOption,
    Command,
    EnterDice,
    OpenAdjudication,
    Rule,
    SealOrder,
    WeighArgument,
)
from wargame.game.pace import Pace
from wargame.game.refusals import Refused

SEATS = ("town", "guild", "abbey")
PEOPLE = [Person("p1", "Player one", "town"), Person("p3", "Player three", "observer")]
TURNS = 3


class Side:
    """One of the two games: asks, and keeps each distinct view of those who must see no difference."""

    def __init__(self, made: Hidden, others: list[str]) -> None:
        self.game = Game(
            made.scenario(), setup="standard", people=PEOPLE, turns=TURNS, pace=Pace(talks="full")
        )
        self.views: dict[str, list[str]] = {one: [] for one in (*others, "public", "observer:p3")}
        self.covert = 0
        self.asked = 0

    def ask(self, by: str, command: Command) -> None:
        """Ask, and look."""
        self.asked += 1
        self.game.do(command, by)
        for who, seen in self.views.items():
            view = numberless(asdict(self.game.view(who)))
            if not seen or seen[-1] != view:
                seen.append(view)

    def chance(self, first: int) -> None:
        """From here on both games have the same chance."""
        self.game.fresh.taken = first


def choose_all(side: Side) -> None:
    """The first way that is open of each choice."""
    while side.game.state.dilemmas:
        card = side.game.view(FACILITATOR).dilemmas[0]
        way = next(one.id for one in card.options if not one.why_not)
        side.ask(card.seat, ChooseOption(card.card, way))


def secretly(side: Side, seat: str, random: Random) -> None:
    """The covert orders of a turn, as many as chance has it."""
    for number in range(random.randrange(4)):
        with suppress(Refused):  # it may give no more
            side.ask(seat, SealOrder(seat, OrderText("", f"By night {number}", covert=True)))
            side.covert += 1


def fails(side: Side, order: str, random: Random) -> None:
    """A covert order is argued and thrown for, and fails."""
    method = random.choice(["weighted", "plain", "umpire", "consensus"])
    side.ask(FACILITATOR, ChooseMethod(order, "plain" if method == "plain" else "weighted"))
    if random.random() < 0.5:
        side.ask(FACILITATOR, AddArgument(order, "con", "There is a moon.", FACILITATOR))
        argued = side.game.state.adjudication.arguments[-1]  # type: ignore[union-attr]
        side.ask(FACILITATOR, WeighArgument(order, argued.id, "strong"))
    if method == "umpire":
        side.ask(FACILITATOR, ChooseMethod(order, "umpire"))
        side.ask(FACILITATOR, Rule(order, "failure", "Nobody was there."))
    elif method == "consensus":
        side.ask(FACILITATOR, ChooseMethod(order, "consensus", 40))
        thrown(side, order, [90])
    else:
        thrown(side, order, [1, 2])
    side.ask(FACILITATOR, AcceptResult(order))


def thrown(side: Side, order: str, dice: list[int]) -> None:
    """Dice thrown by hand."""
    side.ask(FACILITATOR, CallThrow(order, entered=True))
    side.ask(FACILITATOR, EnterDice(dice))


def results(side: Side, seed: int, random: Random) -> None:
    """Every order is ruled on, covert ones among the others; those in the open have the same dice in both."""
    for order in list(side.game.state.queue):
        sealed = side.game.state.sealed[order]
        side.ask(FACILITATOR, OpenAdjudication(order))
        if sealed.order.covert:
            fails(side, order, random)
            continue
        side.chance(10_000 * side.game.state.board.turn + SEATS.index(sealed.seat))
        side.ask(FACILITATOR, ChooseMethod(order, "weighted"))
        thrown(side, order, [1 + seed % 6, 1 + (seed + side.game.state.board.turn) % 6])
        side.ask(FACILITATOR, AcceptResult(order))


def turns(side: Side, seed: int, seat: str, random: Random) -> Iterator[str]:
    """A game, phase by phase."""
    for turn in range(1, TURNS + 1):
        for phase in ("setup" if turn == 1 else "wrap", "event", "talks", "orders", "reveal"):
            side.chance(1000 * turn)
            if phase == "orders":
                for one in SEATS:
                    if one == seat and seed % 2:
                        continue  # it seems to hold, in both
                    with suppress(Refused):
                        side.ask(one, SealOrder(one, OrderText("", f"{one} works")))
                secretly(side, seat, random)
            side.ask(FACILITATOR, Advance(phase, holds=True))
            choose_all(side)
            yield f"turn {turn}, after {phase}"
        results(side, seed, random)
        yield f"turn {turn}, results"
        side.chance(1000 * turn + 500)
        side.ask(FACILITATOR, Advance("adjudicate", holds=True))
        choose_all(side)
        yield f"turn {turn}, wrap"


def play(seed: int) -> int:
    """One pair of games; by how many covert orders they differ."""
    random = Random(seed)
    seat = random.choice(SEATS)
    others = [one for one in SEATS if one != seat]
    sides = [Side(Hidden(), others) for _ in range(2)]
    moments = [turns(side, seed, seat, Random(f"{seed}/{n}")) for n, side in enumerate(sides)]
    for first, second in zip(*moments, strict=True):
        assert first == second
        for who in sides[0].views:
            one, other = (side.views[who] for side in sides)
            assert one == other, (seed, who, first)
    return abs(sides[0].covert - sides[1].covert)


def test_a_covert_act_that_changes_nothing_is_never_seen() -> None:
    assert sum(play(seed) for seed in range(12)) > 4


@pytest.mark.slow
def test_sixty_games_with_other_covert_acts_look_the_same() -> None:
    assert sum(play(seed) for seed in range(12, 72)) > 30
