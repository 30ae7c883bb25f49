"""A unit's own deck to fill, in whatever form it was saved: presentation (.pptx), template (.potx), show (.ppsx)."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import BinaryIO

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE
from pptx.presentation import Presentation as Deck

from park.locale import _

TYPES = "[Content_Types].xml"
SAVED_AS = tuple(f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml" for kind in ("template", "slideshow"))
ENDINGS = ("pptx", "potx")
# How much a template may ask for, by what its zip declares and holds itself to. All parts are held in memory twice while it is filled; XML, and whatever
# shrinks like it, may become trees of about seven times its size. A unit's deck with its pictures has 5 to 60 MB, its XML shrinks 5 to 60 times, a bomb 1000 times.
MOST_PARTS = 10_000
MOST_BYTES = 150 * 1024**2
MOST_MARKUP = 40 * 1024**2
RATIO, RATIO_FROM_BYTES = 250, 5 * 1024**2


class TemplateError(Exception):
    """The file cannot be filled; its text says why and what to do, without the file's name."""


def open_template(file: str | BinaryIO) -> Deck:
    """The deck with its layouts. Raises TemplateError for what is no deck, holds macros, has no layout to fill, or unpacks to far too much."""
    try:
        with zipfile.ZipFile(file) as package:
            _expect_bounds(package.infolist())
            types = package.read(TYPES)
            if b"macroEnabled" in types:
                raise TemplateError(_("it holds macros; save it as .pptx or .potx without them"))
            deck = Presentation(_as_presentation(package, types))
        layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
        for entry in deck.slides._sldIdLst:  # a slide that is named but missing is found out here
            deck.part.related_part(entry.rId)
    except (PythonPptxError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, ValueError, KeyError, AttributeError, NotImplementedError, RuntimeError):
        raise TemplateError(_("it is not a PowerPoint file that can be read; open it in PowerPoint or WPS and save it as .pptx or .potx")) from None
    if not layouts:
        raise TemplateError(_("it has no slide layout to fill; add one under the slide master and save it again"))
    return deck


def _expect_bounds(parts: list[zipfile.ZipInfo]) -> None:
    """Refuses by the zip's directory, before anything is unpacked. Raises TemplateError."""
    markup = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")) or part.file_size > 4 * part.compress_size)
    shrunk = any(part.file_size > RATIO_FROM_BYTES and part.file_size > RATIO * max(part.compress_size, 1) for part in parts)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES or markup > MOST_MARKUP or shrunk:
        raise TemplateError(_("it unpacks to far more than a template needs; take out what is not needed, make its pictures smaller and save it again"))


def _as_presentation(package: zipfile.ZipFile, types: bytes) -> BinaryIO:
    """The same package called a presentation: a template or a show differs in its content type alone."""
    named = types
    for kind in SAVED_AS:
        named = named.replace(kind.encode(), CONTENT_TYPE.PML_PRESENTATION_MAIN.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in package.namelist():
            made.writestr(name, named if name == TYPES else package.read(name))
    out.seek(0)
    return out
