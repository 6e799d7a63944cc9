"""A scenario folder read into one plain JSON object, with the place of everything in it.

    scenario.yaml  moves.yaml  standing.yaml  injects.yaml  cards/*.yaml  playbooks/*.yaml  briefs/*.md

`read` gives a `Draft`: the plain object, the model when it holds, and every problem of form.
`wargame.decks.check` looks at the meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from wargame.decks.folders import SCENARIO
from wargame.decks.guard import HEAVIEST, Node
from wargame.decks.guard import read as read_yaml
from wargame.decks.mending import PLACEHOLDERS, UNREAD, Remainder, explain, salvage
from wargame.decks.problems import Problem, ScenarioError
from wargame.decks.schema import Scenario
from wargame.game.records import dataclass

Path_ = tuple[str | int, ...]
"""Where something stands in the plain object: ("orders", 3, "factors", 0, "when")."""

MOVES, STANDING, INJECTS = "moves.yaml", "standing.yaml", "injects.yaml"
CLAIMS = "claims.yaml"
BRIEF_BYTES = 100_000
MOST_FILES = 200
CARDS, PLAYBOOKS = "cards", "playbooks"
_ELSEWHERE = {
    "orders": MOVES,
    "standing": STANDING,
    "injects": INJECTS,
    CARDS: "cards/*.yaml",
    PLAYBOOKS: "playbooks/*.yaml",
}


@dataclass(slots=True)
class Draft:
    """A folder as read. `model` lacks the items whose form is wrong: see `rest`.

    `whole` is false when a file could not be read.
    """

    folder: Path
    plain: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    model: Scenario | None = None
    rest: Remainder = field(default_factory=Remainder)
    nodes: dict[str, Node] = field(default_factory=dict)
    card_files: list[tuple[str, Node, Node | None]] = field(default_factory=list)
    book_files: list[tuple[str, Node]] = field(default_factory=list)
    whole: bool = True

    def place(self, path: Path_, *, key: bool = False) -> tuple[str, int, int]:
        """File, line and column of a value, or of its key; of what holds it, when it is not written."""
        file, node, rest = self._root(path)
        return file, *(node.place(rest, key=key) if node is not None else (0, 0))

    def node(self, path: Path_) -> Node | None:
        """The node at this path, when it is written."""
        _, node, rest = self._root(path)
        for step in rest:
            node = node.inner(step) if node else None
        return node

    def _root(self, path: Path_) -> tuple[str, Node | None, Path_]:
        """The file a path leads into, its node, and the rest of the path."""
        match path:
            case ("orders", *rest):
                return MOVES, self.nodes.get(MOVES), ("orders", *rest)
            case ("standing", *rest):
                return STANDING, self.nodes.get(STANDING), ("rules", *rest)
            case ("injects", *rest):
                return INJECTS, self.nodes.get(INJECTS), ("injects", *rest)
            case ("claims", *rest):
                return CLAIMS, self.nodes.get(CLAIMS), ("claims", *rest)
            case ("cards", int(index), *rest) if index < len(self.card_files):
                file, node, deck = self.card_files[index]
                if rest == ["deck"] and deck is not None and node.inner("deck") is None:
                    return file, deck, ()
                return file, node, tuple(rest)
            case ("playbooks", int(index), *rest) if index < len(self.book_files):
                file, node = self.book_files[index]
                return file, node, tuple(rest)
            case _:
                return SCENARIO, self.nodes.get(SCENARIO), path

    def add(self, path: Path_, what: str, do: str, *, key: bool = False) -> None:
        """Note an error at a path."""
        self.problems.append(Problem(*self.place(path, key=key), what, do))


def read(folder: Path) -> Draft:
    """Everything a folder says; never raises for what is in it."""
    draft = Draft(folder)
    for file in (SCENARIO, MOVES, STANDING, INJECTS):
        _read_into(draft, file)
    _merge(draft)
    _read_cards(draft)
    _read_playbooks(draft)
    _briefs(draft)
    if SCENARIO not in draft.nodes:
        draft.plain.update(PLACEHOLDERS)
    _validate(draft)
    _strays(draft)
    return draft


def read_claims(draft: Draft) -> Node | None:
    """What claims.yaml says, when there is one; nothing else in the folder depends on it."""
    whole = draft.whole
    _read_into(draft, CLAIMS)
    draft.whole = whole
    return draft.nodes.get(CLAIMS)


def load(folder: Path) -> dict[str, Any]:
    """The scenario as plain JSON with its defaults filled in; ScenarioError with all problems of form."""
    draft = read(folder)
    errors = [problem for problem in draft.problems if problem.severity == "error"]
    if errors or draft.model is None:
        raise ScenarioError(errors)
    return dumped(draft.model)


def headline(folder: Path) -> tuple[str, str]:
    """Title and summary of a scenario, nothing else of it read; empty where they cannot be read."""
    node = _mapping(Draft(folder), SCENARIO)
    said = [node.inner(key) if node is not None else None for key in ("title", "summary")]
    title, summary = (str(one.scalar) if one is not None else "" for one in said)
    return title, summary


def dumped(model: Scenario) -> dict[str, Any]:
    """A scenario as a save carries it."""
    return model.model_dump(mode="json", by_alias=True)


def _inside(draft: Draft, file: str, most: int) -> bytes:
    """A file of the folder; ScenarioError when it is none, leads out of it or is too large."""
    try:
        real = (draft.folder / file).resolve(strict=True)
        if not real.is_relative_to(draft.folder.resolve()):
            raise _bad(file, "a link that leads out of the folder", "put the file itself here")
        if not real.is_file():
            raise _bad(file, "not a file", "put a text file here")
        with real.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise _bad(file, "no such file", "write it") from None
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "it cannot be read"
        raise _bad(file, why, "see to it that it can be read") from None
    if len(data) > most:
        raise _bad(file, f"the file has more than {most} bytes", "make it shorter")
    return data


def _bad(file: str, what: str, do: str) -> ScenarioError:
    """An error about a file as a whole."""
    return ScenarioError([Problem(file, 0, 0, what, do)])


def _read_into(draft: Draft, file: str) -> None:
    """Read one of the files at the top; only the first must be there."""
    path = draft.folder / file
    if file == SCENARIO or path.is_symlink() or path.exists():
        node = _mapping(draft, file)
        if node is not None:
            draft.nodes[file] = node


def _mapping(draft: Draft, file: str) -> Node | None:
    """A file's node, which must hold keys; problems go into the draft."""
    try:
        node = read_yaml(_inside(draft, file, HEAVIEST), file)
    except ScenarioError as error:
        draft.problems.extend(error.problems)
        draft.whole = False
        return None
    if node.mapping is None:
        what = "the file does not hold keys"
        draft.problems.append(
            Problem(file, node.line, node.column, what, "begin it with KEY: VALUE")
        )
        draft.whole = False
        return None
    return node


def _only(draft: Draft, file: str, node: Node, keys: tuple[str, ...]) -> None:
    """Other keys than these are problems, and so is a missing one."""
    mapping = node.mapping or {}
    for key, inner in mapping.items():
        if key not in keys:
            what, do = f'the key "{key}" is not known here', f"keys here: {', '.join(keys)}"
            draft.problems.append(Problem(file, *inner.key, what, do))
    for key in keys:
        if key not in mapping:
            draft.problems.append(Problem(file, 1, 1, f'"{key}" is missing', f"write {key}: ..."))
            draft.whole = False


def _merge(draft: Draft) -> None:
    """Put scenario.yaml, moves.yaml, standing.yaml and injects.yaml together."""
    if node := draft.nodes.get(SCENARIO):
        draft.plain = node.plain()
        for key, file in _ELSEWHERE.items():
            if draft.plain.pop(key, None) is not None:
                at = node.mapping[key].key if node.mapping else (1, 1)
                what = f'the key "{key}" is not known here'
                draft.problems.append(Problem(SCENARIO, *at, what, f"write it in {file}"))
    for file, key, name in (
        (MOVES, "orders", "orders"),
        (STANDING, "rules", "standing"),
        (INJECTS, "injects", "injects"),
    ):
        if node := draft.nodes.get(file):
            _only(draft, file, node, (key,))
            if inner := node.inner(key):
                draft.plain[name] = inner.plain()


def _read_cards(draft: Draft) -> None:
    """Add the cards of cards/*.yaml, in the order of the files' names."""
    cards: list[Any] = []
    for file, node in _mappings(draft, CARDS, "put several into one"):
        _only(draft, file, node, ("deck", "cards"))
        cards += _cards_of(draft, file, node)
    draft.plain[CARDS] = cards


def _read_playbooks(draft: Draft) -> None:
    """Add the playbooks of playbooks/*.yaml, one a file; nothing else depends on what is in them."""
    whole = draft.whole
    draft.book_files = list(_mappings(draft, PLAYBOOKS, "take some out"))
    draft.plain[PLAYBOOKS] = [node.plain() for _, node in draft.book_files]
    draft.whole = whole


def _mappings(draft: Draft, folder: str, do: str) -> Iterator[tuple[str, Node]]:
    """The YAML files of a folder that hold keys, in the order of their names; `do` helps when there are too many."""
    names = [name for name in _listed(draft, folder) if name.endswith(".yaml")]
    if len(names) > MOST_FILES:
        what = f"{len(names)} files; {MOST_FILES} may be"
        draft.problems.append(Problem(folder, 0, 0, what, do))
    for name in names[:MOST_FILES]:
        node = _mapping(draft, f"{folder}/{name}")
        if node is not None:
            yield f"{folder}/{name}", node


def _cards_of(draft: Draft, file: str, node: Node) -> list[Any]:
    """The cards of one file, each with its deck."""
    cards, deck = node.inner("cards"), node.inner("deck")
    if cards is None:
        return []
    if cards.items is None:
        what, do = "a list of cards is expected here", "begin each card with '- id: ...'"
        draft.problems.append(Problem(file, cards.line, cards.column, what, do))
        draft.whole = False
        return []
    found = []
    for card in cards.items:
        draft.card_files.append((file, card, deck))
        plain = card.plain()
        if isinstance(plain, dict):
            plain.setdefault("deck", deck.plain() if deck else UNREAD)
        found.append(plain)
    return found


def _briefs(draft: Draft) -> None:
    """Put the text of each seat's brief where its path stands."""
    seats = draft.plain.get("seats")
    for index, seat in enumerate(seats if isinstance(seats, list) else []):
        path = seat.get("brief") if isinstance(seat, dict) else None
        if isinstance(path, str):
            seat["brief"] = _brief(draft, ("seats", index, "brief"), path)


def _brief(draft: Draft, path: Path_, name: str) -> str:
    """The text of a brief; a problem at `path` when it cannot be had."""
    pure = PurePosixPath(name)
    inside = not pure.is_absolute() and ".." not in pure.parts
    if not inside or pure.suffix != ".md" or not name.isprintable() or "\\" in name:
        draft.add(path, "a brief is a Markdown file in the folder", "write briefs/NAME.md")
        return UNREAD
    try:
        return _inside(draft, name, BRIEF_BYTES).decode("utf-8")
    except ScenarioError as error:
        problem = error.problems[0]
        draft.add(path, f"{name}: {problem.what}", problem.do)
    except UnicodeDecodeError:
        draft.add(path, f"{name}: not UTF-8", "save the file as UTF-8")
    return UNREAD


def _validate(draft: Draft) -> None:
    """Check the form; what is wrong is explained, left out, and the rest kept for `check`."""
    try:
        draft.model = Scenario.model_validate(draft.plain)
    except ValidationError as error:
        draft.problems += [
            Problem(*draft.place(path, key=key), what, do)
            for path, what, do, key in explain(error, Scenario)
        ]
        draft.model, draft.rest = salvage(draft.plain, error)


def _strays(draft: Draft) -> None:
    """Warn of YAML files that nobody reads: a name misspelt, perhaps."""
    top = {SCENARIO, MOVES, STANDING, INJECTS, CLAIMS}
    for folder, known in (("", top), (CARDS, None), (PLAYBOOKS, None)):
        for name in _listed(draft, folder):
            ours = name in known if known is not None else name.endswith(".yaml")
            if name.endswith((".yaml", ".yml")) and not ours:
                do = (
                    f"name it {' or '.join(sorted(known))}"
                    if known
                    else "let its name end in .yaml"
                )
                file = f"{folder}/{name}" if folder else name
                draft.problems.append(Problem(file, 0, 0, "nobody reads this file", do, "warning"))


def _listed(draft: Draft, folder: str) -> list[str]:
    """The names in a folder, sorted; none when there is no such folder."""
    path = draft.folder / folder
    try:
        return sorted(one.name for one in path.iterdir()) if path.is_dir() else []
    except OSError as error:
        why = error.strerror or "it cannot be read"
        draft.problems.append(Problem(folder, 0, 0, why, "see to it that it can be read"))
        return []
