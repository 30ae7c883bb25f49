"""CSV and text: encodings, separators, and lines that count as they stand."""

from __future__ import annotations

import pytest

from etl.read import read_book

TABLE = "指标,本月,累计\n工业总产值,5,45\n税收,1,9\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_gives_the_same_fields(encoding, separator):
    book = read_book(TABLE.replace(",", separator).encode(encoding), "t.csv")
    assert book.kind == "csv"
    assert book.sheets[0].rows == [["指标", "本月", "累计"], ["工业总产值", "5", "45"], ["税收", "1", "9"]]
    assert book.sheets[0].name == ""


def test_empty_lines_count_as_rows():
    rows = read_book("标题\n\na,b\n1,2\n".encode()).sheets[0].rows
    assert rows == [["标题"], [], ["a", "b"], ["1", "2"]]


def test_ragged_lines_keep_their_fields():
    assert read_book(b"a,b,c\n1,2\n1,2,3,4\n").sheets[0].rows == [["a", "b", "c"], ["1", "2"], ["1", "2", "3", "4"]]


def test_quoted_fields_keep_separators_and_quotes():
    assert read_book('a,b\n"1,234.5","说""好"""\n'.encode()).sheets[0].rows[1] == ["1,234.5", '说"好"']


def test_a_field_with_line_breaks_leaves_the_lines_below_at_their_numbers():
    sheet = read_book(b'a,b\n"x\ny",2\n3,4\n').sheets[0]
    assert sheet.at(1, 0) == "x\ny"
    assert sheet.at(3, 0) == "3"


def test_numbers_stay_text_and_empty_fields_are_none():
    assert read_book(b"a,b,c\n007,, \n").sheets[0].rows[1] == ["007", None, None]


def test_windows_line_ends_leave_no_trace():
    assert read_book(b"a,b\r\n1,2\r\n").sheets[0].rows == [["a", "b"], ["1", "2"]]


def test_prose_is_lines_not_fields():
    text = "一、经济运行\n1-9月，园区完成工业总产值5亿元，同比增长10%。\n全年目标，力争完成，确保增长，稳中有进。\n"
    book = read_book(text.encode(), "总结.txt")
    assert book.kind == "text"
    assert book.sheets[0].rows[1] == ["1-9月，园区完成工业总产值5亿元，同比增长10%。"]


def test_a_character_cut_at_the_end_does_not_make_a_table_unreadable():
    data = (TABLE * 30).encode("gb18030") + "注".encode("gb18030")[:1]
    assert read_book(data).sheets[0].rows[1] == ["工业总产值", "5", "45"]
