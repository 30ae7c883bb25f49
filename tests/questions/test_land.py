"""The entry line for land: what each 亩 must yield."""

from __future__ import annotations

import shutil
from importlib import import_module

import pytest

from park import questions as ask
from park.catalogue import FOLDER, load_catalogue


@pytest.fixture
def yields(world):
    """甲厂 pays 12 万元 on each 亩 until June, 乙厂 5, of 丙厂 no land is known."""
    rows = [{"indicator": "tax_revenue", "firm": f, "period": "2013-06", "value": v} for f, v in (("甲厂", 120), ("乙厂", 50), ("丙厂", 90))]
    rows += [{"indicator": "industrial_output_value", "firm": "甲厂", "period": "2013-06", "value": 300}]
    world.load(rows, firms=[{"firm": "甲厂", "land": 10}, {"firm": "乙厂", "land": 10}])
    return world.cur


def lines(monkeypatch, tmp_path, text: str) -> None:
    """The catalogue with these entry lines."""
    folder = shutil.copytree(FOLDER, tmp_path / "catalogue")
    file = folder / "thresholds.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("[land]\n", f"[land]\n{text}\n"), encoding="utf-8")
    catalogue = load_catalogue(folder)
    assert catalogue.thresholds.land_entry.declared()
    monkeypatch.setattr(import_module("park.questions.land"), "load_catalogue", lambda: catalogue)


def met(cur, month="2013-06") -> dict:
    rows = ask.land(cur, month=month, by="firm")
    return dict(zip(rows["part"], rows["meets_threshold"], strict=True))


def test_half_a_years_line_counts_in_june(yields, monkeypatch, tmp_path):
    lines(monkeypatch, tmp_path, 'tax_per_mu = "24"')
    assert met(yields) == {"甲厂": True, "乙厂": False, "丙厂": None, "合计": None}


def test_a_missed_line_decides_and_an_unknown_figure_leaves_it_open(yields, monkeypatch, tmp_path):
    lines(monkeypatch, tmp_path, 'tax_per_mu = "20"\noutput_per_mu = "60"\ninvestment_per_mu = "1"')
    assert met(yields) == {"甲厂": None, "乙厂": False, "丙厂": None, "合计": None}


def test_without_a_line_nothing_is_judged(yields):
    assert load_catalogue().thresholds.land_entry.tax_per_mu is None
    assert set(met(yields).values()) == {None}
