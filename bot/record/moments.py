"""Moments as the record keeps them: UTC, ISO 8601, to the second, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(at: datetime) -> str:
    """Write a moment, which must know its time zone, as the record keeps it."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def moment(text: str) -> datetime:
    """Read a moment of the record."""
    return datetime.fromisoformat(text)
