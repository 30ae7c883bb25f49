"""Columns that speak of others: growth, same period and completion, sums behind months, a second target."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from .columns import COMPLETION, GROWTH, PACE, SAME, SECOND, SKIP, VALUE, Column
from .headers import classify_path
from .labels import Label
from .periods import MONTH, YEAR, YTD, Period
from .text import squeeze

MOST_GROWTH = 1000.0  # percent; larger figures are amounts, whatever the title says
_ADJUSTED = re.compile(r"调整|修订|变更后|修正")


def first_targets(columns: dict[int, Column]) -> dict[int, Column]:
    """Of two targets of the same figures (下达目标, 奋斗目标) the first counts, but the adjusted one before what it adjusts."""
    seen: dict[tuple, int] = {}
    out = dict(columns)
    for c, column in columns.items():
        label = column.label
        if column.what == VALUE and label.role == "target":
            period = label.period
            key = (label.indicator, label.area, label.cluster, label.firm, label.unit, period and (period.basis, period.start_year, period.end_year, period.end_month))
            if key not in seen:
                seen[key] = c
            elif _ADJUSTED.search(column.texts[-1]) and not _ADJUSTED.search(out[seen[key]].texts[-1]):
                out[seen[key]] = replace(out[seen[key]], what=SKIP)
                seen[key] = c
            else:
                out[c] = replace(column, what=SECOND)
    return out




def growing(columns: dict[int, Column], cells: Callable[[int], list[object]]) -> dict[int, Column]:
    """The columns of a table whose title speaks of growth alone: their figures are growth, unless a header, a unit or the size
    of a figure says otherwise. cells: the body cells of a column."""
    values = [c for c in columns.values() if c.what == VALUE]
    amounts = any(c.what in (SAME, GROWTH, COMPLETION) or c.axis == "unit" for c in columns.values()) or any(
        c.label.role in ("target", "forecast", "actual") or c.label.unit not in ("", "%") for c in values)
    if amounts or any(isinstance(v, float) and abs(v) > MOST_GROWTH for c in values for v in cells(c.col)):
        return columns
    return {c: replace(column, what=GROWTH) if column in values else column for c, column in columns.items()}


def summed_months(columns: dict[int, Column], profiles: dict[int, Counter]) -> dict[int, Column]:
    """A column 合计 or 累计 behind the months is the year to the last month that has figures (all twelve: the year)."""
    months = [c for c in columns.values() if c.what == VALUE and _one_month(c.label) and profiles[c.col]["n"] + profiles[c.col]["y"]]
    if len(months) < 2:
        return columns
    last = max(c.label.period.end_month for c in months)
    years = {c.label.period.end_year for c in months}
    year = years.pop() if len(years) == 1 else None
    out = dict(columns)
    for c, column in columns.items():
        label = column.label
        if column.what == VALUE and _whole_year(label) and year is not None:
            out[c] = replace(column, label=replace(label, period=Period(year, 1, year, 12, YEAR, text="全年")))
            continue
        sums = label.total and label.period is None or (label.period and label.period.basis in (YTD, YEAR) and not label.period.month_known)
        if column.what == VALUE and sums and _group(column) == _group(months[0]) and not label.places and label.role in ("", "actual", "actual_ytd"):
            basis = YEAR if last == 12 else YTD
            out[c] = replace(column, label=replace(label, period=Period(year, 1, year, last, basis, text=f"1-{last}月累计")))
    return out


def _whole_year(label: Label) -> bool:
    """True for 全年 of a year that nobody names."""
    period = label.period
    return bool(period and period.basis == YEAR and not period.year_known and not period.year_offset)


def _one_month(label: Label) -> bool:
    period = label.period
    return bool(period and period.month_known and (period.basis == MONTH or (period.basis == YTD and period.end_month == 2)))


def with_bases(columns: dict[int, Column]) -> dict[int, Column]:
    out = dict(columns)
    for c, column in columns.items():
        if column.what in (SAME, GROWTH, COMPLETION, PACE):
            base = _base(column, out)
            out[c] = replace(column, base=base)
    return out


def _base(column: Column, columns: dict[int, Column]) -> int | None:
    """The value column that a growth or same-period column belongs to: the nearest on its left that fits, else on its right."""
    values = [v for v in columns.values() if v.what == VALUE and _fits(column.label, v.label)]
    if not values and column.what == GROWTH:
        return _named_in_part(column, columns)
    if column.what == GROWTH and _grows_the_next_target(column, values):
        return column.col - 1
    wanted = {"target_growth": "target", "forecast_growth": "forecast"}.get(_growth_role(column, columns), "")
    actual = [v for v in values if (v.label.role if v.label.role in ("target", "forecast") else "") == wanted]
    actual = _of_its_year(column.label, actual)
    for choice in (actual, [v for v in values if v.label.role == "target"] if column.what == GROWTH else []):
        same = [v for v in choice if _same_basis(column.label, v.label)]
        for some in (same, choice if column.label.period is None or not _has_months(column.label) else []):
            group = [v for v in some if _group(v) == _group(column)] or some
            left = [v.col for v in group if v.col < column.col]
            if left:
                return _of_this_year(max(left), left, column, columns)
            if group:
                return min(v.col for v in group)
    return None


def _of_its_year(label: Label, values: list[Column]) -> list[Column]:
    """Of the figures those of the year that a growth names (2024年同比 behind 2023年1-10月, 2024年1-10月), if there are such."""
    period = label.period
    if label.role != "growth" or period is None or period.basis != YEAR or not period.year_known:
        return values
    return [v for v in values if v.label.period and v.label.period.end_year == period.end_year] or values


def _named_in_part(column: Column, columns: dict[int, Column]) -> int | None:
    """The figures right before a growth that calls them by a part of their name (产值同比 behind 规上工业产值)."""
    before = columns.get(column.col - 1)
    name = next((rest for rest in classify_path(column.texts).rests[-1:]), "")
    if before is None or before.what != VALUE or not name or not before.texts or name not in squeeze(before.texts[-1]):
        return None
    return before.col


def _growth_role(column: Column, columns: dict[int, Column]) -> str:
    """A growth right behind a forecast is the forecast's where the figures before it have a growth of their own."""
    before = columns.get(column.col - 1)
    if column.label.role != "growth" or before is None or before.what != VALUE or before.label.role != "forecast":
        return column.label.role
    others = [c for c in columns.values() if c.what == GROWTH and c.col != column.col and _group(c) == _group(column)]
    return "forecast_growth" if any(c.col < column.col for c in others) else "growth"


def _of_this_year(nearest: int, left: list[int], column: Column, columns: dict[int, Column]) -> int:
    """The column of the later year where the nearest one is its comparison: 1-9月, 2012年1-9月, 同比."""
    period = columns[nearest].label.period
    if column.what == SAME or period is None or not period.year_known:
        return nearest
    for col in sorted(left, reverse=True):
        other = columns[col].label.period
        later = other and (not other.year_known or other.end_year > period.end_year)
        spoken_for = any(columns[c].what == column.what for c in range(col + 1, nearest) if c in columns)
        if later and not spoken_for and (other.basis, other.start_month, other.end_month) == (period.basis, period.start_month, period.end_month):
            return col
        if later and not spoken_for and other.basis == period.basis == YTD and not other.month_known:
            return col
    return nearest


def _grows_the_next_target(column: Column, values: list[Column]) -> bool:
    """True where a growth stands right behind the target of another year than the figures before it (2024年目标, 增长%)."""
    beside = next((v for v in values if v.col == column.col - 1 and v.label.role == "target"), None)
    if beside is None or not (beside.label.period and beside.label.period.year_known):
        return False
    years = {v.label.period.end_year for v in values if v.label.role != "target" and v.label.period and v.label.period.year_known}
    return bool(years) and beside.label.period.end_year not in years


def _group(column: Column) -> tuple[str, ...]:
    return column.texts[:-1]


def _fits(label: Label, base: Label) -> bool:
    """True unless the column names an indicator or part that is not the base's."""
    for name in ("indicator", "area", "cluster", "firm"):
        mine, theirs = getattr(label, name), getattr(base, name)
        if mine and theirs and mine != theirs or (mine and not theirs and name == "indicator" and base.places):
            return False
    mine, theirs = label.period, base.period
    if label.role == "target_growth" and mine and theirs and mine.year_known and theirs.year_known and mine.end_year != theirs.end_year:
        return False
    return not (label.area and base.total) and not (label.total and base.places)


def _has_months(label: Label) -> bool:
    return bool(label.period and label.period.month_known and label.period.basis != "year")


def _same_basis(label: Label, base: Label) -> bool:
    """True where 累计同比 meets a cumulative column and 当月同比 a month's; a bare 同比 goes with any."""
    mine, theirs = label.period, base.period
    if mine is None or mine.basis == "year":
        return True
    if theirs is None:
        return False
    if mine.month_known and theirs.month_known:
        return (mine.start_month, mine.end_month) == (theirs.start_month, theirs.end_month)
    return (mine.basis == YTD) == (theirs.basis == YTD)
