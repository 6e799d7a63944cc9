"""Silence: a warning, standing intentions, what stands in for an order; orders that come late."""

from __future__ import annotations

from tests.game.sitting import FACILITATOR, refused
from tests.game.test_timers import NOON, Timed
from wargame.game import seals
from wargame.game.changes import OrderText
from wargame.game.commands import (
    Advance,
    ExtendTimer,
    NoteIntention,
    SealOrder,
    StandIn,
    WarnSilent,
    WithdrawIntention,
    WithdrawOrder,
)
from wargame.game.events import (
    IntentionSealed,
    OrderLate,
    OrderSealed,
    OrdersRevealed,
    SilenceWarned,
    StoodIn,
)
from wargame.game.lateness import playing
from wargame.game.moments import later
from wargame.game.orders import plain_order
from wargame.game.pace import Late, Missing, Pace


def window(missing: Missing = "ask", late: Late = "accept") -> Timed:
    """A game with its orders open for seven minutes."""
    game = Timed(Pace(minutes={"orders": 7}, missing=missing, late=late))
    for phase in ("setup", "event", "talks"):
        game.do(Advance(phase))
    return game


def seats_of(game: Timed) -> list[str]:
    return [one.id for one in game.state.scenario.seats]


def free(text: str) -> OrderText:
    """An order in a seat's own words."""
    return OrderText("", text)


def test_a_standing_intention_is_sealed_and_stays_from_turn_to_turn() -> None:
    game = window()
    seat = seats_of(game)[0]
    game.do(NoteIntention(seat, free("Wait and see")), by=seat)
    event = game.of(IntentionSealed)[0]
    assert event.seal == seals.seal("test", 1, seat, event.nonce, plain_order(event.intention))
    game.do(Advance("orders", holds=True))
    for phase in ("reveal", "adjudicate", "wrap"):
        game.do(Advance(phase))
    assert game.view(seat).intentions[0].action == "Wait and see"


def test_a_standing_intention_is_its_seats_and_the_facilitators_alone() -> None:
    game = window()
    seat, other = seats_of(game)[:2]
    game.do(NoteIntention(seat, free("A secret plan")), by=seat)
    for who in (other, "public"):
        assert "A secret plan" not in repr(game.view(who))
        assert game.view(who).intentions == []
    assert game.view(FACILITATOR).intentions[0].action == "A secret plan"
    assert refused(game, NoteIntention(seat, free("Not mine")), by=other) == "not_your_seat"


def test_a_standing_intention_can_be_taken_back() -> None:
    game = window()
    seat = seats_of(game)[0]
    assert refused(game, WithdrawIntention(seat), by=seat) == "no_intention"
    game.do(NoteIntention(seat, free("Wait")), by=seat)
    game.do(WithdrawIntention(seat), by=seat)
    assert game.view(seat).intentions == []


def test_the_intention_becomes_the_order_of_a_seat_that_gives_none() -> None:
    game = window()
    seat = seats_of(game)[0]
    game.do(NoteIntention(seat, free("Hold the bridge")), by=seat)
    game.do(StandIn(seat, "intention", reason="Away from the table"))
    stood = game.of(StoodIn)[0]
    assert (stood.way, stood.reason) == ("intention", "Away from the table")
    assert game.of(OrderSealed)[0].order.action == "Hold the bridge"


def test_by_the_ladder_the_intention_comes_first_and_then_the_playbook() -> None:
    game = window("ladder")
    first, second = seats_of(game)[:2]
    game.do(NoteIntention(first, free("Hold the bridge")), by=first)
    game.do(StandIn())
    ways = {one.seat: (one.way, one.playbook) for one in game.of(StoodIn)}
    assert ways[first] == ("intention", "")
    assert ways[second] == ("playbook", "random")
    assert playing(game.state) == {seat: "random" for seat in seats_of(game) if seat != first}
    assert any("no standing intention" in one.reason for one in game.of(StoodIn))


def test_an_intention_that_cannot_be_done_now_is_passed_over_and_the_record_says_why() -> None:
    game = window("intention")
    seat = seats_of(game)[0]
    text = OrderText("", "Send the card", assets=["no-such-card"])
    game.do(NoteIntention(seat, text), by=seat)
    game.do(StandIn(seat))
    stood = game.of(StoodIn)[0]
    assert stood.way == "holds"
    assert "cannot be used" in stood.reason
    assert not game.of(OrderSealed)


def test_a_seat_that_holds_by_decision_no_longer_keeps_the_orders_open() -> None:
    game = window("holds")
    assert refused(game, Advance("orders")) == "orders_missing"
    game.do(StandIn())
    game.do(Advance("orders"))
    assert game.of(OrdersRevealed)[0].missing == seats_of(game)
    assert {one.way for one in game.of(StoodIn)} == {"holds"}


def test_a_session_that_asks_each_time_has_to_be_told() -> None:
    game = window()
    assert refused(game, StandIn()) == "no_such_way"
    seat = seats_of(game)[0]
    assert refused(game, StandIn(seat, "intention")) == "no_intention"
    assert refused(game, StandIn(seat, "playbook", "no-such")) == "no_such_playbook"
    assert refused(game, StandIn(seat, "sleeps")) == "no_such_way"  # type: ignore[arg-type]
    game.seal(seat)
    assert refused(game, StandIn(seat, "holds")) == "nobody_silent"


def test_what_stands_in_is_for_one_turn() -> None:
    game = window("holds")
    game.do(StandIn())
    for phase in ("orders", "reveal", "adjudicate", "wrap"):
        game.do(Advance(phase))
    assert game.state.standins == {}


def test_silent_seats_are_warned_and_have_two_minutes() -> None:
    game = window()
    first, second = seats_of(game)[:2]
    game.seal(first)
    game.after(3, WarnSilent([]))
    warned = game.of(SilenceWarned)[0]
    assert first not in warned.seats
    assert second in warned.seats
    assert game.until == later(NOON, 5)
    assert game.view(second).warned == [second]
    assert game.view(first).warned == []
    assert game.view("public").warned == []
    assert second in game.view(FACILITATOR).warned
    game.seal(second)
    assert game.view(second).warned == []
    assert refused(game, WarnSilent([first])) == "not_silent"


def test_a_late_order_is_accepted_unless_the_session_says_otherwise() -> None:
    game = window()
    game.minute += 8
    game.seal(seats_of(game)[0])
    assert not game.of(OrderLate)


def test_a_late_order_is_accepted_with_a_note_that_others_do_not_see() -> None:
    game = window(late="note")
    first, second = seats_of(game)[:2]
    game.seal(first)
    game.minute += 8
    order_id = game.do(SealOrder(second, free("At last")), by=second)[0].order_id  # type: ignore[union-attr]
    assert [(one.seat, one.seconds) for one in game.of(OrderLate)] == [(second, 60)]
    assert game.view(FACILITATOR).late == game.view(second).late == [order_id]
    assert game.view(first).late == game.view("public").late == []


def test_a_late_order_is_refused_until_the_facilitator_gives_more_time() -> None:
    game = window(late="refuse")
    seat = seats_of(game)[0]
    order_id = game.seal(seat)
    game.minute += 8
    late = SealOrder(seats_of(game)[1], free("Too late"))
    assert refused(game, late, by=late.seat) == "too_late"
    assert refused(game, WithdrawOrder(order_id), by=seat) == "too_late"
    game.do(ExtendTimer(2))
    game.do(late, by=late.seat)


def test_what_stands_in_after_the_time_is_up_is_not_late() -> None:
    game = window("intention", "refuse")
    seat = seats_of(game)[0]
    game.do(NoteIntention(seat, free("Hold")), by=seat)
    game.minute += 9
    game.do(StandIn(seat))
    assert game.of(OrderSealed)
