"""The decks of a game, dealt again from its save: every card lies somewhere, and only there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from wargame.game.records import dataclass
from wargame.saves.parts import Flaw, maps, text, texts

WHERE = ("top", "bottom", "hand", "discard", "out")
"""The places that a card can be put."""

Shuffle = Callable[[str, str, tuple[str, ...]], tuple[str, ...]]
"""Purpose, label and cards to the cards in their new order; Flaw when the label is wrong."""


@dataclass(slots=True)
class Piles:
    """Draw piles and discards by deck, top or oldest first; `away` holds all other cards.

    `order` is each deck's list in scenario order; `loose` are the injects, of no deck.
    Nothing in here is changed in place but the maps themselves, so a `copy` is a moment to come back to.
    """

    order: dict[str, tuple[str, ...]]
    draw: dict[str, tuple[str, ...]]
    discard: dict[str, tuple[str, ...]] = field(default_factory=dict)
    away: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()

    @classmethod
    def at_opening(cls, opening: Mapping[str, Any]) -> Piles:
        """The decks as a session opens: in scenario order, cards with a date or left out away."""
        order, away = decks_of(opening)
        piles = {deck: _without(cards, away) for deck, cards in order.items()}
        return cls(order, piles, {}, away, injects_of(opening))

    def copy(self) -> Piles:
        """The same piles, to be changed apart from these."""
        return Piles(self.order, dict(self.draw), dict(self.discard), self.away, self.loose)

    def shuffled(self, data: Mapping[str, Any], shuffle: Shuffle) -> None:
        """`deck_shuffled`: the discards under an empty pile, or what is in the pile, is mixed."""
        deck = self._deck(data)
        cards = texts(data, "cards")
        mixed = shuffle(f"shuffle:{deck}", text(data, "label"), cards)
        pile = self.draw[deck]
        discards = self.discard.get(deck, ())
        if cards == self._in_order(pile):
            self.draw[deck] = mixed
        elif cards == discards and not pile:
            self.draw[deck] = mixed
            self.discard[deck] = ()
        else:
            raise Flaw(_why_not(deck, cards, pile, discards))

    def drawn(self, data: Mapping[str, Any]) -> None:
        """`card_drawn`: the top card leaves its pile."""
        deck, card = self._deck(data), text(data, "card")
        pile = self.draw[deck]
        if not pile:
            raise Flaw(f"{card!r} is drawn from {deck!r}, which is empty")
        if pile[0] != card:
            raise Flaw(f"{card!r} is drawn, but {pile[0]!r} is on top of {deck!r}")
        self.draw[deck] = pile[1:]
        self.away |= {card}

    def placed(self, data: Mapping[str, Any]) -> None:
        """`card_placed`: a card leaves where it was and lies where it was put.

        An inject is of no deck: it can be in a hand, and out of the game.
        """
        if data.get("deck") == "":
            self._placed_loose(text(data, "card"), text(data, "where"))
            return
        deck, card, where = self._deck(data), text(data, "card"), text(data, "where")
        if where not in WHERE:
            raise Flaw(f"a card cannot be put {where!r}")
        if not any(card in cards for cards in self.order.values()):
            raise Flaw(f"there is no card {card!r}")
        for place in (self.draw, self.discard):
            for other, cards in place.items():
                if card in cards:
                    place[other] = _without(cards, {card})
        self.away -= {card}
        if where == "top":
            self.draw[deck] = (card, *self.draw[deck])
        elif where == "bottom":
            self.draw[deck] = (*self.draw[deck], card)
        elif where == "discard":
            self.discard[deck] = (*self.discard.get(deck, ()), card)
        else:
            self.away |= {card}

    def _placed_loose(self, card: str, where: str) -> None:
        if card not in self.loose:
            raise Flaw(f"there is no inject {card!r}")
        if where not in ("hand", "out"):
            raise Flaw(f"an inject cannot be put {where!r}")

    def written(self, data: Mapping[str, Any]) -> None:
        """`inject_written`: there is one more inject."""
        inject = text(data, "inject")
        if inject in self.loose or any(inject in cards for cards in self.order.values()):
            raise Flaw(f"there is a card {inject!r} already")
        self.loose |= {inject}

    def fired(self, data: Mapping[str, Any]) -> None:
        """`inject_fired`: it must be one that there is."""
        inject = text(data, "inject")
        if inject not in self.loose:
            raise Flaw(f"there is no inject {inject!r}")

    def _deck(self, data: Mapping[str, Any]) -> str:
        deck = text(data, "deck")
        if deck not in self.draw:
            raise Flaw(f"there is no deck {deck!r}")
        return deck

    def _in_order(self, pile: tuple[str, ...]) -> tuple[str, ...]:
        """A pile's cards in scenario order, a deck's own before those that came from elsewhere."""
        there = set(pile)
        return tuple(card for cards in self.order.values() for card in cards if card in there)


def _why_not(
    deck: str, cards: tuple[str, ...], pile: tuple[str, ...], discards: tuple[str, ...]
) -> str:
    if len(set(cards)) != len(cards):
        return f"a card is doubled in the shuffle of {deck!r}"
    for source, name in ((discards, "discards"), (pile, "pile")):
        if set(cards) == set(source):
            if name == "discards" and pile:
                return f"{len(pile)} cards of {deck!r} are lost under the shuffled discards"
            return f"the {name} of {deck!r} are shuffled, but not from the order they have"
    return f"what is shuffled is neither the pile nor the discards of {deck!r}"


def _without(cards: tuple[str, ...], gone: frozenset[str] | set[str]) -> tuple[str, ...]:
    return tuple(card for card in cards if card not in gone)


def decks_of(opening: Mapping[str, Any]) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Each deck's cards in scenario order, and the cards that no pile holds at the opening.

    A card with `copies` is as many cards, `raid`, `raid-2` and so on. Cards that have a turn of
    their own come by themselves, and those that the set-up leaves out do not come at all.
    """
    scenario = opening.get("scenario")
    if not isinstance(scenario, dict):
        raise Flaw("its 'scenario' is not a map")
    order: dict[str, tuple[str, ...]] = {
        deck["id"]: () for deck in maps(scenario, "decks") if isinstance(deck.get("id"), str)
    }
    away: set[str] = set()
    for card in maps(scenario, "cards"):
        deck = text(card, "deck")
        if deck not in order:
            raise Flaw(f"its scenario has a card of {deck!r}, which is no deck")
        spread = _spread(text(card, "id"), card.get("copies"))
        order[deck] += spread
        if card.get("turn"):
            away.update(spread)
    for setup in maps(scenario, "setups"):
        if setup.get("id") == opening.get("setup") and "without" in setup:
            away.update(texts(setup, "without"))
    return order, frozenset(away)


def injects_of(opening: Mapping[str, Any]) -> frozenset[str]:
    """The injects of a scenario; those of before there were any have none."""
    scenario = opening.get("scenario")
    if not isinstance(scenario, dict) or "injects" not in scenario:
        return frozenset()
    return frozenset(text(inject, "id") for inject in maps(scenario, "injects"))


def _spread(card: str, copies: object) -> tuple[str, ...]:
    many = copies if type(copies) is int else 1
    return (card, *(f"{card}-{copy}" for copy in range(2, min(many, 100) + 1)))
