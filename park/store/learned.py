"""Names that a person settled for a park: what a file writes, and what it means there. The latest word counts."""

from __future__ import annotations

from datetime import datetime

from park.catalogue import load_catalogue
from park.locale import _

from . import audit, rights
from .database import Store, StoreError, now
from .entities import Entities
from .rights import Account, Forbidden

KINDS = ("indicator", "area", "cluster")
IGNORED = "-"  # the meaning of a name that a person said to leave out

LATEST = """
    select kind, written, meaning from learned_name where park_id = $park
    qualify row_number() over (partition by kind, written order by noted_at desc, rowid desc) = 1
"""
STANDING = """
    select kind, written, meaning, by_whom, noted_at from learned_name where park_id = $park
    qualify row_number() over (partition by kind, written order by noted_at desc, rowid desc) = 1
    order by noted_at desc, rowid desc
"""
KNOWN = """
    select 'area', a.name, coalesce(i.name, a.name)
    from area a left join merged m on m.zone_id = a.area_id left join area i on i.area_id = m.into_id
    where a.kind = 'zone' and a.parent_id = $park
    union all
    select 'cluster', name, name from cluster where park_id = $park
"""
EARLIER = """
    select r.kind, r.old_name, coalesce(a.name, c.name) from renaming r
    left join merged m on r.kind = 'area' and m.zone_id = r.entity_id
    left join area a on r.kind = 'area' and a.area_id = coalesce(m.into_id, r.entity_id)
    left join cluster c on r.kind = 'cluster' and c.cluster_id = r.entity_id
    where r.parent_id = $park and r.kind in ('area', 'cluster')
"""


def settled(store: Store, park_id: int) -> list[tuple[str, str, str]]:
    """(kind, written, meaning) of the names that stand settled for a park; a name that was taken back is not among them."""
    return [row for row in store.cursor().execute(LATEST, {"park": park_id}).fetchall() if row[2]]


def names(store: Store, park: str) -> tuple[tuple[str, str, str], ...]:
    """What a reader of the park's files should know: its zones and clusters by name and by earlier name, then the names settled for it."""
    cur = store.cursor()
    park_id = Entities(cur, load_catalogue()).find_park(park) if park else None
    if park_id is None:
        return ()
    known = cur.execute(KNOWN, {"park": park_id}).fetchall()
    earlier = [row for row in cur.execute(EARLIER, {"park": park_id}).fetchall() if (row[0], row[1], row[1]) not in known]
    return (*known, *earlier, *(row for row in settled(store, park_id) if row[2] != IGNORED))


def ignored(store: Store, park: str) -> frozenset[tuple[str, str]]:
    """(kind, written) of the names that the park's files may hold and that are left out."""
    park_id = Entities(store.cursor(), load_catalogue()).find_park(park) if park else None
    return frozenset() if park_id is None else frozenset((kind, written) for kind, written, meaning in settled(store, park_id) if meaning == IGNORED)


def history(store: Store, park: str) -> list[tuple[str, str, str, str, datetime]]:
    """(kind, written, meaning, by, when) of what stands settled for a park, the latest first; names taken back are left out."""
    park_id = Entities(store.cursor(), load_catalogue()).find_park(park) if park else None
    return [] if park_id is None else [row for row in store.cursor().execute(STANDING, {"park": park_id}).fetchall() if row[2]]


def remember(store: Store, park: str, kind: str, written: str, meaning: str, *, by: Account) -> None:
    """Settles a name for a park; an empty meaning takes it back.

    meaning: the code of an indicator, the name of a zone or cluster, IGNORED for a name to be left out. Raises StoreError for an unknown kind or indicator, an
    empty name, or a park that the store does not know; Forbidden where an account of single zones would change what others settled.
    """
    if kind not in KINDS:
        raise StoreError(_("A name is one of {kinds}.").format(kinds=", ".join(KINDS)))
    if not written.strip():
        raise StoreError(_("There is no name to settle."))
    if kind == "indicator" and meaning not in ("", IGNORED) and meaning not in load_catalogue().indicators:
        raise StoreError(_("No indicator has the code {code}. `python -m park indicators` lists them.").format(code=meaning))
    with rights.acting(store, by, "learn", park) as cur:
        park_id = Entities(cur, load_catalogue()).park(park)
        _expect_right(cur, by, park_id, kind, written.strip(), meaning.strip())
        cur.execute("insert into learned_name values (?, ?, ?, ?, ?, ?)", [park_id, kind, written.strip(), meaning.strip(), by.name, now()])
        audit.record(cur, by, "learn", park, f"{kind}: {written} = {meaning}")


def _expect_right(cur, by: Account, park_id: int, kind: str, written: str, meaning: str) -> None:
    """Whoever keeps only zones of the park may settle a name that nobody has settled, and names of its own zones."""
    allowed = rights.current(cur, by).areas
    if allowed is None or park_id in allowed:
        return
    zones = dict(cur.execute("select name, area_id from area where parent_id = ?", [park_id]).fetchall())
    if not set(zones.values()) & set(allowed):
        rights.expect_areas(cur, by, [park_id])
    if kind == "area" and zones.get(meaning) not in allowed:
        raise Forbidden(_("{name} may only settle names of its own zones; {zone} is none of them.").format(name=by.name, zone=meaning or written))
    stands = cur.execute(LATEST, {"park": park_id}).fetchall()
    if any((k, w) == (kind, written) and m for k, w, m in stands):
        raise Forbidden(_("{written} is settled for the whole park already; whoever keeps the whole park can change it.").format(written=written))
