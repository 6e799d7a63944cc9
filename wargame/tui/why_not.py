"""What is said when a key does nothing: why not now and when; or where the keys of the screen are listed."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.events import Key
from textual.screen import Screen

CLOSED = "the session is closed."
OVER = "from turn 1 on, until the hot wash."
IN_PLAY = "until the hot wash."
UNTHROWN = "with an order on the table, before its result."
UNRULED = "there is no result yet."
ORDERING = (
    "while talks and orders are open and an order is missing, and not on a public screen. "
    "R opens them again for a late one."
)
OWN_ORDER = "while talks and orders are open, and an order of yours is sealed."
INJECT = "this inject was fired, none is marked, or the screen is public."
FACT = "no fact is marked, or the screen is public."
NO_ENDING = "no ending has been reached; x ends the game early."
NO_NUMBER = "nobody has this number."
NO_NOTES = "this session keeps no notes on talks; c turns them on."

WHEN = {
    "accept": UNRULED,
    "accept_choose": UNRULED,
    "adjust": "from turn 1 on, until the hot wash, in a scenario that has tracks.",
    "aim": "mark a situation, with an order on the table before its throw.",
    "allow": IN_PLAY,
    "answer_one": "in the hot wash.",
    "appeal": "no order is on the table.",
    "argue": UNTHROWN,
    "banner": CLOSED,
    "by_hand": UNTHROWN,
    "change": FACT,
    "choose": "no card waits for your choice.",
    "close_session": CLOSED,
    "count": "mark a fact, with an order on the table before its throw.",
    "edit": "there is no result yet, or it changes nothing on the board; r tells it, t sets a track.",
    "end": FACT,
    "end_game": OVER,
    "estimate": "it is asked of you when an order is judged that way.",
    "fact": OVER,
    "factor": UNTHROWN,
    "hand": CLOSED,
    "HandoverScreen.hand": NO_NUMBER,
    "hand_over": "only what was not fired, and no choice, goes into a hand.",
    "hand_place": NO_NUMBER,
    "hand_seat": IN_PLAY,
    "held_cards": "no card is held back.",
    "history": "there is no record at hand.",
    "hold": INJECT,
    "hot_wash": NO_ENDING,
    "intention": IN_PLAY,
    "jump": "before turn 1 or in a wrap, while more than one turn is left.",
    "leave_seat": CLOSED,
    "less_time": "no timer runs; s sets one.",
    "mend": "the save is well, or not written from here.",
    "message": CLOSED,
    "method": UNTHROWN,
    "narrative": UNRULED,
    "note_talk": "during the turns, where the session keeps notes on talks.",
    "object": "when orders were shown this turn: in its results and its wrap.",
    "objective": CLOSED,
    "odds": "until the session is closed, where the table can reckon them.",
    "onward": "there is nothing to go on to here.",
    "AdjudicationScreen.onward": "there is a result; Space accepts it.",
    "FactsScreen.onward": "mark a secret argument that waits.",
    "InjectsScreen.onward": INJECT,
    "open_talk": OVER,
    "order": "while talks and orders are open, and your seat has an order left to give.",
    "other_seat": "you play one seat.",
    "park": CLOSED,
    "phrase": CLOSED,
    "plan": CLOSED,
    "play": CLOSED,
    "play_on": NO_ENDING,
    "question": CLOSED,
    "reopen": "once orders are shown, until the wrap, where a seat gave none of its own.",
    "reply": "you were asked nothing in private.",
    "rest": "the clock is paused already, or the plan has no break (c changes the pace).",
    "revise": OWN_ORDER,
    "row": NO_NOTES,
    "seat_person": CLOSED,
    "secret": "this session takes no secret arguments, or it is over.",
    "sit": CLOSED,
    "skip": INJECT,
    "slips": ORDERING,
    "spotlight": "no order waits.",
    "stage": "no card is drawn before turn 1.",
    "swap": "not in Turn Zero, nor from the hot wash on.",
    "take": "there is no such way out.",
    "talks_only": "at the end of the event, once no choice waits.",
    "tick": "nothing is parked.",
    "together": CLOSED,
    "turn_zero": "it comes before turn 1.",
    "undo": CLOSED,
    "version": NO_NOTES,
    "vote": "in the hot wash.",
    "warn": ORDERING,
    "weigh": UNTHROWN,
    "whys": "nobody's estimate is far from the others.",
    "why": NO_NUMBER,
    "withdraw": OWN_ORDER,
    "word": UNTHROWN,
    "write": "until the hot wash, and not on a public screen.",
}
"""By action, why its key does nothing now and when it does; that of a screen comes before that of all."""


def why_not(screen: Screen[Any], pressed: Key) -> str:
    """A sentence for a key that does nothing on this screen now; empty where it does something."""
    if pressed.key in screen.active_bindings:
        return ""
    name = pressed.character if pressed.is_printable and pressed.character else pressed.key
    bound = bound_to(screen, pressed.key)
    if bound is not None and bound.description:
        return f"{bound.description} ({bound.key_display or name}): {reason(screen, bound)}"
    if pressed.is_printable and name.strip():
        return f"{name} does nothing on this screen. F1 shows its keys."
    return ""


def reason(screen: Screen[Any], bound: Binding) -> str:
    """Why what a key is bound to is not offered now; empty where nothing is known of that."""
    action = bound.action.split("(", maxsplit=1)[0]
    return WHEN.get(f"{type(screen).__name__}.{action}") or WHEN.get(action, "")


def bound_to(screen: Screen[Any], key: str) -> Binding | None:
    """What a screen has this key for, whether that is offered now or not."""
    for kind in type(screen).__mro__:
        for one in kind.__dict__.get("BINDINGS", ()):
            if isinstance(one, Binding) and key in one.key.split(","):
                return one
    return None
