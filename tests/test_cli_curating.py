"""The curator's commands, run as the curator runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.base.counts import counts
from bot.base.exchange import AIF_NOTES, ARGDOWN_NOTES, to_aif, to_argdown
from bot.base.motion import Motion
from bot.base.schema import FILES, schemas
from bot.cli import cli
from bot.errors import DebateBotError

MUSEUM = Path(__file__).parent / "base" / "museum"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


@pytest.fixture
def museum_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MUSEUM, tmp_path / "museum"))


def test_check_says_that_a_sound_base_has_no_fault_and_what_it_holds() -> None:
    done = run("check", str(MUSEUM))
    held = "2 for and 2 against; 8 evidence, 12 challenges, 47 phrasings, 3 misconceptions, 5 sources cited."
    assert (done.exit_code, done.output) == (
        0,
        f"No fault in {MUSEUM}; sound: tarland-bell.\ntarland-bell: {held}\n",
    )


def test_check_names_the_place_of_a_fault_and_fails(museum_copy: Path) -> None:
    page = museum_copy / "tarland-bell" / "motion.yaml"
    page.write_text(page.read_text(encoding="utf-8").replace("short:", "shrot:"), encoding="utf-8")
    done = run("check", str(museum_copy))
    assert done.exit_code == 1
    assert "museum/tarland-bell/motion.yaml:4: shrot: is not a known field" in done.output
    assert done.output.endswith(f"2 faults in {museum_copy}; sound: no motion.\n")


def test_check_names_a_wording_that_the_fact_check_cannot_read(museum_copy: Path) -> None:
    page = museum_copy / "tarland-bell" / "misconceptions.yaml"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("{hale} (bought|paid for)", "{hale} (bought|paid for"), encoding="utf-8")
    done = run("check", str(museum_copy))
    assert done.exit_code == 1
    assert "museum/tarland-bell/misconceptions.yaml:4: hale-bought-it.wordings.1: " in done.output
    assert "( is not closed" in done.output


def test_a_strict_check_passes_on_the_shipped_base_and_counts_sides_kinds_and_sources(motion: Motion) -> None:
    done = run("check", "--strict")
    assert done.exit_code == 0
    lines = [" ".join(line.split()) for line in done.output.splitlines()]
    counted = counts(motion)
    sides = counted.sides
    assert any(line.startswith(f"evidence {sides['for'].evidence} {sides['against'].evidence} ") for line in lines)
    told = next(line for line in lines if line.startswith("challenges against: "))
    assert f"{counted.kinds['against']['undercut']} undercut" in told
    assert f"{counted.hardnesses['against']['hard']} hard" in told
    assert {f"{times} {source}" for source, times in counted.cited.items()} <= set(lines)
    assert f"people: {counted.people}; terms: {counted.terms}" in lines


def test_a_strict_check_fails_on_a_motion_that_is_too_small_for_a_class() -> None:
    done = run("check", "--strict", str(MUSEUM))
    assert done.exit_code == 1
    assert "has 3 misconceptions: 45 or more are needed" in done.output


def test_schema_prints_every_schema_or_writes_each_with_the_setting_of_an_editor(tmp_path: Path) -> None:
    assert json.loads(run("schema").stdout) == schemas()
    done = run("schema", "--out", str(tmp_path / "schemas"))
    settings: dict[str, Any] = json.loads(done.stdout)["yaml.schemas"]
    assert {Path(path).name for path in settings} == {f"{name}.schema.json" for name in FILES}
    for path in settings:
        assert json.loads(Path(path).read_text(encoding="utf-8")) == schemas()[Path(path).name.split(".")[0]]


def test_the_settings_of_an_editor_match_every_file_of_a_base() -> None:
    matched = [path for places, _ in FILES.values() for place in places for path in MUSEUM.glob(place)]
    assert sorted(matched) == sorted(MUSEUM.rglob("*.yaml"))


def test_export_writes_a_motion_and_says_on_stderr_what_the_format_cannot_hold(motion: Motion, tmp_path: Path) -> None:
    out = tmp_path / "motion.argdown"
    done = run("export", "argdown", "--out", str(out))
    assert (done.stdout, done.stderr.splitlines()) == ("", list(ARGDOWN_NOTES))
    assert out.read_text(encoding="utf-8") == to_argdown(motion)
    done = run("export", "aif", "--motion", motion.id)
    assert done.stderr.splitlines() == list(AIF_NOTES)
    assert json.loads(done.stdout) == to_aif(motion)


def test_export_of_a_motion_that_is_not_there_names_those_that_are() -> None:
    done = run("export", "aif", "--motion", "nobody")
    assert isinstance(done.exception, DebateBotError)
    assert "Choose one of: general-secretary" in str(done.exception)
