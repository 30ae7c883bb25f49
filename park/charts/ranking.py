"""Parts in order of one figure: land developed, output or tax per 亩."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.catalogue.names import TOTAL, part_name
from park.locale import _
from park.locale.numbers import absent, full, join, scale_for, short

from . import theme
from .theme import Caption, Look

INSIDE = 0.35  # from which share of the longest bar on a bar has room for its own figure


def ranking(rows: pd.DataFrame, column: str, unit: str, caption: Caption, look: Look, threshold: float | None = None, why: str = "") -> go.Figure:
    """One bar per part, largest first; the whole's figure as a dashed line; a `threshold` as a dark line.

    why: what to say where no part has the figure.

    rows: park.questions.land with a column `part`; parts without the figure are named below, never drawn as zero.
    """
    known = rows[rows[column].notna() & (rows["part"] != TOTAL)].sort_values(column, ascending=False, kind="stable")
    if known.empty:
        return theme.blank(caption, look, why or _("Not available: land developed to date is not reported for any part"))
    whole = rows[(rows["part"] == TOTAL) & rows[column].notna()]
    average = None if whole.empty else float(whole[column].iloc[0])
    scale = scale_for([*known[column], average, threshold], unit)
    t, fig = look.tokens, theme.figure(caption, look, height=34 * len(known) + 56)
    values = [scale.of(v) for v in known[column]]
    names = [theme.safe(part_name(p)) for p in known["part"]]
    fig.add_bar(y=names, x=values, orientation="h", width=0.56, marker={"color": t.actual}, hoverinfo="text", customdata=known.index.tolist(),
                hovertext=[f"{n}: {join(full(v), scale.unit)}" for n, v in zip(names, values, strict=True)])
    top = max([*values, scale.of(average) or 0, scale.of(threshold) or 0])
    marked = average is not None or threshold is not None
    for name, value in zip(names, values, strict=True):
        inside = marked and value > INSIDE * top  # beside its bar the figure would hide the line
        place = {"xanchor": "right", "xshift": -look.size(5)} if inside else {"xanchor": "left", "xshift": look.size(3), "bgcolor": t.paper, "borderpad": look.size(2)}
        fig.add_annotation(**theme.label(f"<b>{short(value)}</b>", look, t.paper if inside else t.text), x=max(value, 0), y=name, **place)
    _mark(fig, average, scale, _("Park {figure}"), "dash", look)
    _mark(fig, threshold, scale, _("Threshold {figure}"), "solid", look, lift=15)
    fig.update_yaxes(autorange="reversed", showgrid=False, type="category", tickfont={"size": look.size(13), "color": t.text})
    fig.update_xaxes(range=[min(0.0, *values), top * 1.18 or 1], showgrid=True, tickformat=",")
    theme.unit_label(fig, scale.unit, look)
    return fig


def _mark(fig: go.Figure, value: float | None, scale, words: str, dash: str, look: Look, lift: int = 0) -> None:
    if absent(value):
        return
    x = scale.of(value)
    fig.add_vline(x=x, line={"color": look.tokens.pace, "width": look.size(1.4), "dash": dash}, layer="below")
    fig.add_annotation(
        **theme.label(words.format(figure=short(x)), look, look.tokens.pace), x=x, y=1, yref="paper", yanchor="bottom",
        yshift=look.size(lift),
    )
