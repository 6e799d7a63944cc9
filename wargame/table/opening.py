"""How a game begins: what is asked of it, checked, made into the first entry of its save."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

import wargame
from wargame.decks.compile import compile_scenario
from wargame.game import chance
from wargame.game.canonical import fingerprint
from wargame.game.changes import Person
from wargame.game.commands import OpenSession
from wargame.game.events import SessionOpened
from wargame.game.names import FACILITATOR, TABLE, is_id
from wargame.game.plain_text import clean
from wargame.game.refusals import Refused
from wargame.game.scenario import Scenario
from wargame.game.timers import check_pace
from wargame.players.playbooks import names_for
from wargame.table.room import merged_of, questions_of


def scenario_of(opening: Mapping[str, Any]) -> Scenario:
    """The scenario that a save carries, compiled."""
    return compile_scenario(dict(opening["scenario"]))


Kind = Literal["hmac-1", "counter-1"]


def _check_people(people: Sequence[Person], seats: Sequence[str]) -> None:
    """Refuse people without a seat, and ids that are a seat's or given twice."""
    taken = {*seats, FACILITATOR, TABLE, "observer", "public"}
    for person in people:
        name = clean(person.name, 60, lines=False).strip()
        if person.seat not in [*seats, "observer", FACILITATOR]:
            what = f"{name}: there is no seat {clean(person.seat, 40)!r}"
            raise Refused("no_such_seat", f"{what}. Seats: {', '.join([*seats, 'observer'])}.")
        if not is_id(person.id) or person.id in taken:
            raise Refused("bad_id", f"{name}: an id of their own is a-z, then a-z, 0-9, _ or -.")
        taken.add(person.id)


def _checked(scenario: Scenario, opening: OpenSession) -> str:
    """The setup's id, if the opening is sound; else a refusal."""
    setup_id = opening.setup or scenario.default_setup
    setup = scenario.setups.get(setup_id)
    if setup is None:
        known = ", ".join(scenario.setups)
        raise Refused("no_such_setup", f"There is no setup {clean(setup_id, 40)!r}: {known}.")
    if not is_id(opening.session):
        raise Refused("bad_name", "A session's name is a-z, then a-z, 0-9, _ or -, at most 40.")
    if not 0 <= opening.turns <= 99:
        raise Refused("bad_turns", "A game has 1 to 99 turns.")
    seats = [seat.id for seat in scenario.seats]
    _check_people(opening.people, seats)
    for seat, playbook in opening.playbooks.items():
        if seat not in seats:
            raise Refused("no_such_seat", f"There is no seat {clean(seat, 40)!r} to be played.")
        books = names_for(scenario, seat)
        if playbook not in books:
            raise Refused("no_such_playbook", f"Playbooks of {seat}: {', '.join(books)}.")
    return setup_id


def first_event(
    scenario: Scenario, opening: OpenSession, seed: bytes | None, kind: Kind = "hmac-1"
) -> SessionOpened:
    """The first entry of a game, or a refusal that says what is wrong with the opening.

    `seed` (32 bytes) makes the game repeatable, and the entry says so; `kind` is its kind of chance.
    """
    setup_id = _checked(scenario, opening)
    secret = seed if seed is not None else secrets.token_bytes(32)
    turns = opening.turns or scenario.setups[setup_id].turns
    return SessionOpened(
        format=1,
        wargame=wargame.__version__,
        session=opening.session,
        scenario=scenario.plain,
        scenario_sha256=fingerprint(scenario.plain),
        setup=setup_id,
        seats=[seat.id for seat in scenario.seats],
        people=[
            replace(one, name=clean(one.name, 60, lines=False).strip() or one.id)
            for one in opening.people
        ],
        chance=kind,
        commitment=chance.commitment(secret),
        secret={"seed": secret.hex()},
        seed_given=seed is not None,
        turns=turns,
        banner=clean(opening.banner, 120, lines=False).strip(),
        playbooks=dict(opening.playbooks),
        hand_dice=opening.hand_dice,
        observers_estimate=opening.observers_estimate,
        questions=questions_of(scenario, opening),
        merged=merged_of([seat.id for seat in scenario.seats], opening),
        observers_see=opening.observers_see,
        read_cards=opening.read_cards,
        inject_cap=max(0, min(99, opening.inject_cap)),
        secret_arguments=opening.secret_arguments,
        pace=check_pace(opening.pace, turns),
    )
