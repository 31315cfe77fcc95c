from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.base.loading import check_base, load_base
from bot.base.motion import Motion
from bot.errors import FaultyBase

Spoil = Callable[[str, str, str], None]
BELL = "museum/tarland-bell"
HOME = "for/belongs-home.yaml"
TAKEN = "for/taken-unfairly.yaml"


def faults(base: Path) -> list[str]:
    motions, found = check_base(base)
    assert bool(found) == (not motions)
    return [str(fault) for fault in found]


def test_a_sound_base_has_no_faults(base: Path) -> None:
    assert faults(base) == []


def test_the_shipped_base_has_no_faults() -> None:
    _, found = check_base(Path(__file__).parents[2] / "arguments")
    assert [str(fault) for fault in found] == []


def test_a_motion_is_loaded_with_the_side_of_every_argument(museum: Motion) -> None:
    assert museum.sides == {
        "belongs-home": "for",
        "taken-unfairly": "for",
        "more-people-see-it": "against",
        "safer-here": "against",
    }
    assert set(museum.arguments) == set(museum.sides)
    assert museum.heading.side("for").title == "Give the bell back"
    assert museum.heading.years == "1897 to 2011"


def test_values_are_read_as_they_are_written(museum: Motion) -> None:
    assert "123" in museum.not_arguments["noise"]
    assert museum.arguments["safer-here"].evidence[0].when == "2004"


def test_every_fault_is_named_at_once_with_file_line_place_and_remedy(base: Path, spoil: Spoil) -> None:
    spoil(TAKEN, "usage: 5", "usage: 9")
    spoil(TAKEN, "    hint: Does any record made at the time point the same way?\n", "")
    spoil(HOME, "weight: 3", "weihgt: 3")
    spoil("against/safer-here.yaml", "    source: lindqvist-care", "    source: linqvist-care")
    spoil("misconceptions.yaml", "kind: attribution", "kind: authorship")
    spoil("motion.yaml", "short: The Tarland bell", "short:")
    assert faults(base) == [
        f"{BELL}/against/safer-here.yaml:37: evidence.safe-bronze.source: unknown source 'linqvist-care': "
        "correct it or add it to sources.yaml",
        f"{BELL}/for/belongs-home.yaml:1: weight: is missing: add it",
        f"{BELL}/for/belongs-home.yaml:6: weihgt: is not a known field: correct its spelling or remove it",
        f"{BELL}/for/taken-unfairly.yaml:5: usage: is '9': input should be less than or equal to 5",
        f"{BELL}/for/taken-unfairly.yaml:59: challenges.unfair-late-witness.hint: is missing: add it",
        f"{BELL}/misconceptions.yaml:8: moss-wrote-report.kind: is 'authorship': "
        "write one of 'date', 'role', 'attribution' or 'event'",
        f"{BELL}/motion.yaml:4: short: is empty: write it or remove the line",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (HOME, "usage: 4", "usage: often", "5: usage: is 'often': input should be a valid integer"),
        (HOME, "related: [taken-unfairly]", "related: taken-unfairly", "must be a list"),
        (HOME, "  - id: identity", "  - identity\n  - id: identity", "points.1: must have fields"),
        (HOME, "title: It belongs at home", "title: [It, belongs]", "title: must be text"),
        (HOME, "  - id: place", "  - id: Its place", "must look like"),
        ("not_arguments.yaml", "vague:", "vaguely:", "write one of 'greeting'"),
        ("motion.yaml", "period: 1897/2011", "period: long ago", "period: is 'long ago': it must look like"),
        ("sources.yaml", "kind: secondary, note:", "kind: tertiary, note:", "lindqvist-care.kind: is 'tertiary'"),
        (HOME, "But Calder's report (2004)", "But Calder's report " + "of then " * 20, "40 is the limit"),
        (HOME, "worth less than its story in Tarland?", "worth less.", "must end with a question mark"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_write(
    base: Path, spoil: Spoil, file: str, old: str, new: str, fault: str
) -> None:
    spoil(file, old, new)
    found = faults(base)
    assert len(found) == 1
    assert fault in found[0]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "motion.yaml",
            "id: tarland-bell",
            "id: bell",
            "2: id: is 'bell': it must be the folder's name, 'tarland-bell'",
        ),
        (HOME, "id: belongs-home", "id: home", "1: id: is 'home': it must be the file's name"),
        (HOME, "- id: home-tower", "- id: unfair-letter", "'unfair-letter' stands in"),
        (HOME, "- id: home-few-visitors", "- id: home-cast", "'home-cast' stands in this file already"),
        (HOME, "- id: place", "- id: identity", "'identity' is used twice"),
        ("sources.yaml", "id: lindqvist-care", "id: okoro-bells", "6: okoro-bells.id: id 'okoro-bells' is used twice"),
        ("motion.yaml", "id: moss\n", "id: hale\n", "people.hale.id: id 'hale' is used twice"),
        ("motion.yaml", "[taken-unfairly, belongs-home]", "[taken-unfairly, at-home]", "unknown argument 'at-home'"),
        ("timeline.yaml", "author: calder", "author: caldera", "works.bell-report.author: unknown person 'caldera'"),
        ("timeline.yaml", "bodies: [harbour-museum]", "bodies: [museum]", "offices.director.bodies.1: unknown term"),
        ("timeline.yaml", "{hale}", "{hall}", "no person, term, office or work has the id 'hall'"),
        (HOME, "points: [identity]", "points: [identities]", "unknown point 'identities'"),
        (TAKEN, "points: [no-payment]", "points: [no-money]", "unknown point 'no-money'"),
        (HOME, "evidence: home-cast", "evidence: home-cats", "next_steps.1.evidence: unknown evidence"),
        (TAKEN, "related: [belongs-home, ", "related: [home, ", "related.1: unknown argument 'home'"),
        (HOME, "reading: [okoro-bells]", "reading: [okoro]", "reading.1: unknown source 'okoro'"),
        (TAKEN, "people: [hale]", "people: [hall]", "evidence.unfair-ledger.people.1: unknown person"),
        (TAKEN, "when: 1897-06", "when: 1897-13", "is '1897-13': no calendar has that date"),
        ("timeline.yaml", 'when: "1897"', "when: 1897/1896", "is '1897/1896': it ends before it begins"),
    ],
)
def test_an_id_that_points_nowhere_or_stands_twice_and_a_date_that_never_was_are_named(
    base: Path, spoil: Spoil, file: str, old: str, new: str, fault: str
) -> None:
    spoil(file, old, new)
    assert any(fault in found for found in faults(base)), faults(base)


def test_a_fault_in_one_file_does_not_make_what_it_defines_unknown(base: Path, spoil: Spoil) -> None:
    spoil(HOME, "usage: 4\n", "")
    spoil("sources.yaml", "year: 2008, kind: secondary", "year: 2008, kind: book")
    assert [fault.split(": ")[1] for fault in faults(base)] == ["lindqvist-care.kind", "usage"]


def test_a_file_that_cannot_be_read_does_not_make_what_it_defines_unknown(base: Path) -> None:
    (base / "tarland-bell" / TAKEN).write_text("", encoding="utf-8")
    assert faults(base) == [f"{BELL}/{TAKEN}:1: is empty: write its fields, see arguments/README.md"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"id: a\nid: b\n", "2: id: is written twice: keep one"),
        (b"", "1: is empty: write its fields, see arguments/README.md"),
        (b"title: one: two\n", "1: is not YAML: mapping values are not allowed"),
        (b"title: \xff\n", "1: is not UTF-8 at byte 7: save it as UTF-8"),
        (b"title: a\x07b\n", "1: is not YAML: "),
        (b"title: !!python/object:os.system x\n", "1: is not YAML: the tag"),
        (b"points: &again [*again]\n", "1: is not YAML: an alias has no meaning here"),
        (b"? [a]\n: b\n", "1: is not YAML: a field has no plain name"),
        (b"- a\n- b\n", "1: must have fields: write each as 'name: value' on its own line"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault_and_never_an_error(base: Path, content: bytes, fault: str) -> None:
    (base / "tarland-bell" / "for" / "odd.yaml").write_bytes(content)
    found = [line for line in faults(base) if "/odd.yaml:" in line]
    assert any(line.startswith(f"{BELL}/for/odd.yaml:{fault}") for line in found), found


def test_a_missing_file_and_an_empty_side_are_named(base: Path) -> None:
    (base / "tarland-bell" / "timeline.yaml").unlink()
    for path in (base / "tarland-bell" / "for").iterdir():
        path.unlink()
    found = faults(base)
    assert f"{BELL}/for:1: has no argument: write at least one" in found
    assert any(line.startswith(f"{BELL}/timeline.yaml:1: cannot be read") for line in found)


@pytest.mark.parametrize("name", ["for/late.yml", "fro/late.yaml", "people.yaml"])
def test_a_file_that_nothing_reads_is_a_fault(base: Path, name: str) -> None:
    path = base / "tarland-bell" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("id: late\n", encoding="utf-8")
    assert faults(base) == [f"{BELL}/{name}:1: is never read: arguments are for/<id>.yaml and against/<id>.yaml"]


def test_a_folder_without_a_motion_is_a_fault(tmp_path: Path) -> None:
    assert len(faults(tmp_path)) == 1
    with pytest.raises(FaultyBase, match="There is no motion in"):
        load_base(tmp_path)


def test_loading_a_faulty_base_says_how_many_faults_and_where_to_see_them(base: Path, spoil: Spoil) -> None:
    spoil(HOME, "usage: 4", "usage: 9")
    with pytest.raises(FaultyBase, match=r"has 1 fault\. Run `debate-bot check .*museum`"):
        load_base(base)


def test_a_fault_in_the_bibliography_is_counted_once_for_all_motions(base: Path, spoil: Spoil) -> None:
    spoil("sources.yaml", "year: 2008, kind: secondary", "year: 2008, kind: book")
    second = Path(shutil.copytree(base / "tarland-bell", base / "other-bell"))
    heading = (second / "motion.yaml").read_text(encoding="utf-8")
    (second / "motion.yaml").write_text(heading.replace("id: tarland-bell", "id: other-bell"), encoding="utf-8")
    with pytest.raises(FaultyBase, match="has 1 fault"):
        load_base(base)


def test_a_base_comes_from_the_cache_as_it_was_read(base: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = load_base(base, cache=cache)
    [stored] = cache.iterdir()
    assert stored.stem == first["tarland-bell"].hash
    assert load_base(base, cache=cache) == first
    assert load_base(base) == first


def test_a_changed_base_is_read_again_and_has_another_hash(base: Path, spoil: Spoil, tmp_path: Path) -> None:
    before = load_base(base, cache=tmp_path / "cache")["tarland-bell"]
    spoil("motion.yaml", "short: The Tarland bell", "short: The bell")
    after = load_base(base, cache=tmp_path / "cache")["tarland-bell"]
    assert (before.hash != after.hash, after.heading.short) == (True, "The bell")


@pytest.mark.parametrize("left", ["", "{", '{"heading": {}}'])
def test_what_an_older_version_or_a_broken_disk_left_in_the_cache_is_read_again(
    base: Path, tmp_path: Path, left: str
) -> None:
    cache = tmp_path / "cache"
    first = load_base(base, cache=cache)
    [stored] = cache.iterdir()
    stored.write_text(left, encoding="utf-8")
    assert load_base(base, cache=cache) == first
    assert Motion.model_validate_json(stored.read_bytes()) == first["tarland-bell"]


def test_a_cache_that_cannot_be_written_only_costs_time(base: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert load_base(base, cache=blocked / "cache").keys() == {"tarland-bell"}
