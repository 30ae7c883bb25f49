"""One column of a table, once its place is known."""

from __future__ import annotations

from dataclasses import dataclass

from .labels import Label

# What a column is once its place is known: a label of rows, figures, growth of another column, or nothing to be read.
LABELS, VALUE, SAME, GROWTH, COMPLETION, PACE, ATTRIBUTE, SKIP, UNKNOWN, SECOND, EMPTY = (
    "labels", "value", "same_period", "growth", "completion", "pace", "attribute", "skip", "unknown", "second", "empty")


@dataclass(frozen=True)
class Column:
    """A column: what it is, what it labels (for LABELS: indicator, area, cluster, firm, period, year, month, unit, measure,
    name), its header's meaning and, for growth, same period and completion, the column whose figures it speaks of."""

    col: int
    what: str
    label: Label
    axis: str = ""
    texts: tuple[str, ...] = ()
    base: int | None = None
