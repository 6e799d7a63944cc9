"""Text from people and files, made safe to keep and to draw.

A terminal obeys what is hidden in a text: escape sequences, bidirectional overrides, invisible
characters. `clean` takes them out, on the way in and again when a text is drawn.
"""

from __future__ import annotations

import re

LIMIT = 4000
"""How many characters a text may have when nothing else is said."""

_SEQUENCE = re.compile(
    # CSI: colours, cursor, clearing.
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    # DCS, SOS, OSC, PM and APC, with what they carry, up to their end.
    "|(?:\x1b[PX\\]^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\\\|\x9c)"
    # What is left of ECMA-35.
    "|\x1b[ -/]*[0-~]"
)
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(
    # The controls, but for tab and newline.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    # Soft hyphen, joiners, fillers and selectors without a shape of their own.
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    # Zero width, bidirectional marks, overrides and isolates, invisible operators.
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    # Variation selectors, byte-order mark, fillers, annotations, what is no character.
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    # Halves of a pair.
    "\ud800-\udfff"
    # Shorthand and music controls, tags, selectors.
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_BLANKS = re.compile("[ \t\n]+")


def listed(names: list[str]) -> str:
    """Names as people list them: `one, two and three`."""
    if len(names) < 2:
        return "".join(names) or "nobody"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def clean(text: str, limit: int = LIMIT, *, lines: bool = True) -> str:
    """The text without anything a terminal would obey or a reader could not see.

    Every kind of line end becomes a newline; where `lines` is false, blanks are drawn together to
    one space. A tab becomes four spaces. At most `limit` characters stay. The letters and marks of
    every script stay as they are. Cleaning twice changes nothing more.
    """
    if not (text.isascii() and text.isprintable()):
        text = _HIDDEN.sub("", _SEQUENCE.sub("", _BREAK.sub("\n", text))).replace("\t", "    ")
    if not lines and ("\n" in text or "  " in text):
        text = _BLANKS.sub(" ", text)
    return text.strip(" \n")[:limit].strip(" \n")


def counted(number: int, one: str, many: str = "") -> str:
    """How many of something: `1 entry`, `3 entries`; where `many` is not given, an s is added."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
