"""One key's months and years to date beside the path to its target (DEFINITIONS 31)."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import Area, as_of, ask, find_area, find_indicator, find_part

COLUMNS = ("month", "value_month", "value_ytd", "yoy_month", "yoy_ytd", "target_path")


def trend(
    cur: duckdb.DuckDBPyConnection, *, indicator: str, area: str | Area | None = None, cluster: str | None = None,
    firm: str | None = None, month: str | None = None,
) -> pd.DataFrame:
    """Every month from the first with a figure to the as-of month: CONTRACT's columns, then yoy_month_reported,
    yoy_ytd_reported, on_last_month (month on the month before), month_origin, ytd_origin, simulated.

    Values in the indicator's unit, growth in percent (computed; none for % ratios). January and February published together:
    value_month is empty in both and value_ytd stands in February. target_path: the uploaded plan, else target x m/12;
    stocks and ratios the flat target. Empty frame where there is no figure. Raises QuestionError.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    measure = find_indicator(indicator)
    cluster_id = find_part(cur, "cluster", where, cluster) if cluster else 0
    firm_id = find_part(cur, "firm", where, firm) if firm else 0
    return ask(
        cur, "trend", park=where.park_id, area=where.park_id if firm_id else where.area_id, cluster=0 if firm_id else cluster_id,
        firm=firm_id, indicator=measure.code, year=when.year, month=when.month, kind=measure.kind,
        lower=measure.better == "lower", percent=measure.unit == "%",
    )
