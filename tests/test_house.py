"""The rules of the house, read from the code itself: who may import whom, what stands where, what nothing may name."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
import bot.errors

ROOT = Path(bot.__file__).parent
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "base": {"errors"},
    "debate": {"base", "errors"},
    "record": {"errors", "base"},
    "minds": {"debate", "base", "errors"},
    "practice": {"record", "debate", "base", "errors"},
    "settings": {"errors"},
    "charts": {"record", "base", "errors"},
    "demo": {"simulation", "practice", "record", "debate", "base", "errors"},
    "cogs": {"settings", "practice", "record", "charts", "debate", "base", "errors"},
    "simulation": {"debate", "base", "errors"},
    "terminal": {"practice", "debate", "base", "errors"},
    "cli": {
        *("simulation", "settings", "cogs", "practice", "minds", "charts", "demo"),
        *("terminal", "record", "debate", "base", "errors"),
    },
    "__main__": {"cli", "errors"},
}
SAYS_NOTHING = re.compile(r"^(utils?|helpers?|constants?|models?|common|misc)$|(Manager|Handler|Helper|Impl)$")
REGISTRIES = ("pypi", "pythonhosted", "npmjs", "crates", "rubygems")
FOREIGN = re.compile(rf"\b({'|'.join(REGISTRIES)})\.(org|io|com)\b|(?<![\w.~-])/(home|root|work|Users)/\w")


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def nodes(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imported(path: Path) -> set[str]:
    """Give the full name of every module that a file may load; `from bot import x` names `bot.x`."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports by a relative name"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_table_and_the_map_of_the_package_name_every_room() -> None:
    rooms = {room(path) for path in ROOT.rglob("*.py")} - {"__init__"}
    assert rooms == MAY_IMPORT.keys()
    assert bot.__doc__
    assert [name for name in rooms if not re.search(rf"^{name} ", bot.__doc__, re.MULTILINE)] == []


@pytest.mark.parametrize("name", sorted(MAY_IMPORT))
def test_a_room_imports_only_from_the_rooms_below_it(name: str) -> None:
    for path in ROOT.rglob("*.py"):
        if room(path) != name:
            continue
        modules = imported(path)
        rooms = {module.split(".")[1] for module in modules if module.startswith("bot.")}
        assert rooms - {name} <= MAY_IMPORT[name], path
        if name != "cogs":
            assert "discord" not in {module.split(".")[0] for module in modules}, path


def test_only_the_record_speaks_to_the_database() -> None:
    for path in ROOT.rglob("*.py"):
        if room(path) != "record":
            assert not {"sqlite_utils"} & imported(path), path
            assert not [node for node in nodes(path) if isinstance(node, ast.Attribute) and node.attr == "db"], path


def test_the_page_of_errors_names_every_error_that_a_person_is_meant_to_see() -> None:
    told = set(re.findall(r"^[├└]── (\w+)", bot.errors.__doc__ or "", re.MULTILINE))
    classes = [node for path in ROOT.rglob("*.py") for node in nodes(path) if isinstance(node, ast.ClassDef)]
    errors = {node.name for node in classes if "DebateBotError" in {ast.unparse(base) for base in node.bases}}
    assert told == errors


def test_no_module_class_or_function_has_a_name_that_says_nothing() -> None:
    for path in ROOT.rglob("*.py"):
        assert not SAYS_NOTHING.search(path.stem), path
        for node in nodes(path):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                assert not SAYS_NOTHING.search(node.name), f"{path}: {node.name}"


def test_no_committed_file_names_a_registry_s_host_or_a_place_on_somebody_s_machine() -> None:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT.parent, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout")
    found = [
        f"{name}: {match[0]}"
        for name in listed.stdout.split("\0")
        if name and (ROOT.parent / name).is_file()
        for match in FOREIGN.finditer((ROOT.parent / name).read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []
