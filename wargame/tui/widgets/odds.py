"""The odds of a throw as they stand, and what the dice came to."""

from __future__ import annotations

from typing import assert_never

from textual.content import Content

from wargame.game.events.others import OtherMethod
from wargame.game.names import TWO_DICE, Method, Quality
from wargame.game.views import AdjudicationView, JudgedView, RollView
from wargame.tui.plain import joined, plain

CELLS = 20
"""How many cells the bar of the odds has."""


def method_name(method: Method) -> str:
    """A method's name as the seminar's handbook has it."""
    match method:
        case "automatic":
            return "automatic"
        case "umpire":
            return "umpire"
        case "weighted":
            return "weighted 2d6"
        case "plain":
            return "plain 2d6"
        case "consensus":
            return "consensus d100"
        case "expert":
            return "expert d100"
        case "estimate":
            return "estimate d100"
        case "hands":
            return "hands d100"
        case "leaning":
            return "leaning d100"
        case "opposed":
            return "opposed 2d6"
        case _:
            assert_never(method)


def method_help(method: Method) -> str:
    """What a method does, on one line."""
    match method:
        case "automatic":
            return "it succeeds: nothing counts against it"
        case "umpire":
            return "the facilitator rules, with a reason"
        case "weighted":
            return "2d6 + pros - cons + factors; strong counts 2"
        case "plain":
            return "2d6 + pros - cons, each 1; factors left out"
        case "consensus":
            return "the table agrees a number, then d100"
        case "expert":
            return "a named expert's number, then d100"
        case "estimate":
            return "the others, in secret; median, then d100"
        case "hands":
            return "the others raise hands; share, then d100"
        case "leaning":
            return "agree 1, not sure 1/2; mean, then d100"
        case "opposed":
            return "both roll until one alone succeeds"
        case _:
            assert_never(method)


QUALITY_WORDS: dict[Quality, str] = {
    "strong": "STRONG SUCCESS",
    "success": "SUCCESS",
    "failure": "FAILURE",
    "backfire": "BACKFIRE",
}


def percent(points: int) -> str:
    """Basis points as people read them: `58.33 %`, `70 %`."""
    whole, rest = divmod(points, 100)
    return f"{whole}.{rest:02d} %" if rest else f"{whole} %"


def others_text(others: list[OtherMethod]) -> str:
    """What each other method would give, in one line; with the same dice, what they would have come to."""
    said = []
    for one in others:
        read = f" ({one.quality})" if one.quality and one.method != "automatic" else ""
        said.append(f"{method_name(one.method)} {percent(one.odds)}{read}")
    return ", ".join(said)


def contest_text(table: AdjudicationView, names: dict[str, str]) -> str:
    """Who opposes with which modifier, and the rounds thrown so far."""
    contest = table.contest
    if contest is None:
        return ""
    seat = names.get(contest.seat, contest.seat) if contest.seat else "what stands in the way"
    factors = "".join(f"; {one.by:+d} {one.why}" for one in contest.factors)
    said = f"Against it: {seat} {contest.against:+d}{factors}."
    thrown = [f"{sum(one.dice)}{'+' if one.succeeded else ''}" for one in table.rolls]
    rounds = ", ".join(":".join(thrown[at : at + 2]) for at in range(0, len(thrown), 2))
    return f"{said} Rounds (+ succeeds): {rounds}" if rounds else said


def odds_bar(points: int) -> str:
    """The odds as a bar."""
    filled = (points * CELLS + 5000) // 10000
    return "#" * filled + "." * (CELLS - filled)


def needs(table: AdjudicationView) -> str:
    """What the dice must show for a success."""
    if table.sides == 6:
        return f"{table.modifier:+d}: {table.needed} or more on 2d6"
    return f"{table.needed} or less on d100"


def odds_line(table: AdjudicationView) -> Content:
    """Method, what the dice must show, and the odds; said before any die is thrown."""
    name = plain(method_name(table.method), "bold")
    if table.method == "automatic":
        return joined(name, "  succeeds without dice while nothing counts against it")
    if table.method == "umpire":
        return joined(name, "  rules without dice: a quality and a reason")
    if table.odds < 0:
        return joined(name, "  nobody has given a number yet")
    chance = plain(percent(table.odds), "bold")
    if table.contest is not None:
        contest = table.contest
        rest = f"stalemate {percent(contest.stalemate)}  lose {percent(contest.lose)}"
        sides = f"{contest.modifier:+d}: {contest.needed}+ against {contest.against_needed}+"
        return joined(name, "  win ", chance, f"  {rest}  {sides}")
    return joined(name, "  ", chance, f"  [{odds_bar(table.odds)}]  ", needs(table))


def dice_text(one: AdjudicationView | JudgedView) -> str:
    """The dice and the margin in words; empty where nothing was thrown."""
    if not one.dice:
        return ""
    how = " (thrown by hand)" if one.entered else ""
    if one.rolls:
        ours, theirs = one.rolls[-2], one.rolls[-1]
        rounds = len(one.rolls) // 2
        last = f"{sum(ours.dice)}{_made(ours)} against {sum(theirs.dice)}{_made(theirs)}"
        return f"round {rounds}: {last}, {one.modifier:+d}, margin {one.margin:+d}"
    if one.method in TWO_DICE:
        shown = " + ".join(str(die) for die in one.dice)
        total = sum(one.dice)
        return f"{shown} = {total}{how}, {one.modifier:+d} makes {total + one.modifier}, margin {one.margin:+d}"
    return f"{one.dice[0]} of 100{how}, margin {one.margin:+d}"


def _made(roll: RollView) -> str:
    """Whether these dice succeeded, and whether they were thrown by hand."""
    return (" (succeeds" if roll.succeeded else " (misses") + (
        ", by hand)" if roll.entered else ")"
    )


def result_line(one: AdjudicationView | JudgedView) -> Content:
    """The quality in capitals, and the dice."""
    word = QUALITY_WORDS[one.quality] if one.quality else ""
    good = one.quality in ("strong", "success")
    dice = dice_text(one)
    return joined(
        plain(word, "bold $success" if good else "bold $error"), f"  {dice}" if dice else ""
    )
