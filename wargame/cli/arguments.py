"""What stands behind a flag, read: whole numbers, seeds, head receipts, SEAT=NAME."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

from wargame.game.plain_text import clean

SEED_DIGITS = 64
"""Hex digits of a seed: 32 bytes."""


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers from `low` to `high`."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(
                f"{_quoted(text)} is not a whole number from {low} to {high}"
            )
        return int(text)

    return read


def hours(text: str) -> int:
    """The minutes of a session given in hours: `3`, or `2.5`."""
    whole, _, part = text.partition(".")
    if not re.fullmatch(r"[0-9]{1,2}", whole, re.ASCII) or not re.fullmatch(r"[0-9]{0,2}", part):
        raise argparse.ArgumentTypeError(f"{_quoted(text)} is no number of hours, as in 3 or 2.5")
    minutes = int(whole) * 60 + (int(part) * 60 // 10 ** len(part) if part else 0)
    if not 60 <= minutes <= 1440:
        raise argparse.ArgumentTypeError("a session can be planned for 1 to 24 hours")
    return minutes


def seed(text: str) -> bytes:
    """A seed from at most 64 hex digits; fewer stand for the same with zeros before them."""
    if not re.fullmatch(rf"[0-9a-fA-F]{{1,{SEED_DIGITS}}}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"{_quoted(text)} is not 1 to {SEED_DIGITS} hex digits")
    return bytes.fromhex(text.zfill(SEED_DIGITS))


def head(text: str) -> str:
    """A head or its receipt: 16 to 64 hex digits, blanks between them allowed."""
    digits = re.sub(r"\s", "", text).lower()
    if not re.fullmatch(r"[0-9a-f]{16,64}", digits, re.ASCII):
        raise argparse.ArgumentTypeError(f"{_quoted(text)} is not a head: 16 to 64 hex digits")
    return digits


def pair(text: str) -> tuple[str, str]:
    """`SEAT=NAME` as a seat and a playbook."""
    seat, equals, name = text.partition("=")
    if not (seat and equals and name):
        raise argparse.ArgumentTypeError(f"{_quoted(text)} is not SEAT=NAME, as in tehran=random")
    return seat, name


def _quoted(text: str) -> str:
    return f'"{clean(text, 60, lines=False)}"'
