"""A brief as blocks: the headings, lists and emphasis of its Markdown, and nothing else of it."""

from __future__ import annotations

import re

from wargame.game.plain_text import clean
from wargame.reports.paper.sheets import LONGEST, Block, Heading, Items, Paragraph, Run, Runs

_EMPHASIS = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*\s][^*]*)\*", re.DOTALL)


def emphasised(words: str) -> Runs:
    """Runs of a text in which stars stand for emphasis; every other sign stays as it is."""
    runs: list[Run] = []
    done = 0
    for found in _EMPHASIS.finditer(words):
        if found.start() > done:
            runs.append((words[done : found.start()], ""))
        bold = found["bold"]
        runs.append((bold, "bold") if bold else (found["italic"], "italic"))
        done = found.end()
    if words[done:]:
        runs.append((words[done:], ""))
    return tuple(runs)


def blocks_of(markdown: str) -> list[Block]:
    """The paragraphs, headings and lists of a brief."""
    kept = clean(markdown, LONGEST)
    made = [block for part in re.split(r"\n\s*\n", kept) if (block := _block(part.strip("\n")))]
    return [one for blocks in made for one in blocks]


def _block(part: str) -> list[Block]:
    lines = [line for line in part.split("\n") if line.strip()]
    if not lines:
        return []
    heading = lines[0].lstrip("#")
    if heading != lines[0] and heading.startswith(" "):
        rest = "\n".join(lines[1:])
        return [Heading(emphasised(heading.strip())), *_block(rest)]
    if all(line.lstrip().startswith(("- ", "* ")) for line in lines):
        return [Items(tuple(emphasised(line.lstrip()[2:].strip()) for line in lines))]
    return [Paragraph(emphasised(" ".join(line.strip() for line in lines)))]
