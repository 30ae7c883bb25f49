"""Parks, zones, clusters and firms renamed: the figures stay, and files that still write the old name are understood."""

from __future__ import annotations

from datetime import datetime

import duckdb

from park.catalogue import load_catalogue
from park.locale import _

from . import audit, rights
from .database import Store, StoreError, now
from .entities import Entities, normal
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


def history(store: Store, park_id: int) -> list[tuple[str, str, str, str, datetime]]:
    """kind, old name, new name, by whom, when, of a park and what belongs to it; the latest first."""
    return store.cursor().execute(
        "select kind, old_name, new_name, by_whom, noted_at from renaming where parent_id = $park or (kind = 'area' and entity_id = $park) "
        "order by noted_at desc, rowid desc", {"park": park_id}).fetchall()


def parts(store: Store, park_id: int, kind: str) -> list[tuple[int, str]]:
    """(id, name) of the park's zones, clusters or firms; for zones the park itself comes first."""
    query = {
        "area": "select area_id, name from area where area_id = $park or parent_id = $park order by parent_id, area_id",
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
