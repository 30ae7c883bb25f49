"""The period and basis of a figure: header and row words inside what the table's surroundings say (samples' rules 7 to 10)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .context import Context
from .labels import Label
from .periods import MONTH, POINT, QUARTER, SPAN, YEAR, YTD, Period, parse_period, within

_DONE = re.compile(r"完成|实际|实现|实绩")
_BY_MONTH = re.compile(r"计划|进度")
_BY_YEAR = re.compile(r"年")
NO_YEAR, NO_MONTH, NO_PERIOD = "year", "month", "period"


@dataclass(frozen=True, slots=True)
class When:
    """measure, basis, start and end (YYYY-MM) of a figure; lacking says what nobody states (year, month, period)."""

    measure: str
    basis: str = ""
    start: str = ""
    end: str = ""
    lacking: str = ""


def time_of(row: Label, column: Label, texts: tuple[str, ...], kind: str, context: Context, quarters: bool) -> When:
    """When a figure is of. kind: flow, stock or ratio; quarters: the table has 二季度 and the like beside 一季度."""
    measure = measure_of(row, column, texts, context)
    own = within(column.period, row.period) if column.period else row.period
    if _sums_months(row) and column.period and column.period.basis == MONTH and not column.period.month_known:
        own = row.period  # 当月 of a row 合计 is the sum of its months
    if column.role == "actual_ytd" and column.period and column.period.basis == YEAR and own.basis == MONTH and own.month_known:
        own = replace(own, basis=YTD, start_month=1)  # 2月 under 累计数: 2024年
    around = context.period.value if context.period else None
    if measure in ("target", "forecast"):
        if _of_the_year(row, column, texts, measure):
            own, around = None, within(row.period, around) if around and row.period else row.period or around
        return _at_the_end(_planned(measure, own, around, context.hint, quarters), kind)
    period = _actual_period(own, around, column, texts, context.hint, quarters)
    return _written(measure, _shifted(period, row.shift or column.shift), kind)


def _sums_months(row: Label) -> bool:
    return bool(row.total and row.period and row.period.month_known and row.period.start_month != row.period.end_month)


def _of_the_year(row: Label, column: Label, texts: tuple[str, ...], measure: str) -> bool:
    """True for a target repeated beside each month, and for a row 年度目标 below months under 当月 and 累计."""
    if row.role == measure and row.period and row.period.basis != YEAR and row.period.text and row.period.text in row.text:
        return False  # 下半年预计, 一季度目标: of the time that the same words name
    bare = column.period and not column.period.month_known and not column.period.year_known
    if row.role == measure and (column.period is None or bare) and not (row.period and row.period.basis != YEAR):
        return True
    return bool(row.period and not column.period and not _by_month(row, column, texts))


def _by_month(row: Label, column: Label, texts: tuple[str, ...]) -> bool:
    """True where a plan's figures go with the months in the rows: 计划 or 进度目标, and no 年度目标 repeated in each row."""
    if column.by_period:
        return True
    if row.role in ("target", "forecast"):
        words = row.text
    elif column.role in ("target", "forecast"):
        words = texts[-1] if texts else ""
    else:
        return True
    return bool(_BY_MONTH.search(words) and not _BY_YEAR.search(words))


def measure_of(row: Label, column: Label, texts: tuple[str, ...], context: Context) -> str:
    """target, forecast or actual: by the header's or row's word, else by what the caption speaks of."""
    for label in (column, row):
        if label.role in ("target", "forecast"):
            return label.role
        if label.role in ("target_growth", "forecast_growth"):
            return label.role.removesuffix("_growth")
    for label, words in ((column, texts), (row, (row.text,))):
        if label.role.startswith("actual") and not _mere_period(words):
            return "actual"
    return "actual" if _before_the_plan(row, column, context) else context.measure or "actual"


def _before_the_plan(row: Label, column: Label, context: Context) -> bool:
    """True for a figure of an earlier year than the one whose plan the title speaks of (2022年产值 under 2025年计划)."""
    plan, own = context.period and context.period.value, column.period or row.period
    return bool(context.measure and plan and plan.year_known and own and own.year_known and not own.several_years and own.end_year < plan.start_year)


def _mere_period(texts: tuple[str, ...]) -> bool:
    """True for a header that says nothing but a period (1-9月, 2012年, 累计)."""
    return bool(texts) and parse_period(texts[-1]) is not None and not _DONE.search(texts[-1])


def _planned(measure: str, own: Period | None, around: Period | None, hint: str, quarters: bool) -> When:
    """A target of the year has basis year; of a plan by month the month's own basis; of five years the span."""
    period = own or around
    if period is None:
        return When(measure, lacking=NO_PERIOD)
    if own is not None and own.basis in (MONTH, YTD, QUARTER, POINT, SPAN) and not own.several_years:
        full = within(own, around) if around else own
        if full.basis == POINT or (full.basis == MONTH and hint == YTD and own.month_known):
            full = replace(full, basis=YTD, start_month=1)
        full = _cumulative(full, hint, quarters) if full.basis == QUARTER else full
        return _written(measure, full, "flow")
    if period.several_years:
        return _written(measure, period, "flow")
    full = within(own, around) if own and around and not own.year_known else period
    if not full.year_known:
        return When(measure, lacking=NO_YEAR)
    year = full.end_year
    return When(measure, YEAR, f"{year:04d}-01", f"{year:04d}-12")


def _at_the_end(when: When, kind: str) -> When:
    """A forecast of a stock stands at the end of its period; a target keeps the year."""
    if when.measure != "forecast" or kind != "stock" or when.lacking or when.start[:4] != when.end[:4]:
        return when
    return replace(when, basis=POINT, start=when.end)


def _actual_period(own, around, column: Label, texts, hint: str, quarters: bool) -> Period | None:
    if own is None:
        return _cumulative(around, hint, quarters) if around else None
    said_year = own.basis == YEAR and own.start_month == 1 and not _mere_period(texts)
    full = own if around is None or (said_year and own.year_known) else within(own, around)
    if own.basis == MONTH and not own.month_known and around and around.basis == YTD and around.end_month == 2:
        return replace(full, basis=YTD, start_month=1)  # 本月 of 1-2月: the two months have no figure of their own
    return _cumulative(full, hint if own.month_known or own.basis == YTD else "", quarters)


def _cumulative(period: Period, hint: str, quarters: bool) -> Period:
    """A month or quarter of a cumulative table, and a first quarter that has no second beside it, is the year to date."""
    if period.basis == MONTH and hint == YTD and period.month_known:
        return replace(period, basis=YTD, start_month=1)
    if period.basis == YTD and hint == MONTH and period.start_month == 1 and period.end_month not in (None, 1, 2):
        return period
    if period.basis == QUARTER and (hint == YTD or (period.cumulative_possible and period.start_month == 1 and not quarters)):
        return replace(period, basis=YTD, start_month=1)
    return period


def _shifted(period: Period | None, months: int) -> Period | None:
    """The period a month earlier, under a heading that says so (上月数据)."""
    if not months or period is None or not period.month_known or period.basis in (YEAR, SPAN) or period.end_month + months < 1:
        return period
    end = period.end_month + months
    return replace(period, end_month=end, start_month=1 if period.basis == YTD else end)


def _written(measure: str, period: Period | None, kind: str) -> When:
    if period is None:
        return When(measure, lacking=NO_PERIOD)
    if not period.year_known:
        return When(measure, lacking=NO_YEAR)
    if not period.month_known or period.start_month is None:
        return When(measure, lacking=NO_MONTH)
    basis = period.basis
    if kind == "stock":
        return When(measure, POINT, period.end, period.end)
    if basis == POINT and kind == "flow":
        basis = YEAR if period.end_month == 12 and "年末" in period.text else YTD
        return When(measure, basis, f"{period.end_year:04d}-01", period.end)
    if basis == POINT:
        return When(measure, POINT, period.end, period.end)
    return When(measure, basis, period.start, period.end)


def same_period(base: When | None, column: Label, row: Label, kind: str, context: Context, quarters: bool) -> When:
    """A 上年同期 figure: its base's period one year earlier, unless the header says its own."""
    own = column.period or row.period if row.role == "same_period" else column.period
    around = context.period.value if context.period else None
    if own and own.month_known and own.basis not in (YEAR,):
        full = within(own, around) if around else own
        if not own.year_offset and not own.year_known and full.year_known:
            full = full.year_before()
        return _written("actual", _cumulative(full, "", quarters), kind)
    if base and base.measure == "actual" and not base.lacking and not (own and "全年" in own.text):
        year = own.end_year if own and own.year_known else None
        return _moved(base, year)
    if base and base.measure == "actual" and base.lacking:
        return base
    if around and around.year_known:
        if (base and base.measure == "target") or (own and own.basis == YEAR):
            year = own.end_year if own and own.year_known else around.end_year - 1
            return _written("actual", Period(year, 1, year, 12, YEAR), kind)
        if around.month_known:
            return _written("actual", _cumulative(around.year_before(), context.hint, quarters), kind)
    return When("actual", lacking=NO_PERIOD)


def _moved(base: When, year: int | None) -> When:
    move = -1 if year is None else year - int(base.end[:4])
    return replace(base, start=_year_moved(base.start, move), end=_year_moved(base.end, move))


def _year_moved(month: str, years: int) -> str:
    return f"{int(month[:4]) + years:04d}{month[4:]}"
