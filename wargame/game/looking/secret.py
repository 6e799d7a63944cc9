"""Who may read which secret argument."""

from __future__ import annotations

from wargame.game import seals
from wargame.game.looking.conditions import condition_words
from wargame.game.names import FACILITATOR
from wargame.game.state import Secret, State
from wargame.game.views.secret import SecretView


def secret_views(state: State, who: str) -> list[SecretView]:
    """A seat's own that is open; from the hot wash on, those of all that were left sealed.

    The facilitator is shown all, withdrawn ones too; one that was triggered is read as an order.
    """
    over = state.phase in ("hotwash", "closed")
    return [
        _view(state, one, who)
        for one in state.secrets.values()
        if who == FACILITATOR or (one.stands == "open" and (over or one.seat == who))
    ]


def _view(state: State, secret: Secret, who: str) -> SecretView:
    text = secret.argument
    rule = state.scenario.orders.get(text.move)
    aims = rule.targets if rule else ()
    return SecretView(
        secret.argument_id,
        secret.seat,
        secret.turn,
        text.trigger,
        text.when,
        text.action,
        text.result,
        list(text.reasons),
        secret.stands,
        seals.receipt(secret.seal),
        secret.seal,
        secret.nonce,
        rule.name if rule else "",
        next((one.name for one in aims if one.id == text.target), ""),
        condition_words(state, who, text.when),
    )
