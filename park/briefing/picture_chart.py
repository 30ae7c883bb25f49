"""A slide's chart as a Plotly figure with title, subtitle and source: the same values, texts and colours as on the slide."""

from __future__ import annotations

import plotly.graph_objects as go

from park.charts.theme import FOOT, HEAD, LIGHT, Caption, Look, figure, label, safe, wrap_wide

from .chart_axis import kinds, labelled
from .deck_text import shortened
from .model import Briefing, Chart, Series, Slide

WIDE, HIGH = 960, 540  # as a slide's 13.33 x 7.5 inches at 72 points; drawn at twice that it is 1920 x 1080
LOOK = Look()
UNDER, BESIDE = 72, 34  # half-width columns of all names below the columns together, of a name beside its bar
EDGE = 16
LINE = 88  # half-width columns of a line of the title; it has two


def chart_figure(briefing: Briefing, slide: Slide) -> go.Figure:
    """The chart of a slide that has one, 960 x 540, light, with everything that its picture says."""
    chart = slide.chart
    caption = Caption(_title(slide.title.text), slide.subtitle, briefing.source_line, slide.simulated)
    fig = figure(caption, LOOK, HIGH - HEAD - FOOT)
    (_level if chart.level else _upright)(fig, chart)
    legend, left = kinds(chart) > 1, _left(chart)
    fig.update_layout(
        width=WIDE, height=HIGH, margin={"l": left, "r": EDGE + _room(chart), "t": 112 if legend else 92}, title={"pad": {"l": EDGE}},
        showlegend=legend, bargap=0.38, bargroupgap=0.06,
        legend={"orientation": "h", "x": 1, "xanchor": "right", "y": 1.02, "yanchor": "bottom", "font": {"size": 13}},
    )
    fig.update_xaxes(automargin=False)
    fig.update_yaxes(automargin=False)
    fig.layout.annotations[0].xshift = EDGE - left  # the source stands under the title, whatever the names beside the bars take
    return fig


def _title(text: str) -> str:
    """The finding on two lines: without its last clauses where it is longer; what even then does not fit ends in "…"."""
    text = shortened(text, lambda one: len(wrap_wide(one, LINE)) <= 2)
    lines = wrap_wide(text, LINE)
    return text if len(lines) <= 2 else f"{text[: len(lines[0] + lines[1]) - 2].rstrip()}…"


def _room(chart: Chart) -> int:
    """Pixels at the right for the names behind the lines' ends."""
    return max((_pixels(f"{one.name} {one.texts[-1]}") for one in chart.series if one.labels == "name"), default=0)


def _left(chart: Chart) -> int:
    """Pixels left of the plot: the names of level bars, the figures of a shown axis."""
    if chart.level:
        return EDGE + 10 + max(_pixels(line) for name in chart.categories for line in wrap_wide(name, BESIDE)[:2])
    return EDGE if labelled(chart) else EDGE + 44


def _pixels(text: str) -> int:
    """The width of a text in small type, rather too wide than too narrow."""
    return sum(14 if ord(ch) >= 0x2500 else 8 for ch in text)


def _upright(fig: go.Figure, chart: Chart) -> None:
    """Columns with lines or ticks over them; places are numbers, so that two categories of one name stay two."""
    count = len(chart.categories)
    for one in chart.series:
        (_columns if one.drawn == "bar" else _ticks if one.look == "target" else _line)(fig, one)
    if any(one.drawn == "line" for one in chart.series):
        _grounded(fig, chart)
    width = max(8, UNDER * 2 // count)
    names = ["<br>".join(safe(line) for line in wrap_wide(name, width)[:3]) for name in chart.categories]
    axis = {"tickvals": list(range(count)), "ticktext": names, "range": [-0.5, count - 0.5], "tickangle": 0}
    fig.update_xaxes(axis | {"tickfont": {"size": 13 if count < 9 else 12, "color": LOOK.tokens.text}})
    fig.update_yaxes(range=_reach(chart, 0.12), visible=not labelled(chart))


def _level(fig: go.Figure, chart: Chart) -> None:
    """Level bars, the first on top, their names at the left."""
    for one in chart.series:
        fig.add_bar(**_bar(one), x=one.values, y=list(range(len(one.values))), orientation="h")
    names = ["<br>".join(safe(line) for line in wrap_wide(name, BESIDE)[:2]) for name in chart.categories]
    axis = {"tickvals": list(range(len(names))), "ticktext": names, "range": [len(names) - 0.5, -0.5], "showgrid": False}
    fig.update_yaxes(axis | {"tickfont": {"size": 13, "color": LOOK.tokens.text}})
    fig.update_xaxes(range=_reach(chart, 0.1), visible=not labelled(chart))
    fig.add_vline(x=0, line={"color": LOOK.tokens.muted, "width": 1})


def _columns(fig: go.Figure, one: Series) -> None:
    fig.add_bar(**_bar(one), x=list(range(len(one.values))), y=one.values)


def _grounded(fig: go.Figure, chart: Chart) -> None:
    """Where lines run over the columns, their figures stand on a ground of their own; such charts have one kind of column."""
    fig.update_traces(text=None, selector={"type": "bar"})
    for one in chart.series:
        if one.drawn == "bar":
            for n, text in enumerate(_shown(one)):
                if text:
                    above = {"yanchor": "bottom", "yshift": 2} if one.values[n] >= 0 else {"yanchor": "top", "yshift": -2}
                    fig.add_annotation(**label(safe(text), LOOK), x=n, y=one.values[n], bgcolor=LOOK.tokens.paper, borderpad=1, **above)


def _bar(one: Series) -> dict:
    """Colours, hatching and the figures at the bars' ends."""
    colours = [_paint(name) for name in one.colours or [one.look] * len(one.values)]
    hatched = one.hatched or (False,) * len(one.values)
    shapes = {"shape": ["/" if on else "" for on in hatched], "fgcolor": LOOK.tokens.paper, "size": 6, "solidity": 0.4}
    return {
        "name": safe(one.name), "marker": {"color": colours, "pattern": shapes, "line": {"width": 0}}, "cliponaxis": False,
        "text": [safe(text) for text in _shown(one)], "textposition": "outside", "textangle": 0, "textfont": {"size": 13 if len(one.values) < 9 else 12, "color": LOOK.tokens.text},
    }


def _shown(one: Series) -> list[str]:
    """Each point's figure, "" where none is shown: every one, or the last known only."""
    last = max((n for n, value in enumerate(one.values) if value is not None), default=-1)
    return [text if one.labels == "all" or (one.labels == "last" and n == last) else "" for n, text in enumerate(one.texts)]


def _ticks(fig: go.Figure, one: Series) -> None:
    """A target: a dark stroke across its bar, its figure beside it."""
    half = 0.36
    places = [(n, value, text) for n, (value, text) in enumerate(zip(one.values, one.texts, strict=True)) if value is not None]
    for n, value, text in places:
        fig.add_shape(type="line", x0=n - half, x1=n + half, y0=value, y1=value, line={"color": LOOK.tokens.target, "width": 3})
        fig.add_annotation(**label(safe(text), LOOK), x=n + half, y=value, xanchor="left", xshift=3)
    mark = {"symbol": "line-ew", "size": 14, "line": {"color": LOOK.tokens.target, "width": 3}}
    fig.add_scatter(name=safe(one.name), x=[None], y=[None], mode="markers", marker=mark)


def _line(fig: go.Figure, one: Series) -> None:
    """Last year or the pace, with its name and figure at an end; gaps are spanned."""
    colour = _paint(one.look)
    fig.add_scatter(
        name=safe(one.name), x=list(range(len(one.values))), y=one.values, mode="lines", connectgaps=True, showlegend=False, cliponaxis=False,
        line={"color": colour, "width": 2, "dash": "dash" if one.look == "pace" else "solid"})
    known = [n for n, value in enumerate(one.values) if value is not None]
    if not known or one.labels not in ("name", "first"):
        return
    first = one.labels == "first"
    place = known[0] if first else known[-1]
    where = {"xanchor": "left", "yanchor": "bottom", "xshift": -30} if first else {"xanchor": "left", "yanchor": "middle", "xshift": 6}
    fig.add_annotation(**label(f"{safe(one.name)} {safe(one.texts[place])}", LOOK, LOOK.tokens.muted), x=place, y=one.values[place], **where)


def _reach(chart: Chart, room: float) -> list[float]:
    """The value axis from zero over all marks, with room for the figures at their ends."""
    known = [value for one in chart.series for value in one.values if value is not None]
    low, high = min([*known, 0.0]), max([*known, 0.0])
    spare = (high - low or 1.0) * room
    return [low - spare if low < 0 else 0.0, high + spare if high > 0 else 0.0]


def _paint(name: str) -> str:
    return name if name.startswith("#") else getattr(LIGHT, name)
