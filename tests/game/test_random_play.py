"""Anything may be asked of a game: it never breaks, never gets stuck, never tells what is secret."""

from __future__ import annotations

import json
from dataclasses import fields
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.game.anybody import Anybody
from tests.game.hidden import FACILITATOR, Hidden
from tests.game.sitting import Game
from wargame.game.changes import Person
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    Command,
    EnterDice,
    LetAct,
    OpenAdjudication,
    Proceed,
    Throw,
)
from wargame.game.events import SessionOpened
from wargame.game.evolve import evolve, opened
from wargame.game.evolve.history import events_of
from wargame.game.refusals import Refused
from wargame.game.rulings import unfinished
from wargame.game.state import State
from wargame.saves.events import data_of, event_of

WHO = ("town", "guild", "abbey", FACILITATOR, "public", "observer:p3")
CHAINS = ("past", "line")
"""Fields that hold the whole history, each entry inside the next."""


def parts(state: State) -> dict[str, Any]:
    """Every field of a state, its history flat."""
    found = {one.name: getattr(state, one.name) for one in fields(State) if one.name not in CHAINS}
    return found | {"line": events_of(state.line)}


def deep(state: State) -> str:
    """All that a state holds at the moment, as text: a change inside of shared parts shows too."""
    left_out = (*CHAINS, "scenario", "opening")
    return repr([getattr(state, one.name) for one in fields(State) if one.name not in left_out])


def begin(random: Random, hidden: Hidden, **more: Any) -> Game:
    """A new game of the small scenario, opened in one of several ways."""
    people = [Person("p1", "Player one", "town"), Person("p3", "Player three", "observer")]
    return Game(
        hidden.scenario(),
        setup=random.choice(["standard", "1450"]),
        people=random.choice([[], people]),
        hand_dice=random.random() < 0.2,
        read_cards=random.random() < 0.3,
        **more,
    )


def ask(game: Game, by: str, command: Command) -> None:
    """Ask, and see that a refusal is a proper one and that nothing was changed in place."""
    before, text = game.state.copy(), deep(game.state)
    refusal = None
    try:
        game.do(command, by)
    except Refused as refused:
        refusal = refused
    assert deep(before) == text
    if refusal is not None:
        assert refusal.code.replace("_", "").isalpha()
        assert refusal.sentence.endswith(".")
        assert deep(game.state) == text


def goes_on(game: Game) -> tuple[str, Command]:
    """What a facilitator does who only wants the game to go on."""
    state = game.state
    table = state.adjudication
    if unfinished(state):
        return "table", Proceed()
    if state.called is not None:
        return FACILITATOR, EnterDice([50])
    if state.dilemmas:
        card = next(iter(state.dilemmas))
        waiting = next(one for one in game.view(FACILITATOR).dilemmas if one.card == card)
        way = next(one for one in waiting.options if not one.why_not)
        return FACILITATOR, ChooseOption(card, way.id)
    if state.phase == "hotwash":
        return FACILITATOR, CloseSession()
    if "drawn" in state.turned.values():
        return FACILITATOR, LetAct(next(card for card in state.turned))
    if table is None:
        shown = any(state.sealed[one].secret for one in state.queue)
        if state.queue and (state.phase == "adjudicate" or shown):
            return FACILITATOR, OpenAdjudication()
        return FACILITATOR, Advance(state.phase, holds=True)
    if table.quality is not None:
        return FACILITATOR, AcceptResult(table.order_id)
    if table.called is not None:
        many = 2 if table.called.sides == 6 else 1
        return FACILITATOR, EnterDice([3] * many) if table.called.entered else Throw()
    if table.method != "weighted":
        return FACILITATOR, ChooseMethod(table.order_id, "weighted")
    return FACILITATOR, CallThrow(table.order_id)


def close(game: Game) -> None:
    """Play to the close without ending early; it takes no more than so many steps."""
    for _ in range(400):
        if game.state.closed:
            return
        by, command = goes_on(game)
        game.do(command, by)
    raise AssertionError("the game does not come to its end")


def watch(game: Game, hidden: Hidden) -> None:
    """Look at every view, whole."""
    for who in WHO:
        leaks = hidden.leaks(game.state, game.view(who))
        assert leaks == [], f"{who} sees {leaks}"


def folded(game: Game) -> State:
    """The state that the events give when they are written as JSON, read again and folded."""
    first, *rest = (data_of(event) for event in game.events)
    opening = event_of(first[0], json.loads(json.dumps(first[1])))
    assert isinstance(opening, SessionOpened)
    state = opened(game.state.scenario, opening)
    for kind, data in rest:
        evolve(state, event_of(kind, json.loads(json.dumps(data))))
    return state


def play(seed: int, steps: int) -> None:
    random, hidden = Random(seed), Hidden()
    game = begin(random, hidden)
    anybody = Anybody(random, hidden)
    for step in range(steps):
        if game.state.closed:
            break
        by, command = anybody.asks(game)
        ask(game, by, command)
        if step % 5 == 0 or game.runs[-1][1] is command:
            watch(game, hidden)
    close(game)
    watch(game, hidden)
    assert parts(folded(game)) == parts(game.state)


@given(st.integers(0, 2**32))
@settings(max_examples=40)
def test_whatever_is_asked_a_game_holds_its_rules_and_its_secrets(seed: int) -> None:
    play(seed, 150)


@pytest.mark.slow
@given(st.integers(0, 2**32))
@settings(max_examples=50)
def test_whatever_is_asked_for_long_a_game_holds_its_rules_and_its_secrets(seed: int) -> None:
    play(seed, 400)
