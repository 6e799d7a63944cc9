"""Gathers a record from a timeline: one pass over the entries, each put where it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wargame.game.changes import Cause
from wargame.game.events import (
    AdjudicationOpened,
    AnswerGiven,
    ArgumentTriggered,
    CardDrawn,
    CardHeld,
    CardLetAct,
    CardSkipped,
    Corrected,
    DiceThrown,
    DilemmaAnswered,
    EffectsApplied,
    EndingReached,
    Event,
    FactChanged,
    FactEndedByHand,
    FactRecorded,
    Forked,
    InjectFired,
    InjectMarked,
    InjectWritten,
    IntentionSealed,
    IntentionWithdrawn,
    MessageSent,
    NoteWritten,
    ObjectionRaised,
    ObjectivesRead,
    OrderJudged,
    OrderLate,
    OrderSealed,
    OrdersRevealed,
    OrderWithdrawn,
    PhaseBegun,
    PhaseSettled,
    PlacesSwapped,
    PlayedOn,
    ProtectionSet,
    ResultAccepted,
    ResultProposed,
    Rewound,
    SeatAsked,
    SeatHanded,
    SeatReplied,
    SessionClosed,
    SessionOpened,
    SilenceWarned,
    StoodIn,
    TalkNoted,
    TalkOpened,
    ThrowCalled,
    TrackAdjusted,
    TurnsPassed,
    TurnZeroBegun,
    VoteCast,
)
from wargame.game.orders import plain_order, turn_order
from wargame.game.state import State
from wargame.game.texts import amended
from wargame.reports.judgements import Bench, fits
from wargame.reports.record import (
    Happened,
    Ordered,
    Record,
    Throw,
    Turn,
    Version,
)
from wargame.reports.secrets_told import as_ordered, seals_fit
from wargame.reports.telling.asked import asked_told
from wargame.reports.telling.facts import facts_told
from wargame.reports.telling.injects import injects_told
from wargame.reports.telling.turned import turned_told
from wargame.reports.timeline import RECEIPT, Moment, Timeline
from wargame.reports.words import Words

STAYS = (NoteWritten, Corrected, Forked, ObjectionRaised, TurnZeroBegun)
"""What is told of also where a rewind left it."""


def gather(timeline: Timeline) -> Record:
    """Everything the save holds, sorted for telling."""
    return _Gathering(timeline).record


class _Gathering:
    """One pass over a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        first, last = timeline.moments[0], timeline.moments[-1]
        opening = first.event
        if not isinstance(opening, SessionOpened):
            raise TypeError("a save begins with session_opened")
        self.timeline = timeline
        state = timeline.state(0)
        self.record = Record(
            opening,
            state.scenario,
            first.entry.at,
            last.entry.at,
            len(timeline),
            last.entry.hash,
            timeline.trouble,
            start=_values(state),
        )
        self.turn = self.record.before
        self.within: State | None = None
        self.loose: list[Throw] = []
        self.chosen: dict[str, str] = {}
        self.bench = Bench()
        self.record.lines, self.record.arguments = timeline.lines(), seals_fit(timeline)
        self.record.taken_back = _thrown_on_left(timeline)
        left = timeline.left().keys() | timeline.rehearsed()
        for moment in timeline.moments[1:]:
            if moment.n not in left or isinstance(moment.event, STAYS):
                self.take(replace(moment, event=self._as_corrected(moment)))
        self._finish()

    def _as_corrected(self, moment: Moment) -> Event:
        """What happened, its texts as they have been corrected."""
        event = moment.event
        for entry, path, text in self.timeline.corrections():
            if entry == moment.n:
                event = amended(event, path, text)
        return event

    @property
    def state(self) -> State:
        """The game after what is being taken."""
        return self.within or self.timeline.state(self.now.n)

    def take(self, moment: Moment) -> None:
        """Put one entry where it belongs."""
        self.now = moment
        self.record.reached = moment.phase
        match moment.event:
            case PhaseBegun() | PhaseSettled():
                self._phase(moment.event)
            case ThrowCalled() | DiceThrown():
                self._throw(moment.event)
            case EffectsApplied():
                self._happened(moment.event)
            case OrderSealed() | OrderWithdrawn() | OrdersRevealed():
                self._order(moment.event)
            case AdjudicationOpened():
                self._opened(moment.event)
            case ResultProposed() | ResultAccepted():
                cause = Cause("order", moment.event.order_id)
                self.bench.result(moment, moment.event, self._taken(cause))
            case OrderJudged() as judged:
                for event, state in self.timeline.steps(moment.n, judged):
                    self.within = state
                    self.take(replace(moment, event=event))
                self.within = None
            case Rewound():
                pass  # its line was left out already, and stands in the record
            case _:
                self.bench.argued(moment.event, self.state.session)
                self._beside(moment.event)
                self._ending(moment.event)

    def _phase(self, event: PhaseBegun | PhaseSettled) -> None:
        at, state = self.now.entry.at, self.state
        self._drop_loose()
        self.turn.ended = at
        if isinstance(event, PhaseBegun) and event.phase == "event":
            calendar = state.scenario.setups[state.setup].calendar
            label = calendar[event.turn - 1] if 0 < event.turn <= len(calendar) else ""
            self.turn.end = self.turn.end or state.before.copy()
            self.turn = Turn(event.turn, label, at, turn_order(state), state.before.copy())
            self.record.turns.append(self.turn)
        elif isinstance(event, PhaseSettled) and event.phase == "wrap":
            self.turn.end = _values(state)
            self.turn.head = self.now.entry.hash[:RECEIPT]

    def _drop_loose(self) -> None:
        """Chances that led to nothing belong to rules that did not fire."""
        self.turn.missed += [one for one in self.loose if one.call.cause.kind == "rule"]
        self.loose = []

    def _throw(self, event: ThrowCalled | DiceThrown) -> None:
        if isinstance(event, ThrowCalled):
            throw = Throw(self.now.n, event)
            self.record.throws.append(throw)
            if event.purpose == "chance":
                self.loose.append(throw)
            else:
                self.bench.called(throw)
        elif self.record.throws:
            self.record.throws[-1].dice = event
            self.bench.thrown(self.record.throws[-1], self.state)

    def _taken(self, cause: Cause) -> list[Throw]:
        """The chances thrown for this cause."""
        mine = [
            one
            for one in self.loose
            if (one.call.cause.kind, one.call.cause.id) == (cause.kind, cause.id)
        ]
        self.loose = [one for one in self.loose if one not in mine]
        return mine

    def _happened(self, event: EffectsApplied) -> None:
        cause, words = event.cause, Words(self.state)
        text, source = _telling(self.state, cause)
        self.turn.happened.append(
            Happened(
                self.now.n,
                self.now.phase,
                cause,
                words.cause(cause),
                text,
                source,
                event.fired,
                list(event.changes),
                self._taken(cause),
                self.chosen.pop(cause.id, ""),
            )
        )

    def _order(self, event: OrderSealed | OrderWithdrawn | OrdersRevealed) -> None:
        n, at, orders = self.now.n, self.now.entry.at, self.turn.orders
        match event:
            case OrderSealed():
                ordered = orders.setdefault(event.order_id, Ordered(event.order_id, event.seat))
                made = self.timeline.moments[n].event
                obj = plain_order(made.order if isinstance(made, OrderSealed) else event.order)
                sound = fits(event, self.state.session, obj)
                ordered.versions.append(Version(n, at, event, sound))
            case OrderWithdrawn():
                ordered = orders.setdefault(event.order_id, Ordered(event.order_id, event.seat))
                ordered.versions.append(Version(n, at, None))
            case OrdersRevealed():
                self.turn.holding = list(event.missing)
                for order_id in event.orders:
                    if order_id in orders:
                        orders[order_id].revealed = True

    def _opened(self, event: AdjudicationOpened) -> None:
        judgement = self.bench.opened(self.now, event, self.state)
        if event.order_id in self.turn.orders:
            self.turn.orders[event.order_id].judgement = judgement

    def _beside(self, event: Event) -> None:
        """What is kept beside the game."""
        record, turn = self.record, self.turn
        match event:
            case SeatHanded():
                turn.handed.append(event)
            case MessageSent():
                turn.messages.append(event)
            case TalkOpened():
                turn.talks.append(event)
            case TalkNoted():
                turn.noted.append(event)
            case (
                SilenceWarned()
                | StoodIn()
                | OrderLate()
                | IntentionSealed()
                | IntentionWithdrawn()
                | TurnsPassed()
            ):
                turn.silence.append(event)
            case NoteWritten():
                record.notes.append((self.now.n, turn.number, event))
            case Corrected():
                record.corrections.append((event, _before_correction(self.timeline, event)))
            case ObjectionRaised():
                record.objections.append((self.now.n, event))
            case PlacesSwapped():
                record.swaps.append((self.now.n, event))
            case TurnZeroBegun():
                record.rehearsals.append(self.now.n)
            case Forked():
                record.forks.append((self.now.n, event))
            case DilemmaAnswered():
                self.chosen[f"{event.card}/{event.option}"] = event.seat
            case _:
                self._by_hand(event)

    def _by_hand(self, event: Event) -> None:
        """What the facilitator sets by hand, and what is told of injects and secret arguments."""
        turn = self.turn
        match event:
            case CardDrawn() if event.seat:
                turn.cards.append((event.seat, event.card))
            case InjectWritten() | InjectMarked() | InjectFired():
                turn.injects.append(injects_told(event, Words(self.state)))
            case ArgumentTriggered():
                sound = self.record.arguments
                turn.orders[event.argument_id] = as_ordered(event, self.state, self.now, sound)
            case CardLetAct() | CardHeld() | CardSkipped():
                turn.injects.append(turned_told(event, Words(self.state)))
            case SeatAsked() | SeatReplied():
                turn.asked.append(asked_told(event, Words(self.state)))
            case FactChanged() | FactEndedByHand():
                turn.facts_changed.append(facts_told(event, Words(self.state)))
            case FactRecorded():
                turn.facts.append(event)
            case ProtectionSet():
                turn.guarded.append(event)
            case TrackAdjusted():
                turn.adjusted.append(event)
            case _:
                pass

    def _ending(self, event: Event) -> None:
        """How the game ends."""
        record = self.record
        match event:
            case EndingReached():
                self.turn.ending = event.ending
            case PlayedOn():
                self.turn.played_on = event
            case ObjectivesRead():
                record.held = event.held
            case AnswerGiven():
                record.answers.append(event)
            case VoteCast():
                record.votes[event.voter] = event
            case SessionClosed():
                record.seed = event.seed
            case _:
                pass

    def _finish(self) -> None:
        """What is still open where the save ends."""
        self._drop_loose()
        last = self.timeline.state(len(self.timeline) - 1)
        for turn in (self.record.before, *self.record.turns):
            turn.end = turn.end or _values(last)


def _thrown_on_left(timeline: Timeline) -> list[Throw]:
    """The throws for orders that rewinds took back, Turn Zero's left out."""
    left = timeline.left().keys() - timeline.rehearsed()
    found: list[Throw] = []
    for n in sorted(left):
        event = timeline.moments[n].event
        if isinstance(event, ThrowCalled) and event.purpose == "order":
            found.append(Throw(n, event))
        elif isinstance(event, DiceThrown) and event.seat and found:
            found[-1].dice = event
    return [one for one in found if one.dice is not None]


def _values(state: State) -> list[int]:
    """Every track's value, by index."""
    return [state.value(track.index) for track in state.scenario.tracks]


def _telling(state: State, cause: Cause) -> tuple[str, str]:
    """A cause's text and source in the scenario."""
    scenario = state.scenario
    match cause.kind:
        case "card" | "lasting":
            card = scenario.cards[cause.id]
            return card.text, card.source
        case "option":
            return "", scenario.cards[cause.id.split("/")[0]].source
        case "rule":
            rule = next(one for one in scenario.rules if one.id == cause.id)
            return rule.text, rule.source
        case "later":
            return "", scenario.later[cause.id].source
        case _:
            return "", ""


def _before_correction(timeline: Timeline, event: Corrected) -> str:
    """The text that a correction replaces, as the entry has it."""
    if not 0 <= event.entry < len(timeline):
        return ""
    value: Any = timeline.moments[event.entry].entry.data
    for step in event.field.split("."):
        if isinstance(value, dict):
            value = value.get(step, "")
        elif isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return ""
    return value if isinstance(value, str) else ""
