"""What only the rows of a table tell about its columns: quarters below each other, plans that differ by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from .axes import Axes
from .columns import GROWTH, SAME, VALUE, Column
from .labels import Label
from .numbers import parse_number
from .periods import QUARTER
from .rows import Row
from .tables import Table

_WHOLE_YEAR = "年"
FEW = 3  # growths below 1 % under a sign of percent, from which on they are doubted


def in_percent(table: Table, axes: Axes) -> bool:
    """True where every figure of a table is shown in percent."""
    shown = [
        number.percent for c in axes.of(VALUE) for r in table.body
        if (number := parse_number(table.view.rows[r][c.col], table.view.format(r, c.col))) and number.value is not None
    ]
    return bool(shown) and all(shown)


def fractions(axes: Axes, rows: list[Row], table: Table) -> list[tuple[Column, list[int]]]:
    """The growth columns whose figures are all below 1 and not shown as percent, with their rows: percent, or fractions of 1?"""
    found = []
    for column in axes.of(GROWTH):
        cells = [(row.row, table.view.rows[row.row][column.col]) for row in rows]
        plain = [(r, v) for r, v in cells if type(v) is float and v and not table.view.format(r, column.col)]
        if len(plain) >= (FEW if column.label.percent else 2) and all(abs(v) < 1 for _r, v in plain):
            found.append((column, [r for r, _v in plain]))
    return found


def merged_figures(axes: Axes, rows: list[Row], table: Table) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """(first, last) cell of each merged range whose one figure stands beside several rows that are read, or below several columns."""
    figures = {c.col for c in axes.columns.values() if c.what in (VALUE, SAME)}
    read = {row.row for row in rows if not row.problem}
    found = []
    for (r, c), (bottom, right) in table.view.spans.items():
        beside = len(read.intersection(range(r, bottom + 1))) > 1 or len(figures.intersection(range(c, right + 1))) > 1
        if r in read and c in figures and beside and isinstance(table.view.rows[r][c], (int, float)):
            found.append(((r, c), (bottom, right)))
    return found


def last_years(rows: list[Row]) -> list[Row]:
    """The rows, those of 上年同期 that carry the time of the record they belong to (2022年1-5月 again) moved a year back."""
    own = {_key(row.label) for row in rows if row.label.role.startswith("actual") or row.label.role in ("", "indicator")}
    return [
        replace(row, label=replace(row.label, period=row.label.period.year_before()))
        if row.label.role == "same_period" and row.label.period and row.label.period.year_known and _key(row.label) in own else row
        for row in rows
    ]


def _key(label: Label) -> tuple:
    return label.indicator, label.area, label.cluster, label.firm, label.period


def by_rows(axes: Axes, rows: list[Row], cells: Callable[[int], list[object]]) -> Axes:
    """The axes with that said. cells: the cells of a column, one per row."""
    periods = [row.label.period for row in rows]
    if not any(periods):
        return axes
    quarters = any(p and p.basis == QUARTER and p.start_month != 1 and not row.label.total for p, row in zip(periods, rows, strict=True))
    columns = {c: _paced(column, rows, cells) for c, column in axes.columns.items()}
    return replace(axes, columns=columns, row_quarters=quarters)


def _paced(column: Column, rows: list[Row], cells: Callable[[int], list[object]]) -> Column:
    """A column 目标 whose figures differ from month to month is a plan by month, where the year's target would stand again."""
    label = column.label
    if column.what != VALUE or label.role not in ("target", "forecast") or label.period or _WHOLE_YEAR in (column.texts[-1] if column.texts else ""):
        return column
    seen: dict[tuple, set[object]] = defaultdict(set)
    for row, cell in zip(rows, cells(column.col), strict=True):
        period = row.label.period
        if period and period.month_known and isinstance(cell, (int, float)):
            seen[row.label.indicator, row.label.area, row.label.cluster, row.label.firm, period.end_year].add(cell)
    return replace(column, label=replace(label, by_period=True)) if any(len(values) > 1 for values in seen.values()) else column
