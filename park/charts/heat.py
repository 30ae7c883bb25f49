"""Zones by indicators, each cell the gap to the pace: answers where it drags, in one look."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.catalogue.names import part_name
from park.locale import _
from park.locale.numbers import absent, percent, points

from . import theme
from .theme import Caption, Look

WIDTH = 80  # half-width characters that the names of all columns have side by side
LIMIT = 30.0  # points of gap at which the colour is full


def heat(rows: pd.DataFrame, names: dict[str, str], caption: Caption, look: Look) -> go.Figure:
    """One cell per zone and indicator: shape of the status, gap in points (stocks and ratios: completion), coloured by gap.

    rows: park.questions.progress by area. names: indicator code -> name, in the order of the columns. Click data: the row's index in `rows`.
    """
    known = rows[rows["status"].notna()]
    columns = [code for code in names if code in set(known["indicator"])]
    areas = list(dict.fromkeys(known["area"]))
    if not columns or not areas:
        return theme.blank(caption, look, _("No targets by zone in this year"))
    cells = {(r.area, r.indicator): r for r in known.itertuples()}
    grid = [[cells.get((area, code)) for code in columns] for area in areas]
    heads = [_lines(names[code], len(columns)) for code in columns]
    room = 15 * (max(head.count("<br>") for head in heads))
    t, fig = look.tokens, theme.figure(caption, look, height=42 * len(areas) + 46 + room)
    fig.add_heatmap(
        z=[[_depth(cell) for cell in line] for line in grid], x=list(range(len(columns))), y=[theme.safe(part_name(a)) for a in areas], xgap=2, ygap=2,
        zmin=-LIMIT, zmax=LIMIT, showscale=False, hoverinfo="text",
        hovertext=[[_hover(cell) for cell in line] for line in grid],
        text=[[_cell(cell) for cell in line] for line in grid], texttemplate="%{text}",
        textfont={"size": look.size(13), "color": t.text}, colorscale=_scale(look),
    )
    _handles(fig, known, columns, look)
    fig.update_yaxes(autorange="reversed", showgrid=False, ticks="", tickfont={"color": t.text})
    fig.update_xaxes(side="top", ticks="", tickfont={"color": t.text}, tickmode="array", tickvals=list(range(len(columns))), ticktext=heads, zeroline=False)
    fig.update_layout(margin={"t": look.size(theme.HEAD + 40 + room), "b": look.size(theme.FOOT + 6)})
    return fig


def _lines(name: str, count: int) -> str:
    """A column's name on as many lines as it needs beside `count` others."""
    return "<br>".join(theme.safe(line) for line in theme.wrap_wide(name, max(8, WIDTH // count)))


def _handles(fig: go.Figure, known: pd.DataFrame, columns: list[str], look: Look) -> None:
    """Cells of a heat map cannot be chosen by a click; marks that are not seen lie over them and can."""
    rows = [(place, row) for place, row in zip(known.index, known.itertuples(), strict=True) if row.indicator in columns]
    fig.add_scatter(
        x=[columns.index(row.indicator) for _place, row in rows], y=[theme.safe(part_name(row.area)) for _place, row in rows], mode="markers",
        marker={"size": look.size(34), "symbol": "square", "opacity": 0}, customdata=[int(place) for place, _row in rows],
        hoverinfo="text", hovertext=[_hover(row) for _place, row in rows],
    )


def _scale(look: Look) -> list[list]:
    bad, middle, good = ("#7a3b30", "#232d39", "#1d5f5b") if look.mode == "dark" else ("#f0b9a8", "#f6f7f9", "#a9dcd6")
    return [[0.0, bad], [0.5, middle], [1.0, good]]


def _depth(cell) -> float | None:
    if cell is None:
        return None
    if not absent(cell.gap):
        return max(-LIMIT, min(LIMIT, float(cell.gap)))
    return None if absent(cell.completion) else max(-LIMIT, min(LIMIT, float(cell.completion) - 100.0))


def _cell(cell) -> str:
    if cell is None:
        return ""
    figure = points(cell.gap) if not absent(cell.gap) else percent(cell.completion)
    return f"{theme.status_shape(cell.status)} {figure}"


def _hover(cell) -> str:
    if cell is None:
        return _("No target")
    return f"{theme.safe(part_name(cell.area))}: {theme.status_word(cell.status)}, {_('completion')} {percent(cell.completion)}"
