"""Scenarios that nobody would write: everything a scenario may hold, put together by chance.

What they mean is nothing; that a game of one goes the same way wherever it is played is the point.
"""

from __future__ import annotations

from random import Random
from typing import Any

SEATS = ("north", "south", "west")
TRACKS = ("gold", "fear", "depth", "mill", "farm")
FACTS = ("oath", "siege", "rumour")
DECKS = {"events": "", "fates": "", "favours": "north"}
COUNTERS = ("blows", "debts")
WHERE = ("top", "bottom", "hand", "discard", "out")
ENDINGS = ("ruin", "peace", "night")
Plain = dict[str, Any]


class Wild:
    """One scenario as plain JSON, made from a number."""

    def __init__(self, number: int) -> None:
        """The same number makes the same scenario."""
        self.random = Random(number)
        self.cards = {
            deck: [f"{deck}{index}" for index in range(self.random.randint(3, 8))] for deck in DECKS
        }
        self.orders = {
            f"{seat}{index}": seat for seat in SEATS for index in range(self.random.randint(1, 4))
        }

    def any(self, *options: Any) -> Any:
        """One of these."""
        return self.random.choice(options)

    def often(self, percent: int) -> bool:
        """True so often."""
        return self.random.randrange(100) < percent

    def name(self) -> str:
        """Something that can be looked up."""
        order = self.any(*self.orders)
        return str(
            self.any(
                *TRACKS, "sum", "turn", f"fact.{self.any(*FACTS)}", f"count.{self.any(*COUNTERS)}",
                f"tried.{order}", f"done.{order}", f"now.{order}", f"won.{order}",
                f"ending.{self.any(*ENDINGS)}",
            )
        )  # fmt: skip

    def condition(self) -> str:
        """A condition, of which some hold and some do not."""
        one = f"{self.name()} {self.any('>=', '<', '!=')} {self.random.randint(0, 6)}"
        if self.often(25):
            return f"({one} {self.any('and', 'or')} not {self.name()})"
        return one

    def amount(self) -> int | str:
        """A small number, or what comes to one."""
        number = self.random.randint(-3, 3)
        return f"{number} + {self.name()} // 3" if self.often(25) else number

    def chance(self) -> int | str:
        """Per cent; 0, 100 and beyond too."""
        return self.any(0, 30, 50, 80, 100, f"20 * {self.name()}", "30 - 10 * fear")  # type: ignore[no-any-return]

    def effects(self, most: int = 3, *, aimed: bool = False, deep: int = 1) -> list[Plain]:
        """A list of effects of all kinds."""
        return [self.effect(aimed, deep) for _ in range(self.random.randint(0, most))]

    def effect(self, aimed: bool, deep: int) -> Plain:
        """One effect, under conditions of all kinds."""
        effect = self.does(aimed, deep)
        if self.often(25):
            effect["when"] = self.condition()
        if self.often(25):
            effect["chance"] = self.chance()
        if self.often(15):
            effect["sees"] = self.any("facilitator", ["north"], ["south", "west"])
        return effect | {"why": "Because.", "mechanism": self.any("M1", "M2")}

    def does(self, aimed: bool, deep: int) -> Plain:
        """What an effect does."""
        kinds = ["track"] * 6 + ["fact", "fact", "end", "count", "card", "draw", "later", "ending"]
        match self.any(*kinds, "detect"):
            case "track":
                track = self.any(*TRACKS, *(["target", "others"] if aimed else []))
                return {"track": track, self.any("by", "by", "by", "set"): self.amount()}
            case "fact":
                lasts = {"lasts": self.random.randint(0, 3)} if self.often(50) else {}
                return {"fact": self.any(*FACTS), **lasts}
            case "end":
                return {"end": self.any(*FACTS)}
            case "count":
                return {"count": self.any(*COUNTERS), "by": self.amount()}
            case "card":
                return self.moved()
            case "draw":
                return {"draw": self.any(*DECKS), "count": self.random.randint(1, 2)}
            case "later" if deep:
                inner = self.effects(2, aimed=aimed, deep=deep - 1) or [{"end": FACTS[0]}]
                return {"later": self.random.randint(1, 2), "effects": inner}
            case "ending" if self.often(10):
                return {"ending": self.any(*ENDINGS)}
            case "detect" if aimed:
                return {"detect": self.any(True, *SEATS)}
            case _:
                return {"track": self.any(*TRACKS), "by": self.random.randint(-2, 2)}

    def moved(self) -> Plain:
        """A card put somewhere, into another deck perhaps."""
        effect = {"card": self.any(*self.any(*self.cards.values())), "where": self.any(*WHERE)}
        if self.often(30):
            effect["to"] = self.any(*DECKS)
        return effect | {"seat": self.any(*SEATS)} if effect["where"] == "hand" else effect

    def card(self, deck: str, id_: str) -> Plain:
        """A card of any kind."""
        kind = self.any("event", "event", "lasting", "dilemma", "asset")
        card: Plain = {"id": id_, "deck": deck, "title": id_, "text": "Something.", "kind": kind}
        card["sees"] = self.any("public", "public", "facilitator", ["north"])
        if self.often(30):
            card["when"] = self.condition()
        if self.often(15):
            card["turn"] = self.random.randint(1, 5)
        elif self.often(15):
            card["copies"] = 2
        if kind == "dilemma":
            card |= {"seat": self.any(*SEATS), "options": [self.option(n) for n in range(3)]}
            return card
        if kind == "asset":
            card |= {"bonus": self.random.randint(-1, 2)}
            card |= {"seat": self.any(*SEATS)} if self.often(70) else {}
            card |= {"suits": [self.any(*self.orders)]} if self.often(30) else {}
        if kind == "lasting":
            card["lasts"] = self.random.randint(0, 3)
        return card | {"effects": self.effects()}

    def option(self, number: int) -> Plain:
        """One way out of a dilemma."""
        option: Plain = {"id": f"way{number}", "text": "A way.", "effects": self.effects(2)}
        if self.often(30):
            option["when"] = self.condition()
        if self.often(30):
            option["cost"] = {"gold": self.random.randint(1, 4)}
        return option

    def order(self, id_: str) -> Plain:
        """An order of any sort."""
        aimed = self.often(40)
        order: Plain = {"id": id_, "seat": self.orders[id_], "name": id_, "text": "Does it."}
        order |= {"covert": self.any("no", "no", "yes", "choice"), "why_not": "Not now."}
        order["difficulty"] = self.random.randint(5, 9)
        if aimed:
            order["targets"] = [
                {"id": "one", "name": "One", "track": "mill"},
                {"id": "two", "name": "Two", "track": "farm"},
            ]
        if self.often(30):
            order["cost"] = {"gold": self.random.randint(1, 3)}
        if self.often(30):
            order["requires"] = "target >= 0" if aimed and self.often(50) else self.condition()
        if self.often(40):
            order["method"] = self.any("weighted", "plain", "automatic", "umpire", "estimate")
        if self.often(50):
            order["noticed"] = self.chance()
        order["factors"] = [self.factor(aimed) for _ in range(self.random.randint(0, 3))]
        qualities = [
            "success",
            *(one for one in ("strong", "failure", "backfire") if self.often(50)),
        ]
        order["results"] = {
            one: {"text": "So it is.", "effects": self.effects(3, aimed=aimed)} for one in qualities
        }
        return order

    def factor(self, aimed: bool) -> Plain:
        """Something that helps or hinders."""
        by = self.any(self.amount(), "target // 2") if aimed else self.amount()
        when = {"when": self.condition()} if self.often(60) else {}
        return {"by": by, "why": "It matters.", **when}

    def rule(self, number: int) -> Plain:
        """A standing rule of any phase."""
        rule: Plain = {"id": f"rule{number}", "name": "A rule", "text": "It happens."}
        rule |= {"phase": self.any("event", "reveal", "wrap", "wrap"), "once": self.often(30)}
        rule |= {"when": self.condition()} if self.often(70) else {}
        rule |= {"chance": self.chance()} if self.often(40) else {}
        rule["sees"] = self.any("public", "facilitator", ["south"])
        return rule | {"effects": self.effects() or [{"track": "fear", "by": 1}]}

    def setup(self) -> Plain:
        """Where the game begins."""
        cards = [card for cards in self.cards.values() for card in cards]
        place = [
            {"card": card, "where": where}
            for card, where in zip(self.random.sample(cards, 2), ("top", "bottom"), strict=True)
        ]
        without = [card for card in cards if self.often(10)]
        return {
            "id": "first", "title": "First", "tracks": {"gold": self.random.randint(0, 9)},
            "facts": [one for one in FACTS if self.often(30)],
            "place": [one for one in place if one["card"] not in without], "without": without,
        }  # fmt: skip

    def playbook(self, seat: str) -> Plain:
        """What a seat prefers."""
        menu = [order for order, whose in self.orders.items() if whose == seat]
        orders = [
            {"order": order, "weight": self.any(1, 3, "gold"), "when": self.any("turn >= 2", "fear < 6"),
             "assets": self.any(0, 60, 100), "again": self.often(50)}
            for order in menu
            if self.often(60)
        ]  # fmt: skip
        book = {"id": "wild", "seat": seat, "name": "Wild", "text": "Anything.", "orders": orders}
        return book | {"hold": self.any(0, 1, 2), "otherwise": self.any(0, 1)}

    def plain(self) -> Plain:
        """The whole."""
        tracks = [{"id": one, "name": one, "start": self.random.randint(2, 7)} for one in TRACKS]
        return {
            "format": 1, "scenario": "wild", "version": "1", "title": "Wild", "summary": "By chance.",
            "turns": self.random.randint(3, 6), "rules": {"naturals": self.often(50)},
            "method": self.any("weighted", "weighted", "plain"),
            "seats": [{"id": one, "name": one, "orders": self.any(1, 1, 2)} for one in SEATS],
            "tracks": [*tracks, {"id": "sum", "name": "Sum", "max": 9, "derived": "mill + farm - 2"}],
            "facts": [self.fact(one) for one in FACTS],
            "mechanisms": [{"id": one, "text": "It works."} for one in ("M1", "M2")],
            "decks": [self.deck(id_, seat) for id_, seat in DECKS.items()],
            "endings": [
                {"id": one, "title": one, "text": "Over.", "final": self.often(30),
                 **({"when": f"fear >= {self.random.randint(8, 10)}"} if self.often(60) else {})}
                for one in ENDINGS
            ],
            "setups": [self.setup()], "orders": [self.order(one) for one in self.orders],
            "standing": [self.rule(number) for number in range(self.random.randint(0, 5))],
            "cards": [self.card(deck, id_) for deck, ids in self.cards.items() for id_ in ids],
            "playbooks": [self.playbook(seat) for seat in SEATS],
        }  # fmt: skip

    def fact(self, id_: str) -> Plain:
        """A fact, somebody's perhaps."""
        owner = {"owner": self.any(*SEATS), "modifier": self.random.randint(-2, 2)}
        fact = {"id": id_, "text": id_, "lasts": self.random.randint(0, 2)}
        return fact | (owner if self.often(60) else {})

    def deck(self, id_: str, seat: str) -> Plain:
        """A deck that is drawn from in every turn, or not."""
        deck = {"id": id_, "name": id_, "draw": self.random.randint(0, 2), "hand": 2}
        return deck | ({"seat": seat} if seat else {})
