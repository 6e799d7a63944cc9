"""`wargame claims`: whether what an author believes to follow from a scenario does, over many games."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from math import isfinite
from textwrap import wrap
from typing import Any

from wargame.analysis.claims import POINTS, Found, Verdict, played_out
from wargame.analysis.sides import Question
from wargame.analysis.simulate import NothingToSimulate, Plan, Simulation
from wargame.cli.answers import (
    DONE,
    PROBLEMS,
    Unusable,
    progress,
    progress_over,
    say,
    say_json,
    tell,
)
from wargame.cli.building import folder_of, located, scenario_for
from wargame.cli.simulate import cast
from wargame.decks.check_claims import claims_of
from wargame.decks.claims import ClaimsFile
from wargame.decks.compile import compile_scenario
from wargame.decks.problems import ScenarioError
from wargame.decks.resolve import citation
from wargame.decks.without import without
from wargame.game.plain_text import clean, counted
from wargame.game.scenario import Scenario

DIGITS = 4
"""Digits after the point in JSON."""
WIDTH = 96
"""Columns of the report."""


def claims(arguments: Namespace) -> int:
    """Play the claims out and say what holds; exit 1 when one does not."""
    question = question_of(arguments)
    found = _played(question, arguments)
    if arguments.json:
        say_json([as_json(one) for one in found])
    else:
        say("\n".join(_report(found, arguments)))
    failing = [one.claim.id for one in found if not one.holds]
    tell(_summary(len(found), failing))
    return PROBLEMS if failing else DONE


def question_of(arguments: Namespace) -> Question:
    """What is asked for; Unusable when a part of it is not there."""
    scenario = scenario_for(arguments.scenario)
    folder = folder_of(arguments.scenario)
    try:
        written = claims_of(folder)
    except ScenarioError as error:
        raise ScenarioError(located(error.problems, folder)) from None
    scenario, books = cast(scenario, arguments.playbook)
    _playable(scenario)
    return Question(
        left_out(scenario, arguments.without), only(written, arguments.only), arguments.seed, books
    )


def _playable(scenario: Scenario) -> None:
    """Unusable when playbooks cannot play the scenario."""
    try:
        Simulation(Plan(scenario))
    except NothingToSimulate as nothing:
        raise Unusable(str(nothing)) from None


def only(written: ClaimsFile, wanted: list[str]) -> ClaimsFile:
    """The claims that are asked for, in the order of the file; all when none is named."""
    known = [claim.id for claim in written.claims]
    for one in wanted:
        if one not in known:
            raise Unusable(f"There is no claim {_quoted(one)}. Claims: {', '.join(known)}.")
    return ClaimsFile(claims=[one for one in written.claims if not wanted or one.id in wanted])


def left_out(scenario: Scenario, mechanisms: list[str]) -> Scenario:
    """The scenario without these mechanisms."""
    if not mechanisms:
        return scenario
    try:
        return compile_scenario(without(scenario.plain, mechanisms))
    except KeyError as error:
        known = ", ".join(one["id"] for one in scenario.plain["mechanisms"]) or "none"
        raise Unusable(
            f"There is no mechanism {_quoted(str(error.args[0]))}. Mechanisms: {known}."
        ) from None


def _played(question: Question, arguments: Namespace) -> list[Found]:
    """The verdicts, with progress shown."""
    try:
        return played_out(
            question,
            arguments.games,
            arguments.workers,
            lambda done, total: progress(f"game {done} of {total}"),
        )
    finally:
        progress_over()


def as_json(found: Found) -> dict[str, Any]:
    """A claim and its parts, as plain JSON."""
    claim = found.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "source": claim.source,
        "holds": found.holds,
        "mechanisms": claim.mechanisms,
        "parts": [_part(one) for one in found.parts],
    }


def _part(one: Verdict) -> dict[str, Any]:
    part = one.part
    return {
        "what": part.what,
        "form": part.form,
        "unit": one.unit,
        "a": _number(one.a),
        "b": _number(one.b),
        "difference": _number(one.difference),
        "low": _number(one.low),
        "high": _number(one.high),
        "at_least": None if part.at_least is None else float(part.bound),
        "at_most": None if part.at_most is None else float(part.bound),
        "holds": one.holds,
    }


def _number(value: float) -> float | None:
    """A number for JSON, which knows no infinity."""
    return round(value, DIGITS) + 0.0 if isfinite(value) else None


def _report(found: Iterable[Found], arguments: Namespace) -> Iterator[str]:
    """The verdicts for people."""
    yield f"{counted(arguments.games, 'game')} a side, seed {arguments.seed}; 99 % intervals of a less b."
    if arguments.without:
        yield f"Without {', '.join(arguments.without)}."
    for seat, book in arguments.playbook:
        yield f"{seat}, where a claim names nobody for it: {book}."
    for one in found:
        source = citation(one.claim.source)
        head = f"{one.claim.id:5}{'holds' if one.holds else 'DOES NOT HOLD'}"
        yield ""
        yield f"{head}{f' (source: {source})' if source else ''}"
        yield from wrap(one.claim.text, WIDTH, initial_indent="  ", subsequent_indent="  ")
        for part in one.parts:
            yield from _lines(part)


def _lines(one: Verdict) -> Iterator[str]:
    """A part for people: what is compared, and below it the figures."""
    part = one.part
    mark = "+" if one.holds else "-"
    yield from wrap(part.what, WIDTH, initial_indent=f"  {mark} ", subsequent_indent="    ")
    bound = part.at_least if part.at_least is not None else part.at_most
    wanted = "at least" if part.at_least is not None else "at most"
    if part.at_least == "0":
        wanted, bound = "more than", "0"
    digits = 1 if one.unit == POINTS else 2
    a, b = (f"{value:.{digits}f}" for value in (one.a, one.b))
    apart, low, high = (f"{value:+.{digits}f}" for value in (one.difference, one.low, one.high))
    sides = f"a {a}" if part.form == "count" else f"a {a}, b {b}: {apart}"
    yield f"      {sides} {one.unit} ({low} to {high}); {wanted} {bound}"


def _summary(count: int, failing: list[str]) -> str:
    """How many hold."""
    if failing:
        return (
            f"{count - len(failing)} of {counted(count, 'claim')} hold; {', '.join(failing)} not."
        )
    return f"{count} of {counted(count, 'claim')} hold."


def _quoted(text: str) -> str:
    return f'"{clean(text, 60, lines=False)}"'
