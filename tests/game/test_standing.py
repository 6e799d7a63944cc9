"""What happens by itself: standing rules, their chance, and effects scheduled for later."""

from collections import Counter

import pytest

from tests.game.scenes import (
    FARM,
    FEAR,
    GOLD,
    MILL,
    at_least,
    card,
    effect,
    fixed,
    later,
    moves,
    order,
    rule,
)
from tests.game.sitting import Game, game
from wargame.game import chance
from wargame.game.events import DiceThrown, EffectsApplied, ThrowCalled
from wargame.game.names import Phase
from wargame.game.settling import OTHERS, TARGET


def test_a_rule_fires_in_its_own_phase_every_turn() -> None:
    phases: list[Phase] = ["event", "reveal", "wrap"]
    for phase in phases:
        play = game(rules=[rule("rise", moves(GOLD, 1), phase=phase)])
        for turn in (1, 2):
            play.turn(turn, phase)
            assert play.value(GOLD) == 5 + turn


def test_rules_fire_in_the_order_of_the_scenario_and_see_what_those_before_did() -> None:
    rules = [
        rule("first", moves(GOLD, 1), when=at_least(GOLD, 5)),
        rule("second", moves(FEAR, 1), when=at_least(GOLD, 6)),
        rule("third", moves(GOLD, 1), when=at_least(GOLD, 7)),
    ]
    play = game(rules=rules).to("wrap")
    assert (play.value(GOLD), play.value(FEAR)) == (6, 4)
    assert [one.cause.id for one in play.state.happenings] == ["first", "second"]


def test_a_rule_that_fires_once_fires_once() -> None:
    play = game(rules=[rule("rise", moves(GOLD, 1), once=True)])
    assert play.turn(4, "wrap").value(GOLD) == 6


def test_a_rule_that_fires_once_waits_until_it_can() -> None:
    late = rule("rise", moves(GOLD, 1), once=True, when=lambda board, target: board.turn >= 3)
    play = game(rules=[late])
    assert play.turn(2, "wrap").value(GOLD) == 5
    assert play.turn(4, "wrap").value(GOLD) == 6


def test_a_rules_chance_is_thrown_by_the_table_and_comes_off_at_or_under_it() -> None:
    fired = Counter[bool]()
    for first in range(60):
        play = game(rules=[rule("rise", moves(GOLD, 1), chance=fixed(40))])
        play.fresh.taken = first * 31
        play.to("wrap")
        (called,) = play.of(ThrowCalled)
        (thrown,) = play.of(DiceThrown)
        assert (called.purpose, called.sides, called.needed, called.odds) == (
            "chance",
            100,
            40,
            4000,
        )
        assert called.label == thrown.throw.label
        die = chance.throw_d100(play.state.seed, called.label, thrown.throw.nonce)
        assert thrown.throw.dice == [die]
        assert play.value(GOLD) == 5 + (die <= 40)
        fired[die <= 40] += 1
    assert 10 < fired[True] < 40


@pytest.mark.parametrize(("percent", "value"), [(-5, 5), (0, 5), (100, 6), (140, 6)])
def test_what_is_impossible_or_certain_is_not_thrown(percent: int, value: int) -> None:
    play = game(rules=[rule("rise", moves(GOLD, 1), chance=fixed(percent))]).to("wrap")
    assert play.value(GOLD) == value
    assert play.of(ThrowCalled) == []


def test_a_chance_is_computed_on_the_board_as_it_stands() -> None:
    sure = rule("rise", moves(GOLD, 1), chance=lambda board, target: 25 * board.tracks[GOLD] - 25)
    play = game(rules=[sure]).to("wrap")
    assert play.value(GOLD) == 6
    assert play.of(ThrowCalled) == []


def test_each_effect_with_a_chance_has_a_throw_of_its_own() -> None:
    both = rule("both", moves(GOLD, 1, chance=fixed(50)), moves(FEAR, 1, chance=fixed(50)))
    play = game(rules=[both]).to("wrap")
    gold, fear = (one.throw.dice[0] for one in play.of(DiceThrown))
    assert play.value(GOLD) == 5 + (gold <= 50)
    assert play.value(FEAR) == 3 + (fear <= 50)
    assert [one.index for one in play.of(ThrowCalled)] == [0, 1]


def test_an_effects_condition_sees_what_the_effects_before_it_did() -> None:
    chain = rule("chain", moves(GOLD, 2), moves(FEAR, 1, when=at_least(GOLD, 7)))
    assert game(rules=[chain]).to("wrap").value(FEAR) == 4


def test_a_rule_that_not_everyone_sees_shows_them_what_moved_and_no_name() -> None:
    play = game(rules=[rule("secret", moves(GOLD, 1), sees=("north",))]).to("wrap")
    assert play.view("north").happenings[0].title == "Secret"
    (shown,) = play.view("south").happenings
    assert (shown.kind, shown.title, shown.text) == ("hidden", "", "")
    assert shown.changes[0].after == 6


def test_a_rule_that_nobody_sees_and_that_moves_what_they_cannot_see_is_not_there() -> None:
    play = game(rules=[rule("secret", moves(2, 1), sees=())]).to("wrap")
    assert play.view("south").happenings == []
    assert play.view("north").happenings[0].changes[0].id == "depths"
    assert play.view("facilitator").happenings[0].title == "Secret"


def scheduled(delay: int, phase: str = "wrap") -> Game:
    after = later(delay, moves(GOLD, 1, why="The ship is in"), why="A ship comes")
    return game(rules=[rule("send", after, phase=phase, once=True)])


@pytest.mark.parametrize("phase", ["event", "reveal", "wrap"])
def test_what_is_scheduled_happens_in_the_event_phase_so_many_turns_on(phase: str) -> None:
    play = scheduled(2, phase)
    assert [play.turn(turn).value(GOLD) for turn in (1, 2, 3, 4)] == [5, 5, 6, 6]
    (applied,) = [one for one in play.of(EffectsApplied) if one.cause.kind == "later"]
    assert applied.changes[0].why == "The ship is in"


def test_what_is_scheduled_comes_before_the_draw_and_after_dated_cards() -> None:
    cards = [card("late", turn=2), card("one")]
    after = later(1, moves(GOLD, 1))
    play = game(rules=[rule("send", after, once=True)], cards=cards).turn(2)
    assert [one.cause.kind for one in play.state.happenings] == ["card", "later", "card"]
    assert play.state.happenings[0].cause.id == "late"


def test_what_is_scheduled_twice_happens_twice() -> None:
    play = game(rules=[rule("send", later(2, moves(GOLD, 1)))])
    assert [play.turn(turn).value(GOLD) for turn in (2, 3, 4)] == [5, 6, 7]
    twice = later(1, moves(GOLD, 1))
    other = game(rules=[rule("send", twice, twice, once=True)]).turn(2)
    assert other.value(GOLD) == 7
    assert other.state.scheduled == []


def test_what_is_scheduled_may_schedule_more() -> None:
    chain = later(1, moves(GOLD, 1), later(1, moves(GOLD, 2)))
    play = game(rules=[rule("send", chain, once=True)])
    assert [play.turn(turn).value(GOLD) for turn in (2, 3, 4)] == [6, 8, 8]


def test_what_an_order_schedules_still_knows_its_target() -> None:
    after = later(1, moves(TARGET, 2), moves(OTHERS, -1), key="sail/success/0")
    sail = order("sail", targets=(MILL, FARM), success=[after])
    play = game(orders=[sail]).to("talks")
    play.seal("north", "sail", target=f"at{FARM}")
    play.to("adjudicate").judge([6, 5])
    assert (play.value(MILL), play.value(FARM)) == (0, 1)
    play.turn(2)
    assert (play.value(MILL), play.value(FARM)) == (-1, 3)


def test_what_is_scheduled_may_be_a_matter_of_chance() -> None:
    play = game(rules=[rule("send", later(1, moves(GOLD, 1, chance=fixed(50))), once=True)])
    play.turn(2)
    (thrown,) = play.of(DiceThrown)
    assert play.value(GOLD) == 5 + (thrown.throw.dice[0] <= 50)


def test_a_counter_is_hidden_starts_at_nothing_and_never_falls_below_it() -> None:
    down = effect("count", "sins", by=fixed(-2))
    up = effect("count", "sins", by=fixed(3))
    play = game(rules=[rule("down", down), rule("up", up)]).to("wrap")
    assert play.state.board.counts["count.sins"] == 3
    assert "sins" not in repr(play.view("north"))
    assert "sins" not in repr(play.view("facilitator"))  # a rule that only counts is not read out


def test_a_counter_beside_something_else_is_shown_to_the_facilitator() -> None:
    both = rule("both", effect("count", "sins", by=fixed(3)), moves(GOLD, 1))
    play = game(rules=[both]).to("wrap")
    assert "sins" in repr(play.view("facilitator"))
    assert "sins" not in repr(play.view("north"))


def test_a_counter_can_be_asked_for() -> None:
    up = rule("up", effect("count", "sins", by=fixed(1)), phase="event")
    grow = rule(
        "grow", moves(GOLD, 1), when=lambda board, target: board.counts.get("count.sins", 0) >= 2
    )
    play = game(rules=[up, grow])
    assert play.turn(1, "wrap").value(GOLD) == 5
    assert play.turn(2, "wrap").value(GOLD) == 6


def test_labels_of_throws_are_numbered_without_gaps() -> None:
    rules = [rule(f"r{number}", moves(GOLD, 1), chance=fixed(50)) for number in range(3)]
    play = game(rules=rules).turn(3)
    labels = [one.throw.label for one in play.of(DiceThrown)]
    assert labels == [f"test/throw/{number}" for number in range(6)]
