"""The order on the table, part by part: what is ordered, what speaks for and against, the odds, the result."""

from __future__ import annotations

from dataclasses import field
from typing import assert_never

from textual.content import Content

from wargame.game.commands import Edit
from wargame.game.names import Method, Weight
from wargame.game.records import dataclass
from wargame.game.views import AdjudicationView, ArgumentView, ChangeView, FactorView, OrderView
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.widgets.changes import bookkeeping, change_lines, change_short
from wargame.tui.widgets.lines import hanging, heading
from wargame.tui.widgets.odds import contest_text, odds_line, others_text, result_line
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.story import source_text

ONE_COLUMN = 56
"""Below this width the weight of an argument stands behind its words, not in a column before them."""
WEIGHTS: dict[Weight, str] = {"counted": "counted", "strong": "strong", "set_aside": "set aside"}


@dataclass(slots=True, frozen=True)
class Named:
    """An order with its seat's name."""

    seat: str
    order: OrderView
    project: str = ""


def order_headline(part: Named) -> Content:
    """Seat, order, target, and whether it is covert."""
    target = f" -> {part.order.target_name}" if part.order.target_name else ""
    covert = plain("  COVERT", "bold $warning") if part.order.covert else ""
    return joined(plain(f"{part.seat}: {part.order.name}{target}", "bold", lines=False), covert)


def order_lines(part: Named, width: int, *, reasons: bool = False) -> list[Content]:
    """An order as it is read out: its words, the result wanted, its reasons, and what it was sealed with."""
    order = part.order
    lines = hanging(order_headline(part), width)
    lines += hanging(order.action, width, "  ")
    if order.result:
        lines += hanging(order.result, width, "  Wanted: ")
    if order.ends:
        lines += hanging(order.ends, width, "  To end: ")
    if reasons:
        for one in order.reasons:
            lines += hanging(one, width, "  Because ")
    if part.project:
        lines += hanging(part.project, width, "  Project: ")
    if order.with_cards:
        lines += hanging(", ".join(order.with_cards), width, "  With: ")
    return lines


class OrderCard(Part[Named]):
    """The order on the table."""

    def written(self, part: Named, width: int) -> Content:
        """Headline, words, result wanted."""
        return stacked(order_lines(part, width))


@dataclass(slots=True, frozen=True)
class Arguing:
    """Arguments with their authors' names, the factors, and the method that counts them."""

    arguments: list[ArgumentView]
    authors: list[str]
    factors: list[FactorView]
    method: Method


class Counted(Part[Arguing]):
    """What speaks for and against the order, and how it is counted."""

    def written(self, part: Arguing, width: int) -> Content:
        """Arguments with their numbers, then factors with their sources."""
        lines = []
        for place, (one, author) in enumerate(zip(part.arguments, part.authors, strict=True), 1):
            weight = WEIGHTS[one.weight]
            if width < ONE_COLUMN:
                said = joined(one.text, plain(f"({author}, {weight})", "dim"), between=" ")
                lines += hanging(said, width, f" {place} {stance(one)} ")
            else:
                said = joined(one.text, plain(f"({author})", "dim"), between=" ")
                lines += hanging(said, width, f" {place} {stance(one)} {weight:<9} ")
        counts = part.method in ("weighted", "opposed")
        if part.factors:
            total = sum(one.by for one in part.factors)
            how = f"counted already: {total:+d}" if counts else "this method leaves them out"
            lines.append(joined(heading("Factors"), plain(f"  {how}", "dim")))
        for factor in part.factors:
            text = joined(factor.why, plain(source_text(factor.source), "dim"), between=" ")
            lines += hanging(text, width, f" {factor.by:+d} ")
        return stacked(lines or [plain("Nothing counts for or against it yet.", "dim")])


def stance(one: ArgumentView) -> str:
    """What an argument is for or against, in seven cells."""
    match one.about:
        case "action":
            return "for    " if one.side == "pro" else "against"
        case "opposing":
            return "other +" if one.side == "pro" else "other -"
        case "consequences":
            return "after  "
        case _:
            assert_never(one.about)


@dataclass(slots=True, frozen=True)
class Odds:
    """The order on the table, the names of those who estimate it, and what is said of the spotlight."""

    table: AdjudicationView
    names: dict[str, str]
    spotlight: str = ""


def estimates_text(part: Odds) -> list[str]:
    """The estimates once they are shown, and who is far off; before, who has given one."""
    table = part.table
    return [*_objected(table), *_numbers_text(part)]


def _objected(table: AdjudicationView) -> list[str]:
    """What a late objection made of the numbers given before it."""
    match table.objected:
        case "again":
            again = "The numbers given before the objection do not count: they are asked for again."
            return [again] if table.given < 0 else []
        case "kept":
            return ["The numbers were given before the objection, and kept."]
        case "":
            return []
        case _:
            assert_never(table.objected)


def _numbers_text(part: Odds) -> list[str]:
    """The numbers that people gave, by the method that asks for them."""
    table = part.table
    if table.estimates:
        given = [f"{part.names.get(one, one)} {value}" for one, value in table.estimates.items()]
        far = [part.names.get(one, one) for one in table.far_off if one not in table.whys]
        said = [f"Estimates: {', '.join(given)}; median {table.given}."]
        said += [f"{part.names.get(one, one)}: {why}" for one, why in table.whys.items()]
        return [*said, f"Ask why (W): {', '.join(far)}."] if far else said
    if table.hands:
        return [f"Hands: {table.hands[0]} of {table.hands[1]} raised."]
    if table.leanings:
        agree, unsure, disagree = table.leanings
        return [f"Leanings: {agree} agree, {unsure} not sure, {disagree} disagree."]
    if table.method == "estimate" and table.estimators:
        asked = ", ".join(part.names.get(one, one) for one in table.estimators)
        return [f"Who estimates: {asked}. {len(table.estimated)} in."]
    return []


class OddsLine(Part[Odds]):
    """Method and odds, fixed before any die is thrown."""

    def written(self, part: Odds, width: int) -> Content:
        """The method, what must be shown, the chance; the estimates below."""
        table = part.table
        fixed = "  Fixed: throw." if table.called and not table.dice else ""
        line = joined(odds_line(table), plain(fixed, "bold"))
        lines = hanging(line, width, "Odds: ")
        for said in estimates_text(part):
            lines += hanging(said, width, "  ")
        if table.contest is not None:
            lines += hanging(contest_text(table, part.names), width, "  ")
        if table.others:
            lines += hanging(plain(others_text(table.others), "dim"), width, "  Others: ")
        if part.spotlight:
            lines += hanging(plain(part.spotlight, "bold"), width, "  ")
        if table.reason:
            lines += hanging(table.reason, width, "  Why: ")
        return stacked(lines)


@dataclass(slots=True, frozen=True)
class Ruling:
    """What the facilitator makes of the proposed result before accepting it."""

    drop: frozenset[int] = frozenset()
    add: tuple[Edit, ...] = ()
    reason: str = ""
    narrative: str = ""


@dataclass(slots=True, frozen=True)
class Proposal:
    """A result with the facilitator's ruling on it; `names` are the tracks' by id.

    `wanted` is what the order has brought about, where that is no fact yet and could be one; `made` is
    the fact that was made of it.
    """

    table: AdjudicationView
    ruling: Ruling = field(default_factory=Ruling)
    names: dict[str, str] = field(default_factory=dict)
    wanted: str = ""
    made: str = ""


def in_order(changes: list[ChangeView]) -> list[int]:
    """The places of the proposed effects as they are numbered from 1 on: the scenario's own account comes last."""
    return sorted(range(len(changes)), key=lambda place: bookkeeping(changes[place]))


def effect_short(change: ChangeView) -> str:
    """A proposed effect in a few words; what the scenario counts for itself without its name."""
    return "a count of the rules' own" if change.kind == "count" else change_short(change)


def effect_lines(part: Proposal, width: int) -> list[Content]:
    """The effects, numbered without a gap; the scenario's own account in short, its counts without their names."""
    lines, account = [], []
    for number, place in enumerate(in_order(part.table.proposed), 1):
        change, out = part.table.proposed[place], place in part.ruling.drop
        if bookkeeping(change):
            account.append(f"{number} {effect_short(change)}{' LEFT OUT' if out else ''}")
        else:
            lead = f" {number}{' LEFT OUT:' if out else ''} "
            lines += change_lines([change], width, lead=lead)
    if account:
        lines += hanging(plain(f"also {', '.join(account)}", "dim"), width, " ")
    return lines


class Result(Part[Proposal]):
    """What the throw came to, the scenario's text and effects, and what the facilitator changes of it."""

    def written(self, part: Proposal, width: int) -> Content:
        """Quality and dice, text, numbered effects with those left out marked, and the edits."""
        table, ruling = part.table, part.ruling
        if table.quality is None:
            return plain("")
        lines = [plain("-" * width, "dim"), *hanging(result_line(table), width)]
        if table.lowered:
            lines += hanging("Strong by the dice; its consequences make it a success.", width, "  ")
        lines += hanging(table.text, width, "  ") if table.text else []
        lines += effect_lines(part, width)
        if part.wanted:
            lines += hanging(part.wanted, width, "  It has succeeded; f makes it a fact: ")
        elif part.made:
            lines += hanging(part.made, width, "  A fact now: ")
        elif not table.proposed:
            lines.append(plain("  It changes nothing on the board.", "dim"))
        for edit in ruling.add:
            name = part.names.get(edit.track, edit.track)
            lines += hanging(f"{name} is set to {edit.to}: {edit.why}", width, " + ")
        if ruling.reason:
            lines += hanging(ruling.reason, width, " Edited because: ")
        if ruling.narrative:
            lines += hanging(ruling.narrative, width, " Told: ")
        return stacked(lines)
