"""Pictures of the slides' charts: what they say without a browser, and the PNG that a browser draws."""

from __future__ import annotations

import os
import struct
from dataclasses import replace

import pytest

from park.__main__ import main
from park.briefing import pictures
from park.briefing.model import Chart, Sentence, Series, Slide
from park.briefing.picture_chart import chart_figure

from .test_brief_command import FILES


@pytest.fixture
def installed():
    """Skips where no Chromium is installed, and says so; fails where CI=true."""
    if not pictures.available():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("Chromium is not installed (Debian: apt-get install chromium)")


@pytest.fixture
def no_browser(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))


def drawn(written, chart: Chart, title: str = "甲", simulated: bool = False):
    briefing = written("one_month").briefing
    return chart_figure(briefing, Slide("key", "name", Sentence(title), "副标题", chart, simulated=simulated))


def texts(fig) -> list[str]:
    return [one.text for one in fig.layout.annotations]


def size(png: bytes) -> tuple[int, int]:
    """Width and height as the header of the PNG has them."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_a_picture_says_finding_subtitle_source_and_that_figures_are_simulated(written):
    fig = drawn(written, Chart(("a", "b"), (Series("s", (1.0, 2.0), ("1", "2")),), "个"), "甲<b>高于乙", simulated=True)
    assert "甲&lt;b&gt;高于乙" in fig.layout.title.text
    assert "副标题" in fig.layout.title.text and "模拟数据" in fig.layout.title.text
    assert texts(fig)[0] == written("one_month").briefing.source_line
    assert fig.layout.template.layout.font.family.startswith("'Noto Sans CJK SC'")


def test_a_finding_too_long_for_two_lines_loses_clauses_and_is_never_cut_unseen(written):
    chart = Chart(("a", "b"), (Series("s", (1.0, 2.0), ("1", "2")),), "个")
    by_clause = drawn(written, chart, "工业总产值增长" * 5 + "；" + "税收下降" * 20).layout.title.text
    assert "增长</b>" in by_clause and "税收" not in by_clause
    cut = drawn(written, chart, "产值" * 60).layout.title.text
    assert cut.count("<b>") == 2 and "…</b>" in cut


@pytest.mark.parametrize("level", [True, False])
def test_bars_have_the_slides_values_texts_and_colours_and_gaps_stay_gaps(written, level):
    bars = Series("s", (-2.0, None, 3.0), ("−2.00", "", "+3.00"), colours=("brick", "teal", "#123456"))
    bar = drawn(written, Chart(("x", "y", "y"), (bars,), "%", level)).data[0]
    assert list(bar.x if level else bar.y) == [-2.0, None, 3.0]
    assert list(bar.text) == ["−2.00", "", "+3.00"]
    assert list(bar.marker.color) == ["#b23a2e", "#0b7a75", "#123456"]
    assert list(bar.y if level else bar.x) == [0, 1, 2]  # two categories of one name stay two


def test_what_is_not_allocated_is_hatched(written):
    bars = Series("s", (1.0, 2.0), ("1", "2"), colours=("#123456", "#87909b"), hatched=(False, True))
    assert list(drawn(written, Chart(("a", "b"), (bars,), "%", True)).data[0].marker.pattern.shape) == ["", "/"]


def test_lines_are_named_at_their_end_and_a_target_is_a_stroke_with_its_figure(written):
    months = Chart(("8月", "9月", "10月"), (
        Series("2013", (1.0, 2.0, None), ("1.00", "2.00", ""), labels="last"), Series("2012", (0.5, 1.5, 1.75), ("0.50", "1.50", "1.75"), "last_year", "line", "name"),
    ), "亿元")
    assert texts(drawn(written, months))[1:] == ["2012 1.75", "2.00"]
    land = Chart(("东区", "西区"), (Series("已开发", (40.0, 50.0), ("40", "50")), Series("目标", (60.0, None), ("60", ""), "target", "line")), "亩")
    fig = drawn(written, land)
    assert [shape.y0 for shape in fig.layout.shapes] == [60.0]
    assert texts(fig)[1:] == ["60", "40", "50"]
    assert fig.layout.showlegend


@pytest.mark.parametrize("name", ["county", "city", "hostile"])
def test_every_chart_of_a_briefing_has_its_figure(written, name):
    briefing = written(name).briefing
    made = [chart_figure(briefing, slide) for slide in briefing.slides if slide.chart]
    assert made
    assert {(fig.layout.width, fig.layout.height) for fig in made} == {(960, 540)}


def test_a_browser_draws_png_of_1920_by_1080_that_differ_and_tells_how_many_are_drawn(installed, written):
    briefing, told = written("county").briefing, []
    slides = tuple(slide for slide in briefing.slides if slide.chart)[:2]
    made = pictures.pictures(replace(briefing, slides=slides), lambda done, count: told.append((done, count)))
    assert list(made) == [f"{briefing.month}_{slide.key}.png" for slide in slides]
    assert [size(png) for png in made.values()] == [(1920, 1080)] * 2
    assert len(set(made.values())) == 2
    assert told and told == sorted(told) and {count for _done, count in told} == {2}


def test_the_command_writes_pictures_in_a_folder_of_their_own(installed, stores, tmp_path, capsys):
    assert main(["brief", "--db", str(stores("hostile")), "--out", str(tmp_path), "--pictures"]) == 0
    made = sorted((tmp_path / "pictures").iterdir())
    assert len(made) == 4 and all(size(path.read_bytes()) == (1920, 1080) for path in made)
    assert sorted(line for line in capsys.readouterr().out.splitlines() if line.endswith(".png")) == [str(path) for path in made]


def test_a_briefing_without_a_chart_has_no_pictures_and_says_so(stores, tmp_path, capsys):
    assert main(["brief", "--db", str(stores("one_month")), "--out", str(tmp_path), "--pictures"]) == 0
    assert "没有图表" in capsys.readouterr().err
    assert not (tmp_path / "pictures").exists()


def test_without_a_browser_the_command_says_how_and_writes_the_rest(no_browser, stores, tmp_path, capsys):
    assert main(["brief", "--db", str(stores("hostile")), "--out", str(tmp_path), "--pictures"]) == 1
    assert "须在运行看板的计算机上装有 Chromium 或 Chrome" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


def test_a_browser_that_does_not_start_is_named_and_not_waited_for(written, tmp_path, monkeypatch):
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(broken))
    with pytest.raises(pictures.PicturesError, match=str(broken)):
        pictures.pictures(written("county").briefing)
