"""Finds what students' words in a motion repeat: recognition learns nothing from the second of two that are alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.base.motion import SIDES
from bot.base.reading import Fault, Loc, Page
from bot.base.references import Pages

_NEAR_FROM = 5  # words; in fewer, a single other word is another thought ("no jobs, no win", "no luck, no win")


def repeats(pages: Pages) -> Iterator[Fault]:
    """Find every text that stands twice in the motion, and every phrasing that differs from another by one word."""
    seen: dict[str, str] = {}
    near: dict[tuple[str, ...], tuple[int, str]] = {}
    for page, loc, text in _said(pages):
        stripped = _strip(text)
        place = f"{page.name}:{page.lines[loc]}"
        if not stripped:  # noise such as "???" has no words to compare
            continue
        first = seen.setdefault(" ".join(stripped), place)
        if first != place:
            yield page.fault(loc, f"{text!r} stands in {first} already: say another thing or remove it")
            continue
        if loc[0] != "points":
            continue
        alike = _alike(stripped)
        for key in alike:
            length, other = near.get(key, (0, ""))
            if other and max(length, len(stripped)) >= _NEAR_FROM:
                yield page.fault(loc, f"{text!r} differs by one word from that in {other}: vary the meaning")
                break
        for key in alike:
            near.setdefault(key, (len(stripped), place))


def _said(pages: Pages) -> Iterator[tuple[Page, Loc, str]]:
    """Give every phrasing, denial and message that is no argument, with its place."""
    for side in SIDES:
        for page in pages.arguments[side].values():
            for loc in page.lines:
                match loc:
                    case ("points", int(), "phrasings", int()) | ("denials", int()):
                        yield page, loc, str(page.at(loc))
    if pages.not_arguments:
        for loc in pages.not_arguments.lines:
            if len(loc) == 2:
                yield pages.not_arguments, loc, str(pages.not_arguments.at(loc))


def _strip(text: str) -> list[str]:
    """Give the words of a text without case and punctuation."""
    return re.findall(r"[^\W_]+", re.sub("['’]", "", text.casefold()))


def _alike(stripped: list[str]) -> list[tuple[str, ...]]:
    """Give the words in order, and without each of them in turn: texts that share one of these differ by a word."""
    ordered = sorted(stripped)
    without = {tuple(ordered[:n] + ordered[n + 1 :]) for n in range(len(ordered))}
    return [tuple(ordered), *sorted(without)]
