"""Effects made into one plain function a list: the same one in a live game and in a simulation.

The function changes a board in place and tells what it changed. Its text is put together from
whole numbers and from the names below alone; nothing of a scenario's text is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wargame.game.changes import FactMade
from wargame.game.scenario import Amount, Effect, FactRule, Target, Track
from wargame.game.state import Board

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


class _Unread:
    """A board and a target that cannot be read: an amount that needs neither is a constant."""

    def __getattr__(self, name: str) -> object:
        raise LookupError(name)

    def __eq__(self, other: object) -> bool:
        raise LookupError

    def __hash__(self) -> int:
        raise LookupError

    def __index__(self) -> int:
        raise LookupError

    def __bool__(self) -> bool:
        raise LookupError


def constant(amount: Amount) -> int | None:
    """The value of an amount that reads nothing; None for one that reads the board or the target."""
    unread = _Unread()
    try:
        return amount(unread, unread)  # type: ignore[arg-type]
    except (LookupError, TypeError):
        return None


def settling(
    effects: tuple[Effect, ...],
    tracks: Sequence[Track],
    facts: dict[str, FactRule],
    targets: Sequence[Target] = (),
) -> Settling:
    """Compile a list of effects. `targets` are those of the order that it belongs to."""
    writer = _Writer(tracks, facts, targets)
    for place, effect in enumerate(effects):
        writer.effect(place, effect)
    chances = tuple(
        (place, effect.chance) for place, effect in enumerate(effects) if effect.chance is not None
    )
    return Settling(effects, chances, writer.made())


class _Writer:
    """Writes the text of one function; `known` holds what the text names."""

    def __init__(
        self, tracks: Sequence[Track], facts: dict[str, FactRule], targets: Sequence[Target]
    ) -> None:
        self.tracks = tracks
        self.facts = facts
        self.aims = tuple(target.track for target in targets)
        self.known: dict[str, object] = {
            "__builtins__": {},
            "aims": self.aims,
            "many": len(self.aims),
            "lows": tuple(track.low for track in tracks),
            "highs": tuple(track.high for track in tracks),
            "enumerate": enumerate,
            "max": max,
        }
        self.lines: list[str] = []

    def made(self) -> Run:
        """The function."""
        body = "\n".join(self.lines) or "    pass"
        text = f"def run(board, target, lucky, first, note, act):\n    t = board.tracks\n{body}\n"
        # The text holds nothing but what the methods below write: see the docstring of the module.
        exec(text, self.known)  # noqa: S102
        run: Run = self.known["run"]  # type: ignore[assignment]
        return run

    def effect(self, place: int, effect: Effect) -> None:
        """One effect, under its conditions."""
        conditions = []
        if effect.chance is not None:
            conditions.append(f"lucky >> {place} & 1")
        if effect.when is not None:
            self.known[f"when{place}"] = effect.when
            conditions.append(f"when{place}(board, target)")
        indent = "    "
        if conditions:
            self.lines.append(f"    if {' and '.join(conditions)}:")
            indent = "        "
        self.lines += [indent + line for line in self.body(place, effect)]

    def body(self, place: int, effect: Effect) -> list[str]:
        """What one effect does."""
        match effect.kind:
            case "track":
                return self.track(place, effect)
            case "fact":
                self.known[f"fact{place}"] = fact_maker(effect, self.facts[effect.name])
                return [
                    f"fact = fact{place}(board, target, first)",
                    "board.facts[fact.fact] = fact",
                    f"if note is not None: note({place}, fact.until, 0, 0)",
                ]
            case "end":
                self.known[f"name{place}"] = effect.name
                return [
                    f"if board.facts.pop(name{place}, None) is not None and note is not None:",
                    f"    note({place}, 0, 0, 0)",
                ]
            case "count":
                self.known[f"name{place}"] = f"count.{effect.name}"
                by = self.amount(place, effect.by)
                return [
                    f"x = board.counts.get(name{place}, 0)",
                    f"board.counts[name{place}] = y = max(0, x + {by})",
                    f"if note is not None: note({place}, 0, x, y)",
                ]
            case _:
                self.known[f"effect{place}"] = effect
                return [
                    f"if note is not None: note({place}, 0, 0, 0)",
                    f"else: act(effect{place}, target)",
                ]

    def amount(self, place: int, amount: Amount | None) -> str:
        """An amount as text: a number when it reads nothing, else a call."""
        if amount is None:
            return "0"
        fixed = constant(amount)
        if fixed is not None:
            return f"({fixed})"
        self.known[f"by{place}"] = amount
        return f"by{place}(board, target)"

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
                *("    " + line for line in step),
            ]
        return [
            "for k, i in enumerate(aims):",
            "    if k != target and i >= 0:",
            *("        " + line for line in step),
        ]

    def step(self, place: int, effect: Effect, index: str, low: str, high: str) -> list[str]:
        """A track moved or set, kept between its bounds."""
        after = (
            self.amount(place, effect.set_to)
            if effect.set_to is not None
            else f"x + {self.amount(place, effect.by)}"
        )
        return [
            f"x = t[{index}]",
            f"y = {after}",
            f"if y < {low}: y = {low}",
            f"elif y > {high}: y = {high}",
            "if y != x:",
            f"    t[{index}] = y",
            f"    if note is not None: note({place}, {index}, x, y)",
        ]


def fact_maker(effect: Effect, rule: FactRule) -> Callable[[Board, int, int], FactMade]:
    """A function of (board, target, first turn that counts) that makes the fact."""

    def make(board: Board, target: int, first: int) -> FactMade:
        lasts = effect.lasts(board, target) if effect.lasts else rule.lasts
        return FactMade(
            effect.name,
            effect.text or rule.text,
            first + lasts - 1 if lasts > 0 else 0,
            rule.owner,
            rule.modifier,
            rule.sees if effect.sees is None else effect.sees,
            effect.source,
            effect.why,
            effect.mechanism,
        )

    return make
