"""One order in a report: what was ordered, argued, thrown and ruled, and by whom."""

from __future__ import annotations

from wargame.game.changes import OrderText
from wargame.game.events import MethodChosen
from wargame.game.names import FACILITATOR, SIX_SIDED, TWO_DICE, Method
from wargame.game.pieces import Effect
from wargame.game.rulings import result_of
from wargame.game.scenario import Scenario
from wargame.game.seals import receipt
from wargame.reports.asked_told import asked_told, contest_told, project_told
from wargame.reports.effects_told import chances_told, changes_told, throw_told
from wargame.reports.markdown import code, escaped, joined, listed, quoted, table
from wargame.reports.record import Alternative, Argued, Judgement, Ordered
from wargame.reports.telling.argued import stance
from wargame.reports.words import METHODS, WEIGHTS, Words, clock, percent, signed, source_words

SOUND = {
    True: "the order shown is the one that was sealed",
    False: "**the order shown is NOT the one that was sealed**",
    None: "no seal was made",
}
"""What the check of a seal comes to."""


def order_told(ordered: Ordered, words: Words) -> str:
    """The whole order as a section of the report."""
    sealed = ordered.last
    seat = escaped(words.seat(ordered.seat))
    if sealed is None:
        facts = [_versions(ordered), *_earlier(ordered, words)]
        return joined([f"#### {seat}: withdrawn", listed(facts)])
    judged = ordered.judgement
    quality = judged.accepted.quality if judged and judged.accepted else ""
    ending = f" — {quality}" if quality else ""
    order, rule = sealed.order, words.state.scenario.orders.get(sealed.order.move)
    name = escaped(words.move(order.move))
    target = next((one.name for one in rule.targets if one.id == order.target), "") if rule else ""
    at = f" (target: {escaped(target)})" if target else ""
    facts = [
        "*A secret argument, shown when its trigger came.*" if ordered.secret else "",
        "*Covert.*" if order.covert else "",
        f"*Wanted:* {escaped(order.result)}" if order.result else "",
        _to_end(order, words),
        f"*Written by:* {escaped(words.person(order.person))}" if order.person else "",
        "*Written by:* the playbook of the seat" if sealed.label else "",
        f"*With:* {escaped(', '.join(map(words.card, order.assets)))}" if order.assets else "",
        _versions(ordered),
        *_earlier(ordered, words),
    ]
    blocks = [f"#### {seat}: {name}{at}{ending}", quoted(order.action), listed(filter(None, facts))]
    if judged is None:
        state = "It was not taken up." if ordered.revealed else "It was never revealed."
        return joined([*blocks, state])
    return joined([*blocks, *judgement_told(judged, order, words)])


def _to_end(order: OrderText, words: Words) -> str:
    """The situation that its success was to end, for the facilitator: not everybody may know of it."""
    known = order.aimed and words.who == FACILITATOR
    return f"*To end the situation:* {escaped(order.aimed)}" if known else ""


def _effects_of(judged: Judgement, order: OrderText, scenario: Scenario) -> tuple[Effect, ...]:
    """The effects of its result and of the assets that went with it."""
    rule = scenario.orders.get(order.move)
    if rule is None or judged.proposed is None:
        return ()
    found = result_of(rule, judged.proposed.quality).effects
    for asset in order.assets:
        found += scenario.cards[asset].effects
    return found


def _versions(ordered: Ordered) -> str:
    """When it was sealed, revised and withdrawn, and whether its seal fits."""
    last = ordered.versions[-1]
    said = f"*Sealed* {clock(last.at)}" if last.event else f"*Withdrawn* {clock(last.at)}"
    if last.event is not None and last.event.seal:
        said += f", receipt {code(receipt(last.event.seal))}: {SOUND[last.sound]}"
    return said + "."


def _earlier(ordered: Ordered, words: Words) -> list[str]:
    """Every version before the last one, with its texts."""
    items = []
    for one in ordered.versions[:-1]:
        if one.event is None:
            items.append(f"*Withdrawn* {clock(one.at)}.")
            continue
        order = one.event.order
        seal = f", receipt {code(receipt(one.event.seal))}" if one.event.seal else ""
        name = escaped(words.move(order.move))
        reasons = "".join(f" Because: {escaped(reason)}" for reason in order.reasons)
        items.append(
            f"*An earlier version*, {clock(one.at)}{seal}: **{name}**. {escaped(order.action)}{reasons}"
        )
    return items


def judgement_told(judged: Judgement, order: OrderText, words: Words) -> list[str]:
    """How it was adjudicated, block by block."""
    effects = _effects_of(judged, order, words.state.scenario)
    return [
        _method(judged),
        _weighed(judged, words),
        _estimates(judged, words),
        *asked_told(judged, words),
        contest_told(judged, words) or _thrown(judged),
        _others(judged.others),
        *_effects(judged, effects, words),
    ]


def _method(judged: Judgement) -> str:
    """The method, why it was chosen, and what was given for it."""
    ruled = f", ruled on {clock(judged.ended)}" if judged.ended else ""
    said = f"Taken up {clock(judged.at)}{ruled}. Adjudicated by {METHODS[judged.method]}"
    chosen = judged.methods[-1] if judged.methods else None
    if chosen and chosen.given >= 0:
        said += f": {chosen.given} %"
    said += f".{project_told(judged)}"
    if chosen and chosen.reason:
        said += f" Why: {escaped(chosen.reason)}"
    if len(judged.methods) > 1:
        earlier = ", ".join(map(_chosen, judged.methods[:-1]))
        said += f" (Chosen before that: {earlier}.)"
    return said


def _chosen(event: MethodChosen) -> str:
    """A method that was chosen and then given up, with its number and its reason."""
    given = f", {event.given} %" if event.given >= 0 else ""
    reason = f" (why: {escaped(event.reason)})" if event.reason else ""
    return f"{METHODS[event.method]}{given}{reason}"


def _weighed(judged: Judgement, words: Words) -> str:
    """Every factor and argument with what it counted."""
    rows = [
        [
            "factor",
            signed(one.by)
            if judged.method in ("weighted", "opposed")
            else f"{signed(one.by)}, left out",
            escaped(one.why),
            escaped(source_words(one.source)),
        ]
        for one in judged.factors
    ]
    rows += [_argument(one, judged.method, words) for one in judged.arguments]
    if not rows:
        return "Nothing was argued, and no factor applied."
    return table(["", "counts", "what", "whose, or from where"], rows, right=[1])


def _of_the_other(one: Argued, method: Method) -> bool:
    """Whether an argument counts for the opposing side, which only an opposed throw has."""
    return one.about == "opposing" and method == "opposed"


def _argument(one: Argued, method: Method, words: Words) -> list[str]:
    """One argument as a row; only two dice count arguments."""
    weight = one.weights[-1]
    value = {"counted": 1, "strong": 1 if method == "plain" else 2, "set_aside": 0}[weight]
    counts = method in SIX_SIDED if one.about == "action" else _of_the_other(one, method)
    count = signed(value if one.side == "pro" else -value) if counts else "heard"
    marks = [] if weight == "counted" else [WEIGHTS[weight]]
    if len(one.weights) > 1:
        marks.append(f"first {WEIGHTS[one.weights[0]]}")
    return [
        stance(one.about, one.side).removesuffix(" it"),
        f"{count} ({'; '.join(marks)})" if marks else count,
        escaped(one.text),
        escaped(words.seat(one.author)),
    ]


def _estimates(judged: Judgement, words: Words) -> str:
    """Who estimated what; the last estimate of each person counts."""
    if not judged.estimates:
        return ""
    last = {event.person: (event, sound) for event, sound in judged.estimates}
    rows = [
        [
            escaped(words.person(person)),
            f"{event.estimate.get('percent', '?')} %",
            "fits" if sound else ("none" if sound is None else "**DOES NOT FIT**"),
        ]
        for person, (event, sound) in last.items()
    ]
    shown = f"Median: {judged.shown.median} %." if judged.shown else "They were never shown."
    return joined([table(["estimate of", "success", "seal"], rows, right=[1]), shown])


def _thrown(judged: Judgement) -> str:
    """Odds, dice, margin, quality; or the umpire's ruling."""
    proposed = judged.proposed
    if judged.throw is None:
        if proposed is None:
            return "No result yet."
        why = f" Why: {escaped(proposed.reason)}" if proposed.reason else ""
        return f"Without dice: **{proposed.quality}**.{why}"
    said = throw_told(judged.throw)
    if proposed is not None:
        said += f" Margin {signed(proposed.margin)}: **{proposed.quality}**."
        if proposed.lowered:
            said += " It was strong by the dice; what it would bring makes it a plain success."
    return said


def _others(others: list[Alternative]) -> str:
    """What other methods would have given."""
    if not others:
        return ""
    said = []
    for one in others:
        if one.method == "automatic":
            said.append("automatic success, as nothing spoke against it")
            continue
        dice = f", with these dice {one.quality}" if one.quality else ""
        modifier = f" (modifier {signed(one.modifier)})" if one.method in TWO_DICE else ""
        said.append(f"{METHODS[one.method]}{modifier} {percent(one.odds)}{dice}")
    return f"*Other methods:* {'; '.join(said)}."


def _effects(judged: Judgement, effects: tuple[Effect, ...], words: Words) -> list[str]:
    """Effects proposed and applied, and what the facilitator said."""
    proposed, accepted = judged.proposed, judged.accepted
    blocks: list[str] = []
    if proposed is not None and proposed.text:
        blocks.append(f"{escaped(proposed.text)}")
    if judged.chances:
        blocks.append(listed(chances_told(judged.chances, effects)))
    if accepted is None:
        if proposed is not None:
            blocks.append(f"Proposed, not accepted yet:\n\n{changes_told(proposed.changes, words)}")
        return blocks
    if accepted.edited and proposed is not None:
        blocks.append(f"Proposed:\n\n{changes_told(proposed.changes, words)}")
        blocks.append(f"Edited by the facilitator. Why: {escaped(accepted.reason)}")
    blocks.append(f"Applied:\n\n{changes_told(accepted.changes, words)}")
    if accepted.narrative:
        blocks.append(quoted(accepted.narrative))
    return blocks
