"""What was ever said about one figure, by whom and in which file; also by batches that no longer count."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import Area, ask, find_area, find_indicator, find_part, parse_month


def figure_history(
    cur: duckdb.DuckDBPyConnection, *, indicator: str, month: str, area: str | Area | None = None, cluster: str = "", firm: str = "",
    measure: str = "actual",
) -> pd.DataFrame:
    """Every value that a batch gave for a figure, the standing one first, then the latest: value, value_high, comparator, yoy, unit, basis,
    role, status (of the batch: committed, undone, staged, discarded), batch, file, sheet, cell, raw, by, at, undone_by, undone_at, stands.

    month: the period's last month, for targets any of their year. Figures in the indicator's unit. Empty where nobody ever said anything.
    Raises QuestionError.
    """
    where, when = find_area(cur, area), parse_month(month)
    firm_id = find_part(cur, "firm", where, firm) if firm else 0
    return ask(
        cur, "figure_history", park=where.park_id, area=where.park_id if firm_id else where.area_id,
        cluster=find_part(cur, "cluster", where, cluster) if cluster else 0, firm=firm_id, indicator=find_indicator(indicator).code,
        measure=measure, period=when.year * 100 + when.month,
    )
