"""Project ledgers: what tells a project's stage, and what is named because it was not read."""

import pytest

from .sheets import doubts, read, sheet

HEAD = ["序号", "项目名称", "投资主体", "计划总投资（亿元）", "年度计划投资（万元）", "进展情况", "开工时间", "责任领导"]


def test_progress_and_section_rows_tell_the_stage_where_no_column_does():
    reading = read(sheet([
        ["2022年重点项目台账"], HEAD, ["一、在建项目（2个）"], [1, "甲项目", "甲公司", 1.2, 5000, "主体施工", "", "王"], [2, "乙项目", "乙公司", "0.8亿元", 3000, "", "", "李"],
        ["二、未开工项目（1个）"], [3, "丙项目", "丙公司", 5, 0, "正办手续，计划年底开工", "", "张"], ["合计", "", "", 7, 8000],
    ]))
    assert [(p.project, p.stage, int(p.investment)) for p in reading.projects] == [("甲项目", "开工", 12000), ("乙项目", "开工", 8000), ("丙项目", "签约", 50000)]


def test_dates_investments_and_columns_of_a_ledger_that_are_not_read_are_named():
    reading = read(sheet([["2022年重点项目台账"], HEAD, [1, "甲项目", "甲公司", "面议", 5000, "主体施工", "去年春天", "王"], [2, "乙项目", "乙公司", "—", 4000, "", "待定", "李"]]))
    assert doubts(reading, "warning", "note") == ["note date_not_read G3", "warning text_in_number_cell D3", "note skipped_column E2"]


def test_a_building_that_stands_is_under_construction_whatever_its_dates_say():
    reading = read(sheet([["项目推进表"], ["项目名称", "投资主体", "总投资（亿元）", "开工时间", "竣工时间", "形象进度"], ["电机项目", "甲公司", 1.2, "2022.03", "2023.12", "主体封顶"]]))
    assert [project.stage for project in reading.projects] == ["开工"]


def stages(*words):
    return [p.stage for p in read(sheet([["项目推进表"], ["项目名称", "投资主体", "总投资（亿元）", "进展情况"], *([f"{i}号项目", "甲公司", 1.2, word] for i, word in enumerate(words))])).projects]


@pytest.mark.parametrize("words", ["场地平整未启动", "等待场地平整", "未进行土方施工", "土方尚未施工", "主体工程未动工", "基础设施不配套，未开工"])
def test_works_that_have_not_begun_start_no_construction(words):
    assert stages(words) == ["签约"]


@pytest.mark.parametrize("words", ["桩基图审", "基础手续办理中", "装修设计阶段", "厂房基础"])
def test_works_on_paper_tell_no_stage(words):
    assert stages(words) == [""]


@pytest.mark.parametrize("words", ["基础施工", "场地平整完成60%", "正在装修", "基础完成，待装修", "基础施工完成待装修", "主体未完工", "土方开挖中", "主体结构封顶"])
def test_works_under_way_are_construction(words):
    assert stages(words) == ["开工"]
