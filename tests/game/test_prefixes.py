"""A game cut after any entry goes on as if nothing had happened: the rest follows, once, and play reaches the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

import pytest

from tests.game.anybody import Anybody
from tests.game.hidden import Hidden
from tests.game.scenes import (
    FEAR,
    GOLD,
    at_least,
    card,
    deck,
    effect,
    ending,
    fixed,
    later,
    moves,
    rule,
)
from tests.game.sitting import Game, Nonces, game
from tests.game.test_random_play import WHO, begin, close, parts
from wargame.game.commands import CloseSession, Proceed
from wargame.game.events import DiceThrown, Event, SessionOpened
from wargame.game.evolve import evolve, opened
from wargame.game.looking import view_for
from wargame.game.refusals import Refused
from wargame.game.rules import decide
from wargame.game.rulings import unfinished
from wargame.game.state import State


def played(seed: int, steps: int) -> Game:
    """A game in which anything was asked, then played to its close."""
    random, hidden = Random(seed), Hidden()
    game = begin(random, hidden)
    anybody = Anybody(random, hidden)
    for _ in range(steps):
        if game.state.closed:
            break
        by, command = anybody.asks(game)
        try:
            game.do(command, by)
        except Refused:
            continue
    if not game.state.closed:
        close(game)
    return game


def fresh_for(rest: Sequence[Event]) -> Callable[[], str]:
    """Gives the nonces that these events were made with."""
    thrown = (one.throw for one in rest if isinstance(one, DiceThrown))
    nonces = iter([one.nonce for one in thrown if not one.entered])
    return lambda: next(nonces)


def cuts(game: Game) -> Iterator[tuple[State, list[Event]]]:
    """The state after every entry, with what the same command still led to."""
    first = game.events[0]
    assert isinstance(first, SessionOpened)
    state = opened(game.state.scenario, first)
    for _, _, events in game.runs:
        for place, event in enumerate(events, 1):
            evolve(state, event)
            yield state.copy(), events[place:]


SEEDS = range(25)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_command_still_leads_to_follows_when_it_was_cut_short(seed: int) -> None:
    game = played(seed, 120)
    inside = 0
    for state, rest in cuts(game):
        assert unfinished(state) == bool(rest)
        if rest:
            assert decide(state, "table", Proceed(), fresh_for(rest)) == rest
            inside += 1
    assert inside > 8


@pytest.mark.parametrize("seed", SEEDS)
def test_a_cut_game_shows_its_views_and_takes_commands_before_it_has_proceeded(seed: int) -> None:
    game = played(seed, 120)
    for place, (state, rest) in enumerate(cuts(game)):
        for who in WHO if place % 5 == 0 or rest else ():
            view_for(state, who)


def crowded() -> Game:
    """A game in which a turn's end brings everything at once: chances, expiry, cards, an ending."""
    plague = card("plague", kind="lasting", lasts=1, effects=[moves(FEAR, 1, chance=fixed(50))])
    famine = card("famine", kind="lasting", lasts=1, effects=[moves(GOLD, -1)])
    cards = [plague, famine, card("late", turn=2, effects=[effect("draw", deck="events")])]
    rules = [
        rule("never", moves(GOLD, 1), chance=fixed(1)),
        rule("often", later(1, moves(GOLD, 1, chance=fixed(50))), chance=fixed(70)),
        rule("truce", effect("fact", "pact", lasts=fixed(1)), phase="event"),
        rule("wall", effect("fact", "wall", lasts=fixed(1)), phase="event", chance=fixed(80)),
        rule("stir", effect("card", "plague", deck="events", where="top"), phase="reveal"),
    ]
    ends = [ending("rich", at_least(GOLD, 8)), ending("end", fixed(1), final=True)]
    return game(cards=cards, decks=[deck("events", cards, draw=2)], rules=rules, endings=ends)


@pytest.mark.parametrize("first", range(10))
def test_a_crowded_turn_cut_short_anywhere_comes_to_the_same(first: int) -> None:
    play = crowded()
    play.fresh.taken = 1000 * first
    play.to("hotwash").do(CloseSession())
    for state, rest in cuts(play):
        if rest:
            assert decide(state, "table", Proceed(), fresh_for(rest)) == rest


def resumed(state: State) -> Game:
    """A sitting that goes on from a state."""
    other = object.__new__(Game)
    other.state, other.events, other.runs = state, [], []
    other.fresh = Nonces(10**6)
    return other


@pytest.mark.parametrize("seed", SEEDS)
def test_from_a_cut_the_game_is_played_to_its_close(seed: int) -> None:
    game = played(seed, 60)
    for state, _ in cuts(game):
        other = resumed(state)
        close(other)
        assert other.state.closed


@pytest.mark.parametrize("seed", SEEDS)
def test_from_every_cut_anything_may_be_asked_and_the_game_still_closes(seed: int) -> None:
    game = played(seed, 60)
    for place, (state, _) in enumerate(cuts(game)):
        other, random = resumed(state), Random(place)
        anybody = Anybody(random, Hidden())
        for _ in range(10):
            by, command = anybody.asks(other)
            try:
                other.do(command, by)
            except Refused:
                continue
        if not other.state.closed:
            close(other)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_whole_is_the_same_whether_folded_at_once_or_command_by_command(seed: int) -> None:
    game = played(seed, 60)
    *_, (last, _) = cuts(game)
    assert parts(last) == parts(game.state)
