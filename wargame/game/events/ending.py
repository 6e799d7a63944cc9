"""Entries about how a game ends: endings, the hot wash, the close."""

from __future__ import annotations

from wargame.game.records import dataclass


@dataclass(slots=True)
class EndingReached:
    """An ending's condition held at the end of a turn."""

    ending: str


@dataclass(slots=True)
class PlayedOn:
    """The table plays on after an ending, up to turn `turns`."""

    ending: str
    turns: int


@dataclass(slots=True)
class ObjectivesRead:
    """The hot wash begins: what the board says of each objective, by seat and objective."""

    held: dict[str, dict[str, bool]]


@dataclass(slots=True)
class AnswerGiven:
    """An answer of the hot wash."""

    question: str
    seat: str
    text: str
    person: str = ""


@dataclass(slots=True)
class VoteCast:
    """Who won? One vote a person (or a seat that has no named person)."""

    voter: str
    seat: str


@dataclass(slots=True)
class SessionClosed:
    """The game is over and the seed is open: everyone can check every throw, draw and seal."""

    seed: str
