"""Land developed against its target, and what each 亩 yields (DEFINITIONS 33)."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import load_catalogue

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
    area_id, cluster_id, firm_id, meets_threshold (the catalogue's entry line of a year, of which m/12 counts to date: True, False;
    None where no line is set or its figure is not known).

    Parts by land developed (then by output per 亩), then the total; without `by` the total alone. NaN where a figure or the land is not known. Raises QuestionError.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    rows = _rows(cur, scope_of(cur, where, by).with_total(), when)
    own = (rows["area_id"] == where.area_id) & (rows["cluster_id"] == 0) & (rows["firm_id"] == 0)
    if not own.any():
        nothing = {"area_id": where.area_id, "cluster_id": 0, "firm_id": 0, "reason": "no_land"}
        rows = pd.concat([rows, pd.DataFrame([nothing])], ignore_index=True)
        own = pd.Series(rows.index == len(rows) - 1)
    rows["row_kind"] = own.map({True: "total", False: "part"})
    rows["part"] = rows[by or "area"].mask(own, TOTAL)
    lines = {column: float(line) * when.month / 12 for column, line in load_catalogue().thresholds.land_entry.declared().items()}
    rows["meets_threshold"] = pd.array([_meets(row, lines) for row in rows.to_dict("records")], dtype=object)
    rows = rows.sort_values(["row_kind", "developed", "output_per_mu", "part"], ascending=[True, False, False, True], na_position="last")
    return rows[[*COLUMNS, "land", "status", "gap", "reason", "row_kind", *KEY, "meets_threshold"]].reset_index(drop=True)


def _meets(row: dict, lines: dict[str, float]) -> bool | None:
    """Whether a row reaches every line; one that is missed decides, one that is not known leaves it open."""
    reached = [row[column] >= line if pd.notna(row[column]) else None for column, line in lines.items()]
    if not reached or (None in reached and False not in reached):
        return None
    return False not in reached


def _rows(cur: duckdb.DuckDBPyConnection, scope: Scope, when: Month) -> pd.DataFrame:
    """One row per key with any of the five figures."""
    codes = [DEVELOPED, TO_DATE, *YIELDS.values()]
    figures = standing(cur, scope, [find_indicator(code) for code in codes], when)
    rows = figures[["area", "cluster", "firm", *KEY]].drop_duplicates(KEY).set_index(KEY)
    actual = figures.pivot(index=KEY, columns="indicator", values="actual").reindex(columns=codes)
    goal = figures[figures["indicator"] == DEVELOPED].set_index(KEY)
    for column in ("target", "completion", "status", "gap", "reason"):
        rows[column] = goal[column].reindex(rows.index)
    actual = actual.reindex(rows.index)
    rows["developed"] = actual[DEVELOPED]
    land_known = actual[TO_DATE]
    if scope.by == "firm":
        own = ask(cur, "firm_known", park=scope.area.park_id).set_index("firm_id")["land"]
        of_firm = pd.Series(own.reindex(rows.index.get_level_values("firm_id")).to_numpy(), index=rows.index)
        land_known = land_known.where(rows.index.get_level_values("firm_id") == 0, of_firm)
    rows["land"] = land_known
    usable = rows["land"].where(rows["land"] > 0)
    for column, code in YIELDS.items():
        rows[column] = actual[code] / usable
    silent = rows["developed"].isna() & rows["reason"].isna()
    rows["reason"] = rows["reason"].mask(silent, "no_figure").where(usable.notna(), "no_land")
    return rows.reset_index()
