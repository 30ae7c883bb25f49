"""The tidy template offers the catalogue's names, explains itself and holds no figure."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from etl import template
from etl.extract import extract
from etl.template import write_template
from park.catalogue import load_catalogue
from park.locale import catalogue as words
from park.locale import set_language


def book(**options):
    buffer = BytesIO()
    write_template(buffer, **options)
    return load_workbook(buffer)


def offered(workbook, column: str) -> list[str] | None:
    """What the drop-down of a column offers, None where it has none."""
    sheet = workbook["数据"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == column)
    for rule in sheet.data_validations.dataValidation:
        if str(rule.sqref) == f"{letter}2:{letter}2000" and rule.type == "list":
            name, cells = rule.formula1.split("!")
            return [row[0].value for row in workbook[name.strip("'")][cells.replace("$", "")]]
    return None


def test_the_header_has_the_columns_of_the_tidy_table():
    sheet = book()["数据"]
    header = [cell.value for cell in sheet[1]]
    assert header == ["年月", "片区", "产业", "企业", "指标", "单位", "当月值", "累计值", "年度目标", "备注"]
    assert sheet.freeze_panes == "A2"


def test_the_data_sheet_holds_no_row():
    assert book(area="县工业园区")["数据"].max_row == 1


def test_indicators_and_units_are_offered():
    workbook = book()
    assert offered(workbook, "指标") == [indicator.name_zh for indicator in load_catalogue().indicators.values()]
    assert offered(workbook, "单位")[:4] == ["万元", "亿元", "亩", "公顷"]
    assert all(load_catalogue().unit(name) for name in offered(workbook, "单位"))


def test_a_park_of_the_catalogue_brings_its_zones():
    assert offered(book(area="县工业园区"), "片区") == ["全园", "工业区", "创业区", "小松创业区"]
    assert offered(book(), "片区") == ["全园"]


def test_names_that_are_given_are_offered_instead():
    workbook = book(area="东湖园区", areas=("北区", "南区"), clusters=("装备",), firms=("东湖机械厂",))
    assert offered(workbook, "片区") == ["全园", "北区", "南区"]
    assert offered(workbook, "产业") == ["装备"]
    assert offered(workbook, "企业") == ["东湖机械厂"]


def test_without_known_firms_their_names_are_typed():
    assert offered(book(), "企业") is None


def test_another_name_may_be_typed_after_a_question():
    rules = [r for r in book()["数据"].data_validations.dataValidation if r.type == "list"]
    assert {r.errorStyle for r in rules} == {"warning"}


def test_every_column_explains_itself():
    sheet = book()["数据"]
    assert all(cell.comment and cell.comment.text for cell in sheet[1])
    assert len(sheet.data_validations.dataValidation) == 10
    assert all(rule.prompt for rule in sheet.data_validations.dataValidation)


def test_the_month_is_text_so_that_a_typed_month_stays_one():
    assert book()["数据"].column_dimensions["A"].number_format == "@"


def test_the_example_stands_on_the_guide_as_words():
    sheet = book(area="县工业园区")["填表说明"]
    examples = [cell.value for cell in sheet["C"] if cell.value]
    assert "例：工业总产值" in examples
    assert "例：39943" in examples
    assert sheet["A2"].value == "填报单位：县工业园区"
    assert not any(isinstance(cell.value, int | float) for row in sheet for cell in row)


def test_the_lists_are_hidden():
    assert book()["代码"].sheet_state == "hidden"


def test_the_guide_speaks_both_languages():
    set_language("en")
    assert book()["填表说明"]["A3"].value.startswith("2. January and February")
    texts = {note for _name, _width, note, _example in template.COLUMNS} | set(template.RULES)
    assert sorted(texts - set(words("zh"))) == []


def test_it_reads_back_as_empty():
    buffer = BytesIO()
    write_template(buffer, area="县工业园区")
    reading = extract(buffer.getvalue(), "模板.xlsx", area="县工业园区")
    assert reading.observations.num_rows == 0
    assert [f for f in reading.findings if f.severity == "error"] == []


def test_the_park_it_was_made_for_is_read_from_it():
    buffer = BytesIO()
    write_template(buffer, area="东湖工业园区", areas=("北区",))
    workbook = load_workbook(buffer)
    workbook["数据"].append(["2013-09", "全园", None, None, "工业总产值", "万元", 5290, 39943])
    filled = BytesIO()
    workbook.save(filled)
    reading = extract(filled.getvalue(), "9月.xlsx")
    assert reading.park == "东湖工业园区"
    assert [(row["basis"], row["value"]) for row in reading.observations.to_pylist()] == [("month", 5290), ("ytd", 39943)]
