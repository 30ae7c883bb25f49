"""From a reading to rows: which tables may be loaded, whose park they are, names to ids, bulk insert."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from park.locale import _

from .entities import Entities
from .records import Finding, Reading

INSERT_OBSERVATIONS = """
    insert into observation by name
    select $batch as batch_id,
           cast(row_number() over () as integer) as ordinal,
           $park as park_id,
           coalesce(a.id, $park) as area_id,
           coalesce(c.id, 0) as cluster_id,
           coalesce(f.id, 0) as firm_id,
           o.indicator, o.measure,
           -- the year and the months to December are one key (DEFINITIONS 2)
           case when o.measure <> 'target' and o.basis = 'year' then 'ytd' else o.basis end as basis,
           coalesce(try_cast(replace(o.period_start, '-', '') as integer), 0) as period_start,
           coalesce(try_cast(replace(o.period_end, '-', '') as integer), 0) as period_end,
           o.comparator, o.value, o.value_high, o.unit, o.yoy, o.role, o.file, o.sheet, o.cell, o.raw
    from incoming o
    left join area_names a on a.name = case when o.firm = '' then o.area else '' end
    left join cluster_names c on c.name = case when o.firm = '' then o.cluster else '' end
    left join firm_names f on f.name = o.firm
"""


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
    _register(cur, "area_names", {n: entities.area(park_id, n) for n in _area_names(rows)})
    _register(cur, "cluster_names", {n: entities.cluster(park_id, n) for n in _distinct(rows, "cluster")})
    _register(cur, "firm_names", {n: entities.firm(park_id, n) for n in _distinct(rows, "firm")})
    cur.register("incoming", rows)
    cur.execute(INSERT_OBSERVATIONS, {"batch": batch_id, "park": park_id})
    for name in ("incoming", "area_names", "cluster_names", "firm_names"):
        cur.unregister(name)
    firms = _insert_firms(cur, entities, batch_id, park_id, reading)
    _insert_projects(cur, entities, batch_id, park_id, reading)
    for cluster, leading in reading.leading.items():
        cur.execute("insert into cluster_record values (?, ?, ?, ?)", [batch_id, park_id, entities.cluster(park_id, cluster), leading])
    insert_findings(cur, batch_id, findings)
    return rows.num_rows, firms, len(reading.projects)


def _distinct(rows: pa.Table, column: str) -> list[str]:
    return [name for name in rows[column].unique().to_pylist() if name]


def _area_names(rows: pa.Table) -> list[str]:
    return _distinct(rows.filter(pc.equal(rows["firm"], "")), "area")


def _register(cur: duckdb.DuckDBPyConnection, table: str, ids: dict[str, int]) -> None:
    schema = pa.schema([("name", pa.string()), ("id", pa.int32())])
    cur.register(table, pa.table({"name": list(ids), "id": list(ids.values())}, schema=schema))


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
            record.area or area, record.cluster or cluster, _plain(record.land), record.above_scale, record.file, record.sheet, record.cell,
        )
    for firm, (area, cluster, land, above_scale, file, sheet, cell) in described.items():
        cur.execute(
            "insert into firm_record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                batch_id, park_id, entities.firm(park_id, firm), entities.area(park_id, area) if area else None,
                entities.cluster(park_id, cluster) or None, land, above_scale, file, sheet, cell,
            ],
        )
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
