"""Month by month, beside the same month of last year: answers in which month growth turned."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import absent, full, join, scale_for, short_month

from . import theme
from .theme import Caption, Look

SHORT = 5  # characters of a month's name that fit under its bars on a phone


def months(trend: pd.DataFrame, unit: str, month: str, caption: Caption, look: Look) -> go.Figure:
    """Bars of the as-of year's months (deep blue) before those of last year (grey).

    January and February published together are one bar `1-2月`, drawn from February's cumulative figure, in both years, so
    that like stands beside like. trend: park.questions.trend. Click data: the month, YYYY-MM.
    """
    year = int(month[:4])
    this, before = _monthly(trend, year), _monthly(trend, year - 1)
    if not this:
        return theme.blank(caption, look, _("No monthly figures in {year}").format(year=year))
    if (1, 2) in this or (1, 2) in before:
        this, before = _joined(this, trend, year), _joined(before, trend, year - 1)
    scale = scale_for([*this.values(), *before.values()], unit)
    drawn = {*this, *before}
    taken = {month for slot in drawn for month in slot}
    slots = sorted(drawn | {(month,) for month in range(1, 13) if month not in taken})  # a whole year, so that one month is one narrow bar
    names = [_slot(s) for s in slots]
    below = [name if len(name) <= SHORT else name.replace("-", "-<br>") for name in names]
    room = 14 if any("<br>" in name for name in below) else 0
    t, fig = look.tokens, theme.figure(caption, look, height=300 + room)
    for name, values, colour in ((str(year - 1), before, t.last_year), (str(year), this, t.actual)):
        if not values:
            continue
        y = [scale.of(values.get(s)) for s in slots]
        fig.add_bar(
            x=names, y=y, name=name, marker={"color": colour}, customdata=[f"{name}-{s[-1]:02d}" for s in slots],
            hovertext=["" if absent(v) else f"{name} · {n}: {join(full(v), scale.unit)}" for n, v in zip(names, y, strict=True)],
            hoverinfo="text",
        )
    fig.update_xaxes(
        type="category", tickmode="array", tickvals=names, ticktext=below,
        tickfont={"size": look.size(11)},
    )
    fig.update_yaxes(tickformat=",")
    theme.unit_label(fig, scale.unit, look)
    fig.update_layout(barmode="group", margin={"b": look.size(theme.FOOT + 30 + room)}, showlegend=bool(before), legend={
        "orientation": "h", "x": 1, "xanchor": "right", "y": 1.0, "yanchor": "bottom",
        "font": {"size": look.size(12)},
    })
    return fig


def _monthly(trend: pd.DataFrame, year: int) -> dict[tuple[int, ...], float]:
    """Slot (one month, or January with February) -> value of a year."""
    values = {}
    for row in trend[trend["month"].str.startswith(str(year))].itertuples():
        number = int(row.month[5:])
        if not absent(row.value_month):
            values[(number,)] = float(row.value_month)
        elif number == 2 and not absent(row.value_ytd) and (1,) not in values:
            values[(1, 2)] = float(row.value_ytd)
    return values


def _joined(values: dict, trend: pd.DataFrame, year: int) -> dict:
    """The same with January and February as one slot, from February's cumulative figure."""
    february = trend[(trend["month"] == f"{year}-02") & trend["value_ytd"].notna()]
    rest = {slot: v for slot, v in values.items() if slot not in ((1,), (2,), (1, 2))}
    return ({(1, 2): float(february["value_ytd"].iloc[0])} if len(february) else {}) | rest


def _slot(slot: tuple[int, ...]) -> str:
    return short_month(slot[0]) if len(slot) == 1 else _("Jan-Feb")
