"""A game checked against itself: everything that chance, decks and seals gave, computed again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wargame.game.chance import COUNTER_1
from wargame.game.records import dataclass
from wargame.game.seals import seal
from wargame.saves import contests
from wargame.saves.contests import OPPOSED, Contest
from wargame.saves.entry import Entry
from wargame.saves.labels import Labels, insist_on_form, throws_in
from wargame.saves.opening import (
    flaws_of_opening,
    insist_on_commitment,
    seats_of,
    seed_of,
    session_of,
)
from wargame.saves.parts import Flaw, hex_digits, number, part, text, texts
from wargame.saves.piles import Piles

SEALED = {
    "order_sealed": "order",
    "argument_sealed": "argument",
    "estimate_sealed": "estimate",
    "intention_sealed": "intention",
}
"""The kinds of entry that hold a seal, and the key of what was sealed."""

PLAY = frozenset(
    {
        *SEALED,
        "session_opened",
        "deck_shuffled",
        "card_drawn",
        "card_placed",
        "inject_written",
        "inject_fired",
        "order_drawn",
        "order_withdrawn",
        "throw_called",
        "dice_thrown",
        "order_judged",
        "result_proposed",
        "rewound",
        "forked",
        "session_closed",
    }
)
"""The kinds of entry that are looked at one by one; none may follow on the close."""

THROWN = ("dice_thrown", "order_judged")
"""The kinds of entry that hold a new throw."""

LABELLED = ("deck_shuffled", "order_drawn", "throw_called")
"""The kinds of entry whose own `label` is the table's, not a playbook's."""


@dataclass(slots=True)
class Moment:
    """What a rewind brings back: piles, seats of orders that stand, calls to be thrown, a contest."""

    piles: Piles
    orders: dict[str, str]
    calls: dict[str, dict[str, Any]]
    contest: Contest | None = None

    def copy(self) -> Moment:
        """The same moment, to be changed apart from this one."""
        return Moment(self.piles.copy(), dict(self.orders), dict(self.calls), self.contest)


@dataclass(slots=True)
class Tally:
    """How much has been computed again."""

    throws: int = 0
    draws: int = 0
    shuffles: int = 0
    seals: int = 0


class Audit:
    """Entries are handed to `look` in order; each answer is what is wrong with that entry.

    `seed` is `sealed`, `revealed` once the session is closed, or `wrong` when it is not the one
    that was committed to.
    """

    def __init__(self) -> None:
        self.tally = Tally()
        self.seed = "sealed"
        self.simulated = False
        self._flaws: list[str] = []
        self._labels = Labels("", bytes(32), self.simulated, self._flaws.append)
        self._now = Moment(Piles({}, {}), {}, {})
        self._moments: list[Moment] = []
        self._heads: list[str] = []
        self._thrown: dict[str, dict[str, Any]] = {}
        self._nonces: set[str] = set()
        self._sessions: set[str] = set()
        self._seats: tuple[str, ...] = ()
        self._closed = False

    def look(self, entry: Entry) -> list[str]:
        """Check one entry; the first must open a session. Returns a sentence for each flaw."""
        self._flaws.clear()
        if entry.n > 0 and not self._sessions:
            return []
        if self._closed and entry.kind in PLAY:
            self._flaws.append("the session was closed before")
        if entry.kind in PLAY:
            self._now = self._now.copy()
            self._try(self._play, entry)
        if entry.n > 0:
            self._try(self._throws, entry)
            self._try(self._playbook, entry)
        self._moments.append(self._now)
        self._heads.append(entry.hash)
        return list(self._flaws)

    def _try(self, check: Callable[[Entry], None], entry: Entry) -> None:
        try:
            check(entry)
        except Flaw as flaw:
            self._flaws.append(str(flaw))

    def _play(self, entry: Entry) -> None:
        data = entry.data
        match entry.kind:
            case "session_opened":
                self._opened(entry)
            case "deck_shuffled":
                self.tally.shuffles += 1
                self._now.piles.shuffled(data, self._labels.shuffled)
            case "card_drawn":
                self.tally.draws += 1
                self._now.piles.drawn(data)
            case "card_placed":
                self._now.piles.placed(data)
            case "inject_written":
                self._now.piles.written(data)
            case "inject_fired":
                self._now.piles.fired(data)
            case "order_drawn":
                self._order_drawn(data)
            case "order_withdrawn":
                self._withdrawn(data)
            case "throw_called":
                self._called(data)
            case "dice_thrown":
                part(data, "throw")
            case "order_judged":
                self._judged(data)
            case "result_proposed":
                if data.get("method") == OPPOSED:
                    contests.judged(self._now.contest, data, self._flaws.append)
                self._now.contest = None
            case "rewound":
                self._rewound(entry)
            case "forked":
                self._forked(entry)
            case "session_closed":
                self._close(data)
            case kind:
                self._sealed(data, SEALED[kind])

    def _opened(self, entry: Entry) -> None:
        if entry.n > 0:
            raise Flaw("a session is opened inside a session")
        data = entry.data
        self._flaws += flaws_of_opening(data)
        self.simulated = data.get("chance") == COUNTER_1
        self._begin(data)
        self._seats = seats_of(data)
        self._now.piles = Piles.at_opening(data)

    def _begin(self, data: dict[str, Any]) -> None:
        """Take up a session and its seed."""
        session = session_of(data)
        if session in self._sessions:
            self._flaws.append(f"the session {session!r} was there before")
        try:
            seed = seed_of(data)
            self._sessions.add(session)
            self._labels = Labels(session, seed, self.simulated, self._flaws.append)
            insist_on_commitment(data, seed)
        except Flaw as flaw:
            self.seed = "wrong"
            self._flaws.append(str(flaw))

    def _order_drawn(self, data: dict[str, Any]) -> None:
        self.tally.shuffles += 1
        seats = texts(data, "seats")
        self._labels.shuffled("order", text(data, "label"), seats)
        if seats != self._seats:
            raise Flaw("who goes first is not drawn among the seats in scenario order")

    def _sealed(self, data: dict[str, Any], key: str) -> None:
        if key not in data:
            raise Flaw(f"it has no {key!r}")
        seat, turn = text(data, "seat"), number(data, "turn")
        if key == "order":
            self._stands(text(data, "order_id"), seat)
        if self.simulated and not data.get("seal"):
            return
        self.tally.seals += 1
        nonce = hex_digits(data, "nonce", 32)
        if nonce in self._nonces and not self.simulated:
            self._flaws.append("its nonce was used before")
        self._nonces.add(nonce)
        if text(data, "seal") != seal(self._labels.session, turn, seat, nonce, data[key]):
            raise Flaw(f"the {key} is not the one that was sealed")

    def _stands(self, order_id: str, seat: str) -> None:
        """A new order stands, or a new version of one of the same seat's."""
        owner = self._now.orders.setdefault(order_id, seat)
        if owner != seat:
            self._flaws.append(f"the order {order_id!r} is {owner!r}'s")

    def _withdrawn(self, data: dict[str, Any]) -> None:
        order_id = text(data, "order_id")
        owner = self._now.orders.pop(order_id, None)
        if owner is None:
            raise Flaw(f"no order {order_id!r} stands that could be withdrawn")
        if data.get("seat", owner) != owner:
            raise Flaw(f"the order {order_id!r} is {owner!r}'s")

    def _called(self, data: dict[str, Any]) -> None:
        """Method, odds and label are fixed; an empty label means that it is thrown by hand."""
        label = text(data, "label")
        odds = data.get("odds")
        if number(data, "sides") not in (6, 100):
            self._flaws.append("dice have 6 or 100 sides")
        if type(odds) is int and not 0 <= odds <= 10_000:
            self._flaws.append("its 'odds' are not 0 to 10000 basis points")
        if label and data.get("entered"):
            self._flaws.append("a throw by hand has no label")
        if label:
            waiting = [one for one in self._now.calls if one and one not in self._thrown]
            self._labels.call(label, len([one for one in waiting if one != label]))
        self._now.calls.pop(label, None)
        self._now.calls[label] = data
        if data.get("method") == OPPOSED:
            self._now.contest = contests.called(self._now.contest, data, self._flaws.append)

    def _judged(self, data: dict[str, Any]) -> None:
        """Call and throw in one: nobody gives a word between them in a simulated game, and only there."""
        throw, order_id = part(data, "throw"), text(data, "order_id")
        if not self.simulated or throw.get("entered"):
            self._flaws.append(
                "only a simulated game, by its own dice, judges an order in one entry"
            )
        elif order_id not in self._now.orders:
            self._flaws.append(f"no order {order_id!r} stands that could be judged")
        self._called({**data, "label": throw.get("label", ""), "sides": throw.get("sides")})

    def _throws(self, entry: Entry) -> None:
        """Every throw in an entry is new and right, or a copy of one that was."""
        for throw in throws_in(entry.data):
            insist_on_form(throw)
            new = entry.kind in THROWN and throw is entry.data.get("throw")
            if throw["entered"]:
                if new:
                    self._answer("", throw, entry.data)
            elif new or throw["label"] not in self._thrown:
                self._recompute(throw, entry.data)
            elif throw != self._thrown[throw["label"]]:
                raise Flaw(f"the throw {throw['label']!r} is not the one of its first entry")

    def _recompute(self, throw: dict[str, Any], data: dict[str, Any]) -> None:
        label, nonce = throw["label"], throw["nonce"]
        self._answer(label, throw, data)
        if self.simulated:
            if nonce:
                self._flaws.append("a simulated throw has no nonce")
        else:
            hex_digits(throw, "nonce", 32)
        dice = self._labels.thrown(label, nonce, throw["sides"])
        self._thrown.setdefault(label, throw)
        self.tally.throws += 1
        if dice != throw["dice"]:
            raise Flaw(f"the dice of {label!r} show {dice}, not {throw['dice']}")

    def _answer(self, label: str, throw: dict[str, Any], data: dict[str, Any]) -> None:
        """A throw answers a call made before it; one by hand answers the last, whatever it was."""
        self._now = self._now.copy()
        calls = self._now.calls
        if not label and label not in calls and calls:
            label = next(reversed(calls))
        call = calls.pop(label, None)
        if call is None:
            self._flaws.append(f"no throw {label!r} was called before it")
            return
        for key in ("method", "odds"):
            if data.get(key, call.get(key)) != call.get(key):
                self._flaws.append(f"its {key!r} is not what was called")
        if call.get("sides") != throw["sides"]:
            self._flaws.append("its dice are not those that were called")
        if call.get("method") == OPPOSED:
            self._now.contest = contests.thrown(self._now.contest, throw)

    def _playbook(self, entry: Entry) -> None:
        label = entry.data.get("label")
        if isinstance(label, str) and entry.kind not in LABELLED:
            self._labels.played(label, entry.data.get("words"))

    def _rewound(self, entry: Entry) -> None:
        to = number(entry.data, "to")
        if not 0 <= to < entry.n:
            raise Flaw(f"it goes back to entry {to}, which is not before it")
        self._now = self._moments[to].copy()

    def _forked(self, entry: Entry) -> None:
        parent = part(entry.data, "parent")
        expected = {"session": self._labels.session, "n": entry.n - 1, "head": self._heads[-1]}
        self._begin(entry.data)
        self._now.calls.clear()
        if {key: parent.get(key) for key in expected} != expected:
            raise Flaw("its parent is not the game before it")

    def _close(self, data: dict[str, Any]) -> None:
        self._closed = True
        if hex_digits(data, "seed", 64) != self._labels.seed.hex():
            self.seed = "wrong"
            raise Flaw("the seed shown at the close is not the seed of the game")
        if self.seed == "sealed":
            self.seed = "revealed"
