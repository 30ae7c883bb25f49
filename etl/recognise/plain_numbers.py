"""Numbers of whole columns: their own texts, and their values in the indicator's unit, as exact as one by one."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .figures import Template
from .number_text import digits_of

EXACT = pa.decimal128(24, 9)
FACTOR_DIGITS = 13  # so many more digits a product of exact numbers has room for


def plain_texts(numbers: np.ndarray) -> pa.Array:
    """Each number in at most 15 significant digits, as digits_of() writes it."""
    texts = pc.cast(pa.array(numbers), pa.string())
    # The shortest text that gives the number is that of 15 digits where it has no more of them. Others are few.
    size = np.abs(numbers)
    usual = (size >= 1e-3) & (size < 1e9) & (pc.binary_length(texts).to_numpy() <= 15) | (numbers == 0) & ~np.signbit(numbers)
    if usual.all():
        return texts
    return _replaced(texts, ~usual, pa.array([digits_of(number) for number in numbers[~usual].tolist()], pa.string()))


def in_units(raw: pa.Array, protos: list[Template], parts: np.ndarray, one: Callable[[str, Template], str]) -> pa.Array:
    """The numbers in their indicators' units, as texts. parts: place of each in protos; one: does it for a single number."""
    factors = list(dict.fromkeys(proto.factor for proto in protos))
    factor_of = np.array([factors.index(proto.factor) for proto in protos])[parts]
    length, point = pc.binary_length(raw).to_numpy(), pc.find_substring(raw, ".").to_numpy()
    short = (length < 16) & ((point < 0) | (length - point <= 10))
    values = raw
    for place, factor in enumerate(factors):
        mine, fits = factor_of == place, factor is None or len(factor.as_tuple().digits) <= FACTOR_DIGITS
        if factor is not None and fits and (mine & short).any():
            values = _replaced(values, mine & short, _times(raw.filter(pa.array(mine & short)), factor))
        odd = np.flatnonzero(mine & ~short if fits else mine)
        if len(odd):
            others = [one(raw[i].as_py(), protos[parts[i]]) for i in odd.tolist()]
            values = _replaced(values, np.isin(np.arange(len(raw)), odd), pa.array(others, pa.string()))
    return values


def _times(raw: pa.Array, factor: Decimal) -> pa.Array:
    """Numbers of at most nine decimals times a factor, exact but for what lies behind the ninth decimal of the product."""
    product = pc.multiply(raw.cast(EXACT), pa.scalar(factor))
    return pc.round(product, 9, round_mode="half_to_even").cast(EXACT).cast(pa.string())


def _replaced(texts: pa.Array, where: np.ndarray, others: pa.Array) -> pa.Array:
    return pc.replace_with_mask(texts, pa.array(where), others)
