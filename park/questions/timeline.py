"""Projects on the calendar: how long each waited, is being built, and which are past their planned start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median

import duckdb
import pandas as pd

from .base import Area, Month, find_area
from .projects import _end, _last_day, as_of_ledger, ledger
from .stages import DATES, as_of

SEGMENT_COLUMNS = ("project", "firm", "phase", "begin", "until", "days", "open")
PHASE, BEGIN, DAYS, OPEN = 2, 3, 5, 6  # where they stand in a segment
WAITS = ("waiting", "late")


@dataclass(frozen=True)
class Timeline:
    """frame: the ledger's rows with a date up to the as-of month, in the order of drawing: those that wait first, the longest on top, then
    those being built, then those in production, the latest first; with `late` (waits past its planned start).

    segments: one row per stretch of time: project, firm, phase (waiting: signed or planned, not started; late: past the planned start;
    building: started, not completed; finishing: completed, not in production), begin, until (dates), days, open (lasts to the as-of day).
    days_to_start, days_to_build: medians over the stretches that have ended, None without any. undated: projects without a date.
    day: the last day of the as-of month, None without any.
    """

    frame: pd.DataFrame
    segments: pd.DataFrame
    days_to_start: float | None
    days_to_build: float | None
    undated: int
    day: date | None


def timeline(cur: duckdb.DuckDBPyConnection, *, area: str | Area | None = None, month: str | None = None) -> Timeline:
    """The projects of an area up to the end of the month. What lies after it has not happened yet; a date that gives a month only
    means its last day. Raises QuestionError."""
    where = find_area(cur, area)
    rows = ledger(cur, where)
    when = as_of_ledger(cur, where, month, rows)
    rows = as_of(rows, when)
    if when is None or rows.empty:
        return Timeline(rows, pd.DataFrame(columns=SEGMENT_COLUMNS), None, None, len(rows), None)
    found = [_stretches(row, when) for row in rows.itertuples()]
    segments = pd.DataFrame([one for stretches in found for one in stretches], columns=SEGMENT_COLUMNS)
    known = [(row, stretches) for row, stretches in zip(rows.index, found, strict=True) if stretches]
    waited = [sum(one[DAYS] for one in mine if one[PHASE] in WAITS) for _row, mine in known if mine[0][PHASE] in WAITS and any(one[PHASE] == "building" for one in mine)]
    built = [one[DAYS] for _row, mine in known for one in mine if one[PHASE] == "building" and not one[OPEN]]
    return Timeline(
        _ordered(rows, known), segments, median(waited) if waited else None, median(built) if built else None, len(rows) - len(known), _end(when),
    )


def _stretches(row, when: Month) -> list[tuple]:
    """The stretches of one project up to the as-of day, in their order; empty without any date up to then."""
    end = _end(when)
    known = {name: _day(getattr(row, name)) for name in DATES}
    signed, started, completed, produced = (day if day and day <= end else None for day in known.values())
    planned = _day(row.planned_start)
    later = [day for day in (completed, produced) if day]
    made = []

    def add(phase: str, begin: date, until: date | None) -> None:
        to = until or end
        if to >= begin:
            made.append((row.project, row.firm, phase, begin, to, (to - begin).days, until is None))

    if signed and not (later and not started):
        if planned and signed < planned < (started or end):
            add("waiting", signed, planned)
            made[-1] = (*made[-1][:-1], False)
            add("late", planned, started)
        else:
            add("late" if planned and not started and planned <= signed else "waiting", signed, started)
    elif planned and planned <= end and not started and not later:
        add("late", planned, None)
    if started:
        add("building", started, completed or produced)
    if completed:
        add("finishing", completed, produced)
    return made


def _day(text: object) -> date | None:
    return _last_day(text) if isinstance(text, str) and text else None


def _ordered(rows: pd.DataFrame, known: list[tuple]) -> pd.DataFrame:
    """The dated projects: those that wait by how long, then those being built, then those in production, the latest first."""
    told = []
    for row, mine in known:
        phase = mine[-1][PHASE] if mine[-1][OPEN] else "done"
        begin = mine[0][BEGIN].toordinal()
        rank = 0 if phase in WAITS else 1 if phase == "building" else 2
        told.append((rank, begin if rank == 0 else -begin, row, phase))
    told.sort(key=lambda one: one[:3])
    frame = rows.loc[[one[2] for one in told]].reset_index(drop=True)
    return frame.assign(late=[one[3] == "late" for one in told], phase=[one[3] for one in told])
