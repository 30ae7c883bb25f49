"""What is typed by hand is a workbook like any: read by the same rules, doubted at its cell, kept as a batch whose cells can be shown."""

from __future__ import annotations

from datetime import datetime

import pytest

from etl.desk import lay_out
from etl.entry import Goal, Typed, book_name, goals_book, monthly_book, wrong_units
from park.questions.entry import to_report
from park.questions.source import source
from park.store import batches, operator

AT = datetime(2013, 10, 8, 9, 30)
CLERK = operator("统计员")
PARKS = ("东湖园区", "滨江新城", "Parkboard <b>区</b>")


def monthly(*lines, park="东湖园区", area="", month="2013-09"):
    return monthly_book(park, area, month, [Typed(*line) for line in lines], by="统计员", at=AT), book_name(park, area, month, "填报")


def goals(*lines, park="东湖园区", area=""):
    return goals_book(park, area, 2013, lines, by="统计员", at=AT), book_name(park, area, "2013", "年度目标")


def rows(store, given, park="东湖园区"):
    laid = lay_out(store, *given, area=park)
    return laid, [
        (r["area"], r["indicator"], r["measure"], r["basis"], r["period_end"], r["comparator"], None if r["value"] is None else float(r["value"]),
         None if r["value_high"] is None else float(r["value_high"]), r["yoy"]) for r in laid.reading.observations.to_pylist()
    ]


@pytest.mark.parametrize("park", PARKS)
@pytest.mark.parametrize("area", ["", "北片区"])
def test_the_figures_of_a_month_are_those_of_the_park_or_zone_that_was_chosen(store, park, area):
    laid, read = rows(store, monthly(("工业总产值", "万元", "1,650", "14520"), ("税收", "亿元", "", "0.2"), park=park, area=area), park)
    assert [r[1:7] for r in read] == [
        ("industrial_output_value", "actual", "month", "2013-09", "=", 1650),
        ("industrial_output_value", "actual", "ytd", "2013-09", "=", 14520),
        ("tax_revenue", "actual", "ytd", "2013-09", "=", 2000),
    ]
    assert laid.park == park and set(laid.difference.rows["area"]) == {area or park}
    assert not [f for f in laid.reading.findings if f.severity != "note"] and not laid.unsettled


@pytest.mark.parametrize(
    ("typed", "read", "doubt"),
    [
        ("abc", None, "text_in_number_cell"),
        ("=HYPERLINK(\"http://x\")", None, "text_in_number_cell"),
        ("<script>alert(1)</script>", None, "text_in_number_cell"),
        ("≥18", (">=", 18, None, None), "inexact_actual"),
        ("8-10个", ("range", 8, 10, None), "inexact_actual"),
        ("增长20%", ("=", None, None, 20), None),
        ("约500", ("~", 500, None, None), None),
        ("１，６５０", ("=", 1650, None, None), None),
    ],
)
def test_wrong_input_is_understood_or_gets_a_sentence_at_its_cell(store, typed, read, doubt):
    laid, found = rows(store, monthly(("新开工企业", "家", "", typed), ("税收", "万元", "", "5")))
    assert [(f.code, f.sheet, f.cell) for f in laid.reading.findings if f.severity == "warning"] == ([(doubt, "填报", "G4")] if doubt else [])
    assert [r[5:] for r in found if r[1] == "firms_started"] == ([read] if read else [])
    assert [r[6] for r in found if r[1] == "tax_revenue"] == [5]


def test_what_stands_among_the_units_and_is_none_is_told_before_anything_is_read():
    lines = [Typed("工业总产值", "1650", "14520"), Typed("税收", "≥20", "205"), Typed("利润", "万元", "5"), Typed("主营业务收入", " 亿元 ", "1"), Typed("新开工企业", "", "1")]
    assert wrong_units(lines) == [("工业总产值", "1650"), ("税收", "≥20")]
    assert wrong_units([Goal("税收", "12", value="5")]) == [("税收", "12")]


def test_an_indicator_that_nobody_knows_is_asked_for(store):
    laid, found = rows(store, monthly(("民宿床位数", "张", "5", "")))
    assert found == [] and [n.written for n in laid.unsettled] == ["民宿床位数"]


def test_targets_come_with_sign_range_growth_and_a_plan_by_month(store):
    plan = ("", "10", "20", *[""] * 8, "100")
    laid, read = rows(store, goals(
        Goal("新开工企业", "家", "≥", "18"), Goal("竣工投产项目", "个", "=", "8", "10"), Goal("利润", "万元", growth="20"), Goal("税收", "万元", "≈", "100", plan=plan),
        Goal("固定资产投资", "万元", "=", "1.2亿元"), Goal("工业投资", "万元"), area="北片区",
    ))
    assert not [f for f in laid.reading.findings if f.severity != "note"]
    of = {(r[1], r[3], r[4]): r[5:] for r in read}
    assert all(r[0] == "北片区" and r[2] == "target" for r in read)
    assert of["firms_started", "year", "2013-12"] == (">=", 18, None, None)
    assert of["projects_commissioned", "year", "2013-12"] == ("range", 8, 10, None)
    assert of["profit", "year", "2013-12"] == ("=", None, None, 20)
    assert of["tax_revenue", "year", "2013-12"] == ("~", 100, None, None)
    assert of["tax_revenue", "ytd", "2013-03"] == ("=", 20, None, None)
    assert of["fixed_asset_investment", "year", "2013-12"] == ("=", 12000, None, None)
    assert ("industrial_investment", "year", "2013-12") not in of


def test_an_upper_bound_alone_is_doubted_at_its_cell(store):
    laid, read = rows(store, goals(Goal("税收", "万元", high="18")))
    assert read == [] and [(f.severity, f.cell) for f in laid.reading.findings if f.severity == "warning"] == [("warning", "F4")]


def test_what_was_typed_is_a_batch_whose_file_is_kept_and_whose_cells_are_the_source(store):
    data, name = monthly(("税收", "万元", "", "2050.9"))
    batch = batches.load(store, lay_out(store, data, name, area="东湖园区").reading, data, by=CLERK, area="东湖园区")
    assert batches.original(store, batch.batch_id) == data
    with store.cursor() as cur:
        [found] = source(cur, indicator="tax_revenue").to_dict("records")
        assert (found["file"], found["sheet"], found["cell"], found["raw"], found["by"]) == (name, "填报", "G4", "2050.9", "统计员")
        grid = to_report(cur, area="东湖园区", month="2013-09").set_index("indicator")
        later = to_report(cur, area="东湖园区", month="2013-10").set_index("indicator")
    assert grid.at["tax_revenue", "ytd_value"] == 2050.9 and later.at["tax_revenue", "last_ytd"] == 2050.9
    assert "industrial_output_value" in grid.index and grid.at["industrial_output_value", "unit"] == "万元"


def test_names_never_become_paths():
    assert "/" not in book_name("../../东湖", "a\\b", "2013-09", "填报")
