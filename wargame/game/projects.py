"""Projects: what needs several successes, at most one a turn; each stage is judged by a method of its own.

A menu's order may say that it is one; the facilitator declares a free order one. The scenario's
effects follow the last stage alone. A stage that fails costs what the order costs, and brings
what the scenario says of a failure, or nothing.
"""

from __future__ import annotations

from wargame.game.adjudication import LONGEST, unthrown
from wargame.game.changes import Change, CountChange
from wargame.game.commands import DeclareProject
from wargame.game.events import ProjectDeclared
from wargame.game.names import Quality, is_id
from wargame.game.ordered import rule_of
from wargame.game.plain_text import clean
from wargame.game.play import Play
from wargame.game.refusals import Refused
from wargame.game.state import Sealed, State
from wargame.game.undertaken import Project

MOST_STAGES = 3
"""How many successes a project needs at most."""
COUNTER = "project_"
"""What the counter of a project's successes begins with."""
GOOD = ("strong", "success")


def declare_project(play: Play, command: DeclareProject) -> None:
    """Make the free order on the table a stage of a project, while its odds are open."""
    state = play.state
    unthrown(state, command.order_id)
    sealed = state.sealed[command.order_id]
    if sealed.order.move:
        raise Refused(
            "not_a_free_order", "The scenario says which orders of the menu are projects."
        )
    if not is_id(command.project):
        raise Refused("not_an_id", "A project's id is small letters, digits, - and _.")
    known = state.projects.get(command.project)
    name = clean(command.name, LONGEST).strip() or (known.name if known else "")
    if known is not None:
        _insist_on_going_on(state, known, sealed)
    elif not 2 <= command.stages <= MOST_STAGES or not name:
        raise Refused("not_a_project", f"A project has a name and 2 to {MOST_STAGES} stages.")
    stages = known.stages if known else command.stages
    hidden = known.hidden if known else sealed.order.covert
    play.emit(ProjectDeclared(command.order_id, command.project, sealed.seat, name, stages, hidden))


def _insist_on_going_on(state: State, project: Project, sealed: Sealed) -> None:
    """Refuse a stage of a project that is another seat's, is done, or has had its success this turn."""
    if project.seat != sealed.seat:
        raise Refused("another_seats", "That project is another seat's.")
    if project.done >= project.stages:
        raise Refused("project_done", "That project is done.")
    if project.won == state.board.turn:
        raise Refused("one_a_turn", "A project has at most one success a turn.")


def project_of(state: State, sealed: Sealed) -> Project | None:
    """The project that an order is a stage of, as far as it has come; None for any other order."""
    rule = rule_of(state, sealed)
    if rule is None:
        table = state.adjudication
        named = table.project if table and table.order_id == sealed.order_id else ""
        return state.projects.get(named)
    return menu_project(state, rule.id)


def menu_project(state: State, move: str) -> Project | None:
    """The project that an order of the menu is, as its counter has it; None where it is none."""
    rule, counts = state.scenario.orders[move], state.board.counts
    if not rule.stages:
        return None
    won = state.board.turn if counts.get(f"won.{move}") else 0
    done = counts.get(f"count.{COUNTER}{move}", 0)
    return Project(move, rule.seat, rule.name, rule.stages, rule.covert != "no", done, won, done)


def stage_text(state: State, sealed: Sealed, quality: Quality, text: str) -> str:
    """What is told of a stage: the scenario's text for the last one and for a failure, else how far it is."""
    project = project_of(state, sealed)
    if project is None or quality not in GOOD:
        return text
    done = project.done + 1
    if project.won == state.board.turn:
        return f"{project.name}: it has had its one success of this turn."
    if done < project.stages:
        return f"Stage {done} of {project.stages} is done: {project.name}."
    return text or f"The last of {project.stages} stages is done: {project.name}."


def stage_changes(state: State, sealed: Sealed, quality: Quality) -> list[Change]:
    """What a free order's stage adds to the record: one success more. The menu's orders say it themselves."""
    project = project_of(state, sealed)
    if project is None or sealed.order.move or quality not in GOOD:
        return []
    return [CountChange(f"{COUNTER}{project.id}", project.done + 1)]


def all_projects(state: State) -> list[Project]:
    """Every project that has been begun, the menu's first."""
    menu = [menu_project(state, rule.id) for rule in state.scenario.orders.values() if rule.stages]
    return [*[one for one in menu if one is not None and one.done], *state.projects.values()]
