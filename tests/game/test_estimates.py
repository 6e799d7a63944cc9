"""Estimates: everyone but the proposer's seat, in secret, shown at once, the median counts."""

import pytest

from tests.game.sitting import FACILITATOR, Game, game, refused
from wargame.game import seals
from wargame.game.brier import scores
from wargame.game.changes import Person
from wargame.game.commands import (
    AcceptResult,
    CallThrow,
    ChooseMethod,
    EnterDice,
    HandSeat,
    SealEstimate,
    SeatPerson,
    ShowEstimates,
)
from wargame.game.events import EstimateSealed, EstimatesShown
from wargame.game.fitting import misfits

ID = "t1-north-1"
PEOPLE = [
    Person("ann", "Player one", "north"),
    Person("bob", "Player two", "south"),
    Person("cem", "Player three", "south"),
    Person("dan", "Player four", "observer"),
    Person("eve", "Player five", "facilitator"),
]


def estimating(people: list[Person] | None = None) -> Game:
    """North's order is on the table and estimates are taken."""
    play = game(people=PEOPLE if people is None else people).to("talks")
    play.seal("north")
    play.to("adjudicate").take_up()
    play.do(ChooseMethod(ID, "estimate"))
    return play


def estimators(play: Game) -> list[str]:
    view = play.view("public").adjudication
    assert view is not None
    return view.estimators


def test_everyone_seated_elsewhere_estimates_and_a_seat_without_people_as_one() -> None:
    assert estimators(estimating()) == ["bob", "cem", "west"]
    assert estimators(estimating([])) == ["south", "west"]


def test_who_joins_later_estimates_too() -> None:
    play = estimating([])
    play.do(SeatPerson("fay", "Player six", "south"))
    assert estimators(play) == ["fay", "west"]


def test_the_proposer_observers_and_the_facilitator_do_not_estimate() -> None:
    play = estimating()
    for person in ("ann", "dan", "eve", "north", "south", "nobody"):
        assert refused(play, SealEstimate(ID, person, 50)) == "not_an_estimator"


def test_a_seat_estimates_for_its_own_people_and_the_facilitator_types_in_paper_cards() -> None:
    play = estimating()
    assert refused(play, SealEstimate(ID, "bob", 50), "west") == "not_your_seat"
    play.do(SealEstimate(ID, "bob", 50), "south")
    play.do(SealEstimate(ID, "west", 60), FACILITATOR)


@pytest.mark.parametrize("percent", [-1, 101])
def test_an_estimate_is_from_0_to_100(percent: int) -> None:
    assert refused(estimating(), SealEstimate(ID, "bob", percent), "south") == "not_a_percentage"


def test_an_estimate_is_sealed_and_can_be_changed_until_they_are_shown() -> None:
    play = estimating()
    play.do(SealEstimate(ID, "bob", 10), "south")
    play.do(SealEstimate(ID, "bob", 30), "south")
    one, other = play.of(EstimateSealed)
    assert one.nonce != other.nonce
    assert other.seal == seals.seal("test", 1, "south", other.nonce, other.estimate)
    play.do(ShowEstimates(ID))
    assert refused(play, SealEstimate(ID, "bob", 20), "south") == "no_estimates_now"
    assert play.of(EstimatesShown)[0].estimates == {"bob": 30}


def test_before_they_are_shown_nobody_sees_another_persons_estimate() -> None:
    play = estimating()
    play.do(SealEstimate(ID, "bob", 37), "south")
    for who in ("north", "south", "west", "public", FACILITATOR):
        view = play.view(who).adjudication
        assert view is not None
        assert (view.estimates, view.given, view.odds) == ({}, -1, -1)
        assert view.estimated == (["bob"] if who == FACILITATOR else [])


@pytest.mark.parametrize(
    ("given", "median"), [((40, 60, 55), 55), ((40, 61), 51), ((0, 1), 1), ((33,), 33)]
)
def test_shown_all_at_once_their_median_is_the_target(given: tuple[int, ...], median: int) -> None:
    play = estimating()
    for person, percent in zip(("bob", "cem", "west"), given, strict=False):
        play.do(SealEstimate(ID, person, percent))
    play.do(ShowEstimates(ID))
    view = play.view("public").adjudication
    assert view is not None
    assert list(view.estimates.values()) == list(given)
    assert (view.needed, view.odds) == (median, median * 100)
    play.do(CallThrow(ID, entered=True))
    play.do(EnterDice([median or 1]))
    assert play.state.adjudication is not None
    assert play.state.adjudication.margin == 0


def test_there_is_nothing_to_show_before_somebody_has_estimated() -> None:
    play = estimating()
    assert refused(play, ShowEstimates(ID)) == "no_number"
    assert refused(play, CallThrow(ID)) == "no_number"


def test_they_are_shown_once() -> None:
    play = estimating()
    play.do(SealEstimate(ID, "bob", 50))
    play.do(ShowEstimates(ID))
    assert refused(play, ShowEstimates(ID)) == "no_estimates_now"


def test_estimates_belong_to_their_method() -> None:
    play = estimating()
    play.do(ChooseMethod(ID, "weighted"))
    assert refused(play, SealEstimate(ID, "bob", 50), "south") == "no_estimates_now"
    assert refused(play, ShowEstimates(ID)) == "no_estimates_now"


def test_shown_estimates_keep_their_median_when_the_method_comes_back_to_them() -> None:
    play = estimating()
    play.do(SealEstimate(ID, "bob", 42))
    play.do(ShowEstimates(ID))
    play.do(ChooseMethod(ID, "expert", 90))
    play.do(ChooseMethod(ID, "estimate"))
    view = play.view("public").adjudication
    assert view is not None
    assert view.needed == 42
    play.do(CallThrow(ID))


def test_the_seal_covers_who_estimated_so_that_nobody_is_given_somebody_elses() -> None:
    play = estimating()
    play.do(SealEstimate(ID, "bob", 40), by="south")
    sealed = play.of(EstimateSealed)[-1]
    own = seals.seal(play.state.session, 1, "south", sealed.nonce, sealed.estimate)
    assert (sealed.seal, sealed.estimate["person"]) == (own, "bob")
    sealed.person = "cem"
    assert misfits(play.state, sealed) == ["it was sealed by another person, or for another order"]


def test_who_came_to_the_proposers_seat_since_or_plays_by_itself_no_longer_counts() -> None:
    play = estimating()
    for person, percent in (("bob", 0), ("cem", 10), ("west", 90)):
        play.do(SealEstimate(ID, person, percent))
    play.do(SeatPerson("bob", "Player two", "north"))
    play.do(HandSeat("west", "random"))
    play.do(ShowEstimates(ID))
    assert play.of(EstimatesShown)[-1] == EstimatesShown(ID, {"cem": 10}, 10)
    view = play.view("public").adjudication
    assert view is not None
    assert view.estimates == {"cem": 10}
    play.do(CallThrow(ID, entered=True))
    play.do(EnterDice([50]))
    play.do(AcceptResult(ID))
    assert [one.person for one in scores(play.state.judged)] == ["cem"]


def test_estimates_of_nobody_who_is_asked_any_more_are_no_number() -> None:
    play = estimating([])
    play.do(SealEstimate(ID, "west", 90))
    play.do(HandSeat("west", "random"))
    assert refused(play, ShowEstimates(ID)) == "no_number"
