"""What a change of the store did to the figures that the overview shows."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import pandas as pd

from .base import QuestionError, find_area, latest_month
from .headlines import headlines


@dataclass(frozen=True, slots=True)
class Shown:
    """One headline as the overview shows it: figure of the year to date in the indicator's unit and completion in percent, None for none."""

    indicator: str
    unit: str
    actual: float | None
    completion: float | None


@dataclass(frozen=True, slots=True)
class Front:
    """The overview of an area: its latest month (YYYY-MM, "" without figures) and its headlines."""

    area: str
    month: str
    shown: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What became of one headline. before is None where it had no figure, or its indicator was another one."""

    before: Shown | None
    after: Shown


def front(cur: duckdb.DuckDBPyConnection, area: str) -> Front:
    """The overview of an area as it stands; without months where the area is not known or has no figures."""
    try:
        month = latest_month(cur, find_area(cur, area))
        if month is None:
            return Front(area, "")
        rows = headlines(cur, area, month)
    except QuestionError:
        return Front(area, "")
    return Front(area, month, tuple(
        Shown(row["indicator"], row["unit"], _number(row["actual"]), _number(row["completion"])) for row in rows.to_dict("records")
    ))


def news(before: Front, after: Front) -> tuple[News, ...]:
    """The headlines that show another figure or completion than before, in the overview's order."""
    told = []
    for place, shown in enumerate(after.shown):
        old = before.shown[place] if place < len(before.shown) else None
        old = old if old and old.indicator == shown.indicator else None
        if shown.actual is not None and (old is None or (old.actual, old.completion) != (shown.actual, shown.completion)):
            told.append(News(old if old and old.actual is not None else None, shown))
    return tuple(told)


def _number(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
