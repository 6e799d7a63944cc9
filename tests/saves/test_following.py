"""A save that another process writes can be read on: whole lines only, and never what was cut back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.saves import pen
from wargame.saves.errors import DamagedSave
from wargame.saves.log import SaveLog

LINES = pen.lines(pen.small(8))


def whole(upto: int) -> bytes:
    return b"".join(LINES[:upto])


def numbers(found: object) -> list[int]:
    assert isinstance(found, list)
    return [entry.n for entry in found]


def test_what_was_written_since_is_read_once_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    with (
        SaveLog.create(path, whole(2)) as writer,
        SaveLog.open(path, write=False) as reader,
    ):
        assert reader.news() == []
        writer.append(LINES[2:4])
        assert numbers(reader.news()) == [2, 3]
        assert reader.news() == []
        writer.append(LINES[4:5])
        assert numbers(reader.news()) == [4]
        assert reader.reading.raw == whole(5)
        assert reader.reading.head == writer.head


def test_a_line_counts_when_its_end_is_there_at_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    path.write_bytes(whole(3))
    with SaveLog.open(path, write=False) as reader:
        last = LINES[3]
        for cut in range(1, len(last)):
            path.write_bytes(whole(3) + last[:cut])
            assert reader.news() == []
        path.write_bytes(whole(4))
        assert numbers(reader.news()) == [3]


def test_what_was_cut_back_is_forgotten_and_what_follows_instead_is_read(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    path.write_bytes(whole(5))
    with SaveLog.open(path, write=False) as reader:
        path.write_bytes(whole(3))
        assert reader.news() is None
        assert reader.reading.raw == whole(3)
        assert reader.news() == []
        path.write_bytes(whole(6))
        assert numbers(reader.news()) == [3, 4, 5]


def test_lines_that_do_not_follow_are_read_anew_as_far_as_they_are_sound(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    path.write_bytes(whole(4))
    with SaveLog.open(path, write=False) as reader:
        path.write_bytes(whole(4) + LINES[5] + LINES[6])
        assert reader.news() is None
        assert reader.reading.raw == whole(4)
        assert reader.reading.damage is not None
        assert reader.reading.damage.entry == 4


def test_the_writer_itself_has_no_news_and_neither_has_a_closed_log(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    with SaveLog.create(path, whole(2)) as writer:
        writer.append([LINES[2]])
        assert writer.news() == []
    assert writer.news() == []


@pytest.mark.parametrize("upto", [1, 8])
def test_reading_on_changes_nothing_on_disk(tmp_path: Path, upto: int) -> None:
    path = tmp_path / "autumn.jsonl"
    path.write_bytes(whole(upto) + b"torn")
    with SaveLog.open(path, write=False) as reader:
        reader.news()
    assert path.read_bytes() == whole(upto) + b"torn"
    assert [one.name for one in tmp_path.iterdir()] == ["autumn.jsonl"]


def test_a_file_that_was_put_in_its_place_is_read_on(tmp_path: Path) -> None:
    path = tmp_path / "autumn.jsonl"
    path.write_bytes(whole(4))
    with SaveLog.open(path, write=False) as reader:
        path.unlink()
        with pytest.raises(FileNotFoundError):
            reader.news()
        path.write_bytes(whole(6))
        assert reader.news() is None
        assert reader.reading.raw == whole(6)
        path.write_bytes(whole(7))
        assert numbers(reader.news()) == [6]


def test_a_save_that_is_emptied_or_another_game_is_said_and_what_was_read_stays(
    tmp_path: Path,
) -> None:
    path = tmp_path / "autumn.jsonl"
    path.write_bytes(whole(4))
    other = b"".join(pen.lines([("table", "session_opened", {"format": 1})]))
    with SaveLog.open(path, write=False) as reader:
        for raw in (b"", other):
            path.write_bytes(raw)
            with pytest.raises(DamagedSave):
                reader.news()
            assert reader.reading.raw == whole(4)
        path.write_bytes(whole(6))
        assert numbers(reader.news()) == [4, 5]
