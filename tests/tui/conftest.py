"""What tests of screens share."""

import pytest

from wargame.tui.screens.desk import Desk


@pytest.fixture
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys follow each other faster here than a held key repeats."""
    monkeypatch.setattr(Desk, "REST", 0)
