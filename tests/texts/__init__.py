"""Reading figures out of prose: short texts with literal tables."""

from __future__ import annotations

from decimal import Decimal

from etl.texts import Figure, TextReading, read_text

PLAN = "云台工业园2024年工作计划\n"
REVIEW = "云台工业园2024年工作总结\n"
BULLETIN = "云台工业园2024年9月经济运行简报\n1-9月，园区运行平稳。\n"


def read(text: str, title: str = "") -> TextReading:
    """A text under a title."""
    return read_text(title + text, name="text.txt")


def plain(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def row(figure: Figure) -> str:
    """indicator measure period comparator value growth whose, without what is empty: `tax_revenue target 2024 = 76000`."""
    year = figure.period_end[:4] if figure.basis == "year" else f"{figure.basis} {figure.period_start}..{figure.period_end}"
    value = plain(figure.value) + (f"-{plain(figure.value_high)}" if figure.value_high is not None else "")
    growth = "" if figure.yoy is None else f"yoy {figure.yoy:g}"
    whose = figure.area or figure.cluster or figure.firm
    parts = (figure.indicator, figure.measure, year, figure.comparator, value, growth, whose, "?" if figure.doubt else "")
    return " ".join(part for part in parts if part)


def rows(text: str, title: str = "") -> list[str]:
    """The rows of a text; a `?` at the end marks a doubt."""
    return [row(figure) for figure in read(text, title).figures]


def reasons(text: str, title: str = "") -> dict[str, str]:
    """What was not read, and why."""
    return {unread.raw: unread.reason for unread in read(text, title).unread}
