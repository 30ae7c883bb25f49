"""Share against growth, one circle per cluster: answers which are large and growing, and which only one of both."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.catalogue.names import UNALLOCATED, part_name
from park.locale import _
from park.locale.numbers import percent, signed_percent

from . import theme
from .theme import Caption, Look


def growth_map(clusters: pd.DataFrame, whole_growth: float | None, colours: dict[str, str], caption: Caption, look: Look) -> go.Figure:
    """x: share in percent; y: growth in percent; area of a circle: value. The dashed line is the whole park's growth.

    clusters: park.questions.clusters. Clusters without growth are named in the corner, never set to zero.
    """
    known = clusters[(clusters["cluster"] != UNALLOCATED) & clusters["share"].notna()]
    rows = known[known["growth"].notna()]
    if rows.empty:
        return theme.blank(caption, look, _("No growth by cluster: no figures of the same period a year earlier"))
    t, fig = look.tokens, theme.figure(caption, look, height=320)
    largest = float(rows["value"].abs().max()) or 1.0
    fig.add_scatter(
        x=[float(v) for v in rows["share"]], y=[float(v) for v in rows["growth"]], mode="markers",
        marker={
            "size": [float(v) for v in rows["value"].abs()], "sizemode": "area", "sizeref": 2 * largest / look.size(56) ** 2,
            "sizemin": look.size(6), "color": [colours.get(c, t.unallocated) for c in rows["cluster"]], "opacity": 0.85,
            "line": {"color": t.paper, "width": 1},
        },
        customdata=list(rows["cluster"]), hoverinfo="text",
        hovertext=[f"{theme.safe(part_name(r.cluster))}<br>{_('Share')} {percent(r.share)}, {_('growth')} {signed_percent(r.growth)}" for r in rows.itertuples()],
    )
    spread = float(rows["growth"].max() - rows["growth"].min())
    for row in rows.itertuples():
        reach = look.size(max(28 * (abs(float(row.value)) / largest) ** 0.5, 4) + 4)
        side = ("right", -reach) if float(row.share) > 0.6 * float(rows["share"].max()) else ("left", reach)
        # a name that the park's line would strike through stands above it
        struck = whole_growth is not None and abs(float(row.growth) - whole_growth) < 0.05 * spread
        fig.add_annotation(
            **theme.label(theme.safe(part_name(row.cluster)), look), x=float(row.share), y=float(row.growth), xanchor=side[0], xshift=side[1],
            yshift=look.size(12 if struck else 0),
        )
    if whole_growth is not None:
        fig.add_hline(y=whole_growth, line={"color": t.pace, "width": look.size(1.4), "dash": "dash"})
        fig.add_annotation(
            **theme.label(_("Park {growth}").format(growth=signed_percent(whole_growth)), look, t.pace), x=1, xref="paper",
            xanchor="right", y=whole_growth, yanchor="bottom",
        )
    without = [c for c in known["cluster"] if c not in set(rows["cluster"])]
    if without:
        fig.add_annotation(
            **theme.label(_("No growth: {names}").format(names="、".join(theme.safe(part_name(c)) for c in without)), look, t.muted), x=0, xref="paper",
            xanchor="left", y=0, yref="paper", yanchor="bottom",
        )
    _axes(fig, rows, whole_growth, look)
    return fig


def _axes(fig: go.Figure, rows: pd.DataFrame, whole_growth: float | None, look: Look) -> None:
    heights = [*rows["growth"].astype(float), 0.0, *([whole_growth] if whole_growth is not None else [])]
    room = (max(heights) - min(heights)) or 1.0
    fig.update_xaxes(
        range=[0, float(rows["share"].max()) * 1.22], ticksuffix="%", showgrid=True,
    )
    fig.update_yaxes(
        range=[min(heights) - 0.18 * room, max(heights) + 0.3 * room], ticksuffix="%", zeroline=True,
    )
    theme.unit_label(fig, _("Growth"), look)
    fig.add_annotation(
        **theme.label(_("Share of the park"), look, look.tokens.muted), x=1, xref="paper", xanchor="right", y=0, yref="paper",
        yanchor="bottom",
    )
