"""The monthly truth: rebuilds truth, target, plan and span of touched keys from the committed observations.

Rules are DEFINITIONS 1-9 and 14-15. Each step is one SQL file in park/store/sql; they work on whole sets, so that one upload
and ten million observations take the same path.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from park.catalogue import Catalogue, load_catalogue

FOLDER = Path(__file__).with_name("sql")
TOUCHED = pa.schema([("park_id", pa.int32()), ("indicator", pa.string()), ("year", pa.int32())])
STEPS = ("touched_observation", "reported", "own", "link_inner", "sum", "link_park", "sum", "write_truth", "coverage")
LEFT_BEHIND = ("touched", "target_touched", "kind", "touched_observation", "reported", "figure", "link", "summed", "goal")


def rebuild(
    cur: duckdb.DuckDBPyConnection, touched: Iterable[tuple[int, str, int]], catalogue: Catalogue | None = None
) -> None:
    """Rebuilds what the questions read for every touched (park_id, indicator, year), inside the caller's transaction.

    Targets of the year after are rebuilt as well, as a growth target grows last year's figure. What is known of the firms is
    brought up to date whatever was touched. Indicators whose figures do not compare (按产品) have no truth.
    """
    catalogue = catalogue or load_catalogue()
    _rebuild_firms(cur)
    _prepare(cur, touched, catalogue)
    tolerance = catalogue.thresholds.parts_percent / Decimal(100)
    for step in STEPS:
        if step == "sum":
            cur.execute(_sql("sum_of_parts"), {"tolerance": tolerance})
            cur.execute(_sql("take_sums"))
        else:
            cur.execute(_sql(step))
    cur.execute(_sql("target"))
    for level in ("zone", "park"):
        cur.execute(_sql("target_sum"), {"level": level})
    cur.execute(_sql("write_targets"))
    cur.execute(_sql("write_spans"))
    for table in LEFT_BEHIND:
        cur.execute(f"drop table if exists temp.{table}")


def _rebuild_firms(cur: duckdb.DuckDBPyConnection) -> None:
    cur.execute("delete from firm_state")
    cur.execute(_sql("firm_state"))


def _prepare(cur: duckdb.DuckDBPyConnection, touched: Iterable[tuple[int, str, int]], catalogue: Catalogue) -> None:
    keys = list(touched)
    columns = list(zip(*keys, strict=True)) if keys else [(), (), ()]
    _temp(cur, "touched", pa.table([pa.array(c, t.type) for c, t in zip(columns, TOUCHED, strict=True)], schema=TOUCHED))
    cur.execute("""
        create or replace temp table target_touched as
        select park_id, indicator, year from touched union select park_id, indicator, cast(year + 1 as integer) from touched
    """)
    known = [i for i in catalogue.indicators.values() if i.comparable]
    _temp(cur, "kind", pa.table({"indicator": [i.code for i in known], "kind": [i.kind for i in known]}))


def _temp(cur: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    cur.register("given_rows", rows)
    cur.execute(f"create or replace temp table {name} as select distinct * from given_rows")
    cur.unregister("given_rows")


@cache
def _sql(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")
