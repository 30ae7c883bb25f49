"""The period and measure that words carry to the figures behind them."""

from __future__ import annotations

from etl.recognise.periods import SPAN, YEAR, YTD
from park.locale import _

from .clock import is_over, is_to_come
from .frame import ACTUAL, FORECAST, TARGET, Frame, Stretch, whole_year
from .settling import says_this_year, settle, written_after
from .times import Time

__all__ = ["ACTUAL", "FORECAST", "TARGET", "Frame", "Stretch", "full_stop", "hear", "hedge", "cumulate", "new_line", "settle", "stand", "whole_again", "whole_year"]


def hear(frame: Frame, time: Time, leads: bool = False, told: bool = False) -> None:
    """Takes an expression of time as the period of what follows; a year before or behind the text's own changes the measure.

    leads: a line begins with it; told: words behind it say that it tells of what was done.
    """
    if time.kind == "date" and frame.current_measure() != ACTUAL:
        return
    frame.this_year = time.kind == "this_year"
    stretch = settle(frame, time)
    frame.loose = {"date": _("its time is only a day named before it"), "ahead": _("its years are only counted from the year of the text"),
                   "founding": _("its time is the founding, whose year is said elsewhere or not at all")}.get(time.kind, "")
    if time.open:
        frame.loose = _("it is not said until when")
    if time.period and says_this_year(time.period) and written_after(frame, time.period) and frame.mixed:
        frame.heard_year = stretch.year if stretch else None
    if time.period and says_this_year(time.period) and written_after(frame, time.period) and not frame.mixed:
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
    if stretch.basis == "month" and not frame.loose and frame.period and (frame.period.basis in (YTD, YEAR) or frame.whole_line) and frame.measure != TARGET:
        frame.whole_line = frame.whole_line or frame.period
    elif _quarter_of(frame, stretch):
        frame.whole_line = frame.whole_line or frame.period  # 1-9月…,其中三季度当季
    elif stretch.basis != "month":
        frame.whole_line = None
    frame.period = stretch
    to_come = is_to_come(frame, time, stretch)
    beyond = to_come or frame.excursion and frame.main and stretch.end > frame.main.end  # 预计上半年…: not what the text reports
    if stretch.year == frame.year and stretch.basis in (YTD, YEAR) and frame.measure == ACTUAL and not beyond:
        frame.main = stretch
    undated = frame.year is not None and not frame.dated and (not frame.issued or frame.issued[0] > frame.year)
    if undated and frame.measure == ACTUAL and not frame.excursion and stretch.basis in (YTD, "month") and stretch.start[0] == frame.year + 1:
        frame.year, frame.main = stretch.year, stretch  # 2024年…。2025年1-4月…: a text without a date goes on to the next year
    if leads and frame.onward and stretch.year <= frame.onward[1]:
        (frame.measure, frame.year, frame.main), frame.onward = frame.onward, None
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
    if frame.measure == TARGET and (frame.year == frame.own_year or frame.onward) and stretch.year < base and stretch.basis != SPAN and not _planned(frame, stretch):
        frame.excursion, frame.standing = ACTUAL, False
    elif frame.measure == TARGET and is_over(frame, stretch, told):
        frame.excursion, frame.standing = ACTUAL, False  # 今年的目标是…。截至2月底,…: over when the text was written
    elif frame.measure == TARGET and frame.excursion == ACTUAL:
        frame.excursion = ""
    elif frame.measure != TARGET and stretch.start[0] > base and frame.excursion != FORECAST:
        frame.excursion = TARGET
        if leads and stretch.basis == YEAR and not frame.outlook:
            _go_on_to(frame, stretch)
    elif frame.measure != TARGET and to_come and not frame.excursion:
        frame.excursion, frame.by_time = (FORECAST, False) if frame.outlook else (TARGET, True)


def _go_on_to(frame: Frame, stretch: Stretch) -> None:
    """2026年,…: a line that begins with a year to come is of it to the next time or heading, and so are the lines behind it."""
    frame.onward = (frame.measure, frame.year, frame.main)
    frame.measure, frame.year, frame.main = TARGET, stretch.year, stretch
    frame.excursion, frame.before, frame.whole_line = "", None, None


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
    if measure == TARGET and frame.this_year and frame.period and frame.own_year and frame.period.year > frame.own_year:
        frame.loose = ""  # 今年将引进…, in a review written after its year: what is to be done is of the year of issue
    running = frame.excursion == ACTUAL and measure == FORECAST  # 2024年,预计… in a plan for 2025
    if measure == TARGET and frame.before is not None and _tells_of_before(frame):
        frame.excursion, frame.period = "", frame.before
    foreseen = measure == FORECAST and frame.own_measure == ACTUAL  # 三、下步打算: 预计全年…, in a review
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


def tell_so_far(frame: Frame) -> None:
    """已完成 behind an aim of the year: until the full stop what was done, in the months that the text knows; of no known time where it knows none."""
    _leave(frame)
    frame.excursion, frame.standing = ACTUAL, True
    aimed = frame.period or frame.before
    known = frame.now is not None and aimed is not None and frame.now[0] == aimed.year and frame.now[1] < 12
    frame.period = Stretch(YTD, (frame.now[0], 1), frame.now) if known else None


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
        open_ended = frame.period is not None and frame.period.basis == SPAN  # 十四五以来: not the time of the next line
        frame.period, frame.loose = frame.main if open_ended else frame.main or frame.period, ""
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
