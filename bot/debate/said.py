"""What the bot says: lines with a role, each naming the ids of the base that its facts come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "notice",  # how the round works, what is stored
    "heard",  # which argument was recognised
    "correction",  # a factual mistake, and what is so
    "assessment",  # what a reply did
    "challenge",  # counter-evidence
    "evidence",  # a fact of the base that the student asked for, or may revise from
    "question",  # the one question that the student answers next
    "source",  # where the fact stands, in small type
    "hint",  # help, and a sentence starter
    "choice",  # one of the guesses or arguments to pick from, in order
    "prompt",  # what to do next
    "feedback",  # a line of the feedback after the round
]


@dataclass(frozen=True)
class Line:
    """One thing said, and the ids of the base whose facts it states (none: it states no fact)."""

    role: Role
    text: str
    ids: tuple[str, ...] = ()
