"""Tries with names and tokens that nobody knows: counted in memory and summed up in the audit, so that nobody can fill the records with them."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from park.locale import _

from . import audit
from .database import Store, now

MOST = 10_000  # addresses, and names, that are remembered; the oldest goes first
LONGEST_NAME = 100

_counting = threading.Lock()


@dataclass
class _Seen:
    """What one store's strangers did. lines: (action, address) -> tries since the last line and its time; tries: when a made-up name was tried."""

    lines: OrderedDict[tuple[str, str], tuple[int, datetime]] = field(default_factory=OrderedDict)
    tries: OrderedDict[str, list[datetime]] = field(default_factory=OrderedDict)


_seen: dict[Path, _Seen] = {}


def note(store: Store, action: str, subject: str, *, address: str = "", every: timedelta) -> None:
    """Notes a refusal of somebody unknown in the audit: one line at most in `every` for an address, with the count of those before it that have none.

    subject: what was tried, cut to 100 characters.
    """
    with _counting:
        lines, key = _of(store).lines, (action, address)
        unnoted, noted = lines.get(key, (0, None))
        if noted and now() - noted < every:
            lines[key] = unnoted + 1, noted
            return
        _keep(lines, key, (0, now()))
    said = [address, _("and {count} times before").format(count=unnoted) if unnoted else ""]
    audit.note(store, "", action, subject[:LONGEST_NAME], " ".join(part for part in said if part))


def tried(store: Store, name: str) -> None:
    """Remembers that a name without an account was tried now, so that it is slowed down like one that has an account."""
    with _counting:
        tries, key = _of(store).tries, _short(name)
        _keep(tries, key, [*tries.get(key, []), now()][-32:])


def tries(store: Store, name: str, since: datetime) -> list[datetime]:
    """When a name without an account was tried after `since`."""
    with _counting:
        return [at for at in _of(store).tries.get(_short(name), []) if at > since]


def _of(store: Store) -> _Seen:
    return _seen.setdefault(store.path, _Seen())


def _keep(kept: OrderedDict, key: object, value: object) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > MOST:
        kept.popitem(last=False)


def _short(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()
