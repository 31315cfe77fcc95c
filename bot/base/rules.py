"""The rules that a motion for real classes keeps beyond being well formed: enough of everything, varied and fair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bot.base.authored import words
from bot.base.counts import COUNTED, Counts, citations, counts
from bot.base.loading import read_pages
from bot.base.motion import SIDES, Argument, Challenge, Evidence, Motion, Point
from bot.base.reading import Fault, Loc, Page
from bot.base.references import Pages
from bot.base.repeats import repeats
from bot.base.timeline import MistakeKind

_SHORT_WORDS = 9
_QUOTED_WORDS = 3  # fewer than this in double quotes is a term, not a quotation
_QUOTATION = re.compile(r'["“]([^"“”]+)["”]')
_SENTENCES = re.compile(r"[a-z0-9)\"”][.!?][\"”]?\s+[A-Z\"“]")
_ADDRESS = re.compile(r"\bhttps?:|\bwww\.", re.IGNORECASE)
_UNCONFIRMED = re.compile(r"\(memory\)|\bV(?:-weak)?:|\bV-weak\b|\bTODO\b|\bFIXME\b|\bTBC\b|\bXXX\b")


@dataclass(frozen=True)
class Limits:
    """How much of everything there must be; the values are those for a motion that is given to a class."""

    evidence: int = 5
    challenges: int = 4
    kinds: int = 3
    hardnesses: int = 2
    phrasings: int = 60
    short: float = 1 / 3
    denials: int = 10
    phrasings_of_point: int = 3
    evidence_of_point: int = 1
    challenges_of_point: int = 1
    not_arguments: int = 300
    misconceptions: int = 45
    disputed: int = 1
    named: int = 40
    sources: int = 30
    balance: float = 1.2
    """How many times the poorer side's mean per argument the richer side's may be."""


def strict_faults(root: Path, motions: Mapping[str, Motion], limits: Limits = Limits()) -> list[Fault]:
    """Find where motions that `check_base` found sound break the strict rules, in the order of files and lines."""
    faults: list[Fault] = []
    cited: set[str] = set()
    bibliography: Page | None = None
    for motion in motions.values():
        pages, _ = read_pages(root, root / motion.id)
        bibliography = pages.sources
        cited |= set(citations(motion))
        faults += _strict(motion, pages, limits)
    if bibliography:
        for n, source in enumerate(bibliography.data):
            if source["id"] not in cited:
                faults.append(bibliography.fault((n, "id"), "is cited nowhere: cite it or remove it"))
    return sorted(set(faults))


def _strict(motion: Motion, pages: Pages, limits: Limits) -> Iterator[Fault]:
    counted = counts(motion)
    for side in SIDES:
        for stem, page in pages.arguments[side].items():
            yield from _enough(motion.arguments[stem], page, limits)
            yield from _quotations(motion, motion.arguments[stem], page)
    yield from repeats(pages)
    for page in pages.each():
        yield from _unconfirmed(page)
        if page is not pages.not_arguments:  # those are students' words, which the bot never says
            yield from _addresses(page)
    yield from _rich(counted, pages, limits)
    yield from _balanced(counted, pages, limits)


def _enough(argument: Argument, page: Page, limits: Limits) -> Iterator[Fault]:
    """Find what an argument has too little of."""
    kinds = {challenge.kind for challenge in argument.challenges}
    hardnesses = {challenge.hardness for challenge in argument.challenges}
    if _SENTENCES.search(argument.claim):
        yield page.fault(("claim",), "has more than one sentence: keep one, and move the rest to the explanation")
    short = sum(_is_short(phrasing) for phrasing in argument.phrasings)
    asked: list[tuple[Loc, str, int, int]] = [
        (("evidence",), "pieces of evidence", len(argument.evidence), limits.evidence),
        (("challenges",), "challenges", len(argument.challenges), limits.challenges),
        (("challenges",), "kinds of challenge", len(kinds), limits.kinds),
        (("challenges",), "hardnesses of challenge", len(hardnesses), limits.hardnesses),
        (("points",), "phrasings", len(argument.phrasings), limits.phrasings),
        (("points",), "short phrasings", short, round(limits.short * len(argument.phrasings))),
        (("denials",), "denials", len(argument.denials), limits.denials),
        (("related",), "related arguments", len(argument.related), 1),
    ]
    for n, point in enumerate(argument.points):
        place = ("points", n)
        asked += [
            ((*place, "phrasings"), "phrasings of this point", len(point.phrasings), limits.phrasings_of_point),
            (place, "pieces of evidence with it in `points`", _on(point, argument.evidence), limits.evidence_of_point),
            (place, "challenges with it in `points`", _on(point, argument.challenges), limits.challenges_of_point),
        ]
    for loc, what, found, least in asked:
        if found < least:
            yield page.fault(loc, f"has {found} {what}: {least} or more are needed")


def _on(point: Point, items: Iterable[Evidence | Challenge]) -> int:
    """Count what bears on a point; what names no point bears on every one."""
    return sum(point.id in item.points or not item.points for item in items)


def _is_short(phrasing: str) -> bool:
    """Say whether a phrasing is a chat line, which is short or begins without a capital."""
    return words(phrasing) <= _SHORT_WORDS or phrasing[:1].islower()


def _quotations(motion: Motion, argument: Argument, page: Page) -> Iterator[Fault]:
    """Find quotations that are not cited from a primary source; what historians say is paraphrased."""
    places: list[tuple[Loc, str, str]] = []
    for n, item in enumerate(argument.evidence):
        places.append((("evidence", n, "text"), item.text, item.source))
    for n, challenge in enumerate(argument.challenges):
        places.append((("challenges", n, "text"), challenge.text, challenge.source))
        places.append((("challenges", n, "question"), challenge.question, challenge.source))
    for loc, text, source in places:
        for quoted in _QUOTATION.findall(text):
            if words(quoted) >= _QUOTED_WORDS and motion.sources[source].kind != "primary":
                yield page.fault(loc, f"quotes {quoted!r} from {source}, no primary source: cite that, or paraphrase")


def _unconfirmed(page: Page) -> Iterator[Fault]:
    """Find the marks that stand for "not checked yet" in notes and must not reach a student."""
    for loc in page.lines:
        value = page.at(loc)
        if isinstance(value, str) and (mark := _UNCONFIRMED.search(value)):
            yield page.fault(loc, f"holds {mark[0]!r}: confirm the fact, then remove the mark")


def _addresses(page: Page) -> Iterator[Fault]:
    """Find addresses of web pages, which vanish, and which may lead students to unlicensed copies."""
    for loc in page.lines:
        value = page.at(loc)
        if isinstance(value, str) and _ADDRESS.search(value):
            yield page.fault(loc, "holds a web address: cite the work itself")


def _rich(counted: Counts, pages: Pages, limits: Limits) -> Iterator[Fault]:
    """Find what the motion as a whole has too little of."""
    cited = sum(1 for times in counted.cited.values() if times)
    asked = [
        (
            pages.not_arguments,
            "messages that are no argument",
            sum(counted.not_arguments.values()),
            limits.not_arguments,
        ),
        (pages.misconceptions, "misconceptions", sum(counted.misconceptions.values()), limits.misconceptions),
        (pages.misconceptions, "disputed misconceptions", counted.disputed, limits.disputed),
        (pages.heading, "people and terms", counted.people + counted.terms, limits.named),
        (pages.heading, "sources that it cites", cited, limits.sources),
    ]
    asked += [
        (pages.misconceptions, f"misconceptions of the kind {kind}", counted.misconceptions[kind], 1)
        for kind in get_args(MistakeKind)
        if limits.misconceptions
    ]
    asked += [
        (pages.not_arguments, f"messages of the kind {kind}", found, 1) for kind, found in counted.not_arguments.items()
    ]
    for page, what, found, least in asked:
        if page and found < least:
            yield page.fault((), f"has {found} {what}: {least} or more are needed")


def _balanced(counted: Counts, pages: Pages, limits: Limits) -> Iterator[Fault]:
    """Find where an argument of one side has much more than one of the other: a class must not see that we lean."""
    for what in COUNTED:
        means = {side: counted.sides[side].mean(what) for side in SIDES}
        poorer, richer = sorted(SIDES, key=means.__getitem__)
        if pages.heading and means[richer] > limits.balance * means[poorer]:
            yield pages.heading.fault(
                (poorer,),
                f"an argument has {means[poorer]:.1f} {what} on average, and {means[richer]:.1f} on the other side: "
                f"write more here; {limits.balance:.2f} times as many is the limit",
            )
