"""What a seat's view says, laid out as a board: what a playbook at a table reads."""

from __future__ import annotations

from typing import Any

from wargame.game.playbook import Seen
from wargame.game.scenario import Scenario
from wargame.game.views import View


def board_of(view: View, scenario: Scenario) -> Seen:
    """The board as this view shows it, with how often the orders it shows were tried and done.

    A track that is hidden stands at 0 and a fact that is hidden does not hold: no playbook of the
    seat asks for either.
    """
    tracks = [0] * len(scenario.tracks)
    for track in view.tracks:
        tracks[scenario.places[track.id]] = track.value
    facts: dict[str, Any] = {fact.id: fact for fact in view.facts}
    counts: dict[str, int] = {}
    for judged in view.judged:
        move = judged.order.move
        won = judged.quality in ("strong", "success")
        for kind in ("tried", "done") if won else ("tried",):
            counts[f"{kind}.{move}"] = counts.get(f"{kind}.{move}", 0) + 1
        if judged.turn == view.turn:
            counts[f"now.{move}"] = 1
            if won:
                counts[f"won.{move}"] = 1
    return Seen(tracks, facts, counts, view.turn, view.turns)
