"""What there is: areas with their months, indicators, plan periods, the map of gaps."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import load_catalogue

from .base import Area, ask, comparable, find_area, measures
from .progress import progress


def areas(cur: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Parks and zones: area, parent ("" for a park), kind, first_month, last_month (YYYY-MM, None without figures), simulated,
    then area_id, parent_id."""
    return ask(cur, "areas")


def target_years(cur: duckdb.DuckDBPyConnection, area: str | Area | None = None) -> list[int]:
    """The years for which the area or a part of it has targets, the latest first; empty without any."""
    where = find_area(cur, area)
    return [int(year) for year in ask(cur, "target_years", park=where.park_id, area=where.area_id)["year"]]


def clusters_of(cur: duckdb.DuckDBPyConnection, area: str | Area | None = None) -> list[str]:
    """The names of the clusters of the area's park, in the order in which they became known."""
    where = find_area(cur, area)
    return [name for (name,) in cur.execute("select name from cluster where park_id = ? order by cluster_id", [where.park_id]).fetchall()]


def indicators() -> pd.DataFrame:
    """The catalogue: indicator, name_zh, name_en, unit, kind, better, group, headline (1 to 5, 0 for none)."""
    rows = load_catalogue().indicators.values()
    return pd.DataFrame(
        [(i.code, i.name_zh, i.name_en, i.unit, i.kind, i.better, i.group, i.headline) for i in rows],
        columns=["indicator", "name_zh", "name_en", "unit", "kind", "better", "group", "headline"],
    )


def plans(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, indicator: str | None = None) -> pd.DataFrame:
    """Targets and results of plan periods (十一五, 十二五): cluster, indicator, measure, first_year, last_year, comparator, value,
    value_high, base, base_of, base_year, compound_growth (percent a year), growth, simulated, cluster_id.

    base is the result of the period before (base_of period), else the figure of the year before (year); NaN without either,
    and no compound growth unless both are above zero.
    """
    where = find_area(cur, area)
    known = measures(comparable(indicator))
    return ask(cur, "plans", park=where.park_id, area=where.area_id, codes=known["codes"], kinds=known["kinds"])


def gap_map(
    cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None, by: str = "area", pace: str = "linear"
) -> pd.DataFrame:
    """Parts x indicators, gap to the time schedule in points; index the part's name, columns codes in catalogue order.

    NaN where there is no target or no figure; indicators without any gap are left out.
    """
    rows = progress(cur, area=area, month=month, by=by, pace=pace)
    rows = rows[rows["gap"].notna()]
    there = set(rows["indicator"])
    cells = {code: {} for code in load_catalogue().indicators if code in there}
    for part, code, gap in zip(rows[by].tolist(), rows["indicator"].tolist(), rows["gap"].tolist(), strict=True):
        cells[code][part] = gap
    parts = sorted(set(rows[by]))
    frame = pd.DataFrame({code: [of.get(part) for part in parts] for code, of in cells.items()}, index=pd.Index(parts, name=by), dtype=float)
    return frame.rename_axis(columns="indicator")
