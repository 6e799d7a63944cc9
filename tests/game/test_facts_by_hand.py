"""Facts recorded, changed and ended by hand; situations that go on until an order aimed at them succeeds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.game.scenes import scenario
from tests.game.sitting import Game, game, refused
from wargame.game.commands import (
    AcceptResult,
    Advance,
    AimAtSituation,
    ChangeFact,
    EndFact,
    RecordFact,
    Rewind,
)
from wargame.game.events import FactChanged, FactEndedByHand, SituationsPut


def talks(**parts: Any) -> Game:
    return game(**parts).to("talks")


def known(play: Game, who: str) -> list[str]:
    """The facts that somebody knows of."""
    return [one.id for one in play.view(who).facts]


def test_a_fact_may_be_told_to_some() -> None:
    play = talks()
    play.do(RecordFact("tunnel", "There is a tunnel.", to=["north"]))
    assert "tunnel" in known(play, "north")
    assert "tunnel" not in known(play, "south")
    assert "tunnel" not in known(play, "public")
    play.do(RecordFact("plot", "There is a plot.", to=["facilitator"]))
    assert "plot" in known(play, "facilitator")
    assert "plot" not in known(play, "north")
    assert refused(play, RecordFact("x", "X", to=["zz"])) == "no_such_seat"


def test_a_fact_that_is_changed_keeps_both_versions() -> None:
    play = talks()
    play.do(RecordFact("wall", "", lasts=3))
    play.do(ChangeFact("wall", "The wall has a gate.", "south", -1, "They agreed.", 2))
    event = play.of(FactChanged)[0]
    assert (event.before.text, event.after.text) == ("A wall stands.", "The wall has a gate.")
    assert (event.before.until, event.after.until) == (3, 2)
    fact = play.state.board.facts["wall"]
    assert (fact.owner, fact.modifier, fact.sees) == ("south", -1, ("*",))


def test_one_that_counts_against_its_owner_is_a_factor_by_itself() -> None:
    play = talks()
    play.do(RecordFact("debt", "South owes money.", "south", -2))
    play.seal("south")
    play.to("adjudicate").take_up()
    table = play.state.adjudication
    assert table is not None
    assert [(one.by, one.why) for one in table.factors] == [(-2, "South owes money.")]


def test_a_change_may_tell_others_and_keep_the_time() -> None:
    play = talks()
    play.do(RecordFact("tunnel", "There is a tunnel.", to=["north"], lasts=2))
    play.do(ChangeFact("tunnel", "There is a tunnel.", "", 0, "It was shown.", to=["public"]))
    assert "tunnel" in known(play, "west")
    assert play.state.board.facts["tunnel"].until == 2


def test_a_fact_is_ended_by_hand_with_a_reason() -> None:
    play = talks()
    play.do(RecordFact("wall", ""))
    assert refused(play, EndFact("wall", " ")) == "no_reason"
    assert refused(play, EndFact("gate", "Gone.")) == "no_such_fact"
    play.do(EndFact("wall", "It has fallen."))
    assert "wall" not in play.state.board.facts
    assert play.of(FactEndedByHand)[0].fact.text == "A wall stands."


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ChangeFact("gate", "X", "", 0, "Why"), "no_such_fact"),
        (ChangeFact("wall", "X", "", 0, ""), "no_reason"),
        (ChangeFact("wall", "X", "zz", 0, "Why"), "no_such_seat"),
        (ChangeFact("wall", "X", "", 4, "Why"), "out_of_bounds"),
        (ChangeFact("wall", "", "north", 1, "Why"), "nothing_changed"),
    ],
)
def test_what_cannot_be_changed_is_refused(command: ChangeFact, code: str) -> None:
    play = talks()
    play.do(RecordFact("wall", ""))
    assert refused(play, command) == code


def test_a_rewind_brings_a_changed_fact_back() -> None:
    play = talks()
    play.do(RecordFact("wall", ""))
    entry = play.state.entries
    play.do(EndFact("wall", "It has fallen."))
    play.do(Rewind(entry, "It has not"))
    assert "wall" in play.state.board.facts


def fire() -> Game:
    """A situation that began in turn 1."""
    play = talks()
    play.do(RecordFact("fire", "The forest burns.", situation=True))
    return play


def test_a_situation_is_put_up_again_every_turn() -> None:
    play = fire()
    assert not play.of(SituationsPut)
    play.turn(2)
    play.turn(3)
    assert [(one.turn, one.facts) for one in play.of(SituationsPut)] == [
        (2, ["fire"]),
        (3, ["fire"]),
    ]
    assert [one.situation for one in play.view("west").facts] == [True]


def test_an_order_aimed_at_it_that_succeeds_ends_it() -> None:
    play = fire()
    play.seal("north")
    table = play.to("adjudicate").take_up()
    play.do(AimAtSituation(table, "fire"))
    play.judge([6, 5])
    assert "fire" not in play.state.board.facts
    ended = play.state.judged[-1].changes[-1]
    assert (ended.do, getattr(ended, "text", "")) == ("end", "The forest burns.")
    play.turn(2)
    assert not play.of(SituationsPut)


def test_one_that_fails_does_not_and_the_facilitator_may_drop_the_end() -> None:
    play = fire()
    play.seal("north")
    table = play.to("adjudicate").take_up()
    play.do(AimAtSituation(table, "fire"))
    play.judge([1, 2])
    assert "fire" in play.state.board.facts
    play.turn(2).to("talks")
    play.seal("north")
    table = play.to("adjudicate").take_up()
    play.do(AimAtSituation(table, "fire"))
    play.throw([6, 5])
    play.do(AcceptResult(table, drop=[0], reason="It is smaller, not out."))
    assert "fire" in play.state.board.facts


def test_only_a_situation_is_aimed_at_and_only_before_the_throw() -> None:
    play = fire()
    play.do(RecordFact("wall", ""))
    play.seal("north")
    table = play.to("adjudicate").take_up()
    assert refused(play, AimAtSituation(table, "wall")) == "no_situation"
    assert refused(play, AimAtSituation(table, "gate")) == "no_such_fact"
    assert refused(play, AimAtSituation(table)) == "aimed_already"
    play.do(AimAtSituation(table, "fire"))
    play.do(AimAtSituation(table))
    play.throw([6, 5])
    assert refused(play, AimAtSituation(table, "fire")) == "odds_fixed"


def test_the_scenario_may_say_that_a_fact_is_a_situation() -> None:
    made = scenario()
    pact = replace(made.facts["pact"], situation=True, lasts=0)
    play = Game(replace(made, facts={**made.facts, "pact": pact})).to("talks")
    play.do(RecordFact("pact", ""))
    play.turn(2)
    assert [one.facts for one in play.of(SituationsPut)] == [["pact"]]
    assert play.state.phase == "event"
    play.do(Advance("event"))
