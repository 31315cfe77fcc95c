"""Plays rounds with simulated students and sums up what came of them; with the same seed it is the same again."""

from __future__ import annotations

import random
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from statistics import mean
from typing import get_args

from bot.base.authored import words
from bot.base.motion import SIDES, Level
from bot.debate.answer import Mind
from bot.debate.answering import opening, respond
from bot.debate.feedback import COLUMNS, ROWS
from bot.debate.opponent import Met
from bot.debate.round import Outcome, Plan, Round, Turn, swapped, turn_of, without_draft
from bot.errors import IllegalMove
from bot.simulation.inspecting import Flaw, Inspector
from bot.simulation.students import KINDS, Kind, Student

_LEVELS: tuple[Level, ...] = get_args(Level)
_RECENT = 3  # rounds whose challenges are not put again
_ROUNDS_EACH = 4  # rounds that one student plays in a row, the later ones knowing of the earlier


@dataclass(frozen=True)
class Played:
    """One simulated round."""

    kind: Kind
    plan: Plan
    ended: bool
    turns: tuple[Turn, ...]
    outcomes: tuple[Outcome, ...]
    flaws: tuple[Flaw, ...]


@dataclass
class Summary:
    """What many rounds came to; lengths are in words, `flaws` are what went wrong."""

    rounds: int = 0
    ended: int = 0
    put: Counter[str] = field(default_factory=Counter)  # challenges by kind
    longest: int = 0
    longest_challenge: int = 0
    quality: dict[Kind, list[int]] = field(default_factory=lambda: defaultdict(list))
    length: dict[Kind, list[int]] = field(default_factory=lambda: defaultdict(list))  # turns of a round
    flaws: list[Flaw] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """Count the flaws of a kind."""
        return sum(flaw.kind == kind for flaw in self.flaws)

    def mean_quality(self, kind: Kind) -> float:
        """Give the mean assessment, 0 to 3, of a kind's replies."""
        return mean(self.quality[kind] or [0])

    def mean_length(self, kind: Kind) -> float:
        """Give the mean number of turns in a kind's rounds."""
        return mean(self.length[kind] or [0])


def most_turns(plan: Plan) -> int:
    """Give the number of turns within which every round ends, whoever plays it and however."""
    return 12 * plan.exchanges + 12


def play_round(mind: Mind, plan: Plan, student: Student, inspector: Inspector) -> Played:
    """Play one round to its end, or to the bound that none should reach."""
    round_, turns, outcomes, flaws = Round(), list[Turn](), list[Outcome](), list[Flaw]()
    said = opening(mind, plan)
    if not said:
        flaws.append(Flaw("other", "the round opens with nothing"))
    for _ in range(most_turns(plan)):
        move = student.move(round_)
        try:
            outcome = respond(mind, plan, round_, move, turns)
        except IllegalMove as error:
            if not str(error).endswith("."):
                flaws.append(Flaw("other", f"a refusal says nothing: {error}"))
            continue
        flaws += inspector.flaws(plan, round_, outcome)
        turns = [*without_draft(turns, move), turn_of(move, outcome)]
        outcomes.append(outcome)
        round_ = outcome.round
        if round_.phase == "finished":
            flaws += _feedback_flaws(outcome)
            break
    else:
        says = f"the round did not end within {most_turns(plan)} turns ({student.kind}, {plan})"
        flaws.append(Flaw("other", says))
    return Played(student.kind, plan, round_.phase == "finished", tuple(turns), tuple(outcomes), tuple(flaws))


def _feedback_flaws(outcome: Outcome) -> list[Flaw]:
    said = [line.text for line in outcome.lines if line.role == "feedback"]
    rows = sum(len(textwrap.wrap(text, COLUMNS)) for text in said)
    return [] if 0 < rows <= ROWS else [Flaw("other", f"the feedback has {rows} rows")]


def play(
    mind: Mind, rounds: int, seed: int, *, claims: Sequence[str] = (), replies: Sequence[str] = ()
) -> Iterator[Played]:
    """Play rounds over every level, side, length and kind of student in turn; each student plays several."""
    inspector = Inspector(mind.motion)
    shapes = list(product(_LEVELS, SIDES, range(2, 6)))
    random.Random(seed).shuffle(shapes)
    number = 0
    while number < rounds:
        student_number = number // _ROUNDS_EACH
        kind = KINDS[student_number % len(KINDS)]
        level, side, exchanges = shapes[student_number % len(shapes)]  # 24 shapes, 5 kinds: in time each meets each
        plan = Plan(mind.motion.id, side, level, exchanges, seed + number)
        before: list[Played] = []
        for _ in range(min(_ROUNDS_EACH, rounds - number)):
            rng = random.Random(f"{seed}:{number}")
            student = Student(kind, mind.motion, plan, rng, claims=claims, replies=replies)
            played = play_round(mind, plan, student, inspector)
            yield played
            before.append(played)
            number += 1
            used = tuple(dict.fromkeys(name for turn in played.turns for name in turn.arguments))
            later = swapped(plan, used, seed + number) if number % 2 else plan
            plan = Plan(plan.motion, later.side, level, exchanges, seed + number, _met(before), later.start_from)


def _met(before: Sequence[Played]) -> Met:
    """Remember of earlier rounds what the record would."""
    put = [{outcome.choice.attack.id for outcome in played.outcomes if outcome.choice} for played in before]
    best: dict[str, int] = {}
    for played in before:
        for turn in played.turns:
            if turn.answered:
                best[turn.answered] = max(best.get(turn.answered, 0), turn.quality or 0)
    known = frozenset[str]().union(*put)
    return Met(
        recent=frozenset[str]().union(*put[-_RECENT:]),
        unanswered=frozenset(name for name in known if best.get(name, 0) < 2),
        known=known,
    )


def summarise(played: Iterator[Played]) -> Summary:
    """Sum up rounds as they are played."""
    found = Summary()
    for one in played:
        found.rounds += 1
        found.ended += one.ended
        found.length[one.kind].append(len(one.outcomes))
        found.flaws += one.flaws
        for outcome in one.outcomes:
            said = [words(line.text) for line in outcome.lines if line.role != "feedback"]
            found.longest = max(found.longest, sum(said))
            challenge = [words(line.text) for line in outcome.lines if line.role in ("challenge", "question")]
            if outcome.choice:
                found.put[outcome.choice.attack.kind] += 1
                found.longest_challenge = max(found.longest_challenge, sum(challenge))
            if outcome.assessment:
                found.quality[one.kind].append(outcome.assessment.quality)
    return found
