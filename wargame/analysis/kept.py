"""One simulated game as a kept one: the same chance and the same players, through the rules of a table.

This is what `simulate --keep` writes and what the straight way of playing is tested against.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from wargame.game.chance import COUNTER_1, Counter
from wargame.game.commands import (
    AcceptResult,
    AdjustTrack,
    Advance,
    CallThrow,
    ChooseMethod,
    CloseSession,
    Command,
    OpenAdjudication,
    OpenSession,
    Throw,
)
from wargame.game.counting import anything_against
from wargame.game.dice import next_label, words
from wargame.game.events import BY_TABLE, Event
from wargame.game.evolve import opened
from wargame.game.looking import view_for
from wargame.game.names import FACILITATOR, TABLE, TWO_DICE
from wargame.game.play import Play
from wargame.game.rules import take
from wargame.game.rulings import finish
from wargame.game.scenario import Scenario
from wargame.game.state import State
from wargame.game.turns import waits_for
from wargame.players.playbooks import at_table
from wargame.saves.entry import ZERO, encode, hash_of, stamp
from wargame.saves.events import data_of
from wargame.table.opening import first_event

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""When a simulated game is said to begin: its clock is not a clock, an entry a second."""


FOR_SIMULATION = "Set for this simulation."
"""The reason on record for a track that begins elsewhere than the setup says."""


class Kept:
    """A game being played by playbooks alone, with everything that happened."""

    def __init__(
        self,
        scenario: Scenario,
        setup: str,
        seed: bytes,
        playbooks: Mapping[str, str],
        session: str = "simulated",
        tracks: Mapping[int, int] | None = None,
    ) -> None:
        """Open the game and set it up.

        `playbooks` names each seat's, and seats are asked in its order. `tracks` sets tracks, by
        index, to other values than the setup's: entries before the first turn say so.
        """
        opening = OpenSession(session, setup, playbooks=dict(playbooks))
        first = first_event(scenario, opening, seed, COUNTER_1)
        self.players = {seat: at_table(scenario, seat, name) for seat, name in playbooks.items()}
        self.holding: set[str] = set()
        self.happened: list[tuple[str, Event]] = [(FACILITATOR, first)]
        self.play = Play(opened(scenario, first), lambda: "0" * 32)
        finish(self.play)
        self._keep(TABLE)
        for index, value in (tracks or {}).items():
            self._ask(FACILITATOR, AdjustTrack(scenario.tracks[index].id, value, FOR_SIMULATION))

    @property
    def state(self) -> State:
        """The game as it stands."""
        return self.play.state

    def to_the_end(self) -> Kept:
        """Play until the session is closed."""
        while not self.state.closed:
            self._ask(FACILITATOR, self._next())
            while any(self._let_play(seat) for seat in self.players):
                pass
        return self

    def _next(self) -> Command:
        """What a facilitator does who only lets the game run: the quick way through every order."""
        state = self.state
        table = state.adjudication
        if state.phase == "hotwash":
            return CloseSession()
        if state.phase == "event":
            self.holding.clear()
        if state.phase != "adjudicate" or not (state.queue or table):
            return Advance(state.phase, holds=True)
        if table is None:
            return OpenAdjudication()
        if table.quality is not None:
            return AcceptResult(table.order_id)
        if table.called is not None:
            return Throw()
        certain = table.method == "automatic" and not anything_against(table)
        if table.method not in TWO_DICE and not certain:
            return ChooseMethod(table.order_id, "weighted")
        return CallThrow(table.order_id)

    def _let_play(self, seat: str) -> bool:
        """Let one seat do all it has to do; whether it did anything."""
        acted = False
        while waits_for(self.state, seat) and not self._holds(seat):
            label = next_label(self.state, f"playbook:{seat}")
            stream = words(self.state, label)
            command = self.players[seat](view_for(self.state, seat), stream, label)
            taken = stream.used - int(label.rsplit("/", 1)[1]) if isinstance(stream, Counter) else 0
            if command is None:
                # The chance that it took to hold is gone, though no entry says so.
                self.state.labels["counter"] = self.state.labels.get("counter", 0) + taken
                self.holding.add(seat)
                break
            command.words = taken
            self._ask(seat, command)
            acted = True
        return acted

    def _holds(self, seat: str) -> bool:
        """Whether a seat has said that it gives no (more) order this turn: it is not asked again."""
        return seat in self.holding and seat not in self.state.dilemmas.values()

    def _ask(self, by: str, command: Command) -> None:
        self.play.drawn = 0
        take(self.play, by, command)
        self._keep(by)

    def _keep(self, by: str) -> None:
        """Note who brought about what has just happened."""
        for event in self.play.events:
            self.happened.append((TABLE if isinstance(event, BY_TABLE) else by, event))
        self.play.events.clear()

    def lines(self) -> list[bytes]:
        """The save of this game, line by line."""
        head, lines = ZERO, []
        for place, (by, event) in enumerate(self.happened):
            kind, data = data_of(event)
            at = stamp(BEGINNING + timedelta(seconds=place))
            line = encode(head, place, at, by, kind, data)
            head = hash_of(line)
            lines.append(line)
        return lines
