"""The simulated workbooks: made again they are the same, they say what they are, and their figures fit together."""

from __future__ import annotations

import zipfile
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from data.demo import city, county
from data.demo.make import FOLDER, make
from etl.demo import demo_files, try_upload

SEPTEMBER = "县工业园区_2013年9月_主要经济指标完成情况表.xlsx"
COUNTY = {line.name: line for line in county.lines()}
CITY = {line.name: line for line in city.lines()}


def content(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def table_of(path, sheet: str) -> dict[tuple[str, str], tuple]:
    """(indicator, zone or cluster) -> the row's cells, by the table's own labels."""
    rows, indicator = {}, ""
    for cells in load_workbook(path)[sheet].iter_rows(min_row=4, values_only=True):
        label = str(cells[0]).replace("\u3000", "").strip()
        part = ""
        if label[:1].isdigit():
            indicator = label.split(".", 1)[1].split("（")[0]
        else:
            part = label.removeprefix("其中：")
        rows[indicator, part] = cells
    return rows


def test_making_the_workbooks_twice_gives_the_same_bytes(tmp_path):
    first, second = make(tmp_path / "first"), make(tmp_path / "second")
    assert [a.read_bytes() == b.read_bytes() for a, b in zip(first, second, strict=True)] == [True] * 17


def test_the_committed_workbooks_are_what_the_script_makes(tmp_path):
    made = make(tmp_path)
    for path in made:
        assert content(path) == content(FOLDER / path.relative_to(tmp_path)), path.name
    committed = {p.name for p in FOLDER.rglob("*.xlsx")}
    assert committed == {p.name for p in made}


def test_the_demo_loads_every_file_but_the_one_to_try():
    loaded = {file.path for file in demo_files() if not file.document}
    assert loaded == set(FOLDER.glob("*.xlsx"))
    assert try_upload().exists()
    assert try_upload() not in loaded


def test_documents_are_loaded_last_so_that_their_targets_stand():
    kinds = [file.document for file in demo_files()]
    assert kinds == sorted(kinds)
    assert [file.simulated for file in demo_files()] == [not kind for kind in kinds]


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.xlsx")), ids=lambda path: path.stem)
def test_every_sheet_with_figures_says_that_it_is_simulated(path):
    for sheet in load_workbook(path):
        if sheet.title in ("填表说明", "代码"):
            continue
        if sheet.title == "数据":
            remarks = {row[-1] for row in sheet.iter_rows(min_row=2, values_only=True)}
            assert remarks == {"模拟数据"}
        else:
            assert "模拟数据" in sheet["A1"].value


@pytest.mark.parametrize(("lines", "parts"), [(COUNTY, county.ZONES), (CITY, city.CLUSTERS)], ids=["county", "city"])
def test_parts_add_up_to_the_park(lines, parts):
    for line in lines.values():
        for year, series in line.years.items():
            if (line.name, year) == ("新增就业岗位", 2013) or parts[0] not in series:
                continue
            for step, total in series[""].items():
                assert sum(series[part][step] for part in parts) == total, (line.name, year, step)


def test_the_countys_clusters_and_firms_add_up_to_the_park_and_leave_the_zones_as_they_are():
    for line in county.by_cluster():
        own = COUNTY[line.name]
        for year, parts in line.years.items():
            for step in parts[county.CLUSTERS[0]]:
                assert sum(parts[cluster][step] for cluster in county.CLUSTERS) == own.month(year, "", step), (line.name, year, step)
    sheet = load_workbook(FOLDER / "县工业园区_2013年9月_企业产值明细表.xlsx").active
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if isinstance(row[0], int)]
    assert [sum(row[column] for row in rows) for column in (5, 6, 7)] == [5922, 42572, 16986]
    assert [[cell.value for cell in row][5:8] for row in sheet.iter_rows() if row[1].value == "合计"] == [[5922, 42572, 16986]]


def test_new_jobs_are_the_one_figure_with_a_rest_that_no_zone_has():
    jobs = COUNTY["新增就业岗位"]
    rests = {
        year: jobs.to_date(year, "", 9) - sum(jobs.to_date(year, zone, 9) for zone in county.ZONES) for year in (2012, 2013)
    }
    assert rests == {2012: 0, 2013: 3}


def test_the_year_2012_is_what_the_targets_growth_says():
    assert COUNTY["工业总产值"].to_date(2012, "", 12) == round(Decimal(56016) / Decimal("2.38"))
    assert COUNTY["主营业务收入"].to_date(2012, "", 12) == round(Decimal(50405) / Decimal("2.36"))
    assert COUNTY["税收"].to_date(2012, "", 12) == Decimal(3000) / Decimal("2.5")


def test_2010_of_the_city_ends_at_what_the_document_gives():
    assert CITY["工业总产值"].to_date(2010, "", 12) == 173000
    assert CITY["利税"].to_date(2010, "", 12) == 20000


@pytest.mark.parametrize(
    ("indicator", "zone", "target", "completion"),
    [
        ("工业总产值", "", 56016, 76.0),
        ("主营业务收入", "", 50405, 74.3),
        ("税收", "", 3000, 59.0),
        ("基础设施投资", "", 12000, 70.5),
        ("基础设施投资", "小松创业区", 2000, 44.5),
        ("新承接企业", "", 18, 83.3),
        ("竣工投产项目", "", 10, 60.0),
        ("新开发土地", "", 1200, 67.8),
        ("新开发土地", "工业区", 500, 80.0),
        ("新开发土地", "小松创业区", 200, 29.0),
    ],
)
def test_september_2013_tells_its_story_against_the_documents_targets(indicator, zone, target, completion):
    value = table_of(FOLDER / SEPTEMBER, "9月")[indicator, zone][3]
    assert value / target * 100 == pytest.approx(completion, abs=0.0501)


def test_no_workbook_states_a_target():
    for path in FOLDER.rglob("*.xlsx"):
        for sheet in load_workbook(path):
            header = [cell.value for row in sheet.iter_rows(max_row=3) for cell in row if cell.value]
            if "年度目标" in header:
                column = header.index("年度目标")
                assert {row[column] for row in sheet.iter_rows(min_row=2, values_only=True)} == {None}
            else:
                assert not any("目标" in str(text) for text in header)


def test_growth_of_a_table_follows_from_its_values():
    rows = table_of(FOLDER / "工业城_2011年_主要经济指标完成情况表.xlsx", "12月")
    for (indicator, part), (_label, _month, value, base, growth) in rows.items():
        if isinstance(growth, int | float):
            assert abs((value / base - 1) * 100 - growth) <= 0.0501, (indicator, part)
    assert rows["工业总产值", "锂电新材料"][4] == 39.9


def test_january_and_february_are_reported_together():
    sheet = load_workbook(FOLDER / "县工业园区_2013年1-2月_主要经济指标完成情况表.xlsx")["1-2月"]
    assert [cell.value for cell in sheet[3]] == ["指标名称", "单位", "1-2月\n累计", "上年同期", "同比增长\n（%）"]


def test_the_ledger_has_fourteen_projects_and_says_why_some_did_not_start():
    sheet = load_workbook(FOLDER / "县工业园区_2013年9月_项目台账.xlsx")["台账"]
    header = [cell.value for cell in sheet[2]]
    projects = [dict(zip(header, row, strict=True)) for row in sheet.iter_rows(min_row=3, values_only=True) if row[1]]
    waiting = [p for p in projects if p["项目阶段"] == "签约"]
    assert len(projects) == 14
    assert all(p["未开工原因"] and p["责任人"] and p["计划开工时间"] and not p["开工时间"] for p in waiting)
    assert len(waiting) == 4
