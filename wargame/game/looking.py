"""How a view is made: `view_for(state, who)` copies, field by field, what `who` may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wargame.game import seals
from wargame.game.adjudication import difficulty_of, estimators, odds_of
from wargame.game.cards import closed_options
from wargame.game.changes import (
    CardMove,
    Change,
    CountChange,
    Detected,
    DrawCards,
    EndingMade,
    FactEnded,
    FactMade,
    Scheduled,
    TrackChange,
)
from wargame.game.names import FACILITATOR, TWO_DICE
from wargame.game.orders import turn_order, why_closed
from wargame.game.scenario import Card, Track
from wargame.game.state import Happening, Judged, Sealed, State
from wargame.game.views import (
    AdjudicationView,
    ArgumentView,
    CardView,
    ChangeView,
    DilemmaView,
    FactorView,
    FactView,
    HappeningView,
    HeadView,
    JudgedView,
    MenuItem,
    MessageView,
    ObjectiveView,
    OptionView,
    OrderView,
    SeatView,
    TargetView,
    TrackView,
    View,
    sees,
)


def view_for(state: State, who: str, heads: Sequence[HeadView] = ()) -> View:
    """What `who` may see: a seat's id, `facilitator`, or `public` (which observers see too)."""
    scenario, board = state.scenario, state.board
    calendar = scenario.setups[state.setup].calendar
    view = View(
        who=who,
        session=state.session,
        scenario=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        banner=state.banner,
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
        heads=list(heads),
    )
    view.tracks = [track_view(state, track) for track in scenario.tracks if sees(track.sees, who)]
    view.facts = [
        FactView(fact.fact, fact.text, fact.owner, fact.modifier, fact.until, fact.source)
        for fact in board.facts.values()
        if sees(fact.sees, who)
    ]
    view.seats = _seats(state, who)
    view.people = {person.id: person.name for person in state.people.values()}
    view.happenings = [
        one for one in (happening_view(state, what, who) for what in state.happenings) if one
    ]
    view.dilemmas = _dilemmas(state, who)
    view.messages = [
        MessageView(one.turn, one.sender, list(one.to), one.text)
        for one in state.messages
        if who == FACILITATOR or who == one.sender or who in one.to
    ]
    _orders(view, state, who)
    _seat_only(view, state, who)
    _end(view, state, who)
    return view


def track_view(state: State, track: Track) -> TrackView:
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
    )


def change_views(state: State, changes: Iterable[Change], who: str) -> list[ChangeView]:
    """The changes that `who` may see, in words."""
    views = (change_view(state, change, who) for change in changes)
    return [one for one in views if one is not None]


def change_view(state: State, change: Change, who: str) -> ChangeView | None:
    """One change in words; None when `who` may not see it."""
    scenario = state.scenario
    match change:
        case TrackChange():
            track = scenario.track(change.track)
            if not sees(track.sees, who):
                return None
            return ChangeView(
                "track", track.id, track.name, change.before, change.after, change.why
            )
        case FactMade():
            if not sees(change.sees, who):
                return None
            return ChangeView("fact", change.fact, change.text, 0, change.until, change.why)
        case FactEnded():
            rule = scenario.facts.get(change.fact)
            if not sees(rule.sees if rule else ("*",), who):
                return None
            return ChangeView("end", change.fact, rule.text if rule else "", 0, 0, change.why)
        case EndingMade():
            title = next((one.title for one in scenario.endings if one.id == change.ending), "")
            return ChangeView("ending", change.ending, title, 0, 0, "")
        case Detected():
            return ChangeView("detect", change.order_id, "A covert order", 0, 0, change.why)
        case CountChange() | Scheduled() | CardMove() | DrawCards():
            return _hidden_change(state, change) if who == FACILITATOR else None


def _hidden_change(
    state: State, change: CountChange | Scheduled | CardMove | DrawCards
) -> ChangeView:
    """A change that only the facilitator sees."""
    match change:
        case CountChange():
            return ChangeView("count", change.name, change.name, 0, change.after, "")
        case Scheduled():
            why = state.scenario.later[change.key].why
            return ChangeView("later", change.key, "Later", 0, change.turn, why)
        case CardMove():
            title = state.scenario.cards[change.card].title
            return ChangeView("card", change.card, f"{title}: {change.where}", 0, 0, "")
        case DrawCards():
            return ChangeView("draw", change.deck, change.deck, 0, change.count, "")


def happening_view(state: State, what: Happening, who: str) -> HappeningView | None:
    """Something that happened by itself; None when nothing of it may be seen."""
    scenario, cause = state.scenario, what.cause
    changes = change_views(state, what.changes, who)
    match cause.kind:
        case "card" | "lasting" | "option":
            card = scenario.cards[cause.id.split("/")[0]]
            if not sees(card.sees, who) and not changes:
                return None
            if not sees(card.sees, who):
                return HappeningView("hidden", "", "", "", what.fired, changes)
            text = card.text
            if cause.kind == "option":
                chosen = cause.id.split("/")[1]
                text = next((one.text for one in card.options if one.id == chosen), "")
            return HappeningView(cause.kind, card.title, text, card.source, what.fired, changes)
        case "rule":
            rule = next(one for one in scenario.rules if one.id == cause.id)
            if not sees(rule.sees, who):
                return (
                    HappeningView("hidden", "", "", "", fired=True, changes=changes)
                    if changes
                    else None
                )
            return HappeningView("rule", rule.name, rule.text, rule.source, what.fired, changes)
        case "later":
            effect = scenario.later[cause.id]
            if not changes:
                return None
            return HappeningView("later", effect.why, "", effect.source, what.fired, changes)
        case "expiry" | "order":
            return HappeningView("expiry", "", "", "", what.fired, changes) if changes else None


def _seats(state: State, who: str) -> list[SeatView]:
    seats = []
    for seat in state.scenario.seats:
        orders_in = sum(one.seat == seat.id for one in state.sealed.values())
        seats.append(
            SeatView(
                seat.id,
                seat.name,
                [one.id for one in state.people.values() if one.seat == seat.id],
                state.playbooks.get(seat.id, ""),
                seat.id in state.phrases,
                seat.orders,
                orders_in if who in (seat.id, FACILITATOR) else -1,
            )
        )
    return seats


def _dilemmas(state: State, who: str) -> list[DilemmaView]:
    views = []
    for card_id, seat in state.dilemmas.items():
        card = state.scenario.cards[card_id]
        if who in (seat, FACILITATOR) or sees(card.sees, who):
            options = _options(state, card) if who in (seat, FACILITATOR) else []
            views.append(DilemmaView(card_id, card.title, card.text, seat, options))
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


def order_view(state: State, sealed: Sealed) -> OrderView:
    """An order, whole."""
    rule = state.scenario.orders.get(sealed.order.move)
    target = sealed.order.target
    name = next((one.name for one in rule.targets if one.id == target), "") if rule else ""
    return OrderView(
        sealed.order_id,
        sealed.seat,
        sealed.order.move,
        rule.name if rule else "Free order",
        sealed.order.action,
        sealed.order.result,
        list(sealed.order.reasons),
        target,
        name,
        sealed.order.covert,
        list(sealed.order.assets),
        seals.receipt(sealed.seal) if sealed.seal else "",
        sealed.seal,
        sealed.nonce,
    )


def may_see_order(state: State, sealed: Sealed, who: str) -> bool:
    """Whether a revealed order may be seen: a covert one by its seat and the facilitator until detected."""
    if who in (sealed.seat, FACILITATOR) or not sealed.order.covert:
        return True
    return sealed.order_id in state.detected


def _orders(view: View, state: State, who: str) -> None:
    """This turn's orders, the one on the table, and those ruled on."""
    view.sealed = [
        order_view(state, one)
        for one in state.sealed.values()
        if who == FACILITATOR or who == one.seat
    ]
    visible = [
        state.sealed[one]
        for one in state.revealed
        if one in state.sealed and may_see_order(state, state.sealed[one], who)
    ]
    view.revealed = [order_view(state, one) for one in visible]
    waiting = set(state.queue)
    view.waiting = [one.order_id for one in visible if one.order_id in waiting]
    table = state.adjudication
    if table is not None and may_see_order(state, state.sealed[table.order_id], who):
        view.adjudication = _adjudication(state, who)
    view.judged = [
        judged_view(state, one, who)
        for one in state.judged
        if may_see_order(state, one.sealed, who)
    ]


def _adjudication(state: State, who: str) -> AdjudicationView | None:
    table = state.adjudication
    if table is None:
        return None
    sealed = state.sealed[table.order_id]
    odds = odds_of(state, table)
    two = table.method in TWO_DICE
    fallback = (0, difficulty_of(state, table) if two else 0, -1)
    modifier, needed, chance = odds if odds is not None else fallback
    return AdjudicationView(
        order_view(state, sealed),
        table.method,
        [FactorView(one.by, one.why, one.source) for one in table.factors],
        [
            ArgumentView(one.id, one.side, one.text, one.author, one.weight)
            for one in table.arguments
        ],
        modifier,
        needed,
        chance,
        6 if two else 100,
        table.called is not None,
        table.called is not None and table.called.entered,
        list(table.throw.dice) if table.throw else [],
        table.quality,
        table.margin,
        change_views(state, table.proposed, who),
        table.text,
        table.reason,
        estimators(state, sealed.seat) if table.method == "estimate" else [],
        list(table.estimates) if who == FACILITATOR else [],
        dict(table.estimates) if table.shown else {},
        table.given,
    )


def judged_view(state: State, judged: Judged, who: str) -> JudgedView:
    """An order that was ruled on, with the changes that `who` may see."""
    return JudgedView(
        order_view(state, judged.sealed),
        judged.turn,
        judged.method,
        judged.quality,
        judged.margin,
        judged.modifier,
        list(judged.throw.dice) if judged.throw else [],
        judged.throw is not None and judged.throw.entered,
        change_views(state, judged.changes, who),
        judged.text,
        judged.narrative,
    )


def _seat_only(view: View, state: State, who: str) -> None:
    """What a seat alone sees: its brief, its hand, its menu."""
    for seat in state.scenario.seats:
        if seat.id != who:
            continue
        view.brief = seat.brief
        view.hand = [_card(state.scenario.cards[card]) for card in state.hands[who]]
        view.menu = [
            MenuItem(
                rule.id,
                rule.name,
                rule.text,
                rule.result,
                rule.covert,
                cost_words(state, rule.cost),
                [TargetView(one.id, one.name) for one in rule.targets],
                why_closed(state, rule),
                rule.source,
            )
            for rule in state.scenario.orders.values()
            if rule.seat == who
        ]


def _card(card: Card) -> CardView:
    return CardView(card.id, card.title, card.text, card.bonus, list(card.suits), card.source)


def _end(view: View, state: State, who: str) -> None:
    """Endings, objectives (everyone's once the hot wash has begun), answers and votes."""
    over = state.phase in ("hotwash", "closed")
    for ending in state.scenario.endings:
        if ending.id == state.ending:
            view.ending, view.ending_text = ending.title, ending.text
    for seat in state.scenario.seats:
        if over or who in (seat.id, FACILITATOR):
            held = state.held.get(seat.id, {})
            view.objectives += [
                ObjectiveView(seat.id, one.id, one.text, one.private, one.main, held.get(one.id))
                for one in seat.objectives
            ]
    if over:
        view.answers = list(state.answers)
        view.votes = dict(state.votes)
