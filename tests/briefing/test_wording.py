"""From figures to words by rules: ahead, behind, level, exceeded, reached, growth, fall, flat, turned, record, not available."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from park import locale
from park.briefing import wording
from park.briefing.answers import gather
from park.briefing.model import Figure, Origin, numbers, say
from park.locale import catalogue
from park.store import batches, operator
from tests.conftest import reading

LOCALE = Path(locale.__file__).parent


@pytest.fixture
def ask(store):
    """Loads rows of one park and gathers the answers of its latest month."""

    def asked(*rows: dict):
        batches.load(store, reading(*rows), b"x", by=operator("tester"))
        return gather(store.cursor())

    return asked


def progress_of(answers) -> str:
    return wording.progress(answers, answers.row("tax_revenue")).text


def tax(value: float, **more) -> dict:
    return {"indicator": "tax_revenue", "value": value, **more}


TARGET = {"measure": "target", "basis": "year", "period_end": "2013-12"}
LAST_YEAR = {"period_start": "2012-01", "period_end": "2012-09"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (900.0, "完成年度目标的75.0%，与序时进度持平"), (960.0, "完成年度目标的80.0%，快于序时进度5.0个百分点"),
        (720.0, "仅完成年度目标的60.0%，落后序时进度15.0个百分点"), (864.0, "完成年度目标的72.0%，比序时进度慢3.0个百分点"),
        (1080.0, "完成年度目标的90.0%，超序时进度15.0个百分点"), (0.0, "年度目标1200万元"), (1200.4, "完成年度目标（100.0%）"), (1200.0, "完成年度目标（100.0%）"), (1380.0, "超额完成年度目标（115.0%）"),
    ],
)
def test_a_target_is_said_level_ahead_behind_reached_or_exceeded(ask, value, words):
    text = progress_of(ask(tax(value), tax(1200, **TARGET)))
    assert text.endswith(f"万元，{words}")


@pytest.mark.parametrize(("base", "words"), [(800.0, "同比增长12.5%"), (1000.0, "同比下降10.0%"), (900.0, "同比持平")])
def test_growth_is_said_as_growth_fall_or_flat(ask, base, words):
    assert progress_of(ask(tax(900), tax(base, **LAST_YEAR))) == f"1-9月，东湖园区实现税收900万元，{words}"


def test_a_reported_growth_comes_before_the_computed_one(ask):
    assert "同比增长8.8%" in progress_of(ask(tax(900, yoy=8.8), tax(800, **LAST_YEAR)))


def test_without_last_year_and_target_nothing_is_said_of_them(ask):
    assert progress_of(ask(tax(900))) == "1-9月，东湖园区实现税收900万元"


def test_a_figure_that_was_not_reported_is_said_with_its_last_month(ask):
    answers = ask(tax(700, period_end="2013-06"), {"indicator": "fixed_asset_investment", "value": 900})
    assert progress_of(answers) == "税收本月未报，最近一次报到2013年6月"


def test_a_month_that_turned_is_said_with_both_rates(ask):
    to_date = (("2012-07", 700), ("2012-08", 800), ("2012-09", 900), ("2013-07", 770), ("2013-08", 880), ("2013-09", 975))
    answers = ask(*(tax(value, period_start=f"{month[:4]}-01", period_end=month) for month, value in to_date))
    trend = answers.trends["tax_revenue"]
    assert wording.turn(answers, trend, "tax_revenue").text == "2013年9月当月税收同比由升转降，下降5.0%（上期增长10.0%）"


def test_the_highest_month_is_said_as_a_record_once_ten_months_are_known(ask):
    months = [(f"2012-{m:02d}", 100) for m in range(1, 13)] + [("2013-01", 105), ("2013-02", 120)]
    answers = ask(*(tax(value, basis="month", period_start=month, period_end=month) for month, value in months))
    assert wording.turn(answers, answers.trends["tax_revenue"], "tax_revenue").text == "2013年2月当月税收120万元，创有数据以来单月新高"


def test_what_is_needed_is_said_beside_what_a_month_brought(ask):
    answers = ask(tax(720), tax(1200, **TARGET))
    assert wording.need(answers, answers.own.iloc[0]).text == "税收后续月均需完成160万元（此前月均80万元），方可实现年度目标1200万元"


def test_nothing_is_needed_once_the_target_is_reached(ask):
    answers = ask(tax(1300), tax(1200, **TARGET))
    assert wording.need(answers, answers.own.iloc[0]).text == ""


def test_periods_are_not_counted_as_numbers():
    assert numbers("2013年1-9月税收1,764.5万元,截至2013-09,+12.3%;Jan-Sep 2013: 5") == ["1,764.5", "12.3", "5"]


def test_a_sentence_keeps_only_the_figures_that_it_states():
    stated, other = (Figure("a", 12.34, "%", "percent", (Origin("f.xlsx"),)), Figure("b", 99, "%", "percent"))
    said = say("完成12.3%", stated, other, None)
    assert said.figures == (stated,)
    assert said.unexplained == []
    assert say("完成13%", stated).unexplained == ["13"]


@pytest.mark.parametrize("file", ["briefing.po", "briefing_page.po", "sentences.po"])
def test_no_other_catalogue_says_the_briefings_words_differently(file):
    """The catalogues are read as one; a text of another area with the same English would change the briefing's Chinese."""
    own = dict(re.findall(r'msgid "(.+)"\nmsgstr "(.*)"', (LOCALE / "zh" / file).read_text(encoding="utf-8")))
    known = catalogue("zh")
    assert {text: known[text] for text, chinese in own.items() if "\\" not in text and known[text] != chinese} == {}
