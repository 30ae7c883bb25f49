"""The workbook of figures: numbers are numbers with formats and units, sources stand beside them, no text runs as a formula."""

from __future__ import annotations

import io
import zipfile

from openpyxl import load_workbook

from park.briefing.deck_chart import workbook as chart_workbook
from park.briefing.model import Chart, Series, number_format
from park.briefing.workbook import workbook

from .conftest import charts_of


def test_there_is_a_sheet_for_the_figures_the_table_each_chart_and_the_sentences(written):
    made = written("county")
    names = made.book.sheetnames
    assert names[:2] == ["数据", "主要指标表"]
    assert names[-1] == "文字"
    assert len(names) - 3 == len([slide for slide in made.briefing.slides if slide.chart])


def test_figures_are_numbers_with_formats_units_and_sources(written):
    for row in written("county").book["数据"].iter_rows(min_row=3):
        name, number, _unit, exact, _base, source = row[:6]
        assert isinstance(number.value, int | float) and number.number_format != "General", name.value
        assert isinstance(exact.value, int | float)
        assert source.value


def test_a_charts_sheet_names_its_unit_and_the_cells_of_each_row(written):
    sheet = next(s for s in written("county").book if s.title.endswith("税收"))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows[0] == ["", "2013 (万元)", "2012 (万元)", "年度目标 (万元)", "数据来源"]
    september = next(row for row in rows if row[0] == "9月")
    assert september[1] == 1770
    assert "2013年报表.xlsx · 9月 · D64" in september[4]


def test_headings_stay_in_sight_and_every_sheet_prints_as_wide_as_a_page(written):
    for sheet in written("county").book:
        assert sheet.freeze_panes and sheet.print_title_rows and sheet.page_setup.fitToHeight == 0, sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title


def test_table_figures_carry_their_unit_in_their_format(written):
    sheet = written("county").book["主要指标表"]
    cell = sheet["B3"]
    assert cell.number_format.startswith('0.00"亿元"')
    assert abs(cell.value - 4.2572) < 1e-9


def test_names_that_look_like_formulas_stay_text_in_the_workbook_and_in_the_charts_own(written):
    made = written("hostile")
    books = [made.book, *(load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) for chart in charts_of(made.deck))]
    texts = [cell for book in books for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any(cell.value.startswith(("=", "+", "-", "@")) for cell in texts)
    assert {cell.data_type for cell in texts} == {"s"}
    with zipfile.ZipFile(made.folder / "figures.xlsx") as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "worksheets" in name)


def test_a_hostile_category_is_text_in_a_charts_workbook():
    data = chart_workbook(Chart(("=1+1", "b"), (Series("=cmd", (1.0, 2.0), ("1", "2")),), "万元"))
    sheet = load_workbook(io.BytesIO(data)).active
    assert [sheet["A2"].data_type, sheet["B1"].data_type] == ["s", "s"]


def test_the_same_briefing_gives_the_same_bytes(written):
    briefing = written("county").briefing
    assert workbook(briefing) == workbook(briefing)


def test_a_number_format_reads_like_its_text():
    assert [number_format(text) for text in ("4.26", "14", "12,345.6", "+1.0", "−16.0")] == [
        "0.00;−0.00", "0;−0", "#,##0.0;−#,##0.0", "+0.0;−0.0;0.0", "0.0;−0.0",
    ]
