"""Every number on a page is the question's, to the digit shown."""

import pandas as pd
import pytest

from park.locale import set_language
from park.locale.numbers import full, percent, points, scale_for, short, signed_percent
from park.questions import clusters, growth, headlines, land, not_started, progress, scorecard
from park.store import open_store

from .test_pages import html, opened

MONTH = "2013-09"


@pytest.fixture
def asked(database):
    """Asks a question of the full park."""
    with open_store(database("full")) as store:
        yield lambda question, **filters: question(store.cursor(), month=MONTH, **filters)


def tables(page: str, **query: str) -> list:
    """The frames of all tables of a page, as drawn."""
    at = opened(page, month=MONTH, **query)
    assert not at.exception
    return [table.value for table in at.dataframe]


def check_same(shown, rows, **columns) -> None:
    """Each heading's figures, in the given format, as a bag: the order is the page's."""
    for heading, (name, form) in columns.items():
        assert sorted(map(form, shown[heading])) == sorted(map(form, rows[name])), heading


def test_the_cards_show_the_headlines(asked):
    body = html(opened(month=MONTH))
    rows = asked(headlines)
    assert len(rows) == 5
    for row in rows.to_dict("records"):
        scale = scale_for([row["actual"]], row["unit"])
        assert f'{short(scale.of(row["actual"]))}<small>{scale.unit}</small>' in body
        assert f'完成 {percent(row["completion"])}' in body
        assert f'{points(row["gap"])}百分点' in body
        assert signed_percent(row["yoy"]) in body


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_targets_table_shows_every_target(asked, lang):
    rows = pd.concat([asked(progress, by=by) for by in (None, "area", "cluster")])
    shown = tables("targets", lang=lang)[-1]
    words = ("年度目标", "累计完成", "完成率", "月均需完成", "全年预计（按月均）") if lang == "zh" else (
        "Target", "Actual", "Completion", "Needed per month", "Landing, linear")
    names = ("target", "actual", "completion", "required_per_month", "landing_linear")
    forms = (full, full, percent, full, full)
    set_language("zh")
    check_same(shown, rows, **{word: (name, form) for word, name, form in zip(words, names, forms, strict=True)})


def test_the_scorecard_shows_weights_and_scores(asked):
    rows = asked(scorecard)
    rows = rows[(rows["row_kind"] != "goal") | rows["weight"].notna()]
    check_same(tables("targets")[0], rows, 权重=("weight", full), 得分=("score", full))


def test_the_growth_table_shows_parts_and_total(asked):
    rows = asked(growth, indicator="industrial_output_value", by="cluster")
    shown = tables("growth")[-1]
    check_same(shown, rows, **{
        "今年 (万元)": ("value", full), "上年同期 (万元)": ("base", full), "同比（测算）": ("growth", signed_percent),
        "拉动（百分点）": ("contribution", points), "比重": ("share", percent),
    })


def test_the_clusters_table_shows_every_cluster(asked):
    rows = asked(clusters).frame
    check_same(tables("clusters")[-1], rows, **{"今年 (万元)": ("value", full), "比重": ("share", percent), "拉动（百分点）": ("contribution", points)})


def test_the_land_table_shows_land_and_yields(asked):
    rows = asked(land, by="area")
    check_same(tables("land")[-1], rows, **{
        "今年开发 (亩)": ("developed", full), "累计开发 (亩)": ("land", full), "完成率": ("completion", percent), "亩均税收 (万元/亩)": ("tax_per_mu", full),
    })


def test_the_projects_table_shows_who_waits_how_long(asked):
    rows = asked(not_started)
    shown = tables("projects")[-1]
    check_same(shown, rows, **{"等待天数": ("days_waiting", full), "投资额 (万元)": ("investment", full)})
    assert list(shown["应开工情况"]) == ["逾期未开工"]
