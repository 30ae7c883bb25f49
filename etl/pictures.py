"""Sheets as they look, for a screen: the texts of their cells with merges, cut to what a person can look through."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from etl.read import read_book
from etl.read.grid import Sheet, Unreadable
from etl.texts.documents import read_document
from park.store.records import Finding, Picture

MOST_ROWS, MOST_COLUMNS, MOST_TEXT = 120, 60, 160
MOST_DOUBTED = 100  # rows farther down that are shown for their findings
MOST_SHEETS = 40
_PERCENT = re.compile(r"0\.?(0*)%")
_ROW = re.compile(r"[A-Z]{1,3}(\d+)")


def pictures(data: bytes, name: str, findings: Iterable[Finding] = ()) -> tuple[Picture, ...]:
    """The visible sheets of a file, in its order; the tables of a document. Nothing for a text without tables or an unreadable file.

    Long sheets give their first rows and the rows that a finding points at.
    """
    doubted: dict[str, set[int]] = {}
    for finding in findings:
        doubted.setdefault(finding.sheet, set()).update(int(row) - 1 for row in _ROW.findall(finding.cell))
    try:
        document = read_document(data)
        sheets = list(document.tables) if document is not None else read_book(data, name).sheets
    except Unreadable:
        return ()
    return tuple(_picture(sheet, doubted.get(sheet.name, set())) for sheet in sheets[:MOST_SHEETS] if not sheet.hidden)


def _picture(sheet: Sheet, doubted: set[int]) -> Picture:
    height = max((r for r, row in enumerate(sheet.rows) if any(v is not None for v in row)), default=-1) + 1
    width = max((len(row) for row in sheet.rows[:height]), default=0)
    filled = [r for r in range(height) if r not in sheet.hidden_rows and _is_filled(sheet, r)]
    wanted = [*filled[:MOST_ROWS], *[r for r in filled[MOST_ROWS:] if r in doubted][:MOST_DOUBTED]]
    left_out = len(filled) - len(wanted)
    wanted = sorted({*wanted, *(r + 1 for r in wanted if r + 2 in wanted)} - sheet.hidden_rows)  # single blank rows stay
    columns = min(width, MOST_COLUMNS)
    rows = {r: tuple(shown(sheet.at(r, c), sheet.formats.get((r, c), "")) for c in range(columns)) for r in wanted}
    numbers = frozenset((r, c) for r in wanted for c in range(columns) if isinstance(sheet.at(r, c), int | float))
    merges = tuple((m.top, m.left, m.bottom, m.right) for m in sheet.merges if m.top in rows and m.left < columns)
    return Picture(sheet.name, rows, merges, numbers, (left_out, max(0, width - columns)))


def _is_filled(sheet: Sheet, row: int) -> bool:
    return any(value is not None for value in sheet.rows[row])


def shown(value: object, code: str = "") -> str:
    """A cell as a person reads it: numbers without noise, percentages by their format, dates as dates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        percent = _PERCENT.search(code)
        return f"{value * 100:.{len(percent[1])}f}%" if percent else _plain(f"{value:.9g}")
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return str(value)[:MOST_TEXT]


def _plain(text: str) -> str:
    return f"{float(text):f}".rstrip("0").rstrip(".") if "e" in text else text
