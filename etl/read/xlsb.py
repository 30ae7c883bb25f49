"""Binary workbooks (.xlsb): values by the engine in a child, the rest by a walk over the records ([MS-XLSB] section 2.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.read import engine, limits, refusals
from etl.read.grid import CellError, Merge, Sheet
from etl.read.numformat import code_of, is_date, to_date
from etl.read.package import Package
from etl.read.xls import ERRORS
from etl.read.xlsx_scan import MAX_COLS, MAX_ROWS

ROW, CELL_FIRST, CELL_LAST, COL_INFO, MERGE, BUNDLE_SHEET = 0, 1, 11, 60, 176, 156
ERROR_CELL, ERROR_RESULT, WORKBOOK_PROPERTIES = 3, 11, 153
FORMAT, STYLE, STYLES_BEGIN, STYLES_END = 44, 47, 617, 618
FILTER_COLUMN = 163


@dataclass
class _Scan:
    errors: dict[tuple[int, int], CellError] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)
    filtered: bool = False
    row: int = 0
    top: int = MAX_ROWS
    bottom: int = -1
    right: int = -1


def read_xlsb(data: bytes) -> list[Sheet]:
    """The sheets of an .xlsb, in the workbook's order. Raises Unreadable."""
    package = Package(data)
    root = next((p for kind, p in package.relations("").values() if kind == "officeDocument"), "xl/workbook.bin")
    relations = package.relations(root)
    styles = next((path for kind, path in relations.values() if kind == "styles"), "xl/styles.bin")
    codes = _style_codes(package.read(styles))
    since_1904, scans, places = False, {}, set()
    try:
        for number, content in records_of(package.read(root)):
            if number == WORKBOOK_PROPERTIES:
                since_1904 = bool(content[0] & 1)
            elif number == BUNDLE_SHEET:
                reference, at = _text(content, 8)
                name, _end = _text(content, at)
                place = relations.get(reference, ("", ""))[1]
                if place and (place in places or len(places) >= limits.SHEETS):  # a part that many sheets name would be read for each
                    raise refusals.damaged() if place in places else refusals.too_many_sheets()
                places.add(place)
                scans[name] = _scan_sheet(package.read(place), codes)
    except (struct.error, IndexError) as error:
        raise refusals.damaged() from error
    boxes = [max(scan.bottom - scan.top + 1, 0) * (scan.right + 1) for scan in scans.values()]
    if max(boxes, default=0) > limits.BOX_CELLS or sum(boxes) > limits.BOOK_CELLS:
        raise refusals.too_many_cells()
    return [_assemble(raw, scans.get(raw.name, _Scan()), since_1904) for raw in engine.read_guarded(data)]


def records_of(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Record number and content; both number and length take seven bits per byte."""
    at = 0
    while at < len(body):
        number = body[at]
        at += 1
        if number & 0x80:
            number = (number & 0x7F) | (body[at] & 0x7F) << 7
            at += 1
        length = 0
        for shift in (0, 7, 14, 21):
            byte = body[at]
            at += 1
            length |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield number, body[at : at + length]
        at += length


def _text(content: bytes, at: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", content, at)[0]
    if length > len(content):  # 0xFFFFFFFF stands for no text
        return "", at + 4
    end = at + 4 + 2 * length
    return content[at + 4 : end].decode("utf-16-le", "replace"), end


def _style_codes(body: bytes) -> dict[int, str]:
    custom, numbers, inside = {}, [], False
    try:
        for number, content in records_of(body):
            if number == FORMAT:
                custom[struct.unpack_from("<H", content)[0]] = _text(content, 2)[0]
            elif number in (STYLES_BEGIN, STYLES_END):
                inside = number == STYLES_BEGIN
            elif number == STYLE and inside:
                numbers.append(struct.unpack_from("<H", content, 2)[0])
    except (struct.error, IndexError) as error:
        raise refusals.damaged() from error
    return {index: code for index, number in enumerate(numbers) if (code := code_of(number, custom))}


def _scan_sheet(body: bytes, codes: dict[int, str]) -> _Scan:
    scan = _Scan()
    for number, content in records_of(body):
        if number == ROW:
            scan.row = struct.unpack_from("<I", content)[0]
            if content[11] & 0x10:
                scan.hidden_rows.add(scan.row)
        elif CELL_FIRST < number <= CELL_LAST:  # the first is a cell with a look but no value
            _take_cell(scan, number, content, codes)
        elif number == COL_INFO and content[16] & 0x01:
            first, last = struct.unpack_from("<II", content)
            scan.hidden_cols.update(range(first, min(last + 1, MAX_COLS)))
        elif number == MERGE:
            top, bottom, left, right = struct.unpack_from("<IIII", content)
            scan.merges.append(Merge(top, left, bottom, right))
        elif number == FILTER_COLUMN:
            scan.filtered = True
    return scan


def _take_cell(scan: _Scan, number: int, content: bytes, codes: dict[int, str]) -> None:
    col, style = struct.unpack_from("<II", content)
    scan.top, scan.bottom = min(scan.top, scan.row), max(scan.bottom, scan.row)
    scan.right = max(scan.right, col)
    if number in (ERROR_CELL, ERROR_RESULT):
        scan.errors[scan.row, col] = ERRORS.get(content[8], CellError.OTHER)
    code = codes.get(style & 0xFFFFFF)
    if code:
        scan.formats[scan.row, col] = code


def _assemble(raw: engine.RawSheet, scan: _Scan, since_1904: bool) -> Sheet:
    sheet = Sheet(raw.name, engine.at_true_addresses(raw), merges=scan.merges, hidden=raw.hidden)
    for (row, col), error in scan.errors.items():
        sheet.put(row, col, error)
    for (row, col), code in scan.formats.items():
        value = sheet.at(row, col)
        if value is None or type(value) is str:
            continue
        sheet.formats[row, col] = code
        if is_date(code) and type(value) is float:
            sheet.put(row, col, to_date(value, since_1904))
    # Rows that a filter hides are data; with a criterion set, all hidden ones pass for the filter's.
    sheet.hidden_rows = set() if scan.filtered else {row for row in scan.hidden_rows if row < len(sheet.rows)}
    sheet.hidden_cols = scan.hidden_cols
    return sheet
