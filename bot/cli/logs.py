"""The log of a running bot: JSON lines with ids and places in the code, never a word that a student wrote."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any, TextIO

_IDS = ("guild", "user", "channel", "interaction", "round", "rounds", "turn")
_FRAMES = 6
_PLAIN = (int, float, type(None))


class JsonLines(logging.Formatter):
    """Writes one JSON object a record. An exception is its type, its code and where it was raised, not its message,
    which may hold what somebody typed; for the same reason another library's message is given without its values.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": self._event(record),
        }
        line |= {name: getattr(record, name) for name in _IDS if getattr(record, name, None) is not None}
        if record.exc_info and record.exc_info[1] is not None:
            line |= _described(record.exc_info[1])
        return json.dumps(line)

    @staticmethod
    def _event(record: logging.LogRecord) -> str:
        values = record.args if isinstance(record.args, tuple) else (record.args,)
        own = record.name.split(".")[0] == "bot"
        message = record.getMessage() if own or all(isinstance(item, _PLAIN) for item in values) else str(record.msg)
        return message.partition("\n")[0]


def _described(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    described: dict[str, Any] = {
        "error": type(error).__name__,
        "where": [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames],
    }
    for name in ("status", "code", "errno"):
        if isinstance(getattr(error, name, None), int):
            described[name] = getattr(error, name)
    return described


def log_to(stream: TextIO = sys.stderr, *, level: str = "INFO") -> None:
    """Send every log record to a stream as JSON lines."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
