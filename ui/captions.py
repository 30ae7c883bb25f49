"""The words around a chart: indicator, area, unit, period; source and as-of month."""

from __future__ import annotations

from park.catalogue.names import indicator_name, part_name
from park.charts.theme import Caption
from park.locale import _
from park.locale.numbers import month_word, period_word, unit_word

from .state import View


def caption(view: View, title: str, *, about: str = "", unit: str = "", simulated: bool = False, single: bool = False) -> Caption:
    """A caption of this view. about: what is shown (default: the view's indicator); single: a month, not the year to date."""
    what = about or indicator_name(view.indicator)
    parts = [what, part_name(view.area), period(view, single)]
    if unit_word(unit):
        parts.append(_("unit: {unit}").format(unit=unit_word(unit)))
    return Caption(title, " · ".join(p for p in parts if p), foot(view), simulated)


def period(view: View, single: bool = False) -> str:
    """2013年1-9月, Jan-Sep 2013; with `single` the month alone."""
    if not view.month:
        return ""
    if single:
        return month_word(view.month)
    return _("{span} {year}").format(span=period_word(view.month), year=view.year)


def foot(view: View) -> str:
    """Where the figures are from and up to when they reach."""
    return _("Source: tables reported by {area}; as of {month}").format(area=part_name(view.area), month=month_word(view.month))
