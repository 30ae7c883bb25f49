"""Parts of pages by value: exports without formulas, texts of files made harmless."""

import io

import pandas as pd
import pytest
from openpyxl import load_workbook

from park.charts import theme
from park.charts.theme import Caption, Look
from ui.cards import card
from ui.exhibit import file_name, heading
from ui.export import as_csv, as_xlsx
from ui.filters import months_between
from ui.state import View
from ui.words import plain

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "好\x07的"]


def test_a_workbook_holds_hostile_text_as_text_and_figures_as_figures():
    frame = pd.DataFrame({"=名": HOSTILE, "数": [1.25, None, -3.0, 0, 1, 2]})
    sheet = load_workbook(io.BytesIO(as_xlsx(frame, Caption("=题", "副", "来源")))).active
    rows = [[c.value for c in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "=题" and sheet["A1"].data_type == "s"
    assert all(cell.data_type in ("s", "n") for row in sheet.iter_rows() for cell in row)
    assert rows[4] == [HOSTILE[0], 1.25] and rows[5][1] is None and rows[6][1] == -3
    assert rows[9][0] == "好的"
    assert rows[-1][0] == "来源"


def test_a_csv_opens_in_excel_and_runs_nothing():
    data = as_csv(pd.DataFrame({"名": HOSTILE[:4], "数": [1.25, None, -3.0, 0]}))
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "名,数"
    assert lines[1] == "'=cmd|' /C calc'!A0,1.25"
    assert lines[2] == "'+1,"
    assert lines[3] == "'-1,-3.0"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '<img src=x onerror="alert(1)">'])
def test_html_out_of_a_file_is_shown_and_never_obeyed(text):
    assert "<script" not in heading(Caption(text, text)) and "<img" not in heading(Caption(text, text))
    assert "<script" not in theme.figure(Caption(text), Look(), 100).layout.title.text
    assert "<" not in theme.safe(text)


def test_markdown_out_of_a_file_is_shown_and_never_obeyed():
    assert plain("![x](http://away/x.png)") == r"\!\[x\]\(http\:\/\/away\/x.png\)".replace(r"\/", "/")
    assert plain("1月_2月*.xlsx") == r"1月\_2月\*.xlsx"


def test_a_card_says_why_there_is_no_completion():
    row = {
        "actual": 1764.0, "target": None, "unit": "万元", "completion": None, "status": None, "time_progress": 75.0, "gap": None,
        "yoy": None, "yoy_from": None, "reason": "no_target", "last_month": None,
    }
    said = card(row, [], View())
    assert "1764" in said and "万元" in said and "本年" in said and "同比 —" in said


def test_a_card_says_figure_completion_status_gap_target_and_growth():
    row = {
        "actual": 1764.0, "target": 3000.0, "unit": "万元", "completion": 58.8, "status": "behind", "time_progress": 75.0, "gap": -16.2,
        "yoy": -3.0, "yoy_from": "computed", "reason": None, "last_month": "2013-09",
    }
    said = card(row, [1.0, 2.0, 1.5], View())
    for words in ("完成 58.8%", "▼ 滞后 −16.2百分点", "年度目标 3000万元", "测算同比 −3.0%", "data:image/svg+xml"):
        assert words in said


def test_months_run_backwards_and_file_names_hold_no_path():
    assert months_between("2012-11", "2013-02") == ["2013-02", "2013-01", "2012-12", "2012-11"]
    assert file_name("../../etc/1-9月: 76.9%") == "etc_1-9月_76.9"
