"""What projects were to cost, and how much of it is done."""

from __future__ import annotations

import duckdb
import pandas as pd

from .base import Area, find_area, find_indicator, scope_of
from .progress import standing
from .projects import as_of_ledger, ledger
from .stages import as_of

COLUMNS = ("basis", "planned", "done", "completion", "reason")
PLANNED = "project_annual_planned_investment"
DONE_STAGES = ("竣工", "投产")


def investment(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None) -> pd.DataFrame:
    """Planned against done investment in 万元: basis, planned, done, completion (percent), reason (no_figure).

    Row ledger: the investment of all projects of the ledger as of the month, and of those completed or in production. Row year: what projects
    are to invest in the as-of year (project_annual_planned_investment), and the year to date where it is reported beside it.
    NaN where a side is not known. Raises QuestionError.
    """
    where = find_area(cur, area)
    stated = ledger(cur, where)
    rows = as_of(stated, as_of_ledger(cur, where, month, stated))
    planned = rows["investment"].sum(min_count=1)
    built = rows[rows["stage"].isin(DONE_STAGES)]
    # a ledger without any finished project has done nothing; one whose finished projects tell no money is not known
    done = 0.0 if built.empty and pd.notna(planned) else built["investment"].sum(min_count=1)
    frame = pd.DataFrame([("ledger", planned, done), ("year", *_of_year(cur, where, month, stated))], columns=COLUMNS[:3])
    frame = frame.astype({"planned": float, "done": float})
    frame["completion"] = frame["done"] * 100 / frame["planned"].where(frame["planned"] > 0)
    frame["reason"] = [None if known else "no_figure" for known in frame["completion"].notna()]
    return frame


def _of_year(cur, where: Area, month: str | None, rows: pd.DataFrame) -> tuple[float | None, float | None]:
    """The year's plan and what is done of it; a plan told as a figure of the year is a plan all the same."""
    when = as_of_ledger(cur, where, month, rows)
    found = standing(cur, scope_of(cur, where, None), [find_indicator(PLANNED)], when) if when else pd.DataFrame()
    if found.empty:
        return None, None
    row = found.iloc[0]
    return (row["target"], row["actual"]) if pd.notna(row["target"]) else (row["actual"], None)
