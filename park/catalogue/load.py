"""Reads data/catalogue/*.toml into frozen records and refuses what is broken."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from .model import Catalogue, CatalogueError, Cluster, Indicator, Park, Thresholds, Unit, Zone

FOLDER = Path(__file__).resolve().parents[2] / "data" / "catalogue"
CHOICES = {
    "group": ("economy", "investment", "projects", "land", "finance", "efficiency", "environment", "other"),
    "kind": ("flow", "stock", "ratio"),
    "aggregation": ("sum", "last", "none"),
    "better": ("higher", "lower"),
}


@lru_cache(maxsize=4)
def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """The catalogue of a folder; raises CatalogueError with file, key and reason for a broken entry."""
    units = _units(folder)
    unit_names = _unit_names(units)
    indicators = _indicators(folder, unit_names)
    parks, clusters = _parks(folder), _clusters(folder)
    for cluster in clusters.values():
        for park in cluster.leading_in:
            _refuse_if(park not in parks, "clusters.toml", f"{cluster.name}.leading_in", f"no park is called {park!r}")
    return Catalogue(
        indicators=MappingProxyType(indicators),
        units=MappingProxyType(units),
        parks=MappingProxyType(parks),
        clusters=MappingProxyType(clusters),
        thresholds=_thresholds(folder),
        unit_names=MappingProxyType(unit_names),
    )


def _read(folder: Path, file: str) -> dict:
    try:
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(file, "file", "is missing") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(file, "file", f"is not valid TOML ({error})") from None


def _refuse_if(broken: bool, file: str, key: str, reason: str) -> None:
    if broken:
        raise CatalogueError(file, key, reason)


def _take(entry: dict, file: str, key: str, name: str, kind: type, default=None):
    value = entry.get(name, default)
    _refuse_if(value is None, file, f"{key}.{name}", "is missing")
    _refuse_if(not isinstance(value, kind), file, f"{key}.{name}", f"must be {kind.__name__}, is {value!r}")
    _refuse_if(kind is str and default is None and not value.strip(), file, f"{key}.{name}", "is empty")
    return value


def _names(entry: dict, file: str, key: str, name: str) -> tuple[str, ...]:
    values = _take(entry, file, key, name, list, [])
    for value in values:
        _refuse_if(not isinstance(value, str) or not value.strip(), file, f"{key}.{name}", f"holds {value!r}, not a name")
    return tuple(values)


def _only(entry: dict, file: str, key: str, allowed: set[str]) -> None:
    unknown = sorted(set(entry) - allowed)
    _refuse_if(bool(unknown), file, f"{key}.{unknown[0]}" if unknown else key, "is not a known key")


def _decimal(text: object, file: str, key: str) -> Decimal:
    try:
        value = Decimal(str(text))
    except InvalidOperation:
        raise CatalogueError(file, key, f"is not a number: {text!r}") from None
    _refuse_if(not value.is_finite() or value <= 0, file, key, f"must be above zero, is {text!r}")
    return value


def _units(folder: Path) -> dict[str, Unit]:
    file, units = "units.toml", {}
    for entry in _read(folder, file).get("unit", []):
        name = _take(entry, file, "unit", "name", str)
        _only(entry, file, name, {"name", "dimension", "factor", "aliases", "currency"})
        _refuse_if(name in units, file, name, "stands twice")
        units[name] = Unit(
            name=name,
            dimension=_take(entry, file, name, "dimension", str),
            factor=_decimal(_take(entry, file, name, "factor", str), file, f"{name}.factor"),
            aliases=_names(entry, file, name, "aliases"),
            currency=_take(entry, file, name, "currency", str, ""),
        )
        _refuse_if(
            units[name].dimension == "money" and not units[name].currency, file, f"{name}.currency", "money needs one"
        )
    return units


def _unit_names(units: dict[str, Unit]) -> dict[str, str]:
    names: dict[str, str] = {}
    for unit in units.values():
        for written in (unit.name, *unit.aliases):
            _refuse_if(
                written in names, "units.toml", f"{unit.name}.aliases", f"{written!r} already names {names.get(written)!r}"
            )
            names[written] = unit.name
    return names


def _indicators(folder: Path, unit_names: dict[str, str]) -> dict[str, Indicator]:
    file, indicators, taken = "indicators.toml", {}, {}
    allowed = {"code", "name_zh", "name_en", "aliases", "unit", "headline", "stands_in", *CHOICES}
    for entry in _read(folder, file).get("indicator", []):
        code = _take(entry, file, "indicator", "code", str)
        _only(entry, file, code, allowed)
        _refuse_if(code in indicators, file, code, "stands twice")
        for key, choices in CHOICES.items():
            value = _take(entry, file, code, key, str)
            _refuse_if(value not in choices, file, f"{code}.{key}", f"must be one of {', '.join(choices)}, is {value!r}")
        unit = _take(entry, file, code, "unit", str)
        _refuse_if(unit_names.get(unit) != unit, file, f"{code}.unit", f"no unit is called {unit!r}")
        indicator = Indicator(
            code=code,
            name_zh=_take(entry, file, code, "name_zh", str),
            name_en=_take(entry, file, code, "name_en", str),
            aliases=_names(entry, file, code, "aliases"),
            unit=unit,
            headline=_take(entry, file, code, "headline", int, 0),
            stands_in=_names(entry, file, code, "stands_in"),
            **{key: entry[key] for key in CHOICES},
        )
        for name in (indicator.name_zh, *indicator.aliases):
            _refuse_if(name in taken, file, f"{code}.aliases", f"{name!r} already names {taken.get(name)!r}")
            taken[name] = code
        indicators[code] = indicator
    for indicator in indicators.values():
        for other in indicator.stands_in:
            _refuse_if(other not in indicators, file, f"{indicator.code}.stands_in", f"no indicator has the code {other!r}")
    headlines = sorted(i.headline for i in indicators.values() if i.headline)
    _refuse_if(headlines != [1, 2, 3, 4, 5], file, "headline", f"must number 1 to 5, is {headlines}")
    return indicators


def _parks(folder: Path) -> dict[str, Park]:
    file, parks = "areas.toml", {}
    for entry in _read(folder, file).get("park", []):
        name = _take(entry, file, "park", "name", str)
        _only(entry, file, name, {"name", "name_en", "aliases", "source", "zones"})
        _refuse_if(name in parks, file, name, "stands twice")
        zones = tuple(_zone(zone, file, name) for zone in _take(entry, file, name, "zones", list, []))
        _refuse_if(len({z.name for z in zones}) < len(zones), file, f"{name}.zones", "a zone stands twice")
        parks[name] = Park(
            name=name,
            name_en=_take(entry, file, name, "name_en", str),
            aliases=_names(entry, file, name, "aliases"),
            source=_take(entry, file, name, "source", str, ""),
            zones=zones,
        )
    return parks


def _zone(entry: object, file: str, park: str) -> Zone:
    _refuse_if(not isinstance(entry, dict), file, f"{park}.zones", f"holds {entry!r}, not a table")
    key = f"{park}.zones"
    _only(entry, file, key, {"name", "name_en", "aliases", "colour"})
    return Zone(
        name=_take(entry, file, key, "name", str),
        name_en=_take(entry, file, key, "name_en", str),
        aliases=_names(entry, file, key, "aliases"),
        colour=_take(entry, file, key, "colour", int, 0),
    )


def _clusters(folder: Path) -> dict[str, Cluster]:
    file, clusters = "clusters.toml", {}
    for entry in _read(folder, file).get("cluster", []):
        name = _take(entry, file, "cluster", "name", str)
        _only(entry, file, name, {"name", "name_en", "aliases", "leading_in", "colour"})
        _refuse_if(name in clusters, file, name, "stands twice")
        clusters[name] = Cluster(
            name=name,
            name_en=_take(entry, file, name, "name_en", str),
            aliases=_names(entry, file, name, "aliases"),
            leading_in=_names(entry, file, name, "leading_in"),
            colour=_take(entry, file, name, "colour", int, 0),
        )
    return clusters


def _thresholds(folder: Path) -> Thresholds:
    file = "thresholds.toml"
    data = _read(folder, file)
    status, findings = data.get("status", {}), data.get("findings", {})
    _only(status, file, "status", {"ahead", "on_pace", "slow"})
    values = {key: _decimal(status.get(key), file, f"status.{key}") for key in ("ahead", "on_pace", "slow")}
    _refuse_if(
        not values["ahead"] >= values["on_pace"] >= values["slow"], file, "status", "needs ahead >= on_pace >= slow"
    )
    return Thresholds(
        **values,
        growth_points=_decimal(findings.get("growth_points"), file, "findings.growth_points"),
        parts_percent=_decimal(findings.get("parts_percent"), file, "findings.parts_percent"),
    )
