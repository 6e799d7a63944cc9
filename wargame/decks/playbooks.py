"""What a playbook file may say: playbooks/*.yaml, one character of one seat each.

    id: broaden
    seat: baghdad
    name: Broadens first
    text: Looks for partners before he looks for a fight.
    orders:
      - {order: shield_bloc, weight: 6, when: dependence >= 3}
      - {order: raid, weight: street - 4, targets: {kataib: 2, badr: 1}}
    otherwise: 1
    dilemmas:
      - {card: moderates-offer, options: {accept: 3, decline: 1}}

Weights are whole numbers or expressions over what the seat may see. The playbook `random` needs no file.
"""

from __future__ import annotations

from pydantic import Field

from wargame.decks.fields import Expression, Id, Line, Named, Part, SeatId, Sourced, Words


class Preference(Part):
    """How gladly an order is given. Of several lines for one order the first that holds counts."""

    order: Named
    """The order, one of the seat's own."""
    weight: Expression = 1
    """How gladly it is given, beside the weights of the others that are open; below 0 counts as 0."""
    when: Expression | None = None
    """When this line counts; left out, always."""
    targets: dict[Named, Expression] = {}
    """How gladly each target is chosen; one that is not named never is. Left out: all alike."""
    covert: Expression | None = None
    """Where the order may be given in secret or not: how often it is, in per cent; left out, 50."""
    assets: Expression | None = None
    """How often an asset from the hand goes with it, in per cent; left out, as the playbook says below."""
    again: bool = False
    """Whether it may be given twice in the same turn, by a seat that gives several orders."""


class Answer(Part):
    """How gladly each way out of a dilemma is taken. Of several for one card the first that holds counts."""

    card: Id
    """The dilemma's card."""
    when: Expression | None = None
    """When this counts; left out, always."""
    options: dict[Id, Expression] = Field(min_length=1)
    """The weight of each way out; one that is not named is taken only when no other is open."""


class Playbook(Sourced):
    """A character that can play a seat: at the table for an empty chair, and in simulations."""

    id: Id
    """Its name on the command line, one of its own among the seat's playbooks; not `random`."""
    seat: SeatId
    """The seat it can play."""
    name: Line
    """What it is called on screens."""
    text: Words
    """What it wants and how it goes about it, for whoever chooses it."""
    orders: list[Preference] = Field(default=[], max_length=200)
    """The orders it thinks of."""
    otherwise: Expression = 0
    """The weight of every order that is not named above."""
    hold: Expression = 0
    """The weight of giving no order at all. When nothing has weight, none is given."""
    assets: Expression = 50
    """How often an asset from the hand goes with an order that it suits, in per cent."""
    dilemmas: list[Answer] = []
    """The dilemmas it has a mind about; in all others every open way out is as likely."""
