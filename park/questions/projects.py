"""Projects by stage, what has not started and why, cohorts by year."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

import duckdb
import pandas as pd

from .base import Area, Month, ask, find_area, latest_month, parse_month
from .stages import DATES, STAGES, as_of

# stages as documents count them where there is no ledger: by projects, else by firms
TOTALS = (
    {"签约": ("projects_introduced", "projects_entered", "projects_landed"), "开工": ("projects_started",), "投产": ("projects_commissioned",)},
    {"签约": ("firms_introduced",), "开工": ("firms_started",), "投产": ("firms_commissioned",)},
)


@dataclass(frozen=True)
class ProjectAnswer:
    """Projects of an area. frame: stage, count, investment (万元), reached (this stage or a later one), known_from (ledger, total).

    started_rate 开工率 and finished_rate 完工率 in percent of all projects; None without any. month: what waiting is counted to.
    undated: projects whose stage has no date in the ledger and therefore stands as the ledger says, whatever the month.
    """

    frame: pd.DataFrame
    projects: int
    not_started: int
    started_rate: float | None
    finished_rate: float | None
    month: str | None
    undated: int = 0


def ledger(cur: duckdb.DuckDBPyConnection, area: str | Area | None = None) -> pd.DataFrame:
    """One row per project: project, firm, area, cluster, investment (万元), stage, signed, started, completed, in_production,
    planned_start (YYYY-MM-DD or YYYY-MM), reason, responsible, area_id, cluster_id. A park's own row has the park's name in area.
    """
    where = find_area(cur, area)
    return ask(cur, "ledger", park=where.park_id, area=where.area_id)


def standing_projects(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None) -> pd.DataFrame:
    """The ledger as it stood at the month's end: ledger()'s columns. Raises QuestionError."""
    where = find_area(cur, area)
    rows = ledger(cur, where)
    return as_of(rows, as_of_ledger(cur, where, month, rows))


def projects(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None) -> ProjectAnswer:
    """Projects by the stage where they stood at the month's end; where there is no ledger, totals as reported. Raises QuestionError."""
    where = find_area(cur, area)
    rows = ledger(cur, where)
    when = as_of_ledger(cur, where, month, rows)
    rows = as_of(rows, when)
    if rows.empty:
        return _from_totals(cur, where, when)
    counts = rows.groupby("stage")["project"].count()
    money = rows.groupby("stage")["investment"].sum(min_count=1)
    stages = [*STAGES, *([""] if "" in counts.index else [])]
    frame = pd.DataFrame({
        "stage": stages,
        "count": [int(counts.get(s, 0)) for s in stages],
        "investment": [float(money.get(s, float("nan"))) if s in counts.index else 0.0 for s in stages],
    })
    frame["reached"] = [int(frame["count"][n : len(STAGES)].sum()) if s else None for n, s in enumerate(stages)]
    frame["known_from"] = "ledger"
    reached = frame.set_index("stage")["reached"]
    total = len(rows)
    return ProjectAnswer(
        frame, total, total - int(reached["开工"]), float(reached["开工"]) * 100 / total, float(reached["竣工"]) * 100 / total,
        str(when) if when else None, int(rows["undated"].sum()),
    )


def not_started(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None) -> pd.DataFrame:
    """Projects signed and not begun, longest waiting first: project, firm, area, reason, responsible, planned_start, days_waiting,
    then due (its planned start is past), signed, investment, cluster, timing (due: planned to start in the as-of month, late:
    before it, later: after it; None without a plan).

    days_waiting counts from the planned start (a month means its last day), else from the signing, to the end of the as-of month;
    0 where that lies ahead, NaN where neither is known.
    """
    where = find_area(cur, area)
    rows = ledger(cur, where)
    when = as_of_ledger(cur, where, month, rows)
    rows = as_of(rows, when)
    rows = rows[rows["stage"].isin(["签约", ""])].copy()
    begun = rows["planned_start"].where(rows["planned_start"].notna(), rows["signed"])
    rows["days_waiting"] = pd.array([_days(text, when) for text in begun], dtype="Int64")
    rows["due"] = [pd.notna(p) and when is not None and _last_day(p) <= _end(when) for p in rows["planned_start"]]
    rows["timing"] = pd.array([_timing(text, when) for text in rows["planned_start"]], dtype=object)
    columns = [
        "project", "firm", "area", "reason", "responsible", "planned_start", "days_waiting", "due", "signed", "investment", "cluster",
        "timing", "area_id",
    ]
    return rows.sort_values(["days_waiting", "project"], ascending=[False, True], na_position="last")[columns].reset_index(drop=True)


def causes(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None) -> pd.DataFrame:
    """Why projects have not started, most frequent first, then by money: reason ("" where none is given), count, investment (万元)."""
    where = find_area(cur, area)
    rows = ledger(cur, where)
    rows = as_of(rows, as_of_ledger(cur, where, month, rows))
    rows = rows[rows["stage"].isin(["签约", ""])]
    grouped = rows.groupby("reason", as_index=False).agg(count=("project", "count"), investment=("investment", lambda s: s.sum(min_count=1)))
    return grouped.sort_values(["count", "investment", "reason"], ascending=[False, False, True], na_position="last").reset_index(drop=True)


def cohorts(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None) -> pd.DataFrame:
    """四个当年 by year of signing: year, introduced, then how many of them started, were completed and came into production within that year."""
    rows = ledger(cur, area)
    rows = rows[rows["signed"].notna()]
    years = {name: pd.to_numeric(rows[name].str[:4]) for name in DATES}
    frame = pd.DataFrame({"year": years["signed"].astype("Int64"), "introduced": 1})
    for name in DATES[1:]:
        frame[f"{name}_same_year"] = (years[name] == years["signed"]).astype(int)
    return frame.groupby("year", as_index=False).sum()


def as_of_ledger(cur: duckdb.DuckDBPyConnection, area: Area, month: str | None, rows: pd.DataFrame) -> Month | None:
    """The month asked for, else the area's latest month of figures, else the last date in the ledger; None without any."""
    if month:
        return parse_month(month)
    known = latest_month(cur, area) or max((d[:7] for name in DATES for d in rows[name].dropna()), default=None)
    return parse_month(known) if known else None


def _from_totals(cur: duckdb.DuckDBPyConnection, area: Area, when: Month | None) -> ProjectAnswer:
    codes = [code for family in TOTALS for stage in family.values() for code in stage]
    until = {"year": when.year, "month": when.month} if when else {"year": 0, "month": 0}
    found = dict(ask(cur, "project_totals", park=area.park_id, area=area.area_id, codes=codes, **until).itertuples(index=False))
    families = [[next((found[c] for c in family.get(stage, ()) if c in found), None) for stage in STAGES] for family in TOTALS]
    counts = next((f for f in families if f[0] is not None), next((f for f in families if any(n is not None for n in f)), families[0]))
    frame = pd.DataFrame({
        "stage": STAGES, "count": pd.array(counts, dtype="Float64"), "investment": float("nan"),
        "reached": pd.array(counts, dtype="Float64"), "known_from": "total",
    })
    entered, started = counts[0], counts[1]
    rate = float(started) * 100 / float(entered) if entered and started is not None else None
    waiting = int(entered - started) if entered is not None and started is not None else 0
    return ProjectAnswer(frame, int(entered or 0), waiting, rate, None, str(when) if when else None)


def _end(when: Month) -> date:
    return date(when.year, when.month, calendar.monthrange(when.year, when.month)[1])


def _last_day(text: str) -> date:
    """A date, or the last day of a month."""
    if len(text) > 7:
        return date.fromisoformat(text[:10])
    return _end(parse_month(text))


def _timing(text: object, when: Month | None) -> str | None:
    if not isinstance(text, str) or when is None:
        return None
    return "due" if text[:7] == str(when) else "late" if text[:7] < str(when) else "later"


def _days(text: object, when: Month | None) -> int | None:
    if not isinstance(text, str) or when is None:
        return None
    return max((_end(when) - _last_day(text)).days, 0)
