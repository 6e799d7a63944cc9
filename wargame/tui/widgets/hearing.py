"""What is said of an order in the spotlight, and of a project's stage."""

from __future__ import annotations

from wargame.game.views import AdjudicationView, View
from wargame.tui.whose_move import names


def heard(view: View, table: AdjudicationView) -> str:
    """Who has not argued yet about the order in the spotlight; that one might stand there; or nothing."""
    order_id = table.order.order_id
    if view.spotlight == order_id:
        said = {one.author for one in table.arguments}
        silent = [
            one.id
            for one in view.seats
            if one.id not in said and one.id != table.order.seat and not one.playbook
        ]
        if table.order.covert or not silent:
            return "In the spotlight: argue it in full."
        return f"In the spotlight. Not heard yet: {names(view, silent)}."
    if view.weightiest == order_id and not view.spotlight and table.quality is None:
        return "It would move the board most: L puts it into the spotlight, to be argued in full."
    return ""


def stage_of(table: AdjudicationView) -> str:
    """Which stage of a project the order is; empty where it is none."""
    project = table.project
    if project is None or (table.quality is not None and project.done >= project.stages):
        return ""
    return f"{project.name}, stage {min(project.done + 1, project.stages)} of {project.stages}"
