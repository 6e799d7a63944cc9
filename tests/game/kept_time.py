"""What anybody may ask about time, silence and talks, each with its secrets marked."""

from __future__ import annotations

from random import Random

from tests.game.hidden import Hidden, orders, shown
from tests.game.sitting import FACILITATOR, Game
from wargame.game.changes import OrderText
from wargame.game.commands import (
    Command,
    ExtendTimer,
    JumpTo,
    NoteIntention,
    NoteTalk,
    OpenTalk,
    PauseTimer,
    ResumeTimer,
    SetPace,
    SetTimer,
    StandIn,
    WarnSilent,
    WithdrawIntention,
)
from wargame.game.pace import LATE, MISSING, TALK_NOTES, Pace
from wargame.game.state import State

Asked = tuple[str, Command]
SEATS = ("town", "guild", "abbey")
OVER = ("hotwash", "closed")


def time(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Timers, pauses, another pace, a jump."""
    pick = random.choice
    minutes = {pick(["event", "orders", "wrap", "turn", "break", "zz"]): pick([0, 3, 7, 700])}
    pace = Pace(pick([0, 0, 180]), minutes, pick(MISSING), pick(LATE), pick(TALK_NOTES))  # type: ignore[arg-type]
    asked: list[Command] = [
        SetPace(pace, f"Because {hidden.only()}"),
        SetPace(Pace(talks="full", missing="ladder")),
        SetTimer(pick([0, 5]), f"Because {hidden.only()}"),
        PauseTimer(f"Because {hidden.only()}", random.random() < 0.5),
        ResumeTimer(),
        ExtendTimer(pick([-1, 2])),
        JumpTo(random.randint(0, 9), f"Because {hidden.only()}", random.random() < 0.5),
    ]
    return _mostly(random, seat), pick(asked)


def silence(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Intentions noted and taken back; warnings; what stands in."""
    by = random.choice([seat, seat, seat, FACILITATOR, random.choice(SEATS)])
    words = _intention(hidden, seat)
    why = hidden.mark(lambda state, who: who == FACILITATOR or who in SEATS)
    asked: list[Asked] = [
        (by, NoteIntention(seat, OrderText("", f"Act {words}", words, [words]))),
        (by, NoteIntention(seat, OrderText("", f"Act {words}", words, covert=True))),
        (by, WithdrawIntention(seat)),
        (_mostly(random, seat), WarnSilent(random.choice([[], [seat]]))),
        (_mostly(random, seat), StandIn(random.choice(["", seat]), "", "", f"Because {why}")),
        (_mostly(random, seat), StandIn(seat, random.choice(["holds", "intention", "playbook"]))),
    ]
    return random.choice(asked)


def _intention(hidden: Hidden, seat: str) -> str:
    """A marker for an intention: its seat's alone, until it is an order that others may see."""

    def may(state: State, who: str) -> bool:
        seen = shown(state, who)
        return who in (seat, FACILITATOR) or any(
            one.order_id in seen and marker in repr(one.order) for one in orders(state)
        )

    marker = hidden.mark(may)
    return marker


def talks(random: Random, hidden: Hidden, game: Game, seat: str) -> Asked:
    """Opened, and noted by each side."""
    others = random.sample(SEATS, random.randint(0, 2))
    by = random.choice([seat, seat, seat, FACILITATOR, random.choice(SEATS)])

    def read(state: State, who: str) -> bool:
        return who in (seat, FACILITATOR) or (state.phase in OVER and who in SEATS)

    words = hidden.mark(read)
    asked: list[Command] = [
        OpenTalk(random.choice([seat, FACILITATOR]), [*others, seat]),
        NoteTalk(seat, others, words, words, hidden.only(seat)),
        NoteTalk(seat, promised=words, told=words),
    ]
    return by, random.choice(asked)


def _mostly(random: Random, seat: str) -> str:
    return seat if random.random() < 0.1 else FACILITATOR


FAMILIES = (time, silence, talks)
"""What may be asked, by what it is about."""
