"""The page shows each slide as it will be: title, figures, words, chart with its labels, page."""

from __future__ import annotations

import base64
import re
from html import unescape

import pytest
from lxml import etree

from park.briefing.deck import title_in
from park.briefing.deck_style import TITLE
from park.locale import set_language
from ui.sketch import HIGH, WIDE, sketch
from ui.slide import slide_html

WORLDS = [("county", "zh"), ("county", "en"), ("city", "zh"), ("one_month", "zh"), ("hostile", "zh"), ("many_zones", "zh"), ("falling", "zh"), ("huge", "zh"), ("year_end", "en")]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("name", "code"), WORLDS)
def test_every_slide_says_on_the_page_what_it_says_in_the_deck(written, name, code):
    briefing = written(name, code).briefing
    set_language(code)
    for number, slide in enumerate(briefing.slides, start=2):
        page = unescape(re.sub(r"<[^>]+>", "\n", slide_html(slide, briefing, number)))
        said = [title_in(TITLE, slide.title.text)[0], slide.subtitle, briefing.source_line, str(number)]
        said += [text for fact in slide.facts for text in (fact.figure.text, fact.words.text)] + [line.text for line in slide.lines]
        for text in said:
            assert text in page, text


@pytest.mark.parametrize(("name", "code"), WORLDS)
def test_every_chart_is_drawn_within_its_picture_with_its_names_and_labels(written, name, code):
    for slide in written(name, code).briefing.slides:
        if slide.chart is None:
            continue
        picture = etree.fromstring(base64.b64decode(sketch(slide.chart).partition(",")[2]))
        texts = [one.text for one in picture.iter(f"{SVG}text")]
        assert set(slide.chart.categories) <= set(texts)
        for one in slide.chart.series:
            if one.labels == "all":
                assert {text for text in one.texts if text} <= set(texts)
        bars = list(picture.iter(f"{SVG}rect"))
        assert bars
        for bar in bars:
            left, top, wide, high = (float(bar.get(key, 0)) for key in ("x", "y", "width", "height"))
            assert left >= -0.1 and top >= -0.1 and left + wide <= WIDE + 0.1 and top + high <= HIGH + 0.1
