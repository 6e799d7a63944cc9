"""Undo: the last step is taken back before anyone was told of it, and stays on the record."""

from __future__ import annotations

import random

import pytest

from tests.game.hidden import Hidden
from tests.game.scenes import GOLD, card, deck, fixed, moves, order, rule, scenario
from tests.game.sitting import FACILITATOR, Game, game, refused
from tests.game.test_random_play import begin, goes_on
from tests.game.test_rewind import restored
from tests.game.test_secrets import code
from wargame.game.changes import OrderText, Person
from wargame.game.commands import (
    AcceptResult,
    AdjustTrack,
    Advance,
    CallThrow,
    CloseSession,
    EnterDice,
    HandScreen,
    HandSeat,
    Rewind,
    SealOrder,
    Throw,
    Undo,
    WriteNote,
)
from wargame.game.events import DiceThrown, Rewound
from wargame.game.state import State


def small() -> Game:
    cards = [card("omen", effects=[moves(GOLD, 1)]), card("sign", effects=[moves(GOLD, -1)])]
    rules = [rule("levy", moves(GOLD, 1), phase="event", chance=fixed(50))]
    return game(
        cards=cards, decks=[deck("events", cards)], rules=rules, orders=[order("raid", "north")]
    )


def test_nothing_is_there_to_be_undone_at_the_opening() -> None:
    assert refused(small(), Undo()) == "nothing_to_undo"


def test_a_phase_moved_on_too_early_is_undone_whole_with_a_name_of_its_own() -> None:
    play = small()
    play.do(Advance("setup"))
    play.do(Undo())
    assert play.state.phase == "setup"
    (rewound,) = play.of(Rewound)
    assert (rewound.reason, rewound.branch) == ("undone", "undone-1")
    assert play.state.branches[0][0] == "undone-1"


def test_chance_answers_anew_once_where_a_phase_was_undone_and_then_only_for_a_reason() -> None:
    play = small()
    for undone in (True, False):
        play.do(Advance("setup"))
        assert play.of(DiceThrown)[-1].throw.label
        if undone:
            play.do(Undo())
    assert refused(play, Undo()) == "dice_thrown"
    play.do(Rewind(0, "The wrong set-up."))
    assert play.state.phase == "setup"


def test_what_the_table_threw_for_what_comes_of_an_order_is_not_undone() -> None:
    raid = order("raid", success=[moves(GOLD, 1, chance=fixed(50))])
    play = game(orders=[raid]).to("orders")
    play.seal("north", "raid")
    play.to("adjudicate")
    play.throw([4, 5])  # by hand, and could be mistyped; but upon it the table threw
    assert play.of(DiceThrown)[-1].throw.label
    assert refused(play, Undo()) == "dice_thrown"


def test_a_second_undo_goes_one_step_further_back() -> None:
    play = small()
    moments = [restored(play.state)]
    for phase in ("setup", "event", "talks"):
        play.do(Advance(phase))
        moments.append(restored(play.state))
    for number in (2, 1, 0):
        play.do(Undo())
        assert restored(play.state) == moments[number]
    assert refused(play, Undo()) == "nothing_to_undo"
    assert [one.branch for one in play.of(Rewound)] == ["undone-1", "undone-2", "undone-3"]


def test_a_rewind_is_undone_as_any_step() -> None:
    play = small().to("orders")
    before = restored(play.state)
    play.do(Rewind(play.state.entries - 3, "A mistake."))
    play.do(Undo())
    assert restored(play.state) == before


def test_what_stands_beside_the_game_is_left_and_the_step_before_it_undone() -> None:
    play = small().to("talks")
    play.do(AdjustTrack("gold", 9, "A slip of the key."))
    play.do(WriteNote("That was wrong."))
    play.do(Undo())
    assert play.value(GOLD) != 9
    assert "NoteWritten" in play.kinds()


def test_who_has_seen_the_change_on_the_shared_screen_was_told() -> None:
    play = small().to("talks")
    play.do(AdjustTrack("gold", 9, "A slip of the key."))
    play.do(HandScreen("south"))
    assert refused(play, Undo()) == "already_told"
    play.do(HandScreen(FACILITATOR))
    assert refused(play, Undo()) == "already_told"
    play.do(AdjustTrack("gold", 8, "Another slip."))
    play.do(Undo())
    assert play.value(GOLD) == 9


def test_who_looked_but_could_see_no_change_was_not_told() -> None:
    play = small().to("orders")
    play.seal("north", "raid")
    play.do(HandScreen("south"))
    play.do(Undo())
    assert not play.state.sealed


def test_what_happens_while_everybody_looks_on_is_told() -> None:
    play = small().to("talks")
    play.do(HandScreen("public"))
    play.do(AdjustTrack("gold", 9, "Before all eyes."))
    assert refused(play, Undo()) == "already_told"
    play.do(HandScreen(FACILITATOR))
    assert refused(play, Undo()) == "already_told"


def test_what_a_seat_does_at_its_own_screen_is_told_to_it() -> None:
    play = small().to("orders")
    play.do(HandScreen("north"))
    play.seal("north", "raid")
    play.do(HandScreen(FACILITATOR))
    assert refused(play, Undo()) == "already_told"


def test_dice_that_the_table_threw_for_an_order_are_not_undone_and_those_typed_in_are() -> None:
    play = small().to("orders")
    play.seal("north", "raid")
    play.to("adjudicate")
    order_id = play.take_up()
    play.do(CallThrow(order_id))
    play.do(Throw("a word"))
    assert refused(play, Undo()) == "dice_thrown"
    play.do(AcceptResult(order_id))
    play.do(Undo())
    assert play.state.adjudication is not None
    assert refused(play, Undo()) == "dice_thrown"

    play = small().to("orders")
    play.seal("north", "raid")
    play.to("adjudicate")
    play.throw([1, 2])
    play.do(Undo())
    assert play.state.adjudication is not None
    assert play.state.adjudication.throw is None


def test_a_throw_that_is_taken_back_has_used_its_label() -> None:
    play = small().to("orders")
    play.seal("north", "raid")
    play.to("adjudicate")
    order_id = play.take_up()
    play.do(CallThrow(order_id))
    called = play.state.entries
    play.do(Throw("a word"))
    first = play.of(DiceThrown)[-1].throw.label
    play.do(Rewind(called - 1, "The wrong order was on the table"))
    table = play.state.adjudication
    assert table is not None
    assert table.throw is None
    play.do(CallThrow(order_id))
    play.do(Throw("a word"))
    assert play.of(DiceThrown)[-1].throw.label != first


def test_what_playbooks_did_upon_a_step_goes_with_it() -> None:
    play = small().to("talks")
    play.do(HandSeat("north", "random"))
    play.do(Advance("talks"))
    label = f"test/playbook:north/{play.state.labels.get('playbook:north', 0)}"
    play.do(SealOrder("north", OrderText("raid", ""), "", label), by="north")
    play.do(Undo())
    assert play.state.phase == "talks"
    assert not play.state.sealed
    assert play.state.labels["playbook:north"] == 1


def test_a_die_entered_by_hand_is_undone_alone_and_waits_again() -> None:
    cards = [card("omen")]
    rules = [rule("levy", moves(GOLD, 1), phase="event", chance=fixed(50))]
    made = scenario(cards=cards, decks=[deck("events", cards)], rules=rules)
    play = Game(made, hand_dice=True)
    play.do(Advance("setup"))
    play.do(EnterDice([7]))
    play.do(Undo())
    assert play.state.called is not None
    play.do(EnterDice([99]))
    assert play.state.settled
    assert play.value(GOLD) == 5


def test_nothing_is_undone_after_the_close() -> None:
    play = small()
    play.do(CloseSession())
    assert refused(play, Undo()) == "session_closed"


@pytest.mark.parametrize("seed", range(6))
def test_undone_step_by_step_a_game_stands_as_it_stood(seed: int) -> None:
    chance, hidden = random.Random(seed), Hidden()
    play = begin(chance, hidden)
    moments: list[State] = [play.state.copy()]
    for _ in range(70):
        if len(moments) > 1 and chance.random() < 0.4:
            if code(play, Undo(), FACILITATOR).startswith("dice_thrown"):
                continue
            moments.pop()
            assert restored(play.state) == restored(moments[-1])
        else:
            by, command = goes_on(play)
            if isinstance(command, CloseSession):
                break
            play.do(command, by)
            moments.append(play.state.copy())
    used = [one.throw.label for one in play.of(DiceThrown) if one.throw.label]
    assert len(used) == len(set(used))
    assert len(play.of(Rewound)) > 3


def test_accepting_a_result_is_one_step() -> None:
    play = small().to("orders")
    play.seal("north", "raid")
    play.to("adjudicate")
    order_id = play.throw([6, 6])
    play.do(AcceptResult(order_id))
    play.do(Undo())
    table = play.state.adjudication
    assert table is not None
    assert table.quality == "strong"


def test_an_observer_at_the_screen_is_told_as_a_seat_is() -> None:
    people = [Person("ann", "Ann", "observer")]
    play = game(people=people, orders=[order("raid", "north")]).to("talks")
    play.do(HandScreen("observer:ann"))
    play.do(HandScreen(FACILITATOR))
    play.do(AdjustTrack("gold", 9, "Unseen yet."))
    play.do(Undo())
    play.do(AdjustTrack("gold", 8, "Seen."))
    play.do(HandScreen("observer:ann"))
    assert refused(play, Undo()) == "already_told"
