"""Stores that are awkward to brief on: a dozen clusters, every target exceeded, names of signs and pictures, units that differ, a January alone, zones without a last year."""

from __future__ import annotations

from pathlib import Path

from park.store import ProjectRecord
from tests.conftest import reading

from .hard_worlds import _months, _target, _two_years
from .worlds import load

CLUSTERS = ("有色金属", "电子信息", "生物医药", "新型建材", "现代家居", "食品加工", "机械制造", "纺织服装", "精细化工", "新能源", "硅材料", "再生资源")
STRANGE = ("=A<B&C园区", "🏭高新\"智造\"区", "<b>东</b>&西片区", "=SUM(A:A)片区")


def clusters_store(path: Path) -> Path:
    """Twelve clusters of every size, some that fall, and part of the total that no cluster has; firms are counted, nothing has a target."""
    rows = _two_years("industrial_output_value", 700_000, 1.08)
    for n, cluster in enumerate(CLUSTERS):
        rows += [{**row, "cluster": cluster} for row in _two_years("industrial_output_value", 100_000 / (n + 1), 0.9 + n % 5 / 10)]
    return load(path, reading(*rows, park="多产业园区"))


def exceeded_store(path: Path) -> Path:
    """Every target exceeded in September, by little and by much; no zone, no project, no cluster."""
    rows = []
    for code, size in (("industrial_output_value", 120_000), ("tax_revenue", 4_000), ("fixed_asset_investment", 60_000), ("firms_started", 25)):
        rows += [*_two_years(code, size, 1.3), _target(code, size)]
    return load(path, reading(*rows, park="超额园区"))


def strange_store(path: Path) -> Path:
    """Names with signs of formulas, of markup and pictures, everywhere a name can stand: park, zones, clusters, projects, reasons, files."""
    park, *zones = STRANGE
    rows = [*_two_years("industrial_output_value", 90_000, 1.1), *_two_years("tax_revenue", 3_000, 0.9), _target("industrial_output_value", 130_000), _target("tax_revenue", 5_000)]
    for n, zone in enumerate(zones, start=1):
        rows += [*_two_years("industrial_output_value", 15_000 * n, 1 + n / 10, area=zone), _target("industrial_output_value", 25_000 * n, area=zone)]
        rows += [*_two_years("land_developed", 20 * n, 1.5, area=zone), _target("land_developed", 80 * n, area=zone)]
    for n, cluster in enumerate(("=甲+乙产业", "🔋锂电", "A&B<C"), start=1):
        rows += [{**row, "cluster": cluster} for row in _two_years("industrial_output_value", 15_000 * n, 1 + n / 10)]
    rows = [{**row, "file": "=报表<1>&.xlsx", "sheet": "'9月'!"} for row in rows]
    project = ProjectRecord(
        project="=HYPERLINK(\"http://x\",\"😀\")<&>", stage="签约", signed="2013-01-02", planned_start="2013-04", reason="<未定>&🙂", responsible="@张三",
        file="=t&.xlsx", sheet="<s>", cell="A1")
    return load(path, reading(*rows, park=park, projects=(project,)))


def mixed_units_store(path: Path) -> Path:
    """Amounts from some hundred 元 to thousands of 亿元, land and firms beside them; last year's in another size than this year's."""
    rows = [*_two_years("industrial_output_value", 3_456_789, 3.2), *_two_years("tax_revenue", 0.0456, 2.0), *_two_years("fixed_asset_investment", 9_999.6, 1.00005)]
    rows += [*_two_years("land_developed", 0.35, 1.4), *_two_years("firms_started", 2, 0.5)]
    rows += [_target("industrial_output_value", 20_000_000), _target("tax_revenue", 0.2), _target("fixed_asset_investment", 10_000), _target("land_developed", 12_000), _target("firms_started", 3)]
    rows += [*_two_years("industrial_output_value", 3_456_000, 3.2, area="大片区"), *_two_years("industrial_output_value", 0.9, 3.2, area="小片区")]
    return load(path, reading(*rows, park="混合园区"))


def january_store(path: Path) -> Path:
    """January with last year's and targets; one indicator still at nothing, one that was at nothing a year earlier."""
    rows = []
    for code, last, now, goal in (("industrial_output_value", 4_000, 4_310, 60_000), ("tax_revenue", 0, 176, 3_000), ("firms_started", 1, 0, 6)):
        rows += [_january(code, 2012, last), _january(code, 2013, now), _target(code, goal)]
        rows += [_january(code, 2013, now, area="东区"), _january(code, 2012, last, area="东区")]
    return load(path, reading(*rows, park="开年园区"))


def bare_zones_store(path: Path) -> Path:
    """Two zones' single month: no total, no last year, no target."""
    rows = [row for zone, size in (("甲区", 4_000), ("乙区", 310)) for row in _months("industrial_output_value", 2013, size, area=zone) if row["period_end"] == "2013-09"]
    return load(path, reading(*rows, park="初报园区"))


def _january(code: str, year: int, value: float, *, area: str = "") -> dict:
    unit = {"firms_started": "家"}.get(code, "万元")
    return {"indicator": code, "area": area, "value": value, "unit": unit, "period_start": f"{year}-01", "period_end": f"{year}-01", "file": f"{year}年1月.xlsx", "sheet": "1月", "cell": "C7"}
