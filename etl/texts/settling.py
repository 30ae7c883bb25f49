"""The months that an expression of time means in a text: its own year, the year told about, the months spoken of last."""

from __future__ import annotations

from etl.recognise.periods import SPAN, YEAR, YTD, Period

from .frame import ACTUAL, TARGET, Frame, Stretch, whole_year
from .times import Time


def settle(frame: Frame, time: Time) -> Stretch | None:
    """The months that an expression of time means here; None where they are not known."""
    year = frame.heard_year or frame.year
    if time.kind == "same" and time.period:  # 2023年同期
        base = frame.main or frame.period
        return Stretch(base.basis, (base.start[0] + time.period.end_year - base.year, base.start[1]), (time.period.end_year, base.end[1])) if base else None
    if time.kind == "same":
        return frame.period.year_before() if frame.period else None
    if time.kind == "founding":
        return whole_year(frame.founded) if frame.founded else None
    if time.kind == "new_year":
        return whole_year(_new_year(frame)) if frame.year else None
    if time.kind == "before_last":
        written = _written_in(frame)
        return whole_year(written - 2) if written else None
    if time.kind in ("years", "ahead", "next", "one_year", "end") and not (time.kind == "years" and time.period):
        own = frame.own_year if time.kind == "next" else frame.year
        return _prose(frame, time, own if time.kind in ("next", "years") else year)
    period = time.period
    if period is None:
        return None
    offset = period.year_offset + written_after(frame, period)
    base = _written_in(frame) if period.year_offset or says_this_year(period) else year
    end_year = period.end_year if period.end_year is not None else (base + offset if base is not None else None)
    if end_year is None:
        return None
    start_year = period.start_year if period.start_year is not None else end_year
    if time.kind == "this_year" and frame.measure != TARGET and end_year == frame.year:
        return _this_year(frame, end_year)
    end_month = period.end_month
    if end_month is None:
        return _open_months(frame, period, end_year)
    start_month = period.start_month or 1
    basis = period.basis
    if basis == "point":
        basis, start_month = YTD, 1
    if basis == "quarter" and period.cumulative_possible and end_month == 3 and frame.current_measure() != TARGET:
        running = frame.now is not None and frame.now[0] == end_year and 3 <= frame.now[1] < 11
        basis = YTD if running or not frame.annual else basis
    if basis == YTD and end_month == 12:
        basis = YEAR
    if time.open and basis == SPAN and frame.main and start_year < frame.main.year < end_year:
        return Stretch(SPAN, (start_year, start_month), frame.main.end)  # 十四五以来: until what the text reports
    return Stretch(basis, (start_year, start_month), (end_year, end_month))


def _written_in(frame: Frame) -> int | None:
    """The year from which 去年 counts: a plan's own, in its review of the year before too."""
    if frame.onward:
        return frame.onward[1]
    return frame.spoken or (frame.own_year if frame.own_measure == TARGET and not frame.mixed and frame.own_year else frame.year)


def says_this_year(period: Period) -> bool:
    return period.end_year is None and period.text.startswith(("今年", "本年")) and "以来" not in period.text


def written_after(frame: Frame, period: Period) -> int:
    """1 where a review was written in the year after the one reviewed, so that its 去年 is that year; else 0."""
    if frame.own_measure != ACTUAL or frame.year != frame.own_year or not (period.year_offset or says_this_year(period)):
        return 0
    if period.text.startswith("上"):
        return 0  # 上年 is the year before the one that is told about, whenever the text was written
    issued_after = bool(frame.issued and frame.own_year and frame.issued[0] == frame.own_year + 1)
    return int(issued_after or (frame.last_is_own and frame.measure == ACTUAL and period.year_offset == -1))


def _new_year(frame: Frame) -> int:
    """新的一年: a plan's own, and that of a speech at its beginning; else the year after the one reviewed."""
    begun = frame.issued and frame.issued[1] <= 3 and frame.issued[0] == frame.year
    return frame.year if frame.own_measure == TARGET or begun or frame.spoken else frame.year + 1


def _prose(frame: Frame, time: Time, year: int | None) -> Stretch | None:
    if year is None:
        return None
    if time.kind == "next":
        return whole_year(year + 1)
    running = frame.period if frame.period and frame.period.basis == YTD and frame.period.year == year and frame.current_measure() == ACTUAL else None
    if time.kind == "one_year" and running:
        return running  # 10月末118家,其中年内新增9家
    told = frame.period if frame.period and frame.period.basis == YEAR and frame.current_measure() == ACTUAL and frame.before is not None else None
    if time.kind == "end" and told and told.year < year:
        return told  # 去年全年税收3亿元,年底规上企业37家
    if time.kind in ("one_year", "end"):
        return whole_year(year)
    if time.kind == "ahead":
        return Stretch(SPAN, (year, 1), (year + max(time.years, 1) - 1, 12))
    heard = frame.period if frame.period and frame.period.basis == SPAN else None
    if heard and heard.year - heard.start[0] + 1 == time.years:
        return heard  # 2022年至2023年,两年累计
    if not time.years:
        return frame.period if frame.period and frame.period.basis == SPAN else None
    if frame.current_measure() == TARGET and frame.horizon and frame.horizon > year:
        return Stretch(SPAN, (frame.horizon - time.years + 1, 1), (frame.horizon, 12))  # 到2027年,…。三年累计…
    named = frame.heard_year if frame.period and frame.period == whole_year(frame.period.year) else None
    if named and named == frame.period.year < year and not time.past and frame.current_measure() == ACTUAL:
        return Stretch(SPAN, (named - time.years + 1, 1), (named, 12))  # 2012年、2013年,两年累计
    last = year - bool(frame.issued == frame.now and frame.now and frame.now[0] == year and frame.now[1] <= 3 and time.past)
    return Stretch(SPAN, (last - time.years + 1, 1), (last, 12))


def _this_year(frame: Frame, year: int) -> Stretch | None:
    """今年 in a review: to the month that is known, else the year where the text speaks of years."""
    heard = frame.main if frame.main and frame.main.basis == YTD and frame.main.year == year and frame.now == frame.issued else None
    if heard and not frame.month and heard.end <= (frame.now or heard.end):
        return heard  # 截至5月底…,今年新引进…
    if frame.period and frame.period.year == year and frame.period.basis != SPAN and not frame.annual:
        return Stretch(YTD if frame.period.end[1] < 12 else YEAR, (year, 1), frame.period.end)
    if frame.month:
        return Stretch(YTD if frame.month < 12 else YEAR, (year, 1), (year, frame.month))
    if frame.annual and frame.own_measure == ACTUAL and frame.title and not frame.issued:
        return whole_year(year)
    if frame.issued and frame.issued[0] == year and frame.issued[1] < 12:
        return Stretch(YTD, (year, 1), frame.issued)
    return whole_year(year)


def _open_months(frame: Frame, period: Period, year: int) -> Stretch | None:
    """今年以来 and 当月: the months that the text spoke of last."""
    last = frame.period if frame.period and frame.period.year == year else None
    month = last.end[1] if last and last.basis not in (YEAR, SPAN) else frame.month
    if month is None and frame.issued and frame.issued[0] == year and period.basis == YTD and not (last and last.basis == YEAR):
        month = frame.issued[1]
    if month is None:
        return whole_year(year) if period.basis == YTD and last and last.basis == YEAR else None
    if period.basis == YTD:
        return Stretch(YTD if month < 12 else YEAR, (year, 1), (year, month))
    if period.basis == "quarter":
        end = (month + 2) // 3 * 3
        return Stretch("quarter", (year, end - 2), (year, end))
    return Stretch("month", (year, month), (year, month))
