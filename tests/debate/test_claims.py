from __future__ import annotations

import pytest

from bot.base.motion import Side
from bot.debate.answer import Mind
from bot.debate.answering import respond
from bot.debate.round import Move, Plan, Round


@pytest.mark.parametrize("side", ["for", "against"])
def test_a_name_alone_is_answered_whatever_it_is_heard_as(mind: Mind, side: Side) -> None:
    plan = Plan(mind.motion.id, side)
    heading = mind.motion.heading
    for named in (*heading.people, *heading.terms):
        for text in (named.name, *named.aliases):
            assert respond(mind, plan, Round(), Move("say", text), ()).lines, text
