"""A jump to a later turn: the turns between are passed over, and what was dated for them is on the record."""

from __future__ import annotations

from typing import Any

import pytest

from tests.game.scenes import FEAR, GOLD, card, later, moves, order
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import JumpTo, RecordFact
from wargame.game.events import EffectsApplied, TurnsPassed

DATED = [
    card("spring", turn=2, effects=[moves(GOLD)]),
    card("summer", turn=3, effects=[moves(FEAR)]),
]


def wrapped(**parts: Any) -> Game:
    """A game with dated cards, at the end of turn 1."""
    return game(cards=DATED, **parts).to("event").to("wrap")


def test_the_calendar_goes_on_with_the_turn_jumped_to() -> None:
    play = wrapped()
    play.do(JumpTo(4, "The winter is not played"))
    assert (play.state.board.turn, play.state.phase) == (4, "event")
    passed = play.of(TurnsPassed)[0]
    assert (passed.turn, passed.to, passed.cards) == (1, 4, ["spring", "summer"])


def test_what_was_dated_for_the_turns_between_happens_late_and_in_its_order() -> None:
    play = wrapped()
    gold, fear = play.value(GOLD), play.value(FEAR)
    play.do(JumpTo(4, "The winter is not played"))
    fired = [one.cause.id for one in play.of(EffectsApplied) if one.cause.kind == "card"]
    assert fired[-2:] == ["spring", "summer"]
    assert (play.value(GOLD), play.value(FEAR)) == (gold + 1, fear + 1)


def test_or_it_does_not_happen_and_the_record_says_what() -> None:
    play = wrapped()
    before = list(play.state.board.tracks)
    play.do(JumpTo(4, "The winter is not played", happen=False))
    assert play.state.board.tracks == before
    assert play.of(TurnsPassed)[0].cards == ["spring", "summer"]


@pytest.mark.parametrize("happen", [True, False])
def test_effects_set_going_earlier_come_late_or_not_at_all(happen: bool) -> None:
    seed = order("sow", success=[later(1, moves(GOLD, 2), key="sow/harvest")])
    play = game(orders=[seed]).to("orders")
    play.seal("north", "sow")
    play.to("adjudicate")
    play.judge([6, 6])
    play.to("wrap")
    gold = play.value(GOLD)
    play.do(JumpTo(4, "On", happen=happen))
    assert play.of(TurnsPassed)[0].effects == ["sow/harvest"]
    assert play.value(GOLD) == gold + 2 * happen
    assert play.state.scheduled == []


def test_what_would_have_ended_in_the_turns_between_has_ended() -> None:
    play = wrapped()
    play.do(RecordFact("short", "For two turns.", lasts=2))
    play.do(RecordFact("long", "For nine turns.", lasts=9))
    play.do(JumpTo(4, "On"))
    assert list(play.state.board.facts) == ["long"]


def test_a_jump_may_be_made_before_turn_1_too() -> None:
    play = game(cards=DATED)
    play.do(JumpTo(3, "We begin in summer"))
    assert play.state.board.turn == 3
    assert play.of(TurnsPassed)[0].cards == ["spring"]


def test_a_jump_is_refused_in_the_middle_of_a_turn_to_the_next_turn_and_beyond_the_last() -> None:
    play = wrapped()
    assert refused(play, JumpTo(2, "On")) == "no_such_turn"
    assert refused(play, JumpTo(5, "On")) == "no_such_turn"
    assert refused(play, JumpTo(4, " ")) == "no_reason"
    assert refused(play, JumpTo(4, "On"), by="north") == "facilitator_only"
    assert refused(game().to("event"), JumpTo(4, "On")) == "turn_not_over"


def test_the_facilitator_sees_what_the_calendar_holds_and_nobody_else_does() -> None:
    play = wrapped()
    days = play.view(FACILITATOR).calendar
    assert [(one.turn, one.titles) for one in days] == [
        (2, ["Spring"]),
        (3, ["Summer"]),
        (4, []),
    ]
    assert play.view("north").calendar == play.view("public").calendar == []
