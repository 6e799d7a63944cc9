"""The clock and the plan of time: what is planned, what was used, when the session will end."""

from __future__ import annotations

from datetime import datetime

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from wargame.game.commands import ExtendTimer, PauseTimer, WarnSilent
from wargame.game.moments import MINUTE, between
from wargame.game.pace import Pace, Stage
from wargame.game.records import dataclass
from wargame.game.used import PlanLine, plan_lines, used
from wargame.game.views import ClockView, View
from wargame.tui import keys
from wargame.tui.countdown import (
    Countdown,
    local,
    minutes_behind,
    moment,
    now,
    projected,
    stamp_of,
)
from wargame.tui.plain import joined, plain, stacked
from wargame.tui.screens import pacing
from wargame.tui.screens.desk import Desk
from wargame.tui.whose_move import without_order
from wargame.tui.widgets.lines import hanging
from wargame.tui.widgets.part import Part
from wargame.tui.widgets.timeleft import behind, time_left

FEWEST = 6
"""Fewer turns than this get a warning (Mouat, Practical Advice on Matrix Games v15, p. 17)."""
KEYS = {
    "pause": "p pause",
    "more_time": "+ 2 more",
    "less_time": "- 1 less",
    "set": "s set",
    "rest": "b break",
    "warn": "w warn",
    "jump": "d jump",
    "pace": "c pace, bell",
}
"""The keys of this screen by action, for a narrow terminal whose last line has no room for all of them."""
UNTIMED = "  not counted; turn 1 begins the plan"
"""What stands for the minutes used of the opening, in which no timer runs."""
RESTING: tuple[Stage, ...] = ("break", "spare")
"""What a plan has minutes for that is no stage of play."""
STAGES = {
    "setup": "Opening, briefs, Turn Zero",
    "event": "event",
    "talks": "talks",
    "orders": "talks and orders",
    "reveal": "reveal",
    "adjudicate": "results",
    "wrap": "wrap",
    "turn": "the turn",
    "break": "break",
    "hotwash": "Hot wash",
    "spare": "To spare",
}
"""The stages of a session as people read them."""


@dataclass(slots=True)
class Told:
    """What the screen tells: the clock, the pace, the turn and how many there are, the moment, the keys."""

    clock: ClockView
    pace: Pace
    turn: int
    turns: int
    at: datetime
    since: str
    countdown: Countdown
    keys: str


def minutes_of(millis: int) -> str:
    """Milliseconds as whole minutes; a dash for what has not begun."""
    return "-" if millis < 0 else f"{(millis + MINUTE // 2) // MINUTE}"


def table_line(name: str, line: PlanLine, indent: int) -> Content:
    """A line of the plan: its name, minutes planned, used, paused, and a mark where the table is now."""
    mark = ">" if line.going else " "
    paused = f"  paused {minutes_of(line.paused)}" if line.paused else ""
    over = line.planned and line.used > line.planned * MINUTE
    sign = "  over" if over else ""
    taken = f"{minutes_of(line.used):>8}{sign}{paused}"
    if line.stage == "setup" and line.used < 0:
        taken = UNTIMED
    text = f"{mark}{' ' * indent}{name:<{30 - indent}}{line.planned or '-':>6}{taken}"
    return plain(text, "bold" if line.going else "dim" if line.used < 0 else "")


class Plan(Part[Told]):
    """Clock and plan, one line below the other."""

    def written(self, part: Told, width: int) -> Content:
        """The clock, how the session stands, the plan: a line a turn, and the stages of this one."""
        lines = [*self._clock(part, width), Content("")]
        clock = part.clock
        spent = used(
            [(one.turn, one.stage, one.began) for one in clock.begun],
            [(one.began, one.ended) for one in clock.pauses],
            stamp_of(part.at),
        )
        if not clock.begun and not part.pace.minutes:
            return stacked([*lines, *hanging(pacing.NONE, width, " ")])
        head = f" {'Minutes':<30}{'plan':>6}{'used':>8}"
        lines.append(plain(head, "bold"))
        for one in plan_lines(spent, part.pace.minutes, part.turns):
            if one.turn not in (0, part.turn) and one.stage != "turn":
                continue
            name = f"Turn {one.turn}" if one.stage == "turn" else STAGES[one.stage]
            lines.append(table_line(name, one, 2 if one.turn and one.stage != "turn" else 0))
            if one.stage == "turn" and one.turn == part.turn and one.turn == part.turns:
                lines[-1] = joined(lines[-1], plain("  last turn", "bold"))
        lines += self._rest(part, width)
        return stacked(lines)

    def _clock(self, part: Told, width: int) -> list[Content]:
        """What runs now, and when it will end."""
        clock = part.clock
        left = time_left(clock, part.countdown, part.at, part.since) or plain("no timer", "bold")
        lines = [joined(plain(f" {STAGES[clock.stage].capitalize()}:", "bold"), left, between=" ")]
        finish, due = projected(clock, part.at), moment(clock.due)
        if finish is not None and due is not None:
            words = f"Ends at {local(finish)}; planned {local(due)}: {behind(clock, part.at)}."
            late = (minutes_behind(clock, part.at) or 0) > 0
            lines += hanging(plain(words, "bold" if late else ""), width, " ")
        lines += hanging(plain(part.keys, "dim"), width, " ")
        if part.turns < FEWEST:
            few = f"Fewer than {FEWEST} turns: people hardly get into their parts."
            lines += hanging(plain(few, "bold $warning"), width, " ")
        return lines

    def _rest(self, part: Told, width: int) -> list[Content]:
        """Break, spare time, pauses and the policies."""
        minutes = part.pace.minutes
        lines = [
            plain(f" {STAGES[stage].capitalize():<30}{minutes[stage]:>6}{self._taken(stage, part)}")
            for stage in RESTING
            if minutes.get(stage)
        ]
        for pause in part.clock.pauses:
            began, over = moment(pause.began), moment(pause.ended)
            since = local(began) if began else ""
            ended = f"to {local(over)}" if over else "until now"
            why = f": {pause.reason}" if pause.reason else ""
            text = f"Paused in turn {pause.turn}, {since} {ended}{why}"
            lines += hanging(text, width, " ")
        lines.append(Content(""))
        lines += hanging(plain(pacing.told(part.pace), "dim"), width, " ")
        return lines

    def _taken(self, stage: Stage, part: Told) -> str:
        """What was used of the break, in the column for that; and that it ended early, if it did."""
        rests = [one for one in part.clock.pauses if one.rest] if stage == "break" else []
        if not rests:
            return ""
        at = stamp_of(part.at)
        used = sum(between(one.began, one.ended or at) for one in rests)
        left = part.pace.minutes["break"] - round(used / MINUTE)
        ended = f"  ended {left} min early" if left > 0 and not part.clock.paused else ""
        return f"{minutes_of(used):>8}{ended}"


class ClockScreen(Desk):
    """Pause, extend and set timers; the plan of time beside what was used."""

    DEFAULT_CSS = """
    ClockScreen #paper { padding: 0 1; }
    """
    BINDINGS = [
        keys.key("p", "pause", "Pause", footer=False),
        keys.key("plus", "more_time", "2 min more", shown="+", footer=False),
        keys.key("minus", "less_time", "1 less", shown="-", footer=False),
        keys.key("s", "set", "Set", footer=False),
        keys.key("b", "rest", "Break", footer=False),
        keys.key("c", "pace", "Change the pace", footer=False),
        keys.key("w", "warn", "Warn the silent", footer=False),
        keys.key("d", "jump", "Jump to a date", footer=False),
        keys.key("escape,y,f7", "dismiss", "Table", shown="Esc"),
    ]

    def paper(self) -> ComposeResult:
        """The clock and the plan."""
        with VerticalScroll(id="paper", can_focus=False):
            yield Plan()

    def fill(self, view: View) -> None:
        """Everything that has to do with time."""
        countdown = self.seating.countdown or Countdown()
        keys = "  ".join(words for action, words in KEYS.items() if self.check_action(action, ()))
        told = Told(
            view.clock, view.pace, view.turn, view.turns, now(), view.since, countdown, keys
        )
        self.query_one(Plan).feed(told)

    def tick(self) -> None:
        """Reckon anew."""
        super().tick()
        if self.app.screen is self:
            self.fill(self.shown(self.view))

    async def onward(self) -> None:
        """Back to where the clock was called from."""
        self.dismiss()

    def key_words(self, action: str) -> str:
        """What a key does now."""
        if action == "pause":
            return "Go on" if self.view.clock.paused else "Pause"
        return "Table" if action == "onward" else ""

    @work(exclusive=True, group="asking")
    async def action_less_time(self) -> None:
        """Take a minute off."""
        await self.ask(ExtendTimer(-1))

    @work(exclusive=True, group="asking")
    async def action_set(self) -> None:
        """Set the timer by hand."""
        await self.answer(pacing.SETTING)

    @work(exclusive=True, group="asking")
    async def action_rest(self) -> None:
        """Take the break of the plan."""
        await self.ask(PauseTimer("The break", rest=True))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what fits the moment."""
        if self.kept_back(action):
            return False
        view = self.view
        match action:
            case "warn":
                return view.phase in ("talks", "orders") and bool(without_order(view))
            case "jump":
                later = view.turn + 2 <= view.turns
                return view.phase in ("setup", "wrap") and later and not view.ending
            case "less_time":
                return bool(view.clock.until)
            case "rest":
                return bool(view.pace.minutes.get("break")) and not view.clock.paused
            case _:
                return super().check_action(action, parameters)

    @work(exclusive=True, group="asking")
    async def action_warn(self) -> None:
        """Warn the seats whose orders are missing: they have two minutes."""
        await self.ask(WarnSilent([]))

    @work(exclusive=True, group="asking")
    async def action_jump(self) -> None:
        """Go on with a later turn; what was dated for the turns between happens late, or not at all."""
        turn = await self.choose("Go on with", pacing.turns_ahead(self.view))
        if turn and await self.answer(pacing.jumping(self.view, int(turn))):
            self.follow()

    @work(exclusive=True, group="asking")
    async def action_pace(self) -> None:
        """Let the session keep another pace from here on."""
        await self.answer(pacing.PACE)
