"""What lies on the table for everybody: the board, the sequence of a turn, the odds; and estimate cards."""

from __future__ import annotations

from wargame.game.odds import odds_2d6
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
from wargame.reports.paper.told import Plain, Told
from wargame.reports.words import percent

EVERYBODY = "for everybody"
ESTIMATES = 15
"""Estimate cards on a page."""


def start_values(plain: Plain, setup: Plain) -> dict[str, int]:
    """Where each track begins in a setup."""
    starts = {one["id"]: one["start"] for one in plain["tracks"] if one["derived"] is None}
    return starts | {track: value for track, value in setup["tracks"].items() if track in starts}


def bounds(track: Plain) -> tuple[int, int]:
    """The lowest and highest value of a track, where its author left them out too."""
    low, high = (-3, 3) if track["kind"] == "bloc" else (0, 10)
    least, most = track["min"], track["max"]
    return (low if least is None else least, high if most is None else most)


def scale(told: Told, track: Plain, start: int, *, ids: bool) -> Scale | Paragraph:
    """A track as a scale with its bands; one that follows from others as its sum. `ids` shows its id."""
    name = f"{track['name']} ({track['id']})" if ids else track["name"]
    if track["derived"] is not None:
        return Paragraph(text(f"{name}: ", "bold") + text("is ") + told.amount(track["derived"]))
    bands = ", ".join(f"from {one['from']} {one['word']}" for one in track["bands"])
    return Scale(name, *bounds(track), start, text(bands))


def board(plain: Plain, setup: Plain) -> list[Sheet]:
    """The public board: the tracks that all may see and the facts that hold at the beginning."""
    told, starts = Told(plain), start_values(plain, setup)
    blocks: list[Block] = []
    group = ""
    for track in plain["tracks"]:
        if track["sees"] != "public":
            continue
        if track["group"] != group:
            group = track["group"]
            blocks.append(Heading(text(group)))
        blocks.append(scale(told, track, starts.get(track["id"], 0), ids=False))
    facts = {one["id"]: one for one in plain["facts"]}
    known = [facts[one] for one in setup["facts"] if facts[one]["sees"] == "public"]
    if known:
        blocks.append(Heading(text("Facts")))
        blocks.append(Items(tuple(text(one["text"]) for one in known), boxes=True))
    blocks.append(Blank("New facts, with the turn in which they began and end", 6))
    return [Sheet("The board", EVERYBODY, tuple(blocks))]


SEQUENCE = (
    ("Event", "A card of the country is read out and what it says is done; each seat draws from its own deck."),
    ("Talks and orders", "One window. Talk to whom you like. Each seat writes one order, folds it and hands it in."),
    ("Reveal", "All open orders are turned over at once. Covert ones go to the facilitator unseen."),
    ("Results", "Order by order: reasons for, reasons against, the odds said aloud, then the dice."),
    ("Wrap", "What changed by itself, and why; then the board is marked for the next turn."),
)  # fmt: skip


def how_it_goes(plain: Plain) -> Sheet:
    """A turn's sequence and the exact odds, on one page, by the scenario's own margins."""
    rules = plain["rules"]
    rows = [(text(name, "bold"), text(what)) for name, what in SEQUENCE]
    odds = [
        (text(_signed(m)), text(percent(odds_2d6(7 + rules["success"] - m)))) for m in range(-6, 6)
    ]
    half = len(odds) // 2
    both: tuple[tuple[Runs, ...], ...] = tuple(
        (*left, *right) for left, right in zip(odds[:half], odds[half:], strict=True)
    )
    blocks: tuple[Block, ...] = (
        Table(("Phase", "What happens"), tuple(rows), (1, 4)),
        Heading(text("Two dice")),
        Paragraph(text(_two_dice(rules))),
        Table(("Modifier", "Succeeds", "Modifier", "Succeeds"), both, (1, 1, 1, 1)),
        Heading(text("A number in per cent")),
        Paragraph(text(HUNDRED)),
    )
    return Sheet("How a turn goes", EVERYBODY, blocks)


HUNDRED = (
    "Where the table gives a number (agreed, an expert’s, the middle one of all estimates), an order "
    "succeeds when a d100 shows that number or less. A throw in the lowest fifth of what succeeds is "
    "a strong success; one in the highest fifth of what misses backfires."
)
"""How a d100 is read."""


def _two_dice(rules: Plain) -> str:
    """How 2d6 are read, by the scenario's margins."""
    said = (
        "The margin is two dice, plus the modifier, less the order’s difficulty (7 unless it says "
        "otherwise). The modifier is the reasons that count for it, less those against it, and what "
        f"the board gives; a strong reason counts 2. From a margin of {_signed(rules['success'])} it "
        f"succeeds, from {_signed(rules['strong'])} strongly; at {_signed(rules['backfire'])} or less "
        "a miss backfires."
    )
    if rules["naturals"]:
        said += " A 12 that succeeds is strong, and a 2 that misses backfires."
    return said


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"


def turn_cards(calendar: list[str], turns: int) -> Sheet:
    """A card for each turn: its name, its phases to tick off, and room for what came of it."""
    cards = []
    for turn in range(1, turns + 1):
        label = calendar[turn - 1] if turn <= len(calendar) else ""
        phases = tuple(text(name) for name, _ in SEQUENCE)
        blocks: tuple[Block, ...] = (
            Items(phases, boxes=True),
            Fields((("First to be judged", 1), ("Began at", 1))),
            Blank("What this turn will be remembered for", 3),
        )
        last = " · last turn" if turn == turns else ""
        cards.append(Card(f"Turn {turn} of {turns}{last}", label or f"Turn {turn}", blocks))
    return Sheet("Turn cards", EVERYBODY, (Cards(tuple(cards), columns=2, height=114),))


def estimate_cards() -> Sheet:
    """Slips on which each person estimates in secret. One page; print as many as there are people."""
    slip = Card(
        "Estimate · show nobody",
        "How likely is success?",
        (Fields((("Name", 2), ("Turn", 1))), Fields((("Order", 2), ("0–100", 1)))),
    )
    note = Paragraph(
        text("Everybody estimates but those whose order it is; all slips are turned over at once.")
    )
    return Sheet(
        "Estimate cards", EVERYBODY, (note, Cards((slip,) * ESTIMATES, columns=3, height=44))
    )
