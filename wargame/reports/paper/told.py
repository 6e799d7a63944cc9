"""What a scenario's effects, conditions and factors say, in words for whoever plays them by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wargame.game.in_words import Conditions
from wargame.game.plain_text import counted, listed
from wargame.reports.paper.sheets import Runs, text
from wargame.reports.words import PLACES

Plain = Mapping[str, Any]
"""A part of a scenario as plain JSON."""


class Told:
    """The names of one scenario's things."""

    def __init__(self, plain: Plain) -> None:
        """Read the names from a scenario as plain JSON."""
        self.tracks: dict[str, str] = {one["id"]: one["name"] for one in plain["tracks"]}
        self.facts: dict[str, str] = {one["id"]: one["text"] for one in plain["facts"]}
        self.decks: dict[str, str] = {one["id"]: one["name"] for one in plain["decks"]}
        self.cards: dict[str, str] = {one["id"]: one["title"] for one in plain["cards"]}
        self.seats: dict[str, str] = {one["id"]: one["name"] for one in plain["seats"]}
        self.orders: dict[str, str] = {one["id"]: one["name"] for one in plain["orders"]}
        self.endings: dict[str, str] = {one["id"]: one["title"] for one in plain["endings"]}
        aims = {one["id"]: one["name"] for order in plain["orders"] for one in order["targets"]}
        self._conditions = Conditions(
            {
                "track": self.tracks,
                "fact": self.facts,
                "order": self.orders,
                "ending": self.endings,
                "target": aims,
            }
        )

    def track(self, track: str) -> str:
        """A track's name, or which track is meant beside the order's target."""
        meant = {"target": "the target’s own track", "others": "the tracks of the other targets"}
        return meant.get(track) or self.tracks.get(track, track)

    def cost(self, cost: Mapping[str, int]) -> str:
        """What something takes from tracks."""
        return listed([f"{self.track(track)} {amount}" for track, amount in cost.items()])

    def amount(self, expression: object) -> Runs:
        """A number, or an expression in words."""
        if isinstance(expression, str):
            return text(self._conditions.words(expression))
        return text(str(expression))

    def factors(self, given: Iterable[Plain]) -> tuple[Runs, ...]:
        """Each factor in a line: by how much, when, and why."""
        return tuple(
            (
                text(f"{one['by']:+d}", "bold")
                if isinstance(one["by"], int)
                else self.amount(one["by"])
            )
            + (text(" if ") + self.amount(one["when"]) if one.get("when") is not None else ())
            + text(f" — {one['why']}" if one.get("why") else "", "italic")
            for one in given
        )

    def effects(self, effects: Iterable[Plain]) -> tuple[Runs, ...]:
        """Each effect in a line: what, on what condition, with what chance, and why."""
        return tuple(self.effect(one) for one in effects)

    def effect(self, effect: Plain) -> Runs:
        """One effect in a line."""
        runs = self._what(effect)
        if effect.get("chance") is not None:
            runs += text(" with a chance of ") + self.amount(effect["chance"]) + text(" %")
        if effect.get("when") is not None:
            runs += text(" if ") + self.amount(effect["when"])
        return runs + text(f" — {effect['why']}" if effect.get("why") else "", "italic")

    def _what(self, effect: Plain) -> Runs:
        match next(kind for kind in KINDS if kind in effect):
            case "track":
                return self._moved(effect)
            case "fact":
                said: str = effect.get("text") or self.facts[effect["fact"]]
                return text("Fact: ", "bold") + text(said) + self._for_turns(effect.get("lasts"))
            case "end":
                said = self.facts[effect["end"]]
                return text("No longer a fact: ", "bold") + text(said)
            case "card":
                where = PLACES[effect["where"]]
                whose = f" of {self.seats[effect['seat']]}" if effect.get("seat") else ""
                return text(f"“{self._card(effect['card'])}” is put {where}{whose}", "bold")
            case "draw":
                return text(f"Draw {effect['count']} of {self.decks[effect['draw']]}", "bold")
            case "later":
                return self._later(effect)
            case "detect":
                return text(self._shown(effect["detect"]), "bold")
            case "count":
                named = effect["count"].replace("_", " ")
                return text(f"Tally “{named}”", "bold") + self._by(effect["by"])
            case _:
                return text(f"The game reaches: {self.endings[effect['ending']]}", "bold")

    def _card(self, card: str) -> str:
        """A card's title; a copy's is that of its first."""
        return self.cards[card] if card in self.cards else self.cards[card.rsplit("-", 1)[0]]

    def _shown(self, whom: str | bool) -> str:
        if isinstance(whom, bool):
            return "This covert order is shown to all"
        return f"Covert orders of {self.seats[whom]} this turn are shown to all"

    def _moved(self, effect: Plain) -> Runs:
        name = text(self.track(effect["track"]), "bold")
        if effect.get("set") is not None:
            return name + text(" is set to ") + self.amount(effect["set"])
        return name + self._by(effect["by"])

    def _by(self, by: object) -> Runs:
        if isinstance(by, int):
            return text(f" {by:+d}".replace("-", "−"), "bold")
        return text(" by ") + self.amount(by)

    def _for_turns(self, lasts: object) -> Runs:
        return text(" (for ") + self.amount(lasts) + text(" turns)") if lasts else ()

    def _later(self, effect: Plain) -> Runs:
        runs = text(f"In {counted(effect['later'], 'turn')}: ", "bold")
        for place, one in enumerate(effect["effects"]):
            runs += (text("; ") if place else ()) + self.effect(one)
        return runs


KINDS = ("track", "fact", "end", "card", "later", "detect", "ending", "draw", "count")
"""The kinds of effects, by the key that tells each; `draw` has a `count` too, so it comes first."""
