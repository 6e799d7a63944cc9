"""The record about itself: rewinds, forks, corrections, objections, changed places, Turn Zero; each a sentence.

Numbers of entries are the facilitator's: they would count what is hidden from others.
"""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import (
    Corrected,
    Forked,
    ObjectionRaised,
    PlacesSwapped,
    Rewound,
    TurnZeroBegun,
)
from wargame.game.names import FACILITATOR
from wargame.game.undoing import UNDONE
from wargame.reports.words import Words

Recorded = Rewound | Forked | Corrected | ObjectionRaised | PlacesSwapped | TurnZeroBegun
"""What this module tells of."""


def _objected(event: ObjectionRaised, words: Words) -> str:
    """Who objects to what, and whether numbers given before are kept."""
    side = "for it" if event.side == "pro" else "against it"
    kept = " The numbers given before are kept." if event.numbers == "kept" else ""
    order = words.order(event.order_id)
    return f"{words.seat(event.author)} objects after the throw to {order} and argues {side}: {event.text}{kept}"


def _rewound(event: Rewound, facilitator: bool) -> str:
    """Where the game went back to, and why, for the facilitator; that it did, for others."""
    if facilitator:
        return (
            f"Rewound: the game stands as it did after entry {event.to}. "
            f"The line that is left is called {event.branch}. Why: {event.reason}"
        )
    undone = event.reason == UNDONE
    return "The last step is undone." if undone else "The game goes back to an earlier moment."


def recorded_told(event: Recorded, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    facilitator = words.who == FACILITATOR
    match event:
        case Rewound():
            return _rewound(event, facilitator)
        case Forked():
            parent = event.parent.get("session", "")
            after = f" after its entry {event.parent.get('n', 0)}" if facilitator else ""
            return (
                f"From here on this is another game: {event.session}, forked from {parent}{after}, "
                "with its own seed."
            )
        case Corrected() if facilitator:
            why = f" Why: {event.reason}"
            return f"Corrected: {event.field} of entry {event.entry} reads: {event.text}{why}"
        case Corrected():
            return f"A text is corrected; it reads: {event.text}"
        case ObjectionRaised():
            return _objected(event, words)
        case PlacesSwapped():
            span = "for the rest of the game" if event.for_good else "in this turn"
            why = f" Why: {event.reason}" if facilitator else ""
            pair = f"{words.seat(event.one)} and {words.seat(event.other)}"
            return f"{pair} change places {span}; {words.seat(event.asked)} asked for it.{why}"
        case TurnZeroBegun():
            return "Turn Zero begins: a rehearsal, of which nothing counts."
        case _:
            assert_never(event)
