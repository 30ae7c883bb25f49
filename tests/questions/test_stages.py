"""What a ledger of today says of an earlier month: nothing that happened later."""

from __future__ import annotations

import pandas as pd
import pytest

from park import questions as ask
from park.questions.base import parse_month
from park.questions.stages import as_of
from park.store import open_store
from tests.briefing import worlds


def ledger(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["project", "stage", "signed", "started", "completed", "in_production"])


@pytest.mark.parametrize(("month", "stage"), [("2013-01", None), ("2013-02", "签约"), ("2013-04", "签约"), ("2013-05", "开工"), ("2013-08", "竣工"), ("2013-09", "投产")])
def test_a_project_climbs_by_its_dates(month, stage):
    rows = as_of(ledger(("厂房", "投产", "2013-02-11", "2013-05-31", "2013-08", "2013-09-01")), parse_month(month))
    assert list(rows["stage"]) == ([] if stage is None else [stage])


def test_a_stage_without_a_date_stands_as_the_ledger_says_and_is_marked():
    rows = as_of(ledger(("甲", "投产", "2012-02-11", "2012-05-31", None, None), ("乙", "签约", "2013-01-02", None, None, None)), parse_month("2013-01"))
    assert list(rows["stage"]) == ["投产", "签约"]
    assert list(rows["undated"]) == [True, False]


def test_a_stage_reached_later_falls_back_to_what_is_dated_by_then():
    rows = as_of(ledger(("甲", "投产", None, None, None, "2013-06-01"), ("乙", "竣工", "2012-01-01", None, "2013-06-01", None)), parse_month("2013-05"))
    assert list(rows["project"]) == ["乙"]
    assert list(rows["stage"]) == ["签约"]


def test_without_a_month_the_ledger_stands_as_it_is():
    rows = ledger(("甲", "投产", None, None, None, "2013-06-01"))
    assert list(as_of(rows, None)["stage"]) == ["投产"]


def test_stages_waiting_causes_and_money_of_an_earlier_month_know_nothing_of_later_ones(tmp_path):
    path = worlds.county_store(tmp_path / "park.duckdb")
    with open_store(path, read_only=True) as store:
        cur = store.cursor()
        march, september = (ask.projects(cur, month=month) for month in ("2013-03", "2013-09"))
        waiting = ask.not_started(cur, month="2013-03")
        money = ask.investment(cur, month="2013-03").set_index("basis")
        causes = ask.causes(cur, month="2013-03")
    assert dict(zip(september.frame["stage"], september.frame["count"], strict=True)) == {"签约": 3, "开工": 1, "竣工": 1, "投产": 2}
    assert dict(zip(march.frame["stage"], march.frame["count"], strict=True)) == {"签约": 1, "开工": 1, "竣工": 1, "投产": 1}
    assert list(waiting["project"]) == ["矿山机械铸造"]
    assert money.loc["ledger", "done"] == 5200 + 2800
    assert causes["count"].sum() == 1
