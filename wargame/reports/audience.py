"""The report of a save for the public, or for one seat: made of what they were shown, and of nothing else.

It is built from views and from the sentences that such a reader may be told, so what is secret stays
secret; words that somebody asked to strike are left out, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from wargame.game.events import AnswerGiven, PhaseBegun, PhaseSettled, ResultProposed
from wargame.game.seals import receipt
from wargame.game.views import JudgedView, View
from wargame.reports.markdown import code, emphasised, escaped, joined, listed, quoted, table
from wargame.reports.struck import struck_entries, struck_orders
from wargame.reports.telling import SOMETHING, told
from wargame.reports.timeline import Timeline
from wargame.reports.words import METHODS, STRUCK, Words, changed, clock, day, dice_in_words, signed
from wargame.saves.verify import Verdict

UNTOLD = (PhaseBegun, PhaseSettled, AnswerGiven, ResultProposed)
"""Entries that a chapter of its own tells, or that say nothing by themselves."""
REACHED = {True: "**reached**", False: "not reached", None: ""}
"""What the board said of an objective."""


def audience_report(timeline: Timeline, verdict: Verdict, who: str) -> str:
    """The report for `who`: `public`, or a seat's id."""
    return _Telling(timeline, verdict, who).written()


class _Telling:
    """One report for one audience."""

    def __init__(self, timeline: Timeline, verdict: Verdict, who: str) -> None:
        self.timeline, self.verdict, self.who = timeline, verdict, who
        self.last = len(timeline) - 1
        self.view = timeline.view(self.last, who)
        self.words = Words(timeline.state(self.last), who)
        self.struck = struck_entries(timeline)
        self.struck_orders = struck_orders(timeline, self.struck)
        self.left = timeline.left()
        self.turns = [*timeline.turns(), (self.view.turn + 1, self.last + 1)]

    def written(self) -> str:
        """The whole of it."""
        chapters = [
            self._turn(turn, first, self.turns[place + 1][1])
            for place, (turn, first) in enumerate(self.turns[:-1])
        ]
        blocks = [
            self._title(),
            self._glance(),
            self._people(),
            self._own(),
            *chapters,
            self._tracks(),
            self._end(),
            self._checks(),
        ]
        return joined(blocks) + "\n"

    def _title(self) -> str:
        view, reader = self.view, self.words.seat(self.who)
        reader = "the public" if self.who == "public" else reader
        lines = [
            f"# {escaped(view.title)}: session {escaped(view.session)}",
            f"Told for {escaped(reader)}: what could be known there, and nothing else. Times are UTC.",
        ]
        if self.struck:
            lines.append("Words that somebody asked to strike are left out of this report.")
        if self.timeline.trouble:
            lines.append(f"> **Not the whole game.** {escaped(self.timeline.trouble)}")
        return joined(lines)

    def _glance(self) -> str:
        view, moments = self.view, self.timeline.moments
        opened, ended = day(moments[0].entry.at), day(moments[-1].entry.at)
        rows = [
            ["Set-up", escaped(view.setup)],
            ["Played (UTC)", f"{opened} to {ended}"],
            ["Turns", f"{view.turn} of {view.turns}"],
            ["Ending", escaped(view.ending) or "none was reached"],
        ]
        if view.banner:
            rows.insert(0, ["Banner", escaped(view.banner)])
        ending = quoted(view.ending_text) if view.ending_text else ""
        return joined([quoted(view.summary), table(["", ""], rows), ending])

    def _people(self) -> str:
        view = self.view
        rows = [
            [
                escaped(seat.name),
                f"the playbook {code(seat.playbook)}"
                if seat.playbook
                else self._named(seat.people),
            ]
            for seat in view.seats
        ]
        rows += [["Facilitator", self._named(view.staff)]] if view.staff else []
        rows += [["Observers", self._named(view.observers)]] if view.observers else []
        rows += [["Left early", self._named(view.away)]] if view.away else []
        return joined(["## Who sat where, at the end", table(["seat", "played by"], rows)])

    def _named(self, people: list[str]) -> str:
        return (
            ", ".join(escaped(self.view.people.get(one, one)) for one in people) or "nobody named"
        )

    def _own(self) -> str:
        """A seat's own brief."""
        if not self.view.brief:
            return ""
        return joined(["## The brief", emphasised(quoted(self.view.brief))])

    def _turn(self, turn: int, first: int, end: int) -> str:
        """One turn: what was told as it came, then each order with its result."""
        items = [item for n in range(first, end) if (item := self._item(n))]
        view = self.timeline.view(min(end, self.last + 1) - 1, self.who)
        label = f": {escaped(view.label)}" if view.label and turn else ""
        head = f"## Turn {turn}{label}" if turn else "## Before turn 1"
        orders = [self._order(one) for one in view.judged if one.turn == turn and turn]
        if not items and not orders:
            return ""
        results = joined(["### Orders and results", *orders]) if orders else ""
        return joined([head, listed(items), results])

    def _item(self, n: int) -> str:
        """An entry as a line; nothing where nothing of it could be seen."""
        moment = self.timeline.moments[n]
        if n in self.left or isinstance(moment.event, UNTOLD):
            return ""
        words = told(self.timeline, n, self.who, self.struck_orders)
        if words == SOMETHING:
            return ""  # that something is being settled is nothing to report
        if words and n in self.struck:
            words = STRUCK
        return f"{clock(moment.entry.at)} {escaped(words)}" if words else ""

    def _order(self, one: JudgedView) -> str:
        """An order and what came of it."""
        order = one.order
        at = f" → {escaped(order.target_name)}" if order.target_name else ""
        hidden = order.order_id in self.struck_orders
        said = STRUCK if hidden else order.action
        lines = [escaped(said)]
        if order.result and not hidden:
            lines.append(f"So that: {escaped(order.result)}")
        if not hidden:
            lines += [f"Because: {escaped(reason)}" for reason in order.reasons]
        dice = (
            f", thrown {dice_in_words(one.dice, 100 if len(one.dice) == 1 else 6)}"
            if one.dice
            else ""
        )
        modifier = f", modifier {signed(one.modifier)}" if one.modifier else ""
        lines.append(f"**{one.quality.title()}** ({METHODS[one.method]}{modifier}{dice}).")
        lines += [
            f"{escaped(changed(change))}{f': {escaped(change.why)}' if change.why else ''}"
            for change in one.changes
        ]
        if one.narrative:
            lines.append(f"Told: {escaped(one.narrative)}")
        return joined(
            [
                f"**{escaped(self.words.seat(order.seat))}: {escaped(order.name)}**{at}",
                listed(lines),
            ]
        )

    def _tracks(self) -> str:
        """Every track that could be seen, at the end of every turn."""
        ends = [end - 1 for _, end in self.turns[1:]]
        views = [self.timeline.view(n, self.who) for n in ends]
        numbers = [str(turn) for turn, _ in self.turns[1:-1]]
        if not numbers or not self.view.tracks:
            return ""
        columns = [{one.id: one.value for one in view.tracks} for view in views]
        rows = [
            [escaped(track.name), *(str(values.get(track.id, "")) for values in columns)]
            for track in self.view.tracks
        ]
        head = ["track", "start", *numbers]
        return joined(["## The tracks, turn by turn", table(head, rows, right=range(1, len(head)))])

    def _end(self) -> str:
        """Facts, objectives, the hot wash, the vote: as far as they are known."""
        view = self.view
        facts = listed(escaped(one.text) for one in view.facts)
        blocks = ["## Where it ended", facts or "No fact is established that is known here."]
        rows = [
            [escaped(self.words.seat(one.seat)), escaped(one.text), REACHED[one.held]]
            for one in view.objectives
        ]
        if rows:
            blocks += ["### Objectives", table(["seat", "objective", "at the end"], rows)]
        blocks += list(self._answers(view))
        votes = [
            [escaped(self.words.person(voter)), escaped(self.words.seat(seat))]
            for voter, seat in view.votes.items()
        ]
        if votes:
            blocks += ["### Who won?", table(["says", "won"], votes)]
        parked = listed(escaped(one.text) for one in view.parked if not one.done)
        return joined([*blocks, joined(["### Still to be come back to", parked]) if parked else ""])

    def _answers(self, view: View) -> Iterator[str]:
        """What was said in the hot wash, by question; what is struck is left out."""
        if not view.answers:
            return
        given = [
            (one.n, one.event)
            for one in self.timeline.moments
            if isinstance(one.event, AnswerGiven) and one.n not in self.left
        ]
        yield "### Hot wash"
        for question in dict.fromkeys(event.question for _, event in given):
            yield f"*{escaped(question)}*"
            yield listed(
                f"**{escaped(self.words.seat(event.seat))}**: "
                f"{escaped(STRUCK if n in self.struck else event.text)}"
                for n, event in given
                if event.question == question
            )

    def _checks(self) -> str:
        """The receipts, the commitment and the seed: what a reader can hold the record to."""
        view, verdict = self.view, self.verdict
        sound = "is sound" if verdict.ok else "**is not sound**"
        lines = [
            f"The save has the head {code(receipt(verdict.head))} and {sound}.",
            f"Commitment to the seed: {code(view.commitment)}",
            f"Seed: {code(view.seed)}" if view.seed else "The seed is still sealed.",
            "The seed was given, as all were shown." if view.seed_given else "",
        ]
        heads = [[one.at, code(receipt(one.head))] for one in view.heads]
        return joined(
            [
                "## Fairness",
                listed(filter(None, lines)),
                table(["at the", "head receipt"], heads) if heads else "",
            ]
        )
