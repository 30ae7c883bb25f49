"""Gathers the words around a table, nearest first, and settles park, zone, cluster and indicator from them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from etl.read.grid import Book, Sheet
from park.store.records import Said as SaidOf

from .axes import Axes
from .columns import GROWTH, LABELS, SAME, VALUE
from .context import (
    Context,
    Said,
    Words,
    is_kind_word,
    place_in,
    read_hint,
    read_measure,
    read_period,
    read_units,
    tells_growth,
    without_number,
)
from .kinds import CLUSTER_WORDS
from .labels import Lexicon, kind_of_name
from .names import is_total
from .periods import MONTH, QUARTER, YEAR, YTD, find_periods
from .places import Places, is_zone
from .subjects import indicator_of
from .tables import Layout, Table
from .text import clean, squeeze
from .units import units_in
from .view import View

_FILE_PERIOD = re.compile(r"(?:19|20)\d\d(?:年|[-_.]?(?:0[1-9]|1[0-2])(?!\d))")
# A piece of a title that stands apart: （…）, ——…, 片区：…
_APART = re.compile(r"[(（〔【\[]([^()（）〔〕【】\[\]]{2,12})[)）〕】\]]|[—–\-]{1,2}([^—–\-()（）\d]{2,12})$|^(?:片区|区域|组团|园区|所属片区)[:：](.{2,12})$")
_NUMBERED = re.compile(r"(?:附?表|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))")
_UNIT_LINE = re.compile(r"\s*[(（]?(?:计量|金额)?单位")
_WHOLE = re.compile(r"(?:全园|全区|园区整体|园区全部|整个园区)(?!各|分)")
_AND = re.compile(r"[、，,和与及等]")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
_LESS = re.compile(r"不含|不包括|含|包括|除")
_RESULT = re.compile(r"实绩|实际|完成|上年|去年")  # a header that says of itself that it is done
_OPTION_MONTH, _OPTION_YEAR = "--month", "--year"


def book_words(book: Book, layouts: list[tuple[Sheet, Layout]], month: str, year: str) -> tuple[Words, ...]:
    """What holds for every table of a file, nearest first: a cover's lines, the file name, the options."""
    words = []
    for sheet, layout in layouts:
        if not layout.tables:
            lines = [t for _r, _c, t in sorted(layout.texts) if len(t) <= 40 and any(p.year_known for p in find_periods(t))]
            words += [Words(sheet.name, line) for line in lines[:1]]
    stem = PurePath(book.name).stem
    if stem and (_FILE_PERIOD.search(stem) or re.search(r"月|季度|半年", stem)):
        words.append(Words(book.name, re.sub(r"^\d{1,2}[_\-. ]+", "", stem).replace("_", " ")))
    if month:
        words.append(Words(_OPTION_MONTH, f"{int(month[:4])}年{int(month[5:])}月"))
    if year:
        words.append(Words(_OPTION_YEAR, f"{year}年"))
    return tuple(words)


def said_words(said: SaidOf) -> tuple[Words, ...]:
    """The month and year that a person said of one table: the farthest words, so that what the file says itself beats them."""
    month = (Words(_OPTION_MONTH, f"{int(said.month[:4])}年{int(said.month[5:])}月"),) if said.month else ()
    return (*month, *((Words(_OPTION_YEAR, f"{said.year}年"),) if said.year else ()))


def as_said(context: Context, said: SaidOf, places: Places) -> Context:
    """The context with the zone and unit that a person said of the table, where its surroundings say none."""
    if said.area and context.area is None and squeeze(said.area) != places.park:
        context = replace(context, area=Said(squeeze(said.area), "--area"))
    if said.unit:
        context = replace(context, units=(*context.units, Said(units_in(f"单位:{said.unit}"), "--unit")))
    return context


def table_words(table: Table, layout: Layout, around: tuple[Words, ...]) -> tuple[Words, ...]:
    """The words around a table, nearest first: its captions, the sheet's head, the sheet's name, the file's."""
    view = table.view
    captions = [Words(view.cell(r, c), t) for r, c, t in reversed(table.captions)]
    top = table.header[0] if table.header else table.body[0]
    others = _of_others(table, layout)
    own = {(r, c) for r, c, _t in table.captions} | {(r, c) for r, c, _t in others}
    left, right = table.left, table.right
    over = [
        (r, c, t) for r, c, t in layout.texts
        if r < top and (r, c) not in own and len(t) <= 80 and (_reaches(view, r, c, left, right) or _is_head(layout, r))
    ]
    head = [Words(view.cell(r, c), t) for r, c, t in sorted(over, key=lambda p: (-p[0], p[1]))]
    units = [Words(view.cell(r, c), t) for r, c, t in table.notes if "单位" in t[:8] and "负责" not in t]
    name = view.sheet.name
    sheet = [Words(name, f"{name}年" if re.fullmatch(r"(?:19|20)\d\d", name) else name)] if name else []
    return tuple([*captions, *head, *units, *sheet, *_lent(others, view), *around])


def _lent(others: set[tuple[int, int, str]], view: View) -> list[Words]:
    """The one period that the captions of the sheet's other tables agree on, which then holds here too."""
    found = {(r, c): Words(view.cell(r, c), " ".join(p.text for p in find_periods(t))) for r, c, t in sorted(others)}
    periods = {where: said.value for where, words in found.items() if (said := read_period((words,)))}
    return [found[next(iter(periods))]] if len(set(periods.values())) == 1 else []


def _of_others(table: Table, layout: Layout) -> set[tuple[int, int, str]]:
    """The captions that are of another table alone: numbered ones (表四 …), the last line over a table that has several where this
    table has captions of its own, and those beside or merged over other columns. A line of units is none."""
    found = set()
    for other in layout.tables:
        if other is not table:
            last = max((r for r, _c, t in other.captions if not _UNIT_LINE.match(t)), default=-1)
            several = len({r for r, _c, _t in other.captions}) > 1 and table.captions
            beside = {r for r, _c, _t in table.captions}
            found |= {
                (r, c, t) for r, c, t in other.captions
                if _NUMBERED.match(clean(t)) or several and r == last
                or (r in beside or (r, c) in table.view.spans) and not _reaches(table.view, r, c, table.left, table.right)
            }
    return found


def _reaches(view, r: int, c: int, left: int, right: int) -> bool:
    last = view.spans.get((r, c), (r, c))[1]
    return c <= right and last >= left


def _is_head(layout: Layout, row: int) -> bool:
    """True for a row above every table of the sheet: its title."""
    return row < min(t.header[0] if t.header else t.body[0] for t in layout.tables)


def context_of(words: tuple[Words, ...], table: Table, axes: Axes, lexicon: Lexicon, places: Places) -> Context:
    """What the words around a table say of all its figures."""
    near = tuple(w for w in words if not w.where.startswith("--"))
    captions = near[: len(table.captions)] or near[:1]
    named = None if axes.indicators in ("rows", "columns") else indicator_of(near, lexicon, lambda text: _is_part(text, lexicon, places))
    area, cluster = _place(near, table, lexicon, places)
    if area is None and places.zone:
        area = Said(places.zone, "--area")
    return Context(
        period=read_period((*_over_labels(table, axes), *words)), hint=read_hint(captions), units=read_units(near), indicator=named, area=area, cluster=cluster,
        measure=_measure(near, table, axes), growth=tells_growth(captions), growing=tells_growth(captions, surely=False), words=words,
    )


def _over_labels(table: Table, axes: Axes) -> tuple[Words, ...]:
    """The year that stands over the names of a table's rows, where 指标 is due (2024年, 1-2月, 1-3月)."""
    dated = [c for c in axes.of(LABELS) if c.label.period and c.label.period.year_known and c.texts]
    return tuple(Words(table.view.cell(table.header[-1], c.col), c.texts[-1]) for c in dated)


def _measure(words: tuple[Words, ...], table: Table, axes: Axes) -> str:
    """What the caption makes of figures whose headers do not say whether they are planned or done."""
    roles = {c.label.role for c in axes.columns.values()}
    if roles & {"completion", "same_period"}:
        return ""
    bare = [
        c.label.period for c in axes.of(VALUE)
        if c.label.role.startswith("actual") and c.label.period and not (c.texts and _RESULT.search(c.texts[-1]))
    ]
    done = any(c.label.role.startswith("actual") for c in axes.of(VALUE)) or any(c.what in (GROWTH, SAME) for c in axes.columns.values())
    if "target" in roles and done and not (bare and all(p.basis in (MONTH, YTD, QUARTER) or p.basis == YEAR and not p.year_known for p in bare)):
        return ""
    own = tuple(w for w in words[: len(table.captions)] if not w.text.strip().startswith(("单位", "（单位", "(单位")))
    return read_measure(own or words[: len(table.captions) + 2])


def _is_part(text: str, lexicon: Lexicon, places: Places) -> bool:
    """True for the name of a zone, a cluster or a park."""
    names = lexicon.names
    return bool(names.area(text, places.park) or names.cluster(text) or lexicon.is_park(text) or is_zone(text))


def _apart(text: str, lexicon: Lexicon, places: Places) -> tuple[str, str]:
    """(zone, cluster) that stands by itself in a title: in brackets, behind a dash, behind 片区：; "" for none."""
    text = _LAST_BRACKET.sub(lambda m: "" if units_in(m[0]) else m[0], text)
    for match in _APART.finditer(text):
        piece = next(found for found in match.groups() if found)
        if piece == places.park or _LESS.match(piece):
            continue
        if lexicon.names.area(piece, places.park) or is_zone(piece):
            return piece, ""
        told = match[2] and kind_of_name(piece) == "cluster" and CLUSTER_WORDS.search(text[: match.start()])
        if lexicon.names.cluster(piece) or told:
            return "", piece
    return "", ""


def _place(words: tuple[Words, ...], table: Table, lexicon: Lexicon, places: Places) -> tuple[Said | None, Said | None]:
    """(zone, cluster) that the nearest words name for the whole table."""
    names = lexicon.names
    for said in words:
        text = squeeze(clean(without_number(said.text)))
        if said.where == table.view.sheet.name and said.text == said.where:
            if names.area(text, places.park):
                return Said(squeeze(said.text), said.where), None
            if names.cluster(text):
                return None, Said(squeeze(said.text), said.where)
            if is_zone(text) and text != places.park:
                return Said(text, said.where), None
            continue
        if _WHOLE.match(text) or is_total(text):
            return None, None
        zone, cluster = _apart(text, lexicon, places)
        if zone or cluster:
            return Said(zone, said.where) if zone else None, Said(cluster, said.where) if cluster else None
        rest = text[len(places.park):] if places.park and text.startswith(places.park) else text
        for start in (rest, text):
            place = place_in(start) if start else ""
            known = names.area(place, places.park) if place else None
            if known or (place and is_zone(place) and place != places.park):
                return Said(place, said.where), None
            if place and places.park and start is text and not places.is_park(place, lexicon) and not place.startswith(places.park):
                return Said(place, said.where), None
        rest = _without_period_in_front(rest)
        zone = _known_start(rest, lexicon, places)
        if zone:
            return Said(zone, said.where), None
        cluster = _cluster_start(rest, lexicon)
        if cluster:
            return None, Said(cluster, said.where)
    return None, None


def _known_start(text: str, lexicon: Lexicon, places: Places) -> str:
    """A zone of the park, or one that the file lists, that a title begins with and is about alone."""
    zones = [n for p in lexicon.catalogue.parks.values() if p.name in (places.park, lexicon.names.park(places.park)) for z in p.zones for n in (z.name, *z.aliases)]
    return _first_name(text, [*zones, *lexicon.names.listed("area")])


def _first_name(text: str, names: list[str]) -> str:
    return max((n for n in names if text.startswith(squeeze(clean(n))) and not _AND.match(text[len(squeeze(clean(n))):])), key=len, default="")


def _cluster_start(text: str, lexicon: Lexicon) -> str:
    """A cluster that a title begins with and is about: 纺织产业主要指标, not 分产业 and not 产业集群."""
    names = [n for c in lexicon.catalogue.clusters.values() for n in (c.name, *c.aliases)] + lexicon.names.listed("cluster")
    found = _first_name(text, [n for n in names if len(n) > 1])
    if found.endswith("产业") and len(found) > 3 and found not in lexicon.names.listed("cluster"):
        found = found.removesuffix("产业")  # a title speaks of 纺织产业, where the cluster is 纺织
    if found and re.match(r"(?:产业)?(?:集群)?(?:$|主要|运行|经济|生产|各项|指标|产值|\d|20)", text[len(found):]):
        return found
    whole = re.fullmatch(r"((?![分各主])[^、，。:：]{2,8})(?:产业|行业|集群)", text)
    return (whole[1] if text.endswith("产业") else text) if whole and not is_kind_word(text) else ""


def _without_period_in_front(text: str) -> str:
    for period in find_periods(text):
        text = text.replace(period.text, "", 1)
    return text.lstrip("年度的")
