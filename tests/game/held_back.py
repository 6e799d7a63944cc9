"""What anybody may ask about injects, secret arguments and facts, each with its secrets marked."""

from __future__ import annotations

from random import Random

from tests.game.hidden import Hidden
from tests.game.sitting import FACILITATOR, Game
from wargame.game.changes import Push, SecretText
from wargame.game.commands import (
    AimAtSituation,
    AllowSecretArguments,
    AskSeat,
    ChangeFact,
    Command,
    EndFact,
    FireInject,
    HoldCard,
    LetAct,
    MarkInject,
    RecordFact,
    ReplyToQuestion,
    SealArgument,
    SkipCard,
    TriggerArgument,
    WithdrawArgument,
    WriteInject,
)

Asked = tuple[str, Command]
CONDITIONS = (
    "",
    "",
    "",
    "anger >= 4",
    "chest >= 6",
    "fact.bridge",
    "turn > 2",
    "1 +",
    "done.toll > 0",
)
SEATS = ("town", "guild", "abbey")


def injects(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Fired to all or to some, held, skipped, written."""
    state = game.state
    every = [*state.scenario.injects, *state.written, "zz"]
    to = random.choice([[], [], [seat], ["public"], ["facilitator"], ["guild", "town"], ["zz"]])
    asked: list[Command] = [
        FireInject(
            random.choice(every),
            to,
            random.choice(["", "", seat]),
            random.choice(["", f"Why {hidden.only()}"]),
        ),
        MarkInject(
            random.choice(every),
            random.choice(["ready", "held", "skipped"]),
            f"Not yet {hidden.only()}",
        ),
        _written(random, hidden, to),
    ]
    return _mostly(random, seat), random.choice(asked)


def _written(random: Random, hidden: Hidden, to: list[str]) -> WriteInject:
    """A new inject: its title is shown to who is told of it, once it was fired."""
    title = f"News {hidden.in_card()}"
    pushes = [Push(random.choice(["mood", "chest", "backing", "anger"]), random.randint(-3, 3))]
    kind = random.choice(["event", "lasting", "asset"])
    return WriteInject(title, title, pushes, to, kind, 2, 1)  # type: ignore[arg-type]


def secrets(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Sealed, withdrawn, triggered."""
    if random.random() < 0.1:
        return FACILITATOR, AllowSecretArguments(random.random() < 0.9)
    by = random.choice([seat, seat, seat, FACILITATOR, random.choice(SEATS)])
    words = hidden.in_secret()
    text = SecretText(words, f"Act {words}", "", [words], random.choice(CONDITIONS), words)
    asked: list[Asked] = [
        (by, SealArgument(seat, text)),
        (by, SealArgument(seat, text)),
        (by, WithdrawArgument(seat)),
        (_mostly(random, seat), TriggerArgument(seat, "It has come.")),
    ]
    return random.choice(asked)


def cards(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """A drawn card acts, is held or is skipped."""
    card, why = random.choice([*game.state.turned, "zz"]), f"So {hidden.only()}"
    asked: list[Command] = [LetAct(card), HoldCard(card, why), SkipCard(card, why)]
    return _mostly(random, seat), random.choice(asked)


def questions(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """One seat asked in private, and replies."""
    every = [*game.state.asked, "zz"]
    if random.random() < 0.5:
        return _mostly(random, seat), AskSeat(seat, f"Why {hidden.only(seat)}?")
    name = random.choice(every)
    asked = game.state.asked.get(name)
    whose = asked.seat if asked else seat
    by = random.choice([whose, whose, FACILITATOR, seat])
    return by, ReplyToQuestion(name, f"So {hidden.only(whose)}")


def facts(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Recorded for some, changed, ended, aimed at."""
    state = game.state
    name = random.choice([*state.board.facts, "own-1", "own-2"])
    to = random.choice([[], [seat], ["facilitator"], ["town", "abbey"]])
    words = hidden.in_fact(name)
    table = state.adjudication.order_id if state.adjudication else "zz"
    asked: list[Command] = [
        RecordFact(name, words, seat, random.randint(-2, 2), 2, "", to, random.random() < 0.5),
        ChangeFact(name, words, seat, 1, f"So {hidden.only()}", random.randint(-1, 3), to),
        EndFact(name, f"Over {hidden.knew_of(state, name)}"),
        AimAtSituation(table, name),
    ]
    return _mostly(random, seat), random.choice(asked)


def _mostly(random: Random, seat: str) -> str:
    return seat if random.random() < 0.1 else FACILITATOR
