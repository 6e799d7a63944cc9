"""Checks of what people are told: nothing hidden in public, a reason and a source for everything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wargame.decks.board import Track
from wargame.decks.effects import FactEffect, TrackEffect
from wargame.decks.fields import FACILITATOR, PUBLIC, Audience, Sourced
from wargame.decks.findings import Findings
from wargame.decks.walk import Path, Placed, turned_in
from wargame.game.expressions import parse
from wargame.game.nodes import names_in
from wargame.game.tokens import ExpressionError

SOURCED = ("tracks", "mechanisms", "endings", "orders", "standing", "cards", "injects")
"""What must say where it comes from, beside objectives, when the scenario needs sources.

A fact has the source of the effect that makes it.
"""
OURS = "ours"


def check_telling(found: Findings) -> dict[str, list[str]]:
    """All of them; gives what carries each mechanism that is declared."""
    for placed in found.effects:
        _leak(found, placed)
    _derived(found)
    for i, seat in enumerate(found.model.seats):
        if not seat.brief and found.sure:
            found.warn(
                ("seats", i, "id"),
                f'the seat "{seat.id}" has no brief',
                "write brief: briefs/NAME.md",
            )
    _sources(found)
    _reasons(found)
    return _mechanisms(found)


def wider(sees: Audience, than: Audience) -> bool:
    """Whether somebody among the first does not belong to the second."""
    if than == PUBLIC or sees == FACILITATOR:
        return False
    if sees == PUBLIC or than == FACILITATOR:
        return True
    return not set(sees) <= set(than)


def _leak(found: Findings, placed: Placed) -> None:
    """An effect on a hidden track, told to somebody who may not see it."""
    effect, tracks = placed.effect, found.names.tracks
    if not isinstance(effect, TrackEffect) or effect.track not in tracks:
        return
    track = found.model.tracks[tracks[effect.track]]
    if effect.sees is not None and wider(effect.sees, track.sees):
        what = f'the effect is shown to some who may not see the track "{track.id}"'
        found.add((*placed.path, "sees"), what, "show it to fewer, or show them the track")
    _named(found, placed, track)


def _named(found: Findings, placed: Placed, track: Track) -> None:
    """A text that names a hidden track, read by somebody who may not see it."""
    carrier, effect = placed.carrier, placed.effect
    name = re.compile(rf"\b{re.escape(track.name)}\b", re.IGNORECASE)
    if wider(carrier.sees, track.sees):
        for path in carrier.told:
            if name.search(_text(found, path)):
                _names_hidden(found, path, track)
    if effect.sees is not None and wider(effect.sees, track.sees) and name.search(effect.why):
        _names_hidden(found, (*placed.path, "why"), track)


def _names_hidden(found: Findings, path: Path, track: Track) -> None:
    """Note a text that names a hidden track."""
    what = f'this text names the hidden track "{track.name}" to some who may not see it'
    found.add(path, what, "say it without the track's name, or show it to fewer (sees)")


def _text(found: Findings, path: Path) -> str:
    """The text at a path of the model."""
    here: object = found.model
    for step in path:
        here = here[step] if isinstance(step, int) else getattr(here, step)  # type: ignore[index]
    return str(here)


def _derived(found: Findings) -> None:
    """A derived track that tells of hidden ones."""
    for i, track in enumerate(found.model.tracks):
        if track.derived is None:
            continue
        try:
            names = [name.id for name in names_in(parse(track.derived)) if name.family == "track"]
        except ExpressionError:
            continue
        for id_ in dict.fromkeys(names):
            if id_ in found.names.tracks:
                other = found.model.tracks[found.names.tracks[id_]]
                if wider(track.sees, other.sees):
                    what = f'"{track.id}" lets some work out "{id_}", which they may not see'
                    found.warn(("tracks", i, "derived"), what, "show it to fewer (sees)")


def _sourced(found: Findings) -> Iterator[tuple[Path, str, Sourced]]:
    """Every item that must say where it comes from."""
    for section in SOURCED:
        for i, item in enumerate(getattr(found.model, section)):
            yield (section, i), f"{section.rstrip('s')} {item.id}", item
    for i, seat in enumerate(found.model.seats):
        for j, objective in enumerate(seat.objectives):
            yield ("seats", i, "objectives", j), f"objective {objective.id}", objective


def _sources(found: Findings) -> None:
    """Where everything comes from, when the scenario wants that."""
    if not found.model.needs_sources:
        return
    for path, what, item in _sourced(found):
        if item.source is None:
            do = "write source: the paragraphs it comes from, or ours"
            found.add(path, f"{what} has no source", do)
        elif item.source == OURS and not item.why:
            found.add((*path, "source"), f"{what} is ours without a reason", "write why: ...")


def _reasons(found: Findings) -> None:
    """A why for every effect on tracks and facts; one warning an item."""
    noted: set[int] = set()
    for placed in found.effects:
        effect, item = placed.effect, placed.carrier.item
        told = isinstance(effect, TrackEffect | FactEffect)
        if told and not effect.why and id(item) not in noted:
            noted.add(id(item))
            found.warn(
                placed.path,
                f"{placed.carrier.what} has an effect without a why",
                "write why: the reason people are shown",
            )


def _mechanisms(found: Findings) -> dict[str, list[str]]:
    """What carries each mechanism; a warning for each item without one, an error for an empty row."""
    table: dict[str, list[str]] = {one.id: [] for one in found.model.mechanisms}
    if not table:
        return table
    noted: set[int] = set()
    for path, mechanism, what, item in _carrying(found):
        if mechanism is None:
            if id(item) not in noted:
                noted.add(id(item))
                found.warn(path, f"{what} carries no mechanism", "write mechanism: ...")
        elif what not in table.get(mechanism, [what]):
            table[mechanism].append(what)
    for i, one in enumerate(found.model.mechanisms):
        if not table[one.id] and found.sure:
            what = f"nothing carries the mechanism {one.id}"
            found.add(("mechanisms", i, "id"), what, f"write mechanism: {one.id} at what does")
    return table


def _carrying(found: Findings) -> Iterator[tuple[Path, str | None, str, object]]:
    """Place, mechanism and name of every rule, factor and effect."""
    for i, rule in enumerate(found.model.standing):
        if rule.mechanism is not None:
            yield ("standing", i), rule.mechanism, f"standing {rule.id}", rule
    for i, order in enumerate(found.model.orders):
        for j, factor in enumerate(order.factors):
            mechanism = factor.mechanism or order.mechanism
            yield ("orders", i, "factors", j), mechanism, f"order {order.id}", order
    for path, what, card in turned_in(found.model):
        if card.mechanism is not None:
            yield path, card.mechanism, what, card
    for placed in found.effects:
        yield placed.path, placed.mechanism, placed.carrier.what, placed.carrier.item
