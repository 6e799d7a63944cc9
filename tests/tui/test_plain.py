"""Text is cleaned when it is drawn and never read as markup, whatever shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.events import Paste
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, DataTable, OptionList, Static

from tests.tui.seatings import text_of
from wargame.tui.facilitator import WargameApp
from wargame.tui.plain import Plain, cell, choice, entitled, joined, literal, plain, stacked
from wargame.tui.widgets.area import PlainArea
from wargame.tui.widgets.fields import Picker, PlainInput, Row, Tick
from wargame.tui.widgets.prose import prose

HOSTILE = [
    "[red]markup[/]",
    "[/]",
    "[bold",
    "[@click=app.quit]x[/]",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07done",
    "left\u202etfel",
    "zero\u200bwidth",
    "$variable [link=x]",
    "a\x00b\x08c",
    "\ud800",
]


def shows(make: Callable[[], Widget]) -> App[None]:
    """An application with this one widget."""

    class One(App[None]):
        def compose(self) -> ComposeResult:
            yield make()

    return One()


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_content_is_the_cleaned_text_and_nothing_else(text: str) -> None:
    content = plain(text)
    assert content.plain == literal(text)
    assert content.spans == []
    assert content.plain.isprintable()
    assert joined(text, "x").plain == literal(text) + "x"
    assert stacked([text, "x"]).plain == literal(text) + "\nx"
    assert cell(text).plain == literal(text, lines=False)


def test_blanks_at_the_ends_of_a_text_stay_where_they_mean_something() -> None:
    assert literal("  two before, one behind ") == "  two before, one behind "
    assert literal("   ") == "   "
    assert literal("\x1b[31m") == ""


WIDGETS: dict[str, Callable[[str], Widget]] = {
    "Plain": Plain,
    "Button": lambda text: Button(plain(text)),
    "OptionList": lambda text: OptionList(choice(text)),
    "Tick": Tick,
    "Picker": lambda text: Picker([("a", text), ("b", "other")]),
    "PlainInput": PlainInput,
    "PlainInput placeholder": lambda text: PlainInput(placeholder=text),
    "PlainArea": PlainArea,
    "PlainArea placeholder": lambda text: PlainArea(placeholder=text),
    "Row": lambda text: Row(text, Plain(text)),
    "prose": lambda text: Plain(prose(text)),
}


@pytest.mark.parametrize("name", WIDGETS)
async def test_every_widget_shows_hostile_text_literally(name: str) -> None:
    for text in ("[red]markup[/]", "[/]", "\x1b[31mred\x1b[0m[bold", "x\u202etfel"):
        app = shows(lambda text=text: WIDGETS[name](text))  # type: ignore[misc]
        async with app.run_test(size=(60, 6)) as pilot:
            await pilot.pause()
            assert literal(text)[:8] in text_of(app.screen), (name, text)
            assert app.is_running


async def test_a_table_takes_cells_and_labels_made_plain() -> None:
    table: DataTable[object] = DataTable()
    app = shows(lambda: table)
    async with app.run_test(size=(60, 6)) as pilot:
        table.add_column(cell("[bold"))
        table.add_row(cell("[/]\x1b[31m"))
        await pilot.pause()
        assert "[bold" in text_of(app.screen)
        assert "[/]" in text_of(app.screen)


async def test_a_border_title_is_literal() -> None:
    box = Plain("x")
    box.styles.border = ("round", "red")
    app = shows(lambda: box)
    async with app.run_test(size=(60, 6)) as pilot:
        entitled(box, "[red]title[/]\x1b[31m", "[/sub")
        await pilot.pause()
        assert "[red]title[/]" in text_of(app.screen)
        assert "[/sub" in text_of(app.screen)


async def test_what_slips_past_everything_is_cleaned_on_its_way_to_the_terminal() -> None:
    class Slips(Screen[None]):
        def compose(self) -> ComposeResult:
            yield Static(Content("a\x1b]0;owned\x07b\u202ec", strip_control_codes=False))

    app = WargameApp(Slips)
    async with app.run_test(size=(40, 3)) as pilot:
        await pilot.pause()
        assert text_of(app.screen).strip() == "abc"


async def test_a_notice_is_literal_even_when_it_asks_for_markup() -> None:
    app = WargameApp(Screen)
    async with app.run_test(size=(80, 10), notifications=True) as pilot:
        app.notify("[red]x[/] [/", title="[/]\x1b[31mt", markup=True)
        await pilot.pause()
        assert "[red]x[/] [/" in text_of(app.screen)


@pytest.mark.parametrize("field", [PlainInput, PlainArea])
async def test_what_is_pasted_into_a_field_is_cleaned(
    field: type[PlainInput | PlainArea],
) -> None:
    app = shows(field)
    async with app.run_test(size=(60, 6)) as pilot:
        made = app.query_one(field)
        made.focus()
        app.post_message(Paste("safe \x1b[31m\u202e[red]x[/]\x07"))
        await pilot.pause()
        shown = made.value if isinstance(made, PlainInput) else made.words
        assert shown == "safe [red]x[/]"
        assert "\x1b" not in text_of(app.screen)


def test_a_brief_shows_headings_and_emphasis_and_keeps_every_other_sign() -> None:
    content = prose("# Head\nA **strong** and *soft* word, 2 * 3, [red]x[/].")
    assert content.plain == "Head\nA strong and soft word, 2 * 3, [red]x[/]."
    assert sorted(str(span.style) for span in content.spans) == ["bold", "bold underline", "italic"]
