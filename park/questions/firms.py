"""Leading firms of an area or of one of its clusters."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import Area, as_of, ask, find_area, find_part, scope_of
from .growth import breakdown

COLUMNS = ("firm", "area", "cluster", "above_scale", "land", "value", "per_mu", "share", "growth", "contribution", "reason", "share_running")


def firms(
    cur: duckdb.DuckDBPyConnection, *, indicator: str = "industrial_output_value", area: str | Area | None = None,
    cluster: str | None = None, month: str | None = None,
) -> pd.DataFrame:
    """Firms by value: firm, area, cluster, above_scale (None where no file says), land (亩), value, per_mu (value per 亩 of its own
    land), share of the area's total, growth, contribution, reason, share_running (its share and that of all larger ones), firm_id.
    With `cluster` its firms only. Raises QuestionError.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    rows = breakdown(cur, scope_of(cur, where, "firm"), indicator, when.year, when.month)
    rows = rows[rows["row_kind"] == "part"].rename(columns={"part": "firm"})
    known = ask(cur, "firm_known", park=where.park_id).drop(columns="area_id").rename(columns={"cluster_id": "of_cluster"})
    rows = rows.merge(known, on="firm_id", how="left")
    if cluster:
        rows = rows[rows["of_cluster"] == find_part(cur, "cluster", where, cluster)]
    rows["per_mu"] = rows["value"] / rows["land"].where(rows["land"] > 0)
    rows["share_running"] = rows["share"].cumsum()
    return rows[[*COLUMNS, "firm_id"]].reset_index(drop=True)
