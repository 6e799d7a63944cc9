"""What belongs to the room stays as it is while the game goes back: people, phrases, the pace."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from tests.game.anybody import Anybody
from tests.game.hidden import Hidden
from tests.game.scenes import order
from tests.game.sitting import FACILITATOR, Game, game
from tests.game.test_random_play import begin, goes_on
from tests.game.test_secrets import code
from wargame.game.changes import OrderText, Person
from wargame.game.commands import (
    AddQuestion,
    AdjustTrack,
    BeginTurnZero,
    ChangeBanner,
    ChooseMethod,
    Command,
    Correct,
    EndTurnZero,
    GiveObjective,
    HandScreen,
    HandSeat,
    LeaveSeat,
    MergeSeats,
    PartSeats,
    RaiseObjection,
    Rewind,
    Rule,
    SealOrder,
    SeatPerson,
    SetPace,
    SetPhrase,
    Undo,
)
from wargame.game.events import Rewound
from wargame.game.evolve import evolve
from wargame.game.evolve.history import event_at
from wargame.game.pace import Pace
from wargame.game.state import State

PLACES = (
    *("people", "playbooks", "merged", "given", "uninitiated", "newcomers"),
    *("phrases", "banner", "questions", "pace"),
)
"""Where a state holds what is of the room."""
SAID: tuple[Command, ...] = (
    SeatPerson("late", "Player late", "south", objectives=False),
    LeaveSeat("two"),
    HandSeat("west", "random"),
    MergeSeats(["north", "south"]),
    GiveObjective("north", "one", "", "Be the one who speaks."),
    SetPhrase("south", "ab", "cd"),
    ChangeBanner("EXERCISE"),
    AddQuestion("why", "Why so?"),
    SetPace(Pace(plan=180), "We keep time."),
)
"""Every kind of thing that is said of the room."""


def room(state: State) -> dict[str, Any]:
    """What a state holds of the room."""
    state = state.copy()
    return {place: getattr(state, place) for place in PLACES}


def opened() -> Game:
    people = [Person("one", "Player one", "north"), Person("two", "Player two", "south")]
    play = game(people=people, orders=[order("raid", "north"), order("toll", "south")])
    play.at = "2026-11-22T09:00:00.000Z"
    return play


def _rewinds(play: Game, meanwhile: Callable[[], None]) -> None:
    play.to("talks")
    to = play.state.entries
    meanwhile()
    play.to("orders").do(Rewind(to, "Again."))


def _undoes(play: Game, meanwhile: Callable[[], None]) -> None:
    play.to("talks").do(AdjustTrack("gold", 9, "A slip."))
    meanwhile()
    play.do(Undo())


def _objects(play: Game, meanwhile: Callable[[], None]) -> None:
    play.to("orders")
    raid = play.seal("north", "raid")
    play.to("adjudicate")
    play.judge([3, 4], raid)
    meanwhile()
    play.do(RaiseObjection(raid, "con", "It rained.", FACILITATOR))


def _rehearses(play: Game, meanwhile: Callable[[], None]) -> None:
    play.do(BeginTurnZero())
    meanwhile()
    play.do(EndTurnZero())


@pytest.mark.parametrize("go_back", [_rewinds, _undoes, _objects, _rehearses])
def test_people_phrases_and_the_pace_stay_when_the_game_goes_back(
    go_back: Callable[[Game, Callable[[], None]], None],
) -> None:
    play, before = opened(), {}

    def meanwhile() -> None:
        for command in SAID:
            play.do(command)
        before.update(room(play.state))

    go_back(play, meanwhile)
    assert play.of(Rewound)
    assert room(play.state) == before
    assert play.state.people["late"].seat == "south"
    assert play.state.people["two"].seat == ""
    assert play.state.phrases["south"] == ("ab", "cd")
    assert play.state.clock.due


def test_it_stays_when_a_line_that_was_left_is_taken_up_again() -> None:
    play = opened().to("talks")
    to = play.state.entries
    play.do(MergeSeats(["north", "south"]))
    far = play.to("orders").state.entries
    play.do(Rewind(to, "Again."))
    play.do(PartSeats("north"))
    play.do(MergeSeats(["south", "west"]))
    play.do(Rewind(far, "That line after all."))
    assert play.state.phase == "orders"
    assert play.state.merged == [("south", "west")]


def test_a_rewind_of_an_older_save_turned_the_room_back_and_still_does() -> None:
    play = opened().to("talks")
    before = play.state.copy()
    for command in SAID:
        play.do(command)
    evolve(play.state, Rewound(before.entries, "Then.", "then"))
    there = room(play.state)
    assert there.pop("newcomers") == set()
    assert there == {name: one for name, one in room(before).items() if name in there}


def test_the_playbook_that_a_seat_was_handed_to_is_passed_over_with_what_it_did() -> None:
    play = opened().to("orders")
    play.seal("north", "raid")
    play.do(HandSeat("south", "random"))
    label = f"test/playbook:south/{play.state.labels.get('playbook:south', 0)}"
    play.do(SealOrder("south", OrderText("toll", ""), "", label), by="south")
    play.do(Undo())
    assert play.state.playbooks == {"south": "random"}
    assert not play.state.sealed
    assert play.state.phase == "orders"


def test_who_was_handed_the_screen_is_no_newcomer_after_going_back() -> None:
    play = opened().to("talks")
    to = play.state.entries
    play.do(SeatPerson("late", "Player late", "south"))
    play.do(HandScreen("south", "late"))
    play.do(HandScreen(FACILITATOR))
    play.do(Rewind(to, "Again."))
    assert "late" in play.state.people
    assert not play.state.newcomers


def test_the_text_of_a_question_is_corrected_also_after_going_back() -> None:
    play = opened().to("talks")
    to = play.state.entries
    play.do(AddQuestion("why", "Wy so?"))
    asked = play.state.entries
    assert event_at(play.state, asked) is not None
    play.do(Rewind(to, "Again."))
    play.do(Correct(asked, "text", "Why so?", "A slip."))
    assert [one.text for one in play.state.questions] == ["Why so? (corrected)"]
    play.do(Rewind(to, "And again."))
    assert [one.text for one in play.state.questions] == ["Why so? (corrected)"]


def test_a_pace_set_in_the_rehearsal_is_reckoned_from_the_opening() -> None:
    first, second = opened(), opened()
    first.do(SetPace(Pace(plan=180)))
    second.do(BeginTurnZero())
    second.do(SetPace(Pace(plan=180)))
    second.do(EndTurnZero())
    assert second.state.clock.due == first.state.clock.due != ""


def test_a_later_ruling_stands_on_people_who_came_on_a_line_that_was_left() -> None:
    play = opened().to("orders")
    raid = play.seal("north", "raid")
    to = play.state.entries
    play.do(SeatPerson("late", "Player late", "south"))
    play.do(Rewind(to, "Again."))
    play.do(LeaveSeat("late"))
    play.to("adjudicate")
    play.take_up(raid)
    play.do(ChooseMethod(raid, "umpire"))
    play.do(Rule(raid, "success", "So be it."))
    play.do(Undo())
    assert play.state.people["late"].seat == ""


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_asked_no_way_back_changes_the_room(seed: int) -> None:
    random, hidden = Random(seed), Hidden()
    play = begin(random, hidden)
    anybody, backs = Anybody(random, hidden), 0
    for _ in range(120):
        if play.state.closed:
            break
        by, command = anybody.asks(play) if random.random() < 0.6 else goes_on(play)
        if random.random() < 0.15:
            to = random.randrange(play.state.entries)
            by, command = FACILITATOR, Rewind(to, "So.") if random.random() < 0.5 else Undo()
        before, entries = room(play.state), play.state.entries
        code(play, command, by)
        if any(isinstance(one, Rewound) for one in play.events[entries + 1 :]):
            backs += 1
            assert room(play.state) == before
    assert backs > 5
