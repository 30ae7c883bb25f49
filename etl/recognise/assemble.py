"""One file: its sheets in order, their tables with what surrounds them, and the reading that comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from etl.check import check_figures
from etl.read.grid import Book, Sheet, address
from park.catalogue import Catalogue
from park.locale import _
from park.store.records import FirmRecord, Mark, ProjectRecord, Reading
from park.store.records import Said as SaidOf

from .arrow import ObservationTable
from .axes import Axes, is_ledger, read_axes
from .bases import growing
from .bulk import ENOUGH_ROWS, BulkReader
from .context import SIMULATED, Context, Words
from .figures import COLUMNS, Figures
from .findings import Findings
from .firms import read_firms
from .labels import Lexicon
from .leading import read_leading
from .ledger import read_ledger
from .listed import listed_parts
from .marks import ledger_marks, table_marks
from .observations import TableReader
from .orient import TurnedView, measures_down, turned
from .places import Places
from .refine import by_rows, fractions, in_percent, last_years, merged_figures
from .rows import RowReader
from .subjects import named_by_caption
from .surroundings import as_said, book_words, context_of, said_words, table_words
from .tables import Layout, Table, find_tables
from .trace import describe
from .view import view_of

RETURNED = "核对意见"  # the sheet of findings that etl/returned.py adds


@dataclass
class _File:
    """What is gathered while a file is read."""

    lexicon: Lexicon
    findings: Findings
    observations: ObservationTable
    places: Places
    firms: list[FirmRecord] = field(default_factory=list)
    projects: list[ProjectRecord] = field(default_factory=list)
    leading: dict[str, bool] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    said: Mapping[int, SaidOf] = field(default_factory=dict)
    simulated: bool = False
    tables: int = 0


def read_book_tables(
    book: Book, *, area: str, month: str, year: str, learned: tuple, catalogue: Catalogue, today: date,
    said: Mapping[int, SaidOf] | None = None,
) -> Reading:
    """The reading of a book; etl/extract.py says what the options mean."""
    lexicon = Lexicon(catalogue, learned)
    findings = Findings(book.name)
    layouts = [(sheet, _layout(sheet, lexicon)) for sheet in book.sheets if not sheet.hidden and not _is_returned(sheet)]
    places = Places.of(book, [layout for _sheet, layout in layouts], area, lexicon)
    lexicon.names.use_parts(listed_parts((table for _sheet, layout in layouts for table in layout.tables), lexicon))
    lexicon.use_park(places.park)
    file = _File(lexicon, findings, ObservationTable(book.name, places), places, said=said or {})
    around = book_words(book, layouts, month, year)
    for sheet in book.sheets:
        findings.sheet = sheet.name
        if sheet.hidden:
            _note_hidden(sheet, lexicon, findings)
        elif _is_returned(sheet):
            findings.add("returned_sheet", "note", "", _("The sheet “{sheet}” lists the findings of an earlier return; it was not read.").format(sheet=sheet.name))
    findings.sheet = ""
    for code, message in book.notes:
        findings.add(code, "note", "", message)
    for sheet, layout in layouts:
        findings.sheet = sheet.name
        _read_sheet(sheet, layout, around, file, today)
    if not file.tables and not findings.found:
        findings.sheet = ""
        findings.add("no_table", "note", "", _("No table with figures was found."), _("See the guide on the upload page, or use the template."))
    findings.found.extend(check_figures(book.name, file.observations.figures, catalogue))
    return Reading(
        file=book.name, observations=file.observations.table(), findings=tuple(findings.found), firms=tuple(file.firms),
        projects=tuple(file.projects), leading=file.leading, park=places.park, simulated=file.simulated, trace=tuple(file.trace),
        marks=tuple(file.marks),
    )


def _is_returned(sheet: Sheet) -> bool:
    return sheet.name.rstrip("_") == RETURNED


def _layout(sheet: Sheet, lexicon: Lexicon) -> Layout:
    return find_tables(view_of(sheet), lexicon.kind)


def _note_hidden(sheet: Sheet, lexicon: Lexicon, findings: Findings) -> None:
    if _layout(sheet, lexicon).tables:
        findings.add("hidden_sheet", "note", "", _("The hidden sheet “{sheet}” holds a table; it was not read.").format(sheet=sheet.name),
                     _("Unhide the sheet if it should be read."))


def _read_sheet(sheet: Sheet, layout: Layout, around: tuple[Words, ...], file: _File, today: date) -> None:
    _note_hidden_cells(sheet, file.findings)
    texts = [text for _r, _c, text in layout.texts] + [t for table in layout.tables for _r, _c, t in (*table.captions, *table.notes)]
    file.simulated |= any(SIMULATED in text for text in (*texts, sheet.name))
    figures = Figures()
    for table in layout.tables:
        file.tables += 1
        table.number = file.tables
        before = (len(figures.template), len(file.findings.found), len(file.firms), len(file.projects))
        _read_table(table, layout, around, file, figures)
        if before == (len(figures.template), len(file.findings.found), len(file.firms), len(file.projects)):
            _note_nothing(table, file.findings)
    for region in layout.lost:
        file.findings.lost_region(layout.view, region)
    file.observations.add(sheet.name, figures, file.findings, today)


def _note_nothing(table: Table, findings: Findings) -> None:
    """A warning where named rows hold figures, a note for a list of numbers."""
    cell = table.view.cell(table.header[0] if table.header else table.body[0], table.left)
    rows = [table.view.rows[r][table.left:table.right + 1] for r in table.body]
    named = any(isinstance(next((v for v in row if v is not None), None), str) and any(type(v) is float for v in row) for row in rows)
    findings.add("nothing_read", "warning" if named else "note", cell, _("Nothing was read from this table: none of its rows or columns names an indicator of the catalogue."),
                 _("Name the indicators in the rows, the header or the title, or leave the table out."), table.number)


def _note_hidden_cells(sheet: Sheet, findings: Findings) -> None:
    filled = [r for r in sorted(sheet.hidden_rows) if r < len(sheet.rows) and any(v is not None for v in sheet.rows[r])]
    if filled:
        findings.add("hidden_rows", "note", address(filled[0], 0), _("{count} rows hidden by hand were not read.").format(count=len(filled)),
                     _("Unhide them if they should be read."))
    columns = [c for c in sorted(sheet.hidden_cols) if any(c < len(row) and row[c] is not None for row in sheet.rows)]
    if columns:
        findings.add("hidden_columns", "note", address(0, columns[0]), _("{count} columns hidden by hand were not read.").format(count=len(columns)),
                     _("Unhide them if they should be read."))


def _read_table(table: Table, layout: Layout, around: tuple[Words, ...], file: _File, figures: Figures) -> None:
    said = file.said.get(table.number, SaidOf())
    words = (*table_words(table, layout, around), *said_words(said))
    roles = is_ledger(table)
    if roles:
        file.projects.extend(read_ledger(table, roles, file.lexicon, file.findings.file, file.findings))
        file.trace.append(describe(table, None, Context(words=words), _("project ledger")))
        file.marks.extend(ledger_marks(table, roles))
        return
    titles = " ".join(w.text for w in words[:6])
    axes = read_axes(table, file.lexicon, titles)
    if measures_down(table, axes, file.lexicon):
        table = turned(table, axes)
        axes = read_axes(table, file.lexicon, titles)
    if axes.indicators == "columns":
        axes = replace(axes, columns=named_by_caption(axes.columns, [text for _r, _c, text in table.captions], file.lexicon))
    context = as_said(context_of(words, table, axes, file.lexicon, file.places), said, file.places)
    if context.growth or context.growing and in_percent(table, axes):
        axes = replace(axes, columns=growing(axes.columns, lambda c: [table.view.rows[r][c] for r in table.body]))
    _read_figures(table, axes, context, titles, file, figures)


def _read_figures(table: Table, axes: Axes, context: Context, titles: str, file: _File, figures: Figures) -> None:
    labels = RowReader(table, axes, file.lexicon, titles, context.indicator is not None)
    if labels.simple and len(table.body) >= ENOUGH_ROWS:
        bulk = BulkReader(labels, TableReader(table, axes, [], context, file.lexicon, figures, file.findings))
        if bulk.fits():
            bulk.read()
            file.leading.update(read_leading(table, axes, bulk.first_rows()))
            _explain(table, axes, context, file)
            return
    rows = last_years(labels.read())
    axes = by_rows(axes, rows, lambda c: [table.view.rows[row.row][c] for row in rows])
    first = len(figures.place)
    TableReader(table, axes, rows, context, file.lexicon, figures, file.findings).read()
    for first_cell, last_cell in merged_figures(axes, rows, table):
        file.findings.merged_figure(table, first_cell, last_cell)
    for column, places in fractions(axes, rows, table):
        file.findings.fraction_growth(table, column, places)
    if isinstance(table.view, TurnedView):
        for i in range(first, len(figures.place)):
            row, col = table.view.place(*divmod(figures.place[i], COLUMNS))
            figures.place[i] = row * COLUMNS + col
    file.firms.extend(read_firms(table, axes, rows, file.lexicon, file.findings.file))
    file.leading.update(read_leading(table, axes, rows))
    _explain(table, axes, context, file)


def _explain(table: Table, axes: Axes, context: Context, file: _File) -> None:
    file.trace.append(describe(table, axes, context))
    file.marks.extend(table_marks(table, axes, context))
