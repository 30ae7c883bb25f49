"""Parks, zones, clusters and firms renamed, zones merged: the figures stay, and files that still write the old name are understood."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb

from park.catalogue import load_catalogue
from park.locale import _

from . import audit, batches, merging, rights, truth
from .batch import Batch
from .database import Store, StoreError, now
from .entities import Entities, normal
from .records import FirmRecord, Reading, no_observations
from .rights import Account

KINDS = ("area", "cluster", "firm")


def rename(store: Store, kind: str, entity_id: int, name: str, *, by: Account) -> None:
    """Gives a park or zone (area), cluster or firm another name. Renaming it back undoes it.

    Raises StoreError for an unknown kind or id, an empty name, or one that another of the same kind and park has; Forbidden unless by
    is an administrator.
    """
    if kind not in KINDS:
        raise StoreError(_("What can be renamed is one of {kinds}.").format(kinds=", ".join(KINDS)))
    name = name.strip()
    if not name:
        raise StoreError(_("There is no new name."))
    with rights.acting(store, by, "rename", name, needs="admin") as cur:
        parent, old = _expect(cur, kind, entity_id)
        if normal(old) != normal(name) and _taken(cur, kind, parent, entity_id, name):
            raise StoreError(_("There is already one called {name}; two that are the same are merged, not renamed.").format(name=name))
        cur.execute("insert into renaming values (?, ?, ?, ?, ?, ?, ?)", [kind, entity_id, parent, old, name, by.name, now()])
        cur.execute(f"update {kind} set name = ? where {kind}_id = ?", [name, entity_id])
        audit.record(cur, by, "rename", name, f"{kind}: {old} → {name}")


def merge(store: Store, zone_id: int, into_id: int, *, by: Account, keep: str = "") -> None:
    """Lets a zone count as another zone of its park: one zone under two names, or one that became part of another.

    Its observations stay as they are and count as the other's; new files that name it mean the other. Where both have a figure for the same thing
    and the figures differ, keep says which count (merging.WAYS): they are a batch of their own, which `part` undoes with the merging. Raises
    merging.ZonesDiffer without keep, StoreError, Forbidden.
    """
    with rights.acting(store, by, "merge", str(zone_id), needs="admin") as cur:
        zone, into = (_zone(cur, id_) for id_ in (zone_id, into_id))
        if zone_id == into_id or zone[0] != into[0] or _is_merged(cur, into_id) or _is_merged(cur, zone_id):
            raise StoreError(_("Two zones of one park are merged, neither of which is merged already."))
        found = merging.beside(cur, zone_id, into_id)
        if found and not keep:
            raise merging.ZonesDiffer(zone[1], into[1], found, merging.goals_alone(cur, zone_id, into_id, found))
        if keep == merging.SUM:  # what both have alike is added as well
            found = merging.beside(cur, zone_id, into_id, alike=True)
        if found:  # before the merging: a closed month of the zone that stays is held to what it says
            park = cur.execute("select name from area where area_id = ?", [zone[0]]).fetchone()[0]
            reading, data = merging.chosen(cur, park, (zone_id, zone[1]), (into_id, into[1]), found, keep, by.name)
            batches.load_within(cur, store, reading, data, by=by)
        followers = [id_ for (id_,) in cur.execute("select zone_id from merged where into_id = ?", [zone_id]).fetchall()]
        for id_ in (zone_id, *followers):
            cur.execute("insert into merging values (?, ?, ?, true, ?, ?)", [zone[0], id_, into_id, by.name, now()])
        _rebuild(cur, zone[0])
        audit.record(cur, by, "merge", zone[1], f"{zone[1]} → {into[1]}" + (f" ({keep})" if found else ""))


def part(store: Store, zone_id: int, *, by: Account) -> None:
    """Takes a merging back: the zone stands by itself again, with exactly its own figures.

    Raises StoreError where it is not merged, or where a later merging has figures in it that follow from this one.
    """
    with rights.acting(store, by, "part", str(zone_id), needs="admin") as cur:
        zone = _zone(cur, zone_id)
        found = cur.execute("select into_id from merged where zone_id = ?", [zone_id]).fetchone()
        if found is None:
            raise StoreError(_("{zone} is not merged into another zone.").format(zone=zone[1]))
        merging.expect_last(store, cur, zone[0], zone_id)
        for batch_id in merging.decided(store, cur, zone_id):
            _expect_open(cur, batch_id)
            batches.undo_within(cur, batch_id, by=by)
        cur.execute("insert into merging values (?, ?, ?, false, ?, ?)", [zone[0], zone_id, found[0], by.name, now()])
        for follower in merging.behind(cur, zone[0], zone_id):  # those that were merged into this one count as it again
            cur.execute("insert into merging values (?, ?, ?, true, ?, ?)", [zone[0], follower, zone_id, by.name, now()])
        _rebuild(cur, zone[0])
        audit.record(cur, by, "part", zone[1])


def _expect_open(cur: duckdb.DuckDBPyConnection, batch_id: str) -> None:
    """Raises StoreError where a month that the batch speaks of is closed: its figures would change with it."""
    closed = cur.execute(
        "select max(o.period_end) from observation o join (select park_id, period from month_close qualify row_number() over "
        "(partition by park_id, period order by noted_at desc, rowid desc) = 1 and is_closed) c on c.park_id = o.park_id and c.period = o.period_end "
        "where o.batch_id = ? and o.measure = 'actual'", [batch_id]).fetchone()[0]
    if closed:
        raise StoreError(_("{month} is closed; taking the zones apart would change its figures. An administrator can reopen it first.").format(month=f"{closed // 100}-{closed % 100:02d}"))


def describe(store: Store, park: str, firm: str, *, area: str, cluster: str, land: Decimal | None, above_scale: bool | None, by: Account) -> Batch:
    """Says where a firm is, its cluster, land in 亩 and whether it is above scale ("" and None: not said; what is known then stays).

    Kept as a batch, so that it shows among the records and can be undone. Raises StoreError, Forbidden like a load.
    """
    return _told(store, park, {"firm": firm, "area": area, "cluster": cluster, "land": land, "above_scale": above_scale}, by, firms=(FirmRecord(
        firm, area=area, cluster=cluster, land=land, above_scale=above_scale, file=_("settings")),))


def lead(store: Store, park: str, cluster: str, leading: bool, *, by: Account) -> Batch:
    """Says whether a cluster leads (主导产业). Kept as a batch. Raises StoreError, Forbidden like a load."""
    return _told(store, park, {"cluster": cluster, "leading": leading}, by, leading={cluster: leading})


def firm_known(store: Store, park_id: int, firm_id: int) -> tuple:
    """area_id, cluster_id, land in 亩, above_scale of a firm as the standing files have it; None for what none says."""
    found = store.cursor().execute(
        "select area_id, cluster_id, land, above_scale from firm_state where park_id = ? and firm_id = ?", [park_id, firm_id]).fetchone()
    return found or (None, None, None, None)


def _told(store: Store, park: str, words: dict, by: Account, **said) -> Batch:
    with rights.acting(store, by, "describe", park, needs="admin"):
        pass
    # the moment makes each saying a document of its own
    data = json.dumps({**words, "by": by.name, "at": datetime.now(UTC).isoformat()}, ensure_ascii=False, default=str).encode()
    reading = Reading(file=_("settings") + ".json", observations=no_observations(), park=park, **said)
    return batches.load(store, reading, data, by=by)


def merged(store: Store, park_id: int) -> list[tuple[int, str, str, str, datetime]]:
    """id and name of each zone of the park that is merged, the zone it counts as, by whom, when."""
    return store.cursor().execute(
        "select z.area_id, z.name, i.name, g.by_whom, g.noted_at from merged m join area z on z.area_id = m.zone_id join area i on i.area_id = m.into_id "
        "join merging g on g.zone_id = m.zone_id where z.parent_id = ? "
        "qualify row_number() over (partition by m.zone_id order by g.noted_at desc, g.rowid desc) = 1 order by z.name", [park_id]).fetchall()


def _zone(cur: duckdb.DuckDBPyConnection, area_id: int) -> tuple[int, str]:
    found = cur.execute("select parent_id, name from area where area_id = ? and kind = 'zone'", [area_id]).fetchone()
    if found is None:
        raise StoreError(_("There is no such area; nothing was changed."))
    return found


def _is_merged(cur: duckdb.DuckDBPyConnection, area_id: int) -> bool:
    return cur.execute("select 1 from merged where zone_id = ?", [area_id]).fetchone() is not None


def _rebuild(cur: duckdb.DuckDBPyConnection, park_id: int) -> None:
    """What is merged now, and the park's monthly truth by it. A closed month's figures do not change by it, only whose they are."""
    cur.execute("delete from merged")
    cur.execute(_sql("merged"))
    keys = cur.execute(
        "select distinct park_id, indicator, cast(period_end // 100 as integer) from observation where park_id = ? and period_end > 0", [park_id]).fetchall()
    truth.rebuild(cur, keys)


@cache
def _sql(name: str) -> str:
    return Path(__file__).with_name("sql").joinpath(f"{name}.sql").read_text(encoding="utf-8")


def history(store: Store, park_id: int) -> list[tuple[str, str, str, str, datetime]]:
    """kind, old name, new name, by whom, when, of a park and what belongs to it; the latest first."""
    return store.cursor().execute(
        "select kind, old_name, new_name, by_whom, noted_at from renaming where parent_id = $park or (kind = 'area' and entity_id = $park) "
        "order by noted_at desc, rowid desc", {"park": park_id}).fetchall()


def parts(store: Store, park_id: int, kind: str) -> list[tuple[int, str]]:
    """(id, name) of the park's zones, clusters or firms; for zones the park itself comes first."""
    query = {
        "area": "select area_id, name from area where (area_id = $park or parent_id = $park) and area_id not in (select zone_id from merged) order by parent_id, area_id",
        "cluster": "select cluster_id, name from cluster where park_id = $park order by cluster_id",
        "firm": "select firm_id, name from firm where park_id = $park order by firm_id",
    }[kind]
    return store.cursor().execute(query, {"park": park_id}).fetchall()


def _expect(cur: duckdb.DuckDBPyConnection, kind: str, entity_id: int) -> tuple[int, str]:
    parent = "parent_id" if kind == "area" else "park_id"
    found = cur.execute(f"select {parent}, name from {kind} where {kind}_id = ?", [entity_id]).fetchone()
    if found is None:
        raise StoreError(_("There is no such area; nothing was changed."))
    return found


def _taken(cur: duckdb.DuckDBPyConnection, kind: str, parent: int, entity_id: int, name: str) -> bool:
    """Whether the name, or the catalogue's name for it, means another one of the same park."""
    known = Entities(cur, load_catalogue())
    found = known.known_id("park" if kind == "area" and parent == 0 else "zone" if kind == "area" else kind, parent, name)
    return found is not None and found != entity_id
