"""The models of the argument base: a motion, its two sides, the arguments, and what supports and attacks them.

One folder under `arguments/` is one motion. These models are what `debate-bot check`, the loader and the tests validate
with, so a field that is not here does not exist. `arguments/README.md` explains each field to a curator.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.base.authored import Authored, Id, Text, When, at_most, words
from bot.base.timeline import Misconception, Timeline

Side = Literal["for", "against"]
Stance = Literal["for", "against", "neither"]
ChallengeKind = Literal["rebuttal", "undercut", "undermining", "alternative", "counterfactual"]
Hardness = Literal["gentle", "standard", "hard"]

CHALLENGE_WORDS = 40  # text and question; with "You say that ..." before it, what the bot says stays within 60
SAYS_WORDS = 12
EVIDENCE_WORDS = 40


class Source(Authored):
    """A book, article or document that is cited."""

    id: Id
    author: Text
    title: Text
    year: Annotated[int, Field(ge=1800, le=2100)]
    kind: Literal["primary", "secondary"]
    note: str = ""

    def cite(self) -> str:
        """Say the source in one short line, as small type under a fact."""
        return f"{self.author}, {self.title} ({self.year})"


class Evidence(Authored):
    """One dated fact that supports an argument."""

    id: Id
    text: Annotated[Text, at_most(EVIDENCE_WORDS)]
    when: When
    people: tuple[Id, ...] = ()
    source: Id
    where: str = ""


class Answer(Authored):
    """A line of reply that a good student could take to a challenge, and the evidence that carries it."""

    line: Text
    evidence: Annotated[tuple[Id, ...], Field(min_length=1)]


class Challenge(Authored):
    """Counter-evidence and a question, put to a student who makes the argument."""

    id: Id
    kind: ChallengeKind
    hardness: Hardness
    text: Text
    question: Text
    source: Id
    where: str = ""
    points: tuple[Id, ...] = ()
    hint: Text
    starter: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _short(self) -> Self:
        length = words(self.text) + words(self.question)
        if length > CHALLENGE_WORDS:
            raise ValueError(f"text and question have {length} words together, {CHALLENGE_WORDS} is the limit")
        if not self.question.endswith("?"):
            raise ValueError("question must end with a question mark")
        return self


class Point(Authored):
    """One of the separate points that an argument covers, and how students really say it."""

    id: Id
    says: Annotated[Text, at_most(SAYS_WORDS)]
    either_side: bool = False
    phrasings: Annotated[tuple[Text, ...], Field(min_length=1)]


class NextStep(Authored):
    """One specific thing to do better next time, and the evidence that it needs."""

    do: Text
    evidence: Id


class Argument(Authored):
    """One reason offered for or against the motion."""

    id: Id
    title: Text
    claim: Text
    explanation: Text
    usage: Annotated[int, Field(ge=1, le=5)]
    weight: Annotated[int, Field(ge=1, le=5)]
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    denials: tuple[Text, ...] = ()
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    challenges: Annotated[tuple[Challenge, ...], Field(min_length=1)]
    next_steps: Annotated[tuple[NextStep, ...], Field(min_length=1)]
    related: tuple[Id, ...] = ()
    reading: Annotated[tuple[Id, ...], Field(min_length=1)]

    @property
    def phrasings(self) -> tuple[str, ...]:
        """Every way of saying the argument, over all its points."""
        return tuple(phrasing for point in self.points for phrasing in point.phrasings)


class Named(Authored):
    """A person or a term of the period, with the ways students write it and one line that says who or what it is."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    misspellings: tuple[Text, ...] = ()
    gloss: Text
    source: Id


class SideText(Authored):
    """What one side of the motion maintains."""

    title: Text
    thesis: Text


class Heading(Authored):
    """`motion.yaml`: the motion itself, its sides, period, people and terms."""

    id: Id
    motion: Text
    short: Text
    for_: Annotated[SideText, Field(alias="for")]
    against: SideText
    period: When
    judgement: Text
    families: tuple[tuple[Id, ...], ...] = ()
    people: tuple[Named, ...] = ()
    terms: tuple[Named, ...] = ()

    def side(self, side: Side) -> SideText:
        """Give what one side maintains."""
        return self.for_ if side == "for" else self.against

    @property
    def years(self) -> str:
        """Say the period in words, as "1922 to 1929"."""
        return " to ".join(part[:4] for part in self.period.split("/"))


NonsenseKind = Literal[
    "greeting", "question", "vote-for", "vote-against", "vague", "off-topic", "order", "abuse", "noise", "stuck"
]


class Motion(Authored):
    """A motion as loaded: everything that the bot may say about it, and the hash of what was read."""

    heading: Heading
    arguments: dict[Id, Argument]
    sides: dict[Id, Side]
    not_arguments: dict[NonsenseKind, tuple[Text, ...]]
    timeline: Timeline
    misconceptions: tuple[Misconception, ...]
    sources: dict[Id, Source]
    hash: str

    @property
    def id(self) -> str:
        """The motion's id, which is its folder's name."""
        return self.heading.id
