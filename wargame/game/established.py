"""What is established before the first turn."""

from __future__ import annotations

from wargame.game.changes import FactMade
from wargame.game.pieces import FactRule


def from_the_start(rule: FactRule) -> FactMade:
    """A fact that a setup begins with: its time counts from turn 1."""
    return FactMade(
        rule.id,
        rule.text,
        rule.lasts,
        rule.owner,
        rule.modifier,
        rule.sees,
        situation=rule.situation,
    )
