"""Fields of forms: what is typed, pasted or put into them is cleaned before it is drawn.

Enter goes on to the next field; so do the arrows at a field's edge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from wargame.tui import keys
from wargame.tui.plain import Plain, Shown, joined, literal, plain


class PlainInput(Input):
    """A line of text, one row high."""

    DEFAULT_CSS = """
    PlainInput { width: 1fr; background: $surface; }
    PlainInput:focus { background: $panel; }
    PlainInput:nocolor { text-style: underline; }
    """
    BINDINGS = [
        keys.key("up", "app.focus_previous", "Field above", footer=False),
        keys.key("down", "app.focus_next", "Field below", footer=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        password: bool = False,
        limit: int = 600,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        classes: str | None = None,
    ) -> None:
        """Begin with `value`; `limit` is the most characters it takes."""
        super().__init__(
            literal(value, lines=False),
            placeholder=literal(placeholder, lines=False),
            password=password,
            max_length=limit,
            select_on_focus=False,
            compact=True,
            id=id,
            classes=classes,
        )

    def validate_value(self, value: str) -> str:
        """Keep out what a terminal would obey, however it came."""
        return value if value.isprintable() else literal(value, lines=False)


class Picker(Widget, can_focus=True):
    """One of several things on one line: left and right (or space) change it, a digit picks."""

    DEFAULT_CSS = """
    Picker { height: 1; width: 1fr; background: $surface; }
    Picker:focus { background: $panel; text-style: bold; }
    Picker:nocolor:focus { text-style: reverse; }
    """
    BINDINGS = [
        keys.key("left", "turn(-1)", "One back", footer=False),
        keys.key("right,space", "turn(1)", "Change", shown="<- -> 1-9"),
        keys.key("up", "app.focus_previous", "Field above", footer=False),
        keys.key("down,enter", "app.focus_next", "Field below", footer=False),
        *[keys.key(one, f"take({one})", f"Pick {one}", footer=False) for one in "0123456789"],
    ]
    place = reactive(0)

    class Changed(Message):
        """Another thing was picked."""

        def __init__(self, picker: Picker) -> None:
            """Say which picker it was."""
            super().__init__()
            self.picker = picker

        @property
        def control(self) -> Picker:
            """The picker, for `@on` with a selector."""
            return self.picker

    def __init__(
        self,
        ways: Sequence[tuple[str, str]],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        classes: str | None = None,
    ) -> None:
        """Pick among `ways`, pairs of a value and the words for it; `value` comes first if it is one."""
        super().__init__(id=id, classes=classes)
        self.ways = list(ways)
        self.set_reactive(Picker.place, self._place_of(value))

    def _place_of(self, value: str) -> int:
        return next((at for at, (one, _) in enumerate(self.ways) if one == value), 0)

    @property
    def value(self) -> str:
        """The value picked; empty when there is nothing to pick."""
        return self.ways[self.place][0] if self.ways else ""

    @value.setter
    def value(self, value: str) -> None:
        """Pick this, or the first where it is none of the ways."""
        self.place = self._place_of(value)

    def turn_to(self, ways: Sequence[tuple[str, str]], value: str = "") -> None:
        """Pick among other `ways` from now on; `value` stays picked where it is one of them."""
        self.ways = list(ways)
        self.set_reactive(Picker.place, self._place_of(value))
        self.refresh()

    def render(self) -> Content:
        """The words for what is picked, between signs that say it can be changed."""
        if not self.ways:
            return plain("-", "dim")
        words = plain(self.ways[self.place][1], lines=False)
        if len(self.ways) == 1:
            return words
        first = 0 if self.ways[0][0] else 1
        place, many = self.place + 1 - first, len(self.ways) - first
        count = plain(f"  {place} of {many}" if len(self.ways) > 2 else "", "dim")
        room = self.size.width - 4
        if words.cell_length > room:
            words = words.truncate(max(1, room), ellipsis=True)
        said = joined("< ", words, " >")
        return joined(said, count) if said.cell_length + count.cell_length <= room + 4 else said

    def watch_place(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self))

    def on_click(self) -> None:
        """The mouse picks the next one."""
        self.action_turn(1)

    def action_take(self, number: int) -> None:
        """Pick the way of this number; a first way that stands for nothing picked is number 0."""
        place = number if self.ways and not self.ways[0][0] else number - 1
        if 0 <= place < len(self.ways):
            self.place = place

    def action_turn(self, step: int) -> None:
        """Pick the next one, or the one before."""
        if self.ways:
            self.place = (self.place + step) % len(self.ways)


class Tick(Widget, can_focus=True):
    """Yes or no on one line, as `[x]` or `[ ]`: space turns it, Enter goes on."""

    DEFAULT_CSS = """
    Tick { height: 1; width: 1fr; }
    Tick:focus { background: $panel; text-style: bold; }
    Tick:nocolor:focus { text-style: reverse; }
    """
    BINDINGS = [
        keys.key("space,left,right", "turn", "Tick", shown="Space"),
        keys.key("up", "app.focus_previous", "Field above", footer=False),
        keys.key("down,enter", "app.focus_next", "Field below", footer=False),
    ]
    value = reactive(default=False)

    def __init__(
        self,
        words: Shown,
        *,
        id: str | None = None,  # noqa: A002 - as every widget calls it
        classes: str | None = None,
    ) -> None:
        """Stand for `words`, not ticked."""
        super().__init__(id=id, classes=classes)
        self.words = plain(words, lines=False)

    def render(self) -> Content:
        """The box and the words."""
        return joined("[x] " if self.value else "[ ] ", self.words)

    def action_turn(self) -> None:
        """Tick it, or not."""
        self.value = not self.value

    def on_click(self) -> None:
        """The mouse does what the key does."""
        self.action_turn()


class Row(Horizontal):
    """Fields on one line, with their name before them."""

    DEFAULT_CSS = """
    Row { height: auto; }
    Row > Plain { width: 9; text-style: bold; }
    """

    def __init__(self, label: str, *fields: Widget, about: str | Callable[[], str] = "") -> None:
        """Put `label` before `fields`; `about` says what they are for."""
        super().__init__()
        self._label, self._fields, self._about = label, fields, about

    @property
    def about(self) -> str:
        """What the fields are for."""
        return self._about if isinstance(self._about, str) else self._about()

    def compose(self) -> ComposeResult:
        """Name and field."""
        yield Plain(self._label)
        yield from self._fields
