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

    Words that people wrote are left as they are: a name that stands in them stays. Hashes are those of
    the save, which is not changed.
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
