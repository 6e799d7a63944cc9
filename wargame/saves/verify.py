"""Verifying a save: its chain from the first byte to the last, and everything that can be recomputed."""

from __future__ import annotations

import re
from dataclasses import asdict, field
from pathlib import Path
from typing import Any

from wargame.game.records import dataclass
from wargame.game.seals import sealed_text
from wargame.saves.audit import Audit
from wargame.saves.entry import insist_on_spelling
from wargame.saves.errors import BadReceipt
from wargame.saves.forking import session_at
from wargame.saves.reading import Damage, Reading, read

_HEAD = re.compile(r"[0-9a-f]{16,64}")


@dataclass(slots=True)
class Verdict:
    """What a check of a save has found; `as_json` has the fields that other programs read.

    `damage` names everything that is wrong, up to the first entry whose bytes are not as they
    were written. `throws_checked`, `draws_checked` (cards), `shuffles_checked` (who goes first
    included) and `seals_checked` count what was computed again. `head_entry` is the entry
    whose head was asked for, None when this save does not hold it or nothing was asked; `seal_entry`
    that of the seal whose receipt was given in its place, `sealed` what that seal is the SHA-256 of,
    once the session is closed.
    `played_again` counts the entries that were also held against the rules, which is not done here.
    """

    entries: int
    head: str
    torn: bool
    damage: list[Damage] = field(default_factory=list)
    throws_checked: int = 0
    draws_checked: int = 0
    shuffles_checked: int = 0
    seals_checked: int = 0
    seed: str = "sealed"
    simulated: bool = False
    played_again: int = 0
    head_asked: bool = False
    head_entry: int | None = None
    seal_entry: int | None = None
    sealed: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing at all is wrong, and a head that was asked for is there."""
        missing = self.head_asked and self.head_entry is None and self.seal_entry is None
        return not (self.damage or self.torn or missing or self.seed == "wrong")

    def as_json(self) -> dict[str, Any]:
        """The verdict as plain JSON."""
        plain = {"ok": self.ok} | asdict(self)
        asked = plain.pop("head_asked")
        del plain["sealed"]
        plain["head_found"] = self.head_entry is not None if asked else None
        return plain


def verify(path: Path, head: str | None = None) -> Verdict:
    """Check a save without touching it; `head` is a head receipt, 16 or more hex digits.

    BadReceipt; MissingSave, UnreadableSave or UnknownFormat when there is nothing to be
    checked. What is wrong with the save is in the verdict.
    """
    wanted = None if head is None else receipt_digits(head)
    return verdict_on(read(path), wanted)


def verdict_on(reading: Reading, wanted: str | None = None) -> Verdict:
    """Check what was read; `wanted` are the digits of a head receipt, as `receipt_digits` gives them."""
    audit = Audit()
    verdict = Verdict(len(reading.entries), reading.head, reading.torn is not None)
    verdict.damage = _flaws(reading, audit)
    if reading.damage is not None:
        verdict.damage.append(reading.damage)
    verdict.throws_checked = audit.tally.throws
    verdict.draws_checked = audit.tally.draws
    verdict.shuffles_checked = audit.tally.shuffles
    verdict.seals_checked = audit.tally.seals
    verdict.seed, verdict.simulated = audit.seed, audit.simulated
    if wanted is not None:
        verdict.head_asked = True
        found = (entry.n for entry in reading.entries if entry.hash.startswith(wanted))
        verdict.head_entry = next(found, None)
        if verdict.head_entry is None:
            _find_seal(reading, wanted, verdict)
    return verdict


def _find_seal(reading: Reading, wanted: str, verdict: Verdict) -> None:
    """The receipt of a seal looks like that of a head: find the entry, and when all is open what it seals."""
    closed = any(one.kind == "session_closed" for one in reading.entries)
    for entry in reading.entries:
        if not str(entry.data.get("seal", "")).startswith(wanted):
            continue
        verdict.seal_entry = entry.n
        if closed and not verdict.damage:
            data, session = entry.data, session_at(reading, entry.n)
            obj = data[entry.kind.removesuffix("_sealed")]
            text = sealed_text(session, data["turn"], data["seat"], data["nonce"], obj)
            verdict.sealed = text.decode("utf-8")
        return


def receipt_digits(head: str) -> str:
    """The hex digits of a head receipt, however they were typed; BadReceipt when it is none."""
    digits = "".join(head.split()).lower()
    if not _HEAD.fullmatch(digits):
        raise BadReceipt("A head receipt is 16 hex digits, such as 'ab12 cd34 ef56 7890'.")
    return digits


def _flaws(reading: Reading, audit: Audit) -> list[Damage]:
    """Everything wrong with the entries that the chain vouches for."""
    found: list[Damage] = []
    offset = 0
    for entry, line in zip(reading.entries, reading.raw.split(b"\n"), strict=False):
        flaws = audit.look(entry)
        try:
            insist_on_spelling(entry, line)
        except ValueError as error:
            flaws.append(str(error))
        found += [Damage(entry.n, offset, flaw) for flaw in flaws]
        offset += len(line) + 1
    return found
