"""The doubts that arise while a table is read, as findings with their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from park.catalogue import Indicator
from park.locale import _, language
from park.store.records import Finding

from .columns import ATTRIBUTE, COMPLETION, PACE, SECOND, UNKNOWN, Column
from .labels import Label, Lexicon
from .regions import Region
from .tables import Table
from .view import View

MOST_CELLS = 40  # addresses that one finding names; beyond it the range of all


@dataclass
class Findings:
    """Collects findings of one file. sheet: the sheet being read."""

    file: str
    sheet: str = ""
    found: list[Finding] = field(default_factory=list)

    def add(self, code: str, severity: str, cell: str, message: str, suggestion: str = "", table: int | None = None, subject: str = "") -> None:
        self.found.append(Finding(code, severity, self.file, self.sheet, cell, message, suggestion, table, subject))

    def of_figures(self, table: Table, troubles: dict[tuple[str, str], list[tuple[int, int]]], lexicon: Lexicon) -> None:
        """The troubles of a table: (code, detail) -> places, those of one kind together."""
        for (code, detail), places in troubles.items():
            cells = addresses(table.view, places)
            severity, message, suggestion = _words(code, detail, lexicon)
            subject = detail.partition("\t")[0] if code == "unknown_indicator" else ""
            self.add(code.removesuffix("_growth"), severity, cells, message, suggestion, table.number, subject)

    def unit_missing(self, table: Table, places: list[tuple[int, int]], indicators: list[Indicator]) -> None:
        names = "、".join(f"{i.name(language())} ({i.unit})" for i in indicators[:4])
        self.add(
            "unit_missing", "warning", addresses(table.view, places),
            _("No unit stands with these figures; they were taken in the indicator's own unit: {names}").format(names=names),
            _("Write the unit into the header or a line 单位：…, or confirm."), table.number)

    def skipped_column(self, table: Table, column: Column, row: int) -> None:
        header = " ".join(column.texts).replace("\n", "") or _("(no header)")
        at = (table.header[-1] if table.header else row, column.col)
        first = table.view.covered.get(at, at)  # of a header merged downwards the cell that holds the words
        cell = table.view.cell(*(first if first[1] == column.col else at))
        code, severity, message, suggestion = "skipped_column", "note", _("The figures under “{header}” give no observations."), ""
        if column.what == UNKNOWN:
            code, severity = "unknown_column", "warning"
            message = _("The figures under “{header}” were not read: the header is not understood.")
            suggestion = _("Name the indicator, zone, cluster or period in the header.")
        elif column.what == SECOND:
            code, severity = "second_target", "warning"
            message = _("“{header}” is a second target of the same figures; the first one was read.")
            suggestion = _("Keep the target that counts in the first of these columns.")
        elif column.what == ATTRIBUTE:
            message = _("What stands under “{header}” is kept with the row's firm or cluster; it gives no figures of its own.")
        elif column.what in (COMPLETION, PACE):
            message = _("The rates under “{header}” are not loaded: they are worked out anew and checked against the figures beside them.")
        self.add(code, severity, cell, message.format(header=header), suggestion, table.number)

    def fraction_growth(self, table: Table, column: Column, rows: list[int]) -> None:
        self.add("growth_fraction", "warning", addresses(table.view, [(r, column.col) for r in rows]),
                 _("All growth rates under “{header}” are below 1: they were read as percent, but may be fractions (0.05 for 5 %).").format(
                     header=" ".join(column.texts).replace("\n", "")),
                 _("Show the cells in percent, or confirm."), table.number)

    def merged_figure(self, table: Table, first: tuple[int, int], last: tuple[int, int]) -> None:
        cell = table.view.cell(*first)
        self.add("merged_figure", "warning", f"{cell}:{table.view.cell(*last)}",
                 _("One figure is merged over several rows or columns; it was read for the first of them alone."),
                 _("Take the merged cells apart and write each one's own figure."), table.number)

    def skipped_row(self, table: Table, row: int, col: int, label: Label) -> None:
        self.add("skipped_row", "note", table.view.cell(row, col),
                 _("The row “{row}” gives no observations.").format(row=label.text), "", table.number)

    def lost_region(self, view: View, region: Region) -> None:
        cell = f"{view.cell(region.top, region.left)}:{view.cell(region.bottom, region.right)}"
        self.add("no_header", "warning", cell, _("Figures without a header that can be understood were not read."),
                 _("Put a header row with the indicators, measures or periods above them."))


def addresses(view: View, places: Iterable[tuple[int, int]]) -> str:
    """The cells as A1 addresses, runs down a column as ranges."""
    runs: list[list[tuple[int, int]]] = []
    for place in sorted(set(places), key=lambda p: (p[1], p[0])):
        if runs and runs[-1][-1][1] == place[1] and view.row_ids[place[0]] - view.row_ids[runs[-1][-1][0]] == 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    if len(runs) > MOST_CELLS:
        cells = [p for run in runs for p in run]
        top, bottom = min(r for r, _c in cells), max(r for r, _c in cells)
        left, right = min(c for _r, c in cells), max(c for _r, c in cells)
        return f"{view.cell(top, left)}:{view.cell(bottom, right)}"
    return " ".join(view.cell(*run[0]) if len(run) == 1 else f"{view.cell(*run[0])}:{view.cell(*run[-1])}" for run in runs)


def _words(code: str, detail: str, lexicon: Lexicon) -> tuple[str, str, str]:
    """(severity, message, what to do) of a trouble."""
    first, _tab, code_of = detail.partition("\t")
    indicator = lexicon.catalogue.indicators.get(code_of)
    named = {"text": first, "indicator": indicator.name(language()) if indicator else "", "unit": indicator.unit if indicator else ""}
    if code == "unknown_indicator":
        return "warning", _("“{text}” is no indicator of the catalogue; the row was not read.").format(**named), _suggested(first, lexicon)
    severity, message, suggestion = _TROUBLES()[code]
    return severity, message.format(**named), suggestion.format(**named)


def _suggested(text: str, lexicon: Lexicon) -> str:
    likely = [lexicon.catalogue.indicators[code].name(language()) for code, _score in lexicon.names.suggest(text)]
    if not likely:
        return _("Settle which indicator it is, or leave it out.")
    return _("Perhaps {names}? It is not loaded until somebody confirms it.").format(names="、".join(likely))


def _TROUBLES() -> dict[str, tuple[str, str, str]]:
    return {
        "cell_error": ("error", _("{text} stands where a figure is due."), _("Correct the formula or the figure and load the file again.")),
        "cell_error_growth": ("note", _("{text} in a growth cell: no growth was read, no figure is lost."), ""),
        "text_in_number_cell": ("warning", _("“{text}” stands where a number belongs."), _("Enter the figure, or — where there is none.")),
        "text_in_growth_cell": ("note", _("“{text}” in a growth cell is no rate."), ""),
        "date_in_number_cell": (
            "warning", _("A date ({text}) stands where a number belongs; a range such as 8-10 turns into one when typed."),
            _("Type it as text: 8—10, or format the cell as text first.")),
        "uncalculated_formula": ("warning", _("A formula without a kept result."), _("Open the file in Excel or WPS, save it and load it again.")),
        "foreign_currency": (
            "error", _("{text} is another currency than that of {indicator}, which is kept in {unit}."),
            _("Enter the amount in {unit}, or correct the unit.")),
        "unit_mismatch": ("error", _("The unit {text} does not fit {indicator}, which is kept in {unit}."), _("Correct the unit or the indicator's name.")),
        "unknown_unit": ("error", _("The unit “{text}” is not known."), _("Use a unit of the catalogue such as 万元, 亩 or 家.")),
        "no_indicator": ("warning", _("No indicator is named for these figures; they were not read."), _("Name it in the row, the header or the title.")),
        "two_indicators": ("warning", _("Row and header name two different indicators; these figures were not read."), _("Name the indicator in one of the two.")),
        "no_year": ("error", _("The year is nowhere in the table, its title, sheet name or file name."), _("Say it (on the page above the sheet, on the command line with --year or --month), or write it into the title.")),
        "no_month": ("error", _("The month is nowhere in the table, its title, sheet name or file name."), _("Say it (on the page above the sheet, on the command line with --month), or write it into the title.")),
        "no_period": ("error", _("No period is stated for these figures."), _("Say it (on the page above the sheet, on the command line with --year or --month), or write it into the title.")),
        "unknown_row": ("warning", _("“{text}” is no zone, cluster or firm that can be told; the row was not read."), _("Write what the rows are into the header: 片区, 产业 or 企业名称.")),
        "unread_row": (
            "warning", _("“{text}” stands beside figures and names no indicator, zone, cluster, firm or period; the row was not read."),
            _("Name what its figures are, or leave the row out.")),
        "unlabelled_row": ("note", _("A row of figures without a label was not read."), ""),
    }
