"""Each entry of a save as a sentence, as far as its audience may know it.

The facilitator is told everything. A seat or the public screen is told of an entry only when its
view changed by it, and then in words that hold no more than that view.
"""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import (
    AdjudicationOpened,
    AnswerGiven,
    ArgumentAdded,
    ArgumentWeighed,
    CardDrawn,
    CardPlaced,
    Corrected,
    DeckShuffled,
    DiceThrown,
    DilemmaAnswered,
    DilemmaPut,
    EffectsApplied,
    EndingReached,
    EstimateSealed,
    EstimatesShown,
    Event,
    FactRecorded,
    Forked,
    MessageSent,
    MethodChosen,
    NoteWritten,
    ObjectivesRead,
    OrderDrawn,
    OrderSealed,
    OrdersRevealed,
    OrderWithdrawn,
    PersonSeated,
    PhaseBegun,
    PhaseSettled,
    PhraseSet,
    PlayedOn,
    ResultAccepted,
    ResultProposed,
    Rewound,
    Ruled,
    ScreenHanded,
    SeatHanded,
    SessionClosed,
    SessionOpened,
    ThrowCalled,
    TrackAdjusted,
    VoteCast,
)
from wargame.game.looking import happening_view, may_see_order
from wargame.game.looking.changes import knows_of
from wargame.game.names import FACILITATOR
from wargame.game.seals import receipt
from wargame.game.state import Happening
from wargame.reports.timeline import Timeline
from wargame.reports.words import (
    METHODS,
    PHASES,
    PLACES,
    WEIGHTS,
    Words,
    changed,
    dice_in_words,
    listed,
    percent,
    signed,
)


def told(timeline: Timeline, n: int, who: str = FACILITATOR) -> str:
    """Entry `n` as a sentence for `who`; empty when nothing of it could be seen there."""
    event = timeline.moments[n].event
    if who != FACILITATOR and n and timeline.view(n, who) == timeline.view(n - 1, who):
        return ""
    return sentence(event, Words(timeline.state(n), who))


def sentence(event: Event, words: Words) -> str:
    """What happened, in one sentence or a few."""
    if not _knows_of_order(event, words):
        changes = words.changes(event.changes) if isinstance(event, ResultAccepted) else []
        return f"Unseen cause: {'; '.join(changes) or 'something goes on'}."
    return _told(event, words)


def _told(event: Event, words: Words) -> str:
    """The sentence, by the event's family."""
    match event:
        case (
            SessionOpened()
            | PersonSeated()
            | SeatHanded()
            | PhraseSet()
            | ScreenHanded()
            | NoteWritten()
            | MessageSent()
            | PhaseBegun()
            | PhaseSettled()
        ):
            return _session(event, words)
        case (
            DeckShuffled()
            | OrderDrawn()
            | CardDrawn()
            | CardPlaced()
            | DilemmaPut()
            | DilemmaAnswered()
            | EffectsApplied()
        ):
            return _cards(event, words)
        case OrderSealed() | OrderWithdrawn() | OrdersRevealed() | ThrowCalled() | DiceThrown():
            return _orders(event, words)
        case (
            AdjudicationOpened()
            | ArgumentAdded()
            | ArgumentWeighed()
            | MethodChosen()
            | EstimateSealed()
            | EstimatesShown()
        ):
            return _argued(event, words)
        case Rewound() | Forked() | Corrected():
            return _recorded(event, words)
        case _:
            return _resulted(event, words)


def _knows_of_order(event: Event, words: Words) -> bool:
    """Whether the audience may know of the order that an entry belongs to, if it belongs to one."""
    if isinstance(event, FactRecorded | OrderWithdrawn):
        return True  # a fact is everybody's, and a withdrawal moves the view of its own seat alone
    order_id = getattr(event, "order_id", "")
    if isinstance(event, ThrowCalled) and event.cause.kind == "order":
        order_id = event.cause.id
    return not order_id or knows_of(words.state, order_id, words.who)


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
Cards = (
    DeckShuffled
    | OrderDrawn
    | CardDrawn
    | CardPlaced
    | DilemmaPut
    | DilemmaAnswered
    | EffectsApplied
)
Orders = OrderSealed | OrderWithdrawn | OrdersRevealed | ThrowCalled | DiceThrown
Argued = (
    AdjudicationOpened
    | ArgumentAdded
    | ArgumentWeighed
    | MethodChosen
    | EstimateSealed
    | EstimatesShown
)
Resulted = (
    Ruled
    | ResultProposed
    | ResultAccepted
    | FactRecorded
    | TrackAdjusted
    | EndingReached
    | PlayedOn
    | ObjectivesRead
    | AnswerGiven
    | VoteCast
    | SessionClosed
)
Recorded = Rewound | Forked | Corrected


def _session(event: Session, words: Words) -> str:
    match event:
        case SessionOpened():
            setup = words.state.scenario.setups[event.setup].title
            return (
                f"The session {event.session} opens: {words.state.scenario.title}, {setup}, "
                f"{event.turns} turns. Commitment to the seed: {receipt(event.commitment)} ..."
            )
        case PersonSeated():
            return f"{event.name} takes a seat: {words.seat(event.seat)}."
        case SeatHanded() if event.playbook:
            return f"The playbook {event.playbook} plays {words.seat(event.seat)} from here on."
        case SeatHanded():
            return f"{words.seat(event.seat)} goes back to its people."
        case PhraseSet():
            has = "has a pass phrase now" if event.digest else "has no pass phrase any more"
            return f"{words.seat(event.seat)} {has}."
        case ScreenHanded():
            person = f" ({words.person(event.person)})" if event.person else ""
            return f"The screen is handed to {words.seat(event.seat)}{person}."
        case NoteWritten():
            tags = f" [{', '.join(event.tags)}]" if event.tags else ""
            about = f" about entry {event.about}" if event.about >= 0 else ""
            return f"A note{about}{tags}: {event.text}"
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


def _label(words: Words, turn: int) -> str:
    """The calendar's name of a turn, after a comma."""
    calendar = words.state.scenario.setups[words.state.setup].calendar
    return f", {calendar[turn - 1]}" if 0 < turn <= len(calendar) else ""


def _cards(event: Cards, words: Words) -> str:
    match event:
        case DeckShuffled():
            return f"{words.deck(event.deck)}: {len(event.cards)} cards are shuffled."
        case OrderDrawn():
            return f"Who goes first is drawn: {words.seats(words.state.first)}."
        case CardDrawn():
            to = f", to the hand of {words.seat(event.seat)}" if event.seat else ""
            return f"{words.deck(event.deck)}: “{words.card(event.card)}” is drawn{to}."
        case CardPlaced():
            whose = f" of {words.seat(event.seat)}" if event.seat else ""
            return f"“{words.card(event.card)}” is put {PLACES[event.where]}{whose}."
        case DilemmaPut():
            return f"“{words.card(event.card)}” makes {words.seat(event.seat)} choose."
        case DilemmaAnswered():
            option = words.option(event.card, event.option)
            return f"{words.seat(event.seat)} answers “{words.card(event.card)}”: {option}"
        case EffectsApplied():
            return _applied(event, words)
        case _:
            assert_never(event)


def _applied(event: EffectsApplied, words: Words) -> str:
    """What a cause did, under the name that the audience knows it by."""
    if words.who == FACILITATOR:
        name, changes = words.cause(event.cause), words.changes(event.changes)
    else:
        what = Happening(event.cause, tuple(event.changes), event.fired)
        view = happening_view(words.state, what, words.who)
        if view is None:
            return ""
        name, changes = view.title or "Unseen cause", list(map(changed, view.changes))
    if not event.fired:
        return f"“{name}” comes to nothing."
    return f"{name}: {'; '.join(changes) or 'nothing changes'}."


def _orders(event: Orders, words: Words) -> str:
    match event:
        case OrderSealed():
            covert = ", covert" if event.order.covert else ""
            seal = f", receipt {receipt(event.seal)}" if event.seal else ""
            return f"An order is sealed. {words.order(event.order_id)}{covert}{seal}."
        case OrderWithdrawn():
            return f"{words.seat(event.seat)} withdraws an order ({event.order_id})."
        case OrdersRevealed():
            state = words.state
            shown = [
                words.order(one)
                for one in event.orders
                if may_see_order(state, state.sealed[one], words.who)
            ]
            holds = ""
            if event.missing and words.who == FACILITATOR:
                holds = f" {words.seats(event.missing)}: no order."
            return f"The orders are revealed. {'; '.join(shown) or 'None is shown'}.{holds}"
        case ThrowCalled():
            by_hand = ", to be thrown by hand" if event.entered else ""
            at = f"at least {event.needed}" if event.sides == 6 else f"at most {event.needed}"
            dice = "2d6" if event.sides == 6 else "d100"
            return (
                f"A throw is called for {words.cause(event.cause)}: {dice} must show {at} "
                f"(modifier {signed(event.modifier)}), {percent(event.odds)}{by_hand}."
            )
        case DiceThrown():
            shown_by = ", thrown by hand" if event.throw.entered else ""
            return f"Thrown: {dice_in_words(event.throw.dice, event.throw.sides)}{shown_by}."
        case _:
            assert_never(event)


def _argued(event: Argued, words: Words) -> str:
    match event:
        case AdjudicationOpened():
            total = sum(one.by for one in event.factors)
            factors = f"{len(event.factors)} factors, together {signed(total)}"
            return (
                f"On the table: {words.order(event.order_id)} ({METHODS[event.method]}; {factors})."
            )
        case ArgumentAdded():
            side = "for it" if event.side == "pro" else "against it"
            return f"{words.seat(event.author)} argues {side} ({event.argument}): {event.text}"
        case ArgumentWeighed():
            return f"The argument {event.argument} is {WEIGHTS[event.weight]}."
        case MethodChosen():
            given = f", {event.given} %" if event.given >= 0 else ""
            reason = f" Why: {event.reason}" if event.reason else ""
            return f"Method: {METHODS[event.method]}{given}.{reason}"
        case EstimateSealed():
            return f"{words.person(event.person)} seals an estimate: {event.estimate['percent']} %."
        case EstimatesShown():
            each = [f"{words.person(who)} {what} %" for who, what in event.estimates.items()]
            return f"The estimates are shown: {listed(each)}; median {event.median} %."
        case _:
            assert_never(event)


def _resulted(event: Resulted, words: Words) -> str:
    match event:
        case Ruled():
            why = f" Why: {event.reason}" if event.reason else ""
            return f"Ruled without dice: {event.quality}.{why}"
        case ResultProposed():
            changes = "; ".join(words.changes(event.changes)) or "no change"
            return f"{event.quality.title()} (margin {signed(event.margin)}). Proposed: {changes}."
        case ResultAccepted():
            changes = "; ".join(words.changes(event.changes)) or "no change"
            known = event.edited and words.who == FACILITATOR
            edited = f" Edited: {event.reason}" if known else ""
            return f"Accepted: {changes}.{edited} {event.narrative}".strip()
        case FactRecorded():
            modifier = f" ({signed(event.fact.modifier)})" if event.fact.modifier else ""
            return f"Recorded as a fact{modifier}: {event.fact.text}"
        case TrackAdjusted():
            moved = f"{words.track(event.track)} {event.before} → {event.after}"
            why = f" Why: {event.reason}" if words.who == FACILITATOR else ""
            return f"Set by hand: {moved}.{why}"
        case EndingReached():
            endings = words.state.scenario.endings
            title = next((one.title for one in endings if one.id == event.ending), event.ending)
            return f"An ending is reached: {title}."
        case PlayedOn():
            return f"The table plays on, up to turn {event.turns}."
        case ObjectivesRead():
            return "The hot wash begins: each objective is read against the board."
        case AnswerGiven():
            return f"{words.seat(event.seat)} on “{event.question}”: {event.text}"
        case VoteCast():
            return f"{words.person(event.voter)} says {words.seat(event.seat)} won."
        case SessionClosed():
            return "The session is closed and the seed is open."
        case _:
            assert_never(event)


def _recorded(event: Recorded, words: Words) -> str:
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
