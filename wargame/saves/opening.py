"""The first entry of a save, and the entry that begins a fork: who plays what, and the seed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wargame.game.canonical import fingerprint
from wargame.game.chance import COUNTER_1, HMAC_1, commitment
from wargame.saves.parts import Flaw, hex_digits, maps, part, text, texts

_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_PARTS = (("wargame", str), ("setup", str), ("seats", list), ("people", list))


def flaws_of_opening(data: Mapping[str, Any]) -> list[str]:
    """What the data of `session_opened` lacks or has wrong, the commitment left aside."""
    flaws = [
        f"its {key!r} is not a {'list' if kind is list else 'text'}"
        for key, kind in _PARTS
        if not isinstance(data.get(key), kind)
    ]
    if data.get("chance") not in (HMAC_1, COUNTER_1):
        flaws.append(f"its 'chance' is neither {HMAC_1} nor {COUNTER_1}")
    if type(data.get("seed_given", False)) is not bool:
        flaws.append("its 'seed_given' is not true or false")
    try:
        if text(data, "scenario_sha256") != fingerprint(part(data, "scenario")):
            flaws.append("the scenario is not the one of its 'scenario_sha256'")
    except Flaw as flaw:
        flaws.append(str(flaw))
    return flaws


def seats_of(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The seats of the game, in the order of its scenario."""
    seats = texts(data, "seats")
    scenario = part(data, "scenario")
    return tuple(seat["id"] for seat in maps(scenario, "seats") if seat.get("id") in seats) or seats


def session_of(data: Mapping[str, Any]) -> str:
    """The session that an entry opens; Flaw when it cannot be named so."""
    session = text(data, "session")
    if not _ID.fullmatch(session):
        raise Flaw(f"a session cannot be named {session!r}")
    return session


def seed_of(data: Mapping[str, Any]) -> bytes:
    """The seed that an entry holds; Flaw when there is none."""
    return bytes.fromhex(hex_digits(part(data, "secret"), "seed", 64))


def insist_on_commitment(data: Mapping[str, Any], seed: bytes) -> None:
    """Flaw when the seed is not the one that an entry commits to."""
    if hex_digits(data, "commitment", 64) != commitment(seed):
        raise Flaw("the seed is not the one of its 'commitment'")
