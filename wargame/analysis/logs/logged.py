"""A game played straight through that keeps its log: chained entries, in memory, as a save has them.

The log is that of the same game through the rules of a table (`wargame.analysis.kept`), entry by
entry, but for two things: the marks of phases are left out where nothing hangs on them, and an order
that took no chance beside its dice is one entry (`order_judged`) for five.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Self, TypeVar

from wargame.analysis.kept import FOR_SIMULATION
from wargame.analysis.logs.frame import frame_of
from wargame.analysis.logs.lines import SESSION, FirstLine, Log, begun, text_of
from wargame.analysis.logs.recorded import Recorded
from wargame.game.adjudication import factors_of
from wargame.game.chance import COUNTER_1, Counter, commitment
from wargame.game.changes import (
    CardMove,
    Cause,
    Change,
    Detected,
    FactorGiven,
    OrderText,
    ThrowResult,
)
from wargame.game.commands import OpenSession
from wargame.game.effects import noted, paid
from wargame.game.events import (
    AdjudicationOpened,
    DiceThrown,
    DilemmaAnswered,
    MethodChosen,
    OrderJudged,
    OrderSealed,
    OrdersRevealed,
    ResultAccepted,
    ResultProposed,
    Ruled,
    ThrowCalled,
    TrackAdjusted,
)
from wargame.game.names import FACILITATOR, METHODS, TWO_DICE, Method, Quality
from wargame.game.odds import needed_2d6, odds_2d6, quality_2d6
from wargame.game.orders import LONGEST_TEXT
from wargame.game.plain_text import clean
from wargame.game.prepared import Given, Prepared
from wargame.game.projects import stage_text
from wargame.game.records import dataclass
from wargame.game.rulings import NOTICED, result_of
from wargame.game.state import Sealed
from wargame.game.straight import AUTOMATIC, PLAIN, Choice, Player, Straight, constructed
from wargame.table.opening import first_event

PRICE = "What the order costs"
"""The reason on record for what an order takes from a track."""
PLAIN_ENTRIES = 3
"""Entries before the result of an order that is simply thrown for."""


@dataclass(slots=True, frozen=True)
class Ruling:
    """What an order comes to, and by what throw; None when it succeeds of itself."""

    method: Method
    factors: list[FactorGiven]
    quality: Quality
    margin: int = 0
    modifier: int = 0
    needed: int = 0
    odds: int = 0
    throw: ThrowResult | None = None


@dataclass(slots=True)
class Logged(Recorded):
    """One game with its log. `ids` are the orders that seats have sealed this turn, `to_judge` those that wait."""

    seed: bytes = b""
    log: Log = field(init=False)
    to_judge: Iterator[str] = field(default_factory=lambda: iter(()))
    mark: int = 0
    ids: dict[str, Sequence[str]] = field(default_factory=dict)

    def _choose(self, player: Player, card_id: str) -> None:
        self.by = self.ready.cards[card_id].card.seat
        self.mark = self.chance.used
        Straight._choose(self, player, card_id)
        self.by = FACILITATOR

    def take_way(self, card_id: str, chosen: int) -> None:
        """One of a dilemma's options is chosen."""
        ready = self.ready.cards[card_id]
        option = ready.card.options[chosen]
        label, words = self._taken()
        self.write(DilemmaAnswered(card_id, self.by, option.id, label, words))
        self.dilemmas.remove(card_id)
        self.acted.append(card_id)
        cause = Cause("option", f"{card_id}/{option.id}")
        if not self.apply(cause, ready.options[chosen], option.cost, card_id):
            self.put_away(ready)

    def _taken(self) -> tuple[str, int]:
        """The label of the chance that a playbook was given, and how many words it took."""
        return f"{SESSION}/counter/{self.mark}", self.chance.used - self.mark

    def several(self, seat: str, mine: list[Choice]) -> list[Choice]:
        """What one seat orders, one after the other, each sealed."""
        player, ids = self.players[seat], list[str]()
        while len(mine) < self.ready.orders[seat]:
            closed = () if self.ready.open[seat] else self._closed(seat, mine)
            self.mark = self.chance.used
            choice = player.order(self, seat, closed, mine)
            if choice is None:
                break
            mine.append(choice)
            ids.append(f"t{self.board.turn}-{seat}-{len(mine)}")
            self._seal(seat, ids[-1], choice)
        self.ids[seat] = ids
        return mine

    def _seal(self, seat: str, order_id: str, choice: Choice) -> None:
        order = order_text(choice)
        self.state.sealed[order_id] = Sealed(order_id, seat, order, "", "")
        self.by = seat
        self.write(OrderSealed(seat, self.board.turn, order_id, "", "", order, *self._taken()))
        self.by = FACILITATOR

    def turn(self) -> None:
        """Play one turn."""
        if self.shared is not None:
            self.shared.sealed, self.shared.detected = {}, set()
        self.ids = {}
        self.texts.append(begun("event", self.board.turn + 1))
        Straight.turn(self)

    def _orders(self) -> dict[str, Sequence[Choice]]:
        orders = Straight._orders(self)
        self._reveal()
        return orders

    def _reveal(self) -> None:
        """The orders of this turn are revealed, in turn order."""
        ids = [one for seat in self.turn_order() for one in self.ids.get(seat, ())]
        revealed = frame_of(self.ready).revealed
        these: tuple[int | str, ...] = (self.board.turn, *ids)
        if these not in revealed:
            missing = [seat for seat in self.ready.seats if not self.ids.get(seat)]
            event = OrdersRevealed(self.board.turn, ids, missing)
            revealed[these] = text_of(FACILITATOR, event)
        self.texts.append(revealed[these])
        self.to_judge = iter(ids)

    def _judge(self, choice: Choice) -> None:
        """Adjudicate the next order of this turn; what nothing came between becomes one entry."""
        order_id, given, state = next(self.to_judge), choice.given, self.state
        mark, ruling = len(self.texts), self._rule(choice, order_id)
        hand = self.hands[given.rule.seat]
        assets = [self.ready.cards[one] for one in choice.assets if one in hand]
        parts = [given.results[ruling.quality], *(one.settling for one in assets)]
        cause = Cause("order", order_id, choice.target)
        lucky = self.luck(cause, parts)
        seen = self._noticed(given, cause)
        plain = len(self.texts) == mark + PLAIN_ENTRIES and ruling.throw is not None
        text = result_of(given.rule, ruling.quality).text
        text = stage_text(state, state.sealed[order_id], ruling.quality, text)
        changes = paid(state, self.board, given.cost, PRICE)
        for part, bits in zip(parts, lucky, strict=True):
            noted(state, self.board, part, bits, state.first_turn(), cause, changes)
        if seen and order_id not in [one.order_id for one in changes if isinstance(one, Detected)]:
            changes.append(Detected(order_id, "It was noticed."))
        self._conclude(order_id, ruling, changes, text, mark if plain else -1)
        self.count(given, won=ruling.quality in ("strong", "success"))
        self.take_over(changes)
        self._follow(changes, [one.id for one in assets], hand)

    def _noticed(self, given: Given, cause: Cause) -> bool:
        """Whether an order is detected that was given in secret and is not known yet."""
        noticed = given.rule.noticed
        secret = self.state.sealed[cause.id].order.covert and cause.id not in self.state.detected
        if not secret or noticed is None:
            return False
        return self.come_off(cause, NOTICED, noticed(self.board, cause.target))

    def _follow(self, changes: list[Change], assets: list[str], hand: list[str]) -> None:
        """Move and draw cards as changes ask; the assets that went with the order are used up."""
        held = [one for one in assets if one in hand]
        moved = {one.card for one in changes if isinstance(one, CardMove)}
        self.move(changes)
        self.acted += assets
        for asset in held:
            if asset not in moved:
                self.place(asset, "discard")

    def _rule(self, choice: Choice, order_id: str) -> Ruling:
        """What an order comes to, by dice or of itself; its entries up to there."""
        rule, margins = choice.given.rule, self.ready.margins
        factors = factors_of(self.state, self.state.sealed[order_id])
        method: Method = next((one for one in METHODS if one == rule.method), "weighted")
        self.write(AdjudicationOpened(order_id, method, factors))
        if method == AUTOMATIC and all(one.by >= 0 for one in factors):
            self.write(Ruled(order_id, "success"))
            return Ruling(method, factors, "success")
        if method not in TWO_DICE:
            method = "weighted"
            self.write(MethodChosen(order_id, method))
        modifier = 0 if method == PLAIN else sum(one.by for one in factors)
        needed = needed_2d6(modifier, rule.difficulty, margins)
        label, cause = self.chance.label(SESSION), Cause("order", order_id)
        dice = list(self.chance.throw_2d6())
        throw = ThrowResult(label, "", 6, dice, entered=False)
        odds = odds_2d6(needed)
        self.write(ThrowCalled("order", cause, -1, method, 6, modifier, needed, odds, label))
        self.write(DiceThrown(throw, rule.seat))
        quality, margin = quality_2d6(dice, modifier, rule.difficulty, margins)
        return Ruling(method, factors, quality, margin, modifier, needed, odds, throw)

    def _conclude(
        self, order_id: str, ruling: Ruling, changes: list[Change], text: str, mark: int
    ) -> None:
        """The result, proposed and accepted; from `mark` on all is one entry, unless that is -1."""
        sealed = self.state.sealed[order_id]
        if mark < 0 or ruling.throw is None:
            margin = ruling.margin
            self.write(
                ResultProposed(order_id, ruling.method, ruling.quality, margin, changes, text)
            )
            self.write(ResultAccepted(order_id, ruling.quality, changes))
            return
        del self.texts[mark:]
        self.write(
            OrderJudged(
                order_id,
                sealed.seat,
                ruling.method,
                ruling.factors,
                ruling.modifier,
                ruling.needed,
                ruling.odds,
                ruling.throw,
                ruling.quality,
                ruling.margin,
                changes,
                text,
            )
        )

    def play(self) -> Self:
        """Play to the end, close the session, and chain the log."""
        Straight.play(self)
        frame = frame_of(self.ready)
        self.texts.append(begun("hotwash", self.board.turn))
        self.texts.append(frame.objectives(self.board))
        self.texts.append(frame.closed(self.seed.hex()))
        self.log.chain()
        return self


def order_text(choice: Choice) -> OrderText:
    """An order of the menu as its seat writes it."""
    rule = choice.given.rule
    target = rule.targets[choice.target].id if choice.target >= 0 else ""
    action, result = (clean(one, LONGEST_TEXT).strip() for one in (rule.text, rule.result))
    covert = rule.covert == "yes" or choice.covert
    return OrderText(rule.id, action, result, [], target, covert, list(choice.assets))


Game = TypeVar("Game", bound=Logged)


def with_log(
    kind: type[Game],
    ready: Prepared,
    players: Mapping[str, Player],
    seed: bytes,
    books: Mapping[str, str],
    changed: Mapping[int, int] | None = None,
) -> Game:
    """A new game of this kind, shuffled and set up; `books` are the names of the players' playbooks.

    `changed` sets tracks by index to other values than the setup's: entries say so.
    """
    game = constructed(kind, ready, players, Counter(seed), {})
    game.log = _first_line(ready, books, seed).log(seed, commitment(seed))
    game.seed, game.texts = seed, game.log.texts
    game.open()
    for index, value in (changed or {}).items():
        track, tracks = ready.scenario.tracks[index].id, game.board.tracks
        game.write(TrackAdjusted(track, tracks[index], value, FOR_SIMULATION))
        tracks[index] = value
    return game


def _first_line(ready: Prepared, books: Mapping[str, str], seed: bytes) -> FirstLine:
    """The first entry, of which all but the seed is the same for every game of a cast."""
    cast = f"first line {dict(books)}"
    if cast not in ready.made:
        opening = OpenSession(SESSION, ready.setup.id, playbooks=dict(books))
        event = first_event(ready.scenario, opening, seed, COUNTER_1)
        text = text_of(FACILITATOR, event)
        before, _, rest = text.partition(f'{event.commitment}","secret":{{"seed":"{seed.hex()}')
        ready.made[cast] = FirstLine(before, rest)
    made: FirstLine = ready.made[cast]
    return made
