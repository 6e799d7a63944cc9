"""How a view is made: `view_for(state, who)` copies, field by field, what `who` may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wargame.game.audience import PUBLIC, sees
from wargame.game.cards import closed_options
from wargame.game.changes import FactMade
from wargame.game.looking.changes import change_views, happening_view, only_for
from wargame.game.looking.fairness import ledger
from wargame.game.looking.injects import injects_view
from wargame.game.looking.orders import adjudication_view, judged_view, order_view
from wargame.game.looking.room import objective_views, room_views
from wargame.game.looking.secret import secret_views
from wargame.game.looking.silence import silence_views
from wargame.game.looking.timing import clock_view, pace_view
from wargame.game.looking.undertakings import undertaking_views
from wargame.game.names import FACILITATOR, RANDOM
from wargame.game.orders import given, may_see_order, turn_order, why_closed
from wargame.game.pieces import Card, OrderRule, Seat, Track
from wargame.game.seating import eyes, seated_in, together
from wargame.game.state import State
from wargame.game.views import (
    AskedView,
    CardView,
    DilemmaView,
    FactView,
    HeadView,
    MenuItem,
    MessageView,
    OptionView,
    SeatView,
    TargetView,
    ThrowView,
    TrackView,
    TurnedView,
    View,
)

TURN_ZERO = "TURN ZERO: a rehearsal, nothing of it counts"
"""Stands in the banner, on every screen, while a rehearsal goes on."""

__all__ = [
    "adjudication_view",
    "change_views",
    "happening_view",
    "judged_view",
    "may_see_order",
    "order_view",
    "track_view",
    "view_for",
]


def view_for(state: State, who: str, heads: Sequence[HeadView] = (), person: str = "") -> View:
    """What `who` may see: a seat's id, `facilitator`, `public` or `observer:<id>`.

    `person` is who of a seat looks: some objectives are one person's alone.
    """
    looking = eyes(state, who)
    view = _seen(state, looking, heads, person)
    view.who = who
    room_views(view, state, who, looking)
    return view


def _seen(state: State, who: str, heads: Sequence[HeadView], person: str) -> View:
    """The game as a seat, the facilitator or the public may see it."""
    view = _frame(state, who, heads)
    tracks = state.scenario.tracks
    view.tracks = [track_view(state, track, who) for track in tracks if sees(track.sees, who)]
    view.facts = _facts(state.board.facts, who)
    view.facts_before = _facts(state.facts_before, who)
    view.declared = _declared(state) if who == FACILITATOR else []
    view.seats = _seats(state, who)
    view.people = {person.id: person.name for person in state.people.values()}
    view.happenings = [
        one for one in (happening_view(state, what, who) for what in state.happenings) if one
    ]
    view.dilemmas = _dilemmas(state, who)
    view.ledger = ledger(state, who)
    view.messages = [
        MessageView(one.turn, one.sender, list(one.to), one.text)
        for one in state.messages
        if who == FACILITATOR or who == one.sender or who in one.to
    ]
    view.throwing = _throwing(state, who)
    view.injects = injects_view(state) if who == FACILITATOR else None
    view.asked = [
        AskedView(one.question, one.seat, one.turn, one.text, one.reply, one.person)
        for one in state.asked.values()
        if who in (one.seat, FACILITATOR)
    ]
    view.followed = state.followed and who == FACILITATOR
    view.turned = _turned(state) if who == FACILITATOR else []
    view.secret_arguments = state.secret_arguments
    view.secrets = secret_views(state, who)
    _orders(view, state, who)
    undertaking_views(view, state, who)
    _seat_only(view, state, who)
    _end(view, state, who, person)
    view.pace = pace_view(state, who)
    view.clock = clock_view(state, who)
    silence_views(view, state, who)
    return view


def _facts(facts: Mapping[str, FactMade], who: str) -> list[FactView]:
    """Those of some facts that `who` knows of."""
    return [fact_view(fact, who) for fact in facts.values() if sees(fact.sees, who)]


def _turn_is_over(state: State) -> bool:
    """Whether the turn is settled, with nothing left to rule on: only then it has a receipt."""
    if state.phase in ("hotwash", "closed"):
        return True
    waits = state.queue or state.adjudication is not None or state.called is not None
    return state.phase == "wrap" and state.settled and not waits


def _frame(state: State, who: str, heads: Sequence[HeadView]) -> View:
    """What everyone sees: which game this is and where it stands."""
    scenario, board = state.scenario, state.board
    calendar = scenario.setups[state.setup].calendar
    return View(
        who=who,
        session=state.session,
        scenario=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        banner="  ".join(filter(None, (state.banner, TURN_ZERO if state.rehearsal else ""))),
        setup=scenario.setups[state.setup].title,
        phase=state.phase,
        settled=state.settled,
        turn=board.turn,
        turns=board.turns,
        label=calendar[board.turn - 1] if 0 < board.turn <= len(calendar) else "",
        commitment=state.commitment,
        seed_given=state.seed_given,
        seed=state.seed.hex() if state.closed else "",
        first=turn_order(state) if board.turn else [],
        heads=[one for one in heads if one.turn < state.board.turn or _turn_is_over(state)],
        rehearsal=state.rehearsal,
    )


def _turned(state: State) -> list[TurnedView]:
    """The cards that wait for the facilitator."""
    cards = ((state.scenario.cards[card], mark) for card, mark in state.turned.items())
    return [
        TurnedView(
            card.id,
            card.title,
            card.text,
            card.source,
            mark == "held",
            only_for(state, card.sees, FACILITATOR),
        )
        for card, mark in cards
    ]


def fact_view(fact: FactMade, who: str) -> FactView:
    """A fact; the facilitator is shown who knows of it, too."""
    to = ([PUBLIC] if "*" in fact.sees else list(fact.sees)) if who == FACILITATOR else []
    return FactView(
        fact.fact,
        fact.text,
        fact.owner,
        fact.modifier,
        fact.until,
        fact.source,
        fact.situation,
        to,
    )


def _declared(state: State) -> list[FactView]:
    """The scenario's facts that do not hold now, as they would be established."""
    return [
        FactView(rule.id, rule.text, rule.owner, rule.modifier, 0, "")
        for rule in state.scenario.facts.values()
        if rule.id not in state.board.facts
    ]


def _throwing(state: State, who: str) -> ThrowView | None:
    """The d100 that is to be thrown by hand for a rule or an effect: the facilitator's business."""
    call = state.called
    if call is None or not call.entered or who != FACILITATOR:
        return None
    scenario, cause = state.scenario, call.cause
    match cause.kind:
        case "card" | "lasting" | "option":
            what = scenario.cards[cause.id.split("/")[0]].title
        case "rule":
            what = next(one.name for one in scenario.rules if one.id == cause.id)
        case "later":
            what = scenario.later[cause.id].why
        case "order":
            move = state.sealed[cause.id].order.move
            what = scenario.orders[move].name if move else "Free order"
        case "expiry":
            what = ""
    return ThrowView(what, call.needed)


def track_view(state: State, track: Track, who: str) -> TrackView:
    """A track with its value, its band, and where it stood when the turn began."""
    value = state.value(track.index)
    word = sentence = ""
    for band in track.bands:
        if band.start <= value:
            word, sentence = band.word, band.text
    return TrackView(
        track.id,
        track.name,
        track.group,
        track.kind,
        value,
        state.before[track.index],
        track.low,
        track.high,
        word,
        sentence,
        track.better,
        track.seat,
        "*" in track.sees,
        track.derived is not None,
        only_for(state, track.sees, who),
    )


def _seats(state: State, who: str) -> list[SeatView]:
    seats = []
    for seat in state.scenario.seats:
        orders_in = sum(one.seat == seat.id for one in given(state))
        seats.append(
            SeatView(
                seat.id,
                seat.name,
                seated_in(state, seat.id),
                state.playbooks.get(seat.id, ""),
                seat.id in state.phrases,
                seat.orders,
                orders_in if who in (seat.id, FACILITATOR) else -1,
                [RANDOM, *state.scenario.playbooks.get(seat.id, {})] if who == FACILITATOR else [],
                [one for one in together(state, seat.id) if one != seat.id],
            )
        )
    return seats


def _dilemmas(state: State, who: str) -> list[DilemmaView]:
    views = []
    for card_id, seat in state.dilemmas.items():
        card = state.scenario.cards[card_id]
        if who in (seat, FACILITATOR) or sees(card.sees, who):
            options = _options(state, card) if who in (seat, FACILITATOR) else []
            views.append(
                DilemmaView(
                    card_id, card.title, card.text, seat, options, only_for(state, card.sees, who)
                )
            )
    return views


def _options(state: State, card: Card) -> list[OptionView]:
    """The ways out of a dilemma."""
    closed = {option: refused.sentence for option, refused in closed_options(state, card).items()}
    return [
        OptionView(one.id, one.text, cost_words(state, one.cost), closed.get(one.id, ""))
        for one in card.options
    ]


def cost_words(state: State, cost: tuple[tuple[int, int], ...]) -> list[str]:
    """A cost as people read it: `Treasury 2`."""
    return [f"{state.scenario.tracks[index].name} {amount}" for index, amount in cost]


def _orders(view: View, state: State, who: str) -> None:
    """This turn's orders, the one on the table, and those ruled on."""
    view.sealed = [
        order_view(state, one, who) for one in given(state) if who == FACILITATOR or who == one.seat
    ]
    visible = [
        state.sealed[one]
        for one in state.revealed
        if one in state.sealed and may_see_order(state, state.sealed[one], who)
    ]
    view.revealed = [order_view(state, one, who) for one in visible]
    known = {one.order_id for one in visible}
    view.waiting = [one for one in state.queue if one in known]
    table = state.adjudication
    if table is not None and may_see_order(state, state.sealed[table.order_id], who):
        view.adjudication = adjudication_view(state, who)
    view.judged = [
        judged_view(state, one, who)
        for one in state.judged
        if may_see_order(state, one.sealed, who)
    ]


def _seat_only(view: View, state: State, who: str) -> None:
    """What a seat alone sees: its brief, its hand, its menu."""
    for seat in state.scenario.seats:
        if seat.id != who:
            continue
        view.brief = seat.brief
        view.hand = [_card(state.scenario.cards[card]) for card in state.hands[who]]
        view.menu = [
            _menu_item(state, seat, rule)
            for rule in state.scenario.orders.values()
            if rule.seat == who
        ]


def _menu_item(state: State, seat: Seat, rule: OrderRule) -> MenuItem:
    """An order of the menu, and whether it can be given now: in place of the only one, where there is one."""
    mine = [one.order_id for one in given(state) if one.seat == seat.id]
    instead = mine[0] if mine and seat.orders == 1 else ""
    targets = [
        TargetView(one.id, one.name, why_closed(state, rule, instead, place))
        for place, one in enumerate(rule.targets)
    ]
    return MenuItem(
        rule.id,
        rule.name,
        rule.text,
        rule.result,
        rule.covert,
        cost_words(state, rule.cost),
        targets,
        why_closed(state, rule, instead),
        rule.source,
    )


def _card(card: Card) -> CardView:
    return CardView(card.id, card.title, card.text, card.bonus, list(card.suits), card.source)


def _end(view: View, state: State, who: str, person: str) -> None:
    """Endings, objectives (everyone's once the hot wash has begun), answers and votes."""
    over = state.phase in ("hotwash", "closed")
    for ending in state.scenario.endings:
        if ending.id == state.ending:
            view.ending, view.ending_text = ending.title, ending.text
    for seat in state.scenario.seats:
        view.objectives += objective_views(state, seat, who, person)
    if over:
        view.answers = list(state.answers)
        view.votes = dict(state.votes)
