"""`wargame run SCRIPT`: plays a written list of commands at a table of its own."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any

from wargame.cli.answers import DONE, Unusable, progress, progress_over, say, say_json
from wargame.cli.arguments import seed as seed_of
from wargame.cli.building import make_folder, new_save, scenario_for
from wargame.cli.paper import asked
from wargame.decks.acts_room import asked_in
from wargame.decks.scripts import Script, Step, Written, read_script
from wargame.decks.steps import moment
from wargame.game import chance
from wargame.game.changes import Person
from wargame.game.commands import OpenSession
from wargame.game.names import is_id
from wargame.game.pace import Pace
from wargame.game.plain_text import counted
from wargame.game.refusals import Refused
from wargame.game.scenario import Scenario
from wargame.game.seals import receipt
from wargame.settings import saves_folder
from wargame.table.table import Table

TICK = timedelta(seconds=1)
"""How much later each command of a script with a clock is than the one before."""
LAST = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)
"""The latest moment from which a script's clock goes on."""


class PaperClock:
    """The time as a script tells it: it begins at `clock`, ticks with each command, and follows `at`."""

    def __init__(self, began: datetime | None) -> None:
        self._now = began

    def __call__(self) -> datetime:
        """The time now: the script's, or the real one where the script has none."""
        return self._now or datetime.now(UTC)

    def reach(self, at: str | None) -> None:
        """Tick, or go on to a time of day; one that has passed is tomorrow's. Refused after the year 9999."""
        if self._now is None:
            return
        if self._now > LAST:
            raise Refused("clock_ran_out", "The clock goes no further than the year 9999.")
        self._now += TICK
        if at is not None:
            hour, minute = map(int, at.split(":"))
            then = self._now.replace(hour=hour, minute=minute, second=0)
            self._now = then if then >= self._now else then + timedelta(days=1)


def nonces(seed: bytes, session: str) -> Iterator[str]:
    """The nonces of a script whose seed is given, so that it comes out the same each time it is run.

    Nothing is lost by it: who knows the seed knows all else that chance will bring.
    """
    for number in count():
        words = islice(chance.words(seed, f"{session}/nonce/{number}"), 4)
        yield "".join(f"{word:08x}" for word in words)


def run_script(arguments: Namespace) -> int:
    """Play the script into a new save and say where it stands."""
    written = read_script(Path(arguments.script))
    script = written.script
    session = arguments.session or script.session or _named_after(written.file)
    path = new_save(saves_folder(arguments.saves), session)
    scenario = scenario_for(script.scenario, written.folder)
    given = arguments.seed or (seed_of(script.seed) if script.seed else None)
    make_folder(path.parent)
    table = played(written, scenario, path, given)
    answer = _standing(table)
    table.close()
    if arguments.json:
        say_json(answer)
    else:
        say(_in_words(answer))
    return DONE


def played(written: Written, scenario: Scenario, path: Path, seed: bytes | None) -> Table:
    """A new table at `path` (whose name is the session's), with the whole script played at it.

    Unusable when the opening or a step is refused; what was played before that is kept.
    """
    script, session = written.script, path.stem
    clock = PaperClock(moment(script.clock) if script.clock else None)
    try:
        table = Table.create(path, scenario, _opening(script, session), seed, clock)
    except Refused as refused:
        raise Unusable(f"{written.file}:1: {refused.sentence} ({refused.code})") from None
    if seed is not None:
        table.fresh = nonces(seed, session).__next__
    try:
        _play(table, written, clock)
    except BaseException:
        table.close()
        raise
    return table


def _named_after(file: str) -> str:
    """The session's name when none is given: the script's own."""
    name = Path(file).stem.lower()
    if not is_id(name):
        raise Unusable(f"{file}: name the session: --session NAME, or session: in the script.")
    return name


def _opening(script: Script, session: str) -> OpenSession:
    return OpenSession(
        session,
        script.setup or "",
        script.turns or 0,
        [Person(one.id, one.name, one.seat) for one in script.people],
        script.playbooks,
        script.banner,
        script.hand_dice,
        pace=script.pace.pace() if script.pace else Pace(),
        observers_estimate=script.observers_estimate,
        questions=asked_in(script),
        merged=script.merged,
        observers_see=script.observers_see,
        inject_cap=script.inject_cap,
        read_cards=script.read_cards,
        secret_arguments=script.secret_arguments,
    )


def _play(table: Table, written: Written, clock: PaperClock) -> None:
    """Take the steps one after the other; the first that is refused ends it."""
    marks: dict[str, int] = {}
    for number, step in enumerate(written.script.play):
        if number % 20 == 0:
            progress(f"step {number + 1} of {len(written.script.play)}")
        try:
            clock.reach(step.at)
            _take(table, step, marks)
        except Refused as refused:
            raise Unusable(_refusal(table, written, number, step, refused)) from None
    progress_over()


def _take(table: Table, step: Step, marks: dict[str, int]) -> None:
    """Ask for what a step says, and keep where it led if it is marked."""
    for by, command in asked(table.state, step, marks):
        table.ask(by, command)
    if step.mark is not None:
        marks[step.mark] = table.log.count - 1


def _refusal(table: Table, written: Written, number: int, step: Step, refused: Refused) -> str:
    """Why a step was not taken, where it stands, and what was kept."""
    mend = "Mend the step and run the script" if refused.code != "save_stopped" else "Run it again"
    return (
        f"{written.file}:{written.lines[number]}: {step.command}: {refused.sentence} "
        f"({refused.code})\nWhat was played up to there is kept: {table.log.path}, "
        f"{counted(table.log.count, 'entry', 'entries')}, turn {table.state.board.turn}, {table.state.phase}. "
        f"{mend} with that save out of the way (another session's name has other dice), "
        "or go on with resume."
    )


def _standing(table: Table) -> dict[str, Any]:
    """Where the game stands, for programs."""
    state = table.state
    return {
        "session": state.session,
        "save": str(table.log.path),
        "entries": table.log.count,
        "head": table.log.head,
        "turn": state.board.turn,
        "turns": state.board.turns,
        "phase": state.phase,
        "ending": state.ending,
        "closed": state.closed,
        "tracks": {one.id: state.value(one.index) for one in state.scenario.tracks},
    }


def _in_words(answer: dict[str, Any]) -> str:
    """Where the game stands, for people."""
    ending = f", ending {answer['ending']}" if answer["ending"] else ""
    return (
        f"Played {answer['session']}: turn {answer['turn']} of {answer['turns']}, "
        f"{answer['phase']}{ending}; {counted(answer['entries'], 'entry', 'entries')}.\n"
        f"Save: {answer['save']}\nHead: {receipt(answer['head'])}"
    )
