"""What entries about the session, its phases, its cards and its end do to the state."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.game.events import (
    AnswerGiven,
    EndingReached,
    FactRecorded,
    MessageSent,
    ObjectivesRead,
    PhaseBegun,
    PhaseSettled,
    PhraseSet,
    PlayedOn,
    SeatHanded,
    SessionClosed,
    SessionOpened,
    TrackAdjusted,
    VoteCast,
)
from wargame.game.evolve import silence
from wargame.game.evolve.agenda import agenda
from wargame.game.evolve.board import reach
from wargame.game.state import Message, State


def session_opened(state: State, event: SessionOpened) -> None:
    """The first entry makes the state (`opened`); met again it changes nothing."""


def seat_handed(state: State, event: SeatHanded) -> None:
    """A playbook takes a seat, or leaves it."""
    if event.playbook:
        state.playbooks[event.seat] = event.playbook
    else:
        state.playbooks.pop(event.seat, None)


def phrase_set(state: State, event: PhraseSet) -> None:
    """A seat has a pass phrase, or none."""
    if event.digest:
        state.phrases[event.seat] = (event.salt, event.digest)
    else:
        state.phrases.pop(event.seat, None)


def message_sent(state: State, event: MessageSent) -> None:
    """Words were sent."""
    state.messages.append(Message(state.board.turn, event.sender, tuple(event.to), event.text))


def phase_begun(state: State, event: PhaseBegun) -> None:
    """A phase begins with all that it does by itself still to do."""
    state.phase = event.phase
    state.settled = False
    if event.phase == "event":
        _new_turn(state, event.turn)
    elif event.phase == "hotwash":
        state.dilemmas = {}
        state.queue = []
        state.adjudication = None
    state.todo = agenda(state, event.phase)


def _new_turn(state: State, turn: int) -> None:
    """Clear what belongs to one turn."""
    board = state.board
    board.turn = turn
    state.swapped = ()
    for name in [one for one in board.counts if one.startswith(("now.", "won."))]:
        del board.counts[name]
    state.before = [state.value(track.index) for track in state.scenario.tracks]
    state.facts_before = dict(board.facts)
    state.sealed = {}
    state.revealed = ()
    state.queue = []
    state.adjudication = None
    state.spotlight = ""
    state.earlier += [
        (turn - 1, one.cause.id)
        for one in state.happenings
        if one.fired and one.cause.kind == "card" and one.cause.id in state.scenario.cards
    ]
    state.happenings = []
    state.drawn = []
    silence.new_turn(state)


def phase_settled(state: State, event: PhaseSettled) -> None:
    """Nothing is left to do by itself."""
    state.settled = True
    state.todo = []
    state.thrown = {}
    if event.phase == "wrap":
        state.calm[event.turn] = not any(changed_bands(state)) and not _changed_facts(state)


def changed_bands(state: State) -> Iterator[str]:
    """The tracks that stand in another band than when the turn began; without bands, at another value."""
    for track, before in zip(state.scenario.tracks, state.before, strict=True):
        now = state.value(track.index)
        if track.bands:
            if sum(one.start <= now for one in track.bands) != sum(
                one.start <= before for one in track.bands
            ):
                yield track.id
        elif now != before:
            yield track.id


def _changed_facts(state: State) -> bool:
    """Whether the facts, where they are the whole board, are not those with which the turn began."""
    return not state.scenario.tracks and state.board.facts != state.facts_before


def fact_recorded(state: State, event: FactRecorded) -> None:
    """A fact of the table's own."""
    state.board.facts[event.fact.fact] = event.fact


def track_adjusted(state: State, event: TrackAdjusted) -> None:
    """A track stands where the facilitator set it."""
    state.board.tracks[state.scenario.places[event.track]] = event.after


def ending_reached(state: State, event: EndingReached) -> None:
    """The game has an ending."""
    reach(state, lambda step: step.kind == "endings")
    state.ending = event.ending
    state.board.counts[f"ending.{event.ending}"] = 1


def played_on(state: State, event: PlayedOn) -> None:
    """The ending is behind, and there are turns to play."""
    state.past_endings.add(event.ending)
    state.ending = ""
    state.board.turns = event.turns


def objectives_read(state: State, event: ObjectivesRead) -> None:
    """What the board says of each objective."""
    reach(state, lambda step: step.kind == "objectives")
    state.held = event.held


def answer_given(state: State, event: AnswerGiven) -> None:
    """An answer of the hot wash."""
    state.answers.append((event.seat, event.question, event.text))


def vote_cast(state: State, event: VoteCast) -> None:
    """A vote; a later one replaces it."""
    state.votes[event.voter] = event.seat


def session_closed(state: State, event: SessionClosed) -> None:
    """Nothing more can happen."""
    state.phase = "closed"
    state.closed = True
