"""What an opening says of the room, checked: research questions, and seats that are played together."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.game.changes import ResearchQuestion
from wargame.game.commands import OpenSession
from wargame.game.names import is_id
from wargame.game.plain_text import clean
from wargame.game.refusals import Refused
from wargame.game.room import MOST_QUESTIONS
from wargame.game.scenario import Scenario


def questions_of(scenario: Scenario, opening: OpenSession) -> list[ResearchQuestion]:
    """The scenario's research questions and the session's own; one of the same id takes its place."""
    found = {one.id: one for one in scenario.questions}
    for one in opening.questions:
        text = clean(one.text, 300, lines=False).strip()
        if not is_id(one.id) or not text:
            raise Refused(
                "bad_question", "A research question has an id (a-z, 0-9, _ or -) and words."
            )
        found[one.id] = ResearchQuestion(one.id, text)
    if len(found) > MOST_QUESTIONS:
        raise Refused("too_many_questions", f"At most {MOST_QUESTIONS} research questions.")
    return list(found.values())


def merged_of(seats: Sequence[str], opening: OpenSession) -> list[list[str]]:
    """The seats that are played together, in scenario order; a refusal where that cannot be."""
    taken: set[str] = set(opening.playbooks)
    found = []
    for group in opening.merged:
        wanted = [seat for seat in seats if seat in group]
        if len(wanted) < 2 or any(seat not in seats for seat in group):
            raise Refused(
                "no_such_seat", "Seats that are played together: two or more of this game's."
            )
        if len(wanted) == len(seats):
            raise Refused("nobody_left", "One player cannot play every seat; leave one to others.")
        if taken & set(wanted):
            raise Refused("seats_merged", "A seat is played once: by a group, or by a playbook.")
        taken |= set(wanted)
        found.append(wanted)
    return found
