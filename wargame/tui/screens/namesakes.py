"""One name in two seats: one person who plays both, or two people; asked before anybody is seated."""

from __future__ import annotations

from textual.screen import Screen

from wargame.tui.screens.choose import Choose
from wargame.tui.widgets.sitting import Sitting


async def told_apart(screen: Screen[None], sitting: Sitting) -> bool:
    """Ask of each name that stands in several seats whose it is; False where a question was left."""
    names = dict(sitting.seats)
    for name, seats in sitting.namesakes():
        where = " and ".join(names[one] for one in seats)
        ways = [("two", "Different people of the same name")]
        if len(sitting.seats) > 2:
            ways = [("one", f"One person: {where} are played together"), *ways]
        about = (
            "Seats that are played together keep their own orders; whoever plays them reads both briefs."
            if len(ways) > 1
            else "The two seats of a game are not played by one person."
        )
        answer = await screen.app.push_screen_wait(
            Choose(f"{name} stands in {where}", ways, f"{about} Esc: back to the names.")
        )
        if answer is None:
            return False
        if answer == "one":
            sitting.join(name, seats)
    return True
