"""Links: a seat's line to a table in this process, its pass phrase, and what the facilitator can do for the save."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.table.games import FACILITATOR, SEATS, entries, new, play
from wargame.game.changes import OrderText
from wargame.game.commands import Advance, SealOrder, SendMessage, WriteNote
from wargame.game.refusals import Refused
from wargame.table import phrases
from wargame.table.link import Keeper, Link
from wargame.table.seats import LocalKeeper, LocalLink, links
from wargame.table.table import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return new(tmp_path / "autumn.jsonl")


def test_there_is_a_link_for_every_seat_the_facilitator_and_the_public_screen(table: Table) -> None:
    made = links(table)
    assert set(made) == {*SEATS, FACILITATOR, "public"}
    for who, link in made.items():
        typed: Link = link
        assert typed.who == typed.view().who == who
        assert typed.trouble() == ""


async def test_a_link_asks_as_its_own_seat(table: Table) -> None:
    play(table, 2)
    made = links(table)
    await made["guild"].ask(SealOrder("guild", OrderText("", "Wait.")))
    assert entries(table)[-1].by == "guild"
    with pytest.raises(Refused) as refused:
        await made["guild"].ask(SealOrder("town", OrderText("", "Wait.")))
    assert refused.value.code == "not_your_seat"
    with pytest.raises(Refused) as refused:
        await made["guild"].ask(Advance("talks"))
    assert refused.value.code == "facilitator_only"


async def test_the_public_screen_asks_for_nothing(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        await links(table)["public"].ask(SendMessage("town", ["guild"], "Hello."))
    assert refused.value.code == "no_such_seat"


async def test_everybody_is_told_of_every_change(table: Table) -> None:
    made = links(table)
    told: list[str] = []
    stops = [link.on_change(partial(told.append, who)) for who, link in made.items()]
    await made[FACILITATOR].ask(WriteNote("One."))
    assert told == list(made)
    for stop in stops:
        stop()
    await made[FACILITATOR].ask(WriteNote("Two."))
    assert len(told) == len(made)


async def test_a_seat_without_a_phrase_opens_to_any_and_with_one_to_that_alone(
    table: Table,
) -> None:
    link = LocalLink(table, "town")
    assert link.opens("")
    assert link.opens("anything")
    await link.set_phrase("schönes Wetter")
    assert link.opens("schönes Wetter")
    for wrong in ("", "schones Wetter", "schönes Wetter "):
        assert not link.opens(wrong)
    assert LocalLink(table, "guild").opens("")
    assert LocalLink(table, FACILITATOR).opens("")
    await link.set_phrase("")
    assert link.opens("")


async def test_a_phrase_stands_nowhere_in_the_save_and_survives_it(table: Table) -> None:
    await LocalLink(table, "town").set_phrase("open sesame")
    path = table.log.path
    table.close()
    assert b"sesame" not in path.read_bytes()
    again = LocalLink(Table.open(path), "town")
    assert again.opens("open sesame")
    assert not again.opens("open")


def test_the_same_phrase_gives_another_digest_each_time() -> None:
    first, second = phrases.digest_of("x"), phrases.digest_of("x")
    assert first != second
    assert phrases.matches("x", *first)
    assert phrases.matches("x", *second)
    assert not phrases.matches("y", *first)
    assert [len(part) for part in first] == [32, 64]


def test_a_phrase_may_be_any_text() -> None:
    for phrase in ("", "\ud800", "Ḥ" * 500):
        assert phrases.matches(phrase, *phrases.digest_of(phrase))


def test_a_keeper_tries_again_and_says_why_it_still_fails(table: Table, tmp_path: Path) -> None:
    keeper: Keeper = LocalKeeper(table)
    assert keeper.retry() == ""
    table.log.path.rename(tmp_path / "away")
    with pytest.raises(Refused):
        table.ask(FACILITATOR, WriteNote("One."))
    assert "could not be written" in links(table)["town"].trouble()
    assert keeper.retry() != ""
    (tmp_path / "away").rename(table.log.path)
    assert keeper.retry() == ""
    assert table.trouble() == ""
    table.ask(FACILITATOR, WriteNote("One."))


def test_a_keeper_saves_elsewhere_and_the_game_goes_on_there(table: Table, tmp_path: Path) -> None:
    keeper = LocalKeeper(table)
    table.log.path.unlink()
    with pytest.raises(Refused):
        table.ask(FACILITATOR, WriteNote("One."))
    assert keeper.save_elsewhere(str(tmp_path / "no" / "folder.jsonl")) != ""
    assert keeper.save_elsewhere(str(tmp_path / "winter.jsonl")) == ""
    play(table).close()
    assert Table.open(tmp_path / "winter.jsonl").state.closed


def test_a_keeper_goes_on_in_memory_and_counts_what_is_not_saved(
    table: Table, tmp_path: Path
) -> None:
    keeper = LocalKeeper(table)
    table.log.path.rename(tmp_path / "away")
    with pytest.raises(Refused):
        table.ask(FACILITATOR, WriteNote("One."))
    keeper.in_memory()
    table.ask(FACILITATOR, WriteNote("Two."))
    assert keeper.unsaved() == 1
    assert table.trouble() != ""
    (tmp_path / "away").rename(table.log.path)
    assert keeper.retry() == ""
    assert keeper.unsaved() == 0
    assert entries(table)[-1].data["text"] == "Two."
