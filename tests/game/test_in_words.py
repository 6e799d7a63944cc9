"""Conditions on paper are sentences: no sign of the file's own language is left in them."""

from __future__ import annotations

import re

import pytest

from tests.house.source import ROOT
from wargame.decks.load import load
from wargame.game.in_words import Conditions
from wargame.reports.paper.told import Told

NAMES = {
    "track": {"mood": "The mood", "gold": "Gold"},
    "fact": {"siege": "The town is besieged."},
    "order": {"dig": "Dig a well"},
    "ending": {"peace": "Peace"},
    "target": {"mill": "The mill"},
}
SAID = {
    "mood >= 1 and not fact.siege": "The mood ≥ 1 and “The town is besieged” does not hold",
    "2 <= mood < gold": "2 ≤ The mood < Gold",
    "mood > 1 or gold > 1 and turn != 3": "The mood > 1 or (Gold > 1 and the turn ≠ 3)",
    "not (mood > 1 or fact.siege)": "not (The mood > 1 or “The town is besieged” holds)",
    "done.dig >= 2": "successes of “Dig a well” ≥ 2",
    "not done.dig and now.dig or won.dig": (
        "(“Dig a well” has not succeeded and “Dig a well” has been tried this turn)"
        " or “Dig a well” has succeeded this turn"
    ),
    "count.bad_news": "tally “bad news”",
    "not count.bad_news and gold > 0": "tally “bad news” = 0 and Gold > 0",
    "ending.peace or target.mill": "the game has reached “Peace” or it is aimed at “The mill”",
    "not target.mill": "it is not aimed at “The mill”",
    "target": "the target’s own track",
    "10 - 2 * gold + 15 * fact.siege": "10 − 2 × Gold + (15 if “The town is besieged” holds)",
    "min(95, max(5, 10 * (mood - gold)))": (
        "(the lowest of 95 and (the highest of 5 and 10 × (The mood − Gold)))"
    ),
    "(mood + 1) // 2": "((The mood + 1) ÷ 2, rounded down)",
    "mood % 2": "(what The mood ÷ 2 leaves over)",
    "-1 if gold < 0 else turns": "(−1 if Gold < 0, else the number of turns)",
    "abs(mood)": "(the size of The mood)",
}


@pytest.mark.parametrize("expression", SAID)
def test_an_expression_in_words(expression: str) -> None:
    assert Conditions(NAMES).words(expression) == SAID[expression]


@pytest.mark.parametrize("name", ["decks/tightrope", "decks/aland", "tests/decks/small"])
def test_every_expression_of_a_scenario_can_be_said(name: str) -> None:
    plain = load(ROOT / name)
    told, said = Told(plain), 0
    for rule in plain["standing"]:
        for key in ("when", "chance"):
            if isinstance(rule[key], str):
                (words, _), *rest = told.amount(rule[key])
                assert not rest
                assert not re.search(
                    r"\b(fact|count|done|tried|now|won|target)\.|_|==|\bnone\b", words
                )
                said += 1
    assert said or not plain["standing"]
