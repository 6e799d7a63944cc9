"""Where saves are kept, as the command line or the environment says."""

from __future__ import annotations

from pathlib import Path

from wargame.settings import saves_folder


def test_the_flag_comes_before_the_environment_and_that_before_the_current_folder() -> None:
    environ = {"WARGAME_SAVES": "games"}
    assert saves_folder("here", environ) == Path("here")
    assert saves_folder(None, environ) == Path("games")
    assert saves_folder(None, {}) == Path("saves")


def test_an_empty_text_is_nothing_said() -> None:
    assert saves_folder("", {"WARGAME_SAVES": ""}) == Path("saves")


def test_a_tilde_is_somebodys_home_and_stays_where_there_is_none() -> None:
    assert saves_folder("~/games", {}) == Path.home() / "games"
    assert saves_folder("~nobody-of-that-name/games", {}) == Path("~nobody-of-that-name/games")
