"""A game played on from a position, straight through: one of the futures that it can have.

What nobody knows is drawn afresh by the chance of that future: how the piles lie, hands that are not
known, orders that are not known (by the seats' playbooks), and every throw.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from wargame.game.automatic import Automatic
from wargame.game.awaited import Awaiting, Held
from wargame.game.chance import Counter
from wargame.game.changes import (
    CardMove,
    Cause,
    Change,
    CountChange,
    Detected,
    DrawCards,
    EndingMade,
    FactEnded,
    FactMade,
    Scheduled,
    TrackChange,
)
from wargame.game.contests import read
from wargame.game.events.contest import Contest
from wargame.game.evolve.board import change_board
from wargame.game.expressions import parse
from wargame.game.fused import Fused, fusing_of
from wargame.game.names import TWO_DICE, Quality
from wargame.game.odds import quality_2d6, quality_d100
from wargame.game.position import SEALING, KnownOrder, OnTable, Position
from wargame.game.prepared import Given, Prepared
from wargame.game.state import Step
from wargame.game.straight import Choice, Player, Straight

GOOD = ("strong", "success")
USUAL = 7
"""The difficulty of an order that is on no menu."""
OVER = ("hotwash", "closed")
"""The phases after the last turn."""


def resumed(
    ready: Prepared,
    players: Mapping[str, Player],
    seed: bytes,
    position: Position,
    standing_in: Mapping[str, Player] | None = None,
) -> Straight:
    """The game as it stands, ready for `play`: its current turn is played to the end already.

    `ready` is the scenario as this game has it (`wargame.game.continued`). `standing_in` play some seats
    in the current turn alone.
    """
    game = _laid_out(ready, players, Counter(seed), position)
    if position.phase in OVER:
        game.over = True
        return game
    game.wrap = position.phase == "wrap"
    for step in position.todo:
        _do(game, step)
    if not game.first:
        game.first = game.chance.shuffled(ready.seats)
    game.answer()
    if position.phase != "setup":
        _finish_turn(game, position, standing_in or {})
    return game


def _laid_out(
    ready: Prepared, players: Mapping[str, Player], chance: Counter, position: Position
) -> Straight:
    """The board and the cards, as far as they are known; the rest by chance."""
    board = position.board.copy()
    waits = bool(position.held_back or position.injects)
    game = (Awaiting if waits else Fused)(
        ready,
        chance,
        board,
        piles={deck: list(chance.shuffled(cards)) for deck, cards in position.piles.items()},
        discards={deck: cards.copy() for deck, cards in position.discards.items()},
        hands={seat: cards.copy() for seat, cards in position.hands.items()},
        ending=position.ending,
        lasting=position.lasting.copy(),
        scheduled=position.scheduled.copy(),
        once=position.once.copy(),
        dilemmas=position.dilemmas.copy(),
        players=players,
        first=position.first,
        passing=[name for name in board.counts if name.startswith(("now.", "won."))],
        past=position.past,
    )
    if isinstance(game, Fused):
        game.fusing = fusing_of(ready)
    elif isinstance(game, Awaiting):
        game.injects = [ready.scenario.injects[one] for one in position.injects]
        game.held = [
            Held(_choice(game, one.order), parse(one.when), one.order.reasons)
            for one in position.held_back
        ]
    for seat, (deck, many) in position.dealt.items():
        pile = game.piles[deck]
        held = [card for card in pile if ready.cards[card].card.kind == "asset"][:many]
        game.hands[seat] = held
        game.piles[deck] = [card for card in pile if card not in held]
    return game


def _finish_turn(game: Straight, position: Position, standing_in: Mapping[str, Player]) -> None:
    """Play the current turn to its end, from the phase in which it stands."""
    board = game.board
    if position.table is not None:
        _rule(game, position.table)
    for known in position.out_of_turn:
        if known.move in game.ready.scenario.orders:
            _judge(game, _choice(game, known))
    _look(game, position.phase)
    game.answer()
    if position.phase != "wrap":
        _give(game, position, standing_in)
        game.draws = 0
        if position.phase in SEALING:
            game.fire(game.ready.rules["reveal"])
            game.answer()
        for seat in position.order or game.turn_order():
            for choice in game.orders.get(seat, ()):
                _judge(game, choice)
                _look(game, "adjudicate")
                game.answer()
            for known in position.orders:
                if known.seat == seat and known.aimed and not known.move:
                    _judge_free(game, known)
        game.wrap = True
        game.wrap_up()
        game.answer()
    game.wrap = False
    game.over = bool(game.ending) or board.turn >= board.turns


def _look(game: Straight, phase: str) -> None:
    """What waits for its moment is looked for after every step."""
    if isinstance(game, Awaiting):
        game.look(phase)


def _give(game: Straight, position: Position, standing_in: Mapping[str, Player]) -> None:
    """The orders of this turn that wait: those that are known, and others by the seats' playbooks."""
    orders: dict[str, list[Choice]] = {}
    for known in position.orders:
        if known.move in game.ready.scenario.orders:  # a free order brings what people make of it
            orders.setdefault(known.seat, []).append(_choice(game, known))
    usual = game.players
    game.players = {**usual, **standing_in}
    for seat in position.unknown:
        if seat in game.players:
            orders[seat] = game.several(seat, orders.get(seat, []))
    game.players = usual
    game.orders = dict(orders)


class Argued(Choice):
    """An order that somebody gave, with as many arguments for it."""

    __slots__ = ("aimed", "reasons")
    reasons: int
    aimed: str


def _choice(game: Straight, known: KnownOrder) -> Choice:
    given = _given(game, known)
    choice = Argued(given, known.target, known.covert, known.assets, known.detected)
    choice.reasons, choice.aimed = known.reasons, known.aimed
    return choice


def _given(game: Straight, known: KnownOrder) -> Given:
    return next(one for one in game.ready.menus[known.seat] if one.id == known.move)


def _judge(game: Straight, choice: Choice) -> None:
    """Adjudicate an order of this turn; the reasons that were given count for it."""
    game.draws = 0
    held = [one for one in choice.assets if one in game.hands[choice.given.rule.seat]]
    assets = [game.ready.cards[one] for one in held]
    argued = choice.reasons if isinstance(choice, Argued) else 0
    bonuses = [one.card.bonus for one in assets]
    quality = game.quality(choice.given, choice.target, bonuses, argued)
    game.bring(choice, quality, assets)
    if isinstance(choice, Argued) and quality in GOOD:
        game.board.facts.pop(choice.aimed, None)


def _judge_free(game: Straight, known: KnownOrder) -> None:
    """An order in a seat's own words brings what people make of it, and ends the situation it is aimed at.

    Its reasons and what facts give its seat are weighed, as by two dice.
    """
    facts = game.board.facts.values()
    modifier = known.reasons + sum(one.modifier for one in facts if one.owner == known.seat)
    dice, margins = game.chance.throw_2d6(), game.ready.margins
    if quality_2d6(dice, modifier, USUAL, margins)[0] in GOOD:
        game.board.facts.pop(known.aimed, None)


def _rule(game: Straight, table: OnTable) -> None:
    """The order on the table: what is proposed, or what the dice will show."""
    game.draws = 0
    if table.proposed is not None:
        for change in table.proposed:
            _apply(game, change)
    quality = table.quality or _thrown(game, table)
    won = quality in GOOD
    if table.order.move in game.ready.scenario.orders:
        choice = _choice(game, table.order)
        if table.proposed is not None:
            game.count(choice.given, won=won)
            return
        held = [one for one in choice.assets if one in game.hands[table.order.seat]]
        game.bring(choice, quality, [game.ready.cards[one] for one in held])
    if won and table.aimed:
        game.board.facts.pop(table.aimed, None)


def _thrown(game: Straight, table: OnTable) -> Quality:
    """What dice show for the order on the table, by its method; by its factors where people must rule."""
    if table.method == "automatic" and table.modifier >= 0:
        return "success"
    shown: Quality
    if table.contest is not None:
        shown = _fought(game, table, table.contest)
    elif table.method not in TWO_DICE and table.given >= 0:
        shown = quality_d100(game.chance.throw_d100(), table.given)[0]
    else:
        dice, margins = game.chance.throw_2d6(), game.ready.margins
        shown = quality_2d6(dice, table.modifier, table.difficulty, margins)[0]
    return "success" if shown == "strong" and table.costly else shown


def _fought(game: Straight, table: OnTable, contest: Contest) -> Quality:
    """What an opposed throw comes to: rounds until one side alone succeeds, or none is left."""
    ours: Sequence[int] = (0, 0)
    won = False
    for place in range(table.rounds):
        ours = table.lying if table.lying and not place else game.chance.throw_2d6()
        won = sum(ours) >= contest.needed
        if won != (sum(game.chance.throw_2d6()) >= contest.against_needed):
            break
    else:
        won = False
    return read(ours, contest.modifier, table.difficulty, game.ready.margins, won=won)[0]


def _apply(game: Straight, change: Change) -> None:
    """A change that was proposed and will be accepted."""
    match change:
        case TrackChange() | FactMade() | FactEnded() | CountChange():
            change_board(game.ready.scenario, game.board, change)
        case Scheduled():
            game.scheduled.append(change)
        case EndingMade():
            game.end(change.ending)
        case CardMove():
            game.place(change.card, change.where, change.seat, change.deck)
        case DrawCards():
            for _ in range(change.count):
                game.draw(game.ready.scenario.deck(change.deck))
        case Detected():
            pass
        case _:
            assert_never(change)


def _do(game: Straight, step: Step) -> None:
    """Something that the current phase has still to do by itself."""
    match step.kind:
        case "cause" if step.cause is not None:
            _cause(game, step.cause)
        case "draw":
            for _ in range(step.count):
                game.draw(game.ready.scenario.deck(step.deck))
        case "place":
            game.place(step.card, step.where, step.seat, step.deck)
        case "shuffle":
            cards = dict(game.ready.shuffled).get(step.deck, ())
            game.piles[step.deck] = list(game.chance.shuffled(cards))
        case "expire":
            game.expire()
        case "endings":
            game.end_if_reached()
        case "cause" | "first" | "reveal" | "objectives":
            pass  # nothing that a future would need: who goes first is drawn when it is not known


def _cause(game: Straight, cause: Cause) -> None:
    """What a cause does that was to come next."""
    ready = game.ready
    match cause.kind:
        case "card":
            game.turn_up(ready.cards[cause.id])
        case "lasting":
            game.settle(ready.cards[cause.id].settling, -1)
        case "rule":
            phases = ready.rules.values()
            Automatic.fire(game, [one for rules in phases for one in rules if one.id == cause.id])
        case "later":
            game.scheduled = [
                one for one in game.scheduled if (one.key, one.target) != (cause.id, cause.target)
            ]
            game.settle(ready.later[cause.id], cause.target)
        case "option":
            card, option = cause.id.split("/")
            options = [one.id for one in ready.cards[card].card.options]
            game.take_way(card, options.index(option))
        case "order" | "expiry":
            pass
