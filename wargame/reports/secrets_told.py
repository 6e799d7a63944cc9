"""Secret arguments in a report: what each waited for, what became of it, and whether its seal fits."""

from __future__ import annotations

from wargame.game import seals
from wargame.game.events import ArgumentTriggered, OrderSealed
from wargame.game.evolve.secret import as_order
from wargame.game.secret_arguments import plain_argument
from wargame.game.state import Secret, State
from wargame.reports.markdown import code, escaped, joined, table
from wargame.reports.record import Ordered, Version
from wargame.reports.telling.secret import held_back
from wargame.reports.words import Words

STANDS = {
    "open": "left sealed; shown at the hot wash",
    "triggered": "shown when its trigger came",
    "withdrawn": "withdrawn",
}
SOUND = {True: "fits", False: "**does NOT fit**"}


def secrets_told(words: Words) -> str:
    """Every secret argument; nothing where there was none."""
    rows = [
        [
            escaped(words.seat(one.seat)),
            str(one.turn),
            escaped(one.argument.trigger),
            escaped(held_back(one.argument, words)),
            STANDS[one.stands],
            f"{code(seals.receipt(one.seal))} {SOUND[fits(words.state, one)]}",
        ]
        for one in words.state.secrets.values()
    ]
    head = ["seat", "sealed in turn", "waited for", "to do", "became of it", "seal"]
    return joined(["## Secret arguments", table(head, rows)]) if rows else ""


def fits(state: State, secret: Secret) -> bool:
    """Whether the argument is the one that was sealed, in this session or in the one it was forked from."""
    sessions = {state.session, state.opening.session if state.opening else state.session}
    obj = plain_argument(secret.argument)
    return secret.seal in {
        seals.seal(one, secret.turn, secret.seat, secret.nonce, obj) for one in sessions
    }


def as_ordered(event: ArgumentTriggered, state: State, n: int, at: str) -> Ordered:
    """A secret argument that is to be ruled on, told as an order is."""
    secret = state.secrets[event.argument_id]
    order = as_order(secret).order
    sealed = OrderSealed(
        secret.seat, secret.turn, secret.argument_id, secret.seal, secret.nonce, order
    )
    version = Version(n, at, sealed, fits(state, secret))
    return Ordered(secret.argument_id, secret.seat, [version], revealed=True, secret=True)
