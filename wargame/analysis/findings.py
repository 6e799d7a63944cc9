"""What an author is told about the balance of a scenario: every figure that is outside its bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wargame.analysis.balance import EARLY, Balance, main_of
from wargame.analysis.climbing import Reply
from wargame.analysis.tally import NO_ENDING, share


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
    """In how many of a seat's turns one order is given, at most."""
    early: float = 0.05
    """How many games end before their third turn, at most."""
    reply: float = 0.70
    """How often the best reply that was found reaches the main objective, at most."""


@dataclass(slots=True, frozen=True)
class Finding:
    """Something play shows: the item it is about, what it is, and what may be done."""

    about: str
    what: str
    do: str

    def __str__(self) -> str:
        """As one line."""
        return f"{self.about}: {self.what}. {self.do[:1].upper()}{self.do[1:]}."


USELESS = {
    "order": ("nobody gave it", "make it cheaper or stronger, or let a playbook want it"),
    "card": ("it never acted", "see whether its condition can come about"),
    "rule": ("it never fired", "see whether its condition can come about"),
}


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
        *_replies(replies or {}, limits),
    ]


def _unused(balance: Balance) -> Iterator[Finding]:
    games = balance.drawn.tally.games
    for kind, one in balance.unused():
        what, do = USELESS[kind]
        yield Finding(f"{kind} {one}", f"{what} in {games} games", do)


def _lengths(balance: Balance, bars: Bars) -> Iterator[Finding]:
    part = share(balance.drawn.early, balance.drawn.tally.games)
    if part > bars.early:
        what = f"{_percent(part)} of the games end before turn {EARLY}, more than {_percent(bars.early)}"
        yield Finding("endings", what, "let the beginning bear more")


def _endings(balance: Balance, bars: Bars) -> Iterator[Finding]:
    for ending, part in balance.endings().items():
        if ending != NO_ENDING and part < bars.ending:
            what = f"it comes in {_percent(part)} of the games, less than {_percent(bars.ending)}"
            yield Finding(f"ending {ending}", what, "bring it nearer, or take it out")


def _seats(balance: Balance, bars: Bars) -> Iterator[Finding]:
    """Main objectives, what a seat gets that holds, and orders that crowd out the others."""
    for seat in balance.plan.scenario.seats:
        main = main_of(balance.plan.scenario, seat.id)
        if main is not None:
            about = f"objective {main.id} of {seat.id}"
            part = balance.drawn.reached(seat.id, main.id)
            if part < bars.least:
                what = f"it is reached in {_percent(part)} of the games, less than {_percent(bars.least)}"
                yield Finding(about, what, "ask for less, or make its orders stronger")
            if part > bars.most:
                what = f"it is reached in {_percent(part)} of the games, more than {_percent(bars.most)}"
                yield Finding(about, what, "ask for more, or let the others do more about it")
            held = balance.holding[seat.id].reached(seat.id, main.id)
            if held > bars.holding:
                what = f"a seat that gives no order reaches it in {_percent(held)} of the games"
                yield Finding(about, what, "let what it needs run down by itself")
        for order, part in balance.of_turns(seat.id).items():
            if part > bars.order:
                what = f"it is given in {_percent(part)} of the turns of {seat.id}"
                yield Finding(f"order {order}", what, "let it cost more, or make others worth more")


def _replies(replies: Mapping[str, Reply], bars: Bars) -> Iterator[Finding]:
    for seat, reply in replies.items():
        if reply.share > bars.reply:
            what = f"weights were found with which it reaches its main objective in {_percent(reply.share)}"
            yield Finding(
                f"seat {seat}", what, "see which orders they prefer, and make those dearer"
            )


def _percent(part: float) -> str:
    return f"{100 * part:.1f} %"
