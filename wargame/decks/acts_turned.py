"""Steps about drawn cards that wait for the facilitator."""

from __future__ import annotations

from wargame.decks.acts import Act, Asked
from wargame.decks.fields import Id, Part, Prose
from wargame.game import commands
from wargame.game.names import FACILITATOR
from wargame.game.state import State


class Acting(Act):
    """A card that waits, or was held back, acts."""

    card: Id
    """The card."""

    def asked(self, state: State) -> Asked:
        """The facilitator lets it act."""
        return FACILITATOR, commands.LetAct(self.card)


class HeldCard(Act):
    """A drawn card is held back."""

    card: Id
    """The card."""
    reason: Prose
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator holds it."""
        return FACILITATOR, commands.HoldCard(self.card, self.reason)


class SkippedCard(Act):
    """A drawn card is laid away and does nothing."""

    card: Id
    """The card."""
    reason: Prose
    """Why."""

    def asked(self, state: State) -> Asked:
        """The facilitator skips it."""
        return FACILITATOR, commands.SkipCard(self.card, self.reason)


class TurnedSteps(Part):
    """The commands about drawn cards, in a session that reads them first (`read_cards`)."""

    let_act: Acting | None = None
    """A card that waits, or was held back, acts."""
    hold_card: HeldCard | None = None
    """A drawn card is held back, with a reason."""
    skip_card: SkippedCard | None = None
    """A drawn card is laid away, with a reason."""
