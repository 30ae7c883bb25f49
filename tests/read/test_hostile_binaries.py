"""Binary workbooks, and parts of them, that ask for more than they bring: refused with a sentence, soon, or read as the little they are."""

from __future__ import annotations

import struct
import time

import pytest

from etl.read import read_book
from etl.read.grid import Unreadable

from .binaries import number, part, real, record, row, xls, xlsb
from .packages import cell, workbook

MANY = [(r, c) for r in range(2000) for c in range(150)]
BOOKS = {
    "opposite corners.xls": lambda: xls([number(0, 0) + number(65_535, 255)]),
    "corners of several sheets.xls": lambda: xls([number(0, 0) + number(15_000, 255)] * 3),
    "fifty thousand sheets.xls": lambda: xls([b""] * 50_000),
    "names over one sheet.xls": lambda: xls([b"".join(number(*at) for at in MANY)], starts=[0] * 900),
    "names over one sheet, shifted.xls": lambda: xls([b"".join(number(*at) for at in MANY)], starts=[20 + 18 * i for i in range(900)]),
    "endless merges.xls": lambda: xls([number(0, 0) + record(0xE5, struct.pack("<H", 1027) + struct.pack("<HHHH", 0, 65_535, 0, 255) * 1027) * 200]),
    "opposite corners.xlsb": lambda: xlsb([row(0) + real(0) + row(1_048_575) + real(16_383)]),
    "rows beyond the sheet.xlsb": lambda: xlsb([row(0) + real(0) + row(0xFFFFFFF0) + real(0x7FFFFFFF)]),
    "fifty thousand sheets.xlsb": lambda: xlsb([row(0) + real(0)], names=50_000),
    "names over one sheet.xlsb": lambda: xlsb([b"".join(row(r) + b"".join(real(c) for c in range(150)) for r in range(2000))], names=900),
    "a gigabyte unpacked.xlsb": lambda: xlsb([bytes(2**29)]),
    "more texts than there are.xlsb": lambda: xlsb([row(0) + part(7, struct.pack("<III", 0, 0, 0))], shared=part(159, struct.pack("<II", 2**32 - 1, 2**32 - 1)) + part(160)),
    "endless merges.xlsb": lambda: xlsb([row(0) + real(0) + part(177, struct.pack("<I", 300_000)) + part(176, struct.pack("<IIII", 0, 1_048_575, 0, 16_383)) * 300_000]),
    "a record longer than the file.xlsb": lambda: xlsb([row(0) + bytes([5, 0xFF, 0xFF, 0xFF, 0x7F])]),
    "names over one sheet.xlsx": lambda: one_part(900),
}


def one_part(names: int) -> bytes:
    """An .xlsx of many sheets over one part."""
    rows = "".join(f'<row r="{r}">' + "".join(cell(f"{chr(65 + c)}{r}") for c in range(26)) + "</row>" for r in range(1, 3001))
    return workbook(rows, *[""] * (names - 1), targets=[1] * names)


@pytest.mark.parametrize("name", BOOKS)
def test_a_binary_workbook_that_asks_for_too_much_is_refused_soon(name):
    data = BOOKS[name]()
    began = time.process_time()
    with pytest.raises(Unreadable) as caught:
        read_book(data, name)
    assert caught.value.message.endswith("。")
    assert time.process_time() - began < 15  # of the server's own time: a child has a limit of its own


@pytest.mark.parametrize("data", [
    xls([number(0, 0, 5) + number(1, 1, 6)]), xlsb([row(0) + real(0, 5) + row(1) + real(1, 6)]),  # xlsb: with the dimensions of a full sheet
], ids=["xls", "xlsb"])
def test_the_same_way_of_writing_gives_a_readable_workbook(data):
    assert read_book(data, "t").sheets[0].rows == [[5, None], [None, 6]]


def test_a_count_of_texts_that_is_not_there_is_harmless():
    texts = record(0xFC, struct.pack("<II", 2**32 - 1, 2**32 - 16) + b"\x05\x00\x00hello")
    assert read_book(xls([record(0xFD, struct.pack("<HHHI", 0, 0, 0, 0))], shared=texts), "t.xls").sheets[0].rows == [["hello"]]
