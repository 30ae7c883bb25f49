"""Habits of the offices that keep such tables: what they call columns, rows, sheets and titles, and what they leave out."""

from .sheets import doubts, lines, read, sheet


def parts(reading, *columns):
    """One tuple per observation: its cell and the named columns."""
    return [tuple(row[name] for name in ("cell", *columns)) for row in reading.observations.to_pylist()]


def test_groups_of_columns_are_zones_or_clusters_though_nobody_knows_their_names():
    zones = read(sheet([
        ["青山开发区2022年1-5月完成情况（万元）"], ["指标", "梅岭片区", "", "竹溪片区", "", "荷塘片区", "", "全区", ""],
        ["", "目标", "完成", "目标", "完成", "目标", "完成", "目标", "完成"], ["税收", 10, 4, 20, 9, 30, 12, 60, 25],
    ], merges="A2:A3 B2:C2 D2:E2 F2:G2 H2:I2"))
    assert [area for _cell, area in parts(zones, "area")] == ["梅岭片区"] * 2 + ["竹溪片区"] * 2 + ["荷塘片区"] * 2 + [""] * 2
    clusters = read(sheet([
        ["2022年1-5月四大产业运行情况", "", "", "", "单位：亿元"], ["指标", "合计", "", "磁性材料", "", "智能家居", "", "航空航天", ""],
        ["", "累计", "增长%", "累计", "增长%", "累计", "增长%", "累计", "增长%"], ["产值", 6, 5, 1, 4, 2, 5, 3, 6],
    ], merges="A2:A3 B2:C2 D2:E2 F2:G2 H2:I2"))
    assert [cluster for _cell, cluster in parts(clusters, "cluster")] == ["", "磁性材料", "智能家居", "航空航天"]


def test_sheets_and_files_called_by_a_mere_kind_name_no_part():
    rows = [["2022年1-5月主要指标（万元）"], ["片区", "税收"], ["全 区", 9], ["梅岭片区", 4], ["竹溪片区", 5]]
    for name in ("片区", "各片区", "12片区", "分片区情况"):
        assert parts(read(sheet(rows, name=name)), "area") == [("B3", ""), ("B4", "梅岭片区"), ("B5", "竹溪片区")]
    rows = [["2022年1-5月产业情况（万元）"], ["产业", "税收"], ["磁性材料", 4], ["智能家居", 5], ["总计", 9]]
    reading = read(sheet(rows, name="集群"), name="c07_重点产业集群前5个月.xlsx")
    assert parts(reading, "cluster") == [("B3", "磁性材料"), ("B4", "智能家居"), ("B5", "")]


def test_sheets_named_for_a_lettered_zone_are_of_that_zone():
    rows = [["2022年5月主要指标（万元）"], ["指标", "累计"], ["税收", 9]]
    assert parts(read(sheet(rows, name="A片区")), "area") == [("B3", "A片区")]


def test_rows_that_sum_the_firms_below_them_are_their_cluster():
    head = [["规上企业主要指标（2022年1-5月）"], ["序号", "企业名称", "税收（万元）"]]
    numbered = read(sheet([*head, ["合计", "", 60], ["一", "磁性材料", 30], [1, "甲磁电有限公司", 10], [2, "乙永磁厂", 20],
                           ["二", "智能家居", 30], [1, "丙家居集团", 30]]))
    wanted = [("C3", "", ""), ("C4", "磁性材料", ""), ("C5", "磁性材料", "甲磁电有限公司"), ("C6", "磁性材料", "乙永磁厂"),
              ("C7", "智能家居", ""), ("C8", "智能家居", "丙家居集团")]
    assert parts(numbered, "cluster", "firm") == wanted and doubts(numbered) == []
    plain = read(sheet([*head, ["", "磁性材料", 30], [1, "甲磁电有限公司", 10], [2, "乙永磁厂", 20], ["", "智能家居", 30],
                        [3, "丙家居有限公司", 18], [4, "丁家居集团", 12], ["", "合计", 60]]))
    assert parts(plain, "cluster", "firm") == [
        ("C3", "磁性材料", ""), ("C4", "磁性材料", "甲磁电有限公司"), ("C5", "磁性材料", "乙永磁厂"), ("C6", "智能家居", ""),
        ("C7", "智能家居", "丙家居有限公司"), ("C8", "智能家居", "丁家居集团"), ("C9", "", "")]


def test_firms_with_short_names_are_no_sums():
    reading = read(sheet([["2022年5月企业税收（万元）"], ["序号", "企业名称", "税收"], [1, "甲磁电", 10], [2, "乙永磁有限公司", 20], [3, "丙家居集团", 30]]))
    assert parts(reading, "firm", "cluster") == [("C3", "甲磁电", ""), ("C4", "乙永磁有限公司", ""), ("C5", "丙家居集团", "")]
    alike = read(sheet([["2022年5月企业税收（万元）"], ["序号", "企业名称", "税收"], [1, "甲磁电", 20], [2, "乙永磁有限公司", 20], [3, "丙家居集团", 30], [4, "丁厂", 3]]))
    assert [firm for _cell, firm in parts(alike, "firm")] == ["甲磁电", "乙永磁有限公司", "丙家居集团", "丁厂"]


def test_a_completion_in_percent_is_no_amount():
    for header in ("完成%", "完成（%）", "占年计划％", "完成目标%"):
        reading = read(sheet([["2022年1-5月主要指标（万元）"], ["指标", "年计划", "1-5月", header], ["税收", 60, 24, 40]]))
        assert [row["cell"] for row in reading.observations.to_pylist()] == ["B3", "C3"] and doubts(reading) == []


def test_zones_below_an_indicator_with_figures_are_parts_of_it():
    for header in ("指标/片区", "指标（片区）", "项目"):
        reading = read(sheet([
            ["2022年1-5月各片区完成情况"], [header, "年度目标", "累计"], ["一、税收（万元）", 60, 25], ["梅岭片区", 30, 12], ["竹溪片区", 30, 13],
            ["二、新开工项目（个）", 7, 3], ["梅岭片区", 3, 1], ["竹溪片区", 4, 2],
        ]))
        assert parts(reading, "area", "indicator")[2:5] == [
            ("B4", "梅岭片区", "tax_revenue"), ("C4", "梅岭片区", "tax_revenue"), ("B5", "竹溪片区", "tax_revenue")]
        assert parts(reading, "area", "indicator")[-1] == ("C8", "竹溪片区", "projects_started")
        assert doubts(reading) == []


def test_a_title_of_growth_alone_makes_its_figures_growth():
    reading = read(sheet([["2022年1-5月各片区主要指标增速（%）"], ["指标", "全区", "梅岭片区"], ["税收", 6.5, -1.2], ["固定资产投资", 12, 30]]))
    assert lines(reading)[:2] == [
        "B3 tax_revenue actual ytd 2022-01..2022-05  万元 yoy 6.5", "C3 梅岭片区 tax_revenue actual ytd 2022-01..2022-05  万元 yoy -1.2"]
    assert doubts(reading) == []


def test_a_title_of_growth_over_amounts_leaves_them_amounts():
    for title in ("2022年1-5月主要指标及增速", "2022年1-5月主要指标总量和增速", "2022年1-5月税收增长情况"):
        reading = read(sheet([[title], ["指标", "单位", "1-5月", "同比%"], ["税收", "万元", 65, 5]]))
        assert lines(reading) == ["C3 tax_revenue actual ytd 2022-01..2022-05 65 万元 yoy 5"]
    reading = read(sheet([["2022年1-5月主要指标增速"], ["指标", "1-5月"], ["税收", 6500.5]]))
    assert [row["value"] is not None for row in reading.observations.to_pylist()] == [True]


def test_percent_as_the_unit_of_an_amount_tells_its_growth():
    reading = read(sheet([
        ["2022年目标任务书"], ["考核指标", "单位", "2021年完成", "2022年目标"], ["规上工业增加值", "%", 8.2, "增长9%以上"], ["税收", "万元", 50, "60以上"],
    ]))
    assert lines(reading) == [
        "C3 above_scale_value_added actual year 2021-01..2021-12  万元 yoy 8.2",
        "D3 above_scale_value_added target year 2022-01..2022-12 >= 万元 yoy 9",
        "C4 tax_revenue actual year 2021-01..2021-12 50 万元", "D4 tax_revenue target year 2022-01..2022-12 >=60 万元",
    ]
    assert doubts(reading) == []


def test_a_sum_below_the_months_reaches_to_the_last_month_listed():
    rows = [["2022年税收分月情况（万元）"], ["月份", "税收"], ["1月", 1], ["2月", 2], ["3月", 3], ["4月", 4], ["合计", 10]]
    assert lines(read(sheet(rows)))[-1] == "B7 tax_revenue actual ytd 2022-01..2022-04 10 万元"
    rows = [["2022年税收分月情况（万元）"], ["月份", "税收"], *([f"{m}月", 1] for m in range(1, 13)), ["合计", 12]]
    assert lines(read(sheet(rows)))[-1] == "B15 tax_revenue actual year 2022-01..2022-12 12 万元"
    rows = [["2022年税收分月情况（万元）"], ["月份", "税收"], ["4月", 1], ["5月", 2], ["6月", 3], ["小计", 6]]
    assert lines(read(sheet(rows)))[-1] == "B6 tax_revenue actual quarter 2022-04..2022-06 6 万元"


def test_the_parks_own_name_among_its_zones_is_the_park():
    for name in ("青山经济开发区", "青山经开区"):
        reading = read(sheet([["青山经济开发区各片区2022年1-5月税收（万元）"], ["片区", "1-5月"], [name, 9], ["梅岭片区", 4], ["竹溪片区", 5]]))
        assert parts(reading, "area") == [("B3", ""), ("B4", "梅岭片区"), ("B5", "竹溪片区")]
        assert reading.park == "青山经济开发区"


def test_a_column_of_indicators_is_the_label_column_whatever_its_header():
    for header in ("任务", "重点任务", "工作目标", "完成情况", "事项"):
        reading = read(sheet([["2022年1-5月重点工作"], [header, "年度目标", "累计完成"], ["税收", "60万元", "24万元"], ["新开发土地", "300亩", "120亩"]]))
        assert [row["value"] for row in reading.observations.to_pylist()] == [60, 24, 300, 120], header


def test_words_of_one_kind_side_by_side_head_a_column_of_that_kind():
    rows = [["202205", "税收", "万元", 9, "园区"], ["202205", "税收", "万元", 4, "梅岭片区"], ["202205", "税收", "万元", 5, "竹溪片区"]]
    for header in ("园区/片区", "片区／园区", "所属片区", "所在地"):
        reading = read(sheet([["年月", "指标", "单位", "累计", header], *rows]))
        assert parts(reading, "area") == [("D2", ""), ("D3", "梅岭片区"), ("D4", "竹溪片区")], header
        assert doubts(reading) == [], header


def test_notes_of_time_in_an_indicators_name_say_no_other_indicator():
    for name in ("规模以上企业数（期末）", "期末规模以上企业数", "规模以上企业数（年末数）", "月末规模以上企业数", "规模以上企业数(期末数)"):
        reading = read(sheet([["2022年主要指标"], ["指标", "单位", "4月", "5月"], [name, "家", 40, 41]]))
        assert lines(reading)[-1] == "D3 above_scale_firms actual point 2022-05..2022-05 41 家", name


def test_the_growth_of_a_plan_belongs_to_the_plan():
    reading = read(sheet([["2022年计划执行情况（万元）"], ["指标", "2021年实绩", "2022年计划", "计划增长%", "1-5月完成", "同比%"], ["税收", 50, 60, 20, 24, 9]]))
    assert lines(reading) == [
        "B3 tax_revenue actual year 2021-01..2021-12 50 万元", "C3 tax_revenue target year 2022-01..2022-12 60 万元 yoy 20",
        "E3 tax_revenue actual ytd 2022-01..2022-05 24 万元 yoy 9",
    ]


def test_a_title_may_end_with_its_period():
    for title in ("各片区固定资产投资（万元）2022年5月", "2022年5月各片区固定资产投资（万元）", "各片区2022年5月固定资产投资（万元）"):
        reading = read(sheet([[title], ["片区", "当月", "累计"], ["梅岭片区", 2, 9]]))
        assert lines(reading) == [
            "B3 梅岭片区 fixed_asset_investment actual month 2022-05..2022-05 2 万元",
            "C3 梅岭片区 fixed_asset_investment actual ytd 2022-01..2022-05 9 万元"]


def test_the_adjusted_target_counts_and_the_target_by_now_is_one_of_its_own():
    reading = read(sheet([["2022年1-5月（万元）"], ["指标", "年初目标", "调整后目标", "累计完成"], ["税收", 60, 66, 24]]))
    assert [line.split(" ", 1)[1] for line in lines(reading)] == [
        "tax_revenue target year 2022-01..2022-12 66 万元", "tax_revenue actual ytd 2022-01..2022-05 24 万元"]
    assert doubts(reading) == []
    for header in ("进度目标", "序时目标", "序时进度目标"):
        reading = read(sheet([["2022年5月（万元）"], ["指标", "目标值", header, "累计完成", "超（欠）进度"], ["税收", 60, 25, 24, -1]]))
        assert lines(reading) == [
            "B3 tax_revenue target year 2022-01..2022-12 60 万元", "C3 tax_revenue target ytd 2022-01..2022-05 25 万元",
            "D3 tax_revenue actual ytd 2022-01..2022-05 24 万元"], header


def test_a_completion_is_measured_against_the_target_that_it_follows_from():
    head = ["指标", "年度目标", "1-5月进度计划", "1-5月完成", "完成年度目标（%）", "完成进度计划（%）"]
    reading = read(sheet([["2022年1-5月（万元）"], head, ["税收", 60, 25, 24, 40, 96], ["利润", 50, 20, 25, 50, 125]]))
    assert [row["cell"] for row in reading.observations.to_pylist()] == ["B3", "C3", "D3", "B4", "C4", "D4"] and doubts(reading) == []
    reading = read(sheet([["2022年1-5月（万元）"], head, ["税收", 60, 25, 24, 44, 96], ["利润", 50, 20, 25, 50, 125]]))
    assert doubts(reading) == ["warning completion_mismatch E3"]


def test_a_total_of_all_zones_by_their_kind_is_no_zone():
    reading = read(sheet([["2022年5月税收（万元）"], ["园区", "累计"], ["一园区", 4], ["二园区", 5], ["各园区合计", 9]]))
    assert parts(reading, "area") == [("B3", "一园区"), ("B4", "二园区"), ("B5", "")]


def test_a_zone_written_once_holds_for_its_firms_below_a_total_too():
    for total in (["", "合计", "", 20], ["", "", "合计", 20], ["合计", "", "", 20]):
        reading = read(sheet([["2022年5月税收（万元）"], ["序号", "片区", "企业名称", "累计"], total, [1, "梅岭片区", "甲有限公司", 5],
                              [2, "", "乙厂", 6], [3, "竹溪片区", "丙集团", 9]]))
        assert parts(reading, "area", "firm") == [
            ("D3", "", ""), ("D4", "梅岭片区", "甲有限公司"), ("D5", "梅岭片区", "乙厂"), ("D6", "竹溪片区", "丙集团")]


def test_a_year_in_brackets_behind_the_months_is_their_year():
    reading = read(sheet([["主要指标（万元）"], ["指标", "1-5月（2022）", "1-5月（2021年）", "增长率"], ["税收", 5, 4, 25]]))
    assert lines(reading) == ["B3 tax_revenue actual ytd 2022-01..2022-05 5 万元 yoy 25", "C3 tax_revenue actual ytd 2021-01..2021-05 4 万元"]


def test_a_sum_below_the_months_of_two_years_reaches_in_each_to_its_own_last_month():
    months = [[f"{m}月", 1, 2 if m < 6 else ""] for m in range(1, 13)]
    reading = read(sheet([["税收（万元）"], ["月份", "2021年", "2022年"], *months, ["合计", 12, 10]]))
    assert lines(reading)[-2:] == [
        "B15 tax_revenue actual year 2021-01..2021-12 12 万元", "C15 tax_revenue actual ytd 2022-01..2022-05 10 万元"]
    assert doubts(reading) == []


def test_subtotals_among_firms_are_of_the_part_they_name():
    reading = read(sheet([["2022年5月税收（万元）"], ["企业名称", "1-5月"], ["甲有限公司", 5], ["乙厂", 6], ["磁性材料小计", 11], ["丙集团", 9], ["智能家居小计", 9], ["总计", 20]]))
    assert parts(reading, "cluster", "firm") == [
        ("B3", "", "甲有限公司"), ("B4", "", "乙厂"), ("B5", "磁性材料", ""), ("B6", "", "丙集团"), ("B7", "智能家居", ""), ("B8", "", "")]
    assert doubts(reading) == []


def test_a_sum_below_quarters_reaches_to_the_last_one_listed():
    reading = read(sheet([["2022年税收（万元）"], ["季度", "税收"], ["一季度", 1], ["二季度", 2], ["三季度", 3], ["合计", 6]]))
    assert lines(reading)[-1] == "B6 tax_revenue actual ytd 2022-01..2022-09 6 万元"


def test_firms_below_a_zones_row_keep_the_industry_of_their_own_column():
    reading = read(sheet([["2022年5月规上企业税收（万元）"], ["序号", "企业名称", "所属行业", "1-5月"], ["一", "梅岭片区", "", 11], [1, "甲有限公司", "纺织", 5],
                          [2, "乙厂", "食品", 6], ["二", "竹溪片区", "", 9], [1, "丙集团", "纺织", 9], ["", "合计", "", 20]]))
    assert parts(reading, "area", "cluster", "firm") == [
        ("D3", "梅岭片区", "", ""), ("D4", "梅岭片区", "纺织", "甲有限公司"), ("D5", "梅岭片区", "食品", "乙厂"), ("D6", "竹溪片区", "", ""),
        ("D7", "竹溪片区", "纺织", "丙集团"), ("D8", "", "", "")]


def test_numbers_of_rows_without_a_header_and_means_are_no_figures():
    reading = read(sheet([["2022年5月主要指标（万元）"], ["", "指标", "当月", "累计", "月均"], [1, "税收", 5, 24, 4.8], [2, "利润", 1, 6, 1.2]]))
    assert [row["cell"] for row in reading.observations.to_pylist()] == ["C3", "D3", "C4", "D4"] and doubts(reading) == []


def test_headings_in_the_number_column_of_a_firms_table_are_clusters():
    reading = read(sheet([
        ["2022年5月规上企业税收（万元）"], ["序号", "企业名称", "累计"], ["一、磁性材料（2家）"], [1, "甲磁电有限公司", 5], [2, "乙永磁厂", 6], ["", "小计", 11],
        ["二、智能家居（1家）"], [3, "丙家居集团", 9], ["", "小计", 9], ["", "合计", 20],
    ]))
    assert parts(reading, "cluster", "firm") == [
        ("C4", "磁性材料", "甲磁电有限公司"), ("C5", "磁性材料", "乙永磁厂"), ("C6", "磁性材料", ""),
        ("C8", "智能家居", "丙家居集团"), ("C9", "智能家居", ""), ("C10", "", "")]
    assert doubts(reading) == []


def test_clusters_below_indicators_are_told_by_the_header_and_by_standing_again():
    rows = [["2022年1-5月完成情况"], ["指标/产业", "累计"], ["税收（万元）", 25], ["磁性材料", 12], ["智能家居", 13], ["产值（万元）", 70], ["磁性材料", 30], ["智能家居", 40]]
    assert parts(read(sheet(rows)), "cluster") == [
        ("B3", ""), ("B4", "磁性材料"), ("B5", "智能家居"), ("B6", ""), ("B7", "磁性材料"), ("B8", "智能家居")]
    once = read(sheet([*rows, ["外汇储备", 7]]))
    assert doubts(once) == ["warning unknown_indicator A9"]


def test_sums_below_quarters_and_half_years_say_what_they_sum():
    months = [["1月", 1], ["2月", 2], ["3月", 3], ["一季度小计", 6], ["4月", 4], ["5月", 5], ["6月", 6], ["二季度小计", 15], ["合计", 21]]
    for last in ("合计", "上半年合计"):
        reading = read(sheet([["2022年税收（万元）"], ["月份", "税收"], *months[:-1], [last, 21]]))
        assert [line.split(" ", 1)[1] for line in lines(reading) if line[:2] in ("B6", "B1")] == [
            "tax_revenue actual ytd 2022-01..2022-03 6 万元", "tax_revenue actual quarter 2022-04..2022-06 15 万元",
            "tax_revenue actual ytd 2022-01..2022-06 21 万元"]


def test_a_sum_of_months_under_a_month_column_is_no_months_figure():
    reading = read(sheet([["2022年税收（万元）"], ["月份", "当月", "同比%", "累计"], ["1月", 1, 2, 1], ["2月", 2, 3, 3], ["合计", 3, 4, ""]]))
    assert lines(reading)[-1] == "B5 tax_revenue actual ytd 2022-01..2022-02 3 万元 yoy 4" and doubts(reading) == []


def test_a_total_over_the_tables_own_zones_takes_no_zone_from_the_sheets_name():
    rows = [["2022年5月税收（万元）"], ["片区", "累计"], ["梅岭片区", 4], ["竹溪片区", 5], ["合计", 9]]
    assert parts(read(sheet(rows, name="竹溪片区")), "area")[-1] == ("B5", "")
    rows = [["2022年5月税收（万元）"], ["产业", "累计"], ["磁性材料", 4], ["智能家居", 5], ["合计", 9]]
    assert parts(read(sheet(rows, name="竹溪片区")), "area")[-1] == ("B5", "竹溪片区")
