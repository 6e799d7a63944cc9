"""Secret arguments: sealed with a trigger in words or as an expression, shown when it comes, ruled on out of turn."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest

from tests.game.scenes import GOLD, moves, order
from tests.game.sitting import Game, game, refused
from wargame.game import seals
from wargame.game.changes import Person, SecretText
from wargame.game.commands import (
    AcceptResult,
    AdjustTrack,
    Advance,
    AllowSecretArguments,
    EndFact,
    JumpTo,
    OpenAdjudication,
    RecordFact,
    SealArgument,
    TriggerArgument,
    WithdrawArgument,
)
from wargame.game.events import ArgumentSealed, ArgumentTriggered
from wargame.game.secret_arguments import plain_argument

OTHERS = ("south", "west", "public")


def sitting(**parts: Any) -> Game:
    """A game in its first talks, in which secret arguments are allowed."""
    play = game(**parts).to("talks")
    play.do(AllowSecretArguments())
    return play


def secret(trigger: str = "Somebody crosses the river", when: str = "") -> SecretText:
    return SecretText(trigger, "The bridge is blown up", "No bridge", ["It is mined."], when)


def sealed(play: Game, seat: str = "north", **more: Any) -> Game:
    """A seat seals a secret argument."""
    play.do(SealArgument(seat, secret(**more)), seat)
    return play


def test_they_are_off_until_asked_for() -> None:
    play = game().to("talks")
    assert refused(play, SealArgument("north", secret()), "north") == "no_secret_arguments"
    play.do(AllowSecretArguments())
    sealed(play)
    assert refused(play, AllowSecretArguments()) == "allowed_already"
    assert refused(play, AllowSecretArguments(), "north") == "facilitator_only"


def test_its_seal_is_of_the_argument_with_its_trigger() -> None:
    play = sealed(sitting())
    event = play.of(ArgumentSealed)[0]
    obj = plain_argument(event.argument)
    assert event.seal == seals.seal("test", 1, "north", event.nonce, obj)
    assert set(obj) == set(asdict(event.argument)) - {"move", "target"}
    view = play.view("north").secrets[0]
    assert (view.receipt, view.trigger) == (seals.receipt(event.seal), event.argument.trigger)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_sees_that_there_is_one(who: str) -> None:
    play, without = sealed(sitting()), sitting()
    assert play.view(who) == without.view(who)
    play.do(WithdrawArgument("north"), "north")
    assert play.view(who) == without.view(who)
    assert refused(play, WithdrawArgument("north"), "south") == "not_your_seat"


def test_the_facilitator_sees_all_of_them() -> None:
    play = sealed(sealed(sitting()), "south")
    assert [one.seat for one in play.view("facilitator").secrets] == ["north", "south"]


def test_a_seat_has_one_at_a_time() -> None:
    play = sealed(sitting())
    assert refused(play, SealArgument("north", secret()), "north") == "one_at_a_time"
    play.do(WithdrawArgument("north"), "north")
    sealed(play)
    assert refused(play, SealArgument("south", secret()), "north") == "not_your_seat"


def test_it_is_none_of_the_seats_orders() -> None:
    play = sealed(sitting())
    play.do(TriggerArgument("north", "South has crossed."))
    play.judge([6, 5])
    play.seal("north")
    play.to("orders")
    assert refused(play, Advance("orders")) == "orders_missing"
    play.seal("south")
    play.seal("west")
    play.to("adjudicate")
    assert len(play.state.queue) == 3


@pytest.mark.parametrize("phase", ["event", "talks", "orders", "reveal", "adjudicate", "wrap"])
def test_when_its_trigger_comes_it_is_shown_and_ruled_on_in_any_phase(phase: Any) -> None:
    play = game()
    play.do(AllowSecretArguments())
    sealed(play).to("event").to("talks")
    play.turn(2).to("talks")
    play.turn(3, phase)
    play.do(TriggerArgument("north", "South has crossed."))
    for who in ("north", *OTHERS):
        assert [one.action for one in play.view(who).revealed] == ["The bridge is blown up"]
    if phase != "adjudicate":
        assert refused(play, Advance(phase, holds=True)) == "argument_waits"
    if phase == "wrap":
        assert refused(play, JumpTo(6, "The winter is not played.")) == "argument_waits"
        play.take_up()
        assert refused(play, JumpTo(6, "The winter is not played.")) == "argument_waits"
    play.judge([6, 5])
    assert play.state.judged[-1].sealed.secret
    assert not play.state.queue
    play.do(Advance(phase, holds=True))


def test_it_is_ruled_on_before_the_orders_that_wait() -> None:
    play = sealed(sitting())
    for seat in ("north", "south", "west"):
        play.seal(seat)
    play.to("adjudicate")
    play.take_up()
    play.do(TriggerArgument("north"))
    play.judge([3, 4])
    assert play.state.sealed[play.state.queue[0]].secret
    assert play.take_up().startswith("s-north-")


def test_only_what_was_triggered_is_ruled_on_out_of_turn() -> None:
    play = sealed(sitting())
    order_id = play.seal("south")
    assert refused(play, OpenAdjudication(order_id)) == "not_adjudicating"
    play.do(TriggerArgument("north"))
    assert refused(play, OpenAdjudication(order_id)) == "no_such_order"


def test_a_condition_is_looked_at_when_a_ruling_is_accepted() -> None:
    play = sitting(orders=[order("dig", seat="south", success=[moves(GOLD, 3)])])
    sealed(play, when="gold >= 8")
    play.seal("south", "dig")
    play.to("adjudicate")
    assert not play.of(ArgumentTriggered)
    play.judge([6, 5])
    assert [one.how for one in play.of(ArgumentTriggered)] == ["condition"]
    assert refused(play, Advance("adjudicate")) == "orders_to_judge"
    play.judge([6, 5])
    assert play.state.settled


def test_a_condition_that_holds_already_is_refused() -> None:
    play = sitting()
    text = secret(when="gold >= 1")
    assert refused(play, SealArgument("north", text), "north") == "holds_already"


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("gold >=", "bad_condition"),
        ("__import__('os')", "bad_condition"),
        ("silver > 3", "hidden_name"),
        ("depths > 9", "hidden_name"),
        ("count.plots > 3", "hidden_name"),
        ("fact.spy", "hidden_name"),
        ("done.steal > 1", "hidden_name"),
        ("target > 1", "hidden_name"),
    ],
)
def test_a_condition_reads_only_what_its_seat_sees(when: str, code: str) -> None:
    play = sitting(orders=[order("steal", covert="choice")])
    text = secret(when=when)
    assert refused(play, SealArgument("south", text), "south") == code


def test_a_seat_may_name_what_is_its_own() -> None:
    play = sitting(orders=[order("steal", covert="choice")])
    sealed(play, when="depths > 9 or fact.spy or done.steal > 1 or turn > 5 or weight > 5")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SecretText("", "Act"), "no_trigger"),
        (SecretText("When", " "), "no_action"),
        (SecretText("When", "Act", reasons=["x"] * 9), "too_many_reasons"),
    ],
)
def test_what_is_missing_is_refused(text: SecretText, code: str) -> None:
    assert refused(sitting(), SealArgument("north", text), "north") == code


def test_one_left_sealed_is_shown_at_the_hot_wash() -> None:
    play = sealed(sitting())
    play.do(Advance("talks"))
    play.turn(play.state.board.turns, "wrap")
    for who in OTHERS:
        assert not play.view(who).secrets
    play.to("hotwash")
    for who in OTHERS:
        shown = play.view(who).secrets[0]
        assert (shown.action, shown.stands) == ("The bridge is blown up", "open")
    assert refused(play, TriggerArgument("north")) == "not_in_play"


def test_nothing_of_it_is_left_when_the_game_ends_while_it_waits() -> None:
    play = sealed(sitting(), when=f"fear >= {10}")
    play.do(AdjustTrack("fear", 10, "News from the capital."))
    assert play.of(ArgumentTriggered)
    assert refused(play, Advance("talks")) == "argument_waits"
    table = play.take_up()
    play.throw([6, 6])
    play.do(AcceptResult(table))
    play.do(Advance("talks"))
    assert play.state.phase == "orders"


def test_a_condition_that_is_too_long_is_refused_and_never_cut() -> None:
    play = sitting()
    condition = " or ".join(["turn >= 90"] * 40)
    assert refused(
        play, SealArgument("north", SecretText("", "We move.", when=condition)), by="north"
    ) == ("too_long")


def test_it_is_nobodys_of_another_seat() -> None:
    play = game(people=[Person("p1", "Player one", "north"), Person("p2", "Player two", "south")])
    play.to("talks").do(AllowSecretArguments())
    text = replace(secret(), person="p2")
    assert refused(play, SealArgument("north", text), "north") == "not_in_that_seat"
    play.do(SealArgument("north", replace(text, person="p1")), "north")


def test_a_fact_recorded_by_hand_is_named_by_those_who_know_of_it_alone() -> None:
    play = sitting()
    play.do(RecordFact("coal", "Coal is short.", to=["north"]))
    for seat in ("south", "west"):
        text = secret(when="not fact.coal")
        assert refused(play, SealArgument(seat, text), seat) == "hidden_name"
    sealed(play, when="not fact.coal")
    assert play.view("north").secrets[0].condition == "“Coal is short” does not hold"
    assert not play.of(ArgumentTriggered)
    play.do(EndFact("coal", "A ship came in."))
    assert [one.how for one in play.of(ArgumentTriggered)] == ["condition"]


def test_a_condition_in_words_tells_its_seat_no_name_that_it_does_not_know() -> None:
    play = sitting()
    sealed(play, trigger="", when="gold >= 99 or turn > 50")
    own = play.view("north").secrets[0]
    assert own.waits_for == own.condition
    assert own.when == own.trigger == "gold >= 99 or turn > 50"
    assert own.further == ""
    assert play.view("facilitator").secrets[0].condition == own.condition
    assert own.condition.endswith(" ≥ 99 or the turn > 50")
