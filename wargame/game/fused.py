"""A game played straight through by rules that were written out: what a simulation plays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from wargame.game.automatic import MOST_DRAWS, Automatic
from wargame.game.chance import Counter
from wargame.game.fusing import Fusing
from wargame.game.prepared import Prepared, ReadyCard
from wargame.game.records import dataclass
from wargame.game.straight import Choice, Player, Straight, laid_out


@dataclass(slots=True)
class Fused(Straight):
    """A game whose orders, cards, phases and menus each take one call where they can."""

    fusing: Fusing = field(init=False)

    def turn(self) -> None:
        """Play one turn: event, orders, reveal, adjudicate, wrap."""
        board, fusing = self.board, self.fusing
        board.turn += 1
        if self.passing:
            for name in self.passing:
                board.counts.pop(name, None)
            self.passing.clear()
        self._event()
        if self.dilemmas:
            self.answer()
        orders = self.orders = self._orders()
        self.draws = 0
        if fusing.reveal is not None:
            fusing.reveal(self)
        if self.dilemmas:
            self.answer()
        start = (board.turn - 1) % len(self.first)
        for seat in (*self.first[start:], *self.first[:start]):
            for choice in orders.get(seat, ()):
                self.draws = 0
                judge = choice.given.judge
                if judge is None or choice.assets:
                    self._judge(choice)
                else:
                    judge(self, choice)
                if self.dilemmas:
                    self.answer()
        self.wrap = True
        self.wrap_up()
        if self.dilemmas:
            self.answer()
        self.wrap = False
        self.over = bool(self.ending) or board.turn >= board.turns

    def _judge(self, choice: Choice) -> None:
        """Adjudicate an order for the first time, or one to which assets are attached."""
        if choice.given.judge is None:
            choice.given.judge = self.fusing.judge(choice.given) or Straight._judge
        Straight._judge(self, choice)

    def turn_up(self, ready: ReadyCard) -> None:
        """A card is turned up."""
        act = self.fusing.acts[ready.id]
        if act is None:
            Automatic.turn_up(self, ready)
        else:
            act(self)

    def _event(self) -> None:
        ready, fusing, turn = self.ready, self.fusing, self.board.turn
        self.draws = 0
        if turn in ready.dated:
            for card in ready.dated[turn]:
                self.turn_up(ready.cards[card])
        if self.scheduled:
            self._due()
        piles, acts = self.piles, fusing.acts
        for deck, count in ready.drawing:
            for _ in range(count):
                pile = piles[deck.id]
                act = acts[pile[-1]] if pile and not deck.seat else None
                if act is None or self.draws >= MOST_DRAWS:
                    self.draw(deck)
                else:
                    pile.pop()
                    self.draws += 1
                    act(self)
        if fusing.event is not None:
            fusing.event(self)

    def _fire(self, phase: str) -> None:
        if self.fusing.wrap is not None:
            self.fusing.wrap(self)

    def _orders(self) -> dict[str, Sequence[Choice]]:
        """What every seat that is played orders."""
        ready, board, menus = self.ready, self.board, self.fusing.menus
        orders: dict[str, Sequence[Choice]] = {}
        for seat, player in self.players.items():
            if ready.orders[seat] != 1:
                orders[seat] = self.several(seat, [])
                continue
            choice = player.order(self, seat, () if ready.open[seat] else menus[seat](board), ())
            orders[seat] = () if choice is None else (choice,)
        return orders

    def _reached(self) -> str:
        return Straight._reached(self) if self.past else self.fusing.endings(self.board)

    def _closed(self, seat: str, mine: Sequence[Choice]) -> Sequence[int]:
        if mine:
            return Straight._closed(self, seat, mine)
        closed: list[int] = self.fusing.menus[seat](self.board)
        return closed


def begin(
    ready: Prepared, players: Mapping[str, Player], seed: bytes, changed: Mapping[int, int]
) -> Fused:
    """A new game, shuffled and set up. `changed` sets tracks by index to other values than the setup's."""
    game = laid_out(Fused, ready, players, Counter(seed), changed)
    game.fusing = fusing_of(ready)
    return game


def fusing_of(ready: Prepared) -> Fusing:
    """The written-out rules of a scenario, made for its first game."""
    if "fusing" not in ready.made:
        ready.made["fusing"] = Fusing(ready)
    made: Fusing = ready.made["fusing"]
    return made
