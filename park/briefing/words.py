"""Names as they stand inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from park.charts.names import indicator_name, part_name
from park.locale import _, language

COUNTED = ("项目数", "企业数")  # 竣工投产项目6个, not 竣工投产项目数6个


def inline(name: str) -> str:
    """A name within an English sentence, where only abbreviations keep their capital; in Chinese as it is."""
    return name if language() == "zh" or name[1:2].isupper() else name[:1].lower() + name[1:]


def counted(name: str) -> str:
    """An indicator's name right before its number."""
    return name[:-1] if name.endswith(COUNTED) else inline(name)


def spoken(indicator: str, part: str = "") -> str:
    """A part's indicator in words; without a part the indicator alone. It opens a sentence."""
    name = indicator_name(indicator)
    return _("{indicator} in {part}").format(indicator=name, part=part_name(part)) if part else name


def comma() -> str:
    """Between the clauses of a sentence."""
    return "，" if language() == "zh" else ", "


def joined(clauses: Iterable[str]) -> str:
    """Clauses as one sentence."""
    return comma().join(clauses)
