"""What anybody may ask about how an order is heard, each with its secrets marked."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.game.hidden import Hidden, shown
from tests.game.sitting import FACILITATOR, Game
from wargame.game.commands import (
    AddArgument,
    ChooseMethod,
    Command,
    CountHands,
    DeclareProject,
    ExplainEstimate,
    GrantFactor,
    OpenAppeal,
    Protect,
    SetSpotlight,
    TakeLeanings,
)
from wargame.game.names import ABOUT, GUARDED, LEANS, SIDES
from wargame.game.protections import things

Asked = tuple[str, Command]


def anything(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Numbers, the other side, the spotlight, what lasts beyond one order."""
    families = [numbers, contests, hearings, undertakings]
    return random.choice(families)(random, hidden, game, seat)


def numbers(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Hands, leanings, reasons; mostly in the way that is asked for now."""
    table = game.state.adjudication
    order_id = table.order_id if table else "t1-town-1"
    people = [*game.state.people, seat, "zz"]
    why = f"So {hidden.on_order(order_id)}"
    asked: list[Command] = [
        CountHands(order_id, random.randint(-1, 4), random.randint(0, 4)),
        CountHands(order_id, people=random.sample(people, random.randint(0, 2))),
        TakeLeanings(order_id, {}, *(random.randint(0, 3) for _ in range(3))),
        TakeLeanings(order_id, {random.choice(people): random.choice(LEANS)}),
        ExplainEstimate(order_id, random.choice(people), why),
        ChooseMethod(order_id, random.choice(["hands", "leaning", "estimate"])),
    ]
    return _mostly(random, seat), random.choice(asked)


def contests(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """An opposed throw, and arguments for the other side or about the consequences."""
    table = game.state.adjudication
    order_id = table.order_id if table else "t1-town-1"
    by = _mostly(random, seat)
    text = f"For {hidden.on_order(order_id)}" if order_id in shown(game.state, by) else "A guess"
    asked: list[Command] = [
        ChooseMethod(order_id, "opposed", opponent=random.choice([seat, "", "zz"])),
        AddArgument(order_id, random.choice(SIDES), text, seat, "counted", random.choice(ABOUT)),
    ]
    return by, random.choice(asked)


def hearings(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """The spotlight, factors by hand, an appeal."""
    state = game.state
    table = state.adjudication
    order_id = table.order_id if table else random.choice([*state.queue, "zz"])
    why = f"Since {hidden.on_order(order_id)}"
    asked: list[Command] = [
        SetSpotlight(random.choice([order_id, *state.queue])),
        GrantFactor(order_id, random.randint(-4, 4), why),
        OpenAppeal(order_id, random.randint(0, 90)),
    ]
    return _mostly(random, seat), random.choice(asked)


def undertakings(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Protections, hidden or not, and projects."""
    state = game.state
    table = state.adjudication
    order_id = table.order_id if table else "zz"
    kind: Any = random.choice(GUARDED)
    thing = random.choice([*things(state, kind), "zz"])
    known = f"Since {hidden.only(seat)}" if (secret := random.random() < 0.5) else "So be it"
    asked: list[Command] = [
        Protect(kind, thing, random.randint(0, 4), seat, known, "", secret),
        Protect(kind, thing, 1, random.choice([seat, ""]), "", order_id),
        DeclareProject(order_id, random.choice(["ford", "mill"]), "A ford", random.randint(1, 4)),
        DeclareProject(order_id, random.choice(["ford", "mill"]), f"F {hidden.on_order(order_id)}"),
    ]
    return _mostly(random, seat), random.choice(asked)


def _mostly(random: Random, seat: str) -> str:
    """The facilitator, now and then somebody else."""
    return FACILITATOR if random.random() < 0.85 else random.choice([seat, "public", "table"])
