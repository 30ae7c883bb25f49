"""The double assessment 双考核: economic and work goals, their weights and what they score."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import Half, load_assessment

from .base import TOTAL, Area, as_of, find_area, find_indicator, scope_of
from .progress import standing

COLUMNS = ("half", "indicator", "unit", "target", "actual", "completion", "time_progress", "weight", "score")
MORE = ("status", "reason", "row_kind")
FIGURES = COLUMNS[3:]
COPIED = ("indicator", "unit", "target", "actual", "completion", "time_progress", "status")
GIVEN = [*COPIED, "reason", "lower", "aim", "kind"]


def scorecard(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None) -> pd.DataFrame:
    """One row per goal with a target or a figure this year, 合计 of each half, then 合计 of both: half (a code of assessment.toml,
    合计), indicator (a code, 合计), unit, target, actual, completion, time_progress, weight, score, status, reason, row_kind
    (goal, half, total). Figures as in progress(); weight and score in points, of 100 in all.

    A goal counts where it has a target and a figure. The points of its half are shared among the goals that count, by their weights.
    Score = weight x min(completion / time progress, 1) for flows (less is better: time progress / completion), weight x
    min(completion, 100)/100 for stocks and ratios, never below 0. What is done scores in full; of none left to be (target 0,
    less is better) nothing else scores. A goal that does not count has neither weight nor score, `reason` says why; so do a
    half in which no goal counts, and then the whole. Half and goals: data/catalogue/assessment.toml. Raises QuestionError.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    halves = load_assessment()
    codes = [code for half in halves for code in half.weights]
    rows = standing(cur, scope_of(cur, where, None), [find_indicator(code) for code in codes], when)
    goals = list(rows[GIVEN].itertuples(index=False))
    told = [line for half in halves for line in _half(goals, half)]
    totals = [line for line in told if line["row_kind"] == "half"]
    complete = all(line["score"] is not None for line in totals)
    told.append({
        "half": TOTAL, "indicator": TOTAL, "weight": 100.0 if complete else None, "row_kind": "total",
        "score": sum(line["score"] for line in totals) if complete else None, "reason": None if complete else "half_without_goals",
    })
    columns = {name: [line.get(name) for line in told] for name in (*COLUMNS, *MORE)}
    return pd.DataFrame({name: pd.array(values, dtype=float) if name in FIGURES else pd.Series(values, dtype=object) for name, values in columns.items()})


def _earned(row) -> float | None:
    """The share of its weight that a goal has earned, 0 to 1; None where it does not count."""
    if row.status == "done":
        return 1.0
    if row.lower and row.aim == 0 and pd.notna(row.actual):
        return 0.0
    if pd.isna(row.completion):
        return None
    if row.kind != "flow":
        return min(max(row.completion, 0.0), 100.0) / 100
    if not row.lower:
        return min(max(row.completion / row.time_progress, 0.0), 1.0)
    return min(row.time_progress / row.completion, 1.0) if row.completion > 0 else 1.0


def _half(goals: list, half: Half) -> list[dict]:
    """The goals of a half in the order of the file, and its total behind them."""
    mine = [(row, _earned(row)) for row in goals if row.indicator in half.weights]
    counting = sum(float(half.weights[row.indicator]) for row, earned in mine if earned is not None)
    told = []
    for row, earned in mine:
        counts = earned is not None
        weight = float(half.weights[row.indicator]) * float(half.points) / counting if counts else None
        told.append({name: getattr(row, name) for name in COPIED} | {
            "half": half.code, "weight": weight, "score": weight * earned if counts else None, "row_kind": "goal",
            "reason": None if counts else row.reason,
        })
    scored = [line["score"] for line in told if line["score"] is not None]
    told.append({
        "half": half.code, "indicator": TOTAL, "weight": float(half.points) if scored else None, "row_kind": "half",
        "score": sum(scored) if scored else None, "reason": None if scored else "no_goal_counts",
    })
    return told
