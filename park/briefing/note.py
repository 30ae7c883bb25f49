"""A briefing as a note (DOCX) in the manner of a 简报: issue, unit, date, headline, numbered paragraphs, table, next steps.

Everything hangs on Word's own styles, so that it can be edited further by hand.
"""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Note
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from park.charts.numbers import MISSING
from park.locale import _, language

from .model import Briefing, Figure, Table
from .package import settled

BODY, HEADING, LATIN = "FangSong", "SimHei", "Times New Roman"  # 仿宋, 黑体
RED = RGBColor(0xC0, 0x00, 0x00)  # the red head of an official bulletin
NUMERALS = "一二三四五六七八九十"


def note(briefing: Briefing) -> bytes:
    """The note as a file. The same briefing gives the same bytes."""
    document = Document()
    _page(document)
    _styles(document)
    _head(document, briefing)
    for number, section in enumerate(briefing.sections):
        document.add_paragraph(_numbered(number, section.heading), style="Heading 1")
        for place, sentence in enumerate(section.sentences, start=1):
            text = _("({number}) {text}.").format(number=NUMERALS[place - 1] if language() == "zh" and place <= 10 else place, text=sentence.text)
            document.add_paragraph(text if len(section.sentences) > 1 else _("{text}.").format(text=sentence.text), style="Body Text")
    if briefing.table is not None:
        document.add_paragraph(_("Attached: all indicators"), style="Heading 1")
        _table(document, briefing.table)
    document.add_paragraph(_("{source}. File, sheet and cell of every figure: figures.xlsx.").format(source=briefing.source_line), style="Caption")
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = briefing.title, "Parkboard", "Parkboard", ""
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _page(document: Note) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Cm(3.2), Cm(2.8), Cm(2.8), Cm(2.6)


def _styles(document: Note) -> None:
    """Faces for both scripts in the styles themselves; size 16 (三号) for text, as official notes are set."""
    for name, size, face, bold, before in (("Normal", 16, BODY, False, 0), ("Body Text", 16, BODY, False, 0), ("Title", 26, HEADING, True, 0),
                                           ("Subtitle", 18, HEADING, False, 6), ("Heading 1", 16, HEADING, True, 8), ("Caption", 10.5, BODY, False, 8)):
        style = document.styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RED if name == "Title" else RGBColor(0, 0, 0)
        _face(style, face)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(0 if name != "Title" else 6)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(max(size * 1.75, 18))
    body = document.styles["Body Text"].paragraph_format
    body.first_line_indent = Pt(32) if language() == "zh" else None  # two characters
    for name in ("Title", "Subtitle"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    border = document.styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if border is not None:
        border.getparent().remove(border)


def _face(style, east_asian: str) -> None:
    style.font.name = LATIN
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{name}"), None)
    faces.set(qn("w:eastAsia"), east_asian)


def _head(document: Note, briefing: Briefing) -> None:
    """Name of the bulletin, its issue, unit and date under a red rule, then the headline."""
    document.add_paragraph(briefing.title, style="Title")
    year, month = briefing.month.split("-")
    issue = document.add_paragraph(_("{year}, issue {number}").format(year=year, number=int(month)), style="Normal")
    issue.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line = document.add_paragraph(f"{briefing.area}\t{briefing.dateline}", style="Normal")
    width = document.sections[0].page_width - document.sections[0].left_margin - document.sections[0].right_margin
    line.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    _rule_below(line)
    if briefing.simulated:
        mark = document.add_paragraph(_("Simulated data"), style="Caption")
        mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph(briefing.headline.text, style="Subtitle")


def _rule_below(paragraph) -> None:
    border = OxmlElement("w:pBdr")
    rule = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", str(RED))):
        rule.set(qn(f"w:{name}"), value)
    border.append(rule)
    paragraph._p.get_or_add_pPr().insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _numbered(number: int, heading: str) -> str:
    return f"{NUMERALS[number]}、{heading}" if language() == "zh" else f"{number + 1}. {heading}"


def _widths(count: int) -> list[Cm]:
    """The first column for names, the figures behind it."""
    return [Cm(3.9), *[Cm(11.7 / (count - 1))] * (count - 1)]


def _table(document: Note, table: Table) -> None:
    """A real Word table whose first row repeats on every page; figures to the right. The cells they come from stand in the workbook."""
    rows = [row[:-1] for row in (table.header, *table.rows)]
    widths = _widths(len(rows[0]))
    made = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for place, row in enumerate(rows):
        for cell, value, width in zip(made.add_row().cells, row, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles["Caption"]
            paragraph.paragraph_format.space_before = Pt(2)
            paragraph.add_run(value.text if isinstance(value, Figure) else value or MISSING).bold = place == 0 or None
            if isinstance(value, Figure):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(repeat)
