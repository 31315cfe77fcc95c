"""The models of the argument base: a motion, its two sides, the arguments, and what supports and attacks them.

One folder under `arguments/` is one motion. These models are what `debate-bot check`, the loader and the tests validate
with, so a field that is not here does not exist. `arguments/README.md` explains each field to a curator.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from bot.base.authored import Authored, Id, Text, When, at_most, words
from bot.base.timeline import Misconception, Timeline

Side = Literal["for", "against"]
SIDES: tuple[Side, ...] = get_args(Side)
Stance = Literal["for", "against", "neither"]
ChallengeKind = Literal["rebuttal", "undercut", "undermining", "alternative", "counterfactual"]
Hardness = Literal["gentle", "standard", "hard"]
Level = Literal["guided", "standard", "tough"]
"""How hard the opponent makes a round: which hardness of challenge it prefers, and how much it helps."""

CHALLENGE_WORDS = 40  # text and question; with "You say that ..." before it, what the bot says stays within 60
SAYS_WORDS = 12
EVIDENCE_WORDS = 40


class Source(Authored):
    """A book, article or document that is cited."""

    id: Id
    """The name by which everything cites it, such as `kotkin-2014`; it never changes."""
    author: Text
    """Who wrote it, as it is printed under a fact."""
    title: Text
    """Its title, with the volume or part that was used."""
    year: Annotated[int, Field(ge=1800, le=2100)]
    """The year in which it was written or came out."""
    kind: Literal["primary", "secondary"]
    """`primary` for a document or witness of the time, `secondary` for a historian."""
    note: str = ""
    """What a reader should know before trusting it."""

    def cite(self) -> str:
        """Say the source in one short line, as small type under a fact."""
        return f"{self.author}, {self.title} ({self.year})"


class Evidence(Authored):
    """One dated fact that supports an argument."""

    id: Id
    """Unique in the motion; begin it with a short form of the argument's id."""
    text: Annotated[Text, at_most(EVIDENCE_WORDS)]
    """One dated fact in at most 40 words; quotation marks only around a primary source's own words."""
    when: When
    """The date of the fact: `1924`, `1924-05`, `1924-05-21`, or a span of two, `1924-02/1924-05`."""
    people: tuple[Id, ...] = ()
    """Ids of the people in it, as `motion.yaml` has them."""
    source: Id
    """The id of the source that says so."""
    where: str = ""
    """The page or section, if somebody has looked at it."""
    points: tuple[Id, ...] = ()
    """Ids of the argument's points that it bears on; none means that it bears on all."""


class Answer(Authored):
    """A line of reply that a good student could take to a challenge, and the evidence that carries it."""

    line: Text
    """A line of reply that a good student could take, in one or two sentences."""
    evidence: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the evidence that carries it; it may stand in any argument of the motion."""


class Challenge(Authored):
    """Counter-evidence and a question, put to a student who makes the argument."""

    id: Id
    """Unique in the motion; begin it with a short form of the argument's id."""
    kind: ChallengeKind
    """What it attacks: `rebuttal`, `undercut`, `undermining`, `alternative` or `counterfactual`."""
    hardness: Hardness
    """`gentle` suits a first round, `hard` asks about the reasoning itself."""
    text: Text
    """Counter-evidence that can follow "You say that ..."; with the question at most 40 words."""
    question: Text
    """One question about the text; it ends with a question mark."""
    source: Id
    """The id of the source for the text."""
    where: str = ""
    """The page or section, if somebody has looked at it."""
    points: tuple[Id, ...] = ()
    """Ids of the argument's points that it fits best; none means that it fits all."""
    hint: Text
    """Helps a student who is stuck, without giving the answer away."""
    starter: Text
    """The beginning of a good reply, ending with three dots."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]
    """Two or more lines of reply that would meet it."""

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
    """Unique in the argument."""
    says: Annotated[Text, at_most(SAYS_WORDS)]
    """Completes "You say that ...": a clause of at most 12 words, with no full stop."""
    either_side: bool = False
    """`true` where students use this very point for both sides."""
    phrasings: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How students really put it; recognition learns from these."""


class NextStep(Authored):
    """One specific thing to do better next time, and the evidence that it needs."""

    do: Text
    """One specific thing to do, such as a date to give or a witness to weigh."""
    evidence: Id
    """The id of the evidence that it needs."""


class Argument(Authored):
    """One reason offered for or against the motion."""

    id: Id
    """The file's name without `.yaml`; the record refers to it, so it never changes."""
    title: Text
    """Two to five words, as students see it in lists and on buttons."""
    claim: Text
    """The argument in one sentence."""
    explanation: Text
    """How it explains what the motion is about, in two or three sentences."""
    usage: Annotated[int, Field(ge=1, le=5)]
    """How often students raise it: 1 seldom, 5 nearly always."""
    weight: Annotated[int, Field(ge=1, le=5)]
    """How strong a case historians make of it: 1 weak, 5 strong."""
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """The separate points that it covers."""
    denials: tuple[Text, ...] = ()
    """How students say that it does not matter, so that a denial is not heard as the argument."""
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """What supports it."""
    challenges: Annotated[tuple[Challenge, ...], Field(min_length=1)]
    """What the bot puts to a student who makes it."""
    next_steps: Annotated[tuple[NextStep, ...], Field(min_length=1)]
    """What to do better next time."""
    related: tuple[Id, ...] = ()
    """Ids of arguments of either side that a student could go on to."""
    reading: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of sources worth reading on it."""

    @property
    def phrasings(self) -> tuple[str, ...]:
        """Every way of saying the argument, over all its points."""
        return tuple(phrasing for point in self.points for phrasing in point.phrasings)


class Named(Authored):
    """A person or a term of the period, with the ways students write it and one line that says who or what it is."""

    id: Id
    """Unique in its list; evidence, timeline and wordings refer to it."""
    name: Text
    """The full name, as the bot prints it."""
    aliases: tuple[Text, ...] = ()
    """Other names that are right, in lower case."""
    misspellings: tuple[Text, ...] = ()
    """Wrong spellings that students really type, in lower case."""
    gloss: Text
    """One line that answers "who was ...?" or "what is ...?"."""
    source: Id
    """The id of the source for the gloss."""


class SideText(Authored):
    """What one side of the motion maintains."""

    title: Text
    """What the side is called, in a few words."""
    thesis: Text
    """What the side maintains, in one to three sentences."""


class Heading(Authored):
    """`motion.yaml`: the motion itself, its sides, period, people and terms."""

    id: Id
    """The folder's name; the record refers to it, so it never changes."""
    motion: Text
    """The motion, as it is debated."""
    short: Text
    """A short name for lists and titles of threads."""
    for_: Annotated[SideText, Field(alias="for")]
    """What the side for the motion maintains."""
    against: SideText
    """What the side against the motion maintains."""
    period: When
    """The span of years that the motion is about."""
    judgement: Text
    """The question that closes a round."""
    families: tuple[tuple[Id, ...], ...] = ()
    """Groups of arguments that are often taken for each other."""
    people: tuple[Named, ...] = ()
    """People whom students name."""
    terms: tuple[Named, ...] = ()
    """Bodies, events, policies and words that students name."""

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
