"""What the cells of a table's label columns say, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from .columns import Column
from .headers import GROWTHS, MEASURES, classify_header
from .labels import Label, Lexicon, is_some, kind_of_name, without_lead
from .names import total_of
from .periods import MONTH, Period, parse_period
from .tables import Table
from .text import clean, squeeze
from .units import parse_unit


class LabelCells:
    """Reads label cells; equal cells are read once. columns: the table's label columns, from left to right."""

    def __init__(self, table: Table, lexicon: Lexicon, columns: list[Column]):
        self.table, self.lexicon, self.columns = table, lexicon, columns
        self.of_row: dict[tuple, Label] = {}
        self.of_cell: dict[tuple[int, object], Label] = {}
        self.names: dict[str, set[str]] = {}

    def own(self, row: int) -> Label:
        """What the row's own label cells say together, later columns inside earlier ones."""
        cells = self.table.view.rows[row]
        key = tuple([cells[c.col] for c in self.columns])
        label = self.of_row.get(key)
        if label is None:
            label = self.of_row[key] = self.composed(self.columns, key)
        return label

    def composed(self, columns: list[Column], values: tuple) -> Label:
        """What cells of label columns say together, later columns inside earlier ones."""
        label = Label()
        for column, value in zip(columns, values, strict=True):
            if value is not None:
                said = self.of_cell.get((column.col, value))
                if said is None:
                    said = self.of_cell[(column.col, value)] = self._cell(column, value)
                label = said.inside(label)
        return label

    def _cell(self, column: Column, value: object) -> Label:
        axis = column.axis
        if axis in ("period", "year", "month"):
            return self._time(axis, value)
        if not isinstance(value, str):
            return Label()
        if axis == "unit":
            unit = parse_unit(value)
            return Label(unit=unit or f"?{squeeze(value)}")
        if axis == "measure":
            meaning = classify_header(value)
            if meaning.rest and meaning.role not in MEASURES:
                return self.lexicon.row(value)  # a name among measures: 机械制造 over 占比 and 同比
            return Label(text=squeeze(value), role=meaning.role, period=meaning.period)
        if axis in ("area", "cluster", "firm"):
            return self._place(axis, value)
        return self.lexicon.row(value)

    def _time(self, axis: str, value: object) -> Label:
        part = total_of(value) if isinstance(value, str) else None
        if part is not None:
            return Label(text=squeeze(value), total=True, period=parse_period(part) if part else None)
        if axis in ("month", "period") and not isinstance(value, (date, datetime)):
            digits = clean(str(value)).rstrip("月份").removesuffix(".0")
            if digits.isdigit() and 1 <= int(digits) <= 12:
                return Label(period=Period(None, int(digits), None, int(digits), MONTH, text=f"{digits}月"))
        period = parse_period(value, days=True, bare_year=axis == "year")
        meaning = classify_header(value) if period is None and isinstance(value, str) else None
        if meaning and meaning.role in GROWTHS and "均" in value:
            return Label(text=squeeze(value), role="average")
        if meaning and meaning.role in MEASURES and not meaning.rest:  # 上年同期, 增长（%） or 年度目标 below the months
            return Label(text=squeeze(value), role=meaning.role, period=meaning.period, percent=meaning.percent)
        return Label(period=period) if period else Label(name=squeeze(str(value)))

    def _place(self, axis: str, value: str) -> Label:
        part = total_of(value)
        if part == "" or self.lexicon.is_park(value):
            return Label(text=squeeze(value), total=True)
        if axis == "firm" and (some := part or without_lead(value)) and is_some(some):
            return Label(text=squeeze(value), name=squeeze(value))
        if part and axis == "firm":
            return self._subtotal(part)
        meaning = classify_header(value) if part is None else None
        if meaning and meaning.percent and meaning.role in ("actual", "target") and not meaning.rest:
            meaning = replace(meaning, role="completion")  # 完成% below the zones
        if meaning and meaning.role in MEASURES - {"actual"} and not meaning.rest and not self.known(axis, value):
            return Label(text=squeeze(value), role=meaning.role, period=meaning.period, percent=meaning.percent)
        if meaning and meaning.role in MEASURES and (whose := self._beside(axis, meaning.rest)):
            return Label(text=squeeze(value), role=meaning.role, period=meaning.period, percent=meaning.percent, **{axis: whose})
        name = part if part else without_lead(value)
        return Label(text=name, total=part is not None, **{axis: squeeze(name)})

    def known(self, axis: str, name: str) -> bool:
        """True for a zone or cluster that somebody listed, whatever its name looks like."""
        return bool(self.lexicon.names.area(name) if axis == "area" else axis == "cluster" and self.lexicon.names.cluster(name))

    def _beside(self, axis: str, name: str) -> str:
        """The name as it stands by itself in another row of its column (东片区 of 东片区同期); "" for none."""
        if axis not in self.names:
            cols = [c.col for c in self.columns if c.axis == axis]
            self.names[axis] = {squeeze(v) for r in self.table.body for c in cols if isinstance(v := self.table.view.rows[r][c], str)}
        return squeeze(name) if name and squeeze(name) in self.names[axis] else ""

    def _subtotal(self, part: str) -> Label:
        """磁性材料小计 among firms: the subtotal of a zone or cluster."""
        named = self.lexicon.row(part)
        if named.area or named.cluster:
            return replace(named, text=squeeze(part), total=True)
        name = squeeze(named.firm or named.name or without_lead(part))
        kind = kind_of_name(name) or "cluster"
        return Label(text=name, total=True, **({kind: name} if kind in ("area", "cluster") else {}))
