"""A session's whole pack, or one reader's part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wargame.game.names import FACILITATOR
from wargame.reports.paper.cards import country_decks, hands_told, injects_told, seat_decks
from wargame.reports.paper.facilitator import facilitator_sheets
from wargame.reports.paper.seat import seat_sheets
from wargame.reports.paper.sheets import Pack, Sheet
from wargame.reports.paper.table import board, estimate_cards, how_it_goes, turn_cards

TABLE = "table"
"""The part that lies before everybody."""


def parts(plain: Mapping[str, Any]) -> list[str]:
    """Whose parts a pack has: the facilitator's, the table's, and each seat's."""
    return [FACILITATOR, TABLE, *(seat["id"] for seat in plain["seats"])]


def pack(plain: Mapping[str, Any], setup_id: str, turns: int = 0, whose: str = "") -> Pack:
    """Everything to print for a scenario (as plain JSON) and a setup, or only `whose` part of it.

    `turns` 0 is as the setup says. Raises LookupError for a setup or a part that is not there.
    """
    setup = next((one for one in plain["setups"] if one["id"] == setup_id), None)
    if setup is None or (whose and whose not in parts(plain)):
        raise LookupError(setup_id if setup is None else whose)
    turns = turns or setup["turns"] or plain["turns"]
    sheets: list[Sheet] = []
    if whose in ("", FACILITATOR):
        sheets += facilitator_sheets(plain, setup, turns)
        sheets += [*hands_told(plain, setup), *country_decks(plain, setup), *injects_told(plain)]
    if whose in ("", TABLE):
        calendar = setup["calendar"] or plain["calendar"]
        sheets += [how_it_goes(plain), *board(plain, setup), turn_cards(calendar, turns)]
        sheets.append(estimate_cards())
    for seat in plain["seats"]:
        if whose in ("", seat["id"]):
            sheets += seat_sheets(plain, setup, seat, turns)
            sheets += seat_decks(plain, setup, seat)
    return Pack(plain["title"], str(plain["version"]), tuple(sheets))
