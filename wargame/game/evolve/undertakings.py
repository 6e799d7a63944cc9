"""What entries about spotlights, appeals, protections and projects do to the state."""

from __future__ import annotations

from dataclasses import replace

from wargame.game.changes import Change, CountChange
from wargame.game.events import (
    AppealOpened,
    FactorGranted,
    ProjectDeclared,
    ProtectionSet,
    SpotlightSet,
)
from wargame.game.state import State
from wargame.game.undertaken import Project, Protection


def spotlight_set(state: State, event: SpotlightSet) -> None:
    """One order of this turn is argued in full."""
    state.spotlight = event.order_id


def factor_granted(state: State, event: FactorGranted) -> None:
    """One more factor counts."""
    if state.adjudication is not None:
        state.adjudication.factors = [*state.adjudication.factors, event.factor]


def appeal_opened(state: State, event: AppealOpened) -> None:
    """Until then anybody may appeal."""
    if state.adjudication is not None:
        state.adjudication.appeal = event.until


def protection_set(state: State, event: ProtectionSet) -> None:
    """A thing is protected, or not any more."""
    name = f"{event.kind}:{event.thing}"
    if event.level == 0:
        state.protected.pop(name, None)
    else:
        state.protected[name] = Protection(
            event.kind, event.thing, event.level, event.owner, event.reason, event.hidden
        )


def project_declared(state: State, event: ProjectDeclared) -> None:
    """The order on the table is a stage of this project."""
    if state.adjudication is not None:
        state.adjudication.project = event.project
    if event.project not in state.projects:
        state.projects[event.project] = Project(
            event.project, event.seat, event.name, event.stages, event.hidden
        )


def project_counted(state: State, changes: list[Change], *, openly: bool) -> None:
    """A stage was ruled a success: the project of a free order has come further, for all to see or not."""
    for change in changes:
        if isinstance(change, CountChange) and change.name.startswith("project_"):
            name = change.name.removeprefix("project_")
            project = state.projects.get(name)
            if project is not None:
                turn = state.board.turn
                shown = change.after if openly else project.shown
                state.projects[name] = replace(project, done=change.after, won=turn, shown=shown)
