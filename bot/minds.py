"""Builds what the opponent knows of a motion, and keeps what it learnt, so that it learns a base only once."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

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

_LEARNT = 8  # raised whenever a base is learnt in another way, so that what was kept before is not used


def make_mind(motion: Motion, *, cache: Path | None = None) -> Mind:
    """Build everything that the opponent knows of a motion; with `cache`, a folder, it learns each base only once."""
    try:
        facts = FactChecker(motion.heading, motion.timeline, motion.misconceptions)
    except BadWording as error:
        raise FaultyBase(f"A wording of the base is faulty, {error}. `debate-bot check` says where.") from error
    texts: list[str] = []
    for argument in motion.arguments.values():
        texts += argument.phrasings
        texts += (evidence.text for evidence in argument.evidence)
        texts += (challenge.text for challenge in argument.challenges)
    assessor = Assessor(
        motion.heading,
        texts=texts,
        names={work.title: work.aliases for work in motion.timeline.works},
        factors=[argument.title for argument in motion.arguments.values()],
    )
    return Mind(motion, _recogniser(motion, cache), facts, assessor, Glossary(motion.heading))


def _recogniser(motion: Motion, cache: Path | None) -> Recogniser:
    stored = cache / f"{motion.hash}-{_LEARNT}.npz" if cache else None
    kept = _kept(stored) if stored else None
    if kept:
        return Recogniser(motion, learnt=kept)
    recogniser = Recogniser(motion)
    if stored:
        with suppress(OSError):  # a cache that can't be written only costs time
            stored.parent.mkdir(parents=True, exist_ok=True)
            part = stored.with_suffix(f".{os.getpid()}.npz")
            np.savez(part, **vars(recogniser.learnt))
            part.replace(stored)
    return recogniser


def _kept(stored: Path) -> Learnt | None:
    """Give what the cache holds; what a broken disk left is as good as nothing."""
    try:
        with stored.open("rb") as file, np.load(file) as kept:
            return Learnt(**kept)
    except (OSError, EOFError, ValueError, TypeError, BadZipFile):
        return None
