"""What a briefing is made of, before it is a slide, a note or a sheet: figures, sentences, charts, tables, slides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from park.charts.numbers import MINUS, absent, card, percent, points, scale_for, short, signed_percent
from park.locale import _, language

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# Periods are not figures: 2013年, 1-9月, 2013-09, Jan-Sep 2013, 十二五 and the like carry no measured number.
PERIOD = re.compile(r"\d{4}年(?:\d{1,2}(?:[-—]\d{1,2})?月(?:\d{1,2}日)?)?|\d{1,2}(?:[-—]\d{1,2})?月|\d{4}-\d{2}(?:-\d{2})?|full year \d{4}|(?:\b\d{1,2} )?\b[A-Z][a-z]{2} \d{4}")


@dataclass(frozen=True, slots=True)
class Origin:
    """The place of one figure in a received file."""

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        cell = _("sentence {number}").format(number=self.cell) if self.cell.isdigit() and not self.sheet else self.cell
        return " · ".join(part for part in (self.file.removesuffix(".txt"), self.sheet, cell) if part)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that a briefing states. value: in `unit`, unrounded. form: card, percent, growth (signed %), points (signed), count.

    origins: the cells it comes from; of a computed figure those it is computed from.
    """

    name: str
    value: float
    unit: str
    form: str = "card"
    origins: tuple[Origin, ...] = ()

    @property
    def text(self) -> str:
        """As it reads everywhere: 4.26亿元, 76.0%, +21.4%, −16.0."""
        if self.form == "card":
            return card(self.value, self.unit)
        if self.form == "count":
            return f"{self.value:,.0f}"
        return {"percent": percent, "growth": signed_percent, "points": points}[self.form](self.value)

    @property
    def shown(self) -> Shown:
        """The number as a cell shows it, in the unit that it is shown in."""
        if self.form == "card" and self.unit != "%":
            scale = scale_for([self.value], self.unit)
            return Shown(scale.of(self.value), short(scale.of(self.value)), scale.unit)
        return Shown(float(self.value), self.text.rstrip("%"), "%" if self.form in ("percent", "growth") else self.unit)

    @property
    def digits(self) -> str:
        """The number of `text` without sign and unit."""
        return NUMBER.search(self.text).group()


@dataclass(frozen=True, slots=True)
class Shown:
    """A number in the unit it is shown in, and its text without the unit."""

    value: float
    text: str
    unit: str

    @property
    def number_format(self) -> str:
        """The spreadsheet format in which `value` reads as `text`."""
        return number_format(self.text)


def number_format(text: str) -> str:
    """The spreadsheet format of a number that reads like the text: its decimals, separators and sign."""
    whole = "#,##0" if "," in text else "0"
    decimals = len(text.partition(".")[2])
    body = whole + ("." + "0" * decimals if decimals else "")
    return f"+{body};{MINUS}{body};{body}" if text.startswith("+") else f"{body};{MINUS}{body}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and the figures whose numbers stand in it.

    key: what it is about, the same from month to month, so that its words can be edited by hand. made: of a sentence edited by hand
    what the rules say in its place.
    """

    text: str
    figures: tuple[Figure, ...] = ()
    key: str = field(default="", compare=False)
    made: str = field(default="", compare=False)

    @property
    def origins(self) -> tuple[Origin, ...]:
        return unique(origin for figure in self.figures for origin in figure.origins)

    @property
    def unexplained(self) -> list[str]:
        """Numbers of the text that none of its figures states."""
        known = {figure.digits for figure in self.figures}
        return [number for number in numbers(self.text) if number not in known]


def say(text: str, *candidates: Figure | None, key: str = "") -> Sentence:
    """A sentence with those of the candidates that it states."""
    stated = set(numbers(text))
    return Sentence(text, unique(f for f in candidates if f is not None and f.digits in stated), key)


def numbers(text: str) -> list[str]:
    """The measured numbers of a text, without sign; periods are left out."""
    return NUMBER.findall(PERIOD.sub(" ", text))


def unique(items) -> tuple:
    """The items in their order, each once."""
    return tuple(dict.fromkeys(items))


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure in large type and the words below it."""

    figure: Figure
    words: Sentence

    @property
    def sentence(self) -> Sentence:
        """Read as one: the figure behind the first words in Chinese, before words that go on from it in English, else behind them."""
        words, figure = self.words.text, self.figure.text
        if language() == "zh":
            head, comma, rest = words.partition("，")
            text = f"{head}{figure}{comma}{rest}"
        else:
            text = f"{figure} {words}" if words[:1].islower() else f"{words}: {figure}"
        return replace(self.words, text=text, figures=(self.figure, *self.words.figures))


@dataclass(frozen=True, slots=True)
class Series:
    """One row of marks, a value per category (None is a gap), in the chart's unit.

    look: actual, last_year, target, pace. drawn: bar or line. labels: all, last, none; name and first: the last or first point's,
    with the series' name. texts: how each value reads.
    colours: tokens or #rrggbb per category where they differ; `hatched` names the categories that are not allocated.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    look: str = "actual"
    drawn: str = "bar"
    labels: str = "all"
    colours: tuple[str, ...] = ()
    hatched: tuple[bool, ...] = ()
    origins: tuple[tuple[Origin, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart: upright columns, or level bars (`level`), with lines over the columns. unit: the word of all its values."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    level: bool = False

    @property
    def marks(self) -> int:
        return sum(not absent(value) for one in self.series for value in one.values)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells: a text, a Figure, or None where a figure is not available."""

    header: tuple[str, ...]
    rows: tuple[tuple[str | Figure | None, ...], ...]

    @property
    def filled(self) -> Table:
        """The table without the columns in which no row has anything."""
        kept = [n for n in range(len(self.header)) if any(row[n] for row in self.rows)]
        return Table(tuple(self.header[n] for n in kept), tuple(tuple(row[n] for n in kept) for row in self.rows))

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(cell for row in self.rows for cell in row if isinstance(cell, Figure))


@dataclass(frozen=True, slots=True)
class Slide:
    """One finding with what shows it. lead: what did not fit into the title; lines: sentences in place of facts."""

    key: str
    name: str
    title: Sentence
    subtitle: str = ""
    chart: Chart | None = None
    facts: tuple[Fact, ...] = ()
    lines: tuple[Sentence, ...] = ()
    table: Table | None = None
    simulated: bool = False

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Everything it says; a fact reads as its words with its figure."""
        return (self.title, *(fact.sentence for fact in self.facts), *self.lines)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A section of the note: its heading and its numbered sentences. key: which section it is, in any language."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Briefing:
    """All of it: the cover's words, the slides in order, the note's sections and its table. month is YYYY-MM."""

    area: str
    month: str
    title: str
    dateline: str
    source_line: str
    slides: tuple[Slide, ...]
    sections: tuple[Paragraphs, ...]
    table: Table | None
    simulated: bool = False
    headline: Sentence = field(default_factory=lambda: Sentence(""))
    number: int = 0

    @property
    def issue(self) -> int:
        """The issue of the year: the number given, else the month's."""
        return self.number or int(self.month[5:])

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of slides and note, each once."""
        said = [self.headline, *(s for slide in self.slides for s in slide.sentences), *(s for part in self.sections for s in part.sentences)]
        return unique(s for s in said if s.text)
