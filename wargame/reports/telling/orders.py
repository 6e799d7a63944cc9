"""Orders sealed and shown, throws called and thrown, each entry as a sentence."""

from __future__ import annotations

from typing import assert_never

from wargame.game.events import DiceThrown, OrderSealed, OrdersRevealed, OrderWithdrawn, ThrowCalled
from wargame.game.looking import may_see_order
from wargame.game.names import FACILITATOR
from wargame.game.seals import receipt
from wargame.reports.words import Words, dice_in_words, percent, signed

Orders = OrderSealed | OrderWithdrawn | OrdersRevealed | ThrowCalled | DiceThrown
"""What this module tells of."""


def orders_told(event: Orders, words: Words) -> str:
    """The entry as a sentence, as far as the words' audience may know it."""
    match event:
        case OrderSealed():
            covert = ", covert" if event.order.covert else ""
            seal = f", receipt {receipt(event.seal)}" if event.seal else ""
            return f"An order is sealed. {words.order(event.order_id)}{covert}{seal}."
        case OrderWithdrawn():
            return f"{words.seat(event.seat)} withdraws an order ({event.order_id})."
        case OrdersRevealed():
            state = words.state
            shown = [
                words.order(one)
                for one in event.orders
                if may_see_order(state, state.sealed[one], words.who)
            ]
            holds = ""
            if event.missing and words.who == FACILITATOR:
                holds = f" {words.seats(event.missing)}: no order."
            return f"The orders are revealed. {'; '.join(shown) or 'None is shown'}.{holds}"
        case ThrowCalled():
            by_hand = ", to be thrown by hand" if event.entered else ""
            at = f"at least {event.needed}" if event.sides == 6 else f"at most {event.needed}"
            dice = "2d6" if event.sides == 6 else "d100"
            return (
                f"A throw is called for {words.cause(event.cause)}: {dice} must show {at} "
                f"(modifier {signed(event.modifier)}), {percent(event.odds)}{by_hand}."
            )
        case DiceThrown():
            shown_by = ", thrown by hand" if event.throw.entered else ""
            return f"Thrown: {dice_in_words(event.throw.dice, event.throw.sides)}{shown_by}."
        case _:
            assert_never(event)
