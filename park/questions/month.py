"""A month before it is closed: what each area has reported, what it owes, what is doubted; and what changed after it was closed."""

from __future__ import annotations

import duckdb
import pandas as pd

from park.catalogue import load_catalogue

from .base import Area, Month, ask, find_area, parse_month

STATES = ("missing", "doubt", "staged", "received", "computed")


def month_state(cur: duckdb.DuckDBPyConnection, *, month: str, area: str | Area | None = None) -> pd.DataFrame:
    """One row per area and indicator of the park that the month has or owes, areas and indicators in the catalogue's order.

    area, indicator, state (missing, doubt: received with an error or warning at its cell, staged: read but not loaded yet, received,
    computed: follows from parts or from the own series), message (the doubt), file, sheet, cell, batch, area_id, parent_id.
    Owed is what the area reported for the month before or for the same month of last year (at a quarter's end: or for the quarter
    before), and what it has a target for where it has reported none of it for a year. February is held against December, as January
    and February are published as one. Raises QuestionError for an unknown area or month.
    """
    where = find_area(cur, area)
    when = parse_month(month)
    order = {i.code: place for place, i in enumerate(i for i in load_catalogue().indicators.values() if i.comparable)}
    rows = ask(
        cur, "month_state", park=where.park_id, codes=list(order), year=when.year, month=when.month, period=_period(when),
        before=_period(when, 2 if when.month == 2 else 1), quarter_before=_period(when, 3), quarter_ends=when.month % 3 == 0, year_before=_period(when, 12),
    )
    rows = rows[(rows["area_id"] == where.area_id) | (rows["parent_id"] == where.area_id)]
    return rows.sort_values(["parent_id", "area_id", "indicator"], key=lambda c: c.map(order) if c.name == "indicator" else c, kind="stable").reset_index(drop=True)


def revisions(cur: duckdb.DuckDBPyConnection, *, month: str, area: str | Area | None = None) -> pd.DataFrame:
    """Figures of the park's month that changed after it was first closed: area, cluster, firm, indicator, basis, old (NaN: there was none),
    new, unit, file, sheet, cell, by, at; the latest first. Empty for a month that was never closed."""
    where = find_area(cur, area)
    return ask(cur, "revisions", park=where.park_id, period=_period(parse_month(month)))


def _period(when: Month, months_before: int = 0) -> int:
    count = when.year * 12 + when.month - 1 - months_before
    return count // 12 * 100 + count % 12 + 1
