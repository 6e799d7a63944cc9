"""The project's own source as syntax trees, and what can be measured on them."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).parents[2]
"""The checkout."""

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Documented: TypeAlias = ast.Module | ast.ClassDef | Function


def modules(*folders: str) -> list[Path]:
    """Return every Python file under the named top-level folders, in order of path."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def place(path: Path, node: ast.stmt | None = None) -> str:
    """Say where something stands, as `file` or `file:line`."""
    name = str(path.relative_to(ROOT))
    return name if node is None else f"{name}:{node.lineno}"


def tree(path: Path) -> ast.Module:
    """Read and parse one file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def length(node: ast.ClassDef | Function) -> int:
    """Count the lines of a definition from its `def` or `class` to its end, docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def longer(module: ast.Module, class_lines: int, function_lines: int) -> list[ast.stmt]:
    """Return the classes and functions of a module that are longer than they may be."""
    found: list[ast.stmt] = []
    for node in ast.walk(module):
        match node:
            case ast.ClassDef() if length(node) > class_lines:
                found.append(node)
            case ast.FunctionDef() | ast.AsyncFunctionDef() if length(node) > function_lines:
                found.append(node)
            case _:
                pass
    return found


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Yield the classes of a body, and its functions whose name does not begin with `_`.

    Methods are included, functions inside functions are not; nor are overloads, whose words stand
    at the one definition that runs.
    """
    for node in body:
        match node:
            case ast.ClassDef():
                yield node
                yield from public(node.body)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                if not node.name.startswith("_") and not is_overload(node):
                    yield node
            case ast.If():
                yield from public(node.body + node.orelse)
            case _:
                pass


def is_overload(node: Function) -> bool:
    """Tell whether a function only declares one of several signatures."""
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def undocumented(module: ast.Module) -> list[str]:
    """Return the names of what has no docstring in a module, the module itself being `<module>`."""
    missing = [] if ast.get_docstring(module) else ["<module>"]
    return missing + [node.name for node in public(module.body) if not ast.get_docstring(node)]
