"""Starts the command line; an error meant for a person is one line and exit code 2."""

from __future__ import annotations

import os
import sqlite3
import sys
import traceback

from bot.cli import cli
from bot.errors import DebateBotError


def main() -> None:
    """Run `debate-bot`; a fault of its own is one line too, unless Python runs in its development mode."""
    _open_streams()
    try:
        cli(standalone_mode=True)
    except DebateBotError as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"debate-bot could not read or write ({error}). Free the disk or mend the permissions, then start again.")
    except sqlite3.DatabaseError as error:
        _stop(f"The record is damaged ({error}). Keep a copy of its file, and choose another folder with --data.")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        place = traceback.extract_tb(error.__traceback__)[-1]
        _stop(
            f"debate-bot has a fault of its own ({type(error).__name__} in {place.filename}, line {place.lineno}). "
            "What was stored is safe; `debate-bot practise --new` starts another round. "
            "To see more, set PYTHONDEVMODE=1."
        )


def _stop(message: str) -> None:
    print(message, file=sys.stderr)
    sys.exit(2)


def _open_streams() -> None:
    """Read and write whatever comes: bytes that are no text, letters unknown to the terminal, no stdin."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
