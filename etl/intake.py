"""Reads a file for a store: with the zones and clusters its park has, and the names that were settled for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from park.catalogue import load_catalogue
from park.locale import _
from park.store import Finding, Reading, Said, Store, learned
from park.store.entities import Entities

from .extract import extract, opened, read_heads


def read_for(
    store: Store, data: bytes, name: str, *, area: str = "", month: str = "", year: str = "", tables: Mapping[int, Said] | None = None,
) -> Reading:
    """The reading of a file as its park understands it. Raises etl.read.grid.Unreadable like `extract`, which says what the options mean.

    The file itself says whose it is, so it is read once to find its park and again where that park has names of its own; of a long file
    the heads of its sheets are read first, and all of it once more only where they spoke of another park.
    """
    book = opened(data, name)
    said = {"area": area, "month": month, "year": year, "tables": tables, "book": book}
    first = read_heads(book, area=area, month=month, year=year) if book else None
    known = learned.names(store, park_of(store, first, area)) if first else ()
    reading = extract(data, name, **said, learned=known)
    park = park_of(store, reading, area)
    if (its_own := learned.names(store, park)) != known:
        known = its_own
        reading = extract(data, name, **said, learned=known)
    return _without_ignored(_renamed(reading, known), learned.ignored(store, park))


def park_of(store: Store, reading: Reading, area: str = "") -> str:
    """The park that a file would be loaded for; "" where that is not known."""
    if reading.park:
        return reading.park
    entities = Entities(store.cursor(), load_catalogue())
    if area and entities.is_park(area):
        return area
    parks = list(entities.parks())
    return parks[0] if len(parks) == 1 else ""


def _renamed(reading: Reading, known: tuple[tuple[str, str, str], ...]) -> Reading:
    """The reading with the zones and clusters that a person settled under the names they mean."""
    rows = reading.observations
    for kind in ("area", "cluster"):
        other = {written: meaning for of, written, meaning in known if of == kind and written != meaning}
        if other:
            names = pa.array([other.get(name, name) for name in rows[kind].to_pylist()], pa.string())
            rows = rows.set_column(rows.column_names.index(kind), kind, names)
            reading = replace(
                reading, observations=rows, firms=tuple(replace(f, **{kind: other.get(getattr(f, kind), getattr(f, kind))}) for f in reading.firms),
                projects=tuple(replace(p, **{kind: other.get(getattr(p, kind), getattr(p, kind))}) for p in reading.projects),
            )
    return reading


def _without_ignored(reading: Reading, ignored: frozenset[tuple[str, str]]) -> Reading:
    """The reading less what a person said to leave out; a note at the cell stays."""
    if not ignored:
        return reading
    rows, left = reading.observations, []
    for kind in ("area", "cluster"):
        names = [written for of, written in ignored if of == kind]
        out = pc.is_in(rows[kind], value_set=pa.array(names, pa.string()))
        left += [_left_out(reading.file, row) for row in rows.filter(out).to_pylist()][:20]
        rows = rows.filter(pc.invert(out))
    findings = tuple(_as_note(f) if ("indicator", f.subject) in ignored else f for f in reading.findings)
    return replace(reading, observations=rows, findings=(*findings, *left))


def _left_out(file: str, row: dict) -> Finding:
    text = _("“{text}” is left out, as was settled.").format(text=row["area"] or row["cluster"])
    return Finding("left_out", "note", file, row["sheet"], row["cell"], text, "", row["table"])


def _as_note(finding: Finding) -> Finding:
    text = _("“{text}” is left out, as was settled.").format(text=finding.subject)
    return replace(finding, code="left_out", severity="note", message=text, suggestion="", subject="")
