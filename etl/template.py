"""The tidy template: one row per figure, with drop-downs and notes, for staff who keep no table of their own."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from park.catalogue import Catalogue, load_catalogue
from park.locale import _

DATA, GUIDE, LISTS = "数据", "填表说明", "代码"
# What the reader looks for, so the words are Chinese in every language. Name, width, what to write, example.
COLUMNS = (
    ("年月", 14, "The month of the figure; January and February together as one period.", "2013年9月"),
    ("片区", 14, "The zone; 全园 or empty for the whole park.", "全园"),
    ("产业", 14, "The industry cluster; empty for all of them together.", ""),
    ("企业", 18, "The firm, for a firm's own figure only.", ""),
    ("指标", 24, "The indicator; choose it from the list.", "工业总产值"),
    ("单位", 10, "The unit of this row; 亿元 and 万元 may both be used.", "万元"),
    ("当月值", 13, "The figure of the month alone; for a stock, the number at the month's end.", "5290"),
    ("累计值", 13, "The figure from January to this month. One of the two is enough.", "39943"),
    ("年度目标", 13, "The target of the year, as the plan writes it: 3000以上, 8-10.", "56016"),
    ("备注", 24, "Anything else; it is not read as a figure.", ""),
)
RULES = (
    "One row is one figure of one indicator. Leave the header as it is; the columns may stand in any order.",
    "January and February are reported together: write 2013年1-2月 and only the cumulative value.",
    "A stock such as above-scale firms has only the month's value: the number at its end.",
    "An empty cell means not reported. Write 0 only where the figure is zero.",
    "This sheet and its examples are not loaded.",
)
LAST_ROW = 2000
HEADER_FILL = PatternFill("solid", fgColor="DCE6F1")
EDGE = Border(*[Side(style="thin", color="BFBFBF")] * 4)


def write_template(
    target: str | Path | BinaryIO,
    area: str | None = None,
    catalogue: Catalogue | None = None,
    areas: tuple[str, ...] = (),
    clusters: tuple[str, ...] = (),
    firms: tuple[str, ...] = (),
) -> None:
    """Writes the template workbook to a path or a binary stream.

    area: the park it is for. areas, clusters, firms: the names offered in the drop-downs; where they are not given, the
    zones that the catalogue knows of the park, and the catalogue's clusters. Other names may be typed as well. The workbook holds no
    figure: reading it back gives nothing.
    """
    catalogue = catalogue or load_catalogue()
    if area and not areas and area in catalogue.parks:
        areas = tuple(zone.name for zone in catalogue.parks[area].zones)
    lists = {
        "片区": ("全园", *areas),
        "产业": clusters or tuple(catalogue.clusters),
        "企业": firms,
        "指标": tuple(indicator.name_zh for indicator in catalogue.indicators.values()),
        "单位": _units(catalogue),
    }
    book = Workbook()
    _data_sheet(book.active, lists)
    _guide_sheet(book.create_sheet(GUIDE), area)
    _list_sheet(book.create_sheet(LISTS), lists)
    book.save(target)


def _units(catalogue: Catalogue) -> tuple[str, ...]:
    """The indicators' own units, in the catalogue's order, and beside them the other ones that money and land come in."""
    own = dict.fromkeys(indicator.unit for indicator in catalogue.indicators.values() if indicator.comparable)
    return tuple(dict.fromkeys(("万元", "亿元", "亩", "公顷", *own)))


def _data_sheet(sheet: Worksheet, lists: dict[str, tuple[str, ...]]) -> None:
    sheet.title = DATA
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 24
    for number, (name, width, note, _example) in enumerate(COLUMNS, start=1):
        letter = get_column_letter(number)
        _header_cell(sheet, number, name)
        sheet.cell(1, number).comment = _comment(_(note))
        sheet.column_dimensions[letter].width = width
        # 年月 is text, so that 2013-09 typed by hand stays what it is and does not become a day.
        sheet.column_dimensions[letter].number_format = "@" if name == "年月" else "General"
        rule = _drop_down(name, lists) if lists.get(name) else _prompt()
        rule.promptTitle, rule.prompt = name, _(note)
        sheet.add_data_validation(rule)
        rule.add(f"{letter}2:{letter}{LAST_ROW}")


def _header_cell(sheet: Worksheet, column: int, text: str, row: int = 1) -> None:
    cell = sheet.cell(row, column, text)
    cell.font, cell.fill, cell.border = Font(bold=True), HEADER_FILL, EDGE
    cell.alignment = Alignment(horizontal="center", vertical="center")


def _comment(text: str) -> Comment:
    comment = Comment(text, "Parkboard")
    comment.width, comment.height = 240, 80
    return comment


def _drop_down(name: str, lists: dict[str, tuple[str, ...]]) -> DataValidation:
    """A list from the sheet of lists; another name may still be typed, after a question."""
    letter = get_column_letter(list(lists).index(name) + 1)
    rule = DataValidation(type="list", formula1=f"{LISTS}!${letter}$2:${letter}${len(lists[name]) + 1}", allow_blank=True)
    rule.showInputMessage = rule.showErrorMessage = True
    rule.errorStyle, rule.errorTitle = "warning", name
    rule.error = _("This name is not in the list. Keep it all the same?")
    return rule


def _prompt() -> DataValidation:
    rule = DataValidation(allow_blank=True)
    rule.showInputMessage = True
    return rule


def _guide_sheet(sheet: Worksheet, area: str | None) -> None:
    """Rules in words, then the columns with an example each: as texts down a column, so that no reader takes it for data."""
    sheet.append([GUIDE])
    sheet["A1"].font = Font(bold=True, size=14)
    if area:
        sheet.append([f"填报单位：{area}"])  # what the reader looks for, to know whose table it is
    for number, rule in enumerate(RULES, start=1):
        sheet.append([f"{number}. {_(rule)}"])
    sheet.append([])
    header = sheet.max_row + 2
    for column, text in enumerate((_("Column"), _("What to write"), _("Example (not loaded)")), start=1):
        _header_cell(sheet, column, text, header)
    for name, _width, note, example in COLUMNS:
        sheet.append([name, _(note), _("e.g. {example}").format(example=example) if example else _("empty")])
    for letter, width in (("A", 14), ("B", 62), ("C", 24)):
        sheet.column_dimensions[letter].width = width


def _list_sheet(sheet: Worksheet, lists: dict[str, tuple[str, ...]]) -> None:
    for column, (name, words) in enumerate(lists.items(), start=1):
        for row, text in enumerate((name, *words), start=1):
            sheet.cell(row, column, text)
    sheet.sheet_state = "hidden"
