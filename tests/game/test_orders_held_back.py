"""A secret argument can hold an order of the menu back: it is judged by that order's factors, and does what it does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.game.scenes import FEAR, GOLD, MILL, moves, order
from tests.game.sitting import Game, game, refused
from wargame.game import seals
from wargame.game.changes import SecretText
from wargame.game.commands import (
    AdjustTrack,
    AllowSecretArguments,
    ChangeFact,
    EndFact,
    RecordFact,
    SealArgument,
    TriggerArgument,
)
from wargame.game.events import AdjudicationOpened, ArgumentSealed, ArgumentTriggered
from wargame.game.pieces import Factor
from wargame.game.secret_arguments import plain_argument

ORDERS = [
    order(
        "raid",
        success=[moves(GOLD, -2)],
        factors=(Factor(None, lambda board, target: 2, "They sleep.", "", ""),),
        cost=((FEAR, 2),),
    ),
    order("court", targets=(MILL, FEAR), success=[moves(-1)]),
    order("dig", seat="south", success=[moves(GOLD, 3)]),
    order("storm", requires=lambda board, target: int(board.tracks[FEAR] >= 6)),
]


def sitting(**more: Any) -> Game:
    """A game in its first talks, in which secret arguments are allowed."""
    play = game(orders=ORDERS, **more).to("talks")
    play.do(AllowSecretArguments())
    return play


def held(play: Game, move: str, when: str = "", target: str = "", **more: Any) -> Game:
    """North holds an order of its menu back."""
    text = SecretText("" if when else "They move", "", when=when, move=move, target=target, **more)
    play.do(SealArgument("north", text), "north")
    return play


def test_it_is_judged_with_the_orders_factors_and_brings_its_effects() -> None:
    play = held(sitting(), "raid", reasons=["It is dark."])
    play.do(TriggerArgument("north", "They moved."))
    play.take_up()
    opened: AdjudicationOpened = play.of(AdjudicationOpened)[-1]
    assert [(one.by, one.why) for one in opened.factors] == [(2, "They sleep.")]
    gold, fear = play.value(GOLD), play.value(FEAR)
    play.judge([4, 4])
    assert (play.value(GOLD), play.value(FEAR)) == (gold - 2, fear - 2)
    assert play.state.board.counts["done.raid"] == 1
    judged = play.state.judged[-1]
    assert judged.sealed.secret
    assert judged.modifier == 3


def test_it_is_aimed_and_can_wait_for_an_expression() -> None:
    play = held(sitting(), "court", when="gold >= 8", target="at3")
    play.seal("south", "dig")
    play.to("adjudicate").judge([6, 5])
    assert [one.how for one in play.of(ArgumentTriggered)] == ["condition"]
    mill = play.value(MILL)
    play.judge([6, 5])
    assert play.value(MILL) == mill + 1
    view = play.view("public").judged[-1].order
    assert view.name == f"Secret argument: {play.state.scenario.orders['court'].name}"


def test_nobody_else_sees_that_there_is_one() -> None:
    play, without = held(sitting(), "raid"), sitting()
    for who in ("south", "west", "public"):
        assert play.view(who) == without.view(who)
    mine = play.view("north").secrets[0]
    assert (mine.move, mine.aim) == (play.state.scenario.orders["raid"].name, "")


def test_its_seal_is_of_the_order_too() -> None:
    event: ArgumentSealed = held(sitting(), "court", target="at3").of(ArgumentSealed)[0]
    obj = plain_argument(event.argument)
    assert (obj["move"], obj["target"]) == ("court", "at3")
    assert event.seal == seals.seal("test", 1, "north", event.nonce, obj)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SecretText("When", "", move="dig"), "no_such_move"),
        (SecretText("When", "", move="nothing"), "no_such_move"),
        (SecretText("When", "", move="court"), "no_such_target"),
        (SecretText("When", "", move="raid", target="at3"), "no_such_target"),
        (SecretText("When", "Act", target="at3"), "no_such_target"),
    ],
)
def test_what_the_menu_has_not_is_refused(text: SecretText, code: str) -> None:
    assert refused(sitting(), SealArgument("north", text), "north") == code


def test_it_waits_until_it_can_be_done() -> None:
    play = held(sitting(), "storm", when="fear <= 9 and gold >= 6")
    play.do(AdjustTrack("gold", 7, "Found."))
    assert not play.of(ArgumentTriggered)
    assert refused(play, TriggerArgument("north")) == "order_not_open"
    play.do(AdjustTrack("fear", 6, "A rumour."))
    assert play.of(ArgumentTriggered)


def test_it_costs_once_what_it_costs() -> None:
    play = held(sitting(), "raid")
    play.do(AdjustTrack("fear", 4, "A rumour."))
    play.do(TriggerArgument("north"))
    play.judge([6, 5])
    assert play.value(FEAR) == 2
    play.seal("north", "raid")


@pytest.mark.parametrize("phase", ["event", "talks", "orders", "wrap"])
def test_a_fact_recorded_changed_or_ended_by_hand_triggers_at_once(phase: Any) -> None:
    for way in ("recorded", "changed", "ended", "adjusted"):
        play = sitting()
        if way in ("changed", "ended"):
            to = ["south"] if way == "changed" else []
            play.do(RecordFact("wall", "A wall.", to=to))
        when = {"ended": "not fact.wall", "adjusted": "gold >= 9"}.get(way, "fact.wall")
        held(play, "court", when=when, target="at3").turn(2).to(phase)
        assert not play.of(ArgumentTriggered)
        match way:
            case "recorded":
                play.do(RecordFact("wall", "A wall."))
            case "changed":
                play.do(ChangeFact("wall", "A high wall.", "", 0, reason="Seen.", to=["public"]))
            case "ended":
                play.do(EndFact("wall", "It fell."))
            case _:
                play.do(AdjustTrack("gold", 9, "Found."))
        assert len(play.of(ArgumentTriggered)) == 1
        assert play.state.queue[0].startswith("s-north-")
        assert play.state.settled
