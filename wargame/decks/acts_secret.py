"""Steps about secret arguments."""

from __future__ import annotations

from wargame.decks.acts import Act, Asked
from wargame.decks.fields import Id, Label, Line, Part, Prose, SeatId
from wargame.game import commands
from wargame.game.changes import SecretText
from wargame.game.names import FACILITATOR
from wargame.game.state import State


class AllowedSecrets(Act):
    """Let seats seal secret arguments, or no new ones."""

    allowed: bool = True
    """Whether they may."""

    def asked(self, state: State) -> Asked:
        """The facilitator allows it."""
        return FACILITATOR, commands.AllowSecretArguments(self.allowed)


class SealedArgument(Act):
    """Seal a secret argument."""

    seat: SeatId
    """Whose it is."""
    trigger: Prose = ""
    """What it waits for, in words; left out, `when`."""
    when: Label = ""
    """What it waits for as an expression over what the seat can see; left out, the facilitator says when."""
    move: Id | None = None
    """The order of the seat's menu that is held back; left out, it is one in the seat's own words."""
    target: Id | None = None
    """What that order is aimed at."""
    action: Prose = ""
    """What is then done; left out, as the menu has it."""
    result: Prose = ""
    """The measurable result wanted."""
    reasons: list[Prose] = []
    """Why it will work: each becomes an argument for it."""
    person: Line = ""
    """Who of the seat wrote it."""

    def asked(self, state: State) -> Asked:
        """The seat seals it."""
        text = SecretText(
            self.trigger,
            self.action,
            self.result,
            self.reasons,
            self.when,
            self.person,
            self.move or "",
            self.target or "",
        )
        return self.seat, commands.SealArgument(self.seat, text)


class WithdrawnArgument(Act):
    """Take a seat's secret argument back."""

    seat: SeatId
    """Whose it is."""

    def asked(self, state: State) -> Asked:
        """The seat withdraws it."""
        return self.seat, commands.WithdrawArgument(self.seat)


class TriggeredArgument(Act):
    """The trigger of a seat's secret argument has come."""

    seat: SeatId
    """Whose it is."""
    words: Prose = ""
    """What it was that came."""

    def asked(self, state: State) -> Asked:
        """The facilitator says so."""
        return FACILITATOR, commands.TriggerArgument(self.seat, self.words)


class SecretSteps(Part):
    """The commands about secret arguments."""

    allow_secret_arguments: AllowedSecrets | None = None
    """Let seats seal secret arguments, or no new ones."""
    seal_argument: SealedArgument | None = None
    """Seal a secret argument."""
    withdraw_argument: WithdrawnArgument | None = None
    """Take a secret argument back."""
    trigger_argument: TriggeredArgument | None = None
    """A secret argument is shown: its trigger has come. `judge` rules on it next."""
