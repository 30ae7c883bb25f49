"""A file laid out for whoever decides on it: what was read, how it looks, what has to be settled, what it would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from park.store import Account, Picture, Reading, Said, Store, difference

from .intake import park_of, read_for
from .pictures import pictures
from .unsettled import Unsettled, unsettled


@dataclass(frozen=True)
class Laid:
    """park: whose figures they would be, "" where nobody has said it yet."""

    reading: Reading
    pictures: tuple[Picture, ...]
    unsettled: tuple[Unsettled, ...]
    difference: difference.Difference
    park: str


def lay_out(
    store: Store, data: bytes, name: str, *, by: Account | None = None, area: str = "", month: str = "", year: str = "",
    tables: Mapping[int, Said] | None = None,
) -> Laid:
    """Reads a file for a store without keeping anything. by: who would load it; the other options are those of `extract`.

    Raises etl.read.grid.Unreadable.
    """
    reading = read_for(store, data, name, area=area, month=month, year=year, tables=tables)
    park = park_of(store, reading, area)
    would = difference.rehearse(store, reading, by=by, area=area)
    return Laid(reading, pictures(data, name, (*reading.findings, *would.findings)), unsettled(store, reading, park), would, would.park or park)
