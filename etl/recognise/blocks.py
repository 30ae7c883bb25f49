"""Names without a kind of their own below the row of an indicator or zone (工业总产值, 其中：海工装备): whether they are its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .context import is_area_like
from .kinds import open_kind
from .labels import Label

CLOSE = 0.001  # how far the parts may miss their whole, as a share of it
# Words of scope: what they name is another indicator (其中：高新技术产业, 规模以上企业), no zone or cluster.
SCOPE = re.compile(
    r"高新|高技术|战略性|新兴产业|规上|规下|规模|限上|限下|民营|民间|私营|国有|集体|外资|外商|内资|重点|骨干|服务业|农业|建筑业|商贸|第[一二三]产业|新增|新建|续建|亿元|万元"
    r"|技改|以上|以下|企业|项目|投资|收入|税|产品|出口|内销|增加值|产值|利润|资金|用地|土地|人员|就业")


@dataclass
class Block:
    """Rows below the row of an indicator or zone: parent, and (row, label) of each. told: 其中 or deeper indents say that they are parts."""

    parent: int
    zone: str = ""
    rows: list[tuple[int, Label]] = field(default_factory=list)
    told: bool = False

    def names(self) -> list[str]:
        """The names that nobody knows."""
        return [label.name for _r, label in self.rows if label.name]


@dataclass(frozen=True, slots=True)
class Part:
    """What a name of open kind is: area or cluster, and the zone that it is a part of ("" for the park)."""

    kind: str
    area: str = ""


def parts_of(
    labelled: Iterable[tuple[int, Label, bool]], indent: Callable[[int], int], figures: Callable[[int], list[object]], words: str,
) -> dict[int, Part]:
    """The names of open kind that are parts of the indicator or zone above them, by row: said so by 其中 or their indent, or because
    they add up to it. labelled: (row, label, has figures); figures: the cells of a row's value columns."""
    found: dict[int, Part] = {}
    for block in _blocks(labelled, indent):
        names = block.names()
        if not names or any(SCOPE.search(name) for name in names):
            continue
        if block.told or _adds_up(figures(block.parent), [figures(r) for r, _label in block.rows]):
            beside = [label for _r, label in block.rows if not label.name]
            for r, label in block.rows:
                kind = open_kind(label.name, beside, "" if block.zone else words, names) if label.name else ""
                if kind == "cluster" or kind == "area" and not block.zone:
                    found[r] = Part(kind, block.zone)
    return found


def _blocks(labelled: Iterable[tuple[int, Label, bool]], indent: Callable[[int], int]) -> Iterator[Block]:
    """Each row of an indicator, and each of a zone over names that are no zones, with the rows of names below it."""
    block: Block | None = None
    for r, label, has_figures in labelled:
        zone = label.area or (label.name if is_area_like(label.name) else "")
        part = label.name or label.area or label.cluster
        if has_figures and part and not label.indicator and not label.total:
            if zone and not label.of_which and (block is None or block.zone or not block.rows):
                if block is not None and block.rows:
                    yield block
                elif block is not None and not block.zone:  # zones right below an indicator are its parts
                    block.rows.append((r, label))
                    block.told |= indent(r) > indent(block.parent)
                    continue
                block = Block(r, zone=zone)
                continue
            if block is not None:
                block.told |= not block.rows and (label.of_which or indent(r) > indent(block.parent))
                block.rows.append((r, label))
            continue
        if block is not None and block.rows:
            yield block
            block = None
        if label.indicator and has_figures and not (label.of_which and block is not None):
            block = Block(r)
        elif not label.of_which:
            block = None
    if block is not None and block.rows:
        yield block


def _adds_up(whole: list[object], parts: list[list[object]]) -> bool:
    """True where two parts or more add up to the whole in every column that all of them fill."""
    adding = 0
    for place, total in enumerate(whole):
        values = [part[place] for part in parts]
        if isinstance(total, float) and total and all(isinstance(v, float) for v in values):
            if abs(sum(values) - total) > CLOSE * abs(total):
                return False
            adding += 1
    return adding > 0 and len(parts) > 1
