"""An inject: a card that lies in no deck, fired by the facilitator, by its date or by its condition."""

from __future__ import annotations

from dataclasses import replace

from wargame.game.audience import EVERYONE, sees
from wargame.game.pieces import Card, Effect
from wargame.game.scenario import Scenario

OF_NO_DECK = ""
"""The deck of an inject's card."""


def as_fired(scenario: Scenario, card: Card, audience: tuple[str, ...], seat: str) -> Card:
    """The card as it is fired: for this audience, and put into the hand of `seat` unless it asks that seat.

    What only some are told of gives its reasons to nobody else.
    """
    if seat and card.kind != "dilemma":
        card = replace(card, kind="asset", bonus=card.bonus or 1)
    effects = card.effects
    options = card.options
    if audience != EVERYONE:
        effects = quiet(scenario, effects, audience)
        options = tuple(
            replace(one, effects=quiet(scenario, one.effects, audience)) for one in options
        )
    return replace(card, sees=audience, seat=seat or card.seat, effects=effects, options=options)


def quiet(
    scenario: Scenario, effects: tuple[Effect, ...], audience: tuple[str, ...]
) -> tuple[Effect, ...]:
    """The effects, told to this audience alone: of those who would be told of them else."""
    return tuple(
        replace(
            one,
            sees=tuple(who for who in audience if sees(_told(scenario, one), who)),
            inner=quiet(scenario, one.inner, audience),
        )
        for one in effects
    )


def _told(scenario: Scenario, effect: Effect) -> tuple[str, ...]:
    """Who would be told of an effect."""
    if effect.sees is not None:
        return effect.sees
    return scenario.facts[effect.name].sees if effect.kind == "fact" else EVERYONE


def with_card(scenario: Scenario, card: Card) -> Scenario:
    """The scenario as one game goes on with it: with this card, and with what it leaves for later."""
    later = dict(scenario.later)
    for effects in (card.effects, *(one.effects for one in card.options)):
        _note_later(effects, later)
    return replace(
        scenario,
        cards={**scenario.cards, card.id: card},
        later=later,
        base=scenario.base or scenario,
    )


def _note_later(effects: tuple[Effect, ...], later: dict[str, Effect]) -> None:
    for one in effects:
        if one.kind == "later":
            later[one.key] = one
            _note_later(one.inner, later)
