"""Finds events that a student puts in the wrong year, at the wrong congress, or before or after the wrong event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.base.timeline import Event, Timeline, Work, first_and_last_day
from bot.debate.marking import Marked, Marker
from bot.debate.mistake import Hit, is_denied, is_unreal
from bot.debate.wordings import Index, Wording

Span = tuple[date, date]

_BEGAN = (
    "(introduc*|pass|passed|passing|passes|adopt*|creat*|invent*|impos*|issu*|launch*|start|started|starting|starts|began|begin*"
    "|begun|established|set up|announc*|agreed|proposed|made|enact*|implement*|approved|brought in|bringing in|decided on)"
)
_THINGS = (
    f"{{thing}} [which|that] [was|were|is|had been|got] [first|only|finally|formally|officially|also|then] {_BEGAN}",
    f"{_BEGAN} [of] {{thing}}",
    f"{{thing}} [that|which] {{anyone}} {_BEGAN}",
    "{thing} of",
    "{1500/2100} {bare}",
    "{thing} (came in|came into force|took effect|dates from|dated from|came about|dates back to)",
)
_ARTICLE = re.compile(r"^\[[^\]]*\] *")  # "the 1921 ban" names its year, "in 1927 the ban" does not
_WORKS = (
    "{{{id}}} [which|that] [was|were|had been|is] [first|only|then|also]"
    " (published|written|delivered|launched|announced|introduced|adopted|came out|appeared|put forward|proposed|unveiled|printed)",
    "{{{id}}} [that|which] {{anyone}} (published|wrote|delivered|gave|launched|announced|introduced|put forward|proposed|came up with|invented)",
    "(published|publishing|publication of|wrote|writing|delivered|gave|launched|launching|announced|introduced|introducing"
    "|put forward|proposed|came up with|unveiled|invented|developed) [the|his|a|their] [idea of|policy of|theory of|idea|policy"
    "|book|essay|lectures on|pamphlet|slogan of|slogan|famous|new|own|concept of|doctrine of] {{{id}}}",
)
# Between an event and its date stand only words that leave the two together.
_WITH = (
    r"(?:in|on|of|during|at|the|this|that|which|was|were|is|being|held|took|place|happened|occurred|came|met|meeting|late|early"
    r"|mid|end|beginning|start|middle|spring|summer|autumn|winter|only|finally|eventually|later|again|suddenly|back|actually"
    r"|officially|also|year|around|about|roughly|dated|originally|party|permanently|completely|already|just|both|together|out"
    r"|altogether|moscow|~moscow|(?:by|with|from|along with|alongside|for) (?:(?:the|a|an|his|their|its|being) )?(?:[a-z]+ )?(?:[@~]\S+|[a-z]+)"
    r"|straight|campaign|drive|affair|session|crisis|so|him|them|again) "
)
_AFTER = re.compile(rf"(?:, )?(?:{_WITH}){{0,6}}?#(\S+) (?:(?:, )?(?:or|and|/) (?:in )?#(\S+) )?")
_FREED = re.compile(
    r" (?:by|until|till|before|after|since|from|to|between|through|towards|the|his|their|a|its|'s) #\S+ $"
)
_OPENING = (
    r"(?:^ |, |and |but |so |then |because |later |that |when |however |as |also )"
    r"(?:(?:it|this|which) was )?(?:(?:early|late|back|only|at|the|end|beginning|start|of|middle|around) ){0,4}"
)
_SUBJECT = (
    r"(?:, |[@~]\S+ 's |the |a |his |their |its |'s |[@~]\S+ |and |party |also |then |finally |was |that |when |which |year |russian |soviet "
    r"|bolshevik |leader |leaders |members |decided to |voted to |in which |at |during |in |was that |on |of ){0,8}"
)
_EARLIER = re.compile(
    rf"{_OPENING}(?:in|on|during|around|of) (?:(?:the|early|late|mid|spring|summer|autumn|winter|of|year|beginning|end) ){{0,4}}"
    rf"#(\S+) {_SUBJECT}$"
)
_NEXT_TO = re.compile(r"#(\S+) (?:'s )?$")
_UNTIL = re.compile(rf"(?:{_WITH}){{0,3}}?(?:until|till) (?:{_WITH}){{0,2}}?#(\S+) ")
_BY = re.compile(rf"(?:, )?(?:{_WITH}){{0,3}}?by (?:(?:the|end|of|early|late|spring|summer|autumn|mid) ){{0,3}}#(\S+) ")
_BY_BEFORE = re.compile(rf"(?:^ |, |and |but |so |because |that )by (?:(?:the|end|of|early|late|spring|summer|autumn|mid) ){{0,3}}#(\S+) {_SUBJECT}$")
_OWNING = re.compile(r"(?:the|a|his|'s|this|that) $")
_ACTS = re.compile(r"(?:(?:also|then|had|which|,) ){0,2}")
_VERB = re.compile(r"[a-z]+(?:ed|t) ")
_AND_THEN = re.compile(r"(?:, )?(?:and|so) (?:then |so |also |[@~]\S+ |the ){0,3}$")
_AT = re.compile(rf"(?:{_WITH}){{0,5}}?(?:at|during) (?:the )?(?:party 's )?$")
_AT_BEFORE = re.compile(r"(?:at|during|in) (?:the )?(?:party 's )?$")
_LINK = re.compile(
    rf"(?:{_WITH}){{0,3}}?(?P<link>soon after|just after|after|once|following|upon|before|when|as soon as) (?:the )?$"
)
_LINK_BEFORE = re.compile(r" (?P<link>by the time of|by the time|by|after|once|following|upon|when|as soon as|before|on) (?:the )?$")
_FOLLOWS = re.compile(rf"(?:(?:in|on) #\S+ )?(?:came |met |opened )?{_SUBJECT}(?:had |already |been |was ){{0,3}}$")
_NEAR = 120  # characters before an event in which its date is looked for
_WHEN = timedelta(days=100)  # "when Lenin died" may stretch so far


@dataclass(frozen=True)
class _Dated:
    """An event or a dated work, with every date that is printed for it."""

    known: Event | Work
    dates: tuple[Span, ...]
    landmark: bool

    @property
    def first(self) -> date:
        return min(span[0] for span in self.dates)

    @property
    def last(self) -> date:
        return max(span[1] for span in self.dates)

    def comes_after(self, mark: str) -> bool:
        """Say whether the event came later than a date as marked, so that it had not happened "by" then."""
        try:
            return "/" not in mark and self.first > first_and_last_day(mark)[1]
        except ValueError:
            return False

    def agrees(self, mark: str) -> bool:
        """Say whether a date or span as marked meets a date of the event; one that is no real date always does."""
        try:
            first, last = first_and_last_day(mark)
        except ValueError:
            return True
        return any(first <= end and start <= last for start, end in self.dates)


@dataclass(frozen=True)
class _Told:
    """An event where a sentence tells of it."""

    dated: _Dated
    start: int
    end: int


class Chronology:
    """The dates of a timeline, ready to be compared with sentences."""

    def __init__(self, timeline: Timeline, marker: Marker) -> None:
        wordings: list[tuple[Wording, _Dated]] = []
        for event in timeline.events:
            spans = tuple(first_and_last_day(when) for when in (event.when, *event.also_printed))
            told = [*event.aliases]
            for thing in event.things:
                bare = _ARTICLE.sub("", thing)
                told += [way.replace("{thing}", thing).replace("{bare}", bare) for way in _THINGS]
            wordings += [(Wording(alias, marker), _Dated(event, spans, event.landmark)) for alias in told]
        for work in timeline.works:
            if work.when:
                spans = tuple(first_and_last_day(when) for when in (work.when, *work.also_printed))
                dated = _Dated(work, spans, landmark=False)
                for name in work.terms or (work.id,):
                    wordings += [(Wording(way.format(id=name), marker), dated) for way in _WORKS]
        self._index = Index(wordings)

    def check(self, marked: Marked) -> Iterator[Hit]:
        """Give each event of the sentence that has a wrong date."""
        told = self._told(marked)
        text = marked.text
        if "#" not in text and len(told) < 2:
            return
        for event in told:
            start, end = event.start, event.end
            if is_unreal(text, start, end):
                continue
            if is_denied(text, start, end):  # "did not join until 1919" says that it happened in 1919
                until = _UNTIL.match(text, end)
                if until and not event.dated.agrees(until[1]):
                    yield Hit(event.dated.known, "date", start, until.end())
                continue
            dated, wrong = self._by_date(text, event, told)
            if not dated:
                wrong = self._by_landmark(text, event, told) or self._by_order(text, event, told)
            if wrong:
                yield Hit(event.dated.known, "date", min(start, wrong[0]), max(end, wrong[1]))

    def _told(self, marked: Marked) -> list[_Told]:
        """Give the events told of, of two in one place the longer."""
        told = [_Told(dated, find.start, find.end) for _, dated, find in self._index.search(marked)]
        told.sort(key=lambda event: (event.start - event.end, event.start))
        kept: list[_Told] = []
        for event in told:
            if all(
                event.end <= other.start or event.start >= other.end
                or ((event.start, event.end) == (other.start, other.end) and event.dated.known.id != other.dated.known.id)
                for other in kept
            ):  # fmt: skip
                kept.append(event)
        return sorted(kept, key=lambda event: event.start)

    def _by_date(self, text: str, event: _Told, told: list[_Told]) -> tuple[bool, tuple[int, int] | None]:
        """Say whether the event has a date beside it, and where the two stand if the date is wrong."""
        marks: list[str] = []
        start, end = event.start, event.end
        if (after := _AFTER.match(text, event.end)) and not _FREED.search(text[: after.end(1) + 1]):
            marks += [mark for mark in after.groups() if mark]
            end = after.end()
        inner = [word[1:] for word in text[event.start : event.end].split() if word[0] == "#"]
        if text[event.start] == "#" and not _OWNING.search(text[: event.start]):
            return False, None
        marks += inner
        if not marks:
            mark, begins = self._earlier(text, event, told)
            if mark:
                marks.append(mark)
                start = begins
        if not marks:
            by = _BY.match(text, event.end) or _BY_BEFORE.search(text[max(0, event.start - _NEAR) : event.start])
            if by and event.dated.comes_after(by[1]):
                return True, (start, end)
            return False, None
        return True, None if any(event.dated.agrees(mark) for mark in marks) else (start, end)

    def _earlier(self, text: str, event: _Told, told: list[_Told]) -> tuple[str, int]:
        offset = max(0, event.start - _NEAR)
        before = text[offset : event.start]
        if (beside := _NEXT_TO.search(before)) and not re.search(
            r" (?:by|until|till|before|after|since|from|to|between) (?:the )?#\S+ (?:'s )?$", before
        ):
            return beside[1], offset + beside.start()
        if "#" in before and (found := _EARLIER.search(before)):
            return found[1], offset + found.start()
        for other in told:  # "In 1924 Lenin died and Stalin became ...": the date serves both
            if other.end <= event.start and _AND_THEN.fullmatch(text[other.end : event.start]):
                mark, begins = self._earlier(text, other, [item for item in told if item.start < other.start])
                if mark and not _AFTER.match(text, other.end):
                    return mark, begins
        return "", 0

    def _by_landmark(self, text: str, event: _Told, told: list[_Told]) -> tuple[int, int] | None:
        """Compare the event with a congress or the like that stands for a date, by the year."""
        for other in told:
            if not other.dated.landmark or other.dated.known.id == event.dated.known.id:
                continue
            if event.end <= other.start:
                linked = _AT.fullmatch(text[event.end : other.start])
            elif other.end <= event.start:
                linked = _AT_BEFORE.search(text[max(0, other.start - 30) : other.start]) and re.fullmatch(
                    _SUBJECT, text[other.end : event.start]
                )
            else:
                continue
            if not linked and other.end <= event.start:  # "the Eleventh Congress passed the ban"
                linked = re.fullmatch(_ACTS, text[other.end : event.start]) and _VERB.match(text, event.start)
            if linked:
                years = {year for span in other.dated.dates for year in range(span[0].year, span[1].year + 1)}
                if not any(event.dated.agrees(str(year)) for year in years):
                    return other.start, other.end
        return None

    def _by_order(self, text: str, event: _Told, told: list[_Told]) -> tuple[int, int] | None:
        for other in told:
            if not other.dated.landmark or other.dated.known.id == event.dated.known.id:
                continue
            if event.end <= other.start:
                link = _LINK.fullmatch(text[event.end : other.start])
            elif other.end <= event.start and _FOLLOWS.fullmatch(text[other.end : event.start]):
                link = _LINK_BEFORE.search(text[max(0, other.start - 30) : other.start])
            else:
                continue
            if link and _contradicts(link["link"], event.dated, other.dated):
                return other.start, other.end
        return None


def _contradicts(link: str, event: _Dated, other: _Dated) -> bool:
    if link in ("before", "by", "by the time", "by the time of", "until"):
        return event.first > other.last
    if link in ("when", "on"):
        return event.last < other.first - _WHEN or event.first > other.last + 4 * _WHEN
    return event.last < other.first
