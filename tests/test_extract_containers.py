"""`python -m etl extract` on every container, under its own extension and under a wrong one: the content decides."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import xlsxwriter

from etl.__main__ import main
from tests.read.packages import cell, workbook, zipped

FIXTURES = Path(__file__).parent / "fixtures"
ROWS = [["青山工业园2021年1-6月主要指标"], ["指标", "单位", "累计"], ["工业总产值", "万元", 4200], ["税收", "万元", 310]]
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def xlsx() -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    page = book.add_worksheet("6月")
    for number, row in enumerate(ROWS):
        page.write_row(number, 0, row)
    book.close()
    return target.getvalue()


def html() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in ROWS)
    return f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'.encode()


def delimited() -> bytes:
    return "\n".join(",".join(str(v) for v in row) for row in ROWS).encode("gb18030")


def ods() -> bytes:
    def written(value: object) -> str:
        if isinstance(value, int):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    rows = "".join("<table:table-row>" + "".join(written(v) for v in row) + "</table:table-row>" for row in ROWS)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_OFFICE}" xmlns:table="{_TABLE}" xmlns:text="{_TEXT}">'
        f'<office:body><office:spreadsheet><table:table table:name="6月">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, "META-INF/manifest.xml": manifest})


def xls() -> bytes:
    return (FIXTURES / "errors_percents_merges_hidden.xls").read_bytes()


def spreadsheetml() -> bytes:
    def written(value: object) -> str:
        return f'<Cell><Data ss:Type="{"Number" if isinstance(value, int) else "String"}">{value}</Data></Cell>'

    rows = "".join("<Row>" + "".join(written(v) for v in row) + "</Row>" for row in ROWS)
    return (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="6月"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def extracted(path: Path, tmp_path: Path, capfdbinary) -> tuple[list[dict], list[dict]]:
    """(rows printed, findings written) of one run of the command."""
    findings = tmp_path / "findings.csv"
    main(["extract", str(path), "--findings", str(findings)])
    out, _err = capfdbinary.readouterr()
    with findings.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(io.StringIO(out.decode()))), list(csv.DictReader(file))


@pytest.mark.parametrize("extension", [".xlsx", ".xls", ".csv", ".html", ".ods", ".et", ""])
@pytest.mark.parametrize("content", [xlsx, xls, ods, html, delimited, spreadsheetml])
def test_every_kind_of_file_is_read_by_its_content_and_a_note_tells_of_a_wrong_extension(content, extension, tmp_path, capfdbinary):
    path = tmp_path / f"六月{extension}"
    path.write_bytes(content())
    rows, findings = extracted(path, tmp_path, capfdbinary)
    own = {"xlsx": (".xlsx", ".et"), "xls": (".xls", ".et"), "ods": (".ods",), "html": (".html",), "delimited": (".csv",), "spreadsheetml": ()}
    wrong = bool(extension) and extension not in own[content.__name__]
    assert [(f["severity"], f["file"]) for f in findings if f["code"] == "wrong_extension"] == ([("note", path.name)] if wrong else [])
    if content is xls:
        assert [row["value"] for row in rows] == ["100.5"]
    else:
        assert [(row["indicator"], row["value"], row["period_end"]) for row in rows] == [
            ("industrial_output_value", "4200", "2021-06"), ("tax_revenue", "310", "2021-06")]


def test_a_single_value_in_the_last_cell_of_a_sheet_ends_with_a_finding(tmp_path, capfdbinary):
    path = tmp_path / "角.xlsx"
    path.write_bytes(workbook(f'<row r="1048576">{cell("XFD1048576", 7)}</row>'))
    rows, findings = extracted(path, tmp_path, capfdbinary)
    assert rows == [] and [f["severity"] for f in findings] == ["warning"]


@pytest.mark.parametrize("rows", [
    [["物资", "数量"], ["办公桌", 12], ["椅子", 30]],
    [["会议通知"], ["请于周五到会"]],
    [["姓名", "出生"], ["某甲", "1990-01-02"], ["某乙", "1991-03-04"]],
    [[7]],
])  # fmt: skip
def test_a_sheet_that_yields_nothing_says_so_in_a_finding(rows, tmp_path, capfdbinary):
    path = tmp_path / "其他.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    read, findings = extracted(path, tmp_path, capfdbinary)
    assert read == [] and findings and not any(f["severity"] == "error" for f in findings)
