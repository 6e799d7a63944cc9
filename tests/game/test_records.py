"""A dataclass whose methods are written later is what the standard library would have made at once."""

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from types import FunctionType
from typing import Any

import pytest

from tests.house.source import ROOT
from wargame.game.board import Board
from wargame.game.commands import Advance, WriteNote
from wargame.game.pieces import Band
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario


@dataclass(slots=True)
class Cup:
    """A cup."""

    owner: str
    full: bool = True
    sips: list[int] = dataclasses.field(default_factory=list)
    washed: int = dataclasses.field(default=0, compare=False, repr=False)


@dataclass(slots=True, frozen=True)
class Saucer:
    """A saucer."""

    owner: str
    crumbs: int = 0


@dataclass
class Tray:
    """A tray, which knows its own words for itself."""

    cups: tuple[Cup, ...]
    count: int = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.cups)

    def __repr__(self) -> str:
        return f"a tray of {self.count}"


def written(kind: type, name: str) -> bool:
    """Whether the library has written this method of a class."""
    return isinstance(vars(kind)[name], FunctionType)


def test_a_method_is_written_when_it_is_first_called_and_not_before() -> None:
    @dataclass(slots=True)
    class Spoon:
        owner: str

    assert not written(Spoon, "__init__")
    spoon = Spoon("red")
    assert written(Spoon, "__init__")
    assert not written(Spoon, "__eq__")
    assert spoon == Spoon("red")
    assert written(Spoon, "__eq__")
    assert not written(Spoon, "__repr__")


def test_a_record_is_made_compared_shown_matched_and_replaced_as_the_library_does() -> None:
    one = Cup("red", sips=[1])
    assert one == Cup("red", True, [1], washed=3)
    assert one != Cup("blue", True, [1])
    other: object = Saucer("red")
    assert one != other
    assert repr(one) == "Cup(owner='red', full=True, sips=[1])"
    assert [field.name for field in dataclasses.fields(one)] == ["owner", "full", "sips", "washed"]
    assert dataclasses.replace(one, owner="blue") == Cup("blue", True, [1])
    assert dataclasses.asdict(Saucer("red")) == {"owner": "red", "crumbs": 0}
    assert Cup("red").sips is not Cup("red").sips
    match one:
        case Cup(owner, full):
            assert (owner, full) == ("red", True)
        case _:
            pytest.fail("it does not match")


def test_what_may_change_cannot_be_hashed_and_has_no_place_for_more() -> None:
    one = Cup("red")
    one.owner = "blue"
    assert one.owner == "blue"
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
    with pytest.raises(AttributeError):
        one.handle = 1  # type: ignore[attr-defined]


def test_what_is_frozen_is_hashed_and_cannot_be_changed() -> None:
    one = Saucer("red")
    assert hash(one) == hash(Saucer("red"))
    assert {one: 1}[Saucer("red")] == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.owner = "blue"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.owner
    assert one.owner == "red"


@pytest.mark.parametrize("one", [Cup("red", sips=[1, 2]), Saucer("red", 3)])
def test_a_record_is_copied_and_sent_between_processes(one: object) -> None:
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - made here
    assert copy.copy(one) == one
    assert copy.deepcopy(one) == one


def test_a_record_is_read_by_a_process_that_has_made_none() -> None:
    sent = pickle.dumps(Band(1, "calm", "All is quiet."))
    code = f"import pickle; print(pickle.loads({sent!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "Band(start=1, word='calm', text='All is quiet.')", done.stderr


def test_a_class_keeps_the_methods_of_its_own_and_what_it_does_once_made() -> None:
    tray = Tray((Cup("red"), Cup("blue")))
    assert tray.count == 2
    assert repr(tray) == "a tray of 2"
    assert tray == Tray((Cup("red"), Cup("blue")))


def test_too_little_and_too_much_are_refused_by_the_librarys_own_words() -> None:
    with pytest.raises(TypeError, match=r"Cup.__init__\(\) missing 1 required .* 'owner'"):
        Cup()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'handle'"):
        Saucer("red", handle=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", [Advance, WriteNote, Band, Board, Scenario, Cup, Saucer, Tray])
def test_what_is_written_is_what_the_library_writes(kind: Any) -> None:
    """The signature is that of a class which the library makes from the same fields."""
    fields = [
        (one.name, one.type, dataclasses.field(default=one.default, init=one.init))
        if one.default is not dataclasses.MISSING
        else (
            one.name,
            one.type,
            dataclasses.field(default_factory=one.default_factory, init=one.init),
        )
        if one.default_factory is not dataclasses.MISSING
        else (one.name, one.type, dataclasses.field(init=one.init))
        for one in dataclasses.fields(kind)
    ]
    frozen = kind.__dataclass_params__.frozen
    plain: Any = dataclasses.make_dataclass(kind.__name__, fields, frozen=frozen)
    expected = inspect.signature(plain.__init__)
    assert list(inspect.signature(kind.__init__).parameters) == list(expected.parameters)
    assert kind.__match_args__ == plain.__match_args__
    assert (kind.__hash__ is None) == (plain.__hash__ is None)
