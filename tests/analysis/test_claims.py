"""Claims played out: right on a scenario whose answers are known, close in pairs, the same for the same seed."""

from __future__ import annotations

import pickle
from itertools import pairwise
from math import isinf

import pytest

from tests.analysis.both_ways import scenario_of
from tests.analysis.tossing import GOOD, TOSS, asked, claims, parts, scenario, scores
from wargame.analysis import workers
from wargame.analysis.claims import Read, Verdict, played_out
from wargame.analysis.pairs import difference
from wargame.analysis.sides import Question, Sides
from wargame.analysis.simulate import Plan, Simulation
from wargame.decks.check import check
from wargame.decks.claims import ClaimPart, ClaimsFile
from wargame.game.names import Quality


def side_values(claim: str, games: int) -> list[list[float]]:
    """Game by game, the two sides of the first part of a claim."""
    sides = Sides(Question(scenario(), claims(claim)))
    read = Read(sides, games)
    for place in range(len(sides)):
        _, numbers = sides.play((place, range(games)))
        read.note(place, range(games), numbers)
    part = claims(claim).claims[0].parts[0]
    return [read.values(side, part.measure) for side in part.sides().values()]


def test_the_scenario_of_known_answers_has_no_problem() -> None:
    assert check(TOSS).problems == ()


def test_shares_and_means_are_what_can_be_worked_out() -> None:
    won, score = parts("T1", games=4000)
    likely = scores(0)
    truth = float(100 * likely[2])
    assert won.low < truth < won.high
    assert won.a == pytest.approx(truth, abs=2.5)
    assert won.b == 0
    mean = float(sum(value * chance for value, chance in likely.items()))
    assert score.low < mean < score.high
    assert score.high - score.low < 0.08


def test_a_track_is_carried_forward_when_a_game_ended_early() -> None:
    (_, score) = parts("T1", games=4000)
    carried = float(sum(value * chance for value, chance in scores(0).items()))
    one_good = 2 * GOOD * (1 - GOOD)
    only_where_it_lasted = float(one_good / (1 - GOOD**2) + GOOD)
    assert only_where_it_lasted < carried - 0.2
    assert score.a == pytest.approx(carried, abs=0.05)


def test_setups_two_by_two_and_differences_of_differences() -> None:
    ahead, same = parts("T4", games=4000)
    truth = float(100 * (scores(1)[2] - scores(0)[2]))
    assert ahead.low < truth < ahead.high
    assert (same.difference, same.low, same.high) == (0, 0, 0)
    assert same.a == pytest.approx(same.b) == pytest.approx(ahead.difference)


def test_a_ratio_counted_within_games() -> None:
    (wet,) = parts("T3", games=4000)
    assert wet.low < 50 < wet.high
    assert wet.b == 0
    # Three throws a game for half a chance: the deviation of the share is sqrt(1/12) a game.
    assert wet.high - wet.low == pytest.approx(
        2 * 2.576 * 100 * (1 / 12) ** 0.5 / 4000**0.5, rel=0.05
    )


def test_the_spread_between_playbooks_is_the_deviation_of_their_means() -> None:
    (between,) = parts("T5", games=4000)
    mean = float(sum(value * chance for value, chance in scores(0).items()))
    assert between.a == pytest.approx(mean / 2, abs=0.02)
    assert between.b == 0
    assert between.low < mean / 2 < between.high


def test_pairs_stay_close_what_is_not_touched_is_the_same_on_both_sides() -> None:
    with_toss, without_toss = side_values("T2", 1000)
    apart = {a - b for a, b in zip(with_toss, without_toss, strict=True)}
    assert apart == {0, 100}
    assert len(set(without_toss)) == 4


def test_pairs_make_the_interval_narrower_than_other_seeds_would() -> None:
    with_toss, without_toss = side_values("T2", 1000)
    paired = difference(with_toss, without_toss)
    unpaired = difference(with_toss, [*without_toss[500:], *without_toss[:500]])
    assert unpaired.mean == pytest.approx(paired.mean)
    assert unpaired.high - unpaired.low > 1.8 * (paired.high - paired.low)
    assert paired.low < float(100 * GOOD) < paired.high


def test_an_intervention_changes_nothing_before_its_turn() -> None:
    _, before = parts("T2")
    assert (before.difference, before.low, before.high) == (0, 0, 0)
    assert before.a == pytest.approx(0.5, abs=0.03)
    assert before.holds


def test_of_a_hundred_intervals_about_ninety_nine_hold_the_truth() -> None:
    truth = float(100 * scores(0)[2])
    missed = 0
    for seed in range(1, 61):
        won = parts("T1", games=100, seed=seed)[0]
        missed += not won.low < truth < won.high
    assert missed <= 3


def test_the_answer_is_the_same_whatever_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FEW", 50)
    question = Question(scenario(), claims(), 3)
    alone = played_out(question, 130, 1)
    assert workers.processes(130, 3) > 1
    for many in (2, 3):
        found = played_out(question, 130, many)
        assert [(one.claim.id, one.parts) for one in found] == [
            (one.claim.id, one.parts) for one in alone
        ]


def test_a_question_goes_to_another_process_and_is_the_same_there() -> None:
    question = Question(scenario(), claims("T2", "T4"), 5, {"keeper": "random"})
    again = pickle.loads(pickle.dumps(question))  # noqa: S301 - it was made here
    assert again.scenario is not question.scenario
    one, other = Sides(question), Sides(again)
    for place in range(len(one)):
        assert one.play((place, range(20))) == other.play((place, range(20)))


def test_progress_counts_every_game_of_every_side() -> None:
    told: list[tuple[int, int]] = []
    played_out(
        Question(scenario(), claims("T1")), 60, 1, lambda done, total: told.append((done, total))
    )
    assert told[-1] == (120, 120)
    assert all(before < after for before, after in pairwise(done for done, _ in told))


def test_another_seed_is_another_sample() -> None:
    assert parts("T1", games=100, seed=1) != parts("T1", games=100, seed=2)


def test_without_its_mechanism_a_claim_falls_and_others_stand() -> None:
    whole = {one.claim.id: one.holds for one in asked()}
    assert set(whole.values()) == {True}
    left = {one.claim.id: one.holds for one in asked(left_out=("M1",))}
    assert left == {"T1": False, "T2": False, "T3": True, "T4": False, "T5": False}
    left = {one.claim.id: one.holds for one in asked(left_out=("M2",))}
    assert left == {"T1": True, "T2": True, "T3": False, "T4": True, "T5": True}
    (tossing,) = asked("T1", left_out=("M1",))
    assert tossing.parts[0].difference == 0


def test_seats_that_a_claim_does_not_name_are_played_as_asked() -> None:
    (idle,) = played_out(Question(scenario(), claims("T3")), 1000, 1)
    (swept,) = played_out(Question(scenario(), claims("T3"), 0, {"keeper": "random"}), 1000, 1)
    assert swept.parts[0].a < idle.parts[0].a - 10
    named = Question(scenario(), claims("T3"), 0, {"thrower": "eager"})
    assert played_out(named, 1000, 1)[0].parts == idle.parts


def part_of(**fields: object) -> ClaimsFile:
    """A claim of one part, about who tosses on every day."""
    part = {
        "what": "a part",
        "form": "intervention",
        "measure": {"value": "score"},
        "given": {"playbooks": {"thrower": "lazy"}},
        "b": {},
        "at_least": 0,
        **fields,
    }
    return ClaimsFile.model_validate({"claims": [{"id": "X", "text": "x", "parts": [part]}]})


def one_part(games: int = 300, **fields: object) -> Verdict:
    """What such a part comes to."""
    (found,) = played_out(Question(scenario(), part_of(**fields)), games, 1)
    return found.parts[0]


@pytest.mark.parametrize(
    ("comes", "expected"), [("strong", 1), ("success", 1), ("failure", 0), ("backfire", 0)]
)
def test_an_order_that_is_given_can_come_to_what_is_said(comes: Quality, expected: int) -> None:
    toss = {"seat": "thrower", "order": "toss", "turns": [2], "comes": comes}
    assert one_part(a={"do": [toss]}).a == expected


def test_an_order_is_aimed_at_what_is_said() -> None:
    far = {"seat": "thrower", "order": "aim", "turns": [1], "target": "far", "comes": "success"}
    assert one_part(a={"do": [far]}).a == 2
    assert one_part(a={"do": [{**far, "target": "near"}]}).a == 0


def test_an_order_that_cannot_be_given_is_not_and_no_other_in_its_place() -> None:
    measure = {"value": "tried.sweep + tried.wait"}
    sweeps = {"seat": "keeper", "order": "sweep", "turns": [1]}
    given = {"playbooks": {"thrower": "lazy", "keeper": "random"}}
    assert one_part(measure={**measure, "at": 1}, given=given, a={"do": [sweeps]}).a == 1
    later = {**sweeps, "turns": [2]}
    found = one_part(measure={"value": "tried.sweep", "at": 2}, given=given, a={"do": [later]})
    assert found.a == pytest.approx(0.5, abs=0.1)


def test_an_order_that_is_not_to_be_given_is_not_but_for_what_is_laid_down() -> None:
    never = {"seat": "thrower", "order": "toss"}
    given = {"playbooks": {"thrower": "eager"}, "do_not": [never]}
    tried = {"value": "tried.toss"}
    second = {"seat": "thrower", "order": "toss", "turns": [2]}
    found = one_part(measure=tried, given=given, a={"do": [second]})
    assert (found.a, found.b) == (1, 0)


def test_what_happens_happens_before_orders_on_its_turns_only() -> None:
    rain = {"effects": [{"track": "puddles", "by": 3}], "turns": [1, 2]}
    dry = {"setup": "dry", "playbooks": {"thrower": "lazy", "keeper": "random"}}
    found = one_part(measure={"most": "puddles"}, given=dry, a={"happens": [rain]})
    assert found.b == 0
    assert 4 < found.a < 6
    swept = one_part(measure={"value": "tried.sweep"}, given=dry, a={"happens": [rain]})
    assert (swept.a, swept.b) == (3, 0)
    chance = {"effects": [{"track": "puddles", "by": 1, "chance": 30}]}
    found = one_part(2000, measure={"most": "puddles"}, given=dry, a={"happens": [chance]})
    assert 0.3 < found.a < 0.9


def test_what_has_ever_held_counts_though_it_ended() -> None:
    made = {"effects": [{"fact": "awning"}], "turns": [1]}
    ended = {"effects": [{"end": "awning"}], "turns": [2]}
    side = {"happens": [made, ended]}
    assert one_part(measure={"ever": "fact.awning"}, a=side).a == 100
    assert one_part(measure={"share": "fact.awning"}, a=side).a == 0
    assert one_part(measure={"share": "fact.awning", "at": 1}, a=side).a == 100
    assert one_part(measure={"ever": "turn >= 2", "at": 1}, a=side).a == 0


def test_an_amount_is_taken_off_that_was_there_before_the_first_turn() -> None:
    side = {"happens": [{"effects": [{"track": "score", "by": 1}], "turns": [1]}]}
    given = {"setup": "ahead", "playbooks": {"thrower": "lazy"}}
    measure = {"value": "score", "since": 0}
    assert one_part(measure=measure, given=given, a=side).a == 1
    assert one_part(measure={"value": "score"}, given=given, a=side).a == 2


def test_a_part_holds_by_its_size_and_by_its_interval() -> None:
    def verdict(mean: float, low: float, high: float, **bound: object) -> bool:
        made = {"what": "x", "form": "count", "measure": {"value": "1"}, "a": {}, **bound}
        part = ClaimPart.model_validate(made)
        return Verdict(part, "steps", mean, 0, mean, low, high).holds

    assert verdict(15, 12, 18, at_least=15)
    assert not verdict(14.9, 12, 17.8, at_least=15)
    assert not verdict(1, -0.1, 2.1, at_least="0.5")
    assert verdict(0.1, 0.01, 0.19, at_least=0)
    assert not verdict(0, 0, 0, at_least=0)
    assert not verdict(-2, -3, -1, at_least=0)
    assert verdict(4, 3.1, 4.9, at_most=5)
    assert not verdict(4, 2.9, 5.1, at_most=5)
    assert verdict(-20, -30, -10, at_most=5)


def test_games_that_are_compared_are_like_games_that_are_simulated() -> None:
    games = 1500
    small = scenario_of("small")
    books = {"town": "builder", "guild": "briber", "abbey": "preacher"}
    tracks = [one for one in small.tracks if one.derived is None]
    written = [
        {
            "what": track.id,
            "form": "count",
            "measure": {"value": track.id},
            "a": {"playbooks": books},
            "at_least": 0,
        }
        for track in tracks
    ]
    claim = {"id": "X", "text": "x", "parts": written}
    sides = Sides(Question(small, ClaimsFile.model_validate({"claims": [claim]})))
    assert len(sides) == 1
    _, read = sides.play((0, range(games)))
    tally = Simulation(Plan(small, books=books)).play(range(games))
    for track, values in zip(tracks, read, strict=True):
        counted = tally.tracks[track.id]
        mean = sum(value * many for value, many in counted.items()) / games
        square = sum(value * value * many for value, many in counted.items()) / games
        apart = 3.5 * (2 * (square - mean * mean) / games) ** 0.5
        assert sum(values) / games == pytest.approx(mean, abs=apart), track.id


def test_with_one_game_nothing_is_sure() -> None:
    found = difference([1], [0])
    assert found.mean == 1
    assert isinf(found.low)
    assert isinf(found.high)
