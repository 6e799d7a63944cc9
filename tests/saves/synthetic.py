"""Whole games made up for tests, with every kind of entry that can be recomputed.

Written from the page on the format, with the words of `independent`; no rules are played.
"""

from typing import Any

from tests.saves import pen
from tests.saves.fights import chances, over
from tests.saves.independent import Words, canonical, counter_words, hmac_words, sha
from tests.saves.pen import Item

SCENARIO: dict[str, Any] = {
    "scenario": "harbour",
    "title": "The harbour",
    "seats": [{"id": "town"}, {"id": "guild"}, {"id": "abbey"}],
    "decks": [{"id": "events"}, {"id": "favours"}],
    "cards": [
        {"id": "storm", "deck": "events"},
        {"id": "fair", "deck": "events", "copies": 3},
        {"id": "comet", "deck": "events", "turn": 2},
        {"id": "plague", "deck": "events"},
        {"id": "loan", "deck": "favours", "copies": 1},
        {"id": "relic", "deck": "favours", "turn": 0},
        {"id": "pardon", "deck": "favours"},
    ],
    "setups": [
        {"id": "plain", "without": ["plague"]},
        {"id": "other", "without": ["storm"]},
    ],
}


class Author:
    """Writes a game entry by entry, and keeps what the next one needs."""

    def __init__(self, chance: str = "hmac-1", session: str = "autumn") -> None:
        self.session = session
        self.seed = pen.SEED
        self.simulated = chance == "counter-1"
        self.items: list[Item] = []
        self.counts: dict[str, int] = {}
        self.words = 0
        self.nonces = 0
        self.piles: dict[str, list[str]] = {}
        self.discards: dict[str, list[str]] = {"events": [], "favours": []}
        seats = ["town", "guild", "abbey"]
        people = [{"id": "p1", "name": "Player one", "seat": "town"}]
        more = {"scenario": SCENARIO, "chance": chance, "seats": seats, "people": people}
        self.items.append(pen.opening(session, **more))

    def write(self, kind: str, by: str = "table", **data: Any) -> dict[str, Any]:
        self.items.append((by, kind, data))
        return data

    def label(self, purpose: str) -> str:
        """The next label for a purpose; in a simulated game, of the next word."""
        if self.simulated:
            return f"{self.session}/counter/{self.words}"
        return f"{self.session}/{purpose}/{self.counts.get(purpose, 0)}"

    def use(self, purpose: str, nonce: str = "") -> Words:
        """Use the next label up."""
        if self.simulated:
            return Words(counter_words(self.seed, self.words))
        label = self.label(purpose)
        self.counts[purpose] = self.counts.get(purpose, 0) + 1
        return Words(hmac_words(self.seed, label, nonce))

    def mixed(self, purpose: str, items: list[str]) -> list[str]:
        words = self.use(purpose)
        mixed = words.mixed(items)
        self.words += words.taken
        return mixed

    def shuffle(self, deck: str, cards: list[str]) -> None:
        self.write("deck_shuffled", deck=deck, label=self.label(f"shuffle:{deck}"), cards=cards)
        self.piles[deck] = self.mixed(f"shuffle:{deck}", cards)

    def order_drawn(self) -> None:
        seats = ["town", "guild", "abbey"]
        self.write("order_drawn", label=self.label("order"), seats=seats)
        self.mixed("order", seats)

    def draw(self, deck: str, where: str = "discard") -> str:
        """Draw the top card and put it somewhere; an empty pile takes the discards first."""
        if not self.piles[deck]:
            self.shuffle(deck, self.discards[deck])
            self.discards[deck] = []
        card = self.piles[deck].pop(0)
        self.write("card_drawn", deck=deck, card=card)
        self.place(deck, card, where)
        return card

    def place(self, deck: str, card: str, where: str) -> None:
        self.write("card_placed", deck=deck, card=card, where=where)
        if where == "top":
            self.piles[deck].insert(0, card)
        elif where == "bottom":
            self.piles[deck].append(card)
        elif where == "discard":
            self.discards[deck].append(card)

    def nonce(self) -> str:
        self.nonces += 1
        return sha(f"nonce {self.nonces}".encode())[:32]

    def seal(self, kind: str, seat: str, turn: int, key: str, obj: Any, **more: Any) -> None:
        nonce = self.nonce()
        head = f"wargame-seal\n{self.session}\n{turn}\n{seat}\n{nonce}\n".encode()
        sealed = "" if self.simulated else sha(head + canonical(obj))
        data = {"turn": turn, "seat": seat, "seal": sealed, "nonce": nonce, key: obj} | more
        self.write(kind, seat, **data)

    def order(self, seat: str, turn: int, order_id: str, action: str, **more: Any) -> None:
        order = {"action": action, "covert": False, "reasons": ["it rains", "Ä“"]}
        self.seal("order_sealed", seat, turn, "order", order, order_id=order_id, **more)

    def call(self, sides: int, odds: int = 5833, by_hand: bool = False) -> str:
        label = "" if by_hand else self.label("throw")
        method = "weighted" if sides == 6 else "estimate"
        self.write("throw_called", method=method, odds=odds, sides=sides, label=label)
        return label

    def throw(self, sides: int) -> dict[str, Any]:
        """Call a throw and throw it."""
        label = self.call(sides)
        nonce = "" if self.simulated else self.nonce()
        words = self.use("throw", nonce)
        dice = words.dice(sides)
        self.words += words.taken
        throw = {"label": label, "nonce": nonce, "sides": sides, "dice": dice, "entered": False}
        self.write("dice_thrown", "town", throw=throw)
        return throw

    def by_hand(self, sides: int, dice: list[int]) -> None:
        self.call(sides, by_hand=True)
        throw = {"label": "", "nonce": "", "sides": sides, "dice": dice, "entered": True}
        self.write("dice_thrown", "town", throw=throw)

    def close(self) -> None:
        self.write("session_closed", "facilitator", seed=self.seed.hex())


def opened(chance: str = "hmac-1") -> Author:
    """A game just begun: decks shuffled, a card placed, who goes first."""
    author = Author(chance)
    author.shuffle("events", ["storm", "fair", "fair-2", "fair-3"])
    author.shuffle("favours", ["loan", "relic", "pardon"])
    author.place("events", "comet", "bottom")
    author.order_drawn()
    return author


def turn_of(author: Author, turn: int) -> None:
    """A turn with two cards, three orders, one of them revised and one withdrawn, and throws."""
    author.write("phase_begun", "facilitator", phase="event", turn=turn)
    author.draw("events")
    author.draw("favours", "hand")
    author.order("town", turn, f"t{turn}-town", "Mend the mole")
    label = author.label("playbook:guild")
    more = {"label": label, "words": 3} if author.simulated else {"label": label}
    author.use("playbook:guild")
    author.order("guild", turn, f"t{turn}-guild", "Ask for a charter", **more)
    author.words += 3
    author.order("abbey", turn, f"t{turn}-abbey", "Pray")
    author.order("town", turn, f"t{turn}-town", "Mend the mole, and the church")
    author.write("order_withdrawn", "abbey", seat="abbey", turn=turn, order_id=f"t{turn}-abbey")
    argument = {"text": "The abbot knows", "when": "the charter is read"}
    author.seal("argument_sealed", "guild", turn, "argument", argument)
    estimate = {"percent": 40 + turn}
    more = {"person": "p1", "order_id": f"t{turn}-guild"}
    author.seal("estimate_sealed", "town", turn, "estimate", estimate, **more)
    throw = author.throw(6)
    author.write("result_proposed", order_id=f"t{turn}-town", throw=dict(throw), rounds=[throw])
    author.throw(100)
    author.by_hand(6, [6, 1])


def game(chance: str = "hmac-1", turns: int = 6, close: bool = True) -> list[Item]:
    """A whole game: six turns empty both piles, so that the discards are shuffled."""
    author = opened(chance)
    for turn in range(1, turns + 1):
        turn_of(author, turn)
        there = [*author.piles["favours"], *author.discards["favours"]]
        for card in [one for one in ("loan", "relic", "pardon") if one not in there]:
            author.place("favours", card, "discard")
    author.call(6)
    author.by_hand(100, [100])
    if close:
        author.close()
    author.write("note_written", "facilitator", text="Thanks", tags=[], about=-1)
    return author.items


def fight(author: Author, needs: tuple[int, int]) -> None:
    """Two sides throw until one alone succeeds, with a chance thrown before the result is proposed."""
    win, stalemate, lose, _ = chances(*needs)
    fixed = {"seat": "guild", "needed": needs[0], "against_needed": needs[1], "win": win}
    fixed |= {"stalemate": stalemate, "lose": lose}
    hits: list[bool] = []
    while not over(hits):
        turn = len(hits) % 2
        more: dict[str, Any] = {} if hits else {"contest": fixed}
        label, nonce = author.label("throw"), author.nonce()
        call: dict[str, Any] = {
            "method": "opposed",
            "needed": needs[turn],
            "party": ("order", "opposing")[turn],
        }
        odds = win if not hits else 5833
        author.write("throw_called", **call, odds=odds, sides=6, label=label, **more)
        dice = author.use("throw", nonce).dice(6)
        throw = {"label": label, "nonce": nonce, "sides": 6, "dice": dice, "entered": False}
        author.write("dice_thrown", ("town", "guild")[turn], throw=throw)
        hits.append(sum(dice) >= needs[turn])
    author.throw(100)
    quality = "success" if hits[-2] else "failure"
    author.write("result_proposed", method="opposed", quality=quality, rounds=len(hits) // 2)


def fought() -> list[Item]:
    """A game with three opposed throws, one of them thrown again after a rewind."""
    author = opened()
    turn_of(author, 1)
    fight(author, (5, 7))
    before = len(author.items) - 1
    fight(author, (8, 4))
    author.write("rewound", "facilitator", to=before, reason="A fact was missed", branch="b1")
    fight(author, (7, 7))
    author.close()
    return author.items


def rewound() -> list[Item]:
    """A game that goes back: the same cards come again, the labels go on, a call is made anew."""
    author = opened()
    before = len(author.items) - 1
    piles = {deck: list(pile) for deck, pile in author.piles.items()}
    author.draw("events")
    author.draw("events")
    author.order("town", 1, "t1-town", "Mend the mole")
    author.throw(6)
    author.call(100)
    author.write("rewound", "facilitator", to=before, reason="A rule was missed", branch="b1")
    author.piles, author.discards = piles, {"events": [], "favours": []}
    author.draw("events")
    author.order("town", 1, "t1-town", "Mend the bridge")
    author.throw(100)
    author.shuffle("events", [one for one in deck_order() if one in author.piles["events"]])
    author.draw("events")
    author.close()
    return author.items


def deck_order() -> list[str]:
    return ["storm", "fair", "fair-2", "fair-3", "comet", "plague"]


def forked() -> list[Item]:
    """A game that goes on under another name, from another seed, with the cards as they lie."""
    author = opened()
    turn_of(author, 1)
    head = pen.heads(pen.save(author.items))[-1]
    parent = {"session": "autumn", "n": len(author.items) - 1, "head": head}
    author.session, author.seed, author.counts = "winter", bytes(range(32, 64)), {}
    commitment = sha(b"wargame-seed\n" + author.seed)
    secret = {"seed": author.seed.hex()}
    data = {"session": "winter", "commitment": commitment, "secret": secret, "parent": parent}
    author.write("forked", "facilitator", **data)
    turn_of(author, 2)
    author.close()
    return author.items


GAMES = {
    "a closed game": game,
    "an open game": lambda: game(close=False),
    "a simulated game": lambda: game("counter-1"),
    "a rewound game": rewound,
    "a fought game": fought,
    "a forked game": forked,
}
"""By what it is: a game as its entries."""
