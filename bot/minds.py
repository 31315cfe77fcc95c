"""Builds what the opponent knows of a motion, and keeps what it learnt, so that it learns a base only once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bot.base.motion import Motion
from bot.debate.answer import Mind
from bot.debate.assessment import Assessor
from bot.debate.facts import FactChecker
from bot.debate.glossary import Glossary
from bot.debate.learning import Learnt
from bot.debate.recognition import Recogniser
from bot.debate.wordings import BadWording
from bot.errors import FaultyBase

_LEARNT = 9  # raised whenever a base is learnt in another way, so that what was kept before is not used


def make_mind(motion: Motion, *, cache: Path | None = None) -> Mind:
    """Build everything that the opponent knows of a motion; with `cache`, a folder, it learns each base only once."""
    try:
        facts = FactChecker(motion.heading, motion.timeline, motion.misconceptions)
    except BadWording as error:
        raise FaultyBase(f"A wording of the base is faulty, {error}. `debate-bot check` says where.") from error
    texts: list[str] = []
    for argument in motion.arguments.values():
        texts += (evidence.text for evidence in argument.evidence)
        texts += (challenge.text for challenge in argument.challenges)
    recogniser = _recogniser(motion, cache)
    assessor = Assessor(
        motion.heading,
        texts=texts,
        said=recogniser.stems,
        names={work.title: work.aliases for work in motion.timeline.works},
        factors=[argument.title for argument in motion.arguments.values()],
    )
    return Mind(motion, recogniser, facts, assessor, Glossary(motion.heading))


def _recogniser(motion: Motion, cache: Path | None) -> Recogniser:
    stored = cache / f"{motion.id}-{motion.hash}-{_LEARNT}.npz" if cache else None
    kept = _kept(motion, stored) if stored else None
    if kept:
        return kept
    recogniser = Recogniser(motion)
    if stored:
        with suppress(OSError):  # a cache that can't be written only costs time
            _keep(recogniser.learnt, stored)
            for older in stored.parent.glob(f"{motion.id}-*.npz"):
                if older != stored:
                    older.unlink()
    return recogniser


def _kept(motion: Motion, stored: Path) -> Recogniser | None:
    """Give what the cache holds; whatever a broken disk left is as good as nothing."""
    try:
        with stored.open("rb") as file, np.load(file) as kept:
            return Recogniser(motion, learnt=Learnt(**kept))
    except Exception:  # a damaged archive fails in many ways, and each only costs time
        return None


def _keep(learnt: Learnt, stored: Path) -> None:
    """Write the whole file before it gets its name, so that no other process reads half of it."""
    stored.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=stored.parent) as folder:
        part = Path(folder) / "part.npz"
        np.savez(part, **vars(learnt))
        part.replace(stored)
