"""Checks of play: cards can come, orders can be paid, endings can be reached, values fit their tracks."""

from __future__ import annotations

from wargame.decks.board import Setup, Track
from wargame.decks.check_conditions import explained, ranges_for
from wargame.decks.effects import (
    CardEffect,
    DrawEffect,
    EndingEffect,
    FactEffect,
    TrackEffect,
)
from wargame.decks.findings import Findings
from wargame.decks.moves import Card, Inject, Order
from wargame.decks.names import spread
from wargame.decks.walk import Path, expressions_in, turned_in
from wargame.game.expressions import parse
from wargame.game.intervals import truth
from wargame.game.nodes import Both, Comparison, Name, Node, Number, names_in
from wargame.game.tokens import ExpressionError

FEWEST_OPTIONS = 2


def check_play(found: Findings) -> None:
    """All of them."""
    for i, track in enumerate(found.model.tracks):
        _track(found, ("tracks", i), track)
    for i, order in enumerate(found.model.orders):
        _order(found, ("orders", i), order)
    for i, setup in enumerate(found.model.setups):
        _setup(found, ("setups", i), setup)
    _decks(found)
    _cards(found)
    _endings(found)
    _unused(found)


def _track(found: Findings, path: Path, track: Track) -> None:
    """Ends, start and bands."""
    low, high = track.low, track.high
    if low >= high:
        key = "max" if track.max is not None else "min"
        found.add((*path, key), f"the track goes from {low} to {high}", "let max be above min")
        return
    if track.derived is not None and track.start is not None:
        found.add((*path, "start"), "a derived track has no start", "take it out")
    elif track.start is not None and not low <= track.start <= high:
        what = f"the start {track.start} is outside {low}..{high}"
        found.add((*path, "start"), what, "start within the track's ends")
    before: int | None = None
    for k, band in enumerate(track.bands):
        here: Path = (*path, "bands", k, "from")
        if not low <= band.from_ <= high:
            found.add(
                here, f"the band begins outside {low}..{high}", "begin it within the track's ends"
            )
        elif before is None and band.from_ != low:
            last = band.from_ - 1
            what = f"no band for {low}..{last}" if low < last else f"no band for {low}"
            found.add(here, what, f"let the first band begin at {low}")
        elif before is not None and band.from_ <= before:
            what = f"the band begins at {band.from_}, after one that begins at {before}"
            found.add(here, what, "write the bands from the lowest up")
        before = band.from_


def _order(found: Findings, path: Path, order: Order) -> None:
    """An order that somebody can pay, with what its seat needs to be told."""
    tracks = {track.id: track for track in found.model.tracks}
    parts: list[Node] = []
    for id_, price in order.cost.items():
        track = tracks.get(id_)
        if track is None:
            continue
        if track.low + price > track.high:
            what = (
                f'costs {price}, but "{id_}" holds {track.low}..{track.high}: nobody can afford it'
            )
            found.add((*path, "cost", id_), what, "lower the cost")
        else:
            step = Number(track.low + price)
            parts.append(Comparison(Name("track", id_, 1), ((">=", step),)))
    if order.requires is not None and parts:
        _payable(found, path, order, parts)
    if order.requires is not None and not order.why_not:
        do = "write why_not: what the seat is told when it cannot be given"
        found.warn((*path, "requires"), "a requirement without an explanation", do, key=True)
    if order.noticed is not None and order.covert == "no":
        found.warn(
            (*path, "noticed"),
            "an open order is never detected",
            "take it out, or write covert: yes",
            key=True,
        )


def _payable(found: Findings, path: Path, order: Order, parts: list[Node]) -> None:
    """What an order requires and what it costs must go together."""
    try:
        required = parse(order.requires or 0)
    except ExpressionError:
        return
    ranges = ranges_for(found, order)
    whole = (*required.parts, *parts) if isinstance(required, Both) else (required, *parts)
    if truth(required, ranges)[1] and not truth(Both(tuple(whole)), ranges)[1]:
        what = f'"{order.id}" requires what leaves too little for its cost: nobody can afford it'
        found.add((*path, "requires"), what, explained(required, ranges))


def _setup(found: Findings, path: Path, setup: Setup) -> None:
    """Starts within their tracks, hands that are somebody's, a calendar that is long enough."""
    tracks = {track.id: track for track in found.model.tracks}
    for id_, value in setup.tracks.items():
        track = tracks.get(id_)
        if track is not None and not track.low <= value <= track.high:
            what = f'{value} is outside "{id_}", {track.low}..{track.high}'
            found.add((*path, "tracks", id_), what, "start within the track's ends")
    for i, placed in enumerate(setup.place):
        card = found.names.cards.get(placed.card)
        if placed.where == "hand" and card is not None and not _hand(found, card):
            what = f"\"{placed.card}\" can be in nobody's hand: its deck is no seat's"
            found.add((*path, "place", i, "where"), what, "give the card a seat")
    turns = setup.turns or found.model.turns
    calendar = setup.calendar or found.model.calendar
    if calendar and len(calendar) < turns and found.sure:
        what = f"a calendar of {len(calendar)} for {turns} turns"
        here: Path = (*path, "calendar") if setup.calendar else path
        found.warn(here, what, "name every turn")


def _hand(found: Findings, card: Card | Inject) -> str | None:
    """The seat whose hand a card goes to."""
    deck = found.names.decks.get(card.deck) if isinstance(card, Card) else None
    return (deck.seat if deck else None) or card.seat


def _decks(found: Findings) -> None:
    """Decks with cards, and cards that can come."""
    model = found.model
    placed = {one.card for setup in model.setups for one in setup.place if one.where != "out"}
    placed |= {p.effect.card for p in found.effects if isinstance(p.effect, CardEffect)}
    drawn = {p.effect.draw for p in found.effects if isinstance(p.effect, DrawEffect)}
    for i, deck in enumerate(model.decks):
        cards = [card for card in model.cards if card.deck == deck.id]
        if not cards and found.unused("deck"):
            what = f'the deck "{deck.id}" has no cards'
            found.add(("decks", i, "id"), what, f"write cards/{deck.id}.yaml, or take the deck out")
        if not deck.draw and deck.id not in drawn and found.sure:
            for k, card in enumerate(model.cards):
                if card.deck == deck.id and not card.turn and not placed & set(spread(card)):
                    what = f'the card "{card.id}" never comes: nothing draws from "{deck.id}"'
                    found.add(("cards", k, "id"), what, "let draw of the deck be 1 or more")


def _cards(found: Findings) -> None:
    """Cards that are whole for their kind, and come in time."""
    setups = found.model.setups
    for i, one in enumerate(found.model.cards):
        if setups and all(one.id in setup.without for setup in setups):
            what = f'the card "{one.id}" never comes: every setup leaves it out'
            found.add(("cards", i, "id"), what, "take it out, or put it into a setup")
    for path, name, card in turned_in(found.model):
        if card.turn > found.turns:
            kind, id_ = name.split(" ", 1)
            what = f'the {kind} "{id_}" never comes: no game has a turn {card.turn}'
            found.add((*path, "turn"), what, f"the last turn is {found.turns}")
        if card.kind == "dilemma":
            _dilemma(found, path, card)
        elif card.options:
            found.add(
                (*path, "options"),
                "options on a card that is no dilemma",
                "write kind: dilemma",
                key=True,
            )
        if card.kind == "asset":
            _asset(found, path, card)
        elif isinstance(card, Card) and not (card.effects or card.options or _by_word(found)):
            found.warn((*path, "id"), f'the card "{card.id}" does nothing', "give it effects")


def _dilemma(found: Findings, path: Path, card: Card | Inject) -> None:
    """A dilemma has a seat, two ways out, and one that is always open."""
    if card.seat is None:
        found.add(
            (*path, "kind"), "a dilemma without a seat", "write seat: the one who must choose"
        )
    if len(card.options) < FEWEST_OPTIONS:
        what = "a dilemma with one option" if card.options else "a dilemma without options"
        found.add((*path, "kind"), what, "give it two or more")
    elif all(option.when is not None for option in card.options):
        what = "every option has a condition: the seat may be left without a way out"
        found.add((*path, "options"), what, "leave one open", key=True)
    if card.effects:
        found.add(
            (*path, "effects"),
            "effects beside the options of a dilemma",
            "put them into its options",
            key=True,
        )


def _asset(found: Findings, path: Path, card: Card | Inject) -> None:
    """An asset goes to a hand, and suits orders of that seat; for an inject, the facilitator says whose."""
    holder = _hand(found, card)
    if holder is None:
        if isinstance(card, Card) and card.deck in found.names.decks:
            what = "an asset that goes to nobody's hand"
            found.add((*path, "kind"), what, "write seat: the one who gets it")
        return
    for j, id_ in enumerate(card.suits):
        order = found.names.orders.get(id_)
        if order is not None and order.seat != holder:
            what = f'"{id_}" is no order of {holder}, who holds this card'
            found.add((*path, "suits", j), what, f"name an order of {holder}")
    if not card.bonus and not card.effects:
        found.warn(
            (*path, "id"), f'the asset "{card.id}" gives nothing', "give it a bonus or effects"
        )


def _endings(found: Findings) -> None:
    """Endings that can be reached."""
    brought = {p.effect.ending for p in found.effects if isinstance(p.effect, EndingEffect)}
    always: list[tuple[str, bool]] = []
    for i, ending in enumerate(found.model.endings):
        path: Path = ("endings", i)
        if ending.id not in brought and found.unused("ending"):
            if ending.when is None:
                what = f'the ending "{ending.id}" is never reached: no condition, and no effect brings it'
                found.add(
                    (*path, "id"), what, "write when: ..., or an effect {ending: " + ending.id + "}"
                )
            for earlier, final in always:
                if not final or ending.final:
                    what = (
                        f'the ending "{ending.id}" is never reached: "{earlier}" always comes first'
                    )
                    found.add((*path, "id"), what, "put it further up")
                    break
        if ending.when is not None and _always(found, ending.when):
            always.append((ending.id, ending.final))


def _always(found: Findings, text: str | int) -> bool:
    """Whether a condition always holds."""
    try:
        return truth(parse(text), found.ranges) == (1, 1)
    except ExpressionError:
        return False


def _by_word(found: Findings) -> bool:
    """Whether people order in their own words only, and the facilitator establishes what comes of it.

    In such a game a fact stands on the board whether or not a condition asks for it, and a card may
    be no more than its words.
    """
    return not found.model.orders


def _unused(found: Findings) -> None:
    """Facts never made or never used, tracks nothing changes."""
    _facts(found)
    model, effects = found.model, [placed.effect for placed in found.effects]
    changed = {e.track for e in effects if isinstance(e, TrackEffect)}
    changed |= {track for order in model.orders for track in order.cost}
    changed |= {t.track for order in model.orders for t in order.targets if t.track}
    for i, track in enumerate(model.tracks if found.unused("track") else []):
        if track.id not in changed and track.derived is None:
            what = f'nothing changes the track "{track.id}"'
            found.warn(("tracks", i, "id"), what, "add effects on it, or take it out")


def _facts(found: Findings) -> None:
    """Facts that nothing makes or nothing depends on, where there is a menu that could."""
    if _by_word(found) or not found.unused("fact"):
        return
    model, effects = found.model, [placed.effect for placed in found.effects]
    read = _read(found)
    made = {e.fact for e in effects if isinstance(e, FactEffect)}
    made |= {fact for setup in model.setups for fact in setup.facts}
    for i, fact in enumerate(model.facts):
        if fact.id not in made:
            what = f'nothing makes the fact "{fact.id}"'
            do = f"add an effect {{fact: {fact.id}}}, or take it out"
            found.warn(("facts", i, "id"), what, do)
        elif f"fact.{fact.id}" not in read and not fact.modifier:
            what = f'nothing depends on the fact "{fact.id}"'
            found.warn(("facts", i, "id"), what, "use it in a condition, or give it a modifier")


def _read(found: Findings) -> set[str]:
    """The facts that expressions read."""
    read: set[str] = set()
    texts = [site.text for site in expressions_in(found.model, found.effects)]
    texts += [track.derived for track in found.model.tracks if track.derived is not None]
    for text in texts:
        if isinstance(text, str):
            try:
                read |= {f"{name.family}.{name.id}" for name in names_in(parse(text))}
            except ExpressionError:
                continue
    return read
