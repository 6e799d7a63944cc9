"""The commands README.md gives, read from README.md itself, so that no copy of them can drift.

`python3 -m tests.house.readme test` prints the one that installs and tests; `.ci/run` runs it.
"""

import re
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def command(name: str, text: str) -> str:
    """Return the one line of the shell block that follows `<!-- command: NAME -->` in a README.

    Raises LookupError when there is no such block, more than one, or not exactly one line in it.
    """
    marker = rf"<!-- command: {re.escape(name)} -->\s*```(?:sh|console|bash)\n(.*?)\n```"
    blocks = re.findall(marker, text, flags=re.DOTALL)
    if len(blocks) != 1:
        raise LookupError(f"README.md has {len(blocks)} blocks marked 'command: {name}', not one")
    line = str(blocks[0])
    if "\n" in line or not line.strip():
        raise LookupError(f"the block marked 'command: {name}' in README.md is not one line")
    return line


if __name__ == "__main__":
    print(command(sys.argv[1], README.read_text(encoding="utf-8")))
