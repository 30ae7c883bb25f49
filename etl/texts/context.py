"""The period and measure that words carry to the figures behind them."""

from __future__ import annotations

from etl.recognise.periods import SPAN, YEAR, YTD, Period
from park.locale import _

from .clock import is_over, is_to_come
from .frame import ACTUAL, FORECAST, TARGET, Frame, Stretch, whole_year
from .times import Time

__all__ = ["ACTUAL", "FORECAST", "TARGET", "Frame", "Stretch", "full_stop", "hear", "hedge", "cumulate", "new_line", "settle", "stand", "whole_again", "whole_year"]


def hear(frame: Frame, time: Time) -> None:
    """Takes an expression of time as the period of what follows; a year before or behind the text's own changes the measure."""
    if time.kind == "date" and frame.current_measure() != ACTUAL:
        return
    frame.this_year = time.kind == "this_year"
    stretch = settle(frame, time)
    frame.loose = {"date": _("its time is only a day named before it"), "ahead": _("its years are only counted from the year of the text"),
                   "founding": _("its time is the founding, whose year is said elsewhere or not at all")}.get(time.kind, "")
    if time.open:
        frame.loose = _("it is not said until when")
    if time.period and _says_this_year(time.period) and _written_after(frame, time.period) and frame.mixed:
        frame.heard_year = stretch.year if stretch else None
    if time.period and _says_this_year(time.period) and _written_after(frame, time.period) and not frame.mixed:
        frame.loose = _("this year may be the year reviewed or that of the date of issue")
    if stretch is None:
        if time.kind == "founding":
            frame.period = None
        elif time.kind not in ("day", "days"):
            unsaid = time.period and (time.period.basis != YTD or time.period.end_month)  # 1-6月 of a year that is not known
            frame.period = None if unsaid else frame.period
        return
    _leave(frame)
    if time.kind == "five" and stretch.basis == SPAN:
        frame.plan = stretch
    elif time.kind == "span" and stretch.basis == SPAN and frame.plan is None:
        last = stretch.start[0] + 4 if "后" not in time.period.text else stretch.year
        frame.plan = Stretch(SPAN, (last - 4, 1), (last, 12))
    if stretch.basis in (YEAR, YTD) and frame.year and stretch.year > frame.year and frame.current_measure() == TARGET:
        frame.horizon = stretch.year
    if time.period and time.period.end_year and time.period.start_year == time.period.end_year and time.kind != "five":
        frame.heard_year = time.period.end_year
    if stretch.basis == "month" and not frame.loose and frame.period and frame.period.basis in (YTD, YEAR) and frame.measure != TARGET:
        frame.whole_line = frame.whole_line or frame.period
    elif _quarter_of(frame, stretch):
        frame.whole_line = frame.whole_line or frame.period  # 1-9月…,其中三季度当季
    elif stretch.basis != "month":
        frame.whole_line = None
    frame.period = stretch
    to_come = is_to_come(frame, time, stretch)
    told = to_come or frame.excursion and frame.main and stretch.end > frame.main.end  # 预计上半年…: not what the text reports
    if stretch.year == frame.year and stretch.basis in (YTD, YEAR) and frame.measure == ACTUAL and not told:
        frame.main = stretch
    undated = frame.year is not None and not frame.dated and (not frame.issued or frame.issued[0] > frame.year)
    if undated and frame.measure == ACTUAL and not frame.excursion and stretch.basis in (YTD, "month") and stretch.start[0] == frame.year + 1:
        frame.year, frame.main = stretch.year, stretch  # 2024年…。2025年1-4月…: a text without a date goes on to the next year
    base = frame.spoken or frame.year
    if frame.measure == TARGET and frame.years_planned and stretch.basis == SPAN and stretch.year < frame.years_planned.start[0]:
        frame.excursion, frame.standing = ACTUAL, False  # 十三五期间,… in a plan for 2021 to 2025
        return
    if base is None:
        return
    past = frame.main is not None and stretch.basis in (YTD, "month") and stretch.end <= frame.main.end
    past = past and not (frame.excursion == FORECAST and frame.main.basis == YEAR)  # 全年预测: 预计12月…
    if frame.measure != TARGET and frame.excursion and past:
        frame.excursion = ""
    if frame.measure == TARGET and frame.year == frame.own_year and stretch.year < base and stretch.basis != SPAN and not _planned(frame, stretch):
        frame.excursion, frame.standing = ACTUAL, False
    elif frame.measure == TARGET and is_over(frame, stretch):
        frame.excursion, frame.standing = ACTUAL, False  # 今年的目标是…。截至2月底,…: over when the text was written
    elif frame.measure == TARGET and frame.excursion == ACTUAL:
        frame.excursion = ""
    elif frame.measure != TARGET and stretch.start[0] > base and frame.excursion != FORECAST:
        frame.excursion = TARGET
    elif frame.measure != TARGET and to_come and not frame.excursion:
        frame.excursion, frame.by_time = (FORECAST, False) if frame.outlook else (TARGET, True)


def _planned(frame: Frame, stretch: Stretch) -> bool:
    """到2018年, 2016年, in a plan for 2016 to 2020: a step on its way."""
    plan = frame.years_planned
    return plan is not None and plan.start[0] <= stretch.start[0] and stretch.year <= plan.year


def _quarter_of(frame: Frame, stretch: Stretch) -> bool:
    """The last quarter of the months in force."""
    whole = frame.whole_line or frame.period
    return bool(stretch.basis == "quarter" and whole and whole.basis == YTD and whole.end == stretch.end and frame.measure != TARGET)


def hedge(frame: Frame, measure: str) -> None:
    """力争 or 预计 in a review: a target or forecast until the full stop, of the year unless the words say more."""
    running = frame.excursion == ACTUAL and measure == FORECAST  # 2024年,预计… in a plan for 2025
    if measure == TARGET and frame.before is not None and _tells_of_before(frame):
        frame.excursion, frame.period = "", frame.before
    foreseen = measure == FORECAST and frame.outlook and frame.own_measure == ACTUAL  # 三、全年展望: 预计…
    if frame.measure == TARGET and not (running or foreseen) or (frame.excursion == TARGET and measure == FORECAST and not frame.by_time):
        return
    _leave(frame)
    frame.excursion, frame.by_time = measure, False


def stand(frame: Frame) -> None:
    """目前 and 现有 in a plan: as things stood when it was written, which only a text without a year in its title dates."""
    if frame.measure != TARGET or frame.excursion == ACTUAL:
        return
    _leave(frame)
    frame.excursion, frame.standing = ACTUAL, True
    if frame.dated:
        frame.period = None


def cumulate(frame: Frame) -> bool:
    """累计 behind a month's own figure: the months up to it. False where no month is in force."""
    if frame.period is None or frame.period.basis != "month":
        return False
    last = frame.period.end
    frame.period = Stretch(YTD if last[1] < 12 else YEAR, (last[0], 1), last)
    return True


def _tells_of_before(frame: Frame) -> bool:
    """A plan that has turned to a year before its own."""
    told = frame.measure == TARGET and frame.excursion == ACTUAL and not frame.standing
    own = frame.year or frame.years_planned and frame.years_planned.start[0]
    return bool(told and frame.period and own and frame.period.year < own)


def _leave(frame: Frame) -> None:
    """Remembers where the excursion began, for the full stop."""
    if frame.before is None:
        frame.before = frame.period


def new_line(frame: Frame) -> None:
    """A month's own figures beside cumulative ones, and a year told about on the way, end with their line."""
    frame.heard_year = None
    if _tells_of_before(frame):
        frame.excursion, frame.period, frame.before = "", frame.before, None
    if frame.excursion:
        return
    if frame.loose:
        frame.period, frame.loose = frame.main or frame.period, ""
    if frame.whole_line:
        frame.period, frame.whole_line = frame.whole_line, None
    astray = frame.period is not None and frame.main is not None and frame.period.year != frame.main.year
    if frame.main and (astray or frame.measure == TARGET):
        frame.period = frame.main


def whole_again(frame: Frame) -> None:
    """其中9月当月1.83亿元: the month ends with its sentence, a semicolon too."""
    if frame.whole_line and not frame.excursion:
        frame.period, frame.whole_line = frame.whole_line, None


def full_stop(frame: Frame) -> None:
    """Ends a hedge or an excursion into another year: what follows is again the section's own.

    In a plan the year before is told about to the end of the line: 去年,…。利润…。
    """
    if _tells_of_before(frame):
        return
    if frame.excursion:
        frame.excursion, frame.period, frame.by_time = "", frame.before, False
        if frame.heard_year and frame.year and frame.heard_year > frame.year:
            frame.heard_year = None  # 订单排到2027年。前10个月…: of the text's own year again
    frame.before = None


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
    if time.kind == "before_last":
        written = _written_in(frame)
        return whole_year(written - 2) if written else None
    if time.kind in ("years", "ahead", "next", "one_year", "end") and not (time.kind == "years" and time.period):
        own = frame.own_year if time.kind == "next" else frame.year
        return _prose(frame, time, own if time.kind in ("next", "years") else year)
    period = time.period
    if period is None:
        return None
    offset = period.year_offset + _written_after(frame, period)
    base = _written_in(frame) if period.year_offset or _says_this_year(period) else year
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
        basis = YTD if not frame.annual else basis
    if basis == YTD and end_month == 12:
        basis = YEAR
    if time.open and basis == SPAN and frame.main and start_year < frame.main.year < end_year:
        return Stretch(SPAN, (start_year, start_month), frame.main.end)  # 十四五以来: until what the text reports
    return Stretch(basis, (start_year, start_month), (end_year, end_month))


def _written_in(frame: Frame) -> int | None:
    """The year from which 去年 counts: a plan's own, in its review of the year before too."""
    return frame.spoken or (frame.own_year if frame.own_measure == TARGET and not frame.mixed and frame.own_year else frame.year)


def _says_this_year(period: Period) -> bool:
    return period.end_year is None and period.text.startswith(("今年", "本年")) and "以来" not in period.text


def _written_after(frame: Frame, period: Period) -> int:
    """1 where a review was written in the year after the one reviewed, so that its 去年 is that year; else 0."""
    if frame.own_measure != ACTUAL or frame.year != frame.own_year or not (period.year_offset or _says_this_year(period)):
        return 0
    if period.text.startswith("上"):
        return 0  # 上年 is the year before the one that is told about, whenever the text was written
    issued_after = bool(frame.issued and frame.own_year and frame.issued[0] == frame.own_year + 1)
    return int(issued_after or (frame.last_is_own and frame.measure == ACTUAL and period.year_offset == -1))


def _prose(frame: Frame, time: Time, year: int | None) -> Stretch | None:
    if year is None:
        return None
    if time.kind == "next":
        return whole_year(year + 1)
    running = frame.period if frame.period and frame.period.basis == YTD and frame.period.year == year and frame.current_measure() == ACTUAL else None
    if time.kind == "one_year" and running:
        return running  # 10月末118家,其中年内新增9家
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
    return Stretch(SPAN, (year - time.years + 1, 1), (year, 12))


def _this_year(frame: Frame, year: int) -> Stretch | None:
    """今年 in a review: to the month that is known, else the year where the text speaks of years."""
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
