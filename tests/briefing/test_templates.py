"""A unit's own deck: its master, faces and colours are used, its bands and places respected, and the file holds to the schema."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

from park.briefing.deck import deck
from park.briefing.deck_text import height_of

from . import templates
from .conftest import charts_of, shapes_of, violations


@pytest.fixture(scope="module")
def filled(written):
    """(template, world, language) -> the deck in it, made once."""
    made = {}

    def fill(template: str, name: str = "county", code: str = "zh"):
        if (template, name, code) not in made:
            made[template, name, code] = deck(written(name, code).briefing, io.BytesIO(templates.EVERY[template]()))
        return Presentation(io.BytesIO(made[template, name, code]))

    return fill


@pytest.mark.parametrize("template", templates.EVERY)
def test_every_slide_is_there_and_the_units_own_are_not(written, filled, template):
    made, briefing = filled(template), written("county").briefing
    assert [s.shapes.title.text_frame.text for s in made.slides][0] == briefing.title
    assert len(made.slides) == len(briefing.slides) + 1
    assert len(charts_of(made)) == sum(s.chart is not None for s in briefing.slides)


@pytest.mark.parametrize("template", templates.EVERY)
def test_it_holds_to_the_schema(filled, tmp_path, template):
    path = tmp_path / "filled.pptx"
    filled(template).save(str(path))
    assert violations(path) == []


@pytest.mark.parametrize("template", templates.EVERY)
@pytest.mark.parametrize(("name", "code"), [("county", "zh"), ("many_zones", "zh"), ("county", "en")])
def test_nothing_leaves_the_slide_and_what_stands_below_the_title_does_not_meet_it(filled, template, name, code):
    made = filled(template, name, code)
    for slide in list(made.slides)[1:]:
        title = slide.shapes.title
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0, shape.name
            assert shape.left + shape.width <= made.slide_width and shape.top + shape.height <= made.slide_height, shape.name
            assert shape is title or shape.shape_id == title.shape_id or shape.top >= title.top + title.height, shape.name


@pytest.mark.parametrize("template", templates.EVERY)
def test_texts_keep_to_their_boxes(filled, template):
    for slide in list(filled(template).slides)[1:]:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text:
                sized = [(p.runs[0].font.size.pt, "".join(r.text for r in p.runs)) for p in shape.text_frame.paragraphs if p.runs]
                assert sum(height_of(text, shape.width, size) for size, text in sized) <= shape.height + Inches(0.06), shape.text_frame.text


def test_the_body_begins_below_a_band_at_the_top_and_ends_above_one_at_the_foot(filled):
    for slide in list(filled("band").slides)[1:]:
        rest = [shape for shape in slide.shapes if shape.shape_id != slide.shapes.title.shape_id]
        assert min(shape.top for shape in rest) >= Inches(1.25)
        assert max(shape.top + shape.height for shape in rest) <= Inches(7.3)


def test_a_cover_is_never_used_for_what_follows_it(filled):
    names = [slide.slide_layout.name for slide in filled("without_title_only").slides]
    assert names[0] == "Title Slide" and set(names[1:]) == {"Title and Content"}
    assert all(len([h for h in slide.placeholders]) == 1 for slide in list(filled("without_title_only").slides)[1:])


@pytest.mark.parametrize(("template", "face"), [("band", "+mn-ea"), ("dark", "Microsoft YaHei"), ("narrow", "+mn-ea")])
def test_chinese_is_set_in_the_themes_face_or_in_ours_where_it_names_none(filled, template, face):
    made = filled(template)
    faces = {r._r.rPr.find(qn("a:ea")).get("typeface") for s in made.slides for f in shapes_of(s) for p in f.paragraphs for r in p.runs}
    faces |= {p.find(qn("a:ea")).get("typeface") for chart in charts_of(made) for p in chart._chartSpace.iter(qn("a:defRPr"))}
    assert faces == {face}


def test_charts_take_the_themes_colours(filled):
    fills = [e.get("val") for chart in charts_of(filled("dark")) for e in chart._chartSpace.iter(qn("a:schemeClr"))]
    assert {"accent1", "tx1"} <= set(fills)
