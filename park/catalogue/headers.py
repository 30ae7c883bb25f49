"""Reads data/catalogue/headers.toml: what the words of header cells mean."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from .load import FOLDER
from .model import CatalogueError

FILE = "headers.toml"


@dataclass(frozen=True)
class HeaderWords:
    """whole: word -> role for a header that is the word; tails, leads: (word, role), longest first, for longer headers."""

    whole: MappingProxyType[str, str]
    tails: tuple[tuple[str, str], ...]
    leads: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4)
def load_headers(folder: Path = FOLDER) -> HeaderWords:
    """The header words of a folder; raises CatalogueError for a broken entry or a word with two roles."""
    try:
        entries = tomllib.loads((folder / FILE).read_text(encoding="utf-8")).get("role", [])
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogueError(FILE, "file", f"cannot be read ({error})") from None
    whole: dict[str, str] = {}
    tails: list[tuple[str, str]] = []
    leads: list[tuple[str, str]] = []
    for entry in entries:
        role = entry.get("name")
        if not isinstance(role, str) or not role:
            raise CatalogueError(FILE, "role.name", "is missing")
        unknown = sorted(set(entry) - {"name", "whole", "words", "leads"})
        if unknown:
            raise CatalogueError(FILE, f"{role}.{unknown[0]}", "is not a known key")
        for word in (*entry.get("whole", ()), *entry.get("words", ())):
            if not isinstance(word, str) or not word.strip():
                raise CatalogueError(FILE, role, f"holds {word!r}, not a word")
            if word in whole:
                raise CatalogueError(FILE, role, f"{word!r} already means {whole[word]!r}")
            whole[word] = role
        tails += [(word, role) for word in entry.get("words", ())]
        leads += [(word, role) for word in entry.get("leads", ())]
    return HeaderWords(MappingProxyType(whole), _longest_first(tails), _longest_first(leads))


def _longest_first(words: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(words, key=lambda item: -len(item[0])))
