"""Effects written out together with the telling of what they changed, for logs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from wargame.analysis.logs.patterns import expression, inside, pieces, whole
from wargame.game.audience import EVERYONE
from wargame.game.canonical import compact
from wargame.game.changes import CountChange, FactMade, TrackChange
from wargame.game.effects import ended
from wargame.game.pieces import Effect
from wargame.game.settling import EffectWriter, constant


class Telling(EffectWriter):
    """Writes effects that keep in `said` what they changed, each as JSON after a comma."""

    now: Effect

    def function(
        self, parameters: str, lines: list[str], before: tuple[str, ...] = ()
    ) -> Callable[..., Any]:
        """The function of these lines, in which nothing is said yet."""
        return super().function(parameters, lines, (*before, "said = ''"))

    def effect(self, place: int, effect: Effect, lucky: str) -> list[str]:
        """One effect, under its conditions."""
        self.now = effect
        return super().effect(place, effect, lucky)

    def body(self, place: int, effect: Effect) -> list[str]:
        """What one effect does; of a fact that ends, what it was is told."""
        if effect.kind != "end":
            return super().body(place, effect)
        ends = self.name(lambda fact: "," + compact(asdict(ended(effect, fact))))
        return [
            f"fact = facts.pop({self.name(effect.name)}, None)",
            f"if fact is not None: said += {ends}(fact)",
        ]

    def note(self, place: int, what: str) -> list[str]:
        """Keep what the effect has changed."""
        effect = self.now
        match effect.kind:
            case "track":
                index, _, _ = what.partition(",")
                fixed = constant(effect.by if effect.set_to is None else effect.set_to) is not None
                sees = EVERYONE if effect.sees is None else effect.sees
                return self.moved(index, effect.why, effect.mechanism, sees, fixed=fixed)
            case "fact":
                return [f"said += {self.name(_fact_teller())}(fact)"]
            case _:
                count = asdict(CountChange(effect.name, 0)) | {"after": whole("y")}
                return [f"said += {self.filled(count)}"]

    def moved(
        self,
        index: str,
        why: str,
        mechanism: str = "",
        shown: tuple[str, ...] = EVERYONE,
        *,
        fixed: bool = True,
    ) -> list[str]:
        """Keep that a track went from x to y; `index` is the text of its number.

        Where y hangs on nothing but x (`fixed`), each text is put together once.
        """
        certain = index.isdigit()
        track = self.tracks[int(index)].id if certain else inside("track")
        change = asdict(TrackChange(track, 0, 0, why, mechanism, shown))
        told = self.filled(change | {"before": whole("x"), "after": whole("y")})
        if not certain:
            ids = self.name(tuple(one.id for one in self.tracks))
            return [f"track = {ids}[{index}]", f"said += {told}"]
        if not fixed:
            return [f"said += {told}"]
        known = self.name({})
        return [f"said += {known}[x] if x in {known} else {known}.setdefault(x, {told})"]

    def filled(self, change: dict[str, Any]) -> str:
        """The text of an expression for a change."""
        return expression(self, pieces("," + compact(change)))


def _fact_teller() -> Callable[[FactMade], str]:
    """What is told of a fact that an effect establishes: one text for each last turn."""
    told: dict[int, str] = {}

    def tell(fact: FactMade) -> str:
        if fact.until not in told:
            told[fact.until] = "," + compact(asdict(fact))
        return told[fact.until]

    return tell
