"""The house that the screens are given: saves, scenarios and seats, and refusals in place of errors."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from tests.cli.calls import FIRST_TURN, OPENING, SMALL, Called, script
from wargame.cli.house import LocalHouse
from wargame.game.commands import OpenSession
from wargame.game.refusals import Refused
from wargame.saves.entry import ZERO, encode, hash_of
from wargame.saves.log import SaveLog
from wargame.saves.reading import read


def no_review(path: Path) -> NoReturn:
    raise AssertionError(f"nobody looks back on {path} here")


@pytest.fixture
def house() -> LocalHouse:
    return LocalHouse(Path("saves"), no_review)


def forged(path: Path) -> None:
    """Leave a save whose chain is whole and whose orders were never sealed."""
    prev, lines = ZERO, []
    for n, entry in enumerate(one for one in read(path).entries if one.kind != "order_sealed"):
        line = encode(prev, n, entry.at, entry.by, entry.kind, entry.data)
        prev = hash_of(line)
        lines.append(line)
    path.write_bytes(b"".join(lines))


def test_a_game_is_started_left_and_resumed(house: LocalHouse) -> None:
    assert house.saves() == []
    assert house.free("evening") == ""
    begun = house.start(str(SMALL), OpenSession("evening", turns=2), "2a")
    assert set(begun.links) == {"town", "guild", "abbey", "facilitator", "public"}
    assert begun.facilitator.view().seed_given
    begun.close()
    (card,) = house.saves()
    assert (card.name, card.title, card.problem) == ("evening", "The river crossing", "")
    assert "already" in house.free("evening")
    resumed = house.resume("evening")
    assert resumed.facilitator.view().session == "evening"
    assert resumed.keeper is not None
    resumed.close()


def test_a_scenario_is_described_with_setups_seats_and_playbooks(house: LocalHouse) -> None:
    card = house.scenario("tightrope")
    (ours,) = [one for one in house.scenarios() if one.name == "tightrope"]
    assert (ours.title, ours.summary) == (card.title, card.summary)
    assert card.default_setup in [one.id for one in card.setups]
    assert [seat for seat, _ in card.seats] == ["baghdad", "washington", "tehran", "militias"]
    assert all("random" in card.playbooks[seat] for seat, _ in card.seats)


def test_what_cannot_be_used_is_a_refusal_with_a_sentence(house: LocalHouse) -> None:
    Path("broken").mkdir()
    Path("broken/scenario.yaml").write_text("format: 1\n", encoding="utf-8")
    for name in ("nowhere", "broken"):
        with pytest.raises(Refused, match=name):
            house.scenario(name)
    for seed in ("not hex", "0" * 65):
        with pytest.raises(Refused, match="hex digits"):
            house.start(str(SMALL), OpenSession("a"), seed)
    with pytest.raises(Refused, match="session's name"):
        house.start(str(SMALL), OpenSession("../a"), "")
    with pytest.raises(Refused, match="no setup"):
        house.start(str(SMALL), OpenSession("a", "moon"), "")
    with pytest.raises(Refused, match="no save"):
        house.resume("nothing")
    Path("file").write_text("in the way", encoding="utf-8")
    with pytest.raises(Refused, match="a file stands in its place"):
        LocalHouse(Path("file"), no_review).start(str(SMALL), OpenSession("a"), "")


def test_a_save_whose_entries_do_not_fit_together_is_refused_and_let_go_of(
    house: LocalHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Called(capsys, "run", script(OPENING + FIRST_TURN)).code == 0
    save = Path("saves/bridge.jsonl")
    forged(save)
    before = save.read_bytes()
    with pytest.raises(Refused, match="does not fit the game"):
        house.resume("bridge")
    assert save.read_bytes() == before
    with SaveLog.open(save) as log:
        assert log.writable
