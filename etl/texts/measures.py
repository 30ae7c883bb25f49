"""Which amounts an indicator can have, and what they are in its own unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from etl.recognise.units import parse_unit, to_canonical
from park.catalogue import Catalogue, UnitMismatch, convert

from .model import Amount

_COUNTED = frozenset({"家", "户", "个", "项"})
_PEOPLE = frozenset({"人", "名", "万人", "千人", "个", "万个"})
# One name, two indicators: the unit says which (标准厂房 is an area, or a number of buildings).
_BY_UNIT = {
    ("standard_factory_area", "count"): "standard_factory_buildings", ("illegal_buildings_demolished", "area"): "illegal_building_area_demolished",
    ("illegal_buildings_found", "area"): "illegal_building_area_found", ("roads_built", "length"): "road_length",
}

# 亩均税收24.5万元, 发行价格30元: the name says the rest of the unit. (own unit, dimension written) -> unit of the numerator.
_SAID_BY_NAME = {("万元/亩", "money"): "万元", ("元/股", "money"): "元", ("万元/人", "money"): "万元"}


class Measures:
    """Units of a catalogue's indicators."""

    def __init__(self, catalogue: Catalogue):
        self.catalogue = catalogue

    def by_unit(self, code: str, amount: Amount) -> str:
        """The indicator that a name means with this unit."""
        name = parse_unit(amount.unit) if amount.unit else None
        return _BY_UNIT.get((code, self.catalogue.units[name].dimension), code) if name else code

    def fits(self, code: str, amount: Amount) -> bool:
        """True where the amount's unit is one that the indicator is counted in."""
        indicator = self.catalogue.indicators[code]
        if not indicator.comparable:
            return False
        name = parse_unit(amount.unit)
        if name is None:
            return self.value(code, amount.value, amount.unit) is not None if amount.unit.startswith(("万", "亿")) else False
        own = self.catalogue.units[indicator.unit]
        if (own.name, self.catalogue.units[name].dimension) in _SAID_BY_NAME:
            return self.value(code, amount.value, amount.unit) is not None
        if own.dimension == "count":
            return self._same_count(code, indicator.unit, name)
        return self.value(code, amount.value, amount.unit) is not None

    def _same_count(self, code: str, own: str, written: str) -> bool:
        if code == "new_jobs":
            return written in _PEOPLE
        if own in _COUNTED:
            return written in _COUNTED
        return written == own or (own in ("项", "件") and written in ("项", "件", "个")) or (own in ("处", "条", "座", "份", "名", "次") and written in ("个", "处", "条", "座", "份", "名", "人", "次", "件", "块", "幅", "家"))

    def value(self, code: str, value: Decimal | None, unit: str) -> Decimal | None:
        """A value in the indicator's own unit, exactly; None where the unit does not convert."""
        if value is None:
            return None
        indicator, written = self.catalogue.indicators[code], self.catalogue.unit(parse_unit(unit) or "")
        numerator = _SAID_BY_NAME.get((indicator.unit, written.dimension)) if written else None
        try:
            if numerator:
                return convert(value, written, self.catalogue.units[numerator])
            return to_canonical(value, unit, indicator, self.catalogue)
        except UnitMismatch:
            return None

    def widened(self, low: Amount, high: Amount) -> Amount | None:
        """The range from low to high in high's unit; None where they do not make one."""
        unit = high.unit or low.unit
        a, b = self.catalogue.unit(parse_unit(low.unit) or ""), self.catalogue.unit(parse_unit(unit) or "")
        if a is None or b is None or high.value is None:
            return None
        try:
            start = convert(low.value, a, b)
        except UnitMismatch:
            return None
        return replace(high, value=start, high=high.value, comparator="range", unit=unit) if start < high.value else None
