"""Browsing the base in Discord."""

from __future__ import annotations

from reading import components, labels, text
from school import School

from bot.base.motion import Motion
from bot.cogs.library import page


async def test_without_a_name_all_arguments_of_both_sides_are_listed(school: School, motion: Motion) -> None:
    result = await school.ann.slash(school.channel, "arguments")
    assert result.ephemeral
    shown = text(result.response)
    assert all(argument.title in shown for argument in motion.arguments.values())


async def test_an_argument_is_shown_with_claim_evidence_and_sources(school: School, motion: Motion) -> None:
    argument = motion.arguments["patronage"]
    result = await school.ann.slash(school.channel, "arguments", argument=argument.title)
    shown = text(result.response)
    assert argument.claim in shown
    assert argument.evidence[0].text in shown
    assert motion.sources[argument.evidence[0].source].cite() in shown


async def test_pages_are_turned_and_lead_back_to_the_list(school: School, motion: Motion) -> None:
    argument = next(item for item in motion.arguments.values() if len(item.evidence) > 4)
    result = await school.ann.slash(school.channel, "arguments", argument=argument.id)
    first = result.response
    assert "Back" not in labels(first)
    await school.ann.click(first, label="More evidence")
    assert argument.evidence[4].text in text(first)
    await school.ann.click(first, label="Back")
    assert argument.evidence[0].text in text(first)
    await school.ann.click(first, label="All arguments")
    menu = next(item for row in components(first) for item in row.get("components", []) if item["type"] == 3)
    await school.ann.select(first, [argument.id], custom_id=menu["custom_id"])
    assert argument.claim in text(first)


def test_every_page_of_the_base_fits_one_message(motion: Motion, museum: Motion) -> None:
    for base in (motion, museum):
        for name, argument in [("", None), *base.arguments.items()]:
            for number in range(len(argument.evidence) // 4 + 1 if argument else 1):
                view = page(base, name, number)
                assert view.content_length() <= 4000
                assert view.total_children_count <= 40


async def test_an_unknown_argument_is_said_to_be_unknown(school: School) -> None:
    result = await school.ann.slash(school.channel, "arguments", argument="zzz")
    assert "no argument of that name" in result.response.content


async def test_arguments_and_names_are_offered_as_they_are_typed(school: School) -> None:
    offered = await school.ann.autocomplete(school.channel, "arguments", "argument", "patron")
    assert "patronage" in [choice["value"] for choice in offered]
    offered = await school.ann.autocomplete(school.channel, "who", "name", "trot")
    assert "Leon Trotsky" in [choice["value"] for choice in offered]


async def test_who_says_who_it_was_with_the_source_also_when_misspelled(school: School) -> None:
    result = await school.ann.slash(school.channel, "who", name="stallin")
    assert result.ephemeral
    assert "Joseph Stalin" in text(result.response)
    assert "-# Source: " in text(result.response)


async def test_a_name_that_is_not_known_gets_the_nearest(school: School) -> None:
    result = await school.ann.slash(school.channel, "who", name="Leon Trotskyyy")
    assert "Leon Trotsky" in result.response.content
    result = await school.ann.slash(school.channel, "who", name="Xq")
    assert "don't know that name" in result.response.content
