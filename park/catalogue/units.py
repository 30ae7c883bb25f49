"""Exact conversion between units of one dimension (DESIGN section 3)."""

from __future__ import annotations

from decimal import Decimal

from .model import Unit


class UnitMismatch(ValueError):
    """Two units that do not convert: another dimension, or another currency."""


def convert(value: Decimal, unit: Unit, into: Unit) -> Decimal:
    """`value` of `unit` expressed in `into`; exact DECIMAL. Raises UnitMismatch across dimensions or currencies.

    The dimension of area is exact: 1 公顷 = 10 000 平方米 = 15 亩.
    """
    if unit.dimension != into.dimension or unit.currency != into.currency:
        raise UnitMismatch(f"{unit.name} -> {into.name}")
    if unit.factor == into.factor:
        return value
    return value * unit.factor / into.factor
