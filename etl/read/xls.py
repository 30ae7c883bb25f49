"""Workbooks of Excel 5 to 2003 and WPS (.xls, .et): values by the engine in a child, the rest by a walk over the records.

Record numbers and layouts: [MS-XLS] section 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.read import engine, limits, refusals
from etl.read.grid import CellError, Sheet
from etl.read.numformat import code_of, is_date, to_date
from etl.read.ole import stream

BOF, FILEPASS, BOUNDSHEET, DATE_1904, FORMAT, XF = 0x809, 0x2F, 0x85, 0x22, 0x41E, 0xE0
ROW, COLINFO, FILTERMODE, FORMULA, BOOLERR, MULRK = 0x208, 0x7D, 0x9B, 0x06, 0x205, 0xBD
_SINGLE = {0x203, 0x27E, FORMULA, BOOLERR}  # NUMBER, RK and those with a result: row, column, style first
ERRORS = {
    0x00: CellError.NULL, 0x07: CellError.DIV0, 0x0F: CellError.VALUE, 0x17: CellError.REF,
    0x1D: CellError.NAME, 0x24: CellError.NUM, 0x2A: CellError.NA,
}  # fmt: skip


@dataclass
class _SheetRecords:
    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    errors: dict[tuple[int, int], CellError] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)
    filtered: bool = False
    top: int = 70_000
    bottom: int = -1
    right: int = -1


@dataclass
class _Records:
    sheets: list[_SheetRecords] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    since_1904: bool = False


def read_xls(data: bytes) -> list[Sheet]:
    """The sheets of an .xls or .et, in the workbook's order. Raises Unreadable."""
    body = stream(data, ("Workbook", "Book"))
    if not body:
        raise refusals.not_an_ole_workbook()
    records = _walk_book(body)
    if len(records.sheets) > limits.SHEETS:
        raise refusals.too_many_sheets()
    cells = [max(s.bottom - s.top + 1, 0) * (s.right + 1) for s in records.sheets]
    if max(cells, default=0) > limits.BOX_CELLS or sum(cells) > limits.BOOK_CELLS:
        raise refusals.too_many_cells()
    raws = engine.read_guarded(data)
    seen = records.sheets if len(records.sheets) == len(raws) else [_SheetRecords() for _raw in raws]
    return [_assemble(raw, sheet, records) for raw, sheet in zip(raws, seen, strict=True)]


def records_of(body: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Record number and content, from a place on, until the stream ends or breaks off."""
    at = start
    while at + 4 <= len(body):
        number, length = struct.unpack_from("<HH", body, at)
        yield number, body[at + 4 : at + 4 + length]
        at += 4 + length


def _walk_book(body: bytes) -> _Records:
    book, starts, formats, styles = _Records(), [], {}, []
    wide = True
    for position, (number, content) in enumerate(records_of(body)):
        if position == 0:
            wide = content[:2] == b"\x00\x06"
        elif number == FILEPASS:
            raise refusals.password()
        elif number == 0x0A:
            break
        elif number == BOUNDSHEET and len(content) >= 8:
            starts.append(struct.unpack_from("<I", content)[0])
        elif number == FORMAT:
            formats.update(_format(content, wide))
        elif number == XF and len(content) >= 4:
            styles.append(struct.unpack_from("<H", content, 2)[0])
        elif number == DATE_1904:
            book.since_1904 = content[:1] == b"\x01"
    if len(starts) > limits.SHEETS:
        raise refusals.too_many_sheets()
    book.codes = {i: code for i, number in enumerate(styles) if (code := code_of(number, formats))}
    walked = 0
    for start in starts:
        sheet, end = _walk_sheet(body, start, book.codes)
        book.sheets.append(sheet)
        walked += end - start
        if walked > 2 * len(body):  # sheets that share their records, so that a small file is read a thousand times
            raise refusals.damaged()
    return book


def _format(content: bytes, wide: bool) -> dict[int, str]:
    """Number and code of a FORMAT record; Excel 5 writes one byte per character."""
    if wide and len(content) >= 5:
        number, length, flag = struct.unpack_from("<HHB", content)
        text = content[5 : 5 + length * 2].decode("utf-16-le", "replace") if flag & 1 else content[5:].decode("latin-1")
        return {number: text[:length]}
    if not wide and len(content) >= 3:
        return {struct.unpack_from("<H", content)[0]: content[3:].decode("gb18030", "replace")}
    return {}


def _walk_sheet(body: bytes, start: int, codes: dict[int, str]) -> tuple[_SheetRecords, int]:
    """What the records of a sheet say, and where they end."""
    sheet, depth, end = _SheetRecords(), 0, start
    for number, content in records_of(body, start):
        end += 4 + len(content)
        if number == BOF:
            depth += 1
        elif number == 0x0A:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1:  # deeper ones are charts within the sheet
            try:
                _take(sheet, number, content, codes)
            except struct.error:
                continue
    return sheet, end


def _take(sheet: _SheetRecords, number: int, content: bytes, codes: dict[int, str]) -> None:
    """Notes what one record of a sheet says."""
    if number in _SINGLE or number in (0xFD, 0x204, 0xD6):
        row, col, style = struct.unpack_from("<HHH", content)
        _extend(sheet, row, col)
        if number in _SINGLE and style in codes:
            sheet.styles[row, col] = style
        if number == BOOLERR and content[7] == 1:
            sheet.errors[row, col] = ERRORS.get(content[6], CellError.OTHER)
        if number == FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:
            sheet.errors[row, col] = ERRORS.get(content[8], CellError.OTHER)
    elif number == MULRK:
        row, first = struct.unpack_from("<HH", content)
        for offset in range((len(content) - 6) // 6):
            style = struct.unpack_from("<H", content, 4 + 6 * offset)[0]
            _extend(sheet, row, first + offset)
            if style in codes:
                sheet.styles[row, first + offset] = style
    elif number == ROW and content[12] & 0x20:
        sheet.hidden_rows.add(struct.unpack_from("<H", content)[0])
    elif number == COLINFO and content[8] & 0x01:
        first, last = struct.unpack_from("<HH", content)
        sheet.hidden_cols.update(range(first, min(last, 255) + 1))
    elif number == FILTERMODE:
        sheet.filtered = True


def _extend(sheet: _SheetRecords, row: int, col: int) -> None:
    sheet.top, sheet.bottom, sheet.right = min(sheet.top, row), max(sheet.bottom, row), max(sheet.right, col)


def _assemble(raw: engine.RawSheet, seen: _SheetRecords, book: _Records) -> Sheet:
    sheet = Sheet(raw.name, engine.at_true_addresses(raw), merges=raw.merges, hidden=raw.hidden)
    for (row, col), error in seen.errors.items():
        sheet.put(row, col, error)
    for (row, col), style in seen.styles.items():
        code, value = book.codes[style], sheet.at(row, col)
        if value is None:
            continue
        sheet.formats[row, col] = code
        if is_date(code) and type(value) is float:
            sheet.put(row, col, to_date(value, book.since_1904))
    # The range of a filter stands in a name of the workbook; a sheet in filter mode has its hidden rows from the filter.
    sheet.hidden_rows = set() if seen.filtered else {row for row in seen.hidden_rows if row < len(sheet.rows)}
    sheet.hidden_cols = seen.hidden_cols
    return sheet
