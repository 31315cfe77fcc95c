"""Looks things up for a student in the middle of a round: arguments with their evidence, people and terms."""

from __future__ import annotations

from bot.base.motion import SIDES, Argument, Motion
from bot.debate import wording
from bot.debate.answer import Mind
from bot.debate.said import Line
from bot.terminal import labels


def list_arguments(motion: Motion, names: list[str] | None = None) -> tuple[Line, ...]:
    """List the arguments of both sides, or those named."""
    lines: list[Line] = []
    for side in SIDES:
        own = [name for name, at in motion.sides.items() if at == side and (names is None or name in names)]
        if own:
            lines.append(Line("heard", f"{side.capitalize()}: {motion.heading.side(side).title}"))
            lines += (Line("prompt", f"  {name}: {motion.arguments[name].title}", (name,)) for name in own)
    return tuple(lines)


def browse(motion: Motion, wanted: str) -> tuple[Line, ...]:
    """Show one argument, asked for by its id or a part of its title; without a name, list them all."""
    if not wanted:
        return (*list_arguments(motion), Line("prompt", labels.ONE_ARGUMENT))
    found = _named(motion, wanted.casefold())
    if not found:
        return (Line("prompt", labels.NO_ARGUMENT.format(name=wanted)),)
    if len(found) > 1:
        return (Line("prompt", labels.SEVERAL.format(name=wanted)), *list_arguments(motion, found))
    return _argument_lines(motion, motion.arguments[found[0]])


def _named(motion: Motion, wanted: str) -> list[str]:
    exact = [name for name, item in motion.arguments.items() if wanted in (name, item.title.casefold())]
    return exact or [name for name, item in motion.arguments.items() if wanted in f"{name} {item.title.casefold()}"]


def _argument_lines(motion: Motion, argument: Argument) -> tuple[Line, ...]:
    lines = [
        Line("heard", f"{argument.title} ({motion.sides[argument.id]})", (argument.id,)),
        Line("prompt", argument.claim, (argument.id,)),
        Line("prompt", argument.explanation, (argument.id,)),
    ]
    for item in argument.evidence:
        lines += (Line("challenge", item.text, (item.id,)), _source(motion, item.source))
    return tuple(lines)


def who(mind: Mind, wanted: str) -> tuple[Line, ...]:
    """Say who or what somebody or something was, from the glossary."""
    names = mind.glossary.names()
    if not wanted:
        return (Line("prompt", labels.WHO.format(example=names[0] if names else "...")),)
    found = mind.glossary.find(wanted)
    if not found:
        return (Line("prompt", labels.NO_ONE.format(names=", ".join(names))),)
    lines: list[Line] = []
    for item in found:
        lines += (Line("prompt", f"{item.name}: {item.gloss}", (item.id,)), _source(mind.motion, item.source))
    return tuple(lines)


def _source(motion: Motion, name: str) -> Line:
    return Line("source", wording.say("source-only", 0, cite=motion.sources[name].cite()), (name,))
