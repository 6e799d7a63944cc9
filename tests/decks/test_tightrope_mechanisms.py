"""Mechanisms of Tightrope, each played through commands at the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from tests.game.sitting import Game
from wargame.decks.check import opened
from wargame.decks.compile import compile_scenario
from wargame.game.changes import Cause, Change, CountChange, FactMade, TrackChange
from wargame.game.commands import Advance, ChooseOption
from wargame.game.events import EffectsApplied
from wargame.game.names import Phase
from wargame.game.orders import affordable
from wargame.game.scenario import Scenario


@cache
def tightrope() -> Scenario:
    return compile_scenario(opened("tightrope"))


def sitting(tracks: Mapping[str, int], facts: str = "", setup: str = "2020") -> Game:
    """A game in the orders phase of its first turn, with these tracks and these facts more."""
    play = Game(tightrope(), setup=setup)
    move(play, "orders")
    places = tightrope().places
    for track, value in tracks.items():
        play.state.board.tracks[places[track]] = value
    for fact in facts.split():
        play.state.board.facts[fact] = FactMade(fact, tightrope().facts[fact].text)
    return play


def move(play: Game, phase: Phase) -> None:
    """Move on until this phase, taking the first open way out of every dilemma."""
    while play.state.phase != phase:
        state = play.state
        for card in list(state.dilemmas):
            options = tightrope().cards[card].options
            ways = [one for one in options if one.when is None or one.when(state.board, -1)]
            way = next((one for one in ways if affordable(state, one.cost)), ways[0])
            play.do(ChooseOption(card, way.id))
        play.do(Advance(state.phase, holds=True))


def act(play: Game, seat: str, order: str, dice: Sequence[int], target: str = "") -> None:
    """One seat orders something, the dice are entered, and the turn is wrapped up."""
    play.seal(seat, order, target=target)
    move(play, "adjudicate")
    play.judge(list(dice))
    move(play, "wrap")


def steps(changes: Sequence[Change]) -> dict[str, int]:
    """By how much each track moved."""
    moved: Counter[str] = Counter()
    for change in changes:
        if isinstance(change, TrackChange):
            moved[change.track] += change.after - change.before
    return dict(moved)


def brought(play: Game, rule: str) -> list[Change] | None:
    """What a standing rule changed, or None when it did not fire."""
    for event in play.of(EffectsApplied):
        if event.cause == Cause("rule", rule):
            return list(event.changes)
    return None


def judged(play: Game) -> dict[str, int]:
    """By how much the last order judged moved each track."""
    return steps(play.state.judged[-1].changes)


def test_m1_quiet_asked_of_tehran_is_paid_for_in_washington() -> None:
    play = sitting({"patience": 6, "escalation": 5})
    act(play, "baghdad", "ask_tehran", [4, 4])
    assert judged(play)["escalation"] == -1
    assert judged(play)["patience"] == -1


def test_m3_rockets_go_on_without_an_order_as_long_as_americans_are_there() -> None:
    assert any(brought(month(n, {"presence": 10, "arms": 10}), "rockets-go-on") for n in range(12))
    assert not any(
        brought(month(n, {"presence": 0, "arms": 10}), "rockets-go-on") for n in range(12)
    )


def month(salt: int, tracks: Mapping[str, int], facts: str = "") -> Game:
    """A month in which every seat holds; `salt` gives other dice."""
    play = sitting(tracks, facts)
    play.fresh.taken += 1000 * (salt + 1)
    move(play, "wrap")
    return play


def test_m5_a_quiet_squeeze_costs_them_as_much_as_an_open_one_and_escalates_less() -> None:
    quiet, loud = sitting({"revenue": 6}), sitting({"revenue": 6})
    act(quiet, "baghdad", "squeeze", [4, 4])
    act(loud, "baghdad", "seize_crossings", [4, 4])
    assert judged(quiet)["revenue"] == judged(loud)["revenue"] == -1
    assert "escalation" not in judged(quiet)
    assert judged(loud)["escalation"] == 1


def test_m6_a_raid_is_carried_out_and_not_held() -> None:
    play = sitting({"entrenchment": 9})
    act(play, "baghdad", "raid", [5, 4], "kataib")
    changes = brought(play, "walk-free")
    assert changes is not None
    assert steps(changes)["authority"] == -1
    assert CountChange("freed", 1) in changes
    assert "custody" not in play.state.board.facts


def test_m9_without_a_party_dependence_alone_wears_him_down() -> None:
    alone = {"moderate": -3, "sunnis": -3, "kurds": -3}
    assert any(brought(month(n, alone), "no-party") for n in range(20))
    backed = {"moderate": 2, "sunnis": 2, "kurds": 2}
    assert not any(brought(month(n, backed), "no-party") for n in range(20))


def test_m12_after_a_lost_contest_the_successor_is_beholden_and_washington_loses_standing() -> None:
    play = sitting({"authority": 1, "standing": 6, "formal": 0, "arms": 10}, "contest contest_had")
    play.state.board.counts["count.rounds_lost"] = 3
    move(play, "wrap")
    changes = brought(play, "after-defeat")
    assert changes is not None
    assert steps(changes)["standing"] == -3
    assert "beholden" in play.state.board.facts
    assert play.state.ending == "contest_lost"


def test_m16_a_raid_alarms_the_groups_that_were_not_raided_as_much_as_the_one_that_was() -> None:
    play = sitting({"alert_kataib": 1, "alert_badr": 1, "alert_others": 1})
    act(play, "baghdad", "raid", [5, 4], "badr")
    alarmed = judged(play)
    assert alarmed["alert_badr"] == alarmed["alert_kataib"] == alarmed["alert_others"] == 3


def test_m16_a_group_that_is_alarmed_enough_acts_without_its_seats_order() -> None:
    play = month(0, {"alert_others": 8})
    changes = brought(play, "acts-others")
    assert changes is not None
    assert steps(changes)["escalation"] == 1


def test_m17_in_a_contest_units_defect_when_the_groups_sit_deep_in_the_state() -> None:
    games = [month(n, {"entrenchment": 10, "chain": 2}, "contest contest_had") for n in range(6)]
    assert any(play.state.board.counts.get("count.defections") for play in games)


def test_m20_the_american_force_shrinks_whatever_happens_in_baghdad() -> None:
    play = sitting({})
    before = play.value(tightrope().places["presence"])
    while play.state.board.turn < 3:
        move(play, "wrap")
        play.do(Advance("wrap"))
    assert "drawdown" in play.state.board.facts
    assert play.value(tightrope().places["presence"]) < before


@pytest.mark.parametrize(("settled", "lost"), [("", True), ("settlement", False)])
def test_m23_monthly_payments_lapse_and_a_settlement_does_not(settled: str, lost: bool) -> None:
    play = sitting({"authority": 10}, settled)
    while play.state.board.turn < 4:
        move(play, "wrap")
        play.do(Advance("wrap"))
    assert (brought(play, "payments-lapse") is not None) == lost


def test_m26_an_angry_street_brings_him_down_as_it_did_his_predecessor() -> None:
    assert any(brought(month(n, {"street": 0}), "squares-fill") for n in range(12))
    assert not any(brought(month(n, {"street": 6}), "squares-fill") for n in range(12))
