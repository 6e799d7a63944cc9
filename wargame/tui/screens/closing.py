"""Orders are missing at the close: more time, a warning, or what stands in for them, all on the record."""

from __future__ import annotations

from wargame.game.commands import ExtendTimer, SetTimer, StandIn, WarnSilent
from wargame.game.events.silence import Way
from wargame.game.views import View
from wargame.tui.screens.clock_keys import MORE
from wargame.tui.screens.desk import Desk
from wargame.tui.screens.pacing import MISSING_WORDS
from wargame.tui.whose_move import names, without_order

HAND = "hand:"
"""Before a seat's id: the screen is handed to it."""
WAYS: dict[Way, str] = {
    "intention": "its standing intention is used",
    "playbook": "a playbook plays this once",
    "holds": "it holds",
}
"""What can stand in for one seat's order."""


def closing_ways(view: View) -> list[tuple[str, str]]:
    """What can be done about missing orders, as answers to choose from."""
    missing = without_order(view)
    ways = [("", "Wait for them")]
    ways += [(HAND + one, f"Hand the screen to {names(view, [one])}") for one in missing]
    hold = "holds" if len(missing) == 1 else "hold"
    ways.append(("close", f"Close now: {names(view, missing)} {hold}"))
    rule = view.pace.missing
    if rule == "ask":
        ladder = MISSING_WORDS["ladder"]
        ways.append(("stand", f"Close now, for each: {ladder}"))
    else:
        ways.append(("stand", f"Close by the session's rule: {MISSING_WORDS[rule]}"))
    ways.append(("more", f"{MORE} minutes more"))
    ways.append(("warn", f"Warn them: {MORE} minutes"))
    ways.append(("one", "Say for one seat what stands in"))
    return ways


class ClosingDesk(Desk):
    """A desk at which orders are closed."""

    async def close_orders(self, view: View) -> None:
        """Some orders are missing: say what is to be done."""
        about = f"No order yet from {names(view, without_order(view))}."
        way = await self.choose("Orders are missing", closing_ways(view), about)
        match way:
            case "close":
                await self.advance(holds=True)
            case "stand":
                await self._stand_in(view)
            case "more":
                await self.ask(ExtendTimer(MORE) if view.clock.until else SetTimer(MORE))
            case "warn":
                await self.ask(WarnSilent([]))
            case "one":
                await self._one(view)
            case None | "":
                pass
            case _:
                self.hand_to(way.removeprefix(HAND))

    async def _stand_in(self, view: View) -> None:
        """Let something stand in for every missing order, and close: who still has none holds."""
        if view.pace.missing != "ask":
            done = await self.ask(StandIn())
        else:
            done = True
            for seat in without_order(view):
                known = any(one.seat == seat for one in view.intentions)
                done = done and await self.ask(StandIn(seat, "intention" if known else "playbook"))
        if done:
            await self.advance(holds=True)

    async def _one(self, view: View) -> None:
        """Say for one seat what stands in for its order, and why."""
        missing = [(one, names(view, [one])) for one in without_order(view)]
        seat = await self.choose("For which seat?", missing)
        if not seat:
            return
        known = any(one.seat == seat for one in view.intentions)
        ways: list[tuple[str, str]] = [
            (one, words) for one, words in WAYS.items() if known or one != "intention"
        ]
        way = await self.choose(f"{names(view, [seat])}:", ways)
        if way:
            await self.ask(StandIn(seat, next(one for one in WAYS if one == way)))
