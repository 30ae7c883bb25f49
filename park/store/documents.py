"""Figures that a person confirmed out of a document: they take the place of what the same document had loaded before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import batches
from .batch import Batch
from .database import Store
from .files import digest
from .records import Reading
from .rights import Account

FIELDS = ("indicator", "measure", "period_start", "period_end", "comparator", "value", "value_high", "yoy", "area", "cluster", "firm")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a figure of a document. taken None: not decided; edits: one of FIELDS -> what was typed."""

    taken: bool | None = None
    edits: Mapping[str, str] = field(default_factory=dict)


def confirm(store: Store, reading: Reading, data: bytes, *, by: Account, area: str = "") -> Batch:
    """Loads the confirmed figures of a document, in place of a committed batch of the very same document, in one transaction.

    Raises like `batches.load`; then the former batch counts as before.
    """
    standing = batches.find_committed(store, digest(data))
    if standing is None:
        return batches.load(store, reading, data, by=by, area=area)
    return batches.replace(store, standing.batch_id, reading, data, by=by, area=area)
