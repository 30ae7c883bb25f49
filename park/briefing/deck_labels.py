"""The labels of a native chart: numbers that follow an edit, names at the ends of lines, kept apart where they would meet."""

from __future__ import annotations

from collections import Counter

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from .deck_style import Style, fonts
from .model import Chart, Series, number_format

SMALL, LABEL = 12, 14
FLAGS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
APART, BESIDE = 0.055, 0.032  # of the chart's height between two names; of its width beside a column


def usual_format(series: Series) -> str:
    """The number format that most of the series' values have."""
    known = Counter(number_format(text) for text in series.texts if text)
    return known.most_common(1)[0][0] if known else "General"


def nudges(chart: Chart, reach: float) -> dict[str, tuple[float, float]]:
    """How far the names at the lines' ends move, as parts of the chart's width and height: beside a column that ends there, and apart.

    reach: from the lowest to the highest value of the axis.
    """
    named = [one for one in chart.series if one.labels == "name" and one.values[-1] is not None]
    across = BESIDE if any(one.drawn == "bar" and one.values[-1] is not None for one in chart.series) else 0.0
    heights = sorted(((one.values[-1] / reach, one.name) for one in named), reverse=True)
    moved = {name: 0.0 for _height, name in heights}
    for (above, upper), (below, lower) in zip(heights, heights[1:], strict=False):
        if above - below < APART:
            down = 0.0 if below < APART / 2 else 0.5  # a name at the foot would meet the months
            moved[upper] -= (APART - (above - below)) * (1 - down)
            moved[lower] += (APART - (above - below)) * down
    return {name: (across, down) for name, down in moved.items() if across or down}


def add_labels(ser, series: Series, style: Style, crossed: bool, nudge: tuple[float, float] | None = None) -> None:
    """Labels as numbers with their own format, so that they follow an edit; the last point's only, or every point's.

    crossed: lines run over the bars, so that labels need a ground of their own. nudge: how far a name at a line's end moves.
    """
    known = [n for n, value in enumerate(series.values) if value is not None]
    named, usual = series.labels in ("name", "first"), usual_format(series)
    shown = {"all": known, "none": [], "first": known[:1]}.get(series.labels, known[-1:])
    where = ("t" if series.labels == "first" else "r") if series.drawn == "line" else "outEnd"
    labels = etree.SubElement(ser, qn("c:dLbls"))
    for place in shown:
        own = number_format(series.texts[place])
        if series.labels != "all" or own != usual:
            point = etree.SubElement(labels, qn("c:dLbl"))
            etree.SubElement(point, qn("c:idx")).set("val", str(place))
            if nudge:
                point.append(_moved(*nudge))
            _label(point, own, where, style, series, value=True, name=named, ground=crossed)
    _label(labels, usual, where, style, series, value=series.labels == "all" and bool(known), name=False, ground=crossed)
    before = next((child for child in ser if child.tag in (qn("c:cat"), qn("c:val"))), None)
    if before is not None:
        before.addprevious(labels)


def _label(parent, code: str, where: str, style: Style, series: Series, *, value: bool, name: bool, ground: bool) -> None:
    if value:
        etree.SubElement(parent, qn("c:numFmt")).attrib.update({"formatCode": code, "sourceLinked": "0"})
        paper = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>' if ground and series.look != "target" else "<a:noFill/>"
        parent.append(parse_xml(f'<c:spPr {nsdecls("c", "a")}>{paper}<a:ln><a:noFill/></a:ln></c:spPr>'))
        parent.append(_text(style, LABEL if len(series.values) <= 8 else SMALL, bold=series.look == "actual"))
        etree.SubElement(parent, qn("c:dLblPos")).set("val", where)
    for flag in FLAGS:
        on = (flag == "showVal" and value) or (flag == "showSerName" and name)
        etree.SubElement(parent, qn(f"c:{flag}")).set("val", "1" if on else "0")
    if name:
        etree.SubElement(parent, qn("c:separator")).text = " "


def _moved(across: float, down: float):
    return parse_xml(f'<c:layout {nsdecls("c")}><c:manualLayout><c:x val="{across:.4f}"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>')


def _text(style: Style, size: float, bold: bool = False):
    """Text properties of a part of a chart with both faces."""
    made = parse_xml(
        f'<c:txPr {nsdecls("c", "a")}><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size * 100}" b="{int(bold)}"/></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )
    fonts(made.find(f".//{qn('a:defRPr')}"), style)
    return made
