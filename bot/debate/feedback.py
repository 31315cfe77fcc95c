"""What a student hears after a round: what was covered, what was met, and what to do next. About the work, no grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.base.motion import Motion, Side
from bot.debate import wording
from bot.debate.opponent import find_attack
from bot.debate.round import Plan, Turn
from bot.debate.said import Line
from bot.debate.text import sentences

_STEPS = 3
_QUOTED_WORDS = 25


@dataclass(frozen=True)
class Feedback:
    """What the turns of a round, or of several, come to; every name is an id of the base."""

    used: tuple[str, ...]
    ignored: tuple[str, ...]
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    evidence: tuple[str, ...]
    mistakes: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]  # what a sentence earned, and the sentence
    steps: tuple[tuple[str, str], ...]  # what to do, and the id of the evidence that it needs ("" for none)
    reading: str


def summarise(motion: Motion, side: Side, turns: Sequence[Turn]) -> Feedback:
    """Gather from a student's turns what the feedback says; the two strongest unused arguments come first."""
    named = [name for turn in turns for name in turn.arguments if name in motion.arguments]
    used = tuple(dict.fromkeys(named))
    unused = [name for name, own in motion.sides.items() if own == side and name not in used]
    best: dict[str, int] = {}
    for turn in turns:
        if turn.answered and turn.quality is not None:
            best[turn.answered] = max(best.get(turn.answered, 0), turn.quality)
    unmet = tuple(name for name, quality in best.items() if quality < 2)
    evidence = tuple(dict.fromkeys(item for turn in turns for item in turn.evidence))
    return Feedback(
        used=used,
        ignored=tuple(sorted(unused, key=lambda name: (-motion.arguments[name].weight, name))[:2]),
        met=tuple(name for name, quality in best.items() if quality >= 2),
        unmet=unmet,
        evidence=evidence,
        mistakes=tuple(dict.fromkeys(name for turn in turns for name in turn.mistakes)),
        tags=_tags(turns),
        steps=_steps(motion, used, turns),
        reading=_reading(motion, used, unmet, unused),
    )


def feedback_lines(motion: Motion, plan: Plan, turns: Sequence[Turn]) -> tuple[Line, ...]:
    """Say the feedback on a round, so that it fits one screen."""
    found = summarise(motion, plan.side, turns)

    def titles(names: Sequence[str]) -> str:
        return wording.listed([motion.arguments[name].title for name in names])

    def line(key: str, *ids: str, **fields: object) -> Line:
        return Line("feedback", wording.say(key, plan.seed, **fields), ids)

    lines = [line("fb-used", *found.used, titles=titles(found.used)) if found.used else line("fb-used-none")]
    if found.ignored:
        lines.append(line("fb-ignored", *found.ignored, titles=titles(found.ignored)))
    if found.met or found.unmet:
        lines.append(line("fb-met", met=len(found.met), all=len(found.met) + len(found.unmet)))
    for name in found.unmet[:1]:
        attack = find_attack(motion, name)
        if attack:
            lines.append(line("fb-unmet", name, question=attack.question or attack.text))
    if found.evidence:
        lines.append(line("fb-evidence", items=wording.listed(found.evidence[:6])))
    else:
        lines.append(line("fb-evidence-none"))
    says = {mistake.id: mistake.says for mistake in motion.misconceptions}
    says |= {
        item.id: item.says
        for part in (motion.timeline.events, motion.timeline.offices, motion.timeline.works)
        for item in part
    }
    lines += [line("fb-mistake", name, says=says[name]) for name in found.mistakes[:2] if name in says]
    lines += [line("fb-tag", tag=tag.capitalize(), sentence=sentence) for tag, sentence in found.tags[:3]]
    lines += [line("fb-step", *filter(None, [evidence]), step=step) for step, evidence in found.steps]
    lines.append(line("fb-reading", found.reading, cite=motion.sources[found.reading].cite()))
    return tuple(lines)


def _tags(turns: Sequence[Turn]) -> tuple[tuple[str, str], ...]:
    """Pair the tags of a mark scheme with the first sentence that earned each; a sentence comes once."""
    first: dict[str, str] = {}
    for turn in turns:
        for tag in turn.tags:
            first.setdefault(tag, _sentence_for(tag, turn))
    earned: dict[str, list[str]] = {}
    for tag, sentence in first.items():
        earned.setdefault(sentence, []).append(tag)
    return tuple((", ".join(tags), sentence) for sentence, tags in earned.items())


def _sentence_for(tag: str, turn: Turn) -> str:
    parts = sentences(turn.text) or [turn.text]
    wanted = {"specific evidence": turn.evidence, "explanation": (turn.explains,)}.get(tag, ())
    chosen = next((part for part in parts for word in wanted if word and word.casefold() in part.casefold()), parts[0])
    kept = chosen.split()
    return " ".join(kept[:_QUOTED_WORDS]) + (" ..." if len(kept) > _QUOTED_WORDS else "")


def _steps(motion: Motion, used: Sequence[str], turns: Sequence[Turn]) -> tuple[tuple[str, str], ...]:
    """Choose what to do next: what the replies lacked most, then what the base advises on the arguments used."""
    replies = [turn for turn in turns if turn.kind == "reply" and turn.quality is not None]
    steps: list[tuple[str, str]] = []
    if replies and sum(turn.quality == 0 for turn in replies) * 2 > len(replies):
        steps.append((wording.say("fb-step-engage", 0), ""))
    elif replies and not any(turn.evidence for turn in replies):
        steps.append((wording.say("fb-step-evidence", 0), ""))
    elif replies and not any(turn.explains for turn in replies):
        steps.append((wording.say("fb-step-explain", 0), ""))
    elif not any("judgement" in turn.tags for turn in turns):
        steps.append((wording.say("fb-step-judgement", 0), ""))
    said = " ".join(turn.text for turn in turns).casefold()
    for place in range(_STEPS):
        for name in used:
            advice = motion.arguments[name].next_steps[place : place + 1]
            steps += [
                (item.do, item.evidence) for item in advice if not _already_said(motion, name, item.evidence, said)
            ]
    return tuple(dict.fromkeys(steps))[:_STEPS]


def _already_said(motion: Motion, name: str, evidence: str, said: str) -> bool:
    """Tell whether the year of a piece of evidence was given, so that it need not be asked for."""
    item = next((item for item in motion.arguments[name].evidence if item.id == evidence), None)
    return item is not None and item.when[:4] in said


def _reading(motion: Motion, used: Sequence[str], unmet: Sequence[str], unused: Sequence[str]) -> str:
    """Choose one thing to read: on the challenge that is open, else on what was argued, else on what was not."""
    for name in unmet:
        attack = find_attack(motion, name)
        if attack and motion.sources[attack.source].kind == "secondary":
            return attack.source
    argument = next(iter([*used, *unused]), next(iter(motion.arguments)))
    return motion.arguments[argument].reading[0]
