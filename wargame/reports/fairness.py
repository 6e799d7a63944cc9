"""The part of a report that lets a reader check the rest: seed, seals, throws, even-handedness."""

from __future__ import annotations

from wargame.game.plain_text import counted
from wargame.game.seals import receipt
from wargame.reports.markdown import code, escaped, joined, listed, table
from wargame.reports.record import Judgement, Record, Throw
from wargame.reports.words import METHODS, Words, dice_in_words, percent, signed
from wargame.saves.verify import Verdict

WHAT = (
    "Each order was sealed before any was shown; the odds were fixed before each throw; the seed was "
    "committed to before the first turn. `wargame verify` checks all of it."
)
SEEDS = {
    "sealed": "still sealed: it is shown when the session closes",
    "revealed": "open, and it is the one that was committed to",
    "wrong": "**NOT the one that was committed to**",
}
"""What stands behind the verdict on the seed."""


def fairness_told(record: Record, verdict: Verdict, words: Words) -> str:
    """What anyone can check, and what came of checking it."""
    opening = record.opening
    given = "chosen by someone, as all were shown" if opening.seed_given else "drawn at the opening"
    lines = [
        f"Commitment to the seed, shown at the opening: {code(opening.commitment)}",
        f"The seed was {given}; it is {SEEDS.get(verdict.seed, verdict.seed)}.",
        f"Seed: {code(record.seed)}" if record.seed else "",
        f"The save has {counted(verdict.entries, 'entry', 'entries')}; its head is {code(receipt(verdict.head))}.",
        f"Checked again from the save: {_checked(verdict)}.",
        "**Everything that can be checked is as it should be.**" if verdict.ok else "",
        "The last line was cut short by a crash and does not count." if verdict.torn else "",
        "The game was simulated: its chance can be predicted, and nothing was sealed."
        if verdict.simulated
        else "",
        *(
            f"**Entry {one.entry} at byte {one.offset} is wrong: {escaped(one.what)}.**"
            for one in verdict.damage
        ),
    ]
    heads = [[str(turn.number), code(receipt(turn.head))] for turn in record.turns if turn.head]
    return joined(
        [
            "## Fairness",
            WHAT,
            listed(filter(None, lines)),
            "### Head receipts" if heads else "",
            table(["turn", "receipt"], heads) if heads else "",
            "### Even-handedness",
            _even(record),
            "### Every throw" if record.throws else "",
            _throws(record),
        ]
    )


def _checked(verdict: Verdict) -> str:
    return (
        f"{counted(verdict.throws_checked, 'throw')}, {counted(verdict.draws_checked, 'draw')}, "
        f"{counted(verdict.shuffles_checked, 'shuffle')}, {counted(verdict.seals_checked, 'seal')}"
    )


def _judgements(record: Record, seat: str) -> list[Judgement]:
    """The rulings on a seat's orders."""
    found = [
        one.judgement
        for turn in record.turns
        for one in turn.orders.values()
        if one.seat == seat and one.judgement is not None
    ]
    return [one for one in found if one.accepted is not None]


def _even(record: Record) -> str:
    """How each seat was treated, in numbers."""
    rows = []
    for seat in record.scenario.seats:
        judged = _judgements(record, seat.id)
        won = sum(
            one.accepted is not None and one.accepted.quality in ("strong", "success")
            for one in judged
        )
        odds = [one.throw.call.odds for one in judged if one.throw is not None]
        arguments = [one for each in judged for one in each.arguments]
        rows.append(
            [
                escaped(seat.name),
                str(len(judged)),
                str(won),
                percent(round(sum(odds) / len(odds))) if odds else "–",
                signed(sum(factor.by for one in judged for factor in one.factors)),
                str(sum(one.side == "con" for one in arguments)),
                str(sum(one.weights[-1] == "strong" for one in arguments)),
                str(sum(one.weights[-1] == "set_aside" for one in arguments)),
                str(sum(one.accepted is not None and one.accepted.edited for one in judged)),
            ]
        )
    head = ["seat", "ruled on", "succeeded", "mean odds", "factors, sum", "cons", "counted strong"]
    return table([*head, "set aside", "edited"], rows, right=range(1, 9))


def _throws(record: Record) -> str:
    """Every throw of the line that counts, with what is needed to compute it again."""
    if not record.throws:
        return ""
    rows = [_throw(one) for one in record.throws]
    return table(["entry", "method", "odds", "needed", "thrown", "label", "nonce"], rows, right=[0])


def _throw(throw: Throw) -> list[str]:
    call = throw.call
    needed = f"{'≥' if call.sides == 6 else '≤'} {call.needed}"
    row = [str(throw.n), METHODS.get(call.method, escaped(call.method)), percent(call.odds), needed]
    if throw.dice is None:
        return [*row, "–", "", ""]
    shown = throw.dice.throw
    dice = dice_in_words(shown.dice, shown.sides)
    if shown.entered:
        return [*row, dice, "by hand", ""]
    return [*row, dice, code(shown.label), code(shown.nonce)]
