"""Stores to brief from, filled without reading a file: a park with everything, one by clusters, one of which little is known."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from park.catalogue import load_catalogue
from park.store import ProjectRecord, Reading, batches, open_store, operator
from tests.conftest import reading

COUNTY, CITY = "县工业园区", "工业城"
ZONES = {"工业区": 0.62, "创业区": 0.3, "小松创业区": 0.08}
CLUSTERS = {"纺织": 0.42, "锂电新材料": 0.35, "LED应用": 0.1, "变电设备": 0.08, "车用微电机": 0.05}
# How much of a year falls on 1-2月, 3月 … 12月.
COURSE = (13, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9)
# code: (2012, 2013 up to September), 万元 or as the catalogue measures
FIGURES = {
    "industrial_output_value": (36_400, 42_572), "tax_revenue": (2_690, 1_770), "fixed_asset_investment": (22_600, 29_600),
    "firms_started": (14, 9), "land_developed": (820, 813), "land_developed_total": (2960, 3773), "new_jobs": (640, 792),
}
STOCKS = ("land_developed_total",)
TARGETS = {"industrial_output_value": 56_016, "tax_revenue": 3_000, "firms_started": 18, "land_developed": 1_200}
ZONE_TARGETS = {"工业区": 500, "创业区": 500, "小松创业区": 200}
# project, zone, 万元, stage, signed, planned start, started, completed, in production, reason, responsible
LEDGER = (
    ("矿山破碎设备生产线", "工业区", 5200, "投产", "2012-03-12", "2012-06-01", "2012-06-18", "2013-02-26", "2013-03-20", "", "工信局"),
    ("竹木家具扩建", "创业区", 2800, "投产", "2012-07-20", "2012-10-01", "2012-10-22", "2013-03-30", "2013-04-18", "", "商务局"),
    ("标准厂房一期", "创业区", 8600, "竣工", "2012-08-28", "2012-11-01", "2012-11-20", "2013-09-18", "", "", "建设局"),
    ("矿山机械铸造", "工业区", 6800, "开工", "2013-01-16", "2013-04-01", "2013-04-25", "", "", "", "工信局"),
    ("电线电缆生产线", "小松创业区", 5600, "签约", "2013-04-22", "2013-06-30", "", "", "", "用地指标未落实", "国土局"),
    ("石材加工园", "小松创业区", 7200, "签约", "2013-05-17", "2013-07-31", "", "", "", "供电线路未接通", "管委会"),
    ("汽车配件加工", "工业区", 5000, "签约", "2013-08-06", "2013-11-30", "", "", "", "施工图纸在审", "建设局"),
)


def load(path: Path, *readings: Reading) -> Path:
    """A store at the path with the readings committed, each as a file of its own."""
    with open_store(path) as store:
        for number, one in enumerate(readings):
            batches.load(store, one, f"{number}".encode(), by=operator("tester"), area=one.park, simulated=one.simulated)
    return path


def county_store(path: Path) -> Path:
    """县工业园区 up to September 2013: three zones, targets, projects; simulated."""
    years = [reading(*_year(year, n, until, "area", ZONES), park=COUNTY, simulated=True) for n, (year, until) in enumerate(((2012, 12), (2013, 9)))]
    return load(path, *years, reading(*_targets(), park=COUNTY, simulated=True), _ledger())


def city_store(path: Path) -> Path:
    """工业城 up to December 2012 by its five clusters, without targets, zones and projects."""
    old, new = (_year(year, n, 12, "cluster", CLUSTERS, lean) for n, (year, lean) in enumerate(((2011, 0.0), (2012, 0.04))))
    return load(path, reading(*old, park=CITY), reading(*new, park=CITY))


def one_month_store(path: Path) -> Path:
    """One month of three figures: no last year, no target, no zone, no project."""
    rows = [
        {"indicator": "industrial_output_value", "value": 4310, "period_end": "2013-01", "cell": "B2"},
        {"indicator": "tax_revenue", "value": 176.4, "period_end": "2013-01", "cell": "B3"},
        {"indicator": "firms_started", "value": 2, "unit": "家", "period_end": "2013-01", "cell": "B4"},
    ]
    return load(path, reading(*rows, park="东湖园区"))


def hostile_store(path: Path) -> Path:
    """A park whose names, written by strangers, look like formulas."""
    rows = [
        {"indicator": "industrial_output_value", "value": 4310, "period_end": "2013-03", "file": "=cmd|' /C calc'!A0"},
        {"indicator": "industrial_output_value", "value": 4100, "period_end": "2012-03", "period_start": "2012-01"},
        *({"indicator": "industrial_output_value", "area": zone, "value": value, "period_end": "2013-03"} for zone, value in (("+1号片区", 4000), ("@sum", 310))),
    ]
    project = ProjectRecord(project="=HYPERLINK(\"x\")", stage="签约", signed="2013-01-02", reason="-2+3", file="t.xlsx", sheet="s", cell="A1")
    return load(path, reading(*rows, park="=园区", projects=(project,)))


def _year(year: int, place: int, until: int, by: str, shares: dict[str, float], lean: float = 0.0) -> list[dict]:
    """Every indicator for the park and its parts; `lean` moves share from the first part to the second."""
    rows = []
    for code, totals in FIGURES.items():
        course = [sum(COURSE[: n + 1]) for n in range(until - 1)]
        for n, share in enumerate(course):
            whole = Decimal(round(totals[place] if code in STOCKS else totals[place] * share / course[-1]))
            end = f"{year}-{n + 2:02d}"
            rows.append({"indicator": code, "value": whole, "period_end": end})
            moved = [share + {0: -lean, 1: lean}.get(at, 0) for at, share in enumerate(shares.values())]
            parts = [Decimal(int(whole * Decimal(str(s)))) for s in moved]
            parts[0] += 0 if code == "new_jobs" else whole - sum(parts)
            rows += [{"indicator": code, by: part, "value": value, "period_end": end} for part, value in zip(shares, parts, strict=True)]
    return [_complete(row, year, n) for n, row in enumerate(rows, start=4)]


def _complete(row: dict, year: int, number: int) -> dict:
    unit = load_catalogue().indicators[row["indicator"]].unit
    stock = {"basis": "point", "period_start": row["period_end"]} if row["indicator"] in STOCKS else {"period_start": f"{year}-01"}
    return row | {"unit": unit, **stock, "file": f"{year}年报表.xlsx", "sheet": f"{int(row['period_end'][5:])}月", "cell": f"D{number}"}


def _targets() -> list[dict]:
    goals = [("", code, value) for code, value in TARGETS.items()] + [(zone, "land_developed", value) for zone, value in ZONE_TARGETS.items()]
    rows = [{"indicator": code, "area": zone, "value": value, "measure": "target", "basis": "year", "period_end": "2013-12"} for zone, code, value in goals]
    return [_complete(row, 2013, n) for n, row in enumerate(rows, start=4)]


def _ledger() -> Reading:
    names = ("project", "area", "investment", "stage", "signed", "planned_start", "started", "completed", "in_production", "reason", "responsible")
    rows = [dict(zip(names, row, strict=True)) for row in LEDGER]
    records = [
        ProjectRecord(**{**row, "investment": Decimal(row["investment"])}, file="项目台账.xlsx", sheet="台账", cell=f"B{n}") for n, row in enumerate(rows, start=4)
    ]
    return reading(park=COUNTY, projects=tuple(records), simulated=True)
