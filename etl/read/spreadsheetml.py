"""XML Spreadsheet 2003 (SpreadsheetML), which report systems save with an .xls name."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from etl.read import limits, refusals
from etl.read.grid import Merge, Sheet
from etl.read.numformat import is_date, telling, to_date
from etl.read.package import parse
from etl.read.xlsx_scan import MAX_COLS, MAX_ROWS, error_of

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"
# Formats that the format names instead of writing their codes.
_NAMED = {
    "Percent": "0.00%", "General Date": "yyyy/m/d h:mm", "Long Date": 'yyyy"年"m"月"d"日"', "Medium Date": "d-mmm-yy",
    "Short Date": "yyyy/m/d", "Long Time": "h:mm:ss", "Medium Time": "h:mm AM/PM", "Short Time": "h:mm",
}  # fmt: skip


def read_spreadsheetml(data: bytes) -> list[Sheet]:
    """The sheets of the workbook, in its order. Raises Unreadable."""
    if len(data) > limits.MARKUP_BYTES:
        raise refusals.too_many_bytes()
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data[:4096]:
        raise refusals.entities()
    root = parse(data.lstrip())
    codes = {}
    for style in root.iter(f"{SS}Style"):
        form = style.find(f"{SS}NumberFormat")
        code = form.get(f"{SS}Format", "") if form is not None else ""
        code = _NAMED.get(code, code)
        if code and telling(code):
            codes[style.get(f"{SS}ID")] = code
    since_1904 = root.find(f".//{EXCEL}Date1904") is not None
    tables = list(root.iterchildren(f"{SS}Worksheet"))
    if len(tables) > limits.SHEETS:
        raise refusals.too_many_sheets()
    return [_Reading(node, codes, since_1904).sheet for node in tables]


class _Reading:
    """One worksheet, read row by row."""

    def __init__(self, node: etree._Element, codes: dict[str, str], since_1904: bool):
        self.codes, self.since_1904, self.cells = codes, since_1904, 0
        visible = node.findtext(f"{EXCEL}WorksheetOptions/{EXCEL}Visible", "")
        self.sheet = Sheet(node.get(f"{SS}Name") or "", [], hidden=visible.startswith("Sheet"))
        table = node.find(f"{SS}Table")
        if table is None:
            return
        self.col_styles = self._columns(table)
        # A filter with a criterion set: the rows that it hides are data.
        self.filtered = node.find(f"{EXCEL}AutoFilter//{EXCEL}AutoFilterCondition") is not None
        self._rows(table)

    def _columns(self, table: etree._Element) -> dict[int, str]:
        styles, col = {}, 0
        for node in table.iterchildren(f"{SS}Column"):
            col = _index(node, col, MAX_COLS)
            span = min(_number(node, "Span", 0), MAX_COLS - col - 1)
            for offset in range(span + 1):
                styles[col + offset] = node.get(f"{SS}StyleID") or ""
            if node.get(f"{SS}Hidden") == "1":
                self.sheet.hidden_cols.update(range(col, col + span + 1))
            col += span + 1
        return styles

    def _rows(self, table: etree._Element) -> None:
        at = 0
        for row in table.iterchildren(f"{SS}Row"):
            at = _index(row, at, MAX_ROWS)
            span = min(_number(row, "Span", 0), MAX_ROWS - at - 1)
            if row.get(f"{SS}Hidden") == "1" and not self.filtered:
                self.sheet.hidden_rows.update(range(at, at + span + 1))
            col = 0
            for cell in row.iterchildren(f"{SS}Cell"):
                col = _index(cell, col, MAX_COLS)
                col += self._cell(row, cell, at, col)
            at += span + 1

    def _cell(self, row: etree._Element, cell: etree._Element, at: int, col: int) -> int:
        """Keeps one cell; answers how many columns it takes."""
        self.cells += 1
        across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
        across = min(across, MAX_COLS - col - 1)
        if across or down:
            self.sheet.merges.append(Merge(at, col, min(at + down, MAX_ROWS - 1), col + across))
        data = cell.find(f"{SS}Data")
        style = cell.get(f"{SS}StyleID") or row.get(f"{SS}StyleID") or self.col_styles.get(col, "")
        code = self.codes.get(style, "")
        value = self._value(data, code) if data is not None else None
        if value is not None:
            # A far column costs a long row: count what is made, not what is written.
            self.cells += col
            if self.cells > limits.IN_PROCESS_CELLS * 4:
                raise refusals.too_many_cells()
            self.sheet.put(at, col, value)
            if code and type(value) is not str:
                self.sheet.formats[at, col] = code
        elif cell.get(f"{SS}Formula"):
            self.sheet.uncached.add((at, col))
        return across + 1

    def _value(self, data: etree._Element, code: str) -> object:
        text = "".join(data.itertext())
        kind = data.get(f"{SS}Type")
        if kind == "Error":
            return error_of(text)
        if kind == "Boolean":
            return text.strip() == "1"
        if kind == "DateTime":
            return _date(text.strip())
        if kind == "Number":
            return self._figure(text, code)
        return text or None

    def _figure(self, text: str, code: str) -> object:
        try:
            number = float(text)
        except ValueError:
            return text or None
        return to_date(number, self.since_1904) if code and is_date(code) else number


def _date(text: str) -> object:
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return text or None
    if when.date() == dt.date(1899, 12, 31):
        return when.time()
    return when.date() if when.time() == dt.time() else when


def _index(node: etree._Element, default: int, most: int) -> int:
    place = _number(node, "Index", default + 1) - 1
    if not 0 <= place < most:
        raise refusals.too_many_cells()
    return place


def _number(node: etree._Element, name: str, default: int) -> int:
    text = node.get(f"{SS}{name}") or ""
    return int(text) if text.isdigit() and len(text) < 10 else default
