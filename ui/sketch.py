"""A slide's chart as a picture for the page: the same marks, labels, axis and order at the same size, in points of the slide."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from park.briefing.chart_axis import bounds, kinds, labelled
from park.briefing.model import Chart, Series
from park.charts.theme import FONTS, LIGHT

WIDE, HIGH = 572, 358  # of the chart on our own slide
SMALL, LABEL = 12, 14
RIGHT = 78  # for the names at the lines' ends
HATCH = f'<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" fill="{LIGHT.unallocated}"/></pattern></defs>'


def sketch(chart: Chart) -> str:
    """The chart as an address of an SVG picture, light as the slide is; values and texts are the slide's own."""
    drawn = (_level if chart.level else _upright)(chart)
    face, size = FONTS.replace("'", ""), SMALL if len(chart.categories) > 8 else LABEL
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="{face}" font-size="{size}" fill="{LIGHT.text}">{HATCH}{drawn}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"


def _bars(chart: Chart) -> list[Series]:
    return [one for one in chart.series if one.drawn == "bar"]


def _paint(one: Series, place: int) -> str:
    if one.hatched and one.hatched[place]:
        return "url(#h)"
    name = one.colours[place] if one.colours else one.look
    return name if name.startswith("#") else getattr(LIGHT, name)


def _shown(one: Series, place: int) -> bool:
    last = max((n for n, v in enumerate(one.values) if v is not None), default=-1)
    return one.labels == "all" or (one.labels == "last" and place == last)


def _size(text: str, size: float) -> float:
    return sum(size if ord(ch) >= 0x2500 else size * 0.6 for ch in text)


def _text(x: float, y: float, text: str, anchor: str = "middle", more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{escape(text)}</text>'


def _legend(chart: Chart) -> str:
    """The kinds of marks in the middle above the plot, "" where one kind stands alone."""
    if kinds(chart) < 2:
        return ""
    named = [one for one in chart.series if one.drawn == "bar" or one.look == "target"]
    at, parts = (WIDE - sum(_size(one.name, LABEL) + 30 for one in named)) / 2, []
    for one in named:
        high = 3 if one.look == "target" else 9
        parts.append(f'<rect x="{at:.1f}" y="{10 - high / 2:.1f}" width="10" height="{high}" fill="{getattr(LIGHT, one.look)}"/>' + _text(at + 14, 15, one.name, "start"))
        at += _size(one.name, LABEL) + 30
    return "".join(parts)


def _level(chart: Chart) -> str:
    """Level bars, the names at the left."""
    size = SMALL if len(chart.categories) > 8 else LABEL
    bars, above = _bars(chart), 24 if kinds(chart) > 1 else 0
    row, (low, high) = (HIGH - above) / len(chart.categories), bounds(chart)
    needed = max(_size(name, size) for name in chart.categories)
    left, small = min(needed + 8, WIDE * 0.5), f' font-size="{min(size, size * (WIDE * 0.5 - 8) / needed):.1f}"'
    thick = min(row * (0.62 if len(bars) == 1 else 0.74), 80) / len(bars)
    zero = left + (WIDE - left) * -low / (high - low)
    parts = [_legend(chart), *(_text(left - 6, above + row * (n + 0.5) + 5, name, "end", small) for n, name in enumerate(chart.categories))]
    for place, one in enumerate(bars):
        for n, value in enumerate(one.values):
            if value is None:
                continue
            end = zero + (WIDE - left) * value / (high - low)
            top = above + row * (n + 0.5) - thick * len(bars) / 2 + thick * place
            parts.append(f'<rect x="{min(zero, end):.1f}" y="{top:.1f}" width="{abs(end - zero):.1f}" height="{thick:.1f}" fill="{_paint(one, n)}"/>')
            if _shown(one, n):
                side = ("end", -4) if value < 0 else ("start", 4)
                parts.append(_text(end + side[1], top + thick / 2 + 5, one.texts[n], side[0], ' font-weight="bold"' if one.look == "actual" else ""))
    return "".join(parts) + f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="{above}" y2="{HIGH}" stroke="{LIGHT.muted}"/>'


def _upright(chart: Chart) -> str:
    """Columns with lines or ticks over them, the names below, an axis where not every column carries its figure."""
    left, right = (4 if labelled(chart) else 52), (RIGHT if any(one.labels == "name" for one in chart.series) else 6)
    top, foot = (28 if kinds(chart) > 1 else 10), HIGH - 26
    (low, high), bars, slot = bounds(chart), _bars(chart), (WIDE - left - right) / len(chart.categories)
    scale = (foot - top) / (high - low)
    zero, centre = foot + low * scale, [left + slot * (n + 0.5) for n in range(len(chart.categories))]
    parts = [_legend(chart), *([] if labelled(chart) else _grid(low, high, zero, scale, left, WIDE - right))]
    parts += [_text(x, HIGH - 6, name) for x, name in zip(centre, chart.categories, strict=True)]
    wide = min(slot * 0.62, 44 if any(one.look == "target" for one in chart.series) else 80 * len(bars)) / len(bars)
    for place, one in enumerate(bars):
        for n, value in enumerate(one.values):
            if value is None:
                continue
            at, end = centre[n] - wide * len(bars) / 2 + wide * place, zero - scale * value
            parts.append(f'<rect x="{at:.1f}" y="{min(zero, end):.1f}" width="{wide:.1f}" height="{abs(end - zero):.1f}" fill="{_paint(one, n)}"/>')
            if _shown(one, n):
                parts.append(_text(at + wide / 2, end + (15 if value < 0 else -5), one.texts[n], more=' font-weight="bold"'))
    parts += [_line(one, centre, zero, scale, wide) for one in chart.series if one.drawn == "line"]
    return "".join(parts) + f'<line x1="{left}" x2="{WIDE - right}" y1="{zero:.1f}" y2="{zero:.1f}" stroke="{LIGHT.muted}"/>'


def _grid(low: float, high: float, zero: float, scale: float, left: float, right: float) -> list[str]:
    """Four to eight level lines at round numbers with their figures."""
    step = next(size * 10.0**power for power in range(-3, 16) for size in (1, 2, 5) if (high - low) / (size * 10.0**power) <= 8)
    ticks = [step * n for n in range(round(low / step), int(high / step + 1e-9) + 1)]
    return [
        f'<line x1="{left}" x2="{right}" y1="{zero - tick * scale:.1f}" y2="{zero - tick * scale:.1f}" stroke="{LIGHT.rule}"/>'
        + _text(left - 5, zero - tick * scale + 4, f"{tick:,.10g}" if high >= 100_000 else f"{tick:.10g}", "end", f' font-size="{SMALL}"')
        for tick in ticks
    ]


def _line(one: Series, centre: list[float], zero: float, scale: float, bar: float) -> str:
    """A line with its name at its end, or ticks for a target."""
    points = [(x, zero - value * scale, text) for x, value, text in zip(centre, one.values, one.texts, strict=True) if value is not None]
    colour = getattr(LIGHT, one.look)
    if one.look == "target":
        half = bar * 0.65
        return "".join(
            f'<line x1="{x - half:.1f}" x2="{x + half:.1f}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="5"/>' + _text(x + half + 4, y + 4, text, "start")
            for x, y, text in points)
    dash = ' stroke-dasharray="6 4"' if one.look == "pace" else ""
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y, _text_ in points)
    x, y, text = points[0] if one.labels == "first" else points[-1]
    place = (x, y - 6, "middle") if one.labels == "first" else (x + 4, y + 4, "start")
    name = _text(*place[:2], f"{one.name} {text}", place[2], f' font-size="{SMALL}"') if one.labels != "none" else ""
    return f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>{name}'
