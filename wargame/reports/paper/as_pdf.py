"""A pack as PDF, set by Typst. The pack goes in as data: its texts are never read as Typst's own language."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from importlib.resources import files
from typing import Any, Final

from wargame.reports.paper.sheets import Pack, cleaned

SIZES: Final = {"a4": "a4", "letter": "us-letter"}
"""Paper sizes, as Typst names them."""


def as_pdf(pack: Pack, paper: str = "a4") -> bytes:
    """The whole file; `paper` is a key of `SIZES`. ImportError when Typst is not installed."""
    import typst  # an extra: whoever prints HTML does without it

    source = files("wargame.reports.paper").joinpath("sheets.typ").read_bytes()
    inputs = {"pack": json.dumps(_data(pack)), "paper": SIZES[paper]}
    made: bytes = typst.compile(source, format="pdf", sys_inputs=inputs)
    return made


def _data(value: Any) -> Any:
    """A pack as JSON can hold it; each block says what kind it is."""
    if is_dataclass(value) and not isinstance(value, type):
        fields = {name: _data(getattr(value, name)) for name in type(value).__dataclass_fields__}
        return fields | {"kind": type(value).__name__}
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    return cleaned(value) if isinstance(value, str) else value
