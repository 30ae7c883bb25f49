"""The year's cumulative figure against its target path: answers whether the target will be met."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import PIECES, absent, full, join, scale_for, short, short_month

from . import theme
from .spots import Board, Spot
from .theme import Caption, Look

MONTHS, SPAN = range(1, 13), (0.6, 12.6)


def path(trend: pd.DataFrame, progress: pd.Series | None, month: str, caption: Caption, look: Look) -> go.Figure:
    """Cumulative actual (solid), last year (grey), target path (dashed), target (dark line), landing range (light).

    trend: park.questions.trend; progress: the matching row of park.questions.progress, None where there is none;
    month: the as-of month YYYY-MM. A stock's target path is flat, so only the target line is drawn. Click data: the month, YYYY-MM.
    """
    year = int(month[:4])
    actual, last = _year(trend, year, "value_ytd"), _year(trend, year - 1, "value_ytd")
    target = None if progress is None or absent(progress["target"]) else float(progress["target"])
    if not actual and target is None:
        return theme.blank(caption, look, _("No figure and no target in {year}").format(year=year))
    landings = _landings(progress)
    scale = scale_for([*actual.values(), *last.values(), target, *landings], "" if progress is None else progress["unit"])
    way = _way(trend, year, target)
    course = _Course(
        *({m: scale.of(v) for m, v in values.items()} for values in (actual, last, way)),
        target=None if target is None else scale.of(target), landings=sorted(scale.of(v) for v in landings) if actual else [], year=year,
    )
    fig = theme.figure(caption, look, height=330)
    _lines(fig, course, scale, look)
    _words(fig, course, look)
    fig.update_xaxes(tickmode="array", tickvals=list(MONTHS), ticktext=[short_month(m) for m in MONTHS], range=SPAN, tickangle=0,
        tickfont={"size": look.size(11)})
    fig.update_yaxes(range=course.yrange, tickformat=",")
    theme.unit_label(fig, scale.unit, look)
    return fig


@dataclass(frozen=True, slots=True)
class _Course:
    """What is drawn, in the chart's unit: month number -> value of this year, of last year, of the way to the target."""

    actual: dict[int, float]
    last: dict[int, float]
    way: dict[int, float]
    target: float | None
    landings: list[float]
    year: int

    @property
    def yrange(self) -> tuple[float, float]:
        """From zero, with room for words above the highest mark."""
        marks = [0.0, *self.actual.values(), *self.last.values(), *self.way.values(), *self.landings, *([] if self.target is None else [self.target])]
        room = (max(marks) - min(marks)) or 1.0
        return min(marks) - (0.06 * room if min(marks) < 0 else 0), max(marks) + 0.12 * room


def _year(trend: pd.DataFrame, year: int, column: str) -> dict[int, float]:
    """Month number -> value of one year, months without a figure left out."""
    rows = trend[trend["month"].str.startswith(str(year)) & trend[column].notna()]
    return {int(m[5:]): float(v) for m, v in zip(rows["month"], rows[column], strict=True)}


def _landings(progress: pd.Series | None) -> list[float]:
    """What is expected of the year, by both ways where both are known; pieces are whole."""
    if progress is None:
        return []
    both = (progress["landing_linear"], progress["landing_seasonal"])
    return [float(round(v) if progress.get("unit") in PIECES else v) for v in both if not absent(v)]


def _way(trend: pd.DataFrame, year: int, target: float | None) -> dict[int, float]:
    """The way to the target month by month, as far as it is known; empty where it is flat, as a stock's is."""
    way = {} if target is None else _year(trend, year, "target_path")
    if not way or max(way.values()) - min(way.values()) < 1e-9 < abs(target) and len(way) > 1:
        return {}
    return way | {12: target}


def _lines(fig: go.Figure, course: _Course, scale, look: Look) -> None:
    """Last year grey, the target a dark line to the year's end, the way to it dashed, this year solid, the landing a light wedge."""
    t = look.tokens
    _line(fig, course.last, scale, look, str(course.year - 1), t.last_year, 1.6)
    if course.target is not None:
        fig.add_scatter(x=[1, 12], y=[course.target] * 2, mode="lines", hoverinfo="skip", line={"color": t.target, "width": look.size(1.4)})
    if course.way:
        fig.add_scatter(
            x=list(course.way), y=list(course.way.values()), mode="lines", hoverinfo="skip",
            line={"color": t.pace, "width": look.size(1.6), "dash": "dash"},
        )
    _line(fig, course.actual, scale, look, str(course.year), t.actual, 3.2)
    if course.landings:
        _landing(fig, course, look)


def _line(fig: go.Figure, values: dict, scale, look: Look, name: str, colour: str, width: float) -> None:
    if not values:
        return
    x, y = list(values), list(values.values())
    fig.add_scatter(
        x=x, y=y, mode="lines+markers", name=name, marker={"size": look.size(6 if width > 2 or len(x) == 1 else 3)},
        line={"color": colour, "width": look.size(width)}, customdata=[f"{name}-{m:02d}" for m in x],
        hovertext=[f"{name} · {short_month(m)}: {join(full(v), scale.unit)}" for m, v in zip(x, y, strict=True)], hoverinfo="text",
    )


def _landing(fig: go.Figure, course: _Course, look: Look) -> None:
    """A light wedge from the last figure to the range of the two landings in December."""
    month, start = list(course.actual.items())[-1]
    low, high = course.landings[0], course.landings[-1]
    t = look.tokens
    fig.add_scatter(
        x=[month, 12, 12, month], y=[start, high, low, start], fill="toself", mode="lines", hoverinfo="skip",
        line={"width": look.size(1.5), "color": t.soft}, fillcolor=t.soft,
    )
    fig.add_scatter(
        x=[12, 12], y=[low, high], mode="lines+markers", hoverinfo="skip",
        line={"color": t.actual, "width": look.size(2)},
        marker={"symbol": "line-ew", "size": look.size(10), "line": {"color": t.actual, "width": look.size(2)}},
    )


def _words(fig: go.Figure, course: _Course, look: Look) -> None:
    """Each line by its name, off all the others, the most important one first."""
    t, board = look.tokens, _board(course)
    said: list[tuple[str, str, list[Spot]]] = []
    if course.landings:
        low, high = course.landings[0], course.landings[-1]
        span = short(low) if short(low) == short(high) else f"{short(low)}–{short(high)}"
        short_of = course.target is not None and high < course.target
        over = [Spot(12.6, high, "right", "bottom", 0, more, 1.0 if short_of else 0) for more in (8, 22, 36)]  # not above a target that is missed
        under = [Spot(12.6, low, "right", "top", 0, -more) for more in (8, 22, 36, 50, 64, 78, 92, 106)]
        said.append((_("Landing {span}").format(span=f"<b>{span}</b>"), t.actual, [*under, *over] if short_of else [*over, *under]))
    if course.actual:
        month, value = list(course.actual.items())[-1]
        said.append((f"<b>{course.year}</b> {short(value)}", t.actual, _beside(month, value)))
    if course.target is not None:
        starts = [Spot(x, course.target, "left", edge, 0, shift) for edge, shift in (("bottom", 1), ("top", -3)) for x in (1, 4, 7)]
        said.append((_("Target {figure}").format(figure=short(course.target)), t.target, starts))
    if course.way:
        said.append((_("Pace"), t.pace, _along(course.way)))
    if course.last:
        said.append((str(course.year - 1), t.muted, _along(course.last)))
    for text, colour, spots in said:
        fig.add_annotation(**theme.label(text, look, colour), **board.place(text, spots, look))


def _board(course: _Course) -> Board:
    board = Board(SPAN, course.yrange)
    for values in (course.actual, course.last, course.way):
        board.line(values.items())
    if course.target is not None:
        board.line([(1, course.target), (12, course.target)])
    if course.landings:
        start, low, high = list(course.actual.items())[-1], course.landings[0], course.landings[-1]
        for end in (low, (low + high) / 2, high):
            board.line([start, (12, end)])
        board.line([(12, low), (12, high)])
    return board


def _beside(x: float, y: float) -> list[Spot]:
    """Around the last figure: above it to the left, else below it to the right."""
    return [
        Spot(x, y, "right", "bottom", 4, 7), Spot(x, y, "left", "top", 4, -7), Spot(x, y, "right", "bottom", -8, 20), Spot(x, y, "left", "top", 10, -20),
        Spot(x, y, "center", "bottom", 0, 34), Spot(x, y, "center", "top", 0, -34), Spot(x, y, "right", "middle", -10, 0), Spot(x, y, "left", "middle", 10, 0),
    ]


def _along(values: dict[int, float]) -> list[Spot]:
    """Along a line, from its last third backwards: below it to the right, above it to the left."""
    x = sorted(values)
    order = [*range(max(0, len(x) - 3), -1, -1), *range(max(0, len(x) - 2), len(x))]
    return [
        Spot(x[n], values[x[n]], side, edge, shift, lift)
        for lift_by in (4, 12) for n in order
        for side, edge, shift, lift in (("left", "top", 8, -lift_by), ("right", "bottom", -6, lift_by))
    ]
