"""Units convert exactly, and never across dimensions or currencies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from park.catalogue import UnitMismatch, convert, load_catalogue


def converted(value: str, written: str, into: str) -> Decimal:
    catalogue = load_catalogue()
    return convert(Decimal(value), catalogue.unit(written), catalogue.unit(into))


@pytest.mark.parametrize(
    ("value", "written", "into", "result"),
    [
        ("1", "亿元", "万元", "10000"),
        ("0.4145", "亿元", "万元", "4145"),
        ("3.8", "千元", "万元", "0.38"),
        ("17.3", "亿元", "万元", "173000"),
        ("2300", "万美元", "万美元", "2300"),
        ("1", "亿美元", "万美元", "10000"),
        ("1", "公顷", "亩", "15"),
        ("1", "平方公里", "亩", "1500"),
        ("1.5", "平方公里", "平方公里", "1.5"),
        ("11.4", "万平方米", "平方米", "114000"),
        ("1", "公顷", "平方米", "10000"),
        ("100", "万方", "立方米", "1000000"),
        ("1.2", "万人", "人", "12000"),
        ("18", "户", "家", "18"),
        ("18", "户", "个", "18"),
        ("5", "‰", "%", "0.5"),
        ("500", "米", "公里", "0.5"),
    ],
)
def test_units_convert_exactly(value, written, into, result):
    assert converted(value, written, into) == Decimal(result)


@pytest.mark.parametrize(
    ("written", "unit"),
    [("㎡", "平方米"), ("亿", "亿元"), ("万㎡", "万平方米"), ("％", "%"), ("戶", "户"), ("ha", "公顷"), ("元", "元")],
)
def test_a_unit_is_known_by_its_aliases(written, unit):
    assert load_catalogue().unit(written).name == unit


def test_an_unknown_unit_is_none():
    assert load_catalogue().unit("桶") is None


@pytest.mark.parametrize(
    ("written", "into"),
    [("万美元", "万元"), ("万港元", "万元"), ("亩", "万元"), ("家", "亩"), ("百分点", "%"), ("公里", "平方公里")],
)
def test_other_currencies_and_dimensions_do_not_convert(written, into):
    with pytest.raises(UnitMismatch):
        converted("1", written, into)
