"""Claims and replies that a person has labelled, one JSON object a line, read with every fault at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.base.motion import Motion, Stance
from bot.base.timeline import MistakeKind
from bot.errors import DebateBotError

NO_ARGUMENT = "none"
T = TypeVar("T", bound=BaseModel)


class _Labelled(BaseModel):
    """What both kinds have in common: further fields, such as the page of a claim, are left unread."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class LabelledMistake(_Labelled):
    """A factual mistake that a claim holds."""

    kind: MistakeKind
    what: str = ""


class LabelledClaim(_Labelled):
    """A claim, the argument that it makes (`primary`, or `none`) and the others that are right too."""

    id: str
    text: str
    primary: str
    also: tuple[str, ...] = ()
    stance: Stance
    errors: tuple[LabelledMistake, ...] = ()

    @property
    def makes_argument(self) -> bool:
        """Say whether the claim makes any argument at all."""
        return self.primary != NO_ARGUMENT

    @property
    def right(self) -> frozenset[str]:
        """Give what counts as right: ids of arguments, and `none` where leaving it alone is right."""
        return frozenset({self.primary, *self.also})


class LabelledReply(_Labelled):
    """A reply to a challenge, and its quality from 0 to 3."""

    challenge: Annotated[str, Field(min_length=1)]
    reply: str
    quality: Annotated[int, Field(ge=0, le=3)]
    why: str = ""


class FaultyLabels(DebateBotError):
    """A file of labelled claims or replies has faults; each line of the message names one and what to do."""


def read_claims(lines: Iterable[bytes], motion: Motion, *, name: str) -> tuple[LabelledClaim, ...]:
    """Read labelled claims about one motion; `FaultyLabels` names every faulty line of the file `name`."""
    read, faults = _read(lines, LabelledClaim, name)
    first: dict[str, int] = {}
    for number, claim in read:
        if first.setdefault(claim.id, number) != number:
            remedy = f"the id {claim.id!r} stands on line {first[claim.id]} already: give each claim its own"
            faults.setdefault(number, []).append(remedy)
        for argument in (claim.primary, *claim.also):
            if argument not in motion.arguments and argument != NO_ARGUMENT:
                remedy = f"{argument!r} is no argument of {motion.id}: {_nearest(argument, motion)}"
                faults.setdefault(number, []).append(remedy)
    return _whole([claim for _, claim in read], faults, name, "claims")


def read_replies(lines: Iterable[bytes], *, name: str) -> tuple[LabelledReply, ...]:
    """Read labelled replies; `FaultyLabels` names every faulty line of the file `name`."""
    read, faults = _read(lines, LabelledReply, name)
    return _whole([reply for _, reply in read], faults, name, "replies")


def _read(lines: Iterable[bytes], kind: type[T], name: str) -> tuple[list[tuple[int, T]], dict[int, list[str]]]:
    read: list[tuple[int, T]] = []
    faults: dict[int, list[str]] = {}
    for number, line in enumerate(lines, 1):
        text = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not text:
            continue
        try:
            read.append((number, kind.model_validate_json(text)))
        except ValidationError as error:
            faults[number] = list(dict.fromkeys(map(_remedy, error.errors())))
    return read, faults


def _whole(items: list[T], faults: dict[int, list[str]], name: str, what: str) -> tuple[T, ...]:
    if faults:
        raise FaultyLabels("\n".join(f"{name}:{number}: {'; '.join(faults[number])}" for number in sorted(faults)))
    if not items:
        raise FaultyLabels(f"{name} holds no {what}: write one JSON object a line.")
    return tuple(items)


def _nearest(argument: str, motion: Motion) -> str:
    near = get_close_matches(argument, motion.arguments, 1)
    return f"did you mean {near[0]!r}?" if near else f"write one of its ids, or {NO_ARGUMENT!r}"


def _remedy(item: Any) -> str:
    """Turn pydantic's message into what the person who labels should do."""
    field = ".".join(str(step + 1 if isinstance(step, int) else step) for step in item["loc"])
    match item["type"]:
        case "json_invalid":
            return f"is not a JSON object ({item['ctx']['error']}): write one object a line, in UTF-8"
        case "model_type" | "model_attributes_type" if not field:
            return "is not a JSON object: write one {...} a line"
        case "missing":
            return f"has no {field!r}: add it"
        case "string_type":
            return f"{field!r} must be text in quotation marks"
        case "string_too_short":
            return f"{field!r} is empty: write it"
        case "tuple_type":
            return f"{field!r} must be a list in square brackets"
        case "int_type" | "int_from_float" | "greater_than_equal" | "less_than_equal":
            return f"{field!r} is {item['input']!r}: write 0, 1, 2 or 3"
        case "literal_error":
            return f"{field!r} is {item['input']!r}: write {item['ctx']['expected']}"
        case _:
            return f"{field!r}: {item['msg']}"
