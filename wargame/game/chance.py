"""Chance: the only place where a seed becomes a number, and where the rules hash.

Two ways, both fixed by the save format so that anyone can compute them again:

* `hmac-1` for games that people play: every throw, shuffle and draw has a label of its own, and
  a throw also a nonce from whoever throws. Nothing depends on what was thrown before.
* `counter-1` for simulated games: one stream of words a game, taken in order. Games that are compared
  with each other have such a stream for every turn and purpose (`Labelled`).

Both give 32-bit words, uniform and independent for all that a table can tell.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from operator import mod
from struct import Struct
from typing import Final, TypeVar

T = TypeVar("T")

HMAC_1: Final = "hmac-1"
COUNTER_1: Final = "counter-1"

SEED_BYTES: Final = 32
"""How long a seed is."""

SALT_BYTES: Final = 16
"""How much randomness the table adds to the thrower's word."""

_RANGE = 1 << 32
_EIGHT_WORDS = Struct(">8I").unpack


def digest(data: bytes) -> str:
    """SHA-256 in lower-case hex: the one hash of saves, seals and commitments."""
    return sha256(data).hexdigest()


def commitment(seed: bytes) -> str:
    """What everyone is shown of the seed at the opening: 64 hex digits that fix it and hide it."""
    return digest(b"wargame-seed\n" + _sound(seed))


def nonce_of(word: str, salt: bytes) -> str:
    """The nonce of a throw, 32 hex digits: of the thrower's word (any text) and 16 random bytes."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a throw's salt is {SALT_BYTES} bytes, not {len(salt)}")
    return digest(word.encode("utf-8") + salt)[:32]


def seed_of_game(master: int, index: int) -> bytes:
    """The seed of one of many simulated games: of a number (0 or more) that names them all, and its index."""
    return sha256(b"wargame-game\n%d\n%d" % (master, index)).digest()


def label(session: str, purpose: str, k: int) -> str:
    """Name the k-th use (from 0) of chance for a purpose, such as `throw` or `shuffle:events`."""
    return f"{session}/{purpose}/{k}"


def words(seed: bytes, label: str, nonce: str = "") -> Iterator[int]:
    """Yield the endless stream of 32-bit words that a label and a nonce give (`hmac-1`)."""
    head = f"{label}\n{nonce}\n".encode()
    key = _sound(seed)
    block = 0
    while True:
        yield from _EIGHT_WORDS(hmac.digest(key, head + b"%d" % block, "sha256"))
        block += 1


def below(words: Iterator[int], m: int) -> int:
    """Take words until one gives a number of 0 to m - 1, every number as likely as any other.

    `m` is 1 to 2^32, ValueError otherwise. A word from the uneven rest at the top is passed over.
    """
    if not 1 <= m <= _RANGE:
        raise ValueError(f"a number below {m} cannot be made of 32 bits")
    even = _RANGE - _RANGE % m
    while True:
        word = next(words)
        if word < even:
            return word % m


def throw_2d6(seed: bytes, label: str, nonce: str) -> tuple[int, int]:
    """Throw two dice (`hmac-1`)."""
    stream = words(seed, label, nonce)
    return below(stream, 6) + 1, below(stream, 6) + 1


def throw_d100(seed: bytes, label: str, nonce: str) -> int:
    """Throw 1 to 100 (`hmac-1`)."""
    return below(words(seed, label, nonce), 100) + 1


def shuffled(seed: bytes, label: str, items: Sequence[T]) -> tuple[T, ...]:
    """The items in a new order, each order as likely as any other (`hmac-1`, Fisher-Yates)."""
    stream = words(seed, label)
    mixed = list(items)
    for last in range(len(mixed) - 1, 0, -1):
        other = below(stream, last + 1)
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return tuple(mixed)


def _sound(seed: bytes) -> bytes:
    if len(seed) != SEED_BYTES:
        raise ValueError(f"a seed is {SEED_BYTES} bytes, not {len(seed)}")
    return seed


_LANES = 64
_ONES = sum(1 << (128 * lane) for lane in range(_LANES))
_LOW = _ONES * ((1 << 64) - 1)
_STEP = 0x9E3779B97F4A7C15
_STEPS = sum(((lane * _STEP) % (1 << 64)) << (128 * lane) for lane in range(_LANES))
_HIGH_HALVES = Struct("<" + "4xI8x" * _LANES).unpack
EVEN_6: Final = _RANGE - _RANGE % 6
"""A word from here on is passed over where a die is made of it."""


def _counted(key: int, first: int) -> tuple[int, ...]:
    """Words `first` to `first` + 63 of a `counter-1` stream, in order.

    The finaliser of splitmix64, on 64 numbers at once: each has 128 bits of one large integer to
    itself, so that a product stays in its lane. Six times as fast as one after the other.
    """
    z = (((key + (first + 1) * _STEP) % (1 << 64)) * _ONES + _STEPS) & _LOW
    z = (((z ^ (z >> 30)) & _LOW) * 0xBF58476D1CE4E5B9) & _LOW
    z = (((z ^ (z >> 27)) & _LOW) * 0x94D049BB133111EB) & _LOW
    # What the last shift brings in from the next lane lies above the half that is taken.
    return _HIGH_HALVES((z ^ (z >> 31)).to_bytes(16 * _LANES, "little"))


class Counter:
    """The chance of one simulated game (`counter-1`): words taken one after the other.

    `used` is how many words are gone; `Counter(seed, used)` goes on from there. It is an
    iterator of words, as `words` gives, and has the same throws without label and nonce.

    `words` are the words made so far that are not all gone, `first` is the number of the first of
    them, and `place` is the next.
    """

    __slots__ = ("_key", "first", "place", "words")

    def __init__(self, seed: bytes, used: int = 0) -> None:
        self._key = int.from_bytes(_sound(seed)[:8], "big")
        self.first = used
        self.words: tuple[int, ...] = ()
        self.place = 0

    @property
    def used(self) -> int:
        """How many words are gone."""
        return self.first + self.place

    def __iter__(self) -> Counter:
        return self

    def __next__(self) -> int:
        if self.place >= len(self.words):
            self._refill()
        word = self.words[self.place]
        self.place += 1
        return word

    def _refill(self) -> None:
        self.first += self.place
        self.place = 0
        self.words = _counted(self._key, self.first)

    def label(self, session: str) -> str:
        """Name what is thrown next; to be taken before it is thrown."""
        return f"{session}/counter/{self.used}"

    def below(self, m: int) -> int:
        """A number of 0 to m - 1, as the function `below` makes it."""
        place = self.place
        if place < len(self.words):
            word = self.words[place]
            number = word % m
            if word - number + m <= _RANGE:
                self.place = place + 1
                return number
        return below(self, m)

    def throw_2d6(self) -> tuple[int, int]:
        """Throw two dice."""
        place = self.place
        if place + 2 <= len(self.words):
            one = self.words[place]
            other = self.words[place + 1]
            if one < EVEN_6 and other < EVEN_6:
                self.place = place + 2
                return one % 6 + 1, other % 6 + 1
        return below(self, 6) + 1, below(self, 6) + 1

    def throw_d100(self) -> int:
        """Throw 1 to 100."""
        return self.below(100) + 1

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """The items in a new order, mixed as the function `shuffled` mixes them."""
        mixed = list(items)
        last = len(mixed) - 1
        while last > 0:
            if self.place >= len(self.words):
                self._refill()
            taken = self.words[self.place : self.place + last]
            if max(taken) >= _RANGE - len(mixed):  # one of them may have to be passed over
                taken = (below(self, last + 1),)
            else:
                self.place += len(taken)
            places = range(last, last - len(taken), -1)
            for place, other in zip(places, map(mod, taken, range(last + 1, 1, -1)), strict=True):
                mixed[place], mixed[other] = mixed[other], mixed[place]
            last -= len(taken)
        return tuple(mixed)


_MASK = (1 << 64) - 1


def _finished(z: int) -> int:
    """The finaliser of splitmix64: 64 bits stirred."""
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)


@cache
def _numbered(purpose: str) -> int:
    """64 bits that stand for a purpose."""
    return int.from_bytes(sha256(purpose.encode()).digest()[:8], "big")


class Labelled(Counter):
    """The chance of games that are compared: a stream of words for every turn and purpose.

    Two games of one seed that differ in one decision throw the same numbers wherever they still do
    the same. `at` says what is thrown for next; a purpose that comes again on its turn goes on in its
    own stream. Slower than a `Counter`, and never used for a game that is kept.
    """

    __slots__ = ("_of_turn", "_purpose", "_states", "_turn")

    def __init__(self, seed: bytes) -> None:
        super().__init__(seed)
        self._turn = -1
        self._of_turn = 0
        self._states: dict[str, int] = {}
        self.at(0, "")

    def at(self, turn: int, purpose: str) -> None:
        """Throw for this from now on. `turn` is 0 before the first."""
        if turn != self._turn:
            self._turn = turn
            self._of_turn = _finished((self._key + turn * _STEP) & _MASK)
            self._states.clear()
        self._purpose = purpose

    def __next__(self) -> int:
        state = self._states.get(self._purpose)
        if state is None:
            state = _finished(self._of_turn ^ _numbered(self._purpose))
        state = self._states[self._purpose] = (state + _STEP) & _MASK
        self.place += 1
        return _finished(state) >> 32

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """The items in a new order, mixed as the function `shuffled` mixes them."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = below(self, last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return tuple(mixed)
