"""Two games that differ in one seat's sealed order alone look the same to everybody else."""

from __future__ import annotations

import re
from dataclasses import asdict
from random import Random

import pytest

from tests.game.hidden import FACILITATOR, Hidden
from tests.game.scenes import GOLD, moves, order
from tests.game.sitting import Game, game
from wargame.game.changes import OrderText, SecretText
from wargame.game.commands import (
    Advance,
    AllowSecretArguments,
    AskSeat,
    Command,
    FireInject,
    MarkInject,
    OpenAdjudication,
    RecordFact,
    SealArgument,
    SealOrder,
    SendMessage,
    WithdrawArgument,
    WithdrawOrder,
    WriteInject,
)
from wargame.game.names import Phase
from wargame.game.refusals import Refused

SEATS = ("town", "guild", "abbey")


def secretly(play: Game, seat: str, way: int) -> None:
    """One of many things a seat may do with its sealed orders."""
    menu = [one.id for one in play.state.scenario.orders.values() if one.seat == seat]
    targets = play.state.scenario.orders[menu[way % len(menu)]].targets
    target = targets[way % len(targets)].id if targets else ""
    text = OrderText("", f"Something else {way}", covert=way % 2 == 0)
    first = OrderText(menu[way % len(menu)], "By night", target=target)
    mine = [one.order_id for one in play.state.sealed.values() if one.seat == seat]
    asked: list[Command] = [SealOrder(seat, text), SealOrder(seat, first)]
    if mine:
        asked += [SealOrder(seat, text, mine[0]), WithdrawOrder(mine[-1])]
    for command in asked[: way % 5]:
        code(play, command, seat)


def code(play: Game, command: Command, by: str) -> str:
    """What is answered: a refusal's code and sentence, or nothing."""
    try:
        play.do(command, by)
    except Refused as refused:
        return f"{refused.code}: {refused.sentence}"
    return ""


def openly(random: Random, seats: list[str]) -> tuple[str, Command]:
    """Something that another seat or the facilitator asks meanwhile."""
    seat = random.choice(seats)
    asked: list[Command] = [
        SealOrder(seat, OrderText("", f"Act {random.random()}")),
        WithdrawOrder(f"t1-{random.choice(SEATS)}-{random.randint(1, 3)}"),
        SealOrder(seat, OrderText("", "Again"), f"t1-{random.choice(SEATS)}-1"),
        SendMessage(seat, [random.choice(SEATS), FACILITATOR], "Well?"),
        SendMessage(seat, ["zz"], "Well?"),
    ]
    return seat, random.choice(asked)


@pytest.mark.parametrize("seed", range(40))
def test_until_the_reveal_a_sealed_order_leaves_no_trace(seed: int) -> None:
    random = Random(seed)
    seat = random.choice(SEATS)
    others = [one for one in SEATS if one != seat]
    made = Hidden().scenario()
    twins = [Game(made, setup="standard") for _ in range(2)]
    for twin in twins:
        twin.to("event")
        twin.state.dilemmas.clear()
        twin.to("talks")
    for step in range(12):
        for twin, way in zip(twins, (step * 3 + seed, step * 7 + 1), strict=True):
            secretly(twin, seat, way)
            twin.fresh.taken = 1000 * (step + 1)  # each game has chance of its own
        by, command = openly(random, others)
        if step == 6:
            by, command = FACILITATOR, Advance("talks")
        answers = [code(twin, command, by) for twin in twins]
        assert answers[0] == answers[1] or by == FACILITATOR
        for who in (*others, "public"):
            first, second = (asdict(twin.view(who)) for twin in twins)
            assert first == second
    assert twins[0].state.sealed != twins[1].state.sealed


def in_private(play: Game, seat: str, way: int) -> None:
    """One of many things that stay between a seat and the facilitator."""
    asked: list[tuple[str, Command]] = [
        (seat, SealArgument(seat, SecretText("They move", f"We move {way}", when="anger >= 9"))),
        (seat, WithdrawArgument(seat)),
        (FACILITATOR, AskSeat(seat, f"What now, {way}?")),
        (FACILITATOR, RecordFact(f"own-{way}", "There is a door.", seat, 1, to=[seat])),
        (FACILITATOR, WriteInject(f"A letter {way}", "It is unsigned.", [], [seat])),
        (FACILITATOR, MarkInject("riot", "held", "Not yet.")),
        (FACILITATOR, FireInject("charter", seat=seat)),
    ]
    for by, command in asked[way % 3 : way % 8]:
        code(play, command, by)


@pytest.mark.parametrize("seed", range(25))
def test_what_is_between_a_seat_and_the_facilitator_leaves_no_trace(seed: int) -> None:
    random = Random(seed)
    seat = random.choice(SEATS)
    others = [one for one in SEATS if one != seat]
    twins = [Game(Hidden().scenario(), setup="standard") for _ in range(2)]
    for twin in twins:
        twin.to("event")
        twin.state.dilemmas.clear()
        twin.do(AllowSecretArguments())
        twin.to("talks")
    for step in range(10):
        for twin, way in zip(twins, (step * 5 + seed, step * 7 + 2), strict=True):
            in_private(twin, seat, way)
            twin.fresh.taken = 1000 * (step + 1)
        by, command = openly(random, others)
        if step == 5:
            by, command = FACILITATOR, Advance("talks")
        answers = [code(twin, command, by) for twin in twins]
        assert answers[0] == answers[1] or by == FACILITATOR
        for who in (*others, "public"):
            first, second = (asdict(twin.view(who)) for twin in twins)
            assert first == second
    assert twins[0].events != twins[1].events


def numberless(view: object) -> str:
    """A view as text, without what differs by chance: ids, numbers of orders, nonces, seals, receipts.

    How the numbers are drawn is tested with orders.
    """
    text = re.sub(r"[0-9a-f]{32,}", "#", repr(view))
    text = re.sub(r"[0-9a-f]{4}(?: [0-9a-f]{4}){3}", "#", text)
    text = re.sub(r"\b(s-[a-z]+|q|inject)-[0-9a-f]{8}\b", r"\1", text)
    return re.sub(r"(t\d+-[a-z]+)-\d", r"\1", text)


STEAL = order("steal", covert="yes", success=[moves(GOLD, 1, why="Stolen")])


def evening(covert: bool) -> Game:
    """North gives an open order, and in one of two games a covert one too."""
    play = game(orders=[STEAL, order("rest")], seat_orders={"north": 3}).to("talks")
    if covert:
        play.seal("north", "steal")
    play.seal("north", "rest")
    play.seal("south")
    return play


@pytest.mark.parametrize("who", ["south", "west", "public"])
def test_a_covert_order_leaves_no_trace_until_it_changes_something(who: str) -> None:
    games = [evening(covert) for covert in (False, True)]
    phases: tuple[Phase, ...] = ("reveal", "adjudicate")
    for phase in phases:
        plain, secret = (play.to(phase).view(who) for play in games)
        assert numberless(asdict(plain)) == numberless(asdict(secret))
    plain_game, secret_game = games
    stolen = next(
        one for one in secret_game.state.queue if secret_game.state.sealed[one].order.covert
    )
    secret_game.do(OpenAdjudication(stolen))
    assert numberless(asdict(plain_game.view(who))) == numberless(asdict(secret_game.view(who)))
    secret_game.judge([6, 5])
    before, after = asdict(plain_game.view(who)), asdict(secret_game.view(who))
    assert [one["id"] for one in after["tracks"] if one not in before["tracks"]] == ["gold"]
    before.pop("tracks")
    after.pop("tracks")
    assert numberless(before) == numberless(after)


def test_the_same_orders_in_another_sequence_look_the_same_to_others() -> None:
    plays = []
    for sequence in (("south", "north"), ("north", "south")):
        play = game(seat_orders={"north": 2}).to("talks")
        for seat in sequence:
            play.seal(seat)
        plays.append(numberless(asdict(play.to("adjudicate").view("west"))))
    assert plays[0] == plays[1]
