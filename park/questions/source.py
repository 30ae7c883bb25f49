"""Where a figure comes from: file, sheet, cell, raw text, batch, who and when."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import Area, ask, find_area, find_indicator, find_part, parse_month

COLUMNS = ("value", "basis", "period_start", "period_end", "batch", "file", "sheet", "cell", "raw", "by", "at")


def source(
    cur: duckdb.DuckDBPyConnection, *, indicator: str, area: str | Area | None = None, cluster: str | None = None,
    firm: str | None = None, month: str | None = None,
) -> pd.DataFrame:
    """Every committed observation behind a key, newest period first: CONTRACT's columns, then measure, comparator, value_high,
    unit, yoy, role, area, cluster, firm, newest (False: an earlier revision), simulated.

    With `month` those of that month and its year's targets. A key without observations of its own (a sum) gives its parts'.
    Raises QuestionError.
    """
    where = find_area(cur, area)
    measure = find_indicator(indicator)
    firm_id = find_part(cur, "firm", where, firm) if firm else 0
    key = {
        "park": where.park_id, "area": where.park_id if firm_id else where.area_id,
        "cluster": find_part(cur, "cluster", where, cluster) if cluster else 0, "firm": firm_id,
    }
    when = parse_month(month) if month else None
    key |= {"indicator": measure.code, "month": when.year * 100 + when.month if when else 0}
    own = ask(cur, "source", **key, parts=False)
    return own if len(own) else ask(cur, "source", **key, parts=True)


def history(
    cur: duckdb.DuckDBPyConnection, *, indicator: str, month: str, area: str | Area | None = None, cluster: str | None = None,
    firm: str | None = None, measure: str = "actual",
) -> pd.DataFrame:
    """One figure with its earlier revisions, the standing one first: source()'s columns. `month` is the period's last month."""
    rows = source(cur, indicator=indicator, area=area, cluster=cluster, firm=firm, month=month)
    return rows[(rows["measure"] == measure) & ((rows["period_end"] == month) | (measure == "target"))].reset_index(drop=True)
