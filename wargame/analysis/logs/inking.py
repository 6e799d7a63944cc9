"""Orders and cards written out together with the entries that they leave in a log.

The rules are those of `wargame.game.fusing`, word for word; what is added is the telling. A card or an
order is written out when all it does is to move tracks, establish and end facts, and count, none of it
by chance. The rest takes the way of `wargame.analysis.logs.logged`; a test holds both to the same entries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import ClassVar

from wargame.analysis.logs.frame import LABEL
from wargame.analysis.logs.lines import text_of
from wargame.analysis.logs.logged import PRICE, order_text
from wargame.analysis.logs.patterns import entry, expression, pieces, whole
from wargame.analysis.logs.telling import Telling
from wargame.game.canonical import compact
from wargame.game.changes import Cause, FactorGiven
from wargame.game.events import CardDrawn, CardPlaced, EffectsApplied, OrderSealed, OrdersRevealed
from wargame.game.fusing import Happen, Judge, JudgeWriter, Lazily, Writing
from wargame.game.names import FACILITATOR, TABLE, Quality
from wargame.game.odds import needed_2d6, odds_2d6
from wargame.game.pieces import Effect, Target
from wargame.game.prepared import Given, Prepared, ReadyCard
from wargame.game.rulings import result_of
from wargame.game.settling import EffectWriter, indented
from wargame.game.straight import Choice

PLAIN = frozenset({"track", "fact", "end", "count"})
"""The kinds of effects that are written out with what they leave."""
DICE = (
    "chance = game.chance",
    "words, place = chance.words, chance.place",
    "used = chance.first + place",
    "if place < len(words) - 1 and (one := words[place]) < EVEN and (two := words[place + 1]) < EVEN:",
    "    chance.place = place + 2",
    "    one = one % 6 + 1",
    "    two = two % 6 + 1",
    "else:",
    "    one, two = chance.throw_2d6()",
    "shown = one + two",
)
"""Two dice as `wargame.game.fusing` throws them, each by itself, and the word with which they begin."""


class Inking(Writing):
    """What is written out of one scenario with its entries.

    `quiet` is whether neither a standing rule nor an ending waits for the ends of turns.
    """

    def __init__(self, ready: Prepared) -> None:
        """For this scenario and setup."""
        super().__init__(ready)
        self.quiet = not (ready.rules["wrap"] or ready.endings)
        self.facts = ready.scenario.facts.values()
        given = {one.id: one for menu in ready.menus.values() for one in menu}
        self.inks = Lazily(lambda move: self.ink(given[move]))
        self.draws = Lazily(self.drawn)
        self.reveals = Lazily(lambda order: self.revealed(*order))

    def writer(self, targets: Sequence[Target] = ()) -> Telling:
        """A new function's writer."""
        scenario = self.ready.scenario
        writer = Telling(scenario.tracks, scenario.facts, targets, noted=True)
        writer.known["next"] = next
        return writer

    def judge(self, given: Given) -> Judge | None:
        """The adjudication of an order to which no asset is attached; None where it is not written out."""
        rule = given.rule
        helped = any(one.owner == rule.seat and one.modifier for one in self.facts)
        special = helped or rule.stages or rule.covert != "no"
        plain = rule.method == "weighted" and not special
        if plain and all(is_plain(one.effects) for one in given.results.values()):
            return InkedJudge(self, given).made()
        return None

    def drawn(self, deck: str) -> Lazily:
        """What turns up the cards of a deck; None for a card of another, that was laid there."""
        cards = self.ready.cards
        return Lazily(lambda card: self.acts[card] if cards[card].card.deck == deck else None)

    def revealed(self, turn: int, first: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """The ids and the entry of a turn's orders, one from each seat; `first` is who goes first."""
        start = (turn - 1) % len(first)
        ids = tuple(f"t{turn}-{seat}-1" for seat in (*first[start:], *first[:start]))
        return ids, text_of(FACILITATOR, OrdersRevealed(turn, list(ids), []))

    def ink(self, given: Given) -> tuple[Judge | None, Lazily]:
        """How an order is adjudicated, and how it is sealed, by turn and target."""
        return self.judge(given), Lazily(lambda when: self.sealed(given, *when))

    def sealed(self, given: Given, turn: int, target: int) -> tuple[tuple[str], str, str]:
        """A seat's one order of a turn, given without assets: its id, and the text of its entry.

        Between the two parts of the text stands the word that its chance began with; after them, how
        many words it took, and the end of the data.
        """
        seat = given.rule.seat
        order_id = f"t{turn}-{seat}-1"
        event = OrderSealed(seat, turn, order_id, "", "", order_text(Choice(given, target)))
        before, _, between, _, _ = entry(seat, event, label=LABEL, words=whole("words"))
        return (order_id,), before, between

    def act(self, card: str) -> Happen | None:
        """A card drawn from its deck and turned up; None where it is not written out."""
        ready = self.ready.cards[card]
        return super().act(card) if not ready.card.turn and is_plain(ready.card.effects) else None

    def told(self, writer: EffectWriter, ready: ReadyCard, *, fired: bool) -> list[str]:
        """A card's three entries: it was drawn, did what it does, and lies with the discards."""
        deck, cause = ready.card.deck, Cause("card", ready.id)
        drawn = text_of(TABLE, CardDrawn(deck, ready.id))
        placed = text_of(TABLE, CardPlaced(deck, ready.id, "discard"))
        applied = EffectsApplied(cause, [], fired=fired)
        if not fired:
            return [f"game.texts += {writer.name((drawn, text_of(TABLE, applied), placed))}"]
        done = entry(TABLE, applied, changes=[whole("said[1:]")])
        acted = expression(writer, done)
        return [f"game.texts += {writer.name(drawn)}, {acted}, {writer.name(placed)}"]


class InkedJudge(JudgeWriter):
    """Writes the adjudication of one order with its entry, `order_judged`."""

    dice: ClassVar[tuple[str, ...]] = DICE
    writer: Telling

    def opened(self) -> list[str]:
        """Which order it is, and what each factor comes to."""
        texts = self.factors()
        self.names = [f"by{place}" for place in range(len(texts))]
        named = [f"{name} = {text}" for name, text in zip(self.names, texts, strict=True)]
        return ["order_id = next(game.to_judge)", *named]

    def modifier(self) -> str:
        """The sum of the factors that count."""
        return " + ".join(self.names) or "0"

    def alike(self, one: Quality, other: Quality) -> bool:
        """Never: the entry names the quality."""
        return False

    def paid(self, index: int, amount: int) -> list[str]:
        """The price is taken from a track, as far as it is there."""
        return [
            f"x = t[{index}]",
            f"y = max(lows[{index}], x - {amount})",
            "if y != x:",
            f"    t[{index}] = y",
            *indented(self.writer.moved(str(index), PRICE)),
        ]

    def result(self, quality: Quality) -> list[str]:
        """What a quality brings, and the entry."""
        rule = self.given.rule
        fronts = self.writer.name(Lazily(self._front))
        given = f"{fronts}[{','.join(self.names) or '()'}]"
        throw = {"nonce": "", "sides": 6, "dice": [whole("one"), whole("two")], "entered": False}
        judged = {
            "quality": quality,
            "margin": whole("margin"),
            "changes": [whole("said[1:]")],
            "text": result_of(rule, quality).text,
        }
        parts = [
            f'"{FACILITATOR}","kind":"order_judged","data":{{"order_id":"',
            "order_id",
            "",
            given,
            "",
            "used",
            *pieces(f'",{compact(throw)[1:]},{compact(judged)[1:]}'),
        ]
        told = expression(self.writer, parts)
        return [*super().result(quality), f"game.texts.append({told})"]

    def _front(self, given: int | tuple[int, ...]) -> str:
        """The JSON between the order's id and the number of the throw's first word.

        It holds the factors and all that hangs on them alone: the modifier, what is needed, the odds.
        """
        rule, parts = self.given.rule, (given,) if isinstance(given, int) else given
        needed = needed_2d6(sum(parts), rule.difficulty, self.writing.ready.margins)
        front = {
            "seat": rule.seat,
            "method": rule.method,
            "factors": [
                asdict(FactorGiven(by, one.why, one.source, one.mechanism))
                for one, by in zip(rule.factors, parts, strict=True)
                if by
            ],
            "modifier": sum(parts),
            "needed": needed,
            "odds": odds_2d6(needed),
            "throw": {"label": LABEL},
        }
        before, _, _ = pieces(compact(front))
        return f'",{before[1:]}'


def is_plain(effects: Sequence[Effect]) -> bool:
    """Whether effects are of those that are written out with what they leave, and none comes by chance."""
    return all(one.kind in PLAIN and one.chance is None for one in effects)


def inking_of(ready: Prepared) -> Inking:
    """What is written out of a scenario, made for its first game."""
    if "inking" not in ready.made:
        ready.made["inking"] = Inking(ready)
    made: Inking = ready.made["inking"]
    return made
