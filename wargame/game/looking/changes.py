"""What changed and what happened by itself, in words, for those who may know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wargame.game.audience import EVERYONE, PUBLIC, both, sees
from wargame.game.changes import (
    CardMove,
    Cause,
    Change,
    CountChange,
    Detected,
    DrawCards,
    EndingMade,
    FactEnded,
    FactMade,
    Scheduled,
    TrackChange,
)
from wargame.game.names import FACILITATOR
from wargame.game.orders import may_see_order
from wargame.game.state import Happening, State
from wargame.game.views import ChangeView, HappeningView


def only_for(state: State, audience: tuple[str, ...], who: str) -> str:
    """For whom alone something is, in words for the facilitator; empty for others, and where all may know."""
    if who != FACILITATOR or "*" in audience:
        return ""
    names = [one.name for one in state.scenario.seats if one.id in audience]
    return f"for {', '.join(names) or 'the facilitator'} alone"


def knows_of(state: State, order_id: str, who: str) -> bool:
    """Whether `who` may know that there is this order, of this turn or an earlier one."""
    if order_id in state.sealed:
        return may_see_order(state, state.sealed[order_id], who)
    ruled = (one.sealed for one in reversed(state.judged) if one.sealed.order_id == order_id)
    sealed = next(ruled, None)
    return who == FACILITATOR if sealed is None else may_see_order(state, sealed, who)


def change_views(state: State, changes: Iterable[Change], who: str) -> list[ChangeView]:
    """The changes that `who` may see, in words."""
    views = (change_view(state, change, who) for change in changes)
    return [one for one in views if one is not None]


def change_view(state: State, change: Change, who: str) -> ChangeView | None:
    """One change in words; None when `who` may not see it."""
    scenario = state.scenario
    match change:
        case TrackChange():
            track = scenario.track(change.track)
            if not sees(track.sees, who) or not sees(change.sees, who):
                return None
            only = only_for(state, both(track.sees, change.sees), who)
            return ChangeView(
                "track", track.id, track.name, change.before, change.after, change.why, only
            )
        case FactMade():
            if not sees(change.sees, who):
                return None
            return ChangeView(
                "fact",
                change.fact,
                change.text,
                0,
                change.until,
                change.why,
                only_for(state, change.sees, who),
            )
        case FactEnded():
            if not sees(change.sees, who):
                return None
            return ChangeView(
                "end", change.fact, change.text, 0, 0, change.why, only_for(state, change.sees, who)
            )
        case EndingMade():
            title = next((one.title for one in scenario.endings if one.id == change.ending), "")
            return ChangeView("ending", change.ending, title, 0, 0, "")
        case Detected():
            if not knows_of(state, change.order_id, who):
                return None
            return ChangeView("detect", change.order_id, "A covert order", 0, 0, change.why)
        case CountChange() | Scheduled() | CardMove() | DrawCards():
            return _hidden_change(state, change) if who == FACILITATOR else None


def _hidden_change(
    state: State, change: CountChange | Scheduled | CardMove | DrawCards
) -> ChangeView:
    """A change that only the facilitator sees."""
    match change:
        case CountChange():
            return ChangeView("count", change.name, change.name, 0, change.after, "")
        case Scheduled():
            why = state.scenario.later[change.key].why
            return ChangeView("later", change.key, "Later", 0, change.turn, why)
        case CardMove():
            title = state.scenario.cards[change.card].title
            return ChangeView("card", change.card, f"{title}: {change.where}", 0, 0, "")
        case DrawCards():
            return ChangeView("draw", change.deck, change.deck, 0, change.count, "")


def happening_view(state: State, what: Happening, who: str) -> HappeningView | None:
    """Something that happened by itself; None when nothing of it may be seen.

    Who may see what changed, but not what did it, is shown the change without a title; what goes
    back to an order that `who` knows nothing of gives no reason either.
    """
    cause = what.cause
    if cause.kind == "rule" and all(isinstance(one, CountChange) for one in what.changes):
        return None  # a rule that only counts keeps the scenario's books: nobody needs it read out
    changes = change_views(state, what.changes, who)
    words = _words_of(state, cause, who)
    if words is None:
        if cause.kind == "later":
            changes = [replace(one, why="") for one in changes]
        return HappeningView("hidden", "", "", "", what.fired, changes) if changes else None
    if cause.kind in ("later", "expiry") and not changes:
        return None
    only = only_for(state, _knowing(state, cause), who)
    return HappeningView(cause.kind, *words, what.fired, changes, only)


def _knowing(state: State, cause: Cause) -> tuple[str, ...]:
    """Who may know what made something happen."""
    scenario = state.scenario
    match cause.kind:
        case "card" | "lasting" | "option":
            return scenario.cards[cause.id.partition("/")[0]].sees
        case "rule":
            return next(one.sees for one in scenario.rules if one.id == cause.id)
        case "later" if cause.order and not knows_of(state, cause.order, PUBLIC):
            seats = [one.id for one in scenario.seats]
            return tuple(one for one in seats if knows_of(state, cause.order, one))
        case "later" | "expiry" | "order":
            return EVERYONE


def _words_of(state: State, cause: Cause, who: str) -> tuple[str, str, str] | None:
    """Title, text and source of what made something happen; None when `who` may not know them."""
    scenario = state.scenario
    match cause.kind:
        case "card" | "lasting" | "option":
            card_id, _, chosen = cause.id.partition("/")
            card = scenario.cards[card_id]
            way = next((one.text for one in card.options if one.id == chosen), "")
            text = way if cause.kind == "option" else card.text
            return (card.title, text, card.source) if sees(card.sees, who) else None
        case "rule":
            rule = next(one for one in scenario.rules if one.id == cause.id)
            return (rule.name, rule.text, rule.source) if sees(rule.sees, who) else None
        case "later":
            effect = scenario.later[cause.id]
            hidden = cause.order and not knows_of(state, cause.order, who)
            return None if hidden else (effect.why, "", effect.source)
        case "expiry" | "order":
            return "", "", ""
