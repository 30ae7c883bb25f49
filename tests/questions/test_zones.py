"""A zone asked for as the park is: its own clusters and firms, its own total."""

from __future__ import annotations

import pytest

from park import questions as ask

OUTPUT, LAND, TO_DATE = "industrial_output_value", "land_developed", "land_developed_total"


@pytest.fixture
def two_zones(world):
    """甲厂 and 乙厂 stand in 东区, 丙厂 in 西区; 东区 reports by cluster as well."""
    rows = [{"indicator": OUTPUT, "firm": f, "period": "2013-03", "value": v} for f, v in (("甲厂", 300), ("乙厂", 100), ("丙厂", 50))]
    rows += [{"indicator": OUTPUT, "area": "东区", "cluster": c, "period": "2013-03", "value": v} for c, v in (("纺织", 250), ("机械", 160))]
    rows += [{"indicator": TO_DATE, "area": "东区", "basis": "point", "period": "2013-01", "value": 20}]
    firms = [{"firm": "甲厂", "area": "东区", "land": 10}, {"firm": "乙厂", "area": "东区"}, {"firm": "丙厂", "area": "西区"}]
    world.load(rows, firms=firms)
    return world.cur


def parts(frame, *columns):
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_a_zone_is_the_sum_of_its_clusters_before_its_firms(two_zones):
    rows = ask.progress(two_zones, area="东区", month="2013-03", indicator=OUTPUT)
    assert parts(rows, "area", "actual") == [("东区", 410)]
    rows = ask.progress(two_zones, area="西区", month="2013-03", indicator=OUTPUT)
    assert parts(rows, "area", "actual") == [("西区", 50)]


def test_the_firms_of_a_zone_are_those_that_stand_in_it(two_zones):
    rows = ask.growth(two_zones, area="东区", indicator=OUTPUT, month="2013-03", by="firm")
    assert parts(rows, "part", "value") == [("甲厂", 300), ("乙厂", 100), ("未分解", 10), ("合计", 410)]
    rows = ask.progress(two_zones, area="东区", month="2013-03", by="firm")
    assert parts(rows, "firm", "area", "actual") == [("甲厂", "东区", 300), ("乙厂", "东区", 100)]


def test_the_clusters_of_a_zone_are_its_own(two_zones):
    answer = ask.clusters(two_zones, area="东区", month="2013-03")
    assert parts(answer.frame, "cluster", "value") == [("纺织", 250), ("机械", 160), ("合计", 410)]
    assert answer.cr1 == pytest.approx(250 / 4.1)


def test_land_of_a_zone_by_firm_has_the_zones_total(two_zones):
    rows = ask.land(two_zones, area="东区", month="2013-03", by="firm")
    assert rows["part"].tolist() == ["甲厂", "乙厂", "合计"]
    assert rows["output_per_mu"].fillna(-1).tolist() == [30, -1, 20.5]


def test_a_zone_has_no_zones(two_zones):
    assert ask.progress(two_zones, area="东区", month="2013-03", by="area").empty


def test_trend_of_a_zones_cluster_and_of_a_firm(two_zones):
    assert parts(ask.trend(two_zones, indicator=OUTPUT, area="东区", cluster="纺织"), "month", "value_ytd") == [("2013-03", 250)]
    assert parts(ask.trend(two_zones, indicator=OUTPUT, area="东区", firm="甲厂"), "month", "value_ytd") == [("2013-03", 300)]


def test_attention_of_a_zone_speaks_of_the_zone_only(two_zones):
    rows = ask.attention(two_zones, "东区", "2013-04")
    assert set(rows["area"]) == {"东区"} and set(rows["kind"]) == {"not_reported"}
