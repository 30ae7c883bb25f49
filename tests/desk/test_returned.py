"""A file goes back to whoever must mend it: the same workbook with colour and comments at the doubts, and a sheet of all of them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from etl.extract import extract
from etl.returned import returned, returned_name
from park.store import Finding

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


def rich() -> bytes:
    """A workbook with what a library that loads and saves it anew would lose or move: a text box, a chart, a small chart in a cell, a text in two
    colours, a formula's result, a comment, print areas, a second sheet that is shown first."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, other = book.add_worksheet("9月"), book.add_worksheet("说明")
    for r, row in enumerate(ROWS[1:4]):
        sheet.write_row(r, 0, [v if v is not None else "" for v in row])
    sheet.write_formula("E4", "=100+40", None, 140)
    sheet.write_row("A4", ["税收", "万元", 200, "≥20"])
    sheet.merge_range("A5:B6", "合并", book.add_format({"bold": True}))
    sheet.write_rich_string("A8", "注：", book.add_format({"color": "red"}), "红字", "为重点")
    sheet.write_comment("C3", "目标含新区")
    sheet.write_comment("F3", "原批注")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='9月'!$E$3:$E$4"})
    sheet.insert_chart("H2", chart)
    sheet.insert_textbox("A10", "请于每月5日前报送")
    sheet.add_sparkline("G3", {"range": "'9月'!C3:E3"})
    other.write("A1", "填表说明")
    other.print_area("A1:B5")
    other.activate()
    book.close()
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_nothing_of_the_workbook_is_lost_on_its_way_back():
    data = rich()
    findings = extract(data, "9月.xlsx").findings
    back = returned(data, "9月.xlsx", findings)
    before, after = parts(data), parts(back)
    assert set(before) < set(after)
    same = [name for name in before if before[name] == after[name]]
    assert {"xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml"} <= set(same)
    sheet = after["xl/worksheets/sheet1.xml"].decode()
    assert "sparkline" in sheet and ">140<" in sheet  # the small chart, and the formula with its result
    kept = load_workbook(io.BytesIO(back), data_only=True)
    assert kept.sheetnames == ["核对意见", "9月", "说明"] and kept["9月"]["E4"].value == 140
    assert kept["说明"].print_area == "'说明'!$A$1:$B$5"
    assert [ws.title for ws in kept if ws.sheet_view.tabSelected] == ["核对意见"]
    assert kept["9月"]["C3"].comment.text == "目标含新区"
    assert kept["9月"]["F3"].comment.text.startswith("原批注") and "12.5%" in kept["9月"]["F3"].comment.text
    assert "≥20" in kept["9月"]["D4"].comment.text and kept["9月"]["D4"].fill.fgColor.rgb == "00FFE699"
    assert told(back) == [("returned_sheet", "核对意见", ""), *told(data)]  # once mended it is read as before


@pytest.mark.parametrize("macros", [False, True])
def test_only_the_sheet_of_findings_is_selected_when_the_marked_sheet_was_the_shown_one(macros):
    data = with_part(workbook(), "xl/worksheets/sheet1.xml", lambda c: c.replace(b"<sheetView ", b'<sheetView tabSelected="1" '))
    if macros:
        data = with_part(data, "[Content_Types].xml", lambda c: c.replace(b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"))
    assert [ws.title for ws in load_workbook(io.BytesIO(data)) if ws.sheet_view.tabSelected] == ["9月"]
    back = load_workbook(io.BytesIO(returned(data, "9月.xlsx", DOUBT)))
    assert [ws.title for ws in back if ws.sheet_view.tabSelected] == ["核对意见"] and back["9月"]["A3"].comment


DOUBT = [Finding("x", "warning", "9月.xlsx", "9月", "A3", "等。", ""), Finding("y", "error", "9月.xlsx", "9月", "B7", "缺。", "")]
STYLES = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</styleSheet>'


def with_part(data: bytes, name: str, change) -> bytes:
    """The package with one part written in another way."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, content in parts(data).items():
            package.writestr(part, change(content) if part == name else content)
    return out.getvalue()


@pytest.mark.parametrize("styles", ["", "<cellXfs><xf/></cellXfs>", '<fonts count="0"/><fills count="0"/><cellXfs count="1"><xf numFmtId="0"/></cellXfs>'])
def test_styles_that_lack_what_colour_needs_get_it(styles):
    data = with_part(workbook(), "xl/styles.xml", lambda _c: STYLES.format(styles).encode())
    back = returned(data, "9月.xlsx", DOUBT)
    sheet = load_workbook(io.BytesIO(back))["9月"]
    assert sheet["A3"].fill.fgColor.rgb == "00FFE699" and sheet["B7"].fill.fgColor.rgb == "00F8CBAD"
    text = parts(back)["xl/styles.xml"].decode()
    order = [text.index(f"<{name}") for name in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs")]
    assert order == sorted(order) and text.index("gray125") < text.index("FFE699")


@pytest.mark.parametrize("lacking", ["text", "authors", "commentList"])
def test_comments_that_lack_a_part_get_it(lacking):
    book = load_workbook(io.BytesIO(workbook()))
    book["9月"]["A3"].comment = Comment("旧", "me")
    out = io.BytesIO()
    book.save(out)
    data = with_part(out.getvalue(), "xl/comments/comment1.xml", lambda c: re.sub(rf"<{lacking}>.*</{lacking}>".encode(), b"", c, flags=re.S))
    assert data != out.getvalue()
    back = parts(returned(data, "9月.xlsx", DOUBT))["xl/comments/comment1.xml"].decode()
    assert "等。" in back and "缺。" in back and back.index("<authors") < back.index("<commentList")


@pytest.mark.parametrize(("written", "instead"), [
    (b'r="A3"', b'r="a3"'), (b'r="A3"', b'r="A3" s="x"'), (b'ref="A1:F1"', b""), (b"<sheetData>", b"<sheetData><row/>"),
])
def test_a_sheet_written_in_an_odd_way_still_goes_back_with_its_doubts(written, instead):
    data = with_part(workbook(), "xl/worksheets/sheet1.xml", lambda c: re.sub(written + b'( s="1")?', instead, c, count=1))
    assert parts(data)["xl/worksheets/sheet1.xml"] != parts(workbook())["xl/worksheets/sheet1.xml"]
    back = parts(returned(data, "9月.xlsx", DOUBT))
    comments = "".join(content.decode() for name, content in back.items() if "comments" in name.lower() and name.endswith(".xml"))
    assert "等。" in comments and "缺。" in comments


def test_comments_drawn_in_another_way_still_go_back_with_their_doubts():
    name = next(name for name in parts(rich()) if name.endswith(".vml"))
    data = with_part(rich(), name, lambda c: c.decode().encode("utf-16"))
    assert any("等。" in content.decode("utf-8", "replace") for content in parts(returned(data, "9月.xlsx", DOUBT)).values())


def told(data: bytes) -> list[tuple[str, str, str]]:
    return [(f.code, f.sheet, f.cell) for f in extract(data, "9月.xlsx").findings]


def test_a_mark_at_a_cell_that_is_not_there_or_is_merged_finds_its_place():
    finding = [Finding("x", "warning", "9月.xlsx", "9月", cells, "等。", "") for cells in ("B6", "Z3", "A50:A51", "AB1")]
    sheet = load_workbook(io.BytesIO(returned(rich(), "9月.xlsx", finding)))["9月"]
    assert all(sheet[cell].fill.fgColor.rgb == "00FFE699" and sheet[cell].comment for cell in ("A5", "Z3", "A50", "AB1"))
    assert sheet["A51"].fill.fgColor.rgb == "00FFE699" and sheet["A5"].font.b


def test_a_workbook_with_macros_comes_back_without_them_rather_than_under_a_false_name():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts(rich()).items():
            package.writestr(name, content.replace(b"spreadsheetml.sheet.main+xml", b"x").replace(b"vnd.openxmlformats-officedocument.x", b"vnd.ms-excel.sheet.macroEnabled.main+xml"))
    findings = extract(out.getvalue(), "9月.xlsm").findings
    back = returned(out.getvalue(), "9月.xlsm", findings)
    assert b"macroEnabled" not in parts(back)["[Content_Types].xml"] and load_workbook(io.BytesIO(back))["9月"]["D4"].comment


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_another_program_opens_what_goes_back_and_finds_the_comments(tmp_path):
    findings = extract(rich(), "9月.xlsx").findings
    (tmp_path / "back.xlsx").write_bytes(returned(rich(), "9月.xlsx", findings))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / "back.xlsx")],
                   check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "back.ods") as package:
        text = package.read("content.xml").decode()
    assert "核对意见" in text and "目标含新区" in text and text.count("office:annotation ") >= 3
