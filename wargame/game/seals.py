"""Seals: proof that an order shown at the reveal is the one that was handed in.

A seal is a hash over the session, the turn, the seat, a nonce and the object itself. Whoever
is later shown nonce and object can compute it again; until then it tells nothing about them.
"""

from __future__ import annotations

from wargame.game.canonical import canonical
from wargame.game.chance import digest


def seal(session: str, turn: int, seat: str, nonce: str, obj: object) -> str:
    """Seal an object (an order, an argument, an estimate), as 64 hex digits.

    `nonce` is 32 random hex digits, new for every seal. ValueError when the object is not JSON
    as a save writes it.
    """
    return digest(sealed_text(session, turn, seat, nonce, obj))


def sealed_text(session: str, turn: int, seat: str, nonce: str, obj: object) -> bytes:
    """What a seal is the SHA-256 of."""
    head = f"wargame-seal\n{session}\n{turn}\n{seat}\n{nonce}\n"
    return head.encode("utf-8") + canonical(obj)


def receipt(digits: str) -> str:
    """The short form of a seal or a head for people: its first 16 hex digits in groups of 4."""
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))
