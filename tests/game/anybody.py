"""Somebody who asks a table for anything: mostly what could be asked now, and often what could not."""

from __future__ import annotations

from random import Random
from typing import Any, get_args

from tests.game import heard, held_back, kept_time
from tests.game.hidden import Hidden, shown
from tests.game.sitting import FACILITATOR, Game
from wargame.game.changes import OrderText
from wargame.game.commands import (
    AcceptResult,
    AddArgument,
    AddQuestion,
    AdjustTrack,
    Advance,
    BeginTurnZero,
    CallThrow,
    ChangeBanner,
    ChooseMethod,
    ChooseOption,
    CloseSession,
    Command,
    Correct,
    Edit,
    EndGame,
    EndTurnZero,
    EnterDice,
    FollowPublic,
    GiveAnswer,
    GiveObjective,
    HandScreen,
    HandSeat,
    LeaveSeat,
    LockScreen,
    MergeSeats,
    OpenAdjudication,
    Park,
    PartSeats,
    PlayOn,
    Proceed,
    RaiseObjection,
    RecordFact,
    Rewind,
    Rule,
    SealEstimate,
    SealOrder,
    SeatPerson,
    SendMessage,
    SetPhrase,
    ShowEstimates,
    Shuffle,
    StrikeWords,
    SwapPlaces,
    Throw,
    TickOff,
    Undo,
    UnlockScreen,
    Vote,
    WeighArgument,
    WithdrawOrder,
    WriteNote,
    WritePlan,
)
from wargame.game.evolve.history import event_at
from wargame.game.names import METHODS, QUALITIES, SIDES, WEIGHTS, Phase
from wargame.game.texts import texts_of

Asked = tuple[str, Command]
ODD = ("", "zz", "t1-town-1", "t9-guild-3", "west", "Ḥ\x1b[2J", "x" * 500)
"""Ids and words that fit nowhere, or not now."""


class Anybody:
    """Makes up commands by chance, with a marker in whatever is secret."""

    def __init__(self, random: Random, hidden: Hidden) -> None:
        self.random = random
        self.hidden = hidden

    def asks(self, game: Game) -> Asked:
        """Anything, from anybody."""
        state = game.state
        makers = [self.moves_on] * 3 + [self.beside, self.room, self.held_back]
        if state.phase in ("talks", "orders"):
            makers += [self.orders] * 9 + [self.talks] * 2
        if state.queue:
            makers += [self.judges] * 20
        if state.dilemmas or self.random.random() < 0.02:
            makers += [self.chooses] * 6
        if state.called is not None:
            makers += [self.throws] * 9
        makers += [self.ends] * (6 if state.phase in ("wrap", "hotwash") else 1)
        if self.random.random() < 0.3:
            makers += [self.mends, self.rehearses] if state.phase == "setup" else [self.mends]
        if self.random.random() < 0.2:
            makers += [self.orders, self.judges, self.talks]
        return self.random.choice(makers)(game)

    def maybe(self, likely: list[Any] | tuple[Any, ...], chance: float = 0.85) -> Any:
        """One of what is likely, or else something odd."""
        pick = self.random
        return pick.choice(likely) if likely and pick.random() < chance else pick.choice(ODD)

    def seat(self, game: Game) -> str:
        return str(self.maybe([one.id for one in game.state.scenario.seats], 0.97))

    def who(self, game: Game, seat: str) -> str:
        """Mostly the seat itself, often the facilitator, sometimes anybody else."""
        others = [one.id for one in game.state.scenario.seats]
        return self.random.choice([seat] * 6 + [FACILITATOR] * 3 + [*others, "public", "table"][:4])

    def moves_on(self, game: Game) -> Asked:
        phases: tuple[Phase, ...] = get_args(Phase)
        leaving = game.state.phase if self.random.random() < 0.95 else self.random.choice(phases)
        by = FACILITATOR if self.random.random() < 0.95 else self.seat(game)
        return by, Advance(leaving, self.random.random() < 0.7)

    def ends(self, game: Game) -> Asked:
        pick = self.random.random()
        if pick < 0.03:
            return FACILITATOR, EndGame()
        if pick < 0.04:
            return FACILITATOR, CloseSession()
        if pick < 0.2:
            return FACILITATOR, PlayOn()
        if pick < 0.3:
            return FACILITATOR, Proceed()
        if pick < 0.4:
            to = self.random.randrange(-1, game.state.entries + 2)
            return FACILITATOR, Rewind(to, self.random.choice(["again", ""]), self.hidden.only())
        seat = self.seat(game)
        if pick < 0.7:
            return self.who(game, seat), GiveAnswer("Why?", seat, "Because.")
        return self.who(game, seat), Vote(seat, self.seat(game))

    def mends(self, game: Game) -> Asked:
        """The facilitator's rights over history."""
        state, pick = game.state, self.random.random()
        if pick < 0.35:
            return FACILITATOR, Undo()
        if pick < 0.55:
            reason = f"Asked {self.hidden.only()}"
            pair = (self.seat(game), self.seat(game), self.seat(game))
            return FACILITATOR, SwapPlaces(*pair, reason, self.random.random() < 0.3)
        if pick < 0.7 or not state.revealed:
            return self.corrects(game)
        order_id = self.maybe(state.revealed)
        text = self.argued(order_id) if order_id in state.revealed else "No"
        side = self.random.choice(SIDES)
        return FACILITATOR, RaiseObjection(order_id, side, text, self.seat(game))

    def corrects(self, game: Game) -> Asked:
        """A text that is there reads otherwise; what was secret in it is in it still."""
        entry = self.random.randint(0, game.state.entries + 1)
        event = event_at(game.state, entry)
        texts = texts_of(event) if event is not None else {}
        field = self.maybe(list(texts), 0.95)
        text = f"Rather {texts.get(field, 'so')}"
        return FACILITATOR, Correct(entry, field, text, "A slip")

    def rehearses(self, game: Game) -> Asked:
        """Turn Zero."""
        command: Command = BeginTurnZero() if self.random.random() < 0.5 else EndTurnZero()
        return FACILITATOR, command

    def orders(self, game: Game) -> Asked:
        state, seat = game.state, self.seat(game)
        mine = [one.order_id for one in state.sealed.values() if one.seat == seat]
        if self.random.random() < 0.15:
            return self.who(game, seat), WithdrawOrder(self.maybe(mine))
        revise = self.maybe(mine, 0.9) if mine and self.random.random() < 0.35 else ""
        menu = [one for one in state.scenario.orders.values() if one.seat == seat]
        rule = self.random.choice(menu) if menu and self.random.random() < 0.85 else None
        move = rule.id if rule else self.maybe([""], 0.8)
        targets = [one.id for one in rule.targets] if rule else []
        target = self.maybe(targets, 0.9) if targets or self.random.random() < 0.05 else ""
        hand = state.hands.get(seat, [])
        assets = [self.maybe(hand)] if hand and self.random.random() < 0.5 else []
        covert = self.random.random() < 0.3
        act, wish, reason = (self.hidden.in_order() for _ in range(3))
        order = OrderText(move, act, wish, [reason], target, covert, assets, "p1")
        return self.who(game, seat), SealOrder(seat, order, revise)

    def chooses(self, game: Game) -> Asked:
        card, seat = self.random.choice([*game.state.dilemmas.items(), ("offer", "guild")])
        cards = game.state.scenario.cards
        ways = [one.id for one in cards[card].options] if card in cards else []
        return self.who(game, seat), ChooseOption(card, self.maybe(ways))

    def talks(self, game: Game) -> Asked:
        sender = self.seat(game)
        to = [self.seat(game)]
        text = f"Psst {self.hidden.only(sender, *to)}"
        return self.who(game, sender), SendMessage(sender, to, text)

    def throws(self, game: Game) -> Asked:
        state = game.state
        table = state.adjudication
        seat = state.sealed[table.order_id].seat if table else self.seat(game)
        dice = [self.random.randint(1, 6), self.random.randint(0, 6)]
        if self.random.random() < 0.4 or state.called is not None:
            dice = [self.random.randint(1, 100)]
        throw: Command = Throw("word") if self.random.random() < 0.6 else EnterDice(dice)
        return self.who(game, seat), throw

    def judges(self, game: Game) -> Asked:
        """Whatever may come next for the order on the table."""
        table, pick = game.state.adjudication, self.random.random()
        if table is None:
            return FACILITATOR, OpenAdjudication(self.maybe([*game.state.queue, ""]))
        order_id = self.maybe([table.order_id], 0.93)
        if table.quality is not None or pick < 0.05:
            return FACILITATOR, self.accepted(game, order_id)
        if table.called is not None:
            return self.throws(game)
        if self.random.random() < 0.25:
            return heard.anything(self.random, self.hidden, game, self.seat(game))
        if pick < 0.25:
            return FACILITATOR, CallThrow(order_id, self.random.random() < 0.3)
        if pick < 0.45:
            method = self.random.choice(METHODS)
            given = self.random.randint(-1, 101)
            return FACILITATOR, ChooseMethod(order_id, method, given, self.argued(table.order_id))
        if pick < 0.55:
            quality = self.random.choice(QUALITIES)
            return FACILITATOR, Rule(order_id, quality, self.argued(table.order_id))
        return self.pleads(game, order_id, table.order_id)

    def pleads(self, game: Game, order_id: str, real: str) -> Asked:
        """Arguments and estimates, from those who see the order, and from those who guess at it."""
        seat, pick = self.seat(game), self.random.random()
        by = self.who(game, seat)
        table = game.state.adjudication
        if table is not None and table.method == "estimate":
            pick = 0.5 + pick / 2
        if pick < 0.3:
            text = self.argued(real) if real in shown(game.state, by) else "A guess."
            side, weight = self.random.choice(SIDES), self.random.choice(WEIGHTS)
            return by, AddArgument(order_id, side, text, seat, weight)
        if pick < 0.5:
            argument = f"a{self.random.randint(1, 4)}"
            return by, WeighArgument(order_id, argument, self.random.choice(WEIGHTS))
        if pick < 0.85:
            return by, SealEstimate(order_id, seat, self.random.randint(-1, 101))
        return FACILITATOR, ShowEstimates(order_id)

    def argued(self, order_id: str) -> str:
        return f"Because {self.hidden.on_order(order_id)}"

    def accepted(self, game: Game, order_id: str) -> Command:
        """Mostly as proposed; sometimes edited, not always rightly."""
        real = game.state.adjudication
        words = self.argued(real.order_id) if real else ""
        if self.random.random() < 0.6:
            return AcceptResult(order_id, words)
        drop = [self.random.randint(0, 3)] if self.random.random() < 0.5 else []
        tracks = [one.id for one in game.state.scenario.tracks]
        edits = [Edit(self.maybe(tracks), self.random.randint(-4, 11), words)] if not drop else []
        return AcceptResult(order_id, words, drop, edits, self.random.choice(["Why not", ""]))

    def beside(self, game: Game) -> Asked:
        """What the facilitator does beside the game, and what seats may do at any time."""
        seat, state, pick = self.seat(game), game.state, self.random
        facts = [*state.scenario.facts, "own-1", "own-2", "No id"]
        tracks = [one.id for one in state.scenario.tracks]
        reason = f"Counted {self.hidden.only()}"
        asked: list[Command] = [
            AdjustTrack(self.maybe(tracks), pick.randint(-4, 11), reason),
            RecordFact(pick.choice(facts), "It is so.", seat, pick.randint(-4, 4), 2),
            SeatPerson(pick.choice(["p1", "p2", "town", "P!"]), "Player", seat),
            HandSeat(seat, pick.choice(["random", "", "x y"])),
            HandScreen(pick.choice([seat, seat, FACILITATOR, "public"])),
            SetPhrase(seat, *pick.choice([("ab", "cd"), ("", ""), ("abc", "x")])),
            Shuffle(self.maybe(["river", "favours"])),
        ]
        return (seat if pick.random() < 0.1 else FACILITATOR), pick.choice(asked)

    def held_back(self, game: Game) -> Asked:
        """Injects, secret arguments, facts, silence, talks, timers."""
        families = [held_back.injects, held_back.secrets, held_back.facts, held_back.questions]
        families += kept_time.FAMILIES
        families += [held_back.cards] * (4 if game.state.turned else 0)
        family = self.random.choice(families)
        return family(self.random, self.hidden, game, self.seat(game))

    def room(self, game: Game) -> Asked:
        """Who plays with whom, who comes and goes, and what is written beside the game."""
        state, pick, seat = game.state, self.random, self.seat(game)
        people = [*state.people, "p9"]
        watching = [f"observer:{one}" for one in people]
        by = pick.choice([seat, FACILITATOR, *watching])
        note = WriteNote(f"Note {self.hidden.only(by)}", ["why"], pick.randint(-1, 9))
        note.order_id = self.maybe([*state.sealed, ""]) if pick.random() < 0.5 else ""
        if pick.random() < 0.3:
            return by, note
        whose = [one.id for one in state.people.values() if one.seat == seat]
        given = GiveObjective(
            seat, self.maybe([*whose, ""]), "", f"Be it {self.hidden.at_the_end(seat)}"
        )
        asked: list[Command] = [
            MergeSeats([seat, self.seat(game)]),
            PartSeats(seat),
            LeaveSeat(self.maybe(people)),
            SeatPerson(pick.choice(["p1", "p3", "p4"]), "P", self.maybe([seat, "observer"]), False),
            given,
            ChangeBanner("EXERCISE"),
            AddQuestion(
                pick.choice(["why", "who", "No id"]), f"Why {self.hidden.by_those_who_note()}?"
            ),
            WritePlan(pick.randint(-1, 12), f"First {self.hidden.only()}"),
            Park(f"Later {self.hidden.at_the_end()}"),
            TickOff(self.maybe([*state.parked])),
            StrikeWords(self.maybe(people), -1, pick.random() < 0.5),
            HandScreen(pick.choice([seat, FACILITATOR, *watching])),
            LockScreen(pick.choice([seat, FACILITATOR, "nobody"])),
            UnlockScreen(pick.choice(["", seat])),
            FollowPublic(pick.random() < 0.5),
        ]
        return (seat if pick.random() < 0.1 else FACILITATOR), pick.choice(asked)
