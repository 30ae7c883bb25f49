"""Share against growth, one circle per cluster: answers which are large and growing, and which only one of both."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.catalogue.names import UNALLOCATED, part_name
from park.locale import _
from park.locale.numbers import percent, signed_percent

from . import theme
from .spots import Board, Spot, around
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
    board = Board(*_ranges(rows, whole_growth), size=12)
    for row in rows.itertuples():
        board.disc(float(row.share), float(row.growth), _reach(row, largest))
    if whole_growth is not None:
        fig.add_hline(y=whole_growth, line={"color": t.pace, "width": look.size(1.4), "dash": "dash"})
        board.line([(board.xrange[0], whole_growth), (board.xrange[1], whole_growth)])
        words = _("Park {growth}").format(growth=signed_percent(whole_growth))
        spots = [Spot(board.xrange[1], whole_growth, "right", edge, 0, shift) for edge, shift in (("bottom", 2), ("top", -2), ("bottom", 18), ("top", -18))]
        fig.add_annotation(**theme.label(words, look, t.pace), **board.place(words, spots, look))
    for row in rows.itertuples():
        name = part_name(row.cluster)
        spots = around(float(row.share), float(row.growth), _reach(row, largest) + 4)
        fig.add_annotation(**theme.label(theme.safe(name), look), **board.place(name, spots, look))
    without = [c for c in known["cluster"] if c not in set(rows["cluster"])]
    if without:
        fig.add_annotation(
            **theme.label(_("No growth: {names}").format(names="、".join(theme.safe(part_name(c)) for c in without)), look, t.muted), x=0, xref="paper",
            xanchor="left", y=0, yref="paper", yanchor="bottom",
        )
    _axes(fig, rows, whole_growth, look)
    return fig


def _reach(row, largest: float) -> float:
    """The radius of a cluster's circle in pixels."""
    return max(28 * (abs(float(row.value)) / largest) ** 0.5, 4)


def _ranges(rows: pd.DataFrame, whole_growth: float | None) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both axes with zero in sight, and room for the circles and their names."""
    heights = [*rows["growth"].astype(float), 0.0, *([whole_growth] if whole_growth is not None else [])]
    room = (max(heights) - min(heights)) or 1.0
    return (0.0, float(rows["share"].max()) * 1.22), (min(heights) - 0.18 * room, max(heights) + 0.3 * room)


def _axes(fig: go.Figure, rows: pd.DataFrame, whole_growth: float | None, look: Look) -> None:
    across, up = _ranges(rows, whole_growth)
    fig.update_xaxes(range=across, ticksuffix="%", showgrid=True)
    fig.update_yaxes(range=up, ticksuffix="%", zeroline=True)
    theme.unit_label(fig, _("Growth"), look)
    fig.add_annotation(
        **theme.label(_("Share of the park"), look, look.tokens.muted), x=1, xref="paper", xanchor="right", y=0, yref="paper",
        yanchor="bottom",
    )
