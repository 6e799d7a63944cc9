"""Facts: made, ended, expiring, owned and built upon, known to some or to all."""

from typing import Any

import pytest

from tests.game.scenes import GOLD, effect, fact, fixed, moves, order, rule, setup
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import RecordFact
from wargame.game.events import AdjudicationOpened, EffectsApplied
from wargame.game.names import Phase


def until(play: Game, name: str) -> int:
    return play.state.board.facts[name].until


def held(play: Game, name: str) -> list[int]:
    """The turns at whose beginning, of four, a fact holds."""
    turns = []
    for turn in (1, 2, 3, 4):
        play.turn(turn)
        if name in play.state.board.facts:
            turns.append(turn)
    return turns


def made(name: str = "pact", phase: str = "event", **more: Any) -> Game:
    """A game in which a rule makes a fact once, in turn 1."""
    once = rule("make", effect("fact", name, **more), phase=phase, once=True)
    return game(rules=[once])


def test_a_fact_made_during_a_turn_counts_that_turn() -> None:
    assert held(made(), "pact") == [1, 2]
    assert held(made(phase="reveal"), "pact") == [2]


def test_a_fact_made_in_wrap_counts_from_the_next_turn() -> None:
    assert held(made(phase="wrap"), "pact") == [2, 3]


def test_a_fact_that_lasts_for_ever_holds_until_it_is_ended() -> None:
    assert held(made("wall"), "wall") == [1, 2, 3, 4]
    ends = [
        rule("make", effect("fact", "wall"), phase="event", once=True),
        rule(
            "end", effect("end", "wall"), phase="reveal", when=lambda board, target: board.turn > 1
        ),
    ]
    play = game(rules=ends)
    assert held(play, "wall") == [1, 2]


def test_an_effect_may_say_for_how_long_and_in_which_words() -> None:
    play = made("wall", lasts=fixed(3), text="A low wall.").to("event")
    assert until(play, "wall") == 3
    assert play.view("south").facts[0].text == "A low wall."


def test_made_again_a_fact_counts_anew() -> None:
    again = rule("make", effect("fact", "pact"), phase="event")
    play = game(rules=[again]).turn(3)
    assert until(play, "pact") == 4


def test_ending_what_does_not_hold_changes_nothing() -> None:
    play = game(rules=[rule("end", effect("end", "wall"), phase="event")]).to("event")
    (applied,) = play.of(EffectsApplied)
    assert applied.changes == []


def test_a_facts_end_is_shown_with_its_reason() -> None:
    play = made().turn(2, "wrap")
    (shown,) = play.view("public").happenings
    (change,) = shown.changes
    assert (shown.kind, change.kind, change.name) == ("expiry", "end", "A pact holds.")
    assert change.why == "Its time is over."


def test_the_facts_of_a_setup_hold_from_the_first_turn_for_as_long_as_they_last() -> None:
    play = game(setup=setup(facts=("wall", "pact")))
    assert set(play.state.board.facts) == {"wall", "pact"}
    assert held(play, "pact") == [1, 2]
    assert "wall" in play.state.board.facts


def test_a_condition_may_ask_whether_a_fact_holds() -> None:
    grow = rule("grow", moves(GOLD, 1), when=fact("wall"))
    assert game(rules=[grow]).to("wrap").value(GOLD) == 5
    assert game(rules=[grow], setup=setup(facts=("wall",))).to("wrap").value(GOLD) == 6


def opened(facts: tuple[str, ...], seat: str = "north") -> Game:
    play = game(setup=setup(facts=facts)).to("talks")
    play.seal(seat)
    play.to("adjudicate").take_up()
    return play


def test_a_fact_helps_the_orders_of_the_seat_that_owns_it() -> None:
    (mine,) = opened(("wall", "pact")).of(AdjudicationOpened)
    assert [(one.by, one.why) for one in mine.factors] == [(1, "A wall stands.")]
    (other,) = opened(("wall",), "south").of(AdjudicationOpened)
    assert other.factors == []


def test_a_secret_fact_helps_without_being_told() -> None:
    play = opened(("spy",))
    for who in ("north", FACILITATOR):
        (shown,) = play.view(who).adjudication.factors  # type: ignore[union-attr]
        assert shown.why == "A spy reports to north."
    for who in ("south", "public"):
        (shown,) = play.view(who).adjudication.factors  # type: ignore[union-attr]
        assert (shown.by, shown.why) == (2, "For a reason that only some know")
        assert "spy" not in repr(play.view(who))


def test_a_secret_fact_is_seen_by_those_it_is_for_from_beginning_to_end() -> None:
    mores: list[dict[str, Any]] = [{}, {"sees": ("north",)}]
    for more in mores:
        name = "wall" if more else "spy"
        words = "A wall" if more else "A spy"
        play = made(name, lasts=fixed(1), **more).to("event")
        assert words in repr(play.view("north"))
        assert words not in repr(play.view("south"))
        play.to("wrap")
        assert play.view("north").happenings[-1].changes[0].name.startswith(words)
        assert words not in repr(play.view("south"))


def test_an_end_may_be_told_to_fewer_than_knew_of_the_fact() -> None:
    quiet = effect("end", "wall", why="It crumbles", sees=("north", "west"))
    play = game(rules=[rule("end", quiet, phase="event")], setup=setup(facts=("wall",))).to("event")
    seen = {who: "It crumbles" in repr(play.view(who)) for who in ("north", "south", "west")}
    assert seen == {"north": True, "south": False, "west": True}
    spy = effect("end", "spy", why="It flies", sees=("south",))
    other = game(rules=[rule("end", spy, phase="event")], setup=setup(facts=("spy",))).to("event")
    assert "It flies" not in repr(other.view("south"))


def test_a_change_of_an_open_track_may_have_a_secret_reason() -> None:
    quiet = moves(GOLD, 1, why="A hidden vein", sees=("north",))
    play = game(rules=[rule("dig", quiet, phase="event")]).to("event")
    assert "A hidden vein" in repr(play.view("north"))
    for who in ("south", "public"):
        assert "A hidden vein" not in repr(play.view(who))
        assert play.view(who).tracks[GOLD].value == 6


@pytest.mark.parametrize(
    ("phase", "last"), [("setup", 1), ("event", 1), ("talks", 1), ("adjudicate", 1), ("wrap", 2)]
)
def test_a_fact_of_the_tables_own_lasts_as_any_other(phase: Phase, last: int) -> None:
    play = game().to(phase)
    play.do(RecordFact("flood", "The river rose.", lasts=1))
    assert play.view("south").facts[0].text == "The river rose."
    assert until(play, "flood") == last
    assert play.turn(last + 1).view("south").facts == []


def test_a_fact_of_the_tables_own_may_help_a_seat() -> None:
    play = game().to("talks")
    play.do(RecordFact("ally", "An ally came.", owner="south", modifier=2))
    play.seal("south")
    play.to("adjudicate").take_up()
    (opened_one,) = play.of(AdjudicationOpened)
    assert [(one.by, one.why) for one in opened_one.factors] == [(2, "An ally came.")]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (RecordFact("Wall!", "x"), "bad_id"),
        (RecordFact("flood", " "), "no_text"),
        (RecordFact("flood", "x", owner="east"), "no_such_seat"),
        (RecordFact("flood", "x", modifier=4), "out_of_bounds"),
        (RecordFact("flood", "x", lasts=-1), "out_of_bounds"),
        (RecordFact("flood", "x", lasts=100), "out_of_bounds"),
    ],
)
def test_a_fact_of_the_tables_own_needs_a_name_words_and_bounds(
    command: RecordFact, code: str
) -> None:
    assert refused(game(), command) == code


def test_the_facilitator_may_establish_what_the_scenario_knows_as_it_knows_it() -> None:
    play = game().to("event")
    play.do(RecordFact("pact", ""))
    assert (until(play, "pact"), play.view("south").facts[0].text) == (2, "A pact holds.")
    play.do(RecordFact("spy", "", lasts=1))
    assert "spy" not in repr(play.view("south"))
    assert play.state.board.facts["spy"].modifier == 2


def test_what_an_order_made_may_be_built_upon_in_the_next_turn() -> None:
    build = order("build", success=[effect("fact", "wall")])
    play = game(orders=[build]).to("talks")
    play.seal("north", "build")
    play.to("adjudicate").judge([6, 5])
    play.turn(2, "talks").seal("north")
    play.to("adjudicate").take_up()
    assert [one.by for one in play.of(AdjudicationOpened)[-1].factors] == [1]
