"""What an area reports, for whoever enters it by hand: its indicators with what stands."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import load_catalogue

from .base import Area, ask, find_area, parse_month


def to_report(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None, month: str) -> pd.DataFrame:
    """The five headlines and every indicator that the area has figures or targets of in the month's year or the year before.

    indicator, unit, month_value and ytd_value (reported for the month), last_ytd (the year's year to date before the month), last_year (the
    full year before), comparator, target, target_high, growth (percent): what stands for the year. Figures in the unit; NaN for none.
    In the catalogue's order. Raises QuestionError.
    """
    where, when = find_area(cur, area), parse_month(month)
    rows = ask(cur, "entry", area=where.area_id, year=when.year, month=when.year * 100 + when.month).set_index("indicator")
    catalogue = load_catalogue()
    firm = {headline.code for headline in catalogue.headlines()} | set(rows.index)
    codes = [code for code, indicator in catalogue.indicators.items() if code in firm and indicator.comparable]
    rows = rows.reindex(codes)
    rows.insert(0, "unit", [catalogue.indicators[code].unit for code in codes])
    return rows.rename_axis("indicator").reset_index()
