"""How far each target is, and whether the pace will do (DEFINITIONS 12-25)."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import Indicator, load_catalogue
from park.locale import _

from .base import Area, Month, QuestionError, Scope, as_of, ask, comparable, find_area, measures, scope_of

PACES = ("linear", "plan", "seasonal")
COLUMNS = (
    "area", "cluster", "firm", "indicator", "unit", "target", "comparator", "actual", "completion", "time_progress", "gap",
    "status", "required_per_month", "landing_linear", "landing_seasonal", "yoy_reported", "yoy_computed", "target_high",
    "target_from", "reason",
)


def progress(
    cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None, indicator: str | None = None,
    by: str | None = None, pace: str = "linear",
) -> pd.DataFrame:
    """Every key with a target of the year or an actual up to the month: CONTRACT's columns, then target_high, target_from, reason.

    Behind them, for pages: growth_reason, last_month (YYYY-MM of the year's last figure), change_points (% ratios),
    aim (what completion is measured against: a range's easier bound), base (same period of last year), last_year (its full
    year), lower (less is better), kind, simulated, area_id, cluster_id, firm_id.
    Amounts in the indicator's unit, rates in percent, gap in points; NaN where not available, `reason` says why (reasons.py).
    Without `by` only the area's own rows, with `by` (area, cluster, firm) only its parts. Raises QuestionError.
    """
    if pace not in PACES:
        raise QuestionError(_("The pace is linear, plan or seasonal, not {pace}.").format(pace=pace))
    where = find_area(cur, area)
    return standing(cur, scope_of(cur, where, by), comparable(indicator), as_of(cur, where, month), pace)


def standing(
    cur: duckdb.DuckDBPyConnection, scope: Scope, indicators: list[Indicator], when: Month, pace: str = "linear"
) -> pd.DataFrame:
    """progress() of a scope, indicators and month that are already known."""
    thresholds = load_catalogue().thresholds
    frame = ask(
        cur, "progress", **scope.parameters(), **measures(indicators), year=when.year, month=when.month, pace=pace,
        ahead=float(thresholds.ahead), on_pace=float(thresholds.on_pace), slow=float(thresholds.slow),
    )
    units = {i.code: i.unit for i in indicators}
    frame["unit"] = [units[code] for code in frame["indicator"]]
    return frame[[*COLUMNS, *(c for c in frame.columns if c not in COLUMNS)]]
