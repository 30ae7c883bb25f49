"""Reads a file for a store: with the zones and clusters its park has, and the names that were settled for it."""

from __future__ import annotations

from park.catalogue import load_catalogue
from park.store import Reading, Store, learned
from park.store.entities import Entities

from .extract import extract


def read_for(store: Store, data: bytes, name: str, *, area: str = "", month: str = "", year: str = "") -> Reading:
    """The reading of a file as its park understands it. Raises etl.read.grid.Unreadable like `extract`.

    The file itself says whose it is, so it is read once to find its park and again where that park has names of its own.
    """
    reading = extract(data, name, area=area, month=month, year=year)
    known = learned.names(store, park_of(store, reading, area))
    return extract(data, name, area=area, month=month, year=year, learned=known) if known else reading


def park_of(store: Store, reading: Reading, area: str = "") -> str:
    """The park that a file would be loaded for; "" where that is not known."""
    if reading.park:
        return reading.park
    entities = Entities(store.cursor(), load_catalogue())
    if area and entities.is_park(area):
        return area
    parks = list(entities.parks())
    return parks[0] if len(parks) == 1 else ""
