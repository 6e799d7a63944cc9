"""Pass phrases for seats on a shared screen: kept as salt and digest only."""

from __future__ import annotations

import hashlib
import secrets


def digest_of(phrase: str) -> tuple[str, str]:
    """A new salt and the phrase's digest under it, both in hex (scrypt, n = 2^12, r = 8, p = 1)."""
    salt = secrets.token_bytes(16)
    return salt.hex(), _scrypt(phrase, salt).hex()


def matches(phrase: str, salt: str, digest: str) -> bool:
    """Whether this is the phrase; compared in constant time."""
    return secrets.compare_digest(_scrypt(phrase, bytes.fromhex(salt)), bytes.fromhex(digest))


def _scrypt(phrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(phrase.encode("utf-8", "replace"), salt=salt, n=4096, r=8, p=1, dklen=32)
