"""Capacities, outputs and equipment, each counted in a unit of its own: read for firms and clusters, always in doubt."""

from __future__ import annotations

import re

from .model import Token
from .state import Subject

_EQUIPMENT_UNITS = re.compile(r"^万?(?:锭|枚|头)$")
_UNITS = re.compile(r"^万?(?:吨|台|套|件|件\(套\)|米|KVA|平方米|平米|辆|只|支)$")
_CAPACITY = re.compile(r"年产|产能|生产能力|生产规模|制造能力|扩能|扩建|纺纱规模|/年")
_VOLUME = re.compile(r"年生产")
_EQUIPMENT = re.compile(r"织机|机床|设备规模|纱锭|气流纺")
_SOMEBODY = re.compile(r"公司|产业由|(?:具备|形成)了?年产")
_BEHIND = 24  # characters behind a figure in which 的生产能力 may still belong to it


_STARTED = re.compile(r"[^,;]{0,24}?(?:项目|工程|生产线|扩建|扩能)[^,;]{0,12}?(?:开工|动工|启动|签约|落户|奠基|开建)")


def is_planned(text: str, end: int) -> bool:
    """年产1500吨…项目开工建设: what a project that has only begun is to yield."""
    return bool(_STARTED.match(text, end))


def own_unit_code(tokens: list[Token], place: int, text: str, subject: Subject) -> str:
    """The indicator of an amount such as 5万吨 or 8.5万锭; "" where no word of capacity or equipment stands with it."""
    token = tokens[place]
    unit = token.value.unit.split("/")[0]
    named = subject != Subject() and not subject.area
    if token.text.endswith("/年") and _UNITS.match(unit):
        return "production_capacity"
    if not named and not any(t.kind == "name" and t.value[0] in ("firm", "cluster") for t in tokens[:place]) and not _SOMEBODY.search(text):
        return ""
    near = text[max(0, token.start - 10):token.start]
    if _EQUIPMENT_UNITS.match(unit) or (unit == "台" and _EQUIPMENT.search(near)):
        return "equipment_count"
    if not _UNITS.match(unit):
        return ""
    before = text[:token.start]
    if _VOLUME.search(before):
        return "production_volume"
    said = _CAPACITY.search(before) or _CAPACITY.search(text[token.start:token.end + _BEHIND])
    return "production_capacity" if said else ""
