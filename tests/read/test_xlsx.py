"""What stands in an .xlsx, at its address."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
import xlsxwriter

from etl.read import read_book
from etl.read.grid import CellError, Merge
from tests.read.packages import cell, workbook

PERCENT = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>'
MONTH = '<cellXfs><xf numFmtId="0"/><xf numFmtId="57"/></cellXfs>'


def sheet_of(data: bytes, index: int = 0):
    return read_book(data, "t.xlsx").sheets[index]


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_table_that_starts_anywhere_keeps_its_addresses():
    sheet = sheet_of(workbook(f'<row r="3">{cell("C3", 5)}</row>'))
    assert sheet.at(2, 2) == 5
    assert sheet.at(0, 0) is None


def test_an_error_cell_is_not_an_empty_cell():
    sheet = sheet_of(workbook(f'<row r="1">{cell("A1", "#REF!", t="e")}{cell("B1", "#DIV/0!", t="e")}{cell("C1")}</row>'))
    assert sheet.rows[0] == [CellError.REF, CellError.DIV0, 1]


def test_an_error_below_the_last_value_is_kept():
    sheet = sheet_of(workbook(f'<row r="1">{cell("A1")}</row><row r="4">{cell("B4", "#N/A", t="e")}</row>'))
    assert sheet.at(3, 1) is CellError.NA


def test_percent_formats_are_told_and_plain_ones_are_not():
    sheet = sheet_of(workbook(f'<row r="1">{cell("A1", 1.38, s="1")}{cell("B1", 1.38, s="0")}</row>', styles=PERCENT))
    assert sheet.formats == {(0, 0): "0.00%"}


@pytest.mark.parametrize("rows", [
    '<row r="1"><c s="1" r="A1"><v>1.38</v></c></row>',
    "<row r='1'><c r='A1' s='1'><v>1.38</v></c></row>",
    '<row><c s="1"><v>1.38</v></c></row>',
    '<row r="1"><c r="A1" t="n" s="1"><v>1.38</v></c></row>',
])  # fmt: skip
def test_every_spelling_of_a_cell_is_understood(rows):
    sheet = sheet_of(workbook(rows, styles=PERCENT))
    assert (sheet.rows, sheet.formats) == ([[1.38]], {(0, 0): "0.00%"})


def test_a_chinese_month_format_makes_a_date_of_a_day_number():
    sheet = sheet_of(workbook(f'<row r="1">{cell("A1", 41518, s="1")}</row>', styles=MONTH))
    assert sheet.rows == [[dt.date(2013, 9, 1)]]
    assert sheet.formats == {(0, 0): 'yyyy"年"m"月"'}


def test_the_1904_date_system_is_heeded():
    sheet = sheet_of(workbook(f'<row r="1">{cell("A1", 40056, s="1")}</row>', styles=MONTH, properties='date1904="1"'))
    assert sheet.rows == [[dt.date(2013, 9, 1)]]


def test_dates_and_times_come_as_such():
    book = openpyxl.Workbook()
    book.active.append([dt.date(2013, 9, 1), dt.datetime(2013, 9, 1, 8, 30), dt.time(8, 30)])
    assert sheet_of(saved(book)).rows == [[dt.date(2013, 9, 1), dt.datetime(2013, 9, 1, 8, 30), dt.time(8, 30)]]


def test_a_formula_without_a_kept_result_is_told_from_an_empty_cell():
    book = openpyxl.Workbook()
    book.active.append([1, 2, "=A1+B1"])
    sheet = sheet_of(saved(book))
    assert (sheet.at(0, 2), sheet.uncached) == (None, {(0, 2)})


def test_a_formula_whose_result_is_an_empty_text_has_a_result():
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(A1,"")</f><v></v></c></row>'
    assert sheet_of(workbook(row)).uncached == set()


def test_rich_text_is_one_text():
    shared = "<si><r><t>工业</t></r><r><t>总产值</t></r></si>"
    assert sheet_of(workbook(f'<row r="1">{cell("A1", 0, t="s")}</row>', shared=shared)).rows == [["工业总产值"]]


def test_an_escaped_carriage_return_is_no_text():
    shared = "<si><t>本月_x000D_\n完成</t></si>"
    assert sheet_of(workbook(f'<row r="1">{cell("A1", 0, t="s")}</row>', shared=shared)).rows == [["本月\n完成"]]


def test_merged_ranges_are_told():
    after = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B2:B9"/></mergeCells>'
    assert sheet_of(workbook(f'<row r="1">{cell("A1")}</row>', after=after)).merges == [Merge(0, 0, 0, 2), Merge(1, 1, 8, 1)]


def hidden(row: int) -> str:
    return ' hidden="1"' if row in (2, 6) else ""


HIDDEN = "".join(f'<row r="{i}"{hidden(i)}>{cell(f"A{i}")}</row>' for i in range(1, 7))


def test_rows_hidden_by_hand_are_listed():
    assert sheet_of(workbook(HIDDEN)).hidden_rows == {1, 5}


def test_rows_hidden_by_a_filter_are_data():
    after = '<autoFilter ref="A1:A4"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>'
    assert sheet_of(workbook(HIDDEN, after=after)).hidden_rows == {5}


def test_a_filter_without_a_criterion_hides_nothing():
    assert sheet_of(workbook(HIDDEN, after='<autoFilter ref="A1:A4"/>')).hidden_rows == {1, 5}


def test_hidden_columns_are_listed():
    before = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>'
    assert sheet_of(workbook(f'<row r="1">{cell("A1")}</row>', before=before)).hidden_cols == {1, 2}


def test_hidden_sheets_are_read_and_marked():
    book = openpyxl.Workbook()
    book.active["A1"] = 1
    book.create_sheet("旧").sheet_state = "veryHidden"
    assert [(sheet.name, sheet.hidden) for sheet in read_book(saved(book)).sheets] == [("Sheet", False), ("旧", True)]


def test_a_chart_sheet_is_a_sheet_without_cells():
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    book.add_worksheet("数据").write(0, 0, 1)
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=数据!$A$1"})
    book.add_chartsheet("图").set_chart(chart)
    book.add_worksheet("后").write(0, 0, 2)
    book.close()
    assert [(sheet.name, sheet.rows) for sheet in read_book(target.getvalue()).sheets] == [("数据", [[1]]), ("图", []), ("后", [[2]])]


def test_strict_open_xml_is_read():
    data = workbook(f'<row r="1">{cell("A1", 0.5, s="1")}</row>', styles=PERCENT, strict=True)
    sheet = sheet_of(data)
    assert (sheet.rows, sheet.formats) == ([[0.5]], {(0, 0): "0.00%"})


def test_a_format_on_an_empty_far_cell_does_not_make_a_table_large():
    rows = f'<row r="1">{cell("A1")}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert sheet_of(workbook(rows)).rows == [[1]]
