"""How a table was understood, in words for `extract --explain`."""

from __future__ import annotations

from park.locale import _

from .axes import Axes
from .context import Context
from .orient import TurnedView
from .tables import Table


def describe(table: Table, axes: Axes | None, context: Context, kind: str = "") -> str:
    """Where the table stands, its header rows, each column, and unit, period and place with the words they came from."""
    view = table.view
    rows = [*table.header, *table.body]
    place = f"{view.cell(min(rows), table.left)}:{view.cell(max(rows), table.right)}"
    lines = [_("Table {number} on “{sheet}”, {place}").format(number=table.number, sheet=view.sheet.name, place=place) + (f" ({kind})" if kind else "")]
    if isinstance(view, TurnedView):
        lines.append("  " + _("turned: the measures stand in the rows"))
    if table.header:
        heads = ", ".join(view.cell(r, table.left) for r in table.header)
        lines.append("  " + _("header rows from: {rows}").format(rows=heads))
    lines += [f"  {line}" for line in _around(context)]
    if axes is not None:
        lines.append("  " + _("indicators stand in: {where}").format(where=axes.indicators))
        lines += [f"  {line}" for line in _columns(table, axes)]
    return "\n".join(lines)


def _around(context: Context) -> list[str]:
    said = []
    if context.period:
        p = context.period.value
        said.append(_("period: {period} from {where}").format(period=f"{p.basis} {p.start or p.start_year or '?'}..{p.end or p.end_year or '?'}", where=context.period.where))
    said += [_("unit: {unit} from {where}").format(unit="、".join(u.value), where=u.where) for u in context.units]
    for name, value in ((_("indicator"), context.indicator), (_("zone"), context.area), (_("cluster"), context.cluster)):
        if value:
            said.append(_("{name}: {value} from {where}").format(name=name, value=value.value, where=value.where))
    if context.measure:
        said.append(_("measure: {measure}").format(measure=context.measure))
    return said


def _columns(table: Table, axes: Axes) -> list[str]:
    lines = []
    for column in axes.columns.values():
        label = column.label
        parts = [column.what, column.axis, label.role, label.indicator, label.area, label.cluster, label.firm, label.unit,
                 f"{label.period.basis} {label.period.text}" if label.period else ""]
        base = f" -> {table.view.cell(table.header[-1], column.base)}" if column.base is not None and table.header else ""
        where = table.view.cell(table.header[-1] if table.header else table.body[0], column.col)
        lines.append(f"{where} {' / '.join(t.replace(chr(10), '') for t in column.texts)}: {' '.join(p for p in parts if p)}{base}")
    return lines
