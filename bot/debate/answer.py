"""An answer in the making: what the opponent knows, where the round stands, and the lines said so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.base.motion import Argument, Motion
from bot.debate import wording
from bot.debate.asides import asks
from bot.debate.assessment import Assessment, Assessor
from bot.debate.facts import FactChecker, Mistake
from bot.debate.glossary import Glossary
from bot.debate.judgement import Judgement
from bot.debate.opponent import Choice
from bot.debate.points import Points
from bot.debate.recognition import Recogniser, Recognition
from bot.debate.round import Focus, Move, Plan, Round, Turn, TurnKind
from bot.debate.said import Line, Role

_SHORT_QUESTION = 6  # words; "who was ...?" names somebody whom arguments name too


@dataclass(frozen=True)
class Mind:
    """Everything that the opponent knows of one motion, built once when the base is loaded."""

    motion: Motion
    recogniser: Recogniser
    facts: FactChecker
    assessor: Assessor
    glossary: Glossary

    @cached_property
    def _points(self) -> dict[str, Points]:
        return {}

    def points_of(self, argument: str) -> Points:
        """Give what hears the points of an argument; it is learnt when first asked for."""
        if argument not in self._points:
            self._points[argument] = Points(self.motion.arguments[argument])
        return self._points[argument]


@dataclass
class Answer:
    """Grows while one move is answered: `now` is replaced step by step, lines are added in the order they are said."""

    mind: Mind
    plan: Plan
    now: Round
    move: Move
    turns: Sequence[Turn]
    kind: TurnKind = "aside"
    lines: list[Line] = field(default_factory=list)
    recognition: Recognition | None = None
    heard: tuple[Focus, ...] = ()
    evidence: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    assessment: Assessment | None = None
    judgement: Judgement | None = None
    answered: str = ""
    choice: Choice | None = None

    @property
    def motion(self) -> Motion:
        """The motion that is debated."""
        return self.mind.motion

    @property
    def variant(self) -> int:
        """Which way of saying a sentence comes next, so that none comes twice in a row."""
        return self.plan.seed + self.now.spoken

    def argument(self, name: str) -> Argument:
        """Give an argument by its id."""
        return self.motion.arguments[name]

    def add(self, role: Role, text: str, *ids: str) -> None:
        """Say a text as it stands, with the ids that its facts come from."""
        self.lines.append(Line(role, text, ids))

    def say(self, role: Role, key: str, *ids: str, **fields: object) -> None:
        """Say one of the ways of putting a sentence, with the ids that its facts come from."""
        self.add(role, wording.say(key, self.variant, **fields), *ids)

    def titles(self, names: Sequence[str]) -> str:
        """Name several arguments as a sentence does."""
        return wording.listed([self.argument(name).title for name in names])

    def strongest_unused(self) -> list[str]:
        """Give the arguments of the student's side that were not used in this round, the strongest first."""
        mine = [
            name for name, side in self.motion.sides.items() if side == self.plan.side and name not in self.now.used
        ]
        return sorted(mine, key=lambda name: (-self.argument(name).weight, name))

    def check_facts(self, text: str) -> None:
        """Find mistakes of fact and correct them."""
        self.mistakes = self.mind.facts.check(text)
        self.correct()

    def correct(self) -> None:
        """Correct the plain mistakes found, with the source; of a disputed story, ask for evidence."""
        for mistake in self.mistakes[:2]:
            self.say(
                "correction", "disputed" if mistake.sure == "disputed" else "mistake", mistake.id, says=mistake.says
            )
            self.cite(mistake.source)

    def explain_names(self, text: str, recognition: Recognition) -> bool:
        """Answer "who was ...?" and "what is ...?" from the glossary; say whether there was something to explain."""
        if not asks(text) or (recognition.nonsense != "question" and len(text.split()) > _SHORT_QUESTION):
            return False
        named = self.mind.glossary.find(text)[:2]
        for item in named:
            self.add("prompt", f"{item.name}: {item.gloss}", item.id)
            self.cite(item.source)
        return bool(named)

    def cite(self, name: str) -> None:
        """Say where what was just said stands, by the id of the source."""
        self.say("source", "source-only", name, cite=self.motion.sources[name].cite())
