"""A session whose every die is thrown by hand: rules and effects wait for their d100."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.table.games import BOOKS, small
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    ChooseMethod,
    CloseSession,
    EnterDice,
    OpenAdjudication,
    OpenSession,
    Rule,
    WriteNote,
)
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.saves.verify import verify
from wargame.table.table import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """A game of the small scenario with hand dice, every seat played at random."""
    opening = OpenSession("hand", playbooks=dict(BOOKS), hand_dice=True)
    return Table.create(tmp_path / "hand.jsonl", small(), opening)


def step(table: Table, method: str = "weighted") -> int:
    """One step of the game with every die entered; 1 when it was a rule's or an effect's d100."""
    state = table.state
    judged = state.adjudication
    if state.called is not None:
        waiting = table.view(FACILITATOR).throwing
        assert waiting is not None
        assert 0 < waiting.needed < 100
        with pytest.raises(Refused) as refused:
            table.ask(FACILITATOR, Advance(state.phase))
        assert refused.value.code == "die_missing"
        table.ask(FACILITATOR, WriteNote("Somebody fetches the dice."))
        table.ask(FACILITATOR, EnterDice([waiting.needed]))
        return 1
    if state.phase == "adjudicate" and judged is None and state.queue:
        table.ask(FACILITATOR, OpenAdjudication())
    elif judged is None:
        table.ask(FACILITATOR, Advance(state.phase, holds=True))
    elif judged.quality is not None:
        table.ask(FACILITATOR, AcceptResult(judged.order_id))
    elif judged.called is not None:
        table.ask(FACILITATOR, EnterDice([4, 4]))
    elif judged.method != method:
        table.ask(
            FACILITATOR,
            ChooseMethod(judged.order_id, "umpire" if method == "umpire" else "weighted"),
        )
    elif method == "umpire":
        table.ask(FACILITATOR, Rule(judged.order_id, "success", "as the table saw it"))
    else:
        table.ask(FACILITATOR, CallThrow(judged.order_id, entered=True))
    return 0


@pytest.mark.parametrize("method", ["weighted", "umpire"])
def test_no_die_of_the_table_falls_in_a_game_with_hand_dice(table: Table, method: str) -> None:
    thrown = 0
    for _ in range(400):
        if table.state.phase == "hotwash":
            break
        thrown += step(table, method)
    assert table.state.phase == "hotwash"
    assert "throw" not in table.state.labels
    assert thrown > 0
    table.ask(FACILITATOR, CloseSession())
    table.close()
    verdict = verify(table.log.path)
    assert verdict.ok, verdict.damage
    assert verdict.throws_checked == 0


def test_a_save_that_waits_for_a_die_opens_and_still_waits(table: Table) -> None:
    for _ in range(400):
        if table.state.called is not None:
            break
        step(table)
    waiting = table.view(FACILITATOR).throwing
    assert waiting is not None
    path = table.log.path
    table.close()
    again = Table.open(path)
    assert again.view(FACILITATOR).throwing == waiting
    assert again.view("public").throwing is None
    for wrong in ([0], [101], [3, 4]):
        with pytest.raises(Refused) as refused:
            again.ask(FACILITATOR, EnterDice(wrong))
        assert refused.value.code == "not_dice"
    again.ask(FACILITATOR, EnterDice([1]))
    assert again.state.thrown or again.view(FACILITATOR).throwing != waiting
    again.close()
