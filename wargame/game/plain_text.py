"""Text from people and files, made safe to keep and to draw.

A terminal obeys what is hidden in a text: escape sequences, bidirectional overrides, invisible
characters. `clean` takes them out, on the way in and again when a text is drawn.
"""

from __future__ import annotations

import re

LIMIT = 4000
"""How many characters a text may have when nothing else is said."""

_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor, clearing
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    "|\x1b[ -/]*[0-~]"  # what is left of ECMA-35
)
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1 controls but for tab and newline
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners and fillers without a shape
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, bidirectional marks, overrides and isolates
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"  # fillers, variation selectors, byte-order mark
    "\ud800-\udfff"  # halves of a pair
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"  # shorthand, music, tags
)
_BLANKS = re.compile("[ \t\n]+")


def clean(text: str, limit: int = LIMIT, *, lines: bool = True) -> str:
    """The text without anything a terminal would obey or a reader could not see.

    Every kind of line end becomes a newline (or a space where `lines` is false, and blanks are drawn together); tabs
    become spaces; at most `limit` characters stay. Letters of every script stay as they are.
    Cleaning twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        kept = text
    else:
        kept = _BREAK.sub("\n", text)
        before = ""
        while before != kept:
            before, kept = kept, _HIDDEN.sub("", _SEQUENCE.sub("", kept))
        kept = kept.replace("\t", "    ")
    if not lines:
        kept = _BLANKS.sub(" ", kept)
    return kept[:limit].strip(" \n")
