"""Each entry of a save as a sentence, as far as its audience may know it.

The facilitator is told everything. A seat or the public screen is told of an entry only when its
view changed by it, and then in words that hold no more than that view.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, get_args

from wargame.game.events import (
    CardDrawn,
    CardPlaced,
    DiceThrown,
    DilemmaAnswered,
    DilemmaPut,
    Event,
    FactRecorded,
    OrderJudged,
    OrderWithdrawn,
    ResultAccepted,
    Rewound,
    ThrowCalled,
)
from wargame.game.looking.changes import knows_of
from wargame.game.names import FACILITATOR
from wargame.reports.telling import (
    argued,
    asked,
    cards,
    facts,
    injects,
    orders,
    recorded,
    resulted,
    room,
    screens,
    secret,
    session,
    silence,
    timing,
    turned,
    undertakings,
)
from wargame.reports.timeline import Timeline
from wargame.reports.words import Words

SOMETHING = "Unseen cause: something goes on."
"""What is told of an entry of which nothing is known but that it moved something."""


def told(timeline: Timeline, n: int, who: str = FACILITATOR, struck: Collection[str] = ()) -> str:
    """Entry `n` as a sentence for `who`; empty when nothing of it could be seen there.

    Of the orders `struck` the words are left out.
    """
    event = timeline.moments[n].event
    if who != FACILITATOR and n and timeline.view(n, who) == timeline.view(n - 1, who):
        return ""
    said = sentence(event, Words(timeline.state(n), who, struck))
    if not isinstance(event, Rewound):
        return said
    return " ".join([said, *_dice_gone(timeline, n, who, struck)])


def _dice_gone(timeline: Timeline, n: int, who: str, struck: Collection[str]) -> Iterator[str]:
    """The throws of the line that the rewind of entry `n` left, as far as `who` was told of them then."""
    left = next((line.entries for line in timeline.lines() if line.n == n), ())
    for one in left:
        if isinstance(timeline.moments[one].event, DiceThrown):
            thrown = told(timeline, one, who, struck)
            if thrown:
                yield f"Taken back: {thrown}"


def sentence(event: Event, words: Words) -> str:
    """What happened, in one sentence or a few."""
    if not _knows_of_order(event, words):
        ruled = event.changes if isinstance(event, ResultAccepted | OrderJudged) else []
        changes = words.changes(ruled)
        return f"Unseen cause: {'; '.join(changes)}." if changes else SOMETHING
    if isinstance(event, CardDrawn | CardPlaced | DilemmaPut | DilemmaAnswered):
        known = cards.knows_card(words, event.card, event.seat)
        return TELLERS[type(event)](event, words) if known else SOMETHING
    return TELLERS[type(event)](event, words)


def _knows_of_order(event: Event, words: Words) -> bool:
    """Whether the audience may know of the order that an entry belongs to, if it belongs to one."""
    if isinstance(event, FactRecorded | OrderWithdrawn):
        return True  # a fact is everybody's, and a withdrawal moves the view of its own seat alone
    order_id = getattr(event, "order_id", "")
    if isinstance(event, ThrowCalled) and event.cause.kind == "order":
        order_id = event.cause.id
    return not order_id or knows_of(words.state, order_id, words.who)


_FAMILIES: tuple[tuple[Any, Callable[[Any, Words], str]], ...] = (
    (session.Session, session.session_told),
    (room.Room, room.room_told),
    (cards.Cards, cards.cards_told),
    (asked.Asked, asked.asked_told),
    (screens.Screens, screens.screens_told),
    (turned.Turned, turned.turned_told),
    (facts.Facts, facts.facts_told),
    (injects.Injects, injects.injects_told),
    (secret.Secret, secret.secret_told),
    (orders.Orders, orders.orders_told),
    (argued.Argued, argued.argued_told),
    (resulted.Resulted, resulted.resulted_told),
    (recorded.Recorded, recorded.recorded_told),
    (undertakings.Undertakings, undertakings.undertakings_told),
    (timing.Timing, timing.timing_told),
    (silence.Silence, silence.silence_told),
)
TELLERS: dict[type[Event], Callable[[Any, Words], str]] = {
    kind: told_by for family, told_by in _FAMILIES for kind in get_args(family)
}
"""Who tells each kind of entry."""
