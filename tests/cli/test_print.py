"""`wargame print`: the paper fallback as one file, and what it refuses."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.calls import SMALL, Called


@pytest.mark.parametrize(
    ("name", "begins"), [("pack.html", b"<!doctype html>"), ("P.PDF", b"%PDF-")]
)
def test_a_pack_is_written_as_its_ending_says(
    name: str, begins: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Called(capsys, "print", SMALL, "-o", name)
    assert done.code == 0
    assert name in done.out
    assert Path(name).read_bytes().startswith(begins)


def test_one_readers_part_can_be_printed_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert Called(capsys, "print", SMALL, "--for", "guild", "-o", "guild.html").code == 0
    page = Path("guild.html").read_text(encoding="utf-8")
    assert "Order of" in page
    assert "for the facilitator only" not in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "pack.txt"), ".html, .pdf"),
        (("-o", "nowhere/pack.html"), "nowhere"),
        (("-o", "pack.html", "--for", "nobody"), "facilitator, table, town, guild, abbey"),
        (("-o", "pack.html", "--setup", "9999"), "1450"),
        (("-o", "pack.html", "--paper", "a3"), "a4"),
        (("-o", "pack.html", "--turns", "0"), "1 to 99"),
    ],
)
def test_what_cannot_be_printed_is_said(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Called(capsys, "print", SMALL, *arguments)
    assert done.code == 2
    assert said in done.err
    assert not list(Path().glob("pack*"))


def test_pdf_without_typst_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = Called(capsys, "print", SMALL, "-o", "pack.pdf")
    assert done.code == 2
    assert "wargame[pdf]" in done.err
    assert not Path("pack.pdf").exists()
