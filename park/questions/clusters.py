"""Industry clusters: shares, growth, contribution, completion and how concentrated the park is (DEFINITIONS 32)."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import pandas as pd

from park.catalogue import load_catalogue

from .base import Area, as_of, ask, find_area, find_indicator, scope_of
from .growth import breakdown
from .progress import standing

COLUMNS = ("cluster", "leading", "value", "share", "share_change", "growth", "contribution", "target", "completion")


@dataclass(frozen=True)
class ClusterAnswer:
    """Clusters of an area and their concentration. cr1, cr3, leading_share in percent, hhi 0 to 10 000; None: not available."""

    frame: pd.DataFrame
    cr1: float | None
    cr3: float | None
    hhi: float | None
    leading_share: float | None


def clusters(
    cur: duckdb.DuckDBPyConnection, *, indicator: str = "industrial_output_value", area: str | Area | None = None,
    month: str | None = None,
) -> ClusterAnswer:
    """Clusters by value, then 未分解, then the total 合计. Columns of CONTRACT, then base, growth_reported, status, quadrant
    (star, rising, large, small: share against the mean, growth against the total's), reason, row_kind, cluster_id.

    CR and HHI count clusters only, and are None where a cluster's figure is negative or there are no shares. Raises QuestionError.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    parts = breakdown(cur, scope_of(cur, where, "cluster"), indicator, when.year, when.month).rename(columns={"part": "cluster"})
    goals = standing(cur, scope_of(cur, where, "cluster").with_total(), [find_indicator(indicator)], when).set_index("cluster_id")
    own = parts["row_kind"] != "unallocated"
    for column in ("target", "completion", "status"):
        parts[column] = parts["cluster_id"].where(own).map(goals[column])
    leading = leading_clusters(cur, where)
    parts["leading"] = [
        (row.cluster_id in leading) if row.row_kind == "part" else None for row in parts.itertuples()
    ]
    parts["quadrant"] = _quadrants(parts)
    columns = [*COLUMNS, "base", "growth_reported", "status", "quadrant", "reason", "last_month", "row_kind", "cluster_id"]
    return _answer(parts[columns])


def leading_clusters(cur: duckdb.DuckDBPyConnection, area: Area) -> set[int]:
    """Ids of the park's leading clusters 主导产业: a file's own word, else the catalogue's."""
    park = cur.execute("select name from area where area_id = ?", [area.park_id]).fetchone()[0]
    declared = {c.name for c in load_catalogue().clusters.values() if park in c.leading_in}
    rows = cur.execute("select cluster_id, name from cluster where park_id = ?", [area.park_id]).fetchall()
    leading = {cluster_id for cluster_id, name in rows if name in declared}
    for row in ask(cur, "leading", park=area.park_id).itertuples():
        (leading.add if row.is_leading else leading.discard)(row.cluster_id)
    return leading


def _answer(frame: pd.DataFrame) -> ClusterAnswer:
    only = frame[frame["row_kind"] == "part"]
    shares = only["share"].dropna().sort_values(ascending=False)
    ours = only.loc[only["leading"] == True, "share"].dropna()  # noqa: E712 (the column holds None for 未分解)
    leading_share = float(ours.sum()) if len(ours) else None
    if shares.empty or (shares < 0).any():
        return ClusterAnswer(frame, None, None, None, leading_share)
    return ClusterAnswer(frame, float(shares.iloc[0]), float(shares.iloc[:3].sum()), float((shares**2).sum()), leading_share)


def _quadrants(parts: pd.DataFrame) -> list[str | None]:
    """Place on the growth-share map; None where share or growth is not available."""
    only = parts[parts["row_kind"] == "part"]
    mean = only["share"].mean()
    total = parts.loc[parts["row_kind"] == "total", "growth"].iloc[0]
    names = {(True, True): "star", (False, True): "rising", (True, False): "large", (False, False): "small"}
    return [
        names[row.share >= mean, row.growth >= total]
        if row.row_kind == "part" and pd.notna([row.share, row.growth, total]).all() else None
        for row in parts.itertuples()
    ]
