"""Every text that `_()` marks stands in the Chinese catalogue, with the same placeholders; no screen text is hard-coded."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from park.locale import _ as translate
from park.locale import catalogue, language, set_language

ROOT = Path(__file__).resolve().parents[1]
CODE = [p for top in ("park", "etl", "ui", "pages") for p in sorted((ROOT / top).rglob("*.py"))] + [ROOT / "app.py"]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


def marked(path: Path) -> set[str]:
    """Literal texts passed to `_()`."""
    calls = (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "_" and call.args and isinstance(call.args[0], ast.Constant)
    }


def test_every_marked_text_has_its_chinese():
    words = catalogue("zh")
    missing = sorted({f"{path.relative_to(ROOT)}: {text}" for path in CODE for text in marked(path) if text not in words})
    assert missing == []


def test_translations_keep_their_placeholders():
    wrong = [
        text for text, chinese in catalogue("zh").items()
        if sorted(set(PLACEHOLDER.findall(text))) != sorted(set(PLACEHOLDER.findall(chinese)))
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", ["pages", "ui"])
def test_no_screen_text_is_written_in_the_code(folder):
    hard_coded = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(n.body[0].value) for n in ast.walk(tree)
                if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef) and n.body and isinstance(n.body[0], ast.Expr)}
        hard_coded += [
            f"{path.name}:{n.lineno} {n.value[:30]}" for n in ast.walk(tree)
            if isinstance(n, ast.Constant) and isinstance(n.value, str) and CHINESE.search(n.value) and id(n) not in docs
        ]
    assert hard_coded == []


def test_chinese_is_the_default_and_english_the_source():
    assert language() == "zh"
    assert translate("committed") == "已入库"
    set_language("en")
    assert translate("committed") == "committed"
    set_language("fr")
    assert language() == "zh"


def test_no_text_has_two_translations():
    """A text that two files translate would read as the last file has it, on every page."""
    given: dict[str, set[str]] = {}
    for path in sorted((ROOT / "park" / "locale" / "zh").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    given.setdefault(str(message.id), set()).add(str(message.string))
    assert {text: chinese for text, chinese in given.items() if len(chinese) > 1} == {}
