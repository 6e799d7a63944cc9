"""A scenario's JSON becomes plain functions and tuples, and bad JSON becomes a message."""

import contextlib
import copy
import json
import random
from types import SimpleNamespace
from typing import Any

import pytest

from tests.decks.folders import SMALL
from wargame.decks.check import opened
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.decks.problems import ScenarioError
from wargame.game.audience import EVERYONE
from wargame.game.scenario import Scenario


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    return load(SMALL)


@pytest.fixture(scope="module")
def small(plain: dict[str, Any]) -> Scenario:
    return compile_scenario(json.loads(json.dumps(plain)))


def board(**tracks: int) -> Any:
    """A board of the small scenario with everything at its start but for these tracks."""
    names = ["mood", "coffers", "chest", "anger", "millers", "farmers", "backing"]
    values = {"mood": 5, "coffers": 4, "chest": 5, "anger": 2, "farmers": 1, **tracks}
    numbers = [values.get(name, 0) for name in names]
    return SimpleNamespace(tracks=numbers, facts={}, counts={}, turn=1, turns=4)


def test_the_json_of_a_save_is_enough(plain: dict[str, Any], small: Scenario) -> None:
    assert small.plain == plain
    assert (small.id, small.version, small.method) == ("small", "1", "weighted")
    assert [seat.id for seat in small.seats] == ["town", "guild", "abbey"]


def test_the_plain_object_is_kept_as_it_was_given(plain: dict[str, Any]) -> None:
    given = json.loads(json.dumps(plain))
    before = copy.deepcopy(given)
    assert compile_scenario(given).plain is given
    assert given == before


def test_a_track_has_its_ends_start_and_audience(small: Scenario) -> None:
    millers, chest = small.track("millers"), small.track("chest")
    assert (millers.low, millers.high, millers.start, millers.kind) == (-3, 3, 0, "bloc")
    assert (chest.low, chest.high, chest.sees) == (0, 10, ("guild",))
    assert small.track("mood").sees == EVERYONE
    assert [track.index for track in small.tracks] == list(range(7))


def test_a_derived_track_is_computed_and_held_between_its_ends(small: Scenario) -> None:
    backing = small.track("backing")
    assert backing.derived is not None
    assert backing.derived(board(), -1) == 3
    assert backing.derived(board(millers=3, farmers=3), -1) == 6
    assert backing.derived(board(millers=-3, farmers=-3), -1) == 0


def test_a_condition_reads_a_derived_track_as_it_is_now(small: Scenario) -> None:
    lonely = small.orders["build"].factors[1].when
    assert lonely is not None
    assert [lonely(board(farmers=value), -1) for value in (1, -1)] == [0, 1]


def test_an_order_has_costs_by_index_and_targets_with_tracks(small: Scenario) -> None:
    assert small.orders["build"].cost == ((1, 2),)
    assert [(target.id, target.track) for target in small.orders["court"].targets] == [
        ("to_millers", 4),
        ("to_farmers", 5),
    ]


def test_target_and_others_are_resolved_when_the_order_is_adjudicated(small: Scenario) -> None:
    court = small.orders["court"]
    assert [effect.track for effect in court.success.effects] == [-1, -2]
    won = court.factors[0].when
    assert won is not None
    assert [won(board(farmers=2), index) for index in (0, 1)] == [0, 1]


def test_two_orders_with_targets_of_their_own_do_not_share_functions(plain: dict[str, Any]) -> None:
    more = copy.deepcopy(plain)
    twin = copy.deepcopy(more["orders"][1])
    twin["id"] = "court_others"
    for target in twin["targets"]:
        target["track"] = "anger"
    more["orders"].append(twin)
    orders = compile_scenario(more).orders
    here, there = (orders[name].factors[0].when for name in ("court", "court_others"))
    assert here is not None
    assert there is not None
    assert (here(board(anger=9), 0), there(board(anger=9), 0)) == (0, 1)


def test_a_missing_quality_is_as_the_milder_one(small: Scenario) -> None:
    court = small.orders["court"]
    assert court.strong == court.success
    assert court.backfire == court.failure
    assert small.orders["build"].strong != small.orders["build"].success


def test_copies_of_a_card_are_cards_of_their_own(small: Scenario) -> None:
    assert {"calm", "calm-2", "cousin", "cousin-2"} <= set(small.cards)
    assert small.cards["calm-2"].effects == small.cards["calm"].effects
    assert small.deck("favours").cards == ("boatmen", "letter", "cousin", "cousin-2")


def test_a_dated_card_is_not_in_the_pile(small: Scenario) -> None:
    assert "fair" not in small.deck("river").cards
    assert [card.id for card in small.dated(3)] == ["fair"]


def test_a_card_put_somewhere_goes_to_its_own_deck_unless_another_is_named(plain: Any) -> None:
    more = copy.deepcopy(plain)
    more["standing"][0]["effects"] = [
        {"card": "flood", "where": "top"},
        {"card": "letter", "where": "hand"},
    ]
    first, second = compile_scenario(more).rules[0].effects
    assert (first.deck, first.seat) == ("river", "")
    assert (second.deck, second.seat) == ("favours", "guild")


def test_every_later_effect_has_a_key_that_names_it(small: Scenario) -> None:
    assert set(small.later) == {"feast/success/1", "card:fair/1", "inject:spate/1"}
    assert [effect.kind for effect in small.later["card:fair/1"].inner] == ["track"]
    assert small.later["card:fair/1"].inner[0].key == "card:fair/1/0"


def test_keys_of_effects_are_never_shared(small: Scenario) -> None:
    orders = [effect.key for order in small.orders.values() for effect in order.success.effects]
    cards = [effect.key for card in small.cards.values() for effect in card.effects]
    rules = [effect.key for rule in small.rules for effect in rule.effects]
    assert len(set(orders)) == len(orders)
    assert len(set(rules)) == len(rules)
    assert not set(orders) & (set(cards) | set(rules))


def test_an_effect_without_source_or_mechanism_takes_its_items(small: Scenario) -> None:
    first = small.orders["preach"].strong.effects[0]
    assert (first.source, first.mechanism) == ("4", "M2")
    factor = small.orders["build"].factors[2]
    assert (factor.source, factor.mechanism) == ("4", "M2")
    assert small.orders["build"].factors[0].mechanism == "M1"
    assert small.rules[2].source == "ours"


def test_a_setup_has_the_scenarios_turns_and_calendar_unless_it_has_its_own(
    small: Scenario,
) -> None:
    assert small.setups["standard"].calendar == ("Spring", "Summer", "Autumn", "Winter")
    later = small.setups["1450"]
    assert (later.turns, later.calendar, later.tracks) == (
        2,
        ("Summer", "Autumn"),
        ((1, 6), (3, 4)),
    )
    assert small.default_setup == "standard"


def test_a_scenario_without_setups_has_one_named_standard(plain: dict[str, Any]) -> None:
    bare = {**copy.deepcopy(plain), "setups": [], "default_setup": None}
    compiled = compile_scenario(bare)
    assert compiled.default_setup == "standard"
    assert compiled.setups["standard"].turns == 4


def test_the_shipped_scenario_compiles() -> None:
    compiled = compile_scenario(opened("tightrope"))
    assert len(compiled.seats) == 4


def _broken(plain: dict[str, Any], path: str, value: Any) -> str:
    """What is said of the scenario with one value replaced."""
    bad = copy.deepcopy(plain)
    here: Any = bad
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        here = here[step]
    here[last] = value
    with pytest.raises(ScenarioError) as caught:
        compile_scenario(bad)
    return str(caught.value)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("format", 2, "scenario.format: error: 1 is expected here"),
        ("seats", [], "scenario.seats: error: a list of 0; 1 is the least"),
        ("tracks.0.min", 99, "min is above max"),
        ("tracks.0.for", "nobody", "no seat 'nobody'"),
        ("tracks.6.derived", "backing + 1", "computed from itself"),
        ("orders.0.requires", "angre > 1", "no track 'angre'"),
        ("orders.0.requires", "__import__('os')", "an expression has no"),
        ("orders.0.seat", "nobody", "no seat 'nobody'"),
        ("orders.0.cost", {"backing": 1}, "track 'backing' is derived"),
        ("orders.0.results.success.effects.0", {"fact": "none"}, "no fact 'none'"),
        ("orders.0.results.success.effects.0", {"fact": 1.5}, "not something else"),
        ("orders.1.targets.0.track", "backing", "track 'backing' is derived"),
        ("standing.0.effects.0", {"track": "target", "by": 1}, "no track 'target'"),
        ("standing.0.effects.0", {"draw": "none"}, "no deck 'none'"),
        ("standing.0.effects.0", {"card": "none"}, "no card 'none'"),
        ("standing.0.effects.0", {"card": "flood", "where": "hand"}, "nobody's hand"),
        ("standing.0.effects.0", {"end": "none"}, "no fact 'none'"),
        ("standing.0.effects.0", {"ending": "none"}, "no ending 'none'"),
        ("standing.0.effects.0", {"detect": "nobody"}, "no seat 'nobody'"),
        ("cards.3.deck", "none", "no deck 'none'"),
        ("cards.6.seat", None, "a dilemma without a seat or options"),
        ("setups.1.place.0", {"card": "flood", "where": "hand"}, "nobody's hand"),
        ("setups.1.without", ["none"], "no card 'none'"),
        ("default_setup", "none", "no setup 'none'"),
    ],
)
def test_json_that_cannot_be_played_is_refused_with_its_place(
    plain: dict[str, Any], path: str, value: Any, said: str
) -> None:
    assert said in _broken(plain, path, value)


def test_effects_within_effects_have_an_end(plain: dict[str, Any]) -> None:
    effect: dict[str, Any] = {"fact": "truce"}
    for _ in range(200):
        effect = {"later": 1, "effects": [effect]}
    assert "nested more than" in _broken(plain, "standing.0.effects.0", effect)


def test_any_value_out_of_place_is_refused_or_taken_but_never_a_crash(
    plain: dict[str, Any],
) -> None:
    dice = random.Random(5)
    odd: list[Any] = [
        None,
        True,
        0,
        -1,
        10**30,
        1.5,
        "",
        "x",
        "target",
        "\x1b",
        [],
        [1],
        {},
        {"a": 1},
    ]
    for _ in range(300):
        bad = copy.deepcopy(plain)
        here: Any = bad
        while True:
            key = dice.choice(list(here) if isinstance(here, dict) else range(len(here)))
            if isinstance(here[key], dict | list) and here[key] and dice.random() < 0.8:
                here = here[key]
                continue
            here[key] = dice.choice(odd)
            break
        with contextlib.suppress(ScenarioError):
            compile_scenario(bad)


def test_an_inject_is_a_card_of_no_deck(small: Scenario) -> None:
    assert not set(small.injects) & set(small.cards)
    riot, assizes = small.injects["riot"], small.injects["assizes"]
    assert (riot.card.deck, riot.card.kind, riot.card.lasts) == ("", "lasting", 2)
    assert (riot.condition, riot.turn, riot.card.turn) == ("coffers <= 0", 0, 0)
    assert (assizes.turn, assizes.when, assizes.card.mechanism) == (4, None, "")
    assert riot.when is not None
    assert (small.injects["purse"].card.sees, small.injects["purse"].card.seat) == (
        ("guild",),
        "guild",
    )
