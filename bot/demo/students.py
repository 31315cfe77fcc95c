"""Who practises in the demo's class, how well and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.base.motion import Level
from bot.simulation.students import Kind


@dataclass(frozen=True)
class Character:
    """How a student of the demo practises: as which kinds of student, and in what share of their turns."""

    name: str
    kinds: Mapping[Kind, float]
    leaves: float  # chance that a round is stopped before the judgement
    rounds: int
    level: Level


def characters() -> Iterator[Character]:
    """Give the 24 students of the class."""
    strong = ("Amara", "Ben", "Chiara", "Dev", "Esme")
    fair = ("Farah", "George", "Hana", "Idris", "Jess", "Kofi", "Leila", "Marek", "Niamh", "Owen")
    weak = ("Priya", "Quinn", "Rosa", "Sam", "Tariq")
    quiet = ("Uma", "Viktor", "Wren", "Zoe")
    for name in strong:
        yield Character(name, {"strong": 0.8, "vague": 0.1, "mistaken": 0.1}, 0.05, 6, "tough")
    for name in fair:
        yield Character(name, {"strong": 0.5, "vague": 0.35, "mistaken": 0.15}, 0.15, 4, "standard")
    for name in weak:
        yield Character(name, {"strong": 0.15, "vague": 0.5, "mistaken": 0.25, "silent": 0.1}, 0.35, 3, "guided")
    for name in quiet:
        yield Character(name, {"strong": 0.2, "vague": 0.5, "silent": 0.3}, 0.6, 1, "guided")
