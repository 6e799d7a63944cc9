"""People and the room: who may ask for what under which name, who plays with whom, what each may see."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.game.scenes import SEATS, at_least, order, scenario, seat
from tests.game.sitting import FACILITATOR, Game, refused
from wargame.game.changes import OrderText, Person, ResearchQuestion
from wargame.game.commands import (
    AddArgument,
    AddQuestion,
    Advance,
    ChangeBanner,
    Command,
    EnterDice,
    GiveAnswer,
    GiveObjective,
    HandScreen,
    HandSeat,
    LeaveSeat,
    MergeSeats,
    Park,
    PartSeats,
    Rewind,
    SealOrder,
    SeatPerson,
    SendMessage,
    SetPhrase,
    StrikeWords,
    TickOff,
    Vote,
    WriteNote,
    WritePlan,
)
from wargame.game.events import NoteWritten, WordsStruck
from wargame.game.pieces import Objective
from wargame.game.polls import estimators

ANN, BEN = Person("ann", "Player one", "north"), Person("ben", "Player two", "north")
EVE = Person("eve", "Player three", "observer")
WATCHING = "observer:eve"


def seated(*people: Person, wanted: tuple[str, ...] = (), **opening: Any) -> Game:
    """A game with these people, or with two in one seat and an observer; north wants all of `wanted`."""
    objectives = tuple(
        Objective(one, f"Be {one}.", at_least(0, 1), private=True, main=False, source="")
        for one in wanted
    )
    seats = tuple(seat(one) for one in SEATS)
    north = replace(seats[0], objectives=objectives)
    made = scenario(orders=[order("raid", covert="choice")], seats=(north, *seats[1:]))
    return Game(made, people=list(people or (ANN, BEN, EVE)), **opening)


# observers


@pytest.mark.parametrize(
    "command",
    [
        SealOrder("north", OrderText("raid", "")),
        SendMessage("north", ["south"], "Psst."),
        AddArgument("t1-north-1", "con", "No.", "north"),
        EnterDice([6, 6]),
        Advance("setup"),
        WritePlan(1, "Mine."),
    ],
)
def test_an_observer_gives_no_orders_and_moves_nothing(command: Command) -> None:
    assert refused(seated().to("talks"), command, WATCHING) == "observers_watch"


def test_nobody_observes_who_does_not_sit_as_an_observer() -> None:
    play = seated()
    for who in ("observer:ann", "observer:zoe", "observer:", "observer"):
        assert refused(play, WriteNote("I saw it."), who) == "no_such_seat"


def test_an_observer_writes_notes_that_only_they_and_the_facilitator_see() -> None:
    play = seated()
    play.do(WriteNote("They whisper.", ["trust"]), WATCHING)
    (note,) = play.view(WATCHING).notes
    assert (note.text, note.tags, note.author, note.person) == (
        *("They whisper.", ["trust"], WATCHING, "eve"),
    )
    assert note.entry == -1, "an entry's number would count what is hidden"
    assert play.view(FACILITATOR).notes[0].entry == play.state.entries
    for who in ("north", "south", "public"):
        assert play.view(who).notes == []


def test_an_observer_sees_what_is_public_or_all_where_the_session_says_so() -> None:
    play = seated().to("talks")
    play.seal("north", "raid", covert=True)
    open_to_all = seated(EVE, observers_see="all").to("talks")
    open_to_all.seal("north", "raid", covert=True)
    public = play.view("public")
    public.who = WATCHING
    public.questions = play.view(WATCHING).questions
    assert play.view(WATCHING) == public
    assert open_to_all.view(WATCHING).sealed
    assert open_to_all.view("public").sealed == []


def test_a_note_is_tied_to_an_order_that_its_author_knows_of() -> None:
    play = seated().to("talks")
    order_id = play.seal("north", "raid")
    note = WriteNote("Bold.", order_id=order_id)
    assert refused(play, note, WATCHING) == "no_such_order"
    play.do(note, "north")
    play.to("reveal")
    play.do(note, WATCHING)
    assert [one.order_id for one in play.of(NoteWritten)] == [order_id, order_id]


def test_nobody_notes_under_another_name_but_the_facilitator_for_an_observer() -> None:
    play = seated()
    assert refused(play, WriteNote("x", author=WATCHING), "north") == "not_your_note"
    assert refused(play, WriteNote("x", author="north")) == "not_your_note"
    play.do(WriteNote("Typed for her.", author=WATCHING))
    assert [one.text for one in play.view(WATCHING).notes] == ["Typed for her."]


def test_an_observer_answers_and_votes_in_the_hot_wash_under_their_own_name() -> None:
    play = seated().turn(1).to("hotwash")
    play.do(GiveAnswer("What went well?", "observer", "The talks.", "eve"), WATCHING)
    play.do(Vote("eve", "south"), WATCHING)
    assert play.state.votes == {"eve": "south"}
    assert refused(play, Vote("ann", "south"), WATCHING) == "not_your_seat"
    as_seat = GiveAnswer("Why?", "north", "Because.")
    assert refused(play, as_seat, WATCHING) == "not_your_seat"


# people in a seat


def test_words_are_only_of_somebody_who_plays_that_seat() -> None:
    play = seated().to("talks")
    for command in (
        SendMessage("north", ["south"], "Psst.", "eve"),
        SendMessage("north", ["south"], "Psst.", "zoe"),
        SendMessage(FACILITATOR, ["south"], "Psst.", "ann"),
        SealOrder("north", OrderText("raid", "", person="eve")),
        HandScreen("south", "ann"),
    ):
        assert refused(play, command) == "not_in_that_seat"
    play.do(SendMessage("north", ["south"], "Psst.", "ann"), "north")
    play.to("hotwash")
    answer = GiveAnswer("Why?", "north", "Because.", "eve")
    assert refused(play, answer, "north") == "not_in_that_seat"


def test_an_objective_given_to_one_person_is_hidden_from_the_other_until_the_hot_wash() -> None:
    play = seated(wanted=("rich", "safe"))
    play.do(GiveObjective("north", "ann", "rich"))
    play.do(GiveObjective("north", "ben", text="See that Player one fails."))
    ids = {
        person: [one.id for one in play.view_of("north", person).objectives]
        for person in ("ann", "ben", "")
    }
    assert ids == {"ann": ["rich", "safe"], "ben": ["safe", "own-1"], "": ["safe"]}
    play.turn(1).to("hotwash")
    assert [one.person for one in play.view("south").objectives if one.seat == "north"] == (
        ["ann", "", "ben"]
    )


def test_an_objective_is_given_to_somebody_of_the_seat_and_back() -> None:
    play = seated(wanted=("rich",))
    assert refused(play, GiveObjective("north", "eve", "rich")) == "not_in_that_seat"
    assert refused(play, GiveObjective("north", "ann", "glory")) == "no_such_objective"
    assert refused(play, GiveObjective("north", "ann")) == "no_text"
    play.do(GiveObjective("north", "ann", "rich"))
    play.do(GiveObjective("north", "", "rich"))
    assert [one.id for one in play.view_of("north", "ben").objectives] == ["rich"]


def test_a_person_sets_a_phrase_that_only_the_facilitator_changes_afterwards() -> None:
    play = seated()
    play.do(SetPhrase("ann", "ab", "cd"), "north")
    assert refused(play, SetPhrase("ann"), "north") == "phrase_there"
    assert refused(play, SetPhrase("eve", "ab", "cd"), "north") == "not_your_seat"
    play.do(SetPhrase("eve", "ab", "cd"), WATCHING)
    assert refused(play, SetPhrase(FACILITATOR, "ab", "cd"), "north") == "not_your_seat"
    play.do(SetPhrase(FACILITATOR, "ab", "cd"))
    play.do(SetPhrase("ann"))
    assert set(play.state.phrases) == {"eve", FACILITATOR}


# seats played together


def test_seats_played_together_keep_their_own_views_and_share_their_people() -> None:
    play = seated().to("talks")
    play.do(MergeSeats(["south", "north"]))
    play.seal("north", "raid", covert=True)
    assert play.view("south").sealed == []
    seats = {one.id: (one.people, one.together) for one in play.view("public").seats}
    assert seats["south"] == (["ann", "ben"], ["north"])
    play.do(SendMessage("south", ["west"], "Psst.", "ann"), "south")
    play.do(PartSeats("south"))
    words = SendMessage("south", ["west"], "Psst.", "ann")
    assert refused(play, words, "south") == "not_in_that_seat"
    assert refused(play, PartSeats("south")) == "not_merged"


def test_seats_cannot_be_merged_twice_nor_all_of_them_nor_one_that_a_playbook_plays() -> None:
    play = seated()
    assert refused(play, MergeSeats(["north"])) == "no_such_seat"
    assert refused(play, MergeSeats(["north", "east"])) == "no_such_seat"
    assert refused(play, MergeSeats(["north", "south", "west"])) == "nobody_left"
    play.do(HandSeat("west", "random"))
    assert refused(play, MergeSeats(["north", "west"])) == "plays_by_itself"
    play.do(MergeSeats(["north", "south"]))
    assert refused(play, MergeSeats(["south", "west"])) == "seats_merged"
    assert refused(play, HandSeat("south", "random")) == "seats_merged"


def test_who_plays_two_seats_votes_once_and_by_either() -> None:
    play = seated(ANN, merged=[["north", "south"]]).turn(1).to("hotwash")
    assert refused(play, Vote("south", "west")) == "people_vote"
    play.do(Vote("ann", "west"), "south")
    assert play.state.votes == {"ann": "west"}


# coming and going


def test_who_leaves_votes_no_more_and_stays_known_by_name() -> None:
    play = seated()
    play.do(LeaveSeat("ben"))
    assert refused(play, LeaveSeat("ben")) == "away_already"
    assert refused(play, LeaveSeat("zoe")) == "no_such_person"
    view = play.view("public")
    assert (view.away, view.people["ben"]) == (["ben"], "Player two")
    assert view.seats[0].people == ["ann"]
    play.turn(1).to("hotwash")
    assert refused(play, Vote("ben", "south")) == "away"


def test_who_plays_for_somebody_who_left_does_not_see_the_objectives_until_the_hot_wash() -> None:
    play = seated(ANN, wanted=("rich",))
    play.do(LeaveSeat("ann"))
    play.do(SeatPerson("zoe", "Player four", "north", objectives=False))
    assert play.view_of("north", "zoe").objectives == []
    assert play.view("north").objectives == []
    assert [one.id for one in play.view(FACILITATOR).objectives if one.seat == "north"] == ["rich"]
    play.do(LeaveSeat("zoe"))
    play.do(SeatPerson("ann", "Player one", "north"))
    assert len(play.view_of("north", "ann").objectives) == 1
    assert len(play.view("north").objectives) == 1


# beside the game


def test_a_session_has_the_research_questions_of_its_opening_and_more() -> None:
    play = seated(questions=[ResearchQuestion("why", "Why now?")])
    play.do(AddQuestion("who", "Who  gives way?"))
    assert [one.text for one in play.view(WATCHING).questions] == ["Why now?", "Who gives way?"]
    assert play.view("north").questions == play.view("public").questions == []
    assert refused(play, AddQuestion("who", "Again?")) == "question_there"
    assert refused(play, AddQuestion("Who", "Again?")) == "bad_id"
    assert refused(play, AddQuestion("what", " ")) == "no_text"


def test_the_plan_is_the_facilitators_alone() -> None:
    play = seated()
    play.do(WritePlan(2, "The bridge falls."))
    play.do(WritePlan(2, "The bridge holds."))
    assert play.view(FACILITATOR).plan == {2: "The bridge holds."}
    assert play.view("north").plan == play.view(WATCHING).plan == {}
    assert refused(play, WritePlan(-1, "x")) == "bad_turns"


def test_what_is_parked_is_ticked_off_and_everyones_in_the_hot_wash() -> None:
    play = seated()
    play.do(Park("Who owns the bridge?"))
    play.do(Park("Tolls."))
    play.do(TickOff("p1"))
    assert [(one.id, one.done) for one in play.view(FACILITATOR).parked] == (
        [("p1", True), ("p2", False)]
    )
    assert play.view("north").parked == []
    assert refused(play, TickOff("p9")) == "not_parked"
    play.turn(1).to("hotwash")
    assert len(play.view("north").parked) == 2


def test_words_are_struck_by_person_or_by_entry_and_let_in_again() -> None:
    play = seated()
    play.do(StrikeWords("ann"))
    play.do(StrikeWords(entry=2))
    assert play.view(FACILITATOR).struck == [("", 2), ("ann", -1)]
    assert play.view("north").struck == []
    assert refused(play, StrikeWords("ann")) == "struck_already"
    assert refused(play, StrikeWords()) == refused(play, StrikeWords("ann", 2)) == "strike_what"
    assert refused(play, StrikeWords("zoe")) == "no_such_person"
    assert refused(play, StrikeWords(entry=999)) == "no_such_entry"
    play.do(StrikeWords("ann", back=True))
    assert [one.back for one in play.of(WordsStruck)] == [False, False, True]


def test_the_banner_is_changed_while_it_is_played() -> None:
    play = seated()
    play.do(ChangeBanner("EXERCISE\nEXERCISE"))
    assert play.view("public").banner == "EXERCISE EXERCISE"


def test_a_rewind_leaves_notes_plan_parking_strikes_and_joined_seats_as_they_are() -> None:
    play = seated().to("event")
    to = play.state.entries
    for command in (WriteNote("A note."), WritePlan(1, "x"), Park("y"), StrikeWords("ann")):
        play.do(command)
    play.do(MergeSeats(["north", "south"]))
    play.do(Rewind(to, "A slip."))
    state = play.state
    assert (len(state.notes), state.plan, list(state.parked)) == (1, {1: "x"}, ["p1"])
    assert state.struck == {("ann", -1)}
    assert state.merged == [("north", "south")]


def test_the_screen_is_handed_to_seats_observers_the_facilitator_and_nobody_else() -> None:
    play = seated()
    for who in ("north", WATCHING, FACILITATOR, "public"):
        play.do(HandScreen(who))
    for who in ("east", "observer:ann", "observer:", ""):
        assert refused(play, HandScreen(who)) == "no_such_seat"


def test_who_plays_two_seats_is_asked_once_for_an_estimate_and_never_of_their_own() -> None:
    play = seated(ANN, EVE, merged=[["north", "south"]]).to("talks")
    play.seal("west", action="West acts.")
    play.seal("south", action="South acts.")
    play.to("adjudicate", holds=True)
    asked = {one.seat: estimators(play.state, one) for one in play.state.sealed.values()}
    assert asked == {"west": ["ann"], "south": ["west"]}
