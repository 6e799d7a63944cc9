"""The decks as cards to cut out: what is read out on the card, what it does in small print."""

from __future__ import annotations

from wargame.game.names import FACILITATOR
from wargame.game.plain_text import counted
from wargame.reports.paper.sheets import (
    Block,
    Card,
    Cards,
    Heading,
    Items,
    Paragraph,
    Runs,
    Sheet,
    text,
)
from wargame.reports.paper.told import Plain, Told

KINDS = {
    "event": "event",
    "lasting": "lasts",
    "dilemma": "dilemma",
    "asset": "asset",
}
"""The kinds of cards as people read them."""
FACILITATORS = "for the facilitator only"


def country_decks(plain: Plain, setup: Plain) -> list[Sheet]:
    """The decks that no seat owns: for the facilitator, who reads them out."""
    return [
        _sheet(plain, setup, deck, FACILITATORS)
        for deck in plain["decks"]
        if not deck["seat"] and _of(plain, setup, deck)
    ]


def seat_decks(plain: Plain, setup: Plain, seat: Plain) -> list[Sheet]:
    """The decks of a seat, from which its hand is drawn."""
    return [
        _sheet(plain, setup, deck, f"for the hand of {seat['name']} only")
        for deck in plain["decks"]
        if deck["seat"] == seat["id"] and _of(plain, setup, deck)
    ]


def _of(plain: Plain, setup: Plain, deck: Plain) -> list[Plain]:
    """A deck's cards, dated ones first; each as often as there are copies."""
    left_out = set(setup["without"])
    cards = [
        one for one in plain["cards"] if one["deck"] == deck["id"] and one["id"] not in left_out
    ]
    cards = [one for one in cards for _ in range(one["copies"])]
    return sorted(cards, key=lambda one: one["turn"] or 1000)


def _sheet(plain: Plain, setup: Plain, deck: Plain, whose: str) -> Sheet:
    told = Told(plain)
    cards = tuple(_card(told, one) for one in _of(plain, setup, deck))
    note = Paragraph(text(f"Draw {deck['draw']} in each event phase."))
    return Sheet(f"Deck: {deck['name']}", whose, (note, Cards(cards)))


def hands_told(plain: Plain, setup: Plain) -> list[Sheet]:
    """What assets do when they are used: their holders hear of it when it happens."""
    told = Told(plain)
    blocks: list[Block] = []
    for deck in plain["decks"]:
        cards = _of(plain, setup, deck)
        acting = [one for one in cards if one["kind"] == "asset" and one["effects"]]
        if acting:
            blocks.append(Heading(text(deck["name"])))
        for card in {one["id"]: one for one in acting}.values():
            blocks += [Heading(text(card["title"]), 3), Items(told.effects(card["effects"]))]
    return [Sheet("What assets do", FACILITATORS, tuple(blocks), dense=True)] if blocks else []


def injects_told(plain: Plain) -> list[Sheet]:
    """The injects: what each is for, who is told and when it comes; then each as a card to read out or hand over."""
    if not plain["injects"]:
        return []
    told = Told(plain)
    blocks: list[Block] = []
    for one in plain["injects"]:
        lines = [_comes(told, one), text(one["note"])]
        if one["kind"] == "asset":
            lines += told.effects(one["effects"])
        blocks += [Heading(text(one["title"]), 3), Items(tuple(line for line in lines if line))]
    cards = tuple(_card(told, {**one, "when": None, "turn": 0}) for one in plain["injects"])
    return [
        Sheet("Injects: what they are for", FACILITATORS, tuple(blocks), dense=True),
        Sheet("Injects", FACILITATORS, (Cards(cards),)),
    ]


def _comes(told: Told, inject: Plain) -> Runs:
    """Who is told of an inject, and when it comes."""
    sees = inject["sees"]
    if inject["kind"] == "asset" and not inject["seat"]:
        whom = "Into the hand of whom you choose"
    elif isinstance(sees, str):
        whom = "Nobody is told" if sees == FACILITATOR else "To everybody"
    else:
        whom = f"To {', '.join(told.seats[one] for one in sees)} alone"
    turn = f" in turn {inject['turn']}" if inject["turn"] else ""
    if inject["when"] is None:
        return text(f"{whom},{turn or ' when you think fit'}.", "bold")
    return text(f"{whom},{turn} when ", "bold") + told.amount(inject["when"])


def _card(told: Told, card: Plain) -> Card:
    """A card; an asset, which lies in a hand until it is used, does not say what it will do then."""
    blocks: list[Block] = [Paragraph(text(card["text"]))]
    if card["when"] is not None:
        blocks.append(Items((text("Acts only if ", "bold") + told.amount(card["when"]),)))
    if card["kind"] == "asset":
        blocks.append(Paragraph(text(_gives(told, card), "bold")))
    if card["effects"] and card["kind"] != "asset":
        blocks.append(Items(told.effects(card["effects"])))
    for option in card["options"]:
        blocks.append(Heading(text(option["text"]), 3))
        lines = told.effects(option["effects"])
        if option["cost"]:
            lines = (text("Costs ", "bold") + text(told.cost(option["cost"])), *lines)
        if option["when"] is not None:
            lines = (text("Only if ", "bold") + told.amount(option["when"]), *lines)
        if lines:
            blocks.append(Items(lines))
    return Card(_kicker(told, card), card["title"], tuple(blocks))


def _gives(told: Told, card: Plain) -> str:
    bonus = f"Gives {card['bonus']:+d}".replace("-", "−") if card["bonus"] else "Goes with an order"
    orders = ", ".join(told.orders.get(one, one) for one in card["suits"])
    return f"{bonus} with {orders}." if orders else f"{bonus} with any order."


def _kicker(told: Told, card: Plain) -> str:
    said = KINDS[card["kind"]]
    if card["kind"] == "lasting":
        said += f" {counted(card['lasts'], 'turn')}" if card["lasts"] else " for ever"
    if card["kind"] == "dilemma" and card["seat"]:
        said += f" for {told.seats[card['seat']]}"
    return f"turn {card['turn']} · {said}" if card["turn"] else said
