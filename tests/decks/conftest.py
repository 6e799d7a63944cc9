"""What tests of scenarios share."""

import pytest

from tests.decks.sittings import tightrope
from wargame.game.scenario import Scenario


@pytest.fixture
def iraq() -> Scenario:
    """Tightrope, with all its mechanisms."""
    return tightrope()
