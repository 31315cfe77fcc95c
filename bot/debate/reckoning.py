"""Reckons dates that are counted from an event: "two years after Lenin died", "the year in which he died"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.debate.phrases import either

_ONE_TO_TEN = "one two three four five six seven eight nine ten"
_NUMBERS = {word: n for n, word in enumerate(_ONE_TO_TEN.split(), 1)} | {
    "a": 1,
    "an": 1,
    "half a": 0.5,
    "a couple of": 2,
}
_UNITS = {"year": 365, "month": 30, "week": 7, "day": 1}
_SLACK = {"year": 366, "month": 120, "week": 60, "day": 30}  # a student rounds: "three years after" may be nearly four
_WITHIN = {"within", "barely", "less than", "not even", "under"}
_COUNT = (
    rf"(?P<about>{either('only just about around almost nearly some roughly exactly over more_than at_least')} "
    rf"|{either('within barely less_than not_even under')} )?"
    rf"(?P<number>{either('a_couple_of half_a a an ' + _ONE_TO_TEN)}|\d{{1,2}}) "
    r"(?P<unit>year|month|week|day)s? "
)
_BEFORE_IT = re.compile(rf" (?P<phrase>{_COUNT}(?P<way>after|before|following|from|since) (?:the )?)$")
_SAME_YEAR = re.compile(
    r" (?P<phrase>(?:in |during )?the (?:very )?(?:same )?year (?:that|when|in which|as|of)? ?(?:the )?)$"
)
_NEXT_YEAR = re.compile(r" (?P<phrase>(?:in )?the year (?P<way>after|before|following) (?:the )?)$")
_BETWEEN = re.compile(
    rf"(?:in #\S+ )?(?:, )?(?:{either('and but so then with')} )?(?:, )?{_COUNT}(?P<way>later|afterwards|earlier) "
)
_FAR = 60  # characters before an event in which a count from it begins


@dataclass(frozen=True)
class Reckoned:
    """The days that are meant, and between which characters of the sentence the count stands."""

    first: date
    last: date
    start: int
    end: int


def counted_from(text: str, start: int, day: tuple[date, date]) -> Reckoned | None:
    """Read the count that stands before an event (which begins at `start` and happened on `day`), if there is one."""
    offset = max(0, start - _FAR)
    before = text[offset:start]
    if same := _SAME_YEAR.search(before):
        first, last = date(day[0].year, 1, 1), date(day[1].year, 12, 31)
        return Reckoned(first, last, offset + same.start("phrase"), start)
    if following := _NEXT_YEAR.search(before):
        first, last = _counted(day, 1, "year", following["way"], None)
        return Reckoned(first, last, offset + following.start("phrase"), start)
    if count := _BEFORE_IT.search(before):
        first, last = _counted(day, _number(count["number"]), count["unit"], count["way"], count["about"])
        return Reckoned(first, last, offset + count.start("phrase"), start)
    return None


def counted_on(text: str, end: int, day: tuple[date, date]) -> Reckoned | None:
    """Read a count that follows an event (which ends at `end`), as in "Lenin died and two years later"."""
    count = _BETWEEN.match(text, end)
    if not count:
        return None
    first, last = _counted(day, _number(count["number"]), count["unit"], count["way"], count["about"])
    return Reckoned(first, last, end, count.end())


def _number(word: str) -> float:
    return _NUMBERS.get(word) or float(word)


def _counted(day: tuple[date, date], number: float, unit: str, way: str, about: str | None) -> tuple[date, date]:
    """Give the first and the last day that a count can mean, with what a student may round."""
    length, slack = timedelta(days=number * _UNITS[unit]), timedelta(days=_SLACK[unit])
    nearest = timedelta(0) if about and about.strip() in _WITHIN else length - slack
    furthest = (
        timedelta(days=20_000) if about and about.strip() in ("over", "more than", "at least") else length + slack
    )
    if way in ("before", "earlier"):
        return _moved(day[0], -furthest), _moved(day[1], -nearest)
    return _moved(day[0], nearest), _moved(day[1], furthest)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min
