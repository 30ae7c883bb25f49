"""Whose figures they are: names without a kind decided by their group, by sums, by the file's own lists, by titles."""

from __future__ import annotations

import pytest

from .sheets import doubts, lines, read, sheet


def who(reading, *columns):
    return [tuple(row[name] for name in ("cell", *columns)) for row in reading.observations.to_pylist()]


@pytest.mark.parametrize(("title", "name"), [
    ("2022年1-5月规上工业总产值（分片区）（万元）", "产值"), ("2022年1-5月规模以上工业总产值（按片区分，单位：万元）", "工业总产值"),
    ("2022年1-5月规上工业总产值（梅岭片区）（万元）", "工业总产值"),
])
def test_a_bracket_that_only_divides_leaves_the_titles_indicator(title, name):
    reading = read(sheet([[title], ["片区", "1-5月"], ["梅岭片区", 7]], name=name))
    assert lines(reading) == ["B3 梅岭片区 above_scale_output_value actual ytd 2022-01..2022-05 7 万元"]


@pytest.mark.parametrize("title", ["2022年1-5月规模以下工业总产值（万元）", "2022年1-5月工业总产值（不含外资）（万元）", "2022年1-5月工业总产值、税收（万元）"])
def test_a_title_of_another_or_of_several_indicators_is_not_read_as_the_sheets_name(title):
    reading = read(sheet([[title], ["片区", "1-5月"], ["梅岭片区", 7]], name="工业总产值"))
    assert lines(reading) == [] and doubts(reading) == ["warning no_indicator B3"]


def test_columns_of_clusters_stay_clusters_under_a_title_of_zones():
    reading = read(sheet([
        ["2022年1-5月各片区产业情况（万元）"], ["指标", "新型材料", "", "生物制药", "", "合计", ""], ["", "目标", "完成", "目标", "完成", "目标", "完成"],
        ["税收", 10, 4, 20, 9, 30, 13],
    ], merges="A2:A3 B2:C2 D2:E2 F2:G2"))
    assert who(reading, "area", "cluster")[::2] == [("B4", "", "新型材料"), ("D4", "", "生物制药"), ("F4", "", "")]


def test_a_parks_own_word_for_industry_makes_no_cluster_of_a_zone():
    reading = read(sheet([["青山产业园2022年1-5月分片区指标（万元）"], ["指标", "梅岭", "竹溪", "兴业", "合计"], ["税收", 1, 2, 3, 6]]))
    assert who(reading, "area") == [("B3", "梅岭"), ("C3", "竹溪"), ("D3", "兴业"), ("E3", "")]
    unsaid = read(sheet([["青山产业园2022年1-5月指标（万元）"], ["指标", "梅岭", "竹溪", "合计"], ["税收", 1, 2, 3]]))
    assert who(unsaid, "area") == [("D3", "")] and doubts(unsaid) == ["warning unknown_column B2", "warning unknown_column C2"]


def test_parts_named_after_of_which_are_clusters_of_the_indicator_above():
    reading = read(sheet([["2022年1-5月主要指标（万元）"], ["指标", "累计"], ["工业总产值", 30], ["其中：磁性材料", 10], ["生物制药", 12], ["税收", 3]]))
    assert who(reading, "cluster", "indicator") == [
        ("B3", "", "industrial_output_value"), ("B4", "磁性材料", "industrial_output_value"), ("B5", "生物制药", "industrial_output_value"), ("B6", "", "tax_revenue")]


def test_parts_that_add_up_to_the_row_above_need_no_word_for_it():
    rows = [["2022年1-5月主要指标（万元）"], ["指标", "年度目标", "累计"], ["工业总产值", 90, 30], ["磁性材料", 40, 10], ["生物制药", 50, 20]]
    assert who(read(sheet(rows)), "cluster")[2:] == [("B4", "磁性材料"), ("C4", "磁性材料"), ("B5", "生物制药"), ("C5", "生物制药")]
    rows[4][2] = 12
    assert doubts(read(sheet(rows))) == ["warning unknown_indicator A4", "warning unknown_indicator A5"]


def test_scopes_after_of_which_are_no_clusters():
    reading = read(sheet([["2022年1-5月主要指标（万元）"], ["指标", "累计"], ["工业总产值", 30], ["其中：高新技术产业", 10], ["民营企业", 12]]))
    assert who(reading, "cluster") == [("B3", "")] and doubts(reading) == ["warning unknown_indicator A4", "warning unknown_indicator A5"]


@pytest.mark.parametrize("at", [0, 1])
def test_sections_in_brackets_over_firms_are_their_clusters(at):
    def section(text):
        return [text if c == at else "" for c in range(3)]
    reading = read(sheet([
        ["2022年1-5月企业税收（万元）"], ["序号", "企业名称", "税收"], section("【磁性材料】"), [1, "甲磁电有限公司", 1], section("【生物制药】"), [2, "丙药业有限公司", 3],
    ]))
    assert who(reading, "cluster", "firm") == [("C4", "磁性材料", "甲磁电有限公司"), ("C6", "生物制药", "丙药业有限公司")]


def test_a_section_in_brackets_for_the_whole_is_the_park():
    reading = read(sheet([["2022年1-5月（万元）"], ["指标", "累计"], ["【全 园】", ""], ["税收", 9], ["【梅岭片区】", ""], ["税收", 4]]))
    assert who(reading, "area") == [("B4", ""), ("B6", "梅岭片区")]


def test_a_named_subtotal_gives_its_firms_their_cluster_from_above_or_below():
    head, firms = [["2022年企业税收分月情况（万元）"], ["企业名称", "4月", "5月"]], [["甲磁电有限公司", 1, 2], ["乙永磁厂", 3, 4]]
    above = read(sheet([*head, ["磁性材料小计", 4, 6], *firms, ["家居小计", 5, 5], ["丙家居集团", 5, 5], ["合计", 9, 11]]))
    below = read(sheet([*head, *firms, ["磁性材料小计", 4, 6], ["丙家居集团", 5, 5], ["家居小计", 5, 5], ["合计", 9, 11]]))
    for reading in (above, below):
        assert {(firm, cluster) for _cell, firm, cluster in who(reading, "firm", "cluster") if firm} == {
            ("甲磁电有限公司", "磁性材料"), ("乙永磁厂", "磁性材料"), ("丙家居集团", "家居")}
    neither = read(sheet([*head, *firms, ["磁性材料小计", 9, 6], ["合计", 9, 6]]))
    assert {cluster for _cell, firm, cluster in who(neither, "firm", "cluster") if firm} == {""}


def test_zones_that_the_file_lists_are_known_in_its_titles_and_sheet_names():
    reading = read(
        sheet([["青山经开区2022年1-5月各片区税收（万元）"], ["片区", "累计"], ["梅岭", 4], ["竹溪", 5]], name="汇总"),
        sheet([["2022年1-5月梅岭主要指标（万元）"], ["指标", "累计"], ["利润", 4]], name="一"),
        sheet([["2022年1-5月主要指标（万元）"], ["指标", "累计"], ["利润", 5]], name="竹溪"),
        sheet([["梅岭、竹溪2022年1-5月主要指标（万元）"], ["指标", "累计"], ["利润", 9]], name="二"),
    )
    assert who(reading, "area")[2:] == [("B3", "梅岭"), ("B3", "竹溪"), ("B3", "")]


def test_a_title_of_a_cluster_says_industry_without_meaning_it_as_a_name():
    reading = read(sheet([["表3 磁材产业产值（万元）分月情况"], ["2022年"], ["月份", "当月"], ["4月", 3], ["5月", 4]]), sheet(
        [["2022年5月产业税收（万元）"], ["产业", "累计"], ["磁材", 3], ["家居", 4]], name="表"))
    assert who(reading, "cluster")[:2] == [("B4", "磁材"), ("B5", "磁材")]


def test_a_zone_in_the_caption_of_one_table_is_not_that_of_the_next():
    reading = read(sheet([
        ["青山经开区2022年5月运行情况（万元）"], ["表一 梅岭片区主要指标"], ["指标", "累计"], ["税收", 4], [""], ["表二 企业情况"], ["指标", "累计"], ["园区企业数（家）", 9],
    ]))
    assert who(reading, "area") == [("B4", "梅岭片区"), ("B8", "")]


@pytest.mark.parametrize("line", ["编报单位：青山经济开发区经济发展局", "统计机构：青山经开区统计站", "责任部门：北区办公室"])
def test_who_made_a_table_is_no_zone(line):
    reading = read(sheet([["青山经济开发区2022年5月主要指标（万元）"], [line], ["指标", "累计"], ["税收", 4]]))
    assert who(reading, "area") == [("B4", "")] and reading.park == "青山经济开发区"


@pytest.mark.parametrize(("title", "area"), [
    ("梅岭工业集中区主要指标（累计，万元）", ""), ("附：临水经济区望江片运行情况（万元）", "望江片"), ("望江片2022年1-5月主要指标（万元）", "望江片"), ("青山高新区东林园主要指标（万元）", "东林园"),
])
def test_parks_and_zones_are_told_by_how_their_names_end(title, area):
    rows = [["指标", "2022年1-5月"], ["税收", 4]] if area else [["时间", "税收"], ["2022年1-4月", 3], ["2022年1-5月", 4]]
    reading = read(sheet([[title], *rows]))
    assert {found for _cell, found in who(reading, "area")} == {area}


def test_traditional_names_of_zones_below_an_indicator_are_zones():
    reading = read(sheet([["2022年1-5月主要經濟指標（萬元）"], ["指標", "累計"], ["稅收", 9], ["其中:東區", 4], ["     西區", 5]]))
    assert who(reading, "area") == [("B3", ""), ("B4", "東區"), ("B5", "西區")] and doubts(reading) == []


def test_a_cluster_behind_a_dash_of_a_title_of_clusters_is_the_tables():
    reading = read(sheet([["2022年产业产值分月情况——海工装备（万元）"], ["月份", "当月"], ["4月", 3]]))
    assert who(reading, "cluster") == [("B3", "海工装备")]
    assert who(read(sheet([["2022年产值分月情况——快报（万元）"], ["月份", "当月"], ["4月", 3]])), "cluster") == [("B3", "")]


def test_the_park_among_the_zones_of_a_long_table_is_no_zone():
    rows = [["年月", "区域", "指标", "单位", "累计"], ["202205", "青山高新区", "税收", "万元", 9], ["202205", "梅岭片区", "税收", "万元", 4]]
    assert who(read(sheet(rows)), "area") == [("E2", ""), ("E3", "梅岭片区")]
    rows[2][1] = "绿水开发区"
    assert who(read(sheet(rows)), "area") == [("E2", "青山高新区"), ("E3", "绿水开发区")]


def test_a_figure_merged_over_several_rows_is_doubted():
    rows = [["2022年1-5月（万元）"], ["指标", "片区", "目标", "累计"], ["税收", "梅岭片区", 60, 4], ["税收", "竹溪片区", "", 5]]
    reading = read(sheet(rows, merges="C3:C4"))
    assert doubts(reading) == ["warning merged_figure C3:C4"]
    assert who(reading, "area") == [("C3", "梅岭片区"), ("D3", "梅岭片区"), ("D4", "竹溪片区")]


def test_clusters_of_each_zone_take_the_zone_that_is_written_once():
    rows = [["2022年1-5月各片区分产业产值（万元）"], ["片区", "产业", "累计"], ["梅岭片区", "小计", 9], ["", "磁性材料", 4], ["", "智能家居", 5],
            ["竹溪片区", "小计", 7], ["", "磁性材料", 3], ["", "智能家居", 4], ["合计", "", 16]]
    assert who(read(sheet(rows)), "area", "cluster") == [
        ("C3", "梅岭片区", ""), ("C4", "梅岭片区", "磁性材料"), ("C5", "梅岭片区", "智能家居"), ("C6", "竹溪片区", ""), ("C7", "竹溪片区", "磁性材料"),
        ("C8", "竹溪片区", "智能家居"), ("C9", "", "")]


def test_clusters_below_a_zones_row_are_that_zones():
    rows = [["2022年1-5月各片区分产业产值（万元）"], ["名称", "累计"], ["梅岭片区", 9], ["　磁性材料", 4], ["　医药制造", 5], ["竹溪片区", 7], ["磁性材料", 3], ["医药制造", 4], ["合计", 16]]
    assert who(read(sheet(rows)), "area", "cluster") == [
        ("B3", "梅岭片区", ""), ("B4", "梅岭片区", "磁性材料"), ("B5", "梅岭片区", "医药制造"), ("B6", "竹溪片区", ""), ("B7", "竹溪片区", "磁性材料"),
        ("B8", "竹溪片区", "医药制造"), ("B9", "", "")]


def test_an_empty_zone_beside_the_whole_parks_rows_is_the_park():
    rows = [["年月", "片区", "指标", "累计（万元）"], ["202204", "梅岭片区", "税收", 4], ["202204", "", "税收", 9], ["202205", "梅岭片区", "税收", 5], ["202205", "全园", "税收", 11]]
    assert who(read(sheet(rows)), "area") == [("D2", "梅岭片区"), ("D3", ""), ("D4", "梅岭片区"), ("D5", "")]


def test_a_heading_of_an_indicator_over_zones_names_what_they_report():
    rows = [["2022年5月分片区完成情况"], ["片区", "1-5月", "增长%"], ["一、工业总产值（亿元）"], ["望江片", 7, 5], ["合计", 9, 6], ["二、税收（万元）"], ["望江片", 70, 5], ["合计", 90, 6]]
    assert who(read(sheet(rows)), "area", "indicator", "unit") == [
        ("B4", "望江片", "industrial_output_value", "万元"), ("B5", "", "industrial_output_value", "万元"), ("B7", "望江片", "tax_revenue", "万元"), ("B8", "", "tax_revenue", "万元")]


def test_sections_merged_over_zone_and_firm_columns_are_the_firms_clusters():
    rows = [["2022年1-5月企业税收（万元）"], ["序号", "企业名称", "所在园", "税收"], ["【船舶配套】"], [1, "甲锚链有限公司", "南园", 1], ["【电气机械】"], [2, "乙电机厂", "北园", 2]]
    assert who(read(sheet(rows, merges="A3:D3 A5:D5")), "area", "cluster") == [("D4", "南园", "船舶配套"), ("D6", "北园", "电气机械")]


def test_units_of_reporting_that_stand_again_beside_the_whole_park_are_zones():
    rows = [["期间", "单位名称", "指标", "累计（万元）"], *(["2022年5月", name, code, 9] for name in ("园区合计", "泉东", "泉西") for code in ("税收", "利润"))]
    assert [area for _cell, area in who(read(sheet(rows)), "area")] == ["", "", "泉东", "泉东", "泉西", "泉西"]
    firms = [["单位名称", "税收（万元）"], ["恒达电机", 4], ["宏图开关", 5], ["合计", 9]]
    assert [firm for _cell, firm in who(read(sheet([["2022年5月"], *firms])), "firm")] == ["恒达电机", "宏图开关", ""]


def test_captions_side_by_side_keep_their_zones_to_themselves():
    rows = [["青山工业园2022年5月分析表"], ["1.全园主要指标（万元）", "", "", "2.望江片主要指标（万元）", ""], ["指标", "累计", "", "指标", "累计"], ["税收", 9, "", "税收", 4], ["利润", 3, "", "利润", 2]]
    assert who(read(sheet(rows)), "area") == [("B4", ""), ("E4", "望江片"), ("B5", ""), ("E5", "望江片")]


def test_growth_that_calls_its_figures_by_a_part_of_their_name_is_theirs():
    reading = read(sheet([["2022年5月各产业情况"], ["产业", "规上工业产值（亿元）", "产值同比", "税收（万元）", "税收同比"], ["智能装备", 7, "增8.5%", 70, "降5.3%"]]))
    assert [row["yoy"] for row in reading.observations.to_pylist()] == [8.5, -5.3]


def test_the_park_beside_its_zones_under_a_years_target_is_a_total():
    rows = [["2022年目标责任分解表"], ["目标", "单位", "2022年目标", "", ""], ["", "", "园区", "河湾片", "云山片"], ["税收", "万元", "103左右", 52, 51], ["利润", "万元", 20, 9, 11]]
    assert who(read(sheet(rows, merges="A2:A3 B2:B3 C2:E2")), "area", "measure")[:3] == [("C4", "", "target"), ("D4", "河湾片", "target"), ("E4", "云山片", "target")]


def test_the_whole_park_in_a_caption_ends_the_search_for_a_zone():
    rows = [["青山工业园2022年5月报表（万元）"], ["望江园"], ["指标", "累计"], ["税收", 4], [""], ["园区合计"], ["指标", "累计"], ["税收", 9]]
    assert who(read(sheet(rows)), "area") == [("B4", "望江园"), ("B8", "")]


def test_a_label_merged_down_belongs_to_the_header_whatever_its_word():
    rows = [["2022年9月分园情况"], ["园 名", "工业总产值（万元）", "", "税收（万元）", ""], ["", "9月", "1-9月", "9月", "1-9月"], ["望江园", 7, 60, 1, 9]]
    reading = read(sheet(rows, merges="A2:A3 B2:C2 D2:E2"))
    assert who(reading, "area", "indicator") == [
        ("B4", "望江园", "industrial_output_value"), ("C4", "望江园", "industrial_output_value"), ("D4", "望江园", "tax_revenue"), ("E4", "望江园", "tax_revenue")]


@pytest.mark.parametrize("header", ["园区/企业", "片区（企业）", "片区"])
@pytest.mark.parametrize("total", [[["合计", 900]], []])
def test_firms_listed_below_their_zone_in_one_column_are_firms_of_it(header, total):
    rows = [["北片区", 600], ["甲机械有限公司", 400], ["乙电子有限公司", 150], ["南片区", 300], ["丙食品有限公司", 300], *total]
    reading = read(sheet([["2024年1-9月税收（万元）"], [header, "累计"], *rows]))
    found = [(o["area"], o["firm"]) for o in reading.observations.to_pylist()]
    assert found[:5] == [("北片区", ""), ("北片区", "甲机械有限公司"), ("北片区", "乙电子有限公司"), ("南片区", ""), ("南片区", "丙食品有限公司")]


def test_a_single_firm_below_its_zone_is_no_zone_beside_it():
    rows = [["北片区", 600], ["甲机械有限公司", 400], ["南片区", 300], ["西片区", 100], ["合计", 1000]]
    reading = read(sheet([["2024年1-9月税收（万元）"], ["园区/企业", "累计"], *rows]))
    assert [(o["area"], o["firm"]) for o in reading.observations.to_pylist()] == [("北片区", ""), ("北片区", "甲机械有限公司"), ("南片区", ""), ("西片区", ""), ("", "")]
