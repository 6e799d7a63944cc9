"""Sealed orders: checked against the menu, revised or withdrawn until the close, revealed together."""

from __future__ import annotations

from wargame.game import seals
from wargame.game.audience import sees
from wargame.game.chance import COUNTER_1
from wargame.game.changes import OrderText
from wargame.game.commands import SealOrder, WithdrawOrder
from wargame.game.dice import next_label
from wargame.game.events import OrderSealed, OrdersRevealed, OrderWithdrawn
from wargame.game.evolve.history import order_of_turn
from wargame.game.lateness import note_late, playing, refuse_late
from wargame.game.names import FACILITATOR, TABLE
from wargame.game.pieces import OrderRule, Seat
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import insist_on_person
from wargame.game.state import Sealed, State

LONGEST_TEXT = 600
LONGEST_REASON = 300
MOST_REASONS = 8


def seal_order(play: Play, by: str, command: SealOrder) -> None:
    """Seal an order, or a new version of one."""
    state = play.state
    seat = seat_of(state, by, command.seat)
    insist_on_person(state, seat.id, command.order.person)
    if state.phase not in ("talks", "orders"):
        raise Refused("orders_closed", "Orders can be sealed in talks and orders, not now.")
    refuse_late(play, bool(command.label))
    event = seal_checked(play, seat, command)
    play.emit(event)
    if not command.label:
        note_late(play, seat.id, event.order_id)


def seal_checked(play: Play, seat: Seat, command: SealOrder) -> OrderSealed:
    """The entry that seals an order, once everything about it but the time is found to be right."""
    state = play.state
    mine = [one for one in given(state) if one.seat == seat.id]
    if command.order_id:
        if command.order_id not in [one.order_id for one in mine]:
            raise Refused("no_such_order", "There is no such order of this seat to revise.")
        order_id = command.order_id
    elif len(mine) >= seat.orders:
        raise Refused(
            "too_many_orders",
            f"{seat.name} has given all its orders this turn; revise or withdraw one instead.",
        )
    else:
        order_id = _free_id(play, seat)
    order = _checked(state, seat, command.order, order_id)
    check_label(state, seat.id, command.label)
    seal, nonce = _sealed(play, seat.id, order)
    return OrderSealed(
        seat.id, state.board.turn, order_id, seal, nonce, order, command.label, command.words
    )


def _sealed(play: Play, seat: str, order: OrderText) -> tuple[str, str]:
    """The seal of an order and its nonce; both empty in a simulated game, where nobody waits for a reveal."""
    state = play.state
    if state.chance == COUNTER_1:
        return "", ""
    nonce = play.fresh()
    return seals.seal(state.session, state.board.turn, seat, nonce, plain_order(order)), nonce


def check_label(state: State, seat: str, label: str) -> None:
    """Refuse a label that is not the next one of this seat's playbook."""
    if label and (seat not in playing(state) or label != next_label(state, f"playbook:{seat}")):
        raise Refused("wrong_label", "That is not the chance this seat's playbook was given.")


def seat_of(state: State, by: str, seat: str) -> Seat:
    """The seat meant, if whoever asks may act for it; else a refusal."""
    for one in state.scenario.seats:
        if one.id == seat:
            if by not in (seat, FACILITATOR):
                raise Refused(
                    "not_your_seat", "Only the seat itself or the facilitator may do that."
                )
            return one
    raise Refused("no_such_seat", f"There is no seat {clean(seat, 40)!r}.")


def given(state: State) -> list[Sealed]:
    """This turn's orders as they are sealed, without secret arguments whose trigger has come."""
    return [one for one in state.sealed.values() if not one.secret]


def seat_name(state: State, seat: str) -> str:
    """A seat's name as people know it."""
    return state.scenario.seat(seat).name


def plain_order(order: OrderText) -> dict[str, object]:
    """An order as the JSON object that its seal is taken of."""
    return {
        "move": order.move,
        "action": order.action,
        "result": order.result,
        "reasons": list(order.reasons),
        "target": order.target,
        "covert": order.covert,
        "assets": list(order.assets),
        "person": order.person,
        **({"aimed": order.aimed} if order.aimed else {}),
    }


def _free_id(play: Play, seat: Seat) -> str:
    """An id of this turn that is free, any one of as many as the seat has orders.

    An id tells nobody how often an order was taken back, nor whether the seat gave others that
    are not shown: whichever of its orders are seen, their numbers are a random choice.
    """
    state = play.state
    ids = [f"t{state.board.turn}-{seat.id}-{number}" for number in range(1, seat.orders + 1)]
    free = [one for one in ids if one not in state.sealed]
    return free[int(play.fresh(), 16) % len(free)] if len(free) > 1 else free[0]


def _checked(state: State, seat: Seat, order: OrderText, order_id: str) -> OrderText:
    """The order with its texts cleaned, or a refusal that says what is wrong with it."""
    written = texts_of(state, seat, order)
    if order.move:
        _check_rule(state, state.scenario.orders[order.move], order, order_id)
    _check_assets(state, seat, order, order_id)
    if order.aimed and order.aimed not in situations_of(state, seat.id):
        raise Refused("no_situation", "That is no situation that goes on: choose one, or none.")
    return written


def situations_of(state: State, seat: str) -> list[str]:
    """The situations that go on and that a seat knows of: what it may aim an order at, to end it."""
    facts = state.board.facts.values()
    return [one.fact for one in facts if one.situation and sees(one.sees, seat)]


def texts_of(state: State, seat: Seat, order: OrderText) -> OrderText:
    """The order with its texts cleaned and filled from the menu; whether it can be given now is not asked."""
    rule = _rule(state, seat, order.move)
    action = clean(order.action, LONGEST_TEXT).strip()
    if rule is None and not action:
        or_else = ", or choose an order of the menu" if _has_menu(state, seat) else ""
        raise Refused("no_action", f"Write what is to be done{or_else}.")
    if rule is None and order.target:
        raise Refused("no_such_target", "A free order has no target of the menu.")
    reasons = [clean(one, LONGEST_REASON).strip() for one in order.reasons]
    reasons = [one for one in reasons if one]
    if len(reasons) > MOST_REASONS:
        raise Refused("too_many_reasons", f"Give at most {MOST_REASONS} reasons.")
    return OrderText(
        order.move,
        action or (rule.text if rule else ""),
        clean(order.result, LONGEST_TEXT).strip() or (rule.result if rule else ""),
        reasons,
        order.target,
        rule.covert == "yes" or order.covert if rule else order.covert,
        list(order.assets),
        clean(order.person, 40),
        order.aimed,
    )


def _has_menu(state: State, seat: Seat) -> bool:
    return any(one.seat == seat.id for one in state.scenario.orders.values())


def _rule(state: State, seat: Seat, move: str) -> OrderRule | None:
    """The order of the menu; None for a free order."""
    if not move:
        return None
    rule = state.scenario.orders.get(move)
    if rule is None or rule.seat != seat.id:
        raise Refused(
            "no_such_move", f"There is no order {clean(move, 40)!r} on {seat.name}'s menu."
        )
    return rule


def why_closed(state: State, rule: OrderRule, except_for: str = "", target: int = -1) -> str:
    """Why an order of the menu cannot be given now; empty when it can.

    `target` is the index of the target meant; -1 asks whether there is any to aim at. What the
    seat's other sealed orders cost is counted too, `except_for` left out.
    """
    aims = range(len(rule.targets)) if target < 0 and rule.targets else (target,)
    if rule.requires is not None and not any(rule.requires(state.board, aim) for aim in aims):
        return rule.why_not or "What it needs is not there now."
    cost = list(rule.cost)
    for one in state.sealed.values():
        if one.secret and one.order_id not in state.queue:
            continue  # it has been judged, and paid for
        if one.seat == rule.seat and one.order_id != except_for and one.order.move:
            cost += state.scenario.orders[one.order.move].cost
    totals: dict[int, int] = {}
    for index, amount in cost:
        totals[index] = totals.get(index, 0) + amount
    if not affordable(state, tuple(totals.items())):
        return "It costs more than there is."
    return ""


def check_target(state: State, order: OrderText) -> None:
    """Refuse a target that an order of the menu has not, and none where it needs one."""
    rule = state.scenario.orders.get(order.move)
    if rule is None:
        return
    targets = [one.id for one in rule.targets]
    if targets and order.target not in targets:
        raise Refused("no_such_target", f"{rule.name}: choose a target: {', '.join(targets)}.")
    if not targets and order.target:
        raise Refused("no_such_target", f"{rule.name} has no target.")


def _check_rule(state: State, rule: OrderRule, order: OrderText, order_id: str) -> None:
    check_target(state, order)
    targets = [one.id for one in rule.targets]
    why = why_closed(state, rule, order_id, targets.index(order.target) if targets else -1)
    if why:
        raise Refused("order_not_open", f"{rule.name}: {why}")
    if order.covert and rule.covert == "no":
        raise Refused("not_covert", f"{rule.name} cannot be done covertly.")


def _check_assets(state: State, seat: Seat, order: OrderText, order_id: str) -> None:
    if len(set(order.assets)) != len(order.assets):
        raise Refused("asset_twice", "An asset can be attached once.")
    used = {
        asset
        for one in state.sealed.values()
        if one.seat == seat.id and one.order_id != order_id
        for asset in one.order.assets
    }
    for asset in order.assets:
        if asset not in state.hands[seat.id] or asset in used:
            raise Refused("no_such_asset", f"{clean(asset, 40)!r} is not free in this hand.")
        suits = state.scenario.cards[asset].suits
        if suits and order.move not in suits:
            raise Refused("asset_does_not_suit", "That asset does not go with this order.")


def assets_of(state: State, sealed: Sealed) -> list[str]:
    """The assets attached to an order that are still in its seat's hand."""
    return [asset for asset in sealed.order.assets if asset in state.hands[sealed.seat]]


def affordable(state: State, cost: tuple[tuple[int, int], ...]) -> bool:
    """Whether the board has what something costs."""
    tracks = state.scenario.tracks
    return all(state.board.tracks[index] - amount >= tracks[index].low for index, amount in cost)


def withdraw_order(play: Play, by: str, command: WithdrawOrder) -> None:
    """Take a sealed order back."""
    sealed = play.state.sealed.get(command.order_id)
    if sealed is None or sealed.secret or by not in (sealed.seat, FACILITATOR):
        raise Refused("no_such_order", "There is no such order to withdraw.")
    if play.state.phase not in ("talks", "orders"):
        raise Refused("orders_closed", "Orders can be withdrawn until they close; they are closed.")
    refuse_late(play, playbook=False)
    play.emit(OrderWithdrawn(sealed.seat, play.state.board.turn, command.order_id))


def may_see_order(state: State, sealed: Sealed, who: str) -> bool:
    """Whether an order may be seen once orders are shown: a covert one is its seat's until it is detected."""
    mine = who in (sealed.seat, FACILITATOR, TABLE)
    return mine or not sealed.order.covert or sealed.order_id in state.detected


def missing_seats(state: State) -> list[str]:
    """The seats that have sealed no order this turn, in scenario order."""
    there = {one.seat for one in given(state)}
    return [seat.id for seat in state.scenario.seats if seat.id not in there]


def turn_order(state: State) -> list[str]:
    """The seats in this turn's order: who was drawn first begins turn 1, the next turn 2, and so on."""
    return order_of_turn(state)


def reveal(play: Play) -> None:
    """Show all orders at once, in turn order; a seat's own in the order in which it gave them."""
    state = play.state
    places = {seat: place for place, seat in enumerate(turn_order(state))}
    orders = sorted(given(state), key=lambda one: places[one.seat])
    play.emit(
        OrdersRevealed(state.board.turn, [one.order_id for one in orders], missing_seats(state))
    )
