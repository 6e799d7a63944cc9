"""Every kind of event becomes an entry's data and comes back the same; anything else is refused."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from wargame.game.canonical import compact
from wargame.game.events import EVENTS, KINDS, Event, PhaseBegun, kind_of
from wargame.saves.events import data_of, event_of

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
plain: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
st.register_type_strategy(str, texts)


def any_event(event: type) -> st.SearchStrategy[Event]:
    """Events of one kind, with any JSON where their fields may hold any."""
    loose = {
        name: st.dictionaries(texts, plain, max_size=3)
        for name, hint in get_type_hints(event).items()
        if hint == dict[str, Any]
    }
    return st.builds(event, **loose)


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
@given(st.data())
@settings(max_examples=25)
def test_an_event_comes_back_from_plain_json(event: type, draw: st.DataObject) -> None:
    happened = draw.draw(any_event(event))
    kind, data = data_of(happened)
    assert KINDS[kind] is event
    assert event_of(kind, json.loads(compact(data))) == happened


@cache
def typed(event: type) -> TypeAdapter[Event]:
    """What writes an event by the types of its fields."""
    return TypeAdapter(event)


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
@given(st.data())
@settings(max_examples=25)
def test_an_event_is_written_as_its_types_say(event: type, draw: st.DataObject) -> None:
    happened = draw.draw(any_event(event))
    _, data = data_of(happened)
    dumped = typed(event).dump_python(happened, mode="json")
    assert compact(data) == compact(without_added(happened, dumped))
    assert event_of(kind_of(event), data) == typed(event).validate_python(dumped)


def without_added(value: Any, dumped: Any) -> Any:
    """What pydantic makes of a value, less the later fields that are empty."""
    if is_dataclass(value):
        return {
            one.name: without_added(getattr(value, one.name), dumped[one.name])
            for one in fields(value)
            if getattr(value, one.name) or one.metadata.get("added") is None
        }
    if isinstance(value, list | tuple):
        return [without_added(*pair) for pair in zip(value, dumped, strict=True)]
    if isinstance(value, dict):
        return {key: without_added(inner, dumped[key]) for key, inner in value.items()}
    return dumped


def test_what_json_cannot_say_is_no_field_of_an_event() -> None:
    with pytest.raises(TypeError, match="cannot hold a float"):
        data_of(PhaseBegun("event", 1.5))  # type: ignore[arg-type]


def test_kinds_are_class_names_in_snake_case() -> None:
    assert kind_of(PhaseBegun) == "phase_begun"
    assert len(KINDS) == len(EVENTS)


@pytest.mark.parametrize(
    ("kind", "data", "says"),
    [
        ("phase_ended", {}, "unknown kind 'phase_ended'"),
        ("phase_begun", {}, "phase_begun: phase: "),
        ("phase_begun", {"phase": "event"}, "phase_begun: turn: "),
        ("phase_begun", {"phase": "lunch", "turn": 1}, "phase_begun: phase: "),
        ("phase_begun", {"phase": "event", "turn": "soon"}, "phase_begun: turn: "),
        ("dice_thrown", {"throw": {"label": ""}}, r"dice_thrown: throw\.nonce: "),
    ],
)
def test_what_is_no_event_is_refused_in_one_line(
    kind: str, data: dict[str, Any], says: str
) -> None:
    with pytest.raises(ValueError, match=says) as caught:
        event_of(kind, data)
    assert "\n" not in str(caught.value)
