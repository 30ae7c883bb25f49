"""Whose file it is: the park that a file names, and the zone that an option names for rows that name none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from etl.read.grid import Book

from .context import is_area_like, is_kind_word, is_park_like, place_in
from .labels import Lexicon
from .listed import park_listed
from .tables import Layout
from .text import simplified, squeeze

_ZONE_END = re.compile(r"(?:片区|组团|板块|分园|(?<!集)[东西南北中]区|[^业]园|(?<![芯图影照刀药卡名唱胶切膜薄鳞])片)$")


@dataclass(frozen=True)
class Places:
    """The park a file names ("" for none) and the zone that --area names for rows that name none."""

    park: str = ""
    zone: str = ""

    @classmethod
    def of(cls, book: Book, layouts: list[Layout], area: str, lexicon: Lexicon) -> Places:
        park = _park_of(book, layouts, lexicon) or park_listed((table for layout in layouts for table in layout.tables), lexicon)
        area = squeeze(area)
        if not area or area == park or lexicon.names.park(area) == (lexicon.names.park(park) or park):
            return cls(park or area, "")
        if not park and (lexicon.names.park(area) or (is_park_like(area) and not lexicon.names.area(area))):
            return cls(area, "")
        return cls(park, area)

    def is_park(self, name: str, lexicon: Lexicon) -> bool:
        """True for a name of the park itself, which is never written into area."""
        return bool(name) and (name == self.park or lexicon.is_park(name))


def _park_of(book: Book, layouts: list[Layout], lexicon: Lexicon) -> str:
    """The first park that titles or 填报单位 name, else a place of a title that is no zone, else the file name's."""
    lines = [text for layout in layouts for text in _lines(layout)]
    found = [p for p in map(place_in, lines) if p]
    for name in found:
        if lexicon.names.park(name) or (is_park_like(name) and not lexicon.names.area(name)):
            return name
    for name in found:
        if not lexicon.names.area(name) and not is_zone(name):
            return name
    name = place_in(PurePath(book.name).stem)
    return name if name and (lexicon.names.park(name) or is_park_like(name)) else ""


def _lines(layout: Layout) -> list[str]:
    first = min((t.header[0] if t.header else 0 for t in layout.tables), default=10**9)
    texts = [(r, c, t) for r, c, t in layout.texts if r < first or not layout.tables]
    captions = [caption for table in layout.tables for caption in table.captions]
    return [t for _r, _c, t in sorted({*texts, *captions}) if len(t) <= 60]


def is_zone(name: str) -> bool:
    """True for a name that by its words is a zone's and neither a park's nor a kind's."""
    return not is_kind_word(name) and not re.match(r"[分各按全]", name) and is_area_like(name) and not is_park_like(name) and bool(_ZONE_END.search(simplified(name)))
