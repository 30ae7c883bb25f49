"""Runs tests/cases/*.yaml: given these rows, as of this month, expect this. How a case is written stands in tests/cases/README.md."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pytest
import yaml

from park import questions

FOLDER = Path(__file__).resolve().parents[1] / "cases"
NOT_AVAILABLE = "—"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def table(text: str) -> list[dict[str, str]]:
    """Rows of a table drawn with bars; empty cells are left out."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    header, *rows = lines
    for row in rows:
        assert len(row) == len(header), f"{row} does not fit {header}"
    return [{name: cell for name, cell in zip(header, row, strict=True) if cell} for row in rows]


def observation(row: dict[str, str]) -> dict:
    return {**row, **{k: float(row[k]) for k in ("yoy",) if k in row}}


def answer(cur, case: dict) -> pd.DataFrame:
    result = getattr(questions, case["ask"])(cur, month=case["month"], **case.get("with", {}))
    if isinstance(result, pd.DataFrame):
        return result
    for name, value in case.get("and", {}).items():
        got = getattr(result, name)
        assert got is None if value == NOT_AVAILABLE else math.isclose(got, value, rel_tol=1e-6), f"{name} is {got}"
    return result.frame


def agrees(want: str, got: object) -> bool:
    missing = got is None or got is pd.NA or (isinstance(got, float) and math.isnan(got)) or got == ""
    if want == NOT_AVAILABLE or missing:
        return want == NOT_AVAILABLE and missing
    if isinstance(got, str | bool):
        return str(got) == want
    return math.isclose(float(want), float(got), rel_tol=1e-6, abs_tol=1e-9)


@pytest.mark.parametrize("case", CASES)
def test_case(case, world):
    given = case["given"] if isinstance(case["given"], list) else [case["given"]]
    for number, rows in enumerate(given):
        records = {name: table(case[name]) if number == 0 and name in case else () for name in ("firms", "projects")}
        world.load([observation(row) for row in table(rows)] if rows else [], leading=case.get("leading", ()) if number == 0 else (), **records)
    frame = answer(world.cur, case)
    expected = table(case["expect"])
    keys = [c for c in expected[0] if c in ("half", "part", "cluster", "area", "firm", "indicator", "month", "stage", "project", "basis")]
    assert list(frame[keys].itertuples(index=False, name=None)) == [tuple(row[k] for k in keys) for row in expected]
    for row, found in zip(expected, frame.to_dict("records"), strict=True):
        wrong = {c: (text, found[c]) for c, text in row.items() if not agrees(text, found[c])}
        assert not wrong, f"expected and found: {wrong}"


def test_every_definition_of_the_questions_has_a_case():
    covered = {number for param in CASES for number in param.values[0]["definitions"]}
    assert covered >= set(range(1, 35)) - {10, 11, 34}
