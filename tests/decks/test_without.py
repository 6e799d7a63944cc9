"""A scenario without some of its mechanisms: what carries them is gone, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from tests.decks.folders import SMALL
from wargame.decks.check import opened
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.decks.without import without

Plain = dict[str, Any]


def carried(item: Any, own: str | None = None) -> Iterator[str | None]:
    """The mechanism of every effect and factor below an item, its own or that of the item."""
    if isinstance(item, list):
        for one in item:
            yield from carried(one, own)
    if isinstance(item, dict):
        inner = item.get("mechanism") or own
        for key, value in item.items():
            if key in {"effects", "factors"}:
                yield from (one["mechanism"] or inner for one in value if not one.get("effects"))
            yield from carried(value, inner)


def carriers(plain: Plain, mechanism: str) -> int:
    parts = ("orders", "standing", "cards", "injects")
    return sum(one == mechanism for part in parts for one in carried(plain[part]))


@pytest.mark.parametrize("name", ["small", "tightrope"])
def test_what_carries_a_mechanism_goes_and_every_other_effect_and_factor_stays(name: str) -> None:
    plain = load(SMALL) if name == "small" else opened(name)
    declared = [one["id"] for one in plain["mechanisms"]]
    for gone in declared:
        left = without(plain, {gone})
        assert carriers(plain, gone) > 0
        assert carriers(left, gone) == 0
        for other in declared:
            if other != gone:
                assert carriers(left, other) == carriers(plain, other), (gone, other)


def test_orders_cards_facts_tracks_and_endings_stay_where_they_are() -> None:
    plain = opened("tightrope")
    left = without(plain, {one["id"] for one in plain["mechanisms"]})
    for part in ("orders", "cards", "facts", "tracks", "endings", "setups", "playbooks"):
        assert [one["id"] for one in left[part]] == [one["id"] for one in plain[part]]
    assert left["standing"] == []
    assert {card["bonus"] for card in left["cards"]} == {0}


def test_what_is_left_can_be_played() -> None:
    plain = opened("tightrope")
    for mechanism in plain["mechanisms"]:
        made = compile_scenario(without(plain, {mechanism["id"]}))
        assert len(made.orders) == len(plain["orders"])


def test_the_scenario_that_is_given_stays_as_it_was() -> None:
    plain = load(SMALL)
    before = deepcopy(plain)
    without(plain, {"M1", "M2", "M3"})
    assert plain == before


def test_effects_that_come_later_go_too_and_a_schedule_of_nothing_with_them() -> None:
    plain = opened("tightrope")
    engage = next(one for one in plain["orders"] if one["id"] == "engage")
    assert any("later" in one for one in engage["results"]["success"]["effects"])
    left = without(plain, {"M25"})
    engage = next(one for one in left["orders"] if one["id"] == "engage")
    assert not any("later" in one for one in engage["results"]["success"]["effects"])


def test_a_fact_that_carries_it_gives_its_owner_nothing_any_more() -> None:
    plain = opened("tightrope")
    facts = {one["id"]: one for one in without(plain, {"M13"})["facts"]}
    assert facts["shield_bloc"]["modifier"] == 0
    assert facts["all_joined"]["modifier"] == 1


def test_without_nothing_nothing_goes() -> None:
    plain = load(SMALL)
    assert without(plain, set()) == plain


def test_a_mechanism_that_is_not_declared_is_an_error() -> None:
    with pytest.raises(KeyError, match="M77"):
        without(load(SMALL), {"M77"})
