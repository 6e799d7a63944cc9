"""Non-interference: whatever some seats and the facilitator do in secret, nobody else's view tells of it.

Two games are equal but for what is done in secret: orders, revisions, secret arguments, standing
intentions, talks and their notes, injects and facts for a few, plans, notes, protections. After every
single thing that happens, everybody else and the public screen see the same in both, and the same
answers are given to what they ask. It goes on through reveal, results and wrap as long as what was
done in secret stays secret.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from random import Random
from typing import Any

import pytest

from tests.game.hidden import FACILITATOR, Hidden
from tests.game.sitting import Game
from tests.game.test_secrets import code, numberless
from wargame.game.changes import OrderText, Person, SecretText
from wargame.game.commands import (
    Advance,
    Command,
    MarkInject,
    NoteIntention,
    NoteTalk,
    OpenTalk,
    Park,
    Protect,
    RecordFact,
    SealArgument,
    SealOrder,
    SendMessage,
    WithdrawArgument,
    WithdrawIntention,
    WithdrawOrder,
    WriteInject,
    WriteNote,
    WritePlan,
)
from wargame.game.pace import Pace
from wargame.game.scenario import Scenario

SEATS = ("town", "guild", "abbey")
WATCHERS = ("public", "observer:p3")
PEOPLE = [
    Person("p1", "Player one", "town"),
    Person("p2", "Player two", "guild"),
    Person("p3", "Player three", "observer"),
]
Asked = tuple[str, Command]


class Twins:
    """Two games of one scenario, what is done in secret in each, and what the others see of it."""

    def __init__(self, made: Scenario, random: Random) -> None:
        self.random = random
        self.secretive = random.sample(SEATS, random.choice([1, 1, 2]))
        self.others = [one for one in SEATS if one not in self.secretive]
        options: dict[str, Any] = {
            "setup": "standard",
            "people": PEOPLE,
            "secret_arguments": True,
            "pace": Pace(talks="full"),
        }
        self.games = [Game(made, **options) for _ in range(2)]
        self.games[1].fresh.taken = 50_000  # what is drawn by chance differs

    def seen(self, game: Game) -> list[str]:
        """What everybody else sees."""
        return [numberless(asdict(game.view(who))) for who in (*self.others, *WATCHERS)]

    def in_secret(self) -> None:
        """Each game has a secret of its own; in neither does anybody else see that anything happened."""
        for game in self.games:
            if self.random.random() < 0.8:
                by, command = self.random.choice(SECRETS)(self, game)
                before = self.seen(game)
                code(game, command, by)
                assert self.seen(game) == before, (by, command)

    def in_the_open(self, by: str, command: Command) -> None:
        """The same is asked in both games; the others are answered the same and see the same."""
        answers = [code(game, command, by) for game in self.games]
        if by in self.others:
            assert answers[0] == answers[1], (by, command, answers)
        assert self.seen(self.games[0]) == self.seen(self.games[1]), (by, command, answers)

    def seat(self) -> str:
        """One of those with secrets."""
        return self.random.choice(self.secretive)

    def words(self) -> str:
        """Words that no other game has."""
        return f"word {self.random.random()}"


def _order(twins: Twins, game: Game) -> Asked:
    """A free order, new or in place of another one. Covert, so that it stays secret after the reveal."""
    seat = twins.seat()
    mine = [one.order_id for one in game.state.sealed.values() if one.seat == seat]
    revised = twins.random.choice(["", *mine])
    return seat, SealOrder(seat, OrderText("", twins.words(), covert=True), revised)


def _withdrawn(twins: Twins, game: Game) -> Asked:
    seat = twins.seat()
    mine = [one.order_id for one in game.state.sealed.values() if one.seat == seat]
    return seat, WithdrawOrder(twins.random.choice([*mine, "t1-town-9"]))


def _argument(twins: Twins, game: Game) -> Asked:
    seat = twins.seat()
    if twins.random.random() < 0.4:
        return seat, WithdrawArgument(seat)
    when = twins.random.choice(["", "turn >= 90"])
    trigger = "" if when else twins.words()
    return seat, SealArgument(seat, SecretText(trigger, twins.words(), when=when))


def _intention(twins: Twins, game: Game) -> Asked:
    seat = twins.seat()
    if twins.random.random() < 0.3:
        return seat, WithdrawIntention(seat)
    return seat, NoteIntention(seat, OrderText("", twins.words()))


def _talk(twins: Twins, game: Game) -> Asked:
    seat = twins.seat()
    to = [one for one in (*twins.secretive, FACILITATOR) if one != seat]
    if len(twins.secretive) == 2 and twins.random.random() < 0.3:
        return seat, OpenTalk(seat, twins.secretive)
    return seat, SendMessage(seat, twins.random.sample(to, 1), twins.words())


def _talk_note(twins: Twins, game: Game) -> Asked:
    seat = twins.seat()
    others = [one for one in twins.secretive if one != seat]
    return seat, NoteTalk(seat, others, proposed=twins.words(), private=twins.words())


def _told_to_a_few(twins: Twins, game: Game) -> Asked:
    """Something the facilitator lets only those with secrets know."""
    match twins.random.randrange(3):
        case 0:
            return FACILITATOR, WriteInject(twins.words(), twins.words(), to=twins.secretive)
        case 1:
            name = f"f{twins.random.randrange(10**6)}"
            return FACILITATOR, RecordFact(name, twins.words(), to=twins.secretive)
        case _:
            injects = [*game.state.scenario.injects, "none"]
            return FACILITATOR, MarkInject(twins.random.choice(injects), "held", "Not yet.")


def _noted(twins: Twins, game: Game) -> Asked:
    """Something the facilitator keeps to itself."""
    match twins.random.randrange(4):
        case 0:
            return FACILITATOR, WritePlan(twins.random.randint(1, 4), twins.words())
        case 1:
            return FACILITATOR, Park(twins.words())
        case 2:
            level = twins.random.randint(0, 3)
            return FACILITATOR, Protect("seat", twins.seat(), level, reason="Guards.", hidden=True)
        case _:
            return FACILITATOR, WriteNote(twins.words())


SECRETS: list[Callable[[Twins, Game], Asked]] = [
    *[_order] * 3,
    _withdrawn,
    *[_argument] * 2,
    _intention,
    *[_talk] * 2,
    _talk_note,
    *[_told_to_a_few] * 2,
    _noted,
]
"""What is done in secret, the more often the more there is to do."""


def _openly(twins: Twins) -> Asked:
    """Something that others ask meanwhile, also for what they may not have."""
    random, seat = twins.random, twins.random.choice(twins.others)
    turn, whose = twins.games[0].state.board.turn, random.choice(twins.secretive)
    order = f"t{turn}-{whose}-{random.randint(1, 3)}"  # a seat's own numbers are drawn by chance
    asked: list[Command] = [
        SealOrder(seat, OrderText("", f"Act {random.random()}")),
        WithdrawOrder(order),
        SendMessage(seat, [random.choice(SEATS), FACILITATOR], "Well?"),
        SealArgument(seat, SecretText("Rain.", "We wait for the rain.")),
        WithdrawArgument(random.choice(SEATS)),
        WithdrawIntention(random.choice(SEATS)),
        NoteIntention(seat, OrderText("", "As before.")),
        WriteNote("A public note."),
    ]
    return seat, random.choice(asked)


def _next_phase(twins: Twins) -> bool:
    """Let both games move on together as far as nothing secret comes to light; whether they did."""
    for game in twins.games:
        game.state.dilemmas.clear()
    if twins.games[0].state.phase == "reveal":
        return False  # in the results each covert order is ruled on, and moves the board
    twins.in_the_open(FACILITATOR, Advance(twins.games[0].state.phase, holds=True))
    return True


def play(seed: int, steps: int = 14) -> None:
    """One pair of games, up to the results of the first turn."""
    random = Random(seed)
    twins = Twins(Hidden().scenario(), random)
    for _ in range(2):
        _next_phase(twins)
    done = 0
    for step in range(steps):
        twins.in_secret()
        done += 1
        twins.in_the_open(*_openly(twins))
        if step % 5 == 4:
            _next_phase(twins)
    assert done == steps
    while _next_phase(twins):
        twins.in_secret()


@pytest.mark.parametrize("seed", range(30))
def test_what_is_done_in_secret_leaves_no_trace_for_anybody_else(seed: int) -> None:
    play(seed)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(30, 1030, 100))
def test_a_thousand_games_leave_no_trace_of_what_is_done_in_secret(first: int) -> None:
    for seed in range(first, first + 100):
        play(seed)
