"""Reads entries of data/catalogue: every function refuses what is broken with file, key and reason."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from pathlib import Path

from .model import CatalogueError


def read(folder: Path, file: str) -> dict:
    """The content of a TOML file of the catalogue."""
    try:
        return tomllib.loads((folder / file).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(file, "file", "is missing") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(file, "file", f"is not valid TOML ({error})") from None


def refuse_if(broken: bool, file: str, key: str, reason: str) -> None:
    """Raises CatalogueError if the entry is broken."""
    if broken:
        raise CatalogueError(file, key, reason)


def take(entry: dict, file: str, key: str, name: str, kind: type, default=None):
    """A value of an entry, of the type it must have; without a default it must be there and not empty."""
    value = entry.get(name, default)
    refuse_if(value is None, file, f"{key}.{name}", "is missing")
    refuse_if(not isinstance(value, kind), file, f"{key}.{name}", f"must be {kind.__name__}, is {value!r}")
    refuse_if(kind is str and default is None and not value.strip(), file, f"{key}.{name}", "is empty")
    return value


def names(entry: dict, file: str, key: str, name: str) -> tuple[str, ...]:
    """A list of words; none where the key is left out."""
    values = take(entry, file, key, name, list, [])
    for value in values:
        refuse_if(not isinstance(value, str) or not value.strip(), file, f"{key}.{name}", f"holds {value!r}, not a name")
    return tuple(values)


def only(entry: dict, file: str, key: str, allowed: set[str]) -> None:
    """Refuses keys that mean nothing."""
    unknown = sorted(set(entry) - allowed)
    refuse_if(bool(unknown), file, f"{key}.{unknown[0]}" if unknown else key, "is not a known key")


def decimal(text: object, file: str, key: str) -> Decimal:
    """An exact number above zero."""
    try:
        value = Decimal(str(text))
    except InvalidOperation:
        raise CatalogueError(file, key, f"is not a number: {text!r}") from None
    refuse_if(not value.is_finite() or value <= 0, file, key, f"must be above zero, is {text!r}")
    return value
