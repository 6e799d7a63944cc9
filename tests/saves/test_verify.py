"""A verdict says what is wrong, where, and what was recomputed; no save makes it stumble."""

import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.saves import forgeries, pen, synthetic
from tests.saves.pen import Item
from wargame.saves.audit import Audit
from wargame.saves.entry import Entry
from wargame.saves.errors import BadReceipt, MissingSave, UnknownFormat
from wargame.saves.verify import verify

GAME = synthetic.game()
RAW = pen.save(GAME)
FIELDS = {
    "ok",
    "entries",
    "head",
    "damage",
    "torn",
    "throws_checked",
    "draws_checked",
    "seals_checked",
    "seed",
    "simulated",
}
"""The fields that other programs rely on."""


def test_a_verdict_has_the_fields_that_programs_read(tmp_path: Path) -> None:
    plain = verify(pen.put(tmp_path, RAW)).as_json()
    assert plain.keys() >= FIELDS
    assert json.loads(json.dumps(plain)) == plain
    wanted = {
        "ok": True,
        "entries": len(GAME),
        "head": pen.heads(RAW)[-1],
        "damage": [],
        "torn": False,
        "throws_checked": 12,
        "draws_checked": 12,
        "shuffles_checked": 5,
        "seals_checked": 36,
        "seed": "revealed",
        "simulated": False,
        "played_again": 0,
        "head_found": None,
        "head_entry": None,
        "seal_entry": None,
    }
    assert plain == wanted


def test_an_open_game_keeps_its_seed_sealed(tmp_path: Path) -> None:
    verdict = verify(pen.put(tmp_path, pen.save(synthetic.game(close=False))))
    assert (verdict.ok, verdict.seed) == (True, "sealed")


def test_a_simulated_game_says_so(tmp_path: Path) -> None:
    verdict = verify(pen.put(tmp_path, pen.save(synthetic.game("counter-1"))))
    assert (verdict.ok, verdict.simulated, verdict.seals_checked) == (True, True, 0)
    assert verdict.throws_checked == 12


def test_a_torn_tail_is_reported_and_left(tmp_path: Path) -> None:
    path = pen.put(tmp_path, RAW[:-9])
    verdict = verify(path)
    assert (verdict.ok, verdict.torn, verdict.damage) == (False, True, [])
    assert verdict.entries == len(GAME) - 1
    assert path.read_bytes() == RAW[:-9]
    assert [found.name for found in tmp_path.iterdir()] == ["autumn.jsonl"]


def test_damage_has_entry_and_offset(tmp_path: Path) -> None:
    lines = pen.lines(GAME)
    verdict = verify(pen.put(tmp_path, RAW.replace(b"Ask for a charter", b"Ask for a Charter", 1)))
    n = next(n for n, line in enumerate(lines) if b"Ask for a charter" in line)
    (flaw,) = verdict.as_json()["damage"]
    offset = sum(map(len, lines[:n]))
    assert flaw == {"entry": n, "offset": offset, "what": "its hash does not fit"}
    assert verdict.entries == n


def receipts(digits: str) -> list[str]:
    grouped = " ".join(digits[i : i + 4] for i in range(0, 16, 4))
    return [digits[:16], digits, digits[:16].upper(), grouped, f"  {grouped}\n"]


def test_a_head_receipt_is_found_however_it_is_typed(tmp_path: Path) -> None:
    path = pen.put(tmp_path, RAW)
    for n in (0, 40, len(GAME) - 1):
        for typed in receipts(pen.heads(RAW)[n]):
            verdict = verify(path, typed)
            assert (verdict.ok, verdict.head_entry) == (True, n)
            assert verdict.as_json()["head_found"] is True
    assert not verify(path, "0123456789abcdef").ok


def test_the_receipt_of_a_seal_is_known_and_what_it_seals_once_all_is_open(tmp_path: Path) -> None:
    path = pen.put(tmp_path, RAW)
    lines = [json.loads(line) for line in RAW.splitlines()]
    for entry in [one for one in lines if "seal" in one["data"]]:
        seal = entry["data"]["seal"]
        verdict = verify(path, seal[:16])
        assert (verdict.ok, verdict.head_entry, verdict.seal_entry) == (True, None, entry["n"])
        assert hashlib.sha256(verdict.sealed.encode("utf-8")).hexdigest() == seal
    still = pen.put(tmp_path, pen.save(synthetic.game(close=False)))
    verdict = verify(still, seal[:16])
    assert (verdict.ok, verdict.sealed) == (True, "")


@pytest.mark.parametrize("typed", ["", "abc", "0123456789abcde", "0123456789abcdeg", "0" * 65])
def test_what_is_no_receipt_is_refused(tmp_path: Path, typed: str) -> None:
    with pytest.raises(BadReceipt, match="16 hex digits"):
        verify(pen.put(tmp_path, RAW), typed)


def test_what_cannot_be_checked_is_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(MissingSave):
        verify(tmp_path / "autumn.jsonl")
    with pytest.raises(UnknownFormat):
        verify(pen.put(tmp_path, pen.save([pen.opening(format=2)])))


def flaws(items: list[Item]) -> list[tuple[int, str]]:
    """Everything an audit says of a game, by entry."""
    audit = Audit()
    return [
        (n, flaw)
        for n, (by, kind, data) in enumerate(items)
        for flaw in audit.look(Entry(n, pen.AT, by, kind, data, f"{n:064x}"))
    ]


@pytest.mark.parametrize(
    ("forgery", "says"),
    [
        ("a_better_die", "the dice of 'autumn/throw/0' show"),
        ("a_skipped_label", "the label 'autumn/throw/12' skips 1"),
        ("a_reused_label", "the label 'autumn/throw/0' was used before"),
        ("a_label_of_another_purpose", "is not one of autumn/throw/"),
        ("a_throw_that_nobody_called", "no throw 'autumn/throw/0' was called before it"),
        ("a_call_for_other_dice", "its dice are not those that were called"),
        ("a_throw_called_entered", "a die thrown by hand has no label and no nonce"),
        ("a_throw_by_hand_of_seven", "2 dice of 1 to 6 are wanted, not [6, 7]"),
        ("a_die_in_a_copy", "is not the one of its first entry"),
        ("another_card", "is drawn, but"),
        ("a_card_that_does_not_exist", "'windfall' is drawn, but"),
        ("a_card_placed_that_does_not_exist", "there is no card 'windfall'"),
        ("a_card_lost_in_the_first_shuffle", "neither the pile nor the discards of 'events'"),
        ("a_card_doubled_in_a_shuffle", "a card is doubled in the shuffle of 'events'"),
        ("discards_laid_in_another_order", "are shuffled, but not from the order they have"),
        ("another_seat_first", "not drawn among the seats in scenario order"),
        ("another_order_than_was_sealed", "the order is not the one that was sealed"),
        ("a_nonce_used_for_two_seals", "its nonce was used before"),
        ("another_order_withdrawn", "no order 'never-sealed' stands that could be withdrawn"),
        ("another_commitment", "the seed is not the one of its 'commitment'"),
        ("another_seed_at_the_close", "the seed shown at the close is not the seed of the game"),
        ("a_throw_after_the_close", "the session was closed before"),
        ("a_scenario_changed_later", "the scenario is not the one of its 'scenario_sha256'"),
        ("a_second_opening", "a session is opened inside a session"),
    ],
)
def test_a_forgery_is_called_what_it_is(forgery: str, says: str) -> None:
    items = forgeries.forged(GAME, forgery)
    assert items
    assert any(says in what for _, what in flaws(items)), flaws(items)


def test_discards_under_a_pile_that_is_not_empty_would_be_lost_cards() -> None:
    author = synthetic.opened()
    author.draw("events")
    author.draw("events")
    author.shuffle("events", author.discards["events"])
    assert any("3 cards of 'events' are lost" in what for _, what in flaws(author.items))


def test_a_seed_that_is_wrong_is_said_and_the_rest_still_checked(tmp_path: Path) -> None:
    for name in ("another_commitment", "another_seed_at_the_close"):
        items = forgeries.forged(GAME, name)
        assert items
        verdict = verify(pen.put(tmp_path, pen.save(items)))
        assert (verdict.ok, verdict.seed) == (False, "wrong")
        assert len(verdict.damage) == 1
        assert verdict.throws_checked == 12


@pytest.mark.parametrize("many", [3, 2, 1])
def test_several_throws_may_be_called_before_any_is_thrown(many: int) -> None:
    author = synthetic.opened()
    labels = [f"autumn/throw/{k}" for k in range(many)]
    for label in labels:
        author.write("throw_called", method="weighted", odds=5000, sides=6, label=label)
    for _ in labels:
        nonce = author.nonce()
        throw = {"label": author.label("throw"), "nonce": nonce, "sides": 6, "entered": False}
        dice = author.use("throw", nonce).dice(6)
        author.write("dice_thrown", throw={**throw, "dice": dice})
    assert flaws(author.items) == []
    author.write("throw_called", odds=1, sides=6, method="plain", label=f"autumn/throw/{many + 1}")
    assert flaws(author.items) == [
        (len(author.items) - 1, f"the label 'autumn/throw/{many + 1}' skips 1")
    ]


def test_a_call_that_was_rewound_leaves_its_label_to_the_next() -> None:
    assert flaws(synthetic.rewound()) == []


def test_a_call_on_a_line_that_was_left_is_no_call_on_the_next() -> None:
    items = synthetic.rewound()
    throw = next(n for n, item in enumerate(items) if item[1] == "rewound")
    later = [n for n, item in enumerate(items) if item[1] == "throw_called" and n > throw]
    del items[later[0]]
    assert any("was called before it" in what for _, what in flaws(items))


def test_what_is_wrong_with_an_opening_is_all_said_at_once() -> None:
    by, kind, data = pen.opening()
    for key in ("wargame", "setup", "seats", "people", "chance", "scenario_sha256", "commitment"):
        data[key] = 7
    data["seed_given"] = "no"
    said = flaws([(by, kind, data)])
    for key in ("wargame", "setup", "seats", "people", "chance", "seed_given", "commitment"):
        assert any(f"'{key}'" in what for _, what in said)


values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 120) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["label", "dice", "entered", "id", "turn"]), inner)
    ),
    max_leaves=6,
)


def parts(value: Any) -> list[tuple[Any, Any]]:
    """Every place in plain JSON that holds something: its container and its key."""
    if not isinstance(value, dict | list):
        return []
    keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [place for key in keys for place in [(value, key), *parts(value[key])]]


GAMES = [synthetic.opened().items, synthetic.game(turns=1), synthetic.rewound(), synthetic.forked()]


@given(st.sampled_from(GAMES), st.data())
def test_no_nonsense_in_an_entry_makes_an_audit_stumble(
    game: list[Item], draw: st.DataObject
) -> None:
    items = copy.deepcopy(game)
    for _ in range(3):
        container, key = draw.draw(st.sampled_from(parts([data for _, _, data in items])))
        if isinstance(container, dict) and draw.draw(st.booleans()):
            container.pop(key, None)
        elif not isinstance(container, dict) or key in container:
            container[key] = draw.draw(values)
    for n, what in flaws(items):
        assert 0 <= n < len(items)
        assert what
