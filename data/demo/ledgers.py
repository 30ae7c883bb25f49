"""More simulated tables: the project ledger of 县工业园区, and the firms of both parks with their land."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .figures import Line, portions
from .workbooks import NOTE, THIN, fit_to_page, percent, plain

PROJECT_COLUMNS = (
    "序号", "项目名称", "企业名称", "片区", "总投资（万元）", "项目阶段", "签约时间", "计划开工时间", "开工时间", "竣工时间",
    "投产时间", "未开工原因", "责任人",
)  # fmt: skip
D = date
# name, firm, zone, investment 万元, stage, signed, planned start, started, completed, in production, reason, responsible
PROJECTS = (
    ("矿山破碎设备生产线", "示例机械一厂", "工业区", 5200, "投产", D(2012, 3, 12), D(2012, 6, 1), D(2012, 6, 18), D(2013, 2, 26), D(2013, 3, 20), "", "工信局负责人"),
    ("选矿设备配件加工", "示例机械二厂", "工业区", 3600, "投产", D(2012, 5, 8), D(2012, 8, 1), D(2012, 8, 15), D(2013, 5, 28), D(2013, 6, 16), "", "工信局负责人"),
    ("竹木家具扩建", "示例家具一厂", "创业区", 2800, "投产", D(2012, 7, 20), D(2012, 10, 1), D(2012, 10, 22), D(2013, 3, 30), D(2013, 4, 18), "", "工业小区管委会负责人"),
    ("电子元件组装", "示例电子一厂", "创业区", 4500, "投产", D(2012, 9, 6), D(2012, 12, 1), D(2012, 12, 10), D(2013, 6, 5), D(2013, 6, 25), "", "商务局负责人"),
    ("饲料加工二期", "示例饲料厂", "工业区", 3000, "投产", D(2012, 10, 15), D(2013, 1, 10), D(2013, 1, 21), D(2013, 7, 30), D(2013, 8, 15), "", "工业小区管委会负责人"),
    ("标准厂房一期", "示例建设公司", "创业区", 8600, "竣工", D(2012, 8, 28), D(2012, 11, 1), D(2012, 11, 20), D(2013, 9, 18), "", "", "城乡规划建设局负责人"),
    ("矿山机械铸造", "示例铸造厂", "工业区", 6800, "开工", D(2013, 1, 16), D(2013, 4, 1), D(2013, 4, 25), "", "", "", "工信局负责人"),
    ("食用菌加工", "示例食品一厂", "创业区", 2600, "开工", D(2013, 3, 5), D(2013, 6, 1), D(2013, 6, 18), "", "", "", "民企局负责人"),
    ("再生橡胶制品", "示例橡胶厂", "工业区", 4200, "开工", D(2013, 2, 26), D(2013, 5, 15), D(2013, 7, 8), "", "", "", "商务局负责人"),
    ("小松污水管网", "示例市政公司", "小松创业区", 3800, "开工", D(2013, 4, 9), D(2013, 6, 20), D(2013, 8, 12), "", "", "", "环保局负责人"),
    ("电线电缆生产线", "示例电缆厂", "小松创业区", 5600, "签约", D(2013, 4, 22), D(2013, 6, 30), "", "", "", "用地指标未落实", "国土局负责人"),
    ("石材加工园", "示例石材厂", "小松创业区", 7200, "签约", D(2013, 5, 17), D(2013, 7, 31), "", "", "", "供电线路未接通", "工业小区管委会负责人"),
    ("服装加工", "示例服装厂", "创业区", 1800, "签约", D(2013, 6, 20), D(2013, 8, 31), "", "", "", "企业资金未到位", "商务局负责人"),
    ("汽车配件加工", "示例汽配厂", "工业区", 5000, "签约", D(2013, 8, 6), D(2013, 11, 30), "", "", "", "施工图纸在审", "城乡规划建设局负责人"),
)  # fmt: skip

# Firms of a cluster and the land they stand on together, 亩.
CITY_FIRMS = {"纺织": (4, 620), "锂电新材料": (3, 430), "LED应用": (2, 170), "变电设备": (2, 150), "车用微电机": (1, 110)}
COUNTY_FIRMS = {"机械": (4, 1180), "出口五金工具": (3, 640), "健康食品": (3, 470), "服装": (2, 330), "铝制品": (2, 310)}


def project_ledger() -> Workbook:
    """项目台账 of 县工业园区 at the end of September 2013."""
    book = Workbook()
    sheet = book.active
    sheet.title = "台账"
    _title(sheet, "县工业园区重点项目台账（截至2013年9月底，模拟数据）", PROJECT_COLUMNS, 2)
    for number, project in enumerate(PROJECTS, start=1):
        _append(sheet, (number, *project))
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, date):
                cell.number_format = "yyyy-mm-dd"
    sheet.cell(sheet.max_row + 1, 1, "注：项目、企业和责任分工均为模拟数据，仅供演示。")
    for column, width in enumerate((6, 20, 16, 12, 14, 10, *[13] * 5, 20, 16), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    return book


@dataclass(frozen=True)
class FirmTable:
    """企业产值明细表 of a park: its clusters' firms and land, their figures, the year and month."""

    park: str
    firms: dict[str, tuple[int, int]]
    line: Line
    year: int
    step: int
    scale: int  # 万元 of the year to date from which on a firm is above scale
    seed: int

    @property
    def columns(self) -> tuple[str, ...]:
        return ("序号", "企业名称", "产业", "占地（亩）", "规模以上", "本月产值", f"1-{self.step}月\n累计产值", "去年同期", "同比增长\n（%）")


def firm_table(given: FirmTable, total: Line) -> Workbook:
    """Firms add up to their cluster, clusters to the park (of the line `total`); with each firm's land."""
    rng, output = Random(given.seed), given.line
    book = Workbook()
    sheet = book.active
    sheet.title = "企业产值"
    _title(sheet, f"{given.park}{given.year}年1-{given.step}月企业产值明细表（模拟数据）", given.columns, 3)
    sheet["A2"], sheet.cell(2, len(given.columns)).value = f"填报单位：{given.park}管委会", "单位：万元"
    number = 0
    for cluster, (count, mu) in given.firms.items():
        weights = [rng.uniform(0.6, 1.6) for _firm in range(count)]
        grown = [weight * rng.uniform(0.85, 1.2) for weight in weights]
        land = portions(Decimal(mu), weights, Decimal(5))
        columns = [
            portions(output.month(given.year, cluster, given.step), grown, Decimal(1)),
            portions(output.to_date(given.year, cluster, given.step), grown, Decimal(1)),
            portions(output.to_date(given.year - 1, cluster, given.step), weights, Decimal(1)),
        ]
        for firm, (plot, month, to_date, before) in enumerate(zip(land, *columns, strict=True), start=1):
            number += 1
            above = "是" if to_date >= given.scale else "否"
            growth = percent(to_date, before, less=100)
            _append(sheet, (number, f"示例{cluster}企业{firm}", cluster, plain(plot), above, plain(month), plain(to_date), plain(before), growth))
    figures = [total.month(given.year, "", given.step), *(total.to_date(year, "", given.step) for year in (given.year, given.year - 1))]
    _append(sheet, ("", "合计", "", "", "", *[plain(f) for f in figures], percent(figures[1], figures[2], less=100)))
    sheet.cell(sheet.max_row + 1, 1, NOTE)
    for column, width in enumerate((6, 24, 14, 12, 10, 12, 14, 12, 12), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    return book


def _title(sheet: Worksheet, title: str, columns: tuple[str, ...], header_row: int) -> None:
    sheet["A1"] = title
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment(horizontal="center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    for column, text in enumerate(columns, start=1):
        cell = sheet.cell(header_row, column, text)
        cell.font, cell.border = Font(bold=True), THIN
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.freeze_panes = f"C{header_row + 1}"
    sheet.row_dimensions[header_row].height = 32
    sheet.page_setup.orientation = "landscape"
    fit_to_page(sheet)


def _append(sheet: Worksheet, values: tuple) -> None:
    row = sheet.max_row + 1
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column, None if value == "" else value)
        cell.border = THIN
