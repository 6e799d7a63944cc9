"""`python -m tests`: everything that must hold, in one go.

Runs ruff, mypy, the import contracts and pytest, each also when one before it failed, and exits
with 1 when any did. Arguments are handed to pytest: `python -m tests -k saves`.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

STEPS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "import contracts": ["lint-imports", "--no-cache"],
    "pytest": ["pytest", "-n", str(min(4, os.cpu_count() or 1))],
}
"""Each step's name, and the command that does it, from the environment of this Python."""


def passes(name: str, arguments: list[str]) -> bool:
    """Run one step, its output going straight to the terminal, and tell whether it passed."""
    print(f"\n== {name}", flush=True)
    tool = Path(sys.executable).with_name(arguments[0])
    return subprocess.run([tool, *arguments[1:]], cwd=ROOT).returncode == 0


def main(pytest_arguments: list[str]) -> int:
    """Run every step and return the exit code: 0 when all passed, 1 otherwise."""
    steps = {**STEPS, "pytest": STEPS["pytest"] + pytest_arguments}
    failed = [name for name, arguments in steps.items() if not passes(name, arguments)]
    print("\n" + (f"failed: {', '.join(failed)}" if failed else "everything holds"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
