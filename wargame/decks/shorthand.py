"""Effects in one cell of a table: `authority -1; street +2 if turn >= 3: They have waited long enough`.

Each of the parts that `;` separates is one effect:

    TRACK +N    TRACK -N    TRACK = N    fact FACT    fact FACT for N    end FACT

then, where wanted, ` at N %`, ` if CONDITION` and `: why`. A track or fact may be called by its id or
by its name. What cannot be said so is said in YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wargame.decks.fields import NAME
from wargame.decks.mending import nearest
from wargame.game.expressions import parse
from wargame.game.tokens import ExpressionError

Said = dict[str, Any]
"""An effect as YAML would have it."""

_CHANGE = re.compile(r"(?P<what>.+?)\s*(?P<sign>[-+=\u2212\u2013])\s*(?P<n>[0-9]{1,4})", re.ASCII)
_SET_BELOW = re.compile(r"(?P<what>.+?)\s*=\s*[-\u2212\u2013]\s*(?P<n>[0-9]{1,4})", re.ASCII)
_FACT = re.compile(r"(?P<do>fact|end)\s+(?P<what>.+?)(?:\s+for\s+(?P<n>[0-9]{1,2}))?", re.ASCII)
_WHEN = re.compile(
    r"(?P<core>.*?)(?:\s+at\s+(?P<chance>[0-9]{1,3})\s*%)?(?:\s+if\s+(?P<when>.+))?", re.ASCII
)
LONGEST = 600
"""Characters one effect may have."""
FORMS = "write TRACK +1, TRACK -1, TRACK = 3, fact FACT or end FACT"


class NotUnderstood(Exception):
    """A part of a cell that is no effect: `what` is wrong with it, and what to `do`."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.do = do


class Known:
    """What the names in a cell may mean: ids and names of tracks and facts; None where nothing is known."""

    def __init__(
        self, tracks: Mapping[str, str] | None = None, facts: Mapping[str, str] | None = None
    ) -> None:
        self.tracks = tracks
        self.facts = facts

    def track(self, word: str) -> str:
        """The id of a track."""
        return _meant(word, self.tracks, "track")

    def fact(self, word: str) -> str:
        """The id of a fact."""
        return _meant(word, self.facts, "fact")


def _meant(word: str, known: Mapping[str, str] | None, kind: str) -> str:
    """The id that a word means: itself, or what has it as its name."""
    word = " ".join(word.split())
    if known is None:
        made = word.lower().replace(" ", "_").replace("-", "_")
        if not re.fullmatch(NAME, made, re.ASCII):
            raise NotUnderstood(f'"{word}" cannot be the id of a {kind}', FORMS)
        return made
    for id_, name in known.items():
        if word.lower() in (id_, name.lower()):
            return id_
    raise NotUnderstood(f'no {kind} "{word}"', nearest(word.lower(), list(known), f"{kind}s here"))


def understood(cell: str, known: Known) -> tuple[list[Said], list[NotUnderstood]]:
    """The effects in a cell, and the parts of it that are none."""
    found: list[Said] = []
    wrong: list[NotUnderstood] = []
    for part in re.split(r"[;\n]", cell):
        if part.strip():
            try:
                found.append(effect(part.strip(), known))
            except NotUnderstood as error:
                wrong.append(error)
    return found, wrong


def effect(part: str, known: Known) -> Said:
    """One effect; NotUnderstood when it is none."""
    if len(part) > LONGEST:
        raise NotUnderstood(f"an effect of {len(part)} characters; {LONGEST} may be", FORMS)
    head, colon, why = part.partition(":")
    split = _WHEN.fullmatch(head.strip())
    if split is None:
        raise NotUnderstood(f'"{part}" is no effect', FORMS)
    said = _core(split["core"].strip(), known)
    if split["when"]:
        said["when"] = _condition(split["when"].strip())
    if split["chance"]:
        said["chance"] = int(split["chance"])
    if colon and why.strip():
        said["why"] = why.strip()
    return said


def _core(text: str, known: Known) -> Said:
    """What an effect does, without its condition."""
    if made := _FACT.fullmatch(text):
        fact = known.fact(made["what"])
        lasts = {"lasts": int(made["n"])} if made["n"] and made["do"] == "fact" else {}
        return {made["do"]: fact, **lasts}
    if below := _SET_BELOW.fullmatch(text):
        return {"track": known.track(below["what"]), "set": -int(below["n"])}
    if change := _CHANGE.fullmatch(text):
        track, number = known.track(change["what"]), int(change["n"])
        match change["sign"]:
            case "=":
                return {"track": track, "set": number}
            case "+":
                return {"track": track, "by": number}
            case _:
                return {"track": track, "by": -number}
    raise NotUnderstood(f'"{text}" is no effect', FORMS)


def _condition(text: str) -> str:
    try:
        parse(text)
    except ExpressionError as error:
        raise NotUnderstood(f'"{text}": {error.message}', error.do) from None
    return text


def written(effects: list[Said]) -> str | None:
    """The effects as a cell has them; None when one of them cannot be said so."""
    parts = [_written(one) for one in effects]
    return None if None in parts else "; ".join(one for one in parts if one)


def _written(said: Said) -> str | None:
    """One effect, if what is understood of its words is the same again."""
    match said:
        case {"track": str(track), "by": int(by)}:
            core = f"{track} {by:+d}"
        case {"track": str(track), "set": int(value)}:
            core = f"{track} = {value}"
        case {"fact": str(fact)}:
            core = f"fact {fact}" + (f" for {said['lasts']}" if "lasts" in said else "")
        case {"end": str(fact)}:
            core = f"end {fact}"
        case _:
            return None
    chance = f" at {said['chance']} %" if "chance" in said else ""
    when = f" if {said['when']}" if "when" in said else ""
    why = f": {said['why']}" if "why" in said else ""
    cell = core + chance + when + why
    same, wrong = understood(cell, Known())
    return cell if same == [said] and not wrong else None
