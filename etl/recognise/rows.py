"""The rows of a table with what their labels say: fill-down, headings, 其中 rows, subtotals."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from .axes import Axes
from .blocks import SCOPE, Part, parts_of
from .columns import ATTRIBUTE, COMPLETION, GROWTH, LABELS, PACE, SAME, SKIP, VALUE
from .fill import PLACES, filled_columns
from .groups import group_rows, subtotal_axis, subtotal_parts, total_periods
from .headers import MEASURES, classify_header
from .headings import heading_label, headings_are_parts, in_section, is_grand, kind_of_headings
from .kinds import open_kind
from .label_cells import LabelCells
from .labels import Label, Lexicon, is_some, kind_of_name, without_lead
from .measure_rows import below_periods, of_row_above, rates_of
from .names import is_among, is_total
from .periods import Period
from .tables import Table
from .text import squeeze

RECORDS = 200  # rows from which a body is looked at for records that stand for themselves


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be read. label: interned, so that equal labels are one object; problem: code and words of why it is not read;
    months: the rows that a sum below months sums, with their periods."""

    row: int
    label: Label
    problem: tuple[str, str, int] | None = None  # (code, text, column)
    months: tuple[tuple[int, Period], ...] = ()


class RowReader:
    """Reads the labels of a table's rows from top to bottom."""

    def __init__(self, table: Table, axes: Axes, lexicon: Lexicon, words: str, has_indicator: bool):
        self.table, self.axes, self.lexicon, self.words = table, axes, lexicon, words
        self.has_indicator = has_indicator  # the caption names one
        self.labels = axes.of(LABELS)
        self.figures = [c.col for c in axes.columns.values() if c.what in (VALUE, SAME, GROWTH, COMPLETION, PACE)]
        self.by_axis = {c.axis: c.col for c in reversed(self.labels)}
        cells = LabelCells(table, lexicon, self.labels)
        self.own, self.composed = cells.own, cells.composed
        self.pool: dict[Label, Label] = {}
        self.last: dict[int, Label] = {}  # what the nearest filled cell of a column of parts says
        self.filled = filled_columns(self)
        self.simple = self._is_simple()
        self.subtotal_axis = "" if self.simple else subtotal_axis([self.own(r) for r in table.body], self.by_axis, self.filled)
        self.headed = not self.simple and headings_are_parts((self.own(r), self.has_figures(r)) for r in table.body)
        self.heading_kind = kind_of_headings(self._headings(), words) if "firm" in self.by_axis else ""
        self.parts = self._parts()
        self.of_subtotal = self._of_subtotals()
        self.groups = group_rows(table, axes, self.by_axis["firm"]) if "firm" in self.by_axis else set()

    # --- what hangs on other rows ---

    def has_figures(self, row: int) -> bool:
        """True where a column of figures or rates holds something of the row's own."""
        cells = self.table.view.rows[row]
        return any(cells[c] is not None and (row, c) not in self.table.view.covered for c in self.figures)

    # --- top to bottom ---

    def read(self) -> list[Row]:
        """Every row that holds figures, with its label completed by what stands above it."""
        out: list[Row] = []
        section, parent, above, before, grouped = Label(), Label(), Label(), Label(), False
        over = (0, "")  # indent and unit of the row that deeper rows are parts of
        for r in self.table.body:
            own = self.own(r)
            if self.simple and own.indicator:
                out.append(Row(r, self._interned(own)))
                continue
            if not self.has_figures(r):
                section, parent = self._heading(heading_label(self.table, r, own, self.lexicon), section, parent)
                grouped = False
                continue
            if r in self.groups:
                own = self._group(own)
                section = Label(area=own.area, cluster=own.cluster)
            elif own.total and is_grand(own.text):
                section = replace(section, area="", cluster="") if self.groups else section
            own = self._filled_down(r, own, above) if not rates_of(own, before) else of_row_above(own, before)
            if own.indicator and own.indicator == before.indicator and not own.unit and "unit" in self.by_axis:
                own = replace(own, unit=before.unit)  # written once beside the first of an indicator's rows
            above, before = own if not own.total else above, own
            grouped = own.of_which or (grouped and self._indent(r) > 0)
            deep = self._indent(r)
            if own.unit or not (own.of_which or deep > over[0]):
                over = (deep, own.unit)
            elif over[1] and own.indicator:
                own = self._with_unit_above(own, over[1])
            if r in self.of_subtotal:
                part = self.of_subtotal[r]
                own = replace(own, area=own.area or part.area, cluster=own.cluster or part.cluster)
            label, problem = self._complete(own, section, parent, r)
            if own.indicator and not grouped:
                parent = own
            out.append(Row(r, self._interned(label), problem))
        return below_periods(total_periods(out))

    def _is_simple(self) -> bool:
        """True for a record-like body: every row names its indicator in a column of its own, nothing hangs on other rows."""
        if self.axes.indicators != "rows" or self.filled or "firm" in self.by_axis or len(self.table.body) < RECORDS:
            return False
        col = self.by_axis["indicator"]
        texts = set(self.table.view.column(col, self.table.body))
        labels = [self.lexicon.row(t) for t in texts if isinstance(t, str)]
        return None not in texts and not any(label.of_which or label.total or not label.indicator for label in labels)

    def _interned(self, label: Label) -> Label:
        return self.pool.setdefault(label, label)

    def _indent(self, row: int) -> int:
        """Blanks in front of the row's label."""
        col = self.by_axis.get("indicator", self.by_axis.get("name"))
        text = self.table.view.rows[row][col] if col is not None else None
        return len(text) - len(text.lstrip()) if isinstance(text, str) else 0

    def _with_unit_above(self, own: Label, unit: str) -> Label:
        """出口 below 进出口总额（亿元） is in 亿元 too, where that is money as well."""
        units, code = self.lexicon.catalogue.units, self.lexicon.catalogue.indicators[own.indicator].unit
        fits = unit in units and units[unit].dimension == units[code].dimension in ("money", "area")
        return replace(own, unit=unit) if fits else own

    def _heading(self, own: Label, section: Label, parent: Label) -> tuple[Label, Label]:
        if own.indicator:
            return replace(section, shift=own.shift, text=own.text), own
        if not (own.text or own.period):
            return section, parent
        label = own
        if own.firm and not own.total:
            heading = self.lexicon.row(own.firm)
            own = label = heading if heading.area or heading.cluster else replace(own, firm="", name=own.firm)
        if own.name:
            kind = open_kind(own.name, [], self.words, self.heading_names) if self.headed or self.of_firms() else ""
            if self.headed and not kind and not SCOPE.search(own.name):
                kind = "area"
            if not kind and self.of_firms() and "企业" not in own.name:
                kind = self.heading_kind
            label = replace(own, name="", **({kind: own.name} if kind in PLACES else {}))
        if own.total:
            label = replace(label, area="", cluster="")
        return label, parent

    def _headings(self) -> list[Label]:
        return [heading_label(self.table, r, self.own(r), self.lexicon) for r in self.table.body if not self.has_figures(r)]

    def of_firms(self) -> bool:
        """True for a table of firms."""
        return "firm" in self.by_axis

    def _group(self, own: Label) -> Label:
        """A row of a firms' table that sums the rows below it: the subtotal of the zone or cluster it names."""
        heading = self.lexicon.row(own.firm)
        if heading.area or heading.cluster:
            return replace(heading, total=True, text=own.firm)
        if "企业" in own.firm:
            return replace(own, firm="", total=True)
        said = self.axes.columns[self.by_axis["firm"]].label.role
        kind = said if said in ("area", "cluster") else "area" if open_kind(own.firm, self.beside, self.words) == "area" else "cluster"
        return replace(own, firm="", total=True, **{kind: heading.name or own.firm})

    def _of_subtotals(self) -> dict[int, Label]:
        """Row -> the part that a named subtotal above or below gives a firm whose own columns name none."""
        if "firm" not in self.by_axis or {"area", "cluster"} & set(self.by_axis):
            return {}
        return subtotal_parts(self.table, self.axes, [(r, self.own(r)) for r in self.table.body if self.has_figures(r)])

    def _parts(self) -> dict[int, Part]:
        """The names that are parts of the indicator or zone above them, by row."""
        if self.simple or not self.axes.indicators.startswith("rows"):
            return {}
        values = [c.col for c in self.axes.of(VALUE)]
        cells = self.table.view.rows
        labelled = ((r, self.own(r), self.has_figures(r)) for r in self.table.body)
        return parts_of(labelled, self._indent, lambda r: [cells[r][c] for c in values], self.words)

    def _filled_down(self, row: int, own: Label, above: Label) -> Label:
        cells = self.table.view.rows[row]
        if not (own.indicator or own.places or own.total):
            total = self.total_elsewhere(row)
            own = replace(own, total=True, text=total) if total else own
            if self.of_firms() and not total and not own.period:
                return own  # a row of nobody among firms (前十名, 占园区比重) is not of the zone above
        take = {}
        for column in self.labels:
            if column.col in self.filled and cells[column.col] is not None and column.axis in PLACES:
                self.last[column.col] = self.composed([column], (cells[column.col],))
            if column.col in self.filled and cells[column.col] is None:
                name = "period" if column.axis in ("period", "year") else column.axis
                if name in PLACES and own.total and (is_grand(own.text) or self.of_firms() and name != self.subtotal_axis):
                    continue
                if name in PLACES and not self.of_firms():
                    take[name] = getattr(self.last.get(column.col, above), name)
                    continue
                if name == "indicator" and own.indicator:
                    continue  # named in a column further in
                take[name] = getattr(above, name) if name != "period" else above.period
                if name == "indicator" and not own.unit:
                    take["unit"] = above.unit
                if name == "indicator" and not above.indicator and above.name and not own.places:
                    take["name"] = above.name  # as little understood as the name above
        own = replace(own, **take) if take else own
        if own.total and not own.area and not own.cluster and self.of_firms() and self.subtotal_axis and not is_grand(own.text):
            own = replace(own, **{self.subtotal_axis: getattr(above, self.subtotal_axis)})
        return replace(own, firm="") if own.total else own

    def total_elsewhere(self, row: int) -> str:
        """合计 or 小计 in a column that labels nothing, such as 序号."""
        for column in self.axes.columns.values():
            value = self.table.view.rows[row][column.col]
            if column.what in (SKIP, ATTRIBUTE) and isinstance(value, str) and is_total(value):
                return squeeze(value)
        return ""

    def _complete(self, own: Label, section: Label, parent: Label, row: int) -> tuple[Label, tuple[str, str, int] | None]:
        label, problem = own, None
        column = self.by_axis.get("indicator", self.by_axis.get("name", self.table.left))
        if own.name:
            label = self._open_name(own, parent, row)
            if label is None:
                known = self.axes.indicators in ("rows", "rows?")
                written = self.table.view.rows[row][column] if known and "indicator" in self.by_axis else None
                text = without_lead(written) if isinstance(written, str) and not is_among(written) else own.text or own.name
                return own, ("unknown_indicator" if known else "unknown_row", text, column)
        if label.role not in MEASURES | {""} and not (label.indicator or label.places or label.total or label.period):
            return label, ("unknown_indicator", label.text, column)  # 用地: a word for a column, below another indicator
        hangs = self.axes.indicators.startswith("rows") or self.axes.indicators == "context" and parent.indicator
        if not label.indicator and hangs and (label.places or label.total or label.role or label.period):
            label = replace(label, indicator=parent.indicator, unit=label.unit or parent.unit)
        nobody = not (label.indicator or label.places or label.total or label.period or label.role)
        if nobody and (self.axes.indicators != "context" or self.of_firms()):
            words = next((v for v in self.table.view.rows[row][self.table.left:self.table.right + 1] if isinstance(v, str)), "")
            return label, ("unread_row" if words else "unlabelled_row", words, column)
        return in_section(label, section, "period" in self.by_axis), problem

    def _open_name(self, own: Label, parent: Label, row: int) -> Label | None:
        """The label with its open name settled as a part, None where nothing tells that it is one."""
        name, beside, part = own.name, self.beside, self.parts.get(row)
        if self.of_firms() and is_some(name):
            return None
        if self.axes.indicators.startswith("rows"):
            if not (parent.indicator or self.has_indicator):
                return None
            kind = part.kind if part else kind_of_name(name)
            if kind == "" or kind == "cluster" and row not in self.parts and not any(label.cluster for label in beside):
                kind = self._kind_of_header(name)
        else:
            axis = next((c.axis for c in self.labels if c.axis in PLACES), "")
            kind = axis or open_kind(name, beside, self.words, self.names)
        if kind not in PLACES:
            return None
        own = replace(own, area=own.area or part.area) if part else own
        return replace(own, name="", **{kind: name})

    def _kind_of_header(self, name: str) -> str:
        """The kind that the label column's header gives names that stand under several indicators (指标/产业); "" for none."""
        column = self.axes.columns[self.by_axis["indicator"]]
        kinds = {classify_header(part).role for text in column.texts for part in re.split(r"[/／、（()）]", text)} & set(PLACES)
        return kinds.pop() if len(kinds) == 1 and self.names[name] > 1 else ""

    @cached_property
    def heading_names(self) -> set[str]:
        """The names of open kind that stand over groups of rows."""
        return {label.name for label in self._headings() if label.name}

    @cached_property
    def names(self) -> Counter:
        """How often each name of open kind stands in the table."""
        return Counter(name for r in self.table.body if (name := self.own(r).name))

    @cached_property
    def beside(self) -> list[Label]:
        """A row label of the table that names a cluster and one that names a zone, as far as there are such."""
        labels = [self.own(r) for r in self.table.body]
        found = [next((label for label in labels if label.cluster), None), next((label for label in labels if label.area), None)]
        return [label for label in found if label is not None]
