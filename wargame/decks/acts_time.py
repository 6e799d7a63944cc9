"""What a script may say about time: timers, pauses, the pace of the session, a jump to a later turn."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from wargame.decks.acts import Act, Asked
from wargame.decks.fields import Id, Line, Part, Prose, SeatId
from wargame.decks.steps import order_text
from wargame.game import commands
from wargame.game.events.silence import Way
from wargame.game.names import FACILITATOR
from wargame.game.pace import Late, Missing, Pace, Stage, TalkNotes
from wargame.game.state import State

Minutes = Annotated[int, Field(ge=1, le=600)]


class SessionPace(Part):
    """Minutes for the stages of a session, and what happens when an order is late or missing."""

    plan: Annotated[int, Field(ge=60, le=1440)] | None = None
    """Minutes for the whole session, shared out over its turns; left out, only `minutes` count."""
    minutes: dict[Stage, Minutes] = {}
    """Minutes by stage. Talks and orders are one, `orders`, unless `talks` are given; `turn` is a whole turn."""
    missing: Missing = "ask"
    """What stands in for a missing order: `ask` each time, `holds`, `intention`, `playbook`, or all in a `ladder`."""
    late: Late = "accept"
    """An order sealed after the time is up: `accept` it, accept it with a `note`, or `refuse` it."""
    talks: TalkNotes = "off"
    """Notes on talks: `off`, one `line` a seat, or in `full`."""
    bell: bool = False
    """Whether the terminal rings when time is up."""

    def pace(self) -> Pace:
        """The pace, for the rules."""
        plan, minutes = self.plan or 0, dict(self.minutes)
        return Pace(plan, minutes, self.missing, self.late, self.talks, self.bell)


class ChangedPace(SessionPace, Act):
    """Let the session keep another pace from here on."""

    reason: Prose = ""
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator sets it."""
        return FACILITATOR, commands.SetPace(self.pace(), self.reason)


class SetTimer(Act):
    """Set the timer of the stage the table is in."""

    minutes: Annotated[int, Field(ge=0, le=600)]
    """Minutes from now; 0 for none."""
    reason: Prose = ""
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator sets it."""
        return FACILITATOR, commands.SetTimer(self.minutes, self.reason)


class Paused(Act):
    """Let the clock stand still."""

    reason: Prose = ""
    """Why."""
    rest: bool = False
    """Whether this is the break of the plan."""

    def asked(self, state: State) -> Asked:
        """The facilitator pauses it."""
        return FACILITATOR, commands.PauseTimer(self.reason, self.rest)


class Extended(Act):
    """Give the timer more minutes."""

    minutes: Annotated[int, Field(ge=-600, le=600)]
    """How many more (or fewer, below 0)."""
    reason: Prose = ""
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator gives them."""
        return FACILITATOR, commands.ExtendTimer(self.minutes, self.reason)


class Jumped(Act):
    """Go on with a later turn than the next."""

    turn: Annotated[int, Field(ge=1, le=99)]
    """The turn to go on with."""
    reason: Prose
    """Why."""
    happen: bool = True
    """Whether what was dated for the turns between happens late; else it does not happen."""

    def asked(self, state: State) -> Asked:
        """The facilitator jumps."""
        return FACILITATOR, commands.JumpTo(self.turn, self.reason, self.happen)


class Warned(Act):
    """Warn the seats whose orders are missing."""

    seats: list[SeatId] = []
    """Which; left out, all of them."""
    minutes: Annotated[int, Field(ge=1, le=60)] = 2
    """How long they have."""

    def asked(self, state: State) -> Asked:
        """The facilitator warns them."""
        return FACILITATOR, commands.WarnSilent(list(self.seats), self.minutes)


class StoodIn(Act):
    """Let something stand in for a missing order."""

    seat: SeatId | None = None
    """The seat; left out, every seat whose order is missing."""
    way: Way | None = None
    """`holds`, its `intention`, or a `playbook`; left out, as the session's pace has it."""
    playbook: Id | None = None
    """Which playbook; left out, the seat's first."""
    reason: Prose = ""
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator says what does."""
        seat, way, playbook = self.seat or "", self.way or "", self.playbook or ""
        return FACILITATOR, commands.StandIn(seat, way, playbook, self.reason)


class Intention(Act):
    """Note an order to be used if the seat gives none."""

    seat: SeatId
    """Whose it is."""
    move: Id | None = None
    """The order of the menu; left out, it is a free order."""
    action: Prose = ""
    """What is to be done, in the seat's words; left out, the menu's."""
    result: Prose = ""
    """The measurable result wanted; left out, the menu's."""
    reasons: list[Prose] = []
    """Why it will work."""
    target: Id | None = None
    """The target, where the order has targets."""
    covert: bool = False
    """Whether it is to stay hidden."""
    person: Line = ""
    """Who of the seat wrote it."""

    def asked(self, state: State) -> Asked:
        """The seat notes it."""
        return self.seat, commands.NoteIntention(self.seat, order_text(self, []))


class OpenedTalk(Act):
    """Open a talk."""

    opener: SeatId
    """Who opens it: a seat or `facilitator`."""
    seats: list[SeatId] = Field(min_length=1)
    """Who talks."""
    minutes: Annotated[int, Field(ge=0, le=60)] = 0
    """How long; 0 sets no end."""

    def asked(self, state: State) -> Asked:
        """Its opener opens it."""
        return self.opener, commands.OpenTalk(self.opener, list(self.seats), self.minutes)


class TalkNote(Act):
    """Note one side's version of a talk."""

    seat: SeatId
    """Whose version it is."""
    others: list[SeatId] = []
    """With whom it talked; left out, it is one line for the whole turn."""
    proposed: Prose = ""
    """What was proposed."""
    agreed: Prose = ""
    """What was agreed."""
    private: Prose = ""
    """The seat's own reason."""
    promised: Prose = ""
    """What it promised this turn, in the short form."""
    told: Prose = ""
    """What it was told this turn, in the short form."""
    person: Line = ""
    """Who of the seat wrote it."""

    def asked(self, state: State) -> Asked:
        """The seat notes it."""
        return self.seat, commands.NoteTalk(
            self.seat,
            list(self.others),
            self.proposed,
            self.agreed,
            self.private,
            self.promised,
            self.told,
            self.person,
        )


class TimeStep(Part):
    """The commands about time, silence and talks."""

    jump_to: Jumped | None = None
    """Go on with a later turn than the next."""
    warn_silent: Warned | None = None
    """Warn the seats whose orders are missing."""
    stand_in: StoodIn | None = None
    """Let something stand in for a missing order."""
    note_intention: Intention | None = None
    """Note an order to be used if the seat gives none."""
    withdraw_intention: SeatId | None = None
    """Have no standing intention any more."""
    open_talk: OpenedTalk | None = None
    """Open a talk."""
    note_talk: TalkNote | None = None
    """Note one side's version of a talk."""

    set_pace: ChangedPace | None = None
    """Keep another pace from here on."""
    set_timer: SetTimer | None = None
    """Set the timer of the stage the table is in."""
    pause_timer: Paused | None = None
    """Let the clock stand still."""
    resume_timer: Literal[True] | None = None
    """Let the clock go on."""
    extend_timer: Extended | None = None
    """Give the timer more minutes."""
