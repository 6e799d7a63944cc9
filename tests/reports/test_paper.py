"""The printed pack: everything is in it, each part is for its reader alone, and no text becomes markup."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from wargame.cli.building import scenario_for
from wargame.reports.paper.as_html import as_html
from wargame.reports.paper.as_pdf import as_pdf
from wargame.reports.paper.pack import pack, parts
from wargame.reports.paper.prose import blocks_of
from wargame.reports.paper.sheets import (
    Cards,
    Heading,
    Items,
    Pack,
    Paragraph,
    Scale,
    Sheet,
    text,
)

HOSTILE = '</style><script>alert(1)</script> #panic("read") $ ] *x* `y` \\ @z <w> &amp; \u202eback'
"""What would be obeyed where a text is read as HTML, as Typst's language, or by a terminal."""


def plain(name: str) -> dict[str, Any]:
    """A shipped scenario as plain JSON, a copy of one's own."""
    copy: dict[str, Any] = json.loads(json.dumps(scenario_for(name).plain))
    return copy


def words(whole: Pack | Sheet) -> str:
    """All text of a pack or a sheet, run by run."""
    return json.dumps(list(_strings(whole)), ensure_ascii=False)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif hasattr(type(value), "__dataclass_fields__"):
        for name in type(value).__dataclass_fields__:
            yield from _strings(getattr(value, name))


class Balanced(HTMLParser):
    """Reads HTML and keeps what was opened and not closed, every tag, and every attribute."""

    VOID = ("meta", "col")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", ["tightrope", "aland"])
def test_everything_a_table_needs_is_in_the_pack(name: str) -> None:
    scenario = plain(name)
    setup = next(one for one in scenario["setups"] if one["id"] == scenario["default_setup"])
    said = words(pack(scenario, setup["id"]))
    for order in scenario["orders"]:
        assert order["name"] in said
        assert json.dumps(order["text"], ensure_ascii=False)[1:-1] in said
    for card in scenario["cards"]:
        assert (card["title"] in said) or card["id"] in setup["without"]
    for rule in scenario["standing"]:
        assert rule["name"] in said
    for track in scenario["tracks"]:
        assert track["name"] in said
    for seat in scenario["seats"]:
        assert all(one["text"] in said for one in seat["objectives"])
        assert f"Order of {seat['name']}" in said


@pytest.mark.parametrize("name", ["tightrope", "aland"])
def test_a_seats_part_holds_no_other_seats_secrets_and_the_tables_part_holds_nobodys(
    name: str,
) -> None:
    scenario = plain(name)
    secrets: dict[str, set[str]] = {}
    for seat in scenario["seats"]:
        decks = {one["id"] for one in scenario["decks"] if one["seat"] == seat["id"]}
        paragraphs = [one for one in blocks_of(seat["brief"]) if isinstance(one, Paragraph)]
        brief = [run for one in paragraphs for run, _ in one.runs if len(run) > 60]
        secrets[seat["id"]] = {
            *brief,
            *(one["text"] for one in seat["objectives"]),
            *(one["text"] for one in scenario["cards"] if one["deck"] in decks),
        }
    shared = {one for one in set[str]().union(*secrets.values()) if _often(one, secrets)}
    for whose in parts(scenario):
        said = set(_strings(pack(scenario, scenario["default_setup"], whose=whose)))
        for seat, hidden in secrets.items():
            if whose not in (seat, "facilitator"):
                assert said & hidden - shared == set(), (whose, seat)
        if whose in secrets:
            assert len(secrets[whose] & said) > 3


def _often(said: str, secrets: dict[str, set[str]]) -> bool:
    """Whether more than one seat is told the same words."""
    return sum(said in hidden for hidden in secrets.values()) > 1


def test_an_asset_does_not_say_on_the_card_what_it_will_do_and_the_facilitators_part_does() -> None:
    scenario = plain("tightrope")
    asset = next(one for one in scenario["cards"] if one["kind"] == "asset" and one["effects"])
    seat = asset["sees"][0]
    why = f" — {asset['effects'][0]['why']}"
    held = set(_strings(pack(scenario, "2020", whose=seat)))
    assert asset["title"] in held
    assert why.strip() not in {one.strip() for one in held}
    told = {one.strip() for one in _strings(pack(scenario, "2020", whose="facilitator"))}
    assert why.strip() in told


@pytest.mark.parametrize("name", ["tightrope", "aland"])
def test_injects_are_cards_of_the_facilitators_with_what_they_are_for_beside_them(
    name: str,
) -> None:
    scenario = plain(name)
    made = pack(scenario, scenario["default_setup"], whose="facilitator")
    notes, cards = (one for one in made.sheets if one.title.startswith("Injects"))
    assert [len(one.cards) for one in cards.blocks if isinstance(one, Cards)] == [
        len(scenario["injects"])
    ]
    kept = {part: words(one) for part, one in (("notes", notes), ("cards", cards))}
    for inject in scenario["injects"]:
        assert inject["title"] in kept["cards"]
        assert inject["title"] in kept["notes"]
        assert json.dumps(inject["text"], ensure_ascii=False)[1:-1] in kept["cards"]
        assert inject["note"] in kept["notes"]
        assert inject["note"] not in kept["cards"]
    for whose in set(parts(scenario)) - {"facilitator"}:
        said = words(pack(scenario, scenario["default_setup"], whose=whose))
        assert not [one["text"] for one in scenario["injects"] if one["text"] in said], whose


def test_each_sheet_says_whose_it_is_and_each_turn_has_its_forms_and_its_card() -> None:
    made = pack(plain("tightrope"), "2020", turns=6)
    assert all(sheet.whose.startswith("for ") for sheet in made.sheets)
    counts = {
        sheet.title: sum(len(one.cards) for one in sheet.blocks if isinstance(one, Cards))
        for sheet in made.sheets
    }
    assert counts["Turn cards"] == 6
    assert counts["Baghdad: order forms"] == 6


def test_a_setups_own_values_stand_on_its_board_and_its_left_out_cards_are_left_out() -> None:
    scenario = plain("tightrope")
    setup = next(one for one in scenario["setups"] if one["id"] == "short")
    board = next(one for one in pack(scenario, "short").sheets if one.title == "The whole board")
    starts = {
        one.name.rsplit("(", 1)[1].rstrip(")"): one.start
        for one in board.blocks
        if isinstance(one, Scale)
    }
    assert setup["tracks"]
    assert all(
        starts[track] == value for track, value in setup["tracks"].items() if track in starts
    )
    gone = {one["title"] for one in scenario["cards"] if one["id"] in setup["without"]}
    kept = {one["title"] for one in scenario["cards"] if one["id"] not in setup["without"]}
    assert gone
    assert not (gone - kept) & set(_strings(pack(scenario, "short")))


def test_the_page_is_whole_loads_nothing_and_runs_nothing() -> None:
    page = as_html(pack(plain("tightrope"), "2020"))
    read = Balanced(page)
    assert read.open == []
    assert not read.tags & {"script", "link", "img", "iframe", "object", "a", "form", "input"}
    assert read.names <= {"charset", "class", "content", "http-equiv", "lang", "style"}
    assert "url(" not in page
    assert "@import" not in page


def hostile() -> dict[str, Any]:
    """A scenario in which every text that people read is hostile."""
    scenario = plain("tightrope")

    def spoil(value: Any) -> None:
        if isinstance(value, dict):
            for key, one in value.items():
                if key in ("name", "title", "text", "brief", "why", "why_not", "word", "result"):
                    if isinstance(one, str) and one:
                        value[key] = HOSTILE
                else:
                    spoil(one)
                spoil(value[key])
        elif isinstance(value, list):
            for one in value:
                spoil(one)

    spoil(scenario)
    return scenario


def test_text_from_a_scenario_is_never_read_as_markup() -> None:
    made = pack(hostile(), "2020", turns=2)
    page = as_html(made)
    assert "<script" not in page
    assert "\u202e" not in page
    assert Balanced(page).open == []
    assert as_pdf(made).startswith(b"%PDF-")  # `#panic` would have stopped it


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_both_papers_can_be_printed_both_ways(paper: str) -> None:
    scenario = plain("aland")
    made = pack(scenario, scenario["default_setup"])
    assert as_pdf(made, paper).startswith(b"%PDF-")
    assert f"size: {'A4' if paper == 'a4' else 'letter'}" in as_html(made, paper)


def test_a_brief_keeps_its_headings_lists_and_emphasis_and_nothing_else() -> None:
    brief = "# Head\n\nOne **bold** and *soft*\nline <b>.\n\n- a\n- b *c*"
    assert blocks_of(brief) == [
        Heading((("Head", ""),)),
        Paragraph(
            (("One ", ""), ("bold", "bold"), (" and ", ""), ("soft", "italic"), (" line <b>.", ""))
        ),
        Items(((("a", ""),), (("b ", ""), ("c", "italic")))),
    ]


def test_a_run_keeps_the_blank_that_parts_it_from_the_next() -> None:
    assert text("Costs: ", "bold") == (("Costs: ", "bold"),)
    assert text(" ") == ()


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(LookupError):
        pack(plain("aland"), "nowhere")
    with pytest.raises(LookupError):
        pack(plain("aland"), plain("aland")["default_setup"], whose="nobody")


def part(whole: dict[str, Any], whose: str) -> str:
    """The text of one reader's part."""
    return words(pack(whole, whole["default_setup"], whose=whose))


def test_what_a_seat_sees_and_not_everybody_is_on_its_own_brief() -> None:
    whole = plain("tightrope")
    assert "What not everybody sees" in part(whole, "tehran")
    assert "Tehran's purse" in part(whole, "tehran")
    assert "Tehran's purse" not in part(whole, "table")
    assert "What not everybody sees" not in part(whole, "baghdad")


def test_what_a_seat_is_told_when_it_cannot_order_does_not_stand_as_what_is_needed() -> None:
    whole = plain("tightrope")
    order = next(one for one in whole["orders"] if one["why_not"])
    menu = part(whole, order["seat"])
    assert f'"Not when: ", "bold", "{order["why_not"]}"' in menu
    assert f'"Needs: ", "bold", "{order["why_not"]}"' not in menu
