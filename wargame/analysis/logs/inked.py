"""A game that keeps its log by rules that were written out with their entries, where they could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from wargame.analysis.logs.inking import Inking, inking_of
from wargame.analysis.logs.logged import Logged
from wargame.game.automatic import MOST_DRAWS
from wargame.game.pieces import Deck
from wargame.game.records import dataclass
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

    def _event(self) -> None:
        """Dated cards, what was scheduled, draws, standing rules of the event phase."""
        self.draws = 0
        ready, turn, piles = self.ready, self.board.turn, self.piles
        if turn in ready.dated:
            for card in ready.dated[turn]:
                self.turn_up(ready.cards[card])
        if self.scheduled:
            self._due()
        for deck, count in ready.drawing:
            acts = self.inking.draws[deck.id]
            for _ in range(count):
                pile = piles[deck.id]
                act = acts[pile[-1]] if pile and not deck.seat else None
                if act is None or self.draws >= MOST_DRAWS:
                    Logged.draw(self, deck)
                else:
                    pile.pop()
                    self.draws += 1
                    act(self)
        self._fire("event")

    def _orders(self) -> dict[str, Sequence[Choice]]:
        """What every seat orders; an order that is written out is sealed at once."""
        ready, inks, ids, texts = self.ready, self.inking.inks, self.ids, self.texts
        chance, turn = self.chance, self.board.turn
        orders: dict[str, Sequence[Choice]] = {}
        one_each = True
        for seat, player in self.players.items():
            if ready.orders[seat] != 1:
                orders[seat], one_each = self.several(seat, []), False
                continue
            closed = () if ready.open[seat] else self._closed(seat, ())
            mark = chance.first + chance.place
            choice = player.order(self, seat, closed, ())
            if choice is None:
                orders[seat], one_each = (), False
                continue
            orders[seat] = (choice,)
            judge, seals = inks[choice.given.id]
            ids[seat], before, between = seals[turn, choice.target]
            if judge is None or choice.assets:
                self.mark = mark
                self._seal(seat, ids[seat][0], choice)
            else:
                texts.append(f"{before}{mark}{between}{chance.first + chance.place - mark}}}")
        if one_each and len(ids) == len(self.first):
            shown, text = self.inking.reveals[turn, self.first]
            texts.append(text)
            self.to_judge = iter(shown)
        else:
            self._reveal()
        return orders

    def _adjudicate(self, orders: Mapping[str, Sequence[Choice]]) -> None:
        """Adjudicate this turn's orders, in turn order."""
        inks = self.inking.inks
        for seat in self.turn_order():
            for choice in orders.get(seat, ()):
                self.draws = 0
                judge = None if choice.assets else inks[choice.given.id][0]
                if judge is None:
                    self._judge(choice)
                else:
                    judge(self, choice)
                if self.dilemmas:
                    self.answer()

    def wrap_up(self) -> None:
        """The end of a turn, if anything can happen there."""
        self.draws = 0
        quiet = not (self.lasting or self.board.facts)
        if not (quiet and self.inking.quiet):
            Logged.wrap_up(self)

    def open(self) -> None:
        """Shuffle the decks, place the setup's cards, and draw who goes first."""
        self.inking = inking_of(self.ready)
        Logged.open(self)
