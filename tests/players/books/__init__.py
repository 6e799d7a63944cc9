"""Playbooks for the small scenario, each in a file as an author writes it."""

from pathlib import Path
from typing import Any

from wargame.decks.characters import with_playbook

BOOKS = Path(__file__).parent
FILES = {
    "town-builder.yaml": "town",
    "guild-briber.yaml": "guild",
    "guild-idler.yaml": "guild",
    "abbey-preacher.yaml": "abbey",
}
"""The seat of each file."""


def with_books(plain: dict[str, Any]) -> dict[str, Any]:
    """The small scenario as plain JSON with these playbooks."""
    for file, seat in FILES.items():
        plain, _ = with_playbook(plain, BOOKS / file, seat)
    return plain
