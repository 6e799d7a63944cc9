"""Facts changed and ended by hand, and situations, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.audience import sees
from wargame.game.changes import FactMade
from wargame.game.events import FactChanged, FactEndedByHand, SituationAimedAt, SituationsPut
from wargame.game.names import FACILITATOR
from wargame.reports.telling.injects import audience
from wargame.reports.words import Words, signed

Facts = FactChanged | FactEndedByHand | SituationsPut | SituationAimedAt
"""What this module tells of."""


def facts_told(event: Facts, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case FactChanged():
            return _changed(event, words)
        case FactEndedByHand():
            if not sees(event.fact.sees, words.who):
                return ""
            told = event.fact.why and words.who == FACILITATOR
            why = f" Why: {event.fact.why}" if told else ""
            return f"Ended by hand: {event.fact.text}{why}"
        case SituationsPut():
            facts = words.state.board.facts
            known = [facts[one] for one in event.facts if one in facts]
            texts = [one.text for one in known if sees(one.sees, words.who)]
            return f"It goes on: {' '.join(texts)}" if texts else ""
        case SituationAimedAt():
            if not event.fact:
                return f"{words.order(event.order_id)} is aimed at no situation."
            fact = words.state.board.facts.get(event.fact)
            known_of = fact is not None and sees(fact.sees, words.who)
            what = fact.text if fact is not None and known_of else "a situation"
            return f"{words.order(event.order_id)} is aimed at: {what}"
        case _:
            assert_never(event)


def _changed(event: FactChanged, words: Words) -> str:
    """A fact before and after, to those who may know either."""
    why = f" Why: {event.reason}" if words.who == FACILITATOR else ""
    after = fact_words(event.after, words) if sees(event.after.sees, words.who) else ""
    before = fact_words(event.before, words) if sees(event.before.sees, words.who) else ""
    if before and after:
        return f"Changed by hand: {before} Now: {after}{why}"
    return f"Changed by hand: {after}{why}" if after else ""


def fact_words(fact: FactMade, words: Words) -> str:
    """A fact with what it gives to whom, how long, and for the facilitator who knows of it."""
    gives = f"{signed(fact.modifier)} for {words.seat(fact.owner)}" if fact.modifier else ""
    until = f"until turn {fact.until}" if fact.until else ""
    known = f"known to {audience(fact.sees, words)}" if words.who == FACILITATOR else ""
    goes_on = "a situation" if fact.situation else ""
    more = ", ".join(one for one in (gives, until, goes_on, known) if one)
    return f"{fact.text} ({more})" if more else fact.text
