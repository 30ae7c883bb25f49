"""The same table as .xls, .ods, .xlsb, XML Spreadsheet 2003 and HTML."""

from __future__ import annotations

import datetime as dt
import struct
from pathlib import Path

import pytest

from etl.read import read_book
from etl.read.grid import CellError, Merge
from tests.read.packages import zipped

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


@pytest.fixture(params=["xls", "ods"])
def book(request):
    return read_book(FIXTURES / f"errors_percents_merges_hidden.{request.param}")


def test_cells_stand_at_their_addresses(book):
    sheet = book.sheets[0]
    assert [sheet.at(1, 1), sheet.at(4, 2), sheet.at(8, 2)] == ["园区月报 2013年9月", 100.5, 118.5]


def test_error_results_are_errors(book):
    assert [book.sheets[0].at(5, 2), book.sheets[0].at(6, 3)] == [CellError.DIV0, CellError.NA]


def test_dates_are_dates(book):
    assert [book.sheets[0].at(4, 4), book.sheets[0].at(5, 4)] == [dt.date(2013, 9, 1), dt.datetime(2013, 9, 1, 8, 30)]


def test_formats_tell_percent_and_units(book):
    formats = book.sheets[0].formats
    assert formats[4, 3] == "0.0%"
    assert formats[5, 3] == "0.00%"
    assert "户" in formats[6, 2]
    assert (4, 2) not in formats


def test_merges_are_told(book):
    assert book.sheets[0].merges == [Merge(1, 1, 1, 4)]


def test_what_is_hidden_by_hand_is_told_and_filtered_rows_are_data(book):
    assert (book.sheets[0].hidden_rows, book.sheets[0].hidden_cols) == ({7}, {5})
    assert [sheet.hidden for sheet in book.sheets] == [False, True, False]
    assert book.sheets[2].hidden_rows == set()


def record(number: int, content: bytes = b"") -> bytes:
    """A record of [MS-XLSB]."""
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    return head + bytes([len(content) & 0x7F | 0x80, len(content) >> 7]) + content


def words(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb() -> bytes:
    """A sheet 表 with 1.38 shown as percent in B2, #REF! in C2, and A3 in a row hidden by hand."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    row = lambda at, flags=0: record(0, struct.pack("<IIHBBBI", at, 0, 300, 0, flags, 0, 0))  # noqa: E731
    sheet = record(129) + record(148, struct.pack("<IIII", 1, 2, 0, 2)) + record(145)
    sheet += row(1) + record(5, struct.pack("<IId", 1, 1, 1.38)) + record(3, struct.pack("<IIB", 2, 0, 0x17))
    sheet += row(2, 0x10) + record(5, struct.pack("<IId", 0, 0, 7.0)) + record(146)
    sheet += record(176, struct.pack("<IIII", 0, 0, 0, 2)) + record(130)
    look = lambda form: record(47, struct.pack("<HH12x", 0, form))  # noqa: E731
    styles = record(278) + record(617, struct.pack("<I", 2)) + look(0) + look(10) + record(618) + record(279)
    book = record(131) + record(153, bytes(12)) + record(143)
    book += record(156, struct.pack("<II", 0, 1) + words("rId1") + words("表")) + record(144) + record(132)
    return zipped({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{head}<Relationship Id="r" Type="{office}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/_rels/workbook.bin.rels": f'{head}<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.bin"/>'
        f'<Relationship Id="rId2" Type="{office}/styles" Target="styles.bin"/></Relationships>',
        "xl/workbook.bin": book,
        "xl/worksheets/sheet1.bin": sheet,
        "xl/styles.bin": styles,
    })  # fmt: skip


def test_a_binary_workbook_gives_values_errors_formats_merges_and_hidden_rows():
    book = read_book(xlsb(), "t.xlsb")
    sheet = book.sheets[0]
    assert (book.kind, sheet.name) == ("xlsb", "表")
    assert [sheet.at(1, 1), sheet.at(1, 2), sheet.at(2, 0)] == [1.38, CellError.REF, 7]
    assert sheet.formats == {(1, 1): "0.00%"}
    assert (sheet.merges, sheet.hidden_rows) == ([Merge(0, 0, 0, 2)], {2})


XML_2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
<Worksheet ss:Name="月报"><Table><Column ss:Index="3" ss:Hidden="1"/>
<Row ss:Index="2"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">工业总产值</Data></Cell>
<Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="DateTime">2013-09-01T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Error">#DIV/0!</Data></Cell><Cell ss:Formula="=R1C1"/></Row></Table></Worksheet></Workbook>"""


def test_xml_spreadsheet_2003_named_xls_is_read():
    book = read_book(XML_2003.encode(), "t.xls")
    sheet = book.sheets[0]
    assert book.kind == "xml"
    assert sheet.rows == [[], [None, "工业总产值", None, 0.5], [dt.date(2013, 9, 1), CellError.DIV0]]
    assert (sheet.merges, sheet.formats, sheet.uncached) == ([Merge(1, 1, 1, 2)], {(1, 3): "0.00%"}, {(2, 2)})
    assert (sheet.hidden_rows, sheet.hidden_cols) == ({2}, {2})


HTML = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>x</title></head><body>
<h2>园区月报 2013年9月</h2><p>单位：万元</p><table><tr><th rowspan=2>指标</th><th colspan=2>完成</th></tr>
<tr><td>本月<br>完成</td><td>累计</td></tr><tr style="display:none"><td>藏</td></tr>
<tr><td>产值</td><td x:num="0.718">71.8%</td><td>1,234</td></tr></table>注：略<script>x</script></body></html>"""


def test_html_named_xls_gives_its_tables_and_the_lines_around_them():
    book = read_book(HTML.encode("gb18030"), "t.xls")
    sheet = book.sheets[0]
    assert book.kind == "html"
    assert sheet.rows == [
        ["园区月报 2013年9月"], ["单位：万元"], ["指标", "完成"], [None, "本月\n完成", "累计"], ["藏"], ["产值", 0.718, "1,234"], ["注：略"],
    ]  # fmt: skip
    assert sheet.merges == [Merge(2, 0, 3, 0), Merge(2, 1, 2, 2)]
    assert (sheet.formats, sheet.hidden_rows) == ({(5, 1): "0.00%"}, {4})


def test_a_table_that_only_arranges_tables_is_taken_apart():
    page = "<table><tr><td>2013年</td><td><table><tr><td>产值</td><td>5</td></tr></table></td></tr></table>"
    assert read_book(page.encode(), "t.htm").sheets[0].rows == [["2013年"], ["产值", "5"]]
