"""People, screens, notes, messages and phases, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import PUBLIC
from wargame.game.events import (
    MessageSent,
    NoteWritten,
    PersonSeated,
    PhaseBegun,
    PhaseSettled,
    PhraseSet,
    ScreenHanded,
    SeatHanded,
    SessionOpened,
)
from wargame.game.names import FACILITATOR
from wargame.game.plain_text import counted
from wargame.game.seals import receipt
from wargame.game.seating import observer
from wargame.reports.words import PHASES, Words

Session = (
    SessionOpened
    | PersonSeated
    | SeatHanded
    | PhraseSet
    | ScreenHanded
    | NoteWritten
    | MessageSent
    | PhaseBegun
    | PhaseSettled
)
"""What this module tells of."""


def session_told(event: Session, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case SessionOpened():
            setup = words.state.scenario.setups[event.setup].title
            return (
                f"The session {event.session} opens: {words.state.scenario.title}, {setup}, "
                f"{counted(event.turns, 'turn')}. Commitment to the seed: {receipt(event.commitment)} ..."
            )
        case PersonSeated():
            told = event.objectives or words.who != FACILITATOR
            sealed = "" if told else "; its objectives stay sealed to them"
            return f"{event.name} takes a seat: {words.seat(event.seat)}{sealed}."
        case SeatHanded() if event.playbook:
            return f"The playbook {event.playbook} plays {words.seat(event.seat)} from here on."
        case SeatHanded():
            return f"{words.seat(event.seat)} goes back to its people."
        case PhraseSet():
            has = "has a pass phrase now" if event.digest else "has no pass phrase any more"
            return f"{words.person(event.seat)} {has}."
        case ScreenHanded():
            return _handed(event, words)
        case NoteWritten():
            return _noted(event, words)
        case MessageSent():
            return f"{words.seat(event.sender)} to {words.seats(event.to)}: “{event.text}”"
        case PhaseBegun():
            label = _label(words, event.turn) if event.phase == "event" else ""
            turn = f"Turn {event.turn}{label}. " if event.phase == "event" else ""
            return f"{turn}The phase {PHASES[event.phase]} begins."
        case PhaseSettled():
            return f"All that the phase {PHASES[event.phase]} does by itself is done."
        case _:
            assert_never(event)


def _handed(event: ScreenHanded, words: Words) -> str:
    """Who looks at the shared screen now."""
    if event.seat == FACILITATOR:
        return "The screen comes back to the facilitator."
    if event.seat == PUBLIC:
        return "Everybody looks on."
    person = "" if not event.person or observer(event.seat) else f" ({words.person(event.person)})"
    return f"The screen is handed to {words.author(event.seat)}{person}."


def _noted(event: NoteWritten, words: Words) -> str:
    """A note: whose, about what, its tags, its words."""
    tags = f" [{', '.join(event.tags)}]" if event.tags else ""
    about = f" about entry {event.about}" if event.about >= 0 else ""
    about += f" about {words.order(event.order_id)}" if event.order_id else ""
    by = "" if event.author == FACILITATOR else f" by {words.author(event.author)}"
    return f"A note{by}{about}{tags}: {event.text}"


def _label(words: Words, turn: int) -> str:
    """The calendar's name of a turn, after a comma."""
    calendar = words.state.scenario.setups[words.state.setup].calendar
    return f", {calendar[turn - 1]}" if 0 < turn <= len(calendar) else ""
