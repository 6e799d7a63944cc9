"""Injects: prepared or written on the spot, fired by hand, by date or by condition, held, skipped, capped."""

from __future__ import annotations

from typing import Any

import pytest

from tests.decks.folders import SMALL
from tests.game.sitting import Game, refused
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.changes import OrderText, Push
from wargame.game.commands import (
    Advance,
    ChooseOption,
    FireInject,
    MarkInject,
    Rewind,
    SealOrder,
    WriteInject,
)
from wargame.game.events import CardDrawn, EffectsApplied, InjectFired, InjectWritten
from wargame.game.views import InjectView

OTHERS = ("town", "abbey", "public")


def sitting(**more: Any) -> Game:
    """A game of the small scenario, in its first talks."""
    return Game(compile_scenario(load(SMALL)), setup="standard", **more)


def talks(**more: Any) -> Game:
    """The small scenario in the talks of turn 1, with every choice made."""
    play = sitting(**more).to("event")
    answer(play)
    return play.to("talks")


def answer(play: Game) -> None:
    """Answer whatever waits, with the first way out."""
    for card in list(play.state.dilemmas):
        play.do(ChooseOption(card, play.state.scenario.cards[card].options[0].id))


def seen(play: Game, inject: str) -> InjectView:
    """An inject as the facilitator has it."""
    view = play.view("facilitator").injects
    assert view is not None
    return next(one for one in view.injects if one.id == inject)


def test_an_inject_fired_by_hand_does_what_a_card_does() -> None:
    play = talks()
    before = play.state.value(play.state.scenario.places["anger"])
    play.do(FireInject("spate"))
    assert play.state.value(play.state.scenario.places["anger"]) == before + 1
    assert (play.state.phase, play.state.settled, play.state.todo) == ("talks", True, [])
    assert any(one.title == "A spate" for one in play.view("public").happenings)
    assert [one.key for one in play.state.scheduled] == ["inject:spate/1"]
    assert seen(play, "spate").mark == "fired"
    assert "spate" not in [one.card for one in play.of(CardDrawn)]


def test_it_is_fired_once() -> None:
    play = talks()
    play.do(FireInject("spate"))
    assert refused(play, FireInject("spate")) == "inject_fired"
    assert refused(play, MarkInject("spate", "held", "Later")) == "inject_fired"
    assert refused(play, FireInject("no-such")) == "no_such_inject"


def test_only_the_facilitator_fires_one_or_knows_of_one() -> None:
    play = talks()
    assert refused(play, FireInject("spate"), "town") == "facilitator_only"
    for who in ("town", "guild", "abbey", "public"):
        assert play.view(who).injects is None
        assert "spate" not in repr(play.view(who))


def test_it_is_fired_in_a_turn_only() -> None:
    play = sitting()
    assert refused(play, FireInject("spate")) == "not_in_play"


def test_a_dilemma_to_one_seat_is_seen_by_that_seat_alone() -> None:
    play, without = talks(), talks()
    play.do(FireInject("purse"))
    assert [one.title for one in play.view("guild").dilemmas] == ["A purse for the guild"]
    assert refused(play, Advance("talks")) == "choice_missing"
    for who in OTHERS:
        assert play.view(who) == without.view(who)
    play.do(ChooseOption("purse", "take"), "guild")
    for who in OTHERS:
        assert play.view(who) == without.view(who)
    assert any("A purse" in repr(one) for one in play.view("guild").happenings)


def test_one_fired_to_some_seats_gives_its_reasons_to_nobody_else() -> None:
    play = talks()
    play.do(FireInject("spate", ["guild"]))
    assert "Cellars" in repr(play.view("guild"))
    for who in OTHERS:
        assert "Cellars" not in repr(play.view(who))
        assert "A spate" not in repr(play.view(who))
    play.turn(2)
    assert "The sun is out" in repr(play.view("guild"))
    assert "The sun is out" not in repr(play.view("town"))


def test_one_put_into_a_hand_goes_with_an_order_and_is_then_gone() -> None:
    play = talks()
    play.do(FireInject("charter", seat="town"))
    assert [one.title for one in play.view("town").hand] == ["An old charter"]
    assert "charter" not in repr(play.view("guild"))
    play.do(SealOrder("town", OrderText("", "Build", assets=["charter"])), "town")
    play.to("adjudicate")
    order = next(one for one in play.state.queue if "town" in one)
    play.judge([6, 6], order)
    assert "charter" not in play.state.hands["town"]
    assert "charter" in play.state.out


def test_an_event_put_into_a_hand_is_something_to_argue_with() -> None:
    play = talks()
    play.do(FireInject("spate", seat="abbey"))
    assert [(one.title, one.bonus) for one in play.view("abbey").hand] == [("A spate", 1)]
    assert not [one for one in play.of(EffectsApplied) if one.cause.id == "spate"]
    assert refused(talks(), FireInject("charter")) == "no_such_seat"


def test_one_with_a_date_fires_in_the_event_phase_of_its_turn() -> None:
    play = sitting()
    for turn in (1, 2, 3):
        play.turn(turn)
        answer(play)
        assert seen(play, "assizes").mark == "ready"
    play.to("wrap")
    play.do(Advance("wrap"))
    assert [(one.how, one.sees) for one in play.of(InjectFired)] == [("date", ("*",))]
    assert seen(play, "assizes").fired == 4


@pytest.mark.parametrize("mark", ["held", "skipped"])
def test_one_that_is_held_or_skipped_does_not_come_by_itself(mark: Any) -> None:
    play = sitting()
    assert refused(play, MarkInject("assizes", mark)) == "no_reason"
    play.do(MarkInject("assizes", mark, "Not today"))
    for turn in (1, 2, 3, 4):
        play.turn(turn)
        answer(play)
    assert not play.of(InjectFired)
    assert seen(play, "assizes").mark == mark
    play.do(FireInject("assizes"))
    assert [one.how for one in play.of(InjectFired)] == ["hand"]


def test_one_with_a_condition_fires_when_it_holds_and_lasts() -> None:
    play = talks()
    play.state.board.tracks[play.state.scenario.places["coffers"]] = 0
    play.to("wrap", holds=True)
    assert [(one.inject, one.how) for one in play.of(InjectFired)] == [("riot", "condition")]
    assert seen(play, "riot").condition == "Coffers ≤ 0"
    assert play.state.lasting["riot"] == 3
    play.turn(2)
    answer(play)
    play.to("wrap")
    assert any(
        one.kind == "lasting" and one.title == "A riot" for one in play.view("town").happenings
    )


def test_a_lasting_one_is_put_away_when_its_time_is_over() -> None:
    play = talks()
    play.do(FireInject("riot"))
    play.to("wrap")
    assert "riot" in play.state.lasting
    play.turn(2)
    answer(play)
    play.to("wrap")
    assert "riot" not in play.state.lasting
    assert "riot" in play.state.out


def test_one_written_on_the_spot_is_ready_and_then_fired() -> None:
    play = talks()
    mood = play.state.scenario.places["mood"]
    before = play.state.value(mood)
    play.do(WriteInject("A wedding", "The mill is full of guests.", [Push("mood", 2)]))
    written = play.of(InjectWritten)[-1].inject
    assert seen(play, written).mark == "ready"
    assert seen(play, written).does == ["Mood +2"]
    play.do(FireInject(written))
    assert play.state.value(mood) == min(10, before + 2)
    told = next(one for one in play.view("public").happenings if one.title == "A wedding")
    assert [one.why for one in told.changes] == ["A wedding"]


def test_one_written_to_some_seats_stays_with_them() -> None:
    play = talks()
    play.do(WriteInject("A wedding", "Guests.", [Push("mood", 2)], to=["guild"]))
    play.do(FireInject(play.of(InjectWritten)[-1].inject))
    for who in OTHERS:
        assert "wedding" not in repr(play.view(who))
    assert "wedding" in repr(play.view("guild"))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (WriteInject("", "Text"), "no_text"),
        (WriteInject("Title", " "), "no_text"),
        (WriteInject("Title", "Text", [Push("backing", 1)]), "derived_track"),
        (WriteInject("Title", "Text", [Push("zz", 1)]), "no_such_track"),
        (WriteInject("Title", "Text", [Push("mood", 0)]), "out_of_bounds"),
        (WriteInject("Title", "Text", to=["zz"]), "no_such_seat"),
        (FireInject("purse", ["town"]), "not_told"),
    ],
)
def test_what_cannot_be_written_or_fired_is_refused(command: Any, code: str) -> None:
    assert refused(talks(), command) == code


def test_injects_are_counted_for_each_seat_and_going_over_needs_a_reason() -> None:
    play = talks(inject_cap=1)
    play.do(FireInject("purse"))
    answer(play)
    view = play.view("facilitator").injects
    assert view is not None
    assert (view.had, view.cap) == ({"town": 0, "guild": 1, "abbey": 0}, 1)
    assert refused(play, FireInject("spate")) == "injects_over_cap"
    play.do(FireInject("spate", ["town"]))
    play.do(FireInject("charter", seat="town", reason="They have not spoken yet."))
    assert play.of(InjectFired)[-1].reason == "They have not spoken yet."


def test_a_rewind_takes_an_inject_back() -> None:
    play = talks()
    before, entry = play.state.copy(), play.state.entries
    play.do(FireInject("riot"))
    play.do(Rewind(entry, "Too early"))
    assert "riot" not in play.state.scenario.cards
    assert (play.state.injected, play.state.lasting) == (before.injected, before.lasting)
    assert seen(play, "riot").mark == "ready"
    play.do(FireInject("riot"))


def test_nothing_comes_by_itself_in_a_simulated_game() -> None:
    play = sitting(chance="counter-1")
    for turn in (1, 2, 3, 4):
        play.turn(turn)
        answer(play)
    assert not play.of(InjectFired)


def test_two_turns_in_which_no_track_leaves_its_band_are_a_stalemate() -> None:
    play = talks()
    view = play.view("facilitator").injects
    assert view is not None
    assert not view.stalemate
    play.state.board.turn = 3
    play.state.calm.update({1: True, 2: True})
    view = play.view("facilitator").injects
    assert view is not None
    assert view.stalemate == "No track has left its band in turns 1 and 2."


def test_three_seats_that_hold_are_a_stalemate() -> None:
    play = talks()
    play.to("wrap", holds=True)
    assert play.state.holding == {1: 3}
    view = play.view("facilitator").injects
    assert view is not None
    assert view.stalemate == "In the last two turns, seats have held 3 times."
