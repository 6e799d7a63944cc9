"""A small form over a screen: a few lines to fill in, then Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from wargame.game.records import dataclass
from wargame.tui import keys
from wargame.tui.plain import Plain, Shown, entitled, plain
from wargame.tui.screens.over import Over
from wargame.tui.widgets.fields import Picker, PlainInput

Filled: TypeAlias = "dict[str, str] | None"
"""What a form hands back: each field's text by its id, or None when it was left."""


UNCHOSEN = "has to be chosen"
"""What stands in a choice that has no answer of its own to begin with."""


@dataclass(slots=True, frozen=True)
class Line:
    """A line of text to fill in. Empty is refused where it is `needed`."""

    id: str
    label: str
    value: str = ""
    hint: str = ""
    needed: bool = False
    limit: int = 600

    @property
    def told(self) -> str:
        """The hint; without one, whether the line may stay empty."""
        return self.hint or ("has to be filled in" if self.needed else "may stay empty")


@dataclass(slots=True, frozen=True)
class OneOf:
    """One of several answers: pairs of value and words. Where it is `needed`, a form begins at it.

    Without a `value` none is picked then, and it has to be.
    """

    id: str
    label: str
    answers: Sequence[tuple[str, str]] = field(default_factory=list)
    value: str = ""
    needed: bool = False

    @property
    def ways(self) -> list[tuple[str, str]]:
        """The answers, after a word that one has to be chosen where that is so."""
        return (
            [("", UNCHOSEN), *self.answers] if self.needed and not self.value else [*self.answers]
        )


Asked: TypeAlias = "Line | OneOf"


class Form(Over["dict[str, str] | None"]):
    """Asks for a few lines. Tab, up and down move; Enter goes on and at the end accepts; Escape leaves it."""

    DEFAULT_CSS = """
    Form { align: center bottom; }
    Form #box { width: 76; max-width: 98%; height: auto; max-height: 96%; padding: 0 1; }
    Form #box { border: round $primary; background: $surface; margin-bottom: 1; }
    Form #fields { height: auto; }
    Form .row { height: auto; }
    Form .label { width: 16; text-style: bold; }
    Form PlainInput { width: 1fr; }
    Form PlainInput:focus { background: $primary 30%; }
    Form #hint { color: $text-muted; display: none; }
    Form #wrong { color: $warning; text-style: bold; display: none; }
    """
    BINDINGS = [
        keys.always("down", "app.focus_next", "Next line", footer=False),
        keys.always("up", "app.focus_previous", "Line before", footer=False),
        keys.always("enter", "next", "Next", footer=False),
        keys.always(keys.SAVE, "accept", "Accept", shown="^s"),
        keys.always(keys.BACK, "back", "Leave it", shown="Esc"),
    ]

    def __init__(self, title: str, asked: Sequence[Asked], about: Shown = "") -> None:
        """Ask under a title; `about` says above the lines what this is for."""
        super().__init__()
        self._title, self._asked, self._about = title, list(asked), about
        self._begun: tuple[str, ...] = ()
        self._warned: tuple[str, ...] | None = None
        self._wrong: dict[str, str] = {}

    @property
    def titled(self) -> Shown:
        """The title it asks under."""
        return self._title

    def compose(self) -> ComposeResult:
        """What it is about, the lines, and room for what is wrong."""
        with Vertical(id="box"):
            if self._about:
                yield Plain(self._about, id="about")
            with VerticalScroll(id="fields", can_focus=False):
                for one in self._asked:
                    with Horizontal(classes="row"):
                        yield Plain(plain(one.label, lines=False), classes="label")
                        yield self._made(one)
            yield Plain(id="hint")
            yield Plain(id="wrong")
            yield Plain(plain(self._keys(), "dim"))

    def _made(self, one: Asked) -> PlainInput | Picker:
        if isinstance(one, OneOf):
            return Picker(one.ways, one.value, id=f"f-{one.id}")
        return PlainInput(one.value, placeholder=one.told, limit=one.limit, id=f"f-{one.id}")

    def _keys(self) -> str:
        """What the keys do in this form."""
        enter = "Enter accept" if len(self._asked) == 1 else "Enter next, at the end accept"
        change = "<- -> change" if any(isinstance(one, OneOf) for one in self._asked) else ""
        accept = "" if len(self._asked) == 1 else "^s accept"
        return "   ".join(one for one in (enter, change, accept, "Esc leave it") if one)

    def on_descendant_focus(self) -> None:
        """Another line has the focus."""
        self._explain()

    @on(Input.Changed)
    @on(Picker.Changed)
    def _changed(self) -> None:
        """What was wrong stands until something else is written or chosen."""
        if self._wrong != self.filled():
            self.query_one("#wrong").display = False
        self._explain()

    def _explain(self) -> None:
        """Say below the lines what does not stand in the line itself, because it is filled in or too narrow."""
        hint = self.query_one("#hint", Plain)
        one = next((one for one in self._asked if self._holds(one)), None)
        words = one.hint if isinstance(one, Line) else ""
        field = self.focused
        if isinstance(field, PlainInput) and not field.value and len(words) < field.size.width:
            words = ""
        hint.show(words)
        hint.display = bool(words)

    def _holds(self, one: Asked) -> bool:
        """Whether the focus is on this line."""
        return self.focused is not None and self.focused.id == f"f-{one.id}"

    def on_mount(self) -> None:
        """Begin at the first line, unless that is a choice with an answer that will do: then at the first text."""
        entitled(self.query_one("#box"), self._title)
        asked = [one for one in self._asked if isinstance(one, Line) or one.needed]
        first = (asked or self._asked)[0]
        self.query_one(f"#f-{first.id}").focus()
        self._begun = self.written()

    def filled(self) -> dict[str, str]:
        """What stands in the lines now."""
        found = {}
        for one in self._asked:
            widget = self.query_one(f"#f-{one.id}")
            found[one.id] = widget.value.strip() if isinstance(widget, PlainInput | Picker) else ""
        return found

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_next()

    def action_next(self) -> None:
        """Go to the next line; after the last, accept."""
        if self._holds(self._asked[-1]):
            self.action_accept()
        else:
            self.focus_next()

    def action_accept(self) -> None:
        """Hand back what was filled in, unless something needed is missing."""
        found = self.filled()
        for one in self._asked:
            if one.needed and not found[one.id]:
                what = "filled in" if isinstance(one, Line) else "chosen (left, right or a digit)"
                self.say_wrong(f"{one.label}: this has to be {what}.")
                self.query_one(f"#f-{one.id}").focus()
                return
        self.dismiss(found)

    def action_back(self) -> None:
        """Leave it: nothing is done. Where something was written, only at the second time."""
        written = self.written()
        if written in (self._begun, self._warned):
            self.dismiss(None)
            return
        self._warned = written
        self.say_wrong("Esc again leaves this; what you wrote is lost.")

    def written(self) -> tuple[str, ...]:
        """What stands in the lines of text."""
        return tuple(self.filled()[one.id] for one in self._asked if isinstance(one, Line))

    def say_wrong(self, text: str) -> None:
        """Say below the lines what is wrong."""
        self._wrong = self.filled()
        wrong = self.query_one("#wrong", Plain)
        wrong.show(text)
        wrong.display = True
