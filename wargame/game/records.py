"""The standard library's dataclasses, each method written when it is first called.

The program has hundreds of dataclasses and opens with a few of them in use; having the methods of all
of them written and compiled took a third of the time to the first screen. What the methods do is the
library's: whatever is called first is asked of it then, and takes its place for good.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, *, slots=False, frozen=False):
        """`dataclasses.dataclass`, with the flags that are used here."""

        def make(plain):
            return _made(plain, slots, frozen)

        return make if cls is None else make(cls)


_NOTHING: Final = {"init": False, "repr": False, "eq": False, "match_args": False}
_EVERY: Final = {
    "__init__": {"init": True},
    "__repr__": {"repr": True},
    "__eq__": {"eq": True},
}
"""The methods that every dataclass has, and what brings the library to write each."""
_FROZEN: Final = {
    "__hash__": {"unsafe_hash": True},
    "__setattr__": {},
    "__delattr__": {},
}
"""Those of a frozen one."""
_STATE: Final = {"__getstate__": {"slots": True}, "__setstate__": {"slots": True}}
"""Those of a frozen one with slots."""
_SAID: Final = ("__module__", "__qualname__", "__doc__")


def _made(plain: type, slots: bool, frozen: bool) -> Any:
    """The class with its fields, and something in the place of each method that is still to be written."""
    made: Any = dataclasses.dataclass(**_NOTHING | {"match_args": True}, slots=slots)(plain)
    made.__dataclass_params__.frozen = frozen
    if not frozen:
        made.__hash__ = None
    wanted = _EVERY | (_FROZEN | (_STATE if slots else {}) if frozen else {})
    for name, asked in wanted.items():
        if name not in vars(plain):
            setattr(made, name, _Later(made, name, _NOTHING | {"frozen": frozen} | asked))
    return made


class _Later:
    """Stands in a class for a method until somebody asks for it, and has the library write it then."""

    def __init__(self, made: Any, name: str, asked: dict[str, bool]) -> None:
        self.made = made
        self.name = name
        self.asked = asked

    def __get__(self, one: object, kind: type | None = None) -> Any:
        """The method; it is that of a class with the same fields, which the library makes for it."""
        said = {part: getattr(self.made, part) for part in _SAID}
        twin = type(self.made.__name__, (self.made,), said)
        written: Any = vars(dataclasses.dataclass(**self.asked)(twin))[self.name]
        setattr(self.made, self.name, written)
        return written.__get__(one, kind)
