"""Projects need several successes, at most one a turn; effects follow the last stage."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.decks.folders import SMALL
from tests.game.sitting import Game, game, refused
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.commands import (
    AcceptResult,
    DeclareProject,
)
from wargame.game.events import ResultAccepted, ResultProposed
from wargame.game.views import ProjectView

PLAIN: dict[str, Any] = load(SMALL)


def staged(stages: int = 3, **more: Any) -> Game:
    """A game of the small scenario in which building a bridge is a project."""
    plain = copy.deepcopy(PLAIN)
    build = next(one for one in plain["orders"] if one["id"] == "build")
    build.update({"project": {"stages": stages}, "cost": {}} | more)
    return Game(compile_scenario(calm(plain)))


def calm(plain: dict[str, Any]) -> dict[str, Any]:
    """The scenario without the cards that come by themselves."""
    for one in plain["decks"]:
        one["draw"] = 0
    for one in plain["cards"]:
        one["turn"] = 0
    return plain


def stage(play: Game, dice: list[int]) -> ResultProposed:
    """The town builds, with these dice; the result, accepted. The turn ends."""
    play.to("talks").seal("town", "build")
    play.to("adjudicate", holds=True).judge(dice)
    result: ResultProposed = play.of(ResultProposed)[-1]
    play.to("wrap")
    return result


def tracks(result: ResultProposed) -> list[str]:
    return [one.track for one in result.changes if one.do == "track"]


def progress(play: Game, who: str = "public") -> list[tuple[int, int]]:
    return [(one.done, one.stages) for one in play.view(who).projects]


def test_an_order_of_the_menu_brings_what_it_brings_with_its_last_success() -> None:
    play = staged()
    play.to("event")
    assert progress(play) == []
    first = stage(play, [6, 6])
    assert (first.quality, tracks(first)) == ("strong", [])
    assert first.text == "Stage 1 of 3 is done: Build."
    assert progress(play) == [(1, 3)]
    play.turn(2)
    failed = stage(play, [1, 1])
    assert failed.quality == "backfire"
    assert progress(play) == [(1, 3)]
    play.turn(3)
    assert stage(play, [5, 4]).text == "Stage 2 of 3 is done: Build."
    play.turn(4)
    last = stage(play, [5, 4])
    plain = Game(compile_scenario(calm(copy.deepcopy(PLAIN))))
    plain.to("event")
    assert last.text == stage(plain, [5, 4]).text
    assert "fact" in [one.do for one in last.changes]
    assert progress(play) == []


def test_a_failed_stage_costs_what_the_scenario_says() -> None:
    play = staged(cost={"coffers": 1})
    play.to("event")
    before = play.view("facilitator").tracks
    stage(play, [1, 3])
    after = play.view("facilitator").tracks
    moved = {a.id for a, b in zip(after, before, strict=True) if a.value != b.value}
    assert "coffers" in moved


def test_there_is_at_most_one_success_a_turn() -> None:
    plain = copy.deepcopy(PLAIN)
    next(one for one in plain["orders"] if one["id"] == "build").update(
        {"project": {"stages": 2}, "cost": {}}
    )
    next(one for one in plain["seats"] if one["id"] == "town")["orders"] = 2
    play = Game(compile_scenario(calm(plain)))
    play.to("talks")
    play.seal("town", "build")
    play.seal("town", "build")
    play.to("adjudicate", holds=True)
    play.judge([6, 5])
    play.judge([6, 5])
    second = play.of(ResultProposed)[-1]
    assert second.text == "Build: it has had its one success of this turn."
    assert tracks(second) == []
    assert progress(play) == [(1, 2)]


def declared(play: Game, project: str = "bridge", name: str = "A bridge", **more: Any) -> str:
    """North gives a free order that is a stage of a project; it is on the table."""
    play.to("talks").seal("north")
    order_id = play.to("adjudicate", holds=True).take_up()
    play.do(DeclareProject(order_id, project, name, **more))
    return order_id


def free_stage(play: Game, dice: list[int], **more: Any) -> ResultProposed:
    order_id = declared(play, **more)
    play.throw(dice, order_id)
    play.do(AcceptResult(order_id))
    found: ResultProposed = play.of(ResultProposed)[-1]
    play.to("wrap")
    return found


def test_a_free_order_is_declared_one_and_its_progress_is_kept() -> None:
    play = game()
    assert free_stage(play, [6, 5], stages=2).text == "Stage 1 of 2 is done: A bridge."
    assert progress(play) == [(1, 2)]
    play.turn(2)
    assert free_stage(play, [2, 2], name="").quality == "failure"
    assert progress(play) == [(1, 2)]
    play.turn(3)
    last = free_stage(play, [6, 5], name="")
    assert last.text == "The last of 2 stages is done: A bridge."
    assert progress(play) == [(2, 2)]


def test_what_the_facilitator_leaves_out_does_not_count() -> None:
    play = game()
    order_id = declared(play)
    play.throw([6, 5], order_id)
    play.do(AcceptResult(order_id, drop=[0], reason="It was only talk."))
    assert play.of(ResultAccepted)[0].edited
    assert progress(play) == [(0, 3)]


def test_the_table_shows_which_stage_it_is() -> None:
    play = game()
    declared(play)
    table = play.view("public").adjudication
    assert table is not None
    assert table.project == ProjectView("bridge", "north", "A bridge", 0, 3)


def test_what_is_no_project_cannot_be_declared_one() -> None:
    play = game()
    play.to("talks").seal("north")
    order_id = play.to("adjudicate", holds=True).take_up()
    assert refused(play, DeclareProject(order_id, "A bridge", "A bridge")) == "not_an_id"
    assert refused(play, DeclareProject(order_id, "bridge")) == "not_a_project"
    assert refused(play, DeclareProject(order_id, "bridge", "A bridge", 4)) == "not_a_project"
    assert refused(play, DeclareProject(order_id, "bridge", "A bridge", 1)) == "not_a_project"
    other = staged()
    other.to("talks").seal("town", "build")
    built = other.to("adjudicate", holds=True).take_up()
    assert refused(other, DeclareProject(built, "bridge", "A bridge")) == "not_a_free_order"


def test_another_seats_project_and_one_that_is_done_do_not_go_on() -> None:
    play = game()
    free_stage(play, [6, 6], stages=2)
    play.turn(2, "talks")
    play.seal("south")
    order_id = play.to("adjudicate", holds=True).take_up()
    assert refused(play, DeclareProject(order_id, "bridge")) == "another_seats"
    play.throw([6, 6], order_id)
    play.do(AcceptResult(order_id))
    play.turn(3)
    free_stage(play, [6, 6], name="")
    play.turn(4, "talks")
    play.seal("north")
    order_id = play.to("adjudicate", holds=True).take_up()
    assert refused(play, DeclareProject(order_id, "bridge")) == "project_done"


def test_a_free_project_has_at_most_one_success_a_turn() -> None:
    play = game(seat_orders={"north": 2})
    play.to("talks").seal("north")
    play.seal("north")
    order_id = play.to("adjudicate", holds=True).take_up()
    play.do(DeclareProject(order_id, "bridge", "A bridge"))
    play.throw([6, 6], order_id)
    play.do(AcceptResult(order_id))
    other = play.take_up()
    assert refused(play, DeclareProject(other, "bridge")) == "one_a_turn"


def test_a_covert_project_is_its_seats_and_the_facilitators() -> None:
    play = game()
    play.to("talks").seal("north", covert=True)
    order_id = play.to("adjudicate", holds=True).take_up()
    play.do(DeclareProject(order_id, "tunnel", "A tunnel"))
    for who in ("south", "west", "public"):
        assert play.view(who).projects == []
        assert "unnel" not in repr(play.view(who))
    assert progress(play, "north") == progress(play, "facilitator") == [(0, 3)]


def test_a_covert_success_in_an_open_project_shows_in_nobody_elses_count() -> None:
    play = game()
    free_stage(play, [6, 5])
    play.turn(2, "talks").seal("north", covert=True)
    order_id = play.to("adjudicate", holds=True).take_up()
    play.do(DeclareProject(order_id, "bridge", "A bridge"))
    play.throw([6, 5], order_id)
    play.do(AcceptResult(order_id))
    for who in ("south", "west", "public"):
        assert progress(play, who) == [(1, 3)]
    assert progress(play, "north") == progress(play, "facilitator") == [(2, 3)]
    play.to("wrap")
    play.turn(3)
    free_stage(play, [6, 5])
    assert progress(play) == [(3, 3)]


@pytest.mark.parametrize("stages", [2, 3])
def test_it_can_be_done_again_once_it_is_done(stages: int) -> None:
    play = staged(stages, targets=[])
    plain = play.state.scenario.orders["build"]
    assert plain.stages == stages
    counter = [one for one in plain.success.effects if one.name == "project_build"]
    assert len(counter) == 1
