"""Tightrope at the table: a month of it set up, ordered, judged and wrapped up through commands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from tests.game.sitting import Game
from wargame.decks.check import opened
from wargame.decks.compile import compile_scenario
from wargame.decks.without import without
from wargame.game.changes import Change, FactMade, TrackChange
from wargame.game.commands import AcceptResult, Advance, ChooseOption
from wargame.game.events import AdjudicationOpened, EffectsApplied
from wargame.game.names import Phase, Quality
from wargame.game.orders import affordable
from wargame.game.scenario import Scenario

Tracks = Mapping[str, int]


@cache
def tightrope(*gone: str) -> Scenario:
    """The scenario, without these mechanisms."""
    plain = opened("tightrope")
    return compile_scenario(without(plain, gone) if gone else plain)


def sitting(
    made: Scenario,
    tracks: Tracks,
    facts: str = "",
    setup: str = "2020",
    counts: Mapping[str, int] | None = None,
) -> Game:
    """A game in the orders phase of its first turn, with these tracks, facts and counters."""
    play = Game(made, setup=setup)
    move(play, "orders")
    board = play.state.board
    for track, value in tracks.items():
        board.tracks[made.places[track]] = value
    for fact in facts.split():
        rule = made.facts[fact]
        board.facts[fact] = FactMade(fact, rule.text, 0, rule.owner, rule.modifier)
    for name, value in (counts or {}).items():
        board.counts[f"count.{name}"] = value
    return play


def move(play: Game, phase: Phase) -> None:
    """Move on until this phase, taking the first open way out of every dilemma."""
    while play.state.phase != phase:
        answer(play)
        play.do(Advance(play.state.phase, holds=True))
    answer(play)


def answer(play: Game) -> None:
    """Take the first open way out of every dilemma."""
    state = play.state
    for card in list(state.dilemmas):
        options = state.scenario.cards[card].options
        ways = [one for one in options if one.when is None or one.when(state.board, -1)]
        way = next((one for one in ways if affordable(state, one.cost)), ways[0])
        play.do(ChooseOption(card, way.id))


def to_turn(play: Game, turn: int, phase: Phase = "talks") -> None:
    """Play months in which nobody orders anything, until this phase of this turn."""
    while play.state.board.turn < turn:
        move(play, "wrap")
        play.do(Advance("wrap"))
    move(play, phase)


def judge(play: Game, seat: str, order: str, dice: Sequence[int], target: str = "") -> Quality:
    """One seat orders something and the dice are entered; how it came out."""
    covert = play.state.scenario.orders[order].covert == "yes"
    play.seal(seat, order, target=target, covert=covert)
    move(play, "adjudicate")
    taken = play.throw(list(dice))
    table = play.state.adjudication
    assert table is not None
    quality = table.quality
    assert quality is not None
    play.do(AcceptResult(taken))
    return quality


def act(play: Game, seat: str, order: str, dice: Sequence[int], target: str = "") -> Quality:
    """The same, and the month is wrapped up."""
    quality = judge(play, seat, order, dice, target)
    move(play, "wrap")
    return quality


def month(made: Scenario, salt: int, tracks: Tracks, facts: str = "", counts: str = "") -> Game:
    """A month in which every seat holds; `salt` gives other dice, `counts` is as `killings=3 kept=1`."""
    counters = {name: int(value) for name, value in (one.split("=") for one in counts.split())}
    play = sitting(made, tracks, facts, counts=counters)
    play.fresh.taken += 1000 * (salt + 1)
    move(play, "wrap")
    return play


def ever(made: Scenario, rule: str, tracks: Tracks, facts: str = "", counts: str = "") -> bool:
    """Whether a standing rule fires in any of a number of such months."""
    return any(
        brought(month(made, salt, tracks, facts, counts), rule) is not None
        for salt in range(MONTHS)
    )


MONTHS = 20
"""How many months are tried: what comes with 20 per cent stays away in all of them once in 87 times."""


def steps(changes: Sequence[Change]) -> Counter[str]:
    """By how much each track moved; 0 for one that did not."""
    total: Counter[str] = Counter()
    for change in changes:
        if isinstance(change, TrackChange):
            total[change.track] += change.after - change.before
    return total


def brought(play: Game, rule: str, kind: str = "rule") -> list[Change] | None:
    """What a standing rule (or another cause) changed, or None when it did nothing."""
    for event in play.of(EffectsApplied):
        if event.cause.kind == kind and event.cause.id.startswith(rule):
            return list(event.changes)
    return None


def moved(play: Game, rule: str, kind: str = "rule") -> Counter[str]:
    """By how much a standing rule (or another cause) moved each track; nothing when it did nothing."""
    return steps(brought(play, rule, kind) or [])


def judged(play: Game) -> Counter[str]:
    """By how much the last order judged moved each track."""
    return steps(play.state.judged[-1].changes)


def factors(play: Game, mechanism: str) -> int:
    """What the factors of a mechanism gave the order that was taken up last, in sum."""
    opened_last = play.of(AdjudicationOpened)[-1]
    return sum(one.by for one in opened_last.factors if one.mechanism == mechanism)


def value(play: Game, track: str) -> int:
    """Where a track stands."""
    return play.value(play.state.scenario.places[track])
