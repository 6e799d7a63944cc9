"""A note from whatever screen is in front, for whoever sits there or for a recorder who types beside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wargame.game.audience import PUBLIC
from wargame.game.commands import WriteNote
from wargame.game.refusals import Refused
from wargame.tui.screens.form import Form
from wargame.tui.screens.live import LiveScreen
from wargame.tui.screens.noting import NOTE, who_sees

if TYPE_CHECKING:
    from wargame.tui.facilitator import WargameApp


def jot(app: WargameApp) -> None:
    """Ask for a note over the screen in front; nothing where no table is served, or nobody's screen is shown."""
    front = app.front()
    if isinstance(front, LiveScreen) and front.link.who != PUBLIC and not _asked_already(app):
        app.run_worker(_jot(app, front), exclusive=True, group="jotting")


def _asked_already(app: WargameApp) -> bool:
    """Whether the form of a note is open."""
    return isinstance(app.screen, Form) and app.screen.titled == NOTE.title


async def _jot(app: WargameApp, front: LiveScreen[object]) -> None:
    """Ask until the note is taken or left."""
    filled: dict[str, str] | None = {}
    while filled is not None:
        view = front.link.view(front.person)
        question = replace(NOTE, about=who_sees(view))
        filled = await app.push_screen_wait(question.form(view, filled))
        made = NOTE.command(view, filled) if filled is not None else None
        if not isinstance(made, WriteNote):
            return
        made.person = "" if made.author else front.person
        link = app.seating.facilitator if made.author and app.seating else front.link
        try:
            await link.ask(made)
        except Refused as refused:
            app.notify(refused.sentence, severity="warning")
        else:
            app.notify("Noted.")
            return
