"""A brief as it is read: paragraphs, headings and emphasis of its Markdown, and nothing else of it."""

from __future__ import annotations

import re

from textual.content import Content

from wargame.tui.plain import joined, plain, stacked

_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|\*([^*\s][^*]*)\*")


def prose(text: str) -> Content:
    """The text with its headings and emphasis as weight; every other sign stays as it is."""
    return stacked(_line(line) for line in plain(text).plain.split("\n"))


def _line(line: str) -> Content:
    heading = line.lstrip("#")
    if heading != line and heading.startswith(" "):
        return plain(heading.strip(), "bold underline")
    parts: list[Content] = []
    done = 0
    for found in _EMPHASIS.finditer(line):
        strong, soft = found.group(1), found.group(2)
        parts += [
            plain(line[done : found.start()]),
            plain(strong or soft, "bold" if strong else "italic"),
        ]
        done = found.end()
    return joined(*parts, plain(line[done:]))
