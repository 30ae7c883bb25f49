"""The clock of a text: what was over when it was written and what was still to come. What has not ended cannot be an actual figure."""

from __future__ import annotations

import re

from etl.recognise.periods import SPAN, YEAR, YTD

from .frame import ACTUAL, TARGET, Frame, Stretch
from .times import Time, times_in

_TO_COME = frozenset({"whole", "end", "half", "quarter", "year_end", "half_end", "quarter_end", "month_end", "until", "months", "front", "front_q", "rest"})
_LATE = 11  # a text issued in November or later may already sum up its year
_EARLY = 3  # a text issued until March speaks of its own year as of what is to come
_MONTHS = re.compile(r"\d月|季度|上半年|以来")
_HALVES = re.compile(r"下半年|年中")


def written_at(frame: Frame) -> tuple[int, int] | None:
    """The last month that a text can know: that of its title (1-8月, 上半年), the half year before 下半年, else that of its issue; None where nothing says it."""
    if frame.year and frame.month and frame.month < 12:
        return frame.year, frame.month
    if frame.year and _HALVES.search(frame.title):
        return frame.year, 6
    ahead = [t.period for _s, (_e, t) in times_in(frame.title).items() if t.period and t.period.basis in ("quarter", "month") and t.period.start_month and t.period.start_month > 1]
    if frame.year and frame.own_measure == TARGET and ahead:
        return frame.year, ahead[0].start_month - 1  # 冲刺四季度动员令
    return frame.issued


def heading_to_come(frame: Frame, heading: str, year: int | None) -> bool:
    """四季度前瞻, 冲刺全年, 2024年工作 in a text written before they ended: a heading above what is to be done."""
    now = frame.now
    if now is None:
        return False
    if year and (year > now[0] or year == now[0] and now == frame.issued and now[1] <= _EARLY and not _MONTHS.search(heading)):
        return True
    if year and year != now[0] or now == frame.issued and now[1] >= _LATE:
        return False
    ends = [t.period.end_month for _s, (_e, t) in times_in(heading).items() if t.kind in _TO_COME and t.period and t.period.end_month]
    return bool(ends) and min(ends) > now[1]


def is_to_come(frame: Frame, time: Time, stretch: Stretch) -> bool:
    """全年, 年底 or 四季度 in a text that was written before they ended; the year alone (2024年) only where it had just begun."""
    now = frame.now
    if now is None or stretch.end <= now or stretch.year != now[0] or stretch.basis == SPAN and stretch.start[0] != stretch.year:
        return False
    if now == frame.issued and now[1] >= _LATE:
        return False
    if time.kind == "year":
        return now == frame.issued and now[1] <= _EARLY and stretch.basis == YEAR
    return time.kind in _TO_COME


def is_over(frame: Frame, stretch: Stretch, told: bool = False) -> bool:
    """上半年 or 1-8月 under a heading about aims, where the text reports those months or was written after them; told: words beside them tell."""
    now = frame.now
    if now is None or stretch.basis in (YEAR, SPAN) or frame.own_measure not in (ACTUAL, TARGET):
        return False
    if now == frame.issued:
        return stretch.basis in (YTD, "month", "quarter") and stretch.end < now
    return stretch.end <= now
