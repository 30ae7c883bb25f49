"""Texts that Office files can hold: control characters, which some exports leave in names, are taken out."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(value):
    """The same value without control characters in any text of it (frozen records, tuples, texts); what is clean stays as it is."""
    return _clean(value, {})


def _clean(one, known: dict[int, object]):
    """known: what an object became, by its identity; records share figures and places many times over."""
    if isinstance(one, str):
        return CONTROL.sub("", one)
    if not isinstance(one, tuple) and not is_dataclass(one):
        return one
    if id(one) not in known:
        known[id(one)] = _tuple(one, known) if isinstance(one, tuple) else _record(one, known)
    return known[id(one)]


def _tuple(items: tuple, known: dict[int, object]) -> tuple:
    cleaned = tuple(_clean(item, known) for item in items)
    return items if all(a is b for a, b in zip(cleaned, items, strict=True)) else cleaned


def _record(one, known: dict[int, object]):
    changed = {f.name: _clean(getattr(one, f.name), known) for f in fields(one)}
    same = all(changed[name] is getattr(one, name) for name in changed)
    return one if same else replace(one, **changed)
