"""Figures typed by hand as a workbook like any that arrives: the same reader and checks, the same batch, a cell for every figure.

The words are Chinese in every language, as the reader looks for them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from park.catalogue import load_catalogue

from .returned import put_text
from .template import HEADER_FILL

MONTHLY, GOALS, PLAN = "填报", "年度目标", "进度计划"
HEAD = 3  # row of the header
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_SIGNS = {"≥": "≥", "≤": "≤", "≈": "约", "=": ""}


@dataclass(frozen=True, slots=True)
class Typed:
    """One indicator's figures of a month as typed: texts, "" for none."""

    indicator: str
    unit: str = ""
    month: str = ""
    to_date: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """One indicator's target of a year as typed. sign: =, ≥, ≤ or ≈; high: a range's upper bound; growth: in percent; plan: cumulative, by month."""

    indicator: str
    unit: str = ""
    sign: str = "="
    value: str = ""
    high: str = ""
    growth: str = ""
    plan: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The target as a table writes it: ≥18, 8-10, 约500; what is typed with a sign or words of its own stays so."""
        value, high = self.value.strip(), self.high.strip()
        if high:
            return f"{value or '?'}-{high}"
        return f"{_SIGNS.get(self.sign, '')}{value}" if _PLAIN.fullmatch(value.replace(",", "")) else value


def monthly_book(park: str, area: str, month: str, lines: Iterable[Typed], *, by: str, at: datetime) -> bytes:
    """The workbook of a month's figures of an area (the park's own name or "" for the park as a whole). month: YYYY-MM. Empty lines are left out."""
    book = Workbook()
    sheet = _begin(book.active, MONTHLY, f"{park}数据填报表")
    _header(sheet, ("序号", "年月", "片区", "指标", "单位", "当月值", "累计值"))
    when = f"{int(month[:4])}年{int(month[5:])}月"
    for line in lines:
        if line.month.strip() or line.to_date.strip():
            _row(sheet, (when, _zone(park, area), line.indicator, line.unit, line.month, line.to_date))
    _end(sheet, by, at)
    return _bytes(book)


def goals_book(park: str, area: str, year: int, goals: Iterable[Goal], *, by: str, at: datetime) -> bytes:
    """The workbook of a year's targets of an area, with a second sheet for monthly plans where there are any."""
    goals, book, zone = list(goals), Workbook(), _zone(park, area)
    sheet = _begin(book.active, GOALS, f"{park}{year}年年度目标")
    _header(sheet, ("序号", "年份", "片区", "指标", "单位", "年度目标", "目标增幅(%)"))
    for goal in goals:
        if goal.value.strip() or goal.high.strip() or goal.growth.strip():
            _row(sheet, (f"{year}年", zone, goal.indicator, goal.unit, goal.text, goal.growth))
    _end(sheet, by, at)
    planned = [goal for goal in goals if any(p.strip() for p in goal.plan)]
    if planned:
        plan = _begin(book.create_sheet(PLAN), PLAN, f"{park}{year}年月度进度计划（累计）")
        _header(plan, ("序号", "片区", "指标", "单位", "1月", *(f"1-{m}月" for m in range(2, 13))))
        for goal in planned:
            _row(plan, (zone, goal.indicator, goal.unit, *goal.plan))
        _end(plan, by, at)
    return _bytes(book)


def book_name(park: str, area: str, when: str, kind: str) -> str:
    """How the kept file is called: 东湖园区_填报_北片区_2013-09.xlsx; no path, whatever the names hold."""
    name = "_".join((park, kind, *([area] if area not in ("", park) else []), when))
    return re.sub(r"[\\/:*?\"<>|\x00-\x1f]", "_", name) + ".xlsx"


def wrong_units(lines: Iterable[Typed | Goal]) -> list[tuple[str, str]]:
    """(indicator, unit) of what stands in the grid's column of units and is none, as after a block pasted one column beside its place."""
    known = load_catalogue()
    return [(line.indicator, line.unit.strip()) for line in lines if line.unit.strip() and known.unit(line.unit.strip()) is None]


def _zone(park: str, area: str) -> str:
    return "全园" if area in ("", park) else area


def _begin(sheet: Worksheet, name: str, title: str) -> Worksheet:
    sheet.title = name
    put_text(sheet.cell(1, 1), title)
    sheet["A1"].font = Font(bold=True, size=14)
    return sheet


def _end(sheet: Worksheet, by: str, at: datetime) -> None:
    """Who typed it and when, below the table, where a reader looks for no title."""
    put_text(sheet.cell(sheet.max_row + 2, 1), f"填报人：{by}　填报时间：{at:%Y-%m-%d %H:%M}")


def _header(sheet: Worksheet, names: Sequence[str]) -> None:
    for column, name in enumerate(names, start=1):
        cell = sheet.cell(HEAD, column, name)
        cell.font, cell.fill, cell.alignment = Font(bold=True), HEADER_FILL, Alignment(horizontal="center")
        sheet.column_dimensions[get_column_letter(column)].width = 24 if name == "指标" else 13
    sheet.freeze_panes = f"A{HEAD + 1}"


def _row(sheet: Worksheet, values: Sequence[str]) -> None:
    row = sheet.max_row + 1
    sheet.cell(row, 1, row - HEAD)  # a number in every row, so that a row of texts alone is never taken for a header
    for column, text in enumerate(values, start=2):
        text = (text or "").strip()
        if _PLAIN.fullmatch(text) and len(text) < 15:
            sheet.cell(row, column, float(text) if "." in text else int(text))
        elif text:
            put_text(sheet.cell(row, column), text)


def _bytes(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
