"""What happens by itself in a game played straight through, with an entry for each of it.

The counterpart of `wargame.game.automatic` that keeps a record: the entries are those of a game that
goes through the rules of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from wargame.analysis.logs.frame import frame_of
from wargame.analysis.logs.lines import SESSION, begun, text_of
from wargame.game.automatic import MOST_DRAWS, Automatic
from wargame.game.chance import COUNTER_1
from wargame.game.changes import (
    CardMove,
    Cause,
    Change,
    Detected,
    DrawCards,
    EndingMade,
    FactEnded,
    Scheduled,
    ThrowResult,
)
from wargame.game.effects import noted, paid
from wargame.game.events import (
    BY_TABLE,
    CardDrawn,
    CardPlaced,
    DeckShuffled,
    DiceThrown,
    DilemmaPut,
    EffectsApplied,
    EndingReached,
    Event,
    ThrowCalled,
)
from wargame.game.names import FACILITATOR, TABLE
from wargame.game.pieces import Deck
from wargame.game.prepared import ReadyCard, ReadyRule
from wargame.game.records import dataclass
from wargame.game.settling import Settling
from wargame.game.state import State
from wargame.game.straight import Straight

OF_ITSELF = -1
"""The index of a cause's own chance."""


@dataclass(slots=True)
class Recorded(Straight):
    """One game with its entries, as `texts` from whose they are to their data.

    `state` shares the board and the hands with the game: the rules of a live game read it; it is made
    (as `shared`) when the first of them does. `by` is who acts.
    """

    shared: State | None = None
    by: str = FACILITATOR
    texts: list[str] = field(default_factory=list)

    @property
    def state(self) -> State:
        """The game as the rules of a table see it."""
        state = self.shared
        if state is None:
            state = self.shared = self._state()
        state.phase = "wrap" if self.wrap else "event"
        return state

    def _state(self) -> State:
        return State(
            scenario=self.ready.scenario,
            session=SESSION,
            setup=self.ready.setup.id,
            board=self.board,
            seed=b"",
            commitment="",
            seed_given=True,
            chance=COUNTER_1,
            banner="",
            hand_dice=False,
            people={},
            playbooks={},
            hands=self.hands,
        )

    def write(self, event: Event) -> None:
        """Keep an entry, by the table or by whoever is acting."""
        self.texts.append(text_of(TABLE if isinstance(event, BY_TABLE) else self.by, event))

    def open(self) -> None:
        """Shuffle the decks, place the setup's cards, and draw who goes first."""
        ready, chance, frame = self.ready, self.chance, frame_of(self.ready)
        for deck, cards in ready.shuffled:
            self.texts.append(frame.shuffled[deck](chance.used))
            self.piles[deck] = list(reversed(chance.shuffled(cards)))
        for placed in ready.setup.place:
            card = ready.cards[placed.card].card
            seat = ready.scenario.deck(card.deck).seat or card.seat
            self.place(placed.card, placed.where, seat)
        self.texts.append(frame.first(chance.used))
        self.first = chance.shuffled(ready.seats)

    def fire(self, rules: Sequence[ReadyRule]) -> None:
        """Standing rules, in scenario order."""
        board = self.board
        for rule in rules:
            if rule.once and rule.id in self.once:
                continue
            if rule.when is not None and not rule.when(board, -1):
                continue
            cause = Cause("rule", rule.id)
            if rule.chance is not None and not self.come_off(
                cause, OF_ITSELF, rule.chance(board, -1)
            ):
                continue
            self.once.add(rule.id)
            self.ruled.append(rule.id)
            self.apply(cause, rule.settling)

    def come_off(self, cause: Cause, index: int, percent: int) -> bool:
        """A chance thrown by the table: 0 and 100 are not thrown."""
        if not 0 < percent < 100:
            return percent > 0
        label = self.chance.label(SESSION)
        shown = self.chance.throw_d100()
        self.write(
            ThrowCalled("chance", cause, index, "chance", 100, 0, percent, percent * 100, label)
        )
        self.write(DiceThrown(ThrowResult(label, "", 100, [shown], entered=False)))
        return shown <= percent

    def luck(self, cause: Cause, parts: Iterable[Settling]) -> list[int]:
        """Which chances of lists of effects come off, each chance with an index of its own."""
        found, offset = [], 0
        for part in parts:
            bits = 0
            for place, percent in part.chances:
                if self.come_off(cause, offset + place, percent(self.board, cause.target)):
                    bits |= 1 << place
            found.append(bits)
            offset += len(part.effects)
        return found

    def apply(
        self,
        cause: Cause,
        settling: Settling,
        costs: Iterable[tuple[int, int]] = (),
        card: str = "",
    ) -> bool:
        """Let a cause do what it does; whether it moved this card."""
        lucky = self.luck(cause, [settling])
        changes = paid(self.state, self.board, costs, "The price")
        first = self.state.first_turn()
        noted(self.state, self.board, settling, lucky[0], first, cause, changes)
        self.write(EffectsApplied(cause, changes))
        self.take_over(changes)
        return self.move(changes, card)

    def take_over(self, changes: Iterable[Change]) -> None:
        """What changes ask beyond the board and the cards."""
        for change in changes:
            match change:
                case Scheduled():
                    self.scheduled.append(change)
                case EndingMade():
                    self.end(change.ending)
                case Detected():
                    self.state.detected.add(change.order_id)
                case _:
                    continue

    def move(self, changes: Iterable[Change], card: str = "") -> bool:
        """Move and draw the cards that changes ask for; whether this card was to be moved."""
        moved = False
        for change in changes:
            match change:
                case CardMove():
                    moved = moved or change.card == card
                    self.place(change.card, change.where, change.seat, change.deck)
                case DrawCards():
                    for _ in range(change.count):
                        self.draw(self.ready.scenario.deck(change.deck))
                case _:
                    continue
        return moved

    def _due(self) -> None:
        for one in [one for one in self.scheduled if one.turn <= self.board.turn]:
            self.scheduled.remove(one)
            self.apply(Cause("later", one.key, one.target, one.order), self.ready.later[one.key])

    def draw(self, deck: Deck) -> None:
        """Draw a card."""
        if (deck.seat and len(self.hands[deck.seat]) >= deck.hand) or self.draws >= MOST_DRAWS:
            return
        if not self.piles[deck.id]:
            old = self.discards[deck.id]
            if not old:
                return
            self.write(DeckShuffled(deck.id, self.chance.label(SESSION), old))
            self.piles[deck.id] = list(reversed(self.chance.shuffled(old)))
            self.discards[deck.id] = []
        self.draws += 1
        ready = self.ready.cards[self.piles[deck.id].pop()]
        hand = deck.seat or self.owner_of(ready.card) if ready.card.kind == "asset" else ""
        self.write(CardDrawn(deck.id, ready.id, hand))
        if hand:
            self.hands[hand].append(ready.id)
        else:
            self.turn_up(ready)

    def turn_up(self, ready: ReadyCard) -> None:
        """A card is turned up."""
        card, cause = ready.card, Cause("card", ready.id)
        if ready.when is not None and not ready.when(self.board, -1):
            self.write(EffectsApplied(cause, [], fired=False))
            self.put_away(ready)
        elif card.kind == "dilemma":
            self.write(DilemmaPut(card.id, card.seat))
            if card.id not in self.dilemmas:
                self.dilemmas.append(card.id)
        elif card.kind == "event":
            self.acted.append(card.id)
            if not self.apply(cause, ready.settling, card=card.id):
                self.put_away(ready)
        elif card.kind == "asset" and self.owner_of(card):
            self.place(card.id, "hand", self.owner_of(card))
        else:
            self.write(EffectsApplied(cause, [], fired=card.kind == "lasting"))
            Automatic.turn_up(self, ready)

    def place(self, card_id: str, where: str, seat: str = "", deck: str = "") -> None:
        """Put a card somewhere."""
        deck = deck or self.ready.cards[card_id].card.deck
        self.write(CardPlaced(deck, card_id, where, seat))  # type: ignore[arg-type]
        Automatic.place(self, card_id, where, seat, deck)

    def wrap_up(self) -> None:
        """The end of a turn; its mark stands only where something happens."""
        self.draws, mark = 0, len(self.texts)
        self.texts.append(begun("wrap", self.board.turn))
        lasting = list(self.lasting)
        self._fire("wrap")
        for card in lasting:
            self.apply(Cause("lasting", card), self.ready.cards[card].settling)
        self.expire()
        self.end_if_reached()
        if len(self.texts) == mark + 1:
            self.texts.pop()

    def expire(self) -> None:
        """Put lasting cards away, and end the facts whose time is over."""
        turn, facts = self.board.turn, self.board.facts
        over = [one for one in facts.values() if 0 < one.until <= turn]
        Straight.expire(self)
        if over:
            why = "Its time is over."
            ended = [FactEnded(one.fact, why, text=one.text, sees=one.sees) for one in over]
            self.write(EffectsApplied(Cause("expiry", str(turn)), list(ended)))

    def end_if_reached(self) -> None:
        """The game ends when the condition of an ending holds."""
        if not self.ending and (ending := self._reached()):
            self.write(EndingReached(ending))
            self.end(ending)
