"""What stands on the review's screen: the line of the game, the entry, the papers beside the board."""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.message import Message

from wargame.game.views import AdjudicationView, ObjectiveView, View
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.review import NOTHING_SEEN, Case, Cases, Kept, Listing, Places, Written
from wargame.tui.theme import mark_style
from wargame.tui.whose_move import seat_name
from wargame.tui.widgets.case import Arguing, Counted, Odds, OddsLine, order_lines
from wargame.tui.widgets.changes import change_lines
from wargame.tui.widgets.lines import fitted, hanging, heading
from wargame.tui.widgets.odds import result_line
from wargame.tui.widgets.papers import grouped_hex
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import (
    Facts,
    Talks,
    each_change,
    happenings_told,
    named_facts,
    talk_lines,
)


class Scrub(Part[Places]):
    """The whole game as a line; a click goes there."""

    class Chosen(Message):
        """Somebody pointed at a moment."""

        def __init__(self, n: int) -> None:
            """Entry `n` was meant."""
            super().__init__()
            self.n = n

    def written(self, part: Places, width: int) -> Content:
        """A line with the turns' numbers on it and a mark at the moment."""
        cells = ["-"] * width
        last = max(1, part.total - 1)
        for turn, n in part.turns[1:]:
            place = n * (width - 1) // last
            for offset, digit in enumerate(str(turn)):
                if place + offset < width:
                    cells[place + offset] = digit
        mark = part.n * (width - 1) // last
        line = "".join(cells)
        return joined(
            plain(line[:mark], "dim"), plain("o", "bold reverse"), plain(line[mark + 1 :], "dim")
        )

    def on_click(self, event: Click) -> None:
        """Go to the moment under the pointer."""
        if self._part is not None and self.content_size.width > 1:
            place = event.get_content_offset(self)
            if place is not None:
                last = self._part.total - 1
                self.post_message(self.Chosen(place.x * last // (self.content_size.width - 1)))


class Entries(Part[Listing]):
    """The entries around the one that is looked at, one line each."""

    def written(self, part: Listing, width: int) -> Content:
        """Number, time, words; `>` before the one looked at, `x` before what a rewind left."""
        lines = []
        for row in part.rows:
            sign = ">" if row.n == part.mark else ("x" if row.left else " ")
            text = fitted(f"{sign}{row.n:>5} {row.at} {row.words or '.'}", width)
            style = mark_style() if row.n == part.mark else ("dim" if row.quiet else "")
            lines.append(plain(text, style, lines=False))
        return stacked(lines)


class Told(Part[tuple[str, str]]):
    """The entry that is looked at: who and when, and what happened, as far as there is room."""

    def written(self, part: tuple[str, str], width: int) -> Content:
        """The head, and the words below; what does not fit stands in the paper of the entry."""
        head, words = part
        lines = hanging(words, width)
        room = max(1, self.content_size.height - 1)
        if len(lines) > room:
            lines = [*lines[: room - 1], joined(lines[room - 1].truncate(width - 8), " ... (4)")]
        return stacked([plain(fitted(head, width).rstrip(), "bold"), *lines])


class Whole(Part[Written]):
    """The whole entry: in words, and field by field."""

    def written(self, part: Written, width: int) -> Content:
        """The words, then the fields, then the hash."""
        lines = hanging(part.words or NOTHING_SEEN, width)
        if part.fields:
            lines.append(heading("As the save has it"))
        for one in part.fields:
            lines += hanging(one, width, " ")
        lines.append(heading("Hash"))
        return stacked([*lines, *hanging(grouped_hex(part.hash), width, " ")])


class Orders(Part[Cases]):
    """The turn's orders with what was argued, thrown and ruled."""

    def written(self, part: Cases, width: int) -> Content:
        """One order below the other."""
        if not part.cases:
            return plain("No order is known at this moment.", "dim")
        lines: list[Content] = []
        for one in part.cases:
            lines += order_lines(one.named, width, reasons=one.table is None)
            if one.named.order.receipt:
                lines.append(plain(f"  Sealed: {one.named.order.receipt}", "dim"))
            if one.table is not None:
                lines.append(self._argued(one.table, part.names, width))
            lines += self._ruled(one, width)
            lines.append(Content(""))
        return stacked(lines[:-1])

    def _argued(self, table: AdjudicationView, names: dict[str, str], width: int) -> Content:
        """Arguments, factors, odds."""
        authors = [names.get(one.author, one.author) for one in table.arguments]
        arguing = Arguing(table.arguments, authors, table.factors, table.method)
        odds = OddsLine().written(Odds(table, names), width)
        return stacked([Counted().written(arguing, width), odds])

    def _ruled(self, one: Case, width: int) -> list[Content]:
        """Dice, quality, effects and what was told."""
        result = one.judged or one.table
        if result is None or result.quality is None:
            return []
        lines = hanging(result_line(result), width)
        if one.judged is None:
            proposed = one.table.proposed if one.table else []
            return [*lines, plain("  Proposed:", "dim"), *change_lines(proposed, width)]
        lines += change_lines(one.judged.changes, width)
        if one.judged.narrative:
            lines += hanging(one.judged.narrative, width, "  Told: ")
        return lines


class Story(Part[View]):
    """What happened in the turn by then: events, talks, facts."""

    def written(self, part: View, width: int) -> Content:
        """Events first, then what was said and what is established."""
        blocks = [
            happenings_told(part.happenings, width, each_change),
            Talks().written(talk_lines(part), width),
            Facts().written(named_facts(part), width),
        ]
        return stacked([one for block in blocks if block.plain for one in (block, Content(""))])


def _objective(one: ObjectiveView, seat: str) -> Content:
    """An objective: whose, what, of which kind, and what the board said of it at the end."""
    marks = ", ".join(word for word, so in (("main", one.main), ("private", one.private)) if so)
    held = {True: "REACHED", False: "NOT REACHED", None: ""}[one.held]
    tail = plain(f"({marks})" if marks else "", "dim")
    return joined(plain(f"{seat}:", "bold"), one.text, tail, plain(held, "bold"), between=" ")


class Keeping(Part[Kept]):
    """Notes, objectives, the hot wash, votes, head receipts."""

    def written(self, part: Kept, width: int) -> Content:
        """One section below the other; empty ones are left out."""
        view = part.view
        lines: list[Content] = []
        for n, text in part.notes:
            lines += [] if lines else [heading("Notes")]
            lines += hanging(text, width, f" {n}: ")
        if view.objectives:
            lines.append(heading("Objectives"))
        for one in view.objectives:
            lines += hanging(_objective(one, seat_name(view, one.seat)), width, " - ")
        if view.answers:
            lines.append(heading("Hot wash"))
        for seat, question, text in view.answers:
            lines += hanging(f"{seat_name(view, seat)}: {question} {text}", width, " ")
        for voter, seat in view.votes.items():
            lines += hanging(
                f"{seat_name(view, voter)} says {seat_name(view, seat)} won", width, " "
            )
        if view.heads:
            lines.append(heading("Head receipts"))
        lines += [plain(f" {one.at}: {grouped_hex(one.head)}") for one in view.heads]
        lines.append(heading("Seed" if view.seed else "Commitment to the seed"))
        lines += hanging(grouped_hex(view.seed or view.commitment), width, " ")
        return stacked(lines)
