"""Shared fixtures: an empty store in a temporary folder, and a way to make readings from literal tables."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
import pytest

from park.locale import set_language
from park.store import OBSERVATION_SCHEMA, Reading, open_store


@pytest.fixture(autouse=True)
def chinese():
    """Every test begins in the default language."""
    set_language("zh")


@pytest.fixture
def store(tmp_path):
    """An empty store of its own."""
    with open_store(tmp_path / "park.duckdb") as opened:
        yield opened


DEFAULTS = {
    "file": "file.xlsx", "sheet": "Sheet1", "cell": "A1", "area": "", "cluster": "", "firm": "",
    "indicator": "industrial_output_value", "measure": "actual", "basis": "ytd", "period_start": "2013-01", "period_end": "2013-09",
    "comparator": "=", "value": None, "value_high": None, "unit": "万元", "yoy": None, "raw": "", "table": 1, "role": "own",
}


def reading(*rows: dict, park: str = "东湖园区", **more) -> Reading:
    """A reading of literal rows; what a row leaves out has the defaults above."""
    full = [{**DEFAULTS, **row} for row in rows]
    for row in full:
        for name in ("value", "value_high"):
            if row[name] is not None:
                row[name] = Decimal(str(row[name])).quantize(Decimal("1e-9"))
        row["raw"] = row["raw"] or str(row["value"])
    return Reading(file="file.xlsx", observations=pa.Table.from_pylist(full, schema=OBSERVATION_SCHEMA), park=park, **more)
