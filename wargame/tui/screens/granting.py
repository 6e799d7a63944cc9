"""The questions about factors by hand, protections and projects."""

from __future__ import annotations

from typing import get_args

from wargame.game.commands import Command, DeclareProject, GrantFactor, Protect
from wargame.game.names import Guarded
from wargame.game.views import AdjudicationView, View
from wargame.tui.screens.asking import Filled, Question, number, seat_choices, slug
from wargame.tui.screens.form import Line, OneOf

KINDS = [
    ("track", "a track"),
    ("seat", "a seat"),
    ("fact", "a fact"),
    ("target", "a target of the menu"),
]
"""What can be protected."""
GOOD = ("strong", "success")


def offers(view: View) -> list[tuple[str, str]]:
    """What can be granted as a factor: something of one's own, or a protection that holds."""
    held = [
        (str(place), f"-{one.level} protected: {one.name}")
        for place, one in enumerate(view.protections)
    ]
    return [("", "another one"), *held]


def factor(table: AdjudicationView, view: View, which: str) -> Question:
    """A modifier by hand; it may begin with a protection."""
    guard = view.protections[int(which)] if which else None
    by = str(-guard.level) if guard else ""
    why = f"Protected, level {guard.level}: {guard.name}" if guard else ""

    def command(view: View, filled: Filled) -> Command | str:
        modifier = number(filled["by"])
        if modifier is None:
            return "A factor is a whole number, -3 to +3."
        return GrantFactor(table.order.order_id, modifier, filled["why"], filled["source"])

    return Question(
        "A factor by hand",
        lambda view: [
            Line("by", "Counts", by, hint="-3 to +3", needed=True, limit=3),
            Line("why", "Because", why, needed=True),
            Line("source", "Source", hint="or nothing", limit=100),
        ],
        command,
    )


def things(view: View, kind: str) -> list[tuple[str, str]]:
    """What there is of one kind, with the level at which it is protected."""
    levels = {(one.kind, one.thing): f"  level {one.level}" for one in view.protections}
    match kind:
        case "seat":
            found = [(one.id, one.name) for one in view.seats]
        case "track":
            found = [(one.id, one.name) for one in view.tracks]
        case "fact":
            found = [(one.id, one.text) for one in view.facts]
        case "target":
            found = targets(view)
        case _:
            found = []
    return [(one, f"{name}{levels.get((_kind(kind), one), '')}") for one, name in found]


def targets(view: View) -> list[tuple[str, str]]:
    """The targets at which orders of this game are aimed."""
    seen = {one.id: one.name for one in view.targets}
    return list(seen.items())


def _kind(text: str) -> Guarded:
    return next(one for one in get_args(Guarded) if one == text)


def protecting(kind: str, thing: str, table: AdjudicationView | None) -> Question:
    """At which level a thing is protected, and for whom it is no hindrance."""
    won = table is not None and table.quality in GOOD
    order_id = table.order.order_id if table is not None and won else ""
    running = table is not None and table.quality is None
    owner = table.order.seat if table is not None and won else ""

    def command(view: View, filled: Filled) -> Command:
        return Protect(
            _kind(kind),
            thing,
            int(filled["level"]),
            filled["owner"],
            filled["reason"],
            order_id,
            filled["hidden"] == "yes",
        )

    return Question(
        "Protection",
        lambda view: [
            OneOf("level", "Level", [("1", "1"), ("2", "2"), ("3", "3"), ("0", "0: no longer")]),
            OneOf("owner", "Not against", [("", "nobody"), *seat_choices(view)], owner),
            OneOf("hidden", "Known to", [("no", "everyone"), ("yes", "that seat alone")]),
            Line("reason", "Because", needed=not won),
        ],
        command,
        "Each level takes 1 from whoever else acts on it, by itself, from the next order put on the table on."
        + (" The order on the table brings it about." if won else "")
        + (" Against the one there now, M grants it." if running else ""),
    )


def begun(view: View, table: AdjudicationView) -> list[tuple[str, str]]:
    """The projects that this seat can go on with, and a new one."""
    mine = [
        (one.id, f"{one.name}: {one.done} of {one.stages} done")
        for one in view.projects
        if one.seat == table.order.seat and one.done < one.stages
    ]
    return [("", "a new one"), *mine]


def project(table: AdjudicationView, view: View) -> Question:
    """A new project: what it is, and how many successes it needs."""

    def command(view: View, filled: Filled) -> Command:
        taken = [one.id for one in view.projects]
        return DeclareProject(
            table.order.order_id,
            slug(filled["name"], taken),
            filled["name"],
            int(filled["stages"]),
        )

    return Question(
        "A project",
        lambda view: [
            Line("name", "What it is", table.order.result, needed=True, limit=100),
            OneOf("stages", "Successes", [("3", "3"), ("2", "2")], "3"),
        ],
        command,
        "At most one success a turn; each stage is judged by a method of its own.",
    )
