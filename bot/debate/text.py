"""A student's text made comparable: one form for quotes, spaces and case, and its sentences and clauses."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": " - ",
        "…": "...",
        "\u00a0": " ",
    }
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_SPACE = re.compile(r"\s+")
_REPEATED = re.compile(r"([a-z])\1{2,}")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_CLAUSE = re.compile(
    r"\s*[,:;]\s+(?=(?:and|but|so|because|cos|while|whereas|which|yet|also|then|he|she|it|they|not|rather)\b)"
    r"|\s+(?:but|whereas|and also|plus|n also)\s+|\s*[.!?;]+\s+|\s+-\s+",
    re.IGNORECASE,
)

_AND = re.compile(r"(\s+(?:and|n|&)\s+)", re.IGNORECASE)
_STATEMENT = 5  # words on either side of an "and" that joins statements; one that joins names has fewer


def clean(text: str) -> str:
    """Make quotes plain and drop control characters, keeping case and words as they are."""
    plain = unicodedata.normalize("NFKC", text.translate(_QUOTES)).translate(_QUOTES)
    return _SPACE.sub(" ", _CONTROL.sub(" ", plain)).strip()


def normalise(text: str) -> str:
    """Give the comparable form: clean, lower case, no letter more than twice in a row ("wayyy")."""
    return _REPEATED.sub(r"\1\1", clean(text).lower())


def tokens(text: str) -> list[str]:
    """Split a normalised text into words and figures."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Split a text into sentences, as typed."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def clauses(text: str, *, shortest: int = 3) -> list[str]:
    """Split a text into clauses of at least `shortest` words; a shorter piece stays with the one before it.

    An "and" parts two clauses where each is long enough to be a statement.
    """
    parts: list[str] = []
    for piece in _CLAUSE.split(text):
        if not piece or not piece.strip():
            continue
        if parts and (len(piece.split()) < shortest or len(parts[-1].split()) < shortest):
            parts[-1] = f"{parts[-1]}, {piece.strip()}"
        else:
            parts.append(piece.strip())
    return [statement for part in parts for statement in _statements(part)]


def _statements(clause: str) -> list[str]:
    first, *others = _AND.split(clause)
    parts = [first]
    for joint, piece in zip(others[::2], others[1::2], strict=True):
        if min(len(piece.split()), len(parts[-1].split())) < _STATEMENT:
            parts[-1] += joint + piece
        else:
            parts.append(piece)
    return parts
