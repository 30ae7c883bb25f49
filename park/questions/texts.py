"""What the store has beside the figures of a text: the targets and results of the same keys, in tables and in other texts."""

from __future__ import annotations

import duckdb
import pandas as pd
import pyarrow as pa

from .base import QuestionError, find_area, sql

KEY = ("area", "cluster", "firm", "indicator", "measure", "basis", "period_start", "period_end")


def standing(cur: duckdb.DuckDBPyConnection, *, park: str, keys: tuple[tuple[str, ...], ...]) -> pd.DataFrame:
    """The latest committed figure of each key in texts and in tables: number (place in `keys`), from_text, value, value_high, comparator,
    file, sheet, cell, batch, sha256.

    keys: tuples of KEY as a reading writes them. No row for a key that nothing stands for, or where the park is unknown.
    """
    try:
        park_id = find_area(cur, park).park_id if park else 0
    except QuestionError:
        park_id = 0
    columns = {"number": list(range(len(keys))), **{name: [key[place] for key in keys] for place, name in enumerate(KEY)}}
    types = [("number", pa.int32()), *((name, pa.string()) for name in KEY)]
    cur.register("asked", pa.table(columns, schema=pa.schema(types)))
    try:
        return cur.execute(sql("standing"), {"park": park_id}).df()
    finally:
        cur.unregister("asked")


def of_batch(cur: duckdb.DuckDBPyConnection, *, batch: str) -> pd.DataFrame:
    """The figures that a batch loaded, in their order: KEY, comparator, value, value_high, unit, yoy, cell, sheet, raw."""
    return cur.execute(sql("of_batch"), {"batch": batch}).df()
