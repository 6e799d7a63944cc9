"""saves/sample.jsonl: a whole game that holds nearly everything, and must always open.

It was made by `wargame run tests/playthroughs/sample.yaml --saves saves`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calls import Called
from tests.house.source import ROOT
from wargame.cli.arguments import seed as seed_of
from wargame.cli.run import played
from wargame.decks.scripts import read_script
from wargame.game.events import (
    KINDS,
    AdjudicationOpened,
    CardPlaced,
    DeckShuffled,
    DiceThrown,
    MethodChosen,
    OrderSealed,
    OrdersRevealed,
    OrderWithdrawn,
    ResultAccepted,
    ResultProposed,
    SeatHanded,
    SessionOpened,
)
from wargame.game.names import METHODS, QUALITIES
from wargame.reports.after_action import after_action
from wargame.reports.telling import told
from wargame.reports.timeline import Timeline
from wargame.saves.reading import read
from wargame.saves.verify import verify
from wargame.table.opening import scenario_of

SAMPLE = ROOT / "saves" / "sample.jsonl"
SCRIPT = Path(__file__).with_name("sample.yaml")

CANNOT = {
    **dict.fromkeys(
        ("card_held", "card_let_act", "card_skipped"),
        "only a session that reads cards before they act holds it: see held-back.yaml",
    ),
    "clock_set_back": "the clock of a script never goes back",
    "turns_passed": "each of its ten turns is played",
    "order_judged": "only a simulated game has it",
}
"""Kinds of entries that the sample cannot hold, and why."""


@pytest.fixture(scope="module")
def sample() -> Timeline:
    return Timeline.read(SAMPLE)


def test_it_is_sound_and_its_seed_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    called = Called(capsys, "verify", SAMPLE, "--json")
    verdict = json.loads(called.out)
    assert called.code == 0
    assert (verdict["ok"], verdict["seed"], verdict["simulated"]) == (True, "revealed", False)
    assert min(verdict[f"{one}_checked"] for one in ("throws", "draws", "seals")) > 10


def test_it_holds_every_kind_of_entry_but_those_it_cannot(sample: Timeline) -> None:
    forked = {one.kind for one in read(SCRIPT.with_name("forked.jsonl")).entries}
    there = {one.entry.kind for one in sample.moments} | (forked & {"forked"})
    assert set(KINDS) - there == set(CANNOT)


def test_it_holds_every_method_and_every_quality(sample: Timeline) -> None:
    events = [one.event for one in sample.moments]
    chosen = {one.method for one in events if isinstance(one, MethodChosen | AdjudicationOpened)}
    ruled = {one.method for one in events if isinstance(one, ResultProposed)}
    assert chosen == ruled == set(METHODS)
    assert {one.quality for one in events if isinstance(one, ResultAccepted)} == set(QUALITIES)


def test_it_holds_what_people_do_at_a_table(sample: Timeline) -> None:
    events = [one.event for one in sample.moments]
    sealed = [one for one in events if isinstance(one, OrderSealed)]
    ids = [one.order_id for one in sealed]
    assert len(ids) > len(set(ids)), "a revision"
    assert any(isinstance(one, OrderWithdrawn) for one in events), "a withdrawal"
    assert any(one.order.covert for one in sealed), "a covert order"
    assert any(not one.order.move for one in sealed), "a free order"
    assert any(one.order.assets for one in sealed), "an asset that goes with an order"
    assert any(one.label for one in sealed), "an order by a playbook"
    assert any(isinstance(one, OrdersRevealed) and one.missing for one in events), (
        "a seat that holds"
    )
    accepted = [one for one in events if isinstance(one, ResultAccepted)]
    assert any(one.edited for one in accepted), "an edited effect"
    thrown = [one.throw for one in events if isinstance(one, DiceThrown)]
    assert {one.entered for one in thrown} == {True, False}, "dice by hand and dice by the table"
    handed = [one.playbook for one in events if isinstance(one, SeatHanded)]
    assert "" in handed, "a seat that comes back from its playbook"
    assert {one.where for one in events if isinstance(one, CardPlaced)} >= {"discard", "out"}


def test_a_deck_is_shuffled_again_in_the_middle_of_it(sample: Timeline) -> None:
    decks = [one.event.deck for one in sample.moments if isinstance(one.event, DeckShuffled)]
    assert len(decks) > len(set(decks))


def test_it_has_ten_turns_an_ending_played_on_from_and_a_close(sample: Timeline) -> None:
    assert [turn for turn, _ in sample.turns()] == list(range(11))
    state = sample.state(len(sample) - 1)
    assert state.closed
    assert state.ending
    assert state.past_endings


def test_nobody_is_named_in_it(sample: Timeline) -> None:
    opening = sample.moments[0].event
    assert isinstance(opening, SessionOpened)
    people = sample.state(len(sample) - 1).people.values()
    assert {one.name.rsplit(" ", 1)[0] for one in people} == {"Player"}


def test_its_script_plays_it_again_entry_by_entry() -> None:
    written = read_script(SCRIPT)
    entries = read(SAMPLE).entries
    scenario = scenario_of(entries[0].data)
    assert written.script.seed is not None
    path = Path("sample.jsonl")
    played(written, scenario, path, seed_of(written.script.seed)).close()
    again = read(path).entries
    for old, new in zip(entries, again, strict=True):
        if old.kind == "phrase_set":
            continue  # a pass phrase has a new salt each time
        if old.kind == "session_opened":
            old.data["wargame"] = new.data["wargame"]
        assert (new.n, new.at, new.by, new.kind, new.data) == (
            *(old.n, old.at, old.by, old.kind, old.data),
        )


def test_every_entry_is_told_to_everyone_and_secrets_to_nobody_else(sample: Timeline) -> None:
    secret = "Send a poet to Najaf"
    sealed = next(
        one.n
        for one in sample.moments
        if isinstance(one.event, OrderSealed) and secret in one.event.order.action
    )
    for moment in sample.moments:
        assert told(sample, moment.n)
    for who in ("baghdad", "washington", "militias", "public"):
        for n in range(sealed - 2, sealed + 60):
            assert secret not in told(sample, n, who)
            assert secret not in repr(sample.view(n, who))
    assert secret in repr(sample.view(sealed, "tehran"))


def test_its_report_tells_the_whole_of_it(sample: Timeline) -> None:
    text = after_action(sample, verify(SAMPLE))
    for turn in range(1, 11):
        assert f"\n## Turn {turn}: " in text
    for part in ("typed-wrong", "Edited by the facilitator", "played on", "A letter was missing"):
        assert part in text
    assert "Everything that can be checked is as it should be." in text
