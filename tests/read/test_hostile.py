"""Files that would take the server down are refused with a sentence, and the process goes on."""

from __future__ import annotations

import io
import zipfile

import pytest

from etl.read import engine, limits, read_book
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


def test_a_file_beyond_the_limit_is_not_even_read(monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "FILE_BYTES", 10)
    path = tmp_path / "t.csv"
    path.write_bytes(b"a,b\n" * 10)
    with pytest.raises(Unreadable) as caught:
        read_book(path)
    assert caught.value.code == "too_large"
