"""A briefing as a note (DOCX) in the manner of a 简报: issue, unit, date, headline, numbered paragraphs, table, next steps.

Everything hangs on styles and on Word's own numbering (note_style.py), so that it can be edited further by hand.
"""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Note
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Cm

from park.charts.numbers import MISSING
from park.locale import _

from .model import Briefing, Figure, Table
from .note_style import ATTACHED, CELL, FIGURE, HEAD, ISSUE, ISSUER, MARK, NUMBERED, TEXT_WIDTH, dress
from .package import settled

FIRST = Cm(4.1)  # the table's column of names


def note(briefing: Briefing) -> bytes:
    """The note as a file. The same briefing gives the same bytes."""
    document = Document()
    dress(document)
    _head(document, briefing)
    for section in briefing.sections:
        document.add_paragraph(section.heading, style="Heading 1")
        for sentence in section.sentences:
            document.add_paragraph(_("{text}.").format(text=sentence.text), style=NUMBERED if len(section.sentences) > 1 else "Body Text")
    if briefing.table is not None:
        document.add_paragraph(_("Attached: all indicators"), style=ATTACHED)
        _table(document, briefing.table)
    document.add_paragraph(_("{source}. File, sheet and cell of every figure: figures.xlsx.").format(source=briefing.source_line), style="Caption")
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by, properties.comments = briefing.title, "Parkboard", "Parkboard", ""
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _head(document: Note, briefing: Briefing) -> None:
    """Name of the bulletin, its issue, unit and date over a red rule, then the headline."""
    document.add_paragraph(briefing.title, style="Title")
    document.add_paragraph(_("{year}, issue {number}").format(year=briefing.month[:4], number=briefing.issue), style=ISSUE)
    document.add_paragraph(f"{briefing.area}\t{briefing.dateline}", style=ISSUER)
    if briefing.simulated:
        document.add_paragraph(_("Simulated data"), style=MARK)
    document.add_paragraph(briefing.headline.text, style="Subtitle")


def _table(document: Note, table: Table) -> None:
    """A real Word table whose first row repeats on every page; figures to the right. The cells they come from stand in the workbook."""
    rows = [row[:-1] for row in (table.header, *table.rows)]
    count = len(rows[0])
    widths = [FIRST, *[Cm((TEXT_WIDTH - FIRST) / Cm(1) / (count - 1))] * (count - 1)]
    made = document.add_table(rows=0, cols=count, style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for place, row in enumerate(rows):
        line = made.add_row()
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for column, (cell, value) in enumerate(zip(line.cells, row, strict=True)):
            cell.width = widths[column]
            text = value.text if isinstance(value, Figure) else value or MISSING
            cell.paragraphs[0].add_run(text)
            cell.paragraphs[0].style = document.styles[HEAD if place == 0 else FIGURE if column else CELL]
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
