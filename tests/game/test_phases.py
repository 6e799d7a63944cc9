"""Phases and turns: what may follow what, and what has to be there first."""

import pytest

from tests.game.scenes import GOLD, SEATS, card, deck, effect, moves, option, order, rule
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.changes import OrderText
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    AdjustTrack,
    Advance,
    CallThrow,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    EndGame,
    OpenAdjudication,
    Proceed,
    SealOrder,
    Throw,
    WithdrawOrder,
    WriteNote,
    WritePlan,
)
from wargame.game.events import OrderDrawn, PhaseBegun, PhaseSettled
from wargame.game.names import TURN_PHASES, Phase


def test_a_game_begins_before_turn_1_with_everything_shuffled() -> None:
    play = game(cards=[card("one"), card("two")])
    assert (play.state.phase, play.state.board.turn) == ("setup", 0)
    assert play.kinds()[1:] == ["DeckShuffled", "OrderDrawn", "PhaseSettled"]


def test_a_turn_has_six_phases_in_order_and_the_next_turn_follows() -> None:
    play = game()
    for _ in range(13):
        play.do(Advance(play.state.phase, holds=True))
    begun = [(one.turn, one.phase) for one in play.of(PhaseBegun)]
    assert begun == [(turn, phase) for turn in (1, 2) for phase in TURN_PHASES] + [(3, "event")]


def test_every_phase_is_settled_before_anything_else_is_asked() -> None:
    play = game().turn(2)
    settled = [(one.turn, one.phase) for one in play.of(PhaseSettled)][1:]
    assert settled == [(one.turn, one.phase) for one in play.of(PhaseBegun)]


def test_the_hot_wash_follows_the_last_turn() -> None:
    play = game().turn(4, "wrap")
    play.do(Advance("wrap"))
    assert (play.state.phase, play.state.board.turn) == ("hotwash", 4)


def test_a_second_press_is_refused() -> None:
    play = game().to("event")
    assert refused(play, Advance("setup")) == "phase_moved_on"
    play.do(Advance("event"))
    assert refused(play, Advance("event")) == "phase_moved_on"


def test_nothing_comes_after_the_hot_wash_but_the_close() -> None:
    play = game().to("hotwash")
    assert refused(play, Advance("hotwash")) == "game_over"
    assert refused(play, EndGame()) == "game_over"
    play.do(CloseSession())
    assert refused(play, Advance("closed")) == "session_closed"


def test_orders_close_when_all_are_in_or_when_the_facilitator_says_they_hold() -> None:
    play = game().to("orders")
    play.seal("north")
    assert refused(play, Advance("orders")) == "orders_missing"
    play.seal("south")
    play.seal("west")
    play.do(Advance("orders"))
    assert play.state.phase == "reveal"
    other = game().to("orders")
    other.do(Advance("orders", holds=True))
    assert other.state.phase == "reveal"


def test_who_holds_is_on_record() -> None:
    play = game().to("talks")
    play.seal("south")
    revealed = play.to("reveal").events[-2]
    assert revealed.missing == ["north", "west"]  # type: ignore[union-attr]


def test_the_turn_does_not_end_while_an_order_waits_for_its_ruling() -> None:
    play = game().to("talks")
    play.seal("north")
    play.to("adjudicate")
    assert refused(play, Advance("adjudicate")) == "orders_to_judge"
    play.take_up()
    assert refused(play, Advance("adjudicate")) == "orders_to_judge"
    play.judge([3, 4])
    play.do(Advance("adjudicate"))
    assert play.state.phase == "wrap"


def dilemma() -> Game:
    ways = [option("pay", cost=2), option("wait")]
    return game(cards=[card("choice", kind="dilemma", seat="south", options=ways)])


def test_a_turn_does_not_go_on_while_a_choice_waits() -> None:
    play = dilemma().to("event")
    assert refused(play, Advance("event")) == "choice_missing"
    play.do(ChooseOption("choice", "wait"), by="south")
    play.do(Advance("event"))
    assert play.state.phase == "talks"


def test_a_choice_put_in_the_middle_of_a_turn_is_answered_before_the_next_order() -> None:
    cards = [card("choice", kind="dilemma", seat="south", options=[option("wait")])]
    draw = effect("draw", deck="events")
    play = game(
        cards=cards,
        decks=[deck("events", cards, draw=0)],
        orders=[order("stir", success=[draw])],
    ).to("talks")
    play.seal("north", "stir")
    play.seal("south")
    play.to("adjudicate").judge([6, 5], "t1-north-1")
    assert refused(play, OpenAdjudication()) == "choice_missing"
    play.do(ChooseOption("choice", "wait"))
    play.judge([3, 3])
    play.do(Advance("adjudicate"))


def test_a_choice_put_in_the_last_wrap_is_answered_before_the_hot_wash() -> None:
    cards = [card("choice", kind="dilemma", seat="south", options=[option("wait")])]
    play = game(
        cards=cards,
        decks=[deck("events", cards, draw=0)],
        rules=[rule("stir", effect("draw", deck="events"))],
    ).to("wrap")
    assert refused(play, Advance("wrap")) == "choice_missing"
    play.do(ChooseOption("choice", "wait"), by="south")
    play.do(Advance("wrap"))


@pytest.mark.parametrize("phase", ["event", "talks", "orders", "reveal", "adjudicate", "wrap"])
def test_the_game_can_be_ended_in_every_phase(phase: Phase) -> None:
    play = game().to(phase)
    play.do(EndGame())
    assert play.state.phase == "hotwash"


def test_before_the_first_turn_there_is_nothing_to_end_but_it_can_be_closed() -> None:
    play = game()
    assert refused(play, EndGame()) == "not_begun"
    play.do(CloseSession())
    assert play.state.closed


def test_ending_the_game_drops_what_was_waiting() -> None:
    play = dilemma().to("event")
    play.do(EndGame())
    assert refused(play, ChooseOption("choice", "wait")) == "no_such_dilemma"
    other = game().to("talks")
    other.seal("north")
    other.to("adjudicate")
    taken = other.take_up()
    other.do(CallThrow(taken))
    other.do(EndGame())
    assert refused(other, Throw(), by="north") == "no_throw_called"
    assert refused(other, AcceptResult(taken)) == "not_on_the_table"
    assert other.view(FACILITATOR).adjudication is None
    assert other.view(FACILITATOR).waiting == []


@pytest.mark.parametrize("phase", ["setup", "event", "reveal", "adjudicate", "wrap", "hotwash"])
def test_orders_are_sealed_and_withdrawn_in_talks_and_orders_only(phase: Phase) -> None:
    play = game().to(phase)
    assert refused(play, SealOrder("north", OrderText("", "Act")), "north") == "orders_closed"
    if phase not in ("setup", "event"):
        play = game().to("talks")
        play.seal("north")
        play.to(phase) if phase in ("reveal", "adjudicate") else play.do(EndGame())
        code = "orders_closed"
        assert refused(play, WithdrawOrder("t1-north-1"), "north") == code


def test_orders_are_adjudicated_after_the_reveal_only() -> None:
    play = game().to("talks")
    play.seal("north")
    assert refused(play, OpenAdjudication()) == "not_adjudicating"
    play.to("reveal")
    assert refused(play, OpenAdjudication()) == "not_adjudicating"


def test_after_the_close_only_notes_are_taken() -> None:
    play = game()
    play.do(CloseSession())
    assert refused(play, AdjustTrack("gold", 1, "why")) == "session_closed"
    assert refused(play, Proceed()) == "session_closed"
    play.do(WriteNote("A last word."))


@pytest.mark.parametrize(
    "command",
    [
        Advance("event"),
        Proceed(),
        EndGame(),
        CloseSession(),
        OpenAdjudication(),
        ChooseMethod("x", "plain"),
        CallThrow("x"),
        AcceptResult("x"),
        AdjustTrack("gold", 1, "why"),
        WritePlan(1, "plan"),
    ],
)
def test_a_seat_cannot_do_what_is_the_facilitators(command: object) -> None:
    play = game().to("event")
    assert refused(play, command, by="north") == "facilitator_only"  # type: ignore[arg-type]


def test_nobody_but_the_seats_and_the_facilitator_is_heard() -> None:
    play = game().to("talks")
    for stranger in ("public", "nobody", "observer:one", ""):
        assert refused(play, AddArgument("x", "pro", "why", "north"), stranger) == "no_such_seat"


def test_who_goes_first_is_drawn_once_and_rotates() -> None:
    play = game()
    drawn = list(play.state.first)
    assert sorted(drawn) == sorted(SEATS)
    assert len(play.of(OrderDrawn)) == 1
    for turn in (1, 2, 3, 4):
        play.turn(turn, "talks")
        for one in SEATS:
            play.seal(one)
        play.to("reveal")
        first = (turn - 1) % 3
        expected = drawn[first:] + drawn[:first]
        assert [play.state.sealed[one].seat for one in play.state.queue] == expected
        assert play.view("public").first == expected
        play.to("adjudicate")
        while play.state.queue:
            play.judge([3, 3])


def test_the_board_at_the_turns_beginning_is_shown_beside_the_board_now() -> None:
    play = game(rules=[rule("rise", moves(GOLD, 1), phase="event")]).to("event")
    gold = play.view("public").tracks[GOLD]
    assert (gold.before, gold.value) == (5, 6)
    play.turn(2)
    gold = play.view("public").tracks[GOLD]
    assert (gold.before, gold.value) == (6, 7)
