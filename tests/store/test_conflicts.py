"""Doubts that show only beside what other files said."""

from __future__ import annotations

from park.store import batches, operator
from tests.conftest import reading


def codes(store, *files):
    """Codes and cells raised by the last of the files."""
    for number, rows in enumerate(files):
        batch = batches.load(store, reading(*rows), f"file {number}".encode(), by=operator("clerk"))
    assert batch.warnings == len(batches.findings(store, batch.batch_id))
    return [(f.code, f.cell) for f in batches.findings(store, batch.batch_id)]


AUGUST = {"period_end": "2013-08", "value": 100}


def test_a_month_that_does_not_fit_the_two_cumulative_figures_is_doubted(store):
    second = ({"value": 110, "cell": "C4"}, {"basis": "month", "period_start": "2013-09", "value": 12, "cell": "B4"})
    assert codes(store, (AUGUST,), second) == [("month_ytd_conflict", "B4 C4")]


def test_a_month_that_fits_is_not_doubted(store):
    second = ({"value": 110, "cell": "C4"}, {"basis": "month", "period_start": "2013-09", "value": 10, "cell": "B4"})
    assert codes(store, (AUGUST,), second) == []


def test_a_cumulative_figure_below_the_month_before_is_doubted(store):
    assert codes(store, (AUGUST,), ({"value": 90, "cell": "C4"},)) == [("ytd_decreases", "C4")]


def test_a_same_period_figure_that_differs_from_its_own_year_is_doubted_and_changes_nothing(store):
    own = {"period_start": "2012-01", "period_end": "2012-09", "value": 50}
    later = ({"period_start": "2012-01", "period_end": "2012-09", "value": 55, "role": "same_period", "cell": "F5"},)
    assert codes(store, (own,), later) == [("same_period_differs", "F5")]
    assert store.cursor().execute("select ytd_value, ytd_origin from truth").fetchall() == [(50, "reported")]


def test_a_total_that_its_zones_do_not_add_up_to_is_doubted(store):
    zones = ({"area": "东片", "value": 60}, {"area": "西片", "value": 45})
    assert codes(store, zones, ({"value": 100, "cell": "D9"},)) == [("parts_do_not_sum", "D9")]


def test_a_total_is_not_doubted_while_a_zone_is_still_missing(store):
    august = ({"area": "东片", "period_end": "2013-08", "value": 50}, {"area": "西片", "period_end": "2013-08", "value": 40})
    assert codes(store, august, ({"area": "东片", "value": 60},), ({"value": 100, "cell": "D9"},)) == []


def test_a_zone_named_as_one_that_holds_others_is_not_added_to_them(store):
    zones = ({"area": "东片", "value": 60}, {"area": "西片", "value": 40}, {"area": "主区", "value": 100}, {"area": "南片", "value": 20})
    assert codes(store, zones, ({"value": 120, "cell": "D9"},)) == []


def test_a_zone_with_the_sum_of_others_by_chance_is_added_to_them(store):
    zones = ({"area": "东片", "value": 60}, {"area": "西片", "value": 40}, {"area": "北片", "value": 100}, {"area": "南片", "value": 20})
    assert codes(store, zones, ({"value": 120, "cell": "D9"},)) == [("parts_do_not_sum", "D9")]
