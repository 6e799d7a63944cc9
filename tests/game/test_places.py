"""Seats that change places in the turn's order, on request and on the record."""

from __future__ import annotations

from tests.game.scenes import order
from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game.commands import SwapPlaces
from wargame.game.events import PlacesSwapped


def adjudicating() -> Game:
    orders = [order("raid", "north"), order("toll", "south"), order("dig", "west")]
    play = game(orders=orders).to("orders")
    for seat, move in (("north", "raid"), ("south", "toll"), ("west", "dig")):
        play.seal(seat, move)
    return play


def seats_waiting(play: Game) -> list[str]:
    return [play.state.sealed[one].seat for one in play.state.queue]


def test_two_seats_change_places_before_the_orders_are_shown() -> None:
    play = adjudicating()
    first, second, third = play.view("public").first
    play.do(SwapPlaces(first, third, third, "It has to leave early."))
    play.to("adjudicate")
    assert seats_waiting(play) == [third, second, first]
    assert play.view("public").first == [third, second, first]


def test_orders_that_wait_are_ruled_on_in_the_new_order() -> None:
    play = adjudicating().to("adjudicate")
    play.judge([3, 4])
    second, third = seats_waiting(play)
    play.do(SwapPlaces(second, third, FACILITATOR, "It rests on the other."))
    assert seats_waiting(play) == [third, second]
    waiting = play.view("public").waiting
    assert [play.state.sealed[one].seat for one in waiting] == [third, second]
    assert play.state.sealed[play.take_up()].seat == third


def test_the_next_turn_knows_nothing_of_it_unless_it_is_for_good() -> None:
    play, other = adjudicating(), adjudicating()
    first, second, third = play.view("public").first
    play.do(SwapPlaces(first, second, second, "Once."))
    other.do(SwapPlaces(first, second, second, "From now on.", for_good=True))
    for one in (play, other):
        one.to("adjudicate")
        while one.state.queue:
            one.judge([3, 4])
        one.turn(2)
    assert play.view("public").first == [second, third, first]
    assert other.view("public").first == [first, third, second]


def test_it_is_kept_with_who_asked_and_why() -> None:
    play = adjudicating()
    play.do(SwapPlaces("north", "south", "south", "It asked to."))
    assert play.of(PlacesSwapped) == [PlacesSwapped(1, "north", "south", "south", "It asked to.")]


def test_what_cannot_be_swapped_is_refused() -> None:
    play = adjudicating()
    assert refused(play, SwapPlaces("north", "north", "north", "Why")) == "same_seat"
    assert refused(play, SwapPlaces("north", "south", "north", " ")) == "no_reason"
    assert refused(play, SwapPlaces("north", "east", "north", "Why")) == "no_such_seat"
    assert refused(play, SwapPlaces("north", "south", "east", "Why")) == "no_such_seat"
    early = game(orders=[order("raid", "north")])
    assert refused(early, SwapPlaces("north", "south", "north", "Why")) == "no_orders_left"
    early.do(SwapPlaces("north", "south", "north", "Why", for_good=True))
