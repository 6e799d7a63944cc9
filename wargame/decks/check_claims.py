"""Checks of claims: what they name is there, and the sides of a part differ in what its form says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from wargame.decks.check_conditions import meaningless, sense
from wargame.decks.check_names import check_effect
from wargame.decks.claims import Claim, ClaimPart, ClaimsFile, Form, Measure, Order, Side, joined
from wargame.decks.effects import LaterEffect
from wargame.decks.findings import Findings
from wargame.decks.load import CLAIMS, Draft, read_claims
from wargame.decks.mending import explain
from wargame.decks.moves import Standing
from wargame.decks.problems import Problem, ScenarioError
from wargame.decks.walk import Carrier, Role, Site, in_effect, placed_in
from wargame.decks.walk import Path as Path_
from wargame.game.names import RANDOM

FEWEST = 2
"""Playbooks between which there is a difference."""


def claims_of(folder: Path) -> ClaimsFile:
    """The claims of a scenario whose form is right; ScenarioError when there are none, or they are not."""
    draft = Draft(folder)
    claims = read(draft)
    if draft.problems:
        raise ScenarioError(draft.problems)
    if claims is None:
        do = f"write a {CLAIMS}: what should follow from the scenario (see: wargame schema claims)"
        raise ScenarioError([Problem(str(folder), 0, 0, "no claims", do)])
    return claims


def read(draft: Draft) -> ClaimsFile | None:
    """The claims of a folder, when there are any whose form is right; problems go into the draft."""
    node = read_claims(draft)
    if node is None:
        return None
    try:
        return ClaimsFile.model_validate(node.plain())
    except ValidationError as error:
        for path, what, do, key in explain(error, ClaimsFile):
            draft.problems.append(
                Problem(*draft.place(("claims", *path[1:]), key=key), what, do)
                if path[:1] == ("claims",)
                else Problem(CLAIMS, 1, 1, what, do)
            )
        return None


def check_claims(found: Findings, claims: ClaimsFile) -> None:
    """Every claim, and every part of it."""
    seen: dict[str, Path_] = {}
    for index, claim in enumerate(claims.claims):
        path: Path_ = ("claims", index)
        first = seen.setdefault(claim.id, path)
        if first != path:
            do = f"the first stands at {found.place((*first, 'id'))}; rename one"
            found.add((*path, "id"), f'the id "{claim.id}" is given twice', do)
        for place, mechanism in enumerate(claim.mechanisms):
            found.unknown(
                (*path, "mechanisms", place), mechanism, found.names.mechanisms, "mechanism"
            )
        _source(found, path, claim)
        for place, part in enumerate(claim.parts):
            _part(found, (*path, "parts", place), claim, part)


def _source(found: Findings, path: Path_, claim: Claim) -> None:
    """Where a claim comes from, when the scenario wants that."""
    if not found.model.needs_sources:
        return
    if claim.source is None:
        do = "write source: the paragraphs it comes from, or ours"
        found.add(path, f"claim {claim.id} has no source", do)
    elif claim.source == "ours" and not claim.why:
        found.add((*path, "source"), f"claim {claim.id} is ours without a reason", "write why: ...")


def _part(found: Findings, path: Path_, claim: Claim, part: ClaimPart) -> None:
    """What one part names, and its sides."""
    _measure(found, (*path, "measure"), claim, part.measure)
    written: list[tuple[Path_, Side | None]] = [
        ((*path, "given"), part.given),
        ((*path, "a"), part.a),
        ((*path, "b"), part.b),
    ]
    if part.less is not None:
        written += [((*path, "less", "a"), part.less.a), ((*path, "less", "b"), part.less.b)]
    for here, side in written:
        if side is not None:
            _side(found, here, claim, side)
            _turns(found, here, side, _length(found, joined(part.given, side)))
    least = min(_length(found, side) for side in part.sides().values())
    for key in ("at", "since"):
        turn = getattr(part.measure, key)
        if turn is not None and turn > least:
            found.add(
                (*path, "measure", key), f"turn {turn} of a game of {least}", "name an earlier turn"
            )
    _differ(found, path, part.form, part.a, part.b)
    if part.less is not None:
        _differ(found, (*path, "less"), part.form, part.less.a, part.less.b)


def _differ(found: Findings, path: Path_, form: Form, a: Side, b: Side | None) -> None:
    """The two sides differ, and in what the form says only."""
    if b is None:
        return
    ways: dict[Form, bool] = {
        "playbooks": (a.playbooks, a.each) != (b.playbooks, b.each),
        "setups": a.setup != b.setup,
        "intervention": (a.do, a.do_not, a.happens) != (b.do, b.do_not, b.happens),
    }
    others = [way for way, differs in ways.items() if differs and way != form]
    if others:
        what = f"the form is {form}, but the sides differ as for {others[0]} too"
        found.add((*path, "b"), what, "put what both sides have in common under given", key=True)
    elif not ways.get(form, True):
        what = f"the form is {form}, but in that the sides do not differ"
        found.add((*path, "b"), what, "say what the difference is", key=True)


def _measure(found: Findings, path: Path_, claim: Claim, measure: Measure) -> None:
    """The expressions of a measure, or its objective."""
    roles: dict[str, Role] = {
        "share": "condition",
        "ever": "condition",
        "value": "amount",
        "most": "amount",
        "part": "amount",
        "of": "amount",
    }
    for key, role in roles.items():
        text = getattr(measure, key)
        node = None if text is None else found.parsed((*path, key), text)
        if node is not None and not meaningless(found, (*path, key), node, None):
            sense(found, Site((*path, key), text, role, f"claim {claim.id}"), node)
    for seat, objective in (measure.objective or {}).items():
        here: Path_ = (*path, "objective", seat)
        if not found.unknown(here, seat, found.names.seats, "seat"):
            known = [one.id for one in found.names.seats[seat].objectives]
            found.unknown(here, objective, known, "objective")


def _side(found: Findings, path: Path_, claim: Claim, side: Side) -> None:
    """What one side names."""
    if side.setup is not None:
        setups = [one.id for one in found.model.setups]
        found.unknown((*path, "setup"), side.setup, setups, "setup")
    for seat, book in side.playbooks.items():
        _book(found, (*path, "playbooks", seat), seat, book)
    for seat, books in side.each.items():
        for place, book in enumerate(books):
            _book(found, (*path, "each", seat, place), seat, book)
        if len(set(books)) < FEWEST:
            do = "name two or more"
            found.add((*path, "each", seat), "no two playbooks to compare", do)
    for key in ("do", "do_not"):
        for place, order in enumerate(getattr(side, key)):
            _order(found, (*path, key, place), order)
    for place, happening in enumerate(side.happens):
        item = Standing(id="claim", name=claim.id, text=claim.text, effects=happening.effects)
        carrier = Carrier(item, f"claim {claim.id}", (), "facilitator")
        for placed in placed_in((*path, "happens", place), happening.effects, None, carrier):
            check_effect(found, placed)
            if isinstance(placed.effect, LaterEffect):
                what = "nothing can be put off in a claim"
                found.add((*placed.path, "later"), what, "name the turns instead", key=True)
            for site in in_effect(placed):
                _expression(found, site)


def _expression(found: Findings, site: Site) -> None:
    node = found.parsed(site.path, site.text)
    if node is not None and not meaningless(found, site.path, node, None):
        sense(found, site, node)


def _book(found: Findings, path: Path_, seat: str, book: str) -> None:
    """A playbook of a seat."""
    if not found.unknown(path, seat, found.names.seats, "seat"):
        known = [one.id for one in found.model.playbooks if one.seat == seat]
        found.unknown(path, book, [RANDOM, *known], "playbook")


def _order(found: Findings, path: Path_, one: Order) -> None:
    """An order of a seat, and what it is aimed at."""
    if found.unknown((*path, "seat"), one.seat, found.names.seats, "seat"):
        return
    if found.unknown((*path, "order"), one.order, found.names.orders, "order"):
        return
    order = found.names.orders[one.order]
    if order.seat != one.seat:
        mine = [each.id for each in found.model.orders if each.seat == one.seat]
        what = f'"{one.order}" is an order of {order.seat}'
        found.add((*path, "order"), what, f"name one of {one.seat}: {', '.join(mine[:12])}")
        return
    target = getattr(one, "target", None)
    known = [each.id for each in order.targets]
    if target is not None:
        found.unknown((*path, "target"), target, known, "target")
    elif known and hasattr(one, "target"):
        do = f"write target: one of {', '.join(known)}"
        found.add((*path, "order"), f'"{one.order}" is aimed at something', do)


def _length(found: Findings, side: Side) -> int:
    """How many turns the games of a side have."""
    wanted = side.setup or found.model.default_setup
    for setup in found.model.setups:
        if wanted in {None, setup.id}:
            return setup.turns or found.model.turns
    return found.model.turns


def _turns(found: Findings, path: Path_, side: Side, length: int) -> None:
    """Turns that the games have."""
    for key, place, turns in _written(side):
        for index, turn in enumerate(turns):
            if turn > length:
                here: Path_ = (*path, key, place, "turns", index)
                found.add(here, f"turn {turn} of a game of {length}", "name an earlier turn")


def _written(side: Side) -> Iterator[tuple[str, int, list[int]]]:
    """The lists of turns of a side."""
    for key in ("do", "do_not", "happens"):
        for place, one in enumerate(getattr(side, key)):
            yield key, place, one.turns or []
