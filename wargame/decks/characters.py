"""A playbook in a file of its own, added to a scenario: `--playbook SEAT=FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from wargame.decks.check_playbooks import check_playbooks
from wargame.decks.findings import Findings
from wargame.decks.guard import HEAVIEST, Node, read
from wargame.decks.load import Draft
from wargame.decks.mending import explain
from wargame.decks.names import Names
from wargame.decks.playbooks import Playbook
from wargame.decks.problems import Problem, ScenarioError
from wargame.decks.schema import Scenario


def with_playbook(plain: dict[str, Any], path: Path, seat: str) -> tuple[dict[str, Any], str]:
    """The scenario as plain JSON with the playbook of a file for a seat, and the playbook's name.

    It takes the place of a playbook of the same name. ScenarioError says where the file goes wrong.
    """
    node = _node(path)
    book = _form(node, path)
    if book.seat != seat:
        inner = node.inner("seat") or node
        what = f'a playbook for the seat "{book.seat}", not for "{seat}"'
        raise ScenarioError(
            [Problem(str(path), inner.line, inner.column, what, "name its own seat")]
        )
    _meaning(plain, book, node, path)
    others = [
        one
        for one in plain.get("playbooks", [])
        if (one["seat"], one["id"]) != (book.seat, book.id)
    ]
    added = book.model_dump(mode="json", by_alias=True)
    return {**plain, "playbooks": [*others, added]}, book.id


def _node(path: Path) -> Node:
    """What the file holds; ScenarioError when it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(HEAVIEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it cannot be read"
        do = "name one of the seat's playbooks, or a file that holds one"
        raise ScenarioError([Problem(str(path), 0, 0, f"no playbook: {why}", do)]) from None
    node = read(data, str(path))
    if node.mapping is None:
        what = "the file does not hold keys"
        do = "begin it with KEY: VALUE"
        raise ScenarioError([Problem(str(path), node.line, node.column, what, do)])
    return node


def _form(node: Node, path: Path) -> Playbook:
    """The playbook, when its form is right."""
    try:
        return Playbook.model_validate(node.plain())
    except ValidationError as error:
        draft = Draft(path.parent, book_files=[(str(path), node)])
        raise ScenarioError(
            [
                Problem(*draft.place(("playbooks", 0, *where), key=key), what, do)
                for where, what, do, key in explain(error, Playbook)
            ]
        ) from None


def _meaning(plain: dict[str, Any], book: Playbook, node: Node, path: Path) -> None:
    """What the playbook names is there, and its seat sees it."""
    model = Scenario.model_validate({**plain, "playbooks": []})
    model = model.model_copy(update={"playbooks": [book]})
    names = Names.of(model)
    ranges, _ = names.narrowed()
    draft = Draft(path.parent, book_files=[(str(path), node)], model=model)
    found = Findings(draft, model, names, ranges)
    check_playbooks(found)
    errors = [problem for problem in found.problems if problem.severity == "error"]
    if errors:
        raise ScenarioError(errors)
