"""The content decides what a file is; what holds no table gives one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.read import read_book
from etl.read.container import OLE_MAGIC
from etl.read.grid import Unreadable
from tests.read.packages import cell, workbook, zipped

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
GOOD = workbook(f'<row r="1">{cell("A1")}</row>')


def refusal(data: bytes, name: str = "报表.xlsx") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_book(data, name)
    return caught.value


def ole_with(stream: str) -> bytes:
    return OLE_MAGIC + bytes(600) + stream.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(("data", "code", "word"), [
    (b"", "empty", "空"),
    (b" \r\n\r\n", "no_cells", "没有任何"),
    (b"%PDF-1.7 x", "not_a_spreadsheet", "PDF"),
    (b"\x89PNG\r\n\x1a\n", "not_a_spreadsheet", "图片"),
    (b"\xff\xd8\xff\xe0", "not_a_spreadsheet", "图片"),
    (bytes(range(256)) * 8, "not_a_spreadsheet", "无法识别"),
    (bytes(1000), "not_a_spreadsheet", "无法识别"),
    (zipped({"word/document.xml": "<a/>"}), "not_a_spreadsheet", "Word"),
    (zipped({"a.txt": "x"}), "not_a_spreadsheet", "压缩包"),
    (ole_with("WordDocument"), "not_a_spreadsheet", "Word"),
    (ole_with("EncryptedPackage"), "password", "密码"),
    (OLE_MAGIC + bytes(600), "damaged", "损坏"),
    (b"\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00", "old_format", "早于"),
    (GOOD[:-60], "damaged", "损坏"),
    (GOOD[: len(GOOD) // 2], "damaged", "损坏"),
    (workbook(), "no_sheets", "没有工作表"),
    (workbook(""), "no_cells", "没有任何"),
])  # fmt: skip
def test_what_holds_no_table_gives_one_sentence_that_says_what_it_is(data, code, word):
    error = refusal(data)
    assert error.code == code
    assert word in error.message
    assert error.message.count("。") == 1


def test_an_xls_cut_off_is_damaged():
    data = (FIXTURES / "errors_percents_merges_hidden.xls").read_bytes()
    assert refusal(data[:3000]).code == "damaged"


def test_an_xls_with_a_password_record_says_so():
    data = bytearray((FIXTURES / "errors_percents_merges_hidden.xls").read_bytes())
    begin = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    data[begin + 20 : begin + 22] = b"\x2f\x00"  # the record after the first becomes FILEPASS
    assert refusal(bytes(data), "报表.xls").code == "password"


def test_a_wrong_extension_is_read_and_noted():
    data = (FIXTURES / "errors_percents_merges_hidden.xls").read_bytes()
    book = read_book(data, "报表.xlsx")
    assert book.kind == "xls"
    assert [code for code, _message in book.notes] == ["wrong_extension"]


@pytest.mark.parametrize("name", ["报表.xlsx", "报表.XLSM", "报表", ""])
def test_a_fitting_name_or_none_is_not_noted(name):
    assert read_book(GOOD, name).notes == []


def test_a_path_gives_the_book_its_name(tmp_path):
    path = tmp_path / "九月.xlsx"
    path.write_bytes(GOOD)
    assert read_book(path).name == "九月.xlsx"
