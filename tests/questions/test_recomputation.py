"""Every column of progress, growth, land and clusters against an independent recomputation on hard data."""

from __future__ import annotations

import math

import pytest

from park.questions import clusters, growth, land, progress

from . import hard_data
from .conftest import World
from .recompute import PARK, Facts
from .recompute_answers import concentration, growth_rows, land_row, progress_row

CODES = (*hard_data.FLOWS, *hard_data.STOCKS, *hard_data.RATIOS)
PROGRESS = (
    "target", "comparator", "actual", "completion", "time_progress", "gap", "status", "required_per_month", "landing_linear",
    "landing_seasonal", "yoy_reported", "yoy_computed", "target_high", "target_from",
)
GROWTH = ("value", "base", "growth", "contribution", "share", "share_change", "growth_reported", "change_points")
LAND = ("developed", "target", "completion", "output_per_mu", "tax_per_mu", "investment_per_mu")
KEYS = {
    None: {"P": PARK},
    "area": {z: (z, "", "") for z in hard_data.ZONES},
    "cluster": {c: ("", c, "") for c in hard_data.CLUSTERS},
    "firm": {f: ("", "", f) for f in hard_data.FIRMS},
}
MONTHS = ("2012-06", "2013-02", "2013-09", "2013-12")


@pytest.fixture(scope="module", params=range(2))
def hard(request) -> tuple[World, Facts]:
    world = World()
    batches, firms = hard_data.facts(request.param)
    rows = []
    for name in hard_data.ZONES:
        world.zone("P", name)
    for number, batch in enumerate(batches, 1):
        records = [{"firm": f, "area": z or None, "cluster": c or None, "land": n} for f, (z, c, n) in firms.items()] if number == 1 else []
        world.write(batch, firms=records)
        rows += [{**row, "batch": number, "ordinal": place} for place, row in enumerate(batch, 1)]
    world.refresh()
    return world, Facts(rows, firms, list(hard_data.ZONES))


def differences(where: str, expected: dict, found, columns) -> list[str]:
    """Cells that are available on one side only, or differ by more than 1e-9 of their size."""
    wrong = []
    for column in columns:
        want, got = expected[column], found[column]
        if isinstance(got, float) and math.isnan(got):
            got = None
        if isinstance(want, str) or isinstance(got, str) or want is None or got is None:
            same = want == got
        else:
            same = math.isclose(float(want), float(got), rel_tol=1e-9, abs_tol=1e-9)
        if not same:
            wrong.append(f"{where} {column}: expected {want}, got {got}")
    return wrong


@pytest.mark.parametrize(("month", "pace"), [(m, "linear") for m in MONTHS] + [("2013-09", "plan"), ("2013-12", "plan"), ("2013-09", "seasonal")])
def test_progress_agrees_cell_for_cell(hard, month, pace):
    world, facts = hard
    year, m = int(month[:4]), int(month[5:])
    wrong = []
    for by, keys in KEYS.items():
        found = progress(world.cur, month=month, by=by, pace=pace)
        names = found[by or "area"]
        rows = {(name, code): row for name, code, row in zip(names, found["indicator"], found.to_dict("records"), strict=True)}
        expected = {(n, c): progress_row(facts, key, c, year, m, pace) for n, key in keys.items() for c in CODES}
        expected = {place: row for place, row in expected.items() if row is not None}
        wrong += [f"row of {place} on one side only" for place in set(rows) ^ set(expected)]
        for place in set(rows) & set(expected):
            wrong += differences(f"{by} {place}", expected[place], rows[place], PROGRESS)
    assert wrong == []


@pytest.mark.parametrize("month", MONTHS[1:3])
def test_growth_agrees_cell_for_cell(hard, month):
    world, facts = hard
    year, m = int(month[:4]), int(month[5:])
    wrong = []
    for by, keys in KEYS.items():
        for code in CODES:
            found = growth(world.cur, indicator=code, month=month, by=by).set_index("part").to_dict("index")
            expected = growth_rows(facts, PARK, {} if by is None else keys, code, year, m)
            wrong += [f"{by} {code}: row of {part} on one side only" for part in set(found) ^ set(expected)]
            for part in set(found) & set(expected):
                wrong += differences(f"{by} {code} {part}", expected[part], found[part], GROWTH)
    assert wrong == []


@pytest.mark.parametrize("month", MONTHS)
def test_land_agrees_cell_for_cell(hard, month):
    world, facts = hard
    year, m = int(month[:4]), int(month[5:])
    wrong = []
    for by, keys in KEYS.items():
        found = land(world.cur, month=month, by=by).set_index("part").to_dict("index")
        expected = {"合计": land_row(facts, PARK, year, m)}
        if by is not None:
            expected |= {name: row for name, key in keys.items() if (row := land_row(facts, key, year, m)) is not None}
        wrong += [f"{by}: row of {part} on one side only" for part in set(found) ^ set(expected)]
        for part in set(found) & set(expected):
            wrong += differences(f"{by} {part}", expected[part], found[part], LAND)
    assert wrong == []


@pytest.mark.parametrize("month", MONTHS)
def test_clusters_agree_cell_for_cell(hard, month):
    world, facts = hard
    year, m = int(month[:4]), int(month[5:])
    for code in hard_data.FLOWS:
        answer = clusters(world.cur, indicator=code, month=month)
        found = answer.frame.set_index("cluster").to_dict("index")
        expected = growth_rows(facts, PARK, KEYS["cluster"], code, year, m)
        assert set(found) == set(expected)
        wrong = []
        for part, row in expected.items():
            goal = progress_row(facts, PARK if part == "合计" else ("", part, ""), code, year, m) if part != "未分解" else None
            row |= {"target": goal and goal["target"], "completion": goal and goal["completion"]}
            wrong += differences(f"{code} {part}", row, found[part], ("value", "share", "share_change", "growth", "contribution", "target", "completion"))
        assert wrong == []
        for want, got in zip(concentration(expected), (answer.cr1, answer.cr3, answer.hhi), strict=True):
            assert (want is None and got is None) or math.isclose(want, got, rel_tol=1e-9)
