"""What another method than the one chosen would have given."""

from __future__ import annotations

from typing import Literal

from wargame.game.names import Method, Quality
from wargame.game.records import dataclass


@dataclass(slots=True)
class OtherMethod:
    """A method that was not chosen: its modifier, its odds in basis points, its reading of the same dice.

    `quality` is empty where the dice thrown are not those that it would have thrown.
    """

    method: Method
    modifier: int
    odds: int
    quality: Quality | Literal[""] = ""
