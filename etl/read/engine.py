"""Cells of a binary or zipped workbook as python-calamine reads them, in this process or in a child with a memory limit."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from etl.read import guard, limits, refusals
from etl.read.grid import Merge


@dataclass
class RawSheet:
    """A sheet as the engine gives it: rows[0] is row `top`, rows[n][0] is column `left`; empty cells are ''."""

    name: str
    hidden: bool
    top: int
    left: int
    rows: list[list[object]]
    merges: list[Merge]


class TooManyCells(ValueError):
    """A sheet's used box is beyond the limits."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Stops the search for garbage meanwhile: it would walk over the million cells being made, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_here(data: bytes) -> list[RawSheet]:
    """All sheets, read in this process. Raises CalamineError, TooManyCells; may abort the process on a hostile file."""
    sheets, cells = [], 0
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        if len(book.sheets_metadata) > limits.SHEETS:
            raise TooManyCells
        for index, about in enumerate(book.sheets_metadata):
            sheet = book.get_sheet_by_index(index)
            start, end = sheet.start, sheet.end
            if start is None or end is None:
                start, rows = (0, 0), []
            else:
                box = (end[0] - start[0] + 1) * (end[1] + 1)
                cells += box
                if box > limits.BOX_CELLS or cells > limits.BOOK_CELLS:
                    raise TooManyCells
                rows = sheet.to_python()
            merges = [Merge(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
            hidden = about.visible != SheetVisibleEnum.Visible
            sheets.append(RawSheet(about.name, hidden, start[0], start[1], rows, merges))
    return sheets


def read_guarded(data: bytes, seconds: float = limits.CHILD_SECONDS) -> list[RawSheet]:
    """All sheets, read in a child process that may fail without harm. Raises Unreadable (damaged, too_large)."""
    return guard.run("engine", data, seconds)


def read_clean(data: bytes) -> list[RawSheet]:
    """All sheets of a file that a scan found harmless. Raises Unreadable."""
    try:
        return read_here(data)
    except TooManyCells as error:
        raise refusals.too_many_cells() from error
    # calamine raises bare ValueError and OSError for some broken parts.
    except (CalamineError, ValueError, OSError) as error:
        raise refusals.damaged() from error


def at_true_addresses(raw: RawSheet) -> list[list[object]]:
    """The rows from A1 on: '' becomes None, rows above the first used one are empty."""
    pad: list[object] = [None] * raw.left
    rows: list[list[object]] = [[] for _row in range(raw.top)]
    for row in raw.rows:
        if "" in row:
            row = [None if value == "" else value for value in row]
        rows.append(pad + row if raw.left else row)
    return rows
