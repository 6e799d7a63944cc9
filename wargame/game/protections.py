"""Protections: standing modifiers against whoever acts on a protected thing, at most three levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wargame.game.audience import EVERYONE, both
from wargame.game.changes import FactorGiven
from wargame.game.commands import Protect
from wargame.game.events import ProtectionSet
from wargame.game.names import GUARDED
from wargame.game.ordered import rule_of, target_of
from wargame.game.pieces import OrderRule
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.scenario import Scenario
from wargame.game.state import Sealed, State
from wargame.game.undertaken import Protection

LONGEST = 600
MOST_LEVELS = 3
"""The highest level of protection."""
GOOD = ("strong", "success")


def protect(play: Play, command: Protect) -> None:
    """Protect something, or end that: by hand with a reason, or by the successful order on the table."""
    state = play.state
    if command.kind not in GUARDED or command.thing not in things(state, command.kind):
        raise Refused("nothing_to_protect", "Protect a seat, a track, a fact or a target there is.")
    if not 0 <= command.level <= MOST_LEVELS:
        raise Refused("not_a_level", f"Protection has at most {MOST_LEVELS} levels; 0 ends it.")
    seats = [seat.id for seat in state.scenario.seats]
    if command.owner and command.owner not in seats:
        raise Refused("no_such_seat", "The owner of a protection is a seat, or nobody.")
    if command.order_id:
        _insist_on_success(state, command.order_id)
    reason = clean(command.reason, LONGEST).strip()
    if not reason and not command.order_id:
        raise Refused("no_reason", "A protection set by hand needs its reason.")
    if command.level == 0 and key(command.kind, command.thing) not in state.protected:
        raise Refused("not_protected", "That is not protected.")
    play.emit(
        ProtectionSet(
            *(command.kind, command.thing, command.level, command.owner, reason),
            command.order_id,
            command.hidden,
        )
    )


def _insist_on_success(state: State, order_id: str) -> None:
    """Refuse an order that has not succeeded, or is neither on the table nor ruled on."""
    table = state.adjudication
    quality = next((one.quality for one in state.judged if one.sealed.order_id == order_id), None)
    if table is not None and table.order_id == order_id:
        quality = table.quality
    if quality not in GOOD:
        raise Refused("not_succeeded", "Only an order that succeeded protects something.")


def key(kind: str, thing: str) -> str:
    """What a protection is kept under: one for each thing."""
    return f"{kind}:{thing}"


def things(state: State, kind: str) -> dict[str, str]:
    """What can be protected, of one kind: ids with their names."""
    scenario = state.scenario
    match kind:
        case "seat":
            return {one.id: one.name for one in scenario.seats}
        case "track":
            return {one.id: one.name for one in scenario.tracks}
        case "fact":
            return {one.fact: one.text for one in state.board.facts.values()}
        case "target":
            rules = scenario.orders.values()
            return {one.id: one.name for rule in rules for one in rule.targets}
        case _:
            return {}


def guards_against(state: State, sealed: Sealed) -> list[FactorGiven]:
    """What the protections of the things that an order acts on take from it, its own seat's left out."""
    rule = rule_of(state, sealed) if state.protected else None
    if rule is None:
        return []
    found = in_the_way(state.scenario, state.protected.values(), rule, target_of(rule, sealed))
    return [FactorGiven(-one.level, told(state, one), sees=known_to(state, one)) for one in found]


def known_to(state: State, one: Protection) -> tuple[str, ...]:
    """Who knows of a protection: those who know of it and of the thing, too."""
    thing: tuple[str, ...] = EVERYONE
    if one.kind == "track":
        thing = state.scenario.track(one.thing).sees
    elif one.kind == "fact":
        fact = state.board.facts.get(one.thing)
        thing = fact.sees if fact is not None else ()
    return both(one.sees, thing)


def in_the_way(
    scenario: Scenario, protected: Iterable[Protection], rule: OrderRule, target: int
) -> list[Protection]:
    """The protections that count against an order of the menu aimed at this target (-1: at none)."""
    aims = set(_aims(scenario, rule, target))
    return [one for one in protected if key(one.kind, one.thing) in aims and one.owner != rule.seat]


def told(state: State, one: Protection) -> str:
    """A protection in words."""
    name = things(state, one.kind).get(one.thing, one.thing)
    reason = f": {one.reason}" if one.reason else ""
    return f"Protected, level {one.level}: {name}{reason}"


def _aims(scenario: Scenario, rule: OrderRule, target: int) -> Iterator[str]:
    """What an order acts on: its target, the tracks that success would move, the facts it would end.

    A seat is acted on where it is the target, or where a track of its own is moved.
    """
    moved: set[int] = set()
    if target >= 0:
        aim = rule.targets[target]
        yield key("target", aim.id)
        yield key("seat", aim.id)
        moved.add(aim.track)
    for effect in (*rule.success.effects, *rule.strong.effects):
        if effect.kind == "track":
            moved.add(effect.track)
        elif effect.kind == "end":
            yield key("fact", effect.name)
    for index in moved:
        if index >= 0:
            track = scenario.tracks[index]
            yield key("track", track.id)
            yield key("seat", track.seat)
