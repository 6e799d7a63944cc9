"""Rewinds, forks and corrections, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import Corrected, Forked, Rewound
from wargame.game.names import FACILITATOR
from wargame.reports.words import Words

Recorded = Rewound | Forked | Corrected
"""What this module tells of."""


def recorded_told(event: Recorded, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    facilitator = words.who == FACILITATOR
    match event:
        case Rewound():
            why = f" Why: {event.reason}" if facilitator else ""
            return (
                f"Rewound: the game stands as it did after entry {event.to}. "
                f"The line that is left is called {event.branch}.{why}"
            )
        case Forked():
            return f"From here on this is another game: {event.session}, forked, with its own seed."
        case Corrected():
            return f"Corrected: {event.field} of entry {event.entry} reads: {event.text}"
        case _:
            assert_never(event)
