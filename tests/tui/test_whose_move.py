"""Whose move it is and what is missing, in every phase, for the facilitator and for the public."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desks import FACILITATOR, judging
from tests.tui.seatings import seal, small, table_of, to_talks
from wargame.game.commands import (
    AcceptResult,
    Advance,
    CallThrow,
    ChooseMethod,
    CloseSession,
    EndGame,
    GiveAnswer,
    SealEstimate,
    Throw,
    Vote,
)
from wargame.table.table import Table
from wargame.tui.whose_move import TOGETHER, WHY, Move, last_turn, seat_name, voters, whose_move


def move_of(table: Table, who: str = FACILITATOR) -> Move:
    return whose_move(table.view(who))


def with_dilemma(folder: Path) -> Table:
    """A table in the event phase, the beggars waiting for the town."""
    plain = small()
    plain["setups"][0]["place"] = [{"card": "beggars", "where": "top"}]
    table = table_of(folder, plain)
    table.ask(FACILITATOR, Advance("setup"))
    return table


def test_before_the_first_turn_the_facilitator_begins(tmp_path: Path) -> None:
    assert move_of(table_of(tmp_path)).onward == "Begin turn 1"


def test_a_dilemma_names_the_seat_that_must_choose(tmp_path: Path) -> None:
    assert move_of(with_dilemma(tmp_path)) == Move("The town must choose.", ("town",), "Choose")


def test_missing_orders_are_named_until_they_are_in(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask(FACILITATOR, Advance("talks"))
    assert (
        move_of(table).sentence
        == "Talk, and seal orders. None yet from The town, The guild, The abbey."
    )
    seal(table, "guild", "toll")
    assert move_of(table).missing == ("town", "abbey")
    seal(table, "town", "build")
    seal(table, "abbey", "preach")
    assert move_of(table) == Move("Every seat has sealed an order.", (), "Close orders")


def test_the_public_is_not_told_who_has_ordered(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask(FACILITATOR, Advance("talks"))
    before = move_of(table, "public")
    seal(table, "guild", "toll")
    assert move_of(table, "public") == before
    assert before.missing == ()


def test_an_adjudication_goes_from_the_throw_to_accepting(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    assert move_of(table).sentence == "Throw for The town: Build."
    order_id = next(one.order_id for one in table.view(FACILITATOR).revealed if one.seat == "town")
    table.ask(FACILITATOR, CallThrow(order_id))
    table.ask(FACILITATOR, Throw())
    assert move_of(table).onward == ""
    assert "Space accepts it" in move_of(table).sentence
    assert "Space" not in move_of(table, "public").sentence
    table.ask(FACILITATOR, AcceptResult(order_id))
    assert move_of(table).sentence == "2 of this turn's orders wait for a ruling."


def test_estimates_name_who_has_not_given_one(tmp_path: Path) -> None:
    table = judging(tmp_path, "town")
    order_id = table.view(FACILITATOR).adjudication.order.order_id  # type: ignore[union-attr]
    table.ask(FACILITATOR, ChooseMethod(order_id, "estimate"))
    table.ask(FACILITATOR, SealEstimate(order_id, "two", 40))
    assert move_of(table).missing == ("three", "abbey")
    assert move_of(table).sentence == "Estimates: Player Three, The abbey to come."


def test_the_last_turn_is_announced_before_it_starts(tmp_path: Path) -> None:
    table = table_of(tmp_path, turns=2)
    to_talks(table)
    for phase in ("talks", "orders", "reveal", "adjudicate"):
        assert last_turn(table.view(FACILITATOR)) == ""
        table.ask(FACILITATOR, Advance(phase, holds=True))
    assert last_turn(table.view(FACILITATOR)) == "last turn next"
    table.ask(FACILITATOR, Advance("wrap"))
    assert last_turn(table.view(FACILITATOR)) == "last turn"


def test_the_hot_wash_asks_seats_then_the_table_then_for_votes(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    table.ask(FACILITATOR, EndGame())
    assert move_of(table).missing == ("town", "guild", "abbey")
    for seat in ("town", "guild", "abbey"):
        table.ask(FACILITATOR, GiveAnswer(WHY, seat, "So it went."))
    for question in TOGETHER:
        assert question in move_of(table).sentence
        table.ask(FACILITATOR, GiveAnswer(question, FACILITATOR, "This."))
    assert move_of(table).missing == ("one", "two", "three", "abbey")
    for voter in voters(table.view(FACILITATOR)):
        table.ask(FACILITATOR, Vote(voter, "town"))
    assert move_of(table) == Move("Everybody has answered and voted.", (), "Close")
    table.ask(FACILITATOR, CloseSession())
    assert move_of(table).onward == ""


def test_people_without_a_seats_name_are_called_by_their_own(tmp_path: Path) -> None:
    view = table_of(tmp_path).view(FACILITATOR)
    assert [seat_name(view, one) for one in ("town", "facilitator", "one", "nobody")] == [
        "The town",
        "Facilitator",
        "Player One",
        "nobody",
    ]
