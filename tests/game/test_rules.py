"""Every command has its rule, and its place says who may ask for it."""

from wargame.game.commands import COMMANDS
from wargame.game.rules import ANYBODYS, FACILITATORS


def test_every_command_stands_in_exactly_one_of_the_two_tables() -> None:
    assert set(FACILITATORS) | set(ANYBODYS) == set(COMMANDS)
    assert not set(FACILITATORS) & set(ANYBODYS)
