"""A store in memory filled from literal tables: `given(rows)` writes observations as if a file had been committed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from park.catalogue import load_catalogue
from park.store.truth import rebuild

SCHEMA = Path(__file__).resolve().parents[2] / "park" / "store" / "schema.sql"
COLUMNS = (
    "park", "area", "cluster", "firm", "indicator", "measure", "basis", "start", "period", "comparator", "value", "high", "yoy",
    "role", "raw", "cell",
)


class World:
    """A store whose rows are written by hand. Names become ids; every call of `load` is one committed batch."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        self.cur = duckdb.connect(str(path), config={"threads": 2})
        self.cur.execute(SCHEMA.read_text(encoding="utf-8"))
        self.seq, self.next_id, self.ids = 0, 1, {}

    def park(self, name: str) -> int:
        return self._id("park", 0, name)

    def zone(self, park: str, name: str) -> int:
        return self._id("zone", self.park(park), name) if name else self.park(park)

    def cluster(self, park: str, name: str) -> int:
        return self._id("cluster", self.park(park), name) if name else 0

    def firm(self, park: str, name: str) -> int:
        return self._id("firm", self.park(park), name) if name else 0

    def _id(self, kind: str, parent: int, name: str) -> int:
        key = (kind, parent, name)
        if key not in self.ids:
            self.ids[key] = self.next_id
            self.next_id += 1
            if kind in ("park", "zone"):
                self.cur.execute("insert into area values (?, ?, ?, ?)", [self.ids[key], parent, kind, name])
            else:
                self.cur.execute(f"insert into {kind} values (?, ?, ?)", [self.ids[key], parent, name])
        return self.ids[key]

    def load(self, rows: list[dict], **more) -> str:
        """`write`, then the monthly truth rebuilt."""
        batch = self.write(rows, **more)
        self.refresh()
        return batch

    def write(self, rows: list[dict], *, firms=(), projects=(), leading=(), simulated=False, file="given.xlsx", park="P") -> str:
        """Commits rows of observations. Keys of a row: indicator, period ('2013-09'), value and what differs from the default.

        Defaults: the park itself, measure actual, basis ytd, comparator =. Returns the batch's id.
        """
        self.seq += 1
        batch = f"b{self.seq:03d}"
        self.cur.execute(
            "insert into batch values (?, ?, 'committed', ?, ?, '', 0, ?, ?, 0, 0, 0, 0, 0, 'tester', "
            "timestamp '2013-10-08 09:00:00', timestamp '2013-10-08 09:00:00', null, null)",
            [batch, self.seq, self.park(park), file, simulated, len(rows)],
        )
        if rows:
            self.cur.executemany(
                "insert into observation values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [self._observation(batch, n, park, file, row) for n, row in enumerate(rows, 1)],
            )
        for firm in firms:
            name = firm.get("park", park)
            self.cur.execute(
                "insert into firm_record values (?, ?, ?, ?, ?, ?, ?, ?, '', '')",
                [batch, self.park(name), self.firm(name, firm["firm"]), self.zone(name, firm["area"]) if firm.get("area") else None,
                 self.cluster(name, firm["cluster"]) if firm.get("cluster") else None, firm.get("land"), firm.get("above_scale"), file],
            )
        for project in projects:
            self._project(batch, park, file, project)
        for name in leading:
            self.cur.execute("insert into cluster_record values (?, ?, ?, true)", [batch, self.park(park), self.cluster(park, name)])
        return batch

    def undo(self, batch: str) -> None:
        self.cur.execute("update batch set status = 'undone' where batch_id = ?", [batch])
        self.refresh()

    def refresh(self) -> None:
        touched = self.cur.execute("select distinct park_id, indicator, period_end // 100 from observation where period_end > 0").fetchall()
        rebuild(self.cur, touched)

    def _observation(self, batch: str, ordinal: int, park: str, file: str, row: dict) -> list:
        park = row.get("park", park)
        unknown = set(row) - set(COLUMNS)
        assert not unknown, f"a row may not have {unknown}"
        end = int(str(row["period"]).replace("-", ""))
        basis = row.get("basis", "year" if row.get("measure") == "target" else "ytd")
        first = {"month": end, "point": end, "span": end - 411, "quarter": end - 2}.get(basis, end // 100 * 100 + 1)
        start = int(str(row["start"]).replace("-", "")) if row.get("start") else first
        value, high = (None if row.get(k) is None else format(Decimal(str(row[k])), "f") for k in ("value", "high"))
        indicator = row["indicator"]
        unit = load_catalogue().indicators[indicator].unit
        area = self.zone(park, row.get("area", "")) if not row.get("firm") else self.park(park)
        cluster = self.cluster(park, row.get("cluster", "")) if not row.get("firm") else 0
        return [
            batch, ordinal, self.park(park), area, cluster, self.firm(park, row.get("firm", "")), indicator,
            row.get("measure", "actual"), basis, start, end, row.get("comparator", "="), value, high, unit, row.get("yoy"),
            row.get("role", "own"), file, "Sheet1", row.get("cell", f"A{ordinal}"), str(row.get("raw", row.get("value"))),
        ]

    def _project(self, batch: str, park: str, file: str, row: dict) -> None:
        dates = [row.get(k) for k in ("stage", "signed", "started", "completed", "in_production", "planned_start", "reason", "responsible")]
        self.cur.execute(
            "insert into project_record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
            [batch, self.park(park), row["project"], row.get("firm"), self.zone(park, row["area"]) if row.get("area") else None,
             self.cluster(park, row["cluster"]) if row.get("cluster") else None, row.get("investment"), *dates, file],
        )


@pytest.fixture
def world() -> World:
    return World()
