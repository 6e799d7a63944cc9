"""`wargame fork SAVE --at N -o NEW`: another game from that moment on, which names its parent."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wargame.cli.answers import DONE, Unusable, say, say_json, tell
from wargame.cli.building import make_folder
from wargame.game.names import is_id
from wargame.game.seals import receipt
from wargame.saves.forking import fork, session_at
from wargame.saves.reading import read
from wargame.saves.shelf import ENDING, Shelf
from wargame.settings import saves_folder


def fork_save(arguments: Namespace) -> int:
    """Make the fork, and say how it is played. The save it comes from stays as it is."""
    shelf = Shelf(saves_folder(arguments.saves))
    source = read(shelf.find(arguments.save))
    target = _place(shelf, arguments.output)
    make_folder(target.parent)
    with fork(source, arguments.at, target) as log:
        entries, head = log.count, log.head
    if source.damage is not None:
        tell(
            f"{source.path} is damaged at entry {source.damage.entry}; what comes before is whole."
        )
    parent = source.entries[arguments.at]
    answer = {
        "session": target.stem,
        "save": str(target),
        "entries": entries,
        "head": head,
        "parent": {"session": session_at(source, arguments.at), "n": parent.n, "head": parent.hash},
    }
    if arguments.json:
        say_json(answer)
    else:
        say(
            f"Forked {source.path} after entry {parent.n} ({receipt(parent.hash)}).\n"
            f"Save: {target}\nGo on with: wargame resume {_named(shelf, target)}"
        )
    return DONE


def _place(shelf: Shelf, name: str) -> Path:
    """Where the new save goes: into the folder of saves by its session's name, or to a path."""
    if is_id(name):
        return shelf.path(name)
    path = Path(name).expanduser()
    if path.suffix != ENDING:
        raise Unusable(
            f"{name}: name the new session (a-z, 0-9, _ and -), or a path ending {ENDING}."
        )
    return path


def _named(shelf: Shelf, target: Path) -> str:
    """How the new save is called on the command line."""
    return target.stem if target.parent == shelf.folder else str(target)
