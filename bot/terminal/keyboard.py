"""Where the lines come from: a person's keyboard, with line editing, or any stream, one turn a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bot.terminal.playing import WORDS, Ask

try:
    import readline
except ImportError:  # Windows: its console edits lines by itself
    readline = None  # type: ignore[assignment]


def keyboard(*, plain: bool) -> Ask:
    """Ask a person; Tab completes the words of a round, and earlier lines are kept in memory only.

    Not `plain`, a paste of several lines is one turn; the terminal must know how to mark a paste.
    """
    if readline:
        readline.set_completer_delims(" ")
        readline.set_completer(_complete)
        readline.parse_and_bind("tab: complete")
        readline.parse_and_bind(f"set enable-bracketed-paste {'off' if plain else 'on'}")

    def ask(prompt: str, draft: str = "") -> str:
        if readline and draft:
            readline.set_startup_hook(lambda: readline.insert_text(draft))
        try:
            return input(prompt)
        except OSError as error:  # the terminal's window was closed
            raise EOFError from error
        finally:
            if readline:
                readline.set_startup_hook()

    return ask


def _complete(text: str, state: int) -> str | None:
    fitting = [word for word in WORDS if text.startswith("/") and word.startswith(text)]
    return f"{fitting[state]} " if state < len(fitting) else None


def script(lines: Iterable[str], echo: Callable[[str], None]) -> Ask:
    """Take each line of a stream as one turn, and repeat it so that what comes out reads as a transcript."""
    left: Iterator[str] = iter(lines)

    def ask(prompt: str, draft: str = "") -> str:
        line = next(left, None)
        if line is None:
            raise EOFError
        line = line.rstrip("\r\n")
        echo(f"> {line}")
        return line

    return ask
