"""How an order was judged beyond arguments and one throw: numbers people gave, opposed throws, projects."""

from __future__ import annotations

from wargame.game.events import ProjectDeclared
from wargame.reports.markdown import escaped, joined, listed, table
from wargame.reports.record import Judgement, Throw
from wargame.reports.telling.argued import poll_told
from wargame.reports.telling.undertakings import undertakings_told
from wargame.reports.words import Words, dice_in_words, percent, signed


def asked_told(judged: Judgement, words: Words) -> list[str]:
    """Hands, leanings, reasons of those far off, and what else the facilitator did about the order."""
    items = [poll_told(one, words) for one in judged.polls]
    items += [
        f"{words.person(person)}, far from the median: {why}" for person, why in judged.whys.items()
    ]
    items += [undertakings_told(one, words) for one in judged.heard]
    return [listed([escaped(one) for one in items])] if items else []


def project_told(judged: Judgement) -> str:
    """Which project the order is a stage of; empty where it is none."""
    declared = next((one for one in judged.heard if isinstance(one, ProjectDeclared)), None)
    return f" It is a stage of a project: {escaped(declared.name)}." if declared else ""


def contest_told(judged: Judgement, words: Words) -> str:
    """Both sides of an opposed throw, its odds, and every round."""
    first = judged.throw
    contest = first.call.contest if first is not None else None
    if contest is None:
        return ""
    seat = escaped(words.seat(contest.seat)) if contest.seat else "what stood in the way"
    odds = (
        f"Opposed by {seat}. The proposer (modifier {signed(contest.modifier)}) had to show at least "
        f"{contest.needed}, the other side ({signed(contest.against)}) at least "
        f"{contest.against_needed}: {percent(contest.win)} to win, {percent(contest.stalemate)} "
        f"a stalemate, {percent(contest.lose)} to lose, fixed before the throw."
    )
    rows = []
    for place in range(0, len(judged.rounds), 2):
        pair = judged.rounds[place : place + 2]
        rows.append([str(place // 2 + 1), *[_dice(one) for one in pair]])
    rows = [row if len(row) == 3 else [*row, "–"] for row in rows]
    proposed = judged.proposed
    came = ""
    if proposed is not None:
        lowered = " Strong by the dice, lowered by its consequences." if proposed.lowered else ""
        margin = f"margin {signed(proposed.margin)} of the proposer’s last dice"
        came = f"After {proposed.rounds} rounds: **{proposed.quality}**, {margin}.{lowered}"
    return joined([odds, table(["round", "proposer", "other side"], rows, right=[0]), came])


def _dice(throw: Throw) -> str:
    """One side's dice, and whether they were enough."""
    if throw.dice is None:
        return "–"
    shown = throw.dice.throw
    enough = "succeeds" if sum(shown.dice) >= throw.call.needed else "misses"
    by_hand = ", by hand" if shown.entered else ""
    return f"{dice_in_words(shown.dice, 6)}, {enough}{by_hand}"
