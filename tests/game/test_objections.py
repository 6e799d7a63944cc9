"""A late objection: the ruling is made again with the objection as an argument; nothing is erased."""

from __future__ import annotations

import pytest

from tests.game.scenes import GOLD, moves, order
from tests.game.sitting import FACILITATOR, Game, Nonces, game, refused
from wargame.game.commands import (
    AcceptResult,
    CallThrow,
    ChooseMethod,
    CountHands,
    Proceed,
    RaiseObjection,
    Rewind,
    SealEstimate,
    ShowEstimates,
    TakeLeanings,
    Throw,
    Undo,
)
from wargame.game.events import ArgumentAdded, DiceThrown, ObjectionRaised, ResultAccepted, Rewound
from wargame.game.evolve import evolve
from wargame.game.names import POLLED, Method
from wargame.game.polls import estimators
from wargame.game.rules import decide
from wargame.game.rulings import unfinished


def ruled() -> tuple[Game, str]:
    """Two orders ruled on: north's first by the table's dice."""
    raids = [order("raid", "north", success=[moves(GOLD, 2)]), order("toll", "south")]
    play = game(orders=raids).to("orders")
    order_id = play.seal("north", "raid")
    play.seal("south", "toll")
    play.to("adjudicate")
    play.take_up(order_id)
    play.do(CallThrow(order_id))
    play.do(Throw("a word"))
    play.do(AcceptResult(order_id))
    play.judge([3, 4])
    return play, order_id


def test_the_game_goes_back_to_before_the_throw_with_the_objection_as_an_argument() -> None:
    play, order_id = ruled()
    gold = 5
    play.do(RaiseObjection(order_id, "con", "The pass was closed.", "south"))
    table = play.state.adjudication
    assert table is not None
    assert (table.order_id, table.called, table.throw) == (order_id, None, None)
    assert [(one.side, one.text, one.author) for one in table.arguments] == [
        ("con", "The pass was closed.", "south")
    ]
    assert play.value(GOLD) == gold
    assert not play.state.judged
    assert play.state.objection is None


def test_the_old_ruling_stays_on_the_record_and_the_new_throw_has_a_new_label() -> None:
    play, order_id = ruled()
    play.do(RaiseObjection(order_id, "con", "The pass was closed.", "south"))
    play.do(CallThrow(order_id))
    play.do(Throw("a word"))
    play.do(AcceptResult(order_id))
    thrown = [one.throw.label for one in play.of(DiceThrown) if one.throw.label]
    assert thrown == ["test/throw/0", "test/throw/1"]
    assert len(play.of(ResultAccepted)) == 3
    (raised,), (rewound,) = play.of(ObjectionRaised), play.of(Rewound)
    assert raised.to == rewound.to
    assert rewound.branch == "objection-1"
    assert rewound.reason == "A late objection by South: The pass was closed."
    assert len(play.of(ArgumentAdded)) == 1


def test_it_can_be_objected_to_again_and_to_a_ruling_without_dice() -> None:
    play, order_id = ruled()
    for number in (1, 2):
        play.do(RaiseObjection(order_id, "con", f"Reason {number}.", FACILITATOR))
        play.do(CallThrow(order_id))
        play.do(Throw())
        play.do(AcceptResult(order_id))
    assert [one.branch for one in play.of(Rewound)] == ["objection-1", "objection-2"]
    assert len(play.of(ObjectionRaised)) == 2
    play.do(RaiseObjection(order_id, "pro", "A third.", "north"))
    table = play.state.adjudication
    assert table is not None
    assert [one.text for one in table.arguments] == ["Reason 1.", "Reason 2.", "A third."]


def polled(method: Method) -> tuple[Game, str]:
    """North's order, ruled on by the numbers that the others gave."""
    play = game(orders=[order("raid", "north"), order("toll", "south")]).to("orders")
    order_id = play.seal("north", "raid")
    play.seal("south", "toll")
    play.to("adjudicate")
    play.take_up(order_id)
    play.do(ChooseMethod(order_id, method))
    give(play, order_id, method, 80)
    play.do(CallThrow(order_id))
    play.do(Throw())
    play.do(AcceptResult(order_id))
    return play, order_id


def give(play: Game, order_id: str, method: Method, percent: int) -> None:
    """Numbers of everybody who is asked."""
    match method:
        case "estimate":
            for one in estimators(play.state, play.state.sealed[order_id]):
                play.do(SealEstimate(order_id, one, percent))
            play.do(ShowEstimates(order_id))
        case "hands":
            play.do(CountHands(order_id, raised=percent // 10, present=10))
        case _:
            play.do(TakeLeanings(order_id, agree=percent // 10, disagree=10 - percent // 10))


@pytest.mark.parametrize("method", POLLED)
def test_numbers_given_before_an_objection_are_asked_for_again(method: Method) -> None:
    play, order_id = polled(method)
    play.do(RaiseObjection(order_id, "con", "The pass was closed.", "south"))
    table = play.state.adjudication
    assert table is not None
    assert (table.method, table.given, table.numbers, table.estimates) == (method, -1, {}, {})
    assert refused(play, CallThrow(order_id)) == "no_number"
    give(play, order_id, method, 20)
    play.do(CallThrow(order_id))
    called = play.state.adjudication.called if play.state.adjudication else None
    assert called is not None
    assert called.needed == 20
    play.do(Throw())
    play.do(AcceptResult(order_id))


@pytest.mark.parametrize("method", POLLED)
def test_or_they_are_kept_by_choice(method: Method) -> None:
    play, order_id = polled(method)
    play.do(RaiseObjection(order_id, "con", "The pass was closed.", "south", "kept"))
    table = play.state.adjudication
    assert table is not None
    assert (table.given, table.objected) == (80, "kept")
    play.do(CallThrow(order_id))


def test_they_stay_asked_for_again_after_another_rewind_past_the_objection() -> None:
    play, order_id = polled("hands")
    play.do(RaiseObjection(order_id, "con", "The pass was closed.", "south"))
    there = play.state.entries
    give(play, order_id, "hands", 20)
    play.do(Rewind(there, "Counted wrongly."))
    table = play.state.adjudication
    assert table is not None
    assert (table.given, table.hands) == (-1, ())


def test_what_becomes_of_the_numbers_is_one_of_two_things() -> None:
    play, order_id = polled("hands")
    odd = RaiseObjection(order_id, "con", "No.", "south", "thrown away")  # type: ignore[arg-type]
    assert refused(play, odd) == "no_such_choice"


def test_an_objection_is_one_step_and_undone_as_one() -> None:
    play, order_id = ruled()
    judged = list(play.state.judged)
    play.do(RaiseObjection(order_id, "con", "The pass was closed.", "south"))
    play.do(Undo())
    assert play.state.judged == judged
    assert play.state.adjudication is None


def test_objections_come_after_the_throw_and_in_the_same_turn() -> None:
    play, order_id = ruled()
    late = RaiseObjection(order_id, "con", "Too late.", "south")
    assert refused(play, RaiseObjection("t1-west-1", "con", "No.", "south")) == "too_late_to_object"
    assert refused(play, RaiseObjection(order_id, "con", " ", "south")) == "no_text"
    assert refused(play, RaiseObjection(order_id, "con", "No.", "east")) == "no_such_seat"
    play.to("wrap").do(late)
    assert play.state.phase == "adjudicate"
    assert refused(play, late) == "not_ruled_yet"


def test_nobody_objects_to_an_order_they_know_nothing_of() -> None:
    play = game(orders=[order("raid", "north", covert="yes")]).to("orders")
    order_id = play.seal("north", "raid")
    play.to("adjudicate").judge([3, 4])
    assert refused(play, RaiseObjection(order_id, "con", "No.", "south")) == "not_seen"
    play.do(RaiseObjection(order_id, "con", "No.", "north"))


def test_only_the_facilitator_takes_an_objection_up() -> None:
    play, order_id = ruled()
    late = RaiseObjection(order_id, "con", "Mine.", "south")
    assert refused(play, late, by="south") == "facilitator_only"


def test_an_objection_that_a_crash_cut_short_is_followed_to_its_end() -> None:
    play, order_id = ruled()
    before = play.state.copy()
    events = play.do(RaiseObjection(order_id, "con", "The pass was closed.", "south"))
    assert [type(one) for one in events] == [ObjectionRaised, Rewound, ArgumentAdded]
    for many in range(1, len(events)):
        state = before.copy()
        for event in events[:many]:
            evolve(state, event)
        assert unfinished(state)
        assert decide(state, "table", Proceed(), Nonces()) == events[many:]
    assert not unfinished(play.state)
