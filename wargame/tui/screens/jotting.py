"""A note from whatever screen is in front, for whoever sits there or for a recorder who types beside."""

from __future__ import annotations

from textual.app import App
from textual.screen import Screen

from wargame.game.commands import WriteNote
from wargame.game.refusals import Refused
from wargame.tui.home import Seating
from wargame.tui.screens.form import Form
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.noting import NOTE, a_note


def jot(front: Screen[object], seating: Seating | None) -> None:
    """Ask for a note over the screen in front; nothing where no table is served, or nobody's screen is shown.

    `seating` is the table that this terminal serves, if any: a recorder's note goes through it.
    """
    if not isinstance(front, LiveScreen) or _asked_already(front.app):
        return
    if front.note_link() is None:
        front.notify(
            "No note is written from here: what everybody sees, or what is only looked at."
        )
        return
    front.app.run_worker(_jot(front, seating), exclusive=True, group="jotting")


def _asked_already(app: App[object]) -> bool:
    """Whether the form of a note is open."""
    return isinstance(app.screen, Form) and app.screen.titled == NOTE.title


async def _jot(front: LiveScreen[object], seating: Seating | None) -> None:
    """Ask until the note is taken or left."""
    app, own = front.app, front.note_link()
    filled: dict[str, str] | None = {}
    while filled is not None and own is not None:
        view = own.view(front.person)
        question = a_note(view)
        filled = await app.push_screen_wait(question.form(view, filled))
        made = NOTE.command(view, filled) if filled is not None else None
        if not isinstance(made, WriteNote):
            return
        made.person = "" if made.author else front.person
        link = seating.facilitator if made.author and seating else own
        try:
            await link.ask(made)
        except Refused as refused:
            app.notify(refused.sentence, severity="warning")
        else:
            app.notify("Noted.")
            return
