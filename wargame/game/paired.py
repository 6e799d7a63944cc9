"""Games that are compared with each other: the same seed, and one thing done otherwise.

The rules are those of `wargame.game.straight`. What is different is that every throw has a purpose
(a rule, an effect, a seat's dice, a seat's choice), and its numbers belong to the turn and that
purpose: two games of one seed stay close to each other but for what the difference brings about.
Orders can be laid down for a turn or ruled out, and effects can be made to happen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from wargame.game.automatic import Automatic
from wargame.game.chance import Labelled
from wargame.game.names import Quality
from wargame.game.pieces import Card, Deck
from wargame.game.prepared import Given, Prepared, ReadyRule
from wargame.game.records import dataclass
from wargame.game.settling import Settling
from wargame.game.straight import Choice, Player, Straight, laid_out

CERTAIN = 100
"""Per cent: what always comes off and is not thrown for."""


@dataclass(slots=True, frozen=True)
class LaidDown:
    """An order that is to be given: its place on the seat's menu, the index of its target (-1: none).

    `quality` is what it comes to, whatever speaks for or against it; left out, it is adjudicated.
    """

    place: int
    target: int = -1
    quality: Quality | None = None


@dataclass(slots=True)
class Ordered(Choice):
    """An order that was laid down, as it is given."""

    quality: Quality | None = None


@dataclass(slots=True, frozen=True)
class Course:
    """What is done otherwise than a game would go.

    `orders` are laid down by seat and turn, in their order; `ruled_out` are places on a seat's menu
    that stay closed on a turn; `happens` takes place on a turn before orders are given.
    """

    orders: Mapping[str, Mapping[int, tuple[LaidDown, ...]]] = field(default_factory=dict)
    ruled_out: Mapping[str, Mapping[int, frozenset[int]]] = field(default_factory=dict)
    happens: Mapping[int, tuple[Settling, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Paired(Straight):
    """A game whose chance is by turn and purpose, on a course of its own."""

    chance: Labelled
    course: Course = field(default_factory=Course)
    fixed: Quality | None = None

    def fire(self, rules: Sequence[ReadyRule]) -> None:
        """Standing rules, in scenario order, each with chance of its own."""
        turn = self.board.turn
        for rule in rules:
            if rule.chance is not None:
                self.chance.at(turn, rule.id)
            Automatic.fire(self, (rule,))

    def lucky(self, settling: Settling, target: int) -> int:
        """Throw for effects, each with chance of its own."""
        bits, turn = 0, self.board.turn
        for place, chance in settling.chances:
            percent = chance(self.board, target)
            if 0 < percent < CERTAIN:
                self.chance.at(turn, settling.effects[place].key)
            if self.comes_off(percent):
                bits |= 1 << place
        return bits

    def draw(self, deck: Deck) -> None:
        """Draw a card; the discards may have to be shuffled for it."""
        self.chance.at(self.board.turn, f"shuffle:{deck.id}")
        Automatic.draw(self, deck)

    def _orders(self) -> dict[str, Sequence[Choice]]:
        """What happens on this course, and then what every seat orders."""
        for settling in self.course.happens.get(self.board.turn, ()):
            self.draws = 0
            self.settle(settling, -1)
            if self.dilemmas:
                self.answer()
        return Straight._orders(self)

    def _judge(self, choice: Choice) -> None:
        """Adjudicate one order; its dice are its seat's on this turn, whatever the order is."""
        self.chance.at(self.board.turn, f"dice:{choice.given.rule.seat}")
        self.fixed = choice.quality if isinstance(choice, Ordered) else None
        Straight._judge(self, choice)

    def quality(
        self, given: Given, target: int, bonuses: Sequence[int], argued: int = 0
    ) -> Quality:
        """What an order comes to: what was laid down, or what the dice show."""
        if self.fixed is not None:
            return self.fixed
        return Straight.quality(self, given, target, bonuses, argued)


@dataclass(slots=True, frozen=True)
class Prompted:
    """A player who is held to a course, and whose choices have chance of their own."""

    player: Player
    chance: Labelled
    orders: Mapping[int, tuple[LaidDown, ...]]
    ruled_out: Mapping[int, frozenset[int]]

    def order(
        self, game: Straight, seat: str, closed: Sequence[int], mine: Sequence[Choice]
    ) -> Choice | None:
        """What is laid down, as far as it can be given now: else nothing. Beyond that, what the player wants."""
        turn = game.board.turn
        laid_down = self.orders.get(turn, ())
        if len(mine) < len(laid_down):
            return _given(game, seat, closed, laid_down[len(mine)])
        if turn in self.ruled_out:
            closed = [*closed, *self.ruled_out[turn]]
        self.chance.at(turn, f"order:{seat}")
        return self.player.order(game, seat, closed, mine)

    def option(self, game: Straight, card: Card, ways: Sequence[int]) -> int:
        """What the player wants."""
        self.chance.at(game.board.turn, f"option:{card.id}")
        return self.player.option(game, card, ways)


def _given(game: Straight, seat: str, closed: Sequence[int], one: LaidDown) -> Ordered | None:
    """An order that is laid down; None when it cannot be given, or not with this target."""
    given = game.ready.menus[seat][one.place]
    if one.place in closed or (one.target >= 0 and one.target not in given.aims(game.board)):
        return None
    return Ordered(given, one.target, given.rule.covert == "yes", quality=one.quality)


def begin_paired(
    ready: Prepared, players: Mapping[str, Player], seed: bytes, course: Course
) -> Paired:
    """A new game on a course, shuffled and set up."""
    chance = Labelled(seed)
    prompted = {
        seat: Prompted(player, chance, course.orders.get(seat, {}), course.ruled_out.get(seat, {}))
        for seat, player in players.items()
    }
    game = laid_out(Paired, ready, prompted, chance, {})
    game.course = course
    return game
