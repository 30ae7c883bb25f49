"""Stores to brief from, filled without reading a file: the demo's figures cell by cell, and parks of which little is known."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from data.demo import city, county
from data.demo.figures import Line
from data.demo.ledgers import PROJECTS
from data.demo.workbooks import target_figure
from park.catalogue import load_catalogue
from park.store import ProjectRecord, Reading, batches, open_store
from tests.conftest import reading

COUNTY, CITY = "县工业园区", "工业城"
LEDGER_FILE = "项目台账.xlsx"
DATES = ("signed", "planned_start", "started", "completed", "in_production")


def load(path: Path, *readings: Reading) -> Path:
    """A store at the path with the readings committed, each as a file of its own."""
    with open_store(path) as store:
        for number, one in enumerate(readings):
            batches.load(store, one, f"{number}".encode(), by="tester", area=one.park, simulated=one.simulated)
    return path


def county_store(path: Path) -> Path:
    """县工业园区 up to September 2013: three zones, targets, a project ledger; its documents' figures are simulated."""
    lines = county.lines()
    return load(path, *_years(lines, COUNTY, (2012, 2013), by="area", until=9), _ledger())


def city_store(path: Path) -> Path:
    """工业城 up to December 2012 by its five clusters, without targets and zones."""
    return load(path, *_years(city.lines(), CITY, (2010, 2011, 2012), by="cluster", until=12))


def one_month_store(path: Path) -> Path:
    """One month of three figures: no last year, no target, no zone, no project."""
    rows = [
        {"indicator": "industrial_output_value", "value": 4310, "period_end": "2013-01", "cell": "B2"},
        {"indicator": "tax_revenue", "value": 176.4, "period_end": "2013-01", "cell": "B3"},
        {"indicator": "firms_started", "value": 2, "unit": "家", "period_end": "2013-01", "cell": "B4"},
    ]
    return load(path, reading(*rows, park="东湖园区"))


def _years(lines: tuple[Line, ...], park: str, years: tuple[int, ...], *, by: str, until: int) -> list[Reading]:
    return [_year(lines, park, year, by, until if year == max(years) else 12) for year in years]


def _year(lines: tuple[Line, ...], park: str, year: int, by: str, until: int) -> Reading:
    rows = [row for line in lines for row in _line(line, year, by, until)]
    if year == 2013:
        rows += [row for line in lines for row in _targets(line, by)]
    for number, row in enumerate(rows, start=4):
        row |= {"file": f"{park}_{year}年.xlsx", "sheet": f"{int(row['period_end'][5:])}月", "cell": f"D{number}"}
    return reading(*rows, park=park, simulated=True)


def _line(line: Line, year: int, by: str, until: int) -> list[dict]:
    indicator = _indicator(line.name)
    rows = []
    for part in line.years.get(year, {}):
        for step in range(2, until + 1):
            value = line.to_date(year, part, step)
            if value is None:
                continue
            end = f"{year}-{step:02d}"
            rows.append({
                "indicator": indicator.code, "unit": indicator.unit, by: part, "value": value, "period_end": end,
                "basis": "point" if line.stock else "ytd", "period_start": end if line.stock else f"{year}-01",
            })
    return rows


def _targets(line: Line, by: str) -> list[dict]:
    indicator, zones = _indicator(line.name), county.ZONES
    rows = []
    for part, text in (("", line.target), *zip(zones, line.part_targets or ("",) * len(zones), strict=True)):
        goal = target_figure(text)
        if goal is not None:
            rows.append({
                "indicator": indicator.code, "unit": indicator.unit, by: part, "value": goal, "measure": "target", "basis": "year",
                "comparator": ">=" if "以上" in text else "=", "period_start": "2013-01", "period_end": "2013-12",
            })
    return rows


def _indicator(name: str):
    return next(i for i in load_catalogue().indicators.values() if name == i.name_zh or name in i.aliases)


def _ledger() -> Reading:
    records = []
    for number, (name, firm, zone, money, stage, signed, planned, started, done, running, reason, office) in enumerate(PROJECTS, start=4):
        dates = [f"{d:%Y-%m-%d}" if d else "" for d in (signed, planned, started, done, running)]
        records.append(ProjectRecord(
            project=name, firm=firm, area=zone, investment=Decimal(money), stage=stage, reason=reason, responsible=office,
            file=LEDGER_FILE, sheet="台账", cell=f"B{number}", **dict(zip(DATES, dates, strict=True)),
        ))
    return reading(park=COUNTY, projects=tuple(records), simulated=True)
