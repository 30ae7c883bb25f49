"""Label columns written once per group of rows: whether an empty cell repeats the cell above it."""

from __future__ import annotations

from itertools import accumulate
from types import NoneType
from typing import TYPE_CHECKING

from .columns import Column
from .names import is_total

if TYPE_CHECKING:
    from .rows import RowReader

PLACES = ("area", "cluster", "firm")


def filled_columns(reader: RowReader) -> set[int]:
    """The label columns of a table whose empty cells repeat the cell above."""
    filled: set[int] = set()
    view = reader.table.view
    if not any(NoneType in view.kinds[c.col] and None in view.column(c.col, reader.table.body) for c in reader.labels):
        return filled
    rows = [r for r in reader.table.body if reader.has_figures(r)]
    for column in reader.labels:
        cells = [reader.table.view.rows[r][column.col] for r in rows]
        first = next((v for r, v in zip(rows, cells, strict=True) if not (reader.own(r).total or reader.total_elsewhere(r))), None)
        if column.axis in PLACES and not reader.of_firms():
            first = next(iter(cells), None)
        if first is None or None not in cells:
            continue
        if column.axis in ("period", "year", "indicator") and len(reader.labels) > 1 or column.axis in PLACES and _grouping(reader, column, rows, cells):
            filled.add(column.col)
    return filled


def _grouping(reader: RowReader, column: Column, rows: list[int], cells: list[object]) -> bool:
    """True for a column of parts written once per group: the rows repeat their other labels per group. Where 全园 stands in it too,
    empty cells may mean the park: only if that would make rows equal that differ when filled down."""
    if "firm" in reader.by_axis:
        return column.axis != "firm"
    others = [c.col for c in reader.labels if c.col != column.col and c.axis != "unit"]
    if any(c.axis in PLACES and c.col < column.col for c in reader.labels if c.col in others):
        return False
    keys = [tuple(reader.table.view.rows[r][c] for c in others) for r in rows]
    if any(isinstance(v, str) and (is_total(v) or reader.lexicon.is_park(v)) for v in cells):
        full = list(accumulate(cells, lambda above, cell: above if cell is None else cell))
        bare = len(set(zip(cells, keys, strict=True)))
        return bare < len(keys) == len(set(zip(full, keys, strict=True)))
    return bool(others) and len(set(keys)) < len(keys)
