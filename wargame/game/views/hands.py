"""What a seat holds and can choose from."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class OptionView:
    """A way out of a dilemma; `why_not` is empty when it is open."""

    id: str
    text: str
    cost: list[str]
    why_not: str


@dataclass(slots=True)
class DilemmaView:
    """A choice that waits for a seat; `only` as in `HappeningView`."""

    card: str
    title: str
    text: str
    seat: str
    options: list[OptionView]
    only: str = ""


@dataclass(slots=True)
class CardView:
    """A card in a hand."""

    id: str
    title: str
    text: str
    bonus: int
    suits: list[str]
    source: str


@dataclass(slots=True)
class TargetView:
    """What an order may be aimed at; `why_not` is empty when it can be aimed there now."""

    id: str
    name: str
    why_not: str = ""


@dataclass(slots=True)
class MenuItem:
    """An order of the menu; `why_not` is empty when it can be given now."""

    id: str
    name: str
    text: str
    result: str
    covert: str
    cost: list[str]
    targets: list[TargetView]
    why_not: str
    source: str
