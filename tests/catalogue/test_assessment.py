"""The double assessment is declared data, and a broken entry is refused with file, key and reason."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from park.catalogue import FOLDER, CatalogueError, load_assessment

HALVES = """
[[half]]
code = "economic"
name_zh = "经济目标"
name_en = "Economic goals"
points = "60"
indicators = ["tax_revenue", "profit"]
weights = { tax_revenue = "2" }
[[half]]
code = "work"
name_zh = "工作目标"
name_en = "Work goals"
points = "40"
indicators = ["land_developed"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the catalogue's files with the two halves above."""
    copy = Path(shutil.copytree(FOLDER, tmp_path / "catalogue"))
    (copy / "assessment.toml").write_text(HALVES, encoding="utf-8")
    return copy


def test_economic_and_work_goals_weigh_alike():
    assert [(h.code, h.name("zh"), h.name("en"), h.points) for h in load_assessment()] == [
        ("economic", "经济目标", "Economic goals", 50), ("work", "工作目标", "Work goals", 50),
    ]
    assert {weight for half in load_assessment() for weight in half.weights.values()} == {Decimal(1)}


def test_a_goal_may_weigh_more_than_the_others(folder):
    economic, work = load_assessment(folder)
    assert dict(economic.weights) == {"tax_revenue": 2, "profit": 1} and dict(work.weights) == {"land_developed": 1}


@pytest.mark.parametrize(("old", "new", "key", "reason"), [
    ('points = "60"', 'points = "50"', "half.points", "must add up to 100, are 90"),
    ('points = "60"', 'points = "many"', "economic.points", "is not a number"),
    ('points = "60"', 'points = "-60"', "economic.points", "above zero"),
    ('name_en = "Work goals"', "", "work.name_en", "is missing"),
    ('code = "work"', 'code = "economic"', "economic", "stands twice"),
    ('"land_developed"', '"tax_revenue"', "work.indicators", "already belongs to 'economic'"),
    ('"land_developed"', '"roads"', "work.indicators", "no indicator has the code"),
    ('"land_developed"', '"production_volume"', "work.indicators", "do not compare"),
    ('["land_developed"]', "[]", "work.indicators", "is empty"),
    ('"profit"]', '"tax_revenue"]', "economic.indicators", "stands twice"),
    ('tax_revenue = "2"', 'land_developed = "2"', "economic.weights.land_developed", "not a known key"),
    ('tax_revenue = "2"', 'tax_revenue = "0"', "economic.weights.tax_revenue", "above zero"),
    ('points = "40"', 'points = "40"\nboss = "x"', "work.boss", "not a known key"),
])
def test_a_broken_entry_is_refused_with_file_key_and_reason(folder, old, new, key, reason):
    assert HALVES.count(old) == 1
    (folder / "assessment.toml").write_text(HALVES.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_assessment(folder)
    assert (caught.value.file, caught.value.key) == ("assessment.toml", key)
    assert reason in caught.value.reason


def test_a_missing_file_is_refused(folder):
    (folder / "assessment.toml").unlink()
    with pytest.raises(CatalogueError, match="assessment.toml: file: is missing"):
        load_assessment(folder)
