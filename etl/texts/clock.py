"""The clock of a text: what was over when it was written and what was still to come. What has not ended cannot be an actual figure."""

from __future__ import annotations

import re

from etl.recognise.periods import SPAN, YEAR, YTD

from .frame import ACTUAL, TARGET, Frame, Stretch
from .times import Time

_TO_COME = frozenset({"whole", "end", "half", "quarter", "year_end", "half_end", "quarter_end", "month_end", "until", "months", "front", "front_q", "rest"})
_LATE = 11  # a text issued in November or later may already sum up its year
_EARLY = 3  # a text issued until March speaks of its own year as of what is to come
_HALVES = re.compile(r"下半年|年中")


def written_at(frame: Frame) -> tuple[int, int] | None:
    """The last month that a text can know: that of its title (1-8月, 上半年), the half year before 下半年, else that of its issue; None where nothing says it."""
    if frame.year and frame.month and frame.month < 12:
        return frame.year, frame.month
    if frame.year and _HALVES.search(frame.title):
        return frame.year, 6
    return frame.issued


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


def is_over(frame: Frame, stretch: Stretch) -> bool:
    """上半年 or 1-8月 under a heading about aims, where the text reports those months or was written after them."""
    now = frame.now
    if now is None or stretch.basis in (YEAR, SPAN) or frame.own_measure not in (ACTUAL, TARGET):
        return False
    if now == frame.issued:
        return frame.own_measure == ACTUAL and stretch.basis in (YTD, "month") and stretch.end < now
    return stretch.end <= now
