"""How slides are set: faces, colours and places; our own, or those of a unit's template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

from park.charts.theme import LIGHT

from .template import open_template

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
WIDE, HIGH = Inches(13.333), Inches(7.5)
ACCENTS = (
    MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3, MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_5,
    MSO_THEME_COLOR.ACCENT_6,
)
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
FOOTS = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


TITLE = Box(Inches(0.5), Inches(0.3), WIDE - Inches(1.0), Inches(1.1))  # the places on our own slides
BODY = Box(Inches(0.5), Inches(1.45), WIDE - Inches(1.0), Inches(5.4))
FOOT = Box(Inches(0.5), Inches(6.98), WIDE - Inches(1.0), Inches(0.34))


@dataclass(frozen=True)
class Style:
    """A presentation to fill with its two layouts, faces and places. own: our own look, not a unit's template."""

    deck: Deck
    cover: object
    content: object
    latin: str
    east_asian: str
    own: bool
    title: Box
    body: Box
    foot: Box

    def paint(self, colour, name: str) -> None:
        """Sets a colour format to a token of the theme or a #rrggbb; the first six part colours follow the deck's accents."""
        if name in ("text", "target"):
            colour.theme_color = MSO_THEME_COLOR.TEXT_1
        elif name in ("muted", "pace") and not self.own:
            colour.theme_color, colour.brightness = MSO_THEME_COLOR.TEXT_1, 0.35
        elif name == "rule" and not self.own:
            colour.theme_color = MSO_THEME_COLOR.TEXT_1
            etree.SubElement(colour._xFill.find(qn("a:schemeClr")), qn("a:alpha")).set("val", "15000")  # right on light ground and dark
        else:
            value = name if name.startswith("#") else getattr(LIGHT, name)
            if value in LIGHT.parts[: len(ACCENTS)]:
                colour.theme_color = ACCENTS[LIGHT.parts.index(value)]
            else:
                colour.rgb = RGBColor.from_string(value[1:].upper())


def own_style() -> Style:
    """A 16:9 deck with our faces and colours in its theme, and the two layouts that are used."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    for layout in list(deck.slide_layouts):
        if layout.name not in ("Title Slide", "Title Only"):
            deck.slide_layouts.remove(layout)
    cover, content = deck.slide_layouts
    _theme(deck)
    for holder in (deck.slide_master, cover, content):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type in FOOTS:
                shape._element.getparent().remove(shape._element)
            elif shape.placeholder_format.type in TITLES:
                _place(shape, TITLE if holder is not cover else Box(Inches(0.9), Inches(1.5), WIDE - Inches(1.8), Inches(1.4)))
            else:
                _place(shape, Box(Inches(0.9), Inches(3.1), WIDE - Inches(1.8), Inches(2.6)))
    return Style(deck, cover, content, LATIN, EAST_ASIAN, True, TITLE, BODY, FOOT)


def template_style(template: str | BinaryIO) -> Style:
    """A unit's own deck, emptied of its slides: its master, faces and colours stay. Raises TemplateError for a file that cannot be filled."""
    deck = open_template(template)
    for entry in list(deck.slides._sldIdLst):
        deck.part.drop_rel(entry.rId)
        deck.slides._sldIdLst.remove(entry)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    titled = [layout for layout in layouts if _title_of(layout) is not None]
    content = min(titled or layouts, key=lambda layout: (_opens(layout), len(_others(layout)), layouts.index(layout)))
    cover = next((la for la in titled if any(s.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE for s in la.placeholders)), content)
    wide, high = deck.slide_width, deck.slide_height
    holder = _title_of(content)
    title = Box(holder.left, holder.top, holder.width, holder.height) if holder is not None and holder.width else Box(
        int(wide * 0.04), int(high * 0.04), int(wide * 0.92), int(high * 0.15))
    above, below = _bands(content, wide, high)
    foots = [s.top for s in content.placeholders if s.placeholder_format.type in FOOTS and s.top]
    end = min([*foots, int(high * 0.93), below - Inches(0.36)])
    left = min(max(title.left, int(wide * 0.03)), int(wide * 0.08))
    across, top = wide - 2 * left, max(title.bottom, above) + int(high * 0.01)
    east = "+mn-ea" if _theme_face(deck, "minorFont", "a:ea") else EAST_ASIAN
    return Style(
        deck, cover, content, "+mn-lt", east, False, title, Box(left, top, across, end - top - int(high * 0.01)),
        Box(left, end, across, min(Inches(0.34), high - end)),
    )


def fonts(properties, style: Style) -> None:
    """Latin, East Asian and complex faces of a run's properties; called after size and colour, which stand before them."""
    for tag, face in (("a:latin", style.latin), ("a:ea", style.east_asian), ("a:cs", style.latin)):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        etree.SubElement(properties, qn(tag)).set("typeface", face)


def _opens(layout) -> bool:
    """Whether a layout is a cover, with a subtitle or a title in the middle."""
    return any(s.placeholder_format.type in (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.CENTER_TITLE) for s in layout.placeholders)


def _bands(layout, wide: int, high: int) -> tuple[int, int]:
    """Where the layout's own bands end at the top and begin at the foot, as far as they run across half the slide: (0, height) without any."""
    shapes = [s for holder in (layout.slide_master, layout) for s in holder.shapes if not s.is_placeholder and s.width and s.width > wide / 2 and s.height < high / 3]
    return (
        max([s.top + s.height for s in shapes if s.top < high * 0.05], default=0),
        min([s.top for s in shapes if s.top + s.height > high * 0.95 and s.top > high / 2], default=high),
    )


def _title_of(layout):
    return next((s for s in layout.placeholders if s.placeholder_format.type in TITLES), None)


def _others(layout) -> list:
    return [s for s in layout.placeholders if s.placeholder_format.type not in (*TITLES, *FOOTS)]


def _place(shape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Emu(int(v)) for v in (box.left, box.top, box.width, box.height))


def _theme_part(deck: Deck):
    return deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)


def _theme_face(deck: Deck, kind: str, tag: str) -> str:
    found = etree.fromstring(_theme_part(deck).blob).find(f".//{qn(f'a:{kind}')}/{qn(tag)}")
    return "" if found is None else found.get("typeface", "")


def _theme(deck: Deck) -> None:
    """Our faces and colours in the theme, so that whatever is added by hand looks the same."""
    part = _theme_part(deck)
    root = etree.fromstring(part.blob)
    for kind in ("majorFont", "minorFont"):
        for tag, face in (("a:latin", LATIN), ("a:ea", EAST_ASIAN), ("a:cs", LATIN)):
            root.find(f".//{qn(f'a:{kind}')}/{qn(tag)}").set("typeface", face)
    colours = {"dk1": LIGHT.text, "lt1": LIGHT.paper, "dk2": LIGHT.actual, "lt2": "#f3f5f8"}
    colours |= {f"accent{n}": value for n, value in enumerate(LIGHT.parts[:6], start=1)}
    for name, value in colours.items():
        slot = root.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", value[1:].upper())
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
