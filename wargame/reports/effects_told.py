"""Changes, throws and what happens by itself, as blocks of a report."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.game.changes import Cause, Change, CountChange
from wargame.game.looking import change_views
from wargame.game.names import FACILITATOR
from wargame.game.pieces import Effect
from wargame.game.plain_text import counted
from wargame.game.rulings import NOTICED
from wargame.game.scenario import Scenario
from wargame.reports.markdown import escaped, joined, listed
from wargame.reports.record import Happened, Throw
from wargame.reports.words import Words, changed, dice_in_words, percent, signed, source_words


def changes_told(changes: Iterable[Change], words: Words) -> str:
    """Every change with its reason, as a list; that the rules keep counts of their own comes last."""
    items, counts = [], 0
    for change in changes:
        if isinstance(change, CountChange):
            counts += 1
            continue
        for view in change_views(words.state, [change], FACILITATOR):
            why = f": {escaped(view.why)}" if view.why else ""
            items.append(f"**{escaped(changed(view).rstrip('.'))}**{why}")
    if counts:
        items.append(f"*and {counted(counts, 'count')} that only the rules read*")
    return listed(items) if items else "- nothing changed"


def bookkeeping(happened: Happened) -> bool:
    """Whether a rule did no more than count for other rules."""
    only = all(isinstance(one, CountChange) for one in happened.changes)
    return happened.cause.kind == "rule" and only and not happened.throws


def throw_told(throw: Throw) -> str:
    """A throw in a sentence: what had to be shown, the odds fixed before, and the dice."""
    call = throw.call
    if call.sides == 6:
        modifier = f"With a modifier of {signed(call.modifier)}, two" if call.modifier else "Two"
        needed = f"{modifier} dice had to show at least {call.needed}"
    else:
        needed = f"A d100 had to show at most {call.needed}"
    said = f"{needed} ({percent(call.odds)}, fixed before the throw)."
    if throw.dice is None:
        return f"{said} Not thrown yet."
    shown = throw.dice.throw
    by_hand = ", thrown by hand" if shown.entered else ""
    return f"{said} Thrown: **{dice_in_words(shown.dice, shown.sides)}**{by_hand}."


def chance_told(throw: Throw, what: str = "") -> str:
    """A chance that was thrown for an effect or a rule; `what` would follow from it."""
    call = throw.call
    of = f" of {what}" if what else ""
    if throw.dice is None:
        return f"A chance of {percent(call.odds)}{of} was called and not thrown."
    shown = throw.dice.throw
    came = "it came off" if shown.dice[0] <= call.needed else "it did not come off"
    by_hand = " by hand" if shown.entered else ""
    return f"A chance of {percent(call.odds)}{of}: thrown{by_hand} {shown.dice[0]}, {came}."


def chances_told(throws: Iterable[Throw], effects: tuple[Effect, ...]) -> list[str]:
    """The chances thrown for effects, each with what it was for."""
    said = []
    for throw in throws:
        place = throw.call.index
        what = "being noticed" if place == NOTICED else ""
        if 0 <= place < len(effects) and effects[place].why:
            what = f"“{escaped(effects[place].why.rstrip('.'))}”"
        said.append(chance_told(throw, what))
    return said


def effects_of(cause: Cause, scenario: Scenario) -> tuple[Effect, ...]:
    """The effects that a cause brings by itself, in the order in which their chances are counted."""
    match cause.kind:
        case "card" | "lasting":
            return scenario.cards[cause.id].effects
        case "option":
            card, _, option = cause.id.partition("/")
            ways = scenario.cards[card].options
            return next((one.effects for one in ways if one.id == option), ())
        case "rule":
            return next((one.effects for one in scenario.rules if one.id == cause.id), ())
        case "later":
            return scenario.later[cause.id].inner
        case _:
            return ()


def happened_told(happened: Happened, words: Words) -> str:
    """Something that came by itself: its name, its text, and what it changed and why."""
    source = f" ({escaped(source_words(happened.source))})" if happened.source else ""
    kind = KINDS[happened.cause.kind]
    if happened.seat:
        kind += f", by {escaped(words.seat(happened.seat))}"
    head = f"**{escaped(happened.title.rstrip('.'))}**{source} — {kind}."
    if happened.text:
        head += f" {escaped(happened.text)}"
    if not happened.fired:
        return joined([head, "It came to nothing: its condition did not hold."])
    effects = effects_of(happened.cause, words.state.scenario)
    chances = listed(chances_told(happened.throws, effects))
    changes = changes_told(happened.changes, words)
    return joined([head, f"{chances}\n{changes}" if chances else changes])


KINDS = {
    "card": "a card",
    "lasting": "a card that lasts",
    "option": "the answer to a dilemma",
    "rule": "a standing rule",
    "later": "set going earlier",
    "expiry": "time",
    "order": "an order",
}
"""What can make something happen, as people read it."""
