"""Chooses the challenge: what the opponent puts to a student who makes, or denies, an argument.

Every choice is scored in the open and says why, so a teacher can ask. With the same seed it is the same again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from bot.base.motion import Argument, Challenge, ChallengeKind, Evidence, Hardness, Level, Motion, Side
from bot.debate.points import content
from bot.debate.reading import FUZZY, one_less
from bot.debate.turning import Turning

Ground = Literal["challenge", "evidence"]

_HARDNESS: dict[Level, dict[Hardness, float]] = {
    "guided": {"gentle": 2.0, "standard": 0.5, "hard": -2.0},
    "standard": {"gentle": 0.5, "standard": 1.0, "hard": 0.0},
    "tough": {"gentle": -1.5, "standard": 0.5, "hard": 2.0},
}
_TOUGH_KINDS = {"undercut", "undermining", "counterfactual"}
_GRANTED = 0.5  # share of the words of a challenge that the student said before, from which there is no news in it
_NEIGHBOURS = 3  # arguments of the other side whose evidence a tough round may turn on a reply


@dataclass(frozen=True)
class Attack:
    """What could be put: a challenge of the base, or evidence turned into one. `ground` says which."""

    id: str
    argument: str
    ground: Ground
    kind: ChallengeKind
    hardness: Hardness
    text: str
    question: str  # empty for evidence: the wording asks
    source: str
    where: str = ""
    points: tuple[str, ...] = ()
    hint: str = ""
    starter: str = ""
    answers: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()  # ids of the evidence that a good answer uses


@dataclass(frozen=True)
class Choice:
    """The attack chosen and the reasons for it, in words."""

    attack: Attack
    why: tuple[str, ...]
    turned: tuple[str, ...] = ()  # names and years that the student's own reply brought up


@dataclass(frozen=True)
class Met:
    """What the student met before this round: challenges of the last three rounds, and those never answered well."""

    recent: frozenset[str] = frozenset()
    unanswered: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def attacks_on(argument: Argument, *, by_evidence: bool) -> Iterator[Attack]:
    """Give what can be put on an argument: its challenges, or (to one who denies or concedes it) its evidence."""
    if by_evidence:
        yield from (_from_evidence(item, argument) for item in argument.evidence)
    else:
        yield from (_from_challenge(item, argument) for item in argument.challenges)


def find_attack(motion: Motion, attack_id: str) -> Attack | None:
    """Find again what was put, by its id; None if the base no longer has it."""
    for argument in motion.arguments.values():
        for challenge in argument.challenges:
            if challenge.id == attack_id:
                return _from_challenge(challenge, argument)
        for evidence in argument.evidence:
            if evidence.id == attack_id:
                return _from_evidence(evidence, argument)
    return None


def choose(
    motion: Motion,
    argument: Argument,
    *,
    by_evidence: bool,
    points: Sequence[str],
    level: Level,
    side: Side,
    put: Set[str],
    met: Met,
    reply: str,
    rng: random.Random,
    said: Sequence[str] = (),
) -> Choice | None:
    """Choose what to put next on an argument; None only when nothing in the base is left to put.

    `points` are those that may have been made, likeliest first; `put` are the ids put in this round (never again),
    `reply` the words just said, which a tough follow-up turns: with evidence of a neighbouring argument, too. What the
    student granted in one of the turns `said` is put last.
    """
    own = [item for item in attacks_on(argument, by_evidence=by_evidence) if item.id not in put]
    pool = [item for item in own if item.id not in met.recent] or own
    turning = Turning(motion, reply if level == "tough" else "")
    if pool and not by_evidence:
        near = [item for item in _neighbours(motion, argument, side) if item.id not in {*put, *met.recent}]
        pool += [item for item in near if turning.near(item.text)]
    spare = ""
    if not pool:
        others = [item for item in _alternatives(motion, argument, side) if item.id not in put]
        pool = [item for item in others if item.id not in met.recent] or others
        spare = "everything on this argument was put, so another factor is weighed against it"
    if not pool:
        return None
    kinds_put = {item.kind for item in (find_attack(motion, name) for name in put) if item}
    heard = [_heard_as(content(turn)) for turn in said]
    scored = [
        (_score(item, argument, points, level, kinds_put, met, turning, heard), rng.random(), item) for item in pool
    ]
    (_, why), _, best = max(scored, key=lambda entry: (entry[0][0], entry[1]))
    return Choice(best, (spare, *why) if spare else why, turning.told(best.text))


def _score(
    attack: Attack,
    argument: Argument,
    points: Sequence[str],
    level: Level,
    kinds_put: Set[str],
    met: Met,
    turning: Turning,
    heard: Sequence[frozenset[str]],
) -> tuple[float, tuple[str, ...]]:
    score, why = 0.0, []
    own = attack.argument == argument.id
    if own and points and points[0] in attack.points:
        score += 3
        why.append("it answers the very point that was made")
    elif own and set(points) & set(attack.points):
        score += 2
        why.append("it answers a point that may have been meant")
    elif own and not attack.points:
        score += 1
        shared = _shared_with_points(attack, argument, points)
        if shared:
            score += min(2.0, 0.7 * len(shared))
            why.append(f"it shares words with the point that was made ({', '.join(sorted(shared)[:3])})")
    fit = _HARDNESS[level][attack.hardness]
    score += fit
    if fit > 1:
        why.append(f"its hardness ({attack.hardness}) suits the level ({level})")
    if level == "tough" and attack.kind in _TOUGH_KINDS:
        score += 1.5
        why.append(f"a tough round prefers an {attack.kind}" if attack.kind[0] == "u" else "a tough round asks what if")
    if attack.kind not in kinds_put:
        score += 0.75
        why.append(f"no {attack.kind} was put in this round yet")
    if attack.id in met.unanswered:
        score += 1
        why.append("the student has not answered it well before")
    elif attack.id not in met.known:
        score += 0.75
        why.append("the student has not met it before")
    turned = turning.turned(attack.text)
    if turned:
        score += min(5.0, sum(turned.values()))
        why.append(f"it turns what the reply itself brought up ({', '.join(sorted(turned)[:3])})")
    news = content(attack.text)
    forms = [_heard_as(frozenset([word])) for word in news]
    if any(sum(not form.isdisjoint(words) for form in forms) >= _GRANTED * len(news) for words in heard):
        score -= 5
    return score, tuple(why) or ("it was the best left",)


def _heard_as(words: frozenset[str]) -> frozenset[str]:
    """Give words with the forms by which the longer ones are known through a letter wrong."""
    return words.union(*(one_less(word) for word in words if len(word) >= FUZZY))


def _shared_with_points(attack: Attack, argument: Argument, points: Sequence[str]) -> frozenset[str]:
    """Give the stems that evidence with no points of its own shares with the points that may have been made."""
    says = {item.id: item.says for item in argument.points}
    words = frozenset[str]().union(*(content(says[name]) for name in points if name in says))
    return content(attack.text) & words if attack.ground == "evidence" else frozenset()


def _neighbours(motion: Motion, argument: Argument, side: Side) -> Iterator[Attack]:
    """Give the evidence of the nearest arguments of the other side."""
    near = [name for name in argument.related if motion.sides[name] != side]
    for name in near[:_NEIGHBOURS]:
        yield from attacks_on(motion.arguments[name], by_evidence=True)


def _alternatives(motion: Motion, argument: Argument, side: Side) -> Iterator[Attack]:
    """Give evidence from the other side, nearest arguments first, as another explanation."""
    ids = [*argument.related, *motion.arguments]
    for name in dict.fromkeys(ids):
        if motion.sides[name] != side and name != argument.id:
            yield from attacks_on(motion.arguments[name], by_evidence=True)


def _from_challenge(challenge: Challenge, argument: Argument) -> Attack:
    return Attack(
        id=challenge.id,
        argument=argument.id,
        ground="challenge",
        kind=challenge.kind,
        hardness=challenge.hardness,
        text=challenge.text,
        question=challenge.question,
        source=challenge.source,
        where=challenge.where,
        points=challenge.points,
        hint=challenge.hint,
        starter=challenge.starter,
        answers=tuple(answer.line for answer in challenge.answers),
        helps=tuple(name for answer in challenge.answers for name in answer.evidence),
    )


def _from_evidence(evidence: Evidence, argument: Argument) -> Attack:
    return Attack(
        id=evidence.id,
        argument=argument.id,
        ground="evidence",
        kind="rebuttal",
        hardness="standard",
        text=evidence.text,
        question="",
        source=evidence.source,
        where=evidence.where,
        points=evidence.points,
    )
