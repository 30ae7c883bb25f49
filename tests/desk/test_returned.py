"""A file goes back to whoever must mend it: the same workbook with colour and comments at the doubts, and a sheet of all of them."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from etl.extract import extract
from etl.returned import returned, returned_name

ROWS = (
    ["=HYPERLINK(\"http://away\",\"x\")", None, None, None, None, None],
    ["东湖园区2013年1-9月主要经济指标完成情况表", None, None, None, None, None],
    ["指标", "单位", "年度目标", "9月", "1-9月累计", "完成率(%)"],
    ["工业总产值", "万元", 1000, 80, 700, 12.5],
    ["税收", "万元", 200, "#REF!", 140, 70],
    ["=cmd|'x'!A0", "万元", 9, 1, 5, 1],
)


def workbook(*, merged: bool = True) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "9月"
    for row in ROWS[1:]:
        sheet.append(row)
    sheet["A3"].font = Font(bold=True, color="FF0000")
    sheet["A5"].data_type = "s"
    if merged:
        sheet.merge_cells("A1:F1")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_keeps_its_formats_and_gets_comments_and_colour_at_its_doubts():
    data = workbook()
    findings = extract(data, "9月.xlsx").findings
    book = load_workbook(io.BytesIO(returned(data, "9月.xlsx", findings)))
    sheet = book["9月"]
    assert book.sheetnames[0] == "核对意见"
    assert sheet["A3"].font.b and sheet["A1"].value == ROWS[1][0] and "A1:F1" in [str(m) for m in sheet.merged_cells.ranges]
    assert "12.5%" in sheet["F3"].comment.text and sheet["F3"].fill.fgColor.rgb == "00FFE699"
    assert sheet["D4"].comment is not None and sheet["D4"].fill.fgColor.rgb == "00F8CBAD"
    assert sheet["D3"].comment is None


def test_the_sheet_of_findings_lists_every_one_errors_first_and_runs_nothing():
    data = workbook()
    findings = extract(data, "9月.xlsx").findings
    sheet = load_workbook(io.BytesIO(returned(data, "9月.xlsx", findings)))["核对意见"]
    kinds = [sheet.cell(r, 2).value for r in range(2, sheet.max_row + 1)]
    assert len(kinds) == len(findings) and kinds[0] == "错误"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("name", ["9月.csv", "9月.html"])
def test_another_container_comes_back_as_a_workbook_of_its_cells(name):
    lines = [[("" if v is None else str(v)) for v in row] for row in ROWS[1:]]
    if name.endswith("csv"):
        data = "\n".join(",".join(line) for line in lines).encode("gb18030")
    else:
        data = ("<table>" + "".join("<tr>" + "".join(f"<td>{v}</td>" for v in line) + "</tr>" for line in lines) + "</table>").encode()
    findings = extract(data, name).findings
    book = load_workbook(io.BytesIO(returned(data, name, findings)))
    sheet = book.worksheets[1]
    assert sheet["A3"].value == "工业总产值" and sheet["A5"].data_type == "s"
    assert any(cell.comment for row in sheet.iter_rows() for cell in row)


def test_the_name_of_the_way_back_says_what_it_is():
    assert returned_name("9月报.xls") == "9月报_核对意见.xlsx"
