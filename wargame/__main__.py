"""The `wargame` command, which is also `python -m wargame`."""

import sys


def main() -> int:
    """Run the command line; the exit code. Whoever interrupts while it still loads sees no traceback."""
    try:
        from wargame.cli import main as carry_out
    except KeyboardInterrupt:
        return 130  # as for any verb that is interrupted
    return carry_out()


if __name__ == "__main__":
    sys.exit(main())
