"""What every authored record has in common: identifiers, text, dates, and no field that the models do not know."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def words(text: str) -> int:
    """Count the words of a text as a reader would."""
    return len(text.split())


def at_most(limit: int) -> AfterValidator:
    """Make a validator that refuses a text of more than `limit` words."""

    def check(text: str) -> str:
        if words(text) > limit:
            raise ValueError(f"has {words(text)} words, {limit} is the limit: shorten it")
        return text

    return AfterValidator(check)


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, Field(min_length=1)]
When = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$")]
"""A year, a month, a day, or a span of two of these: `1924`, `1924-05`, `1924-05-21`, `1924-02/1924-05`."""


class Authored(BaseModel):
    """What a curator writes: unknown fields are faults, values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, use_attribute_docstrings=True)
