"""Proposals of a text and what a person makes of them: taken or left out, corrected, then a reading for the store."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

import pyarrow as pa

from park.catalogue import Catalogue, load_catalogue
from park.locale import _
from park.store.documents import FIELDS, Choice
from park.store.records import OBSERVATION_SCHEMA, Finding, FirmRecord, Reading

from .model import Figure
from .reader import TextReading

_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A figure with its decision. key: its place in the text; read: as the text was understood; now: with the corrections;
    taken: it will be loaded; problem: why it cannot be, "" for nothing."""

    key: str
    read: Figure
    now: Figure
    taken: bool
    problem: str = ""

    @property
    def corrected(self) -> bool:
        return self.read != self.now


def proposals(reading: TextReading, choices: Mapping[str, Choice]) -> tuple[Proposal, ...]:
    """Every figure of a text with what was decided about it; undecided ones are taken unless they are doubtful.

    Two taken figures of one key that differ both carry the problem: only one of them can hold.
    """
    found = []
    for number, figure in enumerate(reading.figures):
        key = f"{number}-{figure.start}"
        choice = choices.get(key, Choice())
        now, problem = corrected(figure, choice.edits)
        sure = not figure.doubt and not problem
        found.append(Proposal(key, figure, now, sure if choice.taken is None else choice.taken, problem))
    return _clashes(found)


def corrected(figure: Figure, edits: Mapping[str, str], catalogue: Catalogue | None = None) -> tuple[Figure, str]:
    """(the figure with what was typed over it, why it cannot be loaded so or ""). Values are in the indicator's unit."""
    catalogue = catalogue or load_catalogue()
    typed = {name: text.strip() for name, text in edits.items() if name in FIELDS}
    values: dict[str, object] = {name: text for name, text in typed.items() if name not in ("value", "value_high", "yoy")}
    for name in ("value", "value_high", "yoy"):
        if name in typed:
            number = _number(typed[name])
            if number is ...:
                return figure, _("{text} is not a number.").format(text=typed[name])
            values[name] = float(number) if name == "yoy" and number is not None else number
    now = replace(figure, **values)
    indicator = catalogue.indicators.get(now.indicator)
    if indicator is None:
        return now, _("Choose an indicator.")
    now = replace(now, unit=indicator.unit if indicator.comparable else figure.unit, comparator=_comparator(now))
    for month in (now.period_start, now.period_end):
        if not _MONTH.fullmatch(month):
            return now, _("Say of which time it is, from and to as 2024-01.")
    if now.period_start > now.period_end:
        return now, _("It ends before it begins.")
    if any(name in typed for name in ("indicator", "measure", "period_start", "period_end")):
        now = replace(now, **_times(now, indicator.kind))
    if now.value is None and now.yoy is None:
        return now, _("There is neither a figure nor a growth.")
    return now, ""


def _number(text: str) -> Decimal | None | type(...):
    if not text:
        return None
    try:
        number = Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        return ...
    return number if number.is_finite() and abs(number) < Decimal(10) ** 15 else ...


def _comparator(figure: Figure) -> str:
    if figure.value_high is not None:
        return "range"
    return "=" if figure.comparator == "range" else figure.comparator


def _times(figure: Figure, kind: str) -> dict[str, str]:
    """basis, and for a stock the months that its basis asks for."""
    start, end = figure.period_start, figure.period_end
    same_year = start[:4] == end[:4]
    if kind == "stock" and figure.measure != "target":
        return {"basis": "point", "period_start": end}
    if not same_year:
        return {"basis": "span"}
    if start.endswith("-01") and end.endswith("-12") or kind == "stock":
        return {"basis": "year", "period_start": f"{end[:4]}-01", "period_end": f"{end[:4]}-12"}
    if start == end and not (start.endswith("-01") and figure.basis == "ytd"):
        return {"basis": "month"}
    if start.endswith("-01"):
        return {"basis": "ytd"}
    return {"basis": "quarter"} if int(start[5:]) % 3 == 1 and int(end[5:]) - int(start[5:]) == 2 else {"basis": "span"}


def _clashes(found: list[Proposal]) -> tuple[Proposal, ...]:
    figures: dict[tuple, set] = {}
    for p in found:
        if p.taken and p.now.value is not None:
            figures.setdefault(key_of(p.now), set()).add((p.now.value, p.now.value_high))
    return tuple(
        replace(p, problem=_("Another figure of the same indicator, part and time is taken too: leave one of them out."))
        if p.taken and not p.problem and len(figures.get(key_of(p.now), ())) > 1 else p
        for p in found
    )


def key_of(figure: Figure) -> tuple[str, ...]:
    """What makes two figures the same fact: whose, what, which measure, which time."""
    return (figure.area, figure.cluster, figure.firm, figure.indicator, figure.measure, figure.basis, figure.period_start, figure.period_end)


def confirmed(reading: TextReading, decided: tuple[Proposal, ...], tables: Reading | None = None) -> Reading:
    """What a person let count: the taken figures, each at its sentence with its words, and the rows of the tables inside.

    Corrections, confirmed doubts and figures that were left out are notes at their sentence, so that they stay on record.
    """
    taken = [p for p in decided if p.taken and not p.problem]
    rows = [
        {**{name: getattr(p.now, name) for name in ("area", "cluster", "firm", "indicator", "measure", "basis", "period_start", "period_end",
                                                    "comparator", "value", "value_high", "unit", "yoy", "raw")},
         "file": reading.name, "sheet": "", "cell": str(p.now.sentence), "table": 0, "role": "own"}
        for p in taken
    ]
    observations = pa.Table.from_pylist(rows, schema=OBSERVATION_SCHEMA)
    firms = {p.now.firm: FirmRecord(firm=p.now.firm, file=reading.name, cell=str(p.now.sentence), table=0) for p in reversed(taken) if p.now.firm}
    prose = Reading(file=reading.name, observations=observations, findings=tuple(_notes(reading.name, decided)), firms=tuple(firms.values()),
                    park=reading.park, simulated="模拟数据" in reading.text())
    if tables is None:
        return prose
    return replace(
        prose, observations=pa.concat_tables([observations, tables.observations]), findings=prose.findings + tables.findings,
        firms=prose.firms + tables.firms, projects=tables.projects, leading=tables.leading, park=prose.park or tables.park,
        simulated=prose.simulated or tables.simulated,
    )


def _notes(file: str, decided: tuple[Proposal, ...]) -> list[Finding]:
    notes = []
    for p in decided:
        if not p.taken or p.problem:
            code, text = "left_out", _("{raw}: left out by a person.").format(raw=p.read.raw)
        elif p.corrected:
            code, text = "corrected", _("{raw}: corrected by a person ({changes}).").format(raw=p.read.raw, changes=_changes(p))
        elif p.read.doubt:
            code, text = "doubt_settled", _("{raw}: taken over by a person in spite of a doubt ({doubt}).").format(raw=p.read.raw, doubt=p.read.doubt)
        else:
            continue
        notes.append(Finding(code, "note", file, "", str(p.read.sentence), text, "", 0))
    return notes


def _changes(p: Proposal) -> str:
    return "; ".join(
        f"{name} {_plain(getattr(p.read, name))} → {_plain(getattr(p.now, name))}" for name in (*FIELDS, "basis") if getattr(p.read, name) != getattr(p.now, name)
    )


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return "—" if value in (None, "") else str(value)
