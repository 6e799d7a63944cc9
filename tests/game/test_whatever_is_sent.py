"""What a table does with whatever it is sent, and what it tells a seat while a die is missing."""

from __future__ import annotations

from typing import Any, cast

import pytest

from tests.game.scenes import SEATS, fixed, moves, order, rule, scenario, seat
from tests.game.sitting import Game, game, refused
from wargame.game.changes import OrderText, Person
from wargame.game.commands import (
    AddArgument,
    Advance,
    ChangeBanner,
    ChooseOption,
    Command,
    EnterDice,
    SealEstimate,
    SealOrder,
    SendMessage,
    Throw,
    Vote,
    WriteNote,
)

ANN = Person("ann", "Player one", "north")


def seated() -> Game:
    """A game with somebody at it."""
    return game(people=[ANN], orders=[order("raid")])


# whatever is sent


@pytest.mark.parametrize(
    "command",
    [
        SealEstimate("t1-north-1", "ann", cast("Any", "fifty")),
        SealOrder("north", cast("Any", None)),
        SealOrder("north", OrderText("raid", "", reasons=cast("Any", "because"))),
        SealOrder("north", OrderText("raid", "", covert=cast("Any", 1))),
        SendMessage("north", cast("Any", 5), "x"),
        SendMessage("north", ["south"], cast("Any", b"x")),
        WriteNote("x", cast("Any", {"a": 1})),
        EnterDice(cast("Any", ["6", "6"])),
        EnterDice([cast("Any", True), 6]),
        Vote(cast("Any", ["ann"]), "north"),
    ],
)
def test_a_command_of_the_wrong_shape_is_refused_and_breaks_nothing(command: Command) -> None:
    assert refused(seated().to("talks"), command, "north") == "malformed"


def test_what_is_no_command_is_refused() -> None:
    assert refused(seated(), cast("Any", "advance"), "north") == "no_such_command"
    assert refused(seated(), cast("Any", ANN)) == "no_such_command"


# a die that is missing


def waiting_for_a_die() -> Game:
    """A game in which a hidden rule waits for a d100 that is thrown by hand."""
    hidden = rule("whisper", moves(0), phase="event", chance=fixed(50), sees=())
    seats = tuple(seat(one) for one in SEATS)
    play = Game(scenario(rules=[hidden], seats=seats), hand_dice=True)
    play.do(Advance("setup"))
    assert play.state.called is not None
    return play


def test_a_seat_is_never_told_of_a_die_that_is_missing() -> None:
    play = waiting_for_a_die()
    without = Game(scenario(seats=tuple(seat(one) for one in SEATS)), hand_dice=True).to("event")
    for command in (
        EnterDice([50]),
        Throw("word"),
        SealOrder("north", OrderText("", "Act.")),
        AddArgument("t1-north-1", "con", "No.", "north"),
        Vote("north", "south"),
        ChooseOption("none", "none"),
    ):
        assert refused(play, command, "north") == refused(without, command, "north")
    assert refused(play, Advance("event")) == "die_missing"


def test_while_a_die_is_missing_everybody_may_talk_and_note() -> None:
    play = waiting_for_a_die()
    play.do(SendMessage("north", ["south"], "Psst."), "north")
    play.do(WriteNote("They wait."), "north")
    play.do(WriteNote("They wait."))
    play.do(ChangeBanner("EXERCISE"))
    play.do(EnterDice([50]))
    assert play.state.called is None
    assert play.value(0) == waiting_for_a_die().value(0) + 1
