"""What a batch would change: its facts beside those that stand, before it counts and afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

from park.catalogue import Catalogue, load_catalogue
from park.locale import _

from . import batches, clashes, closing, conflicts, rights, staging, truth
from .database import Refusal, Store
from .entities import Entities
from .records import Finding, Reading
from .rights import Account

KINDS = ("changed", "beside", "missing", "new", "unchanged")
REHEARSED = "rehearsed"  # the batch id inside a rehearsal, which never stays
MOST_REBUILT = 20_000  # figures up to which a rehearsal makes the monthly truth, for which other writers wait; beyond, it only adds rows and nobody waits


@dataclass(frozen=True)
class Difference:
    """rows: one per fact, large jumps first; see `of_batch`. park: whose it is, "" where that is not known (then findings say so).

    findings: what shows only beside other files. refusal: why it may not be loaded (a closed month, another's area), "" where it may.
    """

    rows: pd.DataFrame
    park: str
    findings: tuple[Finding, ...] = ()
    refusal: str = ""

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


def rehearse(store: Store, reading: Reading, *, by: Account | None = None, area: str = "", catalogue: Catalogue | None = None) -> Difference:
    """What loading a reading would change and raise, found in a transaction that is given up; nothing is kept.

    Tables that an error keeps out are left out, as `batches.stage` does. by: who would load it. Without a known park, or with nothing to
    load, rows is empty.
    """
    catalogue = catalogue or load_catalogue()
    loadable = staging.without_doubtful_tables(reading)
    small = loadable is None or loadable.observations.num_rows <= MOST_REBUILT
    with store.given_up(waits=small) as cur:
        return _rehearsed(cur, store, reading, loadable, by, area, catalogue)


def _rehearsed(cur: duckdb.DuckDBPyConnection, store: Store, reading: Reading, loadable: Reading | None, by: Account | None, area: str, catalogue: Catalogue) -> Difference:
    park_id, doubts = staging.resolve_park(Entities(cur, catalogue), reading, area)
    if park_id is not None and loadable is not None:
        loadable, clashing = clashes.less(store, cur, Entities(cur, catalogue), park_id, loadable)
        doubts = [*doubts, *clashing]
    if park_id is None or loadable is None:
        refusal = "" if loadable is not None else _("Errors keep every table out; nothing can be loaded until they are settled.")
        return Difference(_rows(cur, REHEARSED), "", tuple(doubts), refusal)
    counts = staging.insert(cur, Entities(cur, catalogue), REHEARSED, park_id, loadable, reading.findings)
    park = cur.execute("select name from area where area_id = ?", [park_id]).fetchone()[0]
    cur.execute(
        "insert into batch by name select $id as batch_id, coalesce(max(seq), 0) + 1 as seq, 'committed' as status, $park as park_id, '' as file_name, "
        "'' as sha256, 0 as size, false as simulated, $rows as observations, 0 as firms, 0 as projects, 0 as errors, 0 as warnings, 0 as notes, "
        "'' as uploaded_by, now()::timestamp as uploaded_at from batch", {"id": REHEARSED, "park": park_id, "rows": counts[0]},
    )
    rows = _rows(cur, REHEARSED)
    try:
        if by is not None:
            rights.expect_batch(cur, by, REHEARSED)
        if counts[0] <= MOST_REBUILT:
            keys = batches.touched(cur, REHEARSED)
            with closing.guarded(cur, keys):
                truth.rebuild(cur, keys)
            doubts = [*doubts, *conflicts.find(cur, REHEARSED, catalogue)]
        else:
            doubts = [*doubts, _too_many(reading, counts[0])]
    except Refusal as refused:
        return Difference(rows, park, tuple(doubts), str(refused))
    return Difference(rows, park, tuple(doubts))


def _too_many(reading: Reading, count: int) -> Finding:
    text = _("The file has {count} figures: whether they go with closed months and with other files is looked at when it is loaded.").format(count=count)
    return Finding("rehearsed_in_part", "note", reading.file, "", "", text, _("What does not go with a closed month is refused then, and nothing is kept."))


def _rows(cur: duckdb.DuckDBPyConnection, batch_id: str) -> pd.DataFrame:
    return cur.execute(_sql(), {"batch": batch_id}).df()


@cache
def _sql() -> str:
    return Path(__file__).with_name("sql").joinpath("difference.sql").read_text(encoding="utf-8")
