"""First stage of a reading: any container into a Book of sheets with cells at their true addresses."""

from __future__ import annotations

from pathlib import Path

from etl.read import container, guard, limits, refusals
from etl.read.delimited import read_text
from etl.read.engine import uncollected
from etl.read.grid import Book, Sheet
from etl.read.html import read_html
from etl.read.ods import read_ods
from etl.read.spreadsheetml import read_spreadsheetml
from etl.read.xls import read_xls
from etl.read.xlsb import read_xlsb
from etl.read.xlsx import read_xlsx
from park.locale import _


def read_book(source: str | Path | bytes, name: str | None = None) -> Book:
    """Reads a file (its path or its bytes) into a Book; the content decides what it is, never the name.

    name: the file's name as the person knows it (default: the path's own). Notes tell of a name that does not fit.
    Raises Unreadable with one sentence for whatever holds no table, is protected, damaged or too large.
    """
    data = _bytes_of(source)
    if name is None:
        name = "" if isinstance(source, bytes | bytearray) else Path(source).name
    if not data:
        raise refusals.empty()
    kind = container.kind_of(data)
    with uncollected():
        kind, sheets = guard.run("book", data) if guard.is_heavy(data, kind) else read_content(data)
    if not sheets:
        raise refusals.no_sheets()
    _expect_room(sheets)
    if not any(value is not None for sheet in sheets for row in sheet.rows for value in row) and not any(
        sheet.uncached for sheet in sheets
    ):
        raise refusals.blank()
    return Book(name, kind, sheets, _notes(name, kind))


def _expect_room(sheets: list[Sheet]) -> None:
    """Refuses what would take too much memory and time once every row is as wide as the widest."""
    cells = 0
    for sheet in sheets:
        used = [r for r, row in enumerate(sheet.rows) if row]
        if not used:
            continue
        width = max(len(sheet.rows[r]) for r in used)
        # Only a box that looks too large is measured from its first used row and column.
        if width > limits.USED_COLUMNS or (used[-1] + 1) * width > limits.DENSE_CELLS:
            used = [r for r in used if any(value is not None for value in sheet.rows[r])]
            left = min((next(c for c, value in enumerate(sheet.rows[r]) if value is not None) for r in used), default=width)
            width -= left
        cells += (used[-1] - used[0] + 1) * width if used else 0
        if cells > limits.DENSE_CELLS or width > limits.USED_COLUMNS or len(sheet.merges) > limits.MERGES:
            raise refusals.too_many_cells()


def _bytes_of(source: str | Path | bytes) -> bytes:
    if isinstance(source, bytes | bytearray):
        size = len(source)
    else:
        size = Path(source).stat().st_size
    if size > limits.FILE_BYTES:
        raise refusals.too_many_bytes()
    return bytes(source) if isinstance(source, bytes | bytearray) else Path(source).read_bytes()


def read_content(data: bytes) -> tuple[str, list[Sheet]]:
    """The kind and sheets of a file's content, in this process. Raises Unreadable."""
    kind = container.kind_of(data)
    if kind == "text":
        return read_text(data)
    reader = _READERS.get(kind)
    if reader is None:
        raise container.refusal(kind)
    return kind, reader(data)


_READERS = {
    "xlsx": read_xlsx,
    "xls": read_xls,
    "xlsb": read_xlsb,
    "ods": read_ods,
    "html": read_html,
    "xml": read_spreadsheetml,
}


def _notes(name: str, kind: str) -> list[tuple[str, str]]:
    promised = container.SUFFIXES.get(Path(name).suffix.lower())
    if promised is None or kind in promised:
        return []
    message = _("The name ends in {suffix}, but the content is {kind}; it was read as what it is.")
    return [("wrong_extension", message.format(suffix=Path(name).suffix, kind=kind))]
