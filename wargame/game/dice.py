"""Throws and shuffles of a game, by whichever kind of chance it was opened with.

A live game (`hmac-1`) names each throw by session, purpose and number; a simulated one
(`counter-1`) takes words one after the other and names the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wargame.game import chance
from wargame.game.state import State


def next_label(state: State, purpose: str) -> str:
    """The label that the next throw for this purpose gets."""
    if state.chance == chance.COUNTER_1:
        purpose = "counter"
    return f"{state.session}/{purpose}/{state.labels.get(purpose, 0)}"


def throw(state: State, label: str, nonce: str, sides: int) -> list[int]:
    """Two dice where `sides` is 6, one of 1 to 100 where it is 100."""
    if state.chance == chance.COUNTER_1:
        counter = _at(state, label)
        return list(counter.throw_2d6()) if sides == 6 else [counter.throw_d100()]
    if sides == 6:
        return list(chance.throw_2d6(state.seed, label, nonce))
    return [chance.throw_d100(state.seed, label, nonce)]


def nonce(state: State, fresh: str, word: str | None = None) -> str:
    """The nonce of a throw: none in a simulated game, the thrower's word mixed in where one is given."""
    if state.chance == chance.COUNTER_1:
        return ""
    return fresh if word is None else chance.nonce_of(word, bytes.fromhex(fresh))


def shuffled(state: State, label: str, items: Sequence[str]) -> tuple[str, ...]:
    """The items in a new order."""
    if state.chance == chance.COUNTER_1:
        return _at(state, label).shuffled(items)
    return chance.shuffled(state.seed, label, items)


def words(state: State, label: str) -> Iterator[int]:
    """The chance that a playbook is given under this label."""
    if state.chance == chance.COUNTER_1:
        return _at(state, label)
    return chance.words(state.seed, label)


def spend_throw(state: State, label: str, sides: int) -> None:
    """Count a throw's label as used."""
    if state.chance == chance.COUNTER_1:
        counter = _at(state, label)
        if sides == 6:
            counter.throw_2d6()
        else:
            counter.throw_d100()
        state.labels["counter"] = counter.used
    else:
        _next(state, label)


def spend_shuffle(state: State, label: str, items: Sequence[str]) -> None:
    """Count a shuffle's label as used."""
    if state.chance == chance.COUNTER_1:
        counter = _at(state, label)
        counter.shuffled(items)
        state.labels["counter"] = counter.used
    else:
        _next(state, label)


def spend_words(state: State, label: str, taken: int) -> None:
    """Count a playbook's label as used (an empty one is none), with the words it took in a simulated game."""
    if not label:
        return
    if state.chance == chance.COUNTER_1:
        state.labels["counter"] = _first(label) + taken
    else:
        _next(state, label)


def is_used(state: State, label: str) -> bool:
    """Whether this label can be thrown with no more: it was already, or it is another session's."""
    if not label:
        return False
    session, purpose, number = label.split("/")
    return session != state.session or int(number) < state.labels.get(purpose, 0)


def _next(state: State, label: str) -> None:
    purpose = label.split("/")[1]
    state.labels[purpose] = state.labels.get(purpose, 0) + 1


def _first(label: str) -> int:
    return int(label.rsplit("/", 1)[1])


def _at(state: State, label: str) -> chance.Counter:
    return chance.Counter(state.seed, _first(label))
