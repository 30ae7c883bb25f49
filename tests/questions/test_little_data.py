"""Stores that hold next to nothing: every question still answers, with nothing where nothing is known."""

from __future__ import annotations

import pytest

from park import questions as ask

TAX = "tax_revenue"
STORES = {
    "a target alone": {"rows": [{"indicator": TAX, "measure": "target", "period": "2013-12", "value": 100}]},
    "a growth target alone": {"rows": [{"indicator": TAX, "measure": "target", "period": "2013-12", "yoy": 20}]},
    "a reported growth alone": {"rows": [{"indicator": TAX, "period": "2013-03", "yoy": 20}]},
    "a plan period alone": {"rows": [{"indicator": TAX, "basis": "span", "period": "2010-12", "value": 100}]},
    "a fact without a period": {"rows": [{"indicator": TAX, "period": "0000-00", "value": 100}]},
    "a zone's cluster alone": {"rows": [{"indicator": TAX, "area": "东区", "cluster": "纺织", "period": "2013-03", "value": 100}]},
    "a firm alone": {"rows": [{"indicator": TAX, "firm": "甲厂", "period": "2013-03", "value": 100}]},
    "a described firm": {"rows": [], "firms": [{"firm": "甲厂", "land": 10}]},
    "a project": {"rows": [], "projects": [{"project": "一号", "stage": "签约"}]},
    "a project of which nothing is said": {"rows": [], "projects": [{"project": "一号"}]},
    "zeros": {"rows": [{"indicator": TAX, "period": "2013-03", "value": 0}, {"indicator": TAX, "period": "2012-03", "value": 0},
                       {"indicator": TAX, "measure": "target", "period": "2013-12", "value": 0}]},
    "last year alone": {"rows": [{"indicator": TAX, "period": "2012-03", "value": 5}, {"indicator": TAX, "area": "东区", "period": "2012-03", "value": 5}]},
}
PARTS = (None, "area", "cluster", "firm")


@pytest.mark.parametrize("store", STORES)
def test_every_question_answers(world, store):
    given = dict(STORES[store])
    world.load(given.pop("rows"), **given)
    cur, place = world.cur, {"area": "P", "month": "2013-03"}
    for by in PARTS:
        for pace in ("linear", "plan", "seasonal"):
            ask.progress(cur, **place, by=by, pace=pace)
        frame = ask.growth(cur, **place, indicator=TAX, by=by)
        assert frame["part"].iloc[-1] == "合计"
        assert ask.land(cur, **place, by=by)["part"].iloc[-1] == "合计"
    for by in PARTS[1:]:
        ask.gap_map(cur, **place, by=by)
    assert len(ask.headlines(cur, **place)) == 5
    assert ask.clusters(cur, **place, indicator=TAX).frame["cluster"].iloc[-1] == "合计"
    assert ask.projects(cur, **place).frame["stage"].iloc[:4].tolist() == ["签约", "开工", "竣工", "投产"]
    assert ask.scorecard(cur, **place)["indicator"].iloc[-1] == "合计"
    assert ask.investment(cur, **place)["basis"].tolist() == ["ledger", "year"]
    for question in (ask.attention, ask.not_started, ask.firms):
        question(cur, **place)
    for question in (ask.causes, ask.cohorts, ask.plans, ask.ledger):
        question(cur, area="P")
    ask.trend(cur, **place, indicator=TAX)
    ask.source(cur, **place, indicator=TAX)
    ask.history(cur, **place, indicator=TAX)
    assert ask.areas(cur)["area"].iloc[0] == "P"


def test_a_base_of_zero_gives_no_growth_and_says_why(world):
    world.load([{"indicator": TAX, "period": "2013-03", "value": 5}, {"indicator": TAX, "period": "2012-03", "value": 0}])
    row = ask.growth(world.cur, indicator=TAX, month="2013-03").iloc[0]
    assert row["growth"] != row["growth"] and row["reason"] == "base_not_positive"
