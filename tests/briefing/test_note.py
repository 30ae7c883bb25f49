"""The note: the head of a bulletin, numbered paragraphs in the customary wording, Word's own styles and a real table."""

from __future__ import annotations

from docx.oxml.ns import qn

from park.briefing.note import note

from .conftest import Written


def texts(made: Written, style: str) -> list[str]:
    return [p.text for p in made.note.paragraphs if p.style.name == style]


def test_the_head_names_bulletin_issue_unit_date_and_headline(written):
    made = written("county")
    assert texts(made, "Title") == ["县工业园区经济运行简报"]
    assert texts(made, "Normal")[:2] == ["2013年第9期", "县工业园区\t2013年9月30日"]
    assert texts(made, "Subtitle") == [made.briefing.headline.text]


def test_paragraphs_are_numbered_under_headings_in_the_customary_wording(written):
    made = written("county")
    assert texts(made, "Heading 1") == [
        "一、主要指标完成情况", "二、片区", "三、增长与拉动", "四、项目", "五、土地与亩均", "六、需要关注", "七、下一步工作", "附：主要指标完成情况表",
    ]
    body = texts(made, "Body Text")
    assert body[0] == "（一）1-9月，县工业园区实现工业总产值4.26亿元，同比增长60.2%，完成年度目标的76.0%，快于序时进度1.0个百分点。"
    assert body[1] == "（二）1-9月，县工业园区实现税收1770万元，同比下降9.9%，完成年度目标的59.0%，落后序时进度16.0个百分点。"


def test_next_steps_say_what_is_needed_and_who_answers(written):
    body = texts(written("county"), "Body Text")
    assert any(text.endswith("税收：要实现年度目标3000万元，后续月均需完成410万元，此前月均完成197万元。") for text in body)
    assert any("抓紧解决“用地指标未落实”问题，尽快开工（责任人：国土局）" in text for text in body)


def test_styles_carry_east_asian_faces_so_that_text_added_by_hand_looks_the_same(written):
    styles = written("county").note.styles
    for name, face in (("Normal", "FangSong"), ("Body Text", "FangSong"), ("Heading 1", "SimHei"), ("Title", "SimHei")):
        faces = styles[name].element.rPr.rFonts
        assert faces.get(qn("w:eastAsia")) == face
        assert faces.get(qn("w:eastAsiaTheme")) is None


def test_the_table_is_a_word_table_with_a_repeated_head(written):
    table = written("county").note.tables[0]
    assert table.style.name == "Table Grid"
    assert [cell.text for cell in table.rows[0].cells] == ["指标", "累计", "年度目标", "完成率", "比序时（百分点）", "增速"]
    assert [cell.text for cell in table.rows[1].cells][:4] == ["工业总产值", "4.26亿元", "5.60亿元", "76.0%"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_park_with_one_month_gets_a_short_true_note(written):
    made = written("one_month")
    assert texts(made, "Heading 1") == ["一、主要指标完成情况", "附：主要指标完成情况表"]
    assert texts(made, "Body Text") == [
        "（一）1月，东湖园区实现工业总产值4310万元。", "（二）1月，东湖园区实现税收176万元。", "（三）1月，东湖园区开工企业数2家。",
    ]


def test_english_is_english(written):
    made = written("county", "en")
    assert texts(made, "Title") == ["County Industrial Park: briefing on the economy"]
    assert texts(made, "Body Text")[0] == (
        "(1) Jan-Sep, County Industrial Park reached Gross industrial output value of CNY 426 m, up 60.2% on a year earlier, "
        "76.0% of the year's target, 1.0 points ahead of the time schedule."
    )


def test_the_same_briefing_gives_the_same_bytes(written):
    made = written("city")
    assert note(made.briefing) == (made.folder / "briefing.docx").read_bytes()
