"""Two moments side by side: where the board, the facts and the endings differ."""

from __future__ import annotations

from wargame.game.records import dataclass
from wargame.game.state import State


@dataclass(slots=True, frozen=True)
class TrackPair:
    """A track's value at either moment."""

    id: str
    name: str
    group: str
    one: int
    other: int


@dataclass(slots=True, frozen=True)
class Differences:
    """Everything that can be laid side by side: tracks all, of the rest what only one has.

    `endings` are titles, empty where none was reached.
    """

    tracks: tuple[TrackPair, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]
    endings: tuple[str, str]


def differences(one: State, other: State) -> Differences:
    """How two moments of plays of one scenario differ; tracks that only one has are left out."""
    places = other.scenario.places
    tracks = tuple(
        TrackPair(track.id, track.name, track.group, one.value(track.index), other.value(place))
        for track in one.scenario.tracks
        if (place := places.get(track.id)) is not None
    )
    return Differences(
        tracks, _only(one, other), _only(other, one), (ending_of(one), ending_of(other))
    )


def _only(one: State, other: State) -> tuple[str, ...]:
    """The facts that hold at one moment and not at the other."""
    return tuple(fact.text for id_, fact in one.board.facts.items() if id_ not in other.board.facts)


def ending_of(state: State) -> str:
    """The title of the ending that was reached, also of one that was played on from; empty when none was."""
    reached = [*state.past_endings, state.ending]
    titles = [one.title for one in state.scenario.endings if one.id in reached]
    return ", ".join(titles)
