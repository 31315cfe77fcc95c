"""Starts the command line; an error meant for a person is one line and exit code 2."""

from __future__ import annotations

import os
import sys

from bot.cli import cli
from bot.errors import DebateBotError


def main() -> None:
    """Run `debate-bot`."""
    _open_streams()
    try:
        cli(standalone_mode=True)
    except DebateBotError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except OSError as error:
        print(
            f"debate-bot could not read or write ({error}). Free the disk or mend the permissions, then start again.",
            file=sys.stderr,
        )
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
