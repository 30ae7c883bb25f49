"""A document of running text for a store: its sentences with their figures, as its park understands them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from park.store import Finding, Reading, Store, learned

from .extract import read_parts
from .intake import park_of
from .texts import TextReading
from .texts.vocabulary import plain
from .unsettled import Unsettled, unsettled


@dataclass(frozen=True)
class Plan:
    """text: the sentences with their figures; tables: what the tables inside give, None for none; park: whose it is, "" where
    that is not known; unsettled: names beside its numbers that nobody knows, and zones and clusters that the park does not have."""

    text: TextReading
    tables: Reading | None
    park: str
    unsettled: tuple[Unsettled, ...] = ()


def plan_for(store: Store, data: bytes, name: str, *, area: str = "", month: str = "", year: str = "") -> Plan:
    """A document of running text with the names its park has settled. Raises etl.read.grid.Unreadable like `read_parts`."""
    said = {"area": area, "month": month, "year": year}
    text, tables = read_parts(data, name, **said)
    park = park_of(store, text.reading(), area) or (park_of(store, tables, area) if tables else "")
    if known := learned.names(store, park):
        text, tables = read_parts(data, name, learned=known, **said)
    return Plan(text, tables, park, _to_settle(store, text, park))


def _to_settle(store: Store, text: TextReading, park: str) -> tuple[Unsettled, ...]:
    left = {plain(written) for kind, written in learned.ignored(store, park) if kind == "indicator"}
    names = dict.fromkeys(u.name for u in text.unread if u.name and u.name not in left)
    asked = tuple(Finding("unknown_indicator", "note", text.name, "", "", name, subject=name) for name in names)
    return unsettled(store, replace(text.reading(), findings=asked), park)
