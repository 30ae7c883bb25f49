"""Renamed parks, zones, clusters and firms keep their figures, and files with the old name find them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from park.questions import areas, firms, ledger
from park.questions.base import find_area
from park.questions.source import source
from park.store import (
    Forbidden,
    ProjectRecord,
    StoreError,
    accounts,
    batches,
    closing,
    learned,
    open_store,
    operator,
    places,
)
from tests.conftest import copied, reading

PARK, ROOT = "东湖园区", operator("root")
ROWS = ({"area": "北片", "value": 5}, {"area": "南片", "value": 6}, {"cluster": "纺织", "value": 7}, {"firm": "甲厂", "area": "北片", "value": 3})


@pytest.fixture(scope="module")
def two_zones(tmp_path_factory):
    path = tmp_path_factory.mktemp("two_zones") / "park.duckdb"
    with open_store(path) as store:
        batches.load(store, reading(*ROWS, park=PARK), b"first", by=ROOT)
    return path


@pytest.fixture
def park(two_zones, tmp_path):
    with copied(two_zones, tmp_path) as store:
        yield store


def ids(store, kind):
    return {name: id_ for id_, name in places.parts(store, 1, kind)}


def truth(store):
    return sorted(store.cursor().execute("select * from truth").fetchall(), key=str)


@pytest.mark.parametrize(("kind", "old", "new", "row"), [
    ("area", "北片", "滨江片", {"area": "北片", "value": 8}), ("cluster", "纺织", "纺织服装", {"cluster": "纺织", "value": 8}),
    ("firm", "甲厂", "甲集团", {"firm": "甲厂", "value": 8}), ("area", PARK, "东湖高新区", {"value": 9}),
])
def test_a_renamed_part_keeps_its_figures_and_its_old_name_still_means_it(park, kind, old, new, row):
    before, count = truth(park), len(places.parts(park, 1, kind))
    places.rename(park, kind, ids(park, kind)[old], new, by=ROOT)
    assert truth(park) == before
    batches.load(park, reading(row, park=PARK), b"old name", by=ROOT)
    assert len(places.parts(park, 1, kind)) == count
    assert new in ids(park, kind) and old not in ids(park, kind)


def test_questions_understand_the_old_name_and_answer_with_the_new(park):
    places.rename(park, "area", ids(park, "area")["北片"], "滨江片", by=ROOT)
    assert find_area(park.cursor(), "北片").name == "滨江片"
    assert source(park.cursor(), indicator="industrial_output_value", area="北片")["area"].tolist() == ["滨江片"]
    assert ("area", "北片", "滨江片") in learned.names(park, PARK)


def test_a_name_freed_by_a_renaming_may_be_given_to_another_and_then_means_that_one(park):
    north, south = ids(park, "area")["北片"], ids(park, "area")["南片"]
    places.rename(park, "area", north, "滨江片", by=ROOT)
    with pytest.raises(StoreError, match="北片"):
        places.rename(park, "area", south, "北片", by=ROOT)
    places.rename(park, "area", north, "北片", by=ROOT)
    assert [h[1:3] for h in places.history(park, 1)] == [("滨江片", "北片"), ("北片", "滨江片")]


@pytest.mark.parametrize("name", ["", "  ", "南片", "南 片"])
def test_no_name_or_anothers_is_refused(park, name):
    with pytest.raises(StoreError):
        places.rename(park, "area", ids(park, "area")["北片"], name, by=ROOT)


@pytest.mark.parametrize("role", ["viewer", "staff"])
def test_only_an_administrator_renames(park, role):
    accounts.add(park, "li", None, role=role, by=ROOT)
    with pytest.raises(Forbidden):
        places.rename(park, "area", 1, "新名", by=accounts.named(park, "li"))


def zone(store, name):
    return ids(store, "area")[name]


@pytest.fixture
def spelt_twice(park):
    """One zone under two names: the older one has August, the newer September; a firm and a project stand under the older."""
    august = {"period_end": "2013-08", "value": 4, "area": "北区"}
    batches.load(park, reading(august, {"firm": "乙厂", "area": "北区", "value": 2}, park=PARK, projects=(ProjectRecord("甲项目", area="北区"),)), b"second", by=ROOT)
    return park


def test_a_merged_zone_keeps_its_figures_under_the_other_and_taking_it_back_restores_exactly_what_stood(spelt_twice):
    before, observed = truth(spelt_twice), spelt_twice.cursor().execute("select * from observation order by all").fetchall()
    old, new = zone(spelt_twice, "北区"), zone(spelt_twice, "北片")
    places.merge(spelt_twice, old, new, by=ROOT)
    cur = spelt_twice.cursor()
    assert cur.execute("select month, ytd_value from truth where area_id = ? and firm_id = 0 order by month", [new]).fetchall() == [(8, 4), (9, 5)]
    assert cur.execute("select count(*) from truth where area_id = ?", [old]).fetchone() == (0,)
    assert areas(cur)["area"].tolist() == [PARK, "北片", "南片"]
    assert ledger(cur, find_area(cur, PARK))["area"].tolist() == ["北片"]
    assert set(firms(cur, area=PARK)["area"]) == {"北片"}
    assert source(cur, indicator="industrial_output_value", area="北片")["value"].tolist() == [5, 4]
    assert cur.execute("select * from observation order by all").fetchall() == observed
    places.part(spelt_twice, old, by=ROOT)
    assert truth(spelt_twice) == before
    assert "北区" in areas(cur)["area"].tolist()


def test_files_and_questions_that_write_the_merged_name_mean_the_other(spelt_twice):
    new = zone(spelt_twice, "北片")
    places.merge(spelt_twice, zone(spelt_twice, "北区"), new, by=ROOT)
    batches.load(spelt_twice, reading({"period_end": "2013-10", "value": 7, "area": "北区"}, park=PARK), b"old name", by=ROOT)
    assert (10, 7) in spelt_twice.cursor().execute("select month, ytd_value from truth where area_id = ?", [new]).fetchall()
    assert find_area(spelt_twice.cursor(), "北区").area_id == new
    assert ("area", "北区", "北片") in learned.names(spelt_twice, PARK)
    batches.undo(spelt_twice, batches.every(spelt_twice)[0].batch_id, by=ROOT)
    assert [(z, i) for _id, z, i, _by, _at in places.merged(spelt_twice, 1)] == [("北区", "北片")]


def test_two_zones_with_differing_figures_for_the_same_are_not_merged(park):
    with pytest.raises(StoreError, match="2013-09"):
        places.merge(park, zone(park, "北片"), zone(park, "南片"), by=ROOT)
    assert places.merged(park, 1) == []


FULL = (
    {"area": "北片", "value": 5, "cluster": ""}, {"area": "南片", "value": 6}, {"area": "北片", "period_end": "2013-08", "value": 4}, {"area": "南片", "period_end": "2013-08", "value": 4},
    {"area": "北片", "indicator": "land_developed_total", "basis": "point", "period_start": "", "unit": "亩", "value": 100},
    {"area": "南片", "indicator": "land_developed_total", "basis": "point", "period_start": "", "unit": "亩", "value": 30},
    {"area": "北片", "measure": "target", "basis": "year", "period_end": "2013-12", "value": 8, "value_high": 10, "comparator": "range"},
    {"area": "南片", "measure": "target", "basis": "year", "period_end": "2013-12", "value": 9, "comparator": ">="},
    {"area": "南片", "indicator": "tax_revenue", "value": 2},
)


@pytest.fixture
def two(store):
    """Two zones with different output, land and target; the same output in August; tax of one alone."""
    batches.load(store, reading(*FULL, park=PARK), b"full", by=ROOT)
    return store


def stands(store, name):
    cur = store.cursor()
    rows = cur.execute("select indicator, month, ytd_value from truth where area_id = ? order by 1, 2", [zone(store, name)]).fetchall()
    return rows, cur.execute("select comparator, value, value_high from target where area_id = ?", [zone(store, name)]).fetchall()


@pytest.mark.parametrize(("keep", "output", "august", "land", "target"), [
    ("zone", 5, 4, 100, ("range", 8, 10)), ("into", 6, 4, 30, (">=", 9, None)), ("sum", 11, 8, 130, ("range", 17, 19)),
])
def test_of_two_zones_that_differ_the_figures_count_that_were_chosen_and_taking_them_apart_restores_what_stood(two, keep, output, august, land, target):
    before = truth(two)
    places.merge(two, zone(two, "北片"), zone(two, "南片"), by=ROOT, keep=keep)
    figures, goals = stands(two, "南片")
    assert figures == [("industrial_output_value", 8, august), ("industrial_output_value", 9, output), ("land_developed_total", 9, land), ("tax_revenue", 9, 2)]
    assert goals == [target]
    told = batches.every(two)[0]
    found = source(two.cursor(), indicator="land_developed_total", area="南片").iloc[0]
    assert (found["batch"], found["raw"]) == (told.batch_id, "北片 100, 南片 30")
    with pytest.raises(StoreError, match="撤回合并"):
        batches.undo(two, told.batch_id, by=ROOT)
    places.part(two, places.merged(two, 1)[0][0], by=ROOT)
    assert truth(two) == before and batches.get(two, told.batch_id).status == "undone"


def test_what_cannot_be_added_is_refused_with_the_reason(two):
    batches.load(two, reading({"area": "北片", "period_end": "2013-10", "value": 7}, park=PARK), b"october", by=ROOT)
    before = truth(two)
    with pytest.raises(StoreError, match="2013-10"):
        places.merge(two, zone(two, "北片"), zone(two, "南片"), by=ROOT, keep="sum")
    batches.load(two, reading({"area": "南片", "period_end": "2013-10", "value": 8, "yoy": 12.5}, park=PARK), b"october too", by=ROOT)
    with pytest.raises(StoreError, match="增"):
        places.merge(two, zone(two, "北片"), zone(two, "南片"), by=ROOT, keep="sum")
    with pytest.raises(StoreError):
        places.merge(two, zone(two, "北片"), zone(two, "南片"), by=ROOT, keep="both")
    assert [row for row in truth(two) if row[6] < 10] == [row for row in before if row[6] < 10] and places.merged(two, 1) == []


def test_a_closed_month_is_held_to_what_it_says_by_a_merging_too(two):
    closing.close(two, PARK, "2013-09", by=ROOT)
    with pytest.raises(closing.MonthClosed):
        places.merge(two, zone(two, "北片"), zone(two, "南片"), by=ROOT, keep="sum")
    assert places.merged(two, 1) == []


@pytest.mark.parametrize("pair", [("北片", "北片"), (PARK, "北片"), ("北片", PARK)])
def test_only_two_zones_of_one_park_are_merged(park, pair):
    with pytest.raises(StoreError):
        places.merge(park, *(zone(park, name) for name in pair), by=ROOT)


def test_only_an_administrator_merges_and_parts(spelt_twice):
    accounts.add(spelt_twice, "li", None, by=ROOT)
    li, old = accounts.named(spelt_twice, "li"), zone(spelt_twice, "北区")
    with pytest.raises(Forbidden):
        places.merge(spelt_twice, old, zone(spelt_twice, "北片"), by=li)
    places.merge(spelt_twice, old, zone(spelt_twice, "北片"), by=ROOT)
    with pytest.raises(Forbidden):
        places.part(spelt_twice, old, by=li)


def test_the_clerk_of_a_zone_keeps_what_was_merged_into_it(spelt_twice):
    new = zone(spelt_twice, "北片")
    accounts.add(spelt_twice, "li", None, areas=(new,), by=ROOT)
    batches.load(spelt_twice, reading({"period_end": "2013-07", "value": 3, "area": "北区"}, park=PARK), b"july", by=ROOT)
    july = batches.every(spelt_twice)[0].batch_id
    with pytest.raises(Forbidden):
        batches.undo(spelt_twice, july, by=accounts.named(spelt_twice, "li"))
    places.merge(spelt_twice, zone(spelt_twice, "北区"), new, by=ROOT)
    assert batches.undo(spelt_twice, july, by=accounts.named(spelt_twice, "li")).status == "undone"


def test_what_an_administrator_says_of_a_firm_is_a_batch_that_can_be_undone(park):
    places.describe(park, PARK, "甲厂", area="南片", cluster="纺织", land=Decimal("12.5"), above_scale=True, by=ROOT)
    firm = ids(park, "firm")["甲厂"]
    assert places.firm_known(park, 1, firm) == (zone(park, "南片"), ids(park, "cluster")["纺织"], Decimal("12.5"), True)
    batches.undo(park, batches.every(park)[0].batch_id, by=ROOT)
    assert places.firm_known(park, 1, firm) == (zone(park, "北片"), None, None, None)


def test_what_leads_is_said_by_an_administrator_only(park):
    accounts.add(park, "li", None, by=ROOT)
    with pytest.raises(Forbidden):
        places.lead(park, PARK, "纺织", True, by=accounts.named(park, "li"))
    places.lead(park, PARK, "纺织", True, by=ROOT)
    places.lead(park, PARK, "纺织", False, by=ROOT)
    assert park.cursor().execute("select is_leading from cluster_record r join batch b using (batch_id) order by seq").fetchall() == [(True,), (False,)]
