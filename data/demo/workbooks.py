"""Writes the simulated figures into workbooks as park staff keep them; the same input gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from etl.template import DATA, GUIDE, write_template

from .figures import Line

MADE = datetime(2013, 10, 8, 9, 0, 0)
THIN = Border(*[Side(style="thin")] * 4)
MISSING = "—"
NOTE = "注：本表各月数据为模拟数据，仅供演示，不是任何园区的实际数据。"


@dataclass(frozen=True)
class Table:
    """A monthly table: groups are headings with the names of their lines; unit_column False writes the unit once, above.

    It has no column of targets: targets are the documents' own, and a simulated workbook must not restate them.
    """

    park: str
    parts: tuple[str, ...]
    lines: dict[str, Line]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    unit_column: bool = True


def save(book: Workbook, path: Path) -> None:
    """Saves with fixed times inside and outside, so that the same workbook always has the same bytes."""
    book.properties.creator = "Parkboard"
    book.properties.created = MADE
    buffer = BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(made.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = made.read(name)
            if name == "docProps/core.xml":
                content = _without_time_of_saving(content)
            out.writestr(zipfile.ZipInfo(name, MADE.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)


def _without_time_of_saving(core: bytes) -> bytes:
    start = core.index(b">", core.index(b"<dcterms:modified")) + 1
    return core[:start] + MADE.isoformat().encode() + b"Z" + core[core.index(b"</dcterms:modified>"):]


def plain(value: Decimal | None) -> int | float | str:
    """A cell's number: whole where it is whole; a dash where there is none."""
    if value is None:
        return MISSING
    return int(value) if value == value.to_integral_value() else float(value)


def in_unit(line: Line, value: Decimal | None) -> Decimal | None:
    """The figure as its row writes it: money of the model is 万元."""
    return value / 10000 if value is not None and line.unit == "亿元" else value


def percent(part: Decimal | None, whole: Decimal | None, less: int = 0) -> int | float | str:
    if part is None or not whole:
        return MISSING
    return plain((part / whole * 100 - less).quantize(Decimal("0.1"), ROUND_HALF_UP))


def fit_to_page(sheet: Worksheet) -> None:
    """Prints on one page's width, as staff set their tables up."""
    sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = sheet.PAPERSIZE_A4, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def monthly_sheet(sheet: Worksheet, table: Table, year: int, step: int) -> None:
    """The table 主要经济指标完成情况表 of one month: title, headings, lines with their 其中 rows, notes."""
    period = f"1-{step}月"
    header = _header(table, step, period)
    last = get_column_letter(len(header))
    sheet["A1"] = f"{table.park}{year}年{period}主要经济指标完成情况表（模拟数据）"
    sheet.merge_cells(f"A1:{last}1")
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height, sheet.row_dimensions[3].height = 32, 32
    sheet["A2"] = f"填报单位：{table.park}管委会"
    if not table.unit_column:
        sheet[f"{last}2"] = "单位：万元"
    for column, text in enumerate(header, start=1):
        cell = sheet.cell(3, column, text)
        cell.font, cell.border = Font(bold=True), THIN
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = 26 if column == 1 else 13
    sheet.freeze_panes = "B4"
    fit_to_page(sheet)
    number = 0
    for heading, names in table.groups:
        _append(sheet, [heading], len(header), bold=True)
        for name in names:
            number += 1
            for row in _rows(table, table.lines[name], number, year, step):
                _append(sheet, row, len(header))
    sheet.cell(sheet.max_row + 1, 1, NOTE)


def _header(table: Table, step: int, period: str) -> list[str]:
    return [
        "指标名称",
        *(["单位"] if table.unit_column else []),
        *(["本月"] if step > 2 else []),
        f"{period}\n累计", "上年同期", "同比增长\n（%）",
    ]  # fmt: skip


def _rows(table: Table, line: Line, number: int, year: int, step: int) -> Iterable[list]:
    unit = "" if table.unit_column or line.unit == "万元" else f"（{line.unit}）"
    yield _row(table, line, f"{number}.{line.name}{unit}", "", year, step)
    for place, part in enumerate(part for part in table.parts if part in line.years[year]):
        label = f"\u3000 其中：{part}" if place == 0 else f"\u3000\u3000\u3000\u3000\u3000{part}"
        yield _row(table, line, label, part, year, step)


def _row(table: Table, line: Line, label: str, part: str, year: int, step: int) -> list:
    figure, before = line.to_date(year, part, step), line.to_date(year - 1, part, step)
    month = None if line.stock else in_unit(line, line.month(year, part, step))
    return [
        label,
        *([line.unit] if table.unit_column else []),
        *([plain(month)] if step > 2 else []),
        plain(in_unit(line, figure)), plain(in_unit(line, before)), percent(figure, before, less=100),
    ]  # fmt: skip


def _append(sheet: Worksheet, values: list, columns: int, bold: bool = False) -> None:
    row = sheet.max_row + 1
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column, values[column - 1] if column <= len(values) else None)
        cell.border, cell.font = THIN, Font(bold=bold)
        if isinstance(cell.value, int | float):
            cell.number_format = "#,##0" if isinstance(cell.value, int) else "#,##0.0###"
        if column > 1:
            cell.alignment = Alignment(horizontal="center" if isinstance(cell.value, str) else "right")


def tidy(path: Path, park: str, parts_in: str, parts: tuple[str, ...], lines: Iterable[Line], year: int) -> None:
    """The tidy template filled with a year; parts_in is the column that the parts stand in: 片区 or 产业."""
    empty = BytesIO()
    offered = {"areas": parts} if parts_in == "片区" else {"clusters": parts}
    write_template(empty, area=park, **offered)
    book = load_workbook(empty)
    sheet = book[DATA]
    columns = {cell.value: cell.column for cell in sheet[1]}
    steps = list(next(iter(next(iter(lines)).years[year].values())))
    for step in steps:
        for line in lines:
            for part in line.years.get(year, {}):
                _tidy_row(sheet, columns, line, year, step, part, parts_in)
    book[GUIDE]["A1"] = f"{GUIDE}（模拟数据）"
    save(book, path)


def _tidy_row(sheet: Worksheet, columns: dict, line: Line, year: int, step: int, part: str, parts_in: str) -> None:
    row = sheet.max_row + 1
    month = None if step == 2 and not line.stock else in_unit(line, line.month(year, part, step))
    to_date = None if line.stock else in_unit(line, line.to_date(year, part, step))
    written = {
        "年月": f"{year}年1-2月" if step == 2 and not line.stock else f"{year}年{step}月",
        "片区": part if part and parts_in == "片区" else "全园",
        "产业": part if part and parts_in == "产业" else None,
        "指标": line.name,
        "单位": line.unit,
        "当月值": None if month is None else plain(month),
        "累计值": None if to_date is None else plain(to_date),
        "备注": "模拟数据",
    }
    for name, value in written.items():
        if value is not None:
            sheet.cell(row, columns[name], value)
