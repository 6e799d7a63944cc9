"""What was validated before is compiled without the models, and comes out the same."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from tests.house.source import ROOT
from wargame.decks.board import Track
from wargame.decks.check import opened
from wargame.decks.compile import compile_known, compile_scenario
from wargame.decks.effects import MODELS
from wargame.decks.given import ATTRIBUTES, EFFECTS, MAPPINGS, given
from wargame.decks.schema import Scenario
from wargame.game.amounts import Waiting
from wargame.game.pieces import Effect

SMALL = str(ROOT / "tests" / "decks" / "small")
FOLDERS = ("tightrope", "aland", SMALL, str(ROOT / "tests" / "benchmarks" / "t20_scenario"))


def models(annotation: Any, seen: set[Any]) -> Iterator[type[BaseModel]]:
    """Every model that a scenario can hold."""
    model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if model and annotation not in seen:
        seen.add(annotation)
        yield annotation
        for info in annotation.model_fields.values():
            yield from models(info.annotation, seen)
    for inner in get_args(annotation):
        yield from models(inner, seen)


def written() -> Iterator[tuple[str, Any, str]]:
    """Each key of every model: its name in a file, its annotation, and the attribute."""
    for model in models(Scenario, set()):
        for name, info in model.model_fields.items():
            yield info.alias or name, info.annotation, name


def shape(value: Any) -> Any:
    """A compiled value as something to compare: functions by the text they were made from."""
    if isinstance(value, Waiting):
        return shape(value.made())
    if callable(value) and not isinstance(value, type):
        code = getattr(value, "__code__", None)
        return ("function", value.__doc__, code and (code.co_code, code.co_names))
    if is_dataclass(value):
        return [
            (one.name, shape(getattr(value, one.name)))
            for one in fields(value)
            if one.name not in {"plain", "_ready"}
        ]
    if isinstance(value, Mapping):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [shape(one) for one in value]
    return value


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_scenario_known_to_be_valid_compiles_to_the_same(folder: str) -> None:
    plain = opened(folder)
    expected = shape(compile_scenario(plain))
    assert shape(compile_known(plain)) == expected
    assert shape(compile_known(plain, same=True)) == expected


def test_a_playbook_is_compiled_once_and_when_it_is_asked_for() -> None:
    shelf = compile_known(opened("tightrope"), same=True).playbooks["baghdad"]
    assert len(shelf) == len(list(shelf)) > 5
    assert shelf["broaden"] is shelf["broaden"]
    with pytest.raises(KeyError):
        shelf["nobody"]


def test_every_attribute_of_the_models_is_there() -> None:
    model = Scenario.model_validate(opened("tightrope"))
    made = given(opened("tightrope"))
    for one, other in zip(model.tracks, made.tracks, strict=True):
        assert (one.low, one.high, one.for_) == (other.low, other.high, other.for_)
    for band, same in zip(model.tracks[0].bands, made.tracks[0].bands, strict=True):
        assert band.from_ == same.from_


def test_the_kinds_of_effects_are_those_of_the_models_in_their_order() -> None:
    assert tuple(MODELS) == EFFECTS
    assert [model.kind for model in MODELS.values()] == list(EFFECTS)  # type: ignore[attr-defined]


def test_the_other_names_are_those_of_the_models() -> None:
    assert {key: name for key, _, name in written() if key != name} == ATTRIBUTES


def test_braces_hold_names_under_these_keys_and_items_under_all_others() -> None:
    for key, annotation, _ in written():
        kinds = [get_origin(one) or one for one in (annotation, *get_args(annotation))]
        if dict in kinds:
            assert key in MAPPINGS
        items = [one for one in kinds if isinstance(one, type) and issubclass(one, BaseModel)]
        if items and list not in kinds:
            assert key not in MAPPINGS


def test_the_ends_of_a_track_are_those_of_its_model_when_they_are_not_written() -> None:
    for kind in ("track", "bloc"):
        plain = Track.model_validate({"id": "x", "name": "X", "kind": kind}).model_dump(
            mode="json", by_alias=True
        )
        (made,) = given({"tracks": [plain]}).tracks
        model = Track.model_validate(plain)
        assert (made.low, made.high) == (model.low, model.high)


def test_json_that_lacks_what_has_a_default_is_validated_anew() -> None:
    plain = opened(SMALL)
    older = {key: value for key, value in plain.items() if key != "default_setup"}
    older["seats"] = [{key: one[key] for key in ("id", "name")} for one in plain["seats"]]
    older["setups"] = []
    assert compile_known(older).seats[0].orders == 1
    assert list(compile_known(older).setups) == ["standard"]


def test_a_later_effect_keeps_its_inner_effects() -> None:
    def inner(effects: tuple[Effect, ...]) -> Iterator[Effect]:
        for one in effects:
            yield one
            yield from inner(one.inner)

    scenario = compile_known(opened("tightrope"))
    kinds = {
        one.kind
        for effects in (
            *(card.effects for card in scenario.cards.values()),
            *(rule.effects for rule in scenario.rules),
            *(one.success.effects for one in scenario.orders.values()),
        )
        for one in inner(effects)
    }
    assert {"track", "fact", "later"} <= kinds


def test_neither_pydantic_nor_yaml_is_loaded_for_it(tmp_path: Path) -> None:
    code = (
        "import json, sys\n"
        "from wargame.decks.compile import compile_known\n"
        "compile_known(json.load(open(sys.argv[1])))\n"
        "loaded = {'pydantic', 'yaml'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    path = tmp_path / "plain.json"
    path.write_text(json.dumps(opened("tightrope")), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
