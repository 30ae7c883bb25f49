"""Native PowerPoint charts from plain charts: their workbook is inside, labels follow the data, faces are set in every text."""

from __future__ import annotations

import copy
import io
from datetime import datetime

import xlsxwriter
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from park.charts.theme import LIGHT

from .chart_axis import bounds, kinds, labelled
from .deck_labels import LABEL, SMALL, add_labels, nudges, usual_format
from .deck_style import Box, Style, fonts
from .model import Chart, Series, number_format

WIDEST_TICK, WIDEST_BAR = 44, 80  # points; a wider tick would be as thick as a bar
LARGE = 100_000  # from here on an axis separates thousands
MADE = datetime(2000, 1, 1)  # the time inside embedded workbooks: the same figures give the same bytes


def add_chart(shapes, box: Box, chart: Chart, style: Style, alt: str):
    """Draws the chart in the box; alt is what a screen reader says. Returns the graphic frame."""
    kind = XL_CHART_TYPE.BAR_CLUSTERED if chart.level else XL_CHART_TYPE.COLUMN_CLUSTERED
    frame = shapes.add_chart(kind, *(Emu(int(v)) for v in (box.left, box.top, box.width, box.height)), _data(chart))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    drawn = frame.chart
    drawn.part.chart_workbook.update_from_xlsx_blob(workbook(chart))
    drawn.has_title = False
    drawn.font.size = Pt(SMALL if len(chart.categories) > 8 else LABEL)
    style.paint(drawn.font.color, "text")
    fonts(drawn._chartSpace.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"), style)
    _series(drawn, chart, style, box)
    _axes(drawn, chart, style)
    _legend(drawn, chart, style)
    _lines(drawn, chart, style, box)
    _numbered_axes(drawn)
    return frame


def workbook(chart: Chart) -> bytes:
    """The chart's data as PowerPoint lays it out (categories in A, a series per column); every text is a text, never a formula."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Sheet1")
    for row, category in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, category)
    for column, series in enumerate(chart.series, start=1):
        sheet.write_string(0, column, series.name)
        for row, (value, text) in enumerate(zip(series.values, series.texts, strict=True), start=1):
            if value is not None:
                sheet.write_number(row, column, value, book.add_format({"num_format": number_format(text)}))
    book.close()
    return out.getvalue()


def _data(chart: Chart) -> CategoryChartData:
    data = CategoryChartData()
    data.categories = list(chart.categories)
    for series in chart.series:
        data.add_series(series.name, series.values, number_format=usual_format(series))
    return data


def _series(drawn, chart: Chart, style: Style, box: Box) -> None:
    plot = drawn.plots[0]
    bars = sum(one.drawn == "bar" for one in chart.series)
    plot.gap_width, plot.overlap = _gap(chart, box), (0 if bars == 1 else -5)
    plot.vary_by_categories = False
    low, high = bounds(chart)
    moved = nudges(chart, (high - low) or 1.0)
    for made, series in zip(plot.series, chart.series, strict=True):
        if series.drawn == "bar":
            _bars(made, series, style)
        add_labels(made._element, series, style, crossed=any(one.drawn == "line" for one in chart.series), nudge=moved.get(series.name))


def _gap(chart: Chart, box: Box) -> int:
    """The space between bars, in percent of a bar; a single bar with a tick is kept narrow enough for the tick to cross it."""
    if any(one.look == "target" for one in chart.series):
        slot = box.width / 12700 / len(chart.categories)
        return int(max(80, min(500, slot * 100 / (WIDEST_TICK * 0.75) - 100)))
    if sum(one.drawn == "bar" for one in chart.series) > 1:
        return 70
    slot = (box.height if chart.level else box.width) / 12700 / len(chart.categories)
    return int(max(60, min(500, slot * 100 / WIDEST_BAR - 100)))


def _tick(chart: Chart, box: Box) -> int:
    """A tick's width in points: somewhat wider than the bar."""
    slot = box.width / 12700 / len(chart.categories)
    return int(max(12, min(WIDEST_TICK, slot / (1 + _gap(chart, box) / 100) * 1.3)))


def _bars(made, series: Series, style: Style) -> None:
    made.format.fill.solid()
    style.paint(made.format.fill.fore_color, series.look)
    for place, colour in enumerate(series.colours):
        if series.values[place] is None:
            continue
        point = made.points[place].format.fill
        if series.hatched and series.hatched[place]:
            point.patterned()
            point.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
            style.paint(point.fore_color, "unallocated")
            style.paint(point.back_color, LIGHT.paper)
        else:
            point.solid()
            style.paint(point.fore_color, colour)
    for mark in made._element.findall(qn("c:dPt")):
        flag = mark.find(qn("c:invertIfNegative"))
        if flag is None:
            mark.find(qn("c:idx")).addnext(parse_xml(f'<c:invertIfNegative {nsdecls("c")} val="0"/>'))


def _axes(drawn, chart: Chart, style: Style) -> None:
    names, values = drawn.category_axis, drawn.value_axis
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    style.paint(names.format.line.color, "muted")
    names.reverse_order = chart.level
    if not chart.level:
        _upright_names(names, style)
    values.minimum_scale, values.maximum_scale = bounds(chart)
    values.has_major_gridlines = not labelled(chart)
    values.visible = not labelled(chart)
    if values.visible:
        values.major_tick_mark = XL_TICK_MARK.NONE
        values.format.line.fill.background()
        style.paint(values.major_gridlines.format.line.color, "rule")
        large = values.maximum_scale >= LARGE
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = ("#,##0" if large else "General"), False
        values.tick_labels.font.size = Pt(SMALL)
        fonts(values._element.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"), style)


def _upright_names(names, style: Style) -> None:
    """Names below columns wrap and are never turned."""
    names.tick_labels.font.size = None
    body = names._element.find(qn("c:txPr")).find(qn("a:bodyPr"))
    body.set("rot", "0")
    body.set("vert", "horz")
    fonts(names._element.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"), style)


def _legend(drawn, chart: Chart, style: Style) -> None:
    """Only where two kinds of bars or ticks stand side by side; lines are labelled directly."""
    drawn.has_legend = kinds(chart) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        drawn.legend.font.size = Pt(LABEL)
        fonts(drawn.legend._element.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"), style)


def _lines(drawn, chart: Chart, style: Style, box: Box) -> None:
    """Moves the line series into a line chart on the same axes; a target is a dark tick without a line."""
    area = drawn._chartSpace.find(f".//{qn('c:plotArea')}")
    bars = area.find(qn("c:barChart"))
    moved = [ser for ser, one in zip(bars.findall(qn("c:ser")), chart.series, strict=True) if one.drawn == "line"]
    if not moved:
        return
    lines = parse_xml(f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>')
    for ser, one in zip(moved, (s for s in chart.series if s.drawn == "line"), strict=True):
        for old in ser.findall(qn("c:invertIfNegative")) + ser.findall(qn("c:spPr")):
            ser.remove(old)
        look, mark = _line_look(one, style, _tick(chart, box))
        ser.find(qn("c:tx")).addnext(look)
        look.addnext(mark)
        etree.SubElement(ser, qn("c:smooth")).set("val", "0")
        lines.append(ser)
    etree.SubElement(lines, qn("c:marker")).set("val", "1")
    for axis in bars.findall(qn("c:axId")):
        lines.append(copy.deepcopy(axis))
    bars.addnext(lines)
    _gaps_spanned(drawn)
    if any(one.labels == "name" for one in chart.series):
        _room_at_the_right(area)


def _numbered_axes(drawn) -> None:
    """The library numbers axes below zero, which the schema does not know."""
    known: dict[str, str] = {}
    for tag in ("c:axId", "c:crossAx"):
        for one in drawn._chartSpace.iter(qn(tag)):
            one.set("val", known.setdefault(one.get("val"), str(len(known) + 1)))


def _room_at_the_right(area) -> None:
    """A plot that leaves place for the names behind the lines' ends."""
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = parse_xml(f'<c:layout {nsdecls("c")}/>')
        area.insert(0, layout)
    parts = (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"), ("x", "0.08"), ("y", "0.05"), ("w", "0.79"), ("h", "0.84"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in parts:
        etree.SubElement(manual, qn(f"c:{name}")).set("val", value)


def _gaps_spanned(drawn) -> None:
    chart = drawn._chartSpace.find(qn("c:chart"))
    found = chart.find(qn("c:dispBlanksAs"))
    if found is None:
        found = etree.SubElement(chart, qn("c:dispBlanksAs"))
    found.set("val", "span")


def _line_look(series: Series, style: Style, tick: int):
    """Line and marker: last year grey and thin, the pace dashed, a target only its tick."""
    def paint(name: str) -> str:
        return f'<a:solidFill><a:srgbClr val="{getattr(LIGHT, name)[1:].upper()}"/></a:solidFill>' if style.own or name == "last_year" else (
            '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>')

    if series.look == "target":
        line = "<a:ln><a:noFill/></a:ln>"
        mark = f'<c:marker {nsdecls("c", "a")}><c:symbol val="dash"/><c:size val="{tick}"/><c:spPr>{paint("target")}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>'
    else:
        dash = '<a:prstDash val="dash"/>' if series.look == "pace" else ""
        line = f'<a:ln w="{22225 if series.look == "pace" else 25400}" cap="rnd">{paint(series.look)}{dash}<a:round/></a:ln>'
        mark = f'<c:marker {nsdecls("c")}><c:symbol val="none"/></c:marker>'
    return parse_xml(f'<c:spPr {nsdecls("c", "a")}>{line}</c:spPr>'), parse_xml(mark)
