"""What only the facilitator gets: the whole board, what each order brings, what happens by itself."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.reports.paper.sheets import (
    Blank,
    Block,
    Card,
    Cards,
    Fields,
    Heading,
    Items,
    Paragraph,
    Runs,
    Scale,
    Sheet,
    Table,
    text,
)
from wargame.reports.paper.table import scale, start_values
from wargame.reports.paper.told import Plain, Told

WHOSE = "for the facilitator only"
QUALITIES = (
    ("strong", "Strong success"),
    ("success", "Success"),
    ("failure", "Failure"),
    ("backfire", "Backfire"),
)
PHASES = (
    ("event", "In the event phase, after the cards"),
    ("reveal", "At the reveal"),
    ("wrap", "In the wrap"),
)
JUDGED_ON_PAPER = 2
"""Adjudication sheets for each seat and turn fit two on a page; so many pages of them are printed."""


def facilitator_sheets(plain: Plain, setup: Plain, turns: int) -> list[Sheet]:
    """The facilitator's sheets, in the order in which they are needed."""
    sheets = [_opening(plain, setup), _board(plain, setup), *_orders(plain), *_standing(plain)]
    return [*sheets, _endings(plain), _adjudication(plain, turns)]


def _opening(plain: Plain, setup: Plain) -> Sheet:
    blocks: list[Block] = [Paragraph(text(plain["summary"]))]
    if setup["text"]:
        blocks += [Heading(text(setup["title"])), Paragraph(text(setup["text"]))]
    blocks += [
        Heading(text("Before they come")),
        Items(tuple(map(text, BEFORE)), boxes=True),
        Heading(text("Afterwards")),
        Paragraph(text(AFTERWARDS)),
        Blank("Who sits where", 6),
    ]
    return Sheet(f"{plain['title']}: running it on paper", WHOSE, tuple(blocks))


BEFORE = (
    "Print every seat's part once and keep the parts apart: briefs, menus and cards are secret.",
    "Cut out the cards. Lay each deck face down, shuffled; dated cards wait beside them in order.",
    "Put the board where all can see it, with a pencil at each track's starting value.",
    "Two six-sided dice, and two ten-sided ones of different colours for a d100.",
    "A tin for sealed orders, and somebody who writes down who said what.",
)  # fmt: skip
AFTERWARDS = (
    "A session kept on paper can be typed in: write it as a script (see `wargame schema script`) and "
    "play it with `wargame run`, the dice entered as they fell. Its save can then be reviewed, "
    "verified and reported like any other."
)


def _board(plain: Plain, setup: Plain) -> Sheet:
    """Every track with its id, the hidden ones too, and every fact the scenario knows."""
    told, starts = Told(plain), start_values(plain, setup)
    tracks: list[Scale | Paragraph] = [
        scale(told, track, starts.get(track["id"], 0), ids=True) for track in plain["tracks"]
    ]
    held = set(setup["facts"])
    seats = {one["id"]: one["name"] for one in plain["seats"]}
    rows = tuple(
        (
            text("holds at the start" if one["id"] in held else ""),
            text(one["id"], "code"),
            text(one["text"]),
            text(f"{seats.get(one['owner'], '')} {one['modifier']:+d}" if one["modifier"] else ""),
        )
        for one in plain["facts"]
    )
    blocks: list[Block] = [*tracks]
    if rows:
        blocks.append(Heading(text("Facts the scenario knows")))
        blocks.append(Table(("", "Id", "Fact", "Gives"), rows, (2, 2, 6, 2)))
    return Sheet("The whole board", WHOSE, tuple(blocks))


def _orders(plain: Plain) -> Iterator[Sheet]:
    """What each order of a seat's menu brings, by quality."""
    told = Told(plain)
    for seat in plain["seats"]:
        orders = [one for one in plain["orders"] if one["seat"] == seat["id"]]
        if orders:
            blocks = [block for order in orders for block in _order(told, order)]
            yield Sheet(f"{seat['name']}: what its orders bring", WHOSE, tuple(blocks), dense=True)


def _order(told: Told, order: Plain) -> Iterator[Block]:
    yield Heading(text(order["name"]) + text(f"  {order['id']}", "code"))
    lines: list[Runs] = []
    if order["requires"] is not None:
        lines.append(text("Needs: ", "bold") + told.amount(order["requires"]))
        if order["why_not"]:
            lines.append(text("Not when: ", "bold") + text(order["why_not"]))
    if order["cost"]:
        lines.append(text("Costs: ", "bold") + text(told.cost(order["cost"])))
    if order["difficulty"] != 7:
        lines.append(text("Difficulty: ", "bold") + text(str(order["difficulty"])))
    lines += told.factors(order["factors"])
    if order["noticed"] is not None:
        lines.append(
            text("Noticed, in per cent, when covert: ", "bold") + told.amount(order["noticed"])
        )
    if lines:
        yield Items(tuple(lines))
    for quality, name in QUALITIES:
        result = order["results"][quality]
        if result is not None and (result["text"] or result["effects"]):
            yield Heading(text(name), 3)
            if result["text"]:
                yield Paragraph(text(result["text"], "italic"))
            if result["effects"]:
                yield Items(told.effects(result["effects"]))


def _standing(plain: Plain) -> Iterator[Sheet]:
    """The standing rules, phase by phase, in the order in which they are looked at."""
    told = Told(plain)
    for phase, title in PHASES:
        rules = [one for one in plain["standing"] if one["phase"] == phase]
        if rules:
            blocks = [block for rule in rules for block in _rule(told, rule)]
            yield Sheet(f"What happens by itself. {title}", WHOSE, tuple(blocks), dense=True)


def _rule(told: Told, rule: Plain) -> Iterator[Block]:
    yield Heading(text(rule["name"]), 3)
    condition: Runs = (
        text("Always. ") if rule["when"] is None else text("If ") + told.amount(rule["when"])
    )
    if rule["chance"] is not None:
        condition += text(" with a chance of ") + told.amount(rule["chance"]) + text(" %")
    if rule["once"]:
        condition += text(" (once in a game)")
    yield Paragraph(text(rule["text"]))
    yield Items((condition, *told.effects(rule["effects"])))


def _endings(plain: Plain) -> Sheet:
    """How the game can end, and what each seat wants, each with its test on the board."""
    told = Told(plain)
    blocks: list[Block] = []
    for ending in plain["endings"]:
        when = text("by an effect") if ending["when"] is None else told.amount(ending["when"])
        last = text(" (looked at in the last turn)") if ending["final"] else ()
        blocks += [
            Heading(text(ending["title"]), 3),
            Paragraph(text(ending["text"])),
            Items((text("When: ", "bold") + when + last,)),
        ]
    if blocks:
        blocks.insert(0, Heading(text("Endings")))
    for seat in plain["seats"]:
        if seat["objectives"]:
            goals = tuple(
                text(one["text"] + " ") + told.amount(one["when"]) for one in seat["objectives"]
            )
            blocks += [Heading(text(f"{seat['name']}: objectives")), Items(goals, boxes=True)]
    return Sheet("The end", WHOSE, tuple(blocks), dense=True)


def _adjudication(plain: Plain, turns: int) -> Sheet:
    """A form for each order to be judged in two turns; copy it for the others."""
    form = Card(
        "Turn ____   Order of ______________________",
        "Adjudication",
        (
            Blank("Reasons for it, each with who gave it (cross out what is set aside)", 3),
            Blank("Reasons against it", 3),
            Fields((("For", 1), ("Against", 1), ("Board gives", 1), ("Modifier", 1))),
            Fields((("Method", 2), ("Said odds", 1), ("Dice", 1), ("Quality", 1))),
            Blank("What changes on the board, and what is told", 3),
        ),
    )
    count = max(2, len(plain["seats"]) * min(turns, JUDGED_ON_PAPER))
    return Sheet("Adjudication forms", WHOSE, (Cards((form,) * count, columns=1, height=118),))
