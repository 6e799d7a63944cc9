"""The models of effects: what cards, orders and standing rules do to the board.

An effect is one of ten kinds, told apart by the key it must have: `track`, `fact`, `end`, ...
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from wargame.decks.fields import (
    Audience,
    Detected,
    Expression,
    Id,
    MechanismId,
    Named,
    Part,
    Positive,
    Prose,
    SeatId,
    Source,
    wrong,
)

Place = Literal["top", "bottom", "hand", "discard", "out"]


class EffectPart(Part):
    """What every effect may say beside what it does."""

    when: Expression | None = None
    """The effect happens only if this holds at that moment."""
    chance: Expression | None = None
    """The effect happens with this chance, in per cent."""
    why: Prose = ""
    """Why it happens, shown to people beside the change."""
    source: Source | None = None
    """Where it comes from; left out, that of the item it stands in."""
    mechanism: MechanismId | None = None
    """The mechanism it belongs to; left out, that of the item it stands in."""
    sees: Audience | None = None
    """Who is shown it; left out, whoever sees what it changes."""


class TrackEffect(EffectPart):
    """Changes a track by an amount, or sets it."""

    kind: ClassVar[Literal["track"]] = "track"
    track: Named
    """The track; `target` is the track of the order's target, `others` the tracks of its other targets."""
    by: Expression | None = None
    """How much is added; the track stays within its ends."""
    set: Expression | None = None
    """The value it gets instead."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if self.by is None and self.set is None:
            raise wrong("effect", "an effect on a track without by or set", "write by: how much")
        if self.by is not None and self.set is not None:
            raise wrong(
                "effect",
                "an effect on a track with both by and set",
                "keep one of them",
            )
        return self


class FactEffect(EffectPart):
    """Makes a fact."""

    kind: ClassVar[Literal["fact"]] = "fact"
    fact: Named
    """The fact."""
    lasts: Expression | None = None
    """For how many turns, when not as the fact itself says."""
    text: Prose = ""
    """What it says this time, when not its own text."""


class EndEffect(EffectPart):
    """Ends a fact."""

    kind: ClassVar[Literal["end"]] = "end"
    end: Named
    """The fact."""


class CardEffect(EffectPart):
    """Puts a card somewhere."""

    kind: ClassVar[Literal["card"]] = "card"
    card: Id
    """The card."""
    to: Id | None = None
    """The deck it goes to; left out, its own."""
    where: Place = "top"
    """Where it goes: the top or bottom of the draw pile, a hand, the discards, or out of play."""
    seat: SeatId | None = None
    """Whose hand, for `where: hand`."""


class DrawEffect(EffectPart):
    """Draws cards, which act as in the event phase."""

    kind: ClassVar[Literal["draw"]] = "draw"
    draw: Id
    """The deck."""
    count: Positive = 1
    """How many cards."""


class LaterEffect(EffectPart):
    """Schedules effects for the event phase of a later turn."""

    kind: ClassVar[Literal["later"]] = "later"
    later: Positive
    """How many turns on."""
    effects: list[Effect] = Field(min_length=1)
    """What happens then."""


class DetectEffect(EffectPart):
    """Shows covert orders to everybody from now on."""

    kind: ClassVar[Literal["detect"]] = "detect"
    detect: Detected
    """`true` for the covert order being adjudicated, or the seat whose covert orders of this turn are shown."""


class CountEffect(EffectPart):
    """Changes a hidden counter, which begins at 0 and does not go below it."""

    kind: ClassVar[Literal["count"]] = "count"
    count: Named
    """The counter, read in expressions as `count.NAME`."""
    by: Expression = 1
    """How much is added."""


class EndingEffect(EffectPart):
    """Ends the game."""

    kind: ClassVar[Literal["ending"]] = "ending"
    ending: Id
    """The ending that is reached."""


MODELS: dict[str, type[EffectPart]] = {
    "track": TrackEffect,
    "fact": FactEffect,
    "end": EndEffect,
    "card": CardEffect,
    "draw": DrawEffect,
    "later": LaterEffect,
    "detect": DetectEffect,
    "count": CountEffect,
    "ending": EndingEffect,
}
"""The model of each kind, by the key that tells it. `draw` comes before `count`, also a field of it."""

TAG = "effect:"
"""What pydantic puts into the place of a problem before the kind; no key of a file begins so."""


def _kind(value: Any) -> str | None:
    """The tag of an effect, from its keys or its class."""
    for kind in MODELS:
        if kind in value if isinstance(value, dict) else hasattr(value, kind):
            return TAG + kind
    return None


Effect = Annotated[
    Annotated[TrackEffect, Tag("effect:track")]
    | Annotated[FactEffect, Tag("effect:fact")]
    | Annotated[EndEffect, Tag("effect:end")]
    | Annotated[CardEffect, Tag("effect:card")]
    | Annotated[DrawEffect, Tag("effect:draw")]
    | Annotated[LaterEffect, Tag("effect:later")]
    | Annotated[DetectEffect, Tag("effect:detect")]
    | Annotated[CountEffect, Tag("effect:count")]
    | Annotated[EndingEffect, Tag("effect:ending")],
    Discriminator(
        _kind,
        custom_error_type="effect",
        custom_error_message="{what}",
        custom_error_context={
            "what": "an effect that does nothing we know",
            "do": "begin it with one of " + ", ".join(MODELS),
        },
    ),
]
"""One effect of any kind."""
