"""A save read with pseudonyms: people's names stand in two kinds of entry only, so only those are changed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from typing import Any

from wargame.game.records import dataclass
from wargame.saves.entry import Entry
from wargame.saves.reading import Reading

SHORT = 3
"""Letters of the shortest word of a name that is replaced."""
ARTICLES = frozenset({"the", "and"})
"""Words that are nobody's name, whatever they stand in."""
COMMON = frozenset(
    re.findall(
        r"\w+",
        "mr mrs ms miss mx dr prof professor sir dame lord lady saint herr frau madame monsieur don "
        "captain major colonel general admiral president minister ambassador governor mayor judge "
        "king queen prince princess january february march april may june july august september "
        "october november december person player seat observer observers facilitator public session "
        "save seed banner turn order orders result results told because played ending success failure "
        "message note ",
    )
)
"""Titles, months, and what reports say themselves: common words that names may hold."""
_WORD = re.compile(r"\w+")
NAME = re.compile(r"(?:^|\.)name$")
"""The field of a name, as a correction names it."""


def pseudonymous(reading: Reading) -> Reading:
    """The same save with `Person 1`, `Person 2`, ... in place of names, in the order in which people came.

    Words that people wrote are left as they are: `without_names` takes names out of what is told. Hashes
    are those of the save, which is not changed.
    """
    known: dict[str, str] = {}
    for entry in reading.entries:
        if entry.kind == "session_opened":
            entry.data["people"] = [_renamed(one, "id", known) for one in entry.data["people"]]
        elif entry.kind == "person_seated":
            entry.data.update(_renamed(entry.data, "person", known))
        elif entry.kind == "corrected":
            _recorrected(entry)
    return reading


def _renamed(person: dict[str, Any], key: str, known: dict[str, str]) -> dict[str, Any]:
    """A person under a pseudonym, always the same one."""
    pseudonym = known.setdefault(str(person.get(key)), f"Person {len(known) + 1}")
    return {**person, "name": pseudonym}


def _recorrected(entry: Entry) -> None:
    """A name that was corrected is a name too."""
    if NAME.search(str(entry.data.get("field", ""))):
        entry.data["text"] = "a person’s name"


@dataclass(slots=True, frozen=True)
class Names:
    """The names of people and the words they are made of.

    `sure`, with their pseudonyms, are replaced. Nobody knows of whom the others speak, so they are only
    warned of: what is `shared` by people in any letters, what is a `common` word too as it is written.
    """

    sure: dict[str, str] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


def names_of(reading: Reading) -> Names:
    """Every name in a save that is not yet pseudonymous, and every word of one."""
    ids: dict[str, str] = {}
    owners: dict[str, set[str]] = {}
    for one in _people(reading):
        pseudonym = ids.setdefault(str(one.get("person")), f"Person {len(ids) + 1}")
        for each in _parts(str(one.get("name", "")).strip()):
            owners.setdefault(each, set()).add(pseudonym)
    known = {each: people for each, people in owners.items() if each not in ids.values()}
    texts = "\n".join(_texts(reading.entries[0].data.get("scenario"))).casefold()
    said = COMMON | set(_WORD.findall(texts))
    common = {each for each in known if len(each) < SHORT or _is_said(each.casefold(), said, texts)}
    shared = {each for each, people in known.items() if len(people) > 1} - common
    sure = {each: min(known[each]) for each in known.keys() - common - shared}
    return Names(sure, frozenset(shared), frozenset(common))


def _people(reading: Reading) -> Iterator[dict[str, Any]]:
    """Everybody as they sat down, each with the id as `person`."""
    for entry in reading.entries:
        if entry.kind == "session_opened":
            yield from ({**one, "person": one.get("id")} for one in entry.data["people"])
        elif entry.kind == "person_seated":
            yield entry.data


def _parts(name: str) -> set[str]:
    """A name, and what it is made of: the words between blanks, and those between other signs."""
    words = [one.strip(".,;:()'\"") for one in name.split()] + _WORD.findall(name)
    found = {name, *(one for one in words if len(one) > 1)}
    return {one for one in found if any(map(str.isalpha, one)) and one.casefold() not in ARTICLES}


def _texts(value: object) -> Iterator[str]:
    """Every text in a scenario as the save holds it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _is_said(name: str, said: Collection[str], texts: str) -> bool:
    """Whether a name, in small letters, stands for something else too: as one word, or as it is in a text."""
    if _WORD.fullmatch(name):
        return name in said
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", texts) is not None


def without_names(text: str, names: Names) -> tuple[str, list[int]]:
    """A text with whole-word names replaced; and the lines in which one may be left, in small letters, say."""
    if names.sure:
        text = re.sub(_either(names.sure), lambda found: names.sure[found[0]], text)
    doubtful = [re.compile(_either({*names.sure, *names.shared}), re.IGNORECASE)]
    doubtful.append(re.compile(_either(names.common)))
    masked = [re.sub(r"Person \d+", "", line) for line in text.splitlines()]
    return text, [
        n for n, line in enumerate(masked, 1) if any(one.search(line) for one in doubtful)
    ]


def _either(names: Iterable[str]) -> str:
    """A pattern for any of the names as whole words, the longest first; it fits nothing where there is none."""
    words = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    return rf"(?<!\w)(?:{words or '(?!)'})(?!\w)"
