"""A game that keeps its log by rules that were written out with their entries, where they could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wargame.analysis.inking import Inking, inking_of
from wargame.analysis.logged import Logged
from wargame.game.automatic import MOST_DRAWS
from wargame.game.scenario import Deck
from wargame.game.straight import Choice


@dataclass(slots=True)
class Inked(Logged):
    """A game with its log whose orders and cards take one call each where they can."""

    inking: Inking = field(init=False)

    def draw(self, deck: Deck) -> None:
        """Draw a card; one that is written out is turned up at once."""
        pile = self.piles[deck.id]
        act = self.inking.draws[deck.id][pile[-1]] if pile and not deck.seat else None
        if act is None or self.draws >= MOST_DRAWS:
            Logged.draw(self, deck)
        else:
            pile.pop()
            self.draws += 1
            act(self)

    def _orders(self) -> dict[str, Sequence[Choice]]:
        """What every seat orders; an order that is written out is sealed at once."""
        ready, seals, judges = self.ready, self.inking.seals, self.inking.judges
        chance, turn, ids = self.chance, self.board.turn, self.ids
        orders: dict[str, Sequence[Choice]] = {}
        for seat, player in self.players.items():
            if ready.orders[seat] != 1:
                orders[seat] = self.several(seat, [])
                continue
            closed = () if ready.open[seat] else self._closed(seat, ())
            mark = chance.first + chance.place
            choice = player.order(self, seat, closed, ())
            if choice is None:
                orders[seat] = ()
                continue
            orders[seat] = (choice,)
            ids[seat], before, between = seals[turn, choice.given.id, choice.target]
            if choice.assets or judges[choice.given.id] is None:
                self.mark = mark
                self._seal(seat, ids[seat][0], choice)
            else:
                words = chance.first + chance.place - mark
                self.texts.append(f"{before}{mark}{between}{words}}}")
        self._reveal()
        return orders

    def _reveal(self) -> None:
        """The orders of this turn are revealed; where each seat gave one, the entry is known."""
        if len(self.ids) < len(self.first) or any(len(one) != 1 for one in self.ids.values()):
            Logged._reveal(self)
            return
        ids, text = self.inking.reveals[self.board.turn, self.first]
        self.texts.append(text)
        self.to_judge = iter(ids)

    def wrap_up(self) -> None:
        """The end of a turn, if anything can happen there."""
        self.draws = 0
        quiet = not (self.lasting or self.board.facts)
        if not (quiet and self.inking.quiet):
            Logged.wrap_up(self)

    def _judge(self, choice: Choice) -> None:
        judge = self.inking.judges[choice.given.id]
        if judge is None or choice.assets:
            Logged._judge(self, choice)
        else:
            judge(self, choice)

    def open(self) -> None:
        """Shuffle the decks, place the setup's cards, and draw who goes first."""
        self.inking = inking_of(self.ready)
        Logged.open(self)
