"""Odds: futures from any moment on, right where they can be computed, and telling a seat no secret."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.analysis.both_ways import (
    books_of,
    end_of_kept,
    end_of_straight,
    kept,
    scenario_of,
    seed_of,
)
from tests.game.sitting import Game
from tests.tui.seatings import table_of, to_talks
from wargame.analysis import workers
from wargame.analysis.odds import Futures, Question, odds, question
from wargame.analysis.simulate import NothingToSimulate, Plan
from wargame.analysis.tally import Tally
from wargame.analysis.workers import simulated
from wargame.decks.compile import compile_scenario
from wargame.game.changes import OrderText, Push, Scheduled
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    Advance,
    CallThrow,
    ChooseMethod,
    EndGame,
    FireInject,
    RecordFact,
    SealOrder,
    Throw,
    WriteInject,
)
from wargame.game.events import SessionOpened
from wargame.game.evolve import evolve, opened
from wargame.game.odds import odds_2d6
from wargame.game.position import position_of
from wargame.game.state import Sealed, State

GAMES = 1200


def near(share: float, wanted: float, games: int = GAMES) -> bool:
    """Whether a share of games is what is wanted, five deviations wide."""
    spread: float = (wanted * (1 - wanted) / games) ** 0.5
    return abs(share - wanted) <= 5 * spread + 1e-9


def table(setup: str = "standard") -> Game:
    """A game of the small scenario at a table, before its first turn."""
    return Game(scenario_of("small"), setup=setup)


def asked(game: Game, who: str = "facilitator") -> Tally:
    """The odds of a game at a table now."""
    return odds(question(game.state, who, seed=5), GAMES, 1)


def share(tally: Tally, seat: str, objective: str) -> float:
    """How often an objective is reached."""
    return tally.objectives[seat, objective] / tally.games


def last_turn(phase: str) -> Game:
    """A table in the last turn of the short game, with the guild's and the abbey's orders known."""
    game = table("1450")
    return answered(game).turn(2, phase) if phase == "event" else answered(game.turn(2)).to(phase)  # type: ignore[arg-type]


def answered(game: Game) -> Game:
    """The same, with the first way out of each dilemma taken."""
    from wargame.game.commands import ChooseOption

    for card in list(game.state.dilemmas):
        view = next(one for one in game.view("facilitator").dilemmas if one.card == card)
        way = next(one for one in view.options if not one.why_not)
        game.do(ChooseOption(card, way.id))
    return game


def test_before_the_first_turn_they_are_those_of_any_game() -> None:
    game = table()
    tally = asked(game)
    many = simulated(Plan(game.state.scenario, seed=99), GAMES, 1)
    for ending in ("built", "ferry", "riot"):
        assert near(tally.endings[ending] / GAMES, many.endings[ending] / GAMES, GAMES // 2)
    assert near(
        share(tally, "town", "bridge"), many.objectives["town", "bridge"] / GAMES, GAMES // 2
    )


@pytest.mark.parametrize("name", ["small", "tightrope"])
def test_a_game_can_be_played_on_from_every_one_of_its_entries(name: str) -> None:
    """In the middle of a command too, and as everybody knows it."""
    whole = kept(name, "", seed_of("odds", 3), books_of(name, 7))
    first = whole.happened[0][1]
    assert isinstance(first, SessionOpened)
    state = opened(scenario_of(name), first)
    every = 2 if name == "small" else 29
    for n, (_, event) in enumerate(whole.happened[1:], 1):
        evolve(state, event)
        if n % every:
            continue
        for who in ("facilitator", "public", *(seat.id for seat in state.scenario.seats)):
            future = Futures(question(state, who, seed=n)).game(0)
            assert future.over
            assert state.board.turn <= future.board.turn <= max(1, state.board.turns)
            placed = [card for places in (future.piles, future.discards, future.hands)
                      for cards in places.values() for card in cards]  # fmt: skip
            assert len(placed) == len(set(placed))


def test_after_the_end_there_is_one_future_only() -> None:
    whole = kept("small", "", seed_of("odds", 4), books_of("small", 0))
    future = Futures(question(whole.state)).game(0)
    ours, theirs = end_of_straight(future), end_of_kept(whole.state)
    for part in ("tracks", "facts", "counts", "turn", "ending", "lasting", "hands"):
        assert ours[part] == theirs[part]


def test_the_same_seed_gives_the_same_odds_whoever_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEW", 10)
    one = question(answered(table().to("event")).state, seed=8)
    found = [odds(one, 90, many) for many in (1, 2)]
    assert found[0] == found[1]
    sent: Question = pickle.loads(pickle.dumps(one))  # noqa: S301 - it was made here
    assert odds(sent, 90, 1) == found[0]
    assert odds(replace(one, seed=9), 90, 1) != found[0]


def judged_last(argued: int = 0) -> Game:
    """The last turn's adjudication: only the town gives an order, with reasons, and it is on the table."""
    game = answered(table("1450")).turn(2)
    answered(game).to("talks")
    reasons = [f"reason {number}" for number in range(argued)]
    order = OrderText("build", "", reasons=reasons)
    game.do(SealOrder("town", order), by="town")
    game.to("adjudicate")
    return game


def chance_of(game: Game) -> float:
    """What the table says of the order on it."""
    view = game.view("facilitator").adjudication
    assert view is not None
    return odds_2d6(view.needed) / 10_000


@pytest.mark.parametrize("argued", [0, 2])
def test_an_order_that_waits_succeeds_as_often_as_its_factors_and_reasons_say(argued: int) -> None:
    game = judged_last(argued)
    before = asked(game)
    game.take_up()
    assert near(share(before, "town", "bridge"), chance_of(game))
    assert near(share(asked(game), "town", "bridge"), chance_of(game))


def test_what_is_argued_at_the_table_counts() -> None:
    game = judged_last()
    order = game.take_up()
    for number in range(3):
        game.do(AddArgument(order, "con", f"No, {number}", "guild", "counted"))
    assert near(share(asked(game), "town", "bridge"), chance_of(game))


def test_a_probability_that_was_entered_counts() -> None:
    game = judged_last()
    order = game.take_up()
    game.do(ChooseMethod(order, "expert", 83))
    assert near(share(asked(game), "town", "bridge"), 0.83)


@pytest.mark.parametrize("dice", [[6, 6], [1, 2]])
def test_dice_that_lie_on_the_table_are_not_thrown_again(dice: list[int]) -> None:
    game = judged_last()
    game.throw(dice)
    assert share(asked(game), "town", "bridge") == (1.0 if dice == [6, 6] else 0.0)
    assert share(asked(game, "guild"), "town", "bridge") == (1.0 if dice == [6, 6] else 0.0)


def test_a_throw_that_was_called_is_not_known_yet() -> None:
    game = judged_last()
    order = game.take_up()
    game.do(CallThrow(order))
    called = game.state.copy()
    sure = chance_of(game)
    game.do(Throw("now"))
    game.do(AcceptResult(order))
    assert near(share(odds(question(called), GAMES, 1), "town", "bridge"), sure)


def test_a_fact_of_the_tables_own_helps_whom_it_belongs_to() -> None:
    game = judged_last()
    without = share(asked(game), "town", "bridge")
    game.do(RecordFact("masons", "Masons have come from the city.", "town", 3, 0))
    game.take_up()
    helped = share(odds(question(game.state), GAMES, 1), "town", "bridge")
    assert helped > without + 0.2
    assert near(helped, chance_of(game))


def test_an_order_under_seal_is_known_to_its_seat_and_the_facilitator_alone() -> None:
    game = answered(table("1450")).turn(2)
    answered(game).to("talks")
    open_odds = asked(game)
    game.seal("town", "court", target="to_farmers")
    assert asked(game, "guild") == odds(question(_without_orders(game), "guild", seed=5), GAMES, 1)
    assert share(asked(game, "town"), "town", "bridge") == share(asked(game), "town", "bridge") == 0
    assert share(open_odds, "town", "bridge") > 0.1


def _without_orders(game: Game) -> State:
    state = game.state.copy()
    state.sealed.clear()
    return state


def _other_order(state: State) -> None:
    """The guild has sealed another order."""
    order = OrderText("toll", "Raise the toll", covert=True)
    state.sealed["t2-guild-1"] = Sealed("t2-guild-1", "guild", order, "", "")


def _turned_over(state: State) -> None:
    for pile in state.piles.values():
        pile.reverse()


def _empty_handed(state: State) -> None:
    state.piles["favours"] += state.hands["guild"]
    state.hands["guild"] = []


def _not_bribed(state: State) -> None:
    del state.board.facts["bribed"]


SECRETS: dict[str, Callable[[State], None]] = {
    "a sealed order": _other_order,
    "the seed": lambda state: setattr(state, "seed", bytes(32)),
    "how a pile lies": _turned_over,
    "a hidden track": lambda state: state.board.tracks.__setitem__(2, 9),
    "a hidden fact": _not_bribed,
    "a hidden counter": lambda state: state.board.counts.__setitem__("count.purses", 7),
    "a covert order done": lambda state: state.board.counts.__setitem__("tried.bribe", 5),
    "another's hand": _empty_handed,
    "what is scheduled": lambda state: state.scheduled.append(Scheduled("feast/success/1", 3)),
    "a hidden rule fired": lambda state: state.fired_once.symmetric_difference_update({"whisper"}),
}
"""What the abbey does not see, and what makes it otherwise."""


@pytest.mark.parametrize("secret", SECRETS)
def test_a_seat_is_told_nothing_that_it_does_not_see(secret: str) -> None:
    game = table()
    answered(game.to("event")).to("talks")
    game.seal("guild", "bribe", covert=True)
    game.seal("town", "court", target="to_farmers")
    game.to("adjudicate")
    while game.state.queue:
        game.judge([4, 5])
    game.to("wrap")
    answered(game.to("event"))
    game.to("talks")
    assert "bribed" in game.state.board.facts
    assert game.state.hands["guild"]
    game.seal("guild", "toll")
    one, other = game.state.copy(), game.state.copy()
    SECRETS[secret](other)
    assert one != other
    assert position_of(one, "abbey") == position_of(other, "abbey")
    assert odds(question(one, "abbey"), 60, 1) == odds(question(other, "abbey"), 60, 1)


@pytest.mark.parametrize("secret", ["the seed", "how a pile lies"])
def test_nobody_is_told_what_chance_will_bring(secret: str) -> None:
    game = answered(table().to("event"))
    one, other = game.state.copy(), game.state.copy()
    SECRETS[secret](other)
    assert odds(question(one), 60, 1) == odds(question(other), 60, 1)


def test_the_playbook_that_plays_a_seat_goes_on_playing_it() -> None:
    game = Game(scenario_of("small"), playbooks={"guild": "idler"})
    tally = asked(game)
    assert tally.orders["bribe"] == 0
    assert asked(table()).orders["bribe"] > 0


def test_after_an_ending_the_game_is_over_and_played_on_it_is_not_reached_again() -> None:
    game = answered(table().to("event"))
    game.do(EndGame())
    assert asked(game).turns == GAMES * game.state.board.turn
    state = table().state
    state.past_endings = {"riot", "scandal", "built", "ferry"}
    assert odds(question(state), 100, 1).endings == {"none": 100}


def test_without_orders_on_a_menu_there_is_nothing_to_play_on() -> None:
    plain = {**scenario_of("small").plain, "orders": [], "playbooks": [], "setups": []}
    plain["standing"] = [one for one in plain["standing"] if one["id"] == "taxes"]
    plain["cards"] = [one for one in plain["cards"] if one["id"] in ("calm", "raft")]
    game = Game(compile_scenario(plain))
    with pytest.raises(NothingToSimulate):
        odds(question(game.state), 10, 1)


def test_a_turn_in_the_middle_is_finished_and_not_begun_again() -> None:
    game = answered(table().to("event"))
    drawn = sum(len(cards) for cards in game.state.discards.values())
    game.to("orders")
    for index in range(20):
        future = Futures(question(game.state, seed=index)).game(0)
        assert future.board.turn <= 4
        assert sum(len(cards) for cards in future.discards.values()) >= drawn
    game.do(Advance("orders", holds=True))
    position = position_of(game.state)
    assert (position.orders, position.unknown) == ([], [])


def test_injects_written_at_the_table_are_known_to_other_processes_too(tmp_path: Path) -> None:
    table = table_of(tmp_path)
    to_talks(table)
    lasting = WriteInject("Rain", "It rains.", [Push("mood", -1)], kind="lasting", lasts=2)
    table.ask("facilitator", lasting)
    table.ask("facilitator", FireInject(list(table.state.written)[-1]))
    table.ask("facilitator", WriteInject("A friend", "He helps.", kind="asset", bonus=2))
    table.ask("facilitator", FireInject(list(table.state.written)[-1], seat="guild"))
    table.ask("facilitator", FireInject(next(iter(table.state.scenario.injects))))
    assert table.state.hands["guild"][-1] in table.state.written
    asked = question(table.state)
    sent: Question = pickle.loads(pickle.dumps(asked))  # noqa: S301 - it was made here
    assert Futures(sent).play(range(40)) == Futures(asked).play(range(40))
    table.close()
