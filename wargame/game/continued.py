"""What a simulation looks up where a game goes on: the scenario's own, and what this game has added to it.

Protections stand against orders as further factors, and facts of the table's own help or hinder seats that no
fact of the scenario would. So the same written-out rules play on from any moment, and a game to which nothing
was added is played by exactly what its scenario says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wargame.game.board import Amount, Board
from wargame.game.pieces import OrderRule
from wargame.game.prepared import Given, Prepared
from wargame.game.protections import in_the_way
from wargame.game.scenario import Scenario
from wargame.game.undertaken import Protection


def continued(
    ready: Prepared, facts: Iterable[str], protected: Sequence[Protection] = ()
) -> Prepared:
    """A scenario laid out for a game with these protections, in which facts help the seats named in `facts`."""
    helped = ready.helped | set(facts)
    if not protected and helped == ready.helped:
        return ready
    menus = {
        seat: tuple(_guarded(ready.scenario, one, protected) for one in menu)
        for seat, menu in ready.menus.items()
    }
    return replace(ready, menus=menus, helped=helped, made={})


def _guarded(scenario: Scenario, given: Given, protected: Sequence[Protection]) -> Given:
    """An order of the menu with what protections take from it among its factors."""
    taken = _taken(scenario, given.rule, protected)
    factors = given.factors if taken is None else (*given.factors, (None, taken))
    return replace(given, factors=factors, judge=None)


def _taken(scenario: Scenario, rule: OrderRule, protected: Sequence[Protection]) -> Amount | None:
    """What protections take from an order, by its target; None where they take nothing."""
    levels = [
        -sum(one.level for one in in_the_way(scenario, protected, rule, target))
        for target in range(-1, len(rule.targets))
    ]
    if not any(levels):
        return None

    def taken(board: Board, target: int) -> int:
        return levels[target + 1]

    return taken
