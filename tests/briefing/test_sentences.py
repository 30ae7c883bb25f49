"""Findings as sentences, in both languages, from literal figures."""

import pandas as pd
import pytest

from park.briefing import sentences
from park.locale import set_language
from tests.charts import frames


def test_the_situation_counts_names_the_laggards_and_says_what_is_needed():
    rows = frames.progress().iloc[[0, 1, 2]]
    assert sentences.situation(rows, "2013-09") == "1-9月三项主要指标中两项超序时，税收滞后；税收需月均完成412万元方可实现全年目标"
    set_language("en")
    assert sentences.situation(rows, "2013-09").startswith("Jan-Sep: 2 of 3 headline targets ahead; behind: 税收; 税收 needs CNY 4.12 m a month")


def test_the_situation_uses_the_words_of_the_cards_for_who_is_slow_and_who_is_behind():
    rows = frames.progress().iloc[[0, 1, 2, 3]].assign(status=["on_pace", "slow", "ahead", "behind"])
    said = sentences.situation(rows, "2013-09")
    assert said.startswith("1-9月四项主要指标中两项超序时或基本同步，土地开发滞后，税收偏慢；土地开发需月均")
    assert sentences.targets(rows.iloc[[3, 1]]) == "2项目标中2项偏慢或滞后，最慢的是土地开发（31.0%）"
    set_language("en")
    assert sentences.situation(rows, "2013-09").startswith("Jan-Sep: 2 of 4 headline targets ahead or on pace; behind: 土地开发; slow: 税收; ")


def test_the_situation_when_all_is_well_when_all_lags_and_when_nothing_is_known():
    rows = frames.progress()
    assert sentences.situation(rows.iloc[[0]], "2013-09") == "1-9月工业总产值超序时"
    assert sentences.situation(rows.iloc[[1, 3]], "2013-09").startswith("1-9月土地开发和税收两项主要指标全部滞后")
    assert sentences.situation(rows.iloc[[5]], "2013-09") == "2013年9月尚无数据"
    no_targets = rows.iloc[[0]].assign(status=None, completion=float("nan"))
    assert sentences.situation(no_targets, "2013-09") == "1-9月已有数据，但本年度没有可对照的目标"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (0, "1-9月名完成年度目标的76.9%，快于序时1.9个百分点"),
        (1, "1-9月名完成年度目标的58.8%，落后序时16.2个百分点"),
        (4, "1-9月名36户，达到目标的90.0%"),
        (5, "名2013年1-9月未报数"),
    ],
)
def test_a_target_is_ahead_behind_without_pace_or_not_reported(place, said):
    assert sentences.target(frames.progress().iloc[place], "名", "2013-09") == said


def test_a_target_that_is_reached_or_missing_is_said_so():
    row = frames.progress().iloc[0]
    assert sentences.target(pd.Series({**row, "status": "done", "completion": 104.2}), "名", "2013-12") == "全年名4.31亿元，超额完成年度目标（104.2%）"
    assert sentences.target(pd.Series({**row, "completion": float("nan")}), "名", "2013-09") == "1-9月名4.31亿元，本年度未设目标"
    assert sentences.target(None, "名", "2013-09") == "名2013年1-9月未报数"


def test_targets_name_the_slowest_and_heat_the_largest_gap():
    worst = frames.progress().iloc[[3, 1, 0]]
    assert sentences.targets(worst) == "3项目标中2项滞后，最慢的是土地开发（31.0%）"
    assert sentences.heat(worst) == "3项片区目标中2项滞后，差距最大的是土地开发（−44.0个百分点）"
    assert sentences.targets(frames.progress().iloc[[0, 2]]) == "2项目标全部超序时"


def test_growth_prefers_the_reported_rate_and_compares_with_the_month_before():
    said = sentences.growth(frames.trend(), 21.4, "名", "2013-09")
    assert said == "1-9月名同比增长21.4%，增速比1-8月回落0.2个百分点"
    assert sentences.growth(frames.trend(), None, "名", "2013-09").startswith("1-9月名同比增长12.6%")
    assert sentences.growth(frames.trend().iloc[:0], None, "名", "2013-09") == "1-9月名增速无法计算：缺少上年同期数"


def test_a_month_is_compared_with_its_own_month_and_january_with_february_stand_together():
    assert sentences.month(frames.trend(), "名", "万元", "2013-09") == "9月名5950万元，同比增长11.2%"
    assert sentences.month(frames.trend(), "名", "万元", "2013-02") == "1-2月名9650万元"


def test_contribution_names_who_pulls_and_who_drags():
    assert sentences.contribution(frames.growth()) == "合计增长14.0%：工业区拉动最大（+15.0个百分点），创业区下拉（−2.0个百分点）"
    assert sentences.contribution(frames.growth().iloc[:0]) == "无法计算拉动：缺少上年同期数"


def test_clusters_land_and_projects_have_their_sentences():
    rows = frames.clusters()
    assert sentences.shares(rows, 90.0) == "纺织占比最大，为50.0%"
    assert sentences.growth_map(rows) == "锂电新材料增长最快（+40.0%）；纺织最慢（+12.0%）"
    assert sentences.growth_map(rows.assign(growth=10.0)) == "各产业同比均为+10.0%"
    assert sentences.ranking(frames.land(), "output_per_mu", "亩均产值", "万元/亩") == "工业区亩均产值最高（31.2万元/亩）；创业区最低（12.5万元/亩）"
    even = pd.DataFrame({"part": ["东区", "西区", "南区"], "actual": [1.0, 1.0, 0.0]})
    assert sentences.ranking(even, "actual", "开工企业数", "家") == "东区和西区开工企业数最高（1家）；南区最低（0家）"
    assert sentences.projects(frames.projects()) == "台账共25个项目，已投产2个"
    assert sentences.land(frames.land().assign(target=600.0, completion=83.3)) == "新开发土地500亩，完成年度目标的83.3%"
