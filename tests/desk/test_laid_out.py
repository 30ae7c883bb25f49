"""A file on the desk: how it looks, what each cell was taken for, which names have to be settled."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from etl.desk import lay_out
from etl.intake import read_for
from park.store import Said, batches, learned, operator
from ui.sheet import letters, ranges

PARK = "东湖工业园区"


def workbook(*rows, title="9月", merges=()) -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MONTHLY = (
    [f"{PARK}2013年1-9月主要经济指标完成情况表"], [None, None, None, "单位：万元"], ["指标", "全年目标", "9月", "1-9月累计"],
    ["工业总产值", "1000以上", 80, 700], ["民宿床位数", 5, 1, 3],
)


def roles(laid) -> dict[str, str]:
    found: dict[str, str] = {}
    for mark in laid.reading.marks:
        for top, left, bottom, right in ranges(mark.cells):
            for r in range(top, bottom + 1):
                for c in range(left, right + 1):
                    found.setdefault(f"{letters(c)}{r + 1}", mark.role)
    return found


def test_every_cell_says_what_it_was_taken_for(store):
    laid = lay_out(store, workbook(*MONTHLY), "9月.xlsx")
    of = roles(laid)
    assert (of["A1"], of["D2"], of["A3"], of["C3"]) == ("period", "unit", "head", "period")
    assert (of["A4"], of["B4"], of["C4"], of["D4"]) == ("indicator", "target", "actual", "actual")


def test_a_sheet_looks_as_it_does_in_the_file_and_hidden_rows_are_not_shown(store):
    laid = lay_out(store, workbook(*MONTHLY, merges=("A1:D1",)), "9月.xlsx")
    picture = laid.pictures[0]
    assert picture.rows[3] == ("工业总产值", "1000以上", "80", "700") and picture.merges == ((0, 0, 0, 3),)
    assert (3, 2) in picture.numbers and (3, 1) not in picture.numbers


def test_a_long_sheet_shows_its_beginning_and_the_rows_in_doubt(store):
    rows = [[f"{PARK}2013年1-9月企业产值明细表（万元）"], ["企业名称", "1-9月累计产值"], *([f"第{i}制造有限公司", i + 1] for i in range(1500))]
    rows[1200] = ["第1200制造有限公司", "#REF!"]
    picture = lay_out(store, workbook(*rows), "9月.xlsx").pictures[0]
    assert 1200 in picture.rows and 700 not in picture.rows and picture.left_out[0] > 1000


def test_an_unknown_indicator_is_offered_with_its_likely_meanings_and_can_be_left_out(store):
    data = workbook(*MONTHLY)
    laid = lay_out(store, data, "9月.xlsx")
    assert [(n.kind, n.written, n.new) for n in laid.unsettled] == [("indicator", "民宿床位数", False)]
    batches.load(store, laid.reading, data, by=operator("clerk"))
    learned.remember(store, PARK, "indicator", "民宿床位数", learned.IGNORED, by=operator("clerk"))
    again = lay_out(store, data, "9月.xlsx")
    assert again.unsettled == () and [f.severity for f in again.reading.findings if f.code == "left_out"] == ["note"]


ZONES = ([f"{PARK}2013年1-9月分片区税收情况（万元）"], ["片区", "1-9月累计"], ["北片区", 10], ["南片区", 20])


@pytest.mark.parametrize(("meaning", "areas"), [("北片区", ["北片区", "南片区"]), ("北边片区", ["北边片区", "南片区"]), ("-", ["南片区"])])
def test_a_zone_written_in_another_way_is_asked_for_and_means_what_was_said(store, meaning, areas):
    first = workbook(*ZONES)
    batches.load(store, read_for(store, first, "9月.xlsx"), first, by=operator("clerk"))
    other = workbook(ZONES[0], ZONES[1], ["北边片区", 11], ["南片区", 20])
    [name] = lay_out(store, other, "9月.xlsx").unsettled
    assert (name.kind, name.written, name.likely, name.new) == ("area", "北边片区", ("北片区",), True)
    learned.remember(store, PARK, "area", "北边片区", meaning, by=operator("clerk"))
    laid = lay_out(store, other, "9月.xlsx")
    assert laid.unsettled == () and laid.reading.observations["area"].to_pylist() == areas
    assert laid.difference.count("new") == (meaning == "北边片区") and laid.difference.count("changed") == (meaning == "北片区")


def test_month_unit_and_zone_that_a_file_leaves_out_are_said_table_by_table(store):
    data = workbook(["主要经济指标完成情况表"], ["指标", "本月"], ["税收", 12])
    lacking = lay_out(store, data, "a.xlsx", area=PARK).reading
    assert {f.code for f in lacking.findings if f.severity == "error"} & {"no_month", "no_year", "no_period"}
    said = lay_out(store, data, "a.xlsx", area=PARK, tables={1: Said(area="北片区", month="2013-09", unit="亿元")}).reading
    [row] = said.observations.to_pylist()
    assert (row["area"], row["period_end"], row["value"]) == ("北片区", "2013-09", 120_000)
    assert not [f for f in said.findings if f.code == "unit_missing"]


def test_what_a_file_says_itself_beats_what_a_person_says_of_it(store):
    said = lay_out(store, workbook(*MONTHLY), "9月.xlsx", tables={1: Said(month="2011-03", unit="亿元")}).reading
    rows = [r for r in said.observations.to_pylist() if r["basis"] == "ytd"]
    assert {(r["period_end"], r["value"]) for r in rows} == {("2013-09", 700)}
