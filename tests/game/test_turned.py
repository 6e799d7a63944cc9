"""Drawn cards that wait for the facilitator: they act, are held back, or are skipped, on the record."""

from __future__ import annotations

import pytest

from tests.decks.folders import SMALL
from tests.game.sitting import Game, refused
from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.commands import Advance, ChooseOption, HoldCard, LetAct, SkipCard
from wargame.game.events import CardDrawn, CardHeld, CardPlaced, CardSkipped, EffectsApplied


def drawn(*, read: bool = True) -> tuple[Game, str]:
    """The small scenario in its first event phase, and the card that was drawn."""
    play = Game(compile_scenario(load(SMALL)), setup="standard", read_cards=read).to("event")
    return play, next(one.card for one in play.of(CardDrawn) if not one.seat)


def acted(play: Game, card: str) -> bool:
    """Whether a card did something, or asked somebody."""
    return card in play.state.drawn


def test_cards_act_as_they_are_drawn_unless_the_session_reads_them_first() -> None:
    play, card = drawn(read=False)
    assert acted(play, card)
    play, card = drawn()
    assert not acted(play, card)
    assert play.state.settled
    assert [one.card for one in play.view("facilitator").turned] == [card]


@pytest.mark.parametrize("who", ["town", "guild", "abbey", "public"])
def test_nobody_else_sees_what_was_drawn(who: str) -> None:
    play, card = drawn()
    assert play.view(who).turned == []
    assert play.state.scenario.cards[card].title not in repr(play.view(who))


def test_the_table_goes_on_only_when_that_is_decided() -> None:
    play, card = drawn()
    assert refused(play, Advance("event")) == "card_waits"
    play.do(LetAct(card))
    assert acted(play, card)
    assert refused(play, LetAct(card)) == "no_such_card"


def test_one_that_is_held_acts_in_a_later_turn() -> None:
    play, card = drawn()
    assert refused(play, HoldCard(card, " ")) == "no_reason"
    play.do(HoldCard(card, "Not before the talks."))
    assert play.of(CardHeld)[0].reason == "Not before the talks."
    assert refused(play, HoldCard(card, "Again")) == "held_already"
    play.to("talks")
    play.do(LetAct(card))
    assert acted(play, card)


def test_one_that_is_skipped_is_laid_away_and_does_nothing() -> None:
    play, card = drawn()
    play.do(SkipCard(card, "It happened last year."))
    assert not acted(play, card)
    placed = play.of(CardPlaced)[-1]
    assert (placed.card, placed.where) == (card, "discard")
    assert play.of(CardSkipped)[0].card == card
    assert not [one for one in play.of(EffectsApplied) if one.cause.id == card]
    play.to("talks")


def test_a_whole_game_can_be_played_so() -> None:
    play, _ = drawn()
    for turn in range(1, play.state.board.turns + 1):
        play.turn(turn)
        for card in list(play.state.turned):
            play.do(LetAct(card) if turn % 2 else SkipCard(card, "Enough."))
        for card in list(play.state.dilemmas):
            play.do(ChooseOption(card, play.state.scenario.cards[card].options[0].id))
        play.to("wrap")
    assert play.state.phase == "wrap"
