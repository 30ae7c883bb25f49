"""Slides: native charts, both faces on every run, nothing outside its box, sources in the notes, a unit's template kept."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from park.briefing import files
from park.briefing.deck import deck
from park.briefing.deck_text import height_of, lines_of

from .conftest import HARD, charts_of, shapes_of

EVERY = [("county", "zh"), ("county", "en"), ("city", "zh"), ("one_month", "zh"), ("hostile", "zh"), *HARD]


def theme(presentation):
    return etree.fromstring(presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)


def test_a_park_with_everything_gets_eight_native_charts_and_more_and_no_pictures(written):
    made = written("county").deck
    assert len(charts_of(made)) >= 8
    assert not [s for slide in made.slides for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_the_slides_come_in_the_order_of_a_meeting(written):
    keys = [slide.key for slide in written("county").briefing.slides]
    assert keys == [
        "situation", "industrial_output_value", "tax_revenue", "fixed_asset_investment", "firms_started", "land_developed", "zones", "growth",
        "contribution", "projects", "waiting", "land", "per_mu", "attention", "sources0",
    ]


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_every_run_carries_a_latin_and_an_east_asian_face(written, name, code):
    made = written(name, code).deck
    frames = [f for slide in made.slides for f in shapes_of(slide)] + [slide.notes_slide.notes_text_frame for slide in made.slides]
    properties = [r._r.rPr for f in frames for p in f.paragraphs for r in p.runs]
    properties += [p for chart in charts_of(made) for p in chart._chartSpace.iter(qn("a:defRPr"))]
    assert properties
    for one in properties:
        assert one.find(qn("a:latin")).get("typeface")
        assert one.find(qn("a:ea")).get("typeface")


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_no_two_slides_share_a_name_or_a_key(written, name, code):
    slides = written(name, code).briefing.slides
    assert len({slide.key for slide in slides}) == len({slide.name for slide in slides}) == len(slides)


def test_the_theme_names_both_faces_and_our_colours(written):
    root = theme(written("county").deck)
    for kind in ("a:majorFont", "a:minorFont"):
        font = root.find(f".//{qn(kind)}")
        assert (font.find(qn("a:latin")).get("typeface"), font.find(qn("a:ea")).get("typeface")) == ("Arial", "Microsoft YaHei")
    assert root.find(f".//{qn('a:accent1')}")[0].get("val") == "1F4E79"


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_no_text_leaves_its_box_and_no_box_the_slide(written, name, code):
    made = written(name, code).deck
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height
            if shape.has_text_frame and shape.text_frame.text:
                paragraphs = [(p.runs[0].font.size.pt, "".join(r.text for r in p.runs)) for p in shape.text_frame.paragraphs if p.runs]
                high = sum(height_of(text, shape.width, size) for size, text in paragraphs)
                assert high <= shape.height + Pt(4), shape.text_frame.text


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_every_slide_has_a_title_of_at_most_two_lines_and_a_page_number(written, name, code):
    made = written(name, code).deck
    for slide in made.slides:
        title = slide.shapes.title
        assert title.text_frame.text.strip()
        run = title.text_frame.paragraphs[0].runs[0]
        assert lines_of(title.text_frame.text, title.width, run.font.size.pt) <= 2
        assert [field.get("type") for field in slide._element.iter(qn("a:fld"))] == ["slidenum"]
    sizes = [slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt for slide in list(made.slides)[1:]]
    assert max(sizes) == 28 and min(sizes) >= 20


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_no_chart_is_empty_and_each_holds_its_workbook(written, name, code):
    for chart in charts_of(written(name, code).deck):
        book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        cells = [[cell.value for cell in row] for row in book.active.iter_rows()]
        assert cells[0][1:] == [series.name for plot in chart.plots for series in plot.series]
        drawn = [list(series.values) for plot in chart.plots for series in plot.series]
        assert sum(value is not None for values in drawn for value in values) >= 2
        for column, values in enumerate(drawn, start=1):
            assert [row[column] for row in cells[1:]] == [None if v is None else pytest.approx(v) for v in values]


def test_bars_begin_at_zero(written):
    for chart in charts_of(written("county").deck):
        values = [v for plot in chart.plots for series in plot.series for v in series.values if v is not None]
        if min(values) >= 0:
            assert chart.value_axis.minimum_scale == 0


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_nothing_unfinished_is_said(written, name, code):
    texts = [f.text for slide in written(name, code).deck.slides for f in shapes_of(slide)]
    for text in texts:
        assert not re.search(r"\bnan\b|\bNone\b|[{}]|<NA>", text), text


def test_the_notes_hold_file_sheet_and_cell_of_the_slides_figures(written):
    slide = written("county").deck.slides[2]
    notes = slide.notes_slide.notes_text_frame.text
    assert "工业总产值 完成率: 76.0% <- 2013年报表.xlsx · 9月 · D32；2013年报表.xlsx · 12月 · D4" in notes
    assert "图表数据" in notes


def test_simulated_figures_are_marked_on_every_slide_and_others_on_none(written):
    marked = [any(f.text == "模拟数据" or "模拟数据\v" in f.text or "\n模拟数据\n" in f"\n{f.text}\n" for f in shapes_of(s)) for s in written("county").deck.slides]
    assert all(marked)
    assert not any("模拟数据" in f.text for s in written("city").deck.slides for f in shapes_of(s))


def test_what_is_not_allocated_is_hatched(written):
    patterns = [p for chart in charts_of(written("hostile").deck) for p in chart._chartSpace.iter(qn("a:pattFill"))]
    assert {p.get("prst") for p in patterns} <= {"wdUpDiag"}


def test_the_same_briefing_gives_the_same_bytes(written):
    briefing = written("county").briefing
    assert deck(briefing) == (written("county").folder / files.DECK).read_bytes()


@pytest.fixture
def template(tmp_path):
    """A unit's own 4:3 deck: one slide of its own, its faces and its first colour."""
    made = Presentation()
    made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = "上月简报"
    part = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._blob = part.blob.replace(b'<a:ea typeface=""/>', '<a:ea typeface="方正黑体"/>'.encode()).replace(b"4F81BD", b"008844")
    path = tmp_path / "unit.pptx"
    made.save(str(path))
    return path


def test_a_units_template_keeps_its_size_faces_and_colours_and_loses_its_slides(written, template):
    briefing = written("county").briefing
    made = Presentation(io.BytesIO(deck(briefing, str(template))))
    assert made.slide_width == Inches(10)
    assert len(made.slides) == len(briefing.slides) + 1
    assert made.slides[0].shapes.title.text_frame.text == "县工业园区经济运行简报"
    root = theme(made)
    assert root.find(f".//{qn('a:minorFont')}").find(qn("a:ea")).get("typeface") == "方正黑体"
    assert root.find(f".//{qn('a:accent1')}")[0].get("val") == "008844"
    faces = {r._r.rPr.find(qn("a:ea")).get("typeface") for s in made.slides for f in shapes_of(s) for p in f.paragraphs for r in p.runs}
    assert faces == {"+mn-ea"}
    fills = [e.get("val") for chart in charts_of(made) for e in chart._chartSpace.iter(qn("a:schemeClr"))]
    assert "accent1" in fills


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("name", "code"), [("county", "zh"), ("one_month", "en")])
def test_libreoffice_opens_slides_note_and_workbook(written, tmp_path, name, code):
    made = [str(written(name, code).folder / file) for file in (files.DECK, files.NOTE, files.FIGURES)]
    for file in made:
        shutil.copy(file, tmp_path / f"{file.rpartition('.')[2]}.{file.rpartition('.')[2]}")
    copies = [str(tmp_path / f"{kind}.{kind}") for kind in ("pptx", "docx", "xlsx")]
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf", "--outdir", str(tmp_path), *copies]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for kind in ("pptx", "docx", "xlsx"):
        assert (tmp_path / f"{kind}.pdf").stat().st_size > 5_000
