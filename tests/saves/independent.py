"""A checker of saves written from the page on the format alone: it uses nothing of `wargame`.

It recomputes every throw, shuffle, draw and seal. Where the page leaves something to the
scenario (which cards a deck has), it reads the scenario in the save. By hand:
`python -m tests.saves.independent FILE`.
"""

import hashlib
import hmac
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.saves import fights

ZEROS = "0" * 64
SEALED = {
    "order_sealed": "order",
    "argument_sealed": "argument",
    "estimate_sealed": "estimate",
    "intention_sealed": "intention",
}
MOVES = {"deck_shuffled", "card_drawn", "card_placed", "order_sealed", "order_withdrawn", "rewound"}
ENDED = {*SEALED, "deck_shuffled", "card_drawn", "card_placed", "order_drawn", "throw_called"}
THROWN = {"dice_thrown", "order_judged"}


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def canonical(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode("utf-8")


def hmac_words(seed: bytes, label: str, nonce: str) -> Iterator[int]:
    block = 0
    while True:
        message = label + "\n" + nonce + "\n" + str(block)
        made = hmac.new(seed, message.encode("utf-8"), hashlib.sha256).digest()
        for place in range(0, 32, 4):
            yield int.from_bytes(made[place : place + 4], "big")
        block += 1


def counter_words(seed: bytes, i: int) -> Iterator[int]:
    full = 2**64
    while True:
        z = (int.from_bytes(seed[:8], "big") + (i + 1) * 0x9E3779B97F4A7C15) % full
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) % full
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) % full
        yield (z ^ (z >> 31)) >> 32
        i += 1


class Words:
    """A stream of words that knows how many were taken."""

    def __init__(self, words: Iterator[int]) -> None:
        self.words = words
        self.taken = 0

    def below(self, m: int) -> int:
        while True:
            w = next(self.words)
            self.taken += 1
            if w < (2**32 // m) * m:
                return w % m

    def mixed(self, items: list[str]) -> list[str]:
        pile = list(items)
        for i in range(len(pile) - 1, 0, -1):
            j = self.below(i + 1)
            pile[i], pile[j] = pile[j], pile[i]
        return pile

    def dice(self, sides: int) -> list[int]:
        return [self.below(6) + 1, self.below(6) + 1] if sides == 6 else [self.below(100) + 1]


def entries_of(raw: bytes) -> tuple[list[dict[str, Any]], list[str]]:
    """Check the chain; return the entries up to the first that does not hold, and what is wrong."""
    entries: list[dict[str, Any]] = []
    wrong: list[str] = []
    head = ZEROS
    lines = raw.split(b"\n")
    if lines[-1] != b"":
        wrong.append("the last line does not end")
    for n, line in enumerate(lines[:-1]):
        digest = sha(b"wargame-save-1\n" + head.encode() + b"\n" + line[:-75])
        if line[-75:] != f',"hash":"{digest}"}}'.encode():
            wrong.append(f"entry {n}: the hash is wrong")
            break
        entry = json.loads(line, parse_float=lambda number: [number])
        compact = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        if list(entry) != ["n", "at", "by", "kind", "data", "hash"] or entry["n"] != n:
            wrong.append(f"entry {n}: keys or number are wrong")
        if compact.encode("utf-8") != line:
            wrong.append(f"entry {n}: not compact")
        entries.append(entry)
        head = digest
    return entries, wrong


def throws_in(value: object) -> Iterator[dict[str, Any]]:
    """Every throw in an entry's data, however deep, in order."""
    if isinstance(value, dict):
        if {"dice", "entered"} <= value.keys():
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from throws_in(inner)


class Checker:
    """One pass over a save; `wrong` collects sentences, `counts` what was recomputed."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.counts = {"throws": 0, "shuffles": 0, "draws": 0, "seals": 0}
        self.next_k: dict[str, int] = {}
        self.next_word = 0
        self.fixed: dict[str, dict[str, Any]] = {}
        self.calls = 0
        self.seen: dict[str, dict[str, Any]] = {}
        self.nonces: set[str] = set()
        self.state: dict[str, Any] = {"piles": {}, "discards": {}, "orders": []}
        self.history: list[str] = []
        self.heads: list[str] = []
        self.closed = False

    def complain(self, n: int, what: str) -> None:
        self.wrong.append(f"entry {n}: {what}")

    def check(self, raw: bytes) -> None:
        entries, self.wrong = entries_of(raw)
        for entry in entries:
            n, kind, data = entry["n"], entry["kind"], entry["data"]
            if (n == 0) != (kind == "session_opened"):
                self.complain(n, "a session opens with entry 0 and no other")
                return
            if self.closed and kind in ENDED | THROWN | {"rewound"}:
                self.complain(n, "the session was closed")
            try:
                self.entry(n, kind, data)
                if wrong := fights.follow(self.state, kind, data):
                    self.complain(n, wrong)
                for throw in throws_in(data if n > 0 else None):
                    self.throw(n, kind, throw)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                self.complain(n, f"a part is missing or of another kind: {error!r}")
            moved = n == 0 or kind in MOVES | fights.KINDS
            self.history.append(json.dumps(self.state) if moved else self.history[-1])
            self.heads.append(entry["hash"])

    def entry(self, n: int, kind: str, data: dict[str, Any]) -> None:
        if kind == "session_opened":
            self.opening(n, data)
        elif kind == "deck_shuffled":
            self.shuffle(n, data)
        elif kind == "card_drawn":
            self.draw(n, data)
        elif kind == "card_placed":
            self.place(n, data)
        elif kind == "order_drawn":
            if data["seats"] != self.seats:
                self.complain(n, "the seats are not in scenario order")
            self.mix(n, "order", data["label"], data["seats"])
        elif kind == "throw_called":
            self.call(n, data)
        elif kind == "order_judged":
            self.judge(n, data)
        elif kind == "inject_written":
            self.loose.add(data["inject"])
        elif kind in SEALED:
            self.seal(n, data, SEALED[kind])
        elif kind == "order_withdrawn":
            if data["order_id"] not in self.state["orders"]:
                self.complain(n, "no such order to withdraw")
            else:
                self.state["orders"].remove(data["order_id"])
        else:
            self.turning(n, kind, data)
        if kind not in {"deck_shuffled", "order_drawn", "throw_called"}:
            label = data.get("label", "")
            if isinstance(label, str) and ("/playbook:" in label or "/counter/" in label):
                self.use(n, label.split("/")[1], label)
                self.next_word += data.get("words", 0)

    def turning(self, n: int, kind: str, data: dict[str, Any]) -> None:
        """Rewinds, forks and the close."""
        if kind == "rewound":
            if not 0 <= data["to"] < n:
                self.complain(n, "goes back to nowhere")
                return
            self.state = json.loads(self.history[data["to"]])
        elif kind == "forked":
            parent = {"session": self.session, "n": n - 1, "head": self.heads[-1]}
            if data["parent"] != parent or data["session"] == self.session:
                self.complain(n, "the parent is another")
            self.begin(n, data)
        elif kind == "session_closed":
            self.closed = True
            if data["seed"] != self.seed.hex():
                self.complain(n, "another seed is shown")

    def begin(self, n: int, data: dict[str, Any]) -> None:
        self.session: str = data["session"]
        self.seed = bytes.fromhex(data["secret"]["seed"])
        self.next_k, self.next_word, self.fixed = {}, 0, {}
        if len(self.seed) != 32 or data["commitment"] != sha(b"wargame-seed\n" + self.seed):
            self.complain(n, "the commitment is to another seed")

    def opening(self, n: int, data: dict[str, Any]) -> None:
        self.begin(n, data)
        self.simulated = data["chance"] == "counter-1"
        if data["format"] != 1 or data["chance"] not in {"hmac-1", "counter-1"}:
            self.complain(n, "an unknown format or chance")
        scenario = data["scenario"]
        if data["scenario_sha256"] != sha(canonical(scenario)):
            self.complain(n, "the scenario is another")
        seats = [seat["id"] for seat in scenario.get("seats", [])]
        self.seats = [seat for seat in seats if seat in data["seats"]] or data["seats"]
        self.order: list[str] = []
        self.loose = {inject["id"] for inject in scenario.get("injects", [])}
        without = [
            card
            for setup in scenario.get("setups", [])
            if setup["id"] == data["setup"]
            for card in setup.get("without", [])
        ]
        for deck in scenario["decks"]:
            self.state["piles"][deck["id"]] = []
            self.state["discards"][deck["id"]] = []
        for card in scenario["cards"]:
            names = [card["id"]]
            names += [f"{card['id']}-{copy}" for copy in range(2, card.get("copies", 1) + 1)]
            self.order += names
            if not card.get("turn"):
                there = [name for name in names if name not in without]
                self.state["piles"][card["deck"]] += there

    def use(self, n: int, purpose: str, label: str) -> Words:
        """Check a label, count it, and give the words it stands for (a nonce comes later)."""
        if self.simulated:
            start = label.removeprefix(f"{self.session}/counter/")
            if not start.isdigit() or int(start) < self.next_word:
                self.complain(n, f"the label {label} is not the next")
                return Words(counter_words(self.seed, 0))
            self.next_word = int(start)
            return Words(counter_words(self.seed, self.next_word))
        k = self.next_k.get(purpose, 0)
        if label != f"{self.session}/{purpose}/{k}":
            self.complain(n, f"the label {label} is not {purpose}/{k}")
        self.next_k[purpose] = k + 1
        return Words(hmac_words(self.seed, label, ""))

    def mix(self, n: int, purpose: str, label: str, items: list[str]) -> list[str]:
        words = self.use(n, purpose, label)
        mixed = words.mixed(items)
        self.next_word += words.taken
        self.counts["shuffles"] += 1
        return mixed

    def shuffle(self, n: int, data: dict[str, Any]) -> None:
        deck, cards = data["deck"], data["cards"]
        pile, discards = self.state["piles"][deck], self.state["discards"][deck]
        in_order = [card for card in self.order if card in pile]
        if cards == discards and not pile:
            self.state["discards"][deck] = []
        elif cards != in_order:
            self.complain(n, "what is shuffled is neither the pile nor the discards")
        self.state["piles"][deck] = self.mix(n, f"shuffle:{deck}", data["label"], cards)

    def draw(self, n: int, data: dict[str, Any]) -> None:
        pile = self.state["piles"][data["deck"]]
        self.counts["draws"] += 1
        if not pile or pile[0] != data["card"]:
            self.complain(n, f"{data['card']} is not the top card")
        if data["card"] in pile:
            pile.remove(data["card"])

    def place(self, n: int, data: dict[str, Any]) -> None:
        deck, card = data["deck"], data["card"]
        if not deck:
            if card not in self.loose or data["where"] not in {"hand", "out"}:
                self.complain(n, f"there is no inject {card}, or it cannot lie there")
            return
        if card not in self.order:
            self.complain(n, f"there is no card {card}")
        for pile in [*self.state["piles"].values(), *self.state["discards"].values()]:
            if card in pile:
                pile.remove(card)
        if data["where"] == "top":
            self.state["piles"][deck].insert(0, card)
        elif data["where"] == "bottom":
            self.state["piles"][deck].append(card)
        elif data["where"] == "discard":
            self.state["discards"][deck].append(card)
        elif data["where"] not in {"hand", "out"}:
            self.complain(n, "a card lies nowhere")

    def call(self, n: int, data: dict[str, Any]) -> None:
        self.calls += 1
        label = data["label"]
        if label:
            if label in self.seen:
                self.complain(n, f"the label {label} was used before")
            self.fixed[label] = data

    def judge(self, n: int, data: dict[str, Any]) -> None:
        """Call and throw in one entry: no thrower gives a word between them in a simulated game."""
        if not self.simulated or data["throw"]["entered"]:
            self.complain(n, "only a simulated game judges an order at once, by its own dice")
        if data["order_id"] not in self.state["orders"]:
            self.complain(n, "no such order to judge")
        self.call(n, data["throw"])

    def throw(self, n: int, kind: str, throw: dict[str, Any]) -> None:
        if set(throw) != {"label", "nonce", "sides", "dice", "entered"}:
            self.complain(n, "a throw has other parts")
            return
        label, nonce, sides = throw["label"], throw["nonce"], throw["sides"]
        called = self.fixed.get(label)
        if kind in THROWN:
            self.calls -= 1
            if self.calls < 0:
                self.complain(n, "nobody called a throw")
        if throw["entered"]:
            if label or nonce or any(not 1 <= die <= sides for die in throw["dice"]):
                self.complain(n, "a die thrown by hand has no label, no nonce, and its sides")
            return
        if label in self.seen and kind not in THROWN:
            if self.seen[label] != throw:
                self.complain(n, f"{label} is copied otherwise")
            return
        if called is None or called["sides"] != sides or label in self.seen:
            self.complain(n, f"{label} was not called, or not so")
        self.seen[label] = throw
        self.counts["throws"] += 1
        words = self.use(n, "throw", label)
        if not self.simulated:
            words = Words(hmac_words(self.seed, label, nonce))
        if len(nonce) != (0 if self.simulated else 32) or words.dice(sides) != throw["dice"]:
            self.complain(n, f"{label} shows other dice")
        self.next_word += words.taken

    def seal(self, n: int, data: dict[str, Any], key: str) -> None:
        if key == "order" and data["order_id"] not in self.state["orders"]:
            self.state["orders"].append(data["order_id"])
        if self.simulated and not data["seal"]:
            return
        self.counts["seals"] += 1
        head = ["wargame-seal", self.session, str(data["turn"]), data["seat"], data["nonce"]]
        sealed = ("\n".join(head) + "\n").encode("utf-8") + canonical(data[key])
        again = data["nonce"] in self.nonces and not self.simulated
        if data["seal"] != sha(sealed) or again:
            self.complain(n, f"the seal is not that of the {key}")
        self.nonces.add(data["nonce"])


def check(raw: bytes, head: str | None = None) -> Checker:
    """Check a whole save, and whether it still holds the entry of a head receipt."""
    checker = Checker()
    checker.check(raw)
    if head is not None and not any(one.startswith(head) for one in checker.heads):
        checker.wrong.append(f"no entry has the head {head}")
    return checker


def main(path: str) -> int:
    """Check one file, and say what was found."""
    checker = check(Path(path).read_bytes())
    counts = ", ".join(f"{number} {what}" for what, number in checker.counts.items())
    print("\n".join([f"checked: {counts}", *(checker.wrong or ["nothing is wrong"])]))
    return 1 if checker.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
