"""Endings, playing on, the hot wash, the close."""

import pytest

from tests.game.scenes import FEAR, GOLD, at_least, effect, ending, fixed, moves, order, rule
from tests.game.sitting import FACILITATOR, SEED, Game, game, refused
from wargame.game.changes import Person
from wargame.game.commands import (
    Advance,
    CloseSession,
    EndGame,
    GiveAnswer,
    PlayOn,
    SendMessage,
    Vote,
    WriteNote,
)
from wargame.game.events import EndingReached, ObjectivesRead, SessionClosed

GROWS = rule("grow", moves(GOLD, 1), phase="event")


def growing(*endings: object) -> Game:
    """A game of four turns in which gold rises from 5 by one a turn."""
    return game(rules=[GROWS], endings=endings)


def test_an_ending_is_reached_at_the_end_of_the_turn_in_which_it_holds() -> None:
    play = growing(ending("rich", at_least(GOLD, 7)))
    play.turn(1, "wrap")
    assert play.view("public").ending == ""
    play.turn(2, "adjudicate")
    assert play.view("public").ending == ""
    play.to("wrap")
    assert (play.view("public").ending, play.view("public").ending_text) == (
        "Rich",
        "The text of rich.",
    )


def test_the_first_ending_of_the_scenario_that_holds_is_reached() -> None:
    three = [
        ending(name, when) for name, when in (("no", fixed(0)), ("a", fixed(1)), ("b", fixed(1)))
    ]
    play = growing(*three).to("wrap")
    assert [one.ending for one in play.of(EndingReached)] == ["a"]


def test_an_ending_leads_to_the_hot_wash() -> None:
    play = growing(ending("rich", at_least(GOLD, 6))).to("wrap")
    play.do(Advance("wrap"))
    assert (play.state.phase, play.state.board.turn) == ("hotwash", 1)


def test_a_final_ending_is_looked_at_on_the_last_turn_only() -> None:
    play = growing(ending("end", fixed(1), final=True))
    assert play.turn(3, "wrap").state.ending == ""
    assert play.turn(4, "wrap").state.ending == "end"


def test_an_ending_without_a_condition_is_reached_by_an_effect_alone() -> None:
    falls = rule("fall", effect("ending", "fall"), when=at_least(GOLD, 7), phase="event")
    play = game(rules=[GROWS, falls], endings=[ending("fall", None), ending("any", fixed(1), True)])
    assert play.turn(1, "wrap").state.ending == ""
    play.turn(2)
    assert play.view("public").ending == "Fall"
    play.to("wrap")
    assert play.of(EndingReached) == []
    play.do(Advance("wrap"))
    assert play.state.phase == "hotwash"


def test_an_ending_reached_by_an_effect_stays_when_another_would_hold() -> None:
    falls = rule("fall", effect("ending", "fall"), phase="event")
    play = game(rules=[falls], endings=[ending("rich", fixed(1)), ending("fall", None)]).to("wrap")
    assert play.state.ending == "fall"


def test_a_condition_may_ask_whether_an_ending_was_reached() -> None:
    after = rule(
        "after", moves(FEAR, 1), when=lambda board, target: board.counts.get("ending.rich", 0)
    )
    play = game(rules=[GROWS, after], endings=[ending("rich", at_least(GOLD, 6))]).to("wrap")
    assert play.value(FEAR) == 3
    play.do(PlayOn())
    assert play.turn(2, "wrap").value(FEAR) == 4


def test_the_table_may_play_on_for_at_least_two_turns() -> None:
    play = growing(ending("rich", at_least(GOLD, 9))).turn(4, "wrap")
    assert play.state.ending == "rich"
    play.do(PlayOn())
    assert (play.state.ending, play.state.board.turns) == ("", 6)
    assert play.view("public").label == "Four"
    play.turn(6, "wrap")
    assert play.view("public").label == ""
    play.do(Advance("wrap"))
    assert play.state.phase == "hotwash"


def test_playing_on_early_adds_no_turns() -> None:
    play = growing(ending("rich", at_least(GOLD, 6))).to("wrap")
    play.do(PlayOn())
    assert play.state.board.turns == 4


def test_an_ending_that_was_played_through_does_not_come_again_but_another_may() -> None:
    play = growing(ending("rich", at_least(GOLD, 6)), ending("richer", at_least(GOLD, 8)))
    play.to("wrap").do(PlayOn())
    assert play.turn(2, "wrap").state.ending == ""
    assert play.turn(3, "wrap").state.ending == "richer"


def test_there_is_nothing_to_play_on_from_without_an_ending() -> None:
    play = growing()
    assert refused(play, PlayOn()) == "no_ending"
    assert refused(play.to("wrap"), PlayOn()) == "no_ending"
    falls = rule("fall", effect("ending", "fall"), phase="event")
    early = game(rules=[falls], endings=[ending("fall", None)]).to("event")
    assert refused(early, PlayOn()) == "no_ending"


def test_the_hot_wash_reads_every_objective_on_the_board_at_the_end() -> None:
    play = growing().to("hotwash")
    (read,) = play.of(ObjectivesRead)
    assert read.held == {one: {"open": True, "own": False} for one in ("north", "south", "west")}
    shown = {(one.seat, one.id): one.held for one in play.view("public").objectives}
    assert shown["south", "own"] is False
    assert len(shown) == 6


def test_before_the_hot_wash_a_seat_sees_its_own_objectives_only() -> None:
    play = growing()
    assert {one.seat for one in play.view("south").objectives} == {"south"}
    assert [one.held for one in play.view("south").objectives] == [None, None]
    assert play.view("public").objectives == []
    assert len(play.view(FACILITATOR).objectives) == 6


def washing() -> Game:
    people = [Person("ann", "Player one", "north"), Person("bob", "Player two", "observer")]
    return game(people=people).to("event").to("hotwash")


def test_answers_are_kept_and_shown_to_all() -> None:
    play = washing()
    play.do(GiveAnswer("What went well?", "south", "The talks."), by="south")
    play.do(GiveAnswer("What next?", FACILITATOR, "Lunch."))
    assert play.view("north").answers == [
        ("south", "What went well?", "The talks."),
        (FACILITATOR, "What next?", "Lunch."),
    ]


@pytest.mark.parametrize(
    ("command", "by", "code"),
    [
        (GiveAnswer("Q", "south", "A"), "north", "not_your_seat"),
        (GiveAnswer("Q", FACILITATOR, "A"), "north", "not_your_seat"),
        (GiveAnswer("Q", "east", "A"), FACILITATOR, "no_such_seat"),
        (GiveAnswer("Q", "south", " "), "south", "no_text"),
        (GiveAnswer(" ", "south", "A"), "south", "no_text"),
        (Vote("ann", "south"), "south", "not_your_seat"),
        (Vote("north", "east"), "north", "no_such_seat"),
        (Vote("east", "north"), "north", "no_such_seat"),
        (Vote("south", "north"), "north", "not_your_seat"),
    ],
)
def test_answers_and_votes_are_for_those_they_belong_to(
    command: GiveAnswer | Vote, by: str, code: str
) -> None:
    assert refused(washing(), command, by) == code


def test_a_vote_is_a_persons_or_a_seats_and_the_last_one_counts() -> None:
    play = washing()
    play.do(Vote("ann", "south"), by="north")
    play.do(Vote("ann", "north"), by="north")
    play.do(Vote("west", "south"), by="west")
    play.do(Vote("bob", "west"))
    assert play.view("public").votes == {"ann": "north", "west": "south", "bob": "west"}


@pytest.mark.parametrize("by", ["north", FACILITATOR])
def test_a_seat_with_people_has_no_vote_besides_theirs(by: str) -> None:
    play = washing()
    play.do(Vote("ann", "south"), by="north")
    assert refused(play, Vote("north", "north"), by) == "people_vote"
    assert play.view("public").votes == {"ann": "south"}


def test_answers_and_votes_belong_to_the_hot_wash() -> None:
    play = game().to("wrap")
    assert refused(play, GiveAnswer("Q", "south", "A"), "south") == "not_hot_wash"
    assert refused(play, Vote("north", "south"), "north") == "not_hot_wash"
    assert play.view("public").answers == []


def test_the_close_reveals_the_seed_to_everyone_and_not_before() -> None:
    play = washing()
    for who in ("north", "public", FACILITATOR):
        assert play.view(who).seed == ""
        assert SEED.hex() not in repr(play.view(who))
    play.do(CloseSession())
    (closed,) = play.of(SessionClosed)
    assert closed.seed == SEED.hex()
    assert play.view("public").seed == SEED.hex()
    assert play.state.phase == "closed"


def test_the_close_may_come_at_any_time() -> None:
    play = game(orders=[order("rest")]).to("talks")
    play.seal("north", "rest")
    play.to("adjudicate").take_up()
    play.do(CloseSession())
    assert play.view("north").seed == SEED.hex()


def test_after_the_close_nothing_is_taken_but_a_note() -> None:
    play = washing()
    play.do(CloseSession())
    for command in (EndGame(), CloseSession(), SendMessage(FACILITATOR, ["north"], "x")):
        assert refused(play, command) == "session_closed"
    assert refused(play, Vote("north", "south"), "north") == "session_closed"
    play.do(WriteNote("Well played."))
