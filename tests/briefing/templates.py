"""Decks as units have them: a band with white titles, light type on dark ground, a narrow 4:3 deck, one without a layout for charts alone."""

from __future__ import annotations

import io
import zipfile

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt


def band() -> bytes:
    """16:9: a deep red band across the top with white titles in 方正小标宋, a stripe at the foot, an own slide of last month."""
    deck = _sized(13.333, 7.5)
    _theme(deck, ea="方正小标宋简体", latin="Georgia", accents=("9E1B1E", "D9A441", "5B6770"))
    master = deck.slide_master
    _bar(master, 0, 0, 13.333, 1.25, "9E1B1E")
    _bar(master, 0, 7.3, 13.333, 0.2, "D9A441")
    _title(master, 0.6, 0.2, 11.0, 0.9, "FFFFFF", 30)
    _foot(master, deck, 6.85)
    for layout in deck.slide_layouts:
        _widen(layout, deck)
        if layout.name in ("Title Only", "Title and Content"):
            _title(layout, 0.6, 0.2, 11.0, 0.9, "FFFFFF", 30)
        if layout.name == "Title Slide":
            _own_colour(layout, "9E1B1E")
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "上月情况"
    return _bytes(deck)


def dark() -> bytes:
    """16:9: light type on dark blue, by the theme's own colours; no faces for Chinese in the theme."""
    deck = _sized(13.333, 7.5)
    _theme(deck, ea="", latin="Verdana", accents=("4FC3F7", "FFB74D", "AED581"), dark="F5F5F5", light="10243E")
    for layout in deck.slide_layouts:
        _widen(layout, deck)
    _title(deck.slide_master, 0.7, 0.4, 11.9, 1.2, None, 36)
    return _bytes(deck)


def narrow() -> bytes:
    """4:3 with its title at the middle of a tall head, and large page numbers at the foot."""
    deck = _sized(10, 7.5)
    _theme(deck, ea="华文中宋", latin="Times New Roman", accents=("00695C", "6D4C41", "37474F"))
    _bar(deck.slide_master, 0, 0, 0.35, 7.5, "00695C")
    _foot(deck.slide_master, deck, 6.9)
    return _bytes(deck)


def without_title_only() -> bytes:
    """A deck whose only layouts are a cover and one with a title and a body."""
    deck = _sized(13.333, 7.5)
    for layout in list(deck.slide_layouts):
        if layout.name not in ("Title Slide", "Title and Content"):
            deck.slide_layouts.remove(layout)
        else:
            _widen(layout, deck)
    return _bytes(deck)


EVERY = {"band": band, "dark": dark, "narrow": narrow, "without_title_only": without_title_only}


def _sized(wide: float, high: float):
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(wide), Inches(high)
    return deck


def _theme(deck, *, ea: str, latin: str, accents: tuple[str, ...], dark: str = "", light: str = "") -> None:
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    for kind in ("majorFont", "minorFont"):
        font = root.find(f".//{qn(f'a:{kind}')}")
        font.find(qn("a:latin")).set("typeface", latin)
        font.find(qn("a:ea")).set("typeface", ea)
    colours = {f"accent{n}": value for n, value in enumerate(accents, start=1)} | ({"dk1": dark, "lt1": light} if dark else {})
    for name, value in colours.items():
        slot = root.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", value)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _bar(master, left: float, top: float, wide: float, high: float, colour: str) -> None:
    """A filled bar behind everything."""
    slide = Presentation().slides.add_slide(Presentation().slide_layouts[6])
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(wide), Inches(high))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour)
    shape.line.fill.background()
    master.shapes._spTree.insert(2, shape._element)


def _title(holder, left: float, top: float, wide: float, high: float, colour: str | None, size: int) -> None:
    for shape in holder.placeholders:
        if shape.placeholder_format.type in (1, 3) or "Title" in shape.name and "Sub" not in shape.name:
            shape.left, shape.top, shape.width, shape.height = (Inches(v) for v in (left, top, wide, high))
    style = holder._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    if style is not None:
        style.set("sz", str(Pt(size).pt.__int__() * 100))
        if colour:
            for old in style.findall(qn("a:solidFill")):
                style.remove(old)
            fill = etree.Element(qn("a:solidFill"))
            etree.SubElement(fill, qn("a:srgbClr")).set("val", colour)
            style.insert(0, fill)


def _own_colour(layout, colour: str) -> None:
    """A cover whose title has another colour than the others."""
    title = next(shape for shape in layout.placeholders if shape.placeholder_format.type == 3)
    style = title._element.txBody.find(qn("a:lstStyle"))
    level = etree.SubElement(style, qn("a:lvl1pPr"))
    fill = etree.SubElement(etree.SubElement(level, qn("a:defRPr")), qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr")).set("val", colour)


def _widen(layout, deck) -> None:
    """The library's layouts are of a 4:3 deck."""
    scale = deck.slide_width / Inches(10)
    for shape in layout.placeholders:
        if shape._element.spPr.find(qn("a:xfrm")) is not None:
            shape.left, shape.width = int(shape.left * scale), int(shape.width * scale)


def _foot(master, deck, top: float) -> None:
    scale = deck.slide_width / Inches(10)
    for shape in master.placeholders:
        if shape.top and shape.top > Inches(6):
            shape.left, shape.width, shape.top, shape.height = int(shape.left * scale), int(shape.width * scale), Inches(top), Inches(0.35)
        elif scale != 1:
            shape.left, shape.width = int(shape.left * scale), int(shape.width * scale)


def _bytes(deck) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def saved_as(kind: str, data: bytes | None = None) -> bytes:
    """A deck saved as a template or a slideshow: the same parts under another content type."""
    def content(name: str, part: bytes) -> bytes:
        return part.replace(b"presentation.main+xml", f"{kind}.main+xml".encode()) if name == "[Content_Types].xml" else part

    return _repacked(data or band(), content)


def without_layouts() -> bytes:
    """A deck whose master has lost its layouts."""
    deck = _sized(13.333, 7.5)
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    return _bytes(deck)


def blank_alone() -> bytes:
    """A deck whose only layout is blank, without a title."""
    deck = _sized(13.333, 7.5)
    for layout in list(deck.slide_layouts):
        if layout.name != "Blank":
            deck.slide_layouts.remove(layout)
    return _bytes(deck)


def damaged() -> bytes:
    """A deck whose presentation part is cut off in the middle."""
    return _repacked(band(), lambda name, part: part[: len(part) // 2] if name == "ppt/presentation.xml" else part)


def _repacked(data: bytes, content) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            made.writestr(name, content(name, given.read(name)))
    return out.getvalue()


def swollen(part: str, content: bytes, times: int) -> bytes:
    """A deck with one part more, which is the content many times over."""
    out = io.BytesIO(_bytes(Presentation()))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package, package.open(part, "w") as one:
        for _time in range(times):
            one.write(content)
    return out.getvalue()
