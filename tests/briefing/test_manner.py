"""How a briefing reads and what its slides keep: no phrase three times running, whole pieces, both ends of a ranking, nothing said twice or left empty."""

from __future__ import annotations

from itertools import pairwise

import pytest

from park.briefing.deck_text import shortened
from park.briefing.model import Table
from park.briefing.short_names import shortened_names

from .conftest import HARD

CHINESE = [("county", "zh"), *(one for one in HARD if one[1] == "zh")]


def slide(made, key: str):
    return next((one for one in made.briefing.slides if one.key == key), None)


def paragraphs(made, key: str) -> list[str]:
    return next(([s.text for s in part.sentences] for part in made.briefing.sections if part.key == key), [])


@pytest.mark.parametrize(("name", "code"), CHINESE)
@pytest.mark.parametrize("phrase", ["后续月均需完成", "落后序时", "已逾期", "紧盯", "推动尽快开工", "方可实现"])
@pytest.mark.parametrize("section", ["attention", "steps"])
def test_no_phrase_of_a_list_stands_three_times_running(written, name, code, section, phrase):
    there = [phrase in text for text in paragraphs(written(name, code), section)]
    assert not any(a and b and c for (a, b), (_b, c) in pairwise(pairwise(there))), section


@pytest.mark.parametrize(("name", "code"), CHINESE)
def test_time_and_area_are_named_by_the_first_headline_alone(written, name, code):
    made = written(name, code)
    opened = [text for text in paragraphs(made, "headlines") if f"，{made.briefing.area}" in text]
    assert len(opened) == 1


def test_few_pieces_are_counted_whole_and_many_units_by_the_month(written):
    made = written("county")
    assert "紧盯开工企业数，补足9家的差额，确保完成年度目标18家" in paragraphs(made, "steps")
    assert not any("月均需完成3家" in sentence.text for sentence in made.briefing.sentences)
    assert any("月均完成量由90.3亩提高到129亩" in text for text in paragraphs(made, "steps"))


def test_what_stands_at_nothing_is_said_without_a_share(written):
    made = written("january")
    assert slide(made, "firms_started").title.text == "1月开工企业数0家，年度目标6家"
    assert any(text == "开工企业0家，上年同期1家，年度目标6家" for text in paragraphs(made, "headlines"))


def test_targets_reached_before_the_year_ends_are_said_so_with_what_is_beyond_them(written):
    made = written("exceeded")
    assert made.briefing.headline.text == "1-9月四项主要指标全部提前完成年度目标"
    assert "超出年度目标3.60亿元" in [fact.sentence.text for fact in slide(made, "industrial_output_value").facts]


def test_of_many_clusters_the_others_stand_together_and_the_shares_add_up_to_the_whole(written):
    chart = slide(written("clusters"), "clusters").chart
    assert chart.categories[-2:] == ("其他4个产业", "未分解")
    assert sum(chart.series[0].values) == pytest.approx(100)
    assert slide(written("clusters"), "clusters").title.text == "有色金属占比最大，为11.9%；未分解部分占57.9%"


@pytest.mark.parametrize("key", ["contribution", "cluster_growth"])
def test_whoever_a_title_names_has_a_bar_however_many_there_are(written, key):
    shown = slide(written("clusters"), key)
    assert len(shown.chart.categories) == 10
    named = {"contribution": ("现代家居", "有色金属"), "cluster_growth": ("现代家居", "食品加工")}[key]
    assert all(name in shown.title.text and name in shown.chart.categories for name in named)


def test_the_largest_share_of_growth_is_named_also_where_no_part_has_it(written):
    assert "其中未分解部分6.8个百分点" in slide(written("clusters"), "contribution").title.text
    assert "未分解" not in slide(written("falling"), "contribution").title.text


def test_the_first_month_stands_beside_last_years_and_what_was_due_of_the_target_by_then(written):
    chart = slide(written("january"), "industrial_output_value").chart
    assert chart.categories == ("上年同期", "累计", "按序时应完成")
    assert chart.series[0].texts == ("4000", "4310", "5000")
    assert slide(written("january"), "growth") is None  # one pair of bars would say it again


def test_a_slide_of_one_figure_is_not_followed_by_another_of_the_same(written):
    made = written("bare_zones", "en")
    assert [one.key for one in made.briefing.slides] == ["industrial_output_value", "zones", "sources0"]


def test_a_single_item_that_needs_attention_is_the_finding(written):
    shown = slide(written("year_end"), "attention")
    assert shown.title.text == "需要关注：新开发土地完成年度目标的80.0%，与目标相差20.0个百分点"
    assert shown.facts and not shown.lines


def test_a_project_whose_days_make_no_chart_stands_in_a_table_without_empty_columns(written):
    table = slide(written("strange"), "waiting").table
    assert table.header == ("项目", "计划开工", "责任人", "原因")
    assert [row[1:] for row in table.rows] == [("2013年4月", "@张三", "<未定>&🙂")]


def test_items_beyond_those_on_the_slide_are_said_to_stand_in_the_note(written):
    lines = [line.text for line in slide(written("county"), "attention").lines]
    rest = paragraphs(written("county"), "attention")
    assert (lines[-1] == "其余事项见文稿") is (len(rest) > 6)
    assert set(lines) - {"其余事项见文稿"} <= set(rest)


@pytest.mark.parametrize("name", ["strange", "year_end", "january"])
def test_english_counts_one_as_one_and_opens_with_a_capital(written, name):
    for sentence in written(name, "en").briefing.sentences:
        assert not sentence.text.startswith(("full year", "1 projects", "1 items")), sentence.text


def test_a_title_keeps_as_many_clauses_as_fit_the_earlier_before_the_later_and_always_its_first():
    def short(text: str) -> bool:
        return len(text) < 10

    assert shortened("一；" + "二" * 20 + "；三", short) == "一；三"
    assert shortened("一二三；四五六；七八九", short) == "一二三；四五六"
    assert shortened("a; b; c", short) == "a; b; c"
    assert shortened("一" * 30 + "；二", short) == "一" * 30
    assert shortened("", short) == ""


def test_names_are_cut_only_as_far_as_they_stay_different_and_at_ends_of_words():
    long = "省级经济技术开发区高端装备制造示范园"
    cut = shortened_names([f"{long}第{n}片区" for n in ("七", "十七", "二十七")], 8)
    assert len(set(cut)) == 3 and all(len(name) < len(long) for name in cut)
    assert shortened_names(["Xiaosong Venture Development Zone"], 10) == ["Xiaosong…Zone"]


def test_a_table_leaves_out_columns_that_no_row_fills():
    assert Table(("a", "b", "c"), (("1", None, ""), ("2", None, "3"))).filled == Table(("a", "c"), (("1", ""), ("2", "3")))
