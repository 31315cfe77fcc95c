"""YAML read safely, with the line of every value, so that a fault can name the place to mend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")
Loc = tuple[str | int, ...]

_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}
_QUOTE = "quote text that holds ': ' or ' #', or that starts with one of ! & * { [ % @ `"


class _PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader is optional
    """Reads every scalar as text: `no`, `1924` and `null` are words that students type, not values."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML's own class attribute


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to mend in the base: where it is and what to do."""

    file: str
    line: int
    where: str
    remedy: str

    def __str__(self) -> str:
        place = f" {self.where}:" if self.where else ""
        return f"{self.file}:{self.line}:{place} {self.remedy}"


@dataclass(frozen=True)
class Page:
    """One YAML file as read: its plain data, and the line on which each value stands."""

    name: str
    data: Any
    lines: dict[Loc, int]

    def fault(self, loc: Loc, remedy: str) -> Fault:
        """Say what to mend at a place in this file; the nearest known line is used."""
        known = loc
        while known and known not in self.lines:
            known = known[:-1]
        return Fault(self.name, self.lines.get(known, 1), self._spell(loc), remedy)

    def at(self, loc: Loc) -> Any:
        """Give what stands at a place, as plain data; `None` if there is nothing."""
        value = self.data
        for step in loc:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _spell(self, loc: Loc) -> str:
        """Name a place by field and, for an item of a list, by its id where it has one."""
        parts: list[str] = []
        for n, step in enumerate(loc):
            value = self.at(loc[: n + 1])
            name = value.get("id") if isinstance(step, int) and isinstance(value, dict) else None
            parts.append(str(name or (step + 1 if isinstance(step, int) else step)))
        return ".".join(parts)


def read_page(path: Path, name: str) -> tuple[Page | None, list[Fault]]:
    """Read one file; a file that is missing, not UTF-8, not YAML or that repeats a key gives faults, never an error."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        return None, [Fault(name, 1, "", f"cannot be read ({error.strerror}): create it or mend its permissions")]
    except UnicodeDecodeError as error:
        return None, [Fault(name, 1, "", f"is not UTF-8 at byte {error.start}: save it as UTF-8")]
    try:
        loader = _PlainLoader(text)
    except yaml.YAMLError as error:  # without the C loader a forbidden character is found here
        return None, [Fault(name, 1, "", f"is not YAML: {str(error).splitlines()[0]}")]
    try:
        node = loader.get_single_node()
        if node is None:
            return None, [Fault(name, 1, "", "is empty: write its fields, see arguments/README.md")]
        lines: dict[Loc, int] = {}
        faults = _walk(node, (), lines, set(), name)
        return Page(name, loader.construct_document(node), lines), faults
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return None, [Fault(name, line, "", f"is not YAML: {error.problem}; {_QUOTE}")]
    except yaml.YAMLError as error:
        return None, [Fault(name, 1, "", f"is not YAML: {str(error).splitlines()[0]}")]
    finally:
        loader.dispose()


def _walk(node: yaml.Node, loc: Loc, lines: dict[Loc, int], nodes: set[int], name: str) -> list[Fault]:
    """Note the line of every value below a node, and find the keys that are written twice."""
    lines[loc] = node.start_mark.line + 1
    if node.tag not in _PLAIN_TAGS:
        raise yaml.MarkedYAMLError(problem=f"the tag {node.tag} has no meaning here", problem_mark=node.start_mark)
    if id(node) in nodes:  # an alias gives the same node again, and one inside its own anchor never ends
        raise yaml.MarkedYAMLError(problem="an alias has no meaning here", problem_mark=node.start_mark)
    nodes.add(id(node))
    faults: list[Fault] = []
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            faults += _walk(item, (*loc, index), lines, nodes, name)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a field has no plain name", problem_mark=key.start_mark)
            word = str(key.value)
            if word in seen:
                faults.append(Fault(name, key.start_mark.line + 1, word, "is written twice: keep one"))
            seen.add(word)
            faults += _walk(value, (*loc, word), lines, nodes, name)
    return faults


def validate(page: Page, kind: type[T] | Any) -> tuple[T | None, list[Fault]]:
    """Make a model of a page, or say every fault that the model finds."""
    try:
        return TypeAdapter(kind).validate_python(page.data), []
    except ValidationError as error:
        return None, [page.fault(_data_loc(page, item["loc"]), _remedy(item)) for item in error.errors()]


def _data_loc(page: Page, loc: Loc) -> Loc:
    """Drop the steps that pydantic adds for its own types and that are not in the file."""
    kept: list[str | int] = []
    for step in loc:
        if (*kept, step) in page.lines or (step == loc[-1] and step != "[key]"):
            kept.append(step)
    return tuple(kept)


def _remedy(item: Any) -> str:
    """Turn pydantic's message into what the curator should do."""
    match item["type"]:
        case "missing":
            return "is missing: add it"
        case "extra_forbidden":
            return "is not a known field: correct its spelling or remove it"
        case "too_short":
            return f"has too few items: {item['ctx']['min_length']} or more are needed"
        case "string_too_short":
            return "is empty: write it or remove the line"
        case "literal_error":
            return f"is {item['input']!r}: write one of {item['ctx']['expected']}"
        case "string_pattern_mismatch":
            return f"is {item['input']!r}: it must look like {item['ctx']['pattern']}"
        case "string_too_long":
            return f"has more than {item['ctx']['max_length']} letters: shorten it"
        case "string_type":
            return "must be text: write it on one line, quoted, or after >-"
        case "tuple_type" | "list_type":
            return "must be a list: write each item on its own line after '- '"
        case "model_type" | "dict_type":
            return "must have fields: write each as 'name: value' on its own line"
        case "int_parsing" | "greater_than_equal" | "less_than_equal":
            return f"is {item['input']!r}: {item['msg'].lower()}"
        case "value_error":
            return str(item["ctx"]["error"])
        case _:
            return f"{item['msg']}, got {str(item['input'])[:60]!r}"
