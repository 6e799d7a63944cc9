"""Steps about injects."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wargame.decks.acts import Act, Asked
from wargame.decks.fields import Id, Line, Named, Part, Prose, SeatId
from wargame.game import commands
from wargame.game.changes import Push
from wargame.game.names import FACILITATOR
from wargame.game.refusals import Refused
from wargame.game.state import State


def inject_of(state: State, name: str) -> str:
    """The id of an inject: as it is given, or of one written on the spot with this title."""
    for id_, one in state.written.items():
        if one.card.title == name:
            return id_
    if name in state.scenario.injects or name in state.written:
        return name
    raise Refused("no_such_inject", f"There is no inject {name!r}.")


class FiredInject(Act):
    """Fire an inject."""

    inject: Line
    """Its id; of one written on the spot, its title."""
    to: list[SeatId] = []
    """Who is told: seats, `public`, or `facilitator` for nobody else; left out, as prepared."""
    seat: SeatId | None = None
    """Who must choose, or whose hand it is put into."""
    reason: Prose = ""
    """Why, where the seat has had as many as the session allows."""

    def asked(self, state: State) -> Asked:
        """The facilitator fires it."""
        inject = inject_of(state, self.inject)
        return FACILITATOR, commands.FireInject(inject, self.to, self.seat or "", self.reason)


class MarkedInject(Act):
    """Hold an inject back, skip it, or make it ready again."""

    inject: Line
    """Its id; of one written on the spot, its title."""
    mark: Literal["ready", "held", "skipped"]
    """How it stands from now on."""
    reason: Prose = ""
    """Why it is held or skipped."""

    def asked(self, state: State) -> Asked:
        """The facilitator marks it."""
        return FACILITATOR, commands.MarkInject(
            inject_of(state, self.inject), self.mark, self.reason
        )


class Moved(Part):
    """What an inject does to a track."""

    track: Named
    """The track."""
    by: Annotated[int, Field(ge=-20, le=20)]
    """By how much it is moved."""


class NewInject(Act):
    """Write an inject; `fire_inject` fires it."""

    title: Line
    """Its title."""
    text: Prose
    """What it says, read out."""
    effects: list[Moved] = []
    """The tracks it moves."""
    to: list[Id] = []
    """Who will be told: seats, `public`, or `facilitator`; left out, everybody."""
    kind: Literal["event", "lasting", "asset"] = "event"
    """An event acts once, a lasting one in every wrap, an asset goes to a hand."""
    lasts: Annotated[int, Field(ge=0, le=99)] = 0
    """For how many turns a lasting one stays; 0 is for ever."""
    bonus: Annotated[int, Field(ge=-6, le=6)] = 0
    """What an asset adds to the order it goes with."""

    def asked(self, state: State) -> Asked:
        """The facilitator writes it."""
        pushes = [Push(one.track, one.by) for one in self.effects]
        return FACILITATOR, commands.WriteInject(
            self.title, self.text, pushes, self.to, self.kind, self.lasts, self.bonus
        )


class InjectSteps(Part):
    """The commands about injects."""

    fire_inject: FiredInject | None = None
    """Fire an inject, prepared or written."""
    mark_inject: MarkedInject | None = None
    """Hold an inject back, skip it, or make it ready again."""
    write_inject: NewInject | None = None
    """Write an inject on the spot."""
