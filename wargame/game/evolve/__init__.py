"""`evolve(state, event)`: what each kind of entry does to the state. Total: it never refuses.

What a phase has still to do by itself stands in `state.todo`. Every entry that does a part of it
takes that part (and whatever was passed over before it) off the list, so that any prefix of
a command's entries is a state from which `Proceed` goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wargame.game.board import Board
from wargame.game.chance import COUNTER_1
from wargame.game.established import from_the_start
from wargame.game.events import (
    AdjudicationOpened,
    AnswerGiven,
    AppealOpened,
    ArgumentAdded,
    ArgumentSealed,
    ArgumentTriggered,
    ArgumentWeighed,
    ArgumentWithdrawn,
    BannerChanged,
    CardDrawn,
    CardHeld,
    CardLetAct,
    CardPlaced,
    CardSkipped,
    ClockSetBack,
    Corrected,
    DeckShuffled,
    DiceThrown,
    DilemmaAnswered,
    DilemmaPut,
    EffectsApplied,
    EndingReached,
    EstimateExplained,
    EstimateSealed,
    EstimatesShown,
    Event,
    FactChanged,
    FactEndedByHand,
    FactorGranted,
    FactRecorded,
    Forked,
    HandsCounted,
    InjectFired,
    InjectMarked,
    InjectWritten,
    IntentionSealed,
    IntentionWithdrawn,
    ItemParked,
    ItemTicked,
    LeaningsTaken,
    MessageSent,
    MethodChosen,
    NoteWritten,
    ObjectionRaised,
    ObjectiveGiven,
    ObjectivesRead,
    OrderDrawn,
    OrderJudged,
    OrderLate,
    OrderSealed,
    OrdersRevealed,
    OrderWithdrawn,
    PaceSet,
    PersonLeft,
    PersonSeated,
    PhaseBegun,
    PhaseSettled,
    PhraseSet,
    PlacesSwapped,
    PlanWritten,
    PlayedOn,
    ProjectDeclared,
    ProtectionSet,
    PublicFollowed,
    QuestionAdded,
    ResultAccepted,
    ResultProposed,
    Rewound,
    Ruled,
    ScreenHanded,
    ScreenLocked,
    ScreenUnlocked,
    SeatAsked,
    SeatHanded,
    SeatReplied,
    SeatsMerged,
    SeatsParted,
    SecretArgumentsAllowed,
    SessionClosed,
    SessionOpened,
    SilenceWarned,
    SituationAimedAt,
    SituationsPut,
    SpotlightSet,
    StoodIn,
    TalkNoted,
    TalkOpened,
    ThrowCalled,
    TimerExtended,
    TimerPaused,
    TimerResumed,
    TimerSet,
    TimerStarted,
    TrackAdjusted,
    TurnsPassed,
    TurnZeroBegun,
    VoteCast,
    WordsStruck,
)
from wargame.game.evolve import (
    asked,
    decks,
    facts,
    history,
    injects,
    judging,
    phases,
    room,
    screens,
    secret,
    silence,
    timing,
    turned,
    undertakings,
)
from wargame.game.evolve.agenda import opening
from wargame.game.scenario import Scenario
from wargame.game.state import State


def opened(scenario: Scenario, event: SessionOpened) -> State:
    """The state that a session's first entry makes of its (compiled) scenario."""
    setup = scenario.setups[event.setup]
    tracks = [track.start for track in scenario.tracks]
    for index, value in setup.tracks:
        tracks[index] = value
    facts = {fact: from_the_start(scenario.facts[fact]) for fact in setup.facts}
    state = State(
        scenario=scenario,
        session=event.session,
        setup=event.setup,
        board=Board(tracks, facts, {}, 0, event.turns),
        seed=bytes.fromhex(event.secret["seed"]),
        commitment=event.commitment,
        seed_given=event.seed_given,
        chance=event.chance,
        banner=event.banner,
        hand_dice=event.hand_dice,
        secret_arguments=event.secret_arguments,
        read_cards=event.read_cards and event.chance != COUNTER_1,
        pace=event.pace,
        people={person.id: person for person in event.people},
        playbooks=dict(event.playbooks),
    )
    for deck in scenario.decks:
        state.piles[deck.id] = []
        state.discards[deck.id] = []
    state.hands = {seat.id: [] for seat in scenario.seats}
    state.todo = opening(scenario, event.setup)
    state.before = [state.value(track.index) for track in scenario.tracks]
    room.prepare(state, event)
    state.opening = event
    return state


def reopened(state: State) -> State:
    """The state as the opening made it."""
    if state.opening is None:
        raise ValueError("the state was made without an opening")
    return opened(state.scenario.base or state.scenario, state.opening)


def evolve(state: State, event: Event) -> State:
    """Apply one event to the state, in place, and return it."""
    if isinstance(event, Rewound):
        history.rewound(state, event, reopened, evolve)
    elif isinstance(event, Corrected):
        history.corrected(state, event, reopened, evolve)
    else:
        _HANDLERS[type(event)](state, event)
        state.line = (state.line, event)
    state.entries += 1
    state.past = (state.past, state.line)
    return state


_HANDLERS: dict[type[Event], Callable[[State, Any], None]] = {
    SessionOpened: phases.session_opened,
    PersonSeated: room.person_seated,
    SeatHanded: phases.seat_handed,
    PhraseSet: phases.phrase_set,
    NoteWritten: room.note_written,
    SeatsMerged: room.seats_merged,
    SeatsParted: room.seats_parted,
    PersonLeft: room.person_left,
    ObjectiveGiven: room.objective_given,
    BannerChanged: room.banner_changed,
    QuestionAdded: room.question_added,
    PlanWritten: room.plan_written,
    ItemParked: room.item_parked,
    ItemTicked: room.item_ticked,
    WordsStruck: room.words_struck,
    ScreenHanded: history.screen_handed,
    ScreenLocked: screens.screen_locked,
    ScreenUnlocked: screens.screen_locked,
    PublicFollowed: screens.public_followed,
    MessageSent: phases.message_sent,
    PaceSet: timing.pace_set,
    TimerStarted: timing.timer_started,
    TimerSet: timing.timer_started,
    TimerPaused: timing.timer_paused,
    TimerResumed: timing.timer_resumed,
    TimerExtended: timing.timer_extended,
    ClockSetBack: timing.clock_set_back,
    SilenceWarned: silence.silence_warned,
    StoodIn: silence.stood_in,
    OrderLate: silence.order_late,
    IntentionSealed: silence.intention_sealed,
    IntentionWithdrawn: silence.intention_withdrawn,
    TalkOpened: silence.talk_opened,
    TalkNoted: silence.talk_noted,
    TurnsPassed: silence.turns_passed,
    PhaseBegun: phases.phase_begun,
    PhaseSettled: phases.phase_settled,
    DeckShuffled: decks.deck_shuffled,
    OrderDrawn: decks.order_drawn,
    CardDrawn: decks.card_drawn,
    CardPlaced: decks.card_placed,
    DilemmaPut: decks.dilemma_put,
    DilemmaAnswered: decks.dilemma_answered,
    EffectsApplied: decks.effects_applied,
    CardLetAct: turned.card_let_act,
    CardHeld: turned.card_held,
    CardSkipped: turned.card_skipped,
    SeatAsked: asked.seat_asked,
    SeatReplied: asked.seat_replied,
    SecretArgumentsAllowed: secret.secret_arguments_allowed,
    ArgumentSealed: secret.argument_sealed,
    ArgumentWithdrawn: secret.argument_withdrawn,
    ArgumentTriggered: secret.argument_triggered,
    InjectWritten: injects.inject_written,
    InjectMarked: injects.inject_marked,
    InjectFired: injects.inject_fired,
    ThrowCalled: judging.throw_called,
    DiceThrown: judging.dice_thrown,
    OrderSealed: judging.order_sealed,
    OrderWithdrawn: judging.order_withdrawn,
    OrdersRevealed: judging.orders_revealed,
    AdjudicationOpened: judging.adjudication_opened,
    ArgumentAdded: judging.argument_added,
    ArgumentWeighed: judging.argument_weighed,
    MethodChosen: judging.method_chosen,
    EstimateSealed: judging.estimate_sealed,
    EstimatesShown: judging.estimates_shown,
    EstimateExplained: judging.estimate_explained,
    SpotlightSet: undertakings.spotlight_set,
    FactorGranted: undertakings.factor_granted,
    AppealOpened: undertakings.appeal_opened,
    ProtectionSet: undertakings.protection_set,
    ProjectDeclared: undertakings.project_declared,
    HandsCounted: judging.hands_counted,
    LeaningsTaken: judging.leanings_taken,
    Ruled: judging.ruled,
    ResultProposed: judging.result_proposed,
    ResultAccepted: judging.result_accepted,
    OrderJudged: judging.order_judged,
    FactRecorded: phases.fact_recorded,
    FactChanged: facts.fact_changed,
    FactEndedByHand: facts.fact_ended_by_hand,
    SituationsPut: facts.situations_put,
    SituationAimedAt: facts.situation_aimed_at,
    TrackAdjusted: phases.track_adjusted,
    EndingReached: phases.ending_reached,
    PlayedOn: phases.played_on,
    ObjectivesRead: phases.objectives_read,
    AnswerGiven: phases.answer_given,
    VoteCast: phases.vote_cast,
    SessionClosed: phases.session_closed,
    Forked: history.forked,
    ObjectionRaised: history.objection_raised,
    PlacesSwapped: history.places_swapped,
    TurnZeroBegun: history.turn_zero_begun,
}
