"""Finds dates and figures in a student's text."""

from __future__ import annotations

import re

from bot.debate.lexicon import FUNCTION, MONTHS, NUMBER_WORDS
from bot.debate.text import tokens

_YEAR = re.compile(r"\b(1[5-9]\d\d|20[0-4]\d)(?:[-/](\d\d(?:\d\d)?))?s?\b|(?<!\w)'(\d\d)\b")
_MONTH = re.compile(rf"\b({'|'.join(sorted(MONTHS, key=len, reverse=True))}|may)\b")
_DATE = re.compile(
    rf"\b(?:\d\d?(?:st|nd|rd|th)? )?(?:of )?{_MONTH.pattern[2:-2]}\b"
    r"(?: \d\d?(?!\d))?(?:,? (?:of )?(?:1[5-9]\d\d|20[0-4]\d))?"
)
_MAY = re.compile(r"\b(?:\d\d? may|may \d{1,4}|in may|of may|may of)\b")
_FIGURE = re.compile(
    r"\b\d[\d,.]*(?![a-z\d])(?: ?%| percent)?"
    r"(?: (?:votes |people )?(?:to|of|of the|out of|out of the|against|and) \d[\d,]*(?![a-z\d]))?"
)
_THING = re.compile(r" ([a-z]{4,})\b")
_NUMBER = re.compile(r"\d[\d,]*")
_ROMAN = re.compile(r"\b([XVI]{2,})(?: [A-Z][a-z]+)?\b")
_COUNTED = frozenset({"a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})
_COUNTED |= {"several", "few", "many", "over", "half"}


def dates_in(plain: str) -> tuple[frozenset[int], dict[str, str]]:
    """Give the years, and each date by a comparable form (a year, a month) with the words that name it."""
    years: set[int] = set()
    dates: dict[str, str] = {}
    for match in _YEAR.finditer(plain):
        whole, end, short = match.groups()
        year = int(whole) if whole else 1900 + int(short)
        years.add(year)
        if end:
            years.add(int(end) if len(end) == 4 else year // 100 * 100 + int(end))
        dates.setdefault(str(year), match.group())
    for match in _DATE.finditer(plain):
        written = match.group().strip()
        month = _MONTH.search(written)
        if month and (month.group() != "may" or _MAY.search(plain)):
            written = written.replace(month.group(), month.group().capitalize())
            dates.setdefault(month.group()[:3], written)
            if year_in := _YEAR.search(written):
                dates[str(int(year_in.group(1) or 1900 + int(year_in.group(3))))] = written
    return frozenset(years), dates


def figures_in(typed: str, plain: str) -> dict[str, str]:
    """Give each figure by its bare number with the words that name it; Roman numerals come from the text as typed."""
    figures: dict[str, str] = {}
    undated = _YEAR.sub(" ", _DATE.sub(" ", plain))
    for match in _FIGURE.finditer(undated):
        thing = _THING.match(undated, match.end())
        written = match.group().strip(" ,.") + (thing.group() if thing and thing.group(1) not in FUNCTION else "")
        for number in _NUMBER.findall(match.group()):
            figures.setdefault(number.replace(",", "").rstrip("."), written)
    words = tokens(plain)
    for place, word in enumerate(words):
        if word in NUMBER_WORDS:
            lone = word.endswith(("th", "ty", "teen", "ten", "eleven", "twelve"))
            before = words[max(place - 1, 0) : place]
            pair = words[place : place + 2] if lone else [*(item for item in before if item in _COUNTED), word]
            figures.setdefault(word, " ".join(pair))
    for match in _ROMAN.finditer(typed):
        figures.setdefault(match.group(1), match.group())
    return figures
