"""Projects on the calendar: answers which wait too long, and how long building takes."""

from __future__ import annotations

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from park.locale import _
from park.locale.numbers import calendar_words

from . import theme
from .theme import Caption, Look

TICKS = 4  # months named below the line
DAY = 24 * 60 * 60 * 1000  # milliseconds: how Plotly measures a length on a calendar


def timeline(rows: pd.DataFrame, segments: pd.DataFrame, day: date | None, caption: Caption, look: Look) -> go.Figure:
    """One line per project, its stretches of time one after the other: waiting grey, past the planned start hatched amber, building blue,
    completed light blue; a dark mark where production began. The dashed line is the last day shown.

    rows, segments, day: of park.questions.timeline; projects are drawn in the order of `rows`. Click data: the row's position.
    """
    if rows.empty or day is None:
        return theme.blank(caption, look, _("No project of the ledger has a date"))
    t, fig = look.tokens, theme.figure(caption, look, height=24 * len(rows) + 70)
    place = {key: n for n, key in enumerate(zip(rows["project"], rows["firm"], strict=True))}
    drawn = [one for one in segments.itertuples() if (one.project, one.firm) in place]
    for phase, (name, marker) in _phases(look).items():
        here = [one for one in drawn if one.phase == phase]
        if not here:
            continue
        fig.add_bar(
            y=[place[one.project, one.firm] for one in here], base=[one.begin.isoformat() for one in here],
            x=[max(one.days, 1) * DAY for one in here], orientation="h", width=0.6, name=name, marker=marker,
            customdata=[place[one.project, one.firm] for one in here], hoverinfo="text",
            hovertext=[f"<b>{theme.safe(one.project)}</b><br>{_hover(one, name)}" for one in here],
        )
    _production(fig, rows, place, day, look)
    fig.add_vline(x=day.isoformat(), line={"color": t.pace, "width": look.size(1.4), "dash": "dash"})
    fig.update_yaxes(
        tickmode="array", tickvals=list(place.values()), ticktext=[theme.safe(project) for project, _firm in place], showgrid=False, zeroline=False,
        range=[len(place) - 0.4, -0.6], tickfont={"size": look.size(12), "color": t.text},
    )
    _calendar(fig, drawn, day, look)
    fig.update_layout(barmode="overlay", showlegend=True, legend={
        "orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom", "font": {"size": look.size(12)},
    })
    return fig


def _phases(look: Look) -> dict[str, tuple[str, dict]]:
    """Phase -> its word and its look; the shapes tell them apart in grey too."""
    t = look.tokens
    hatched = {"color": t.amber, "pattern": {"shape": "/", "fgcolor": t.amber, "bgcolor": t.paper, "size": 5, "solidity": 0.45}, "line": {"color": t.amber, "width": 1}}
    return {
        "waiting": (_("Waiting to start"), {"color": t.last_year}), "late": (_("Past the planned start"), hatched),
        "building": (_("Under construction"), {"color": t.actual}), "finishing": (_("Completed, not yet producing"), {"color": t.soft}),
    }


def _hover(one, name: str) -> str:
    until = _("until now") if one.open else one.until.isoformat()
    return _("{phase}: {begin} – {until}, {days} days").format(phase=name, begin=one.begin.isoformat(), until=until, days=one.days)


def _production(fig: go.Figure, rows: pd.DataFrame, place: dict, day: date, look: Look) -> None:
    """A mark where production began, as far as that is past."""
    marks = [(row.in_production, place[row.project, row.firm]) for row in rows.itertuples()
             if isinstance(row.in_production, str) and row.in_production[:10] <= day.isoformat()]
    if marks:
        fig.add_scatter(
            x=[when if len(when) > 7 else f"{when}-28" for when, _n in marks], y=[n for _when, n in marks], mode="markers", name=_("In production"),
            marker={"symbol": "diamond", "size": look.size(9), "color": look.tokens.target}, customdata=[n for _when, n in marks],
            hoverinfo="text", hovertext=[f"{_('In production')}: {when}" for when, _n in marks],
        )


def _calendar(fig: go.Figure, drawn: list, day: date, look: Look) -> None:
    """Months below the line, in the words of the language in use."""
    first = min(one.begin for one in drawn).replace(day=1)  # so that the first month named, with its year, is in sight
    months = pd.period_range(first, day, freq="M")
    shown = [str(m) for m in months[:: -(-len(months) // TICKS)]]
    fig.update_xaxes(
        type="date", tickmode="array", tickvals=[f"{m}-01" for m in shown], ticktext=calendar_words(shown), tickangle=0, showgrid=True,
        range=[first.isoformat(), (pd.Timestamp(day) + pd.Timedelta(days=max((day - first).days // 60, 2))).strftime("%Y-%m-%d")],
    )
