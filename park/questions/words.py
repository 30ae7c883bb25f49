"""Reasons in words, for sentences and tables of text."""

from __future__ import annotations

from park.locale import _
from park.locale.numbers import month_word


def reason_text(code: str | None, *, last_month: str | None = None) -> str:
    """Why a figure is not available, for a code of a question's `reason` or `growth_reason` column; "" for none."""
    if not isinstance(code, str):
        return ""
    if code == "not_reported" and isinstance(last_month, str):
        return _("Not reported for this month; the last report is for {month}.").format(month=month_word(last_month))
    texts = {
        "not_reported": _("Not reported for this month."),
        "months_missing": _("Only the month itself is known, not the year to date."),
        "no_figure": _("No figure this year."),
        "growth_only": _("Only a growth rate was reported, no amount."),
        "no_target": _("There is no target for this year."),
        "no_base": _("There is no figure of last year to compare with."),
        "target_not_positive": _("The target is not above zero, so no completion can be given."),
        "no_plan": _("There is no monthly plan for this month."),
        "no_seasonal_base": _("Last year's months are not known, so there is no seasonal schedule."),
        "base_not_positive": _("Last year's figure is not above zero, so no growth can be given."),
        "points": _("A percentage: its change is given in points, not as growth."),
        "part_not_reported": _("A part has not reported for this month."),
        "no_goal_counts": _("No goal of this half has both a target and a figure."),
        "half_without_goals": _("A half has no goal that counts, so there is no score in all."),
        "no_land": _("The developed land is not known."),
    }
    return texts[code]
