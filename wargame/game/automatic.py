"""What happens by itself in a game played straight through: causes, effects, cards.

The counterpart of `wargame.game.cards` and `wargame.game.effects`, without the record.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Sequence
from dataclasses import field

from wargame.game.board import Board
from wargame.game.chance import Counter
from wargame.game.changes import Scheduled
from wargame.game.pieces import Card, Deck, Effect
from wargame.game.prepared import Prepared, ReadyCard, ReadyRule
from wargame.game.records import dataclass
from wargame.game.settling import Settling

MOST_DRAWS = 60
"""Draws that one step of the game may lead to, as in a kept game."""


@dataclass(slots=True)
class Automatic:
    """A board with its cards. A pile's top is its list's end.

    `acted` are the cards, and `ruled` the standing rules, that did something, as often as they did.
    `past` are the endings that were played on from.
    """

    ready: Prepared
    chance: Counter
    board: Board
    piles: dict[str, list[str]]
    discards: dict[str, list[str]]
    hands: dict[str, list[str]]
    ending: str = ""
    wrap: bool = False
    lasting: dict[str, int] = field(default_factory=dict)
    scheduled: list[Scheduled] = field(default_factory=list)
    once: set[str] = field(default_factory=set)
    dilemmas: list[str] = field(default_factory=list)
    acted: list[str] = field(default_factory=list)
    ruled: list[str] = field(default_factory=list)
    asked: list[tuple[Effect, int]] = field(default_factory=list)
    draws: int = 0
    past: frozenset[str] = frozenset()

    @property
    def fired(self) -> Tally[str]:
        """How often each card did something."""
        return Tally(self.acted)

    @property
    def rules(self) -> Tally[str]:
        """How often each standing rule fired."""
        return Tally(self.ruled)

    def end(self, ending: str) -> None:
        """The game has reached an ending; the first one counts."""
        self.ending = self.ending or ending
        self.board.counts[f"ending.{ending}"] = 1

    def fire(self, rules: Sequence[ReadyRule]) -> None:
        """Standing rules, in scenario order."""
        board = self.board
        for rule in rules:
            if rule.once and rule.id in self.once:
                continue
            if rule.when is not None and not rule.when(board, -1):
                continue
            if rule.chance is not None and not self.comes_off(rule.chance(board, -1)):
                continue
            self.settle(rule.settling, -1)
            self.once.add(rule.id)
            self.ruled.append(rule.id)

    def _fire(self, phase: str) -> None:
        """The standing rules of a phase."""
        if rules := self.ready.rules[phase]:
            self.fire(rules)

    def comes_off(self, percent: int) -> bool:
        """A chance thrown by the table: 0 and 100 are not thrown."""
        if percent <= 0:
            return False
        return percent >= 100 or self.chance.below(100) < percent

    def lucky(self, settling: Settling, target: int) -> int:
        """Which chances of a list of effects come off: a bit for the place of each."""
        bits = 0
        for place, percent in settling.chances:
            if self.comes_off(percent(self.board, target)):
                bits |= 1 << place
        return bits

    def settle(self, settling: Settling, target: int, card: str = "") -> bool:
        """Run effects, and then what they asked for beyond the board; whether they moved this card."""
        lucky = self.lucky(settling, target) if settling.chances else 0
        board = self.board
        settling.run(board, target, lucky, board.turn + self.wrap, None, self.act)
        return self.follow(card) if self.asked else False

    def act(self, effect: Effect, target: int) -> None:
        """Note what an effect asks beyond the board; scheduling takes place at once."""
        match effect.kind:
            case "later":
                self.scheduled.append(Scheduled(effect.key, self.board.turn + effect.delay, target))
            case "card" | "draw" | "ending":
                self.asked.append((effect, target))
            case _:
                pass  # who knows of a covert order changes nothing on the board

    def follow(self, card: str = "") -> bool:
        """End the game, move and draw cards as effects asked; whether this card was to be moved."""
        asked, self.asked = self.asked, []
        for effect, _ in asked:
            if effect.kind == "ending":
                self.end(effect.name)
        moved = any(effect.kind == "card" and effect.name == card for effect, _ in asked)
        for effect, _ in asked:
            if effect.kind == "card":
                self.place(effect.name, effect.where, effect.seat, effect.deck)
            elif effect.kind == "draw":
                for _ in range(effect.count):
                    self.draw(self.ready.scenario.deck(effect.deck))
        return moved

    def draw(self, deck: Deck) -> None:
        """Draw a card, as in a kept game: not to a full hand, and discards are shuffled in when needed."""
        if deck.seat and len(self.hands[deck.seat]) >= deck.hand:
            return
        if self.draws >= MOST_DRAWS:
            return
        pile = self.piles[deck.id]
        if not pile:
            old = self.discards[deck.id]
            if not old:
                return
            pile = self.piles[deck.id] = list(self.chance.shuffled(old))
            pile.reverse()
            self.discards[deck.id] = []
        self.draws += 1
        card = self.ready.cards[pile.pop()]
        hand = deck.seat or self.owner_of(card.card) if card.card.kind == "asset" else ""
        if hand:
            self.hands[hand].append(card.id)
        else:
            self.turn_up(card)

    def owner_of(self, card: Card) -> str:
        """Whose hand an asset goes to; empty when nobody's."""
        return card.seat or self.ready.scenario.deck(card.deck).seat

    def turn_up(self, ready: ReadyCard) -> None:
        """A card is turned up."""
        card = ready.card
        if ready.when is not None and not ready.when(self.board, -1):
            self.put_away(ready)
        elif card.kind == "dilemma":
            if card.id not in self.dilemmas:
                self.dilemmas.append(card.id)
        elif card.kind == "asset":
            if seat := self.owner_of(card):
                self.place(card.id, "hand", seat)
            else:
                self.put_away(ready)
        else:
            self.acted.append(card.id)
            if card.kind == "lasting":
                first = self.board.turn + self.wrap
                self.lasting[card.id] = first + card.lasts - 1 if card.lasts else 0
            elif not self.settle(ready.settling, -1, card.id):
                self.put_away(ready)

    def put_away(self, ready: ReadyCard) -> None:
        """A card that has done what it does goes to the discards; a dated one leaves the game."""
        self.place(ready.id, ready.card.put_away)

    def place(self, card_id: str, where: str, seat: str = "", deck: str = "") -> None:
        """Put a card somewhere, from wherever it lies: into its own deck when no other is named.

        The top of a pile is the list's end.
        """
        deck = deck or self.ready.cards[card_id].card.deck
        for places in (self.piles, self.discards, self.hands):
            for cards in places.values():
                if card_id in cards:
                    cards.remove(card_id)
        self.lasting.pop(card_id, None)
        match where:
            case "top":
                self.piles[deck].append(card_id)
            case "bottom":
                self.piles[deck].insert(0, card_id)
            case "hand":
                self.hands[seat].append(card_id)
            case "discard" if deck:
                self.discards[deck].append(card_id)
            case _:
                pass

    def waiting(self, seat: str) -> str:
        """The first dilemma that waits for a seat; empty when none does."""
        cards = self.ready.cards
        return next((one for one in self.dilemmas if cards[one].card.seat == seat), "")

    def affordable(self, cost: Sequence[tuple[int, int]]) -> bool:
        """Whether the board has what something costs."""
        tracks, lows = self.board.tracks, self.ready.lows
        return all(tracks[index] - amount >= lows[index] for index, amount in cost)

    def pay(self, cost: Sequence[tuple[int, int]]) -> None:
        """Take what something costs, as far as it is there."""
        tracks, lows = self.board.tracks, self.ready.lows
        for index, amount in cost:
            tracks[index] = max(lows[index], tracks[index] - amount)

    def expire(self) -> None:
        """Put lasting cards away, and end the facts whose time is over."""
        board = self.board
        if self.lasting:
            for card in [card for card, until in self.lasting.items() if 0 < until <= board.turn]:
                self.place(card, self.ready.cards[card].card.put_away)
        if board.facts:
            over = [fact for fact, made in board.facts.items() if 0 < made.until <= board.turn]
            for fact in over:
                del board.facts[fact]

    def end_if_reached(self) -> None:
        """The game ends when the condition of an ending holds, and none was reached before."""
        if not self.ending and (ending := self._reached()):
            self.end(ending)

    def _reached(self) -> str:
        """The first ending that holds; empty when none does."""
        board = self.board
        last = board.turn >= board.turns
        for ending, when, final in self.ready.endings:
            if (last or not final) and ending not in self.past and when(board, -1):
                return ending
        return ""
