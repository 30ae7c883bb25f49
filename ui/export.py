"""A chart's figures as files. Text that a spreadsheet would run as a formula is written as text."""

from __future__ import annotations

import csv
import io

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from park.charts.theme import Caption

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with a byte order mark (so that Excel reads Chinese), header first, figures unrounded; text beginning with
    = + - @ gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_plain(str(name)) for name in frame.columns])
    for row in frame.itertuples(index=False):
        writer.writerow([_plain(value) for value in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def as_xlsx(frame: pd.DataFrame, caption: Caption) -> bytes:
    """One sheet: the finding, the subtitle, the table, the source. Every text cell is a text cell, never a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = "data"
    lines = [caption.title, caption.subtitle]
    for number, line in enumerate(lines, start=1):
        _text(sheet.cell(number, 1), line)
    sheet.cell(1, 1).font = Font(bold=True, size=13)
    for column, name in enumerate(frame.columns, start=1):
        _text(sheet.cell(len(lines) + 2, column), str(name))
        sheet.cell(len(lines) + 2, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 18
    for number, row in enumerate(frame.itertuples(index=False), start=len(lines) + 3):
        for column, value in enumerate(row, start=1):
            _fill(sheet.cell(number, column), value)
    _text(sheet.cell(sheet.max_row + 2, 1), caption.foot)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _plain(value: object) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(DANGEROUS) else value
    return "" if pd.isna(value) else value


def _fill(cell, value: object) -> None:
    if isinstance(value, str):
        _text(cell, value)
    elif not pd.isna(value):
        cell.value = value.item() if hasattr(value, "item") else value


def _text(cell, value: str) -> None:
    if not value:
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
