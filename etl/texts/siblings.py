"""Names by their place: unknown words at the head of clauses that are built like clauses of known names are names of the same kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from .finder import Finder
from .firm_names import CN, FRONT, TIME, VERBS, bounded
from .model import Sentence
from .name_rules import DOINGS, FIGURE
from .vocabulary import alternation

_ENDED = "产业集群|产业链|产业|集群|链条|链|行业|板块"


class Siblings:
    """Finds the names that only their siblings tell, once the other names of a text are known."""

    def __init__(self, finder: Finder, indicator: str):
        verbs = alternation((*VERBS, "引进", "盘活", "新开工"))
        self._finder = finder
        self._head = re.compile(rf"{FRONT}(?:其中|而|另外)?(?P<name>{CN}{{2,10}}?)(?=[{TIME}]?(?:{verbs})?了?(?P<of>{indicator}|{FIGURE}))")
        self._first = re.compile(rf"^[{TIME}]?(?P<name>{CN}{{4}}?)(?=[{TIME}]?(?:{DOINGS}|受|因|由于|克服))")

    def found(self, sentences: Iterable[Sentence], names: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
        """plain name -> (kind, name) of the unknown heads of each line; a firm among firms that looks like an industry too."""
        lines: dict[int, list[str]] = defaultdict(list)
        whole = []
        for sentence in sentences:
            lines[sentence.line].append(bounded(sentence.plain))
            whole.append(sentence.plain)
        text = "\n".join(whole)
        found: dict[str, tuple[str, str]] = {}
        for clauses in lines.values():
            found |= self._line(clauses, {**names, **found}, text)
        return found

    def _line(self, clauses: list[str], names: Mapping[str, tuple[str, str]], text: str) -> dict[str, tuple[str, str]]:
        heads: dict[str, set[str]] = defaultdict(set)
        for clause in clauses:
            for match in self._head.finditer(clause):
                heads[re.sub(r"^[\d.,-]+", "", match["of"])].add(match["name"])
        found: dict[str, tuple[str, str]] = {}
        for group in heads.values():
            kinds = {names[name][0] for name in group if name in names} - {"park"}
            if kinds == {"firm", "cluster"} and (taken := self._firms_among(group, names, text)):
                found |= taken
                kinds = {"firm"}
            if len(kinds) == 1:
                kind = kinds.pop()
                found |= {name: (kind, name) for name in group if name not in names and self._finder.fits_kind(name, kind)}
        if any(names.get(name, ("",))[0] == "firm" for group in heads.values() for name in group):
            firms = [match["name"] for clause in clauses if (match := self._first.search(clause))]
            found |= {name: ("firm", name) for name in firms if name not in names and self._finder.fits_kind(name, "firm") and self._finder.ends_like_firm(name)}
        return found

    def _firms_among(self, group: set[str], names: Mapping[str, tuple[str, str]], text: str) -> dict[str, tuple[str, str]]:
        """石英光电…;木棉家居…: both firms, unless one of them is called an industry somewhere, or cannot be a firm's name."""
        clusters = [name for name in group if names.get(name, ("",))[0] == "cluster"]
        if any(len(name) != 4 or not self._finder.ends_like_firm(name) or re.search(rf"{name}(?:{_ENDED})", text) for name in clusters):
            return {}
        return {name: ("firm", name) for name in clusters}
