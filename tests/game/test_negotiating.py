"""Talks: who talked with whom, and what each side notes of it; nobody else learns of either."""

from __future__ import annotations

from tests.game.sitting import FACILITATOR, refused
from tests.game.test_timers import NOON, Timed
from wargame.game.commands import Advance, EndGame, NoteTalk, OpenTalk, SendMessage
from wargame.game.events import TalkNoted, TalkOpened
from wargame.game.moments import later
from wargame.game.pace import Pace, TalkNotes


def talking(notes: TalkNotes = "full") -> tuple[Timed, list[str]]:
    """A game in the talks of turn 1, and its seats."""
    game = Timed(Pace(talks=notes))
    game.do(Advance("setup"))
    game.do(Advance("event"))
    return game, [one.id for one in game.state.scenario.seats]


def test_seats_that_exchange_messages_have_a_talk() -> None:
    game, (first, second, *_) = talking()
    game.do(SendMessage(first, [second], "Shall we?"), by=first)
    game.do(SendMessage(second, [first], "We shall."), by=second)
    for who in (first, second, FACILITATOR):
        assert [one.seats for one in game.view(who).talks] == [[first, second]]


def test_words_to_the_facilitator_alone_are_no_talk() -> None:
    game, (first, *_) = talking()
    game.do(SendMessage(first, [FACILITATOR], "How late is it?"), by=first)
    assert game.view(FACILITATOR).talks == []


def test_seats_that_the_facilitator_writes_to_have_not_talked_with_each_other() -> None:
    game, (first, second, *_) = talking()
    game.do(SendMessage(FACILITATOR, [first, second], "Five minutes left."))
    for who in (first, second, FACILITATOR):
        assert game.view(who).talks == []


def test_a_talk_is_opened_by_a_seat_or_the_facilitator_with_named_seats_and_an_end() -> None:
    game, (first, second, *_) = talking()
    game.do(OpenTalk(first, [second], 5), by=first)
    opened = game.of(TalkOpened)[0]
    assert (opened.seats, opened.until) == ([first, second], later(NOON, 5))
    assert game.view(second).talks[0].until == later(NOON, 5)
    assert refused(game, OpenTalk(first, [second]), by=second) == "not_your_seat"
    assert refused(game, OpenTalk(FACILITATOR, [first])) == "no_such_seat"
    assert refused(game, OpenTalk(FACILITATOR, [first, "nobody"])) == "no_such_seat"


def test_nobody_outside_a_talk_learns_of_it() -> None:
    game, seats = talking()
    first, second, *others = seats
    before = {who: repr(game.view(who)) for who in (*others, "public")}
    game.do(OpenTalk(first, [second]), by=first)
    game.do(NoteTalk(first, [second], "Peace", "Peace", "We need it"), by=first)
    for who, view in before.items():
        assert repr(game.view(who)) == view


def test_each_side_notes_its_version_and_the_facilitator_sees_them_side_by_side() -> None:
    game, (first, second, *_) = talking()
    game.do(OpenTalk(FACILITATOR, [first, second]))
    game.do(NoteTalk(first, [second], "A loan", "A loan by spring", "We are broke"), by=first)
    game.do(NoteTalk(second, [first], "A loan", "Nothing yet", "They are broke"), by=second)
    notes = game.view(FACILITATOR).talks[0].notes
    assert [(one.seat, one.agreed, one.private) for one in notes] == [
        (first, "A loan by spring", "We are broke"),
        (second, "Nothing yet", "They are broke"),
    ]
    assert [one.seat for one in game.view(first).talks[0].notes] == [first]


def test_a_later_version_takes_the_place_of_the_one_before() -> None:
    game, (first, second, *_) = talking()
    game.do(OpenTalk(FACILITATOR, [first, second]))
    for agreed in ("Something", "Nothing"):
        game.do(NoteTalk(first, [second], agreed=agreed), by=first)
    assert [one.agreed for one in game.view(first).talks[0].notes] == ["Nothing"]
    assert len(game.of(TalkNoted)) == 2


def test_in_the_hot_wash_the_seats_read_each_other_but_no_private_reasons() -> None:
    game, (first, second, *_) = talking()
    game.do(OpenTalk(FACILITATOR, [first, second]))
    game.do(NoteTalk(first, [second], "A loan", "A loan", "We are broke"), by=first)
    game.do(EndGame())
    notes = game.view(second).talks[0].notes
    assert [(one.agreed, one.private) for one in notes] == [("A loan", "")]


def test_the_short_form_is_one_line_a_seat_for_the_whole_turn() -> None:
    game, (first, second, *_) = talking("line")
    game.do(NoteTalk(first, promised="Grain", told="Ships"), by=first)
    assert [one.promised for one in game.view(first).talks[-1].notes] == ["Grain"]
    assert game.view(second).talks == []


def test_notes_on_talks_are_off_until_asked_for() -> None:
    game, (first, *_) = talking("off")
    assert refused(game, NoteTalk(first, promised="Grain"), by=first) == "no_talk_notes"


def test_a_note_needs_its_talk_and_a_word() -> None:
    game, (first, second, *_) = talking()
    assert refused(game, NoteTalk(first, [second], "A loan"), by=first) == "no_such_talk"
    assert refused(game, NoteTalk(first), by=first) == "no_text"
    assert refused(game, NoteTalk(second, [], "A loan"), by=first) == "not_your_seat"
