"""Styles and numbering of the note: whatever is typed under them by hand looks and counts like what stands there already.

Measures follow the layout of official Chinese documents (GB/T 9704): A4, text in 三号 (16 points), lines 28 points apart.
"""

from __future__ import annotations

from docx.document import Document as Note
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from park.locale import language

BODY, HEADING, LATIN = "FangSong", "SimHei", "Times New Roman"  # 仿宋, 黑体
RED, BLACK = RGBColor(0xC0, 0x00, 0x00), RGBColor(0, 0, 0)  # the red head of an official bulletin
MARGINS = {"top_margin": Cm(3.7), "bottom_margin": Cm(3.5), "left_margin": Cm(2.8), "right_margin": Cm(2.6)}
WIDE, HIGH = Cm(21), Cm(29.7)
TEXT_WIDTH = WIDE - MARGINS["left_margin"] - MARGINS["right_margin"]
NUMBERED = "List Number"
# our own styles, each with the one it stands on: issue, unit and date, mark, attached table, cells
ISSUE, ISSUER, MARK, ATTACHED, CELL, FIGURE, HEAD = "Issue", "Issuer and Date", "Mark", "Attachment Title", "Table Text", "Table Figure", "Table Head"
STYLES = (  # name, based on ("" keeps its own), size, face, bold, space before
    ("Normal", "", 16, BODY, False, 0), ("Body Text", "", 16, BODY, False, 0), (NUMBERED, "Body Text", 16, BODY, False, 0),
    ("Title", "", 26, HEADING, True, 0), ("Subtitle", "", 18, HEADING, False, 6), ("Heading 1", "", 16, HEADING, False, 8),
    ("Caption", "", 10.5, BODY, False, 8), ("Footer", "", 14, BODY, False, 0), (ISSUE, "Normal", 16, BODY, False, 0), (ISSUER, "Normal", 16, BODY, False, 0),
    (MARK, "Caption", 10.5, BODY, False, 4), (ATTACHED, "Normal", 16, HEADING, False, 8),
    (CELL, "Normal", 10.5, BODY, False, 2), (FIGURE, CELL, 10.5, BODY, False, 2), (HEAD, CELL, 10.5, HEADING, False, 2),
)
CENTRED, RIGHT = ("Title", "Subtitle", ISSUE, "Footer", HEAD), (MARK, FIGURE)
FOLLOWED = ("Heading 1", ATTACHED)  # stay on the page of what follows
INDENT = 32  # points: two characters of the text


def dress(document: Note) -> None:
    """Page, styles, numbering and page number of an empty document."""
    for name, value in (MARGINS | {"page_width": WIDE, "page_height": HIGH}).items():
        setattr(document.sections[0], name, value)
    _language(document)
    for name, base, size, face, bold, before in STYLES:
        style = document.styles[name] if name in document.styles else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if base:
            style.base_style = document.styles[base]
        _letters(style, size, face, bold)
        _lines(style, size, before)
    _indents(document)
    _issuer(document.styles[ISSUER])
    _numbering(document)
    _page_number(document)
    _leave_behind(document)


def _language(document: Note) -> None:
    """The languages of the text, by which Word and WPS choose glyphs and spelling."""
    found = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    found.set(qn("w:val"), "en-GB")
    found.set(qn("w:eastAsia"), "zh-CN")


def _letters(style, size: float, face: str, bold: bool) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RED if style.name == "Title" else BLACK
    style.font.name = LATIN
    properties = style.element.get_or_add_rPr()
    for spaced in properties.findall(qn("w:spacing")):
        properties.remove(spaced)
    faces = properties.get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{name}"), None)
    faces.set(qn("w:eastAsia"), face)


def _lines(style, size: float, before: float) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(6 if style.name == "Title" else 0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(max(size * 1.75, 18) if size > 12 else 16)
    form.keep_with_next = style.name in FOLLOWED
    if style.name in (*CENTRED, *RIGHT):
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if style.name in RIGHT else WD_ALIGN_PARAGRAPH.CENTER
    border = style.element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _indents(document: Note) -> None:
    """Chinese text begins two characters in, in headings too; a list's own hanging indent is taken out."""
    for name in ("Body Text", NUMBERED, "Heading 1"):
        form = document.styles[name].paragraph_format
        form.left_indent, form.first_line_indent = Pt(0), Pt(INDENT if language() == "zh" else 0)
        tabs = document.styles[name].element.find(f".//{qn('w:tabs')}")
        if tabs is not None:
            tabs.getparent().remove(tabs)


def _issuer(style) -> None:
    """Unit at the left, date at the right, a red rule below."""
    style.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    rule = parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="12" w:space="4" w:color="{RED}"/></w:pBdr>')
    style.element.get_or_add_pPr().insert_element_before(rule, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _numbering(document: Note) -> None:
    """One list of two levels, hung on the styles: 一、 for headings and （一） for paragraphs, counted anew under each heading."""
    numbering = document.part.numbering_part.element
    kind, first, second = ("chineseCountingThousand", "%1、", "（%2）") if language() == "zh" else ("decimal", "%1. ", "(%2) ")
    indent = INDENT * 20 if language() == "zh" else 0
    styles = [document.styles[name] for name in ("Heading 1", NUMBERED)]
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style.style_id}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr></w:lvl>'
        for level, (style, text) in enumerate(zip(styles, (first, second), strict=True)))
    abstract = max(int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))) + 1
    made = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>')
    numbering.findall(qn("w:abstractNum"))[-1].addnext(made)
    number = numbering.add_num(abstract).numId
    for level, style in enumerate(styles):
        properties = style.element.get_or_add_pPr()
        for old in properties.findall(qn("w:numPr")):
            properties.remove(old)
        mark = properties.get_or_add_numPr()
        mark.get_or_add_ilvl().val, mark.get_or_add_numId().val = level, number


def _page_number(document: Note) -> None:
    """— 1 — at the foot, counted by Word."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    paragraph._p.append(field)
    paragraph.add_run(" —")


def _leave_behind(document: Note) -> None:
    """The library's template carries a second set of styles for older versions of Word, which would contradict ours."""
    for key, one in list(document.part.rels.items()):
        if one.reltype.endswith("/stylesWithEffects"):
            document.part.drop_rel(key)
