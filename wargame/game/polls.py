"""Numbers that people give: estimates in secret, hands raised, how they lean.

Asked are the persons outside the proposer's seat who know of the order. A seat that a playbook plays
is not asked, and a seat with nobody named counts as one person.
"""

from __future__ import annotations

from wargame.game import seals
from wargame.game.adjudication import LONGEST, on_table, unthrown
from wargame.game.audience import PUBLIC
from wargame.game.commands import (
    CountHands,
    ExplainEstimate,
    SealEstimate,
    ShowEstimates,
    TakeLeanings,
)
from wargame.game.events import (
    EstimateExplained,
    EstimateSealed,
    EstimatesShown,
    HandsCounted,
    LeaningsTaken,
)
from wargame.game.names import FACILITATOR, LEANS, Method
from wargame.game.odds import median, whole_percent
from wargame.game.on_table import Adjudication
from wargame.game.orders import may_see_order
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.seating import OBSERVER, seated_in, speaks_for, together
from wargame.game.state import Sealed, State

FAR_OFF = 25
"""Who is more than so many points from the median is asked why."""
MOST_PRESENT = 99
"""The most people whose hands are counted."""


def estimators(state: State, sealed: Sealed) -> list[str]:
    """Who gives a number for this order: people of other seats that know of it, in the order seated.

    Observers are among them where the session says so.
    """
    asked = [
        one.id
        for one in state.scenario.seats
        if one.id not in together(state, sealed.seat)
        and one.id not in state.playbooks
        and may_see_order(state, sealed, one.id)
    ]
    opening = state.opening
    if opening is not None and opening.observers_estimate and may_see_order(state, sealed, PUBLIC):
        asked.append(OBSERVER)
    people = [one.id for one in state.people.values() if one.seat in asked]
    empty = [one for one in asked if one != OBSERVER and not seated_in(state, one)]
    return people + empty


def _asked(play: Play, order_id: str, method: Method, by: str = FACILITATOR) -> Adjudication:
    """The order on the table while its people are asked in this way; else a refusal."""
    table = unthrown(play.state, order_id, by)
    if table.method != method or (method == "estimate" and table.shown):
        words = {"estimate": "No estimates are", "hands": "No hands are"}
        raise Refused(
            f"no_{method}_now" if method != "estimate" else "no_estimates_now",
            f"{words.get(method, 'No leanings are')} being taken.",
        )
    return table


def seal_estimate(play: Play, by: str, command: SealEstimate) -> None:
    """Seal a person's estimate; a later one replaces it until they are shown."""
    state = play.state
    table = _asked(play, command.order_id, "estimate", by)
    if command.person not in estimators(state, state.sealed[table.order_id]):
        raise Refused("not_an_estimator", "That person is not asked for an estimate of this order.")
    seat = _own_seat(state, by, command.person)
    if not 0 <= command.percent <= 100:
        raise Refused("not_a_percentage", "An estimate is a whole number from 0 to 100.")
    nonce, turn = play.fresh(), state.board.turn
    estimate: dict[str, object] = {
        "order_id": command.order_id,
        "percent": command.percent,
        "person": command.person,
    }
    seal = seals.seal(state.session, turn, seat, nonce, estimate)
    play.emit(EstimateSealed(turn, seat, command.person, command.order_id, seal, nonce, estimate))


def _own_seat(state: State, by: str, person_id: str) -> str:
    """The seat of a person, if whoever asks may speak for it; else a refusal."""
    if not speaks_for(state, by, person_id):
        raise Refused("not_your_seat", "Only the seat itself or the facilitator may do that.")
    person = state.people.get(person_id)
    return person.seat if person else person_id


def counted(state: State, table: Adjudication) -> dict[str, int]:
    """The estimates of those who are asked now: who has come to the proposer's seat since is left out."""
    asked = estimators(state, state.sealed[table.order_id])
    return {who: value for who, value in table.estimates.items() if who in asked}


def show_estimates(play: Play, command: ShowEstimates) -> None:
    """Show all estimates at once; their median is the target."""
    state = play.state
    table = _asked(play, command.order_id, "estimate")
    percents = counted(state, table)
    if not percents:
        raise Refused("no_number", "Nobody has given an estimate yet.")
    play.emit(EstimatesShown(command.order_id, percents, median(list(percents.values()))))


def far_off(table: Adjudication) -> list[str]:
    """Who is more than 25 points from the median, once the estimates are shown."""
    if not table.shown:
        return []
    middle = table.numbers.get("estimate", -1)
    return [who for who, value in table.estimates.items() if abs(value - middle) > FAR_OFF]


def explain_estimate(play: Play, by: str, command: ExplainEstimate) -> None:
    """Keep why somebody estimated so far from the others; a later answer replaces it."""
    table = on_table(play.state, command.order_id, by)
    if not table.shown:
        raise Refused("not_shown_yet", "The estimates have not been shown yet.")
    if command.person not in table.estimates:
        raise Refused("not_an_estimator", "That person has given no estimate of this order.")
    _own_seat(play.state, by, command.person)
    text = clean(command.text, LONGEST).strip()
    if not text:
        raise Refused("no_text", "Write the reason.")
    play.emit(EstimateExplained(command.order_id, command.person, text))


def count_hands(play: Play, command: CountHands) -> None:
    """Hands raised for success, by number or by name; their share is the target."""
    table = _asked(play, command.order_id, "hands")
    asked = estimators(play.state, play.state.sealed[table.order_id])
    raised, present = command.raised, command.present or len(asked)
    if command.people:
        people = list(dict.fromkeys(command.people))
        if any(one not in asked for one in people):
            raise Refused(
                "not_asked", "Only persons outside the proposer's seat raise their hands."
            )
        raised = len(people)
    if not (1 <= present <= MOST_PRESENT and 0 <= raised <= present):
        raise Refused("not_a_count", f"Hands are counted out of 1 to {MOST_PRESENT} present.")
    percent = whole_percent(raised, present)
    people = list(dict.fromkeys(command.people))
    play.emit(HandsCounted(command.order_id, raised, present, percent, people))


def take_leanings(play: Play, command: TakeLeanings) -> None:
    """How people lean, by number or by name; their mean is the target."""
    table = _asked(play, command.order_id, "leaning")
    asked = estimators(play.state, play.state.sealed[table.order_id])
    counts = {"agree": command.agree, "unsure": command.unsure, "disagree": command.disagree}
    if command.leanings:
        if any(one not in asked for one in command.leanings):
            raise Refused("not_asked", "Only persons outside the proposer's seat are asked.")
        said = list(command.leanings.values())
        if any(one not in LEANS for one in said):
            raise Refused("no_such_leaning", f"One leans as one of: {', '.join(LEANS)}.")
        counts = {one: said.count(one) for one in LEANS}
    present = sum(counts.values())
    if not 1 <= present <= MOST_PRESENT or min(counts.values()) < 0:
        raise Refused("not_a_count", f"Leanings are counted of 1 to {MOST_PRESENT} present.")
    percent = whole_percent(2 * counts["agree"] + counts["unsure"], 2 * present)
    play.emit(
        LeaningsTaken(
            command.order_id,
            counts["agree"],
            counts["unsure"],
            counts["disagree"],
            percent,
            dict(command.leanings),
        )
    )
