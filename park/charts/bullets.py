"""Targets against the pace line, worst first: answers which target drags."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import absent, card, percent, points

from . import theme
from .theme import Caption, Look

FURTHEST = 130.0  # percent of the target at which a bar stops; its label says the figure


def bullets(rows: pd.DataFrame, caption: Caption, look: Look, row_height: int = 30) -> go.Figure:
    """One bar per row of park.questions.progress (with a column `label`), as percent of its target.

    Drawn: actual (bar from zero), target (tick at 100), upper bound of a range (lighter tick), pace (dashed). Rows without a
    completion are left out. Order: as given, first row on top. Click data of a bar: the row's position in `rows`.
    """
    drawn = rows[rows["completion"].notna()].reset_index(names="position")
    if drawn.empty:
        return theme.blank(caption, look, _("No target with a figure in this period"))
    t = look.tokens
    fig = theme.figure(caption, look, height=row_height * len(drawn) + 46)
    place = list(range(len(drawn)))
    fig.add_bar(
        y=place, x=[max(0.0, min(c, FURTHEST)) for c in drawn["completion"]], orientation="h", width=0.52,
        marker={"color": t.actual}, customdata=drawn["position"].tolist(),
        hovertext=[_hover(row) for row in drawn.itertuples()], hoverinfo="text",
    )
    _ticks(fig, [100.0] * len(drawn), place, t.target, look, 3)
    high = [(i, row.target_high / row.target * 100) for i, row in enumerate(drawn.itertuples()) if _has_range(row)]
    _ticks(fig, [min(x, FURTHEST) for _i, x in high], [i for i, _x in high], t.muted, look, 2)
    _pace(fig, drawn, look)
    for i, row in enumerate(drawn.itertuples()):
        fig.add_annotation(
            **theme.label(_verdict(row), look, theme.status_colour(row.status, look)),
            x=1, xref="paper", xanchor="left", xshift=look.size(8), y=i, align="left",
        )
    fig.update_yaxes(
        tickmode="array", tickvals=place, ticktext=[theme.safe(text) for text in drawn["label"]], autorange=False, showgrid=False,
        range=[len(drawn) - 0.4, -0.6], tickfont={"size": look.size(13), "color": t.text}, zeroline=False,
    )
    edge = max(112.0, min(float(drawn["completion"].max()), FURTHEST) + 4)
    fig.update_xaxes(range=[0, edge], tickvals=[0, 100], ticktext=["0", "100%"], tickangle=0, fixedrange=True)
    fig.update_layout(margin={"r": look.size(126)})
    return fig


def _ticks(fig: go.Figure, x: list[float], y: list[float], colour: str, look: Look, width: int) -> None:
    if x:
        fig.add_scatter(
            x=x, y=y, mode="markers", hoverinfo="skip",
            marker={"symbol": "line-ns", "size": look.size(11), "line": {"color": colour, "width": look.size(width)}},
        )


def _pace(fig: go.Figure, drawn: pd.DataFrame, look: Look) -> None:
    """One dashed line where every row has the same pace, else a short dashed tick per row."""
    paces = drawn["time_progress"].dropna()
    if paces.empty:
        return
    t = look.tokens
    if paces.max() - paces.min() < 0.05:
        fig.add_vline(x=float(paces.iloc[0]), line={"color": t.pace, "width": look.size(1.5), "dash": "dash"})
        text = _("Pace {share}").format(share=percent(paces.iloc[0]).replace(".0%", "%"))
        fig.add_annotation(
            **theme.label(text, look, t.pace), x=float(paces.iloc[0]), y=1, yref="paper", yanchor="bottom",
        )
        return
    for i, pace in enumerate(drawn["time_progress"]):
        if not absent(pace):
            line = {"color": t.pace, "width": look.size(1.5), "dash": "dot"}
            fig.add_shape(type="line", x0=pace, x1=pace, y0=i - 0.42, y1=i + 0.42, line=line)
    fig.add_annotation(
        **theme.label(_("Dotted: each row's own pace"), look, t.pace), x=1, xref="paper", xanchor="right",
        y=1, yref="paper", yanchor="bottom",
    )


def _has_range(row) -> bool:
    high = getattr(row, "target_high", None)
    return not absent(high) and not absent(row.target) and row.target > 0


def _verdict(row) -> str:
    shape, word = theme.status_shape(row.status), theme.status_word(row.status)
    return f"<b>{percent(row.completion)}</b> {shape}{word}"


def _hover(row) -> str:
    lines = [
        f"<b>{theme.safe(row.label)}</b>",
        _("Actual {actual}, target {target}").format(actual=card(row.actual, row.unit), target=card(row.target, row.unit)),
        _("Completion {share}").format(share=percent(row.completion)),
    ]
    if not absent(row.gap):
        lines.append(_("Against pace {gap} points").format(gap=points(row.gap)))
    return "<br>".join(lines)
