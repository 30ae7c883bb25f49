"""Names to ids: parks, zones, clusters and firms. A name that is new to a park is created as it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import duckdb
import pyarrow as pa

from park.catalogue import Catalogue


def normal(name: str) -> str:
    """A name for comparing: NFKC, no blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name or ""))


class Entities:
    """Resolves names inside one transaction, in which none is renamed by others. Ids are handed out here, by the one writer."""

    def __init__(self, cur: duckdb.DuckDBPyConnection, catalogue: Catalogue):
        self.cur, self.catalogue = cur, catalogue
        self._known: dict[tuple[str, int], dict[str, int]] = {}
        self._zones: dict[int, dict[str, str]] = {}
        self._parks = {normal(n): p.name for p in reversed(catalogue.parks.values()) for n in (p.name, *p.aliases)}
        self._called: dict[int, str] = {}

    def parks(self) -> dict[str, int]:
        """Parks that a committed or staged batch knows: name -> id."""
        return dict(self.cur.execute("select name, area_id from area where kind = 'park' order by area_id").fetchall())

    def park(self, name: str) -> int:
        """The park of this name or alias, created when it is new."""
        return self._get("park", 0, self._park_name(name))

    def find_park(self, name: str) -> int | None:
        """The park of this name or alias, None when the store has none."""
        return self._table("park", 0).get(normal(self._park_name(name)))

    def is_park(self, name: str) -> bool:
        """True for the name or alias of a park of the store or the catalogue."""
        wanted = normal(name)
        declared = {normal(n) for p in self.catalogue.parks.values() for n in (p.name, *p.aliases)}
        return wanted in declared or wanted in self._table("park", 0)

    def has_zone(self, park_id: int, name: str) -> bool:
        """True when the park has this zone, in the store or by declaration."""
        zone = normal(self._zone_name(park_id, name))
        park = self._declared_park(park_id)
        return zone in self._table("zone", park_id) or bool(park and zone in {normal(z.name) for z in park.zones})

    def area(self, park_id: int, name: str) -> int:
        """The zone of this name, or the park itself for "" or the park's own name."""
        park = self._park_called(park_id)
        if not name or normal(name) == normal(park) or normal(self._park_name(name)) == normal(park):
            return park_id
        return self._get("zone", park_id, self._zone_name(park_id, name))

    def cluster(self, park_id: int, name: str) -> int:
        """The cluster of this name; 0 for ""."""
        return self._get("cluster", park_id, self._cluster_name(name)) if name else 0

    def firm(self, park_id: int, name: str) -> int:
        """The firm of this name; 0 for "". Within a park a firm is its name."""
        return self._get("firm", park_id, name.strip()) if name else 0

    def add_firms(self, park_id: int, names: Iterable[str]) -> None:
        """Creates those firms that are new, all at once: a list may hold tens of thousands."""
        table, new = self._table("firm", park_id), {}
        for name in names:
            if (name := name.strip()) and normal(name) not in table:
                new.setdefault(normal(name), name)
        if not new:
            return
        first = self.cur.execute(_NEXT["firm"]).fetchone()[0]
        ids = range(first, first + len(new))
        self.cur.register("new_firms", pa.table({"id": pa.array(ids, pa.int32()), "name": pa.array(new.values(), pa.string())}))
        self.cur.execute("insert into firm select id, cast(? as integer), name from new_firms", [park_id])
        self.cur.unregister("new_firms")
        table.update(zip(new, ids, strict=True))

    def _park_called(self, park_id: int) -> str:
        if park_id not in self._called:
            self._called[park_id] = self.cur.execute("select name from area where area_id = ?", [park_id]).fetchone()[0]
        return self._called[park_id]

    def known_id(self, kind: str, park_id: int, name: str) -> int | None:
        """The park, zone, cluster or firm that a name means, by its present or an earlier name; None where it would be new."""
        plain = {"park": self._park_name, "zone": lambda n: self._zone_name(park_id, n), "cluster": self._cluster_name, "firm": str.strip}[kind](name)
        return self._table(kind, park_id).get(normal(plain))

    def written_zone(self, park_id: int, name: str) -> int | None:
        """The zone that a name means by itself, also where it is merged into another; None where it would be new."""
        if ("itself", park_id) not in self._known:
            rows = self.cur.execute(_SELECT["zone"], [park_id]).fetchall()
            old = self.cur.execute(OLD_NAMES, {"kind": "area", "parent": park_id}).fetchall()
            self._known["itself", park_id] = {normal(written): id_ for written, id_ in (*old, *rows)}
        return self._known["itself", park_id].get(normal(self._zone_name(park_id, name)))

    def _declared_park(self, park_id: int):
        """What the catalogue says of a park, under its present or an earlier name."""
        earlier = self.cur.execute("select old_name from renaming where kind = 'area' and entity_id = ? order by noted_at desc", [park_id]).fetchall()
        return next((self.catalogue.parks[n] for n in (self._park_called(park_id), *(n for (n,) in earlier)) if n in self.catalogue.parks), None)

    def _park_name(self, name: str) -> str:
        return self._parks.get(normal(name), name.strip())

    def _zone_name(self, park_id: int, name: str) -> str:
        if park_id not in self._zones:
            park = self._declared_park(park_id)
            self._zones[park_id] = {normal(n): zone.name for zone in (reversed(park.zones) if park else ()) for n in (zone.name, *zone.aliases)}
        return self._zones[park_id].get(normal(name), name.strip())

    def _cluster_name(self, name: str) -> str:
        for cluster in self.catalogue.clusters.values():
            if normal(name) in {normal(n) for n in (cluster.name, *cluster.aliases)}:
                return cluster.name
        return name.strip()

    def _table(self, kind: str, park_id: int) -> dict[str, int]:
        if (kind, park_id) not in self._known:
            rows = self.cur.execute(_SELECT[kind], [park_id]).fetchall()
            old = self.cur.execute(OLD_NAMES, {"kind": "area" if kind in ("park", "zone") else kind, "parent": park_id}).fetchall()
            into = dict(self.cur.execute("select zone_id, into_id from merged").fetchall()) if kind == "zone" else {}
            self._known[kind, park_id] = {normal(name): into.get(id_, id_) for name, id_ in (*old, *rows)}
        return self._known[kind, park_id]

    def _get(self, kind: str, park_id: int, name: str) -> int:
        table = self._table(kind, park_id)
        if normal(name) not in table:
            table[normal(name)] = self._create(kind, park_id, name)
        return table[normal(name)]

    def _create(self, kind: str, park_id: int, name: str) -> int:
        if kind in ("park", "zone"):
            new = self.cur.execute("select coalesce(max(area_id), 0) + 1 from area").fetchone()[0]
            self.cur.execute("insert into area values (?, ?, ?, ?)", [new, park_id, kind, name])
        else:
            new = self.cur.execute(_NEXT[kind]).fetchone()[0]
            self.cur.execute(_INSERT[kind], [new, park_id, name])
        return new


# the latest holder of an earlier name comes last and counts; a present name counts before any earlier one
OLD_NAMES = "select old_name, entity_id from renaming where kind = $kind and parent_id = $parent order by noted_at, rowid"
_SELECT = {
    "park": "select name, area_id from area where kind = 'park' and parent_id = ?",
    "zone": "select name, area_id from area where kind = 'zone' and parent_id = ?",
    "cluster": "select name, cluster_id from cluster where park_id = ?",
    "firm": "select name, firm_id from firm where park_id = ?",
}
_NEXT = {
    "cluster": "select coalesce(max(cluster_id), 0) + 1 from cluster",
    "firm": "select coalesce(max(firm_id), 0) + 1 from firm",
}
_INSERT = {"cluster": "insert into cluster values (?, ?, ?)", "firm": "insert into firm values (?, ?, ?)"}
