"""Says when a reply is no answer: unreadable, a question back, stuck, unwilling, talk, or about something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.debate.cues import ANSWERS, ASKS_LAST, CHATTER, QUESTION_BACK, REFUSAL, SELF, STUCK
from bot.debate.lexicon import STAND
from bot.debate.reading import Reading, bare, stems

Aside = Literal["", "unreadable", "short", "question", "stuck", "refusal", "chatter", "elsewhere"]

SHORT = 14  # words; a longer reply is not dismissed for its tone
ELSEWHERE = 1.25  # signs from which a reply is about something else
_SLOGAN = 9  # words
_BEFORE, _AFTER = 6, 1  # years round the motion's period that still belong to its story
_THIRD = frozenset(["he", "she", "they", "him", "her", "them", "his", "their", "hes", "theyre", "hed", "theyd"])


@dataclass(frozen=True)
class Ground:
    """What a reply is read against: the challenge, what else was said or could be answered, the motion's words."""

    challenge: Reading
    topic: Reading
    period: tuple[int, int]  # first and last year of the motion
    given: tuple[Reading, ...] = ()
    answers: tuple[Reading, ...] = ()
    earlier: tuple[Reading, ...] = ()
    told: tuple[Reading, ...] = ()  # facts that were put to the student before
    wrong: tuple[str, ...] = ()  # the student's words that hold a mistake of fact
    vocabulary: frozenset[str] = frozenset()  # stems of the argument base; empty: unknown

    @property
    def here(self) -> tuple[Reading, ...]:
        """Everything that is on topic."""
        return (self.challenge, *self.given, *self.answers, self.topic)


def aside(reply: Reading, ground: Ground, *, specific: float, concrete: int) -> Aside:
    """Say why a reply is no answer; empty if it is one. `specific` and `concrete` say what is new in it."""
    plain, length = reply.plain, len(reply.words)
    if reply.letters < 0.5 or not reply.words or _noise(reply):
        return "unreadable"
    if length == 1 or (length <= 3 and not reply.content and not reply.names):
        return "short"
    reasoned = "cause" in reply.links
    inside = any(ground.period[0] <= year <= ground.period[1] for year in reply.years)
    if length > SHORT or inside or specific >= 2.5:
        return "elsewhere" if _elsewhere(reply, ground) >= ELSEWHERE else ""
    if REFUSAL.search(plain):
        return "refusal"
    asks = QUESTION_BACK.search(plain) or ASKS_LAST.search(plain) or (length <= 6 and reply.text.endswith("?"))
    if asks and not reasoned:
        return "question"
    if STUCK.search(plain) and not reasoned and concrete < 4:
        return "stuck"
    if _talk(reply, ground):
        return "chatter"
    return "elsewhere" if _elsewhere(reply, ground) >= ELSEWHERE else ""


def asks(text: str) -> bool:
    """Say whether a text asks something, from its mark or its first words."""
    plain = bare(text)
    return text.rstrip().endswith("?") or bool(QUESTION_BACK.search(plain) or ASKS_LAST.search(plain))


def is_stuck(text: str) -> bool:
    """Say whether a text says that its writer does not know how to go on."""
    return STUCK.search(bare(text)) is not None


def _noise(reply: Reading) -> bool:
    odd = [word for word in reply.words if len(word) > 4 and (not set(word) & set("aeiouy") or len(set(word)) < 3)]
    mashed = [word for word in reply.words if word.startswith(("asdf", "qwer", "zxcv", "hjkl"))]
    return not reply.names and 2 * len(odd + mashed) >= len(reply.words)


def _foreign(reply: Reading, ground: Ground) -> float:
    """Give the share of content words that neither the argument base nor the round knows."""
    if not ground.vocabulary or not reply.content:
        return 0.0
    foreign = reply.content - ground.vocabulary
    for reading in ground.here:
        foreign -= reading.content
    return len(foreign) / (len(reply.content) + len(reply.names))


def _talk(reply: Reading, ground: Ground) -> bool:
    """Weigh what makes a short reply a statement about the motion against what makes it talk."""
    words = set(reply.words)
    challenge = ground.challenge
    about = (
        1.0 * bool(reply.people or words & _THIRD)
        + 0.5 * bool(words & {"it", "that", "this"})
        + 1.0 * bool(words & STAND)
        + 0.7 * bool(ANSWERS.search(reply.plain))
        + 0.5 * bool(reply.content & challenge.content or (reply.names.keys() & challenge.names.keys()) - reply.people)
        + 1.0 * any(reply.content & answer.content for answer in ground.answers)
        + 1.0 * ("cause" in reply.links)
        + 0.5 * bool(reply.figures and not challenge.figures)
    )
    talk = 1.0 * bool(SELF.search(reply.plain)) + 1.3 * bool(CHATTER.search(reply.plain))
    aloof = talk + 0.8 * _foreign(reply, ground)
    return about < 0.5 or aloof > about


def _elsewhere(reply: Reading, ground: Ground) -> float:
    """Add up the signs that a reply, however accurate, is about something else."""
    first, last = ground.period
    near = frozenset[int]().union(*(reading.years for reading in (ground.challenge, *ground.given, *ground.answers)))
    inside = {year for year in reply.years if first <= year <= last or year in near}
    far = {year for year in reply.years if not first - _BEFORE <= year <= last + _AFTER and year not in near}
    late = "until" in reply.words or "only" in reply.words or "before" in reply.words
    signs = 0.0
    if inside:
        signs -= 1.0
    elif far and not late:
        signs += 2.3
    elif reply.years and not late:
        signs += 0.7
    if not reply.years and not reply.strangers and len(reply.words) < _SLOGAN:
        return 0.0  # too little is said to be about something else
    strangers = [name for name in reply.strangers if not stems(name) <= ground.vocabulary]
    signs += 0.5 * min(len(strangers), 3)
    if {"he", "him", "his"} & set(reply.words) and not far:
        signs -= 0.4
    elif not reply.people and not set(reply.words) & _THIRD:
        signs += 0.7
    content = frozenset[str]().union(*(reading.content for reading in ground.here))
    names = {id_ for reading in ground.here for id_ in reading.names}
    size = max(len(reply.content) + len(reply.names), 1)
    share = (len(reply.content & content) + len(reply.names.keys() & names)) / size
    signs += 0.8 if share < 0.12 else 0.0 if share < 0.25 else -1.0
    signs += 4.0 * max(_foreign(reply, ground) - 0.15, 0.0)
    if ANSWERS.search(reply.plain):
        signs -= 0.7
    return signs - 0.4 * min(reply.link_worth, 4)
