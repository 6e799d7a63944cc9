"""Two checkers that share no code agree: a true save is found true, and every forgery is found.

The saves are those made up for tests, one of a simulated game, and, when it is there, the sample that
is shipped.
"""

import copy
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.analysis.both_ways import scenario_of
from tests.house.source import ROOT
from tests.saves import forgeries, independent, pen, synthetic
from tests.saves.forgeries import FORGERIES
from tests.saves.mended import mended
from tests.saves.pen import Item
from wargame.analysis.simulate import Plan, Simulation
from wargame.saves.verify import Verdict, verify

SAMPLE = ROOT / "saves" / "sample.jsonl"

MADE_UP: dict[str, Callable[[], bytes]] = {
    name: lambda made=made: pen.save(made())  # type: ignore[misc]
    for name, made in synthetic.GAMES.items()
}
SAVES = MADE_UP | ({"the sample": SAMPLE.read_bytes} if SAMPLE.exists() else {})
SAVES |= {
    "a mended game": mended,
    "a simulation's": lambda: b"".join(Simulation(Plan(scenario_of("small"))).logged(1).lines()),
}


@cache
def raw_of(name: str) -> bytes:
    return SAVES[name]()


@cache
def forged(name: str, forgery: str) -> list[Item] | None:
    return forgeries.forged(pen.items(raw_of(name)), forgery)


CASES = [(name, one) for name in SAVES for one in FORGERIES if forged(name, one) is not None]


def verified(folder: Path, raw: bytes, head: str | None = None) -> Verdict:
    return verify(pen.put(folder, raw), head)


@pytest.mark.parametrize("name", SAVES)
def test_a_true_save_is_found_true(tmp_path: Path, name: str) -> None:
    raw = raw_of(name)
    checker = independent.check(raw)
    assert checker.wrong == []
    verdict = verified(tmp_path, raw)
    assert verdict.damage == []
    assert verdict.ok
    assert checker.counts == {
        "throws": verdict.throws_checked,
        "draws": verdict.draws_checked,
        "shuffles": verdict.shuffles_checked,
        "seals": verdict.seals_checked,
    }
    assert all(checker.counts.values()) or verdict.simulated


@pytest.mark.parametrize("name", SAVES)
def test_the_same_entries_chained_again_are_still_true(tmp_path: Path, name: str) -> None:
    """What the forgeries stand on: chaining alone gives nobody away."""
    again = pen.save(pen.items(raw_of(name)))
    if "forked" in {kind for _, kind, _ in pen.items(again)}:
        assert again == raw_of(name)
    assert independent.check(again).wrong == []
    assert verified(tmp_path, again).ok


@pytest.mark.parametrize(("name", "forgery"), CASES)
def test_a_forgery_is_found_by_both(tmp_path: Path, name: str, forgery: str) -> None:
    items = forged(name, forgery)
    assert items is not None
    raw = pen.save(items)
    assert independent.check(raw).wrong
    verdict = verified(tmp_path, raw)
    assert not verdict.ok
    assert verdict.damage


def test_each_forgery_fits_some_save_and_the_closed_game_gets_most() -> None:
    assert {forgery for _, forgery in CASES} == set(FORGERIES)
    assert len([name for name, _ in CASES if name == "a closed game"]) >= 40


@pytest.mark.parametrize("name", SAVES)
def test_another_spelling_of_the_same_entry_is_found_by_both(tmp_path: Path, name: str) -> None:
    raw = forgeries.respelt(raw_of(name))
    assert independent.check(raw).wrong
    verdict = verified(tmp_path, raw)
    assert [flaw.entry for flaw in verdict.damage] == [verdict.entries - 1]


@pytest.mark.parametrize("name", SAVES)
def test_a_text_rewritten_to_the_end_is_told_by_a_head_receipt_alone(
    tmp_path: Path, name: str
) -> None:
    items = pen.items(raw_of(name))
    n = next(n for n, (_, kind, _) in enumerate(items) if kind == "phase_begun" or n == 8)
    receipt = pen.heads(pen.save(items))[n][:16]
    items[n][2]["reason"] = "because we said so"
    items = [one for one in items if one[1] != "forked"]
    raw = pen.save(items[: n + 2])
    assert independent.check(raw).wrong == []
    assert verified(tmp_path, raw).ok
    assert independent.check(raw, receipt).wrong
    assert not verified(tmp_path, raw, receipt).ok


@pytest.mark.parametrize("name", SAVES)
def test_a_save_cut_at_the_end_of_a_line_is_told_by_a_head_receipt_alone(
    tmp_path: Path, name: str
) -> None:
    raw = raw_of(name)
    receipt = pen.heads(raw)[-1][:16]
    cut = raw[: raw[:-1].rindex(b"\n") + 1]
    assert independent.check(cut).wrong == []
    assert verified(tmp_path, cut).ok
    assert independent.check(cut, receipt).wrong
    verdict = verified(tmp_path, cut, receipt)
    assert not verdict.ok
    assert verdict.as_json()["head_found"] is False


@pytest.mark.parametrize("name", SAVES)
def test_odds_changed_after_the_call_are_told_by_a_head_receipt(tmp_path: Path, name: str) -> None:
    items = pen.items(raw_of(name))
    receipt = pen.heads(pen.save(items))[-1][:16]
    call = next(n for n, (_, kind, _) in enumerate(items) if kind == "throw_called")
    items[call][2]["odds"] = 9999
    assert not verified(tmp_path, pen.save(items), receipt).ok
    assert independent.check(pen.save(items), receipt).wrong


@pytest.mark.parametrize("name", SAVES)
def test_every_throw_draw_and_seal_matters(tmp_path: Path, name: str) -> None:
    """One digit of every one of them, entry by entry; of a long game, of some from all over it."""
    items = pen.items(raw_of(name))
    there = [n for n in range(len(items)) if spoilt(items, n) is not None]
    assert len(there) >= 3
    for n in there[:: len(there) // 12 + 1]:
        raw = pen.save(spoilt(items, n) or [])
        assert any(flaw.entry == n for flaw in verified(tmp_path, raw).damage)
        assert any(one.startswith(f"entry {n}:") for one in independent.check(raw).wrong)


def spoilt(items: list[Item], n: int) -> list[Item] | None:
    """The game with one digit of entry `n` changed; None when nothing in it can be recomputed."""
    by, kind, data = items[n]
    data = copy.deepcopy(data)
    if kind == "dice_thrown" and data["throw"]["label"]:
        data["throw"]["dice"][0] = data["throw"]["dice"][0] % 6 + 1
    elif kind.endswith("_sealed") and data["seal"]:
        data["seal"] = forgeries.swapped_digit(data["seal"])
    elif kind == "card_drawn":
        data["card"] = "another"
    else:
        return None
    return [*items[:n], (by, kind, data), *items[n + 1 :]]
