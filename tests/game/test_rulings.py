"""Results: proposed, accepted as they are or edited with a reason, and rebased on the board as it stands."""

from typing import Any

import pytest

from tests.game.scenes import DEPTHS, FEAR, GOLD, MILL, WEIGHT, card, deck, effect, moves, order
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import (
    AcceptResult,
    AdjustTrack,
    CallThrow,
    Edit,
    EnterDice,
)
from wargame.game.events import ResultAccepted, ResultProposed, TrackAdjusted
from wargame.game.pieces import Effect

ID = "t1-north-1"


def proposed(*effects: Effect, **more: Any) -> Game:
    """A result lies on the table: gold 2 down, fear 1 up, unless effects are given."""
    made = effects or (moves(GOLD, -2, why="Spent"), moves(FEAR, 1, why="Seen"))
    play = game(orders=[order("raid", success=made, **more)]).to("talks")
    play.seal("north", "raid")
    play.to("adjudicate").throw([6, 5])
    return play


def test_nothing_happens_before_the_result_is_accepted() -> None:
    play = proposed()
    assert (play.value(GOLD), play.value(FEAR)) == (5, 3)
    play.do(AcceptResult(ID))
    assert (play.value(GOLD), play.value(FEAR)) == (3, 4)


def test_there_is_nothing_to_accept_before_the_throw() -> None:
    play = game().to("talks")
    play.seal("north")
    play.to("adjudicate")
    assert refused(play, AcceptResult(ID)) == "not_on_the_table"
    play.take_up()
    assert refused(play, AcceptResult(ID)) == "no_result_yet"
    play.do(CallThrow(ID, entered=True))
    assert refused(play, AcceptResult(ID)) == "no_result_yet"
    play.do(EnterDice([3, 4]))
    assert refused(play, AcceptResult("t1-south-1")) == "not_on_the_table"
    play.do(AcceptResult(ID))
    assert refused(play, AcceptResult(ID)) == "not_on_the_table"


def test_the_narrative_is_the_facilitators_and_is_kept_with_the_result() -> None:
    play = proposed()
    play.do(AcceptResult(ID, narrative=" They came at \x1b[31mnight. "))
    (judged,) = play.view("public").judged
    assert (judged.narrative, judged.text) == ("They came at night.", "It is a strong.")
    assert (judged.dice, judged.entered, judged.margin) == ([6, 5], True, 4)


def test_an_accepted_result_is_marked_edited_only_when_it_was() -> None:
    play, other = proposed(), proposed()
    play.do(AcceptResult(ID, reason="Not needed."))
    other.do(AcceptResult(ID, drop=[1], reason="Nobody looked."))
    assert [play.of(ResultAccepted)[0].edited, other.of(ResultAccepted)[0].edited] == [False, True]


def test_an_edit_needs_its_reason() -> None:
    play = proposed()
    assert refused(play, AcceptResult(ID, drop=[0])) == "no_reason"
    assert refused(play, AcceptResult(ID, add=[Edit("gold", 1, "w")], reason=" ")) == "no_reason"


def test_an_effect_can_be_left_out() -> None:
    play = proposed()
    play.do(AcceptResult(ID, drop=[0, 0], reason="It was paid before."))
    assert (play.value(GOLD), play.value(FEAR)) == (5, 4)
    assert len(play.of(ResultProposed)[0].changes) == 2


@pytest.mark.parametrize("place", [-1, 2])
def test_only_what_was_proposed_can_be_left_out(place: int) -> None:
    assert refused(proposed(), AcceptResult(ID, drop=[place], reason="x")) == "no_such_effect"


def test_an_effect_can_be_added_and_comes_last() -> None:
    play = proposed()
    play.do(AcceptResult(ID, add=[Edit("gold", 9, "A gift")], reason="They were helped."))
    assert play.value(GOLD) == 9
    added = play.of(ResultAccepted)[0].changes[-1]
    assert (added.track, added.before, added.after, added.why) == ("gold", 3, 9, "A gift")


def test_what_is_kept_is_rebased_when_what_was_before_it_is_left_out() -> None:
    play = proposed(moves(GOLD, 4), moves(GOLD, -3))
    play.do(AcceptResult(ID, drop=[0], reason="No gift."))
    (change,) = play.of(ResultAccepted)[0].changes
    assert (change.before, change.after, play.value(GOLD)) == (5, 2, 2)


def test_a_proposal_is_rebased_on_a_board_that_has_moved_since() -> None:
    play = proposed()
    play.do(AdjustTrack("gold", 1, "It was counted wrong."))
    play.do(AcceptResult(ID))
    change = play.of(ResultAccepted)[0].changes[0]
    assert (change.before, change.after, play.value(GOLD)) == (1, 0, 0)


def test_a_step_that_no_longer_moves_anything_is_left_out() -> None:
    play = proposed(moves(GOLD, -2))
    play.do(AdjustTrack("gold", 0, "It was counted wrong."))
    play.do(AcceptResult(ID))
    assert play.of(ResultAccepted)[0].changes == []


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Edit("silver", 1, "w"), "no_such_track"),
        (Edit("weight", 1, "w"), "derived_track"),
        (Edit("gold", 11, "w"), "out_of_bounds"),
        (Edit("mill", -4, "w"), "out_of_bounds"),
    ],
)
def test_an_added_effect_keeps_to_the_board(edit: Edit, code: str) -> None:
    assert refused(proposed(), AcceptResult(ID, add=[edit], reason="x")) == code
    assert refused(game(), AdjustTrack(edit.track, edit.to, "x")) == code


def test_facts_counters_and_cards_can_be_left_out_too() -> None:
    many = [
        effect("fact", "wall"),
        effect("count", "sins", by=lambda board, target: 2),
        effect("card", "gift", deck="events", where="out"),
    ]
    cards = [card("gift")]
    for dropped in range(3):
        play = game(
            orders=[order("raid", success=many)],
            cards=cards,
            decks=[deck("events", cards, draw=0)],
        ).to("talks")
        play.seal("north", "raid")
        play.to("adjudicate").judge([6, 5], drop=[dropped], reason="No.")
        state = play.state
        found = ["wall" in state.board.facts, "count.sins" in state.board.counts, bool(state.out)]
        assert found == [place != dropped for place in range(3)]


def test_a_derived_track_follows_the_tracks_it_is_computed_from() -> None:
    play = proposed(moves(MILL, 2))
    assert play.value(WEIGHT) == 3
    play.do(AcceptResult(ID))
    assert play.value(WEIGHT) == 5


def test_a_derived_track_stays_between_its_ends() -> None:
    play = proposed(moves(MILL, 3), moves(4, 2))
    play.do(AcceptResult(ID))
    assert play.value(WEIGHT) == 6


def test_a_change_on_a_hidden_track_is_shown_only_to_those_who_see_the_track() -> None:
    play = proposed(moves(DEPTHS, 1, why="Dug in secret"), moves(GOLD, 1, why="Sold openly"))
    play.do(AcceptResult(ID))
    for who, sees in (("north", True), (FACILITATOR, True), ("south", False), ("public", False)):
        assert ("Dug in secret" in repr(play.view(who))) is sees
        assert "Sold openly" in repr(play.view(who))


def test_the_order_leaves_the_queue_and_the_table_when_it_is_ruled_on() -> None:
    play = proposed()
    play.do(AcceptResult(ID))
    assert (play.state.queue, play.state.adjudication) == ([], None)
    assert play.view("public").waiting == []


def test_a_track_is_adjusted_by_hand_with_a_reason() -> None:
    play = game()
    assert refused(play, AdjustTrack("gold", 7, " ")) == "no_reason"
    play.do(AdjustTrack("gold", 7, "Counted again."))
    (adjusted,) = play.of(TrackAdjusted)
    assert (adjusted.before, adjusted.after, play.value(GOLD)) == (5, 7, 7)
