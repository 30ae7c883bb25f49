"""What a figure's own sentence says of time and measure where the text as a whole says nothing."""

from __future__ import annotations

import re

from .frame import ACTUAL, Frame, Stretch
from .state import Draft

_COMPARED = re.compile(r"同比|比上年|较上年|比去年|较去年|比增|同口径|上年同期|去年同期|居全|列全|排名|排位|位居|截至|累计完成|累计实现|年任务[\d.]+|高于全|快于全")
_AHEAD = re.compile(r"力争|确保|争取|目标|预期|计划|任务(?!数?[\d.]+)|打算|安排|要求|拟|将(?!近)|(?<!主)要(?!素)|预计|不低于|不少于|不超过|以上|左右|冲刺|[到至](?:19|20)\d\d年")
_EXACT = re.compile(r"\d\.\d")
_MONTHS = ("ytd", "month", "quarter")


def tells(draft: Draft) -> bool:
    """True for months that are compared with those a year earlier, to the decimal and without a word of aims: 1-9月产值405.97亿元,同比增长1.8%."""
    plain, period = draft.sentence.plain, draft.period
    if draft.measure != ACTUAL or draft.comparator != "=" or period is None or period.basis not in _MONTHS:
        return False
    return not _AHEAD.search(plain) and bool(_EXACT.search(plain)) and bool(_COMPARED.search(plain) or draft.yoy is not None)


def counts_since(plain: str) -> bool:
    """截至2010年上半年: what follows may count from the founding on."""
    return bool(re.search(r"(?:截至|截止|截止到|^至|,至)(?:19|20)\d\d年|累计", plain))


def dated(frame: Frame, period: Stretch | None) -> bool:
    """True where the year of a figure is written in its line (2018年…全年完成), not only inferred for the text."""
    return frame.heard_year is not None and period is not None and period.start[0] == period.end[0] == frame.heard_year
