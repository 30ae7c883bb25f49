"""What each cell of a table was taken for, so that a screen can show a sheet as it was understood."""

from __future__ import annotations

import re
from collections.abc import Iterable

from park.store.records import Mark

from .axes import Axes
from .columns import ATTRIBUTE, COMPLETION, EMPTY, GROWTH, LABELS, PACE, VALUE, Column
from .context import Context
from .findings import addresses
from .tables import Table

_LABEL_ROLES = {"period": "period", "year": "period", "month": "period", "unit": "unit", "indicator": "indicator"}
_ROLES = {GROWTH: "growth", COMPLETION: "rate", PACE: "rate", ATTRIBUTE: "name"}
_DATES = frozenset({"signed", "started", "completed", "in_production", "planned_start"})
_CELL = re.compile(r"[A-Z]{1,3}\d+")


def table_marks(table: Table, axes: Axes, context: Context) -> list[Mark]:
    """The marks of a table of figures: its header, its columns, and the words around it that were used."""
    marks, runs = [*_around(table, context), *_header(table, axes)], _runs(table)
    for column in axes.columns.values():
        if column.what != EMPTY:
            marks.append(_body(table, runs, column.col, _role(column, context), _words(column)))
    return marks


def ledger_marks(table: Table, roles: dict[str, int]) -> list[Mark]:
    """The marks of a project ledger. roles: what a column is -> its number."""
    marks = [_mark(table, [(r, c) for r in table.header for c in range(table.left, table.right + 1)], "head")]
    runs = _runs(table)
    for role, col in roles.items():
        kind = "actual" if role == "investment" else "period" if role in _DATES else "name"
        marks.append(_body(table, runs, col, kind))
    return marks


def _role(column: Column, context: Context) -> str:
    if column.what == LABELS:
        return _LABEL_ROLES.get(column.axis, "name")
    if column.what in _ROLES:
        return _ROLES[column.what]
    if column.what != VALUE and column.what != "same_period":
        return "skipped"
    aimed = column.label.role == "target" or (not column.label.role and context.measure == "target")
    return "target" if aimed else "actual"


def _words(column: Column) -> str:
    """The header's texts over a column, for the tip of a cell."""
    return " / ".join(text.replace("\n", "") for text in column.texts)


def _header(table: Table, axes: Axes) -> Iterable[Mark]:
    """Header cells, those apart that name a unit, a period or an indicator."""
    for column in axes.columns.values():
        label = column.label
        kind = "period" if label.period and column.what != LABELS else "head"
        kind = "indicator" if label.indicator else kind
        if table.header:
            yield _mark(table, [(r, column.col) for r in table.header], kind, label.unit)


def _around(table: Table, context: Context) -> Iterable[Mark]:
    """The cells outside the table that its period, unit, indicator, zone and cluster came from; the first of these wins a cell."""
    said = [("unit", unit) for unit in context.units] + [
        ("indicator", context.indicator), ("name", context.area), ("name", context.cluster), ("period", context.period),
    ]
    for role, one in said:
        for where in one.where.split(" ") if one else ():
            if _CELL.fullmatch(where):
                yield Mark(table.view.sheet.name, where, role, table.number)


def _runs(table: Table) -> list[tuple[int, int]]:
    """The body as (first, last) of rows that follow each other on the sheet."""
    ids, runs = table.view.row_ids, []
    for r in table.body:
        if runs and ids[r] - ids[runs[-1][1]] == 1:
            runs[-1][1] = r
        else:
            runs.append([r, r])
    return [(first, last) for first, last in runs]


def _body(table: Table, runs: list[tuple[int, int]], col: int, role: str, words: str = "") -> Mark:
    view = table.view
    cells = " ".join(view.cell(a, col) if a == b else f"{view.cell(a, col)}:{view.cell(b, col)}" for a, b in runs)
    return Mark(view.sheet.name, cells, role, table.number, words)


def _mark(table: Table, places: list[tuple[int, int]], role: str, words: str = "") -> Mark:
    return Mark(table.view.sheet.name, addresses(table.view, places), role, table.number, words)
