"""What an author is told about the balance of a scenario: every figure that is outside its bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wargame.analysis.balance import EARLY, Balance, main_of
from wargame.analysis.climbing import Reply
from wargame.analysis.tally import NO_ENDING, share
from wargame.game.records import dataclass


@dataclass(slots=True, frozen=True)
class Bars:
    """Between which shares (0 to 1) a figure is no matter for a finding."""

    least: float = 0.20
    most: float = 0.65
    """How often a main objective is reached."""
    holding: float = 0.25
    """How often it is reached, at most, by a seat that gives no orders."""
    ending: float = 0.02
    """How often each ending comes, at least."""
    order: float = 0.35
    """In how many of a seat's turns one order is given, at most,"""
    crowding: float = 1.5
    """or how many times as often as if all of the seat's orders were given alike: a short menu allows more."""
    early: float = 0.05
    """How many games end before their third turn, at most."""
    reply: float = 0.70
    """How often the best reply that was found reaches the main objective, at most."""
    gap: float = 0.40
    """How far apart the seats are, at most, in how often they reach their main objectives."""


@dataclass(slots=True, frozen=True)
class Finding:
    """Something play shows: the item it is about, what it is, and what may be done.

    `at` leads to the item in the scenario by names: ("seats", "town", "objectives", "bridge").
    """

    about: str
    what: str
    do: str
    at: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As one line."""
        return f"{self.about}: {self.what}. {self.do[:1].upper()}{self.do[1:]}."


USELESS = {
    "order": ("nobody gave it", "make it cheaper or stronger, or let a playbook want it"),
    "card": ("it never did anything", "see whether it is drawn, and its condition can come about"),
    "rule": ("it never fired", "see whether its condition can come about"),
}
SECTIONS = {"order": "orders", "card": "cards", "rule": "standing"}


def findings(
    balance: Balance, replies: Mapping[str, Reply] | None = None, bars: Bars | None = None
) -> list[Finding]:
    """What is outside the bars (left out: the usual ones), in the order in which an author would look at it."""
    limits = bars or Bars()
    return [
        *_unused(balance),
        *_lengths(balance, limits),
        *_endings(balance, limits),
        *_seats(balance, limits),
        *_gap(balance, limits),
        *_replies(replies or {}, limits),
    ]


def _unused(balance: Balance) -> Iterator[Finding]:
    games = balance.drawn.tally.games
    for kind, one in balance.unused():
        what, do = USELESS[kind]
        yield Finding(f"{kind} {one}", f"{what} in {games:,} games", do, (SECTIONS[kind], one))


def _lengths(balance: Balance, bars: Bars) -> Iterator[Finding]:
    part = share(balance.drawn.early, balance.drawn.tally.games)
    if part > bars.early:
        what = f"{_percent(part)} of the games end before turn {EARLY}, more than {_percent(bars.early)}"
        yield Finding("endings", what, "let the beginning bear more", ("endings",))


def _endings(balance: Balance, bars: Bars) -> Iterator[Finding]:
    for ending, part in balance.endings().items():
        if ending != NO_ENDING and part < bars.ending:
            what = f"it comes in {_percent(part)} of the games, less than {_percent(bars.ending)}"
            do = "bring it nearer, or take it out"
            yield Finding(f"ending {ending}", what, do, ("endings", ending))


def _seats(balance: Balance, bars: Bars) -> Iterator[Finding]:
    """Main objectives, what a seat gets that holds, and orders that crowd out the others."""
    scenario = balance.plan.scenario
    for seat in scenario.seats:
        main = main_of(scenario, seat.id)
        at = ("seats", seat.id)
        if main is not None:
            yield from _objective(balance, bars, seat.id, main.id)
        elif seat.objectives:
            what = "none of its objectives is marked main, so nobody can say how it fares"
            yield Finding(f"seat {seat.id}", what, "write main: true at one of them", at)
        given = balance.of_turns(seat.id)
        most = max(bars.order, min(1, bars.crowding / max(1, len(given))))
        for order, part in given.items():
            if part > most:
                what = f"it is given in {_percent(part)} of the turns of {seat.id}"
                do = "let it cost more, or make others worth more"
                yield Finding(f"order {order}", what, do, ("orders", order))


def _objective(balance: Balance, bars: Bars, seat: str, main: str) -> Iterator[Finding]:
    """How often a seat reaches its main objective, with orders and without."""
    about, at = f"objective {main} of {seat}", ("seats", seat, "objectives", main)
    part = balance.drawn.reached(seat, main)
    if part < bars.least:
        what = f"it is reached in {_percent(part)} of the games, less than {_percent(bars.least)}"
        yield Finding(about, what, "ask for less, or make its orders stronger", at)
    if part > bars.most:
        what = f"it is reached in {_percent(part)} of the games, more than {_percent(bars.most)}"
        yield Finding(about, what, "ask for more, or let the others do more about it", at)
    held = balance.holding[seat].reached(seat, main)
    if held > bars.holding:
        what = f"a seat that gives no order reaches it in {_percent(held)} of the games"
        yield Finding(about, what, "let what it needs run down by itself", at)


def _gap(balance: Balance, bars: Bars) -> Iterator[Finding]:
    """Seats of which one gets much more than another."""
    scenario = balance.plan.scenario
    mains = {seat.id: main_of(scenario, seat.id) for seat in scenario.seats}
    parts = {
        seat: balance.drawn.reached(seat, main.id)
        for seat, main in mains.items()
        if main is not None
    }
    if not parts:
        return
    most, least = max(parts, key=lambda one: parts[one]), min(parts, key=lambda one: parts[one])
    if parts[most] - parts[least] > bars.gap:
        what = (
            f"they are uneven: {most} reaches its main objective in {_percent(parts[most])} of the "
            f"games, {least} in {_percent(parts[least])}"
        )
        yield Finding("seats", what, f"strengthen {least}, or ask more of {most}", ("seats", least))


def _replies(replies: Mapping[str, Reply], bars: Bars) -> Iterator[Finding]:
    for seat, reply in replies.items():
        if reply.share > bars.reply:
            what = (
                f"there is a way to play it that reaches its main objective in {_percent(reply.share)} "
                f"of the games, more than {_percent(bars.reply)}"
            )
            mostly = ", ".join([one for one, part in reply.orders.items() if part][:3])
            do = f"it mostly gives {mostly}: make those dearer" if mostly else "see what it does"
            yield Finding(f"seat {seat}", what, do, ("seats", seat))


def _percent(part: float) -> str:
    return f"{100 * part:.1f} %"
