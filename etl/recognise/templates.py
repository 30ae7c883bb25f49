"""What the figures under equal labels share: who, what, when, and the unit they are written in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from park.catalogue import Indicator, UnitMismatch

from .axes import Axes
from .columns import SAME, VALUE, Column
from .context import Context
from .figures import Figures, Template
from .labels import Label, Lexicon
from .timing import When, same_period, time_of
from .units import is_foreign, to_canonical


class Templates:
    """Makes the templates of a table's figures; each is kept in `figures`. labels: of the table's rows."""

    def __init__(self, axes: Axes, context: Context, lexicon: Lexicon, figures: Figures, labels: Iterable[Label] = ()):
        self.axes, self.context, self.catalogue, self.figures = axes, context, lexicon.catalogue, figures
        told = [*labels, *(c.label for c in axes.columns.values())]
        self.own_parts = {axis for axis in ("area", "cluster") if any(getattr(label, axis) for label in told)}

    def template(self, row: Label, column: Column) -> Template:
        """What every figure under these labels shares; with the problem that keeps it from being read."""
        template = Template(len(self.figures.templates))
        self.figures.templates.append(template)
        label, base = column.label, self.axes.columns.get(column.base) if column.base is not None else None
        inherited = base.label if base else Label()
        code = row.indicator or label.indicator or inherited.indicator or (self.context.indicator.value if self.context.indicator else "")
        if not code or row.indicator and label.indicator and label.indicator != row.indicator:
            template.problem = "two_indicators" if code else "no_indicator"
            return template
        template.indicator = self.catalogue.indicators[code]
        self._who(template, row, label, inherited)
        template.when = self.when(row, column, template.indicator)
        template.time = self.figures.place_of(template.when)
        template.where = self._where_of_period(row, column, base)
        template.of_which = row.of_which or label.of_which
        template.role = "same_period" if column.what == SAME or row.role == "same_period" else "own"
        if template.when.lacking:
            template.problem = f"no_{template.when.lacking}"
            return template
        self._unit(template, row, label, inherited)
        return template

    def _who(self, template: Template, row: Label, label: Label, inherited: Label) -> None:
        template.firm = row.firm or label.firm or inherited.firm
        template.cluster = row.cluster or label.cluster or inherited.cluster or self._around("cluster", row.total or label.total)
        template.area = row.area or label.area or inherited.area or self._around("area", row.total or label.total)

    def _around(self, axis: str, total: bool) -> str:
        """The zone or cluster around the table; none for a total over the table's own zones or clusters."""
        said = getattr(self.context, axis)
        if said is None or (total and axis in self.own_parts and not said.where.startswith("--")):
            return ""
        return said.value

    def when(self, row: Label, column: Column, indicator: Indicator) -> When:
        """Measure, basis and period of the figures under these labels."""
        kind, quarters = indicator.kind, self.axes.by_quarter(column)
        base = self.axes.columns.get(column.base) if column.base is not None else None
        if column.what == SAME or row.role == "same_period":
            if base is None and column.what == VALUE:
                base = column  # a row 上年同期 is of the year before what its column holds
            now = replace(row, role="") if base is column else row
            of_base = time_of(now, base.label, base.texts, kind, self.context, quarters) if base else None
            return same_period(of_base, column.label, row, kind, self.context, quarters)
        return time_of(row, column.label, column.texts, kind, self.context, quarters)

    def _where_of_period(self, row: Label, column: Column, base: Column | None) -> str:
        """The cell around the table that the year came from, "" where it stands in the table."""
        said = self.context.period
        if said is None or any(p is not None and p.year_known for p in (row.period, column.label.period, base.label.period if base else None)):
            return ""
        return next((w for w in said.where.split(" ") if w[:1].isalpha() and w[-1:].isdigit() and w.isascii()), "")

    def _unit(self, template: Template, row: Label, label: Label, inherited: Label) -> None:
        """The unit by precedence: row, header, the table's surroundings; of the last only one that fits the indicator."""
        indicator = template.indicator
        said = row.unit or (label.unit if label.unit != "%" or indicator.unit == "%" else "") or inherited.unit
        if said.startswith("?"):
            template.problem, template.detail = "unknown_unit", said[1:]
            return
        close = bool(row.unit)
        if said == "%" and close and self.catalogue.units[indicator.unit].dimension in ("money", "area", "count"):
            template.growth = True  # an amount that is told in percent is told by its growth
            return
        if not said:
            said, foreign = self._unit_around(indicator)
            if foreign:
                template.problem, template.detail = "foreign_currency", f"{foreign}\t{indicator.code}"
                return
        if said and is_foreign(said, indicator, self.catalogue):
            template.problem, template.detail = "foreign_currency", f"{said}\t{indicator.code}"
            return
        try:
            factor = to_canonical(Decimal(1), said, indicator, self.catalogue)
        except UnitMismatch:
            if close or self.catalogue.units[indicator.unit].dimension not in ("count", "percent", "own"):
                template.problem, template.detail = "unit_mismatch", f"{said}\t{indicator.code}"
                return
            said, factor = "", Decimal(1)
        if not said and self.catalogue.units[indicator.unit].dimension in ("money", "area"):
            template.detail = "unit_missing"
        template.unit = said
        template.factor = None if factor == 1 else factor

    def _unit_around(self, indicator: Indicator) -> tuple[str, str]:
        """(the nearest unit around the table that fits the indicator, a foreign currency that stands there instead)."""
        own = self.catalogue.units[indicator.unit]
        foreign = ""
        for said in self.context.units:
            fitting = [u for u in said.value if self.catalogue.units[u].dimension == own.dimension]
            same = [u for u in fitting if self.catalogue.units[u].currency == own.currency]
            if len(same) == 1 or (same and same[0] == indicator.unit) or (same and own.dimension == "count"):
                return same[0], ""
            if fitting and not same:
                foreign = foreign or fitting[0]
        return "", foreign
