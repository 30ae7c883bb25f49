"""Reads data/catalogue/*.toml into frozen records and refuses what is broken."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from .entries import decimal, names, only, read, refuse_if, take
from .model import Catalogue, Cluster, Indicator, LandEntry, Park, Thresholds, Unit, Zone

FOLDER = Path(__file__).resolve().parents[2] / "data" / "catalogue"
CHOICES = {
    "group": ("economy", "investment", "projects", "land", "finance", "efficiency", "environment", "other"),
    "kind": ("flow", "stock", "ratio"),
    "aggregation": ("sum", "last", "none"),
    "better": ("higher", "lower"),
}


_decided: list[Thresholds] = []  # thresholds that an administrator set for the open store, in place of the declared ones


def load_catalogue(folder: Path = FOLDER) -> Catalogue:
    """The catalogue of a folder, with the thresholds that were decided for the open store; raises CatalogueError with file, key and
    reason for a broken entry."""
    return _with(folder, _decided[0]) if _decided and folder == FOLDER else _declared(folder)


def decide(thresholds: Thresholds | None) -> None:
    """Lets thresholds hold in place of the declared ones, for this process; None: the declared ones."""
    _decided[:] = [thresholds] if thresholds else []


def declared_thresholds() -> Thresholds:
    """The thresholds as data/catalogue declares them."""
    return _declared(FOLDER).thresholds


@lru_cache(maxsize=4)
def _with(folder: Path, thresholds: Thresholds) -> Catalogue:
    return replace(_declared(folder), thresholds=thresholds)


@lru_cache(maxsize=4)
def _declared(folder: Path) -> Catalogue:
    units = _units(folder)
    unit_names = _unit_names(units)
    indicators = _indicators(folder, unit_names)
    parks, clusters = _parks(folder), _clusters(folder)
    for cluster in clusters.values():
        for park in cluster.leading_in:
            refuse_if(park not in parks, "clusters.toml", f"{cluster.name}.leading_in", f"no park is called {park!r}")
    return Catalogue(
        indicators=MappingProxyType(indicators),
        units=MappingProxyType(units),
        parks=MappingProxyType(parks),
        clusters=MappingProxyType(clusters),
        thresholds=_thresholds(folder),
        unit_names=MappingProxyType(unit_names),
    )


def _units(folder: Path) -> dict[str, Unit]:
    file, units = "units.toml", {}
    for entry in read(folder, file).get("unit", []):
        name = take(entry, file, "unit", "name", str)
        only(entry, file, name, {"name", "dimension", "factor", "aliases", "currency"})
        refuse_if(name in units, file, name, "stands twice")
        units[name] = Unit(
            name=name,
            dimension=take(entry, file, name, "dimension", str),
            factor=decimal(take(entry, file, name, "factor", str), file, f"{name}.factor"),
            aliases=names(entry, file, name, "aliases"),
            currency=take(entry, file, name, "currency", str, ""),
        )
        refuse_if(
            units[name].dimension == "money" and not units[name].currency, file, f"{name}.currency", "money needs one"
        )
    return units


def _unit_names(units: dict[str, Unit]) -> dict[str, str]:
    named: dict[str, str] = {}
    for unit in units.values():
        for written in (unit.name, *unit.aliases):
            refuse_if(
                written in named, "units.toml", f"{unit.name}.aliases", f"{written!r} already names {named.get(written)!r}"
            )
            named[written] = unit.name
    return named


def _indicators(folder: Path, unit_names: dict[str, str]) -> dict[str, Indicator]:
    file, indicators, taken = "indicators.toml", {}, {}
    allowed = {"code", "name_zh", "name_en", "aliases", "unit", "headline", "stands_in", *CHOICES}
    for entry in read(folder, file).get("indicator", []):
        code = take(entry, file, "indicator", "code", str)
        only(entry, file, code, allowed)
        refuse_if(code in indicators, file, code, "stands twice")
        for key, choices in CHOICES.items():
            value = take(entry, file, code, key, str)
            refuse_if(value not in choices, file, f"{code}.{key}", f"must be one of {', '.join(choices)}, is {value!r}")
        unit = take(entry, file, code, "unit", str)
        refuse_if(unit_names.get(unit) != unit, file, f"{code}.unit", f"no unit is called {unit!r}")
        indicator = Indicator(
            code=code,
            name_zh=take(entry, file, code, "name_zh", str),
            name_en=take(entry, file, code, "name_en", str),
            aliases=names(entry, file, code, "aliases"),
            unit=unit,
            headline=take(entry, file, code, "headline", int, 0),
            stands_in=names(entry, file, code, "stands_in"),
            **{key: entry[key] for key in CHOICES},
        )
        for name in (indicator.name_zh, *indicator.aliases):
            refuse_if(name in taken, file, f"{code}.aliases", f"{name!r} already names {taken.get(name)!r}")
            taken[name] = code
        indicators[code] = indicator
    for indicator in indicators.values():
        for other in indicator.stands_in:
            refuse_if(other not in indicators, file, f"{indicator.code}.stands_in", f"no indicator has the code {other!r}")
    headlines = sorted(i.headline for i in indicators.values() if i.headline)
    refuse_if(headlines != [1, 2, 3, 4, 5], file, "headline", f"must number 1 to 5, is {headlines}")
    return indicators


def _parks(folder: Path) -> dict[str, Park]:
    file, parks = "areas.toml", {}
    for entry in read(folder, file).get("park", []):
        name = take(entry, file, "park", "name", str)
        only(entry, file, name, {"name", "name_en", "aliases", "source", "zones"})
        refuse_if(name in parks, file, name, "stands twice")
        zones = tuple(_zone(zone, file, name) for zone in take(entry, file, name, "zones", list, []))
        refuse_if(len({z.name for z in zones}) < len(zones), file, f"{name}.zones", "a zone stands twice")
        parks[name] = Park(
            name=name,
            name_en=take(entry, file, name, "name_en", str),
            aliases=names(entry, file, name, "aliases"),
            source=take(entry, file, name, "source", str, ""),
            zones=zones,
        )
    return parks


def _zone(entry: object, file: str, park: str) -> Zone:
    refuse_if(not isinstance(entry, dict), file, f"{park}.zones", f"holds {entry!r}, not a table")
    key = f"{park}.zones"
    only(entry, file, key, {"name", "name_en", "aliases", "colour"})
    return Zone(
        name=take(entry, file, key, "name", str),
        name_en=take(entry, file, key, "name_en", str),
        aliases=names(entry, file, key, "aliases"),
        colour=take(entry, file, key, "colour", int, 0),
    )


def _clusters(folder: Path) -> dict[str, Cluster]:
    file, clusters = "clusters.toml", {}
    for entry in read(folder, file).get("cluster", []):
        name = take(entry, file, "cluster", "name", str)
        only(entry, file, name, {"name", "name_en", "aliases", "leading_in", "colour"})
        refuse_if(name in clusters, file, name, "stands twice")
        clusters[name] = Cluster(
            name=name,
            name_en=take(entry, file, name, "name_en", str),
            aliases=names(entry, file, name, "aliases"),
            leading_in=names(entry, file, name, "leading_in"),
            colour=take(entry, file, name, "colour", int, 0),
        )
    return clusters


def _thresholds(folder: Path) -> Thresholds:
    file = "thresholds.toml"
    data = read(folder, file)
    status, findings, land = data.get("status", {}), data.get("findings", {}), data.get("land", {})
    only(status, file, "status", {"ahead", "on_pace", "slow"})
    only(land, file, "land", {"output_per_mu", "tax_per_mu", "investment_per_mu"})
    values = {key: decimal(status.get(key), file, f"status.{key}") for key in ("ahead", "on_pace", "slow")}
    refuse_if(
        not values["ahead"] >= values["on_pace"] >= values["slow"], file, "status", "needs ahead >= on_pace >= slow"
    )
    return Thresholds(
        **values,
        growth_points=decimal(findings.get("growth_points"), file, "findings.growth_points"),
        parts_percent=decimal(findings.get("parts_percent"), file, "findings.parts_percent"),
        land_entry=LandEntry(**{key: decimal(value, file, f"land.{key}") for key, value in land.items()}),
    )
