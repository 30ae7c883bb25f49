"""A file on its way back to whoever must mend it: the same workbook, coloured and commented at every doubt, and a sheet of all findings."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from etl.marked import Listing, marked
from etl.marked_sheet import AUTHOR, FILLS, MOST_CELLS, Mark
from etl.read import container, read_book
from etl.read.grid import CellError, Sheet, Unreadable
from etl.recognise.assemble import RETURNED
from etl.texts.documents import read_document
from park.locale import _
from park.store.records import Finding

FINDINGS = RETURNED  # the sheet's name, which whoever gets the file back looks for
WIDTHS = (6, 8, 14, 14, 60, 50)
_RANGE = re.compile(r"[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\[\]:*?/\\]")


def returned(data: bytes, name: str, findings: Iterable[Finding]) -> bytes:
    """An .xlsx with comments and colour at the findings' cells (notes are only listed) and the sheet 核对意见, first of all.

    A workbook of Excel 2007 and later stays as it is in everything else (etl/marked.py); another container gives its cells and merges.
    Raises Unreadable.
    """
    findings = list(findings)
    if container.kind_of(data) == "xlsx" and (whole := marked(data, _marks(findings), _listing(findings))) is not None:
        return whole
    book, sheets = _own(data) or _copied(data, name)
    for finding in findings:
        if finding.severity != "note" and finding.sheet in sheets:
            _mark(sheets[finding.sheet], finding)
    _list(book, findings)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _marks(findings: list[Finding]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for finding in findings:
        if finding.severity != "note":
            found.setdefault(finding.sheet, []).append(Mark(finding.cell, finding.severity, _said(finding)))
    return found


def _said(finding: Finding) -> str:
    return f"{_word(finding.severity)}：" + " ".join(part for part in (finding.message, finding.suggestion) if part)


def _listing(findings: list[Finding]) -> Listing:
    """The sheet of findings, errors first."""
    order = list(FILLS)
    rows = [("", (_("No."), _("Kind"), _("Sheet"), _("Cell"), _("What is doubted"), _("What to do")))]
    for number, finding in enumerate(sorted(findings, key=lambda f: order.index(f.severity)), start=1):
        rows.append((finding.severity, (str(number), _word(finding.severity), finding.sheet, finding.cell, finding.message, finding.suggestion)))
    return Listing(FINDINGS, rows, WIDTHS)


def returned_name(name: str) -> str:
    """How the file is called on its way back: 9月.xls gives 9月_核对意见.xlsx."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name)
    return f"{stem}_{FINDINGS}.xlsx"


def _own(data: bytes) -> tuple[Workbook, dict[str, Worksheet]] | None:
    """The workbook itself and its sheets by name, where openpyxl can write it again."""
    if container.kind_of(data) != "xlsx":
        return None
    try:
        book = load_workbook(io.BytesIO(data))
    except (KeyError, ValueError, TypeError, AttributeError, OSError):
        return None  # a part that openpyxl does not take; the cells are copied instead
    return book, {sheet.title: sheet for sheet in book.worksheets}


def _copied(data: bytes, name: str) -> tuple[Workbook, dict[str, Worksheet]]:
    """A new workbook of the file's cells, and its sheets by the names that the findings call them."""
    document = read_document(data)
    sheets = list(document.tables) if document is not None else read_book(data, name).sheets
    if not sheets:
        raise Unreadable("no_sheets", _("This file has no table that could be sent back."))
    book = Workbook()
    book.remove(book.active)
    made = {}
    for sheet in sheets:
        made[sheet.name] = book.create_sheet(_FORBIDDEN.sub("_", sheet.name)[:31] or "Sheet")
        _copy(made[sheet.name], sheet)
    return book, made


def _copy(target: Worksheet, sheet: Sheet) -> None:
    for r, row in enumerate(sheet.rows, start=1):
        for c, value in enumerate(row, start=1):
            if value is not None:
                put_text(target.cell(r, c), value, sheet.formats.get((r - 1, c - 1), ""))
    for merge in sheet.merges[:2000]:
        target.merge_cells(start_row=merge.top + 1, start_column=merge.left + 1, end_row=merge.bottom + 1, end_column=merge.right + 1)
    target.sheet_state = "hidden" if sheet.hidden else "visible"
    for column in range(1, min(target.max_column, 60) + 1):
        target.column_dimensions[get_column_letter(column)].width = 14


def put_text(cell: Cell, value: object, code: str = "") -> None:
    """A value as it is; a text stays text, whatever it begins with."""
    if isinstance(value, CellError):
        value = value.value
    if isinstance(value, str):
        cell.value = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)[:32000]
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
        return
    cell.value = value
    if code:
        cell.number_format = code


def _mark(sheet: Worksheet, finding: Finding) -> None:
    cells = _cells(sheet, finding.cell)
    for cell in cells:
        cell.fill = PatternFill("solid", fgColor=FILLS[finding.severity])
    for cell in cells[:1]:
        before = f"{cell.comment.text}\n" if cell.comment else ""
        cell.comment = Comment(f"{before}{_said(finding)}", AUTHOR, height=110, width=280)


def _cells(sheet: Worksheet, addresses: str) -> list[Cell]:
    """The cells of addresses and ranges; of a merged range its first cell."""
    found: dict[tuple[int, int], Cell] = {}
    for part in _RANGE.findall(addresses):
        left, top, right, bottom = range_boundaries(part)
        for r in range(top, bottom + 1):
            for c in range(left, right + 1):
                if len(found) >= MOST_CELLS:
                    return list(found.values())
                cell = sheet.cell(r, c)
                if isinstance(cell, MergedCell):
                    merge = next(m for m in sheet.merged_cells.ranges if cell.coordinate in m)
                    cell = sheet.cell(merge.min_row, merge.min_col)
                found[cell.row, cell.column] = cell
    return list(found.values())


def _list(book: Workbook, findings: list[Finding]) -> None:
    """The sheet of findings, first of all."""
    listing, name = _listing(findings), FINDINGS
    while name in book.sheetnames:
        name += "_"
    sheet = book.create_sheet(name, 0)
    for row, (severity, texts) in enumerate(listing.rows, start=1):
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(row, column)
            put_text(cell, text)
            if severity:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            else:
                cell.font = Font(bold=True)
        if severity:
            sheet.cell(row, 2).fill = PatternFill("solid", fgColor=FILLS[severity])
    for letter, width in zip("ABCDEF", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    book.active = 0
    for other in book.worksheets:  # two selected sheets are a group: what is typed into one goes into both
        for view in other.views.sheetView:
            view.tabSelected = other is sheet


def _word(severity: str) -> str:
    return {"error": _("error"), "warning": _("warning"), "note": _("note")}[severity]
