"""A long list is read as its park understands it, though only its head is looked at to find the park."""

import io
from collections import Counter

from openpyxl import Workbook

from etl.intake import read_for
from park.store import batches, learned, operator

PARK, FIRMS = "东湖工业园区", 1100


def long_list() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append([f"{PARK}2024年1-6月企业情况表（万元）"])
    sheet.append(["企业名称", "工业总产值", "全口径库税"])
    for number in range(FIRMS):
        sheet.append([f"第{number}号机械厂", 100 + number, 10 + number])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_long_list_is_read_with_the_names_its_park_settled(store):
    data = long_list()
    assert Counter(read_for(store, data, "企业.xlsx").observations["indicator"].to_pylist())["tax_revenue"] == 0
    learned.remember(store, PARK, "indicator", "全口径库税", "tax_revenue", by=operator("clerk"))
    reading = read_for(store, data, "企业.xlsx")
    assert Counter(reading.observations["indicator"].to_pylist()) == {"industrial_output_value": FIRMS, "tax_revenue": FIRMS}


def test_firms_of_a_long_list_are_each_one_firm_however_often_it_is_loaded(store):
    for name in ("六月.xlsx", "六月更正.xlsx"):
        data = long_list() if name == "六月.xlsx" else long_list() + b" "
        batches.load(store, read_for(store, long_list(), name), data, by=operator("clerk"))
    cur = store.cursor()
    assert cur.execute("select count(*), count(distinct firm_id), count(distinct name) from firm").fetchone() == (FIRMS, FIRMS, FIRMS)
