"""Changes of the board in words, with their causes: what a card did, what an order brings, a turn's wrap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from wargame.game.audience import PUBLIC
from wargame.game.names import FACILITATOR
from wargame.game.records import dataclass
from wargame.game.views import ChangeView, FactView, TrackView, View
from wargame.tui.plain import joined, plain
from wargame.tui.whose_move import called, names, seat_name
from wargame.tui.widgets.lines import hanging

MOST_LINES = 5
"""How many lines a wrap reads out at most."""
FACT_WEIGHT = 15
"""A fact made or ended weighs as much as a track moved by one and a half of ten."""


PRIVATE = "bold $warning"
"""The style of what is not for everyone."""


def aside(only: str) -> str:
    """For whom alone something is, in brackets; nothing where it is for everyone."""
    return f"[{only}]" if only else ""


def change_text(change: ChangeView) -> str:
    """A change without its reason, and for whom alone it is: `Treasury 4 -> 2 (-2)`."""
    return " ".join(filter(None, (_change(change), aside(change.only))))


def _change(change: ChangeView) -> str:
    match change.kind:
        case "track":
            step = change.after - change.before
            return f"{change.name} {change.before} -> {change.after} ({step:+d})"
        case "fact":
            until = f" (until turn {change.after})" if change.after else ""
            return f"Now a fact: {change.name}{until}"
        case "end":
            return f"No longer: {change.name or change.id}"
        case "ending":
            return f"An ending: {change.name}"
        case "detect":
            return "A covert order comes to light"
        case "later":
            return f"Later, on turn {change.after}"
        case "count":
            return f"Counted: {change.name} = {change.after}"
        case "draw":
            return f"Draws {change.after} from {change.name}"
        case _:
            return change.name or change.id


def change_short(change: ChangeView) -> str:
    """A change in a few words, for a list of them: `Treasury -2`, and for whom alone it is."""
    match change.kind:
        case "track":
            words = f"{change.name} {change.after - change.before:+d}"
        case "fact":
            words = f"fact: {change.name}"
        case _:
            words = _change(change)
    return " ".join(filter(None, (words, aside(change.only))))


def bookkeeping(change: ChangeView) -> bool:
    """Whether a change is the scenario's own account: nothing on the board, and nothing to read out."""
    return change.kind in ("count", "card", "draw")


def change_lines(changes: Iterable[ChangeView], width: int, *, lead: str = "  ") -> list[Content]:
    """The changes, each with its reason, wrapped; the scenario's own account is left out."""
    lines = []
    for change in changes:
        if not bookkeeping(change):
            reason = f"  {change.why}" if change.why else ""
            lines += hanging(joined(change_text(change), plain(reason, "dim")), width, lead)
    return lines


@dataclass(slots=True, frozen=True)
class Cause:
    """Something that changed the board this turn, by the name people know it under; time alone has none."""

    title: str
    changes: list[ChangeView]

    def because(self, why: str) -> str:
        """The cause with the reason that is given for one change."""
        return ": ".join(one for one in (self.title, why) if one)


def causes(view: View) -> Iterator[Cause]:
    """All that changed the board this turn as far as the viewer knows: happenings, then orders."""
    for one in view.happenings:
        title = one.title or ("Something unseen" if one.kind == "hidden" else "")
        yield Cause(f"{title} {aside(one.only)}".rstrip(), one.changes)
    for done in view.judged:
        if done.turn == view.turn:
            covert = " (covert)" if done.order.covert else ""
            title = f"{seat_name(view, done.order.seat)}: {called(done.order)}{covert}"
            yield Cause(title, done.changes)


@dataclass(slots=True, frozen=True)
class WrapLine:
    """A line of the wrap: what changed over the turn, and what did most of it."""

    text: str
    cause: str
    weight: int


def wrap_lines(view: View) -> list[WrapLine]:
    """What changed this turn, the largest first, each with its cause; `MOST_LINES` of them are read out."""
    found = list(causes(view))
    lines = [*_track_lines(view, found), *_fact_lines(view, found), *_endings(found)]
    lines.sort(key=lambda one: -one.weight)
    return lines


def _track_lines(view: View, found: list[Cause]) -> Iterator[WrapLine]:
    for track in view.tracks:
        step = track.value - track.before
        if not step:
            continue
        text = f"{track.name} {track.before} -> {track.value} ({step:+d})"
        if track.word:
            text += f", {track.word}"
        text = f"{text} {aside(track.only)}".rstrip()
        weight = abs(step) * 100 // max(1, track.high - track.low)
        yield WrapLine(text, causes_told(found, track), weight)


def causes_told(found: Iterable[Cause], track: TrackView) -> str:
    """What moved a track most, and how much else did; what the viewer may not know of is said to be so.

    A step in the direction of the whole comes before one against it.
    """
    moved = [
        ((change.after - change.before), cause, change.why)
        for cause in found
        for change in cause.changes
        if change.kind == "track" and change.id == track.id
    ]
    if not moved:
        return (
            "follows from other tracks"
            if track.derived
            else "set by hand, or its cause is not shown here"
        )
    up = track.value > track.before
    moved.sort(key=lambda one: -one[0] if up else one[0])
    step, cause, why = moved[0]
    told = cause.because(why)
    others = len(moved) - 1
    by = f" ({step:+d})" if others else ""
    return f"{told.rstrip('.')}{by}, and {others} more" if others else told


def _fact_lines(view: View, found: list[Cause]) -> Iterator[WrapLine]:
    """The facts that hold and did not when the turn began, and those that hold no longer."""
    before = {one.id: one for one in view.facts_before}
    now = {one.id: one for one in view.facts}
    made, gone = _by_fact(found, "fact"), _by_fact(found, "end")
    for one in now.values():
        if one.id not in before or one.text != before[one.id].text:
            yield made.get(one.id) or _by_hand(view, "Now a fact", one, "Recorded at the table.")
    for one in before.values():
        if one.id not in now:
            yield gone.get(one.id) or _by_hand(view, "No longer", one, "Ended at the table.")
    yield from (line for one, line in gone.items() if one not in now and one not in before)


def _by_fact(found: list[Cause], kind: str) -> dict[str, WrapLine]:
    """The last change of this kind to each fact, with its cause."""
    return {
        change.id: WrapLine(change_text(change), cause.because(change.why), FACT_WEIGHT)
        for cause in found
        for change in cause.changes
        if change.kind == kind
    }


def _by_hand(view: View, what: str, fact: FactView, why: str) -> WrapLine:
    """A fact made or ended by the facilitator, and to the facilitator for whom alone it is."""
    until = f" (until turn {fact.until})" if fact.until and what == "Now a fact" else ""
    secret = view.who == FACILITATOR and PUBLIC not in fact.to
    only = f" {aside(f'for {told_to(view, fact.to)} alone')}" if secret else ""
    return WrapLine(f"{what}: {fact.text}{until}{only}", why, FACT_WEIGHT)


def told_to(view: View, to: list[str]) -> str:
    """The seats that know of something, by their names; the facilitator where none does."""
    return names(view, to) or "the facilitator"


def _endings(found: list[Cause]) -> Iterator[WrapLine]:
    for cause in found:
        for change in cause.changes:
            if change.kind == "ending":
                yield WrapLine(change_text(change), cause.title, 1000)
