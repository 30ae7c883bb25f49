"""The figures of a document of ours: read by etl.texts, each held against the facts that a person copied out of it.

What the reader proposes and the facts confirm is loaded with its sentence and its own words; what it misses is loaded from the
facts, with the sentence that its quote stands in. Nothing is loaded that the facts do not hold.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from etl.documents import read_facts
from etl.texts import Figure, Sentence, TextReading, read_text
from etl.texts.documents import read_document
from etl.texts.vocabulary import plain
from park.catalogue import Catalogue
from park.locale import _
from park.store.records import OBSERVATION_SCHEMA, Finding, Reading

SURE, DOUBTED, REPAIRED, MISSED, MISFILED = "sure", "doubted", "repaired", "missed", "misfiled"
_SAME = Decimal("1e-6")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with what the reader made of it. state: sure, doubted, repaired (the value that the doubt names), missed, misfiled (without a doubt, but of
    another part than the fact's); row: the observation; figure: None where it was missed; sentence: its number."""

    state: str
    row: dict
    figure: Figure | None
    sentence: int


@dataclass(frozen=True)
class Confirmed:
    """A document confirmed against its facts. facts: in their order; strays: proposals that no fact holds, which are not loaded."""

    facts: tuple[Fact, ...]
    strays: tuple[Figure, ...]
    reading: Reading

    def lines(self) -> Iterator[str]:
        """What is not read as sure: one line per fact, then the proposals that no fact holds."""
        for fact in self.facts:
            if fact.state != SURE:
                why = fact.figure.doubt or _part(fact.figure) if fact.figure else _("not proposed")
                yield _("{state}: sentence {number}, {indicator}, {words}: {why}").format(
                    state=fact.state, number=fact.sentence, indicator=fact.row["indicator"], words=fact.row["raw"], why=why)
        for figure in self.strays:
            yield _("{state}: sentence {number}, {indicator}, {words}: {why}").format(
                state="stray" if figure.doubt else "WRONG", number=figure.sentence, indicator=figure.indicator, words=figure.raw, why=figure.doubt)


def confirmed(document: Path, catalogue: Catalogue, title: str = "") -> Confirmed:
    """A document (.txt) confirmed against the facts beside it (.csv, see etl.documents). title: what its figures give as their file, in place
    of the document's own file name. Raises FactError, Unreadable."""
    name = f"{title}{document.suffix}" if title else document.name
    facts = read_facts(document.with_suffix(".csv"), catalogue)
    text = read_text(read_document(document).text, name=name, catalogue=catalogue)
    quotes = _quotes(document.with_suffix(".csv"))
    left = list(text.figures)
    found = [_confirm(row, quote, left, text, catalogue) for row, quote in zip(facts.observations.to_pylist(), quotes, strict=True)]
    return Confirmed(tuple(found), tuple(left), _loadable(name, facts, found))


def _part(figure: Figure) -> str:
    return figure.firm or figure.area or figure.cluster or "—"


def _quotes(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [plain(row["quote"]) for row in csv.DictReader(file)]


def _confirm(row: dict, quote: str, left: list[Figure], text: TextReading, catalogue: Catalogue) -> Fact:
    same = [f for f in left if f.indicator == row["indicator"] and f.measure == row["measure"] and f.period_end == row["period_end"]]
    values = (row["value"], row["value_high"])
    exact = [f for f in same if _equal(values, (f.value, f.value_high)) and _growth(row, f)]
    repaired = [f for f in same if f.likely and _equal(values, (f.likely.value, f.likely.value_high))]
    near = sorted(exact or repaired, key=lambda f: -_overlap(quote, text.sentences[f.sentence - 1].plain))
    if not near:
        return Fact(MISSED, row, None, _sentence_of(quote, text.sentences))
    left.remove(near[0])
    state = REPAIRED if not exact else DOUBTED if near[0].doubt else SURE if _whose(row, near[0], text, catalogue) else MISFILED
    return Fact(state, row, near[0], near[0].sentence)


def _equal(these: tuple, others: tuple) -> bool:
    return all((a is None) == (b is None) and (a is None or abs(a - b) <= _SAME * max(Decimal(1), abs(b))) for a, b in zip(these, others, strict=True))


def _growth(row: dict, figure: Figure) -> bool:
    """A growth alone must be the same growth."""
    return row["value"] is not None or row["yoy"] == figure.yoy


def _whose(row: dict, figure: Figure, text: TextReading, catalogue: Catalogue) -> bool:
    """True where the figure is of the fact's firm, zone and cluster. A part that its line does not name need not be read."""
    if row["firm"] or figure.firm:
        return _bare(row["firm"]) == _bare(figure.firm)
    line = text.sentences[figure.sentence - 1].line
    words = "".join(s.plain for s in text.sentences if s.line == line)
    zones = [zone for park in catalogue.parks.values() for zone in park.zones]
    for mine, read, parts, ending in ((row["area"], figure.area, zones, ""), (row["cluster"], figure.cluster, catalogue.clusters.values(), "(?:材料)?(?:产业|集群|链|行业)")):
        names = next(({plain(name) for name in (part.name, *part.aliases)} for part in parts if part.name == mine), {plain(mine)})
        if plain(read) not in names and (read or re.search(f"(?:{'|'.join(map(re.escape, names))}){ending}", words)):
            return False
    return True


def _bare(firm: str) -> str:
    return re.sub(r"(?:股份)?(?:有限)?(?:责任)?(?:公司)?$", "", plain(firm)).strip("*")


def _overlap(quote: str, sentence: str) -> int:
    """How many pieces of five characters of a quote stand in a sentence."""
    return sum(quote[i:i + 5] in sentence for i in range(max(1, len(quote) - 4)))


def _sentence_of(quote: str, sentences: tuple[Sentence, ...]) -> int:
    """The sentence that a quote stands in, by most of its words: that with its number first."""
    number = re.search(r"\d[\d.]*", quote)
    return max(sentences, key=lambda s: (_overlap(quote, s.plain), bool(number and number[0] in s.plain), -s.number)).number


def _loadable(name: str, facts: Reading, found: list[Fact]) -> Reading:
    rows = [{**f.row, "file": name, "cell": str(f.sentence), "raw": f.figure.raw if f.figure else f.row["raw"]} for f in found]
    notes = {MISSED: _("{words}: not proposed by the reader, copied by a person."), DOUBTED: _("{words}: confirmed by a person in spite of a doubt ({why})."),
             REPAIRED: _("{words}: corrected by a person ({why}).")}
    findings = tuple(
        Finding(f"text_{f.state}", "note", name, "", str(f.sentence), notes[f.state].format(words=row["raw"], why=f.figure.doubt if f.figure else ""), "", 0)
        for f, row in zip(found, rows, strict=True) if f.state in notes
    )
    cells = {str(number): str(f.sentence) for number, f in enumerate(found, start=1)}
    firms = tuple(replace(firm, file=name, cell=cells.get(firm.cell, firm.cell)) for firm in facts.firms)
    return replace(facts, file=name, observations=pa.Table.from_pylist(rows, schema=OBSERVATION_SCHEMA), findings=findings, firms=firms)
