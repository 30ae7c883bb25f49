"""Rows of a long table that are measures of their own (类型: 同比): growth goes to its figure, other rates give no observation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from etl.read.grid import CellError

from .categories import ON_YEAR
from .columns import VALUE, Column
from .figures import COLUMNS, Stated, Template
from .labels import Label
from .numbers import Number, parse_number

_OF_ANOTHER = frozenset({"same_period", "growth", "completion", "pace", "mom", "difference", "share"})

if TYPE_CHECKING:
    from .observations import TableReader
    from .rows import Row


def below_periods(rows: list[Row]) -> list[Row]:
    """The rows with the period of each 上年同期, 同比 or 完成率 that stands below the row of a period and names none: that row's, or a
    year before it."""
    out, above = [], None
    for row in rows:
        label = row.label
        if label.role in _OF_ANOTHER and above is not None and not (label.period and label.period.month_known):
            period = above.year_before() if label.role == "same_period" else above
            base = ON_YEAR.search(label.text) if label.role == "growth" else None
            other = base and above.year_known and int(base[1]) + 1 != above.end_year  # 比2019年增长 is no growth on a year earlier
            row = replace(row, label=replace(label, period=period, role="difference" if other else label.role))
        elif label.period and label.period.month_known and label.role not in _OF_ANOTHER | {"target", "forecast"}:
            above = label.period
        out.append(row)
    return out


def rates_of(own: Label, above: Label) -> bool:
    """True for a row of mere rates (占比, 同比) below the row of a zone, cluster, firm or total without an indicator of its own."""
    bare = own.role in _OF_ANOTHER and not (own.indicator or own.places or own.total or own.period)
    return bare and bool(above.places or above.total) and not above.indicator


def of_row_above(own: Label, above: Label) -> Label:
    """The rates' label with the part that the row above is of."""
    return replace(own, area=above.area, cluster=above.cluster, firm=above.firm, name=above.name, total=above.total)


def measured_row(reader: TableReader, row: Row) -> None:
    """A row 同比 goes with the figure it speaks of; completion, share and rank are passed over aloud."""
    for column in reader.axes.of(VALUE):
        cell = reader.view.rows[row.row][column.col]
        number = parse_number(cell, reader.view.format(row.row, column.col)) if not isinstance(cell, (CellError, date)) else None
        if number is None or number.value is None:
            continue
        if row.label.role != "growth":
            if row.label.role == "completion":
                _state(reader, row, column, number)
            reader.findings.skipped_row(reader.table, row.row, column.col, row.label)
            continue
        template = reader.templates.template(replace(row.label, role="", unit=""), column)
        if template.problem:
            reader.trouble(template.problem, template.detail, row.row, column.col)
            continue
        at = _figure_of(reader, template, bool(column.label.period))
        if at is not None:
            reader.figures.yoy[at] = float(number.value)
            reader.figures.growth_cell[at] = reader.view.cell(row.row, column.col)
        else:
            reader.add(row.row, column.col, template, number.comparator, None, None, float(number.value), number.raw, {})


def _state(reader: TableReader, row: Row, column: Column, number: Number) -> None:
    """A completion rate below a plan and what was done of it in the same time, for the checks."""
    f, sought = reader.figures, reader.templates.template(replace(row.label, role="", unit=""), column)
    if sought.problem:
        return
    found = {}
    for i in range(len(f.template) - 1, -1, -1):
        if f.table[i] != reader.table.number:
            break
        t, when = f.templates[f.template[i]], f.whens[f.when[i]]
        if t.indicator is sought.indicator and t.who == sought.who and f.place[i] % COLUMNS == column.col and f.value[i] is not None:
            found.setdefault(when.measure, (i, (when.basis, when.start, when.end)))
    actual, target = found.get("actual"), found.get("target")
    if actual and target and actual[1] == target[1]:
        cell = reader.view.cell(row.row, column.col)
        f.stated.append(Stated(reader.table.number, reader.view.sheet.name, cell, number.value, actual[0], target[0], False))


def _figure_of(reader: TableReader, template: Template, told: bool) -> int | None:
    """The figure of this table with the same key and month: of the same basis where the column tells it (told), else the cumulative one first."""
    f, found = reader.figures, None
    for i in range(len(f.template) - 1, -1, -1):
        if f.table[i] != reader.table.number:
            break
        t, when = f.templates[f.template[i]], f.whens[f.when[i]]
        same = (t.indicator, t.area, t.cluster, t.firm, when.end) == (
            template.indicator, template.area, template.cluster, template.firm, template.when.end)
        same = same and (not told or when.basis == template.when.basis)
        if same and when.measure == "actual" and f.yoy[i] is None and (found is None or when.basis == "ytd"):
            found = i
    return found
