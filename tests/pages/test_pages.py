"""Every page in both languages on an empty, a nearly empty and a full database."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from park.locale import set_language
from park.store import open_store, operator
from park.store.batches import load
from tests.conftest import reading
from tests.pages.conftest import goal, months
from ui.shell import director_pages, staff_pages

ROOT = Path(__file__).resolve().parents[2]
PAGES = (*director_pages(), *staff_pages())


def opened(page: str = "overview", **query: str) -> AppTest:
    set_language(query.get("lang", "zh"))  # AppTest formats options in the test's own thread
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in query.items():
        at.query_params[key] = value
    at.run()
    if page == "overview":
        return at
    at.switch_page(f"pages/{page}.py")
    for key, value in query.items():  # a page switch clears them; the app's own links carry them along
        at.query_params[key] = value
    return at.run()


def html(at: AppTest) -> str:
    return "".join(e.proto.body for e in at.get("html"))


def figures(at: AppTest) -> list[dict]:
    return [json.loads(e.proto.spec) for e in at.get("plotly_chart")]


@pytest.mark.parametrize("kind", ["empty", "month", "demo"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_an_error(database, name, lang, kind):
    database(kind)
    at = opened(name, lang=lang)
    assert not at.exception
    assert not at.error
    if kind == "empty" and name in director_pages():
        said = " ".join(e.value for e in [*at.subheader, *at.markdown])
        assert ("尚未导入数据" if lang == "zh" else "No figures have been loaded yet") in said


@pytest.mark.parametrize("name", ["overview", "targets", "growth", "clusters", "projects", "land"])
def test_every_chart_of_a_full_park_has_a_title_and_marks_and_says_that_it_is_simulated(database, name):
    database("full")
    at = opened(name)
    drawn = figures(at)
    assert drawn and all(f["layout"]["title"]["text"] for f in drawn)
    assert all(f["data"] for f in drawn) or name == "land"
    assert "模拟数据" in html(at)


def test_the_overview_states_the_situation_in_one_sentence(database):
    database("full")
    assert "1-9月五项主要指标中" in html(opened())


def test_the_chart_agrees_with_the_question(database):
    from park.questions.progress import progress

    with open_store(database("full")) as store:
        asked = progress(store.cursor(), month="2013-09", by="area")
    asked = asked[asked["completion"].notna()]
    at = opened()
    bars = figures(at)[0]["data"][0]["x"]
    assert {round(v, 6) for v in asked["completion"]} <= {round(v, 6) for v in bars}


def test_the_clusters_page_shows_targets_of_clusters_whatever_page_was_open_before(tmp_path, monkeypatch):
    path = tmp_path / "park.duckdb"
    parts = ({"area": "北片区"}, {"area": "南片区"}, {"cluster": "纺织"}, {"cluster": "机械"})
    rows = [row for part in parts for row in (*months("tax_revenue", 60, 1, **part), goal("tax_revenue", 1500, **part))]
    with open_store(path) as store:
        load(store, reading(*rows, park="东湖园区"), b"both", by=operator("test"))
    monkeypatch.setenv("PARKBOARD_DATABASE", str(path))
    at = opened("targets", indicator="tax_revenue")
    assert bullet_names(at) == [["北片区", "南片区"]]
    at.switch_page("pages/clusters.py").run()
    assert bullet_names(at) == [["机械", "纺织"]]


def bullet_names(at: AppTest) -> list[list[str]]:
    """Whose bars the bullet charts of a page show, those with the pace line."""
    return [sorted(f["layout"]["yaxis"]["ticktext"]) for f in figures(at) if f["layout"].get("shapes") and "ticktext" in f["layout"]["yaxis"]]


@pytest.mark.parametrize(("name", "said"), [("projects", "尚未导入项目台账"), ("land", "本期未报送土地开发数据")])
def test_a_page_without_its_figures_says_once_what_fills_it(database, name, said):
    database("month")
    at = opened(name)
    assert not figures(at)
    assert html(at).count(said) == 1


def test_a_park_without_parts_gets_no_card_about_parts(database):
    database("month")
    at = opened("targets")
    assert len(figures(at)) == 1


def test_a_value_that_a_page_fell_back_to_is_no_choice(database):
    database("full")
    at = opened("growth", area="北片区", indicator="fixed_asset_investment")
    assert at.selectbox(key="indicator").value == "tax_revenue"
    at.run()
    assert at.query_params["indicator"] == "fixed_asset_investment"


def test_a_year_without_targets_offers_no_pace_and_shows_none(database):
    database("demo")
    at = opened("targets", area="工业城", month="2012-12")
    assert "pace" not in {choice.key for choice in at.segmented_control}
    assert "序时进度" not in at.dataframe[0].value.columns


def test_a_link_reopens_the_same_view(database):
    database("full")
    at = opened("targets", area="北片区", month="2013-05", indicator="tax_revenue", pace="seasonal")
    assert at.selectbox(key="area").value == "北片区"
    assert at.selectbox(key="month").value == "2013-05"
    assert at.selectbox(key="indicator").value == "tax_revenue"
    assert "1-5月税收完成年度目标的" in html(at)


def test_values_that_no_one_offers_fall_back_to_the_default(database):
    database("full")
    at = opened("overview", area="<script>", month="2099-01", lang="xx", by="'; drop table")
    assert not at.exception
    assert at.selectbox(key="month").value == "2013-09"


def test_a_change_of_language_changes_every_word_and_keeps_the_view(database):
    database("full")
    at = opened("targets", indicator="tax_revenue", lang="en")
    assert "Tax revenue Jan-Sep:" in html(at)
    assert at.selectbox(key="indicator").value == "tax_revenue"


def test_the_briefing_view_shows_one_idea_at_a_time(database):
    database("full")
    at = opened("overview", view="brief", step="3")
    assert not at.exception
    assert len(figures(at)) == 1
    assert not at.selectbox


def test_nobody_uploads_without_signing_in(database):
    database("full")
    at = opened("upload")
    assert not at.get("file_uploader")
    assert at.button(key="upload_sign_in")


@pytest.mark.parametrize("name", ["overview", "targets", "land"])
def test_a_park_with_targets_alone_shows_them_and_says_why_there_is_no_completion(database, name):
    database("goals")
    at = opened(name)
    assert not at.exception
    assert "东湖园区2013年有2项目标，尚未报送完成数" in html(at)
    shown = at.dataframe[0].value
    assert sorted(shown["年度目标"]) == [320, 1500]
    assert set(shown["说明"]) == {"本年尚无数据。"}


def test_only_paces_that_can_be_reckoned_are_offered(database):
    database("full")
    at = opened("targets", indicator="tax_revenue", pace="plan")
    assert not at.exception
    assert at.get("button_group")[-1].value == "linear"
    assert "月度计划" not in str(at.get("button_group")[-1].proto)
    database("month")
    assert not [group for group in opened("targets").get("button_group") if "pace" in str(group.proto.id)]


def test_the_scorecard_adds_up_to_both_halves(database):
    database("full")
    at = opened("targets")
    scores = next(d.value for d in at.dataframe if "得分" in d.value)
    halves = scores[(scores["指标"] == "合计") & (scores["考核类别"] != "合计")]
    assert len(halves) == 2
    assert scores["得分"].iloc[-1] == pytest.approx(halves["得分"].sum())


def test_several_parks_stand_side_by_side_and_one_alone_does_not(database):
    database("parks")
    parks = opened(area="东湖园区", month="2013-09").dataframe[-1].value
    assert list(parks["园区"]) == ["东湖园区", "西山园区"]
    assert parks["税收"].str.contains("%").all() and (parks["新开发土地"] == "—").all()
    database("full")
    assert not opened().dataframe


def test_several_full_years_are_drawn_as_bars_of_the_same_months(database):
    database("parks")
    at = opened("growth", area="西山园区", month="2013-09")
    years = figures(at)[-1]
    assert years["data"][0]["x"] == ["2011", "2012", "2013"] and "历年同期" in html(at)
    database("full")
    assert "历年同期" not in html(opened("growth"))


def test_clusters_of_several_years_are_stacked(database):
    database("parks")
    at = opened("clusters", area="西山园区", month="2013-09")
    stacked = next(f for f in figures(at) if f["layout"].get("barmode") == "relative")
    assert stacked["data"][0]["x"] == ["2012", "2013"]


def test_titles_of_several_years_say_how_much_came_in_between():
    import pandas as pd

    from ui.over_years import _between

    rows = pd.DataFrame({"year": ["2011", "2012", "2013"], "value": [80.0, 70.0, 100.0]})
    assert _between(rows, "万元") == "2013年100万元，比2011年的80万元增长25.0%"
    assert _between(rows.tail(1), "万元") == "2013年100万元"
    assert _between(rows.assign(value=[0.0, 70.0, 100.0]), "万元") == "2013年100万元，2011年0万元"


def test_few_pieces_are_counted_whole_beside_a_chart_as_in_sentences():
    import pandas as pd

    from ui.facts import three_facts

    row = pd.Series({
        "unit": "个", "target": 10.0, "actual": 6.0, "completion": 60.0, "required_per_month": 4 / 3, "lower": False, "landing_linear": 8.0,
        "landing_seasonal": 8.6, "yoy_reported": None, "yoy_computed": None,
    })
    assert three_facts(row) == [("完成率", "60.0%"), ("距年度目标还差", "4个"), ("全年预计（按月均 / 按去年节奏）", "8个 / 9个")]
    assert ("月均需完成", "300万元") in three_facts(pd.Series({**row, "unit": "万元", "required_per_month": 300.0}))


def test_the_entry_line_of_a_year_counts_by_the_months_passed(monkeypatch):
    from dataclasses import replace
    from decimal import Decimal

    from park.catalogue import LandEntry, load_catalogue
    from ui import exhibits

    known = load_catalogue()
    lined = replace(known, thresholds=replace(known.thresholds, land_entry=LandEntry(tax_per_mu=Decimal(12))))
    monkeypatch.setattr(exhibits, "load_catalogue", lambda: lined)
    assert exhibits.entry_line("tax_per_mu", "2013-09") == 9.0
    assert exhibits.entry_line("output_per_mu", "2013-09") is None
