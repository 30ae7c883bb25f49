"""Reads data/catalogue/assessment.toml: the two halves of the double assessment 双考核 and the goals that belong to each."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from .entries import decimal, names, only, read, refuse_if, take
from .load import FOLDER, load_catalogue
from .model import Half

FILE = "assessment.toml"


@lru_cache(maxsize=4)
def load_assessment(folder: Path = FOLDER) -> tuple[Half, ...]:
    """The halves in the order of the file; their points add up to 100. Raises CatalogueError for a broken entry."""
    known = load_catalogue(folder).indicators
    halves: list[Half] = []
    for entry in read(folder, FILE).get("half", []):
        half = _half(entry)
        refuse_if(half.code in {h.code for h in halves}, FILE, half.code, "stands twice")
        for indicator in half.weights:
            key = f"{half.code}.indicators"
            refuse_if(indicator not in known, FILE, key, f"no indicator has the code {indicator!r}")
            refuse_if(not known[indicator].comparable, FILE, key, f"figures of {indicator!r} do not compare")
            other = next((h.code for h in halves if indicator in h.weights), None)
            refuse_if(other is not None, FILE, key, f"{indicator!r} already belongs to {other!r}")
        halves.append(half)
    total = sum(half.points for half in halves)
    refuse_if(total != 100, FILE, "half.points", f"must add up to 100, are {total}")
    return tuple(halves)


def _half(entry: dict) -> Half:
    code = take(entry, FILE, "half", "code", str)
    only(entry, FILE, code, {"code", "name_zh", "name_en", "points", "indicators", "weights"})
    indicators = names(entry, FILE, code, "indicators")
    refuse_if(not indicators, FILE, f"{code}.indicators", "is empty")
    refuse_if(len(set(indicators)) < len(indicators), FILE, f"{code}.indicators", "an indicator stands twice")
    weights = take(entry, FILE, code, "weights", dict, {})
    only(weights, FILE, f"{code}.weights", set(indicators))
    return Half(
        code=code,
        name_zh=take(entry, FILE, code, "name_zh", str),
        name_en=take(entry, FILE, code, "name_en", str),
        points=decimal(entry.get("points"), FILE, f"{code}.points"),
        weights=MappingProxyType({i: decimal(weights.get(i, Decimal(1)), FILE, f"{code}.weights.{i}") for i in indicators}),
    )
