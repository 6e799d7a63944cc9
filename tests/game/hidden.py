"""What must not be seen: a marker in every secret, and a look through whole views for those that leaked.

A marker is a word like `zq17q` that stands nowhere else. Which of them somebody may see is told
from the state in the plainest way, without the code that makes views.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from wargame.decks.compile import compile_scenario
from wargame.decks.load import load
from wargame.game.scenario import Scenario
from wargame.game.state import Sealed, State
from wargame.game.views import View

FACILITATOR = "facilitator"
SMALL = Path(__file__).parents[1] / "decks" / "small"
MARKER = re.compile(r"zq\d+q")
HEX = re.compile(r"(?<![0-9a-f])[0-9a-f]{32,}(?![0-9a-f])")
ORDER = re.compile(r"t\d+-(?:town|guild|abbey)-\d")
May = Callable[[State, str], bool]


@cache
def small() -> dict[str, Any]:
    """The small scenario as plain JSON, with more going on: several orders a turn, two draws, a secret choice."""
    plain = deepcopy(load(SMALL))
    for seat, orders in zip(plain["seats"], (2, 3, 1), strict=True):
        seat["orders"] = orders
    plain["decks"][0]["draw"] = 2
    plain["setups"][1]["facts"].append("bribed")
    plain["playbooks"] = []
    bribe = next(one for one in plain["orders"] if one["id"] == "bribe")
    bribe["results"]["success"]["effects"].append(
        {
            "later": 1,
            "why": "A debt",
            "effects": [{"track": "mood", "by": -1, "chance": 60, "why": "A favour returned"}],
        }
    )
    plain["cards"].append(
        {
            "id": "offer",
            "deck": "river",
            "title": "An offer",
            "text": "At night.",
            "kind": "dilemma",
            "seat": "guild",
            "sees": ["guild"],
            "source": 1,
            "options": [
                {
                    "id": "yes",
                    "text": "Take it.",
                    "effects": [{"track": "chest", "by": 1, "why": "A purse"}],
                },
                {"id": "no", "text": "Leave it.", "effects": []},
            ],
        }
    )
    return plain


class Hidden:
    """The markers of one game, each with who may see it."""

    def __init__(self) -> None:
        self.rules: dict[str, May] = {}

    def mark(self, may: May) -> str:
        """A new marker that only those may see of whom this is true."""
        marker = f"zq{len(self.rules)}q"
        self.rules[marker] = may
        return marker

    def only(self, *seats: str) -> str:
        """A new marker for these seats and the facilitator."""
        return self.mark(lambda state, who: who in seats or who == FACILITATOR)

    def by_those_who_note(self) -> str:
        """A new marker for the facilitator and every observer."""
        return self.mark(lambda state, who: who == FACILITATOR or who.startswith("observer:"))

    def on_order(self, order_id: str) -> str:
        """A new marker for those who may see an order: see `shown`."""
        return self.mark(lambda state, who: order_id in shown(state, who))

    def on_card(self, card: str, *seats: str) -> str:
        """A new marker for these seats, and for who is shown an order that the card is laid with."""

        def may(state: State, who: str) -> bool:
            seen = shown(state, who)
            shown_with = (one.order.assets for one in orders(state) if one.order_id in seen)
            laid = any(
                re.fullmatch(rf"{card}(-\d+)?", asset) for some in shown_with for asset in some
            )
            return laid or who in seats or who == FACILITATOR

        return self.mark(may)

    def in_order(self) -> str:
        """A new marker for the text of an order, before it has an id."""

        def may(state: State, who: str) -> bool:
            seen = shown(state, who)
            return any(one.order_id in seen and marker in repr(one.order) for one in orders(state))

        marker = self.mark(may)
        return marker

    def in_card(self) -> str:
        """A new marker for the title of an inject: for those who were told of it or are shown an order with it."""

        def may(state: State, who: str) -> bool:
            seen = shown(state, who)
            laid = {
                card for one in orders(state) if one.order_id in seen for card in one.order.assets
            }
            return who == FACILITATOR or any(
                marker in one.title and ("*" in one.sees or who in one.sees or one.id in laid)
                for one in state.scenario.cards.values()
            )

        marker = self.mark(may)
        return marker

    def in_secret(self) -> str:
        """A new marker for a secret argument: its seat's until its trigger comes, or the hot wash."""

        def may(state: State, who: str) -> bool:
            over = state.phase in ("hotwash", "closed")
            mine = (one for one in state.secrets.values() if marker in repr(one.argument))
            return who == FACILITATOR or any(
                one.seat == who or one.stands == "triggered" or (over and one.stands == "open")
                for one in mine
            )

        marker = self.mark(may)
        return marker

    def in_fact(self, name: str) -> str:
        """A new marker for the text of a fact: for those who know of it, and knew of it when it ended."""
        knew: set[str] = set()

        def may(state: State, who: str) -> bool:
            fact = state.board.facts.get(name)
            if fact is not None and marker in fact.text:
                knew.update(fact.sees)
            return who == FACILITATOR or "*" in knew or who in knew

        marker = self.mark(may)
        return marker

    def knew_of(self, state: State, name: str) -> str:
        """A new marker for why a fact ends: nobody but the facilitator is told in a view."""
        return self.only()

    def scenario(self) -> Scenario:
        """The small scenario with a marker in each of its secrets."""
        plain = deepcopy(small())
        for seat in plain["seats"]:
            seat["brief"] += self.only(seat["id"])
            for objective in seat["objectives"]:
                objective["text"] += self.at_the_end(seat["id"])
        for effect in effects(plain):
            if effect.get("track") == "chest":
                effect["why"] += self.only("guild")
        for one in plain["facts"]:
            if one["sees"] == ["guild"]:
                one["text"] += self.only("guild")
        for card in plain["cards"]:
            if card["sees"] == ["guild"]:
                card["text"] += self.only("guild")
                card["title"] += self.on_card(card["id"], "guild")
                for option in card.get("options", ()):
                    option["text"] += self.only("guild")
        for inject in plain["injects"]:
            title = self.in_card()
            inject["title"] += title
            inject["text"] += title
            inject["note"] += self.only()
            for effect in effects(inject):
                effect["why"] = effect.get("why", "") + title
        whisper = next(one for one in plain["standing"] if one["id"] == "whisper")
        whisper["name"] += self.only()
        whisper["text"] += self.only()
        bribe = next(one for one in plain["orders"] if one["id"] == "bribe")
        for effect in effects(bribe):
            effect["why"] = effect.get("why", "") + self._of_a("bribe")
        return compile_scenario(plain)

    def at_the_end(self, *seats: str) -> str:
        """A new marker for these seats and the facilitator, and for everyone from the hot wash on."""
        return self.mark(
            lambda state, who: who in (*seats, FACILITATOR) or state.phase in ("hotwash", "closed")
        )

    def _of_a(self, move: str) -> str:
        """For those who may see any order of this kind."""

        def may(state: State, who: str) -> bool:
            seen = shown(state, who)
            return any(one.order.move == move and one.order_id in seen for one in orders(state))

        return self.mark(may)

    def leaks(self, state: State, view: View) -> list[str]:
        """What stands in a view although whoever has it may not see it."""
        who, text = view.who, repr(asdict(view))
        found = [one for one in set(MARKER.findall(text)) if not self.rules[one](state, who)]
        seen = shown(state, who)
        found += [one for one in set(ORDER.findall(text)) if one not in seen]
        public = {state.commitment} | ({state.seed.hex()} if state.closed else set())
        for order in orders(state):
            if order.order_id in seen:
                public |= {order.seal, order.nonce}
        for seat, noted in state.intentions.items():
            if who in (seat, FACILITATOR):
                public |= {noted.seal, noted.nonce}
        over = state.phase in ("hotwash", "closed")
        for secret in state.secrets.values():
            if who in (secret.seat, FACILITATOR) or (over and secret.stands == "open"):
                public |= {secret.seal, secret.nonce}
        return found + [one for one in set(HEX.findall(text)) if one not in public]


def effects(part: Any) -> Iterator[dict[str, Any]]:
    """Every effect in a part of a scenario, those inside of others too."""
    if isinstance(part, dict):
        for key, inner in part.items():
            if key == "effects":
                yield from inner
            yield from effects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from effects(inner)


def orders(state: State) -> list[Sealed]:
    """Every order of this turn, and every one ruled on before."""
    return [*state.sealed.values(), *(one.sealed for one in state.judged)]


def shown(state: State, who: str) -> set[str]:
    """The ids of the orders that somebody may see: their own, and those shown that are open or detected."""
    if who == FACILITATOR:
        return {one.order_id for one in orders(state)}
    revealed = {*state.revealed, *(one.sealed.order_id for one in state.judged)}
    return {
        one.order_id
        for one in orders(state)
        if one.seat == who
        or (one.order_id in revealed and (not one.order.covert or one.order_id in state.detected))
    }
