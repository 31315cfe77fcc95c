"""The exports are checked against the rules of AIF, and with Argdown's own parser where that is installed.

`npm install --prefix DIR @argdown/cli` installs it; then `argdown` must be on the path, or ARGDOWN name the program.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.base.exchange import to_aif, to_argdown
from bot.base.motion import Motion

ARGDOWN = os.environ.get("ARGDOWN") or shutil.which("argdown")
SPITEFUL = r"""A *b* _c_ #d @[e] [f]: <g>: {h: 1} } i \ j // k /* l --> m === n .~. :o: J.V. -- + > "q" 's' (1) """


@pytest.fixture(params=["museum", "motion"])
def either(request: pytest.FixtureRequest) -> Motion:
    """Give the small motion and the shipped one in turn."""
    found: Motion = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def spiteful(museum: Motion) -> Motion:
    """Give the small motion with texts that are full of signs that mean something in Argdown."""
    argument = museum.arguments["safer-here"]
    evidence = tuple(item.model_copy(update={"text": SPITEFUL, "where": SPITEFUL}) for item in argument.evidence)
    argument = argument.model_copy(update={"claim": SPITEFUL, "title": SPITEFUL, "evidence": evidence})
    return museum.model_copy(update={"arguments": {**museum.arguments, "safer-here": argument}})


def texts(motion: Motion) -> Iterator[tuple[str, str]]:
    """Give all that both formats can hold, with the ids that it has in them."""
    for argument in motion.arguments.values():
        yield argument.id, argument.claim
        for point in argument.points:
            yield f"{argument.id}.{point.id}", f"{point.says[0].upper()}{point.says[1:]}."
        for item in argument.evidence:
            yield item.id, item.text
        for challenge in argument.challenges:
            yield challenge.id, f"{challenge.text} {challenge.question}"
            for number, answer in enumerate(challenge.answers, 1):
                yield f"{challenge.id}.{number}", answer.line


def graph(motion: Motion) -> tuple[dict[str, dict[str, str]], list[tuple[str, str]]]:
    exported = to_aif(motion)
    nodes = {node["nodeID"]: node for node in exported["nodes"]}
    assert len(nodes) == len(exported["nodes"])
    return nodes, [(edge["fromID"], edge["toID"]) for edge in exported["edges"]]


def test_aif_keeps_the_rules_of_nodes_and_edges(either: Motion) -> None:
    nodes, edges = graph(either)
    premises = Counter(end for _, end in edges)
    conclusions = Counter(start for start, _ in edges)
    assert {node["type"] for node in nodes.values()} == {"I", "RA", "CA"}
    for start, end in edges:
        assert start in nodes
        assert end in nodes
        assert "I" not in {nodes[start]["type"]} & {nodes[end]["type"]}
    for name, node in nodes.items():
        assert premises[name] + conclusions[name] > 0
        if node["type"] != "I":
            assert premises[name] >= 1
            assert conclusions[name] == 1
    assert len(set(edges)) == len(edges)
    numbers = [edge["edgeID"] for edge in to_aif(either)["edges"]]
    assert len(set(numbers)) == len(numbers)


def test_aif_holds_every_text_with_its_source(either: Motion) -> None:
    nodes, _ = graph(either)
    for name, text in texts(either):
        assert nodes[name]["text"].startswith(text)
    for argument in either.arguments.values():
        for item in (*argument.evidence, *argument.challenges):
            assert either.sources[item.source].cite() in nodes[item.id]["text"]


def test_in_aif_arguments_support_and_attack_the_motion_and_an_undercut_attacks_the_inference(museum: Motion) -> None:
    nodes, edges = graph(museum)
    after = dict(edges)

    def target(name: str) -> tuple[str, str]:
        return nodes[after[name]]["type"], after[after[name]]

    assert target("taken-unfairly") == ("RA", "motion:tarland-bell")
    assert target("safer-here") == ("CA", "motion:tarland-bell")
    assert target("unfair-gift") == ("CA", "taken-unfairly")
    assert target("unfair-late-witness") == ("CA", "unfair-letter")
    kind, inference = target("unfair-past-and-present")
    assert (kind, nodes[inference]["type"], after[inference]) == ("CA", "RA", "taken-unfairly")
    assert {start for start, end in edges if end == inference} >= {"unfair-ledger", "unfair-letter"}
    assert target("unfair-gift.1") == ("CA", "unfair-gift")


def test_both_exports_are_the_same_every_time_and_say_what_they_leave_out(either: Motion) -> None:
    assert to_argdown(either) == to_argdown(either)
    assert json.dumps(to_aif(either)) == json.dumps(to_aif(either))
    assert "Left out, because AIF has no place for it: phrasings" in to_aif(either)["notes"][0]
    assert "// Left out, because Argdown has no place for it: phrasings" in to_argdown(either)


def test_argdown_nests_what_supports_attacks_and_undercuts(museum: Motion) -> None:
    lines = to_argdown(museum).splitlines()
    assert "[tarland-bell]: The Harbour Museum should give the Tarland bell back to Tarland." in lines
    assert {"  + <taken-unfairly>", "  - <safer-here>", "      + [unfair-ledger]"} <= set(lines)
    starts = [line.split(": ")[0] for line in lines]
    assert {"  - <unfair-gift>", "    - <unfair-gift.1>", "  _ <unfair-past-and-present>", "  + [unfair-ledger]"} <= {
        *starts
    }
    assert starts[starts.index("[unfair-letter]") + 1] == "  - <unfair-late-witness>"


def test_argdown_itself_reads_all_of_it_back(museum: Motion, motion: Motion, spiteful: Motion, tmp_path: Path) -> None:
    if ARGDOWN is None:
        pytest.skip("install @argdown/cli with npm, and put argdown on the path or in ARGDOWN")
    motions = {"museum": museum, "motion": motion, "spiteful": spiteful}
    for name, exported in motions.items():
        (tmp_path / f"{name}.argdown").write_text(to_argdown(exported), encoding="utf-8")
    ran = subprocess.run(
        [ARGDOWN, "json", "*.argdown", "read"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr.strip()) == (0, "")
    for name, exported in motions.items():
        assert_read(exported, json.loads((tmp_path / "read" / f"{name}.json").read_text(encoding="utf-8")))


def assert_read(motion: Motion, read: Mapping[str, Any]) -> None:
    """Compare what Argdown read with the motion: texts, data, and the kind of every relation."""
    found = read["arguments"] | read["statements"]
    for name, text in texts(motion):
        told = "".join(part.get("text", "") for part in found[name]["members"])
        assert " ".join(told.split()).startswith(" ".join(text.split())), name
    relations = {(each["relationType"], each["from"], each["to"]) for each in read["relations"]}
    for argument in motion.arguments.values():
        assert found[argument.id]["data"]["explanation"] == argument.explanation
        side = motion.sides[argument.id]
        assert ("support" if side == "for" else "attack", argument.id, motion.id) in relations
        for item in argument.evidence:
            assert ("support", item.id, argument.id) in relations
            assert found[item.id]["data"]["source"] == item.source
            assert found[item.id]["data"].get("where", "") == item.where
        for challenge in argument.challenges:
            relation = "undercut" if challenge.kind == "undercut" else "attack"
            targets = {end for how, start, end in relations if (how, start) == (relation, challenge.id)}
            assert targets & {argument.id, *(item.id for item in argument.evidence)}
            assert {challenge.kind, challenge.hardness} == set(found[challenge.id]["tags"])
            for number, answer in enumerate(challenge.answers, 1):
                line = f"{challenge.id}.{number}"
                assert ("attack", line, challenge.id) in relations
                assert {("support", evidence, line) for evidence in answer.evidence} <= relations
