"""Forks: the parent's lines byte for byte, another seed, and a game that goes on; mended games hold throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.saves import independent
from tests.saves.mended import FACILITATOR, played, step
from wargame.game import chance
from wargame.game.commands import CallThrow, Rewind, Throw
from wargame.game.looking import view_for
from wargame.saves.errors import BadFork, BadName, NameTaken
from wargame.saves.forking import fork
from wargame.saves.reading import read, scan
from wargame.saves.verify import verify
from wargame.table.table import Table


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    return played(tmp_path / "parent.jsonl", 1, steps=30, forks=0)


def test_a_fork_has_the_lines_of_its_parent_byte_for_byte_and_then_its_own(parent: Path) -> None:
    source = read(parent)
    child = parent.with_name("child.jsonl")
    fork(source, 20, child).close()
    assert child.read_bytes().startswith(source.lines(20))
    last = read(child).entries[-1]
    assert (last.n, last.kind) == (21, "forked")
    assert last.data["parent"] == {"session": "parent", "n": 20, "head": source.entries[20].hash}
    seed = bytes.fromhex(last.data["secret"]["seed"])
    assert last.data["commitment"] == chance.commitment(seed)
    assert seed.hex() != source.entries[0].data["secret"]["seed"]


def test_a_fork_goes_on_under_its_own_name_and_shows_nobody_its_seed(parent: Path) -> None:
    child = parent.with_name("child.jsonl")
    fork(read(parent), 20, child).close()
    table = Table.open(child)
    for _ in range(40):
        if table.state.phase != "hotwash":
            step(table)
    state = table.state
    assert state.session == "child"
    assert not state.seed_given
    assert all(label.startswith("child/") for label in _labels(child)[-3:])
    for who in ("town", "guild", "public", FACILITATOR):
        assert state.seed.hex() not in repr(view_for(state, who))
    table.close()
    assert verify(child).ok, verify(child).damage
    assert independent.check(child.read_bytes()).wrong == []


def _labels(path: Path) -> list[str]:
    thrown = [one.data["throw"] for one in read(path).entries if one.kind == "dice_thrown"]
    return [one["label"] for one in thrown if one["label"]]


def test_a_throw_that_was_called_is_called_again_in_a_fork(parent: Path) -> None:
    source = read(parent)
    calls = [one for one in source.entries if one.kind == "throw_called"]
    at = next(one.n for one in calls if one.data["purpose"] == "order")
    child = parent.with_name("child.jsonl")
    fork(source, at, child).close()
    table = Table.open(child)
    judged = table.state.adjudication
    assert judged is not None
    assert judged.called is None
    table.ask(FACILITATOR, CallThrow(judged.order_id))
    table.ask(FACILITATOR, Throw())
    table.close()
    assert _labels(child)[-1].startswith("child/throw/")
    assert verify(child).ok, verify(child).damage


def test_a_fork_can_be_rewound_to_before_the_fork_and_keeps_its_seed(parent: Path) -> None:
    child = parent.with_name("child.jsonl")
    fork(read(parent), 30, child).close()
    table = Table.open(child)
    seed = table.state.seed
    for _ in range(2):
        table.ask(FACILITATOR, Rewind(12, "Further back."))
        for _ in range(25):
            if table.state.phase != "hotwash":
                step(table)
    assert table.state.seed == seed
    live = table.state
    table.close()
    assert verify(child).ok, verify(child).damage
    again = Table.open(child)
    assert again.state.piles == live.piles
    assert again.state.board == live.board
    again.close()


def test_what_is_before_damage_is_rescued(parent: Path) -> None:
    raw = parent.read_bytes()
    lines = raw.split(b"\n")
    lines[40] = lines[40].replace(b'"', b"'", 1)
    broken = scan(parent, b"\n".join(lines))
    assert broken.damage is not None
    child = parent.with_name("child.jsonl")
    fork(broken, 39, child).close()
    assert verify(child).ok
    with pytest.raises(BadFork, match="damaged"):
        fork(broken, 40, parent.with_name("other.jsonl"))


def test_where_and_under_which_name_no_fork_is_made(parent: Path) -> None:
    source = read(parent)
    last = len(source.entries) - 1
    assert source.entries[last].kind == "session_closed"
    with pytest.raises(BadFork, match="was closed with entry"):
        fork(source, last, parent.with_name("child.jsonl"))
    with pytest.raises(BadFork, match="there is no entry"):
        fork(source, last + 1, parent.with_name("child.jsonl"))
    with pytest.raises(BadName):
        fork(source, 9, parent.parent / "deeper" / "parent.jsonl")
    with pytest.raises(BadName):
        fork(source, 9, parent.with_name("No name.jsonl"))
    fork(source, 9, parent.with_name("child.jsonl")).close()
    with pytest.raises(NameTaken):
        fork(source, 9, parent.with_name("child.jsonl"))


@pytest.mark.parametrize("seed", range(6))
def test_games_mended_at_random_hold_and_no_label_is_used_twice(tmp_path: Path, seed: int) -> None:
    path = played(tmp_path / "mended.jsonl", seed, steps=45, forks=2)
    verdict = verify(path)
    assert verdict.damage == []
    assert independent.check(path.read_bytes()).wrong == []
    labels = _labels(path)
    assert len(labels) == len(set(labels))
    kinds = [one.kind for one in read(path).entries]
    assert kinds.count("rewound") > 3
    assert kinds.count("forked") == 2
