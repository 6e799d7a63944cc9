"""What shows a mechanism of Tightrope shows it because of what carries it: without that, each test fails."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.decks import test_tightrope_mechanisms, test_tightrope_mechanisms_17_to_32
from tests.decks.sittings import tightrope
from wargame.game.scenario import Scenario

Shown = Callable[[Scenario], None]
NAME = re.compile(r"test_m(\d+)_\w+")


def shown() -> dict[str, Shown]:
    """Every test of a mechanism, by its name."""
    modules = (test_tightrope_mechanisms, test_tightrope_mechanisms_17_to_32)
    every = {name: thing for module in modules for name, thing in vars(module).items()}
    return {name: test for name, test in every.items() if NAME.fullmatch(name)}


def mechanism_of(name: str) -> str:
    found = NAME.fullmatch(name)
    assert found is not None
    return f"M{found[1]}"


def test_each_of_the_32_mechanisms_has_a_test_that_is_named_for_it() -> None:
    declared = [one["id"] for one in tightrope().plain["mechanisms"]]
    assert list(dict.fromkeys(map(mechanism_of, shown()))) == declared
    assert len(declared) == 32


@pytest.mark.parametrize("name", shown())
def test_it_fails_without_the_mechanism(name: str) -> None:
    with pytest.raises(AssertionError):
        shown()[name](tightrope(mechanism_of(name)))
