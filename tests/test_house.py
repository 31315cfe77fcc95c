"""Who may import whom: the table of the house, read from the code itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import bot

ROOT = Path(bot.__file__).parent
MAY_IMPORT = {
    "errors": set(),
    "base": {"errors"},
    "debate": {"base", "errors"},
    "record": {"errors", "base"},
    "practice": {"record", "debate", "base", "errors"},
    "settings": {"errors"},
    "charts": {"record", "base", "errors"},
    "demo": {"practice", "record", "debate", "base", "errors"},
    "cogs": {"settings", "practice", "record", "charts", "debate", "base", "errors"},
    "simulation": {"debate", "base", "errors"},
    "terminal": {"practice", "debate", "base", "errors"},
    "cli": {
        "simulation",
        "settings",
        "cogs",
        "practice",
        "charts",
        "demo",
        "terminal",
        "record",
        "debate",
        "base",
        "errors",
    },
    "__main__": {"cli", "errors"},
}


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("name", sorted(MAY_IMPORT))
def test_a_room_imports_only_from_the_rooms_below_it(name: str) -> None:
    for path in ROOT.rglob("*.py"):
        if room(path) != name:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            rooms = {module.split(".")[1] for module in modules if module.startswith("bot.")}
            assert rooms - {name} <= MAY_IMPORT[name], path
            if name != "cogs":
                assert "discord" not in {module.split(".")[0] for module in modules}, path
