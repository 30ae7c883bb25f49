"""The figures of a briefing as a workbook (XLSX): every figure that is said, every chart's data and every table, with their cells."""

from __future__ import annotations

import io
import re
from datetime import datetime

import xlsxwriter

from park.charts.numbers import MISSING, unit_word
from park.locale import _

from .model import Briefing, Chart, Figure, Slide, Table, number_format, unique
from .origins import place_words

MADE = datetime(2000, 1, 1)  # the same figures give the same bytes
FORBIDDEN = re.compile(r"[\[\]:*?/\\']")  # what a sheet's name may not hold
A4 = 9  # as the format numbers it
MANY = 20  # places listed per figure


class _Book:
    """A workbook in which every text is a text, whatever it begins with; formats are kept by code and weight."""

    def __init__(self, title: str):
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
        self._book.set_properties({"title": title, "author": "Parkboard", "created": MADE})
        self._formats: dict[tuple[str, bool, bool], object] = {}

    def sheet(self, name: str, widths: tuple[int, ...]) -> _Sheet:
        """A new sheet; its name is cut and numbered to what Excel allows."""
        taken = {sheet.get_name().lower() for sheet in self._book.worksheets()}
        wanted = FORBIDDEN.sub(" ", name).strip()[:28] or "1"
        free = next(n for n in (wanted, *(f"{wanted[:25]} {k}" for k in range(2, 1000))) if n.lower() not in taken)
        made = self._book.add_worksheet(free)
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        return _Sheet(self, made)

    def format(self, code: str = "General", bold: bool = False, wrap: bool = False):
        if (code, bold, wrap) not in self._formats:
            wrapped = {"text_wrap": True, "valign": "top"} if wrap else {}
            self._formats[code, bold, wrap] = self._book.add_format({"num_format": code, "bold": bold, **wrapped})
        return self._formats[code, bold, wrap]

    def bytes(self) -> bytes:
        self._book.close()
        return self._out.getvalue()


class _Sheet:
    """A sheet written row by row."""

    def __init__(self, book: _Book, sheet):
        self._book, self.sheet, self._row = book, sheet, 0

    def head(self, rows: int) -> None:
        """The first rows stay in sight and stand on every printed page, which is as wide as the sheet."""
        self.sheet.freeze_panes(rows, 1)
        self.sheet.repeat_rows(0, rows - 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)

    def line(self, *cells, bold: bool = False, wrap: bool = False) -> None:
        """One row: texts, floats, (value, number format) pairs, None as —. wrap: long texts break inside their cells."""
        for column, cell in enumerate(cells):
            if isinstance(cell, tuple):
                self.sheet.write_number(self._row, column, cell[0], self._book.format(cell[1]))
            elif isinstance(cell, float):
                self.sheet.write_number(self._row, column, cell)
            else:
                self.sheet.write_string(self._row, column, MISSING if cell is None else cell, self._book.format(bold=bold, wrap=wrap))
        self._row += 1


def workbook(briefing: Briefing) -> bytes:
    """The file. The same briefing gives the same bytes."""
    book = _Book(briefing.title)
    _figures(book, briefing)
    if briefing.table is not None:
        _table(book.sheet(_("Table"), (24, 14, 14, 14, 16, 14, 50)), briefing.title, briefing.table)
    for number, slide in enumerate(briefing.slides, start=2):  # the cover is the first slide
        if slide.chart is not None:
            _chart(book.sheet(f"{number} {slide.name}", (28, *[18] * len(slide.chart.series), 60)), slide, slide.chart)
    _sentences(book.sheet(_("Sentences"), (90, 90, 60)), briefing)
    return book.bytes()


def _figures(book: _Book, briefing: Briefing) -> None:
    """Each figure once: its name, its number as shown, unit, the unrounded value in the catalogue's unit, its cells."""
    sheet = book.sheet(_("All figures"), (44, 14, 14, 20, 14, 90))
    sheet.line(" · ".join([briefing.title, briefing.dateline, *([_("Simulated data")] if briefing.simulated else [])]), bold=True)
    sheet.line(_("Name of the figure"), _("Number"), _("Unit"), _("Unrounded"), _("Unit"), _("Source"), bold=True)
    said = [figure for sentence in briefing.sentences for figure in sentence.figures]
    listed = [figure for table in (briefing.table, *(slide.table for slide in briefing.slides)) if table is not None for figure in table.figures]
    for figure in unique([*said, *listed]):
        shown = figure.shown
        places = place_words(figure.origins, MANY) or _("computed by the calendar")
        sheet.line(figure.name, (shown.value, shown.number_format), shown.unit, float(figure.value), unit_word(figure.unit), places)
    sheet.head(2)


def _chart(sheet: _Sheet, slide: Slide, chart: Chart) -> None:
    """A chart's data as drawn, in the unit of the chart, and the cells behind each row."""
    sheet.line(slide.title.text, bold=True)
    sheet.line(slide.subtitle)
    sheet.line("", *(series.name if chart.unit in series.name else f"{series.name} ({chart.unit})" for series in chart.series), _("Source"), bold=True)
    for place, category in enumerate(chart.categories):
        values = [(one.values[place], number_format(one.texts[place])) if one.values[place] is not None else "" for one in chart.series]
        cells = unique(origin for one in chart.series if one.origins for origin in one.origins[place])
        sheet.line(category, *values, place_words(cells, MANY))
    sheet.head(3)


def _table(sheet: _Sheet, title: str, table: Table) -> None:
    """Figures carry their unit in their format, since it differs from row to row."""
    sheet.line(title, bold=True)
    sheet.line(*table.header, bold=True)
    for row in table.rows:
        sheet.line(*((cell.shown.value, _with_unit(cell)) if isinstance(cell, Figure) else cell for cell in row))
    sheet.head(2)


def _with_unit(figure: Figure) -> str:
    shown = figure.shown
    return ";".join(f'{part}"{shown.unit}"' for part in shown.number_format.split(";"))


def _sentences(sheet: _Sheet, briefing: Briefing) -> None:
    """What is said with its cells; of a sentence edited by hand what the rules say in its place."""
    sheet.line(_("What is said"), _("Source"), _("Edited by hand; the rules say"), bold=True)
    for sentence in briefing.sentences:
        sheet.line(sentence.text, place_words(sentence.origins, MANY), sentence.made, wrap=True)
    sheet.head(1)
