"""Land developed against its target, and what each 亩 yields (DEFINITIONS 33)."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import TOTAL, Area, Month, Scope, as_of, ask, find_area, find_indicator, scope_of
from .progress import standing

COLUMNS = ("part", "developed", "target", "completion", "output_per_mu", "tax_per_mu", "investment_per_mu")
YIELDS = {
    "output_per_mu": "industrial_output_value", "tax_per_mu": "tax_revenue", "investment_per_mu": "fixed_asset_investment",
}
DEVELOPED, TO_DATE = "land_developed", "land_developed_total"
KEY = ["area_id", "cluster_id", "firm_id"]


def land(
    cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None, by: str | None = None
) -> pd.DataFrame:
    """Land developed this year (亩) against its target, and output, tax and investment of the year to date per 亩 developed
    to date (万元/亩); a firm's by its own land. Columns of CONTRACT, then land (what is divided by), status, gap, reason, row_kind,
    area_id, cluster_id, firm_id.

    Parts by land developed, then the total; without `by` the total alone. NaN where a figure or the land is not known. Raises QuestionError.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    total = _rows(cur, scope_of(cur, where, None), when)
    if total.empty:
        total = pd.DataFrame([{**dict.fromkeys(total.columns), "area_id": where.area_id, "cluster_id": 0, "firm_id": 0}])
    total["part"], total["row_kind"] = TOTAL, "total"
    frames = [total]
    if by is not None:
        parts = _rows(cur, scope_of(cur, where, by), when)
        parts["part"], parts["row_kind"] = parts["area" if by == "area" else by], "part"
        frames.insert(0, parts.sort_values(["developed", "part"], ascending=[False, True], na_position="last"))
    result = pd.concat([f for f in frames if not f.empty], ignore_index=True)
    return result[[*COLUMNS, "land", "status", "gap", "reason", "row_kind", *KEY]]


def _rows(cur: duckdb.DuckDBPyConnection, scope: Scope, when: Month) -> pd.DataFrame:
    """One row per key with any of the five figures."""
    codes = [DEVELOPED, TO_DATE, *YIELDS.values()]
    figures = standing(cur, scope, [find_indicator(code) for code in codes], when)
    rows = figures[["area", "cluster", "firm", *KEY]].drop_duplicates(KEY).set_index(KEY)
    actual = figures.pivot(index=KEY, columns="indicator", values="actual").reindex(columns=codes)
    goal = figures[figures["indicator"] == DEVELOPED].set_index(KEY)[["target", "completion", "status", "gap", "reason"]]
    rows = rows.join(goal).join(actual[DEVELOPED].rename("developed"))
    land_known = actual[TO_DATE]
    if scope.by == "firm":
        own = ask(cur, "firm_land", park=scope.area.park_id).set_index("firm_id")["land"]
        land_known = pd.Series(own.reindex(rows.index.get_level_values("firm_id")).to_numpy(), index=rows.index)
    rows["land"] = land_known
    usable = rows["land"].where(rows["land"] > 0)
    for column, code in YIELDS.items():
        rows[column] = actual[code] / usable
    rows["reason"] = rows["reason"].where(usable.notna(), "no_land")
    return rows.reset_index()
