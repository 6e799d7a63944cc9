"""A script names a seat's orders in the sequence in which the seat gave them."""

from tests.game.sitting import Game, game
from wargame.decks.acts import order_of


def given() -> tuple[Game, list[str]]:
    """A game in which north has given three orders and south one; the ids of north's."""
    play = game(seat_orders={"north": 3}).to("talks")
    ids = [play.seal("north", action=f"Act {number}") for number in range(3)]
    play.seal("south")
    return play, ids


def test_an_order_is_named_by_its_seat_and_which_of_its_orders_it_is() -> None:
    play, ids = given()
    assert [order_of(play.state, f"north-{number}") for number in (1, 2, 3)] == ids
    assert order_of(play.state, "north") == ids[0]
    assert order_of(play.state, "south") == "t1-south-1"


def test_an_order_is_named_in_full() -> None:
    play, ids = given()
    assert [order_of(play.state, one) for one in ids] == ids


def test_a_name_that_fits_no_order_is_left_for_the_rules_to_refuse() -> None:
    play, _ = given()
    for name in ("north-0", "north-4", "north-x", "east", "t9-north-1", "north-²", ""):
        assert order_of(play.state, name) == name
