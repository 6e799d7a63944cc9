"""A real game in which everything that mends the record was done: undone, rewound, objected to, forked."""

from __future__ import annotations

import random
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tui.seatings import SEED, small
from wargame.decks.compile import compile_scenario
from wargame.game.commands import (
    AcceptResult,
    Advance,
    BeginTurnZero,
    CallThrow,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    EndTurnZero,
    OpenAdjudication,
    OpenSession,
    RaiseObjection,
    Rewind,
    Shuffle,
    Throw,
    Undo,
)
from wargame.game.refusals import Refused
from wargame.saves.forking import fork
from wargame.table.table import Table

FACILITATOR = "facilitator"


def step(table: Table) -> None:
    """The next thing a facilitator does who lets the game run."""
    state = table.state
    judged = state.adjudication
    if state.dilemmas:
        card = next(iter(state.dilemmas))
        waiting = next(one for one in table.view(FACILITATOR).dilemmas if one.card == card)
        way = next(one for one in waiting.options if not one.why_not)
        table.ask(FACILITATOR, ChooseOption(card, way.id))
    elif judged is None and state.phase == "adjudicate" and state.queue:
        table.ask(FACILITATOR, OpenAdjudication())
    elif judged is None:
        table.ask(FACILITATOR, Advance(state.phase, holds=True))
    elif judged.quality is not None:
        table.ask(FACILITATOR, AcceptResult(judged.order_id))
    elif judged.called is not None:
        table.ask(FACILITATOR, Throw())
    elif judged.method != "weighted":
        table.ask(FACILITATOR, ChooseMethod(judged.order_id, "weighted"))
    else:
        table.ask(FACILITATOR, CallThrow(judged.order_id))


def mend(table: Table, chance: random.Random) -> None:
    """Do one of the things that go back in the record, where it can be done."""
    state = table.state
    pick = chance.random()
    try:
        if pick < 0.4:
            table.ask(FACILITATOR, Undo())
        elif pick < 0.6:
            table.ask(FACILITATOR, Rewind(chance.randrange(3, state.entries), "Again."))
        elif pick < 0.7 and state.piles:
            table.ask(FACILITATOR, Shuffle(chance.choice(list(state.piles))))
        elif state.judged:
            order_id = state.judged[-1].sealed.order_id
            objection = RaiseObjection(order_id, "con", "It was dark.", FACILITATOR)
            table.ask(FACILITATOR, objection)
    except Refused:
        pass  # it cannot be done now


def played(path: Path, seed: int, steps: int = 60, forks: int = 1) -> Path:
    """Play a game with everything mended at random moments, forked on the way; the last save's path."""
    chance, nonces = random.Random(seed), count(1)
    scenario = compile_scenario(small())
    playbooks = {seat.id: "random" for seat in scenario.seats}
    opening = OpenSession(path.stem, playbooks=playbooks)
    table = Table.create(path, scenario, opening, SEED)
    table.fresh = lambda: f"{next(nonces):032x}"
    table.ask(FACILITATOR, BeginTurnZero())
    for _ in range(12):
        if table.state.rehearsal:
            step(table)
    if table.state.rehearsal:
        table.ask(FACILITATOR, EndTurnZero())
    for part in range(forks + 1):
        for _ in range(steps):
            if table.state.phase == "hotwash":
                break
            mend(table, chance) if chance.random() < 0.2 else step(table)
        if part < forks:
            source = table.log.so_far()
            table.close()
            path = path.with_name(f"{path.stem}-{part}.jsonl")
            at = chance.randrange(len(source.entries) // 2, len(source.entries))
            fork(source, at, path).close()
            table = Table.open(path)
            table.fresh = lambda: f"{next(nonces):032x}"
    if not table.state.rehearsal:
        table.ask(FACILITATOR, CloseSession())
    table.close()
    return path


def mended() -> bytes:
    """The bytes of such a game's save."""
    with TemporaryDirectory() as folder:
        return played(Path(folder) / "mended.jsonl", 5, forks=0).read_bytes()
