"""A slide as it will be, in small: title, chart, facts or table, and foot, in the places and proportions of our own slides."""

from __future__ import annotations

from html import escape

from park.briefing.deck import FIGURE, SMALL, WORDS, title_in
from park.briefing.deck_style import BODY, FOOT, HIGH, TITLE, WIDE, Box
from park.briefing.deck_text import fitting
from park.briefing.model import Briefing, Figure, Slide, Table
from park.charts.numbers import MISSING
from park.charts.theme import LIGHT
from park.locale import _

from .sketch import sketch

POINT = 12700 / WIDE * 100  # a point of the slide, in parts of a hundred of its width
TOP = BODY.top + int(WIDE * 0.42 / 13.333)  # below the subtitle
THIRD = int((BODY.width - WIDE * 0.3 / 13.333) * 0.34)
SHEET = (
    "<style>.pb-slide{position:relative;container-type:inline-size;aspect-ratio:16/9;overflow:hidden;border:1px solid var(--pb-edge);line-height:1.2}"
    ".pb-slide>*{position:absolute;overflow:hidden;margin:0}.pb-slide table{border-collapse:collapse;width:100%}"
    ".pb-slide td,.pb-slide th{padding:.25em .4em;border-bottom:1px solid;text-align:left;font-weight:400;white-space:pre-line}"
    ".pb-slide td.n{text-align:right;white-space:nowrap}.pb-slide img{width:100%;display:block}</style>"
)


def slide_html(slide: Slide, briefing: Briefing, number: int) -> str:
    """The slide as HTML; its sizes follow its width. number: its page."""
    text, size = title_in(TITLE, slide.title.text)
    left = Box(BODY.left, TOP, BODY.width - THIRD - int(WIDE * 0.3 / 13.333), BODY.bottom - TOP)
    right = Box(left.left + left.width + int(WIDE * 0.3 / 13.333), TOP, THIRD, left.height) if slide.chart else Box(BODY.left, TOP, BODY.width, left.height)
    under = Box(BODY.left, BODY.top, BODY.width - (int(WIDE * 0.115) if slide.simulated else 0), int(HIGH * 0.04))
    parts = [
        _at(TITLE, size, f"<b style='align-self:end'>{escape(text)}</b>", "display:grid"),
        _at(under, fitting(slide.subtitle, under, (14, 13, 12, 11, 10), 1), escape(slide.subtitle), f"color:{LIGHT.muted};white-space:nowrap"),
        f'<div style="{_place(left)}"><img src="{sketch(slide.chart)}" alt="{escape(slide.subtitle)}"></div>' if slide.chart else "",
        _at(Box(BODY.left, TOP, BODY.width, left.height), 12, _table(slide.table)) if slide.table else _at(right, WORDS, _said(slide)),
        _at(FOOT, SMALL, escape(briefing.source_line), f"color:{LIGHT.muted}"),
        _at(FOOT, SMALL, str(number), f"color:{LIGHT.muted};text-align:right"),
    ]
    if slide.simulated:
        mark = Box(BODY.left + BODY.width - int(WIDE * 0.11), BODY.top, int(WIDE * 0.11), int(HIGH * 0.04))
        parts.append(_at(mark, 13, escape(_("Simulated data")), f"color:{LIGHT.muted};border:1px solid {LIGHT.muted};text-align:center"))
    return f'<div class="pb-slide" style="background:{LIGHT.paper};color:{LIGHT.text};--pb-edge:{LIGHT.rule}">{"".join(parts)}</div>'


def _said(slide: Slide) -> str:
    """Facts below one another beside a chart, side by side without one; lines below one another."""
    figure = f"font-size:{FIGURE * POINT if slide.chart else 44 * POINT:.3f}cqw;color:{LIGHT.actual};font-weight:700;line-height:1.25"
    facts = "".join(
        f'<div style="{"height:33.3%" if slide.chart else "flex:1"}"><div style="{figure}">{escape(fact.figure.text)}</div>{escape(fact.words.text)}</div>' for fact in slide.facts)
    facts = facts if slide.chart else f'<div style="display:flex;gap:2em;margin-top:8%">{facts}</div>'
    return (facts if slide.facts else "") + "".join(f'<p style="margin:0 0 .5em">{escape(line.text)}</p>' for line in slide.lines)


def _table(table: Table) -> str:
    head = "".join(f'<th style="color:{LIGHT.muted}"><b>{escape(one)}</b></th>' for one in table.header)
    rows = "".join(
        "<tr>" + "".join(f'<td class="n">{escape(cell.text)}</td>' if isinstance(cell, Figure) else f"<td>{escape(cell or MISSING)}</td>" for cell in row) + "</tr>"
        for row in table.rows)
    return f"<table><tr>{head}</tr>{rows}</table>"


def _place(box: Box) -> str:
    return f"left:{box.left / WIDE:.3%};top:{box.top / HIGH:.3%};width:{box.width / WIDE:.3%};height:{box.height / HIGH:.3%}"


def _at(box: Box, size: float, inner: str, more: str = "") -> str:
    return f'<div style="{_place(box)};font-size:{size * POINT:.3f}cqw;{more}">{inner}</div>'
