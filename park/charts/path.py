"""The year's cumulative figure against its target path: answers whether the target will be met."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import absent, full, join, scale_for, short, short_month

from . import theme
from .theme import Caption, Look

MONTHS = range(1, 13)


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
    t, fig = look.tokens, theme.figure(caption, look, height=330)
    _line(fig, last, scale, look, str(year - 1), t.last_year, 1.6, "solid")
    _target(fig, trend, target, year, scale, look)
    _line(fig, actual, scale, look, str(year), t.actual, 3.2, "solid")
    if actual and landings:
        _landing(fig, actual, landings, target, scale, look)
    fig.update_xaxes(tickmode="array", tickvals=list(MONTHS), ticktext=[short_month(m) for m in MONTHS], range=[0.6, 12.6], tickangle=0,
        tickfont={"size": look.size(11)})
    fig.update_yaxes(rangemode="tozero", tickformat=",")
    theme.unit_label(fig, scale.unit, look)
    return fig


def _year(trend: pd.DataFrame, year: int, column: str) -> dict[int, float]:
    """Month number -> value of one year, months without a figure left out."""
    rows = trend[trend["month"].str.startswith(str(year)) & trend[column].notna()]
    return {int(m[5:]): float(v) for m, v in zip(rows["month"], rows[column], strict=True)}


def _landings(progress: pd.Series | None) -> list[float]:
    if progress is None:
        return []
    both = (progress["landing_linear"], progress["landing_seasonal"])
    return [float(v) for v in both if not absent(v)]


def _line(fig: go.Figure, values: dict, scale, look: Look, name: str, colour: str, width: float, dash: str) -> None:
    if not values:
        return
    x, y = list(values), [scale.of(v) for v in values.values()]
    fig.add_scatter(
        x=x, y=y, mode="lines+markers", name=name, marker={"size": look.size(6 if width > 2 else 3)},
        line={"color": colour, "width": look.size(width), "dash": dash}, customdata=[f"{name}-{m:02d}" for m in x],
        hovertext=[f"{name} · {short_month(m)}: {join(full(v), scale.unit)}" for m, v in zip(x, y, strict=True)], hoverinfo="text",
    )
    if width > 2:
        fig.add_annotation(
            **theme.label(f"<b>{name}</b> {short(y[-1])}", look, colour), x=x[-1], y=y[-1], xanchor="right",
            yshift=look.size(16),
        )
        return
    spot = max(0, len(x) - 3)
    fig.add_annotation(
        **theme.label(name, look, look.tokens.muted), x=x[spot], y=y[spot], xanchor="left", yanchor="top",
        xshift=look.size(8), yshift=-look.size(4),
    )


def _target(fig: go.Figure, trend: pd.DataFrame, target: float | None, year: int, scale, look: Look) -> None:
    """The target as a dark line to the year's end; the way to it dashed, as far as it is known month by month."""
    if target is None:
        return
    t, top = look.tokens, scale.of(target)
    fig.add_scatter(
        x=[1, 12], y=[top, top], mode="lines", hoverinfo="skip", line={"color": t.target, "width": look.size(1.4)},
    )
    text = _("Target {figure}").format(figure=short(top))
    fig.add_annotation(
        **theme.label(text, look, t.target), x=1, y=top, xanchor="left", yanchor="bottom",
    )
    way = _year(trend, year, "target_path")
    if not way or max(way.values()) - min(way.values()) < 1e-9 < abs(target) and len(way) > 1:
        return
    way[12] = target
    fig.add_scatter(
        x=list(way), y=[scale.of(v) for v in way.values()], mode="lines", hoverinfo="skip",
        line={"color": t.pace, "width": look.size(1.6), "dash": "dash"},
    )
    spot = sorted(way)[len(way) // 3]
    above = _year(trend, year, "value_ytd").get(spot, 0.0) <= way[spot]
    fig.add_annotation(
        **theme.label(_("Pace"), look, t.pace), x=spot, y=scale.of(way[spot]), xanchor="right" if above else "left",
        yanchor="bottom" if above else "top", xshift=look.size(-4 if above else 6),
    )


def _landing(fig: go.Figure, actual: dict[int, float], landings: list[float], target: float | None, scale, look: Look) -> None:
    """A light wedge from the last figure to the range of the two landings in December; its words keep clear of the target."""
    month, value = list(actual.items())[-1]
    low, high = scale.of(min(landings)), scale.of(max(landings))
    t, start = look.tokens, scale.of(value)
    fig.add_scatter(
        x=[month, 12, 12, month], y=[start, high, low, start], fill="toself", mode="lines", hoverinfo="skip",
        line={"width": 0}, fillcolor=t.soft,
    )
    fig.add_scatter(
        x=[12, 12], y=[low, high], mode="lines+markers", hoverinfo="skip",
        line={"color": t.actual, "width": look.size(2)},
        marker={"symbol": "line-ew", "size": look.size(10), "line": {"color": t.actual, "width": look.size(2)}},
    )
    span = short(low) if short(low) == short(high) else f"{short(low)}–{short(high)}"
    short_of = target is not None and max(landings) < target
    words = _("Landing {span}").format(span=f"<b>{span}</b>")
    fig.add_annotation(
        **theme.label(words, look, t.actual), x=1, xref="paper", xanchor="right", y=low if short_of else high,
        yanchor="top" if short_of else "bottom", yshift=look.size(-14 if short_of else 8),
    )

