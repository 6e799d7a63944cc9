"""A playbook at a table asks only for what can be had, of its own seat's view, with the chance it is given."""

from __future__ import annotations

from random import Random

import pytest

from tests.game.hidden import Hidden
from tests.game.scenes import FARM, GOLD, MILL, card, deck, option, order, scenario, setup
from tests.game.sitting import FACILITATOR, Game
from tests.game.test_random_play import goes_on
from wargame.game.chance import below, words
from wargame.game.commands import ChooseOption, SealOrder
from wargame.game.dice import next_label
from wargame.game.events import DilemmaAnswered, OrderSealed
from wargame.game.scenario import Scenario
from wargame.game.turns import waits_for
from wargame.players.playbooks import at_table, book_for, names_for


def asked(game: Game, seat: str) -> ChooseOption | SealOrder | None:
    """What the random playbook of a seat asks for now."""
    label = next_label(game.state, f"playbook:{seat}")
    playbook = at_table(game.state.scenario, seat, "random")
    return playbook(game.view(seat), words(game.state.seed, label), label)


def seated(made: Scenario) -> Game:
    """A game in which every seat is played by chance."""
    return Game(made, playbooks={seat.id: "random" for seat in made.seats})


@pytest.mark.parametrize("seed", range(30))
def test_what_it_asks_for_is_never_refused(seed: int) -> None:
    game = seated(Hidden().scenario())
    game.fresh.taken = 10_000 * seed
    random = Random(seed)
    while not game.state.closed:
        for seat in ("town", "guild", "abbey"):
            while waits_for(game.state, seat):
                command = asked(game, seat)
                if command is None:
                    break
                game.do(command, seat)
        by, command_of_table = goes_on(game)
        game.do(command_of_table, by)
        if random.random() < 0.3:
            assert asked(game, "town") == asked(game, "town")
    labels = [one.label for one in game.events if isinstance(one, OrderSealed | DilemmaAnswered)]
    for seat in ("town", "guild", "abbey"):
        own = [one for one in labels if one.startswith(f"test/playbook:{seat}/")]
        assert own == [f"test/playbook:{seat}/{number}" for number in range(len(own))]


def sitting(**parts: object) -> Game:
    return seated(scenario(**parts))


def test_it_holds_when_nothing_is_open() -> None:
    game = sitting(orders=[order("dear", cost=9)]).to("orders")
    assert asked(game, "north") is None
    assert asked(sitting().to("orders"), "north") is None


def test_it_orders_in_the_phase_of_orders_only_and_as_often_as_it_may() -> None:
    game = sitting(orders=[order("rest"), order("wait")], seat_orders={"north": 2}).to("talks")
    assert asked(game, "north") is None
    game.to("orders")
    for _ in range(2):
        command = asked(game, "north")
        assert isinstance(command, SealOrder)
        game.do(command, "north")
    assert asked(game, "north") is None


def test_it_aims_only_where_an_order_may_be_aimed() -> None:
    one_way = order("sail", targets=(MILL, FARM), requires=lambda board, target: target == 1)
    for first in range(12):
        game = Game(scenario(orders=[one_way]), playbooks={"north": "random"}, session=f"s{first}")
        command = asked(game.to("orders"), "north")
        assert isinstance(command, SealOrder)
        assert command.order.target == f"at{FARM}"
        game.do(command, "north")


def test_it_answers_its_own_dilemma_before_it_orders_and_nobody_elses() -> None:
    ways = [option("dear", cost=9), option("nod")]
    cards = [card("choice", kind="dilemma", seat="south", options=ways)]
    game = sitting(cards=cards, orders=[order("rest", "south")]).to("event")
    assert asked(game, "north") is None
    command = asked(game, "south")
    assert isinstance(command, ChooseOption)
    assert command.option == "nod"
    game.do(command, "south")


def test_an_asset_is_attached_to_one_order_only() -> None:
    cards = [card(f"a{number}", "own", "asset", bonus=1) for number in range(3)]
    game = sitting(
        cards=cards,
        decks=[deck("own", cards, seat="north", draw=0)],
        setup=setup(place=[(one.id, "hand") for one in cards]),
        orders=[order("rest"), order("wait"), order("work")],
        seat_orders={"north": 3},
    ).to("orders")
    used: list[str] = []
    while (command := asked(game, "north")) is not None:
        assert isinstance(command, SealOrder)
        used += command.order.assets
        game.do(command, "north")
    assert len(used) == len(set(used))
    assert game.value(GOLD) == 5


def test_its_chance_is_the_labels_and_the_labels_alone() -> None:
    game = sitting(orders=[order(f"o{number}") for number in range(9)]).to("orders")
    label = next_label(game.state, "playbook:north")
    command = asked(game, "north")
    assert isinstance(command, SealOrder)
    assert command.label == label
    assert command.order.move == f"o{below(words(game.state.seed, label), 9)}"
    game.fresh.taken += 500
    assert asked(game, "north") == command


def test_every_seat_can_be_played_by_chance_and_by_nothing_unknown() -> None:
    made = scenario(orders=[order("rest")])
    assert names_for(made, "north") == ["random"]
    assert book_for(made, "north", "random").seat == "north"
    with pytest.raises(KeyError):
        book_for(made, "north", "chess")
    with pytest.raises(KeyError):
        at_table(made, "north", "chess")


def test_it_knows_no_more_than_its_seat() -> None:
    """The same view gives the same choice, whatever stands behind it."""
    games = [sitting(orders=[order("rest", "south"), order("wait", "south")]) for _ in range(2)]
    games[1].state.board.tracks[2] = 9
    for game in games:
        game.to("orders")
        game.state.seed = bytes(32)
    views = [repr(game.view("south")) for game in games]
    assert views[0] == views[1]
    assert asked(games[0], "south") == asked(games[1], "south")
    assert repr(games[0].view(FACILITATOR)) != repr(games[1].view(FACILITATOR))
