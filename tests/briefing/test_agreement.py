"""Slides, note and sentences say only numbers that stand in figures.xlsx, rounded alike, and each leads to a cell."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from pptx.oxml.ns import qn

from park.briefing.model import numbers

from .conftest import HARD, charts_of, shapes_of

EVERY = [("county", "zh"), ("county", "en"), ("city", "zh"), ("city", "en"), ("one_month", "zh"), ("one_month", "en"), *HARD]
ISSUE = re.compile(r"\d{4}年第\d+期|\d{4}, issue \d+")


def rendered(value: float, code: str) -> str:
    """A number as a spreadsheet shows it in a format, without sign and unit."""
    body = re.sub(r'"[^"]*"', "", code.split(";")[0]).lstrip("+")
    decimals = len(body.partition(".")[2])
    exact = abs(Decimal(repr(float(value)))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{exact:,}" if "," in body else f"{exact}"


@cache
def in_workbook(book) -> set[str]:
    return {
        rendered(cell.value, cell.number_format)
        for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float) and cell.number_format != "General"
    }


def in_slides(deck) -> set[str]:
    """Numbers of all texts but the sources' column, and of the charts' labels."""
    found = set()
    for slide in deck.slides:
        for frame in shapes_of(slide):
            if ".xlsx" not in frame.text:
                found |= {n for p in frame.paragraphs for n in numbers("".join(r.text for r in p.runs))}
    for chart in charts_of(deck):
        for ser in chart._chartSpace.iter(qn("c:ser")):
            values = {int(pt.get("idx")): float(pt.find(qn("c:v")).text) for pt in ser.find(qn("c:val")).iter(qn("c:pt"))}
            labels = ser.find(qn("c:dLbls"))
            usual = labels.find(qn("c:numFmt"))
            own = {int(one.find(qn("c:idx")).get("val")): one.find(qn("c:numFmt")).get("formatCode") for one in labels.findall(qn("c:dLbl"))}
            for place, value in values.items():
                code = own.get(place) or (usual.get("formatCode") if usual is not None else None)
                if code:
                    found.add(rendered(value, code))
    return found


def in_note(note) -> set[str]:
    texts = [paragraph.text for paragraph in note.paragraphs]
    texts += [cell.text for table in note.tables for row in table.rows for cell in row.cells if ".xlsx" not in cell.text]
    return {n for text in texts for n in numbers(re.sub(r"^\(\d+\)|^\d+\. ", "", ISSUE.sub("", text)))}


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_every_number_of_the_slides_stands_in_the_workbook(written, name, code):
    made = written(name, code)
    said = in_slides(made.deck)
    assert said
    assert said - in_workbook(made.book) == set()


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_every_number_of_the_note_stands_in_the_workbook(written, name, code):
    made = written(name, code)
    said = in_note(made.note)
    assert said
    assert said - in_workbook(made.book) == set()


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_every_number_of_the_sentences_stands_in_the_workbook_and_has_its_cells(written, name, code):
    made = written(name, code)
    known = in_workbook(made.book)
    for text, places in made.lines:
        assert set(numbers(text)) - known == set(), text
        assert not numbers(text) or places, text


@pytest.mark.parametrize(("name", "code"), EVERY)
def test_every_number_of_a_sentence_is_one_of_its_figures_and_every_figure_leads_to_a_cell(written, name, code):
    for sentence in written(name, code).briefing.sentences:
        assert sentence.unexplained == [], sentence.text
        for figure in sentence.figures:
            assert figure.origins, f"{figure.name}: {figure.text}"


def test_slides_note_and_sentences_say_the_same_completion_of_the_year(written):
    made = written("county")
    expected = "76.0%"  # 42 572 of 56 016
    assert any(expected in frame.text for slide in made.deck.slides for frame in shapes_of(slide))
    assert any(expected in paragraph.text for paragraph in made.note.paragraphs)
    assert any(expected in text for text, _places in made.lines)
    rows = [[cell.value for cell in row] for row in made.book.worksheets[0].iter_rows()]
    completion = next(row for row in rows if row[0] == "工业总产值 完成率")
    assert completion[1] == pytest.approx(76.0, abs=0.05)
    assert completion[2] == "%"
    assert "2013年报表.xlsx · 9月 · " in completion[5]
