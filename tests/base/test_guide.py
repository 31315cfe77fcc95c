"""What arguments/README.md tells a curator is what the models hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from bot.base import motion, timeline
from bot.base.authored import Authored
from bot.base.motion import Argument, ChallengeKind, Motion, NonsenseKind
from bot.base.rules import Limits

GUIDE = (Path(__file__).parents[2] / "arguments" / "README.md").read_text(encoding="utf-8")
MODELS = {
    name: model
    for module in (motion, timeline)
    for name, model in vars(module).items()
    if isinstance(model, type) and issubclass(model, Authored) and model not in (Authored, Motion)
}


def section(heading: str) -> str:
    """Give the text under the one heading that holds these words."""
    [found] = re.findall(rf"^#+ [^\n]*{re.escape(heading)}[^\n]*\n(.*?)(?=^#+ |\Z)", GUIDE, re.MULTILINE | re.DOTALL)
    return str(found)


def rows(text: str) -> list[list[str]]:
    """Give the cells of a table, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


@pytest.mark.parametrize("name", MODELS)
def test_the_table_of_a_model_names_its_fields_and_no_others(name: str) -> None:
    fields = MODELS[name].model_fields.items()
    assert rows(section(f"(`{name}`)")) == [
        [f"`{field.alias or key}`", "yes" if field.is_required() else "", field.description or "no description"]
        for key, field in fields
    ]


def test_the_kinds_of_challenge_and_of_messages_are_those_of_the_models() -> None:
    assert [row[0] for row in rows(section("What makes a good challenge"))] == [
        f"`{kind}`" for kind in get_args(ChallengeKind)
    ]
    assert [row[0] for row in rows(section("### not_arguments.yaml"[4:]))] == [
        f"`{kind}`" for kind in get_args(NonsenseKind)
    ]


def test_the_worked_example_is_an_argument_and_stands_in_the_small_motion(museum: Motion) -> None:
    [example] = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    argument = Argument.model_validate(yaml.load(example, yaml.BaseLoader))
    whole = museum.arguments[argument.id]
    assert argument.claim == whole.claim
    assert set(argument.phrasings) <= set(whole.phrasings)
    assert set(argument.evidence) <= set(whole.evidence)
    assert set(argument.challenges) <= set(whole.challenges)


def test_the_strict_rules_are_told_with_the_numbers_that_are_held() -> None:
    told = " ".join(section("How to check").split())
    limits = Limits()
    for number, what in (
        (limits.evidence, "pieces of evidence"),
        (limits.challenges, "challenges of"),
        (limits.kinds, "kinds and"),
        (limits.hardnesses, "hardnesses"),
        (limits.phrasings, "phrasings"),
        (limits.denials, "denials"),
        (limits.not_arguments, "messages that are no argument"),
        (limits.misconceptions, "misconceptions"),
        (limits.named, "people and terms"),
        (limits.sources, "sources that are cited"),
        (limits.balance, "times as much"),
    ):
        assert f"{number} {what}" in told
