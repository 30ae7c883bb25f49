"""What a file would change is known before it counts, and nothing of asking stays."""

from __future__ import annotations

import pytest

from park.store import difference, operator
from park.store.batches import load
from tests.conftest import reading


def row(indicator, month, value, basis="ytd", **more):
    return {"indicator": indicator, "basis": basis, "period_start": f"{month[:4]}-01" if basis == "ytd" else month, "period_end": month, "value": value, **more}


def told(rows):
    return [(r["kind"], r["indicator"], r["period_end"], r["old_value"], r["value"]) for r in rows.to_dict("records") if r["kind"] != "unchanged"]


@pytest.fixture
def august(store):
    load(store, reading(row("tax_revenue", "2013-08", 100), row("profit", "2013-08", 40), row("exports", "2013-08", 7)), b"august", by=operator("clerk"))
    return store


def test_new_changed_missing_and_unchanged_are_told_apart(august):
    month = reading(row("tax_revenue", "2013-09", 120), row("profit", "2013-09", 44), row("profit", "2013-08", 41), row("tax_revenue", "2013-08", 100))
    would = difference.rehearse(august, month)
    assert {kind: would.count(kind) for kind in difference.KINDS} == {"changed": 1, "beside": 0, "missing": 1, "new": 2, "unchanged": 1}
    rows = told(would.rows)
    assert rows[0] == ("changed", "profit", "2013-08", 40, 41)
    assert rows[1][:4] == ("missing", "exports", "2013-08", 7)
    assert would.rows["change"].iloc[0] == pytest.approx(2.5)


def test_asking_keeps_nothing_and_moves_no_version(august):
    before = august.version(), august.cursor().execute("select count(*) from observation").fetchone(), august.cursor().execute("select count(*) from area").fetchone()
    difference.rehearse(august, reading(row("tax_revenue", "2013-09", 120, area="新片区")))
    assert before == (
        august.version(), august.cursor().execute("select count(*) from observation").fetchone(), august.cursor().execute("select count(*) from area").fetchone(),
    )


def test_the_largest_jump_comes_first(august):
    rows = difference.rehearse(august, reading(row("tax_revenue", "2013-09", 115), row("profit", "2013-09", 400_000))).rows
    assert rows[rows["kind"] == "new"]["indicator"].tolist() == ["profit", "tax_revenue"]


def test_the_same_period_of_a_later_file_does_not_take_the_place_of_the_years_own_figure(august):
    rows = difference.rehearse(august, reading(row("tax_revenue", "2013-08", 99, role="same_period"))).rows
    assert told(rows) == [("beside", "tax_revenue", "2013-08", 100, 99)]


def test_a_target_that_becomes_a_range_or_gets_a_sign_is_a_change(august):
    goal = {"indicator": "firms_started", "measure": "target", "basis": "year", "period_start": "2013-01", "period_end": "2013-12", "unit": "户", "value": 8}
    load(august, reading(goal), b"plan", by=operator("clerk"))
    assert told(difference.rehearse(august, reading(goal)).rows) == []
    changed = difference.rehearse(august, reading({**goal, "value_high": 10, "comparator": "range"})).rows
    assert changed["kind"].tolist() == ["changed"] and changed["value_high"].tolist() == [10]


def test_a_batch_is_compared_with_what_stood_before_it(august):
    later = load(august, reading(row("tax_revenue", "2013-08", 101)), b"later", by=operator("clerk"))
    load(august, reading(row("tax_revenue", "2013-08", 102)), b"latest", by=operator("clerk"))
    assert told(difference.of_batch(august, later.batch_id)) == [("changed", "tax_revenue", "2013-08", 100, 101)]


def test_a_file_of_an_unknown_park_has_nothing_to_compare_and_says_why(store):
    would = difference.rehearse(store, reading(row("tax_revenue", "2013-09", 1), park=""))
    assert would.rows.empty and would.park == "" and [f.code for f in would.findings] == ["park_unknown"]


def test_a_closed_month_is_refused_before_anything_is_loaded(august):
    from park.store import closing

    closing.close(august, "东湖园区", "2013-08", by=operator("chief"))
    would = difference.rehearse(august, reading(row("tax_revenue", "2013-08", 111)))
    assert "2013-08" in would.refusal and "111" in would.refusal and would.count("changed") == 1
    assert difference.rehearse(august, reading(row("tax_revenue", "2013-09", 111))).refusal == ""


def test_what_contradicts_other_files_is_told_before_it_counts(august):
    would = difference.rehearse(august, reading(row("tax_revenue", "2013-09", 90)))
    assert [f.code for f in would.findings] == ["ytd_decreases"]
    assert august.cursor().execute("select count(*) from finding").fetchone() == (0,)


def test_whose_figures_they_are_is_asked_before_they_are_loaded(august):
    from park.store import accounts

    load(august, reading(row("tax_revenue", "2013-08", 5, area="北片区"), row("tax_revenue", "2013-08", 6, area="南片区")), b"zones", by=operator("clerk"))
    north = august.cursor().execute("select area_id from area where name = '北片区'").fetchone()[0]
    clerk = accounts.add(august, "北区统计", None, areas=(north,), by=operator("chief"))
    own, other = row("tax_revenue", "2013-09", 7, area="北片区"), row("tax_revenue", "2013-09", 8, area="南片区")
    assert difference.rehearse(august, reading(own), by=clerk).refusal == ""
    assert "南片区" in difference.rehearse(august, reading(own, other), by=clerk).refusal
