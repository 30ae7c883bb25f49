"""What a batch would change: its facts beside those that stand, before it counts and afterwards."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from park.catalogue import Catalogue, load_catalogue

from . import staging
from .database import Store
from .entities import Entities
from .records import Finding, Reading

KINDS = ("changed", "beside", "missing", "new", "unchanged")
REHEARSED = "rehearsed"  # the batch id inside a rehearsal, which never stays


@dataclass(frozen=True)
class Difference:
    """rows: one per fact, large jumps first; see `of_batch`. park: whose it is, "" where that is not known (then findings say so)."""

    rows: pd.DataFrame
    park: str
    findings: tuple[Finding, ...] = ()

    def count(self, kind: str) -> int:
        """How many facts are so."""
        return int((self.rows["kind"] == kind).sum())


def of_batch(store: Store, batch_id: str) -> pd.DataFrame:
    """The facts of a staged or committed batch beside what stood without it.

    kind: changed, beside (a 上年同期 that differs from the year's own figure, which stays), missing (the last month's file had the
    indicator; old_value is its figure), new, unchanged. area (a park's own name for the park), cluster, firm, indicator, measure, basis,
    period_start, period_end (YYYY-MM or ""), value, value_high, comparator, yoy, unit, sheet, cell, raw; old_value, old_high,
    old_comparator, old_yoy, old_file: what stood; change: percent; last_period, last_value: the series' figure before this one;
    jump: how far from what was to be expected, as the logarithm of a ratio. Figures in the indicator's unit, NaN for none.
    """
    with store.cursor() as cur:
        return _rows(cur, batch_id)


def rehearse(store: Store, reading: Reading, *, area: str = "", catalogue: Catalogue | None = None) -> Difference:
    """What loading a reading would change, found in a transaction that is given up; nothing is kept.

    Tables that an error keeps out are left out, as `batches.stage` does. Without a known park, or with nothing to load, rows is empty.
    """
    catalogue = catalogue or load_catalogue()
    loadable = staging.without_doubtful_tables(reading)
    with _given_up(store) as cur:
        park_id, doubts = staging.resolve_park(Entities(cur, catalogue), reading, area)
        if park_id is None or loadable is None:
            return Difference(_rows(cur, REHEARSED), "", tuple(doubts))
        staging.insert(cur, Entities(cur, catalogue), REHEARSED, park_id, loadable, ())
        park = cur.execute("select name from area where area_id = ?", [park_id]).fetchone()[0]
        return Difference(_rows(cur, REHEARSED), park, tuple(doubts))


@contextlib.contextmanager
def _given_up(store: Store):
    """A transaction of its own that always ends without having happened; other writers need not wait for it."""
    with store.cursor() as cur:
        cur.begin()
        try:
            yield cur
        finally:
            with contextlib.suppress(duckdb.Error):
                cur.rollback()


def _rows(cur: duckdb.DuckDBPyConnection, batch_id: str) -> pd.DataFrame:
    return cur.execute(_sql(), {"batch": batch_id}).df()


@cache
def _sql() -> str:
    return Path(__file__).with_name("sql").joinpath("difference.sql").read_text(encoding="utf-8")
