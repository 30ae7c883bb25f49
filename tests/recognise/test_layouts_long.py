"""Long tables and firms: one record a row, names in columns, subtotals."""

from etl.recognise import assemble

from .sheets import doubts, lines, read, sheet

HEADER = ["年月", "片区", "产业", "指标", "单位", "当月值", "累计值", "年度目标"]


def test_year_and_month_may_stand_in_two_columns():
    reading = read(sheet([
        ["年份", "月份", "区域", "指标名称", "数值", "单位"], [2024, 1, "全园", "工业总产值", 100, "万元"], [2024, 2, "东区", "工业总产值", 60, "万元"],
    ]))
    assert lines(reading) == [
        "E2 industrial_output_value actual month 2024-01..2024-01 100 万元",
        "E3 东区 industrial_output_value actual month 2024-02..2024-02 60 万元",
    ]


def test_a_column_may_say_which_measure_each_row_is():
    reading = read(sheet([
        ["时间", "指标", "类型", "数值", "单位"], ["2024年9月", "工业总产值", "年度目标", 1000, "万元"],
        ["2024年9月", "工业总产值", "本月", 80, "万元"], ["2024年9月", "工业总产值", "累计", 700, "万元"],
        ["2024年9月", "工业总产值", "同比", 7.5, "%"], ["2024年9月", "工业总产值", "完成率", 70, "%"],
    ]))
    assert lines(reading) == [
        "D2 industrial_output_value target year 2024-01..2024-12 1000 万元",
        "D3 industrial_output_value actual month 2024-09..2024-09 80 万元",
        "D4 industrial_output_value actual ytd 2024-01..2024-09 700 万元 yoy 7.5",
    ]
    assert "note skipped_row D6" in doubts(reading, "note")


def test_numbers_in_brackets_are_negative_and_compact_months_are_months():
    reading = read(sheet([
        ["年月", "园区", "指标", "当月", "累计", "单位"], ["202409", "东片区", "利润", "(12.5)", "1,200", "万元"],
    ]))
    assert lines(reading) == [
        "D2 东片区 profit actual month 2024-09..2024-09 -12.5 万元", "E2 东片区 profit actual ytd 2024-01..2024-09 1200 万元",
    ]


def test_an_empty_zone_of_a_long_table_is_the_park():
    rows = [HEADER, ["2024-08", "全园", "", "税收", "万元", 3, 20, 40], ["2024-08", "", "纺织", "产值", "亿元", 0.5, 4, ""]]
    assert lines(read(sheet(rows))) == [
        "F2 tax_revenue actual month 2024-08..2024-08 3 万元",
        "G2 tax_revenue actual ytd 2024-01..2024-08 20 万元",
        "H2 tax_revenue target year 2024-01..2024-12 40 万元",
        "F3 纺织 industrial_output_value actual month 2024-08..2024-08 5000 万元",
        "G3 纺织 industrial_output_value actual ytd 2024-01..2024-08 40000 万元",
    ]


def test_a_body_of_many_records_is_read_as_a_short_one_is(monkeypatch):
    names = ("工业总产值", "税收", "规模以上企业", "新开发土地")
    rows = [
        [f"2024年{m}月", zone, "", name, "亿元" if name == "税收" else "亩" if name == "新开发土地" else "",
         m * 1.5 if m % 3 else "—", m * 3.123456, "100以上" if m == 2 else 0.123456789012]
        for zone in ("全园", "东片区", "西片区") for name in names for m in range(1, 13)
    ]
    table = sheet([HEADER, *(rows * 2)])
    slowly = read(table)
    monkeypatch.setattr(assemble, "ENOUGH_ROWS", 10)
    monkeypatch.setattr("etl.recognise.rows.RECORDS", 10)
    quickly = read(table)
    assert lines(quickly) == lines(slowly) and len(lines(slowly)) > 600
    assert sorted(doubts(quickly)) == sorted(doubts(slowly))


def test_firms_belong_to_their_group_and_subtotals_to_the_cluster():
    reading = read(sheet([
        ["滨江高新区2024年1-6月企业产值统计表", "", "", "", "", "单位：万元"], ["序号", "企业名称", "所属产业", "本月", "累计", "同比（%）"],
        [1, "A有限公司", "机械", 10, 60, 5], [2, "B公司", "", 20, 100, 6], ["", "小计", "", 30, 160, 5.5],
        [3, "C厂", "食品", 5, 30, 2], ["", "小计", "", 5, 30, 2], ["", "合计", "", 35, 190, 4.9],
    ]))
    assert [line for line in lines(reading) if " ytd " in line] == [
        "E3 机械/A有限公司 industrial_output_value actual ytd 2024-01..2024-06 60 万元 yoy 5",
        "E4 机械/B公司 industrial_output_value actual ytd 2024-01..2024-06 100 万元 yoy 6",
        "E5 机械 industrial_output_value actual ytd 2024-01..2024-06 160 万元 yoy 5.5",
        "E6 食品/C厂 industrial_output_value actual ytd 2024-01..2024-06 30 万元 yoy 2",
        "E7 食品 industrial_output_value actual ytd 2024-01..2024-06 30 万元 yoy 2",
        "E8 industrial_output_value actual ytd 2024-01..2024-06 190 万元 yoy 4.9",
    ]
    assert [(f.firm, f.cluster, f.cell) for f in reading.firms] == [("A有限公司", "机械", "B3"), ("B公司", "机械", "B4"), ("C厂", "食品", "B6")]


def test_headings_over_firms_are_their_clusters():
    reading = read(sheet([
        ["滨江高新区2024年1-6月企业产值统计表", "", "单位：万元"], ["企业名称", "本月", "累计"], ["一、机械产业"], ["A有限公司", 10, 60],
        ["小计", 10, 60], ["二、食品产业"], ["C厂", 5, 30], ["总计", 15, 90],
    ]))
    assert [line.rsplit(" industrial", 1)[0] for line in lines(reading)] == [
        "B4 机械产业/A有限公司", "C4 机械产业/A有限公司", "B5 机械产业", "C5 机械产业", "B7 食品产业/C厂", "C7 食品产业/C厂", "B8", "C8",
    ]


def test_a_firms_land_and_scale_are_its_own_and_no_observation():
    reading = read(sheet([
        ["滨江高新区2024年1-6月规上企业明细", "", "", "", "单位：万元"], ["序号", "单位详细名称", "所属园区", "是否规上", "1-本月产值", "占地面积（亩）"],
        [1, "A有限公司", "东片区", "是", 60, 35], [2, "B公司", "西片区", "否", 20, "2公顷"], ["合计", "", "", "", 80, 65],
    ]))
    assert [(f.firm, f.area, str(f.land), f.above_scale) for f in reading.firms] == [
        ("A有限公司", "东片区", "35", True), ("B公司", "西片区", "30", False)]
    assert lines(reading)[-1] == "E5 industrial_output_value actual ytd 2024-01..2024-06 80 万元"


def test_leading_clusters_are_those_the_file_itself_calls_so():
    reading = read(sheet([["城南产业园2025年1-6月产业产值（万元）"], ["产业", "是否主导产业", "累计产值"], ["生物医药", "是", 10], ["纺织", "否", 5]]))
    assert reading.leading == {"生物医药": True, "纺织": False}


def test_a_project_ledger_gives_projects_with_dates_as_exact_as_written():
    reading = read(sheet([
        ["滨江高新区重点项目推进表"], ["序号", "项目名称", "建设单位", "总投资（亿元）", "建设阶段", "开工时间", "竣工时间", "备注"],
        [1, "新能源电池项目", "A公司", 12.5, "在建", "2024年3月", "", ""], [2, "医药研发中心", "B公司", 3, "已竣工", "2023.05", "2024-08-15", ""],
        ["合计", "", "", 15.5],
    ]))
    assert lines(reading) == []
    assert [(p.project, p.firm, str(p.investment.normalize()), p.stage, p.started, p.completed) for p in reading.projects] == [
        ("新能源电池项目", "A公司", "1.25E+5", "开工", "2024-03", ""), ("医药研发中心", "B公司", "3E+4", "竣工", "2023-05", "2024-08-15")]


def test_a_number_too_large_for_any_figure_is_doubted_among_others():
    rows = [["2024年1月", f"{n}片区", "食品", "工业总产值", "亿元", 1.5, 1.5, 20] for n in range(1200)]
    rows[7][5] = 1e13
    reading = read(sheet([HEADER, *rows]))
    assert ("F9" in {line.split()[0] for line in lines(reading)}, "warning text_in_number_cell F9" in doubts(reading)) == (False, True)
