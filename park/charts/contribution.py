"""Contributions that add up to the total's growth: answers who pulls and who drags."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.catalogue.names import TOTAL, UNALLOCATED, part_name
from park.locale import _
from park.locale.numbers import points, signed_percent

from . import theme
from .theme import Caption, Look


def contribution(growth: pd.DataFrame, caption: Caption, look: Look) -> go.Figure:
    """A waterfall: each part begins where the last one ended, the total stands apart and begins at zero.

    growth: park.questions.growth with `by`; its last row is the total. Click data: the part. What was not allocated is hatched grey.
    """
    parts = growth[(growth["part"] != TOTAL) & growth["contribution"].notna()]
    total = growth[(growth["part"] == TOTAL) & growth["contribution"].notna()]
    if parts.empty or total.empty:
        return theme.blank(caption, look, _("No contributions: the base of the same period a year earlier is missing"))
    parts = pd.concat([_sorted(parts[parts["part"] != UNALLOCATED]), parts[parts["part"] == UNALLOCATED]])
    t, fig = look.tokens, theme.figure(caption, look, height=38 * (len(parts) + 1) + 60)
    values = [float(v) for v in parts["contribution"]]
    bases = [sum(values[:i]) for i in range(len(values))]
    names = [theme.safe(part_name(p)) for p in parts["part"]]
    open_ = [p == UNALLOCATED for p in parts["part"]]
    fig.add_bar(
        y=names, x=values, base=bases, orientation="h", width=0.56, hovertext=[
            f"{n}: {points(v)}, {_('own growth')} {signed_percent(g)}" for n, v, g in zip(names, values, parts["growth"], strict=True)
        ], hoverinfo="text", customdata=list(parts["part"]),
        marker={
            "color": [t.unallocated if o else (t.teal if v >= 0 else t.amber) for v, o in zip(values, open_, strict=True)],
            "line": {"color": [t.unallocated if o else "rgba(0,0,0,0)" for o in open_], "width": 1},
            "pattern": {"shape": ["/" if o else "" for o in open_], "fgcolor": t.unallocated, "bgcolor": t.paper, "size": 6, "solidity": 0.3},
        },
    )
    whole = float(total["contribution"].iloc[0])
    fig.add_bar(
        y=[part_name(TOTAL)], x=[whole], orientation="h", width=0.56, marker={"color": t.actual}, hoverinfo="none", customdata=[TOTAL],
    )
    for name, base, value in [*zip(names, bases, values, strict=True), (part_name(TOTAL), 0.0, whole)]:
        end = max(base, base + value)
        fig.add_annotation(**theme.label(points(value), look), x=end, y=name, xanchor="left", xshift=look.size(5))
    fig.update_yaxes(
        autorange="reversed", showgrid=False, tickfont={"size": look.size(13), "color": t.text}, type="category",
    )
    edges = [0.0, whole, *bases, *(b + v for b, v in zip(bases, values, strict=True))]
    room = (max(edges) - min(edges)) or 1.0
    fig.update_xaxes(
        range=[min(edges) - (0.06 * room if min(edges) < 0 else 0), max(edges) + 0.05 * room], zeroline=True, showgrid=True,
    )
    theme.unit_label(fig, _("percentage points"), look)
    fig.update_layout(barmode="overlay", margin={"r": look.size(44)})
    return fig


def _sorted(parts: pd.DataFrame) -> pd.DataFrame:
    return parts.sort_values("contribution", ascending=False, kind="stable")
