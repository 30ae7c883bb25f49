"""The briefing of the demo's park in September 2013, as the command makes it without naming the park."""

from __future__ import annotations

import pytest
from pptx import Presentation

from park.__main__ import main as park

from .conftest import charts_of, shapes_of


@pytest.fixture(scope="module")
def folder(demo, tmp_path_factory):
    """The four files, made from the database that `etl demo` filled."""
    where = tmp_path_factory.mktemp("brief_of_demo")
    assert park(["brief", "--db", str(demo), "--month", "2013-09", "--lang", "zh", "--out", str(where)]) == 0
    return where


def test_the_only_park_with_figures_in_the_month_gets_its_slides(folder):
    made = Presentation(str(folder / "briefing.pptx"))
    assert made.slides[0].shapes.title.text_frame.text == "县工业园区经济运行简报"
    assert len(charts_of(made)) >= 8


def test_the_findings_are_those_of_the_demo(folder):
    made = Presentation(str(folder / "briefing.pptx"))
    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert "1-9月工业总产值完成年度目标的76.0%，快于序时1.0个百分点" in titles
    assert "1-9月税收完成年度目标的59.0%，落后序时16.0个百分点" in titles
    assert any("小松创业区新开发土地（−46.0个百分点）" in title for title in titles)


def test_every_slide_says_that_the_figures_are_simulated(folder):
    made = Presentation(str(folder / "briefing.pptx"))
    assert all(any("模拟数据" in frame.text for frame in shapes_of(slide)) for slide in made.slides)


def test_every_sentence_with_a_number_leads_to_a_cell_or_to_words_of_a_document(folder):
    lines = (folder / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) > 50
    assert all(line.split("\t")[1] for line in lines if any(ch.isdigit() for ch in line.split("\t")[0]))
