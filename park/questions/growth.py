"""Growth on a year earlier and what each part contributes to it (DEFINITIONS 26-30)."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import Area, Scope, as_of, ask, find_area, find_indicator, scope_of

COLUMNS = ("part", "value", "base", "growth", "contribution", "share", "share_change", "growth_reported", "change_points", "reason")


def growth(
    cur: duckdb.DuckDBPyConnection, *, indicator: str, area: str | Area | None = None, month: str | None = None,
    by: str | None = None,
) -> pd.DataFrame:
    """Year to date against the same months of last year; stocks: last values. Columns of CONTRACT, then growth_reported,
    change_points (% ratios), reason, last_month, row_kind (part, unallocated, total), area_id, cluster_id, firm_id.

    Parts by value, then 未分解 where total and parts differ, then the total 合计; without `by` the total alone. Growth and
    shares in percent, contribution and share_change in points; NaN where not available, `reason` says why. Raises QuestionError.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    measure = find_indicator(indicator)
    scope = scope_of(cur, where, by)
    return breakdown(cur, scope, measure.code, when.year, when.month)


def breakdown(cur: duckdb.DuckDBPyConnection, scope: Scope, indicator: str, year: int, month: int) -> pd.DataFrame:
    """growth() of a scope that is already known."""
    measure = find_indicator(indicator)
    return ask(
        cur, "growth", **scope.parameters(), parts=scope.by is not None, total_area=scope.area.area_id, total_cluster=0,
        indicator=indicator, year=year, month=month, kind=measure.kind, percent=measure.unit == "%",
    )
