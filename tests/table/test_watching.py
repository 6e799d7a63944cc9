"""Looking on at a game that another process plays: the same views, entry by entry, and nothing to say in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.table.games import FACILITATOR, PEOPLE, SEED, small
from wargame.game.changes import OrderText
from wargame.game.commands import Advance, Command, OpenSession, SealOrder, WriteNote
from wargame.game.refusals import Refused
from wargame.table.table import Table


def played(folder: Path) -> Table:
    opening = OpenSession("bridge", people=list(PEOPLE))
    return Table.create(folder / "bridge.jsonl", small(), opening, SEED)


def test_whoever_looks_on_sees_what_the_table_shows_after_every_command(tmp_path: Path) -> None:
    table = played(tmp_path)
    watching = Table.watch(table.log.path)
    told: list[int] = []
    watching.on_change(lambda: told.append(1))
    steps: list[Command] = [Advance("setup"), Advance("event"), WriteNote("a note")]
    for step in steps:
        table.ask(FACILITATOR, step)
        assert watching.catch_up() == ""
        for who in ("public", FACILITATOR, "town"):
            assert watching.view(who) == table.view(who)
    assert len(told) == len(steps)
    assert watching.catch_up() == ""
    assert len(told) == len(steps)


def test_whoever_looks_on_can_ask_for_nothing_and_locks_nothing(tmp_path: Path) -> None:
    table = played(tmp_path)
    watching = Table.watch(table.log.path)
    with pytest.raises(Refused) as refused:
        watching.ask(FACILITATOR, Advance("setup"))
    assert refused.value.code == "read_only"
    table.ask(FACILITATOR, Advance("setup"))
    table.close()
    Table.open(table.log.path).close()  # nobody else holds it


def test_a_line_that_was_cut_back_is_unseen_again(tmp_path: Path) -> None:
    table = played(tmp_path)
    table.ask(FACILITATOR, Advance("setup"))
    table.ask(FACILITATOR, Advance("event"))
    before = table.log.path.read_bytes()
    views = table.view("public")
    table.ask("town", SealOrder("town", OrderText("", "Dig a ditch.")))
    table.ask(FACILITATOR, Advance("talks"))
    watching = Table.watch(table.log.path)
    assert watching.view("public") != views
    table.log.path.write_bytes(before)
    assert watching.catch_up() == ""
    assert watching.view("public") == views


def test_a_save_that_is_no_longer_sound_is_said(tmp_path: Path) -> None:
    table = played(tmp_path)
    table.ask(FACILITATOR, Advance("setup"))
    watching = Table.watch(table.log.path)
    path = table.log.path
    path.write_bytes(path.read_bytes() + b'{"n":9999}\n{"n":10000}\n')
    assert "entry" in watching.catch_up()


def test_a_save_that_is_emptied_or_deleted_is_said_and_followed_again_when_it_is_back(
    tmp_path: Path,
) -> None:
    table = played(tmp_path)
    path = table.log.path
    watching = Table.watch(path)
    seen, kept = watching.view("public"), path.read_bytes()
    path.write_bytes(b"")
    assert "it is empty now" in watching.catch_up()
    path.unlink()
    assert "cannot be read: No such file" in watching.catch_up()
    assert watching.view("public") == seen
    path.write_bytes(kept)
    assert watching.catch_up() == ""
    assert watching.view("public") == seen
    assert watching.state.entries == table.state.entries
