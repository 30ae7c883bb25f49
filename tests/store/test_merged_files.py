"""Merged zones beside later files, later mergings and undone batches: no figure overwrites another unsaid."""

from __future__ import annotations

from decimal import Decimal

import pytest

from park.store import Refused, StoreError, batches, merging, operator, places
from park.store.difference import rehearse
from tests.conftest import reading

PARK, ROOT = "东湖园区", operator("root")
A, B, C = ({"area": name, "value": value} for name, value in (("甲片", 10), ("乙片", 20), ("丙片", 5)))


def zone(store, name):
    return dict(store.cursor().execute("select name, area_id from area").fetchall())[name]


def load(store, *rows):
    return batches.load(store, reading(*rows, park=PARK), repr(rows).encode(), by=ROOT)


def merge(store, one, other, keep=""):
    places.merge(store, zone(store, one), zone(store, other), by=ROOT, keep=keep)


def part(store, name):
    places.part(store, zone(store, name), by=ROOT)


def stands(store):
    rows = store.cursor().execute("select name, month, ytd_value, yoy_ytd from truth join area using (area_id) where kind = 'zone' and firm_id = 0 order by 1, 2").fetchall()
    return {(name, month): (value, growth) for name, month, value, growth in rows}


def october(row, value, **more):
    return {**row, "period_end": "2013-10", "value": value, **more}


def goal(row, value, **more):
    return {**row, "measure": "target", "basis": "year", "period_end": "2013-12", "value": value, **more}


@pytest.mark.parametrize("keep", ["sum", "zone", "into"])
@pytest.mark.parametrize("rows", [
    (october(A, 11, cell="B2"), october(B, 22, cell="B3")), (october(B, 22, cell="B3"), october(A, 11, cell="B2")), (goal(A, 100, cell="B2"), goal(B, 90, cell="B3")),
])
def test_a_file_with_two_figures_for_zones_that_are_one_is_kept_out_at_the_cell(store, keep, rows):
    load(store, A, B)
    merge(store, "甲片", "乙片", keep)
    before = stands(store)
    with pytest.raises(Refused) as refused:
        load(store, *rows)
    found = [f for f in refused.value.findings if f.severity == "error"]
    assert [(f.cell, f.table) for f in found] == [("B2", 1)] and "甲片" in found[0].message and "撤回合并" in found[0].suggestion
    assert stands(store) == before
    rehearsed = rehearse(store, reading(*rows, park=PARK))
    assert [f.cell for f in rehearsed.findings] == ["B2"] and rehearsed.refusal


def test_only_the_table_with_the_two_figures_is_kept_out(store):
    load(store, A, B, C)
    merge(store, "甲片", "乙片", "into")
    batch = load(store, october(A, 11), october(B, 22), october(C, 6, table=2))
    assert batch.errors == 1 and batch.observations == 1 and stands(store)["丙片", 10] == (6, None)


def test_a_figure_of_one_of_two_zones_that_were_added_does_not_stand_for_both(store):
    load(store, A, B)
    merge(store, "甲片", "乙片", "sum")
    with pytest.raises(Refused):
        load(store, october(A, 11))
    load(store, october(B, 33))
    assert stands(store) == {("乙片", 9): (30, None), ("乙片", 10): (33, None)}


def warned(findings):
    return [(f.cell, f.severity) for f in findings if f.code == "merged_zone_total"]


def test_a_figure_of_the_zone_that_stays_is_told_at_its_cells_to_stand_for_both_that_were_added(store):
    load(store, A, B, C)
    merge(store, "甲片", "乙片", "sum")
    rows = october(B, 22, cell="B3"), october(B, 7, cell="C3", indicator="tax_revenue"), october(C, 6, cell="B4"), goal(B, 90, cell="B9", table=2)
    told = rehearse(store, reading(*rows, park=PARK)).findings
    assert warned(told) == [("B3 C3", "warning"), ("B9", "warning")]
    assert all(said in told[0].message for said in ("甲片", "乙片", "2013-10", "22", "2 个数")) and "撤回合并" in told[0].suggestion
    batch = load(store, *rows)
    assert (batch.errors, batch.observations) == (0, 4) and batch.warnings >= 2


def test_all_zones_that_were_added_one_after_another_are_named_and_merging_itself_warns_of_nothing(store):
    load(store, A, B, C)
    merge(store, "甲片", "乙片", "sum")
    merge(store, "丙片", "乙片", "sum")
    assert store.cursor().execute("select count(*) from finding").fetchone() == (0,)
    message = rehearse(store, reading(october(B, 40, cell="B3"), park=PARK)).findings[0].message
    assert "甲片、丙片" in message


def test_of_a_chain_the_last_zone_holds_only_what_was_added_to_it(store):
    load(store, A, B, C)
    merge(store, "甲片", "乙片", "sum")
    merge(store, "乙片", "丙片", "into")
    file = reading(october(C, 6, cell="B4"), park=PARK)
    assert warned(rehearse(store, file).findings) == []
    part(store, "乙片")
    merge(store, "乙片", "丙片", "sum")
    told = rehearse(store, file).findings
    assert warned(told) == [("B4", "warning")] and "乙片、甲片" in told[0].message


@pytest.mark.parametrize("keep", ["zone", "into"])
def test_nothing_is_told_of_a_zone_that_no_other_was_added_to(store, keep):
    load(store, A, B, C)
    merge(store, "甲片", "乙片", keep)
    assert warned(rehearse(store, reading(october(B, 22, cell="B3"), october(C, 6, cell="B4"), park=PARK)).findings) == []
    part(store, "甲片")
    merge(store, "甲片", "乙片", "sum")
    part(store, "甲片")
    assert warned(rehearse(store, reading(october(B, 22, cell="B3"), park=PARK)).findings) == []


def test_one_zone_under_two_names_may_say_the_same_twice(store):
    load(store, A, {**B, "value": 10})
    merge(store, "甲片", "乙片")
    assert load(store, october(A, 11), october(B, 11)).errors == 0


@pytest.mark.parametrize("keep", ["sum", "zone", "into"])
def test_a_chain_of_mergings_is_taken_apart_from_its_end_and_gives_back_each_zones_own(store, keep):
    load(store, A, B, C)
    before = stands(store)
    merge(store, "甲片", "乙片", keep)
    between = stands(store)
    merge(store, "乙片", "丙片", keep)
    with pytest.raises(StoreError, match="乙片"):
        part(store, "甲片")
    part(store, "乙片")
    assert stands(store) == between
    part(store, "甲片")
    assert stands(store) == before


def test_two_mergings_into_one_zone_are_taken_apart_the_later_first(store):
    load(store, A, B, C)
    before = stands(store)
    merge(store, "甲片", "乙片", "sum")
    merge(store, "丙片", "乙片", "sum")
    with pytest.raises(StoreError, match="丙片"):
        part(store, "甲片")
    part(store, "丙片")
    part(store, "甲片")
    assert stands(store) == before


def test_a_batch_that_a_standing_decision_was_worked_out_with_is_not_undone(store):
    load(store, A, B)
    first = load(store, {**B, "value": 25})
    other = load(store, {**C, "indicator": "tax_revenue"})
    gone = load(store, {**A, "value": 12})
    batches.undo(store, gone.batch_id, by=ROOT)
    merge(store, "甲片", "乙片", "sum")
    batches.undo(store, other.batch_id, by=ROOT)
    with pytest.raises(StoreError, match="撤回甲片的合并"):
        batches.undo(store, first.batch_id, by=ROOT)
    with pytest.raises(StoreError, match="撤回甲片的合并"):
        batches.redo(store, gone.batch_id, by=ROOT)
    with pytest.raises(StoreError, match="撤回甲片的合并"):
        batches.replace(store, first.batch_id, reading({**B, "value": 26}, park=PARK), b"new", by=ROOT)
    later = load(store, october(B, 40))
    batches.undo(store, later.batch_id, by=ROOT)
    part(store, "甲片")
    batches.undo(store, first.batch_id, by=ROOT)
    merge(store, "甲片", "乙片", "sum")
    assert stands(store) == {("乙片", 9): (30, None)}


@pytest.mark.parametrize(("keep", "a", "b", "counts"), [("zone", None, 7.5, (10, None)), ("into", 3.0, None, (20, None)), ("zone", 3.0, 7.5, (10, 3)), ("into", None, 7.5, (20, 7.5))])
def test_the_figure_that_counts_has_its_own_growth_or_none(store, keep, a, b, counts):
    load(store, {**A, "yoy": a}, {**B, "yoy": b})
    merge(store, "甲片", "乙片", keep)
    assert stands(store) == {("乙片", 9): counts}


@pytest.mark.parametrize("value", [10, None])
def test_zones_of_which_only_the_growths_differ_are_asked_about(store, value):
    load(store, {**A, "value": value, "yoy": 3.0}, {**B, "value": value, "yoy": 9.0})
    with pytest.raises(merging.ZonesDiffer, match=r"\+3%.*\+9%"):
        merge(store, "甲片", "乙片")
    with pytest.raises(StoreError):
        merge(store, "甲片", "乙片", "sum")
    merge(store, "甲片", "乙片", "into")
    assert stands(store) == {("乙片", 9): (value, 9)}


def test_that_only_one_zone_has_a_target_is_said_before_figures_are_added(store):
    load(store, A, B, goal(A, 100))
    with pytest.raises(merging.ZonesDiffer, match="只有甲片有目标") as asked:
        merge(store, "甲片", "乙片")
    assert asked.value.goals == [("industrial_output_value", 2013, True)]
    load(store, goal(B, 90))
    with pytest.raises(merging.ZonesDiffer) as asked:
        merge(store, "甲片", "乙片")
    assert asked.value.goals == [] and "只有" not in str(asked.value)


def test_figures_alike_are_added_where_that_was_said(store):
    load(store, A, {**B, "value": 10})
    merge(store, "甲片", "乙片", "sum")
    assert stands(store) == {("乙片", 9): (Decimal(20), None)}
