"""Secret arguments: sealed by a seat with a trigger, shown and ruled on when it comes, out of turn."""

from __future__ import annotations

from wargame.game import seals
from wargame.game.cards import drain
from wargame.game.changes import OrderText, SecretText
from wargame.game.commands import (
    AllowSecretArguments,
    SealArgument,
    TriggerArgument,
    WithdrawArgument,
)
from wargame.game.events import (
    ArgumentSealed,
    ArgumentTriggered,
    ArgumentWithdrawn,
    SecretArgumentsAllowed,
)
from wargame.game.names import TURN_PHASES
from wargame.game.orders import LONGEST_TEXT, check_target, seat_of, texts_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import insist_on_person
from wargame.game.state import Secret, State
from wargame.game.triggers import condition_of, holds, why_not_now

LONGEST_CONDITION = 400


def allow_secret_arguments(play: Play, command: AllowSecretArguments) -> None:
    """Let seats seal secret arguments; those that are sealed stay, whatever is said later."""
    if play.state.secret_arguments == command.allowed:
        raise Refused("allowed_already", "That is how it stands already.")
    play.emit(SecretArgumentsAllowed(command.allowed))


def open_secret(state: State, seat: str) -> Secret | None:
    """The secret argument of a seat that waits for its trigger."""
    mine = (one for one in state.secrets.values() if one.seat == seat and one.stands == "open")
    return next(mine, None)


def seal_argument(play: Play, by: str, command: SealArgument) -> None:
    """Seal a secret argument; its seat alone gets the receipt."""
    state = play.state
    seat = seat_of(state, by, command.seat)
    if not state.secret_arguments:
        raise Refused("no_secret_arguments", "Secret arguments are not played in this session.")
    if state.phase in ("hotwash", "closed"):
        raise Refused("game_over", "The turns have been played; nothing is sealed any more.")
    if open_secret(state, seat.id) is not None:
        raise Refused("one_at_a_time", "One secret argument at a time: withdraw the other first.")
    text = _checked(state, seat.id, command.argument)
    insist_on_person(state, seat.id, text.person)
    nonce, turn = play.fresh(), state.board.turn
    argument_id = play.unused(f"s-{seat.id}", state.secrets)
    seal = seals.seal(state.session, turn, seat.id, nonce, plain_argument(text))
    play.emit(ArgumentSealed(seat.id, turn, argument_id, seal, nonce, text))


def plain_argument(text: SecretText) -> dict[str, object]:
    """A secret argument as the JSON object that its seal is taken of."""
    held = {"move": text.move, "target": text.target}
    return {
        "trigger": text.trigger,
        "action": text.action,
        "result": text.result,
        "reasons": list(text.reasons),
        "when": text.when,
        "person": text.person,
        **{name: value for name, value in held.items() if value},
    }


def _checked(state: State, seat: str, text: SecretText) -> SecretText:
    """The argument with its texts cleaned; a refusal where something is missing or cannot be."""
    order = OrderText(text.move, text.action, text.result, text.reasons, text.target)
    order = texts_of(state, state.scenario.seat(seat), order)
    check_target(state, order)
    trigger = clean(text.trigger, LONGEST_TEXT).strip()
    when = clean(text.when, LONGEST_CONDITION + 1, lines=False).strip()
    if len(when) > LONGEST_CONDITION:
        raise Refused(
            "too_long", f"A condition has at most {LONGEST_CONDITION} characters: make it shorter."
        )
    if not trigger and not when:
        raise Refused("no_trigger", "Write what it waits for: the tighter, the better.")
    if when and holds(state, seat, condition_of(state, seat, when)):
        raise Refused("holds_already", "Its condition holds already: there is nothing to wait for.")
    return SecretText(
        trigger or when,
        order.action,
        order.result,
        order.reasons,
        when,
        clean(text.person, 40),
        order.move,
        order.target,
    )


def withdraw_argument(play: Play, by: str, command: WithdrawArgument) -> None:
    """Take a secret argument back."""
    state = play.state
    seat = seat_of(state, by, command.seat)
    secret = open_secret(state, seat.id)
    if secret is None or state.phase in ("hotwash", "closed"):
        raise Refused("no_secret", "There is no secret argument of this seat to withdraw.")
    play.emit(ArgumentWithdrawn(seat.id, secret.argument_id))


def trigger_argument(play: Play, command: TriggerArgument) -> None:
    """The facilitator says that a trigger has come: the argument is shown, and ruled on next."""
    state = play.state
    seat = seat_of(state, "facilitator", command.seat)
    secret = open_secret(state, seat.id)
    if secret is None:
        raise Refused("no_secret", "There is no secret argument of this seat.")
    if state.phase not in TURN_PHASES:
        raise Refused("not_in_play", "Arguments belong to the turns: there is none now.")
    why = why_not_now(state, secret.argument)
    if why:
        raise Refused("order_not_open", f"What it holds back cannot be done now: {why}")
    words = clean(command.words, LONGEST_TEXT).strip()
    play.emit(ArgumentTriggered(seat.id, secret.argument_id, "said", words))
    drain(play)
