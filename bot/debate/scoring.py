"""Weighs a reply against the challenge: what is new in it, whether it belongs here, how much it explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.debate.cues import ANSWERS, CHATTER, CONCEDES, QUALIFIES, QUESTION_BACK, REFUSAL, STUCK
from bot.debate.reading import Reader, Reading, stem

SPECIFIC = 0.9  # worth of evidence from which a reply is specific
CARRIED = 2.4  # worth of evidence that an explanation can stand on
EXPLAINED = 1.9  # worth of links from which a reply explains
ROOM = 24  # words under which evidence and its explanation hardly fit together
ELSEWHERE = 2.2  # signs from which a reply is about something else
_BEFORE, _AFTER = 6, 1  # years round the motion's period that still belong to its story


@dataclass(frozen=True)
class Weighing:
    """The features of one reply; `away` names why it is no answer at all, empty if it is one."""

    reply: Reading
    evidence: tuple[str, ...]  # specific things, new in this round, as written
    specific: float
    concrete: frozenset[str]
    shared: frozenset[str]  # stems and names that the reply takes up from the challenge
    echo: float  # share of its content that was given to it
    repeats: bool
    concedes: bool
    qualifies: bool
    away: str

    @property
    def worth(self) -> float:
        """Say what its evidence is worth: names, dates and figures, and concrete words for at most as much again."""
        return self.specific + 0.3 * min(len(self.concrete), 10)


def weigh(
    reader: Reader,
    reply: Reading,
    challenge: Reading,
    *,
    given: Sequence[Reading],
    answers: Sequence[Reading],
    earlier: Sequence[Reading],
    topic: Reading,
    period: tuple[int, int],
) -> Weighing:
    """Weigh a reply: `given` is what the round had put on the table before it, `earlier` the student's own turns."""
    before = (challenge, topic, *given, *earlier)
    known = frozenset[str]().union(*(reading.content for reading in before))
    named = {id_ for reading in before for id_ in reading.names}
    dated = {date for reading in before for date in reading.dates}
    counted = {figure for reading in before for figure in reading.figures}
    people = [reply.names[id_] for id_ in reply.names if id_ in reply.people and id_ not in named]
    proper = [written for id_, written in reply.names.items()
              if id_ not in reply.people and id_ not in named and reader.proper(id_)]
    common = [written for id_, written in reply.names.items()
              if id_ not in reply.people and id_ not in named and not reader.proper(id_)]
    strangers = [name for name in reply.strangers if not any(name in reading.text for reading in before)]
    dates = [written for date, written in reply.dates.items() if date not in dated]
    figures = [figure for figure in reply.figures if figure not in counted]
    quoted = [part for part in reply.quoted if not any(part in reading.text for reading in before)]
    specific = (
        1.0 * min(len(dates), 2) + 0.9 * min(len(figures), 2) + 0.9 * min(len(proper), 2) + 0.4 * min(len(people), 3)
        + 0.3 * min(len(common), 2) + 0.7 * min(len(strangers), 2) + 1.0 * min(len(quoted), 1)
    )
    concrete = reply.concrete - known
    shared = (reply.content & challenge.content) | (reply.names.keys() & challenge.names.keys())
    size = len(reply.content) + len(reply.names)
    stale = len(reply.content & known) + len(reply.names.keys() & named)
    return Weighing(
        reply=reply,
        evidence=tuple(dict.fromkeys([*dates, *figures, *people, *proper, *strangers, *quoted])),
        specific=specific,
        concrete=concrete,
        shared=frozenset(shared),
        echo=stale / size if size else 0.0,
        repeats=any(_repeats(reply, turn) for turn in earlier),
        concedes=bool(CONCEDES.search(reply.plain)),
        qualifies=bool(QUALIFIES.search(reply.plain)),
        away=_away(reply, challenge, given, answers, topic, period, specific, concrete),
    )


def _repeats(reply: Reading, turn: Reading) -> bool:
    if reply.plain == turn.plain:
        return True
    small = min(len(reply.content), len(turn.content))
    return small >= 4 and len(reply.content & turn.content) >= 0.8 * len(reply.content)


def _away(
    reply: Reading,
    challenge: Reading,
    given: Sequence[Reading],
    answers: Sequence[Reading],
    topic: Reading,
    period: tuple[int, int],
    specific: float,
    concrete: frozenset[str],
) -> str:
    plain, length = reply.plain, len(reply.words)
    if reply.letters < 0.5 or not reply.words:
        return "unreadable"
    if length == 1 or (length <= 3 and not reply.content and not reply.names):
        return "short"
    if not reply.names and not any(word in plain.split() for word in ("he", "they", "it", "because")) and _noise(reply):
        return "unreadable"
    links = reply.links.keys() & {"cause", "consequence"}
    if length <= 14 and not reply.dates and not (links - {"consequence"}) and (QUESTION_BACK.search(plain) or
                                                                              (reply.text.endswith("?") and length <= 6)):
        return "question"
    little = length <= 14 and not reply.dates and specific < 1.5
    if little and STUCK.search(plain) and "cause" not in reply.links and len(concrete) < 4:
        return "stuck"
    if little and REFUSAL.search(plain):
        return "refusal"
    if little and not links and CHATTER.search(plain):
        return "chatter"
    if _elsewhere(reply, challenge, given, answers, topic, period) >= ELSEWHERE:
        return "elsewhere"
    return ""


def _noise(reply: Reading) -> bool:
    return reply.prose == 0 and len(reply.words) <= 4 and all(
        len(word) > 11 or not set(word) & set("aeiou") or len(set(word)) < 3 for word in reply.words
    )


def _elsewhere(
    reply: Reading,
    challenge: Reading,
    given: Sequence[Reading],
    answers: Sequence[Reading],
    topic: Reading,
    period: tuple[int, int],
) -> float:
    """Add up the signs that a reply, however accurate, is about something else."""
    first, last = period
    near = frozenset[int]().union(*(reading.years for reading in (challenge, *given, *answers)))
    inside = {year for year in reply.years if first <= year <= last or year in near}
    far = {year for year in reply.years if not first - _BEFORE <= year <= last + _AFTER and year not in near}
    signs = 0.0
    if reply.years and not inside:
        signs += 2.0 if far else 1.0
    elif inside:
        signs -= 1.5
    signs += 0.5 * min(len(reply.strangers), 3)
    here = (challenge, *given, *answers, topic)
    people = frozenset[str]().union(*(reading.people for reading in here))
    pronoun = bool({"he", "him", "his", "hes", "they", "them", "their"} & set(reply.words))
    if not reply.people & people and not pronoun:
        signs += 0.7
    met = frozenset[str]().union(*(reading.content for reading in here))
    met_names = {id_ for reading in here for id_ in reading.names}
    share = (len(reply.content & met) + len(reply.names.keys() & met_names)) / max(len(reply.content) + len(reply.names), 1)
    signs += 0.8 if share < 0.12 else 0.0 if share < 0.25 else -1.0
    if ANSWERS.search(reply.plain):
        signs -= 0.7
    signs -= 0.4 * min(reply.link_worth, 3)
    return signs


__all__ = ["Weighing", "stem", "weigh"]
