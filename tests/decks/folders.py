"""The small scenario, broken in one place at a time."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

SMALL = Path(__file__).parent / "small"
SCENARIO, MOVES, STANDING = "scenario.yaml", "moves.yaml", "standing.yaml"
RIVER, FAVOURS = "cards/river.yaml", "cards/favours.yaml"


@dataclass(frozen=True)
class Broken:
    """A way to break the small scenario, and every problem that `check` must then give.

    `edits` gives for a file the text that is replaced (it stands there once) and what replaces it;
    `files` gives whole files, or None for one that is gone.
    """

    name: str
    edits: dict[str, tuple[str, str]] = field(default_factory=dict)
    files: dict[str, bytes | None] = field(default_factory=dict)
    says: tuple[str, ...] = ()


def broken_folder(folder: Path, case: Broken) -> Path:
    """A copy of the small scenario, its playbooks left out, with the case's edits."""
    copy = folder / "copy"
    shutil.copytree(SMALL, copy, ignore=shutil.ignore_patterns("playbooks"))
    for name, (old, new) in case.edits.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")
    for name, data in case.files.items():
        if data is None:
            (copy / name).unlink()
        else:
            (copy / name).parent.mkdir(exist_ok=True)
            (copy / name).write_bytes(data)
    return copy
