"""What the charts share: a series with its texts, colours by status and part, the cells behind a row."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from park.catalogue import load_catalogue
from park.charts.names import TOTAL, UNALLOCATED
from park.charts.numbers import absent
from park.charts.theme import LIGHT, STATUS, Look, part_colours

from .answers import Answers
from .model import Chart, Origin, Series
from .short_names import BESIDE, UNDER, shortened_names

MOST = 10  # bars of a level chart, so that their names stay readable at three metres


def chart_of(names: list[str], series: list[Series], unit: str, *, level: bool = False, cut: bool = True) -> Chart | None:
    """The chart, None with fewer than two marks. cut: names are shortened to the room they have; False where they are already."""
    chart = Chart(tuple(shortened_names(names, BESIDE if level else UNDER) if cut else names), tuple(series), unit, level)
    return chart if chart.marks >= 2 and len(names) >= 1 else None


def series_of(
    name: str, values: pd.Series, words: Callable[[object], str], *, look: str = "actual", drawn: str = "bar", labels: str = "all",
    colours: tuple[str, ...] = (), hatched: tuple[bool, ...] = (), origins: list[tuple[Origin, ...]] | None = None,
) -> Series:
    known = [None if absent(value) else float(value) for value in values]
    texts = tuple("" if value is None else words(value).rstrip("%") for value in known)
    return Series(name, tuple(known), texts, look, drawn, labels, colours, hatched, tuple(origins or [()] * len(known)))


def part_colours_of(parts: pd.Series, among: pd.Series | None = None) -> tuple[str, ...]:
    """The colours of parts; among: all parts that the slides show, where these are only some of them."""
    known = part_colours(list(parts if among is None else among), load_catalogue(), Look())
    return tuple(known.get(part, LIGHT.unallocated) for part in parts)


def status_colour_of(status: object) -> str:
    return STATUS[status][1] if isinstance(status, str) and status in STATUS else "actual"


def count_text(value: object) -> str:
    return f"{value:,.0f}"


def both_cells(answers: Answers, row) -> tuple[Origin, ...]:
    """The cells of a progress row's actual and target."""
    key = {"indicator": row.indicator, "area": row.area, "cluster": row.cluster or ""}
    find = answers.origins.last if row.kind == "stock" else answers.origins.actual
    return find(month=answers.month, **key) + answers.origins.target(year=answers.year, **key)


def part_cells(answers: Answers, indicator: str, *, growth: bool = False, by: str | None = None) -> Callable[[str], tuple[Origin, ...]]:
    """Finds the cells of a part's figure, with `growth` those of its base and of the total too."""
    by = by or answers.by

    def cells(part: str) -> tuple[Origin, ...]:
        own = {"area": part} if by == "area" else {"area": answers.area.name, "cluster": part}
        whole = {"area": answers.area.name}
        asked = [whole] if part in (UNALLOCATED, TOTAL) else [own, whole]
        when = (answers.month, answers.last_year_month) if growth else (answers.month,)
        return tuple(dict.fromkeys(o for key in asked for m in when for o in answers.origins.actual(indicator, m, **key)))

    return cells
