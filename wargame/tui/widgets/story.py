"""What stands beside the board: the turn's event, the talks, the facts, and the orders ruled on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual.content import Content

from wargame.game.audience import PUBLIC
from wargame.game.names import FACILITATOR
from wargame.game.views import FactView, HappeningView, JudgedView, View
from wargame.reports.words import source_words
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.whose_move import called, names, seat_name
from wargame.tui.widgets.changes import (
    PRIVATE,
    aside,
    bookkeeping,
    change_lines,
    change_short,
    told_to,
)
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.odds import QUALITY_WORDS
from wargame.tui.widgets.part import Part

LAST_MESSAGES = 4

KINDS = {
    "card": "Event",
    "lasting": "Still lasting",
    "option": "Chosen",
    "rule": "By itself",
    "later": "As foretold",
    "expiry": "Time is over",
    "hidden": "Unseen",
}
"""What made something happen, as people read it."""


CARDS = ("card", "option", "lasting")
"""The kinds of happenings that come from a card."""


def cards_first(happenings: list[HappeningView]) -> list[HappeningView]:
    """What came from cards, then the rest; each in the order in which it happened."""
    return sorted(happenings, key=lambda one: one.kind not in CARDS)


def source_text(source: str) -> str:
    """A source in brackets, or nothing."""
    return f"({source_words(source)})" if source else ""


def happening_title(one: HappeningView) -> Content:
    """Kind and title of a happening on one line, for whom alone it is, and whether it came to nothing."""
    came = "" if one.fired else "came to nothing"
    only = plain(aside(one.only), PRIVATE)
    title = plain(one.title, "bold", lines=False)
    kind = KINDS.get(one.kind, one.kind) + (":" if one.title else "")
    return joined(only, kind, title, came, between=" ")


Changed = Callable[[HappeningView, int], list[Content]]
"""What a happening changed, in lines of a width."""


def happenings_told(happenings: list[HappeningView], width: int, changed: Changed) -> Content:
    """What happened by itself: cards with their text and source first, then what fired by itself."""
    if not happenings:
        return heading("No event yet")
    lines: list[Content] = []
    for one in cards_first(happenings):
        lines += hanging(happening_title(one), width)
        if one.kind in CARDS:
            source = plain(source_text(one.source), "dim")
            lines += hanging(joined(one.text, source, between=" "), width, "  ")
        lines += changed(one, width)
    return stacked(lines)


def each_change(one: HappeningView, width: int) -> list[Content]:
    """Every change with its reason and source."""
    return change_lines(one.changes, width)


def applied(one: HappeningView, width: int) -> list[Content]:
    """What was applied, in one sentence; nothing where nothing was."""
    told = [change_short(change) for change in one.changes if not bookkeeping(change)]
    return hanging(f"applied: {'; '.join(told)}", width, "  ") if told else []


class Headlines(Part[list[HappeningView]]):
    """What happened by itself this turn in short; the event's own screen has the rest."""

    def written(self, part: list[HappeningView], width: int) -> Content:
        """Each happening, and what was applied."""
        return happenings_told(part, width, applied)


class Judged(Part[tuple[list[str], list[JudgedView]]]):
    """This turn's orders that were ruled on. The part is the headline of each with what it is about."""

    def written(self, part: tuple[list[str], list[JudgedView]], width: int) -> Content:
        """One line an order and its changes below; nothing while there is none."""
        lines = [heading("Results")] if part[0] else []
        for title, one in zip(*part, strict=True):
            covert = " (covert)" if one.order.covert else ""
            word = plain(QUALITY_WORDS[one.quality], "bold")
            lines += hanging(joined(title + covert + ": ", word), width, " ")
            lines += hanging(one.narrative, width, "   ") if one.narrative else []
            lines += change_lines(one.changes, width, lead="   ")
        return stacked(lines)


def judged_now(view: View) -> tuple[list[str], list[JudgedView]]:
    """The orders ruled on this turn, each with its headline."""
    done = [one for one in view.judged if one.turn == view.turn]
    return [f"{seat_name(view, one.order.seat)}: {called(one.order)}" for one in done], done


def talk_lines(view: View) -> list[tuple[str, str]]:
    """The last words of this turn's talks: from whom to whom, and what."""
    now = [one for one in view.messages if one.turn == view.turn][-LAST_MESSAGES:]
    return [(f"{seat_name(view, one.sender)} > {names(view, one.to)}:", one.text) for one in now]


class Talks(Part[list[tuple[str, str]]]):
    """The last messages of the turn."""

    def written(self, part: list[tuple[str, str]], width: int) -> Content:
        """The latest last; nothing while nobody has written."""
        lines = [heading("Talks")] if part else []
        for who, text in part:
            lines += hanging(
                joined(plain(who, "bold", lines=False), plain(text, lines=False), between=" "),
                width,
                " ",
            )
        return stacked(lines)


def named_facts(view: View) -> list[FactView]:
    """The facts, each with its owner's name in place of the id; to the facilitator, for whom alone a fact is.

    What is protected stands with them.
    """
    facts = [
        replace(one, owner=seat_name(view, one.owner), text=f"{_known_to(view, one)}{one.text}")
        for one in view.facts
    ]
    return facts + [FactView("", one, "", 0, 0, "") for one in guarded(view)]


def guarded(view: View) -> list[str]:
    """What is protected, at which level and against whom, in words."""
    return [
        f"Protected, -{one.level} for "
        + (f"whoever but {seat_name(view, one.owner)}" if one.owner else "whoever")
        + f" acts on it: {one.name}"
        + (f" ({one.reason})" if one.reason else "")
        for one in view.protections
    ]


def _known_to(view: View, one: FactView) -> str:
    """For whom alone a fact is, before its words; nothing where all know it, or for who is no facilitator."""
    if view.who != FACILITATOR or PUBLIC in one.to:
        return ""
    return f"{aside(f'for {told_to(view, one.to)} alone')} "


class Facts(Part[list[FactView]]):
    """What is established, with its modifier, its last turn and its source."""

    def written(self, part: list[FactView], width: int) -> Content:
        """One fact below the other; nothing while there is none."""
        lines = [heading("Facts")] if part else []
        for one in part:
            until = f"until turn {one.until}" if one.until else ""
            gives = f"{one.modifier:+d} for {one.owner}" if one.modifier and one.owner else ""
            goes_on = "goes on until an order ends it" if one.situation else ""
            said = joined(gives, until, goes_on, between=", ")
            tail = joined(said, source_text(one.source), between=" ").stylize("dim")
            lines += hanging(joined(one.text, tail, between="  "), width, " - ")
        return stacked(lines)
