"""Where the projects of a ledger stood at the end of a month, by the dates the ledger gives."""

from __future__ import annotations

import pandas as pd

from .base import Month

STAGES = ("签约", "开工", "竣工", "投产")
DATES = ("signed", "started", "completed", "in_production")


def as_of(rows: pd.DataFrame, when: Month | None) -> pd.DataFrame:
    """The ledger's rows as of a month: what happened later has not happened yet.

    A project whose every date lies behind the month is left out. A stage whose date lies behind the month becomes the highest stage
    reached by then, 签约 where none is dated. A stage without a date stands as the ledger says; `undated` marks those rows.
    """
    if when is None or rows.empty:
        return rows.assign(undated=False)
    until = str(when)
    known = [[text for text in (getattr(row, name) for name in DATES) if isinstance(text, str)] for row in rows.itertuples()]
    there = [not dates or min(dates)[:7] <= until for dates in known]
    rows = rows[there].copy()
    rows["undated"] = [row.stage in STAGES and not isinstance(getattr(row, DATES[STAGES.index(row.stage)]), str) for row in rows.itertuples()]
    rows["stage"] = [_stage(row, until) for row in rows.itertuples()]
    return rows.reset_index(drop=True)


def _stage(row, until: str) -> str:
    """The stage itself, unless its own date lies behind the month."""
    if row.stage not in STAGES:
        return row.stage
    own = getattr(row, DATES[STAGES.index(row.stage)])
    if not isinstance(own, str) or own[:7] <= until:
        return row.stage
    reached = [stage for stage, name in zip(STAGES, DATES, strict=True) if isinstance(date := getattr(row, name), str) and date[:7] <= until]
    return reached[-1] if reached else STAGES[0]
