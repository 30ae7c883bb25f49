"""What the charts draw, by value: literal answers in, marks out."""

import pandas as pd
import pytest

from park.charts.bullets import bullets
from park.charts.causes import causes
from park.charts.composition import composition
from park.charts.contribution import contribution
from park.charts.funnel import funnel
from park.charts.growth_map import growth_map
from park.charts.heat import heat
from park.charts.months import months
from park.charts.path import path
from park.charts.plan_growth import plan_growth
from park.charts.ranking import ranking
from park.charts.rates import rates
from park.charts.shares import shares
from park.charts.spark import spark, svg_points
from park.charts.theme import LIGHT, Caption, Look
from park.charts.timeline import timeline
from park.charts.years import years

from . import frames

WORDS, LOOK = Caption("结论", "副题", "来源"), Look()


def texts(fig) -> list[str]:
    return [a.text for a in fig.layout.annotations]


def test_bullets_draw_completion_from_zero_with_the_target_at_a_hundred_and_one_pace_line():
    fig = bullets(frames.progress(), WORDS, LOOK)
    assert list(fig.data[0].x) == [76.94, 58.8, 87.5, 31.0, 90.0]
    assert list(fig.data[1].x) == [100.0] * 5
    assert fig.layout.xaxis.range[0] == 0
    lines = [s for s in fig.layout.shapes if s.line.dash == "dash"]
    assert [s.x0 for s in lines] == [75.0]
    assert "序时 75%" in texts(fig)


def test_bullets_say_status_by_word_and_shape():
    said = texts(bullets(frames.progress(), WORDS, LOOK))
    assert "<b>58.8%</b> ▼滞后" in said and "<b>90.0%</b> ◆偏慢" in said


def test_bullets_leave_out_what_has_no_completion_and_click_back_to_its_row():
    fig = bullets(frames.progress().iloc[[5, 1]].reset_index(drop=True), WORDS, LOOK)
    assert list(fig.data[0].x) == [58.8]
    assert list(fig.data[0].customdata) == [1]


def test_a_range_has_a_lighter_tick_at_its_upper_bound():
    fig = bullets(frames.progress().iloc[[2]].reset_index(drop=True), WORDS, LOOK)
    assert list(fig.data[2].x) == [125.0]


def test_bullets_with_paces_of_their_own_mark_each_row():
    rows = frames.progress().iloc[:2].assign(time_progress=[70.0, 80.0])
    fig = bullets(rows.reset_index(drop=True), WORDS, LOOK)
    assert sorted(s.x0 for s in fig.layout.shapes) == [70.0, 80.0]


def test_the_path_ends_at_the_target_and_shows_the_landing_range():
    fig = path(frames.trend(), frames.progress().iloc[0], "2013-09", WORDS, LOOK)
    by_colour = {trace.line.color: trace for trace in fig.data if trace.mode != "lines" or trace.fill is None}
    assert list(by_colour[LIGHT.target].y) == pytest.approx([5.6016, 5.6016])
    assert list(by_colour[LIGHT.pace].x)[-1] == 12 and list(by_colour[LIGHT.pace].y)[-1] == pytest.approx(5.6016)
    wedge = next(trace for trace in fig.data if trace.fill == "toself")
    assert list(wedge.y)[1:3] == pytest.approx([5.7467, 5.61])
    assert any("5.61–5.75" in t for t in texts(fig))


def test_the_path_starts_in_february_where_january_was_not_published_alone():
    fig = path(frames.trend(), frames.progress().iloc[0], "2013-09", WORDS, LOOK)
    this_year = next(trace for trace in fig.data if trace.name == "2013")
    assert list(this_year.x) == list(range(2, 10))


def test_without_figures_and_target_the_path_says_so():
    fig = path(frames.trend().iloc[:0], None, "2013-09", WORDS, LOOK)
    assert len(fig.data) == 0 and "2013年没有数据，也没有目标" in texts(fig)


def test_january_and_february_are_one_bar_in_both_years():
    fig = months(frames.trend(), "万元", "2013-09", WORDS, LOOK)
    assert list(fig.data[0].x)[:2] == ["1-2月", "3月"]
    assert fig.data[0].name == "2012" and fig.data[1].name == "2013"
    assert list(fig.data[0].y)[0] == 4150 + 4300
    assert list(fig.data[1].y)[0] == 4750 + 4900
    assert list(fig.data[1].y)[9:] == [None] * 2


def test_months_published_alone_stay_alone():
    trend = frames.trend()
    fig = months(trend[trend["month"] < "2013"], "万元", "2012-12", WORDS, LOOK)
    assert list(fig.data[-1].x)[:3] == ["1月", "2月", "3月"]


def test_growth_begins_with_the_first_rate_and_includes_zero():
    fig = rates(frames.trend(), "2013-09", WORDS, LOOK)
    assert list(fig.data[0].x)[0] == "2013-02"
    assert fig.layout.xaxis.ticktext[0] == "2013年2月"
    assert fig.layout.yaxis.rangemode == "tozero"


def test_contributions_stand_end_to_end_and_the_total_begins_at_zero():
    fig = contribution(frames.growth(), WORDS, LOOK)
    parts, total = fig.data
    assert list(parts.y) == ["工业区", "创业区", "未分解"]
    assert list(parts.base) == [0.0, 15.0, 13.0]
    assert list(parts.x) == [15.0, -2.0, 1.0]
    assert parts.base[-1] + parts.x[-1] == list(total.x)[0] == 14.0
    assert list(parts.marker.pattern.shape) == ["", "", "/"]


def test_shares_mark_last_years_share_and_the_leading_clusters():
    fig = shares(frames.clusters(), {"纺织": "#111111"}, WORDS, LOOK)
    assert list(fig.data[0].y)[:2] == ["★ 纺织", "★ 锂电新材料"]
    assert list(fig.data[1].x) == [48.0, 20.0, 13.0]
    assert fig.data[0].marker.color[0] == "#111111"
    assert list(fig.data[0].marker.pattern.shape)[-1] == "/"


def test_a_cluster_without_growth_is_named_and_not_placed_at_zero():
    fig = growth_map(frames.clusters(), 14.0, {}, WORDS, LOOK)
    assert list(fig.data[0].customdata) == ["纺织", "锂电新材料"]
    assert "无增速：变电设备" in texts(fig)


def test_the_heat_map_shows_gaps_and_for_stocks_the_completion():
    rows = frames.progress()
    fig = heat(rows, {"tax": "税收", "firms_total": "企业数"}, WORDS, LOOK)
    assert list(fig.layout.xaxis.ticktext) == ["税收", "企业数"]
    assert [list(line) for line in fig.data[0].text] == [["▼ −16.2", "◆ 90.0%"], ["", ""]]


def test_a_ranking_marks_the_park_and_the_threshold_and_leaves_out_what_is_unknown():
    fig = ranking(frames.land(), "output_per_mu", "万元/亩", WORDS, LOOK, threshold=20)
    assert list(fig.data[0].y) == ["工业区", "创业区"]
    assert [s.x0 for s in fig.layout.shapes] == [22.0, 20.0]


def test_the_funnel_keeps_the_order_of_stages_and_says_money_only_where_known():
    fig = funnel(frames.projects(), WORDS, LOOK)
    assert list(fig.data[0].y) == ["签约", "开工", "竣工", "投产"]
    assert "<b>3个</b>" in texts(fig) and "<b>2个</b>  3.20亿元" in texts(fig)


@pytest.mark.parametrize(
    "fig",
    [
        bullets(frames.progress().iloc[:0], WORDS, LOOK),
        months(frames.trend().iloc[:0], "万元", "2013-09", WORDS, LOOK),
        rates(frames.trend().iloc[:0], "2013-09", WORDS, LOOK),
        contribution(frames.growth().iloc[:0], WORDS, LOOK),
        shares(frames.clusters().iloc[:0], {}, WORDS, LOOK),
        growth_map(frames.clusters().iloc[:0], None, {}, WORDS, LOOK),
        heat(frames.progress().iloc[:0], {}, WORDS, LOOK),
        ranking(frames.land().iloc[:0], "output_per_mu", "万元/亩", WORDS, LOOK),
        funnel(frames.projects().iloc[:0], WORDS, LOOK),
    ],
    ids=["bullets", "months", "rates", "contribution", "shares", "map", "heat", "ranking", "funnel"],
)
def test_an_empty_answer_gives_a_titled_figure_that_says_why(fig):
    assert len(fig.data) == 0
    assert "结论" in fig.layout.title.text
    assert len(texts(fig)[1]) > 4


def test_the_small_line_takes_months_or_else_years_to_date_and_is_nothing_for_one_point():
    assert spark(frames.trend(), "2013-09", count=3) == [5650, 5800, 5950]
    assert spark(frames.trend().iloc[:1], "2013-09") == []
    assert svg_points([1.0, 3.0, 2.0], 10, 10) == "0.0,8.0 5.0,2.0 10.0,5.0"
    assert svg_points([5.0]) == ""


def test_years_stand_at_their_place_with_growth_and_the_latest_is_the_deep_one():
    rows = pd.DataFrame({"year": ["2011", "2012", "2013"], "value": [15000.0, 18000.0, 21000.0], "growth": [frames.NONE, 20.0, 16.67]})
    fig = years(rows, "万元", WORDS, LOOK)
    assert list(fig.data[0].y) == [1.5, 1.8, 2.1]
    assert fig.data[0].marker.color[-1] == LOOK.tokens.actual
    said = [(a.x, a.text) for a in fig.layout.annotations if isinstance(a.text, str) and a.text.startswith("<b>")]
    assert said == [(0, "<b>1.50</b>"), (1, "<b>1.80</b>  +20.0%"), (2, "<b>2.10</b>  +16.7%")]


def test_clusters_of_several_years_are_stacked_from_zero_and_a_missing_year_leaves_a_gap():
    rows = pd.DataFrame({"year": ["2012", "2013", "2013"], "cluster": ["纺织", "纺织", "机械"], "value": [300.0, 500.0, 200.0]})
    fig = composition(rows, "万元", {"纺织": "#123456"}, WORDS, LOOK)
    assert fig.layout.barmode == "relative"
    assert [(bar.name, list(bar.y)) for bar in fig.data] == [("纺织", [300.0, 500.0]), ("机械", [None, 200.0])]
    assert fig.data[0].marker.color == "#123456"


def test_clusters_beyond_the_colours_are_one_grey_bar():
    grey = LOOK.tokens.unallocated
    rows = pd.DataFrame({"year": ["2012", "2013", "2013", "2013"], "cluster": ["纺织", "纺织", "甲", "乙"], "value": [300.0, 500.0, 20.0, 30.0]})
    fig = composition(rows, "万元", {"纺织": "#123456", "甲": grey, "乙": grey}, WORDS, LOOK)
    assert [(bar.name, list(bar.y), bar.marker.color) for bar in fig.data] == [("纺织", [300.0, 500.0], "#123456"), ("其他产业", [None, 50.0], grey)]


@pytest.mark.parametrize("draw", [lambda rows: years(rows, "万元", WORDS, LOOK), lambda rows: composition(rows, "万元", {}, WORDS, LOOK)])
def test_without_several_years_the_figure_says_so(draw):
    empty = pd.DataFrame({"year": [], "cluster": [], "value": [], "growth": []})
    assert not draw(empty).data


def test_the_calendar_draws_each_stretch_of_a_project_where_it_lies():
    from datetime import date

    rows = pd.DataFrame({"project": ["甲", "乙"], "firm": ["", ""], "in_production": [None, "2013-06-30"]})
    segments = pd.DataFrame([
        ("甲", "", "waiting", date(2013, 1, 10), date(2013, 5, 1), 111, False), ("甲", "", "late", date(2013, 5, 1), date(2013, 9, 30), 152, True),
        ("乙", "", "building", date(2012, 8, 1), date(2013, 6, 30), 333, False),
    ], columns=["project", "firm", "phase", "begin", "until", "days", "open"])
    fig = timeline(rows, segments, date(2013, 9, 30), WORDS, LOOK)
    bars = {bar.name: bar for bar in fig.data if bar.type == "bar"}
    assert set(bars) == {"待开工", "逾期未开工", "在建"}
    assert bars["逾期未开工"].base[0] == "2013-05-01" and bars["逾期未开工"].x[0] == 152 * 86_400_000
    assert list(bars["在建"].customdata) == [1]
    marks = next(one for one in fig.data if one.type == "scatter")
    assert list(marks.x) == ["2013-06-30"] and list(marks.y) == [1]
    assert fig.layout.xaxis.range[0] == "2012-08-01"


def test_causes_say_count_and_money_and_name_what_has_no_reason():
    rows = pd.DataFrame([("征地未完成", 2, 12000.0), ("", 1, float("nan"))], columns=["reason", "count", "investment"])
    fig = causes(rows, WORDS, LOOK)
    assert list(fig.data[0].y) == ["征地未完成", "未说明原因"] and list(fig.data[0].x) == [2, 1]
    assert "<b>2个</b>  1.20亿元" in texts(fig) and "<b>1个</b>" in texts(fig)
    assert list(fig.data[0].customdata) == ["征地未完成", ""]


def test_plans_are_drawn_by_their_growth_a_year_results_solid_and_targets_light():
    rows = pd.DataFrame({
        "label": ["2011–2015", "2006–2010", "无基期"], "measure": ["target", "actual", "target"], "value": [20000.0, 9000.0, 5.0], "base": [9000.0, 5000.0, None],
        "base_year": [2010, 2005, 2010], "last_year": [2015, 2010, 2015], "unit": ["万元"] * 3, "compound_growth": [17.3, 12.5, None],
    })
    fig = plan_growth(rows, WORDS, LOOK)
    assert list(fig.data[0].x) == [17.3, 12.5]
    assert list(fig.data[0].marker.color) == [LIGHT.soft, LIGHT.actual]
    assert list(fig.data[1].x) == [17.3]
    assert "<b>+17.3%</b>  → 2亿元" in texts(fig)


@pytest.mark.parametrize(("draw", "rows"), [
    (causes, pd.DataFrame(columns=["reason", "count", "investment"])), (plan_growth, pd.DataFrame(columns=["label", "compound_growth"])),
])
def test_without_rows_the_new_charts_say_why(draw, rows):
    fig = draw(rows, WORDS, LOOK)
    assert not fig.data and len(fig.layout.annotations) == 2


def test_a_cell_of_the_heat_map_can_be_chosen():
    rows = frames.progress()
    rows = rows[rows["area"] == "小松创业区"]
    fig = heat(rows, {"land_developed": "土地开发"}, WORDS, LOOK)
    assert list(fig.data[1].customdata) == [3]


def test_months_give_their_month_to_a_click():
    fig = months(frames.trend(), "万元", "2013-09", WORDS, LOOK)
    assert fig.data[1].customdata[0] == "2013-02" and fig.data[1].customdata[7] == "2013-09"


def test_a_figure_of_a_ranking_stands_in_its_bar_where_it_would_hide_the_parks_line():
    fig = ranking(frames.land(), "output_per_mu", "万元/亩", WORDS, LOOK)
    sides = {a.y: a.xanchor for a in fig.layout.annotations if a.y in ("工业区", "创业区")}
    assert sides == {"工业区": "right", "创业区": "right"}
    alone = ranking(frames.land().iloc[:3], "output_per_mu", "万元/亩", WORDS, LOOK)
    assert {a.xanchor for a in alone.layout.annotations if a.y in ("工业区", "创业区")} == {"left"}
