"""Secret arguments in a report: what each waited for, what became of it, and whether its seal fits."""

from __future__ import annotations

from wargame.game import seals
from wargame.game.events import (
    ArgumentSealed,
    ArgumentTriggered,
    Forked,
    OrderSealed,
    SessionOpened,
)
from wargame.game.evolve.secret import as_order
from wargame.game.looking.conditions import waits_for
from wargame.game.secret_arguments import plain_argument
from wargame.game.state import State
from wargame.reports.judgements import fits
from wargame.reports.markdown import code, escaped, joined, table
from wargame.reports.record import Ordered, Version
from wargame.reports.telling.secret import held_back
from wargame.reports.timeline import Moment, Timeline
from wargame.reports.words import Words

STANDS = {
    "open": "left sealed; shown at the hot wash",
    "triggered": "shown when its trigger came",
    "withdrawn": "withdrawn",
}
SOUND = {True: "fits", False: "**does NOT fit**", None: "not made"}


def secrets_told(words: Words, sound: dict[str, bool | None]) -> str:
    """Every secret argument; nothing where there was none. `sound` is what `seals_fit` found."""
    rows = [
        [
            escaped(words.seat(one.seat)),
            str(one.turn),
            escaped(waits_for(words.state, words.who, one.argument)),
            escaped(held_back(one.argument, words)),
            STANDS[one.stands],
            f"{code(seals.receipt(one.seal))} {SOUND[sound[one.argument_id]]}",
        ]
        for one in words.state.secrets.values()
    ]
    head = ["seat", "sealed in turn", "waited for", "to do", "became of it", "seal"]
    return joined(["## Secret arguments", table(head, rows)]) if rows else ""


def seals_fit(timeline: Timeline) -> dict[str, bool | None]:
    """Whether each argument is the one that was sealed, by its id; None where no seal was made.

    It is checked as it was written, corrections left out, and in the session it was sealed in: a game
    that was forked holds those of the sessions before.
    """
    taken = set(timeline.on_line(len(timeline) - 1))
    session, found = "", {}
    for moment in timeline.moments:
        match moment.event:
            case SessionOpened() | Forked() as begun:
                session = begun.session
            case ArgumentSealed() as sealed if moment.n in taken:
                plain = plain_argument(sealed.argument)
                found[sealed.argument_id] = fits(sealed, session, plain)
            case _:
                pass
    return found


def as_ordered(
    event: ArgumentTriggered, state: State, moment: Moment, sound: dict[str, bool | None]
) -> Ordered:
    """A secret argument that is to be ruled on, told as an order is."""
    secret = state.secrets[event.argument_id]
    order = as_order(secret).order
    sealed = OrderSealed(
        secret.seat, secret.turn, secret.argument_id, secret.seal, secret.nonce, order
    )
    version = Version(moment.n, moment.entry.at, sealed, sound[secret.argument_id])
    return Ordered(secret.argument_id, secret.seat, [version], revealed=True, secret=True)
