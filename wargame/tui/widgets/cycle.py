"""A field that takes one of a few answers, on one line: `< counted >`, with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.reactive import reactive

from wargame.tui import keys
from wargame.tui.plain import Plain, joined, plain


class Cycle(Plain, can_focus=True):
    """One of several answers. Left and right (or space) change it; a digit or a letter goes to an answer."""

    DEFAULT_CSS = """
    Cycle { height: auto; width: 1fr; padding: 0 1; }
    Cycle:focus { background: $primary 30%; text-style: bold; }
    Cycle:nocolor:focus { text-style: bold reverse; }
    """
    BINDINGS = [
        keys.key("left", "step(-1)", "Previous", footer=False),
        keys.key("right,space", "step(1)", "Next", footer=False),
    ]
    place: reactive[int] = reactive(0, init=False)

    class Changed(Message):
        """Another answer was taken."""

        def __init__(self, cycle: Cycle) -> None:
            """Name the field."""
            super().__init__()
            self.cycle = cycle

        @property
        def control(self) -> Cycle:
            """The field, for `@on`."""
            return self.cycle

    def __init__(self, answers: Sequence[tuple[str, str]], value: str = "", name: str = "") -> None:
        """Offer `answers` (value and words); begin with `value` or the first. `name` is the id in the style sheet."""
        super().__init__(id=name or None)
        self.answers = list(answers)
        values = [one for one, _ in self.answers]
        self.set_reactive(Cycle.place, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """The answer taken; empty where there is none to take."""
        return self.answers[self.place][0] if self.answers else ""

    def on_mount(self) -> None:
        """Show the answer it begins with."""
        self.show(self._line())

    def watch_place(self) -> None:
        """Show the answer taken, and tell."""
        self.show(self._line())
        self.post_message(self.Changed(self))

    def take(self, value: str) -> None:
        """Take the answer with this value, if it is among them."""
        for place, (one, _) in enumerate(self.answers):
            if one == value:
                self.place = place

    def action_step(self, step: int) -> None:
        """Take the next answer or the one before, round and round."""
        if self.answers:
            self.place = (self.place + step) % len(self.answers)

    def on_key(self, event: Key) -> None:
        """A digit takes the answer at that place, a letter the next answer that begins with it."""
        if event.key.isdecimal() and 1 <= int(event.key) <= len(self.answers):
            self.place = int(event.key) - 1
            event.stop()
        elif event.character and event.character.isalpha():
            self._jump(event.character.lower())
            event.stop()

    def _jump(self, letter: str) -> None:
        """Take the next answer that begins with a letter, if there is one."""
        many = len(self.answers)
        for step in range(1, many + 1):
            place = (self.place + step) % many
            if self.answers[place][1].lower().startswith(letter):
                self.place = place
                return

    def _line(self) -> Content:
        if not self.answers:
            return plain("nothing to choose", "dim")
        many = f"  {self.place + 1} of {len(self.answers)}"
        return joined(
            "< ", plain(self.answers[self.place][1], lines=False), " >", plain(many, "dim")
        )
