"""Closing a month of a park: its figures stay as they are until an administrator reopens it.

What a closed month lets through: whatever leaves each of its figures as it stands (a later file that repeats them unchanged), and what only
fills a gap from a later year's 上年同期 column or follows from it. What it refuses: a commit, an undo or a redo after which any value or reported growth
of the month would differ, or a new figure would be reported for it. Targets are no figures of a month and can be set at any time.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb

from park.catalogue import load_catalogue
from park.locale import _, language

from . import audit, rights
from .database import Refusal, Store, StoreError, now
from .entities import Entities
from .rights import Account

NAMED = 3  # changes that a refusal names


class MonthClosed(Refusal):
    """A write would change figures of a closed month; the sentence names the first of them."""


def close(store: Store, park: str, month: str, *, by: Account, note: str = "") -> None:
    """Closes a month (YYYY-MM) of a park. Needs staff of the whole park.

    Raises StoreError for an unknown park, another way of writing the month, a month to come or one that is closed already; Forbidden.
    """
    with rights.acting(store, by, "close_month", f"{park} {month}") as cur:
        park_id, period = _place(cur, park, month)
        rights.expect_areas(cur, by, [park_id])
        if _is_closed(cur, park_id, period):
            raise StoreError(_("{month} of {park} is closed already.").format(month=month, park=park))
        if period > now().year * 100 + now().month:
            raise StoreError(_("{month} has not begun yet; it cannot be closed.").format(month=month))
        cur.execute("insert into month_close values (?, ?, true, ?, ?, ?)", [park_id, period, by.name, now(), note.strip()])
        audit.record(cur, by, "close_month", f"{park} {month}", note.strip())


def reopen(store: Store, park: str, month: str, *, by: Account, note: str) -> None:
    """Opens a closed month again, with the reason. Needs an administrator. Raises StoreError when it is not closed or no reason is given."""
    with rights.acting(store, by, "reopen_month", f"{park} {month}", needs="admin") as cur:
        park_id, period = _place(cur, park, month)
        if not _is_closed(cur, park_id, period):
            raise StoreError(_("{month} of {park} is not closed.").format(month=month, park=park))
        if not note.strip():
            raise StoreError(_("Say why the month is opened again; it stands in the records."))
        cur.execute("insert into month_close values (?, ?, false, ?, ?, ?)", [park_id, period, by.name, now(), note.strip()])
        audit.record(cur, by, "reopen_month", f"{park} {month}", note.strip())


def history(store: Store, park: str, month: str) -> list[tuple[bool, str, datetime, str]]:
    """closed or reopened, by whom, when, note; the latest first. Empty for a month that was never closed or an unknown park."""
    cur = store.cursor()
    park_id = Entities(cur, load_catalogue()).find_park(park)
    return cur.execute(
        "select is_closed, by_whom, noted_at, note from month_close where park_id = ? and period = ? order by noted_at desc, rowid desc",
        [park_id, _period(month)],
    ).fetchall()


def is_closed(store: Store, park: str, month: str) -> bool:
    """Whether a month of a park is closed now."""
    found = history(store, park, month)
    return bool(found) and found[0][0]


@contextlib.contextmanager
def guarded(cur: duckdb.DuckDBPyConnection, touched: Iterable[tuple[int, str, int]]) -> Iterator[None]:
    """Holds the closed months of the touched (park, indicator, year) to what they say: raises MonthClosed when that would change."""
    keys = list(touched)
    parks, years = sorted({k[0] for k in keys}), sorted({k[2] for k in keys})
    closed = cur.execute(_sql("closed_months"), {"parks": parks, "years": years}).fetchall()
    if not closed:
        yield
        return
    codes = sorted({k[1] for k in keys})
    which = {"parks": [p for p, _m in closed], "periods": [m for _p, m in closed], "codes": codes}
    cur.execute(f"create or replace temp table closed_before as {_sql('closed_figures')}", which)
    try:
        yield
        cur.execute(f"create or replace temp table closed_after as {_sql('closed_figures')}", which)
        changes = cur.execute(_sql("closed_changes")).fetchall()
    finally:
        with contextlib.suppress(duckdb.Error):  # a transaction that failed is rolled back whole
            cur.execute("drop table if exists temp.closed_before")
            cur.execute("drop table if exists temp.closed_after")
    if changes:
        raise MonthClosed(_sentence(changes))


def _sentence(changes: list[tuple]) -> str:
    told = "；".join(_told(*change) for change in changes[:NAMED])
    months = "、".join(sorted({f"{c[5] // 100}-{c[5] % 100:02d}" for c in changes})[:NAMED])
    more = len(changes) - NAMED
    rest = _(" and {count} more").format(count=more) if more > 0 else ""
    return _("{months} of {park} is closed, and this would change it: {changes}{rest}. Nothing was changed; an administrator can reopen the month.").format(
        months=months, park=changes[0][0], changes=told, rest=rest)


def _told(park: str, area: str, cluster: str, firm: str, indicator: str, period: int, series: str, old, new) -> str:
    known = load_catalogue().indicators.get(indicator)
    words = {"month": _("month"), "ytd": _("year to date"), "growth": _("growth reported")}
    place = "·".join(part for part in (firm or cluster or (area if area != park else ""), known.name(language()) if known else indicator) if part)
    return f"{place} {period // 100}-{period % 100:02d} ({words[series]}) {_plain(old)} → {_plain(new)}"


def _plain(value) -> str:
    if value is None:
        return "—"
    return f"{Decimal(repr(value)) if isinstance(value, float) else value.normalize():f}"


def _place(cur: duckdb.DuckDBPyConnection, park: str, month: str) -> tuple[int, int]:
    park_id = Entities(cur, load_catalogue()).find_park(park)
    if park_id is None:
        raise StoreError(_("No park is called {name}.").format(name=park))
    return park_id, _period(month)


def _period(month: str) -> int:
    if not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", month):
        raise StoreError(_("{text} is not a month; write it as 2013-09").format(text=month))
    return int(month.replace("-", ""))


def _is_closed(cur: duckdb.DuckDBPyConnection, park_id: int, period: int) -> bool:
    return (park_id, period) in cur.execute(_sql("closed_months"), {"parks": [park_id], "years": [period // 100]}).fetchall()


@cache
def _sql(name: str) -> str:
    return Path(__file__).with_name("sql").joinpath(f"{name}.sql").read_text(encoding="utf-8")
