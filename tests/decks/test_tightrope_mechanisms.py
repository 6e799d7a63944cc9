"""Mechanisms 1 to 16 of Tightrope, each played through commands at the table.

Each test takes the scenario: `test_tightrope_without.py` runs it again without the mechanism, and it must fail.
"""

from __future__ import annotations

from tests.decks.sittings import (
    act,
    brought,
    ever,
    factors,
    judge,
    judged,
    month,
    move,
    moved,
    sitting,
    to_turn,
    value,
)
from wargame.game.changes import CountChange
from wargame.game.commands import Advance, PlayOn
from wargame.game.scenario import Scenario


def test_m1_relief_from_one_backer_is_paid_for_with_the_other(iraq: Scenario) -> None:
    quiet = sitting(iraq, {"patience": 6, "escalation": 5})
    act(quiet, "baghdad", "ask_tehran", [4, 4])
    assert judged(quiet)["escalation"] == -1
    assert judged(quiet)["patience"] == -1
    visit = sitting(iraq, {"patience": 6, "establishment": 0})
    act(visit, "baghdad", "go_washington", [4, 4])
    assert judged(visit)["establishment"] == -1
    pulled = {"pressure": 10, "reach": 10, "authority": 6}
    assert ever(iraq, "two-backers", pulled)
    assert not ever(iraq, "two-backers", {**pulled, "reach": 3})


def test_m2_washington_has_sanctions_energy_and_drones(iraq: Scenario) -> None:
    listed = sitting(iraq, {"purse": 5})
    act(listed, "washington", "sanctions", [4, 4])
    assert judged(listed)["purse"] == -1
    assert "sanctions_on" in listed.state.board.facts
    dark = sitting(iraq, {"purse": 5, "street": 5}, "waiver")
    act(dark, "washington", "energy", [4, 4])
    assert judged(dark)["purse"] == -1
    assert "waiver" not in dark.state.board.facts
    hit = sitting(iraq, {"arms": 6})
    act(hit, "washington", "strike", [4, 4], "kataib")
    assert judged(hit)["arms"] == -1


def test_m3_rockets_go_on_as_long_as_americans_are_there_and_close_their_bases(
    iraq: Scenario,
) -> None:
    assert ever(iraq, "rockets-go-on", {"presence": 10, "arms": 10})
    assert not ever(iraq, "rockets-go-on", {"presence": 0, "arms": 10})
    play = sitting(iraq, {"presence": 4, "arms": 6}, counts={"rocket_hits": 3})
    act(play, "militias", "rockets", [4, 4])
    assert judged(play)["patience"] == -1
    assert moved(play, "bases-close") == {"presence": -1}


def test_m4_who_does_not_deliver_loses_patience_and_then_the_audience(iraq: Scenario) -> None:
    play = sitting(iraq, {"patience": 2}, "audience")
    act(play, "washington", "demand", [4, 4])
    assert moved(play, "demand-unanswered") == {"patience": -1}
    assert moved(play, "refused-audience") == {"authority": -1}
    assert "audience" not in play.state.board.facts
    seen = sitting(iraq, {"patience": 2}, "demand audience")
    act(seen, "baghdad", "raid", [5, 4], "kataib")
    assert moved(seen, "demand-answered") == {"patience": 2}
    assert "audience" in seen.state.board.facts


def test_m5_a_quiet_squeeze_costs_them_as_much_as_an_open_one_and_is_seen_less(
    iraq: Scenario,
) -> None:
    quiet = sitting(iraq, {"revenue": 6, "formal": 5})
    act(quiet, "baghdad", "squeeze", [4, 4])
    loud = sitting(iraq, {"revenue": 6, "formal": 5})
    act(loud, "baghdad", "seize_crossings", [4, 4])
    assert judged(quiet)["revenue"] == judged(loud)["revenue"] == -1
    assert "escalation" not in judged(quiet)
    assert judged(loud)["escalation"] == 1
    noticed = month(iraq, 0, {"alert_badr": 1}, "squeeze_seen")
    assert moved(noticed, "squeeze-noticed")["alert_badr"] == 1


def test_m6_a_raid_is_carried_out_and_not_held(iraq: Scenario) -> None:
    play = sitting(iraq, {"entrenchment": 9})
    assert act(play, "baghdad", "raid", [5, 4], "kataib") == "success"
    changes = brought(play, "walk-free")
    assert changes is not None
    assert moved(play, "walk-free")["authority"] == -1
    assert CountChange("freed", 1) in changes
    assert "custody" not in play.state.board.facts
    assert "walked_free" in play.state.board.facts


def test_m7_help_for_formal_forces_and_local_police_in_the_groups_place(iraq: Scenario) -> None:
    trained = sitting(iraq, {"formal": 5})
    act(trained, "washington", "coalition", [4, 4])
    assert judged(trained)["formal"] == 1
    paid = sitting(iraq, {"entrenchment": 3})
    act(paid, "washington", "police_help", [4, 4])
    assert "police_help" in paid.state.board.facts
    assert ever(iraq, "police-stand", {"entrenchment": 3}, "police_help")


def test_m8_killings_deter_him_and_discredit_him_when_nobody_answers_for_them(
    iraq: Scenario,
) -> None:
    play = sitting(iraq, {"authority": 6, "entrenchment": 5, "chain": 6})
    act(play, "militias", "kill", [4, 4], "adviser")
    assert judged(play)["authority"] == -1
    assert play.state.board.counts["count.killings"] == 1
    assert ever(iraq, "killings-tell", {"authority": 8}, counts="killings=4")
    assert not ever(iraq, "killings-tell", {"authority": 8}, counts="killings=4 answered=3")
    feared = sitting(iraq, {}, counts={"killings": 2})
    judge(feared, "baghdad", "raid", [5, 4], "kataib")
    assert factors(feared, "M8") == -1


def test_m9_he_has_no_party_and_his_standing_is_all_he_has(iraq: Scenario) -> None:
    alone = {"moderate": -3, "sunnis": -3, "kurds": -3, "authority": 6}
    assert ever(iraq, "no-party", alone)
    assert not ever(iraq, "no-party", {"moderate": 2, "sunnis": 2, "kurds": 2, "authority": 6})
    spent = month(iraq, 0, {"authority": 0})
    assert "kadhimi" not in spent.state.board.facts
    assert "successor" in spent.state.board.facts


def test_m10_protesters_are_hunted_and_do_not_stand(iraq: Scenario) -> None:
    play = sitting(iraq, {"protesters": 0})
    act(play, "militias", "intimidate", [4, 4])
    assert judged(play)["protesters"] == -1
    assert ever(iraq, "hunted", {"protesters": -3, "vote_lean": 5})
    assert not ever(iraq, "hunted", {"protesters": 0, "vote_lean": 5})


def test_m11_an_early_vote_under_the_old_rules_favours_the_established_parties(
    iraq: Scenario,
) -> None:
    assert _on_the_day(iraq, "") == -2
    assert _on_the_day(iraq, "electoral_law") == -1
    assert _on_the_day(iraq, "electoral_law fair_commission") == 0
    play = sitting(iraq, {"establishment": 1, "moderate": 3})
    act(play, "baghdad", "reform", [4, 4])
    assert judged(play)["vote_lean"] == judged(play)["readiness"] == 1
    assert "electoral_law" in play.state.board.facts


def _on_the_day(made: Scenario, laws: str) -> int:
    """By how much the rules of the vote shift it on election day."""
    play = sitting(made, {"vote_lean": 5}, laws)
    play.state.board.turn = play.state.board.turns
    move(play, "wrap")
    return moved(play, "rules-as-they-were").get("vote_lean", 0)


def test_m12_a_lost_contest_leaves_a_beholden_successor_and_a_damaged_relationship(
    iraq: Scenario,
) -> None:
    lost = {"authority": 4, "standing": 6, "reach": 6, "formal": 0, "arms": 10, "patience": 6}
    play = sitting(iraq, lost, "contest contest_had", counts={"rounds_lost": 3})
    move(play, "wrap")
    assert play.state.ending == "contest_lost"
    assert moved(play, "after-defeat")["standing"] == -3
    assert moved(play, "after-defeat")["reach"] == 2
    assert "beholden" in play.state.board.facts
    play.do(PlayOn())
    play.do(Advance("wrap"))
    move(play, "talks")
    begins = moved(play, "successor-begins")
    assert begins["authority"] >= 3
    assert begins["patience"] == -2


def test_m13_a_bloc_fails_without_partners_and_applause_cannot_be_lobbied_for(
    iraq: Scenario,
) -> None:
    alone = sitting(iraq, {"sunnis": 0, "kurds": 0, "moderate": 2})
    assert act(alone, "baghdad", "shield_bloc", [5, 4]) in {"failure", "backfire"}
    assert "bloc_failed" in alone.state.board.facts
    together = sitting(iraq, {"sunnis": 1, "kurds": 1, "moderate": 2})
    assert act(together, "baghdad", "shield_bloc", [4, 3]) == "success"
    assert "shield_bloc" in together.state.board.facts
    asked = sitting(iraq, {"sunnis": 0, "kurds": 0, "standing": 5})
    assert judge(asked, "washington", "lobby", [4, 4]) == "failure"
    assert judged(asked)["standing"] == -1


def test_m14_intentions_shown_early_make_the_establishment_close_ranks(iraq: Scenario) -> None:
    early = sitting(iraq, {"establishment": 1, "moderate": 1, "sunnis": 0, "kurds": 0})
    act(early, "baghdad", "raid", [5, 4], "kataib")
    assert moved(early, "intentions") == {"establishment": -1}
    assert "intentions_shown" in early.state.board.facts
    covered = sitting(iraq, {"establishment": 1, "moderate": 2, "sunnis": 1, "kurds": 1})
    act(covered, "baghdad", "raid", [5, 4], "kataib")
    assert brought(covered, "intentions") is None


def test_m15_the_force_and_the_lonely_target_of_2008_turn_a_raid_and_break_a_group(
    iraq: Scenario,
) -> None:
    then, now = sitting(iraq, {}, setup="2008"), sitting(iraq, {})
    assert act(then, "baghdad", "raid", [3, 2], "kataib") == "success"
    assert act(now, "baghdad", "raid", [3, 2], "kataib") == "failure"
    assert judged(then).get("alert_badr", 0) == 0
    play = sitting(iraq, {}, setup="2008", counts={"hits_kataib": 1})
    assert act(play, "baghdad", "raid", [6, 6], "kataib") == "strong"
    assert moved(play, "broken-kataib")["arms"] == -2
    assert play.state.ending == "contest_won"


def test_m16_a_blow_against_one_group_alarms_and_binds_all_of_them(iraq: Scenario) -> None:
    calm = {"alert_kataib": 1, "alert_badr": 1, "alert_others": 1, "unity": 4}
    play = sitting(iraq, calm)
    act(play, "baghdad", "raid", [5, 4], "badr")
    alarmed = judged(play)
    assert alarmed["alert_badr"] == alarmed["alert_kataib"] == alarmed["alert_others"] == 3
    assert moved(play, "groups-close-ranks") == {"unity": 1}
    alone = month(iraq, 0, {"alert_others": 8})
    assert moved(alone, "acts-others")["escalation"] == 1
    fighting = month(iraq, 0, {"arms": 6}, "contest contest_had")
    assert moved(fighting, "others-join") == {"arms": 1}
    assert value(fighting, "escalation") >= 0


def test_m16_who_was_not_alarmed_does_not_act(iraq: Scenario) -> None:
    play = sitting(iraq, {"alert_badr": 4, "alert_kataib": 1, "alert_others": 1})
    act(play, "baghdad", "raid", [5, 4], "kataib")
    assert brought(play, "acts-badr") is not None
    to_turn(play, 2)
    assert value(play, "alert_badr") <= 6
