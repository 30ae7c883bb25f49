"""The double assessment 双考核: economic and work goals, their weights and what they score."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import Half, load_assessment

from .base import TOTAL, Area, as_of, find_area, find_indicator, scope_of
from .progress import standing

COLUMNS = ("half", "indicator", "unit", "target", "actual", "completion", "time_progress", "weight", "score")
MORE = ("status", "reason", "row_kind")


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
    rows["earned"] = [_earned(row) for row in rows.itertuples()]
    scored = [_half(rows, half) for half in halves]
    totals = pd.concat([frame.iloc[[-1]] for frame in scored])
    complete = bool(totals["score"].notna().all())
    whole = {
        "half": TOTAL, "indicator": TOTAL, "weight": 100.0 if complete else None, "row_kind": "total",
        "score": totals["score"].sum() if complete else None, "reason": None if complete else "half_without_goals",
    }
    return pd.concat([*scored, _row(whole)], ignore_index=True)


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


def _half(rows: pd.DataFrame, half: Half) -> pd.DataFrame:
    """The goals of a half in the order of the file, and its total behind them."""
    goals = rows[rows["indicator"].isin(list(half.weights))].copy()
    weights = goals["indicator"].map({code: float(weight) for code, weight in half.weights.items()}).astype(float)
    weights = weights.where(goals["earned"].notna())
    counts = bool(weights.notna().any())
    goals["weight"] = weights * float(half.points) / weights.sum() if counts else weights
    goals["score"] = goals["weight"] * goals["earned"].astype(float)
    goals["half"], goals["row_kind"] = half.code, "goal"
    goals["reason"] = goals["reason"].where(goals["earned"].isna(), None)
    total = {
        "half": half.code, "indicator": TOTAL, "weight": float(half.points) if counts else None, "row_kind": "half",
        "score": goals["score"].sum() if counts else None, "reason": None if counts else "no_goal_counts",
    }
    return pd.concat([_row(goals), _row(total)] if len(goals) else [_row(total)], ignore_index=True)


def _row(given: dict | pd.DataFrame) -> pd.DataFrame:
    """Rows with all columns of the answer; what is not given is empty."""
    frame = given if isinstance(given, pd.DataFrame) else pd.DataFrame([given])
    frame = frame.reindex(columns=[*COLUMNS, *MORE])
    numbers = list(COLUMNS[3:])
    return frame.astype({**dict.fromkeys(numbers, float), **dict.fromkeys(frame.columns.difference(numbers), object)})
