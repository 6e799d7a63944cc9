"""Rewinds: the state after one equals the state it names, labels are never used again, nothing is erased."""

from __future__ import annotations

import random
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from tests.saves.mended import step
from tests.table.games import BOOKS, small
from wargame.game.commands import (
    Advance,
    CloseSession,
    Correct,
    OpenSession,
    Rewind,
    SendMessage,
    Shuffle,
)
from wargame.game.evolve.history import KEPT
from wargame.game.looking import view_for
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.game.state import State
from wargame.game.views import ClockView, View
from wargame.saves.reading import read
from wargame.saves.verify import verify
from wargame.table.table import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """A game of the small scenario, every seat played at random."""
    return Table.create(
        tmp_path / "again.jsonl", small(), OpenSession("again", playbooks=dict(BOOKS))
    )


def restored(state: State) -> dict[str, Any]:
    """What a rewind restores. A throw that was called and not thrown has to be called again."""
    state = state.copy()
    if state.adjudication is not None and state.adjudication.throw is None:
        state.adjudication.called = None
    kept = {*KEPT, "line", "opening", "scenario"}
    return {one.name: getattr(state, one.name) for one in fields(State) if one.name not in kept}


def seen(state: State, who: str) -> View:
    """What somebody is shown; a throw that was called then has to be called again, and time goes on."""
    state = state.copy()
    if state.adjudication is not None and state.adjudication.throw is None:
        state.adjudication.called = None
    view = view_for(state, who)
    view.clock = ClockView()
    return view


@pytest.mark.parametrize("seed", range(4))
def test_the_state_after_a_rewind_is_the_state_it_names(table: Table, seed: int) -> None:
    chance = random.Random(seed)
    moments: dict[int, State] = {}
    rewinds = 0
    for _ in range(160):
        if moments and (table.state.phase == "hotwash" or chance.random() < 0.12):
            to = chance.choice([one for one in moments if one < table.state.entries])
            table.ask(FACILITATOR, Rewind(to, "a late objection"))
            assert restored(table.state) == restored(moments[to])
            for who in ("town", "guild", "abbey", "public"):
                assert seen(table.state, who) == seen(moments[to], who)
            rewinds += 1
        else:
            step(table)
        moments[table.state.entries] = table.state.copy()
        assert table.state.entries == table.log.count - 1
    assert rewinds > 5
    table.ask(FACILITATOR, CloseSession())
    live = table.state
    table.close()
    verdict = verify(table.log.path)
    assert verdict.ok, verdict.damage
    again = Table.open(table.log.path)
    assert restored(again.state) == restored(live)
    assert again.state.labels == live.labels
    assert again.state.branches == live.branches
    again.close()


def test_a_rewound_draw_brings_the_same_card_unless_the_pile_is_shuffled(table: Table) -> None:
    before = table.state.entries
    pile = list(table.state.piles["river"])
    table.ask(FACILITATOR, Advance("setup"))
    table.ask(FACILITATOR, Rewind(before, "too early"))
    assert table.state.piles["river"] == pile
    table.ask(FACILITATOR, Shuffle("river"))
    assert sorted(table.state.piles["river"]) == sorted(pile)
    assert table.state.labels["shuffle:river"] == 2
    table.close()


def test_a_rewind_needs_a_reason_and_an_entry_that_is_there(table: Table) -> None:
    for wrong, code in (
        (Rewind(table.state.entries, "now"), "no_such_entry"),
        (Rewind(-1, "before"), "no_such_entry"),
        (Rewind(0, " "), "no_reason"),
        (Rewind(0, "why", "Not an id"), "bad_id"),
    ):
        with pytest.raises(Refused) as refused:
            table.ask(FACILITATOR, wrong)
        assert refused.value.code == code
    table.close()


def test_a_correction_keeps_both_texts_and_survives_a_rewind(table: Table) -> None:
    table.ask(FACILITATOR, SendMessage("town", ["abbey"], "as it was tiped"))
    entry = table.state.entries
    table.ask(FACILITATOR, Advance("setup"))
    table.ask(FACILITATOR, Correct(entry, "text", "as it was meant", "a slip"))
    assert [one.text for one in table.view("abbey").messages] == ["as it was meant (corrected)"]
    table.ask(FACILITATOR, Rewind(entry, "again"))
    assert table.state.corrections == ((entry, "text", "as it was meant"),)
    assert [one.text for one in table.view("town").messages] == ["as it was meant (corrected)"]
    table.close()
    kept = [one.data["text"] for one in read(table.log.path).entries if "text" in one.data]
    assert kept == ["as it was tiped", "as it was meant"]
