"""A sheet as it is understood: hidden rows and columns left out, labels spread over their merged ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import NoneType

from etl.read.grid import Merge, Sheet, address

_HEAD = 100  # rows in which a column of numbers may hold texts
SPREAD_LIMIT = 2_000_000  # cells that merged ranges may fill; beyond it a range is only its first cell


@dataclass
class View:
    """rows[r][c]: visible cells, every row equally wide, blank texts as None, merged texts in each cell of their range.

    row_ids, col_ids: where a visible row or column stands on the sheet. covered: (r, c) of merged cells that only repeat
    their range's first cell. spans: first cell of a merged range -> its visible extent (bottom, right).
    """

    sheet: Sheet
    rows: list[list[object]]
    row_ids: list[int]
    col_ids: list[int]
    covered: dict[tuple[int, int], tuple[int, int]]
    spans: dict[tuple[int, int], tuple[int, int]]

    @cached_property
    def counts(self) -> list[int]:
        """Filled cells per row, merged repeats included."""
        if not any(NoneType in kinds for kinds in self.kinds):
            return [self.width] * len(self.rows)
        return [len(row) - row.count(None) for row in self.rows]

    @cached_property
    def columns(self) -> list[tuple[object, ...]]:
        """The cells column by column: long tables are quicker to look at that way."""
        return list(zip(*self.rows, strict=True))

    @cached_property
    def distinct(self) -> list[set[object] | None]:
        """The different cells of each column; None for a column of numbers."""
        return [None if type(column[-1]) is float and str not in set(map(type, column[_HEAD:])) else set(column) for column in self.columns]

    @cached_property
    def kinds(self) -> list[set[type]]:
        """The types of each column's cells, True and 1 counting as the number they equal."""
        pairs = zip(self.columns, self.distinct, strict=True)
        return [set(map(type, column if values is None else values)) for column, values in pairs]

    def column(self, col: int, rows: Sequence[int]) -> Sequence[object]:
        """The cells of a column in some rows, which ascend."""
        cells = self.columns[col]
        if rows and rows[-1] - rows[0] + 1 == len(rows):
            return cells[rows[0]:rows[-1] + 1]
        return [cells[r] for r in rows]

    @cached_property
    def merged_rows(self) -> set[int]:
        """Rows that a merged range touches."""
        return {r for r, _c in self.covered} | {r for r, _c in self.spans}

    @cached_property
    def width(self) -> int:
        return len(self.col_ids)

    def cell(self, row: int, col: int) -> str:
        """A1 address on the sheet of a visible cell."""
        return address(self.row_ids[row], self.col_ids[col])

    def format(self, row: int, col: int) -> str:
        """Number format code of a visible cell, "" for none that matters."""
        return self.sheet.formats.get((self.row_ids[row], self.col_ids[col]), "")

    def anchors(self, row: int, left: int, right: int) -> list[tuple[int, object]]:
        """(column, value) of the filled cells of a row between two columns that are not merged repeats from their left.

        A range merged downwards counts in each of its rows.
        """
        found = []
        for col in range(left, right + 1):
            value = self.rows[row][col]
            if value is not None and (self.covered.get((row, col), (row, col))[1] == col or col == left):
                found.append((col, value))
        return found


def view_of(sheet: Sheet) -> View:
    """The visible part of a sheet."""
    filled = [r for r, row in enumerate(sheet.rows) if any(row) or len(row) > row.count(None)]
    width = max((len(sheet.rows[r]) for r in filled), default=0)
    first = 0 if any(sheet.rows[r][0] is not None for r in filled) else min((_first(sheet.rows[r]) for r in filled), default=0)
    row_ids = [r for r in range(filled[0], filled[-1] + 1) if r not in sheet.hidden_rows] if filled else []
    col_ids = [c for c in range(first, width) if c not in sheet.hidden_cols]
    view = View(sheet, _rows(sheet, width, row_ids, col_ids), row_ids, col_ids, {}, {})
    blank = {text for text in _texts(view) if not text.strip()}
    if blank:
        rows = [[None if type(v) is str and v in blank else v for v in row] for row in view.rows]
        view = replace(view, rows=rows)
    if sheet.merges:
        view = replace(view)  # without columns, which are about to change
        _spread(view)
    return view


def _first(row: list[object]) -> int:
    return next(c for c, value in enumerate(row) if value is not None)


def _rows(sheet: Sheet, width: int, row_ids: list[int], col_ids: list[int]) -> list[list[object]]:
    first = col_ids[0] if col_ids else 0
    whole = len(col_ids) == width - first
    rows = []
    for r in row_ids:
        row = sheet.rows[r]
        if first or len(row) < width:
            row = row[first:]
            row += [None] * (width - first - len(row))
        rows.append(row if whole else [row[c - first] for c in col_ids])
    return rows


def _texts(view: View) -> set[str]:
    """Every text of a view."""
    found: set[str] = set()
    for column, values in zip(view.columns, view.distinct, strict=True):
        found.update(value for value in (column[:_HEAD] if values is None else values) if type(value) is str)
    return found


def _spread(view: View) -> None:
    row_at = {r: i for i, r in enumerate(view.row_ids)}
    col_at = {c: i for i, c in enumerate(view.col_ids)}
    room, last_row, last_col = SPREAD_LIMIT, len(view.sheet.rows) - 1, max(view.col_ids, default=0)
    for merge in view.sheet.merges:
        room -= (min(merge.bottom, last_row) - merge.top + 1) * (min(merge.right, last_col) - merge.left + 1)
        if room < 0:
            break
        rows = [row_at[r] for r in range(merge.top, min(merge.bottom, last_row) + 1) if r in row_at]
        cols = [col_at[c] for c in range(merge.left, min(merge.right, last_col) + 1) if c in col_at]
        if rows and cols:
            _fill(view, merge, rows, cols)


def _fill(view: View, merge: Merge, rows: list[int], cols: list[int]) -> None:
    value = view.sheet.at(merge.top, merge.left)
    if value is None or (isinstance(value, str) and not value.strip()):
        return
    first = (rows[0], cols[0])
    view.spans[first] = (rows[-1], cols[-1])
    for r in rows:
        view.rows[r] = [*view.rows[r]]
        for c in cols:
            view.rows[r][c] = value
            if (r, c) != first:
                view.covered[(r, c)] = first
