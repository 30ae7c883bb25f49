"""A briefing as slides (PPTX, 16:9): title the finding, left a native chart, right three facts, foot source and page."""

from __future__ import annotations

import io
from typing import BinaryIO

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from park.locale import _

from .deck_chart import add_chart
from .deck_style import TITLES, Box, Style, fonts, own_style, template_style
from .deck_table import add_table
from .deck_text import fill, fitting, height_of, lines_of, page_number, shortened, unbroken, write
from .model import Briefing, Fact, Sentence, Slide
from .origins import place_words
from .package import settled
from .slides import others_in_note

TITLE_SIZES, SMALLEST_TITLE = (28, 26, 24, 22, 20, 18), 22  # a title that needs to be smaller gives up clauses first
SAFE = 0.95  # of a title's width is counted on, since faces differ from machine to machine
FIGURE, WORDS, SMALL, BETWEEN = 32, 16, 12, 8
GAP = Inches(0.3)


def deck(briefing: Briefing, template: str | BinaryIO | None = None) -> bytes:
    """The slides as a file; with a template in the unit's own master, faces and colours. The same briefing gives the same bytes."""
    style = template_style(template) if template is not None else own_style()
    _cover(style, briefing)
    for slide in briefing.slides:
        _slide(style, briefing, slide)
    properties = style.deck.core_properties
    properties.title, properties.author, properties.last_modified_by = briefing.title, "Parkboard", "Parkboard"
    out = io.BytesIO()
    style.deck.save(out)
    return settled(out.getvalue())


def _cover(style: Style, briefing: Briefing) -> None:
    made = style.deck.slides.add_slide(style.cover)
    title, others = _placeholders(made)
    if style.own:
        _rule(style, made)
    lines = [briefing.dateline, *([_("Simulated data")] if briefing.simulated else []), briefing.headline.text]
    if title is not None:
        box = _box(title)
        safe = Box(box.left, box.top, int(box.width * SAFE), box.height)
        size = fitting(briefing.title, safe, (44, 40, 36, 32, 28, 24, 20), 2, bold=True)
        fill(title.text_frame, briefing.title, style, size=size, colour=None, bold=True if style.own else None, align=PP_ALIGN.LEFT if style.own else None)
    else:
        write(made.shapes, style.title, briefing.title, style, size=fitting(briefing.title, style.title, TITLE_SIZES, 2), bold=True)
    words = "\n".join(line for line in lines if line)
    if others:
        box = _box(others[0])
        fill(others[0].text_frame, words, style, size=fitting(words, box, (22, 20, 18, 16, 14, 12)), colour="muted", align=PP_ALIGN.LEFT if style.own else None)
        for rest in others[1:]:
            rest._element.getparent().remove(rest._element)
    else:
        write(made.shapes, style.body, words, style, size=fitting(words, style.body, (22, 20, 18, 16)), colour="muted")
    _foot(style, made, briefing)
    _notes(made, [briefing.headline], style)


def _rule(style: Style, made) -> None:
    """A short bar in the deck's first colour above the cover's title."""
    shape = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(0.9), Inches(1.3), Inches(1.4), Inches(0.08))
    shape.fill.solid()
    style.paint(shape.fill.fore_color, "actual")
    shape.line.fill.background()
    shape.shadow.inherit = False


def _slide(style: Style, briefing: Briefing, slide: Slide) -> None:
    made = style.deck.slides.add_slide(style.content)
    _title(style, made, slide.title.text)
    top = _subtitle(style, made, slide)
    body = Box(style.body.left, top, style.body.width, style.body.bottom - top)
    if slide.table is not None:
        add_table(made.shapes, body, slide.table, style)
    else:
        third = int((body.width - GAP) * 0.34)
        left = Box(body.left, body.top, body.width - third - GAP, body.height)
        right = Box(left.left + left.width + GAP, body.top, third, body.height) if slide.chart else body
        if slide.chart:
            add_chart(made.shapes, left, slide.chart, style, f"{slide.title.text}; {slide.subtitle}")
        _facts(style, made, slide.facts, right, across=slide.chart is None)
        _lines(style, made, slide.lines, right, alone=slide.chart is None)
    _foot(style, made, briefing)
    _notes(made, slide.sentences, style, slide)


def _title(style: Style, made, text: str) -> None:
    title, others = _placeholders(made)
    for other in others:
        other._element.getparent().remove(other._element)
    box = _box(title) if title is not None and title.width else style.title
    text, size = title_in(box, text)
    if title is None:
        write(made.shapes, box, text, style, size=size, bold=True)
        return
    frame = title.text_frame
    if style.own:
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    frame.word_wrap = True
    fill(frame, text, style, size=size, colour=None, bold=True if style.own else None, align=PP_ALIGN.LEFT if style.own else None)


def title_in(box: Box, text: str) -> tuple[str, float]:
    """A title as it stands on a slide, and its size: without its last clauses where it does not fit on two lines; cover and note have it whole."""
    safe = Box(box.left, box.top, int(box.width * SAFE), box.height)
    text = shortened(text, lambda one: lines_of(one, safe.width, SMALLEST_TITLE, bold=True) <= 2)
    return text, unbroken(text, safe, TITLE_SIZES, 2)


def _subtitle(style: Style, made, slide: Slide) -> int:
    """Subtitle, and a label beside it where figures are simulated; returns where the body begins."""
    high = Inches(0.3)
    tag = Inches(1.5) if slide.simulated else 0
    box = Box(style.body.left, style.body.top, style.body.width - tag, high)
    write(made.shapes, box, slide.subtitle, style, size=fitting(slide.subtitle, box, (14, 13, 12, 11, 10), 1), colour="muted")
    if slide.simulated:
        mark = Box(style.body.left + style.body.width - tag + Inches(0.1), style.body.top, tag - Inches(0.1), high)
        shape = write(made.shapes, mark, _("Simulated data"), style, size=fitting(_("Simulated data"), mark, (13, 12, 11, 10), 1), colour="muted", align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
        style.paint(shape.line.color, "muted")
        shape.line.width = Pt(0.75)
    return style.body.top + high + Inches(0.12)


def _facts(style: Style, made, facts: tuple[Fact, ...], box: Box, across: bool) -> None:
    """Each fact's figure large, its words below; below one another beside a chart, side by side without one."""
    if not facts:
        return
    count = len(facts)
    if across:
        wide = (box.width - GAP * (count - 1)) // count
        places = [Box(box.left + n * (wide + GAP), box.top + box.height // 4, wide, Inches(2.4)) for n in range(count)]
    else:
        high = min(box.height // count, Inches(1.75))
        places = [Box(box.left, box.top + n * high, box.width, high) for n in range(count)]
    high = Inches(0.9 if across else 0.62)
    for fact, place in zip(facts, places, strict=True):
        large = Box(place.left, place.top, place.width, high)
        safe = Box(place.left, place.top, int(place.width * SAFE * SAFE), high)
        sizes = (*((44, 40, 36) if across else ()), FIGURE, 28, 24, 20, 18, 16)
        write(made.shapes, large, fact.figure.text, style, size=fitting(fact.figure.text, safe, sizes, 1, bold=True), colour="actual", bold=True)
        words = Box(place.left, place.top + high, place.width, place.height - high - Inches(0.04))
        sizes = (*((20, 18) if across else ()), WORDS, 15, 14, 13, 12)
        write(made.shapes, words, fact.words.text, style, size=fitting(fact.words.text, words, sizes))


def _lines(style: Style, made, lines: tuple[Sentence, ...], box: Box, alone: bool) -> None:
    """As many of the sentences as the box holds, one below the other; larger where they stand alone."""
    if not lines:
        return
    between = Pt(BETWEEN)

    def high(count: int, size: float) -> int:
        return sum(height_of(line.text, box.width, size) + between for line in lines[:count])

    size = next((s for s in ((24, 20, 18, WORDS) if alone else (WORDS, 15)) if high(len(lines), s) <= box.height), 14)
    count = next((n for n in range(len(lines), 0, -1) if high(n, size) <= box.height), 1)
    texts = [line.text for line in lines[:count]]
    if 1 < count < len(lines):
        texts[-1] = others_in_note()
    shape = write(made.shapes, box, "\n".join(texts), style, size=size)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.space_after = between


def _foot(style: Style, made, briefing: Briefing) -> None:
    number = Inches(0.7)
    box = Box(style.foot.left, style.foot.top, style.foot.width - number, style.foot.height)
    size = fitting(briefing.source_line, box, (SMALL, 11, 10, 9), 1)
    write(made.shapes, box, briefing.source_line, style, size=size, colour="muted", anchor=MSO_ANCHOR.MIDDLE)
    shape = made.shapes.add_textbox(*(Emu(int(v)) for v in (box.left + box.width, box.top, number, box.height)))
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    page_number(frame.paragraphs[0], style, SMALL)


def _notes(made, said, style: Style, slide: Slide | None = None) -> None:
    """Speaker notes: each figure of the slide with its places, then the chart's."""
    figures = dict.fromkeys(figure for sentence in said for figure in sentence.figures)
    if slide is not None and slide.table is not None:
        figures |= dict.fromkeys(slide.table.figures)
    lines = [_("Sources of the figures:")]
    lines += [f"{figure.name}: {figure.text} <- {place_words(figure.origins) or _('computed by the calendar')}" for figure in figures]
    if slide is not None and slide.chart is not None:
        cells = dict.fromkeys(o for series in slide.chart.series for point in series.origins for o in point)
        lines.append(_("Chart: {places}").format(places=place_words(tuple(cells), limit=40)))
    lines += [_("Edited by hand; the rules say: {text}").format(text=sentence.made) for sentence in said if sentence.made]
    frame = made.notes_slide.notes_text_frame
    frame.text = "\n".join(lines)
    for paragraph in frame.paragraphs:
        for one in paragraph.runs:
            fonts(one._r.get_or_add_rPr(), style)


def _placeholders(made) -> tuple:
    """The title's placeholder (None without one) and the others, in their order."""
    holders = list(made.placeholders)
    title = next((h for h in holders if h.placeholder_format.type in TITLES), None)
    return title, [h for h in holders if h is not title]


def _box(shape) -> Box:
    return Box(shape.left, shape.top, shape.width, shape.height)
