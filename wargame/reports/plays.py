"""Several plays of one scenario: what each came to, in a form that can be laid side by side."""

from __future__ import annotations

from dataclasses import field

from wargame.game.names import Quality
from wargame.game.records import dataclass
from wargame.reports.differing import ending_of
from wargame.reports.gathering import gather
from wargame.reports.record import Record
from wargame.reports.timeline import Timeline


@dataclass(slots=True, frozen=True)
class Ordered:
    """An order as it was ruled on; `quality` is None where nobody has yet."""

    turn: int
    order: str
    name: str
    covert: bool
    quality: Quality | None


@dataclass(slots=True)
class Play:
    """One play. `tracks` holds each track's value at the start and after each turn.

    `objectives` are by seat and id: whether reached, None where they were not read. `parent` is the
    session it was forked from and the entry; empty for a game of its own.
    """

    session: str
    scenario: str
    fingerprint: str
    turns: int
    phase: str
    ending: str
    parent: tuple[str, int] | None
    tracks: dict[str, list[int]] = field(default_factory=dict)
    objectives: dict[str, dict[str, bool | None]] = field(default_factory=dict)
    orders: dict[str, list[Ordered]] = field(default_factory=dict)
    qualities: dict[str, dict[str, int]] = field(default_factory=dict)


def play_of(timeline: Timeline) -> Play:
    """What a save's game came to, along the line that counts; a Turn Zero is left out."""
    record = gather(timeline)
    state = timeline.state(len(timeline) - 1)
    fork = record.forks[-1][1] if record.forks else None
    parent = (str(fork.parent["session"]), int(fork.parent["n"])) if fork else None
    play = Play(
        state.session,
        record.scenario.id,
        record.opening.scenario_sha256,
        len(record.turns),
        record.reached,
        ending_of(state),
        parent,
    )
    for track in record.scenario.tracks:
        ends = [turn.end[track.index] for turn in record.turns]
        play.tracks[track.id] = [record.start[track.index], *ends]
    for seat in record.scenario.seats:
        held = record.held.get(seat.id, {})
        play.objectives[seat.id] = {one.id: held.get(one.id) for one in seat.objectives}
        play.orders[seat.id] = _orders(record, seat.id)
        judged = [one.quality for one in play.orders[seat.id] if one.quality is not None]
        play.qualities[seat.id] = {one: judged.count(one) for one in dict.fromkeys(judged)}
    return play


def _orders(record: Record, seat: str) -> list[Ordered]:
    """A seat's orders that stood, turn by turn."""
    found = []
    for turn in record.turns:
        for one in turn.orders.values():
            last = one.last
            if one.seat != seat or last is None:
                continue
            rule = record.scenario.orders.get(last.order.move)
            accepted = one.judgement.accepted if one.judgement else None
            found.append(
                Ordered(
                    turn.number,
                    last.order.move,
                    rule.name if rule else last.order.action,
                    last.order.covert,
                    accepted.quality if accepted else None,
                )
            )
    return found
