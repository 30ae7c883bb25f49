"""Areas and months, headline cards, what needs attention, sources, plan periods, the map of gaps."""

from __future__ import annotations

import pytest

from park import questions as ask
from park.locale import set_language
from park.questions import QuestionError

OUTPUT, TAX = "industrial_output_value", "tax_revenue"


def test_the_only_park_needs_no_name_and_two_do(world):
    world.load([{"indicator": TAX, "period": "2013-03", "value": 1}])
    assert ask.find_area(world.cur).name == "P"
    world.load([{"indicator": TAX, "period": "2013-03", "value": 1}], park="Q")
    with pytest.raises(QuestionError, match="P、Q"):
        ask.find_area(world.cur)


def test_a_park_is_found_by_an_alias_of_the_catalogue(world):
    world.load([{"indicator": TAX, "period": "2013-03", "value": 1}], park="县工业园区")
    assert ask.find_area(world.cur, "县工业园").name == "县工业园区"


def test_a_zone_of_two_parks_asks_for_the_park(world):
    for park in ("P", "Q"):
        world.load([{"indicator": TAX, "area": "东区", "period": "2013-03", "value": 1}], park=park)
    with pytest.raises(QuestionError, match="东区"):
        ask.find_area(world.cur, "东区")


@pytest.mark.parametrize("question", [
    lambda cur: ask.progress(cur, area="无此园区"),
    lambda cur: ask.growth(cur, indicator="no_such_code"),
    lambda cur: ask.progress(cur, month="2013年9月"),
    lambda cur: ask.progress(cur, month="2013-13"),
    lambda cur: ask.progress(cur, by="street"),
    lambda cur: ask.progress(cur, pace="fast"),
    lambda cur: ask.trend(cur, indicator=TAX, cluster="无此产业"),
    lambda cur: ask.source(cur, indicator=TAX, firm="无此企业"),
])
def test_what_does_not_exist_is_said_in_a_sentence(world, question):
    world.load([{"indicator": TAX, "period": "2013-03", "value": 1}])
    with pytest.raises(QuestionError) as refused:
        question(world.cur)
    assert refused.value.sentence.endswith("。")


def test_an_empty_store_says_so(world):
    with pytest.raises(QuestionError, match="还没有载入"):
        ask.progress(world.cur)


def test_the_default_month_counts_actuals_of_parts_and_no_targets(world):
    world.load([
        {"indicator": TAX, "period": "2013-03", "value": 1},
        {"indicator": TAX, "firm": "甲厂", "period": "2013-05", "value": 1},
        {"indicator": TAX, "area": "西区", "period": "2013-04", "value": 1},
        {"indicator": TAX, "period": "2014-12", "measure": "target", "value": 9},
        {"indicator": TAX, "period": "2013-12", "measure": "forecast", "value": 9},
    ], firms=[{"firm": "甲厂", "area": "东区"}])
    world.zone("P", "东区")
    assert ask.latest_month(world.cur) == "2013-05"
    assert ask.latest_month(world.cur, "东区") == "2013-05"
    assert ask.latest_month(world.cur, "西区") == "2013-04"


def test_areas_come_with_their_months_parks_first(world):
    world.load([{"indicator": TAX, "area": "东区", "period": "2012-03", "value": 1}, {"indicator": TAX, "period": "2013-04", "value": 1}], simulated=True)
    rows = ask.areas(world.cur)[["area", "parent", "kind", "first_month", "last_month", "simulated"]]
    assert list(rows.itertuples(index=False, name=None)) == [
        ("P", "", "park", "2012-03", "2013-04", True), ("东区", "P", "zone", "2012-03", "2012-03", True),
    ]


def test_the_catalogue_has_five_headlines():
    frame = ask.indicators()
    assert list(frame.columns) == ["indicator", "name_zh", "name_en", "unit", "kind", "better", "group", "headline"]
    assert sorted(frame.loc[frame["headline"] > 0, "headline"]) == [1, 2, 3, 4, 5]


def test_a_card_shows_the_stand_in_that_has_a_target_rather_than_a_headline_that_has_none(world):
    world.load([
        {"indicator": "fixed_asset_investment", "period": "2013-03", "value": 50},
        {"indicator": "infrastructure_investment", "period": "2013-12", "measure": "target", "value": 12000},
        {"indicator": TAX, "period": "2013-03", "value": 30, "yoy": 8},
        {"indicator": TAX, "period": "2012-03", "value": 25},
    ])
    cards = ask.headlines(world.cur, month="2013-03").set_index("family")
    assert list(cards.index) == [OUTPUT, TAX, "fixed_asset_investment", "firms_started", "land_developed"]
    assert cards.at["fixed_asset_investment", "indicator"] == "infrastructure_investment"
    assert (cards.at[TAX, "yoy"], cards.at[TAX, "yoy_from"]) == (8, "reported")
    assert cards.at[OUTPUT, "reason"] == "no_figure"


def test_attention_puts_the_furthest_behind_first_and_says_what_is_needed(world):
    world.load([
        {"indicator": TAX, "measure": "target", "period": "2013-12", "value": 1200},
        {"indicator": TAX, "period": "2013-09", "value": 600},
        {"indicator": OUTPUT, "measure": "target", "period": "2013-12", "value": 1000},
        {"indicator": OUTPUT, "period": "2013-09", "value": 100},
        {"indicator": OUTPUT, "period": "2012-09", "value": 120},
        {"indicator": OUTPUT, "period": "2013-08", "value": 90},
        {"indicator": OUTPUT, "period": "2012-08", "value": 80},
        {"indicator": TAX, "area": "东区", "period": "2013-08", "value": 500},
        {"indicator": TAX, "cluster": "纺织", "period": "2013-09", "value": 580},
    ], projects=[{"project": "一号", "stage": "签约", "planned_start": "2013-06", "reason": "土地未落实", "responsible": "张科长"}])
    rows = ask.attention(world.cur, month="2013-09")
    assert list(rows["kind"]) == ["behind", "behind", "turned", "parts", "overdue", "not_reported"]
    sentences = list(rows["sentence"])
    assert "完成10.0%" in sentences[0] and "落后序时65.0个百分点" in sentences[0] and "月均需完成300万元" in sentences[0]
    assert "由升转降" in sentences[2] and "+12.5%" in sentences[2] and "−16.7%" in sentences[2]
    assert "580" in sentences[3] and "600" in sentences[3]
    assert "土地未落实" in sentences[4] and "张科长" in sentences[4]
    assert "2013年8月" in sentences[5]


def test_a_figure_leads_to_its_file_sheet_and_cell_with_its_revisions(world):
    world.load([{"indicator": TAX, "period": "2013-03", "value": 300, "cell": "E7"}], file="三月.xlsx")
    world.load([{"indicator": TAX, "period": "2013-03", "value": 310, "cell": "E8"}], file="四月.xlsx")
    rows = ask.history(world.cur, indicator=TAX, month="2013-03")
    assert list(rows[["value", "file", "sheet", "cell", "newest"]].itertuples(index=False, name=None)) == [
        (310.0, "四月.xlsx", "Sheet1", "E8", True), (300.0, "三月.xlsx", "Sheet1", "E7", False),
    ]


def test_a_sum_leads_to_the_figures_of_its_parts(world):
    world.load([
        {"indicator": TAX, "area": "东区", "period": "2013-03", "value": 300},
        {"indicator": TAX, "area": "西区", "period": "2013-03", "value": 200},
    ])
    rows = ask.source(world.cur, indicator=TAX, month="2013-03")
    assert sorted(zip(rows["area"], rows["value"], strict=True)) == [("东区", 300.0), ("西区", 200.0)]


def test_a_figure_without_a_period_can_still_be_asked_for(world):
    world.load([{"indicator": TAX, "period": "0000-00", "value": 3000, "raw": "税收3000万元以上"}])
    rows = ask.source(world.cur, indicator=TAX)
    assert list(rows["raw"]) == ["税收3000万元以上"] and rows["period_end"].isna().all()


def test_compound_growth_over_plans(world):
    world.load([
        {"indicator": TAX, "basis": "span", "period": "2005-12", "value": 100},
        {"indicator": TAX, "basis": "span", "period": "2010-12", "value": 200},
        {"indicator": TAX, "basis": "span", "period": "2015-12", "measure": "target", "value": 6400},
    ])
    rows = ask.plans(world.cur, indicator=TAX)
    assert [None if v != v else round(v, 6) for v in rows["compound_growth"]] == [None, 14.869835, 100.0]
    assert list(rows["base_of"].iloc[1:]) == ["period", "period"]


def test_the_map_of_gaps_has_parts_as_rows_and_indicators_as_columns(world):
    rows = []
    for zone, value in (("东区", 90), ("西区", 60)):
        rows += [{"indicator": TAX, "area": zone, "period": "2013-09", "value": value},
                 {"indicator": TAX, "area": zone, "period": "2013-12", "measure": "target", "value": 100}]
    world.load([*rows, {"indicator": OUTPUT, "area": "东区", "period": "2013-09", "value": 5}])
    frame = ask.gap_map(world.cur, month="2013-09")
    assert list(frame.columns) == [TAX] and frame[TAX].to_dict() == {"东区": 15, "西区": -15}


def test_cohorts_count_what_happened_within_the_year_of_signing(world):
    world.load([], projects=[
        {"project": "一号", "stage": "投产", "signed": "2012-01", "started": "2012-03", "completed": "2012-10", "in_production": "2013-01"},
        {"project": "二号", "stage": "开工", "signed": "2012-05", "started": "2013-02"},
    ])
    rows = ask.cohorts(world.cur, area="P")
    assert rows.values.tolist() == [[2012, 2, 1, 1, 0]]


def test_stages_known_as_totals_only_count_too(world):
    world.load([
        {"indicator": "projects_entered", "basis": "point", "period": "2013-09", "value": 25},
        {"indicator": "projects_started", "period": "2013-09", "value": 12},
    ])
    answer = ask.projects(world.cur)
    assert (answer.projects, answer.not_started, answer.started_rate) == (25, 13, 48)
    assert set(answer.frame["known_from"]) == {"total"}


def test_counts_that_a_document_gives_by_firm_or_without_a_date_count_too(world):
    world.load([{"indicator": "firms_introduced", "period": "2010-03", "value": 25}, {"indicator": "firms_started", "period": "2010-03", "value": 12}])
    world.load([{"indicator": "projects_entered", "basis": "point", "period": "0000-00", "value": 11}], park="Q")
    by_firm, undated = ask.projects(world.cur, area="P"), ask.projects(world.cur, area="Q")
    assert (by_firm.projects, by_firm.not_started, by_firm.started_rate) == (25, 13, 48)
    assert (undated.projects, undated.started_rate) == (11, None)


def test_leading_firms_come_with_what_is_known_of_them(world):
    world.load([
        {"indicator": OUTPUT, "firm": "甲厂", "period": "2013-03", "value": 300},
        {"indicator": OUTPUT, "firm": "乙厂", "period": "2013-03", "value": 500},
        {"indicator": OUTPUT, "firm": "丙厂", "period": "2013-03", "value": 200},
    ], firms=[{"firm": "甲厂", "area": "东区", "cluster": "纺织", "land": 20, "above_scale": True}, {"firm": "乙厂", "cluster": "机械"}])
    rows = ask.firms(world.cur, month="2013-03")
    assert list(zip(rows["firm"], rows["share"], strict=True)) == [("乙厂", 50), ("甲厂", 30), ("丙厂", 20)]
    only = ask.firms(world.cur, month="2013-03", cluster="纺织")
    assert only[["firm", "area", "above_scale", "per_mu"]].values.tolist() == [["甲厂", "东区", True, 15.0]]


def test_every_reason_has_words(world):
    for code in ("not_reported", "months_missing", "no_figure", "growth_only", "no_target", "no_base", "target_not_positive", "no_plan", "no_seasonal_base",
                 "base_not_positive", "points", "part_not_reported", "no_goal_counts", "half_without_goals", "no_land"):
        assert ask.reason_text(code).endswith("。")
    assert "2013年8月" in ask.reason_text("not_reported", last_month="2013-08")
    assert ask.reason_text(None) == ""


def test_attention_counts_few_pieces_whole(world):
    world.load([
        {"indicator": "firms_started", "measure": "target", "period": "2013-12", "value": 10, "comparator": ">="},
        {"indicator": "firms_started", "period": "2013-09", "value": 6},
    ])
    assert any(text.endswith("距年度目标还差4家。") for text in ask.attention(world.cur, month="2013-09")["sentence"])


def test_in_english_attention_uses_the_names_and_units_of_the_page(world):
    world.load([
        {"indicator": TAX, "measure": "target", "period": "2013-12", "value": 1200},
        {"indicator": TAX, "period": "2013-09", "value": 600},
        {"indicator": TAX, "area": "东区", "period": "2013-09", "value": 580},
    ])
    set_language("en")
    try:
        sentences = list(ask.attention(world.cur, month="2013-09")["sentence"])
    finally:
        set_language("zh")
    assert any("stands at 50.0%, 25.0 points behind the time schedule; CNY 2 m a month are needed." in text for text in sentences)
    assert any("the zones add up to CNY 5.8 m, the total says CNY 6 m." in text for text in sentences)
