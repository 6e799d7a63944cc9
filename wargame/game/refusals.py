"""What the rules say no with: a stable code for programs and a sentence for a person."""

from __future__ import annotations


class Refused(Exception):
    """A command that cannot be taken; nothing has changed.

    `code` is stable across versions (`not_your_phase`); `sentence` says what is wrong and what to do.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
