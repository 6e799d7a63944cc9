"""A save read with pseudonyms: people's names stand in two kinds of entry only, so only those are changed."""

from __future__ import annotations

import re
from typing import Any

from wargame.saves.entry import Entry
from wargame.saves.reading import Reading

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


def names_of(reading: Reading) -> dict[str, str]:
    """Every name in a save that is not yet pseudonymous, and the given names, each with its pseudonym."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    for entry in reading.entries:
        people: list[dict[str, Any]] = []
        if entry.kind == "session_opened":
            people = [{**one, "person": one.get("id")} for one in entry.data["people"]]
        elif entry.kind == "person_seated":
            people = [entry.data]
        for one in people:
            pseudonym = ids.setdefault(str(one.get("person")), f"Person {len(ids) + 1}")
            name = str(one.get("name", "")).strip()
            for each in (name, name.split(" ")[0]):
                if each and each not in ids.values():
                    names.setdefault(each, pseudonym)
    return names


def without_names(text: str, names: dict[str, str]) -> tuple[str, list[int]]:
    """A text with whole-word names replaced; and the lines in which one may be left, in small letters, say."""
    if not names:
        return text, []
    either = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    text = re.sub(rf"(?<!\w)(?:{either})(?!\w)", lambda found: names[found[0]], text)
    left = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    masked = [re.sub(r"Person \d+", "", line) for line in text.splitlines()]
    return text, [n for n, line in enumerate(masked, 1) if left.search(line)]
