from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from bot.base.motion import Argument, ChallengeKind, NonsenseKind
from bot.base.schema import FILES, schemas


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Give a schema and every schema in it."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts(part)


@pytest.mark.parametrize("name", FILES)
def test_every_field_of_every_file_has_a_description_and_no_other_field_is_allowed(name: str) -> None:
    objects = [part for part in parts(schemas()[name]) if isinstance(part.get("properties"), dict)]
    assert objects or name == "not_arguments"
    for each in objects:
        assert each["additionalProperties"] is False
        assert each["description"]
        assert [field for field, schema in each["properties"].items() if not schema.get("description")] == []


def test_an_editor_is_told_what_is_needed_and_what_may_be_chosen() -> None:
    argument = schemas()["argument"]
    assert set(argument["required"]) == {name for name, field in Argument.model_fields.items() if field.is_required()}
    assert argument["$defs"]["Challenge"]["properties"]["kind"]["enum"] == list(get_args(ChallengeKind))
    assert schemas()["not_arguments"]["propertyNames"]["enum"] == list(get_args(NonsenseKind))
    assert set(schemas()["motion"]["properties"]) >= {"for", "against"}


def test_a_bare_year_or_number_is_as_good_as_a_text_but_a_kind_is_one_of_the_words() -> None:
    evidence = schemas()["argument"]["$defs"]["Evidence"]["properties"]
    assert "number" in evidence["when"]["type"]
    assert evidence["when"]["pattern"].startswith("^")
    assert schemas()["sources"]["$defs"]["Source"]["properties"]["kind"]["type"] == "string"
