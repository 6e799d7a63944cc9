"""Mechanisms 17 to 32 of Tightrope, each played through commands at the table.

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
    moved,
    sitting,
    to_turn,
    value,
)
from wargame.game.scenario import Scenario

FIGHTING = "contest contest_had"
ALONE = {"moderate": -3, "sunnis": -3, "kurds": -3}
BACKED = {"moderate": 2, "sunnis": 2, "kurds": 2}


def test_m17_in_a_contest_units_defect_and_offices_unravel(iraq: Scenario) -> None:
    divided = {"entrenchment": 10, "chain": 2, "formal": 5}
    assert ever(iraq, "obedience", divided, FIGHTING)
    assert ever(iraq, "purge-unravels", divided, FIGHTING)
    assert not ever(iraq, "obedience", divided)
    play = sitting(iraq, {"chain": 7, "entrenchment": 5, "formal": 5})
    assert judge(play, "baghdad", "raid", [1, 1], "kataib") == "backfire"
    assert judged(play)["chain"] == -1


def test_m18_groups_that_sit_in_the_state_are_warned_and_shielded(iraq: Scenario) -> None:
    outside = sitting(iraq, {"entrenchment": 5, **BACKED})
    inside = sitting(iraq, {"entrenchment": 8, **BACKED})
    assert judge(outside, "baghdad", "raid", [5, 3], "badr") == "success"
    assert judge(inside, "baghdad", "raid", [5, 3], "badr") == "success"
    assert factors(inside, "M18") < factors(outside, "M18") == 0
    assert ever(iraq, "entrenched", {"entrenchment": 10})
    assert not ever(iraq, "entrenched", {"entrenchment": 6})


def test_m19_pressure_pulls_escalation_forward_while_he_cannot_win(iraq: Scenario) -> None:
    weak = {"formal": 3, "arms": 7, "pressure": 8, "escalation": 4}
    assert ever(iraq, "pressure-pulls", weak, "demand tied_help")
    assert not ever(iraq, "pressure-pulls", {**weak, "formal": 8}, "demand tied_help")
    assert ever(iraq, "contest-begins", {"escalation": 10})
    assert not ever(iraq, "contest-begins", {"escalation": 6})


def test_m20_washington_shrinks_its_force_and_looks_elsewhere_whatever_happens(
    iraq: Scenario,
) -> None:
    play = sitting(iraq, {})
    before = value(play, "presence")
    to_turn(play, 3)
    assert "drawdown" in play.state.board.facts
    assert value(play, "presence") < before
    assert ever(iraq, "attention-elsewhere", {"presence": 3})
    assert not ever(iraq, "attention-elsewhere", {"presence": 9})
    assert ever(iraq, "patience-spent", {"presence": 3, "patience": 0})
    assert not ever(iraq, "patience-spent", {"presence": 3, "patience": 6})
    assert not ever(iraq, "patience-spent", {"presence": 9, "patience": 0})


def test_m21_publicity_wins_the_street_and_no_vote_and_fades(iraq: Scenario) -> None:
    play = sitting(iraq, {"street": 5, **BACKED})
    assert act(play, "baghdad", "publicity", [6, 6]) == "strong"
    assert judged(play)["street"] == 2
    assert not set(judged(play)) & {"sunnis", "kurds", "establishment"}
    to_turn(play, 3)
    assert moved(play, "publicity/", "later") == {"street": -1}
    assert ever(iraq, "applause", {"street": 10, **ALONE})
    assert not ever(iraq, "applause", {"street": 10, **BACKED})


def test_m22_sunnis_and_kurds_can_be_won_at_a_price_by_him_or_by_others(iraq: Scenario) -> None:
    posts = sitting(iraq, {"sunnis": 0, "establishment": 0, "authority": 6})
    assert act(posts, "baghdad", "portfolios", [6, 6]) == "strong"
    assert judged(posts)["sunnis"] == 2
    assert judged(posts)["establishment"] == -1
    bargain = sitting(iraq, {"kurds": 1, "reach": 6})
    act(bargain, "tehran", "bargain_kurds", [4, 4])
    assert judged(bargain)["kurds"] == -1


def test_m23_monthly_payments_lapse_and_a_settlement_does_not(iraq: Scenario) -> None:
    monthly = sitting(iraq, {"authority": 10, "kurds": 2})
    to_turn(monthly, 4)
    assert moved(monthly, "payments-lapse") == {"kurds": -1}
    lasting = sitting(iraq, {"authority": 10, "treasury": 8, "kurds": 0})
    assert act(lasting, "baghdad", "settle_erbil", [6, 5]) in {"success", "strong"}
    assert judged(lasting)["kurds"] >= 1
    to_turn(lasting, 4)
    assert "settlement" in lasting.state.board.facts
    assert brought(lasting, "payments-lapse") is None


def test_m24_irans_money_dries_up_and_his_own_services_can_grow(iraq: Scenario) -> None:
    assert ever(iraq, "purse-drains", {"pressure": 10})
    assert ever(iraq, "revenue-follows", {"purse": 0, "revenue": 6})
    assert ever(iraq, "unpaid-men", {"revenue": 0, "arms": 6})
    assert not ever(iraq, "unpaid-men", {"revenue": 8, "arms": 6})
    play = sitting(iraq, {"formal": 4, "treasury": 5})
    act(play, "baghdad", "own_forces", [4, 4])
    assert judged(play)["formal"] == 1


def test_m25_engagement_matures_slowly_and_then_the_formal_forces_outgrow_the_rest(
    iraq: Scenario,
) -> None:
    play = sitting(iraq, {"formal": 4, "patience": 6, "presence": 3})
    act(play, "washington", "engage", [4, 4])
    assert "formal" not in judged(play)
    to_turn(play, 3)
    assert brought(play, "engage/", "later") is None
    to_turn(play, 4)
    assert moved(play, "engage/", "later")["formal"] == 1
    grown = {"presence": 3, "formal": 5}
    assert ever(iraq, "outgrow", grown, "engagement", "matured=1")
    assert not ever(iraq, "outgrow", {**grown, "presence": 8}, "engagement", "matured=1")


def test_m26_hard_times_fill_the_squares_and_full_squares_bring_him_down(iraq: Scenario) -> None:
    assert ever(iraq, "squares-fill", {"street": 0})
    assert not ever(iraq, "squares-fill", {"street": 6})
    assert ever(iraq, "dark-summer", {"treasury": 0})
    play = sitting(iraq, {"treasury": 6, "street": 4})
    act(play, "baghdad", "services", [4, 4])
    assert judged(play)["street"] == 1


def test_m27_help_is_promised_and_may_or_may_not_arrive(iraq: Scenario) -> None:
    play = sitting(iraq, {"patience": 6, "aid": 2})
    act(play, "baghdad", "go_washington", [4, 4])
    assert judged(play)["aid"] == 1
    assert ever(iraq, "help-arrives", {"aid": 4}, "aid_promised")
    assert ever(iraq, "help-lapses", {"aid": 4}, "aid_promised")
    arrived = [
        brought(month(iraq, salt, {"aid": 4}, "aid_promised"), "help-arrives") for salt in range(12)
    ]
    assert None in arrived


def test_m28_promises_he_cannot_keep_cost_him_his_credibility(iraq: Scenario) -> None:
    play = sitting(iraq, {"street": 6, "authority": 6}, counts={"promises": 2})
    act(play, "baghdad", "publicity", [4, 4])
    assert moved(play, "promises-due")["street"] == -1
    failed = sitting(iraq, {"authority": 6})
    assert judge(failed, "baghdad", "raid", [3, 2], "kataib") == "failure"
    assert judged(failed)["authority"] == -1


def test_m29_he_stands_on_the_votes_of_those_whom_he_is_asked_to_weaken(iraq: Scenario) -> None:
    owed = {**ALONE, "establishment": -3, "authority": 6}
    withheld = [moved(month(iraq, salt, owed), "votes-withheld") for salt in range(20)]
    assert {"authority": -1} in withheld
    assert not ever(iraq, "votes-withheld", {**BACKED, "establishment": -3})
    raid = sitting(iraq, {"establishment": 1})
    assert judge(raid, "baghdad", "raid", [5, 4], "kataib") == "success"
    assert judged(raid)["establishment"] == -1


def test_m30_a_wider_coalition_is_a_safety_net_and_washington_can_help_to_widen_it(
    iraq: Scenario,
) -> None:
    widened = sitting(iraq, {"kurds": 0})
    act(widened, "washington", "widen", [4, 4], "kurds")
    assert judged(widened)["kurds"] == 1
    assert "escalation" not in judged(widened)
    began = {"start_authority": 9}
    held = sitting(iraq, {"authority": 9, **BACKED}, counts=began)
    act(held, "militias", "mobilise", [4, 4])
    assert judged(held)["authority"] == -1
    assert moved(held, "safety-net") == {"authority": 1}
    fallen = sitting(iraq, {"authority": 9, **ALONE}, counts=began)
    act(fallen, "militias", "mobilise", [4, 4])
    assert brought(fallen, "safety-net") is None
    squares = sitting(iraq, {"authority": 9, **BACKED, "street": 0}, counts=began)
    act(squares, "militias", "mobilise", [4, 4])
    assert brought(squares, "safety-net") is None


def test_m31_too_few_partners_leave_no_room_to_move(iraq: Scenario) -> None:
    bound = {"moderate": 1, "sunnis": -2, "kurds": -2}
    assert ever(iraq, "no-room", bound)
    assert not ever(iraq, "no-room", BACKED)
    tied, free = sitting(iraq, bound), sitting(iraq, BACKED)
    judge(tied, "baghdad", "raid", [4, 4], "kataib")
    judge(free, "baghdad", "raid", [4, 4], "kataib")
    assert factors(tied, "M31") < factors(free, "M31") == 0


def test_m32_the_police_offered_in_their_place_belong_to_badrs_ministry(iraq: Scenario) -> None:
    theirs = sitting(iraq, {"entrenchment": 6, "chain": 6})
    assert act(theirs, "washington", "police_help", [4, 3]) == "failure"
    assert judged(theirs)["entrenchment"] == 1
    not_theirs = sitting(iraq, {"entrenchment": 4, "chain": 6})
    assert act(not_theirs, "washington", "police_help", [4, 3]) == "success"
    assert ever(iraq, "police-swallowed", {"entrenchment": 9}, "police_help")
    assert not ever(iraq, "police-swallowed", {"entrenchment": 3}, "police_help")
