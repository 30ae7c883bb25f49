"""How long each question takes on 100 thousand and on 10 million observations, beside the bare SQL it needs.

    python benchmarks/questions_10m.py [--millions 10] [--keep DIR]

Builds both stores straight into the tables, rebuilds the monthly truth, then prints the median of several runs in milliseconds:
whole, its SQL, and the processor's time of all threads, which a busy machine does not lengthen. --keep asks stores already there.
Held: every question under 150 ms on two cores, and at most 1.5 times its time on the small store (DESIGN section 5).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import duckdb

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from park import questions as ask
from park.catalogue import load_catalogue
from park.store.database import SCHEMA_VERSION
from park.store.truth import rebuild

ROOT = Path(__file__).resolve().parents[1]
BUILD = (Path(__file__).with_name("questions_10m.sql")).read_text(encoding="utf-8")
MONTH = "2013-09"
RUNS = 9


def build(folder: Path, name: str, parks: int, years: int) -> duckdb.DuckDBPyConnection:
    """A store of parks with five zones, eight clusters and 250 firms each, 60 indicators monthly and cumulative."""
    path = folder / f"{name}.duckdb"
    there = path.exists()
    con = duckdb.connect(str(path), config={"threads": 2, "memory_limit": "6GB"})
    if there:
        return con
    con.execute((ROOT / "park" / "store" / "schema.sql").read_text(encoding="utf-8"))
    kinds = [i for i in load_catalogue().indicators.values() if i.comparable]
    kinds.sort(key=lambda i: i.headline == 0)
    con.execute("create temp table measured as select unnest($codes) as indicator, unnest($kinds) as kind, unnest(range(60))::integer as n",
                {"codes": [i.code for i in kinds[:60]], "kinds": [i.kind for i in kinds[:60]]})
    con.execute("create temp table size as select $parks::integer as parks, $years::integer as years", {"parks": parks, "years": years})
    con.execute(BUILD)
    con.execute("insert into meta values ('version', '1'), ('schema', ?)", [SCHEMA_VERSION])  # so that the app can open it, see pages.py
    count = con.execute("select count(*) from observation").fetchone()[0]
    touched = con.execute("select distinct park_id, indicator, period_end // 100 from observation").fetchall()
    begun = time.perf_counter()
    con.begin()
    rebuild(con, touched)
    con.commit()
    con.execute("checkpoint")
    rows = con.execute("select count(*) from truth").fetchone()[0]
    print(f"{name}: {count:,} observations, truth of {rows:,} rows rebuilt in {time.perf_counter() - begun:.1f} s", file=sys.stderr)
    begun = time.perf_counter()
    con.begin()
    rebuild(con, [(1, "tax_revenue", 2013), (1, "industrial_output_value", 2013)])
    con.commit()
    print(f"{name}: one upload's keys rebuilt in {time.perf_counter() - begun:.2f} s", file=sys.stderr)
    return con


def asked(cur) -> dict:
    """Every question as the pages ask it, of one park."""
    code, place = "industrial_output_value", {"area": "园区1", "month": MONTH}
    return {
        "latest_month": lambda: ask.latest_month(cur, "园区1"),
        "progress": lambda: ask.progress(cur, **place),
        "progress by area": lambda: ask.progress(cur, **place, by="area"),
        "progress by cluster": lambda: ask.progress(cur, **place, by="cluster"),
        "progress of one, by firm": lambda: ask.progress(cur, **place, by="firm", indicator=code),
        "growth": lambda: ask.growth(cur, **place, indicator=code),
        "growth by area": lambda: ask.growth(cur, **place, indicator=code, by="area"),
        "growth by firm": lambda: ask.growth(cur, **place, indicator=code, by="firm"),
        "trend": lambda: ask.trend(cur, **place, indicator=code),
        "clusters": lambda: ask.clusters(cur, **place),
        "land by area": lambda: ask.land(cur, **place, by="area"),
        "projects": lambda: ask.projects(cur, **place),
        "headlines": lambda: ask.headlines(cur, **place),
        "attention": lambda: ask.attention(cur, **place),
        "scorecard": lambda: ask.scorecard(cur, **place),
        "gap_map": lambda: ask.gap_map(cur, **place),
        "plans": lambda: ask.plans(cur, area="园区1"),
        "source": lambda: ask.source(cur, **place, indicator=code),
        "areas": lambda: ask.areas(cur),
    }


class Watched:
    """A cursor that adds up the time its SQL takes."""

    def __init__(self, cur: duckdb.DuckDBPyConnection) -> None:
        self.cur, self.spent = cur, 0.0

    def execute(self, *arguments):
        begun = time.perf_counter()
        result = self.cur.execute(*arguments)
        self.spent += time.perf_counter() - begun
        return result


def timed(con: duckdb.DuckDBPyConnection, name: str) -> tuple[float, float, float]:
    """Milliseconds of one answer: the whole, its SQL, and the processor."""
    watched = Watched(con.cursor())
    begun, worked = time.perf_counter(), time.process_time()
    asked(watched)[name]()
    return (time.perf_counter() - begun) * 1000, watched.spent * 1000, (time.process_time() - worked) * 1000


def measure(*stores: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[float, ...]]]:
    """Question -> for each store the medians of `timed`; the stores take turns, so that what else runs weighs on all of them."""
    found = {}
    for name in asked(None):
        runs = [[timed(con, name) for con in stores] for _run in range(RUNS)]
        found[name] = [tuple(map(statistics.median, zip(*of_store, strict=True))) for of_store in zip(*runs, strict=True)]
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--millions", type=int, default=10)
    options.add_argument("--keep", type=Path, help="folder for the stores (default: a temporary one)")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        small = build(folder, "small", parks=1, years=2)
        large = build(folder, "large", parks=given.millions, years=20)
        found = measure(small, large)
    print(f"{'question':26} {'100k ms':>8} {'10M ms':>8} {'its SQL':>8} {'/ SQL':>6} {'/ 100k':>7} {'10M cpu':>8} {'/ 100k':>7}")
    for name, ((small_whole, _bare, small_busy), (whole, bare, busy)) in found.items():
        print(f"{name:26} {small_whole:8.1f} {whole:8.1f} {bare:8.1f} {whole / bare:6.2f} {whole / small_whole:7.2f} {busy:8.1f} {busy / small_busy:7.2f}")


if __name__ == "__main__":
    main()
