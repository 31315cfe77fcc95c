"""Lines that scripts and people hand over, most of them JSON, with what to mend in one that cannot be used."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from bot.errors import DebateBotError

_LONGEST_LINE = 1_000_000  # bytes; memory stays the same however long a line or the input is


def stdin_lines() -> Iterator[tuple[int, str]]:
    """Give each line of stdin with its number; bytes that are not UTF-8 become replacement characters."""
    number = 0
    while line := sys.stdin.buffer.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            raise DebateBotError(f"Line {number} is longer than {_LONGEST_LINE:,} bytes: split it.")
        yield number, line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").strip()


def fields(line: str, *needed: str, where: str) -> dict[str, Any]:
    """Read a JSON object that holds the needed texts, or say what to mend; `where` names the line."""
    try:
        item = json.loads(line)
    except json.JSONDecodeError as error:
        raise DebateBotError(f"{where} is not JSON ({error.msg}): write one object a line.") from error
    except (ValueError, RecursionError) as error:  # a figure too long, or brackets too deep
        raise DebateBotError(f"{where} cannot be read as JSON: write one plain object a line.") from error
    if not isinstance(item, dict):
        raise DebateBotError(f"{where} is not a JSON object: write {{...}} with {' and '.join(needed)}.")
    for name in needed:
        if not isinstance(item.get(name), str):
            raise DebateBotError(f"{where} has no text in {name!r}: add it.")
    return item


def printable(item: dict[str, Any]) -> str:
    """Write one line of JSON; half of a surrogate pair, which no file can hold, stays escaped."""
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
