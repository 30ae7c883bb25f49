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
    assert texts(made, "Issue") == ["2013年第9期"]
    assert texts(made, "Issuer and Date") == ["县工业园区\t2013年9月30日"]
    assert texts(made, "Subtitle") == [made.briefing.headline.text]


def test_paragraphs_are_numbered_under_headings_in_the_customary_wording(written):
    made = written("county")
    assert texts(made, "Heading 1") == [
        "主要指标完成情况", "分片区情况", "增长情况", "项目进展", "土地开发与亩均效益", "需要关注的问题", "下一步工作",
    ]
    body = texts(made, "List Number")
    assert body[0] == "1-9月，县工业园区实现工业总产值4.26亿元，同比增长60.2%，完成年度目标的76.0%，快于序时进度1.0个百分点。"
    assert body[1] == "实现税收1770万元，同比下降9.9%，仅完成年度目标的59.0%，落后序时进度16.0个百分点。"


def test_next_steps_say_what_is_needed_and_who_answers(written):
    body = texts(written("county"), "List Number")
    assert "税收后续月均需完成410万元（此前月均197万元），方可实现年度目标3000万元。" in body
    assert any("抓紧解决电线电缆生产线“用地指标未落实”问题，推动尽快开工（责任人：国土局）" in text for text in body)


def test_headings_and_paragraphs_are_counted_by_word_itself_through_their_styles(written):
    made = written("county").note
    levels = {}
    for name in ("Heading 1", "List Number"):
        mark = made.styles[name].element.pPr.numPr
        levels[name] = (mark.numId.val, mark.ilvl.val)
    (number, first), (same, second) = levels.values()
    assert (first, second) == (0, 1) and number == same
    numbering = made.part.numbering_part.element
    abstract = numbering.num_having_numId(number).abstractNumId.val
    list_ = next(one for one in numbering.findall(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == str(abstract))
    assert [one.get(qn("w:val")) for one in list_.iter(qn("w:lvlText"))] == ["%1、", "（%2）"]
    assert {one.get(qn("w:val")) for one in list_.iter(qn("w:numFmt"))} == {"chineseCountingThousand"}


def test_no_paragraph_is_formatted_past_its_style(written):
    made = written("county").note
    paragraphs = [*made.paragraphs, *(p for t in made.tables for row in t.rows for cell in row.cells for p in cell.paragraphs)]
    for paragraph in paragraphs:
        assert [child.tag for child in paragraph._p.pPr] == [qn("w:pStyle")] if paragraph._p.pPr is not None else True, paragraph.text
        assert all(run._r.rPr is None for run in paragraph.runs), paragraph.text


def test_every_page_has_its_number_at_the_foot(written):
    footer = written("county").note.sections[0].footer.paragraphs[0]
    assert footer.text == "—  —" and footer._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"


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
    assert texts(made, "Heading 1") == ["主要指标完成情况"]
    assert texts(made, "Attachment Title") == ["附：主要指标完成情况表"]
    assert texts(made, "List Number") == [
        "1月，东湖园区实现工业总产值4310万元。", "实现税收176万元。", "开工企业2家。",
    ]


def test_english_is_english(written):
    made = written("county", "en")
    assert texts(made, "Title") == ["County Industrial Park: briefing on the economy"]
    assert texts(made, "List Number")[0] == (
        "Jan-Sep, County Industrial Park reached gross industrial output value of CNY 426 m, up 60.2% on a year earlier, "
        "76.0% of the year's target, 1.0 points ahead of the time schedule."
    )


def test_the_same_briefing_gives_the_same_bytes(written):
    made = written("city")
    assert note(made.briefing) == (made.folder / "briefing.docx").read_bytes()
