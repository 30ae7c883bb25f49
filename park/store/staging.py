"""From a reading to rows: which tables may be loaded, whose park they are, names to ids, bulk insert."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from park.locale import _

from .entities import Entities
from .records import Finding, Reading

INSERT_OBSERVATIONS = """
    insert into observation by name
    select $batch as batch_id, cast($park as integer) as park_id, * from incoming
"""
AS_WRITTEN = ("indicator", "measure", "comparator", "value", "value_high", "unit", "yoy", "role", "file", "sheet", "cell", "raw")


def without_doubtful_tables(reading: Reading) -> Reading | None:
    """The reading less the tables that an error keeps out and the doubted figures of a text; None when nothing is left to load.

    A figure of a text with a `doubt` is a proposal that a person has to confirm; it is never loaded as sure.
    """
    held = reading.held_back()
    if held is None:
        return None
    rows = reading.observations
    if "doubt" in rows.column_names:
        rows = rows.filter(pc.equal(rows["doubt"], ""))
    if not held and rows.num_rows == reading.observations.num_rows:
        return reading
    left = replace(reading, observations=rows).without(held)
    return left if left.observations.num_rows or left.firms or left.projects else None


def resolve_park(entities: Entities, reading: Reading, area: str) -> tuple[int | None, list[Finding]]:
    """The park of a file: named by it, by --area, or the store's only one (DEFINITIONS 11); None with a finding otherwise."""
    if reading.park:
        return entities.park(reading.park), []
    parks = entities.parks()
    only = next(iter(parks.values())) if len(parks) == 1 else None
    if area and (entities.is_park(area) or only is None or not entities.has_zone(only, area)):
        return entities.park(area), []
    if only is not None:
        note = _("The file names no park; its figures were taken for {park}, the only park there is.").format(park=next(iter(parks)))
        return only, [Finding("park_assumed", "note", reading.file, "", "", note, _("If that is wrong, say whose it is before it is loaded: on the page below the file's name, on the command line with --area NAME."))]
    finding = Finding(
        "park_unknown", "error", reading.file, "", "",
        _("The file does not say which park it is of."),
        _("Say whose it is (on the page below the file's name, on the command line with --area NAME), or write the park's name into the title of the table."),
    )
    return None, [finding]


def insert(
    cur: duckdb.DuckDBPyConnection, entities: Entities, batch_id: str, park_id: int, reading: Reading,
    findings: tuple[Finding, ...],
) -> tuple[int, int, int]:
    """Writes the rows of a batch; returns how many observations, firms and projects."""
    rows = reading.observations
    entities.add_firms(park_id, [*(n or "" for n in rows["firm"].unique().to_pylist()), *(record.firm for record in reading.firms)])
    cur.register("incoming", _numbered(rows, entities, park_id))
    cur.execute(INSERT_OBSERVATIONS, {"batch": batch_id, "park": park_id})
    cur.unregister("incoming")
    firms = _insert_firms(cur, entities, batch_id, park_id, reading)
    _insert_projects(cur, entities, batch_id, park_id, reading)
    for cluster, leading in reading.leading.items():
        cur.execute("insert into cluster_record values (?, ?, ?, ?)", [batch_id, park_id, entities.cluster(park_id, cluster), leading])
    insert_findings(cur, batch_id, findings)
    return rows.num_rows, firms, len(reading.projects)


def _numbered(rows: pa.Table, entities: Entities, park_id: int) -> pa.Table:
    """Observations as the store keeps them: names as ids, months as numbers, in the order of the file.

    A firm's figure stands under its park and no cluster. The year and the months to December are one key (DEFINITIONS 2).
    """
    rows = rows.combine_chunks()
    firm = rows["firm"]
    of_place = pc.equal(firm, "")
    to_date = pc.and_(pc.equal(rows["basis"], "year"), pc.not_equal(rows["measure"], "target"))
    columns = {
        "ordinal": pa.array(np.arange(1, len(rows) + 1, dtype=np.int32)),
        "area_id": _ids(pc.if_else(of_place, rows["area"], ""), lambda name: entities.area(park_id, name)),
        "cluster_id": _ids(pc.if_else(of_place, rows["cluster"], ""), lambda name: entities.cluster(park_id, name)),
        "firm_id": _ids(firm, lambda name: entities.firm(park_id, name)),
        "basis": pc.if_else(to_date, "ytd", rows["basis"]),
        "period_start": _ids(rows["period_start"], _month_number), "period_end": _ids(rows["period_end"], _month_number),
        **{name: rows[name] for name in AS_WRITTEN},
    }
    return pa.table(columns)


def _ids(texts: pa.ChunkedArray, number: Callable[[str], int]) -> pa.Array:
    """A number for each text, found once for those that are alike."""
    one = texts.combine_chunks().dictionary_encode()
    return pa.array([number(text or "") for text in one.dictionary.to_pylist()], pa.int32()).take(one.indices)


def _month_number(month: str) -> int:
    """2013-09 as 201309; 0 where no month is given."""
    digits = month.replace("-", "")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _insert_firms(cur, entities: Entities, batch_id: str, park_id: int, reading: Reading) -> int:
    """Firms a file describes, and firms whose figures stand under a zone or cluster."""
    described = {}
    seen = reading.observations.group_by(["firm", "area", "cluster"]).aggregate([])
    for firm, area, cluster in zip(*(seen[c].to_pylist() for c in ("firm", "area", "cluster")), strict=True):
        if firm and (area or cluster):
            described.setdefault(firm, (area, cluster, None, None, reading.file, "", ""))
    for record in reading.firms:
        area, cluster, *_rest = described.get(record.firm, ("", "", None, None, "", "", ""))
        described[record.firm] = (
            record.area or area, record.cluster or cluster, None if record.land is None else format(record.land, "f"), record.above_scale, record.file, record.sheet, record.cell,
        )
    lines = [
        (entities.firm(park_id, firm), entities.area(park_id, area) if area else None, entities.cluster(park_id, cluster) or None, *rest)
        for firm, (area, cluster, *rest) in described.items()
    ]
    if lines:
        kinds = (pa.int32(), pa.int32(), pa.int32(), pa.string(), pa.bool_(), pa.string(), pa.string(), pa.string())
        columns = [pa.array(column, kind) for column, kind in zip(zip(*lines, strict=True), kinds, strict=True)]
        cur.register("described", pa.table(columns, names=["firm_id", "area_id", "cluster_id", "land", "above_scale", "file", "sheet", "cell"]))
        cur.execute("insert into firm_record by name select $batch as batch_id, cast($park as integer) as park_id, * replace (cast(land as decimal(24, 9)) as land) from described", {"batch": batch_id, "park": park_id})
        cur.unregister("described")
    return len(described)


def _plain(value: Decimal | None) -> Decimal | None:
    """The same number with exponent zero or below: DuckDB 1.5.5 takes a bound Decimal("1.2E+4") for 12."""
    return None if value is None else Decimal(format(value, "f"))


def _insert_projects(cur, entities: Entities, batch_id: str, park_id: int, reading: Reading) -> None:
    for p in reading.projects:
        cur.execute(
            "insert into project_record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                batch_id, park_id, p.project, p.firm or None, entities.area(park_id, p.area) if p.area else None,
                entities.cluster(park_id, p.cluster) or None, _plain(p.investment), p.stage or None, p.signed or None, p.started or None,
                p.completed or None, p.in_production or None, p.planned_start or None, p.reason or None, p.responsible or None,
                p.file, p.sheet, p.cell,
            ],
        )


def insert_findings(cur: duckdb.DuckDBPyConnection, batch_id: str, findings: Sequence[Finding]) -> None:
    """Keeps findings with their batch."""
    if not findings:
        return
    names = ("code", "severity", "file", "sheet", "cell", "message", "suggestion")
    cur.register("doubts", pa.table({n: [getattr(f, n) or "" for f in findings] for n in names}))
    cur.execute("insert into finding by name select cast(? as varchar) as batch_id, * from doubts", [batch_id])
    cur.unregister("doubts")
