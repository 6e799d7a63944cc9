"""One turn in a report: what came, what was said, ordered and ruled, and how the board moved."""

from __future__ import annotations

from wargame.game.seals import receipt
from wargame.reports.effects_told import bookkeeping, chance_told, happened_told
from wargame.reports.markdown import code, escaped, joined, listed, table
from wargame.reports.order_told import order_told
from wargame.reports.record import Happened, Ordered, Record, Turn
from wargame.reports.talks_told import silence_lines, versions_told
from wargame.reports.telling.undertakings import protection_told
from wargame.reports.words import Words, clock, free, signed


def turn_told(turn: Turn, words: Words) -> str:
    """The whole turn as a chapter."""
    label = f": {escaped(turn.label)}" if turn.label else ""
    first = f"Order of the turn: {escaped(words.seats(turn.first))}. " if turn.first else ""
    took = (
        f"{clock(turn.began)} to {clock(turn.ended)}."
        if turn.ended
        else f"From {clock(turn.began)}."
    )
    return joined(
        [
            f"## Turn {turn.number}{label}",
            first + took,
            *_came(turn, words),
            *_injects(turn),
            *_talks(turn, words),
            *_orders(turn, words),
            *silence_lines(turn, words),
            *_by_hand(turn, words),
            *_wrapped(turn, words),
            *_board(turn, words),
            _closing(turn, words),
        ]
    )


def _came(turn: Turn, words: Words) -> list[str]:
    """What came before the orders: cards, rules and effects set going earlier."""
    came = [one for one in turn.happened if one.phase in ("setup", "event")]
    blocks = ["### What came"] if came or turn.cards else []
    blocks += _told(came, words)
    drawn = [
        f"{escaped(words.seat(seat))} drew “{escaped(words.card(card))}”"
        for seat, card in turn.cards
    ]
    if drawn:
        blocks.append(f"To the hands: {'; '.join(drawn)}.")
    return blocks


def _injects(turn: Turn) -> list[str]:
    """What the facilitator fired, held, skipped and wrote."""
    return (
        ["### Injects and cards held", listed([escaped(one) for one in turn.injects])]
        if turn.injects
        else []
    )


def _told(happened: list[Happened], words: Words) -> list[str]:
    """What happened, one after the other; rules that only count for others share a line."""
    blocks = [happened_told(one, words) for one in happened if not bookkeeping(one)]
    counting = [escaped(one.title) for one in happened if bookkeeping(one)]
    if counting:
        blocks.append(f"Rules that only kept count: {'; '.join(counting)}.")
    return blocks


def _talks(turn: Turn, words: Words) -> list[str]:
    """What was said."""
    if not (turn.messages or turn.talks or turn.noted):
        return []
    said = [
        f"**{escaped(words.seat(one.sender))}** to {escaped(words.seats(one.to))}"
        f"{_person(one.person, words)}: {escaped(one.text)}"
        for one in turn.messages
    ]
    return ["### Talks", *([listed(said)] if said else []), *versions_told(turn, words)]


def _person(person: str, words: Words) -> str:
    return f" ({escaped(words.person(person))})" if person else ""


def _orders(turn: Turn, words: Words) -> list[str]:
    """Every order, in the order in which they were taken up."""
    if not turn.orders and not turn.holding:
        return []
    last = 1 << 60
    ranked = sorted(
        turn.orders.values(), key=lambda one: one.judgement.n if one.judgement else last
    )
    blocks = ["### Orders and results", *(order_told(one, words) for one in ranked)]
    if turn.holding:
        blocks.append(f"Without an order: {escaped(words.seats(turn.holding))}.")
    return blocks


def _by_hand(turn: Turn, words: Words) -> list[str]:
    """What the facilitator did beside the rules."""
    items = [
        f"Set by hand: **{escaped(words.track(one.track))} {one.before} → {one.after}**. "
        f"Why: {escaped(one.reason)}"
        for one in turn.adjusted
    ]
    for recorded in turn.facts:
        fact = recorded.fact
        modifier = f", {signed(fact.modifier)}" if fact.modifier else ""
        owner = f" for {escaped(words.seat(fact.owner))}" if fact.owner else ""
        until = f", until the end of turn {fact.until}" if fact.until else ""
        order = f", of {escaped(words.order(recorded.order_id))}" if recorded.order_id else ""
        items.append(f"Recorded as a fact{owner}{modifier}{until}{order}: **{escaped(fact.text)}**")
    items += [escaped(one) for one in (*turn.facts_changed, *turn.asked)]
    items += [escaped(protection_told(one, words)) for one in turn.guarded]
    for handed in turn.handed:
        seat = escaped(words.seat(handed.seat))
        to = f"to the playbook {code(handed.playbook)}" if handed.playbook else "back to its people"
        items.append(f"{seat} was handed {to}.")
    return ["### By the facilitator", listed(items)] if items else []


def _wrapped(turn: Turn, words: Words) -> list[str]:
    """What fired by itself after the orders came in."""
    fired = [one for one in turn.happened if one.phase not in ("setup", "event")]
    blocks = ["### What followed by itself"] if fired or turn.missed else []
    blocks += _told(fired, words)
    missed = [f"{escaped(words.cause(one.call.cause))}. {chance_told(one)}" for one in turn.missed]
    if missed:
        blocks.append(f"Rules whose chance did not come off:\n\n{listed(missed)}")
    return blocks


def _board(turn: Turn, words: Words) -> list[str]:
    """The tracks that moved, from the turn's beginning to its end."""
    if not turn.start or not turn.end:
        return []  # before turn 1 nothing has moved
    rows = []
    for track in words.state.scenario.tracks:
        start, end = turn.start[track.index], turn.end[track.index]
        if start != end:
            rows.append([escaped(track.name), str(start), str(end), signed(end - start)])
    blocks = ["### The board at the end of the turn"]
    still = len(words.state.scenario.tracks) - len(rows)
    if rows:
        blocks.append(table(["track", "start", "end", ""], rows, right=[1, 2, 3]))
    blocks.append(f"{still} of {still + len(rows)} tracks stand where they stood.")
    return blocks


def _closing(turn: Turn, words: Words) -> str:
    """Ending and head receipt."""
    said = []
    if turn.ending:
        endings = words.state.scenario.endings
        ending = next((one for one in endings if one.id == turn.ending), None)
        title = ending.title if ending else turn.ending
        text = f" {escaped(ending.text)}" if ending else ""
        said.append(f"**An ending was reached: {escaped(title)}.**{text}")
    if turn.played_on is not None:
        said.append(f"The table played on, up to turn {turn.played_on.turns}.")
    if turn.head:
        said.append(f"Head receipt shown to every seat: {code(receipt(turn.head))}.")
    return " ".join(said)


def in_short(record: Record, words: Words) -> str:
    """The whole game as one table: a row a turn, a column a seat."""
    seats = record.scenario.seats
    rows = []
    for turn in record.turns:
        label = f" {escaped(turn.label)}" if turn.label else ""
        came = [one.title for one in turn.happened if _counts(one)]
        rows.append(
            [
                f"{turn.number}{label}",
                escaped("; ".join(dict.fromkeys(came))) or "–",
                *(_in_short(turn, seat.id, words) for seat in seats),
            ]
        )
    head = ["turn", "what came", *(escaped(seat.name) for seat in seats)]
    return table(head, rows) if rows else "No turn was played."


def _counts(happened: Happened) -> bool:
    """Whether something that happened belongs in one line about the turn."""
    return (
        happened.fired and happened.phase == "event" and happened.cause.kind in ("card", "option")
    )


def _in_short(turn: Turn, seat: str, words: Words) -> str:
    """A seat's orders of a turn with their results."""
    said = [
        _one_in_short(one, words)
        for one in turn.orders.values()
        if one.seat == seat and one.last is not None
    ]
    return "; ".join(said) or "–"


def _one_in_short(ordered: Ordered, words: Words) -> str:
    sealed, judged = ordered.last, ordered.judgement
    rule = words.state.scenario.orders.get(sealed.order.move) if sealed else None
    name = escaped(rule.name if rule else free(sealed.order.action) if sealed else "")
    if judged is None or judged.accepted is None:
        return f"{name}: not ruled on"
    return f"{name}: **{judged.accepted.quality}**"
