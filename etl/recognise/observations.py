"""Figures out of a labelled table: one typed record per figure, and the findings that arise while reading it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal

from etl.read.grid import CellError
from park.catalogue import UnitMismatch

from .axes import Axes
from .columns import ATTRIBUTE, COMPLETION, GROWTH, PACE, SAME, SECOND, SKIP, UNKNOWN, VALUE, Column
from .context import Context
from .figures import COLUMNS, Figures, Stated, Template
from .findings import Findings
from .groups import label_of_sum
from .labels import Label, Lexicon
from .measure_rows import measured_row
from .number_text import amount_with_growth
from .numbers import Number, canonical_raw, is_error, loss_word, missing, owed, parse_number
from .rows import Row
from .tables import Table
from .templates import Templates
from .units import is_foreign, to_canonical

NINE = Decimal("0.000000001")
ROW_MEASURES = frozenset({"growth", "completion", "pace", "share", "rank", "mom", "difference", "average", "weight"})
FITTING = 1.0  # percentage points between a stated rate and the one that follows from its target
LARGEST = Decimal(10) ** 15
LARGEST_PLAIN = 1e10  # in every unit less than LARGEST; larger ones are looked at one by one


class TableReader:
    """Reads the figures of one table into `figures`."""

    def __init__(self, table: Table, axes: Axes, rows: list[Row], context: Context, lexicon: Lexicon, figures: Figures, findings: Findings):
        self.table, self.view, self.axes, self.rows = table, table.view, axes, rows
        self.context, self.lexicon, self.figures, self.findings = context, lexicon, figures, findings
        self.catalogue = lexicon.catalogue
        self.templates = Templates(axes, context, lexicon, figures, [row.label for row in rows])
        self.cache: dict[tuple[int, int], Template] = {}
        self.sums: dict[tuple, Label] = {}
        self.troubles: dict[tuple[str, str], list[tuple[int, int]]] = {}
        columns = axes.columns.values()
        lonely = [c for c in columns if c.what == GROWTH and c.base is None]
        self.columns = sorted([*axes.of(VALUE), *axes.of(SAME), *lonely], key=lambda c: c.col)
        self.growth = {}
        for column in axes.of(GROWTH):
            if column.base is not None:
                self.growth.setdefault(column.base, column)
        # 奋斗目标完成率 is of the target that is not read, 预计完成率 of what is yet to come
        unread = ("预计", "预测", "全年预计", *(c.texts[-1][:2] for c in axes.of(SECOND) if c.texts))
        self.rates = [c for c in (*axes.of(COMPLETION), *axes.of(PACE)) if c.base is not None and not c.texts[-1].startswith(unread)]

    def read(self) -> None:
        """Every figure of the table, row by row."""
        rows = self.view.rows
        for row in self.rows:
            if row.problem:
                self._unread(row)
                continue
            cells, found = rows[row.row], {}
            if row.label.role in ROW_MEASURES:
                measured_row(self, row)
                continue
            for column in self.columns:
                cell = cells[column.col]
                growth = self.growth.get(column.col)
                if cell is None and (growth is None or cells[growth.col] is None):
                    if self.view.sheet.uncached:
                        self._uncalculated(row.row, column, growth)
                    continue
                if self.view.covered and (row.row, column.col) in self.view.covered:
                    continue
                label = label_of_sum(row, [rows[r][column.col] for r, _p in row.months], self.sums) if row.months else row.label
                template = self.cache.get((id(label), column.col))
                if template is None:
                    template = self.cache[(id(label), column.col)] = self.templates.template(label, column)
                self.figure(row.row, column, cell, template, growth, found)
            if self.rates:
                self._state(row.row, found)
        self.report()

    # --- one figure ---

    def figure(self, r: int, column: Column, cell: object, template: Template, growth: Column | None, found: dict[int, int]) -> None:
        """Reads one cell under a template: a figure, or a doubt. found: column -> figure, of its row."""
        if template.problem:
            if cell is not None and not missing(cell):
                self.troubles.setdefault((template.problem, template.detail), []).append((r, column.col))
            return
        if column.what == GROWTH:
            self._growth_only(r, column, template)
            return
        yoy = self._yoy(r, growth) if growth is not None and template.when.basis != "span" else None
        if type(cell) is float and abs(cell) < LARGEST_PLAIN and not template.growth and (self.view.row_ids[r], self.view.col_ids[column.col]) not in self.view.sheet.formats:
            raw = canonical_raw(cell)
            self.add(r, column.col, template, "=", self.plain(raw, template), None, yoy, raw, found, growth)
            return
        number = parse_number(cell, self.view.format(r, column.col)) if not isinstance(cell, (date, datetime, CellError)) else None
        both = amount_with_growth(cell) if number is None and isinstance(cell, str) else None
        if both and not template.growth:
            number, yoy, growth = both[0], float(both[1].value), column
        if number is None:
            self._no_number(r, column, cell, template, growth, yoy, found)
            return
        if template.growth and number.unit in ("", "%") or number.growth and template.indicator.unit != "%" or number.multiple:
            self.add(r, column.col, template, number.comparator, None, None, float(number.value), number.raw, found)
            return
        converted = self._converted(r, column, number, template)
        if converted is not None:
            value, high = converted
            self.add(r, column.col, template, number.comparator, value, high, yoy, number.raw, found, growth)

    def plain(self, raw: str, template: Template) -> str:
        """A plain number in the indicator's unit."""
        if template.factor is None and ("." not in raw or len(raw) - raw.index(".") <= 10) and len(raw) < 16:
            return raw
        value = Decimal(raw)
        return _written(value * template.factor if template.factor is not None else value)

    def _converted(self, r: int, column: Column, number: Number, template: Template) -> tuple[str | None, str | None] | None:
        """Value and upper value in the indicator's unit; None where the cell's own unit does not fit."""
        unit = number.unit or template.unit
        if number.unit and is_foreign(number.unit, template.indicator, self.catalogue):
            self.trouble("foreign_currency", number.unit, r, column.col)
            return None
        try:
            value = to_canonical(number.value, unit, template.indicator, self.catalogue)
            high = None if number.high is None else to_canonical(number.high, unit, template.indicator, self.catalogue)
        except UnitMismatch:
            self.trouble("unit_mismatch", f"{number.unit or unit}\t{template.indicator.code}", r, column.col)
            return None
        if abs(value) >= LARGEST:
            self.trouble("text_in_number_cell", number.raw, r, column.col)
            return None
        return _written(value), None if high is None else _written(high)

    def _no_number(self, r: int, column: Column, cell: object, template: Template, growth, yoy, found) -> None:
        """A cell that holds no number: missing, an error, a date or words."""
        if is_error(cell):
            self.trouble("cell_error", canonical_raw(cell), r, column.col)
        elif isinstance(cell, (date, datetime)):
            self.trouble("date_in_number_cell", canonical_raw(cell), r, column.col)
        elif cell is None and self.uncached(r, column.col):
            self.trouble("uncalculated_formula", "", r, column.col)
        elif missing(cell) and not owed(cell) or loss_word(cell):
            if yoy is not None and growth is not None:
                raw = canonical_raw(self.view.rows[r][growth.col])
                self.add(r, growth.col, template, "=", None, None, yoy, raw, found)
        else:
            self.trouble("text_in_number_cell", str(cell).strip(), r, column.col)

    def uncached(self, r: int, col: int) -> bool:
        """True for a cell with a formula whose result the file does not keep."""
        return (self.view.row_ids[r], self.view.col_ids[col]) in self.view.sheet.uncached

    def _uncalculated(self, r: int, column: Column, growth: Column | None) -> None:
        """Doubts the formulas without a result among an empty figure and its growth."""
        for col in (column.col, *([growth.col] if growth is not None else [])):
            if self.uncached(r, col):
                self.trouble("uncalculated_formula", "", r, col)

    def _growth_only(self, r: int, column: Column, template: Template) -> None:
        yoy = self._yoy(r, column)
        if yoy is not None:
            number = parse_number(self.view.rows[r][column.col], self.view.format(r, column.col))
            comparator = number.comparator if number else "="
            self.add(r, column.col, template, comparator, None, None, yoy, canonical_raw(self.view.rows[r][column.col]), {})

    def _yoy(self, r: int, column: Column) -> float | None:
        """Growth in percent of the cell in a growth column; None for none."""
        cell = self.view.rows[r][column.col]
        if cell is None or (r, column.col) in self.view.covered:
            if self.view.sheet.uncached and self.uncached(r, column.col):
                self.trouble("uncalculated_formula", "", r, column.col)
            return None
        if is_error(cell):
            self.trouble("cell_error_growth", canonical_raw(cell), r, column.col)
            return None
        number = parse_number(cell, self.view.format(r, column.col))
        if number is None or number.value is None:
            if not (missing(cell) or loss_word(cell)):
                self.trouble("text_in_growth_cell", str(cell).strip(), r, column.col)
            return None
        if number.unit not in ("", "%", "‰", "倍"):
            self.trouble("text_in_growth_cell", str(cell).strip(), r, column.col)
            return None
        return float(number.value)

    def add(self, r, col, template, comparator, value, high, yoy, raw, found, growth=None) -> None:
        f = self.figures
        found[col] = len(f.template)
        f.template.append(template.index)
        f.when.append(template.time)
        f.place.append(r * COLUMNS + col)
        f.cell.append(self.view.cell(r, col))
        f.comparator.append(comparator)
        f.value.append(value)
        f.high.append(high)
        f.yoy.append(yoy)
        f.raw.append(raw)
        f.growth_cell.append(self.view.cell(r, growth.col) if growth is not None and yoy is not None else "")
        f.table.append(self.table.number)

    def _state(self, r: int, found: dict[int, int]) -> None:
        """Completion rates beside their figures, for the checks."""
        for column in self.rates:
            cell = self.view.rows[r][column.col]
            number = parse_number(cell, self.view.format(r, column.col)) if cell is not None and not isinstance(cell, CellError) else None
            if number is None or number.value is None or column.base not in found:
                continue
            target = self._target_of(column, found, float(number.value))
            if target is not None:
                self.figures.stated.append(Stated(
                    self.table.number, self.view.sheet.name, self.view.cell(r, column.col), number.value, found[column.base], target,
                    column.what == PACE))

    def _target_of(self, column: Column, found: dict[int, int], rate: float) -> int | None:
        """The target on the left of a completion column, of the same indicator and part as its actual: of several (年度目标,
        进度目标) the one that the stated rate follows from, else the nearest."""
        f, actual = self.figures, found[column.base]
        who = f.templates[f.template[actual]].who
        targets = [
            found[col] for col in sorted((c for c in found if c < column.col), reverse=True)
            if f.whens[f.when[found[col]]].measure == "target" and f.templates[f.template[found[col]]].who == who
        ]
        if column.what == PACE:  # points beside the year's target; beside a plan by month nothing tells what they are
            return targets[0] if targets and f.whens[f.when[targets[0]]].basis == "year" else None
        done = float(f.value[actual] or 0)
        follows = [t for t in targets if f.value[t] and float(f.value[t]) and abs(100 * done / float(f.value[t]) - rate) < FITTING]
        return next(iter(follows or targets), None)

    # --- doubts ---

    def trouble(self, code: str, detail: str, r: int, col: int) -> None:
        """A doubt about one cell; those of one kind become one finding."""
        self.troubles.setdefault((code, detail), []).append((r, col))

    def _unread(self, row: Row) -> None:
        code, text, col = row.problem
        cells = [c.col for c in self.columns if self.view.rows[row.row][c.col] is not None]
        if any(not missing(self.view.rows[row.row][c]) for c in cells):
            self.troubles.setdefault((code, text), []).append((row.row, col))

    def report(self) -> None:
        """The doubts of the table as findings."""
        self.findings.of_figures(self.table, self.troubles, self.lexicon)
        self._missing_units()
        self._skipped_columns()

    def _missing_units(self) -> None:
        lacking = {t.index for t in self.figures.templates if t.detail == "unit_missing" and not t.problem}
        if not lacking:
            return
        f, number = self.figures, self.table.number
        mine = [i for i, (t, table, value, raw) in enumerate(zip(f.template, f.table, f.value, f.raw, strict=True))
                if t in lacking and table == number and value is not None and not _has_unit(raw)]
        if mine:
            places = [divmod(f.place[i], COLUMNS) for i in mine]
            names = dict.fromkeys(f.templates[f.template[i]].indicator for i in mine)
            self.findings.unit_missing(self.table, places, list(names))

    def _skipped_columns(self) -> None:
        for column in self.axes.columns.values():
            if column.what in (SKIP, UNKNOWN, SECOND, ATTRIBUTE, COMPLETION, PACE):
                rows = [r.row for r in self.rows if isinstance(self.view.rows[r.row][column.col], (int, float)) or (
                    isinstance(self.view.rows[r.row][column.col], str) and self.lexicon.kind(self.view.rows[r.row][column.col]) == "n")]
                if rows and column.label.role != "serial":
                    self.findings.skipped_column(self.table, column, rows[0])


def _has_unit(raw: str) -> bool:
    return any(ch in raw for ch in "元亩公顷平米㎡%％万亿")


def _written(value: Decimal) -> str:
    """A decimal as digits with at most nine places, the store's scale."""
    if value.as_tuple().exponent < -9:
        value = value.quantize(NINE, rounding=ROUND_HALF_EVEN)
    return format(value, "f")


