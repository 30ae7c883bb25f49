"""Figures of a file for zones that count as one: two that differ would overwrite each other, and one of two added stands for both."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from park.locale import _

from . import merging
from .database import Store
from .entities import Entities
from .records import Finding, Reading

KEY = ("cluster", "indicator", "measure", "basis", "period_start", "period_end", "role")
SAID = ("comparator", "value", "value_high", "yoy")
MOST = 200


@dataclass(frozen=True, slots=True)
class _Zone:
    """A written name: the zone that it means, the one that counts for it, whether both were added when they were merged, and the names of zones added to it."""

    itself: int
    counts_as: int
    added: bool
    holds: tuple[str, ...] = ()


def find(store: Store, cur: duckdb.DuckDBPyConnection, entities: Entities, park_id: int, reading: Reading) -> list[Finding]:
    """Errors that keep a table out, at a cell of a merged zone whose figure differs from that of another zone that counts as the same, or that
    stands alone although the zones' figures were added; and one warning per table and zone that stays, at its figures that stand for both.
    Empty where no zone of a merging is named.
    """
    zones = _zones(store, cur, entities, park_id, reading)
    if not zones:
        return []
    rows = reading.observations
    of_these = pc.and_(pc.is_in(rows["area"], value_set=pa.array(list(zones), pa.string())), pc.equal(rows["firm"], ""))
    groups: dict[tuple, list[dict]] = {}
    for row in rows.filter(pc.and_(of_these, pc.not_equal(rows["role"], "part"))).to_pylist():
        groups.setdefault((zones[row["area"]].counts_as, *(row[name] for name in KEY)), []).append(row)
    errors = [finding for group in groups.values() for finding in _of_group(group, zones)][:MOST]
    out = {finding.table for finding in errors}
    return errors + _for_both([row for group in groups.values() for row in group if row["table"] not in out], zones)


def less(store: Store, cur: duckdb.DuckDBPyConnection, entities: Entities, park_id: int, reading: Reading) -> tuple[Reading | None, list[Finding]]:
    """The reading without the tables that errors of `find` keep out (None: nothing is left to load), and what it found."""
    found = find(store, cur, entities, park_id, reading)
    held = {finding.table for finding in found if finding.severity == "error"}
    if not held:
        return reading, found
    left = reading.without(held)
    return (left if left.observations.num_rows or left.firms or left.projects else None), found


def _zones(store: Store, cur: duckdb.DuckDBPyConnection, entities: Entities, park_id: int, reading: Reading) -> dict[str, _Zone]:
    """The zones of a reading that are merged, or that others are merged into, by the names that it writes."""
    into = dict(cur.execute("select m.zone_id, m.into_id from merged m join area z on z.area_id = m.zone_id where z.parent_id = ?", [park_id]).fetchall())
    if not into:
        return {}
    sums = {zone: (zone, *merging.behind(cur, park_id, zone)) for zone in into if merging.SUM in merging.ways(store, cur, zone)}
    added = {zone for those in sums.values() for zone in those}
    names = dict(cur.execute("select area_id, name from area where parent_id = ?", [park_id]).fetchall())
    holds: dict[int, tuple[str, ...]] = {}
    for zone, other in merging.direct(cur, park_id).items():
        holds[other] = (*holds.get(other, ()), *(names[one] for one in sums.get(zone, ())))
    written = {name: entities.written_zone(park_id, name) for name in reading.observations["area"].unique().to_pylist() if name}
    return {name: _Zone(id_, into.get(id_, id_), id_ in added, holds.get(id_, ())) for name, id_ in written.items() if id_ in into or id_ in into.values()}


def _of_group(group: list[dict], zones: dict[str, _Zone]) -> list[Finding]:
    """group: the rows of one figure of zones that count as one."""
    by_zone: dict[int, dict] = {}
    for row in group:
        by_zone.setdefault(zones[row["area"]].itself, row)
    merged = [row for row in by_zone.values() if zones[row["area"]].itself != zones[row["area"]].counts_as]
    if len(by_zone) > 1:
        first, *others = sorted(by_zone.values(), key=lambda row: zones[row["area"]].itself == zones[row["area"]].counts_as, reverse=True)
        return [_two(row, first) for row in others if zones[row["area"]].added or any(row[name] != first[name] for name in SAID)]
    return [_alone(row) for row in merged if zones[row["area"]].added]


def _two(row: dict, other: dict) -> Finding:
    text = _("{zone} and {into} count as one zone, and the file has both: {indicator}, {month}, {one} and {other}. One would overwrite the other.").format(
        zone=row["area"], into=other["area"], indicator=merging.name(row["indicator"]), month=row["period_end"], one=merging.figure(row["value"], row["yoy"]), other=merging.figure(other["value"], other["yoy"]))
    return _finding("merged_zones_differ", row, text)


def _alone(row: dict) -> Finding:
    text = _("{zone} was merged with both zones' figures added; {indicator}, {month}, {one} of {zone} alone would stand for both.").format(
        zone=row["area"], indicator=merging.name(row["indicator"]), month=row["period_end"], one=merging.figure(row["value"], row["yoy"]))
    return _finding("merged_zone_alone", row, text)


def _for_both(rows: list[dict], zones: dict[str, _Zone]) -> list[Finding]:
    """Warnings at the figures of zones to which others were added. What was decided itself when zones were merged stands in no cell."""
    tables: dict[tuple, list[dict]] = {}
    for row in rows:
        if row["cell"] and zones[row["area"]].holds:
            tables.setdefault((row["table"], row["sheet"], row["area"]), []).append(row)
    return [_total(found, zones[found[0]["area"]].holds) for found in tables.values()]


def _total(rows: list[dict], holds: tuple[str, ...]) -> Finding:
    first = rows[0]
    text = _("{into} holds {zone} too since they were merged with their figures added: {count} figures of {into} here ({indicator}, {month}: {one}) count as those of all of them together.").format(
        into=first["area"], zone="、".join(holds), count=len(rows), indicator=merging.name(first["indicator"]), month=first["period_end"], one=merging.figure(first["value"], first["yoy"]))
    what = _("Right where the file has them together. If it means {into} alone, add the figures in the file, or an administrator takes the zones apart on the settings page.").format(into=first["area"])
    return Finding("merged_zone_total", "warning", first["file"], first["sheet"], " ".join(dict.fromkeys(row["cell"] for row in rows)), text, what, table=first["table"])


def _finding(code: str, row: dict, text: str) -> Finding:
    what = _("Write one figure for both zones in the file, under the name of the zone that stays; or an administrator takes the zones apart on the settings page.")
    return Finding(code, "error", row["file"], row["sheet"], row["cell"], text, what, table=row["table"])
