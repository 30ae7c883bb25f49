"""The command `python -m etl extract` on real files: columns, exit status, findings, firms and projects."""

from __future__ import annotations

import csv
import io

import pytest
import xlsxwriter

from etl.__main__ import main
from etl.extract import extract
from etl.read.grid import Unreadable
from park.store.records import CONTRACT_COLUMNS

ROWS = [
    ["县工业园区2013年1-9月主要经济指标完成情况表"],
    ["", "", "", "", "", "单位：万元"],
    ["指标名称", "单位", "全年目标", "本月", "1-本月累计", "上年同期", "同比增长%"],
    ["1.工业总产值", "万元", 56016, 5290, 39943, 16986, 135.2],
    ["　其中：工业区", "万元", 34016, 3371, 26291, 11660, 125.5],
    ["2.上交税收", "万元", "3000以上", 272.8, 2050.9, 864.5, 137.2],
    ["3.固定资产投资", "亿元", 4.2, 0.4145, 2.92, 1.4453, 102],
    ["注：本表为快报数，税收“含退库”12.5万元。"],
]


@pytest.fixture
def workbook(tmp_path):
    def write(rows, name="月报.xlsx", sheet="9月"):
        path = tmp_path / name
        book = xlsxwriter.Workbook(path)
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        page.merge_range(0, 0, 0, 6, rows[0][0])
        book.close()
        return path

    return write


def run(capfdbinary, *arguments) -> tuple[int, list[dict], str]:
    status = main(["extract", *map(str, arguments)])
    out, err = capfdbinary.readouterr()
    return status, list(csv.DictReader(io.StringIO(out.decode()))), err.decode()


def test_a_monthly_table_is_printed_in_the_columns_of_the_contract(workbook, capfdbinary):
    status, rows, _err = run(capfdbinary, workbook(ROWS))
    assert status == 0 and list(rows[0]) == list(CONTRACT_COLUMNS)
    assert [row["cell"] for row in rows] == [f"{c}{r}" for r in (4, 5, 6, 7) for c in "CDEF"]
    tax, invested = rows[8], rows[14]
    assert (tax["comparator"], tax["value"], tax["raw"], tax["unit"]) == (">=", "3000", "3000以上", "万元")
    assert (invested["value"], invested["yoy"], invested["raw"], invested["basis"]) == ("29200", "102", "2.92", "ytd")
    assert rows[6]["area"] == "工业区" and rows[7]["period_end"] == "2012-09"


def test_a_text_with_a_comma_or_quote_is_quoted(workbook, capfdbinary):
    rows = [*ROWS[:3], ["工业总产值", "万元", "", "", "1,234", "", ""]]
    _status, read, _err = run(capfdbinary, workbook(rows))
    assert [(row["value"], row["raw"]) for row in read] == [("1234", "1,234")]


def test_the_header_is_printed_for_a_file_without_figures(workbook, capfdbinary):
    assert main(["extract", str(workbook([["通知"], ["请各企业按时报送报表。"]]))]) == 0
    assert capfdbinary.readouterr()[0].decode() == ",".join(CONTRACT_COLUMNS) + "\n"


def test_an_error_is_status_1_and_a_file_that_is_no_table_status_2(workbook, tmp_path, capfdbinary):
    status, rows, err = run(capfdbinary, workbook([["主要指标"], ["指标", "单位", "本月"], ["税收", "万元", 5]], sheet="表"))
    assert (status, rows) == (1, []) and "--month" in err
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    status, rows, err = run(capfdbinary, broken)
    assert (status, rows) == (2, []) and "坏.xlsx" in err


def test_findings_firms_and_projects_go_to_files_of_their_own(workbook, tmp_path, capfdbinary):
    rows = [
        ["县工业园区2013年9月企业产值（万元）"], ["企业名称", "所属片区", "累计产值", "占地(亩)", "备注"], ["甲纺织有限公司", "工业区", 5681, 86, ""],
        ["乙机械厂", "创业区", "待核实", 20, ""],
    ]
    findings, firms, projects = tmp_path / "f.csv", tmp_path / "q.csv", tmp_path / "x.csv"
    status, read, _err = run(capfdbinary, workbook(rows), "--findings", findings, "--firms", firms, "--projects", projects)
    assert status == 0 and [row["firm"] for row in read] == ["甲纺织有限公司"]
    told = list(csv.DictReader(findings.open(encoding="utf-8")))
    assert ("text_in_number_cell", "warning", "C4") in {(f["code"], f["severity"], f["cell"]) for f in told}
    assert [(f["firm"], f["area"], f["land"], f["cell"]) for f in csv.DictReader(firms.open(encoding="utf-8"))] == [
        ("甲纺织有限公司", "工业区", "86", "A3"), ("乙机械厂", "创业区", "20", "A4")]
    assert projects.read_text(encoding="utf-8").startswith("project,firm,area,cluster,investment,stage,signed,")


def test_the_explanation_names_unit_and_period_with_the_cells_they_came_from(workbook, capfdbinary):
    _status, _rows, err = run(capfdbinary, workbook(ROWS), "--explain")
    assert "A1" in err and "F2" in err and "2013-01" in err


def test_bytes_need_no_path_and_an_empty_file_is_refused(workbook):
    assert len(extract(workbook(ROWS).read_bytes(), "月报.xlsx").observations) == 16
    with pytest.raises(Unreadable):
        extract(b"", "空.xlsx")


def test_names_that_a_person_settled_are_read_from_then_on(workbook):
    path = workbook([["县工业园区2013年9月"], ["指标", "单位", "本月"], ["上缴国库税款", "万元", 5]])
    assert len(extract(path).observations) == 0
    learned = (("indicator", "上缴国库税款", "tax_revenue"),)
    assert extract(path, learned=learned).observations["indicator"].to_pylist() == ["tax_revenue"]


@pytest.mark.parametrize("unsaid", [{"month": "9月"}, {"month": "2013-13"}, {"year": "2013年"}])
def test_a_month_or_year_written_otherwise_is_refused_with_a_sentence(unsaid):
    with pytest.raises(Unreadable) as refused:
        extract("指标,单位,本月\n税收,万元,5\n".encode(), "表.csv", **unsaid)
    assert "写成" in refused.value.suggestion
