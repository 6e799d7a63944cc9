"""Seals are what the save format prescribes, and canonical JSON has one spelling for a value."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.game.canonical import canonical, compact, fingerprint
from wargame.game.seals import receipt, seal

NONCE = "00112233445566778899aabbccddeeff"

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def test_a_seal_is_what_openssl_gives() -> None:
    order = {"reasons": ["élan", -2], "covert": True, "action": "Envoy to Erbil"}
    expected = "6bc615465bb44734eca5417e0218a92ef2a9fab9bde28395d6621e3602fa17b2"
    assert seal("autumn", 3, "tehran", NONCE, order) == expected


@given(st.integers(1, 99), texts, values)
def test_a_seal_is_a_hash_of_six_lines(turn: int, seat: str, obj: object) -> None:
    text = json.dumps(obj, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    lines = ["wargame-seal", "autumn", str(turn), seat, NONCE, text]
    expected = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert seal("autumn", turn, seat, NONCE, obj) == expected


@pytest.mark.parametrize(
    "other",
    [
        ("winter", 3, "tehran", NONCE, {"a": 1}),
        ("autumn", 4, "tehran", NONCE, {"a": 1}),
        ("autumn", 3, "baghdad", NONCE, {"a": 1}),
        ("autumn", 3, "tehran", NONCE[::-1], {"a": 1}),
        ("autumn", 3, "tehran", NONCE, {"a": 2}),
    ],
)
def test_whatever_differs_gives_another_seal(other: tuple[str, int, str, str, object]) -> None:
    assert seal(*other) != seal("autumn", 3, "tehran", NONCE, {"a": 1})


def test_a_receipt_is_sixteen_digits_in_groups_of_four() -> None:
    assert receipt("ab12cd34ef567890" + "0" * 48) == "ab12 cd34 ef56 7890"


@given(values)
def test_what_is_written_reads_back_the_same(value: object) -> None:
    assert json.loads(compact(value)) == value
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(texts, st.integers(), max_size=6))
def test_canonical_keys_stand_in_code_point_order(value: dict[str, int]) -> None:
    assert list(json.loads(canonical(value))) == sorted(value)
    assert list(json.loads(compact(value))) == list(value)
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_only_what_json_requires_is_escaped() -> None:
    raw = "\x7f\x85\u2028\u2029\ufeff/\U0001f3b2é"
    assert compact(raw) == f'"{raw}"'
    assert compact('"\\\n\t\x00') == '"\\"\\\\\\n\\t\\u0000"'


def test_code_points_sort_beyond_the_first_plane_as_numbers() -> None:
    assert canonical({"\U0001f3b2": 1, "\uffff": 2}) == '{"\uffff":2,"\U0001f3b2":1}'.encode()


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (0.5, "a float has no place"),
        ({"odds": [1, {"p": 1.0}]}, "a float has no place"),
        (float("nan"), "a float has no place"),
        ({1: "a"}, "a key must be text, not 1"),
        ([{None: "a"}], "a key must be text"),
        ({"a": {2, 3}}, "a set has no place"),
        (b"a", "a bytes has no place"),
        ("\ud800", "half a surrogate pair"),
        ({"\udfff": 1}, "half a surrogate pair"),
    ],
)
def test_what_has_no_place_in_a_save_is_refused(value: object, says: str) -> None:
    for write in (compact, canonical, fingerprint):
        with pytest.raises(ValueError, match=says):
            write(value)


def test_a_value_that_holds_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(ValueError, match="nested too deeply"):
        compact(endless)


def test_tuples_are_written_as_lists() -> None:
    assert compact({"dice": (3, 4)}) == '{"dice":[3,4]}'


def test_a_fingerprint_is_the_hash_of_the_canonical_form() -> None:
    assert fingerprint({"b": 1, "a": 2}) == hashlib.sha256(b'{"a":2,"b":1}').hexdigest()
