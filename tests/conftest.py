"""Shared fixtures: an empty store in a temporary folder, the demo's, and a way to make readings from literal tables."""

from __future__ import annotations

import contextlib
import os
import shutil
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from etl.__main__ import main as etl
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


@contextlib.contextmanager
def copied(original: Path, folder: Path):
    """A store of its own in the folder with all that a closed one holds, files too: for tests that begin alike."""
    shutil.copytree(original.parent, folder, dirs_exist_ok=True)
    with open_store(folder / original.name) as opened:
        yield opened


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The database that `etl demo` fills, with its files: made once in a whole run, on however many cores. To look at; copy it to open it for writing."""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demo"
    if not shared.exists():
        made = tmp_path_factory.mktemp("making_demo")
        assert etl(["demo", "--db", str(made / "park.duckdb")]) == 0
        with contextlib.suppress(OSError):  # the other core was faster
            made.rename(shared)
    return shared / "park.duckdb"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Tests of a file stay on one core, and so do those of a folder whose files share what takes long to make."""
    from xdist.scheduler import LoadFileScheduling

    class TogetherScheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return next((folder for folder in TOGETHER if file.startswith(folder)), file)

    return TogetherScheduling(config, log)


TOGETHER = ("tests/briefing/", "tests/pages/")
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
