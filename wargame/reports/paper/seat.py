"""What a seat gets on paper: its brief and objectives, its menu of orders, its order forms."""

from __future__ import annotations

from wargame.reports.paper.prose import blocks_of
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
    Sheet,
    text,
)
from wargame.reports.paper.table import scale, start_values
from wargame.reports.paper.told import Plain, Told

COVERT = {"no": "", "yes": "always covert", "choice": "open or covert"}
"""Whether an order is given in secret, as people read it."""


def seat_sheets(plain: Plain, setup: Plain, seat: Plain, turns: int) -> list[Sheet]:
    """The sheets of one seat, for its eyes only."""
    name = seat["name"]
    whose = f"for {name} only"
    return [
        Sheet(f"{name}: brief", whose, (*_brief(seat), *_own_tracks(plain, setup, seat))),
        *_menu(plain, seat, whose),
        Sheet(f"{name}: order forms", whose, _forms(name, turns * seat["orders"])),
    ]


def _brief(seat: Plain) -> list[Block]:
    blocks = blocks_of(seat["brief"])
    if isinstance(blocks[0] if blocks else None, Heading):
        del blocks[0]  # the sheet has the seat's name already
    if seat["objectives"]:
        goals = sorted(seat["objectives"], key=lambda one: not one["main"])
        blocks += [Heading(text("Objectives")), Items(tuple(map(_objective, goals)), boxes=True)]
    return blocks


def _own_tracks(plain: Plain, setup: Plain, seat: Plain) -> list[Block]:
    """The tracks that this seat sees and not everybody, to be kept in pencil."""
    told, starts = Told(plain), start_values(plain, setup)
    own = [
        scale(told, track, starts[track["id"]], ids=False)
        for track in plain["tracks"]
        if isinstance(track["sees"], list) and seat["id"] in track["sees"] and track["id"] in starts
    ]
    return [Heading(text("What not everybody sees")), *own] if own else []


def _objective(objective: Plain) -> Runs:
    mark = (
        "Main: " if objective["main"] else "Private, tell nobody: " if objective["private"] else ""
    )
    return text(mark, "bold") + text(objective["text"])


def _menu(plain: Plain, seat: Plain, whose: str) -> list[Sheet]:
    told = Told(plain)
    orders = [one for one in plain["orders"] if one["seat"] == seat["id"]]
    if not orders:
        return []
    intro = Paragraph(
        text(
            "Write one of these on an order form, or anything else you can give reasons for. "
            "What you cannot pay or what is not there you cannot order."
        )
    )
    cards = tuple(_order(told, one) for one in orders)
    return [Sheet(f"{seat['name']}: menu of orders", whose, (intro, Cards(cards)))]


def _order(told: Told, order: Plain) -> Card:
    blocks: list[Block] = [Paragraph(text(order["text"]))]
    lines: list[Runs] = []
    if order["result"]:
        lines.append(text("Wanted: ", "bold") + text(order["result"]))
    if order["cost"]:
        lines.append(text("Costs: ", "bold") + text(told.cost(order["cost"])))
    if order["targets"]:
        aims = ", ".join(one["name"] for one in order["targets"])
        lines.append(text("Aimed at one of: ", "bold") + text(aims))
    if order["requires"] is not None:
        lines.append(needed(told, order))
    if lines:
        blocks.append(Items(tuple(lines)))
    return Card(COVERT[order["covert"]], order["name"], tuple(blocks))


def needed(told: Told, order: Plain) -> Runs:
    """What an order needs: in its author's words to the seat when it cannot be given, else the condition itself."""
    if order["why_not"]:
        return text("Not when: ", "bold") + text(order["why_not"])
    return text("Needs: ", "bold") + told.amount(order["requires"])


def _forms(name: str, count: int) -> tuple[Block, ...]:
    form = Card(
        "EXERCISE · sealed until the reveal",
        f"Order of {name}",
        (
            Fields((("Turn", 1), ("By", 2), ("Target", 3))),
            Blank("What is done", 2),
            Blank("The result that is wanted, so that one can see whether it came", 2),
            Blank("Reasons why it works: 1, 2, 3", 4),
            Fields((("Assets", 3), ("Covert, yes or no", 2))),
        ),
        "Fold once. Hand it to the facilitator before the orders close.",
    )
    return (Cards((form,) * count, columns=1, height=118),)
