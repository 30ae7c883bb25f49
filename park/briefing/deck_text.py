"""Text on slides: boxes whose runs carry both faces, and sizes that keep every text inside its box."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from park.charts.theme import wrap_wide
from park.locale import language

from .deck_style import Box, Style, fonts

BOLD, PLAIN_BOLD = 0.65, 0.61  # width of a bold Latin sign, of its size: of figures among Chinese, of a text of Latin letters
LEADING = 1.2  # height of a line, of its size
EMU_PER_POINT = 12700
SLIGHTLY, FEW = 0.84, 6  # 28 to 24 points; characters that look lost on a line of their own
CLAUSES = re.compile(r"(?:^|；|; ).*?(?=；|; |$)", re.DOTALL)


def lines_of(text: str, width: int, size: float, bold: bool = False) -> int:
    """How many lines a text takes at that size in a box of that width (EMU).

    A wide character is as wide as the size, others half of it; a text of Latin letters alone is given some more, and figures in bold most.
    """
    return sum(len(wrap_wide(line, _columns(text, width, size, bold))) for line in text.split("\n"))


def _columns(text: str, width: int, size: float, bold: bool) -> int:
    """How many half-wide characters of such a text stand on a line."""
    wide = sum(ord(ch) >= 0x2E80 for ch in text)
    half = 0.53 if wide else 0.58
    if bold:  # a wide character stays as wide as the size, a Latin one does not stay at half of it
        half = (wide + (BOLD if wide else PLAIN_BOLD) * (len(text) - wide)) / max(2 * wide + len(text) - wide, 1)
    return max(int(width / EMU_PER_POINT / (size * half)), 4)


def height_of(text: str, width: int, size: float) -> int:
    """How high that many lines stand, in EMU."""
    return int(lines_of(text, width, size) * size * LEADING * EMU_PER_POINT)


def fitting(text: str, box: Box, sizes: tuple[float, ...], most: int = 99, bold: bool = False) -> float:
    """The first of the sizes at which the text keeps to its box and to at most so many lines, else the last."""
    return next((s for s in sizes if lines_of(text, box.width, s, bold) <= most and height_of(text, box.width, s) <= box.height), sizes[-1])


def unbroken(text: str, box: Box, sizes: tuple[float, ...], most: int) -> float:
    """The same for a bold text; one that would leave only a few characters on its last line takes a slightly smaller size that keeps it to one."""
    size = fitting(text, box, sizes, most, bold=True)
    near = [s for s in sizes if SLIGHTLY * size <= s < size]
    rest = wrap_wide(text, _columns(text, box.width, size, True))[-1]
    if lines_of(text, box.width, size, bold=True) == 1 or len(rest) > FEW:
        return size
    return next((s for s in near if lines_of(text, box.width, s, bold=True) == 1), size)


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The text with as many of its clauses as fit, the earlier ones first; its first clause stays."""
    first, *rest = CLAUSES.findall(text)
    for count in range(len(rest), 0, -1):
        found = next((made for some in combinations(rest, count) if fits(made := first + "".join(some))), None)
        if found:
            return found
    return first


def write(shapes, box: Box, text: str, style: Style, *, size: float, colour: str = "text", bold: bool = False, align=PP_ALIGN.LEFT, anchor=MSO_ANCHOR.TOP):
    """A text box without inner margins."""
    shape = shapes.add_textbox(*(Emu(int(v)) for v in (box.left, box.top, box.width, box.height)))
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    fill(frame, text, style, size=size, colour=colour, bold=bold, align=align)
    return shape


def fill(frame, text: str, style: Style, *, size: float | None, colour: str | None = "text", bold: bool | None = None, align=None) -> None:
    """One paragraph per line of the text. colour None: the placeholder's own."""
    for number, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if align is not None:
            paragraph.alignment = align
        run(paragraph, line, style, size=size, colour=colour, bold=bold)


def run(paragraph, text: str, style: Style, *, size: float | None = None, colour: str | None = "text", bold: bool | None = None):
    """A run with language, size, colour and both faces."""
    made = paragraph.add_run()
    made.text = text
    if size is not None:
        made.font.size = Pt(size)
    if bold is not None:
        made.font.bold = bold
    if colour is not None:
        style.paint(made.font.color, colour)
    properties = made._r.get_or_add_rPr()
    properties.set("lang", "zh-CN" if language() == "zh" else "en-GB")
    properties.set("altLang", "en-GB" if language() == "zh" else "zh-CN")
    fonts(properties, style)
    return made


def page_number(paragraph, style: Style, size: float) -> None:
    """A field that PowerPoint fills with the slide's number."""
    made = run(paragraph, "‹#›", style, size=size, colour="muted")
    field = etree.SubElement(paragraph._p, qn("a:fld"))
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    for child in list(made._r):
        field.append(child)
    paragraph._p.replace(made._r, field)
