"""Odds count what a table holds beside the board: protections, what stands in, what was aimed, said and drawn."""

from __future__ import annotations

from tests.analysis.both_ways import scenario_of
from tests.analysis.test_odds import (
    GAMES,
    answered,
    asked,
    chance_of,
    judged_last,
    near,
    share,
    table,
)
from tests.game.sitting import Game
from tests.game.test_projects import stage, staged
from wargame.analysis.odds import Futures, odds, question
from wargame.game.changes import SecretText
from wargame.game.commands import (
    AddArgument,
    AimAtSituation,
    AllowSecretArguments,
    BeginTurnZero,
    ChooseMethod,
    MarkInject,
    Protect,
    RecordFact,
    SealArgument,
    StandIn,
    SwapPlaces,
    TriggerArgument,
)
from wargame.game.position import position_of


def test_a_protection_counts_before_the_order_is_taken_up_as_it_does_at_the_table() -> None:
    game = judged_last()
    free = share(asked(game), "town", "bridge")
    game.do(Protect("track", "anger", 2, "abbey", "Watchmen on the piers."))
    guarded = asked(game)
    game.take_up()
    assert near(share(guarded, "town", "bridge"), chance_of(game))
    assert near(share(asked(game), "town", "bridge"), chance_of(game))
    assert chance_of(game) < free - 0.1


def test_what_playbooks_order_meets_protections_too() -> None:
    game = table()
    free = share(asked(game), "town", "bridge")
    game.do(Protect("track", "anger", 3, "", "A garrison."))
    assert share(asked(game), "town", "bridge") < free - 0.05
    game.do(Protect("track", "anger", 3, "town", "The town's own guard."))
    assert near(share(asked(game), "town", "bridge"), free, GAMES // 2)


def test_a_hidden_protection_counts_for_those_alone_who_know_of_it() -> None:
    game = table()
    before = {who: asked(game, who) for who in ("town", "abbey")}
    game.do(Protect("track", "anger", 3, "abbey", "Hidden watchmen.", hidden=True))
    assert asked(game, "town") == before["town"]
    assert asked(game, "abbey") != before["abbey"]


def test_consequences_and_an_opposed_throw_are_played_as_they_are_fixed() -> None:
    game = judged_last()
    order = game.take_up()
    game.do(ChooseMethod(order, "opposed", opponent="guild"))
    for number in range(2):
        game.do(AddArgument(order, "pro", f"They hold it, {number}", "guild", about="opposing"))
    view = game.view("facilitator").adjudication
    assert view is not None
    assert view.contest is not None
    assert near(share(asked(game), "town", "bridge"), view.contest.win / 10_000)
    game.do(AddArgument(order, "con", "It will cost us", "guild", about="consequences"))
    known = position_of(game.state).table
    assert known is not None
    assert known.costly
    futures = [Futures(question(game.state, seed=one)).game(0) for one in range(40)]
    assert {one.board.tracks[0] for one in futures} == _without_strong(game)


def _without_strong(game: Game) -> set[int]:
    """Where the bridge can stand after the order on the table, when no success is a strong one."""
    settled = set()
    rule = game.state.scenario.orders["build"]
    for result in (rule.success, rule.failure, rule.backfire):
        board = game.state.board.copy()
        game.state.scenario.settling(result.effects).run(board, -1, -1, 1, lambda *_: None, None)
        settled.add(board.tracks[0])
    return settled


def test_a_situation_ends_in_the_futures_in_which_the_order_aimed_at_it_succeeds() -> None:
    game = judged_last()
    game.do(RecordFact("siege", "A siege.", situation=True))
    order = game.take_up()
    game.do(AimAtSituation(order, "siege"))
    sure = chance_of(game)
    futures = [Futures(question(game.state, seed=one)).game(0) for one in range(GAMES)]
    assert near(sum("siege" not in one.board.facts for one in futures) / GAMES, sure)


def test_a_seat_that_holds_this_turn_orders_nothing_and_one_that_is_stood_in_for_orders_by_that_book() -> (
    None
):
    game = answered(table("1450")).turn(2)
    answered(game).to("orders")
    for seat in ("guild", "abbey"):
        game.do(StandIn(seat, "holds"))
    game.do(StandIn("town", "playbook", "builder"))
    position = position_of(game.state)
    assert position.unknown == ["town"]
    assert position.standing_in == {"town": "builder"}
    tally = odds(question(game.state, seed=3), 100, 1)
    assert {name for name, many in tally.orders.items() if many} <= _of(game, "town")
    assert position_of(game.state, "abbey").unknown == ["town", "guild"]


def _of(game: Game, seat: str) -> set[str]:
    """What is on a seat's menu."""
    return {one.id for one in game.state.scenario.orders.values() if one.seat == seat}


def test_a_drawn_card_that_waits_acts_in_the_futures() -> None:
    game = Game(scenario_of("small"), read_cards=True).to("event")
    card = next(one for one, mark in game.state.turned.items() if mark == "drawn")
    steps = position_of(game.state).todo
    assert [one.cause.id for one in steps if one.cause] == [card]
    future = Futures(question(game.state)).game(0)
    placed = [one for places in (future.piles, future.discards, future.hands)
              for cards in places.values() for one in cards]  # fmt: skip
    assert card in [*placed, *future.lasting, *future.acted]


def test_in_turn_zero_the_game_is_played_on_as_if_it_had_not_been() -> None:
    game = table()
    before = asked(game)
    game.do(BeginTurnZero())
    game.seal("town", "build")
    assert asked(game) == before


def test_seats_that_changed_places_are_judged_in_each_others() -> None:
    game = answered(table().to("event")).to("talks")
    one, other = game.state.first[0], game.state.first[2]
    game.do(SwapPlaces(one, other, one, "Asked."))
    assert position_of(game.state).order == (other, game.state.first[1], one)


def test_a_projects_stages_are_known_to_whom_the_project_is() -> None:
    play = staged()
    stage(play.to("event"), [6, 6])
    for who in ("facilitator", "town", "public"):
        assert position_of(play.state, who).board.counts["count.project_build"] == 1


def held_back(when: str) -> Game:
    """The town's last turn: only an order that it holds back can build the bridge."""
    game = answered(table("1450")).turn(2)
    answered(game).to("talks")
    game.do(AllowSecretArguments())
    text = SecretText("", "", reasons=["So many hands."], when=when, move="build")
    game.do(SealArgument("town", text), "town")
    game.seal("town", "court", target="to_farmers")
    return game


def test_an_order_that_is_held_back_comes_in_the_futures_in_which_its_condition_holds() -> None:
    game = held_back("tried.court > 0")
    assert 0.1 < share(asked(game), "town", "bridge") < 0.95
    assert [one.order.move for one in position_of(game.state, "town").held_back] == ["build"]
    assert position_of(game.state, "guild").held_back == []
    never = held_back("tried.court > 7")
    assert share(asked(never), "town", "bridge") == 0


def test_one_that_was_shown_is_ruled_on_next_as_its_odds_say() -> None:
    game = held_back("tried.court > 7")
    game.do(TriggerArgument("town", "It is time."))
    waiting = asked(game)
    game.take_up()
    assert near(share(waiting, "town", "bridge"), chance_of(game))
    assert near(share(asked(game), "town", "bridge"), chance_of(game))


def test_injects_that_come_by_themselves_come_in_the_facilitators_futures() -> None:
    game = table()
    coming = position_of(game.state).injects
    assert coming
    assert position_of(game.state, "town").injects == []
    acted = [set(Futures(question(game.state, seed=one)).game(0).acted) for one in range(12)]
    assert any(set(coming) & one for one in acted)
    for one in coming:
        game.do(MarkInject(one, "skipped", "Not today."))
    assert position_of(game.state).injects == []
