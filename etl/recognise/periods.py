"""Periods as titles, headers, sheet names and cells write them: the interface of period.py and period_words.py."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from .period import MONTH, POINT, QUARTER, SPAN, YEAR, YTD, Period, combine, format_period, with_context, within
from .period_words import YEAR_DIGITS, Found, prepare, scan

__all__ = [
    "MONTH", "POINT", "QUARTER", "SPAN", "YEAR", "YTD", "Found", "Period", "combine", "find_periods", "format_period",
    "is_making_date", "parse_period", "prepare", "scan", "with_context", "within",
]


@lru_cache(maxsize=16384)
def find_periods(text: str) -> tuple[Period, ...]:
    """The periods a text names, from left to right. Dates of making, days and masked years are none."""
    return tuple(found.period for found in scan(text) if found.period)


def is_making_date(text: str) -> bool:
    """True for a text whose only expression of time says when the table was made (制表时间：2013年10月8日)."""
    kinds = [found.kind for found in scan(text)]
    return bool(kinds) and all(kind in ("making", "day") for kind in kinds)


_AROUND = re.compile(r"^[(\"']+|[)\"':]+$")
_MEANINGLESS = re.compile(r"^(?:截至|截止到?|数据|情况|数|份|度|期间|时间:?|日期:?|月份:?|期别:?|累计|完成数?|合计|当月|本月|值|年初至|统计期:?|报告期:?)*$")


def parse_period(cell: object, year: int | None = None, month: int | None = None, *, bare_year: bool = False,
                 days: bool = False) -> Period | None:
    """The period that a whole cell is, None where it is none or says more than a period.

    year, month: what the surroundings say, filled in where the words leave it open. bare_year: 2013 (a number or text) is
    a year. days: 2013-09-30 stands for its month, as in a column 日期; a real date always does.
    """
    period = _whole_cell(cell, bare_year, days)
    return with_context(period, year, month) if period else None


def _whole_cell(cell: object, bare_year: bool, days: bool) -> Period | None:
    if isinstance(cell, (datetime, date)):
        return Period(cell.year, cell.month, cell.year, cell.month, MONTH, text=cell.strftime("%Y-%m"))
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        if cell != int(cell):
            return None
        cell = str(int(cell))
    if not isinstance(cell, str):
        return None
    return _whole_text(cell, bare_year, days)


@lru_cache(maxsize=16384)
def _whole_text(text: str, bare_year: bool, days: bool) -> Period | None:
    bare = prepare(text)
    if bare_year and re.fullmatch(YEAR_DIGITS, bare):
        return Period(int(bare), 1, int(bare), 12, YEAR, text=bare)
    if re.fullmatch(r'"?十五"?', bare):
        return Period(2001, 1, 2005, 12, SPAN, text=bare)
    places = scan(text)
    if days and len(places) == 1 and places[0].kind == "day" and places[0].end == len(bare):
        match = re.match(rf"(?P<y>{YEAR_DIGITS})\D(?P<m>\d{{1,2}})", bare)
        if match and 1 <= int(match["m"]) <= 12:
            return Period(int(match["y"]), int(match["m"]), int(match["y"]), int(match["m"]), MONTH, text=bare)
    if not places or any(found.period is None for found in places):
        return None
    rest = _outside(bare, places)
    if not _MEANINGLESS.match(_AROUND.sub("", rest.strip("-")).strip("()\"'，,、:")):
        return None
    return combine([found.period for found in places])


def _outside(bare: str, places: tuple[Found, ...]) -> str:
    kept, at = [], 0
    for found in places:
        kept.append(bare[at:found.start])
        at = found.end
    return "".join([*kept, bare[at:]])
