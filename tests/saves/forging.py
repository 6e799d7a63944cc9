"""The forger's tools. A forgery changes a game as somebody might who wants it to have gone otherwise.

The forger mends the hash chain to the end, and where it helps also knows the seed and recomputes
what can be recomputed. It takes the entries of a game and changes them in place; `NotHere`
says that the game has nothing to forge in this way.
"""

import copy
import json
from collections.abc import Callable
from typing import Any

from tests.saves import pen
from tests.saves.independent import Words, hmac_words, sha, throws_in
from tests.saves.pen import Item

Forgery = Callable[[list[Item]], None]
FORGERIES: dict[str, Forgery] = {}


class NotHere(Exception):
    """The game has nothing that could be forged in this way."""


def forgery(forge: Forgery) -> Forgery:
    FORGERIES[forge.__name__] = forge
    return forge


def forged(items: list[Item], name: str) -> list[Item] | None:
    """A copy of the game, forged; None when there is nothing to forge."""
    changed = copy.deepcopy(items)
    try:
        FORGERIES[name](changed)
    except NotHere:
        return None
    return None if changed == items else changed


def places(items: list[Item], *kinds: str) -> list[int]:
    found = [n for n, (_, kind, _) in enumerate(items) if kind in kinds]
    if not found:
        raise NotHere
    return found


def first(items: list[Item], *kinds: str) -> dict[str, Any]:
    return items[places(items, *kinds)[0]][2]


def last(items: list[Item], *kinds: str) -> dict[str, Any]:
    return items[places(items, *kinds)[-1]][2]


def computed(items: list[Item]) -> list[int]:
    """Where dice were thrown that have a label; at least two, in a game that people play."""
    found = [
        n
        for n, (_, kind, data) in enumerate(items)
        if kind == "dice_thrown" and data["throw"]["label"] and data["throw"]["nonce"]
    ]
    if len(found) < 2 or places(items, "session_opened") != [0]:
        raise NotHere
    return found


def rewritten(items: list[Item], old: dict[str, Any], new: dict[str, Any]) -> None:
    """Put another throw in the place of one, in every entry that shows it."""
    for _, _, data in items[1:]:
        for throw in throws_in(data):
            if throw == old:
                throw.update(new)


def relabelled(items: list[Item], n: int, label: str) -> None:
    """Give a throw another label, in its call as well, with the dice that this label shows."""
    old = dict(items[n][2]["throw"])
    for _, kind, data in items:
        if kind == "throw_called" and data["label"] == old["label"]:
            data["label"] = label
    seed = bytes.fromhex(items[0][2]["secret"]["seed"])
    dice = Words(hmac_words(seed, label, old["nonce"])).dice(old["sides"])
    rewritten(items, old, old | {"label": label, "dice": dice})


def swapped_digit(text: str) -> str:
    return ("1" if text[0] == "0" else "0") + text[1:]


def respelt(raw: bytes) -> bytes:
    """The same game with spaces in its last line, the chain mended."""
    lines = raw.splitlines(keepends=True)
    read = json.loads(lines[-1])
    item = (read["by"], read["kind"], read["data"])
    body = pen.line(lines[-2][-67:-3].decode(), len(lines) - 1, item)[:-76]
    spaced = body.replace(b'"data":{', b'"data":{ ', 1)
    own = sha(b"wargame-save-1\n" + lines[-2][-67:-3] + b"\n" + spaced)
    return b"".join(lines[:-1]) + spaced + f',"hash":"{own}"}}\n'.encode()
