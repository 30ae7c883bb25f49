"""Where a figure comes from: file, sheet, cell, raw text, batch, who and when."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import HIGHEST, Area, ask, find_area, find_indicator, find_part, parse_month

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
    when = parse_month(month) if month else None
    period = {
        "month": when.year * 100 + when.month if when else 0,
        "first_period": when.year * 100 if when else 0, "last_period": when.year * 100 + 12 if when else HIGHEST,
    }
    firm_id = find_part(cur, "firm", where, firm) if firm else 0
    area_id = where.park_id if firm_id else where.area_id
    cluster_id = find_part(cur, "cluster", where, cluster) if cluster else 0
    key = {"park": where.park_id, "area": area_id, "cluster": cluster_id, "firm": firm_id, "indicator": measure.code, **period}
    own = ask(cur, "source", **key, parts=False, **_between("area", area_id), **_between("cluster", cluster_id), **_between("firm", firm_id))
    if len(own) or firm_id:
        return own
    anywhere = area_id == where.park_id
    return ask(
        cur, "source", **key, parts=True, **_between("area", area_id, anywhere), **_between("cluster", cluster_id, cluster_id == 0),
        **_between("firm", 0, anywhere and cluster_id == 0),
    )


def _between(name: str, wanted: int, any_of_them: bool = False) -> dict[str, int]:
    return {f"{name}_low": 0, f"{name}_high": HIGHEST} if any_of_them else {f"{name}_low": wanted, f"{name}_high": wanted}


def history(
    cur: duckdb.DuckDBPyConnection, *, indicator: str, month: str, area: str | Area | None = None, cluster: str | None = None,
    firm: str | None = None, measure: str = "actual",
) -> pd.DataFrame:
    """One figure with its earlier revisions, the standing one first: source()'s columns. `month` is the period's last month."""
    rows = source(cur, indicator=indicator, area=area, cluster=cluster, firm=firm, month=month)
    return rows[(rows["measure"] == measure) & ((rows["period_end"] == month) | (measure == "target"))].reset_index(drop=True)


def project_source(cur: duckdb.DuckDBPyConnection, *, project: str, firm: str = "", area: str | Area | None = None) -> pd.DataFrame:
    """Every committed ledger line of a project, newest first: file, sheet, cell, stage, investment (万元), batch, by, at, newest, simulated.

    Empty for a project that no ledger holds. Raises QuestionError for an unknown area.
    """
    return ask(cur, "project_source", park=find_area(cur, area).park_id, project=project, firm=firm)
