"""Rules of a scenario written out, one function for an order, a card, a phase, a menu: for simulations.

What `wargame.game.straight` does step by step is put together once for each order and card, from the
same texts that `wargame.game.settling` and `wargame.game.weaving` make for a live game: a sum of
factors, two dice, four qualities, effects. A test holds the two to the same results.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from json import dumps
from typing import TYPE_CHECKING, Any, ClassVar

from wargame.game.board import Amount, Board
from wargame.game.chance import EVEN_6
from wargame.game.names import Quality
from wargame.game.pieces import Effect, Target
from wargame.game.prepared import Given, Prepared, ReadyCard
from wargame.game.scenario import Scenario
from wargame.game.settling import EffectWriter, constant, indented

if TYPE_CHECKING:
    from wargame.game.straight import Choice, Straight

Judge = Callable[["Straight", "Choice"], None]
"""Adjudicates an order to which no asset is attached."""
Happen = Callable[["Straight"], None]
"""Turns a card up, or lets the standing rules of a phase fire."""
Closed = Callable[[Board], list[int]]
"""The places of the orders of a menu that cannot be given now, beside no other."""

DICE = (
    "chance = game.chance",
    "words, place = chance.words, chance.place",
    "if place < len(words) - 1 and (one := words[place]) < EVEN and (two := words[place + 1]) < EVEN:",
    "    chance.place = place + 2",
    "    shown = one % 6 + two % 6 + 2",
    "else:",
    "    one, two = chance.throw_2d6()",
    "    shown = one + two",
)
"""Two dice, as `Counter.throw_2d6` throws them, without the call where it can be spared."""


class Writing:
    """Cards and orders of one scenario, each written out when it is first needed; None where it is not."""

    def __init__(self, ready: Prepared) -> None:
        """For this scenario and setup."""
        self.ready = ready
        self.read = counters_read(ready.scenario)
        self.acts = Lazily(self.act)

    def writer(self, targets: Sequence[Target] = ()) -> EffectWriter:
        """A new function's writer."""
        scenario = self.ready.scenario
        return EffectWriter(scenario.tracks, scenario.facts, targets, noted=False)

    def judge(self, given: Given) -> Judge | None:
        """The adjudication of an order; None where its method has a way of its own."""
        if given.rule.method in ("automatic", "plain"):
            return None
        return JudgeWriter(self, given).made()

    def act(self, card: str) -> Happen | None:
        """A card that does something at once, as it is turned up."""
        ready = self.ready.cards[card]
        if ready.card.kind != "event":
            return None
        writer = self.writer()
        lines = ["target = -1", *self._turned_up(writer, ready)]
        return writer.function("game", lines, ("board = game.board",))

    def _turned_up(self, writer: EffectWriter, ready: ReadyCard) -> list[str]:
        name = writer.name(ready.id)
        where = "'out'" if ready.card.turn else "'discard'"
        away = f"game.discards[{writer.name(ready.card.deck)}].append({name})"
        if ready.card.turn:
            away = f"game.place({name}, {where})"
        happens = [
            f"game.acted.append({name})",
            *written(writer, ready.card.effects, "board.turn + game.wrap"),
            *self.told(writer, ready, fired=True),
        ]
        if asks(ready.card.effects):
            happens += [
                "if game.asked:",
                f"    if not game.follow({name}): game.place({name}, {where})",
                "    return",
            ]
        happens.append(away)
        if ready.when is None:
            return happens
        nothing = [*self.told(writer, ready, fired=False), away]
        return [f"if {writer.truth(ready.when)}:", *indented(happens), "else:", *indented(nothing)]

    def told(self, writer: EffectWriter, ready: ReadyCard, *, fired: bool) -> list[str]:
        """What is put on record of a card that was turned up: nothing."""
        return []


class Fusing(Writing):
    """All written-out rules of one scenario."""

    def __init__(self, ready: Prepared) -> None:
        """For this scenario and setup."""
        super().__init__(ready)
        self.menus = Lazily(self._menu)
        self.event, self.reveal, self.wrap = map(self._phase, ("event", "reveal", "wrap"))
        self.endings = self._endings()

    def _phase(self, phase: str) -> Happen | None:
        """The standing rules of a phase, in scenario order."""
        rules = self.ready.rules[phase]
        if not rules:
            return None
        writer = self.writer()
        first = "board.turn + 1" if phase == "wrap" else "board.turn"
        lines = ["target = -1"]
        for rule in rules:
            name = writer.name(rule.id)
            happens = [
                *written(writer, rule.settling.effects, first),
                f"game.once.add({name})",
                f"game.ruled.append({name})",
            ]
            if asks(rule.settling.effects):
                happens.append("if game.asked: game.follow()")
            if rule.chance is not None:
                happens = [f"if {comes_off(writer, rule.chance)}:", *indented(happens)]
            conditions = [f"{name} not in game.once"] if rule.once else []
            if rule.when is not None:
                conditions.append(writer.truth(rule.when))
            if conditions:
                happens = [f"if {' and '.join(conditions)}:", *indented(happens)]
            lines += happens
        return writer.function("game", lines, ("board = game.board",))

    def _endings(self) -> Callable[[Board], str]:
        """The first ending that holds, looked for in one go; empty when none does."""
        writer = self.writer()
        lines = ["target = -1"]
        for ending, when, final in self.ready.endings:
            last = "board.turn >= board.turns and " if final else ""
            lines.append(f"if {last}{writer.truth(when)}: return {writer.name(ending)}")
        return writer.function("board", [*lines, "return ''"])

    def _menu(self, seat: str) -> Closed:
        """What of a seat's menu is closed, looked at in one go."""
        writer = self.writer()
        lines = ["target = -1", "closed = []"]
        for place, given in enumerate(self.ready.menus[seat]):
            conditions = [
                f"t[{index}] >= {self.ready.lows[index] + amount}" for index, amount in given.cost
            ]
            if given.requires is not None and given.rule.targets:
                conditions.append(f"{writer.name(given.opens)}(board, -1)")
            elif given.requires is not None:
                conditions.append(writer.truth(given.requires))
            if conditions:
                lines.append(f"if not ({' and '.join(conditions)}): closed.append({place})")
        return writer.function("board", [*lines, "return closed"])


class JudgeWriter:
    """Writes the adjudication of one order."""

    dice: ClassVar[tuple[str, ...]] = DICE

    def __init__(self, writing: Writing, given: Given) -> None:
        """For this order of a menu."""
        self.writing = writing
        self.given = given
        self.writer = writing.writer(given.rule.targets)
        self.writer.known |= {"EVEN": EVEN_6, "len": len}

    def made(self) -> Judge:
        """The function."""
        writer, rule, margins = self.writer, self.given.rule, self.writing.ready.margins
        strong, backfire = f"margin >= {margins.strong}", f"margin <= {margins.backfire}"
        if margins.naturals:
            strong, backfire = f"{strong} or shown == 12", f"{backfire} or shown == 2"
        lines = [
            "target = choice.target",
            *self.opened(),
            *self.dice,
            f"margin = shown + {self.modifier()} - {rule.difficulty}",
            *self.granted(),
            f"if margin >= {margins.success}:",
            *indented(self.either(strong, "strong", "success")),
            *indented(self.counted(("done", "won"))),
            "else:",
            *indented(self.either(backfire, "backfire", "failure")),
            *self.counted(("tried", "now")),
            f"game.judged.append({writer.name(rule.id)})",
        ]
        if any(asks(one.effects) for one in self.given.results.values()):
            lines.append("if game.asked: game._after(choice, ())")
        return writer.function("game, choice", lines, ("board = game.board",))

    def opened(self) -> list[str]:
        """What comes before the dice: nothing."""
        return []

    def factors(self) -> list[str]:
        """The factors, each as the text of a number: 0 where it does not count."""
        parts = []
        for when, by in self.given.factors:
            text = self.writer.number(by)
            parts.append(text if when is None else f"({text} if {self.writer.truth(when)} else 0)")
        return parts

    def modifier(self) -> str:
        """The sum of the factors that count."""
        return " + ".join(self.factors()) or "0"

    def granted(self) -> list[str]:
        """What the facts that the seat owns give it: nothing where no fact can."""
        seat = self.given.rule.seat
        if seat not in self.writing.ready.helped:
            return []
        return [
            "if facts:",
            "    for fact in facts.values():",
            f"        if fact.owner == {self.writer.name(seat)}: margin += fact.modifier",
        ]

    def either(self, test: str, extreme: Quality, plain: Quality) -> list[str]:
        """What one of two qualities brings; no test where they bring the same."""
        if self.alike(extreme, plain):
            return self.result(plain)
        return [
            f"if {test}:",
            *indented(self.result(extreme)),
            "else:",
            *indented(self.result(plain)),
        ]

    def alike(self, one: Quality, other: Quality) -> bool:
        """Whether two qualities bring the same."""
        results = self.given.results
        return results[one].effects == results[other].effects

    def result(self, quality: Quality) -> list[str]:
        """What a quality brings: chances, then the chance of being noticed, the price, the effects."""
        writer, rule = self.writer, self.given.rule
        between = []
        if rule.noticed is not None and rule.covert != "no":
            between += [
                "if choice.covert and not choice.detected:",
                f"    choice.detected = {comes_off(writer, rule.noticed)}",
            ]
        for index, amount in rule.cost:
            between += self.paid(index, amount)
        effects = self.given.results[quality].effects
        if any(one.kind == "detect" for one in effects):
            between.append("game.judging = choice")
        return written(writer, effects, "board.turn", between) or ["pass"]

    def paid(self, index: int, amount: int) -> list[str]:
        """The price is taken from a track, as far as it is there."""
        return [f"x = t[{index}] - {amount}", f"t[{index}] = max(lows[{index}], x)"]

    def counted(self, kinds: tuple[str, str]) -> list[str]:
        """Keep how often the order was tried or done, and that it was, as far as anything asks for it."""
        ever, now = (f"{kind}.{self.given.id}" for kind in kinds)
        lines = []
        if ever in self.writing.read:
            name = self.writer.name(ever)
            lines.append(f"board.counts[{name}] = count({name}, 0) + 1")
        if now in self.writing.read:
            name = self.writer.name(now)
            lines += [f"board.counts[{name}] = 1", f"game.passing.append({name})"]
        return lines


class Lazily(dict[Any, Any]):
    """What is made for a key when it is first looked up."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Any) -> Any:
        made = self[key] = self.make(key)
        return made


def written(
    writer: EffectWriter, effects: Sequence[Effect], first: str, between: Sequence[str] = ()
) -> list[str]:
    """The lines of a list of effects: all chances first, then what comes `between`, then the effects."""
    lines, luck = [], {}
    for place, effect in enumerate(effects):
        if effect.chance is not None:
            luck[place] = f"luck{place}"
            lines.append(f"luck{place} = {comes_off(writer, effect.chance)}")
    lines += between
    if any(effect.kind == "fact" for effect in effects):
        lines.append(f"first = {first}")
    if any(effect.kind not in ("track", "fact", "end", "count") for effect in effects):
        lines.append("act = game.act")
    for place, effect in enumerate(effects):
        lines += writer.effect(place, effect, luck.get(place, ""))
    return lines


def comes_off(writer: EffectWriter, percent: Amount) -> str:
    """The text of whether a chance comes off."""
    fixed = constant(percent)
    if fixed is not None and 0 < fixed < 100:
        return f"game.chance.below(100) < {fixed}"
    return f"game.comes_off({writer.number(percent)})"


def asks(effects: Sequence[Effect]) -> bool:
    """Whether effects may ask for an ending, or for cards to be moved or drawn."""
    return any(effect.kind in ("card", "draw", "ending") for effect in effects)


def counters_read(scenario: Scenario) -> frozenset[str]:
    """The counters of orders that any text of the scenario may ask for, as `tried.ORDER` and the like."""
    names = re.compile(r"\b(?:tried|done|now|won)\.[a-z][a-z0-9_]*")
    return frozenset(names.findall(dumps(scenario.plain, ensure_ascii=False)))
