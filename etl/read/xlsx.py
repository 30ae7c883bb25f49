"""Workbooks of Excel 2007 and later (.xlsx, .xlsm; strict ones too): values by the engine, the rest by a scan of the XML."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from etl.read import engine, limits, refusals
from etl.read.grid import Sheet
from etl.read.numformat import code_of, is_date, is_two_places, is_year_month, to_date
from etl.read.package import Package
from etl.read.xlsx_scan import Scan, filters_in, scan_sheet

_SHARED = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v\s*>\s*(\d{1,9})\s*<""")
_SHARED_BYTES = 20  # of XML that a cell with a shared text takes at least
_STRING = re.compile(rb"</(?:\w+:)?si>")


@dataclass(frozen=True)
class _Part:
    name: str
    path: str
    hidden: bool


def read_xlsx(data: bytes) -> list[Sheet]:
    """The sheets of an .xlsx, in the workbook's order. Raises Unreadable."""
    package = Package(data)
    root_path = next((p for kind, p in package.relations("").values() if kind == "officeDocument"), "xl/workbook.xml")
    root = package.tree(root_path)
    if root is None:
        raise refusals.damaged()
    parts = _sheet_parts(package, root, root_path)
    if len(parts) > limits.SHEETS:
        raise refusals.too_many_sheets()
    if not parts:
        raise refusals.no_sheets()
    named = [part.path for part in parts if part.path]
    if len(set(named)) < len(named):  # a part that many sheets name would be read for each
        raise refusals.damaged()
    kinds = dict(package.relations(root_path).values())
    codes = _style_codes(package, kinds.get("styles", "xl/styles.xml"))
    shared = package.markup(kinds.get("sharedStrings", "xl/sharedStrings.xml"))
    all_scans, sizes, tables = [], [], set()
    for part in parts:
        xml = package.markup(part.path)
        all_scans.append(_scan(package, part, xml, codes, limits.IN_PROCESS_CELLS - sum(scan.cells for scan in all_scans), tables))
        sizes.append(len(xml))
    scans = {part.name: scan for part, scan in zip(parts, all_scans, strict=True)}
    found = len(scans) == len(parts) and all(package.has(part.path) for part in parts)
    _check_shared_text(package, parts, shared, sum(sizes) // _SHARED_BYTES)
    raws = _read(data, all_scans, found)
    since_1904 = any(node.get("date1904") in ("1", "true") for node in root.iter("{*}workbookPr"))
    sheets = []
    for raw in raws:
        sheet = _assemble(raw, scans.get(raw.name, Scan()), since_1904)
        if b"_x000D_" in shared or b"&#13;" in shared or b"\r" in shared:
            _unify_line_breaks(sheet)
        sheets.append(sheet)
    return sheets


def _sheet_parts(package: Package, root, root_path: str) -> list[_Part]:
    relations = package.relations(root_path)
    parts = []
    for node in root.iter("{*}sheet"):
        reference = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
        path = relations.get(reference, ("", ""))[1]
        parts.append(_Part(node.get("name") or "", path, node.get("state", "visible") != "visible"))
    return parts


def _style_codes(package: Package, path: str) -> dict[bytes, str]:
    """Index of a cell style -> its number format code, for the formats that say something."""
    root = package.tree(path)
    if root is None:
        return {}
    custom = {int(n.get("numFmtId", "0")): n.get("formatCode", "") for n in root.iter("{*}numFmt")}
    table = next(root.iter("{*}cellXfs"), None)
    found = {}
    for index, style in enumerate(table.iterchildren("{*}xf") if table is not None else ()):
        code = code_of(int(style.get("numFmtId", "0")), custom)
        if code:
            found[b"%d" % index] = code
    return found


def _scan(package: Package, part: _Part, xml: bytes, styles: dict[bytes, str], box_limit: int, tables: set[str]) -> Scan:
    """The scan of a part. tables: those that belong to parts scanned before, each read once."""
    scan = scan_sheet(xml, styles, box_limit)
    if scan.cells > limits.BOX_CELLS:
        raise refusals.too_many_cells()
    if scan.hidden_rows:
        for kind, path in package.relations(part.path).values():
            if kind == "table" and path not in tables:
                tables.add(path)
                scan.filters += filters_in(package.markup(path))
    return scan


def _read(data: bytes, scans: list[Scan], found: bool) -> list[engine.RawSheet]:
    """The engine's reading, in a child where the scan did not see all there is (found) or saw much."""
    cells = sum(scan.cells for scan in scans)
    if cells > limits.BOOK_CELLS:
        raise refusals.too_many_cells()
    if not found or cells > limits.IN_PROCESS_CELLS:
        return engine.read_guarded(data)
    return engine.read_clean(data)


def _check_shared_text(package: Package, parts: list[_Part], shared: bytes, texts: int) -> None:
    """texts: there are at most so many cells with a shared text. Refuses a workbook whose cells share texts so long that a copy for each would fill the memory."""
    lengths = [len(text) for text in _STRING.split(shared)]
    if max(lengths) * texts <= limits.SHARED_TEXT_BYTES:
        return
    copied = 0
    for part in parts:
        used = Counter(map(int, _SHARED.findall(package.markup(part.path))))
        copied += sum(lengths[index] * times for index, times in used.items() if index < len(lengths))
    if copied > limits.SHARED_TEXT_BYTES:
        raise refusals.too_many_cells()


def _assemble(raw: engine.RawSheet, scan: Scan, since_1904: bool) -> Sheet:
    rows = engine.at_true_addresses(raw)
    sheet = Sheet(raw.name, rows, merges=scan.merges, uncached=scan.uncached, hidden=raw.hidden)
    for (row, col), error in scan.errors.items():
        sheet.put(row, col, error)
    dates = {code for code in set(scan.formats.values()) if is_date(code)}
    for (row, col), code in scan.formats.items():
        # The engine does not know all date formats (Chinese ones above all): it gives their day numbers.
        if code in dates and type(value := sheet.at(row, col)) is float:
            rows[row][col] = to_date(value, since_1904)
    places = {code for code in set(scan.formats.values()) if is_two_places(code)}
    sheet.formats = scan.formats if not places else {
        (row, col): code for (row, col), code in scan.formats.items() if code not in places or is_year_month(sheet.at(row, col))
    }
    sheet.hidden_rows = {row for row in scan.hidden_rows if row < len(rows) and not _filtered(row, scan)}
    sheet.hidden_cols = scan.hidden_cols
    return sheet


def _filtered(row: int, scan: Scan) -> bool:
    """Whether a hidden row is hidden by a filter: it lies in a filter's range, below its header."""
    # An advanced filter leaves only a mark on the sheet, not its range.
    return any(area.top < row <= area.bottom for area in scan.filters) or (scan.filtered and not scan.filters)


def _unify_line_breaks(sheet: Sheet) -> None:
    """Line breaks within cells as \\n, however the program wrote them."""
    for row in sheet.rows:
        for col, value in enumerate(row):
            if type(value) is str and "\r" in value:
                row[col] = value.replace("\r\n", "\n").replace("\r", "\n")
