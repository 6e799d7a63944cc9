"""What holds for every test: a folder of its own, no settings from outside, no stop-watch."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples each time, so that a red run is red again; no deadline, because machines differ.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore", settings.get_profile("house"), derandomize=False, max_examples=1000
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test run in an empty folder, so that none can touch the saves of the checkout."""
    monkeypatch.setenv("WARGAME_CACHE", "")
    for name in ("WARGAME_SAVES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
