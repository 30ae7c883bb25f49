"""Names without a kind of their own below an indicator's row (工业总产值, 其中：海工装备, 生物制药): whether they are its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .kinds import open_kind
from .labels import Label

CLOSE = 0.001  # how far the parts may miss their whole, as a share of it
# Words of scope: what they name is another indicator (其中：高新技术产业, 规模以上企业), no zone or cluster.
SCOPE = re.compile(
    r"高新|高技术|战略性|新兴产业|规上|规下|规模|限上|限下|民营|民间|私营|国有|集体|外资|外商|内资|重点|骨干|服务业|农业|建筑业|商贸|第[一二三]产业|新增|新建|续建|亿元|万元"
    r"|技改|以上|以下|企业|项目|投资|收入|税|产品|出口|内销|增加值|产值|利润|资金|用地|土地|人员|就业")


@dataclass
class Block:
    """Rows below the row of an indicator: parent, and (row, label) of each. told: 其中 or deeper indents say that they are parts."""

    parent: int
    rows: list[tuple[int, Label]] = field(default_factory=list)
    told: bool = False

    def names(self) -> list[str]:
        """The names that nobody knows."""
        return [label.name for _r, label in self.rows if label.name]


def part_kinds(
    labelled: Iterable[tuple[int, Label, bool]], indent: Callable[[int], int], figures: Callable[[int], list[object]], words: str,
) -> dict[int, str]:
    """Row -> area or cluster for the names of open kind that are parts of the indicator above them: said so by 其中 or their indent,
    or because they add up to it. labelled: (row, label, has figures); figures: the cells of a row's value columns."""
    kinds: dict[int, str] = {}
    for block in _blocks(labelled, indent):
        names = block.names()
        if not names or any(SCOPE.search(name) for name in names):
            continue
        if block.told or _adds_up(figures(block.parent), [figures(r) for r, _label in block.rows]):
            beside = [label for _r, label in block.rows if not label.name]
            for r, label in block.rows:
                kind = open_kind(label.name, beside, words, names) if label.name else ""
                if kind in ("area", "cluster"):
                    kinds[r] = kind
    return kinds


def _blocks(labelled: Iterable[tuple[int, Label, bool]], indent: Callable[[int], int]) -> Iterator[Block]:
    block: Block | None = None
    for r, label, has_figures in labelled:
        part = label.name or label.area or label.cluster
        if has_figures and part and not label.indicator and not label.total:
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
