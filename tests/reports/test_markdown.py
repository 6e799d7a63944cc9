"""Whatever people write is shown letter by letter in a report: never as markup, a link or a table."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from wargame.game.plain_text import clean
from wargame.reports.markdown import code, emphasised, escaped, listed, quoted, table

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(alphabet=" \nab1.)-+=#*_`~[](){}<>|!&;:$@\\/\"'", max_size=60)


def shown(markdown: str) -> tuple[str, set[str]]:
    """The text a reader sees, and the kinds of elements it stands in."""
    page = READER.render(markdown)
    elements = set(re.findall(r"<([a-z0-9]+)", page))
    return html.unescape(re.sub(r"<[^>]*>", "", page)), elements


def squeezed(text: str) -> str:
    return " ".join(text.split())


@given(SIGNS | st.text(max_size=60))
def test_any_text_is_shown_as_it_was_written(text: str) -> None:
    kept, elements = shown(escaped(text))
    assert squeezed(kept) == squeezed(clean(text, lines=False))
    assert elements <= {"p"}


@given(SIGNS)
def test_any_text_of_several_lines_stays_text(text: str) -> None:
    kept, elements = shown(escaped(text, lines=True))
    assert squeezed(kept) == squeezed(clean(text))
    assert elements <= {"p", "br"}


@given(SIGNS)
def test_any_text_in_a_quote_stays_in_the_quote(text: str) -> None:
    kept, elements = shown(quoted(text) + "\n\nafter")
    assert squeezed(kept) == squeezed(f"{clean(text)} after")
    assert elements <= {"p", "br", "blockquote"}


@given(st.lists(SIGNS, min_size=2, max_size=4))
def test_a_table_keeps_its_cells(texts: list[str]) -> None:
    made = table([str(place) for place in range(len(texts))], [list(map(escaped, texts))])
    page = READER.render(made)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page, flags=re.DOTALL)
    assert [squeezed(html.unescape(one)) for one in cells] == [
        squeezed(clean(one, lines=False)) for one in texts
    ]


@given(st.lists(SIGNS, min_size=1, max_size=4))
def test_a_list_keeps_its_items(texts: list[str]) -> None:
    page = READER.render(listed(f"x {escaped(one)}" for one in texts))
    assert page.count("<li>") == len(texts)
    assert "<ul>" in page


def test_addresses_do_not_become_links() -> None:
    for text in ("see http://a.b/c", "www.a.b", "HTTPS://X.Y", "ftp://x", "mailto:a@b.c"):
        kept = escaped(text)
        assert not re.search(r"(https?|ftp|mailto):|www\.", kept, flags=re.IGNORECASE)
        assert shown(kept)[0].strip() == text


def test_what_a_terminal_would_obey_is_gone() -> None:
    assert escaped("a\x1b[31mb\u202ec\x00d") == "abcd"


def test_code_holds_digits_and_ids_and_nothing_else() -> None:
    assert code("ab12 cd34") == "`ab12 cd34`"
    assert code("x` <b>*y*") == "`x by`"


def test_a_brief_keeps_its_emphasis_and_nothing_more() -> None:
    brief = "# Baghdad\n\n**What you have.** *Reach* and <b>x</b> [l](http://a) `c` 2 * 3 * 4"
    kept, elements = shown(emphasised(quoted(brief)))
    assert {"strong", "em"} <= elements
    assert elements <= {"blockquote", "p", "strong", "em"}
    assert "<b>x</b> [l](http://a) `c`" in kept
    assert "Baghdad" in kept
    assert "#" not in kept
