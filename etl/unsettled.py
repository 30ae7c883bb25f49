"""Names in a reading that somebody has to settle: indicators nobody knows, zones and clusters that are new to the park."""

from __future__ import annotations

from dataclasses import dataclass

from etl.recognise.names import Names
from park.catalogue import load_catalogue
from park.store import Reading, Store, learned
from park.store.entities import Entities, normal

LIKELY = 60  # likeness in percent from which a known name is offered first


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A written name. kind: indicator, area, cluster; likely: codes or names it may mean, the likeliest first; known: all it may mean.

    new: it may be made as it stands (a zone or cluster), so that nothing has to be settled.
    """

    kind: str
    written: str
    likely: tuple[str, ...]
    known: tuple[str, ...]
    new: bool = False


def unsettled(store: Store, reading: Reading, park: str) -> tuple[Unsettled, ...]:
    """The names of a reading to settle, unknown indicators first. Zones and clusters only where the park has some already."""
    catalogue = load_catalogue()
    codes = tuple(catalogue.indicators)
    names = Names(catalogue)
    subjects = dict.fromkeys(f.subject for f in reading.findings if f.subject)
    found = [Unsettled("indicator", text, tuple(code for code, _score in names.suggest(text)), codes) for text in subjects]
    cur = store.cursor()
    park_id = Entities(cur, catalogue).find_park(park) if park else None
    if park_id is None:
        return tuple(found)
    declared = catalogue.parks.get(park)
    zones = [name for (name,) in cur.execute("select name from area where parent_id = ? order by area_id", [park_id]).fetchall()]
    zones += [zone.name for zone in declared.zones] if declared else []
    clusters = [name for (name,) in cur.execute("select name from cluster where park_id = ? order by cluster_id", [park_id]).fetchall()]
    aliases = {normal(n) for z in (declared.zones if declared else ()) for n in z.aliases}
    told = {(kind, normal(n)) for kind, written, meaning in learned.settled(store, park_id) for n in (written, meaning)}
    found += _new("area", reading, zones, aliases | {normal(park)} | {n for kind, n in told if kind == "area"})
    named = {normal(n) for c in catalogue.clusters.values() for n in (c.name, *c.aliases)}
    found += _new("cluster", reading, clusters, named | {n for kind, n in told if kind == "cluster"})
    return tuple(found)


def _new(kind: str, reading: Reading, known: list[str], also: set[str]) -> list[Unsettled]:
    known = list(dict.fromkeys(known))
    met = {normal(name) for name in known} | also
    written = [name for name in reading.observations[kind].unique().to_pylist() if name]
    if not known:
        return []
    return [Unsettled(kind, name, _alike(name, known), tuple(known), True) for name in written if normal(name) not in met]


def _alike(name: str, known: list[str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process  # only unknown names need it

    return tuple(found for found, _score, _at in process.extract(name, known, scorer=fuzz.ratio, limit=3, score_cutoff=LIKELY))
