"""YAML from strangers, read safely: events first, then plain values that remember their places.

The parser's events are read one by one, so nothing nests deeper, refers to anything else or weighs
more than allowed before it is built. Values are what they look like: `no` and `12:30` are texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from wargame.decks.problems import Problem, ScenarioError
from wargame.game.plain_text import clean
from wargame.game.records import dataclass

HEAVIEST = 1_000_000
"""Bytes a file may have."""
DEEPEST = 24
"""Levels of lists and keys a file may have."""
LONGEST_NUMBER = 16
"""Characters a number may have, its sign included."""

Scalar = str | int | bool


@dataclass(slots=True)
class Node:
    """A value and where it stands: a scalar, the items of a list, or nodes by key.

    `key` is where the key of a value stands. `offset` is how many characters of a text's notation come
    before it (a quote), or -1 when the text runs over several lines.
    """

    line: int
    column: int
    scalar: Scalar = ""
    items: list[Node] | None = None
    mapping: dict[str, Node] | None = None
    key: tuple[int, int] = (0, 0)
    offset: int = 0

    def inner(self, step: str | int) -> Node | None:
        """What stands under a key or an index."""
        if isinstance(step, str):
            return self.mapping.get(step) if self.mapping is not None else None
        return self.items[step] if self.items is not None and step < len(self.items) else None

    def place(self, path: Iterable[str | int], *, key: bool) -> tuple[int, int]:
        """Line and column of a value, or of its key; of what holds it, when it is not written."""
        node, at = self, (self.line, self.column)
        for step in path:
            inner = node.inner(step)
            if inner is None:
                break
            node = inner
            at = node.key if key and isinstance(step, str) else (node.line, node.column)
        return at

    def plain(self) -> Any:
        """The value without places: what JSON could say, without null and fractions."""
        if self.mapping is not None:
            return {key: node.plain() for key, node in self.mapping.items()}
        if self.items is not None:
            return [node.plain() for node in self.items]
        return self.scalar


class _Stop(Exception):
    """The problem that makes a file unreadable."""

    def __init__(self, line: int, column: int, what: str, do: str) -> None:
        super().__init__(what)
        self.place = (line, column)
        self.what = what
        self.do = do


_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)", re.ASCII)
_EMPTY = {"", "~", "null", "Null", "NULL"}
_ADVICE: tuple[tuple[str, str, str], ...] = (
    ("scanning an a", "an '&' or '*' that begins no text", "put the text in quotes"),
    ("scanning a directive", "a line that begins with '%'", "put the text in quotes"),
    ("scanning a tag", "a '!' that begins no text", "put the text in quotes"),
    ("scanning a %TAG", "a line that begins with '%'", "put the text in quotes"),
    ("scanning a block scalar", "something behind '|' or '>'", "begin the text on the next line"),
    (
        "mapping values are not allowed",
        "a ':' where no key can stand",
        "put the text in quotes, or mend the indentation",
    ),
    (
        "did not find expected key",
        "this does not fit the lines above",
        "mend the indentation, or close a quote further up",
    ),
    (
        "did not find expected '-' indicator",
        "this does not fit the list above",
        "begin the line with '- ', or mend the indentation",
    ),
    (
        "did not find expected ',' or",
        "this bracket is not closed, or lacks a comma",
        "close it, or put a comma between its parts; a text with ':' or ',' in it needs quotes",
    ),
    (
        "did not find expected node content",
        "this bracket is not closed, or lacks a part",
        "close it, or write what is missing",
    ),
    (
        "could not find expected ':'",
        "a line without ':' among keys",
        "write KEY: VALUE, or put the text in quotes",
    ),
    (
        "unexpected end of stream",
        "a quote is never closed",
        "close it; a quote inside a quoted text is written twice",
    ),
    ("unknown escape character", "a '\\' that means nothing", "use single quotes, or write \\\\"),
    ("cannot start any token", "a sign that cannot begin a text", "put the text in quotes"),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "begin the list on the next line, indented",
    ),
    (
        "did not find expected <document start>",
        "this does not fit the lines above",
        "mend the indentation",
    ),
    ("control characters are not allowed", "a control character", "take it out"),
)


def read(data: bytes, file: str) -> Node:
    """The one document of a file; ScenarioError with the place where it cannot be read."""
    try:
        return _build(_text(data))
    except _Stop as stop:
        line, column = stop.place
        raise ScenarioError([Problem(file, line, column, stop.what, stop.do)]) from None


def _text(data: bytes) -> str:
    """The file's text, when it is one."""
    if len(data) > HEAVIEST:
        raise _Stop(
            0, 0, f"the file has {len(data)} bytes; {HEAVIEST} may be", "split it into several"
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Stop(1, 1, "the file is UTF-16", "save it as UTF-8")
    if data.startswith(b"\xef\xbb\xbf"):
        raise _Stop(1, 1, "the file begins with a byte-order mark", "save it as UTF-8 without one")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        what = f"the byte {data[error.start]:02x} is not UTF-8"
        raise _Stop(*_place(before), what, "save the file as UTF-8") from None
    bad = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]", text)
    if bad:
        what = f"a control character ({ord(bad[0]):02x})"
        raise _Stop(*_place(text[: bad.start()]), what, "take it out")
    return text


def _place(before: str) -> tuple[int, int]:
    """Line and column just behind this text."""
    lines = before.replace("\r\n", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def _events(text: str) -> Iterator[Any]:
    """The parser's events; its errors in our words."""
    parser = (yaml.CLoader if yaml.__with_libyaml__ else yaml.SafeLoader)(text)
    try:
        while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
            yield event
    except yaml.MarkedYAMLError as error:
        # A bracket is missed where the next line begins; the author looks for where it was opened.
        flow = "flow" in (error.context or "") and error.context_mark is not None
        mark = error.context_mark if flow else error.problem_mark or error.context_mark
        problem = f"{error.context or ''} {error.problem or ''}"
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise _Stop(line, column, *_explained(problem, text, line)) from None
    except yaml.YAMLError as error:
        what = f"this is not YAML: {clean(str(error), 100, lines=False)}"
        raise _Stop(1, 1, what, "mend it, or put the text in quotes") from None
    finally:
        parser.dispose()


def _explained(problem: str, text: str, line: int) -> tuple[str, str]:
    """What a parser's complaint means, and what to do."""
    lines = text.split("\n")
    if line <= len(lines) and re.match(r" *\t", lines[line - 1]):
        return "a tab in the indentation", "indent with spaces"
    for sign, what, do in _ADVICE:
        if sign in problem:
            return what, do
    what = f"this is not YAML: {clean(problem, 100, lines=False)}"
    return what, "mend it, or put the text in quotes"


class _Builder:
    """Puts nodes together from events, with a stack of its own; `name` is a key that waits for its value."""

    def __init__(self) -> None:
        self.open: list[Node] = []
        self.root: Node | None = None
        self.name = ""
        self.at = (0, 0)
        self.waiting = False

    def start(self, node: Node) -> None:
        """A list or mapping begins."""
        if len(self.open) >= DEEPEST:
            what = f"nested more than {DEEPEST} levels"
            raise _Stop(node.line, node.column, what, "take levels out")
        self.put(node)
        self.open.append(node)

    def end(self) -> None:
        """The innermost list or mapping ends."""
        self.open.pop()

    def put(self, node: Node) -> None:
        """A node goes where the next one belongs."""
        if not self.open:
            self.root = node
            return
        into = self.open[-1]
        if into.items is not None:
            into.items.append(node)
        elif into.mapping is not None:
            if not self.waiting:
                what = "a key that is not one word"
                raise _Stop(node.line, node.column, what, "write KEY: VALUE")
            node.key = self.at
            into.mapping[self.name] = node
            self.waiting = False

    def wants_key(self) -> bool:
        """Whether the next scalar is a key."""
        return bool(self.open) and self.open[-1].mapping is not None and not self.waiting

    def hold(self, text: str, line: int, column: int) -> None:
        """A key, which must be new."""
        mapping = self.open[-1].mapping or {}
        if not text.isidentifier():
            text = clean(text, 80, lines=False)
        if text in mapping:
            what = f'the key "{text}" stands here already (line {mapping[text].key[0]})'
            raise _Stop(line, column, what, "keep one of the two")
        self.name, self.at, self.waiting = text, (line, column), True

    def lacking(self, behind: str) -> _Stop:
        """The key that waits gets no value; within `{}` that is mostly a text with a comma in it."""
        what, do = f'nothing is written behind "{self.name}"', "write a value, or take it out"
        if behind and behind in "},":
            do = "write a value; if it belongs to a text with a comma, put that text in quotes"
        return _Stop(*self.at, what, do)


def _build(text: str) -> Node:
    """The nodes of the one document in a text."""
    builder = _Builder()
    documents = 0
    for event in _events(text):
        mark, kind = event.start_mark, type(event)
        line, column = mark.line + 1, mark.column + 1
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag:
                _refuse_extras(event, line, column)
            if builder.wants_key():
                builder.hold(event.value, line, column)
            else:
                if not event.value and not event.style and builder.waiting:
                    raise builder.lacking(text[mark.index : mark.index + 1])
                builder.put(_scalar(event, line, column))
        elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
            _refuse_extras(event, line, column)
            builder.start(_empty(kind, line, column))
        elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
            builder.end()
        elif kind is yaml.AliasEvent:
            what = f"an alias: *{clean(event.anchor, 40)}"
            raise _Stop(line, column, what, "write the text out, or put it in quotes")
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                do = "take out the '---', or put it into a file of its own"
                raise _Stop(line, column, "a second document in the file", do)
    if builder.root is None:
        raise _Stop(1, 1, "the file is empty", "write something into it")
    return builder.root


def _empty(kind: object, line: int, column: int) -> Node:
    """A list or a mapping with nothing in it yet."""
    if kind is yaml.MappingStartEvent:
        return Node(line, column, mapping={})
    return Node(line, column, items=[])


def _refuse_extras(event: Any, line: int, column: int) -> None:
    """No anchors and no tags: they make small files large and plain values strange."""
    do = "take it out, or put the text in quotes"
    if event.anchor:
        raise _Stop(line, column, f"an anchor: &{clean(event.anchor, 40)}", do)
    if event.tag:
        raise _Stop(
            line, column, f"a tag: {clean(event.tag, 60).replace('tag:yaml.org,2002:', '!!')}", do
        )


def _scalar(event: Any, line: int, column: int) -> Node:
    """A scalar as what it looks like; nothing at all is refused."""
    value: str = event.value
    flat = event.start_mark.line == event.end_mark.line
    if event.style:
        return Node(line, column, value, offset=1 if flat and event.style in "'\"" else -1)
    if value in _EMPTY:
        do = "write a value, or take the key out"
        raise _Stop(line, column, "nothing is written here", do)
    if value in {"true", "false"}:
        return Node(line, column, value == "true")
    if _WHOLE.fullmatch(value):
        if len(value) > LONGEST_NUMBER:
            do = "write a smaller one, or put it in quotes if it is a text"
            raise _Stop(line, column, "a number too large", do)
        return Node(line, column, int(value))
    return Node(line, column, value, offset=0 if flat else -1)
