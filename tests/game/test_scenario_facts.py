"""Facts that the scenario knows, established by the facilitator: how a game without a menu comes to its ends."""

from __future__ import annotations

from tests.game.scenes import ending, fact
from tests.game.sitting import game, refused
from wargame.game.commands import RecordFact
from wargame.game.events import AdjudicationOpened


def test_a_fact_of_the_scenario_is_recorded_as_the_scenario_has_it() -> None:
    play = game().to("talks")
    play.do(RecordFact("wall", ""))
    (shown,) = play.view("south").facts
    assert (shown.text, shown.owner, shown.modifier) == ("A wall stands.", "north", 1)
    play.seal("north")
    play.to("adjudicate").take_up()
    (opened,) = play.of(AdjudicationOpened)
    assert [one.by for one in opened.factors] == [1]


def test_it_may_read_otherwise_this_time() -> None:
    play = game().to("talks")
    play.do(RecordFact("wall", "A low wall.", owner="south", modifier=2, lasts=3))
    (shown,) = play.view("west").facts
    assert (shown.text, shown.owner, shown.modifier, shown.until) == ("A low wall.", "south", 2, 3)


def test_it_lasts_as_the_scenario_says() -> None:
    play = game().to("talks")
    play.do(RecordFact("pact", ""))
    assert play.state.board.facts["pact"].until == 2
    assert play.turn(3).view("public").facts == []


def test_it_is_seen_by_those_only_whom_the_scenario_lets_see_it() -> None:
    play = game().to("talks")
    play.do(RecordFact("spy", "A spy in the south sends word."))
    assert [one.id for one in play.view("north").facts] == ["spy"]
    for who in ("south", "public"):
        assert "A spy in the south" not in repr(play.view(who))


def test_conditions_and_endings_read_it() -> None:
    play = game(endings=[ending("walled", fact("wall"))]).to("adjudicate")
    play.do(RecordFact("wall", ""))
    assert play.to("wrap").state.ending == "walled"


def test_a_fact_that_the_scenario_does_not_know_needs_its_words() -> None:
    assert refused(game(), RecordFact("flood", "")) == "no_text"
