"""Finds people whom a student gives an office that they did not hold, or did not hold then, or a group not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.base.motion import Heading
from bot.base.timeline import Office, Timeline, first_and_last_day
from bot.debate import office_phrases as say
from bot.debate.marking import Marked
from bot.debate.mistake import Hit, has_other_subject, is_denied, is_unreal

Rule = Literal["post", "plain", "left", "loose", "led", "controlled", "lost", "seated", "joined"]

_POST_RULES: tuple[tuple[Rule, tuple[re.Pattern[str], ...], bool], ...] = (
    ("post", say.HELD, False),
    ("left", say.LOST_POST, False),
    ("plain", say.HELD_FIRST, True),
    ("loose", say.LOOSE, False),
    ("loose", say.LOOSE_FIRST, True),
)
_BODY_RULES: tuple[tuple[Rule, tuple[re.Pattern[str], ...], bool], ...] = (
    ("led", say.LED, False),
    ("led", say.LED_FIRST, True),
    ("controlled", say.CONTROLLED, False),
    ("controlled", say.CONTROLLED_FIRST, True),
    ("lost", say.LOST, False),
    ("seated", say.SEATED, False),
    ("seated", say.SEATED_FIRST, True),
    ("joined", say.JOINED, False),
    ("joined", say.JOINED_FIRST, True),
)
_NEAR = 60  # characters before a post in which its date, or somebody else, is looked for
_SLACK = timedelta(days=40)
_UNTIL = timedelta(days=100)
_ABOUT = timedelta(days=400)  # books print a leader's fall by what came first or last
_OPEN = date.max - _SLACK  # the end of a term that goes on beyond the motion's period


@dataclass(frozen=True)
class _Claim:
    """What a sentence says: these people held this office, in these words."""

    office: Office
    people: tuple[str, ...]
    rule: Rule
    match: re.Match[str]


class Offices:
    """Who held which office when, ready to be compared with sentences."""

    def __init__(self, heading: Heading, timeline: Timeline) -> None:
        self._end = first_and_last_day(heading.period)[1]
        self._offices = {office.id: office for office in timeline.offices}
        self._of_body = {body: office for office in timeline.offices for body in office.bodies}
        bodies = "|".join(map(re.escape, self._of_body)) or "-"
        titled = (office.id for office in timeline.offices if not office.bodies or office.titles)
        self._post = re.compile(
            rf"(?<= ){say.LESSER}(?:{say.HEAD} (?:in chief )?(?:of the party |of the soviet )?(?:of|for|at"
            rf"|in) {say.DET}"
            rf"~(?P<of>{bodies}) (?!'s )|~(?P<body>{bodies}) {say.HEAD_AFTER} |~(?P<title>{'|'.join(titled) or '-'}) )"
        )
        self._named = frozenset(f"~{id}" for id in (*self._of_body, *self._offices))

    def check(self, marked: Marked) -> Iterator[Hit]:
        """Give each office of the sentence that is given to somebody who did not hold it."""
        if self._named.isdisjoint(marked.words) or "@" not in marked.text:
            return
        text, shifts = self._with_posts(marked.text)
        for office, match in (*self._wrong_starts(text), *self._wrong_claims(text)):
            yield Hit(office, "role", _back(match.start(), shifts), _back(match.end(), shifts))

    def _with_posts(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """Mark the posts with %, and keep how far later characters moved."""
        parts: list[str] = []
        shifts: list[tuple[int, int]] = [(0, 0)]
        done = length = 0
        for match in self._post.finditer(text):
            body = match["of"] or match["body"]
            office = self._of_body[body].id if body else match["title"]
            parts += [text[done : match.start()], f"%{office} "]
            length += match.start() - done + len(office) + 2
            done = match.end()
            shifts.append((length, done - length))
        return "".join((*parts, text[done:])), shifts

    def _wrong_claims(self, text: str) -> Iterator[tuple[Office, re.Match[str]]]:
        for claim in self._claims(text):
            start, end = claim.match.span()
            # "He could have used his position as head": what he might have used, he is said to have had.
            if is_denied(text, start, end) or is_unreal(text, start, end, inside=" his " not in claim.match[0]):
                continue
            if has_other_subject(text, start) or (not claim.office.group and say.ANY.search(text[:start])):
                continue
            if self._holds(claim, text):
                if claim.rule in ("left", "lost"):
                    if self._left_then(claim, text):
                        continue
                elif claim.rule not in ("post", "led", "controlled", "loose") or self._held_then(claim, text):
                    continue
            elif claim.rule == "loose" and any(f"@{person} " in text for person in self._holders(claim.office, text)):
                continue
            yield claim.office, claim.match

    def _claims(self, text: str) -> Iterator[_Claim]:
        for rule, patterns, post_first in _POST_RULES if "%" in text else ():
            for pattern in patterns:
                for match in pattern.finditer(text):
                    posts, people = (match[1], match[2]) if post_first else (match[2], match[1])
                    if post_first and rule == "loose" and say.SOMEBODY.search(_before(text, match.start())):
                        continue
                    for id in re.findall(r"%(\S+)", posts):
                        yield _Claim(self._offices[id], _names(people), rule, match)
        for rule, patterns, body_first in _BODY_RULES if "~" in text else ():
            for pattern in patterns:
                for match in pattern.finditer(text):
                    bodies, people = (match[1], match[2]) if body_first else (match[2], match[1])
                    for id in re.findall(r"~(\S+)", bodies):
                        office = self._of_body.get(id)
                        if office and _applies(rule, office):
                            yield _Claim(office, _names(people), rule, match)
        yield from self._pairs(text)

    def _pairs(self, text: str) -> Iterator[_Claim]:
        for match in say.SEATED_PAIR.finditer(text):
            offices = [self._of_body.get(match[group][1:-1]) for group in (2, 4)]
            for office, people in zip(offices, (match[1], match[3]), strict=True):
                if office and all(item and item.seat for item in offices):
                    yield _Claim(office, _names(people), "seated", match)

    def _wrong_starts(self, text: str) -> Iterator[tuple[Office, re.Match[str]]]:
        """Find "since 1924" beside a post, if nobody began then, and "in 1919", if the post did not exist yet."""
        for pattern in (say.SINCE, say.FROM):
            for match in pattern.finditer(text):
                office, span = self._offices[match[1]], _span(match[2])
                if not span or office.group or is_denied(text, *match.span()) or is_unreal(text, *match.span()):
                    continue
                starts = [first_and_last_day(holder.from_) for holder in office.holders]
                if pattern is say.FROM:
                    wrong = span[1] < min(first for first, _ in starts)
                else:
                    wrong = not any(span[0] <= last + _SLACK and first - _SLACK <= span[1] for first, last in starts)
                if wrong:
                    yield office, match

    def _holders(self, office: Office, text: str) -> set[str]:
        """Give the holders that a sentence can mean: a later one than the motion's only if it looks so far ahead."""
        ahead = say.LATER.search(text) is not None or any(
            (span := _span(mark)) and span[1] > self._end for mark in re.findall(r" #(\S+)", text)
        )
        return {holder.person for holder in office.holders if ahead or first_and_last_day(holder.from_)[0] <= self._end}

    def _holds(self, claim: _Claim, text: str) -> bool:
        """Say whether the claim stands: one of several people is enough for a post, each must belong to a group."""
        holders = self._holders(claim.office, text)
        if claim.office.group:
            return holders.union(claim.office.also).issuperset(claim.people)
        if claim.rule in ("controlled", "lost", "seated"):
            holders.update(claim.office.also)
        return not holders.isdisjoint(claim.people)

    def _held_then(self, claim: _Claim, text: str) -> bool:
        """Say whether the date beside a post, if there is one, falls into the holder's time."""
        terms = [_term(holder.from_, holder.to) for holder in claim.office.holders if holder.person in claim.people]
        if claim.office.group or not terms:
            return True
        start, end = claim.match.span()
        then = say.THEN.match(text, end) or say.THEN_BEFORE.search(_before(text, start))
        if claim.rule == "loose":
            then = re.search(r" #(\S+) ", claim.match[0])
        if then and (span := _span(then[1], years=True)):
            return any(_meet(span, first, last) for first, last in terms)
        if (until := say.UNTIL.match(text, end)) and (span := _span(until[1])):
            about = _ABOUT if " in #" in until[0] else _UNTIL  # "up to his defeat in 1925" came a little earlier
            return any(last == _OPEN or (span[0] <= last + about and last - about <= span[1]) for _, last in terms)
        if (since := say.SINCE_THEN.match(text, end)) and (span := _span(since[1])):
            return any(_meet(span, first, first) for first, _ in terms)
        if (onward := say.FROM_THEN.match(text, end)) and (span := _span(onward[1])):
            return any(_meet(span, first, last) for first, last in terms)
        return True

    def _left_then(self, claim: _Claim, text: str) -> bool:
        """Say whether the date beside a loss, if there is one, is about when the holder left."""
        ends = [_term(holder.from_, holder.to)[1] for holder in claim.office.holders if holder.person in claim.people]
        then = say.THEN.match(text, claim.match.end())
        span = _span(then[1]) if then else None
        if not span or not ends or claim.office.group or _OPEN in ends:
            return True
        return any(span[0] <= end + _ABOUT and end - _ABOUT <= span[1] for end in ends)


def _applies(rule: Rule, office: Office) -> bool:
    """Say whether a rule applies: groups have members, and some bodies are places where one has a base."""
    if office.group or rule == "joined":
        return office.group and rule == "joined"
    return office.seat if rule == "seated" else not (office.seat and rule == "lost")


def _names(people: str) -> tuple[str, ...]:
    return tuple(re.findall(r"@(\S+) (?!'s)", people))


def _before(text: str, start: int) -> str:
    return f"{text[max(0, start - _NEAR) : start]}"


def _term(start: str, end: str | None) -> tuple[date, date]:
    return first_and_last_day(start)[0], first_and_last_day(end)[1] if end else _OPEN


def _span(mark: str, *, years: bool = False) -> tuple[date, date] | None:
    """Give the days of a date as marked; nothing for a date that does not exist, or for a span unless of `years`."""
    if "/" in mark and not years:
        return None
    try:
        return first_and_last_day(mark)
    except ValueError:
        return None


def _meet(span: tuple[date, date], first: date, last: date) -> bool:
    return span[0] <= last + _SLACK and first - _SLACK <= span[1]


def _back(place: int, shifts: list[tuple[int, int]]) -> int:
    """Turn a place of the text with posts into the place of the marked text."""
    moved = 0
    for length, shift in shifts:
        if length > place:
            break
        moved = shift
    return place + moved
