"""JSON Schemas of the files of a motion, so that an editor completes fields and underlines what is wrong."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from bot.base.authored import Text
from bot.base.motion import Argument, Heading, NonsenseKind, Source
from bot.base.timeline import Misconception, Timeline

FILES: dict[str, tuple[tuple[str, ...], Any]] = {
    "sources": (("sources.yaml",), tuple[Source, ...]),
    "motion": (("*/motion.yaml",), Heading),
    "timeline": (("*/timeline.yaml",), Timeline),
    "misconceptions": (("*/misconceptions.yaml",), tuple[Misconception, ...]),
    "not_arguments": (("*/not_arguments.yaml",), dict[NonsenseKind, tuple[Text, ...]]),
    "argument": (("*/for/*.yaml", "*/against/*.yaml"), Argument),
}
"""For each kind of file, where it stands in the folder of the base (as an editor matches it) and what is in it."""


def schemas() -> dict[str, dict[str, Any]]:
    """Give the JSON Schema (2020-12) of each kind of file, by the names in `FILES`."""
    return {name: _schema(" and ".join(places), kind) for name, (places, kind) in FILES.items()}


def _schema(title: str, kind: Any) -> dict[str, Any]:
    written = TypeAdapter(kind).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_lenient(written), "title": title}


def _lenient(schema: Any) -> Any:
    """Let a number or `true` stand for a text: the loader reads each value as it is written, an editor does not."""
    if isinstance(schema, list):
        return [_lenient(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    lenient = {name: _lenient(part) for name, part in schema.items()}
    if lenient.get("type") == "string" and "enum" not in lenient and "const" not in lenient:
        lenient["type"] = ["string", "number", "boolean"]
    return lenient
