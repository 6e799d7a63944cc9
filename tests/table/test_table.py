"""The table: it writes before anything happens, tells afterwards, and opens again where it stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.saves.pen import items, save
from tests.table.games import (
    BOOKS,
    FACILITATOR,
    PEOPLE,
    SEATS,
    SEED,
    Ticking,
    entries,
    kinds,
    new,
    play,
    small,
)
from wargame.game import chance
from wargame.game.changes import OrderText, Person
from wargame.game.commands import (
    Advance,
    HandSeat,
    OpenSession,
    Rewind,
    SealOrder,
    WriteNote,
)
from wargame.game.refusals import Refused
from wargame.saves.errors import DamagedSave, MissingSave, NameTaken
from wargame.saves.verify import verify
from wargame.table.table import Table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "autumn.jsonl"


def test_a_new_game_writes_its_opening_and_is_set_up(path: Path) -> None:
    table = new(path, banner="EXERCISE")
    assert kinds(table) == [
        "session_opened",
        "deck_shuffled",
        "deck_shuffled",
        "order_drawn",
        "phase_settled",
    ]
    first = entries(table)[0]
    assert first.by == FACILITATOR
    assert first.data["session"] == "autumn"
    assert first.data["commitment"] == chance.commitment(SEED)
    assert (table.view("town").banner, table.view("town").seed_given) == ("EXERCISE", True)


def test_a_game_without_a_given_seed_has_one_of_its_own(tmp_path: Path) -> None:
    seeds = set()
    for name in ("one", "two"):
        table = Table.create(tmp_path / f"{name}.jsonl", small(), OpenSession(name))
        assert not table.view("town").seed_given
        seeds.add(table.state.seed)
        assert len(table.state.seed) == 32
    assert len(seeds) == 2


def test_what_is_asked_stands_in_the_save_before_anybody_is_told(path: Path) -> None:
    table = new(path)
    seen: list[tuple[int, int]] = []
    table.on_change(lambda: seen.append((len(entries(table)), table.state.entries + 1)))
    table.ask(FACILITATOR, WriteNote("One."))
    table.ask(FACILITATOR, Advance("setup"))
    assert len(seen) == 2
    assert all(written == happened for written, happened in seen)


def test_a_refusal_writes_nothing_and_tells_nobody(path: Path) -> None:
    table = new(path)
    before = path.read_bytes()
    told: list[int] = []
    table.on_change(lambda: told.append(1))
    with pytest.raises(Refused):
        table.ask("town", Advance("setup"))
    assert path.read_bytes() == before
    assert told == []


def test_who_stops_watching_is_not_told(path: Path) -> None:
    table = new(path)
    told: list[int] = []
    stop = table.on_change(lambda: told.append(1))
    stop()
    table.ask(FACILITATOR, WriteNote("One."))
    assert told == []


def test_entries_are_by_whoever_asked_and_what_happens_by_itself_by_the_table(path: Path) -> None:
    table = new(path)
    table.ask(FACILITATOR, Advance("setup"))
    play(table, 2)
    table.ask("guild", SealOrder("guild", OrderText("", "Wait.")))
    by = {(one.kind, one.by) for one in entries(table)}
    assert ("phase_begun", FACILITATOR) in by
    assert ("card_drawn", "table") in by
    assert ("phase_settled", "table") in by
    assert ("order_sealed", "guild") in by


def test_times_are_those_of_the_clock_in_utc(path: Path) -> None:
    table = new(path)
    table.ask(FACILITATOR, Advance("setup"))
    assert entries(table)[0].at == "2026-11-22T09:00:01.123Z"
    assert table.view("town").since == entries(table)[5].at


def test_names_of_people_stand_where_they_sit_down_and_nowhere_else(path: Path) -> None:
    table = play(new(path, playbooks=BOOKS))
    lines = path.read_bytes().splitlines()
    assert b"Player one" in lines[0]
    assert all(b"Player" not in line for line in lines[1:])
    assert table.view("guild").people == {"ann": "Player one", "bob": "Player two"}


def test_a_whole_game_played_by_playbooks_verifies(path: Path) -> None:
    play(new(path, playbooks=BOOKS)).close()
    verdict = verify(path)
    assert verdict.as_json()["ok"], verdict.as_json()


def test_every_seat_is_shown_the_head_at_each_turns_end_and_at_the_close(path: Path) -> None:
    table = play(new(path))
    ends = [
        one for one in entries(table) if one.kind == "phase_settled" and one.data["phase"] == "wrap"
    ]
    heads = [(one.turn, one.head) for one in table.view("abbey").heads]
    close = entries(table)[-1]
    assert heads == [*((one.data["turn"], one.hash[:16]) for one in ends), (0, close.hash[:16])]
    assert close.kind == "session_closed"
    assert len(heads) == 5


def test_a_game_opens_again_exactly_where_it_stopped(path: Path) -> None:
    table = play(new(path, playbooks=BOOKS), 17)
    views = {who: table.view(who) for who in (*SEATS, FACILITATOR, "public")}
    table.close()
    again = Table.open(path)
    assert {who: again.view(who) for who in views} == views


def test_a_second_opener_may_look_but_not_play(path: Path) -> None:
    table = play(new(path), 3)
    second = Table.open(path)
    assert second.view("town") == table.view("town")
    assert "being written" in second.log.why
    assert second.trouble() == "This save is open elsewhere; here it can only be read."
    with pytest.raises(Refused) as refused:
        second.ask(FACILITATOR, WriteNote("x"))
    assert refused.value.code == "read_only"
    second.close()
    table.ask(FACILITATOR, WriteNote("x"))


def test_after_the_first_table_let_go_the_next_one_may_play(path: Path) -> None:
    table = new(path)
    table.close()
    with pytest.raises(Refused):
        table.ask(FACILITATOR, WriteNote("x"))
    Table.open(path).ask(FACILITATOR, WriteNote("y"))


def test_a_name_that_is_taken_is_refused_and_nothing_is_written(path: Path) -> None:
    new(path).close()
    before = path.read_bytes()
    with pytest.raises(NameTaken):
        new(path)
    assert path.read_bytes() == before


def test_a_save_that_is_not_there_cannot_be_opened(path: Path) -> None:
    with pytest.raises(MissingSave):
        Table.open(path)


def forged(path: Path, kind: str, **data: object) -> None:
    """Change the data of the last entry of a kind, and mend the chain after it."""
    told = items(path.read_bytes())
    place = max(number for number, item in enumerate(told) if item[1] == kind)
    told[place][2].update(data)
    path.write_bytes(save(told))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("card_placed", {"deck": "sea"}),
        ("phase_begun", {"phase": 3}),
        ("effects_applied", {"changes": [{"do": "track", "track": "x", "before": 0, "after": 1}]}),
        ("deck_shuffled", {"label": "nonsense"}),
        ("session_opened", {"setup": "nowhere"}),
        ("session_opened", {"secret": {}}),
    ],
)
def test_what_the_rules_cannot_have_made_is_told_as_damage_and_let_go(
    path: Path, kind: str, data: dict[str, object]
) -> None:
    play(new(path), 4).close()
    whole = path.read_bytes()
    forged(path, kind, **data)
    with pytest.raises(DamagedSave) as damaged:
        Table.open(path)
    assert f"entry {damaged.value.entry} at byte {damaged.value.offset}" in str(damaged.value)
    path.write_bytes(whole)
    table = Table.open(path)
    assert table.log.writable


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        (OpenSession("Autumn!"), "bad_name"),
        (OpenSession("autumn", setup="nowhere"), "no_such_setup"),
        (OpenSession("autumn", turns=100), "bad_turns"),
        (OpenSession("autumn", turns=-1), "bad_turns"),
        (OpenSession("autumn", people=[Person("ann", "A", "moon")]), "no_such_seat"),
        (OpenSession("autumn", people=[Person("guild", "A", "town")]), "bad_id"),
        (OpenSession("autumn", people=[Person("A B", "A", "town")]), "bad_id"),
        (OpenSession("autumn", people=[PEOPLE[0], PEOPLE[0]]), "bad_id"),
        (OpenSession("autumn", playbooks={"moon": "random"}), "no_such_seat"),
        (OpenSession("autumn", playbooks={"town": "chess"}), "no_such_playbook"),
    ],
)
def test_an_opening_that_cannot_be_is_refused_and_nothing_is_written(
    path: Path, opening: OpenSession, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        Table.create(path, small(), opening)
    assert refused.value.code == code
    assert not path.exists()


def test_a_person_in_a_seat_that_is_not_there_is_told_which_seats_are(path: Path) -> None:
    opening = OpenSession("autumn", people=[Person("p1", "Bob", "iran")])
    with pytest.raises(
        Refused, match=r"Bob: there is no seat 'iran'\. Seats: town, guild"
    ) as refused:
        Table.create(path, small(), opening)
    assert refused.value.code == "no_such_seat"


def test_an_opening_may_have_fewer_turns_and_another_setup(path: Path) -> None:
    table = new(path, setup="1450", turns=1)
    assert (table.view("town").turns, table.view("town").setup) == (1, "Twenty years on")
    play(table)
    assert [one.turn for one in table.heads] == [1, 0]


def test_a_rewind_says_when_the_phase_was_taken_up_again(path: Path) -> None:
    table = play(new(path), 5)
    table.ask(FACILITATOR, Rewind(6, "Once more."))
    assert "rewound" in kinds(table)
    assert table.view("town").since == entries(table)[-1].at
    again = table.view("town").since
    table.close()
    assert Table.open(path).view("town").since == again


def test_an_empty_seat_is_played_from_the_moment_it_is_handed_over(path: Path) -> None:
    table = new(path)
    play(table, 3)
    assert table.state.phase == "orders"
    table.ask(FACILITATOR, HandSeat("abbey", "random"))
    assert [one.seat for one in table.state.sealed.values()] == ["abbey"]
    with pytest.raises(Refused) as refused:
        table.ask(FACILITATOR, HandSeat("town", "chess"))
    assert refused.value.code == "no_such_playbook"


def test_a_table_with_a_clock_of_its_own_needs_no_time_zone(path: Path) -> None:
    clock = Ticking()
    Table.create(path, small(), OpenSession("autumn"), SEED, clock).close()
    assert all(one.endswith(b"Z") for one in [path.read_bytes().split(b'"at":"')[1][:24]])
