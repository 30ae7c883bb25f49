"""Land and investment arrive as they are, however a Decimal is written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from park.store import batches, operator
from park.store.records import FirmRecord, ProjectRecord
from tests.conftest import reading


@pytest.mark.parametrize("written", ["1.2E+4", "12000", "12000.000", "5E+2", "0.000000001"])
def test_a_decimal_with_an_exponent_is_kept_exactly(store, written):
    number = Decimal(written)
    whole = reading({"value": 1}, firms=(FirmRecord("甲厂", land=number),), projects=(ProjectRecord("一号", investment=number),))
    batches.load(store, whole, b"x", by=operator("clerk"))
    assert store.cursor().execute("select land from firm_record").fetchone()[0] == number
    assert store.cursor().execute("select investment from project_record").fetchone()[0] == number
