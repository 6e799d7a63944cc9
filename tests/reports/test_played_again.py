"""A save is held against the rules: who rewrites it and mends its chain is found where the rules compute."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.both_ways import scenario_of
from tests.house.source import ROOT
from tests.saves import pen, synthetic
from tests.saves.pen import Item
from wargame.analysis.simulate import Plan, Simulation
from wargame.reports.played_again import examine

SAMPLE = ROOT / "saves" / "sample.jsonl"
FORKED = ROOT / "tests" / "playthroughs" / "forked.jsonl"


@cache
def sample() -> bytes:
    return SAMPLE.read_bytes()


@cache
def simulated() -> bytes:
    return b"".join(Simulation(Plan(scenario_of("small"))).logged(1).lines())


@pytest.mark.parametrize(
    "raw", [sample, FORKED.read_bytes, simulated], ids=["sample", "forked", "simulated"]
)
def test_a_true_save_fits_the_rules_throughout(tmp_path: Path, raw: Callable[[], bytes]) -> None:
    verdict = examine(pen.put(tmp_path, raw()))
    assert verdict.damage == []
    assert verdict.ok
    assert verdict.played_again == verdict.entries


def test_a_save_whose_scenario_cannot_be_used_is_checked_without_the_rules(tmp_path: Path) -> None:
    verdict = examine(pen.put(tmp_path, pen.save(synthetic.game())))
    assert (verdict.ok, verdict.played_again, verdict.throws_checked) == (True, 0, 12)


def entry(items: list[Item], kind: str, **where: Any) -> dict[str, Any]:
    """The data of the first entry of a kind with these fields."""
    return next(
        data
        for _, one, data in items
        if one == kind and all(data.get(key) == value for key, value in where.items())
    )


def change(items: list[Item], kind: str, do: str) -> dict[str, Any]:
    """The first change of such a sort in an entry of a kind."""
    found = (
        one
        for _, named, data in items
        if named == kind
        for one in data["changes"]
        if one["do"] == do
    )
    return next(found)


def called(items: list[Item], method: str) -> dict[str, Any]:
    return entry(items, "throw_called", method=method, purpose="order")


def otherwise(items: list[Item]) -> None:
    """A quality that the dice do not show, in both entries that tell of it."""
    proposed = entry(items, "result_proposed", method="weighted")
    proposed["quality"] = "failure" if proposed["quality"] in ("strong", "success") else "success"
    entry(items, "result_accepted", order_id=proposed["order_id"])["quality"] = proposed["quality"]


def dropped(kind: str) -> Callable[[list[Item]], None]:
    """The first entry of a kind is left out."""

    def forge(items: list[Item]) -> None:
        del items[next(n for n, (_, one, _) in enumerate(items) if one == kind)]

    return forge


def renamed(kind: str, field: str, value: Any) -> Callable[[list[Item]], None]:
    """A field of the first entry of a kind says something else."""

    def forge(items: list[Item]) -> None:
        entry(items, kind)[field] = value

    return forge


def less_applied(items: list[Item]) -> None:
    accepted = entry(items, "result_accepted", edited=False)
    accepted["changes"] = accepted["changes"][1:]


def less_revealed(items: list[Item]) -> None:
    entry(items, "orders_revealed")["orders"].pop()


def another_estimate(items: list[Item]) -> None:
    shown = entry(items, "estimates_shown")["estimates"]
    person = next(iter(shown))
    shown[person] = (shown[person] + 50) % 100


def another_door(items: list[Item]) -> None:
    first, second, *_ = [data for _, kind, data in items if kind == "estimate_sealed"]
    first["person"], second["person"] = second["person"], first["person"]


def stood_elsewhere(items: list[Item]) -> None:
    change(items, "effects_applied", "track")["before"] += 1


def out_of_bounds(items: list[Item]) -> None:
    change(items, "effects_applied", "track")["after"] = 99


def better_by_the_others(items: list[Item]) -> None:
    proposed = next(data for _, kind, data in items if kind == "result_proposed" and data["others"])
    proposed["others"][0]["odds"] = 1


def objectives(items: list[Item]) -> None:
    held = entry(items, "objectives_read")["held"]
    seat = next(iter(held))
    name = next(iter(held[seat]))
    held[seat][name] = not held[seat][name]


def line_of_the_same_name(items: list[Item]) -> None:
    first, second, *_ = [data for _, kind, data in items if kind == "rewound"]
    second["branch"] = first["branch"]


def certain(items: list[Item]) -> None:
    called(items, "weighted")["odds"] = 9999


def easier(items: list[Item]) -> None:
    call = called(items, "weighted")
    call["modifier"], call["needed"] = call["modifier"] + 1, call["needed"] - 1


FORGED: dict[str, tuple[Callable[[list[Item]], None], str]] = {
    "a quality that the dice do not show": (otherwise, "its quality is not what the dice show"),
    "odds that are not those of the dice": (certain, "its odds are not those of what counts"),
    "a modifier that nothing gives": (easier, "its odds are not those of what counts"),
    "another margin": (renamed("result_proposed", "margin", 9), "its quality is not"),
    "an effect left out unsaid": (less_applied, "does not say that it was edited"),
    "an order not revealed": (less_revealed, "the orders revealed are not those"),
    "another estimate": (another_estimate, "the estimates shown are not those"),
    "another median": (renamed("estimates_shown", "median", 99), "it is not their median"),
    "an estimate of somebody else": (another_door, "that person does not sit there"),
    "hands that give another share": (
        renamed("hands_counted", "percent", 1),
        "it is not the share of the hands",
    ),
    "leanings that give another mean": (
        renamed("leanings_taken", "percent", 1),
        "it is not the mean of how people lean",
    ),
    "a track that stood elsewhere": (stood_elsewhere, "stood at"),
    "a track out of its bounds": (out_of_bounds, "goes from"),
    "a track adjusted from elsewhere": (renamed("track_adjusted", "before", 77), "not at 77"),
    "another method's odds": (better_by_the_others, "another method would not have given that"),
    "what the board says of objectives": (objectives, "it is not what the board says"),
    "a protection of four levels": (renamed("protection_set", "level", 4), "0 to 3 levels"),
    "two lines of one name": (line_of_the_same_name, "was left before"),
    "estimates never shown": (dropped("estimates_shown"), "its odds are not those"),
    "a secret argument never sealed": (dropped("argument_sealed"), "cannot follow"),
    "an order nobody took up": (dropped("adjudication_opened"), "no order on the table"),
    "a ruling on another order": (
        renamed("adjudication_opened", "order_id", "t9-nobody-1"),
        "does not wait to be adjudicated",
    ),
    "a method that there is not": (renamed("method_chosen", "method", "tarot"), "cannot follow"),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forgery_with_its_chain_mended_is_found(tmp_path: Path, name: str) -> None:
    forge, expected = FORGED[name]
    items = pen.items(sample())
    forge(items)
    verdict = examine(pen.put(tmp_path, pen.save(items)))
    assert not verdict.ok
    sentences = [one.what for one in verdict.damage]
    assert any(expected in one for one in sentences), sentences
