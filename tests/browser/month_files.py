"""Five files of one month as offices send them, each with mistakes planted in it; the park is that of tests/pages/conftest.py."""

from __future__ import annotations

import io

from openpyxl import Workbook

from tests.pages.conftest import PARK

HOSTILE = ('=HYPERLINK("http://away.example","点我")', "<script>alert(1)</script>", "**粗** [链接](http://away.example) $x^2$ `code`")


def workbook(**sheets: list[list]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str) and cell.value.startswith("=") and cell.value != "=A1":
                    cell.data_type = "s"
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(len(row) for row in rows))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def indicators(output: float = 14520) -> bytes:
    """The monthly table: a name that nobody knows, and a completion rate that does not follow."""
    return workbook(月报=[
        [f"{PARK}2013年1-10月主要经济指标完成情况表", None, None, None, None, None],
        ["指标", "单位", "年度目标", "本月", "1-10月累计", "完成率(%)"],
        ["工业总产值", "万元", 18000, 1650, output, 80.7],
        ["固定资产投资", "万元", 12000, 1100, 10505, 59.7],
        ["民宿床位数", "张", 500, 31, 268, 53.6],
    ])


def zones() -> bytes:
    """Tax by zone: a zone written in another way, and parts that do not add up to the total."""
    return workbook(分片区=[
        [f"{PARK}2013年10月分片区税收情况", None, None],
        ["片区", "本月（万元）", "1-10月累计（万元）"],
        ["北边片区", 77, 720.5],
        ["南片区", 76, 719.5],
        ["合计", 153, 1540],
    ])


def without_month() -> bytes:
    """A system's export in GB18030 that does not say of which month it is, nor in which unit."""
    lines = [f"{PARK}土地开发月报,,", "片区,本月新开发土地,备注", "北片区,33,", "南片区,31,待复核"]
    return "\r\n".join(lines).encode("gb18030")


def errors() -> bytes:
    """A table with an error value that keeps it out, and a sound table beside it; cells that would run or write on a page."""
    return workbook(
        利润=[[f"{PARK}2013年1-10月利润情况", None, None], ["指标", "单位", "1-10月累计"], ["利润", "万元", "#REF!"], ["主营业务收入", "万元", 13900]],
        企业数=[
            [f"{PARK}2013年10月末企业情况", None, None, None], ["指标", "单位", "10月末", "备注"], ["规模以上工业企业数", "户", 41, HOSTILE[0]],
            ["开工企业数", "户", 10, HOSTILE[1]], [HOSTILE[2], "户", 1, ""],
        ],
    )


def ledger() -> bytes:
    """Projects: one is finished before it was started."""
    return workbook(台账=[
        [f"{PARK}重点项目台账（2013年10月）", None, None, None, None, None, None],
        ["项目名称", "企业名称", "片区", "总投资（万元）", "项目状态", "开工时间", "竣工时间"],
        ["甲项目", "甲纺织有限公司", "北片区", 12000, "已开工", "2013年9月", None],
        ["丙项目", "丙机械有限公司", "南片区", 6000, "竣工", "2013年8月", "2013年5月"],
    ])


FILES = {
    "10月主要经济指标.xlsx": indicators(), "10月分片区税收.xlsx": zones(), "土地开发.csv": without_month(), "10月利润和企业数.xlsx": errors(),
    "10月项目台账.xlsx": ledger(),
}
