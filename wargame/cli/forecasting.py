"""The odds of a live game: played on in processes of their own, so that the table's screen goes on."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

from wargame.tui.forecast import Chance, Forecast

if TYPE_CHECKING:
    from wargame.analysis.odds import Question
    from wargame.analysis.tally import Tally
    from wargame.game.scenario import Scenario
    from wargame.table.table import Table

GAMES = 2000
"""How many times a game is played on."""
SEED = 0
"""The number that names the games: asked again at the same moment, the odds are the same."""


class Forecaster:
    """Plays the game at a table on from where it stands."""

    def __init__(self, table: Table, games: int = GAMES, workers: int = 0) -> None:
        """Serve this table; `workers` are processes (0: one a core)."""
        self._table = table
        self._games = games
        self._workers = workers
        self._last: threading.Thread | None = None

    def begin(self, who: str) -> Forecasting:
        """Begin with the game as it stands now, as `who` knows it, once the processes of the last are gone."""
        from wargame.analysis.odds import question

        asked = question(self._table.state, who, SEED)
        running = Forecasting(asked, self._games, self._workers, self._last)
        self._last = running.thread
        return running


class Forecasting:
    """Games that are being played on. A thread gathers what the processes send."""

    def __init__(
        self, asked: Question, games: int, workers: int, last: threading.Thread | None = None
    ) -> None:
        """Begin when the thread of the `last` has ended: however often somebody asks, few processes run."""
        self._asked = asked
        self._workers = workers
        self._last = last
        self._stopped = False
        self._found = Forecast(0, games)
        self.thread = threading.Thread(target=self._gather, name="odds", daemon=True)
        self.thread.start()

    def so_far(self) -> Forecast:
        """What there is now."""
        return self._found

    def stop(self) -> None:
        """End the processes as soon as they send something."""
        self._stopped = True

    def _gather(self) -> None:
        """Take in what is played until it is enough, or nobody wants it any more."""
        from wargame.analysis.odds import growing
        from wargame.analysis.simulate import NothingToSimulate

        wanted = self._found.wanted
        if self._last is not None:
            self._last.join()
        if self._stopped:
            return
        try:
            with closing(growing(self._asked, wanted, self._workers)) as tallies:
                for tally in tallies:
                    if self._stopped:
                        return
                    self._found = forecast_of(self._asked.scenario, tally, wanted)
        except NothingToSimulate as nothing:
            self._found = Forecast(0, wanted, why_not=str(nothing))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong with the odds, the game goes on
            what = f"The games could not be played on: {type(error).__name__}: {error}"
            self._found = Forecast(0, wanted, why_not=what)


def forecast_of(scenario: Scenario, tally: Tally, wanted: int) -> Forecast:
    """What a tally says, in the words of the scenario."""
    titles = {one.id: one.title for one in scenario.endings}
    endings = [
        Chance(titles.get(ending, "No ending: the last turn is played"), many)
        for ending, many in tally.endings.most_common()
    ]
    objectives = [
        (
            seat.name,
            [
                Chance(one.text, tally.objectives[seat.id, one.id], one.main)
                for one in seat.objectives
            ],
        )
        for seat in scenario.seats
        if seat.objectives
    ]
    return Forecast(tally.games, wanted, endings, objectives)
