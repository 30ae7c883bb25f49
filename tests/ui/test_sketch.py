"""A slide's chart in small: the same figures and colours, and no text that could act."""

from base64 import b64decode

from park.briefing.model import Chart, Series
from park.charts.theme import LIGHT
from ui.sketch import sketch


def svg(chart: Chart) -> str:
    """What is drawn, without the pattern that hatched bars refer to."""
    return b64decode(sketch(chart).partition(",")[2]).decode().partition("</defs>")[2]


def test_columns_lines_and_labels_stand_as_on_the_slide():
    drawn = svg(Chart(("8月", "9月"), (
        Series("2013", (1.3, 2.1), ("1.3", "2.1"), labels="last"), Series("2012", (0.5, 1.5), ("0.50", "1.50"), "last_year", "line", "name"),
    ), "亿元"))
    assert drawn.count("<rect") == 2
    assert drawn.count("<polyline") == 1
    assert "2012 1.50" in drawn
    assert ">2.1</text>" in drawn and ">1.3</text>" not in drawn


def test_falling_bars_stand_left_of_the_line_with_their_figure():
    drawn = svg(Chart(("甲", "乙"), (Series("gap", (-40.0, 10.0), ("−40.0", "+10.0"), colours=("brick", "#0b7a75")),), "百分点", level=True))
    assert "−40.0" in drawn
    assert LIGHT.brick in drawn and "#0b7a75" in drawn


def test_a_missing_value_is_a_gap_not_a_zero():
    assert svg(Chart(("a", "b", "c"), (Series("s", (1.0, None, 3.0), ("1", "", "3")),), "个")).count("<rect") == 2


def test_names_from_files_are_text_only():
    drawn = svg(Chart(("<script>x</script>", "b"), (Series("s", (1.0, 2.0), ("1", "2")),), "个"))
    assert "<script>" not in drawn
