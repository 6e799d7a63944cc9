"""`python -m tests.benchmarks [NAME ...]`: every benchmark there is, each in a process of its own."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path


def main(wanted: list[str]) -> int:
    """Run those that are named, or all; the exit code is that of the worst."""
    folder = Path(__file__).parent
    known = [
        one.name for one in pkgutil.iter_modules([str(folder)]) if not one.name.startswith("_")
    ]
    worst = 0
    for name in wanted or known:
        summary = ((folder / f"{name}.py").read_text(encoding="utf-8")).split('"""')[1]
        print(f"{name}: {summary.splitlines()[0]}", flush=True)
        worst = max(
            worst, subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"]).returncode
        )
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
