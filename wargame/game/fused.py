"""A game played straight through by rules that were written out: what a simulation plays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wargame.game.automatic import MOST_DRAWS, Automatic
from wargame.game.chance import Counter
from wargame.game.fusing import Fusing
from wargame.game.prepared import Prepared, ReadyCard
from wargame.game.straight import Choice, Player, Straight, laid_out


@dataclass(slots=True)
class Fused(Straight):
    """A game whose orders, cards, phases and menus each take one call where they can."""

    fusing: Fusing = field(init=False)

    def _judge(self, choice: Choice) -> None:
        judge = self.fusing.judges[choice.given.id]
        if judge is None or choice.assets:
            Straight._judge(self, choice)
        else:
            judge(self, choice)

    def turn_up(self, ready: ReadyCard) -> None:
        """A card is turned up."""
        act = self.fusing.acts[ready.id]
        if act is None:
            Automatic.turn_up(self, ready)
        else:
            act(self)

    def _fire(self, phase: str) -> None:
        rules = self.fusing.phases[phase]
        if rules is not None:
            rules(self)

    def _draws(self) -> None:
        """The draws of the event phase; a deck that is no seat's is drawn from without further ado."""
        piles, cards, acts = self.piles, self.ready.cards, self.fusing.acts
        for deck, count in self.ready.drawing:
            for _ in range(count):
                pile = piles[deck.id]
                if deck.seat or not pile or self.draws >= MOST_DRAWS:
                    self.draw(deck)
                    continue
                self.draws += 1
                card = pile.pop()
                act = acts[card]
                if act is not None:
                    act(self)
                elif cards[card].card.kind == "asset":
                    pile.append(card)
                    self.draws -= 1
                    self.draw(deck)
                else:
                    Automatic.turn_up(self, cards[card])

    def _orders(self) -> dict[str, Sequence[Choice]]:
        """What every seat that is played orders."""
        ready, board, menus = self.ready, self.board, self.fusing.menus
        orders: dict[str, Sequence[Choice]] = {}
        for seat, player in self.players.items():
            if ready.orders[seat] != 1:
                orders[seat] = self._several(seat, player)
                continue
            choice = player.order(self, seat, () if ready.open[seat] else menus[seat](board), ())
            orders[seat] = () if choice is None else (choice,)
        return orders

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
    if "fusing" not in ready.made:
        ready.made["fusing"] = Fusing(ready)
    game.fusing = ready.made["fusing"]
    return game
