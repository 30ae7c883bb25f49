"""Projects on the calendar: what waits, what is late, what is built, as of a month."""

from datetime import date

import pytest

from park import questions as ask
from park.store import ProjectRecord, open_store, operator
from park.store.batches import load
from tests.conftest import reading

PARK = "P"


@pytest.fixture
def answer(tmp_path):
    """The calendar of given projects at the end of September 2013."""
    store = open_store(tmp_path / "park.duckdb")

    def asked(*projects: ProjectRecord, month: str = "2013-09"):
        load(store, reading(park=PARK, projects=projects), b"ledger", by=operator("test"))
        return ask.timeline(store.cursor(), area=PARK, month=month)

    yield asked
    store.close()


def project(name: str, **dates: str) -> ProjectRecord:
    return ProjectRecord(name, file="台账.xlsx", sheet="1", cell="A2", **dates)


def stretches(answer, name: str) -> list[tuple]:
    rows = answer.segments[answer.segments["project"] == name]
    return list(rows[["phase", "begin", "until", "open"]].itertuples(index=False, name=None))


def test_a_project_waits_then_is_late_until_the_day_shown(answer):
    said = answer(project("甲", stage="签约", signed="2013-01-10", planned_start="2013-05-01"))
    assert stretches(said, "甲") == [
        ("waiting", date(2013, 1, 10), date(2013, 5, 1), False), ("late", date(2013, 5, 1), date(2013, 9, 30), True),
    ]
    assert said.frame["late"].tolist() == [True] and said.days_to_start is None


def test_a_project_that_started_late_was_waiting_late_and_building(answer):
    said = answer(project("甲", stage="投产", signed="2012-03-01", planned_start="2012-04-01", started="2012-05-01", completed="2013-01-01", in_production="2013-02-01"))
    assert [phase for phase, *_rest in stretches(said, "甲")] == ["waiting", "late", "building", "finishing"]
    assert said.days_to_start == 61 and said.days_to_build == 245
    assert said.frame["late"].tolist() == [False]


def test_what_lies_after_the_month_has_not_happened_yet(answer):
    said = answer(project("甲", stage="开工", signed="2013-01", started="2013-07", planned_start="2013-08"), month="2013-06")
    assert stretches(said, "甲") == [("waiting", date(2013, 1, 31), date(2013, 6, 30), True)]


def test_a_month_means_its_last_day_and_a_project_without_dates_is_counted_apart(answer):
    said = answer(project("甲", stage="开工", signed="2013-02", started="2013-03"), project("乙", stage="签约"))
    assert stretches(said, "甲")[0] == ("waiting", date(2013, 2, 28), date(2013, 3, 31), False)
    assert said.frame["project"].tolist() == ["甲"] and said.undated == 1


def test_those_that_wait_come_first_the_longest_on_top(answer):
    said = answer(
        project("建", stage="开工", signed="2012-01-01", started="2012-06-01"), project("短", stage="签约", signed="2013-08-01"),
        project("长", stage="签约", signed="2012-08-01"), project("成", stage="投产", signed="2011-01-01", started="2011-02-01", in_production="2012-01-01"),
    )
    assert said.frame["project"].tolist() == ["长", "短", "建", "成"]


def test_an_area_without_a_ledger_has_an_empty_calendar(answer):
    said = answer()
    assert said.frame.empty and said.segments.empty
