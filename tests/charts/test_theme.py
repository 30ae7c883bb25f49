"""Colours can be read, and are the same on the server's own parts of a page."""

import tomllib
from pathlib import Path

import plotly.io as pio
import pytest

from park.catalogue import load_catalogue
from park.charts import theme
from park.charts.theme import DARK, LIGHT, Caption, Look

TEXT = ("text", "muted", "actual", "teal", "bluegrey", "amber", "brick")
MARKS = ("actual", "target", "pace", "last_year", "unallocated")


def contrast(one: str, other: str) -> float:
    def light(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_reaches_four_and_a_half_to_one_and_marks_three_to_one(tokens):
    weak = {n: contrast(getattr(tokens, n), tokens.paper) for n in TEXT if contrast(getattr(tokens, n), tokens.paper) < 4.5}
    weak |= {n: contrast(getattr(tokens, n), tokens.paper) for n in MARKS if contrast(getattr(tokens, n), tokens.paper) < 3}
    weak |= {c: contrast(c, tokens.paper) for c in tokens.parts if contrast(c, tokens.paper) < 3}
    assert weak == {}


def test_streamlit_is_configured_with_the_same_colours():
    config = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text())
    for mode, tokens in (("light", LIGHT), ("dark", DARK)):
        given = config["theme"][mode]
        assert (given["backgroundColor"], given["textColor"], given["borderColor"]) == (tokens.paper, tokens.text, tokens.rule)
        assert given["primaryColor"] == tokens.actual


def test_every_status_has_a_shape_of_its_own_but_the_two_good_ones_share_a_colour():
    shapes = [shape for shape, _token in theme.STATUS.values()]
    assert len(set(shapes)) == 5
    assert theme.STATUS["done"][1] == theme.STATUS["ahead"][1] == "teal"
    assert theme.status_shape(None) == "○" and theme.status_word(None) == ""
    assert theme.status_word("behind") == "滞后"


def test_a_cluster_keeps_its_colour_whatever_stands_beside_it():
    catalogue, look = load_catalogue(), Look()
    alone = theme.part_colours(["纺织"], catalogue, look)
    among = theme.part_colours(["机械", "纺织", "新来的"], catalogue, look)
    assert alone["纺织"] == among["纺织"] == LIGHT.parts[0]
    assert among["新来的"] not in (among["纺织"], among["机械"])


def test_parts_beyond_eight_are_grey():
    colours = theme.part_colours([f"n{i}" for i in range(10)], load_catalogue(), Look())
    assert list(colours.values()).count(LIGHT.unallocated) == 2


def test_a_figure_never_depends_on_plotlys_default_template():
    before = pio.templates.default
    try:
        pio.templates.default = "plotly_dark"
        fig = theme.figure(Caption("a"), Look(), 200)
        assert fig.layout.template.layout.paper_bgcolor == LIGHT.paper
    finally:
        pio.templates.default = before


def test_a_title_carries_its_subtitle_and_says_when_figures_are_simulated():
    fig = theme.figure(Caption("结论", "指标 · 园区", "来源", simulated=True), Look(), 200)
    assert "结论" in fig.layout.title.text and "模拟数据" in fig.layout.title.text
    assert fig.layout.annotations[0].text == "来源"
    assert fig.layout.meta["alt"] == "结论; 指标 · 园区; 模拟数据"


def test_an_empty_figure_has_a_title_and_says_why():
    fig = theme.blank(Caption("没有数据"), Look(), "尚未报送")
    assert "没有数据" in fig.layout.title.text
    assert fig.layout.annotations[1].text == "尚未报送"
    assert len(fig.data) == 0


def test_long_titles_break_without_breaking_words_or_figures():
    lines = theme.wrap_wide("1-9月工业总产值完成年度目标的76.9%，快于序时1.9个百分点", 30)
    assert "".join(lines) == "1-9月工业总产值完成年度目标的76.9%，快于序时1.9个百分点"
    assert all("76.9%" in line or "76" not in line for line in lines)
    assert theme.wrap_wide("of the year's target", 8) == ["of the", "year's", "target"]


def test_the_briefing_view_draws_everything_larger():
    assert theme.figure(Caption("a"), Look(scale=2), 400).layout.title.font.size == 2 * theme.figure(Caption("a"), Look(), 400).layout.title.font.size


def test_no_two_parts_of_a_chart_share_a_colour_and_at_most_eight_have_one():
    catalogue = load_catalogue()
    names = [*(c.name for c in catalogue.clusters.values()), "甲", "乙", "未分解"]
    colours = theme.part_colours(names, catalogue, Look())
    own = [c for c in colours.values() if c != LIGHT.unallocated]
    assert len(own) == len(set(own)) == 8
    assert colours["未分解"] == LIGHT.unallocated


def test_the_largest_parts_have_the_colours_and_the_smallest_are_grey():
    names = [f"n{i}" for i in range(9, -1, -1)]
    colours = theme.part_colours([*names, "未分解"], load_catalogue(), Look())
    assert [name for name in names if colours[name] == LIGHT.unallocated] == ["n1", "n0"]


def test_what_is_not_allocated_takes_no_colour_from_a_part():
    colours = theme.part_colours(["n1", "未分解", "甲"], load_catalogue(), Look())
    assert colours["未分解"] == LIGHT.unallocated
    assert LIGHT.unallocated not in (colours["n1"], colours["甲"])
