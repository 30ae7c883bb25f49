"""OpenDocument spreadsheets (.ods), read whole from content.xml: python-calamine hides merges, errors and formats of these."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from lxml import etree

from etl.read import limits, refusals
from etl.read.grid import CellError, Merge, Sheet
from etl.read.numformat import telling
from etl.read.package import Package
from etl.read.xlsx_scan import MAX_COLS, MAX_ROWS, error_of

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, OFFICE, TEXT = f"{{{_URN}table:1.0}}", f"{{{_URN}office:1.0}}", f"{{{_URN}text:1.0}}"
STYLE, NUMBER = f"{{{_URN}style:1.0}}", f"{{{_URN}datastyle:1.0}}"
CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?")
_ERROR_TEXT = re.compile(r"#(?:REF|DIV/0|N/A|NAME|VALUE|NUM|NULL)[!?]?|(?:Err|错误):\d{3}")
_LIBRE_ERRORS = {"Err:502": CellError.VALUE, "Err:503": CellError.NUM, "Err:524": CellError.REF, "Err:508": CellError.NAME}
# What the parts of a number style read as in a format code.
_CODE_PARTS = {
    "year": ("yy", "yyyy"), "month": ("m", "mm"), "day": ("d", "dd"), "hours": ("h", "hh"), "minutes": ("mm", "mm"),
    "seconds": ("ss", "ss"), "am-pm": ("AM/PM", "AM/PM"), "day-of-week": ("ddd", "dddd"), "quarter": ("q", "q"),
}  # fmt: skip


@dataclass
class _Building:
    """A sheet under way: rows as they come, and how many cells they hold."""

    sheet: Sheet
    codes: dict[str, str]
    row: int = 0
    cells: int = 0
    col_styles: list[str] = field(default_factory=list)


def read_ods(data: bytes) -> list[Sheet]:
    """The sheets of an .ods, in the document's order. Raises Unreadable."""
    package = Package(data)
    if b"manifest:encryption-data" in package.read("META-INF/manifest.xml"):
        raise refusals.password()
    root = package.tree("content.xml")
    if root is None:
        raise refusals.damaged()
    codes = _style_codes([node for node in (package.tree("styles.xml"), root) if node is not None])
    hidden = {
        style.get(f"{STYLE}name")
        for style in root.iter(f"{STYLE}style")
        if any(p.get(f"{TABLE}display") == "false" for p in style.iter(f"{STYLE}table-properties"))
    }
    tables = list(root.iterfind(f".//{OFFICE}spreadsheet/{TABLE}table"))
    if len(tables) > limits.SHEETS:
        raise refusals.too_many_sheets()
    return [_read_table(table, codes, table.get(f"{TABLE}style-name") in hidden) for table in tables]


def _read_table(table: etree._Element, codes: dict[str, str], hidden: bool) -> Sheet:
    built = _Building(Sheet(table.get(f"{TABLE}name") or "", [], hidden=hidden), codes)
    _read_columns(table, built)
    for row in table.iter(f"{TABLE}table-row"):
        _read_row(row, built)
    sheet = built.sheet
    sheet.hidden_rows = {row for row in sheet.hidden_rows if row < len(sheet.rows)}
    return sheet


def _read_columns(table: etree._Element, built: _Building) -> None:
    for column in table.iter(f"{TABLE}table-column"):
        count = min(_count(column, "number-columns-repeated"), MAX_COLS - len(built.col_styles))
        if column.get(f"{TABLE}visibility") == "collapse":
            start = len(built.col_styles)
            built.sheet.hidden_cols.update(range(start, start + count))
        built.col_styles += [column.get(f"{TABLE}default-cell-style-name") or ""] * count


def _read_row(row: etree._Element, built: _Building) -> None:
    times = _count(row, "number-rows-repeated")
    values, notes = _read_cells(row, built)
    if row.get(f"{TABLE}visibility") == "collapse" and built.row < MAX_ROWS:
        built.sheet.hidden_rows.update(range(built.row, min(built.row + times, MAX_ROWS)))
    if values:
        built.cells += times * len(values)
        if built.cells > limits.IN_PROCESS_CELLS or built.row + times > MAX_ROWS:
            raise refusals.too_many_cells()
        built.sheet.rows.extend([] for _row in range(len(built.sheet.rows), built.row))
        for again in range(times):
            built.sheet.rows.append(list(values))
            for col, cell in notes:
                _note(built, built.row + again, col, cell)
    built.row += times


def _read_cells(row: etree._Element, built: _Building) -> tuple[list[object], list[tuple[int, etree._Element]]]:
    """Values of a row up to its last one with content, and the cells that may carry more than a value."""
    values: list[object] = []
    notes: list[tuple[int, etree._Element]] = []
    col = 0
    for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        times = _count(cell, "number-columns-repeated")
        value = value_of(cell)
        spans = cell.get(f"{TABLE}number-columns-spanned") or cell.get(f"{TABLE}number-rows-spanned")
        formula = cell.get(f"{TABLE}formula")
        if value is not None or spans or formula:
            if col + times > MAX_COLS:
                raise refusals.too_many_cells()
            values.extend([None] * (col - len(values)) + [value] * times)
            notes.extend((col + offset, cell) for offset in range(times))
        col += times
    return values, notes


def _note(built: _Building, row: int, col: int, cell: etree._Element) -> None:
    """Keeps a cell's format, merge and missing result."""
    value = built.sheet.rows[row][col]
    style = cell.get(f"{TABLE}style-name") or (built.col_styles[col] if col < len(built.col_styles) else "")
    if style in built.codes and value is not None and type(value) is not str:
        built.sheet.formats[row, col] = built.codes[style]
    width, height = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
    if width > 1 or height > 1:
        built.sheet.merges.append(Merge(row, col, min(row + height, MAX_ROWS) - 1, min(col + width, MAX_COLS) - 1))
    if cell.get(f"{TABLE}formula") and value is None and cell.get(f"{OFFICE}value-type") is None:
        built.sheet.uncached.add((row, col))


def value_of(cell: etree._Element) -> object:
    """A cell's value: number, bool, date, datetime, time of day as timedelta or time, text, CellError; None when empty."""
    kind = cell.get(f"{OFFICE}value-type")
    if kind is None and not len(cell):
        return None
    text = text_of(cell)
    if cell.get(f"{CALCEXT}value-type") == "error" or (cell.get(f"{TABLE}formula") and _ERROR_TEXT.fullmatch(text)):
        return _LIBRE_ERRORS.get(text.replace("错误", "Err")) or error_of(text)
    if kind in ("float", "percentage", "currency"):
        return _number(cell.get(f"{OFFICE}value")) if cell.get(f"{OFFICE}value") else (text or None)
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    if kind == "date":
        return _date(cell.get(f"{OFFICE}date-value") or "") or text or None
    if kind == "time":
        return _time(cell.get(f"{OFFICE}time-value") or "") or text or None
    return (cell.get(f"{OFFICE}string-value") or text) or None


def text_of(cell: etree._Element) -> str:
    """The paragraphs of a cell, joined by line breaks; comments left out."""
    return "\n".join(_inner(paragraph) for paragraph in cell.iterchildren(f"{TEXT}p"))


def _inner(node: etree._Element) -> str:
    pieces = [node.text or ""]
    for child in node:
        if child.tag == f"{TEXT}s":
            pieces.append(" " * min(int(child.get(f"{TEXT}c", "1")), 1000))
        elif child.tag == f"{TEXT}tab":
            pieces.append("\t")
        elif child.tag == f"{TEXT}line-break":
            pieces.append("\n")
        elif isinstance(child.tag, str) and child.tag != f"{OFFICE}annotation":
            pieces.append(_inner(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _date(text: str) -> object:
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return when.date() if when.time() == dt.time() else when


def _time(text: str) -> object:
    match = _DURATION.fullmatch(text)
    if not match:
        return None
    days, hours, minutes = (int(part or 0) for part in match.groups()[1:4])
    span = dt.timedelta(days=days, hours=hours, minutes=minutes, seconds=float(match[5] or 0))
    return -span if match[1] else span


def _count(node: etree._Element, name: str) -> int:
    text = node.get(f"{TABLE}{name}", "1")
    return max(int(text), 1) if text.isdigit() else 1


def _style_codes(roots: list[etree._Element]) -> dict[str, str]:
    """Cell style -> format code, for the formats that say something of a value; the document's parts share their styles."""
    looks, styles = {}, {}
    for root in roots:
        for kind in ("number", "percentage", "date", "time", "currency"):
            for node in root.iter(f"{NUMBER}{kind}-style"):
                looks[node.get(f"{STYLE}name")] = _code(node)
        for style in root.iter(f"{STYLE}style"):
            if style.get(f"{STYLE}family") == "table-cell":
                styles[style.get(f"{STYLE}name")] = style
    found = {}
    for name, style in styles.items():
        parent = styles.get(style.get(f"{STYLE}parent-style-name"))
        look = style.get(f"{STYLE}data-style-name")
        if not look and parent is not None:
            look = parent.get(f"{STYLE}data-style-name")
        if telling(looks.get(look, "")):
            found[name] = looks[look]
    return found


def _code(style: etree._Element) -> str:
    """A number style as a format code, as near as its meaning needs."""
    pieces = []
    for part in style:
        name = etree.QName(part).localname if isinstance(part.tag, str) else ""
        if name in ("number", "scientific-number", "fraction"):
            places = part.get(f"{NUMBER}decimal-places", "0")
            pieces.append("0" + ("." + "0" * min(int(places), 15) if places.isdigit() and int(places) else ""))
        elif name in _CODE_PARTS:
            pieces.append(_CODE_PARTS[name][part.get(f"{NUMBER}style") == "long"])
        elif name == "text" and part.text:
            quiet = part.text == "%" or not part.text.strip("-/.: ()")
            pieces.append(part.text if quiet else f'"{part.text}"')
    return "".join(pieces)
