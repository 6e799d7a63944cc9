"""Whether a scenario's claims come out in play.

The games of all sides are played seed by seed; a part's difference is that of the same seeds.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from wargame.analysis.pairs import difference, mean_of, ratio, spread
from wargame.analysis.sides import Question, Reading, Sides, name_of, readings_of, singles, work
from wargame.analysis.workers import processes, spread_out
from wargame.decks.claims import Claim, ClaimPart, Measure, Side
from wargame.game.records import dataclass
from wargame.game.scenario import Scenario

LARGEST_PIECE = 500
"""Games of one side that are played at a stretch."""
SMALLEST_PIECE = 50
WHOLE = 100
"""Per cent: what a share is of."""
POINTS, STEPS = "points", "steps"

Progress = Callable[[int, int], None]
"""Told how many games have been played, and of how many."""


@dataclass(slots=True, frozen=True)
class Verdict:
    """What one part comes to. All numbers are in the measure's unit.

    `a` and `b` are the two sides (0 for a count's second side; with another difference taken off, the
    two differences); `low` and `high` are the ends of the 99 % interval of the difference.
    """

    part: ClaimPart
    unit: str
    a: float
    b: float
    difference: float
    low: float
    high: float

    @property
    def holds(self) -> bool:
        """Whether the part holds: see `wargame.decks.claims`."""
        bound = float(self.part.bound)
        if self.part.at_most is not None:
            return self.high <= bound
        return self.difference >= bound and self.low > 0


@dataclass(slots=True, frozen=True)
class Found:
    """A claim and what its parts come to."""

    claim: Claim
    parts: tuple[Verdict, ...]

    @property
    def holds(self) -> bool:
        """Whether every part holds."""
        return all(part.holds for part in self.parts)


def played_out(
    question: Question, games: int, workers: int = 0, progress: Progress | None = None
) -> list[Found]:
    """What the claims come to over so many games a side (0 workers: as many processes as cores).

    The same question gives the same answer whatever the workers.
    """
    sides = Sides(question)
    total = games * len(sides)
    many = processes(total, workers)
    size = max(SMALLEST_PIECE, min(LARGEST_PIECE, total // (8 * many)))
    read = Read(sides, games)
    for (place, done), numbers in spread_out(Sides, question, list(work(sides, games, size)), many):
        read.note(place, done, numbers)
        if progress is not None:
            progress(read.games, total)
    return [
        Found(claim, tuple(read.verdict(part) for part in claim.parts))
        for claim in question.claims.claims
    ]


class Read:
    """What has been read of the games of all sides."""

    def __init__(self, sides: Sides, games: int) -> None:
        """Nothing read yet, and so many games a side to be read."""
        self.sides = sides
        self.scenario: Scenario = sides.question.scenario
        self.games = 0
        self.numbers = [[array("q", bytes(8 * games)) for _ in one] for one in sides.readings]

    def note(self, place: int, games: range, numbers: Sequence[array[int]]) -> None:
        """Keep what was read of these games of a side."""
        for kept, new in zip(self.numbers[place], numbers, strict=True):
            kept[games.start : games.stop] = new
        self.games += len(games)

    def verdict(self, part: ClaimPart) -> Verdict:
        """What a part comes to."""
        values = {place: self.values(side, part.measure) for place, side in part.sides().items()}
        a = values["a"]
        b = values.get("b", [0.0] * len(a))
        if part.less is not None:
            a, b = _less(a, b), _less(values["less.a"], values["less.b"])
        found = difference(a, b)
        return Verdict(
            part, unit_of(part.measure), mean_of(a), mean_of(b), found.mean, found.low, found.high
        )

    def values(self, side: Side, measure: Measure) -> list[float]:
        """A number for every game, whose mean is the measure of the side."""
        each = [self._values(one, measure) for one in singles(side)]
        return spread(each) if side.each else each[0]

    def _values(self, side: Side, measure: Measure) -> list[float]:
        """The same for a side with one playbook a seat."""
        place = self.sides.places[name_of(side)]
        known: list[Reading] = self.sides.readings[place]
        read = [
            self.numbers[place][known.index(one)] for one in readings_of(measure, self.scenario)
        ]
        if measure.part is not None:
            return [WHOLE * one for one in ratio(read[0], read[1])]
        if measure.most is not None:
            return [float(one) for one in read[0]]
        if measure.value is None:
            return [float(WHOLE * one) for one in read[0]]
        if measure.since is None:
            return [float(measure.per * one) for one in read[0]]
        return [
            float(measure.per * (one - before))
            for one, before in zip(read[0], read[1], strict=True)
        ]


def _less(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [a - b for a, b in zip(one, other, strict=True)]


def unit_of(measure: Measure) -> str:
    """What the numbers of a measure count: points of per cent, steps, or something in 100 games."""
    if measure.value is None and measure.most is None:
        return POINTS
    return STEPS if measure.per == 1 else f"in {measure.per} games"
