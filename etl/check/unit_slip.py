"""Amounts ten thousand times too large or too small: 亿元 typed for 万元."""

from __future__ import annotations

from park.locale import _

from .figures import NET, Checked


def find(work: Checked) -> None:
    """unit_slip: an error at the figure, where most others of its part and indicator agree with each other."""
    for figure, times in work.rows("unit_slip", net=sorted(NET)):
        small = times > 1
        message = (
            _("{raw} is about 10 000 times less than its neighbours: typed in 亿元 where 万元 is meant?") if small
            else _("{raw} is about 10 000 times more than its neighbours: typed in 万元 where 亿元 is meant?")
        )
        work.add("unit_slip", "error", figure, message.format(raw=work.raw(figure)), _("Correct the figure or its unit."))
