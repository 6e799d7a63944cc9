"""`wargame list`: the scenarios that can be played, and the saves on the shelf."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from wargame.cli.answers import DONE, say, say_json
from wargame.decks.folders import shipped
from wargame.decks.load import read
from wargame.decks.schema import Scenario
from wargame.game.names import RANDOM
from wargame.game.plain_text import counted
from wargame.saves.shelf import Card, Shelf
from wargame.settings import saves_folder


def list_all(arguments: Namespace) -> int:
    """List both."""
    folder = saves_folder(arguments.saves)
    scenarios = [_scenario(name, home) for name, home in shipped().items()]
    cards = Shelf(folder).saves()
    if arguments.json:
        say_json({"scenarios": scenarios, "folder": str(folder), "saves": list(map(_save, cards))})
        return DONE
    for one in scenarios:
        say(f"{one['name']}: {one['title']}. Setups: {', '.join(one['setups'])}.")
        for seat, books in one["playbooks"].items():
            say(f"Playbooks of {one['name']}, {seat}: {', '.join(books)}.")
    say(f"Saves in {folder}:" if cards else f"No saves in {folder}.")
    for card in cards:
        say(f"{card.name}: {_in_words(card)}")
    return DONE


def _scenario(name: str, folder: Path) -> dict[str, Any]:
    """A scenario for programs; its title is its name where it cannot be read."""
    model = read(folder).model
    return {
        "name": name,
        "folder": str(folder),
        "title": model.title if model else name,
        "setups": [one.id for one in model.setups] if model else [],
        "playbooks": _playbooks(model) if model else {},
    }


def _playbooks(model: Scenario) -> dict[str, list[str]]:
    """The names of who can play each seat by itself, by the seat's id."""
    return {
        seat.id: [RANDOM, *(one.id for one in model.playbooks if one.seat == seat.id)]
        for seat in model.seats
    }


def _save(card: Card) -> dict[str, Any]:
    """A save for programs."""
    return {
        "session": card.name,
        "path": str(card.path),
        "scenario": card.scenario,
        "title": card.title,
        "turn": card.turn,
        "entries": card.entries,
        "last_at": card.last_at,
        "closed": card.closed,
        "problem": card.problem,
    }


def _in_words(card: Card) -> str:
    """A save for people."""
    if card.problem:
        return card.problem
    closed = ", closed" if card.closed else ""
    return f"{card.title}, turn {card.turn}{closed}; {counted(card.entries, 'entry', 'entries')}, last {card.last_at}"
