"""Databases for pages: an empty one, one with a single month, and a park in full with zones, clusters and projects."""

from __future__ import annotations

import shutil

import pytest

from park.store import ProjectRecord, open_store, operator
from park.store.batches import load
from tests.conftest import reading

PARK, ZONES, CLUSTERS = "东湖园区", ("北片区", "南片区"), ("纺织", "锂电新材料", "变电设备", "机械")


def months(indicator: str, start: float, step: float, years=((2012, 12), (2013, 9)), **more) -> list[dict]:
    """Months of two years, growing evenly; the second year a tenth above the first."""
    rows = []
    for year, last in years:
        for month in range(1, last + 1):
            value = round((start + step * month) * (1.1 if year == 2013 else 1.0), 2)
            rows.append({
                "indicator": indicator, "basis": "month", "period_start": f"{year}-{month:02d}", "period_end": f"{year}-{month:02d}",
                "value": value, "cell": f"C{len(rows) + 2}", **more,
            })
    return rows


def goal(indicator: str, value: float, **more) -> dict:
    return {
        "indicator": indicator, "measure": "target", "basis": "year", "period_start": "2013-01", "period_end": "2013-12", "value": value, **more,
    }


def full_park() -> list[dict]:
    """Five headline indicators, two zones, four clusters, targets of which one lags."""
    rows = []
    for place, cluster in enumerate(CLUSTERS):
        rows += months("industrial_output_value", 400 - 90 * place, 10, cluster=cluster)
    rows += months("industrial_output_value", 1100, 40)
    for zone in ZONES:
        rows += months("tax_revenue", 60, 1, area=zone) + [goal("tax_revenue", 1500, area=zone)]
        rows += months("land_developed", 20, 1, area=zone, unit="亩") + [goal("land_developed", 320, area=zone, unit="亩")]
    rows += months("fixed_asset_investment", 900, 10)
    rows += months("firms_started", 1, 0, unit="户") + [goal("firms_started", 8, value_high=10, comparator="range", unit="户")]
    rows += [goal("industrial_output_value", 18000), goal("fixed_asset_investment", 12000)]
    rows += [{"indicator": "land_developed_total", "basis": "point", "period_start": "", "period_end": "2013-09", "value": 900, "unit": "亩", "area": z} for z in ZONES]
    return rows


def projects() -> tuple[ProjectRecord, ...]:
    return (
        ProjectRecord("甲项目", area="北片区", investment=12000, stage="签约", signed="2013-01", planned_start="2013-06", reason="征地未完成", responsible="李工", file="台账.xlsx", sheet="1", cell="A2"),
        ProjectRecord("乙项目", area="南片区", investment=8000, stage="投产", signed="2012-03", started="2012-08", in_production="2013-05", file="台账.xlsx", sheet="1", cell="A3"),
    )


def fill(path, kind: str) -> None:
    """A database of a kind: empty, goals (targets alone), month (one figure of one month),
    parks (two parks, three years), full."""
    with open_store(path) as store:
        if kind == "month":
            row = {"indicator": "tax_revenue", "basis": "month", "period_start": "2013-03", "period_end": "2013-03", "value": 12}
            load(store, reading(row, park=PARK), b"month", by=operator("test"))
        if kind == "goals":
            load(store, reading(goal("tax_revenue", 1500), goal("land_developed", 320, unit="亩"), park=PARK), b"goals", by=operator("test"))
        if kind == "parks":
            for park, value in (("东湖园区", 1200), ("西山园区", 300)):
                rows = [*months("tax_revenue", value, 1, years=((2011, 12), (2012, 12), (2013, 9))), *months("tax_revenue", value, 1, cluster="纺织")]
                load(store, reading(*rows, goal("tax_revenue", value * 12), park=park), park.encode(), by=operator("test"))
        if kind == "full":
            load(store, reading(*full_park(), park=PARK, projects=projects(), simulated=True), b"full", by=operator("test"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """One database of each kind for all tests, which only read them."""
    folder = tmp_path_factory.mktemp("databases")
    for kind in ("empty", "goals", "month", "parks", "full"):
        fill(folder / f"{kind}.duckdb", kind)
    return folder


@pytest.fixture
def database(filled, monkeypatch, request):
    """Lets the app use the database of a kind; returns its path."""

    def use(kind: str):
        path = filled / f"{kind}.duckdb"
        if kind == "demo" and not path.exists():  # the product's own demo, for the tests that ask for it
            made = request.getfixturevalue("demo")
            shutil.copytree(made.parent / "files", filled / "files", dirs_exist_ok=True)
            shutil.copy(made, path)
        monkeypatch.setenv("PARKBOARD_DATABASE", str(path))
        return path

    return use
