"""Stores that are hard to brief on: thirty zones with very long names, falling and negative and huge figures, targets without a last year, a year complete."""

from __future__ import annotations

from pathlib import Path

from park.store import ProjectRecord
from tests.conftest import reading

from .worlds import load

LONG = "省级经济技术开发区高端装备制造与新能源材料产业协同创新示范园"
TENS, ONES = ("", "十", "二十", "三十"), ("", *"一二三四五六七八九")
UNITS = {"firms_started": "家", "land_developed": "亩", "land_developed_total": "亩", "new_jobs": "个"}


def many_zones_store(path: Path) -> Path:
    """Thirty zones whose names are as long as offices make them, each with figures, a last year and targets; one project with everything long."""
    rows = []
    for n in range(1, 31):
        zone = f"{LONG}第{TENS[n // 10]}{ONES[n % 10]}片区"
        for code, size in (("industrial_output_value", 9_000), ("land_developed", 60), ("land_developed_total", 900)):
            rows += _two_years(code, size * (1 + n * 7 % 11), 0.8 + n % 9 / 10, area=zone)
        rows += [_target("industrial_output_value", 9_000 * (1 + n * 7 % 11) * 1.4, area=zone), _target("land_developed", 90 * (1 + n * 7 % 11), area=zone)]
    project = ProjectRecord(
        project=f"{LONG}年产三十万吨高性能锂离子电池负极材料一体化生产线及配套公用工程项目（二期）", stage="签约", signed="2013-01-02", planned_start="2013-05",
        reason="项目用地涉及基本农田调整，林地占用审批手续尚在省级主管部门办理之中，且供电专线廊道未打通", responsible="园区管委会规划建设与自然资源局及招商服务中心",
        file="t.xlsx", sheet="s", cell="A1")
    other = ProjectRecord(project="标准厂房", stage="签约", signed="2013-01-02", planned_start="2013-04", file="t.xlsx", sheet="s", cell="A2")
    return load(path, reading(*rows, park=LONG, projects=(project, other)))


def falling_store(path: Path) -> Path:
    """Everything falls: negative zones, a negative profit, a target that is far away, one month that turned down."""
    rows = [*_two_years("industrial_output_value", 90_000, 0.7), *_two_years("tax_revenue", 3_000, 0.5), *_two_years("profit", 2_000, -0.4)]
    rows += [*_two_years("industrial_output_value", 70_000, 0.9, area="东区"), *_two_years("industrial_output_value", 20_000, -0.1, area="西区")]
    rows += [_target("industrial_output_value", 200_000), _target("tax_revenue", 3_000), _target("profit", 1_000)]
    return load(path, reading(*rows, park="下行园区"))


def huge_store(path: Path) -> Path:
    """Figures of a hundred thousand 亿元 beside some of a few 万元; targets exceeded many times over."""
    rows = [*_two_years("industrial_output_value", 9.876e11, 1.2), *_two_years("tax_revenue", 3.2, 40.0)]
    rows += [_target("industrial_output_value", 2.5e11), _target("tax_revenue", 0.5)]
    return load(path, reading(*rows, park="特大园区"))


def no_last_year_store(path: Path) -> Path:
    """Targets and zones, but nothing of a year earlier; one target exceeded, one reached, one far behind."""
    rows = []
    for area, share in (("", 1.0), ("甲区", 0.7), ("乙区", 0.3)):
        for code, size in (("industrial_output_value", 90_000), ("tax_revenue", 2_000), ("firms_started", 10)):
            rows += _months(code, 2013, size * share, area=area)
        rows += [_target("industrial_output_value", 80_000 * share, area=area), _target("tax_revenue", 8_000 * share, area=area)]
    rows.append(_target("firms_started", 10))
    return load(path, reading(*rows, park="新设园区"))


def year_end_store(path: Path) -> Path:
    """December: reached, exceeded and missed targets, nothing left to be needed; growth of nothing."""
    rows = [*_two_years("industrial_output_value", 50_000, 1.0, until=12), *_two_years("tax_revenue", 2_000, 1.1, until=12), *_two_years("land_developed", 300, 0.8, until=12)]
    rows += [_target("industrial_output_value", 50_000), _target("tax_revenue", 1_000), _target("land_developed", 400)]
    return load(path, reading(*rows, park="年终园区"))


def _two_years(code: str, size: float, change: float, *, until: int = 9, area: str = "") -> list[dict]:
    return _months(code, 2012, size, area=area, until=12) + _months(code, 2013, size * change, area=area, until=until)


def _months(code: str, year: int, size: float, *, area: str = "", until: int = 9) -> list[dict]:
    """The year to date by month: `size` up to September, in proportion before and after."""
    unit = UNITS.get(code, "万元")
    point = {"basis": "point"} if code == "land_developed_total" else {"period_start": f"{year}-01"}
    return [
        {"indicator": code, "area": area, "value": round(size * month / 9, 4), "unit": unit, "period_end": f"{year}-{month:02d}",
         "file": f"{year}年报表.xlsx", "sheet": f"{month}月", "cell": "D5"} | point | ({"period_start": f"{year}-{month:02d}"} if "basis" in point else {})
        for month in range(2, until + 1)
    ]


def _target(code: str, value: float, *, area: str = "") -> dict:
    return {
        "indicator": code, "area": area, "value": value, "unit": UNITS.get(code, "万元"), "measure": "target", "basis": "year",
        "period_start": "2013-01", "period_end": "2013-12", "file": "目标.xlsx", "cell": "B4"}
