"""The words a text is read with: names of the catalogue's indicators and data/catalogue/texts.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from etl.recognise.text import compact, simplified
from park.catalogue import Catalogue, CatalogueError

FILE = Path(__file__).resolve().parents[2] / "data" / "catalogue" / "texts.toml"


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """indicators: name as the plain form writes it -> code; words: list name -> words; the patterns are compiled from them."""

    indicators: MappingProxyType[str, str]
    words: MappingProxyType[str, tuple[str, ...]]
    indicator_pattern: re.Pattern

    def pattern(self, *lists: str) -> str:
        """An alternation of the words of these lists, longer ones first."""
        return alternation(word for name in lists for word in self.words[name])


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _file() -> dict:
    try:
        return tomllib.loads(FILE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(FILE.name, "file", "is missing") from None
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(FILE.name, "file", f"is not valid TOML ({error})") from None


def load_vocabulary(catalogue: Catalogue, learned: tuple[tuple[str, str, str], ...] = ()) -> Vocabulary:
    """The vocabulary of a catalogue; learned: (kind, written, meaning) that a person settled beats the files.

    Raises CatalogueError for a name of texts.toml whose code the catalogue does not have.
    """
    data = _file()
    indicators = _catalogue_names(catalogue, data["reading"])
    for code, names in data["names"].items():
        if code not in catalogue.indicators:
            raise CatalogueError(FILE.name, f"names.{code}", "no indicator has this code")
        indicators.update({plain(name): code for name in names})
    indicators.update({plain(written): code for kind, written, code in learned if kind == "indicator" and code in catalogue.indicators})
    indicators = {n: c for n, c in indicators.items() if not (n.startswith("实现") and n[2:] in indicators)}  # the verb is a word of its own
    words = {name: tuple(plain(w) for w in entries) for part in ("words", "names_of", "headings") for name, entries in _prefixed(part, data[part])}
    return Vocabulary(MappingProxyType(indicators), MappingProxyType(words), re.compile(alternation(indicators)))


def _prefixed(part: str, lists: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    return [(f"heading_{name}" if part == "headings" else name, entries) for name, entries in lists.items()]


def _catalogue_names(catalogue: Catalogue, reading: dict[str, list[str]]) -> dict[str, str]:
    """Names and aliases that prose can bear: without remarks in brackets, each scale word in its three spellings."""
    dropped = {plain(name) for name in reading["dropped"]} - {plain(name) for name in reading["kept"]}
    found: dict[str, str] = {}
    for indicator in (i for i in catalogue.indicators.values() if i.code not in reading["project_codes"]):
        for written in (indicator.name_zh, *indicator.aliases):
            for name in _spellings(plain(written)):
                if name not in dropped and len(name) > 1:
                    found.setdefault(name, indicator.code)
    return found


def _spellings(name: str) -> set[str]:
    names = {name, re.sub(r"\([^()]*\)", "", name)}
    for short, long in (("规上", "规模以上"), ("规模以上", "规上")):
        names |= {n.replace(short, long, 1) for n in names if n.startswith(short)}
    return names | {n.removesuffix("数") for n in names if n.endswith(("企业数", "项目数"))}


def plain(name: str) -> str:
    """A name in the form of a sentence's plain text."""
    return compact(simplified(name))
