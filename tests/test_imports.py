"""Imports run one way (DESIGN section 2)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# what each part may import of the others
MAY = {
    "park.locale": set(),
    "park.catalogue": {"park.locale"},
    "park.store": {"park.catalogue", "park.locale"},
    "park.questions": {"park.store", "park.catalogue", "park.locale"},
    "park.charts": {"park.questions", "park.catalogue", "park.locale"},
    "park.briefing": {"park.charts", "park.questions", "park.store", "park.catalogue", "park.locale"},
    "park.commands": {"park.briefing", "park.charts", "park.questions", "park.store", "park.catalogue", "park.locale"},
    "etl": {"park.catalogue", "park.store", "park.locale"},
    "ui": {"park.briefing", "park.charts", "park.questions", "park.store", "park.catalogue", "park.locale"},
}
PAGES = MAY["ui"] | {"ui"}
PAGES_WITH_ETL = {"upload.py", "entry.py", "records.py", "texts.py"}


def imported(path: Path) -> set[str]:
    """Full names of what a file imports, relative ones resolved."""
    package = list(path.relative_to(ROOT).with_suffix("").parts[:-1])
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            found |= {name} | {f"{name}.{alias.name}" for alias in node.names}
    return found


def part(name: str) -> str | None:
    """The part of the house that a module belongs to, None for other people's packages."""
    pieces = name.split(".")
    if pieces[0] == "park":
        return ".".join(pieces[:2]) if len(pieces) > 1 and f"park.{pieces[1]}" in MAY else None
    return pieces[0] if pieces[0] in ("etl", "ui", "pages", "app") else None


def offences(folder: str, own: str, may: set[str]) -> list[str]:
    wrong = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        for name in sorted(imported(path)):
            target = part(name)
            if target and target != own and target not in may:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    return wrong


@pytest.mark.parametrize("own", MAY)
def test_each_part_imports_only_what_stands_below_it(own):
    assert offences(own.replace(".", "/"), own, MAY[own]) == []


def test_pages_import_ui_and_park_and_only_upload_and_records_import_etl():
    wrong = [line for line in offences("pages", "pages", PAGES | {"etl"})]
    for path in sorted((ROOT / "pages").glob("*.py")):
        if path.name not in PAGES_WITH_ETL and any(part(name) == "etl" for name in imported(path)):
            wrong.append(f"{path.name} imports etl")
    assert wrong == []


@pytest.mark.parametrize("folder", ["park", "etl"])
def test_nothing_below_the_screens_imports_streamlit(folder):
    wrong = [str(p) for p in (ROOT / folder).rglob("*.py") if any(n.split(".")[0] == "streamlit" for n in imported(p))]
    assert wrong == []
