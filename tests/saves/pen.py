"""Saves written by hand for tests, straight from the page that describes the format.

Nothing of `wargame` is used here, so that a test can compare the two, and so that a save can be
forged and its chain mended to the end.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

Item = tuple[str, str, dict[str, Any]]
"""By whom, of which kind, with which data: an entry without what the chain adds."""

AT = "2026-11-22T09:41:07.123Z"
SEED = bytes(range(32))


def compact(value: object, sort: bool = False) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=sort)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def line(prev_hash: str, n: int, item: Item, at: str = AT) -> bytes:
    """One line of a save, its end included."""
    by, kind, data = item
    head = {"n": n, "at": at, "by": by, "kind": kind, "data": data}
    body = compact(head)[:-1].encode()
    own = sha256(b"wargame-save-1\n" + prev_hash.encode() + b"\n" + body)
    return body + f',"hash":"{own}"}}\n'.encode()


def lines(items: list[Item]) -> list[bytes]:
    """A whole save, line by line, chained from the first."""
    written: list[bytes] = []
    head = "0" * 64
    for n, item in enumerate(items):
        written.append(line(head, n, item))
        head = written[-1][-67:-3].decode()
    return written


def save(items: list[Item]) -> bytes:
    return b"".join(lines(items))


def items(raw: bytes) -> list[Item]:
    """Take a save apart again, to be changed and written anew."""
    read = [json.loads(one) for one in raw.splitlines()]
    return [(one["by"], one["kind"], one["data"]) for one in read]


def heads(raw: bytes) -> list[str]:
    return [json.loads(one)["hash"] for one in raw.split(b"\n") if one]


def opening(session: str = "autumn", **more: Any) -> Item:
    """The first entry of a small game; `more` replaces parts of its data."""
    scenario = {"scenario": "small", "title": "A small game", "decks": [], "cards": []}
    data = {
        "format": 1,
        "wargame": "0.1.0",
        "session": session,
        "scenario": scenario,
        "scenario_sha256": "",
        "setup": "plain",
        "seats": ["north", "south"],
        "people": [],
        "chance": "hmac-1",
        "commitment": sha256(b"wargame-seed\n" + SEED),
        "secret": {"seed": SEED.hex()},
        "seed_given": False,
    } | more
    data["scenario_sha256"] = sha256(compact(data["scenario"], sort=True).encode())
    return ("facilitator", "session_opened", data)


def note(text: str) -> Item:
    return ("facilitator", "note_written", {"text": text, "tags": [], "about": -1})


def small(notes: int = 4) -> list[Item]:
    """A small save: an opening and some notes, with characters that a flipped bit makes lines of."""
    texts = ("Jour J: “élan”*", "Ḥilla \n\t ⚂", '{"n":3,"at":"', "*Ċ J", "plain")
    return [opening(), *(note(f"{texts[i % len(texts)]} {i}") for i in range(notes))]


def put(folder: Path, raw: bytes, name: str = "autumn") -> Path:
    """Write bytes as a save file; return its path."""
    path = folder / f"{name}.jsonl"
    path.write_bytes(raw)
    return path
