"""Where a game stands, as far as somebody knows: what a simulation can go on from.

`position_of(state, who)` is built up from nothing, as a view is: what `who` may not see is left out,
and what nobody sees (the order of a pile, the dice to come) is not in it for anyone. A position holds
plain values only, so that it can go to another process.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from wargame.game.audience import sees
from wargame.game.board import Board
from wargame.game.changes import Cause, Change, Scheduled
from wargame.game.contests import decided, outcome, rounds_of
from wargame.game.counting import contest_of, costly, difficulty_of, lowered, modifier_of
from wargame.game.events.contest import Contest
from wargame.game.evolve.secret import as_order
from wargame.game.names import FACILITATOR, Method, Phase, Quality
from wargame.game.odds import ROUNDS, quality_2d6, quality_d100
from wargame.game.on_table import Adjudication
from wargame.game.orders import given, may_see_order, turn_order
from wargame.game.projects import COUNTER, all_projects
from wargame.game.protections import known_to
from wargame.game.records import dataclass
from wargame.game.state import Sealed, State, Step
from wargame.game.undertaken import Protection

SIX = 6
"""Sides of a die of which two are thrown."""
SEALING: tuple[Phase, ...] = ("event", "talks", "orders")
"""The phases in which orders of this turn can still come."""


@dataclass(slots=True, frozen=True)
class KnownOrder:
    """An order that somebody knows of. `reasons` is how many arguments its seat gave for it.

    `aimed` is the situation that its success ends.
    """

    seat: str
    move: str
    target: int
    covert: bool
    assets: tuple[str, ...]
    detected: bool
    reasons: int
    aimed: str = ""


@dataclass(slots=True, frozen=True)
class OnTable:
    """The order that is being adjudicated: how, with what modifier, and its quality once the dice have shown it.

    `given` is the probability that was entered or estimated, in per cent; -1 when there is none.
    `proposed` are the changes that the facilitator has before them; None for everybody else. `costly`:
    consequences make a strong success a plain one. `contest` is an opposed throw with `rounds` left to
    play, for the next of which the proposer's dice may be `lying` already. `aimed` is the situation that
    its success ends.
    """

    order: KnownOrder
    method: Method
    modifier: int
    difficulty: int
    given: int
    quality: Quality | None
    proposed: tuple[Change, ...] | None = None
    costly: bool = False
    contest: Contest | None = None
    rounds: int = 0
    lying: tuple[int, ...] = ()
    aimed: str = ""


@dataclass(slots=True, frozen=True)
class HeldBack:
    """An order of the menu that a seat holds back until its condition, as written, holds."""

    order: KnownOrder
    when: str


@dataclass(slots=True)
class Position:
    """A game at one moment. A pile's cards are in scenario order: how they lie is not known.

    `dealt` gives, for a hand that is not known, its seat's deck and how many cards it has at most.
    `orders` are this turn's that are known and wait; `unknown` are the seats of which others may wait.
    `order` is this turn's order of the seats, once it is known; `standing_in` are playbooks that
    play a seat this turn alone. `protected` are the protections that are known of. `out_of_turn`
    are secret arguments that were shown and wait for their ruling, `held_back` those that still wait for
    their condition, and `injects` those that come by themselves: the facilitator's to know.
    """

    setup: str
    phase: Phase
    board: Board
    first: tuple[str, ...]
    piles: dict[str, list[str]]
    discards: dict[str, list[str]]
    hands: dict[str, list[str]]
    dealt: dict[str, tuple[str, int]] = field(default_factory=dict)
    lasting: dict[str, int] = field(default_factory=dict)
    scheduled: list[Scheduled] = field(default_factory=list)
    once: set[str] = field(default_factory=set)
    dilemmas: list[str] = field(default_factory=list)
    todo: list[Step] = field(default_factory=list)
    orders: list[KnownOrder] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    table: OnTable | None = None
    ending: str = ""
    past: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    standing_in: dict[str, str] = field(default_factory=dict)
    protected: tuple[Protection, ...] = ()
    out_of_turn: list[KnownOrder] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)
    injects: list[str] = field(default_factory=list)


def position_of(state: State, who: str = FACILITATOR) -> Position:
    """The game as `who` knows it: a seat's id, `facilitator`, or `public`."""
    whole = who == FACILITATOR
    position = Position(
        setup=state.setup,
        phase=state.phase,
        board=_board(state, who),
        first=state.first,
        piles={},
        discards={},
        hands={seat.id: [] for seat in state.scenario.seats},
        lasting={card: until for card, until in state.lasting.items() if _shown(state, card, who)},
        scheduled=state.scheduled.copy() if whole else [],
        once={one.id for one in state.scenario.rules if sees(one.sees, who)} & state.fired_once,
        dilemmas=[
            card for card, seat in state.dilemmas.items() if who == seat or _shown(state, card, who)
        ],
        todo=[*(_turned(state) if whole else ()), *_todo(state, who)],
        ending=state.ending,
        past=frozenset(state.past_endings),
        order=tuple(turn_order(state)) if state.first and state.board.turn else (),
        protected=tuple(one for one in state.protected.values() if sees(known_to(state, one), who)),
    )
    _cards(state, who, position)
    _orders(state, who, position)
    _waiting(state, who, position)
    return position


def _waiting(state: State, who: str, position: Position) -> None:
    """Secret arguments, shown or still to come, and injects that come by themselves."""
    table = state.adjudication.order_id if state.adjudication else ""
    position.out_of_turn = [
        _known(state, state.sealed[one])
        for one in state.queue
        if state.sealed[one].secret and one != table
    ]
    position.held_back = [
        HeldBack(_known(state, as_order(one)), one.argument.when)
        for one in state.secrets.values()
        if one.stands == "open" and one.argument.move and one.argument.when
        if who in (one.seat, FACILITATOR)
    ]
    if who == FACILITATOR:
        position.injects = [
            one.card.id
            for one in state.scenario.injects.values()
            if one.card.id not in state.inject_marks
            and (one.turn >= state.board.turn if one.turn else one.when is not None)
        ]


def _shown(state: State, card: str, who: str) -> bool:
    return sees(state.scenario.cards[card].sees, who)


def _turned(state: State) -> list[Step]:
    """The drawn cards that wait for the facilitator, as if they were let act; one that is held back stays so."""
    drawn = [card for card, mark in state.turned.items() if mark == "drawn"]
    return [Step("cause", Cause("card", card)) for card in drawn]


def _todo(state: State, who: str) -> list[Step]:
    """What the phase has still to do by itself, as far as `who` can tell."""
    return [one for one in state.todo if who == FACILITATOR or _open(state, one, who)]


def _open(state: State, step: Step, who: str) -> bool:
    """Whether everybody can tell that this step comes next."""
    if step.cause is None:
        return step.kind != "place"
    return step.cause.kind != "later" and (
        step.cause.kind != "card" or _shown(state, step.cause.id, who)
    )


def _board(state: State, who: str) -> Board:
    """The board: a track that is hidden stands where the setup had it, a fact that is hidden does not hold."""
    board, scenario = state.board, state.scenario
    if who == FACILITATOR:
        return board.copy()
    at_first = dict(scenario.setups[state.setup].tracks)
    tracks = [
        board.tracks[track.index]
        if sees(track.sees, who)
        else at_first.get(track.index, track.start)
        for track in scenario.tracks
    ]
    facts = {name: fact for name, fact in board.facts.items() if sees(fact.sees, who)}
    counts = {name: 1 for name in board.counts if name.startswith("ending.")}
    for judged in state.judged:
        if judged.sealed.order.move and may_see_order(state, judged.sealed, who):
            won = judged.quality in ("strong", "success")
            _count(counts, judged.sealed.order.move, judged.turn == board.turn, won)
    for project in all_projects(state):
        if sees(project.sees, who):
            counts[f"count.{COUNTER}{project.id}"] = project.known_to(who)
    return Board(tracks, facts, counts, board.turn, board.turns)


def _count(counts: dict[str, int], move: str, now: bool, won: bool) -> None:
    """An order that was seen to be tried."""
    for ever, this_turn in (("tried", "now"), ("done", "won"))[: 2 if won else 1]:
        counts[f"{ever}.{move}"] = counts.get(f"{ever}.{move}", 0) + 1
        if now:
            counts[f"{this_turn}.{move}"] = 1


def _cards(state: State, who: str, position: Position) -> None:
    """Where cards lie: for a seat, what it has not seen elsewhere is in the pile."""
    places = {card: place for place, card in enumerate(state.scenario.cards)}

    def in_order(cards: Iterable[str]) -> list[str]:
        return sorted(cards, key=places.__getitem__)

    if who == FACILITATOR:
        position.piles = {deck: in_order(cards) for deck, cards in state.piles.items()}
        position.discards = {deck: cards.copy() for deck, cards in state.discards.items()}
        position.hands = {seat: cards.copy() for seat, cards in state.hands.items()}
        return
    if who in position.hands:
        position.hands[who] = state.hands[who].copy()
    coming = [one.cause.id.split("/")[0] for one in position.todo if one.cause is not None]
    gone = {*position.lasting, *position.dilemmas, *position.hands.get(who, ()), *coming}
    for deck in state.scenario.decks:
        private = deck.seat not in ("", who)
        seen = (
            [] if private else [one for one in state.discards[deck.id] if _shown(state, one, who)]
        )
        out = {*gone, *seen, *(one for one in state.out if _shown(state, one, who))}
        without = state.scenario.setups[state.setup].without
        position.discards[deck.id] = seen
        position.piles[deck.id] = [
            one for one in deck.cards if one not in out and one not in without
        ]
        if private and state.board.turn:
            position.dealt[deck.seat] = (deck.id, min(deck.hand, deck.draw * state.board.turn))


def _orders(state: State, who: str, position: Position) -> None:
    """This turn's orders: those that `who` knows of, and the seats of which there may be others."""
    table = state.adjudication
    if table is not None and may_see_order(state, state.sealed[table.order_id], who):
        position.table = _on_table(state, table, who)
    if state.phase in SEALING:
        position.orders = [
            _known(state, one) for one in given(state) if who in (one.seat, FACILITATOR)
        ]
        _stood_in(state, who, position)
        return
    if state.phase not in ("reveal", "adjudicate"):
        return
    if not state.revealed and state.phase == "reveal":  # the reveal itself is still to do
        everything = sorted(given(state), key=lambda one: turn_order(state).index(one.seat))
    else:
        everything = [state.sealed[one] for one in state.queue if one in state.sealed]
    on_it = table.order_id if table is not None else ""
    visible = [
        one
        for one in everything
        if may_see_order(state, one, who) and one.order_id != on_it and not one.secret
    ]
    position.orders = [_known(state, one) for one in visible]
    if who != FACILITATOR:
        position.unknown = _hidden(state, who, [one.seat for one in visible])


def _stood_in(state: State, who: str, position: Position) -> None:
    """The seats that may still order something: by their playbooks, or as it was said for this turn."""
    known = {seat: one for seat, one in state.standins.items() if who in (seat, FACILITATOR)}
    position.unknown = [
        seat.id
        for seat in state.scenario.seats
        if seat.id not in known or known[seat.id].way == "playbook"
    ]
    position.standing_in = {seat: one.playbook for seat, one in known.items() if one.playbook}


def _hidden(state: State, who: str, waiting: list[str]) -> list[str]:
    """The seats that may have given an order which `who` does not see, and whose turn is still to come."""
    order = turn_order(state)
    shown = {
        state.sealed[one].seat
        for one in state.revealed
        if one in state.sealed
        and not state.sealed[one].secret
        and may_see_order(state, state.sealed[one], who)
    }
    begun = [order.index(seat) for seat in waiting]
    now = min(begun, default=len(order)) if state.phase == "adjudicate" else 0
    return [seat for seat in order[now:] if seat not in shown and seat != who]


def _known(state: State, sealed: Sealed) -> KnownOrder:
    """An order as it was given."""
    order = sealed.order
    rule = state.scenario.orders.get(order.move)
    targets = [one.id for one in rule.targets] if rule else []
    target = targets.index(order.target) if order.target in targets else -1
    return KnownOrder(
        sealed.seat,
        order.move,
        target,
        order.covert,
        tuple(order.assets),
        sealed.order_id in state.detected,
        len(order.reasons),
        order.aimed,
    )


def _on_table(state: State, table: Adjudication, who: str) -> OnTable:
    """The order on the table, as the argument stands."""
    done = table.quality is not None and who == FACILITATOR
    opposed = table.method == "opposed"
    half = len(table.rolls) % 2 == 1
    return OnTable(
        _known(state, state.sealed[table.order_id]),
        table.method,
        modifier_of(table),
        difficulty_of(state, table),
        table.given,
        table.quality or table.ruled or _shown_by_dice(state, table),
        table.proposed if done else None,
        costly(table),
        (table.contest or contest_of(state, table)) if opposed else None,
        ROUNDS - rounds_of(table.rolls),
        tuple(table.rolls[-1].throw.dice) if half else (),
        table.aimed,
    )


def _shown_by_dice(state: State, table: Adjudication) -> Quality | None:
    """The quality that dice show which were thrown and not yet read."""
    if table.contest is not None:
        return lowered(outcome(state, table)[0], table) if decided(table) else None
    if table.throw is None or table.called is None:
        return None
    if table.throw.sides != SIX:
        return lowered(quality_d100(table.throw.dice[0], table.called.needed)[0], table)
    difficulty, margins = difficulty_of(state, table), state.scenario.margins
    shown = quality_2d6(table.throw.dice, table.called.modifier, difficulty, margins)[0]
    return lowered(shown, table)
