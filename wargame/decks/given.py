"""A scenario's plain JSON that was validated before, as objects that read like the validated models.

The models take pydantic to be built, which takes longer than all the rest of opening a scenario. What
was validated once, and is known to be the same, needs no more than its attributes: `given` makes them.
It is for JSON with its defaults filled in, as `wargame.decks.load.dumped` gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from wargame.decks.bounds import highest, lowest

if TYPE_CHECKING:
    from wargame.decks.schema import Scenario

EFFECTS = ("track", "fact", "end", "card", "draw", "later", "detect", "count", "ending")
"""The kinds of effects, each by the key that tells it. `draw` comes before `count`, also a key of it."""
ATTRIBUTES = {"from": "from_", "for": "for_"}
"""The keys that go by another name in the models."""
MAPPINGS = frozenset(("cost", "tracks", "targets", "options"))
"""The keys under which braces hold names of the scenario's own, not an item."""

HOLDERS = frozenset({dict, list})


class Given:
    """An item with the attributes that its model has."""

    def __init__(self, fields: dict[str, Any]) -> None:
        """Take the fields as they are."""
        self.__dict__ = fields


def given(plain: dict[str, Any]) -> Scenario:
    """The scenario, to be compiled. What is missing in the JSON is an AttributeError when it is asked for."""
    made = _item(plain)
    for track in made.__dict__.get("tracks", ()):
        fields = track.__dict__
        fields["low"] = lowest(fields["min"], fields["kind"])
        fields["high"] = highest(fields["max"], fields["kind"])
    return cast("Scenario", made)


def _item(plain: dict[str, Any]) -> Given:
    """An item and the items in it."""
    return Given(
        {
            ATTRIBUTES.get(key, key): _value(key, value) if type(value) in HOLDERS else value
            for key, value in plain.items()
        }
    )


def _value(key: str, value: Any) -> Any:
    """The list or the braces under a key, with the items in them."""
    if isinstance(value, list):
        make = _effect if key == "effects" else _item
        return [make(one) if isinstance(one, dict) else one for one in value]
    return value if key in MAPPINGS else _item(value)


def _effect(plain: dict[str, Any]) -> Given:
    """An effect, which knows its kind."""
    made = _item(plain)
    made.__dict__["kind"] = next((kind for kind in EFFECTS if kind in plain), "")
    return made
