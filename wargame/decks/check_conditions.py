"""Checks of expressions: they can be read, name what there is, and can hold."""

from __future__ import annotations

from wargame.decks.findings import Findings
from wargame.decks.moves import Order
from wargame.decks.walk import Path, Site, derived_in, expressions_in
from wargame.game.intervals import Range, bounds, spelled, truth_of
from wargame.game.nodes import Name, Node, Number, names_in

CERTAIN = 100
"""Per cent: a chance that always comes off."""


def check_conditions(found: Findings) -> None:
    """Every expression; those of derived tracks first."""
    for path, track in derived_in(found.model):
        node = found.parsed(path, track.derived or 0)
        if node is not None:
            meaningless(found, path, node, None)
    for site in expressions_in(found.model, found.effects):
        node = found.parsed(site.path, site.text)
        if node is not None and not meaningless(found, site.path, node, site.order):
            sense(found, site, node)


def ranges_for(found: Findings, order: Order | None) -> dict[str, Range]:
    """The ranges of names, that of an order's target with them."""
    if order is None or not order.targets:
        return found.ranges
    return {**found.ranges, "target": found.names.target_range(order, found.ranges)}


def meaningless(found: Findings, path: Path, node: Node, order: Order | None) -> bool:
    """Note names that mean nothing; tells whether there are any."""
    unknown = [name for name in names_in(node) if _unknown(found, path, name, order)]
    return bool(unknown)


def _unknown(found: Findings, path: Path, name: Name, order: Order | None) -> bool:
    """Whether a name means nothing, which is then noted."""
    names, at = found.names, name.column - 1
    match name.family:
        case "track":
            do = "" if name.id in names.tracks else _meant(found, name.id)
            return found.unknown(path, name.id, names.tracks, "track", at, do)
        case "fact":
            return found.unknown(path, name.id, names.facts, "fact", at)
        case "done" | "tried" | "now" | "won":
            return found.unknown(path, name.id, names.orders, "order", at)
        case "ending":
            return found.unknown(path, name.id, names.endings, "ending", at)
        case "count":
            return found.unknown(path, name.id, found.counters, "counter", at)
        case "target":
            return _target(found, path, name, order)
        case "turn" | "turns":
            return False


def _meant(found: Findings, id_: str) -> str:
    """What a name without a dot was perhaps meant to be."""
    if id_ in found.names.facts:
        found.missed.add("fact")
        return f"write fact.{id_}"
    return f"write count.{id_}" if id_ in found.counters else ""


def _target(found: Findings, path: Path, name: Name, order: Order | None) -> bool:
    """Whether `target` means nothing here."""
    at = name.column - 1
    if order is None:
        found.add(path, '"target" outside an order', "name a track", offset=at)
    elif name.id:
        return found.unknown(path, name.id, [one.id for one in order.targets], "target", at)
    elif not any(one.track for one in order.targets):
        what = '"target" in an order whose targets have no track'
        found.add(path, what, "give the targets a track, or name one here", offset=at)
    else:
        return False
    return True


def sense(found: Findings, site: Site, node: Node) -> None:
    """Conditions that never or always hold, chances that never come off, amounts of nothing."""
    ranges = ranges_for(found, site.order)
    if site.turn:
        ranges = {**ranges, "turn": (site.turn, site.turn)}
    low, high = bounds(node, ranges)
    match site.role:
        case "condition" if low == high == 0:
            found.add(site.path, "this can never hold" + _so(site), explained(node, ranges))
        case "condition" if truth_of((low, high)) == (1, 1) and not isinstance(node, Number):
            found.warn(site.path, "this always holds", explained(node, ranges))
        case "chance" if high <= 0:
            found.add(site.path, "this chance is always 0", explained(node, ranges))
        case "chance" if low >= CERTAIN and site.what == "effect":
            found.warn(site.path, "this chance is always 100", "leave it out")
        case "amount" if low == high == 0 and site.path[-1] == "by":
            found.warn(site.path, "this changes nothing", explained(node, ranges))
        case _:
            return


def _so(site: Site) -> str:
    """What follows for the item, when its condition can never hold."""
    kind, _, id_ = site.what.partition(" ")
    match kind:
        case "card":
            return f': the card "{id_}" never acts'
        case "order":
            return f': the order "{id_}" can never be given'
        case "ending":
            return f': the ending "{id_}" is never reached'
        case "standing":
            return f': the rule "{id_}" never fires'
        case "objective":
            return f': the objective "{id_}" is out of reach'
        case _:
            return ""


def explained(node: Node, ranges: dict[str, Range]) -> str:
    """The ranges of the names in an expression, as a hint."""
    shown: dict[str, str] = {}
    for name in names_in(node):
        low, high = bounds(name, ranges)
        shown[spelled(name)] = (
            f"{spelled(name)} {low}..{high}" if low < high else f"{spelled(name)} {low}"
        )
    if not shown:
        return "change it, or leave it out"
    return f"with {', '.join(list(shown.values())[:6])}: change it, or leave it out"
