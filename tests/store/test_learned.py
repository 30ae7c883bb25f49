"""Names a person settled for a park are remembered for that park, and for no other."""

from __future__ import annotations

import openpyxl
import pytest

from etl.intake import read_for
from park.store import StoreError, batches, learned, operator


@pytest.fixture
def workbook(tmp_path):
    """A table with a name that the catalogue does not know."""

    def make(park):
        book = openpyxl.Workbook()
        for row in ([f"{park}2024年1-6月主要经济指标完成情况表"], ["指标", "单位", "1-6月累计"], ["工业总产值", "万元", 1200], ["全口径库税", "万元", 77]):
            book.active.append(row)
        path = tmp_path / f"{park}.xlsx"
        book.save(path)
        return path.read_bytes()

    return make


def read(store, data):
    reading = read_for(store, data, "六月.xlsx")
    return reading.observations["indicator"].to_pylist(), [f.subject for f in reading.findings if f.code == "unknown_indicator"]


def test_an_unknown_name_is_never_loaded_until_it_is_settled(store, workbook):
    assert read(store, workbook("东湖工业园区")) == (["industrial_output_value"], ["全口径库税"])
    learned.remember(store, "东湖工业园区", "indicator", "全口径库税", "tax_revenue", by=operator("clerk"))
    assert read(store, workbook("东湖工业园区")) == (["industrial_output_value", "tax_revenue"], [])


def test_what_one_park_settled_says_nothing_of_another(store, workbook):
    learned.remember(store, "东湖工业园区", "indicator", "全口径库税", "tax_revenue", by=operator("clerk"))
    assert read(store, workbook("西湖工业园区")) == (["industrial_output_value"], ["全口径库税"])


def test_a_settled_name_can_be_taken_back_and_the_latest_word_counts(store, workbook):
    learned.remember(store, "东湖工业园区", "indicator", "全口径库税", "profit", by=operator("clerk"))
    learned.remember(store, "东湖工业园区", "indicator", "全口径库税", "tax_revenue", by=operator("chief"))
    assert read(store, workbook("东湖工业园区"))[0] == ["industrial_output_value", "tax_revenue"]
    learned.remember(store, "东湖工业园区", "indicator", "全口径库税", "", by=operator("chief"))
    assert read(store, workbook("东湖工业园区"))[1] == ["全口径库税"]


def test_zones_of_the_store_are_known_to_the_reader(store, workbook):
    data = workbook("东湖工业园区")
    batches.load(store, read_for(store, data, "六月.xlsx"), data, by=operator("clerk"))
    with store.write() as cur:
        cur.execute("insert into area values (99, 1, 'zone', '滨江组团')")
    assert ("area", "滨江组团", "滨江组团") in learned.names(store, "东湖工业园区")


@pytest.mark.parametrize(("kind", "written", "meaning"), [("colour", "x", "y"), ("indicator", " ", "tax_revenue"), ("indicator", "x", "no_such_code")])
def test_what_cannot_be_settled_is_refused(store, kind, written, meaning):
    with pytest.raises(StoreError):
        learned.remember(store, "东湖工业园区", kind, written, meaning, by=operator("clerk"))
