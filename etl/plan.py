"""A document of running text for a store: its sentences with their figures, as its park understands them."""

from __future__ import annotations

from dataclasses import dataclass

from park.store import Reading, Store, learned

from .extract import read_parts
from .intake import park_of
from .texts import TextReading


@dataclass(frozen=True)
class Plan:
    """text: the sentences with their figures; tables: what the tables inside give, None for none; park: whose it is, "" where
    that is not known."""

    text: TextReading
    tables: Reading | None
    park: str


def plan_for(store: Store, data: bytes, name: str, *, area: str = "", month: str = "", year: str = "") -> Plan:
    """A document of running text with the names its park has settled. Raises etl.read.grid.Unreadable like `read_parts`."""
    said = {"area": area, "month": month, "year": year}
    text, tables = read_parts(data, name, **said)
    park = park_of(store, text.reading(), area) or (park_of(store, tables, area) if tables else "")
    if known := learned.names(store, park):
        text, tables = read_parts(data, name, learned=known, **said)
    return Plan(text, tables, park)
