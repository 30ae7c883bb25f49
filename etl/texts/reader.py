"""A text read into figures: the interface of etl.texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pyarrow as pa

from park.catalogue import Catalogue, Indicator, load_catalogue
from park.locale import _
from park.store.records import OBSERVATION_SCHEMA, Finding, FirmRecord
from park.store.records import Reading as FileReading

from .doubts import doubt_of, doubt_parts, doubt_repeats, likely, spoilt_text, years_in
from .frame import ACTUAL
from .grammar import Grammar
from .measures import Measures
from .model import Figure, Sentence, Unread
from .names import names_in
from .opening import open_frame
from .opening import parts as parts_of
from .sentences import cut
from .state import Draft, Reading
from .tokens import Tokeniser
from .told import tells
from .turns import find_turns
from .vocabulary import load_vocabulary

DOUBT_SCHEMA = OBSERVATION_SCHEMA.append(pa.field("doubt", pa.string()))


@dataclass(frozen=True)
class TextReading:
    """What a text yielded. figures in the order of the text, doubtful ones among them; unread: numbers that gave none, with
    the reason; park: the park that the title names or ""."""

    name: str
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...]
    park: str = ""

    @property
    def doubts(self) -> tuple[str, ...]:
        """The doubt of each figure, "" for none, parallel to figures."""
        return tuple(figure.doubt for figure in self.figures)

    def explain(self) -> tuple[str, ...]:
        """One line per number: how a figure was understood, or why it was left."""
        lines = [(f.start, _("sentence {number}: {raw} = {indicator} {measure} {period}, rule: {rule}").format(
            number=f.sentence, raw=f.raw, indicator=f.indicator, measure=f.measure, period=f"{f.period_start}..{f.period_end}", rule=f.rule)
            + (f" [{f.doubt}]" if f.doubt else "")) for f in self.figures]
        lines += [(u.start, _("sentence {number}: {raw} not read: {reason}").format(number=u.sentence, raw=u.raw, reason=u.reason)) for u in self.unread]
        return tuple(line for _place, line in sorted(lines, key=lambda pair: pair[0]))

    def observations(self) -> pa.Table:
        """The figures as OBSERVATION_SCHEMA with `doubt` behind `role`; cell is the sentence's number, sheet is empty."""
        rows = [
            {"file": self.name, "sheet": "", "cell": str(f.sentence), "area": f.area, "cluster": f.cluster, "firm": f.firm, "indicator": f.indicator,
             "measure": f.measure, "basis": f.basis, "period_start": f.period_start, "period_end": f.period_end, "comparator": f.comparator,
             "value": f.value, "value_high": f.value_high, "unit": f.unit, "yoy": f.yoy, "raw": f.raw, "table": 0, "role": "own", "doubt": f.doubt}
            for f in self.figures
        ]
        return pa.Table.from_pylist(rows, schema=DOUBT_SCHEMA)

    def reading(self) -> FileReading:
        """The same for the store: each doubt is a warning at its sentence, each firm is recorded once."""
        findings = tuple(
            Finding("text_doubt", "warning", self.name, "", str(f.sentence), _("{raw}: {doubt}").format(raw=f.raw, doubt=f.doubt),
                    _("Compare it with the sentence before it is taken over."), 0)
            for f in self.figures if f.doubt
        )
        firms = {f.firm: FirmRecord(firm=f.firm, file=self.name, cell=str(f.sentence), table=0) for f in reversed(self.figures) if f.firm}
        return FileReading(file=self.name, observations=self.observations(), findings=findings, firms=tuple(firms.values()),
                           park=self.park, simulated="模拟数据" in self.text(), trace=self.explain())

    def text(self) -> str:
        """The sentences as one text, for looking words up."""
        return "\n".join(s.text for s in self.sentences)


def read_text(text: str, *, name: str, area: str = "", month: str = "", year: str = "", catalogue: Catalogue | None = None,
              learned: Iterable[tuple[str, str, str]] = ()) -> TextReading:
    """The figures that a plan, review, bulletin or target sheet states (rules of CONTRACT.md, "A text …").

    area, month (YYYY-MM), year (YYYY): what the text leaves unsaid; learned: (kind, written, meaning) that a person settled.
    Nothing is guessed: a number without a known indicator is listed in `unread`.
    """
    catalogue = catalogue or load_catalogue()
    learned = tuple(learned)
    vocabulary = load_vocabulary(catalogue, learned)
    sentences = cut(text)
    whole = "\n".join(s.plain for s in sentences)
    years = years_in(whole, year)
    spoilt = spoilt_text(whole, years)
    figures: list[Figure] = []
    unread: list[Unread] = []
    parks: list[str] = []
    for part in parts_of(sentences):
        frame = open_frame(part, vocabulary, year, month)
        known, park = names_in(part, frame.title, catalogue, vocabulary, learned)
        reading = Reading(frame, turns=find_turns(part))
        grammar = Grammar(catalogue, vocabulary, reading)
        tokeniser = Tokeniser(vocabulary, known)
        for sentence in part:
            grammar.read(sentence, tokeniser.tokens(sentence.plain))
        doubt_parts(reading.drafts, grammar.measures)
        figures += doubt_repeats(_figures(reading, catalogue, years, spoilt))
        unread += reading.unread
        parks.append(park)
    return TextReading(name, sentences, tuple(sorted(figures, key=lambda f: (f.sentence, f.start))), tuple(unread), _park(parks, area, catalogue))


def _over(reading: Reading, draft: Draft) -> bool:
    """True where the time of an actual figure was over when the text was written: then it can only tell how things went."""
    now, issued, tells = reading.frame.now, reading.frame.issued, reading.frame.tells
    if draft.measure == ACTUAL and draft.period and tells and (tells == "all" or draft.period.basis in ("ytd", "month", "quarter")):
        return True
    return bool(draft.measure == ACTUAL and draft.period and (issued and draft.period.end < issued or now and now != issued and draft.period.end <= now))


def _park(parks: list[str], area: str, catalogue: Catalogue) -> str:
    """The park of a text that names one; "" where it names none, several, or a masked one."""
    named = {park for park in parks if park and "*" not in park and "x" not in park.lower()}
    return named.pop() if len(named) == 1 and not area else ""


def _figures(reading: Reading, catalogue: Catalogue, years: frozenset[str], spoilt: bool) -> list[Figure]:
    measures = Measures(catalogue)
    return [_figure(draft, reading, catalogue.indicators[draft.code], measures, years, spoilt) for draft in reading.drafts]


def _figure(draft: Draft, reading: Reading, indicator: Indicator, measures: Measures, years: frozenset[str], spoilt: bool) -> Figure:
    sentence, amount = draft.sentence, draft.amount
    words = sentence.plain[draft.start:draft.end]
    raw = sentence.written(draft.start, draft.end)
    start = sentence.start + sentence.places[draft.start]
    grown = [sentence.start + sentence.places[draft.growth_at[0]], sentence.start + sentence.places[draft.growth_at[1] - 1] + 1] if draft.growth_at else [0, 0]
    basis, first, last = _period(draft, indicator)
    damage = doubt_of(draft, words, years, spoilt)
    doubt = damage or draft.doubt
    if not doubt and not last:
        doubt = _("the text does not say of which time it is")
    if not doubt and reading.frame.year_doubt and not draft.dated:
        doubt = _("the year is not said; it is inferred")
    if not doubt and reading.frame.unsaid and draft.measure == reading.frame.own_measure and not _over(reading, draft) and not tells(draft):
        doubt = _("the text does not say whether it is a target or an actual figure")
    value = measures.value(draft.code, amount.value, amount.unit) if amount else None
    high = measures.value(draft.code, amount.high, amount.unit) if amount and amount.high is not None else None
    return Figure(
        sentence=sentence.number, start=start, end=start + len(raw), raw=raw, indicator=draft.code, measure=draft.measure or "actual", basis=basis,
        period_start=first, period_end=last, comparator="range" if high is not None else draft.comparator, value=value, value_high=high,
        unit=indicator.unit if indicator.comparable or amount is None else amount.unit, yoy=draft.yoy,
        area=draft.subject.area, cluster=draft.subject.cluster, firm=draft.subject.firm, rule=draft.rule, doubt=doubt,
        growth_start=grown[0], growth_end=grown[1], likely=likely(draft, words, years, measures) if damage else None,
    )


def _period(draft: Draft, indicator: Indicator) -> tuple[str, str, str]:
    """basis, period_start and period_end of a row: a stock's actual stands at the end, its target is the year's."""
    period = draft.period
    stock = indicator.kind == "stock"
    if period is None:
        return ("point" if stock and draft.measure != "target" else "year"), "", ""
    last = f"{period.end[0]:04d}-{period.end[1]:02d}"
    if stock and (draft.measure != "target" or draft.deadline or not indicator.comparable):
        return "point", last, last
    if stock and period.basis != "span" and period.start[0] == period.end[0]:
        return "year", f"{period.year:04d}-01", f"{period.year:04d}-12"
    return period.basis, f"{period.start[0]:04d}-{period.start[1]:02d}", last


def joined(prose: FileReading, tables: FileReading) -> FileReading:
    """One reading of a document's sentences and of the tables inside it; a table's rows carry no doubt."""
    observations = tables.observations
    observations = observations.append_column(DOUBT_SCHEMA.field("doubt"), pa.array([""] * observations.num_rows, pa.string()))
    return replace(
        prose, observations=pa.concat_tables([prose.observations, observations]), findings=prose.findings + tables.findings,
        firms=prose.firms + tables.firms, projects=tables.projects, leading=tables.leading, park=prose.park or tables.park,
        simulated=prose.simulated or tables.simulated, trace=prose.trace + tables.trace,
    )
