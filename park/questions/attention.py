"""What needs attention, ranked: behind, not reported, turned to fall, parts that do not add up, projects overdue."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import load_catalogue
from park.catalogue.names import indicator_name, part_name
from park.locale import _
from park.locale.numbers import (
    Scale,
    by_pieces,
    card,
    full,
    join,
    month_word,
    percent,
    points_size,
    scale_for,
    signed_percent,
    unit_word,
)

from .base import Area, Month, as_of, ask, comparable, everything_but_firms, find_area, measures
from .progress import standing
from .projects import not_started

COLUMNS = ("kind", "sentence", "area", "cluster", "indicator", "status", "gap", "required_per_month", "last_month", "area_id", "cluster_id")
ORDER = ("behind", "turned", "parts", "overdue", "not_reported", "slow")


def attention(cur: duckdb.DuckDBPyConnection, area: str | Area | None = None, month: str | None = None, limit: int = 30) -> pd.DataFrame:
    """The worst first, at most `limit` rows: kind (behind, turned, parts, overdue, not_reported, slow), a sentence in the
    language in use, and what it is about. gap in points, required_per_month in the indicator's unit; NaN where it says nothing.
    """
    where = find_area(cur, area)
    when = as_of(cur, where, month)
    names = dict(cur.execute("select area_id, name from area").fetchall())
    clusters = dict(cur.execute("select cluster_id, name from cluster").fetchall())
    items = [
        *_targets(cur, where, when, limit), *_turned(cur, where, when, names, clusters), *_parts(cur, where, when), *_overdue(cur, where, when),
    ]
    frame = pd.DataFrame(items, columns=[*COLUMNS, "rank"])
    frame["kind_rank"] = [ORDER.index(kind) for kind in frame["kind"]]
    frame = frame.sort_values(["kind_rank", "rank"], kind="stable").head(limit)
    return frame[list(COLUMNS)].reset_index(drop=True)


def _who(area: str, cluster: str) -> str:
    return f"{part_name(area)}·{part_name(cluster)}" if cluster else part_name(area)


def _targets(cur: duckdb.DuckDBPyConnection, area: Area, when: Month, limit: int) -> list[tuple]:
    """Keys behind their pace, slow, or silent this month though they have a target or reported before; of each kind the worst."""
    rows = standing(cur, everything_but_firms(cur, area), comparable(), when)
    behind = rows["status"].isin(["behind", "slow"]) | (rows["reason"] == "not_reported")
    rows = rows[behind & ((rows["area_id"] == area.area_id) | (rows["cluster_id"] == 0))]  # of a zone's clusters the zone's own pages speak
    # a sentence is made for what may be shown only
    worst = rows["gap"].fillna(rows["completion"] - 100).fillna(0).sort_values(kind="stable").index
    rows = rows.loc[worst].groupby(rows["status"].fillna(""), sort=False).head(limit)
    return [_target_item(row) for row in rows.itertuples()]


def _target_item(row) -> tuple:
    who, name = _who(row.area, row.cluster), indicator_name(row.indicator)
    if row.reason == "not_reported":
        kind, rank = "not_reported", 0.0
        text = _("{who}: {name} was last reported for {month}.").format(who=who, name=name, month=month_word(row.last_month))
    elif pd.notna(row.gap):
        kind, rank = row.status, row.gap
        text = _("{who}: {name} stands at {completion}, {gap} behind the time schedule").format(
            who=who, name=name, completion=percent(row.completion), gap=points_size(row.gap))
        text += _needed(row)
    else:
        kind, rank = row.status, row.completion - 100
        text = _("{who}: {name} stands at {completion} of its target").format(who=who, name=name, completion=percent(row.completion)) + _needed(row)
    return (kind, text, row.area, row.cluster, row.indicator, row.status, row.gap, row.required_per_month, row.last_month,
            row.area_id, row.cluster_id, rank)


def _needed(row) -> str:
    if row.lower or pd.isna(row.required_per_month) or row.required_per_month <= 0:
        return _(".")
    if by_pieces(row.unit, row.required_per_month):
        return _("; {amount} are still lacking.").format(amount=card(row.aim - row.actual, row.unit))
    return _("; {amount} a month are needed.").format(amount=card(row.required_per_month, row.unit))


def _turned(cur, area: Area, when: Month, names: dict, clusters: dict) -> list[tuple]:
    rows = ask(cur, "turned", **measures(comparable()), park=area.park_id, area=area.area_id, year=when.year, month=when.month)
    items = []
    for row in rows.itertuples():
        who = _who(names[row.area_id], clusters.get(row.cluster_id, ""))
        text = _("{who}: {name} turned from growth ({before}) to a fall ({now}) on last year.").format(
            who=who, name=indicator_name(row.indicator), before=signed_percent(row.growth_before), now=signed_percent(row.growth))
        items.append(("turned", text, names[row.area_id], clusters.get(row.cluster_id, ""), row.indicator, None, None, None, str(when),
                      row.area_id, row.cluster_id, row.growth))
    return items


def _apart(one: float, other: float, unit: str) -> tuple[str, str]:
    """Both figures in one scale; in the unit itself where they would read the same in it."""
    scale = scale_for([one, other], unit)
    said = full(scale.of(one)), full(scale.of(other))
    if said[0] == said[1]:
        scale = Scale(1.0, unit_word(unit))
        said = full(one), full(other)
    return join(said[0], scale.unit), join(said[1], scale.unit)


def _parts(cur, area: Area, when: Month) -> list[tuple]:
    if not area.is_park:
        return []
    tolerance = load_catalogue().thresholds.parts_percent / 100
    codes = [i.code for i in comparable() if i.kind != "ratio"]
    rows = ask(cur, "parts_differ", codes=codes, park=area.park_id, year=when.year, month=when.month, tolerance=tolerance)
    items = []
    for row in rows.itertuples():
        unit = load_catalogue().indicators[row.indicator].unit
        sentence = _("{name}: the zones add up to {parts}, the total says {total}.") if row.parts_by == "area" else _(
            "{name}: the clusters add up to {parts}, the total says {total}.")
        parts, total = _apart(row.parts, row.total, unit)
        text = sentence.format(name=indicator_name(row.indicator), parts=parts, total=total)
        share = -abs(row.total - row.parts) / max(abs(row.total), abs(row.parts))
        items.append(("parts", text, area.name, "", row.indicator, None, None, None, str(when), area.area_id, 0, share))
    return items


def _overdue(cur, area: Area, when: Month) -> list[tuple]:
    rows = not_started(cur, area=area, month=str(when))
    items = []
    for row in rows[rows["due"]].itertuples():
        text = _("{project} was to start in {month} and has not").format(project=row.project, month=month_word(row.planned_start[:7]))
        text += _(": {reason}").format(reason=row.reason) if row.reason else ""
        text += _(" (responsible: {name}).").format(name=row.responsible) if row.responsible else _(".")
        items.append(("overdue", text, row.area, row.cluster, "", None, None, None, row.planned_start[:7], row.area_id, 0, -row.days_waiting))
    return items
