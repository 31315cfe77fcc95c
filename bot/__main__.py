"""Starts the command line; an error meant for a person is one line and exit code 2."""

from __future__ import annotations

import os
import sys

from bot.cli import cli
from bot.errors import DebateBotError


def main() -> None:
    """Run `debate-bot`."""
    try:
        cli(standalone_mode=True)
    except DebateBotError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
