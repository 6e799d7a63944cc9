"""Nothing here is too big to read in one sitting, and everything says what it is for."""

import ast

import pytest

from tests.house.source import longer, modules, place, tree, undocumented

MODULE, CLASS, FUNCTION = 400, 250, 40
"""The most lines a module, a class and a function may have, tests as well."""

EMPTY_NAMES = {
    "base",
    "common",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "types",
    "util",
    "utils",
}
"""Names that say nothing of what is inside."""


def test_no_module_is_longer_than_400_lines() -> None:
    files = modules("wargame", "tests")
    lines = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert "wargame/cli/__init__.py" in lines
    assert {name: count for name, count in lines.items() if count > MODULE} == {}


def test_no_class_is_longer_than_250_lines_and_no_function_than_40() -> None:
    too_long = [
        place(path, node)
        for path in modules("wargame", "tests")
        for node in longer(tree(path), CLASS, FUNCTION)
    ]
    assert too_long == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    named = [
        place(path)
        for path in modules("wargame", "tests")
        if {path.stem.removeprefix("test_").strip("_"), path.parent.name} & EMPTY_NAMES
    ]
    assert named == []


def test_every_module_class_and_public_function_says_what_it_is_for() -> None:
    silent = [
        f"{place(path)} {name}" for path in modules("wargame") for name in undocumented(tree(path))
    ]
    assert silent == []


def test_every_test_module_says_what_it_proves() -> None:
    assert [place(path) for path in modules("tests") if not ast.get_docstring(tree(path))] == []


@pytest.mark.parametrize(
    ("head", "limit"), [("class A:", CLASS), ("def f():", FUNCTION), ("async def f():", FUNCTION)]
)
def test_the_measure_lets_the_limit_pass_and_finds_one_line_more(head: str, limit: int) -> None:
    fits = head + "\n    x = 1" * (limit - 1)
    assert longer(ast.parse(fits), CLASS, FUNCTION) == []
    assert len(longer(ast.parse(f"{fits}\n    x = 2"), CLASS, FUNCTION)) == 1


def test_a_missing_docstring_is_found_wherever_it_is_missing() -> None:
    source = "class A:\n    def said(self):\n        'Said.'\n    def shown(self): ...\n"
    assert undocumented(ast.parse(source)) == ["<module>", "A", "shown"]
    assert undocumented(ast.parse("'Said.'\nasync def f(): ...\ndef _own(): ...")) == ["f"]
