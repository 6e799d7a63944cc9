"""The article's own summer, May to August 2020, played through the rules that every game is played by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Called
from wargame.game.events import (
    DilemmaAnswered,
    EffectsApplied,
    ResultAccepted,
    ResultProposed,
    ThrowCalled,
    TrackAdjusted,
)
from wargame.game.names import Quality
from wargame.game.state import State
from wargame.reports.timeline import Timeline

SCRIPT = Path(__file__).with_name("summer-2020.yaml")

SAID = {
    "kadhimi": "13: he is in office",
    "walked_free": "10: those detained in June walked free",
    "blow_in_time": "10: a group was raided where all could see it",
    "intentions_shown": "19: and showed its hand by it",
    "hashimi": "12: an adviser was killed in July",
    "bloc_failed": "17, 18: the bloc came to nothing",
    "payments": "18: Erbil is paid by the month",
    "election_called": "14: an early election is called",
    "audience": "4: he was received in Washington",
    "aid_promised": "4: and help was promised",
}
"""What the article says stood in August 2020, by paragraph."""

NOT_YET = ("contest", "broken_kataib", "broken_badr", "broken_others", "shield_bloc", "settlement")
"""What had not happened by then."""


def play(capsys: pytest.CaptureFixture[str], text: str, *flags: str) -> Timeline:
    Path("summer.yaml").write_text(text, encoding="utf-8")
    called = Called(capsys, "run", "summer.yaml", *flags)
    assert (called.code, called.err) == (0, "")
    return Timeline.read(Path("saves/summer-2020.jsonl"))


def end(timeline: Timeline) -> State:
    return timeline.state(len(timeline) - 1)


def qualities(timeline: Timeline) -> dict[str, Quality]:
    return {one.sealed.order.move: one.quality for one in end(timeline).judged}


@pytest.fixture
def summer(capsys: pytest.CaptureFixture[str]) -> Timeline:
    return play(capsys, SCRIPT.read_text(encoding="utf-8"))


def test_the_summer_ends_where_the_article_says_things_stood(summer: Timeline) -> None:
    state = end(summer)
    facts = set(state.board.facts)
    assert {fact: why for fact, why in SAID.items() if fact not in facts} == {}
    assert facts & set(NOT_YET) == set()
    assert (state.ending, state.board.turn, state.closed) == ("", 4, True)


def test_the_board_ends_within_a_step_of_where_the_setup_of_september_begins(
    summer: Timeline,
) -> None:
    state = end(summer)
    setup = dict(state.scenario.setups["2020"].tracks)
    apart = {
        track.id: state.value(track.index) - setup.get(track.index, track.start)
        for track in state.scenario.tracks
        if track.derived is None
    }
    assert {track: by for track, by in apart.items() if abs(by) > 1} == {}


def test_it_goes_through_the_rules_with_dice_by_hand_and_nothing_edited(summer: Timeline) -> None:
    events = [one.event for one in summer.moments]
    assert [one for one in events if isinstance(one, TrackAdjusted)] == []
    accepted = [one for one in events if isinstance(one, ResultAccepted)]
    proposed = [one for one in events if isinstance(one, ResultProposed)]
    assert len(accepted) == len(proposed) == 16
    assert [one for one in accepted if one.edited] == []
    assert [one.changes for one in accepted] == [one.changes for one in proposed]
    calls = [one for one in events if isinstance(one, ThrowCalled) and one.purpose == "order"]
    assert all(one.entered and one.method == "weighted" for one in calls)
    assert len(calls) == 16


def test_its_events_come_by_themselves_from_cards_and_standing_rules(summer: Timeline) -> None:
    causes = [
        one.event.cause.id
        for one in summer.moments
        if isinstance(one.event, EffectsApplied) and one.event.fired
    ]
    cards = ["third-choice", "oil-slump", "hikma-bloc", "hashimi-killed", "early-vote"]
    assert [one for one in causes if one in cards] == cards
    assert "walk-free" in causes
    answers = [one.event for one in summer.moments if isinstance(one.event, DilemmaAnswered)]
    assert [(one.card, one.option) for one in answers] == [("erbil-asks", "monthly")]


@pytest.mark.parametrize("seed", ["1", "b0b", "5eed"])
def test_chance_moves_the_numbers_and_not_the_story(
    seed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    timeline = play(capsys, SCRIPT.read_text(encoding="utf-8"), "--seed", seed)
    assert set(SAID) <= set(end(timeline).board.facts)


def test_with_other_dice_the_summer_ends_elsewhere(
    summer: Timeline, capsys: pytest.CaptureFixture[str]
) -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    assert qualities(summer)["raid"] == "success"
    Path("saves/summer-2020.jsonl").unlink()
    held = play(capsys, text.replace("dice: [4, 5]", "dice: [6, 6]"))
    assert qualities(held)["raid"] == "strong"
    assert "walked_free" not in end(held).board.facts
    assert end(held).board.tracks != end(summer).board.tracks
    Path("saves/summer-2020.jsonl").unlink()
    unseen = play(capsys, text.replace("dice: [6, 5]", "dice: [1, 1]"))
    assert qualities(unseen)["go_washington"] == "backfire"
    assert not {"audience", "aid_promised"} & set(end(unseen).board.facts)
