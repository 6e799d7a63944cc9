"""One line of a save: an entry, its spelling in bytes, and the hash that chains it to the last.

The line is hashed as raw bytes, never as JSON written anew: whoever checks a save needs no JSON
writer that agrees with this one.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from json import JSONDecodeError, JSONDecoder
from typing import Any, Final, NoReturn

from wargame.game.canonical import compact
from wargame.game.records import dataclass

ZERO: Final = "0" * 64
"""What stands for the previous line's hash in the hash of entry 0."""

MAX_LINE: Final = 16 * 1024 * 1024
"""The longest line that is read or written, in bytes, without its end of line."""

MAX_DEPTH: Final = 100
"""How deeply the data of an entry may nest."""

PREFIX: Final = b"wargame-save-1\n"
"""What is hashed before the hash of the line before, and the line."""
_TRAILER: Final = 75
_ID = r"[a-z][a-z0-9_-]{0,39}"
_AT = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z",
    re.ASCII,
)
_BY = re.compile(rf"(?:observer:)?{_ID}")
_KIND = re.compile(r"[a-z][a-z0-9_]{0,39}")
_HEAD = re.compile(
    rf'\{{"n":(0|[1-9][0-9]{{0,8}}),"at":"({_AT.pattern})","by":"({_BY.pattern})"'
    rf',"kind":"({_KIND.pattern})","data":(?=\{{)',
    re.ASCII,
)
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(slots=True)
class Entry:
    """An entry of a save. `at` is UTC with milliseconds; the order of entries comes from `n` alone.

    `by` is a seat, `facilitator`, `observer:<id>` or `table`; `data` is plain JSON.
    """

    n: int
    at: str
    by: str
    kind: str
    data: dict[str, Any]
    hash: str


def stamp(now: datetime) -> str:
    """A moment as entries have it: UTC with milliseconds, cut, not rounded. `now` has a zone."""
    return now.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def encode(prev_hash: str, n: int, at: str, by: str, kind: str, data: dict[str, Any]) -> bytes:
    """Write an entry as a whole line, its end of line included.

    ValueError says what the format does not allow; `prev_hash` is `ZERO` for entry 0.
    """
    if not _AT.fullmatch(at):
        raise ValueError(f"{at!r} is not UTC with milliseconds")
    text = f'{{"n":{n:d},"at":"{at}",{_whose(by, kind)}{compact(data)}'
    if text[-1] != "}" or n < 0 or n > 999_999_999:
        raise ValueError("an entry has a number from 0 to 999999999, and a map as its data")
    if _too_deep(text, data):
        raise ValueError(f"the data nests more than {MAX_DEPTH} deep")
    body = text.encode("utf-8")
    if len(body) + _TRAILER > MAX_LINE:
        raise ValueError(f"an entry of {len(body)} bytes is too long; {MAX_LINE} is the most")
    return b'%b,"hash":"%b"}\n' % (body, chained(prev_hash.encode("ascii"), body))


@lru_cache(maxsize=1024)
def _whose(by: str, kind: str) -> str:
    """The middle of a line's head; ValueError for a `by` or a `kind` that is not well formed."""
    if not _BY.fullmatch(by):
        raise ValueError(f"an entry cannot be by {by!r}")
    if not _KIND.fullmatch(kind):
        raise ValueError(f"an entry cannot be of the kind {kind!r}")
    return f'"by":"{by}","kind":"{kind}","data":'


def chained(prev_hash: bytes, body: bytes) -> bytes:
    """The hash of a line, from its body and the hash of the line before, as 64 hex digits."""
    return sha256(b"%b%b\n%b" % (PREFIX, prev_hash, body)).hexdigest().encode("ascii")


def hash_of(line: bytes) -> str:
    """The hash that a line says it has, as the next line needs it."""
    return line.rstrip(b"\n")[-66:-2].decode("ascii")


def decode(line: bytes) -> Entry:
    """Read a line in its one allowed spelling; ValueError says what is wrong with it.

    Whether its hash is right is not looked at: that takes the line before.
    """
    raw = line[:-1] if line[-1:] == b"\n" else line
    entry = parse(raw)
    if not _HASH.fullmatch(entry.hash):
        raise ValueError("its hash is not 64 hex digits")
    insist_on_spelling(entry, raw)
    return entry


def checked(prev_hash: bytes, n: int, raw: bytes) -> Entry:
    """Read the line (without its end) that must be entry `n` after `prev_hash`; ValueError if not.

    This is what opening a save does with every line, so it looks at the bytes as they are and
    writes nothing anew: two spellings of the same data are told apart by `decode` alone.
    """
    if raw[-66:-2] != chained(prev_hash, raw[:-_TRAILER]):
        raise ValueError("its hash does not fit")
    entry = parse(raw)
    if entry.n != n:
        raise ValueError(f"it calls itself entry {entry.n}")
    return entry


def parse(raw: bytes) -> Entry:
    """Read a line, without its end: form, types and limits; ValueError says what is wrong."""
    if len(raw) > MAX_LINE:
        raise ValueError(f"it has {len(raw)} bytes; {MAX_LINE} is the most")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"its byte {error.start} is not UTF-8") from None
    head = _HEAD.match(text)
    if head is None:
        raise ValueError("it does not begin as an entry does")
    try:
        data, end = _DECODER.raw_decode(text, head.end())
    except JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise ValueError(f"its data nests more than {MAX_DEPTH} deep") from None
    tail = text[end:]
    if len(tail) != _TRAILER or tail[:9] != ',"hash":"' or tail[-2:] != '"}':
        raise ValueError("it does not end as an entry does")
    n, at, by, kind = head.groups()
    entry = Entry(int(n), at, by, kind, data, tail[9:-2])
    if end > 2 * MAX_DEPTH and _too_deep(text, data):
        raise ValueError(f"its data nests more than {MAX_DEPTH} deep")
    if "\\u" in text:
        insist_on_spelling(entry, raw)
    return entry


def insist_on_spelling(entry: Entry, raw: bytes) -> None:
    """Refuse, with a ValueError, a line that says what it says in another way than the format does.

    Spaces, needless escapes, a key that stands twice, `-0`: written anew, they come out different.
    """
    text = (
        f'{{"n":{entry.n},"at":"{entry.at}","by":"{entry.by}","kind":"{entry.kind}"'
        f',"data":{compact(entry.data)},"hash":"{entry.hash}"}}'
    )
    if text.encode("utf-8") != raw:
        raise ValueError("it is not compact JSON: a space, a needless escape or a doubled key")


def _no_float(literal: str) -> NoReturn:
    raise ValueError(f"the number {literal[:40]} is not a whole one")


_NESTS = frozenset({dict, list, tuple})
_DECODER = JSONDecoder(parse_float=_no_float, parse_constant=_no_float)


def _too_deep(text: str, data: object) -> bool:
    """Tell whether a value nests more than `MAX_DEPTH` deep; `text` is what it is written as.

    The brackets are counted first, because few entries have enough of them to nest so deeply.
    """
    if text.count("{") + text.count("[") <= MAX_DEPTH:
        return False
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for one in level
            for inner in (one.values() if type(one) is dict else one)
            if type(inner) in _NESTS
        ]
        if not level:
            return False
    return True
