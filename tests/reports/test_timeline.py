"""A save as a sequence of moments, each reached quickly and each what the table had shown."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.reports.games import END, PEOPLE, SEED, TURN, play, scenario, take
from wargame.decks.scripts import Step
from wargame.game.commands import OpenSession, Rewind
from wargame.game.events import Event
from wargame.game.evolve import evolve
from wargame.game.state import State
from wargame.game.views import View
from wargame.reports.timeline import EVERY, Timeline
from wargame.saves.entry import ZERO, encode, hash_of
from wargame.saves.errors import DamagedSave, MissingSave, UnreadableSave
from wargame.saves.events import data_of
from wargame.saves.reading import read
from wargame.table.table import Table

SEATS = ("town", "guild", "abbey", "facilitator", "public")


def rewritten(path: Path, change: dict[int, dict[str, object]]) -> None:
    """Write the save again with other data in some entries, the chain made to fit."""
    prev, lines = ZERO, []
    for entry in read(path).entries:
        data = change.get(entry.n, entry.data)
        line = encode(prev, entry.n, entry.at, entry.by, entry.kind, data)
        prev = hash_of(line)
        lines.append(line)
    path.write_bytes(b"".join(lines))


def test_every_moment_is_what_the_table_had_shown_to_each_seat() -> None:
    table = Table.create(Path("a.jsonl"), scenario(), OpenSession("a", "1450", people=PEOPLE), SEED)
    shown: dict[int, dict[str, View]] = {}
    with table.log:
        for plain in [*TURN, *END]:
            take(table, Step.model_validate(plain))
            shown[table.log.count - 1] = {who: table.view(who) for who in SEATS}
    timeline = Timeline.read(Path("a.jsonl"))
    assert len(timeline) == table.log.count
    places = list(shown)
    random.Random(1).shuffle(places)
    for n in places:
        for who in SEATS:
            assert timeline.view(n, who) == shown[n][who]


def test_turns_phases_and_heads_can_be_looked_up() -> None:
    timeline = Timeline.read(play([*TURN, *END]))
    kinds = [one.entry.kind for one in timeline.moments]
    (_, setup), (turn, begun) = timeline.turns()
    assert (setup, turn) == (0, 1)
    assert kinds[begun] == "phase_begun"
    assert len(timeline.phases()) == 8
    last = len(timeline) - 1
    assert [head.turn for head in timeline.heads(last)] == [1, 0]
    assert timeline.heads(begun) == []


def test_any_entry_of_a_long_game_is_reached_by_folding_a_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notes: list[dict[str, object]] = [{"write_note": {"text": f"Note {n}."}} for n in range(1200)]
    timeline = Timeline.read(play([TURN[0], *notes, *TURN[1:]]))
    assert len(timeline) > 12 * EVERY
    folded: list[Event] = []

    def counted(state: State, event: Event) -> State:
        folded.append(event)
        return evolve(state, event)

    monkeypatch.setattr("wargame.reports.timeline.evolve", counted)
    chance = random.Random(2)
    for _ in range(50):
        folded.clear()
        timeline.state(chance.randrange(len(timeline)))
        assert len(folded) < EVERY


def test_a_rewind_is_crossed_in_both_directions() -> None:
    path = play(TURN[:4])
    before = len(read(path).entries)
    table = Table.open(path)
    with table.log:
        town = {"seal_order": {"seat": "town", "move": "feast"}}
        take(table, Step.model_validate(town))
        live = table.view("facilitator")
        left = table.log.count - 1
        table.ask("facilitator", Rewind(before - 1, "A slip of the pen."))
        after = table.view("facilitator")
        end = table.log.count - 1
    timeline = Timeline.read(path)
    assert timeline.view(end, "facilitator") == after
    assert timeline.view(left, "facilitator") == live
    assert timeline.view(end, "facilitator") == after
    assert timeline.left() == {left: "line-1"}


def test_a_torn_save_is_told_up_to_the_tear_and_left_as_it_is() -> None:
    path = play(TURN)
    whole = len(Timeline.read(path))
    torn = path.read_bytes()[:-20]
    path.write_bytes(torn)
    timeline = Timeline.read(path)
    assert len(timeline) == whole - 1
    assert timeline.torn
    assert "cut short" in timeline.trouble
    assert path.read_bytes() == torn


def test_a_damaged_save_is_told_up_to_the_damage() -> None:
    path = play(TURN)
    data = path.read_bytes()
    place = data.index(b"They are many")
    path.write_bytes(data[:place] + b"t" + data[place + 1 :])
    timeline = Timeline.read(path)
    kinds = [one.entry.kind for one in timeline.moments]
    assert "order_sealed" not in kinds
    assert f"entry {len(kinds)}, byte" in timeline.trouble
    assert timeline.view(len(kinds) - 1, "town").phase == "orders"


def test_a_forged_entry_that_cannot_follow_ends_the_telling_before_it() -> None:
    forgeries: tuple[tuple[str, dict[str, object]], ...] = (
        ("adjudication_opened", {"order_id": "t9-nobody-1", "method": "weighted", "factors": []}),
        ("result_accepted", {"order_id": "t9-nobody-1", "quality": "strong", "changes": []}),
        ("adjudication_opened", {"order_id": 7}),
    )
    for kind, data in forgeries:
        path = play(TURN, Path("forged.jsonl"))
        n = next(one.n for one in read(path).entries if one.kind == kind)
        rewritten(path, {n: data})
        timeline = Timeline.read(path)
        assert len(timeline) == n
        assert f"Entry {n} cannot follow" in timeline.trouble
        assert timeline.view(n - 1, "facilitator").phase == "adjudicate"
        path.unlink()


def test_where_not_even_the_opening_stands_there_is_no_timeline() -> None:
    with pytest.raises(MissingSave):
        Timeline.read(Path("nothing.jsonl"))
    with pytest.raises(UnreadableSave):
        Timeline.read(Path())
    for data in (b"", b"\x00" * 99, b"{}\n"):
        Path("bad.jsonl").write_bytes(data)
        with pytest.raises(DamagedSave):
            Timeline.read(Path("bad.jsonl"))
    path = play(TURN)
    opening = read(path).entries[0]
    spoilt_by: tuple[dict[str, object], ...] = (
        {"scenario": {}},
        {"setup": "nowhere"},
        {"seats": 5},
        {"secret": {}},
    )
    for spoilt in spoilt_by:
        rewritten(path, {0: {**opening.data, **spoilt}})
        with pytest.raises(DamagedSave):
            Timeline.read(path)


def test_events_are_read_as_they_were_written() -> None:
    path = play([*TURN, *END])
    for moment in Timeline.read(path).moments:
        assert data_of(moment.event) == (moment.entry.kind, moment.entry.data)


def test_a_line_that_is_taken_up_again_is_left_no_more() -> None:
    from tests.reports.games import PEOPLE, SEED, scenario
    from wargame.game.commands import Advance, OpenSession, Rewind
    from wargame.table.table import Table

    path = Path("again.jsonl")
    table = Table.create(path, scenario(), OpenSession("again", people=list(PEOPLE)), SEED)
    before = table.state.entries
    table.ask("facilitator", Advance("setup"))
    far = table.state.entries
    table.ask("facilitator", Rewind(before, "Back."))
    table.ask("facilitator", Rewind(far, "And there again."))
    table.close()
    timeline = Timeline.read(path)
    last = len(timeline) - 1
    assert timeline.on_line(last) == [*range(far + 1), last]
    assert set(timeline.left()) == set(range(far + 1, last))
    assert [one.entries for one in timeline.lines()] == [
        tuple(range(before + 1, far + 1)),
        tuple(range(far + 1, last)),
    ]
