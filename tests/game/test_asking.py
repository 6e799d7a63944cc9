"""One seat addressed in private: nobody else hears of the question or of the reply."""

from __future__ import annotations

from tests.game.sitting import game, refused
from wargame.game.changes import Person
from wargame.game.commands import AskSeat, ReplyToQuestion
from wargame.game.events import SeatAsked


def test_a_question_and_its_reply_stay_between_the_seat_and_the_facilitator() -> None:
    play, without = game().to("talks"), game().to("talks")
    play.do(AskSeat("north", "What would make you stop?"))
    question = play.of(SeatAsked)[0].question
    assert [one.reply for one in play.view("north").asked] == [""]
    play.do(ReplyToQuestion(question, "Nothing."), "north")
    assert play.view("facilitator").asked[0].reply == "Nothing."
    for who in ("south", "west", "public"):
        assert play.view(who) == without.view(who)
    play.do(ReplyToQuestion(question, "A road."), "north")
    assert play.view("north").asked[0].reply == "A road."


def test_nobody_else_replies_or_asks() -> None:
    play = game().to("talks")
    play.do(AskSeat("north", "Why?"))
    question = play.of(SeatAsked)[0].question
    assert refused(play, ReplyToQuestion(question, "So"), "south") == "no_such_question"
    assert refused(play, ReplyToQuestion("q-1", "So"), "south") == "no_such_question"
    assert refused(play, ReplyToQuestion(question, " "), "north") == "no_text"
    assert refused(play, AskSeat("north", "")) == "no_text"
    assert refused(play, AskSeat("zz", "Why?")) == "no_such_seat"
    assert refused(play, AskSeat("south", "Why?"), "north") == "facilitator_only"


def test_a_reply_is_nobodys_of_another_seat() -> None:
    play = game(people=[Person("p1", "Player one", "north"), Person("p2", "Player two", "south")])
    play.to("talks").do(AskSeat("north", "Why?"))
    question = play.of(SeatAsked)[0].question
    assert refused(play, ReplyToQuestion(question, "So", "p2"), "north") == "not_in_that_seat"
    play.do(ReplyToQuestion(question, "So", "p1"), "north")
