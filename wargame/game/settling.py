"""Effects made into one plain function a list: the same one in a live game and in a simulation.

The function changes a board in place and tells what it changed. Its text is put together from
whole numbers and from the names below alone; nothing of a scenario's text is in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from wargame.game.board import Amount, Board
from wargame.game.changes import FactMade
from wargame.game.pieces import Effect, FactRule, Target, Track
from wargame.game.records import dataclass
from wargame.game.weaving import Weave

TARGET, OTHERS = -1, -2
"""What `Effect.track` holds for the target's own track and for those of the order's other targets."""

Note = Callable[[int, int, int, int], None]
"""Told of every change: the effect's place, then for a track its index, value before and value after."""

Act = Callable[[Effect, int], None]
"""Does what an effect asks beyond the board: cards, draws, later effects, detection, endings."""

Run = Callable[[Board, int, int, int, Note | None, Act | None], None]
"""(board, target, lucky, first, note, act): `lucky` has a bit set for each effect whose chance came off;
`first` is the turn from which a fact's time counts. Either `note` or `act` is given."""


@dataclass(slots=True, frozen=True)
class Settling:
    """A list of effects, ready to run. `chances` are the places and the chances of those that have one."""

    effects: tuple[Effect, ...]
    chances: tuple[tuple[int, Amount], ...]
    run: Run


def settling(
    effects: tuple[Effect, ...],
    tracks: Sequence[Track],
    facts: dict[str, FactRule],
    targets: Sequence[Target] = (),
) -> Settling:
    """Compile a list of effects. `targets` are those of the order that it belongs to."""
    writer = EffectWriter(tracks, facts, targets, noted=True)
    lines: list[str] = []
    for place, effect in enumerate(effects):
        lines += writer.effect(place, effect, f"lucky >> {place} & 1")
    chances = tuple(
        (place, effect.chance) for place, effect in enumerate(effects) if effect.chance is not None
    )
    run: Run = writer.function("board, target, lucky, first, note, act", lines or ["pass"])
    return Settling(effects, chances, run)


class EffectWriter(Weave):
    """Writes effects into a function in which `board`, `target`, `first` and `act` are known.

    With `noted` the function also knows `note`, and tells it of every change if it is not None.
    """

    def __init__(
        self,
        tracks: Sequence[Track],
        facts: dict[str, FactRule],
        targets: Sequence[Target] = (),
        *,
        noted: bool,
    ) -> None:
        super().__init__(tuple(target.track for target in targets))
        self.tracks = tracks
        self.facts = facts
        self.noted = noted
        self.known |= {
            "many": len(targets),
            "lows": tuple(track.low for track in tracks),
            "highs": tuple(track.high for track in tracks),
            "enumerate": enumerate,
            "max": max,
            "min": min,
        }

    def effect(self, place: int, effect: Effect, lucky: str) -> list[str]:
        """One effect, under its conditions; `lucky` is the text of whether its chance came off."""
        conditions = []
        if effect.chance is not None:
            conditions.append(lucky)
        if effect.when is not None:
            conditions.append(self.truth(effect.when))
        body = self.body(place, effect)
        if not conditions:
            return body
        return [f"if {' and '.join(conditions)}:", *indented(body)]

    def body(self, place: int, effect: Effect) -> list[str]:
        """What one effect does."""
        match effect.kind:
            case "track":
                return self.track(place, effect)
            case "fact":
                made = self.name(fact_maker(effect, self.facts[effect.name]))
                return [
                    f"fact = {made}(board, target, first)",
                    "facts[fact.fact] = fact",
                    *self.note(place, "fact.until, 0, 0"),
                ]
            case "end":
                name = self.name(effect.name)
                if not self.noted:
                    return [f"facts.pop({name}, None)"]
                ended = f"facts.pop({name}, None) is not None"
                return [f"if {ended}:", *indented(self.note(place, "0, 0, 0"))]
            case "count":
                return self.count(place, effect)
            case _:
                act = f"act({self.name(effect)}, target)"
                if not self.noted:
                    return [act]
                return [f"if note is not None: note({place}, 0, 0, 0)", f"else: {act}"]

    def note(self, place: int, what: str) -> list[str]:
        """Tell of a change: a line, when changes are told."""
        return [f"if note is not None: note({place}, {what})"] if self.noted else []

    def count(self, place: int, effect: Effect) -> list[str]:
        """A counter, which is never below 0."""
        name = self.name(f"count.{effect.name}")
        return [
            f"x = count({name}, 0)",
            f"board.counts[{name}] = y = max(0, x + {self.number(effect.by)})",
            *self.note(place, "0, x, y"),
        ]

    def track(self, place: int, effect: Effect) -> list[str]:
        """One track, the target's, or those of the other targets."""
        if effect.track >= 0:
            track = self.tracks[effect.track]
            return self.step(place, effect, str(effect.track), str(track.low), str(track.high))
        step = self.step(place, effect, "i", "lows[i]", "highs[i]")
        if effect.track == TARGET:
            return [
                "i = aims[target] if 0 <= target < many else -1",
                "if i >= 0:",
                *indented(step),
            ]
        return [
            "for k, i in enumerate(aims):",
            "    if k != target and i >= 0:",
            *indented(indented(step)),
        ]

    def step(self, place: int, effect: Effect, index: str, low: str, high: str) -> list[str]:
        """A track moved or set, kept between its bounds."""
        moved = f"x + {self.number(effect.by)}"
        after = moved if effect.set_to is None else self.number(effect.set_to)
        clamped = [f"if y < {low}: y = {low}", f"elif y > {high}: y = {high}"]
        fixed = constant(effect.by) if effect.set_to is None else None
        if fixed is not None:
            clamped = clamped[:1] if fixed < 0 else [f"if y > {high}: y = {high}"]
        if not self.noted:
            return [f"x = t[{index}]", f"y = {after}", *clamped, f"t[{index}] = y"]
        return [
            f"x = t[{index}]",
            f"y = {after}",
            *clamped,
            "if y != x:",
            f"    t[{index}] = y",
            *indented(self.note(place, f"{index}, x, y")),
        ]


def indented(lines: list[str]) -> list[str]:
    """The lines, one level further in."""
    return ["    " + line for line in lines]


def constant(amount: Amount | None) -> int | None:
    """The value of an amount that is written as a plain number; None for any other."""
    text = (amount.__doc__ or "").strip("()") if amount is not None else "0"
    return int(text) if re.fullmatch(r"-?[0-9]+", text) else None


def fact_maker(effect: Effect, rule: FactRule) -> Callable[[Board, int, int], FactMade]:
    """A function of (board, target, first turn that counts) that gives the fact, one for each last turn."""
    known: dict[int, FactMade] = {}

    def make(board: Board, target: int, first: int) -> FactMade:
        lasts = effect.lasts(board, target) if effect.lasts else rule.lasts
        until = first + lasts - 1 if lasts > 0 else 0
        if until not in known:
            known[until] = FactMade(
                effect.name,
                effect.text or rule.text,
                until,
                rule.owner,
                rule.modifier,
                rule.sees if effect.sees is None else effect.sees,
                effect.source,
                effect.why,
                effect.mechanism,
                rule.situation,
            )
        return known[until]

    return make
