"""Nothing ends in a traceback: whatever goes wrong becomes a sentence and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress

from wargame.cli.answers import DONE, INTERRUPTED, UNUSABLE, Unusable, progress_over, tell
from wargame.decks.problems import ScenarioError
from wargame.game.refusals import Refused
from wargame.saves.errors import SaveError

DEBUG = "WARGAME_DEBUG"
"""Set this environment variable to see where a fault of the program lies."""


def guarded(run: Callable[[], int]) -> int:
    """Run a verb and return its exit code, whatever happens."""
    try:
        code = run()
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        progress_over()
        tell("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_has_gone()
    except (Unusable, SaveError, ScenarioError) as error:
        sentence = str(error)
    except Refused as error:
        sentence = error.sentence
    except OSError as error:
        sentence = _of_the_disk(error)
    except (MemoryError, RecursionError):
        sentence = "That is too large, or nested too deeply, to be worked on here."
    except Exception as error:  # noqa: BLE001 - the last resort, so that no traceback reaches anyone
        if os.environ.get(DEBUG):
            traceback.print_exc()
        sentence = (
            f"wargame: a fault in wargame itself: {type(error).__name__}: {error}. What was saved is safe. "
            f"Please report it, with what {DEBUG}=1 in the environment shows."
        )
    progress_over()
    tell(sentence)
    _drop_what_cannot_be_printed()
    return UNUSABLE


def _of_the_disk(error: OSError) -> str:
    """An error of the system as a sentence: which file, what about it, what to do."""
    where = f"{os.fsdecode(error.filename)}: " if error.filename else ""
    return (
        f"{where}{error.strerror or error}. See to it that the place is there, has room "
        "and may be written to, and try again."
    )


def _reader_has_gone() -> int:
    """Whoever read the output has seen enough: that is no error."""
    _drop_what_cannot_be_printed()
    return DONE


def _drop_what_cannot_be_printed() -> None:
    """Keep the interpreter's last flush from failing once more, which would change the exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
