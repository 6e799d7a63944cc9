"""What a seat's playbook may ask for: nothing that its seat cannot see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wargame.decks.names import Names
from wargame.decks.resolve import PUBLIC
from wargame.decks.walk import effects_in
from wargame.game.nodes import Name, Node, names_in

if TYPE_CHECKING:
    from wargame.decks.fields import Audience
    from wargame.decks.moves import Order
    from wargame.decks.schema import Scenario


class Eyes:
    """What the seats of one scenario can see."""

    def __init__(self, model: Scenario, names: Names) -> None:
        """Look at every audience, those of single effects too."""
        self.names = names
        self.tracks = {track.id: track.sees for track in model.tracks}
        self.facts: dict[str, list[Audience]] = {fact.id: [fact.sees] for fact in model.facts}
        for placed in effects_in(model):
            effect = placed.effect
            if effect.kind == "fact" and effect.sees is not None and effect.fact in self.facts:
                self.facts[effect.fact].append(effect.sees)

    def hidden(
        self, seat: str, node: Node, order: Order | None = None
    ) -> Iterator[tuple[Name, str, str]]:
        """Every name in an expression that this seat's playbook may not use: what is wrong, what to do."""
        for name in names_in(node):
            trouble = self._trouble(seat, name, order)
            if trouble is not None:
                yield name, *trouble

    def _trouble(self, seat: str, name: Name, order: Order | None) -> tuple[str, str] | None:
        match name.family:
            case "track" if not _sees(self.tracks.get(name.id, PUBLIC), seat):
                do = f"use what {seat} sees, or let it see the track"
                return f'{seat} does not see the track "{name.id}"', do
            case "fact" if not all(_sees(one, seat) for one in self.facts.get(name.id, ())):
                do = f"use what {seat} sees, or let it see the fact wherever it is made"
                return f'{seat} does not always see the fact "{name.id}"', do
            case "done" | "tried" | "now" | "won" if not self._open(seat, name.id):
                do = f"use orders of {seat}, or such as are never given in secret"
                return f'{seat} may not know of the order "{name.id}"', do
            case "count":
                do = "use tracks and facts that the seat sees"
                return "only the facilitator sees counters", do
            case "ending":
                return "a playbook plays before the end", "take it out"
            case "target" if not name.id and order is not None:
                return self._target(seat, order)
            case _:
                return None

    def _open(self, seat: str, order: str) -> bool:
        """Whether a seat knows of every time that an order is given."""
        known = self.names.orders.get(order)
        return known is None or known.seat == seat or known.covert == "no"

    def _target(self, seat: str, order: Order) -> tuple[str, str] | None:
        for target in order.targets:
            if target.track is not None and not _sees(self.tracks.get(target.track, PUBLIC), seat):
                do = "write a number, or use what the seat sees"
                return f'{seat} does not see the track "{target.track}" of a target', do
        return None


def _sees(sees: Audience, seat: str) -> bool:
    return sees == PUBLIC or (isinstance(sees, list) and seat in sees)
