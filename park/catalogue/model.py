"""Frozen records of what the park measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType


class CatalogueError(ValueError):
    """A broken entry of data/catalogue: says file, key and reason."""

    def __init__(self, file: str, key: str, reason: str):
        super().__init__(f"{file}: {key}: {reason}")
        self.file, self.key, self.reason = file, key, reason


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: one of it is `factor` of its dimension's base; money has a currency."""

    name: str
    dimension: str
    factor: Decimal
    aliases: tuple[str, ...] = ()
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. kind: flow, stock, ratio; better: higher, lower; headline: 1-5 or 0."""

    code: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...]
    group: str
    unit: str
    kind: str
    aggregation: str
    better: str
    headline: int = 0
    stands_in: tuple[str, ...] = ()

    @property
    def comparable(self) -> bool:
        """False for 按产品 and 按设备, whose figures carry each its own unit and never add up."""
        return self.unit not in ("按产品", "按设备")

    def name(self, language: str = "zh") -> str:
        return self.name_en if language == "en" else self.name_zh


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone 片区 of a park; colour is a palette slot."""

    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Park:
    """A park 园区 of the documents with its zones; source names the document."""

    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    source: str = ""
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """An industry cluster 产业集群; leading_in lists the parks whose 主导产业 it is."""

    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    leading_in: tuple[str, ...] = ()
    colour: int = 0


@dataclass(frozen=True, slots=True)
class LandEntry:
    """What a year must yield on each 亩 (万元), the entry line 准入门槛; None where none is set."""

    output_per_mu: Decimal | None = None
    tax_per_mu: Decimal | None = None
    investment_per_mu: Decimal | None = None

    def declared(self) -> dict[str, Decimal]:
        """The lines that are set, by column of the land question."""
        lines = {name: getattr(self, name) for name in ("output_per_mu", "tax_per_mu", "investment_per_mu")}
        return {name: line for name, line in lines.items() if line is not None}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a status begins (ratios, DESIGN section 4), how far figures may differ before it is a finding, the entry line for land."""

    ahead: Decimal
    on_pace: Decimal
    slow: Decimal
    growth_points: Decimal
    parts_percent: Decimal
    land_entry: LandEntry = LandEntry()


@dataclass(frozen=True, slots=True)
class Half:
    """One half of the double assessment 双考核: its points of the hundred, and the weight of each goal beside the others."""

    code: str
    name_zh: str
    name_en: str
    points: Decimal
    weights: MappingProxyType[str, Decimal]

    def name(self, language: str = "zh") -> str:
        return self.name_en if language == "en" else self.name_zh


@dataclass(frozen=True)
class Catalogue:
    """All declared data, frozen. Mappings are by code or name."""

    indicators: MappingProxyType[str, Indicator]
    units: MappingProxyType[str, Unit]
    parks: MappingProxyType[str, Park]
    clusters: MappingProxyType[str, Cluster]
    thresholds: Thresholds
    unit_names: MappingProxyType[str, str] = field(repr=False)

    def unit(self, written: str) -> Unit | None:
        """The unit that a text such as 亿元, ㎡ or 户 names exactly, else None."""
        name = self.unit_names.get(written)
        return self.units[name] if name else None

    def headlines(self) -> tuple[Indicator, ...]:
        """The five headline indicators in their order."""
        return tuple(sorted((i for i in self.indicators.values() if i.headline), key=lambda i: i.headline))
