"""The claims of Tightrope: in their forms, with their sizes, and resting on the mechanisms that they name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from tests.analysis.both_ways import scenario_of
from wargame.analysis.claims import Found, played_out
from wargame.analysis.sides import Question
from wargame.decks.check_claims import claims_of
from wargame.decks.claims import Claim, ClaimsFile
from wargame.decks.compile import compile_scenario
from wargame.decks.folders import find
from wargame.decks.schema import Scenario
from wargame.decks.walk import effects_in, expressions_in
from wargame.decks.without import without
from wargame.game.expressions import parse
from wargame.game.nodes import names_in

SIZES: Mapping[str, tuple[tuple[str, float], ...]] = {
    "C1": (("at_least", 15), ("at_most", 5)),
    "C2": (("at_least", 0), ("at_least", 0.5)),
    "C3": (("at_least", 10), ("at_least", 10)),
    "C4": (("at_least", 60), ("at_least", 25), ("at_least", 25)),
    "C5": (("at_least", 15), ("at_least", 15), ("at_least", 15)),
    "C6": (("at_least", 30),),
    "C7": (("at_least", 1),),
    "C8": (("at_least", 0), ("at_least", 10)),
    "C9": (("at_least", 1), ("at_least", 0)),
    "C10": (("at_least", 15), ("at_most", 5)),
    "C11": (("at_least", 20), ("at_most", 5)),
    "C12": (("at_least", 0.5),),
    "C13": (("at_least", 0), ("at_least", 0)),
    "C14": (("at_least", 10),),
    "C15": (("at_least", 60),),
    "C16": (("at_least", 1), ("at_least", 1)),
    "C17": (("at_least", 0),),
}
"""What each part of each claim says, in points, steps, or acts in 100 games."""

CLAIMS: Mapping[str, Claim] = {one.id: one for one in claims_of(find("tightrope")).claims}
CLEAR = ("C5", "C6", "C7", "C9", "C13")
"""Claims large enough to be seen in a few games."""
FEW, SOME, MANY = 120, 400, 1000
"""Games a side: to see that something is there, to see half of it go, and to see its size."""
MORE = {"C8": 2500, "C10": 2500, "C15": 2500, "C16": 2500}
"""The same for claims that are near their size, or say that there is next to no difference."""
OTHER_BOOKS = (
    {"baghdad": "random", "washington": "random", "tehran": "random", "militias": "random"},
    {"baghdad": "deliver", "washington": "drift", "tehran": "kingmaker", "militias": "silencers"},
)
"""Who plays the seats that a claim does not name. C13 and C15 need a Baghdad that raids now and then."""


@cache
def found(claim: str, games: int, left_out: bool = False) -> Found:
    """What a claim comes to, with all mechanisms or without its own."""
    plain = scenario_of("tightrope").plain
    scenario = scenario_of("tightrope")
    if left_out:
        scenario = compile_scenario(without(plain, CLAIMS[claim].mechanisms))
    return played_out(Question(scenario, ClaimsFile(claims=[CLAIMS[claim]])), games, 0)[0]


def test_every_claim_has_the_sizes_that_were_agreed() -> None:
    written = {
        claim.id: tuple(
            ("at_least" if part.at_least is not None else "at_most", float(part.bound))
            for part in claim.parts
        )
        for claim in CLAIMS.values()
    }
    assert written == SIZES


def test_every_form_is_used_and_every_claim_names_source_and_mechanisms() -> None:
    forms = {part.form for claim in CLAIMS.values() for part in claim.parts}
    assert forms == {"playbooks", "setups", "intervention", "count"}
    assert [one.id for one in CLAIMS.values() if not (one.source and one.mechanisms)] == []


def test_no_rule_card_or_order_can_name_a_playbook_or_a_claim() -> None:
    plain = scenario_of("tightrope").plain
    model = Scenario.model_validate({**plain, "playbooks": []})
    assert compile_scenario({**plain, "playbooks": []}).rules
    families = {
        name.family
        for site in expressions_in(model, list(effects_in(model)))
        for name in names_in(parse(site.text))
    }
    asked = {"track", "fact", "count", "turn", "turns", "target", "ending"}
    assert families <= asked | {"done", "tried", "now", "won"}


@pytest.mark.parametrize("claim", CLEAR)
def test_a_claim_shows_in_a_few_games(claim: str) -> None:
    for part in found(claim, FEW).parts:
        assert part.low > 0, part.part.what


@pytest.mark.slow
@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_holds_with_the_size_that_was_agreed(claim: str) -> None:
    one = found(claim, MORE.get(claim, MANY))
    missed = [part.part.what for part in one.parts if not part.holds]
    assert missed == []


@pytest.mark.slow
@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_loses_at_least_half_its_size_without_its_mechanisms(claim: str) -> None:
    whole, left = found(claim, MORE.get(claim, MANY)), found(claim, SOME, left_out=True)
    for part, less in zip(whole.parts, left.parts, strict=True):
        if part.part.at_least is not None:
            assert part.low > 0, part.part.what
            assert less.difference <= part.difference / 2, part.part.what


@pytest.mark.slow
@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("books", OTHER_BOOKS, ids=["random", "others"])
def test_a_claim_keeps_its_sign_when_the_other_seats_play_other_books(
    books: dict[str, str], claim: str
) -> None:
    file = ClaimsFile(claims=[CLAIMS[claim]])
    one = played_out(Question(scenario_of("tightrope"), file, 0, books), SOME, 0)[0]
    for part in one.parts:
        if part.part.at_least is not None:
            assert part.difference > 0, part.part.what
