"""A period as far as words say it, and how what several words say is put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

MONTH, QUARTER, YTD, YEAR, POINT, SPAN = "month", "quarter", "ytd", "year", "point", "span"


@dataclass(frozen=True, slots=True)
class Period:
    """A period as far as its words say it; None is what they leave open (a bare 9月 has no year, 累计 no months).

    basis: month, quarter, ytd, year, point (a stock at the end of end_month), span (several years, or months that do not
    begin in January). year_offset: -1 for 上年, 去年 (years are then open until a context fills them). cumulative_possible:
    一季度 and the like, which head a cumulative column as often as a quarter's own. text: the words, no part of equality.
    """

    start_year: int | None
    start_month: int | None
    end_year: int | None
    end_month: int | None
    basis: str
    year_offset: int = 0
    cumulative_possible: bool = False
    text: str = field(default="", compare=False)

    @property
    def year_known(self) -> bool:
        return self.end_year is not None

    @property
    def month_known(self) -> bool:
        return self.end_month is not None

    @property
    def several_years(self) -> bool:
        """True for a span that is not within one year."""
        return self.basis == SPAN and self.start_year != self.end_year

    @property
    def start(self) -> str:
        """YYYY-MM, "" while the year or month is open."""
        return _written(self.start_year, self.start_month)

    @property
    def end(self) -> str:
        """YYYY-MM, "" while the year or month is open."""
        return _written(self.end_year, self.end_month)

    def year_before(self) -> Period:
        """The same period one year earlier; an open year keeps the offset until a context fills it."""
        if not self.year_known:
            return replace(self, year_offset=self.year_offset - 1)
        return replace(self, start_year=self.start_year - 1, end_year=self.end_year - 1)


def _written(year: int | None, month: int | None) -> str:
    return f"{year:04d}-{month:02d}" if year is not None and month is not None else ""


def combine(periods: list[Period]) -> Period | None:
    """One period out of several said together (2013年 … 1-9月 … 累计), later and narrower words inside wider ones."""
    merged = None
    for period in periods:
        merged = period if merged is None else within(period, merged)
    return merged


def within(inner: Period, outer: Period | None) -> Period:
    """The inner period with what only the outer one says: 9月 within 2013年 is 2013-09, 累计 within 1-9月 is 1-9月.

    An outer 一季度 over an inner 累计 is cumulative; an inner year over outer months (2012年 under 1-9月) takes the months.
    """
    if outer is None:
        return inner
    text = f"{outer.text} {inner.text}".strip()
    if inner.basis == YTD and not inner.month_known and not inner.year_known and outer.several_years:
        return replace(outer, text=text)  # 累计 of 2021-2023年 is all of it
    cumulative = outer.basis == YTD and not outer.month_known and not outer.year_known
    if cumulative and inner.basis in (MONTH, QUARTER) and inner.month_known and (inner.basis == MONTH or inner.cumulative_possible):
        return replace(inner, basis=YTD, start_month=1, cumulative_possible=False, text=text)  # 3月 or 一季度 under 累计
    whole_year = inner.basis == YEAR and (inner.start_month, inner.end_month) == (1, 12) and "全年" not in inner.text
    if whole_year and outer.basis != YEAR and not outer.several_years and outer.month_known:
        year = inner.end_year if inner.year_known else _shifted(outer.end_year, inner.year_offset)
        offset = 0 if year is not None else inner.year_offset
        return replace(outer, start_year=year, end_year=year, year_offset=offset, text=text)
    start_year, end_year, offset = inner.start_year, inner.end_year, inner.year_offset
    if end_year is None and outer.end_year is not None and not outer.several_years:
        start_year = end_year = outer.end_year + offset
        offset = 0
    elif end_year is None:
        offset += outer.year_offset
    start_month, end_month = inner.start_month, inner.end_month
    if end_month is None and outer.basis != YEAR:
        end_month = outer.end_month
        start_month = 1 if inner.basis == YTD else end_month if inner.basis in (MONTH, POINT) else outer.start_month
    return Period(start_year, start_month, end_year, end_month, inner.basis, offset, inner.cumulative_possible, text)


def _shifted(year: int | None, offset: int) -> int | None:
    return None if year is None else year + offset


def with_context(period: Period, year: int | None = None, month: int | None = None) -> Period:
    """The period with an open year or month filled from the surroundings."""
    start_year, end_year, offset = period.start_year, period.end_year, period.year_offset
    if end_year is None and year is not None:
        start_year = end_year = year + offset
        offset = 0
    start_month, end_month = period.start_month, period.end_month
    if end_month is None and month is not None:
        end_month = month
        if period.basis == QUARTER:
            end_month = (month + 2) // 3 * 3
            start_month = end_month - 2
        else:
            start_month = 1 if period.basis == YTD else month
    return replace(period, start_year=start_year, end_year=end_year, start_month=start_month, end_month=end_month,
                   year_offset=offset)


def format_period(period: Period) -> str:
    """The period in the words parse_period reads back: 2013年1-9月, 2013年9月末, 2011-2015年, 本月, 累计."""
    year = f"{period.end_year}年" if period.year_known else {-1: "上年", -2: "前年"}.get(period.year_offset, "")
    start, end = period.start_month, period.end_month
    if period.basis == SPAN and period.start_year != period.end_year:
        if (start, end) == (1, 12):
            return f"{period.start_year}-{period.end_year}年"
        return f"{period.start_year}年{start}月-{period.end_year}年{end}月"
    if end is None:
        return year + {MONTH: "本月", YTD: "累计", QUARTER: "本季度"}.get(period.basis, "")
    if period.basis == YEAR:
        return year + "全年"
    if period.basis == QUARTER:
        return year + ("一二三四"[end // 3 - 1] + "季度" if period.cumulative_possible else f"{start}-{end}月")
    if period.basis in (MONTH, POINT):
        return f"{year}{end}月" + ("末" if period.basis == POINT else "")
    return f"{year}{start}-{end}月"
