"""Files that would take the server down are refused with a sentence, and the process goes on."""

from __future__ import annotations

import io
import time
import zipfile
from itertools import pairwise

import pytest

from etl.extract import extract
from etl.read import engine, limits, read_book, xlsx_scan
from etl.read.grid import Unreadable
from tests.read.packages import cell, workbook, zipped


def refused(data: bytes, name: str = "t.xlsx") -> str:
    with pytest.raises(Unreadable) as caught:
        read_book(data, name)
    assert caught.value.message.endswith("。")
    return caught.value.code


FAR = f'<row r="1">{cell("A1")}</row><row r="1048576">{{}}</row>'


@pytest.mark.parametrize("last", [
    cell("XFD1048576"),
    "<c r='XFD1048576'><v>1</v></c>",
    '<c\nr="XFD1048576"><v>1</v></c>',
    '<c s="0" r="XFD1048576"><v>1</v></c>',
    '<c a=">" r="XFD1048576"><v>1</v></c>',
    cell("xfd1048576"),
    cell("Z1048576"),
])  # fmt: skip
def test_cells_in_opposite_corners_are_refused_however_they_are_spelled(last):
    assert refused(workbook(FAR.format(last))) == "too_large"


def test_a_reference_that_cannot_be_understood_is_refused():
    assert refused(workbook('<row r="1"><c r="&#88;FD1048576"><v>1</v></c></row>')) == "damaged"


def test_a_single_value_in_the_last_cell_is_read_at_its_address():
    sheet = read_book(workbook(f'<row r="1048576">{cell("XFD1048576", 7)}</row>')).sheets[0]
    assert sheet.at(1_048_575, 16_383) == 7


def test_a_false_dimension_is_harmless():
    data = workbook(f'<row r="1">{cell("A1")}</row>', before='<dimension ref="A1:XFD1048576"/>')
    assert read_book(data).sheets[0].rows == [[1]]


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert refused(workbook(" " * 30_000_000)) == "unpacks_too_large"


def test_a_zip_that_lies_about_its_sizes_is_refused():
    data = workbook(f'<row r="1">{cell("A1", "1" * 3000)}</row>')
    part = zipfile.ZipFile(io.BytesIO(data)).getinfo("xl/worksheets/sheet1.xml")
    size = part.file_size.to_bytes(4, "little")
    assert refused(data.replace(size, (10).to_bytes(4, "little"))) == "damaged"


def test_texts_shared_by_many_cells_cannot_fill_the_memory():
    rows = "".join(f'<row r="{i}">{cell(f"A{i}", 0, t="s")}</row>' for i in range(1, 20_001))
    assert refused(workbook(rows, shared=f"<si><t>{'字' * 30_000}</t></si>")) == "too_large"


@pytest.mark.parametrize(("sheets", "code"), [(2_000, "too_large"), (12_000, "unpacks_too_large")])
def test_thousands_of_sheets_are_refused(sheets, code):
    assert refused(workbook(*[""] * sheets)) == code


def test_xml_entities_are_refused():
    data = zipped({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>'})
    assert refused(data) == "xml_entities"


def test_a_repeated_row_of_an_ods_cannot_fill_the_memory():
    row = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" '
    row += 'office:value-type="float" office:value="1"/></table:table-row>'
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table"))
    body = f"<office:d{names}><office:spreadsheet><table:table>{row}</table:table></office:spreadsheet></office:d>"
    assert refused(zipped({"content.xml": body}), "t.ods") == "too_large"


@pytest.mark.parametrize("text", [
    "<html>" + "<div>" * 50_000 + "x",
    "<html>" + "<table><tr><td>" * 3_000 + "x",
])  # fmt: skip
def test_a_page_nested_without_end_is_refused(text):
    assert refused(text.encode(), "t.xls") == "damaged"


def test_a_page_of_endless_spans_is_refused():
    assert refused(b"<table><tr>" + b"<td colspan=1000 rowspan=60000>x" * 5_000, "t.xls") == "too_large"


def test_the_child_dies_in_the_place_of_the_server():
    with pytest.raises(Unreadable) as caught:
        engine.read_guarded(workbook(FAR.format(cell("XFD1048576"))))
    assert caught.value.code == "too_large"


def test_a_child_that_takes_too_long_is_ended():
    with pytest.raises(Unreadable) as caught:
        engine.read_guarded(workbook(f'<row r="1">{cell("A1")}</row>'), seconds=0.001)
    assert caught.value.code == "too_large"


def test_a_large_table_is_read_in_the_child(monkeypatch):
    monkeypatch.setattr(limits, "IN_PROCESS_CELLS", 1)
    data = workbook(f'<row r="1">{cell("A1")}{cell("B1", 2)}</row>')
    assert read_book(data).sheets[0].rows == [[1, 2]]


SHEET = '<?xml version="1.0"?>{}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
SHEET += '<Worksheet ss:Name="a"><Table>{}</Table></Worksheet></Workbook>'
LAUGHS = "<!DOCTYPE l [" + '<!ENTITY a "x">' + "".join(f'<!ENTITY {b} "{10 * f"&{a};"}">' for a, b in pairwise("abcdefghi")) + "]>"
NAMES = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))


def test_opposite_corners_of_spreadsheetml_are_refused():
    number = '<Data ss:Type="Number">1</Data>'
    rows = f'<Row><Cell>{number}</Cell></Row><Row ss:Index="1048576"><Cell ss:Index="16384">{number}</Cell></Row>'
    assert refused(SHEET.format("", rows).encode(), "t.xls") == "too_large"


def test_entities_within_entities_are_refused_in_every_container():
    assert refused(SHEET.format(LAUGHS, "<Row>&i;</Row>").encode(), "t.xls") == "xml_entities"
    assert refused(zipped({"content.xml": f"{LAUGHS}<office:d{NAMES}>&i;</office:d>"}), "t.ods") == "xml_entities"
    sheet = zipfile.ZipFile(io.BytesIO(workbook("")))
    parts = {name: sheet.read(name) for name in sheet.namelist()}
    parts["xl/worksheets/sheet1.xml"] = ("<!--" + "x" * 5000 + "-->" + LAUGHS + "<worksheet>&i;</worksheet>").encode()
    assert refused(zipped(parts)) == "xml_entities"


def test_ranges_merged_over_the_whole_sheet_cost_nothing():
    row = '<Row><Cell ss:MergeAcross="16383" ss:MergeDown="1048575"><Data ss:Type="Number">1</Data></Cell></Row>'
    data = SHEET.format("", row * 20_000).encode()
    began = time.monotonic()
    assert extract(data, "t.xls").observations.num_rows == 0
    assert time.monotonic() - began < 30


def ods(row: str) -> bytes:
    body = f"<office:d{NAMES}><office:spreadsheet><table:table>{row}</table:table></office:spreadsheet></office:d>"
    return zipped({"content.xml": body})


@pytest.mark.parametrize(("rows", "columns"), [(990_000, 4), (200, 16_000)])
def test_rows_and_columns_repeated_as_far_as_they_go_are_refused(rows, columns):
    cell_of = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/>'
    assert refused(ods(f'<table:table-row table:number-rows-repeated="{rows}">{cell_of}</table:table-row>'), "t.ods") == "too_large"


def test_millions_of_fields_are_refused_before_they_are_parted():
    assert refused(b"1,\n" * 1_600_000, "t.csv") == "too_large"
    assert refused(b"1," * 3_100_000, "t.csv") == "too_large"


def test_millions_of_tags_are_refused_before_a_tree_is_made():
    assert refused(b"<html><table>" + b"<tr><td>1" * 2_100_000, "t.xls") == "too_large"


def test_a_sheet_of_too_many_cells_is_refused_without_listing_them(monkeypatch):
    monkeypatch.setattr(limits, "BOX_CELLS", 1000)
    monkeypatch.setattr(xlsx_scan, "LARGE", 0)
    rows = "".join(f'<row r="{r}">{cell(f"A{r}")}{cell(f"AB{r}")}</row>' for r in range(1, 700))
    assert refused(workbook(rows)) == "too_large"


def test_a_heavy_book_is_read_in_the_child_and_refused_in_the_language_in_use(monkeypatch):
    monkeypatch.setattr(limits, "LIGHT_SHEETS_BYTES", 0)
    assert read_book(workbook(f'<row r="1">{cell("A1")}{cell("B1", 2)}</row>')).sheets[0].rows == [[1, 2]]
    assert refused(workbook()) == "no_sheets"


def test_what_a_cell_holds_stays_a_text():
    lines = '指标,单位,2013年1-9月\n"=HYPERLINK(""http://x"")",万元,1\n<script>alert(1)</script>,万元,2\n../../x,万元,3\n工业总产值,万元,100\n'
    reading = extract(lines.encode(), "../../x.csv")
    assert reading.observations.num_rows == 1
    assert any("<script>alert(1)</script>" in finding.message for finding in reading.findings)


def test_a_file_beyond_the_limit_is_not_even_read(monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    path = tmp_path / "t.csv"
    path.write_bytes(b"a,b\n" * 10)
    with pytest.raises(Unreadable) as caught:
        read_book(path)
    assert caught.value.code == "too_large"
