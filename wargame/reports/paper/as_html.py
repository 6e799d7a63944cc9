"""A pack as one HTML file made for printing: no script, no picture, nothing from elsewhere."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any, Final

from wargame.reports.paper.sheets import (
    Blank,
    Block,
    Card,
    Cards,
    Fields,
    Heading,
    Items,
    Pack,
    Paragraph,
    Runs,
    Scale,
    Sheet,
    Table,
    cleaned,
)

SIZES: Final = {"a4": "A4", "letter": "letter"}
"""Paper sizes, as CSS names them."""

STYLE: Final = """
@page { size: PAPER; margin: 14mm 14mm 16mm 14mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.35 Georgia, "Liberation Serif", "Times New Roman", serif; color: #000; background: #fff;
  max-width: 186mm; margin: 0 auto; }
section { break-before: page; }
section:first-of-type { break-before: auto; }
.kicker { font: 8pt/1.2 Helvetica, "Liberation Sans", Arial, sans-serif; letter-spacing: .04em; margin: 0; }
h1 { font-size: 18pt; line-height: 1.15; margin: 1mm 0 4mm; border-bottom: 1.5pt solid #000; padding-bottom: 1mm; }
h2 { font-size: 12.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 3mm 0 .5mm; break-after: avoid; }
p { margin: 0 0 2mm; white-space: pre-line; }
ul { margin: 0 0 2mm; padding-left: 5mm; }
ul.boxes { list-style: none; padding-left: 0; }
ul.boxes li { padding-left: 6mm; text-indent: -6mm; }
ul.boxes li::before { content: ""; display: inline-block; width: 3mm; height: 3mm; border: .6pt solid #000;
  margin-right: 3mm; vertical-align: -.2mm; }
li { margin-bottom: .6mm; break-inside: avoid; }
code { font: 8.5pt/1.2 "DejaVu Sans Mono", "Liberation Mono", Menlo, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0 0 3mm; }
th, td { border: .4pt solid #777; padding: .8mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.dense { columns: 2; column-gap: 7mm; font-size: 8.5pt; line-height: 1.25; }
.dense h2 { font-size: 10.5pt; margin: 3mm 0 1mm; }
.dense h3 { font-size: 8.5pt; margin: 2mm 0 .3mm; }
.dense code { font-size: 7pt; }
.dense ul { padding-left: 4mm; }
.dense p { margin-bottom: 1mm; }
.fields { display: flex; gap: 4mm; margin: 2mm 0; }
.fields span { display: flex; align-items: flex-end; font-size: 8.5pt; gap: 1.5mm; white-space: nowrap; }
.fields span::after { content: ""; flex: 1; border-bottom: .6pt solid #000; height: 5mm; }
.blank { font-size: 8.5pt; margin: 2mm 0 0; }
.rule { border-bottom: .4pt solid #777; height: 7.5mm; }
.scale { display: flex; align-items: center; gap: 3mm; margin: 0 0 1.2mm; break-inside: avoid; }
.scale b { flex: 0 0 46mm; }
.scale .values { display: flex; }
.scale .values span { width: 6.6mm; height: 6.6mm; border: .4pt solid #777; margin-left: -.4pt; font-size: 8pt;
  display: flex; align-items: center; justify-content: center; }
.scale .values .start { border: 1.6pt solid #000; font-weight: bold; }
.scale small { flex: 1; }
small, .foot { font: 7.5pt/1.25 Helvetica, "Liberation Sans", Arial, sans-serif; }
.cards { display: grid; gap: 3mm; }
.card { border: .8pt dashed #555; padding: 3mm; break-inside: avoid; display: flex; flex-direction: column; }
.card h4 { font-size: 12pt; line-height: 1.15; margin: .5mm 0 1.5mm; }
.card .foot { margin-top: auto; padding-top: 1.5mm; }
"""

TAGS: Final = {"bold": "b", "italic": "i", "code": "code"}


def as_html(pack: Pack, paper: str = "a4") -> str:
    """The whole file; `paper` is a key of `SIZES`."""
    sheets = "".join(_sheet(pack, sheet) for sheet in pack.sheets)
    style = STYLE.replace("PAPER", SIZES[paper])
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_said(pack.title)}</title>\n<style>{style}</style>\n<body>\n{sheets}</body>\n</html>\n"
    )


def _said(words: str) -> str:
    """A text as HTML shows it letter by letter."""
    return html.escape(cleaned(words))


def _sheet(pack: Pack, sheet: Sheet) -> str:
    kicker = f"{pack.title} {pack.version} · {sheet.whose}"
    return (
        f'<section>\n<p class="kicker">{_said(kicker)}</p>\n<h1>{_said(sheet.title)}</h1>\n'
        f"<div{_marked('dense' if sheet.dense else '')}>\n{_blocks(sheet.blocks)}</div>\n</section>\n"
    )


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(_WRITERS[type(block)](block) + "\n" for block in blocks)


def _runs(runs: Runs) -> str:
    made = []
    for words, style in runs:
        tag = TAGS.get(style, "")
        made.append(f"<{tag}>{_said(words)}</{tag}>" if tag else _said(words))
    return "".join(made)


def _heading(block: Heading) -> str:
    return f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"


def _paragraph(block: Paragraph) -> str:
    return f"<p>{_runs(block.runs)}</p>"


def _items(block: Items) -> str:
    return (
        f"<ul{_marked('boxes' if block.boxes else '')}>"
        + "".join(f"<li>{_runs(one)}</li>" for one in block.items)
        + "</ul>"
    )


def _table(block: Table) -> str:
    total = sum(block.widths)
    columns = "".join(f'<col style="width:{100 * one // total}%">' for one in block.widths)
    head = "".join(f"<th>{_said(one)}</th>" for one in block.head)
    rows = "".join(
        "<tr>" + "".join(f"<td>{_runs(cell)}</td>" for cell in row) + "</tr>\n"
        for row in block.rows
    )
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>\n{rows}</table>"


def _fields(block: Fields) -> str:
    return (
        '<div class="fields">'
        + "".join(
            f'<span style="flex:{share}">{_said(name)}</span>' for name, share in block.fields
        )
        + "</div>"
    )


def _blank(block: Blank) -> str:
    return f'<p class="blank">{_said(block.label)}</p>' + '<div class="rule"></div>' * block.lines


def _scale(block: Scale) -> str:
    values = "".join(
        f"<span{_marked('start' if value == block.start else '')}>{value}</span>"
        for value in range(block.low, block.high + 1)
    )
    return (
        f'<div class="scale"><b>{_said(block.name)}</b><div class="values">{values}</div>'
        f"<small>{_runs(block.note)}</small></div>"
    )


def _marked(name: str) -> str:
    """A class for the style sheet; none when the name is empty."""
    return f' class="{name}"' if name else ""


def _cards(block: Cards) -> str:
    height = f"min-height:{block.height}mm" if block.height else ""
    cards = "".join(_card(card, height) for card in block.cards)
    return f'<div class="cards" style="grid-template-columns:repeat({block.columns},1fr)">{cards}</div>'


def _card(card: Card, height: str) -> str:
    foot = f'<p class="foot">{_said(card.foot)}</p>' if card.foot else ""
    return (
        f'<div class="card" style="{height}"><p class="kicker">{_said(card.kicker)}</p>'
        f"<h4>{_said(card.title)}</h4>\n{_blocks(card.blocks)}{foot}</div>\n"
    )


_WRITERS: dict[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Table: _table,
    Fields: _fields,
    Blank: _blank,
    Scale: _scale,
    Cards: _cards,
}
