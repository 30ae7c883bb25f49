"""A slide's chart in small, as a picture for the page: the same marks, labels and order, without PowerPoint."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from park.briefing.model import Chart, Series
from park.charts.theme import FONTS, Look

WIDE, HIGH, EDGE, NAMES = 560, 260, 26, 190


def sketch(chart: Chart, look: Look) -> str:
    """The chart as an address of an SVG picture; values and texts are the slide's own."""
    values = [v for one in chart.series for v in one.values if v is not None]
    low, high = min([*values, 0.0]), max([*values, 0.0])
    drawn = (_level if chart.level else _upright)(chart, look, low, (high - low) or 1.0)
    face = FONTS.replace("'", "")
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="{face}" font-size="11" fill="{look.tokens.text}">{drawn}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"


def _bars(chart: Chart) -> list[Series]:
    return [one for one in chart.series if one.drawn == "bar"]


def _paint(one: Series, place: int, look: Look) -> str:
    name = one.colours[place] if one.colours else one.look
    return name if name.startswith("#") else getattr(look.tokens, name)


def _labelled(one: Series, place: int) -> bool:
    last = max((n for n, v in enumerate(one.values) if v is not None), default=-1)
    return one.labels == "all" or (one.labels in ("last", "name") and place == last) or (one.labels == "first" and place == 0)


def _level(chart: Chart, look: Look, low: float, span: float) -> str:
    """Level bars, the names at the left."""
    bars, row = _bars(chart), HIGH / len(chart.categories)
    left = NAMES + (44 if low < 0 else 8)  # a falling bar carries its figure at its left
    thick, room = row * 0.62 / len(bars), WIDE - left - 64
    zero = left + room * -low / span
    parts = [f'<text x="{NAMES - 4}" y="{row * (n + 0.5) + 4:.1f}" text-anchor="end">{escape(name[:18])}</text>' for n, name in enumerate(chart.categories)]
    for place, one in enumerate(bars):
        for n, value in enumerate(one.values):
            if value is None:
                continue
            end = zero + room * value / span
            top = row * n + row * 0.19 + thick * place
            parts.append(f'<rect x="{min(zero, end):.1f}" y="{top:.1f}" width="{abs(end - zero):.1f}" height="{thick:.1f}" fill="{_paint(one, n, look)}"/>')
            if _labelled(one, n):
                side = ("end", -4) if value < 0 else ("start", 4)
                parts.append(f'<text x="{end + side[1]:.1f}" y="{top + thick / 2 + 4:.1f}" text-anchor="{side[0]}">{escape(one.texts[n])}</text>')
    parts.append(f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="0" y2="{HIGH}" stroke="{look.tokens.muted}"/>')
    return "".join(parts)


def _upright(chart: Chart, look: Look, low: float, span: float) -> str:
    """Columns with lines or ticks over them, the names below."""
    bars, slot = _bars(chart), (WIDE - 2 * EDGE - 40) / len(chart.categories)
    tall = HIGH - 2 * EDGE
    zero = EDGE + tall * (1 + low / span)
    centre = [EDGE + slot * (n + 0.5) for n in range(len(chart.categories))]
    parts = [f'<text x="{x:.1f}" y="{HIGH - 6}" text-anchor="middle">{escape(name[:10])}</text>' for x, name in zip(centre, chart.categories, strict=True)]
    for place, one in enumerate(bars):
        wide = slot * 0.6 / len(bars)
        for n, value in enumerate(one.values):
            if value is None:
                continue
            left, end = centre[n] - slot * 0.3 + wide * place, zero - tall * value / span
            parts.append(f'<rect x="{left:.1f}" y="{min(zero, end):.1f}" width="{wide:.1f}" height="{abs(end - zero):.1f}" fill="{_paint(one, n, look)}"/>')
            if _labelled(one, n):
                parts.append(f'<text x="{left + wide / 2:.1f}" y="{end + (13 if value < 0 else -4):.1f}" text-anchor="middle">{escape(one.texts[n])}</text>')
    parts += [_line(one, look, centre, zero, tall / span) for one in chart.series if one.drawn == "line"]
    parts.append(f'<line x1="{EDGE}" x2="{WIDE - EDGE - 40}" y1="{zero:.1f}" y2="{zero:.1f}" stroke="{look.tokens.muted}"/>')
    return "".join(parts)


def _line(one: Series, look: Look, centre: list[float], zero: float, scale: float) -> str:
    """A line with its name at its end, or ticks for a target."""
    points = [(x, zero - value * scale, text) for x, value, text in zip(centre, one.values, one.texts, strict=True) if value is not None]
    colour = getattr(look.tokens, one.look)
    if one.look == "target":
        return "".join(
            f'<line x1="{x - 24:.1f}" x2="{x + 24:.1f}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="3"/><text x="{x + 27:.1f}" y="{y + 4:.1f}">{escape(text)}</text>'
            for x, y, text in points)
    dash = ' stroke-dasharray="5 4"' if one.look == "pace" else ""
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y, _text in points)
    x, y, text = points[0] if one.labels == "first" else points[-1]
    name = f'<text x="{x + (0 if one.labels == "first" else 4):.1f}" y="{y - 5:.1f}" fill="{look.tokens.muted}">{escape(one.name)} {escape(text)}</text>' if one.labels != "none" else ""
    return f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="1.6"{dash}/>{name}'
