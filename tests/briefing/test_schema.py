"""The files hold to the Office schema, so that PowerPoint, Word, Excel and WPS open them without a repair prompt."""

from __future__ import annotations

import io
import zipfile
from collections import Counter

import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx.oxml.ns import qn

from park.briefing import files

from .conftest import HARD, charts_of, violations

EVERY = [("county", "zh"), ("county", "en"), ("city", "zh"), ("one_month", "en"), ("hostile", "zh"), *HARD]
OFFICE = (files.DECK, files.NOTE, files.FIGURES)


@pytest.mark.parametrize(("name", "code"), EVERY)
@pytest.mark.parametrize("file", OFFICE)
def test_every_part_holds_to_the_schema(written, name, code, file):
    assert violations(written(name, code).folder / file) == []


@pytest.mark.parametrize(("name", "code"), [("county", "zh"), ("city", "zh")])
def test_the_workbook_inside_every_chart_holds_to_the_schema(written, tmp_path, name, code):
    charts = charts_of(written(name, code).deck)
    assert charts
    for number, chart in enumerate(charts):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(chart.part.chart_workbook.xlsx_part.blob)
        assert violations(path) == []


@pytest.mark.parametrize(("name", "code"), EVERY)
@pytest.mark.parametrize("file", OFFICE)
def test_every_relationship_leads_to_a_part_with_a_content_type_and_no_part_stands_twice(written, name, code, file):
    with zipfile.ZipFile(written(name, code).folder / file) as package:
        names = package.namelist()
        assert [one for one, count in Counter(names).items() if count > 1] == []
        types = etree.fromstring(package.read("[Content_Types].xml"))
        known = {one.get("PartName") for one in types if one.get("PartName")} | {one.get("Extension") for one in types if one.get("Extension")}
        for one in names:
            assert one == "[Content_Types].xml" or f"/{one}" in known or one.rpartition(".")[2] in known, one
            if one.endswith((".xml", ".rels")):
                etree.fromstring(package.read(one))


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_no_two_shapes_of_a_slide_share_their_number(written, name, code):
    for slide in written(name, code).deck.slides:
        ids = [one.get("id") for one in slide.shapes._spTree.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("name", "code"), [("county", "zh"), ("city", "en")])
def test_a_charts_cache_says_what_its_workbook_says(written, name, code):
    """Names, categories and numbers, each read at the very cells that the chart refers to."""
    for chart in charts_of(written(name, code).deck):
        sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        for reference in chart._chartSpace.iter(qn("c:strRef"), qn("c:numRef")):
            cells = sheet[reference.find(qn("c:f")).text.partition("!")[2].replace("$", "")]
            cells = [row[0] for row in cells] if isinstance(cells, tuple) else [cells]
            shown = {int(pt.get("idx")): pt.find(qn("c:v")).text for pt in reference.iter(qn("c:pt"))}
            for place, cell in enumerate(cells):
                if cell.value is None:
                    assert place not in shown
                elif reference.tag == qn("c:numRef"):
                    assert float(shown[place]) == pytest.approx(cell.value, rel=1e-14)  # sixteen digits are kept
                else:
                    assert shown[place] == cell.value
