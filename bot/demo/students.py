"""How the demo's students practise, and what they type: out of the base, or vague, stuck or wrong."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bot.base.motion import Level, Motion
from bot.debate.answer import Mind
from bot.debate.opponent import find_attack
from bot.debate.round import Move
from bot.practice import Practice


@dataclass(frozen=True)
class Character:
    """How a student of the demo practises; the shares are chances from 0 to 1."""

    name: str
    strong: float  # of replies that bring evidence and explain it
    vague: float  # of claims and replies that say nothing definite
    mistaken: float  # of claims that hold a mistake of fact
    leaves: float  # of rounds that are stopped before the judgement
    rounds: int
    level: Level


def characters() -> Iterator[Character]:
    """Give the 24 students of the class."""
    strong = ("Amara", "Ben", "Chiara", "Dev", "Esme")
    fair = ("Farah", "George", "Hana", "Idris", "Jess", "Kofi", "Leila", "Marek", "Niamh", "Owen")
    weak = ("Priya", "Quinn", "Rosa", "Sam", "Tariq")
    quiet = ("Uma", "Viktor", "Wren", "Zoe")
    yield from (Character(name, 0.6, 0.1, 0.05, 0.05, 6, "tough") for name in strong)
    yield from (Character(name, 0.2, 0.4, 0.15, 0.15, 4, "standard") for name in fair)
    yield from (Character(name, 0.05, 0.7, 0.3, 0.35, 3, "guided") for name in weak)
    yield from (Character(name, 0.1, 0.7, 0.1, 0.6, 1, "guided") for name in quiet)


VAGUE_REPLIES = (
    "because he was in control of everything really",
    "it still worked out for him in the end",
    "that's just how it was back then",
    "idk, i just think it is true",
    "I still think my point is right.",
    "he was clever and the others were not",
)
_VAGUE_JUDGEMENTS = (
    "I think it was mostly true.",
    "both sides have good points",
    "he won because he was in the right place",
)


def next_move(practice: Practice, rng: random.Random, who: Character) -> Move:
    """Choose what a student does next in a round."""
    motion, phase = practice.mind.motion, practice.round.phase
    if phase == "pick":
        return Move("pick", number=rng.choice((1, 1, 1, 2, 0)))
    if phase == "judgement":
        return Move("say", _judgement(practice, rng, who))
    if phase == "claim":
        return Move("say", _claim(practice, rng, who))
    chance = rng.random()
    if chance < 0.06:
        return Move("hint")
    if chance < 0.10:
        return Move("concede")
    last = practice.turns[-1] if practice.turns else None
    if last and last.kind == "reply" and (last.quality or 0) < 2 and chance < 0.3 and practice.round.before:
        return Move("redraft", _good_reply(practice, motion, rng))
    return Move("say", _reply(practice, rng, who))


def _claim(practice: Practice, rng: random.Random, who: Character) -> str:
    motion = practice.mind.motion
    chance = rng.random()
    if chance < who.vague / 2:
        kinds = [kind for kind in ("vague", "off-topic", "stuck") if kind in motion.not_arguments]
        return rng.choice(motion.not_arguments[rng.choice(kinds)]) if kinds else "he just won"
    own = [name for name, side in motion.sides.items() if side == practice.plan.side]
    fresh = [name for name in own if name not in practice.round.used] or own
    name = rng.choices(fresh, [motion.arguments[name].usage ** 3 for name in fresh])[0]
    said = rng.choice(motion.arguments[name].phrasings)
    if chance > 1 - who.mistaken:
        said = f"{said.rstrip('.')}. {_mistake(practice.mind, rng)}".strip()
    return said


def _mistake(mind: Mind, rng: random.Random) -> str:
    """Get the date of an office wrong by a few years, where the fact check notices; "" where it has no such date."""
    people = {person.id: person.name for person in mind.motion.heading.people}
    held = [
        (people.get(holder.person, holder.person), office.titles[0], int(holder.from_[:4]))
        for office in mind.motion.timeline.offices
        if office.titles and "{" not in office.titles[0]
        for holder in office.holders
    ]
    rng.shuffle(held)
    for person, title, year in held:
        wrong = f"{person} became {title.strip('[]')} in {year + rng.choice((2, 3))}."
        if any(mistake.sure != "disputed" for mistake in mind.facts.check(wrong)):
            return wrong
    return ""


def _reply(practice: Practice, rng: random.Random, who: Character) -> str:
    chance = rng.random()
    if chance < who.strong:
        return _good_reply(practice, practice.mind.motion, rng)
    if chance > 1 - who.vague:
        return rng.choice(VAGUE_REPLIES)
    attack = find_attack(practice.mind.motion, practice.round.attack)
    lines = attack.answers if attack else ()
    return rng.choice(lines) if lines else rng.choice(VAGUE_REPLIES)


def _good_reply(practice: Practice, motion: Motion, rng: random.Random) -> str:
    """Reply as the base says that one could, with a piece of evidence and why it matters."""
    attack = find_attack(motion, practice.round.attack)
    argument = motion.arguments[attack.argument if attack else next(iter(motion.arguments))]
    line = rng.choice(attack.answers) if attack and attack.answers else argument.claim
    return f"{line} {rng.choice(argument.evidence).text} So it still mattered, because it shows how it worked."


def _judgement(practice: Practice, rng: random.Random, who: Character) -> str:
    if rng.random() < who.vague:
        return rng.choice(_VAGUE_JUDGEMENTS)
    motion = practice.mind.motion
    used = [name for name in practice.round.used if name in motion.arguments] or list(motion.arguments)[:1]
    mine = motion.arguments[used[0]]
    others = [name for name, side in motion.sides.items() if side != motion.sides[used[0]]]
    other = motion.arguments[rng.choice(others)]
    extent = rng.choice(("To a large extent", "Only to some extent", "To a great extent"))
    return (
        f"{extent}, because what decided it was who had the means to win. {mine.claim} "
        f"{other.title} mattered less than that, since {rng.choice(mine.evidence).text}"
    )
