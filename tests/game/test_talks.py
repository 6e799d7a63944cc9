"""Beside the game: messages, notes, who sits where, pass phrases, the shared screen."""

import pytest

from tests.game.scenes import SEATS
from tests.game.sitting import FACILITATOR, game, refused
from wargame.game.changes import Person
from wargame.game.commands import (
    Command,
    HandScreen,
    HandSeat,
    SeatPerson,
    SendMessage,
    SetPhrase,
    WriteNote,
)
from wargame.game.events import NoteWritten, PhraseSet, ScreenHanded
from wargame.game.names import Phase


def test_a_message_is_read_by_those_it_is_for_and_by_the_facilitator() -> None:
    play = game().to("talks")
    play.do(SendMessage("north", ["south"], "Shall we?"), by="north")
    readers = [who for who in (*SEATS, FACILITATOR, "public") if play.view(who).messages]
    assert readers == ["north", "south", FACILITATOR]
    (shown,) = play.view("south").messages
    assert (shown.turn, shown.sender, shown.to, shown.text) == (1, "north", ["south"], "Shall we?")


@pytest.mark.parametrize("phase", ["setup", "event", "orders", "adjudicate", "wrap", "hotwash"])
def test_messages_can_be_sent_at_any_time(phase: Phase) -> None:
    play = game().to(phase)
    play.do(SendMessage("north", [FACILITATOR, "west", "south"], "x"), by="north")
    assert play.view("west").messages[0].to == ["south", "west", FACILITATOR]


@pytest.mark.parametrize(
    ("command", "by", "code"),
    [
        (SendMessage("north", ["south"], "x"), "south", "not_your_seat"),
        (SendMessage(FACILITATOR, ["south"], "x"), "south", "not_your_seat"),
        (SendMessage("east", ["south"], "x"), FACILITATOR, "no_such_seat"),
        (SendMessage("north", [], "x"), "north", "no_such_seat"),
        (SendMessage("north", ["north"], "x"), "north", "no_such_seat"),
        (SendMessage("north", ["south", "east"], "x"), "north", "no_such_seat"),
        (SendMessage("north", ["south"], " \n"), "north", "no_text"),
    ],
)
def test_a_message_goes_from_its_sender_to_seats_at_this_table(
    command: Command, by: str, code: str
) -> None:
    assert refused(game().to("talks"), command, by) == code


def test_the_facilitator_writes_to_seats_and_types_for_them() -> None:
    play = game().to("talks")
    play.do(SendMessage(FACILITATOR, ["west"], "Two minutes."))
    play.do(SendMessage("south", ["west"], "From a slip."))
    assert [one.sender for one in play.view("west").messages] == [FACILITATOR, "south"]


def test_a_text_is_cleaned_and_cut() -> None:
    play = game().to("talks")
    play.do(SendMessage("north", ["south"], "a\x1b]0;t\x07b\u202e" + "x" * 3000), by="north")
    assert play.view("south").messages[0].text == "ab" + "x" * 1998


def test_notes_are_for_the_record_alone() -> None:
    play = game()
    assert refused(play, WriteNote(" ")) == "no_text"
    play.do(WriteNote("Interesting.", [" fuel ", "", "a\nb"], -7))
    (note,) = play.of(NoteWritten)
    assert (note.text, note.tags, note.about) == ("Interesting.", ["fuel", "a b"], -1)
    for who in (*SEATS, "public"):
        assert "Interesting" not in repr(play.view(who))


def test_people_sit_down_and_change_seats() -> None:
    play = game(people=[Person("ann", "Player one", "north")])
    play.do(SeatPerson("bob", "Player \x1b[1mtwo", "south"))
    play.do(SeatPerson("ann", "Player one", "observer"))
    seats = {one.id: one.people for one in play.view("public").seats}
    assert seats == {"north": [], "south": ["bob"], "west": []}
    assert play.view("west").people == {"ann": "Player one", "bob": "Player two"}


@pytest.mark.parametrize(
    ("person", "seat", "code"),
    [
        ("Ann!", "north", "bad_id"),
        ("", "north", "bad_id"),
        ("south", "north", "bad_id"),
        ("facilitator", "north", "bad_id"),
        ("ann", "east", "no_such_seat"),
    ],
)
def test_a_person_has_an_id_of_their_own_and_a_seat(person: str, seat: str, code: str) -> None:
    assert refused(game(), SeatPerson(person, "Player one", seat)) == code


def test_there_is_room_for_sixty_people() -> None:
    play = game(people=[Person(f"p{one}", f"Player {one}", "north") for one in range(60)])
    assert refused(play, SeatPerson("ann", "Player", "north")) == "too_many_people"
    play.do(SeatPerson("p1", "Player", "south"))


def test_somebody_without_a_name_is_called_by_their_id() -> None:
    play = game()
    play.do(SeatPerson("ann", " \x07", "north"))
    assert play.view("north").people == {"ann": "ann"}


def test_a_seat_is_handed_to_a_playbook_and_back() -> None:
    play = game()
    play.do(HandSeat("north", "random"))
    assert play.view("public").seats[0].playbook == "random"
    play.do(HandSeat("north"))
    assert play.view("public").seats[0].playbook == ""
    assert refused(play, HandSeat("east", "random")) == "no_such_seat"


def test_a_pass_phrase_is_kept_as_salt_and_digest_and_shown_to_nobody() -> None:
    play = game()
    play.do(SetPhrase("north", "ab" * 16, "cd" * 32), by="north")
    assert [one.locked for one in play.view("south").seats] == [True, False, False]
    for who in (*SEATS, "public", FACILITATOR):
        assert "abab" not in repr(play.view(who))
        assert "cdcd" not in repr(play.view(who))
    play.do(SetPhrase("north"), by="north")
    assert [one.locked for one in play.view("south").seats] == [False, False, False]
    assert len(play.of(PhraseSet)) == 2


@pytest.mark.parametrize(
    ("salt", "digest"),
    [
        ("xy", "ab"),
        ("ab", ""),
        ("", "ab"),
        ("abc", "ab"),
        ("ab", "abc"),
        ("AB", "ab"),
        ("ab" * 65, "ab"),
    ],
)
def test_what_is_no_salt_and_digest_is_refused(salt: str, digest: str) -> None:
    assert refused(game(), SetPhrase("north", salt, digest), "north") == "bad_phrase"


def test_a_pass_phrase_is_set_by_its_seat_or_the_facilitator() -> None:
    play = game()
    assert refused(play, SetPhrase("north", "ab", "cd"), "south") == "not_your_seat"
    play.do(SetPhrase("north", "ab", "cd"))


def test_that_the_screen_was_handed_over_is_on_record() -> None:
    play = game(people=[Person("ann", "Ann", "south")])
    play.do(HandScreen("south", "ann"))
    (handed,) = play.of(ScreenHanded)
    assert (handed.seat, handed.person) == ("south", "ann")
    assert refused(play, HandScreen("east")) == "no_such_seat"
