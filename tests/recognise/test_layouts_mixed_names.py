"""Columns that hold names of several kinds, names under the wrong word, and names that nobody knows beside ones that are known."""

from .sheets import doubts, lines, read, sheet


def who(reading):
    return [(row["cell"], row["area"], row["cluster"], row["firm"]) for row in reading.observations.to_pylist()]


def test_firms_below_their_zone_in_one_column_are_firms_of_that_zone():
    reading = read(sheet([["2022年5月税收情况（万元）"], ["园区/企业", "本月", "累计"], ["梅岭片区", 30, 240], ["1.甲机械有限公司", 10, 90], ["2.乙食品有限公司", 20, 150],
                          ["竹溪片区", 18, 180], ["1.丙材料有限公司", 18, 180], ["合计", 48, 420]]))
    assert [row for row in who(reading) if row[0].startswith("C")] == [
        ("C3", "梅岭片区", "", ""), ("C4", "梅岭片区", "", "甲机械有限公司"), ("C5", "梅岭片区", "", "乙食品有限公司"), ("C6", "竹溪片区", "", ""),
        ("C7", "竹溪片区", "", "丙材料有限公司"), ("C8", "", "", "")]
    assert doubts(reading) == []


def test_indicators_under_a_word_for_projects_are_read_by_their_names():
    reading = read(sheet([["2022年1-5月固定资产投资情况（万元）"], ["项目类别", "累计完成", "同比%"], ["工业投资", 39, 5], ["其他投资", 4, 2], ["固定资产投资合计", 43, 4]]))
    assert [line.split()[1] for line in lines(reading)] == ["industrial_investment", "fixed_asset_investment"]
    assert doubts(reading) == ["warning unknown_indicator A4"]


def test_names_with_units_that_nobody_knows_keep_their_rows_out():
    reading = read(sheet([["2022年5月"], ["", "", "规上工业企业", "限上商贸企业"], ["营业面积（平方米）", "2021年末", 25, 10], ["", "2022年5月末", 27, 12], ["展销额（万元）", "1-5月", 450, 120]]))
    assert lines(reading) == [] and doubts(reading) == ["warning unknown_row A3", "warning unknown_row A4", "warning unknown_row A5"]


def test_all_clusters_together_are_the_park():
    reading = read(sheet([["2022年1-5月分产业产值（万元）"], ["产业", "产值"], ["机械", 30], ["食品", 23], ["全部产业", 53]]))
    assert who(reading) == [("B3", "", "机械", ""), ("B4", "", "食品", ""), ("B5", "", "", "")]


def test_a_sheet_called_by_a_bare_year_is_of_that_year():
    reading = read(sheet([["指标", "1季度", "2季度"], ["税收（万元）", 91, 105]], name="2022"))
    assert lines(reading) == ["B2 tax_revenue actual quarter 2022-01..2022-03 91 万元", "C2 tax_revenue actual quarter 2022-04..2022-06 105 万元"]


def test_an_amount_with_its_growth_in_one_cell_is_both():
    reading = read(sheet([["2022年目标任务表"], ["指标", "目标", "备注"], ["工业总产值", "23亿元，增长9.5%", ""], ["税收", "8500万元（下降2%）", ""], ["固定资产投资", "7亿元（含技改2亿元）", ""]]))
    assert [line.split(" ", 5)[5] for line in lines(reading)] == ["230000 万元 yoy 9.5", "8500 万元 yoy -2"]
    assert doubts(reading) == ["warning text_in_number_cell B5"]


def test_a_row_and_a_header_that_name_two_indicators_leave_their_figures_unread():
    reading = read(sheet([["2022年1-5月（万元）"], ["指标", "累计", "规上工业企业数"], ["税收", 64, 12], ["工业总产值", 640, 12]]))
    assert [line.split()[0] for line in lines(reading)] == ["B3", "B4"] and doubts(reading) == ["warning two_indicators C3:C4"]


def test_names_with_their_english_beside_them_are_read_by_the_chinese():
    reading = read(sheet([["主要指标 Main Indicators"], ["指标 Indicator", "单位 Unit", "2022年", "同比增长 Growth Rate (%)"],
                          ["工业总产值 Gross Industrial Output Value", "亿元 (100 million yuan)", 18.5, 9], ["税收/Tax Revenue", "万元", 70, 5]]))
    assert lines(reading) == ["C3 industrial_output_value actual year 2022-01..2022-12 185000 万元 yoy 9", "C4 tax_revenue actual year 2022-01..2022-12 70 万元 yoy 5"]


def test_some_firms_together_are_no_cluster_and_no_firm():
    reading = read(sheet([["2022年5月企业税收（万元）"], ["序号", "企业名称", "所属片区", "税收"], [1, "甲机械有限公司", "梅岭片区", 82], [2, "乙食品有限公司", "竹溪片区", 58],
                          ["", "前两名合计", "", 140], ["", "其他企业", "", 60], ["", "园区合计", "", 200]]))
    assert who(reading) == [("D3", "梅岭片区", "", "甲机械有限公司"), ("D4", "竹溪片区", "", "乙食品有限公司"), ("D7", "", "", "")]
    assert [doubt for doubt in doubts(reading) if "row" in doubt] == ["warning unknown_row A5", "warning unknown_row A6"]


def test_a_row_of_nobody_below_firms_is_not_of_the_zone_above():
    reading = read(sheet([["2022年5月企业税收（万元）"], ["排名", "企业名称", "所属片区", "税收", "增幅"], [1, "甲机械有限公司", "梅岭片区", 82, 5], [2, "乙食品有限公司", "竹溪片区", 58, 6],
                          ["前两名合计", "", "", 140, 5], ["占园区税收比重（%）", "", "", 56.3, ""]]))
    assert [cell for cell, *_rest in who(reading)] == ["D3", "D4"] and doubts(reading) == ["warning unread_row A5", "warning unread_row A6"]


def test_columns_among_them_are_parts_of_the_figures_before_them_and_lend_these_no_name():
    reading = read(sheet([["2022年各片区固定资产投资（万元）"], ["片区", "年度目标", "1-5月", "其中：工业投资"], ["梅岭片区", 400, 300, 250], ["竹溪片区", 250, 190, 140]]))
    assert lines(reading)[:3] == [
        "B3 梅岭片区 fixed_asset_investment target year 2022-01..2022-12 400 万元", "C3 梅岭片区 fixed_asset_investment actual ytd 2022-01..2022-05 300 万元",
        "D3 梅岭片区 industrial_investment actual ytd 2022-01..2022-05 250 万元"]
    assert doubts(reading) == []


def test_a_word_for_a_column_below_an_indicator_is_not_that_indicator():
    reading = read(sheet([["2022年5月快报"], ["指标", "单位", "1-5月"], ["税收", "万元", 60], ["用地", "亩", 120], ["工业总产值", "万元", 900]]))
    assert [line.split()[0] for line in lines(reading)] == ["C3", "C5"] and doubts(reading) == ["warning unknown_indicator A4"]


def test_a_period_over_the_names_of_zones_is_the_tables():
    reading = read(sheet([["2022年1-5月", "税收（万元）", "同比（%）"], ["梅岭片区", 30, 5], ["竹溪片区", 20, 6], ["合计", 50, 5.4]]))
    assert lines(reading)[0] == "B2 梅岭片区 tax_revenue actual ytd 2022-01..2022-05 30 万元 yoy 5"
    assert who(reading) == [("B2", "梅岭片区", "", ""), ("B3", "竹溪片区", "", ""), ("B4", "", "", "")]


def test_this_park_beside_others_is_the_park():
    reading = read(sheet([["2022年1-5月税收对比（万元）"], ["指标", "本园区", "邻县工业园"], ["税收", 30, 40]]))
    assert who(reading)[0] == ("B3", "", "", "")


def test_figures_as_of_the_end_of_a_year_and_at_present_prices_are_read():
    reading = read(sheet([["建设情况"], ["项目", "计量单位", "截至2021年底", "2022年5月底"], ["规上企业", "家", 25, 27], ["现价产值", "万元", 900, 400]]))
    assert lines(reading)[:2] == ["C3 above_scale_firms actual point 2021-12..2021-12 25 家", "D3 above_scale_firms actual point 2022-05..2022-05 27 家"]
    assert len(lines(reading)) == 4 and doubts(reading) == []
